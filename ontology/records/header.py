"""What a document says of itself: number, issuer, date and title, who signed it, whom it was sent to."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records.source import Span
from ontology.records.works import Issuer


class Signer(Struct, frozen=True):
    """Who signs, as the signature block says.

    name, span: of the person. position: the office in the block ("PHÓ CHỦ TỊCH"), as printed on one line. capacity: for
    whom it is signed ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"; NĐ 30/2020 art. 13, HD 36-HD/VPTW), lines parted by "; ".
    """

    name: str
    span: Span
    position: str | None = None
    capacity: str | None = None


RecipientRole = Literal["addressee", "copy", "file"]
"""addressee: stands behind "Kính gửi"; copy: in the list "Nơi nhận"; file: who keeps it ("Lưu: VT")."""


RecipientReference = Literal["addressees", "article"]
"""A recipient that is said by reference: "Như trên" means the addressees, "Như Điều 3" those whom the article names."""


class Recipient(Struct, frozen=True):
    """Whom a document was sent to (NĐ 30/2020 annex I, "Kính gửi" and "Nơi nhận"; HD 36-HD/VPTW).

    span: the name where it is printed; of a name over several lines beside another column the first line. name: as
    printed, on one line. purpose: the words in brackets behind it ("để báo cáo"). issuer: the body, where the tables
    know it; None for groups ("Các sở, ban, ngành"), persons and companies. refers: how the recipient is said by
    reference. through: of those whom an article names, where the list says "Như Điều 3".
    """

    span: Span
    name: str
    role: RecipientRole
    purpose: str | None = None
    issuer: Issuer | None = None
    refers: RecipientReference | None = None
    through: Span | None = None


class Header(Struct, frozen=True):
    """What a document says of itself before its body (and in its signature block). Every field may be unknown.

    parent: the body above the one that issues, where the letterhead prints both. signers: with office and capacity;
    `signer` is their names. recipients: addressees first, in the order of the text.
    """

    type: str | None = None
    number: str | None = None
    year: str | None = None
    symbol: str | None = None
    issuer: Issuer | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    signer: str | None = None
    span: Span | None = None
    """Where number and symbol stand, or the type word when the number is blank; of a letter that bears no number the
    heading of its addressees."""
    parent: Issuer | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Recipient, ...] = ()
