"""What the header of a document says of itself, as people see it: who signed, whom it was sent to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignerAnswer:
    """Who signed. start, end: code points of the name in the text of the source."""

    name: str
    start: int
    end: int
    position: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True)
class RecipientAnswer:
    """Whom a document was sent to, see `ontology.records.Recipient`. body, key: of the one that the tables know.

    start, end: code points of the name in the text of the source. through: the entry that names it by an article ("Như
    Điều 3"), as printed.
    """

    name: str
    role: str
    start: int
    end: int
    purpose: str | None = None
    body: str | None = None
    key: str | None = None
    refers: str | None = None
    through: str | None = None


@dataclass(frozen=True, slots=True)
class HeaderAnswer:
    """The header as its own source prints it. source: its IRI; parent: the body above the one that issues; signers and
    recipients in the order of the text."""

    source: str
    parent: str | None = None
    signers: tuple[SignerAnswer, ...] = ()
    recipients: tuple[RecipientAnswer, ...] = ()
