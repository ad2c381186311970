"""Documents as a text cites them: what was seen (mentions), what it means (works), and how that was decided."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records.source import Span

Form = Literal["full", "short", "named", "anaphor"]
"""full: number and symbol; short: number or alias only; named: a title and no number; anaphor: "Quyết định này"."""


SELF = "self"
"""The id of the document that speaks, in the relations of its own extraction."""


class Issuer(Struct, frozen=True, gc=False):
    """A body that issues documents.

    name: official full name with its place ("Ủy ban nhân dân tỉnh Sơn La"), as precise as the text is.
    key: who holds the number series, deterministic ("ttg", "ubnd.14-son-la"): the chairman and the committee of one
    province share one key. See `ontology.issuers`.
    """

    name: str
    key: str


class Mention(Struct, frozen=True, gc=False):
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


class Conflict(Struct, frozen=True, gc=False):
    """One mention states `stated` where the rest of the evidence says `other`."""

    field: Literal["date", "number", "symbol", "issuer", "type", "title"]
    stated: str
    other: str


class Citation(Struct, frozen=True, gc=False):
    """What a mention MEANS within its own text: the id of a `Work`, or None when it could not be decided.

    path: labels of the blocks it stands in, from the top ("I › 2.1 › -"); None where nothing is labelled.
    """

    mention: Mention
    work: str | None
    conflicts: tuple[Conflict, ...] = ()
    path: str | None = None


IdentityBy = Literal[
    "number.year", "number.term", "number.date", "number", "name", "name.table", "name.inForce", "blank"
]


DateBy = Literal["stated", "majority"]


IssuerBy = Literal["stated", "majority", "code", "code.place", "type"]


class Decided(Struct, frozen=True, gc=False):
    """How the fields of a `Work` were decided; None: the field is not known.

    date: stated, or majority where mentions differ. issuer: stated, majority, code (the symbol alone proves it),
    code.place (the symbol, and the place of the document that speaks), type (only one body issues such documents).
    id: which facts tell the document from others: number.year (the year stands in the number), number.term (the term of
    the National Assembly stands in the symbol), number.date (the year or term comes from the date), number (no period
    is known), name, name.table (the table of laws knows which number bears the name and year), name.inForce (it knows
    which law of that name was in force on the day of the text), blank (a draft: nothing but where it stands).
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
