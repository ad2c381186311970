"""The records that flow through the house, from bytes to statements. All frozen; `None` means "not said", never "".

Offsets are code points in `Extraction.text`, half-open: `text[span.start:span.end]` is exactly what was printed.
"""

from __future__ import annotations

import hashlib
from typing import Literal

from msgspec import Struct, field

from ontology.origin import Origin

Form = Literal["full", "short", "named", "anaphor"]
"""full: number and symbol; short: number or alias only; named: a title and no number; anaphor: "Quyết định này"."""

Predicate = Literal[
    "basedOn",
    "implements",
    "reportsOn",
    "amends",
    "replaces",
    "repeals",
    "guides",
    "corrects",
    "suspends",
    "promulgates",
    "cites",
]
"""What one document does to another; local names of the properties in `ontology/vocabulary.ttl`."""

SELF = "self"
"""The id of the document that speaks, in the relations of its own extraction."""


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of text: code points, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Exactly what was printed there."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Source(Struct, frozen=True):
    """A file as it came: its bytes, under the name that the person gave it.

    `id` is the key of one record in a file that holds many (a line of .jsonl); None for a file that is one document.
    """

    name: str
    data: bytes
    media_type: str
    id: str | None = None

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes: what evidence hangs on, not the path."""
        return hashlib.sha256(self.data).hexdigest()


class Note(Struct, frozen=True):
    """What a person should know of how a source was read, without its being an error: a code of `api.messages`, and
    what fills its placeholders."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


class Issuer(Struct, frozen=True):
    """A body that issues documents.

    name: official full name with its place ("Ủy ban nhân dân tỉnh Sơn La"), as precise as the text is.
    key: who holds the number series, deterministic ("ttg", "ubnd.14-son-la"): the chairman and the committee of one
    province share one key. See `ontology.issuers`.
    """

    name: str
    key: str


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
    """Where number and symbol stand, or the type word when the number is blank."""
    parent: Issuer | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Recipient, ...] = ()


class Mention(Struct, frozen=True):
    """One reference as it was SEEN in the text. Never changed afterwards.

    Dates are ISO 8601 and may be partial ("2022-11"). `symbol` is normalised in spelling (QĐ-TTg), `span` is not.
    """

    span: Span
    form: Form
    type: str | None = None
    number: str | None = None
    year: str | None = None
    symbol: str | None = None
    date: str | None = None
    date_end: int | None = None
    issuer: Issuer | None = None
    title: str | None = None
    name: str | None = None
    pinpoint: str | None = None
    rule: str = ""


class Conflict(Struct, frozen=True):
    """One mention states `stated` where the rest of the evidence says `other`."""

    field: Literal["date", "number", "symbol", "issuer", "type", "title"]
    stated: str
    other: str


class Citation(Struct, frozen=True):
    """What a mention MEANS within its own text: the id of a `Work`, or None when it could not be decided.

    path: labels of the blocks it stands in, from the top ("I › 2.1 › -"); None where nothing is labelled.
    """

    mention: Mention
    work: str | None
    conflicts: tuple[Conflict, ...] = ()
    path: str | None = None


IdentityBy = Literal["number.year", "number.term", "number.date", "number", "name", "blank"]
DateBy = Literal["stated", "majority"]
IssuerBy = Literal["stated", "majority", "code", "code.place", "type"]


class Decided(Struct, frozen=True):
    """How the fields of a `Work` were decided; None: the field is not known.

    date: stated, or majority where mentions differ. issuer: stated, majority, code (the symbol alone proves it),
    code.place (the symbol, and the place of the document that speaks), type (only one body issues such documents).
    id: which facts tell the document from others: number.year (the year stands in the number), number.term (the term of
    the National Assembly stands in the symbol), number.date (the year or term comes from the date), number (no period
    is known), name, blank (a draft: nothing but where it stands).
    """

    id: IdentityBy
    date: DateBy | None = None
    issuer: IssuerBy | None = None


class Work(Struct, frozen=True):
    """A document as one source knows it (eli:Work): all mentions of that source taken together.

    id: the path of its IRI below the base, deterministic (see `ontology.identity`): "doc/ttg/quyet-dinh/2020/2289".
    """

    id: str
    type: str | None = None
    number: str | None = None
    year: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: Issuer | None = None
    title: str | None = None
    name: str | None = None
    decided: Decided | None = None


Scope = Literal["clause", "coordination", "list", "behind", "issued", "mention"]
"""clause: the cue stands before the document in its clause; coordination: the neighbour's relation was inherited; list:
from the lead-in above; behind: the cue stands behind the document; issued: a document issued to implement another;
mention: no cue at all."""


class Why(Struct, frozen=True):
    """Why a statement was read. All spans in the original text.

    cue: the words of the phrase row. title: the title that the mention stands in, whose document is the subject.
    through: what the relation came by: the coordinated neighbour, the lead-in of the list, the verb of issuing.
    """

    scope: Scope
    cue: Span | None = None
    title: Span | None = None
    through: Span | None = None


class Statement(Struct, frozen=True):
    """Subject does something to object, and `span` is the evidence (the cue up to the end of the object's mention; of
    an item below "Sửa đổi một số điều của X", up to the end of the provision: `why.through` is the mention of X).

    subject, object: ids of `Work`s of the same extraction, or SELF. rule: id of the phrase row that fired.
    sentence: the whole sentence (or list item) around the span, for people to read. why: what decided, to be looked at.
    provision: of a change (amends, replaces, repeals, corrects, suspends), what it touches of the object ("khoản 2 Điều
    5"), as printed on one line. effective: ISO day from which the change holds, where the sentence says it.
    """

    subject: str
    predicate: Predicate
    object: str
    span: Span
    sentence: Span
    rule: str
    why: Why | None = None
    provision: str | None = None
    effective: str | None = None


BlockKind = Literal[
    "part",
    "chapter",
    "section",
    "article",
    "clause",
    "point",
    "heading",
    "paragraph",
    "item",
    "table",
    "row",
    "footnote",
    "appendix",
]
"""Phần, Chương, Mục, Điều, Khoản, Điểm, heading, paragraph, list item, table and its rows, footnote, Phụ lục."""


class Block(Struct, frozen=True, gc=False):
    """One node of the tree that a text is: blocks stand in the order of the text, children behind their parent.

    span: the words of the block itself, children apart. label: what numbers it ("I", "2.1", "Điều 5", "a)", "-"), None
    where nothing does. parent: position of the parent in `Extraction.structure`, None at the top.
    """

    span: Span
    kind: BlockKind
    label: str | None = None
    parent: int | None = None


class Programme(Struct, frozen=True):
    """A programme, scheme, strategy or project that the text names.

    kind: the word that opens its name ("Chương trình"). approved_by: id of the `Work` that approves it.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    approved_by: str | None = None
    mentions: tuple[Span, ...] = ()


class Quantity(Struct, frozen=True):
    """A measured result. text: as printed. of: the whole or the target it is measured against ("45/45 thủ tục")."""

    value: float
    unit: str
    text: str
    of: float | None = None
    span: Span | None = None


class Money(Struct, frozen=True):
    """A sum as printed: amount times unit ("30.906,3 triệu đồng" is 30906.3 and "triệu đồng")."""

    amount: float
    unit: str
    text: str
    span: Span | None = None


ActionStatus = Literal["done", "ongoing", "planned", "notDone"]


class Action(Struct, frozen=True):
    """Something done, being done, planned, or stated as not done, to carry out a document.

    implements: ids of `Work`s (or SELF); programmes: ids of `Programme`s. path: labels of the blocks it stands in, from
    the top ("I › 2.1 › -").
    """

    span: Span
    status: ActionStatus
    actor: str | None = None
    implements: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    time: str | None = None
    quantities: tuple[Quantity, ...] = ()
    money: tuple[Money, ...] = ()
    place: str | None = None
    partners: tuple[str, ...] = ()
    path: str | None = None


class Observation(Struct, frozen=True):
    """One cell of a table that carries a result or a budget, with the meaning that its headers give it.

    table: which table of the text, from 1. row, column: the words of the headers that hold for the cell.
    """

    table: int
    span: Span
    row: str
    column: str
    value: float
    unit: str | None = None


SuspicionKind = Literal[
    "dayMonthSwapped", "typeSymbol", "seriesOrder", "citedYounger", "codeUnknown", "amendsYounger", "yearSlip"
]


Severity = Literal["error", "warning", "note"]
"""error: one of two statements is wrong for certain; warning: hardly right; note: a form of writing to be mended."""


class Suspicion(Struct, frozen=True):
    """What can hardly be right, although it need not contradict another statement; rules in `ontology.suspicions`.

    work: id of the document it is about (or SELF). stated: the value that is doubted: a date, a type word, or the
    number as printed. likely: what it probably should be, None where nothing tells; for a date also an ISO interval,
    open ends as ".." ("2020-06-08/2020-08-06"). other: id of the document it was measured against. spans: evidence.
    """

    kind: SuspicionKind
    work: str
    stated: str
    severity: Severity
    spans: tuple[Span, ...]
    likely: str | None = None
    other: str | None = None


class Unresolved(Struct, frozen=True):
    """A number-shaped string not understood, or a short form without referent: nothing is lost in silence."""

    span: Span
    reason: str
    candidates: tuple[str, ...] = ()


class Entry(Struct, frozen=True):
    """A row of a register: an official list says of a document what it is, outside of any text.

    line: where the row begins, from 1 (of the file, or of the sheet). work: what the row states; several rows may state
    one document. effective: ISO 8601.
    """

    line: int
    span: Span
    work: Work
    status: str | None = None
    effective: str | None = None


class Extraction(Struct, frozen=True):
    """All that one source says. `works` hold no entry for the speaking document: `self_work` is that.

    register: an official list; it has `entries` and no citations, and `self_work` is the list itself. origin: the pages
    that the text comes from. notes: how it was read, where a person should know.
    """

    source: Source
    text: str
    header: Header
    self_work: Work
    citations: tuple[Citation, ...] = ()
    works: tuple[Work, ...] = ()
    statements: tuple[Statement, ...] = ()
    programmes: tuple[Programme, ...] = ()
    actions: tuple[Action, ...] = ()
    unresolved: tuple[Unresolved, ...] = field(default=())
    structure: tuple[Block, ...] = ()
    observations: tuple[Observation, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    register: bool = False
    entries: tuple[Entry, ...] = ()
    origin: Origin = field(default_factory=Origin)
    notes: tuple[Note, ...] = ()
