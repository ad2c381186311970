"""Identity: (issuer, type, number series, number) → the path of a document below the base IRI. Deterministic and
reversible.

    doc/<issuer key>/<type slug>/<period>/<number>        doc/ttg/quyet-dinh/2020/2289      doc/tw/nghi-quyet/khoa-12/52
    doc/<issuer key>/<type slug>/<year>/<name>            doc/qh/luat/2013/khoa-hoc-va-cong-nghe
    doc/<issuer key>/<type slug>/<period>/_<digest>       a document whose number is still blank
    doc/_/<type slug>/<period>/<number>_<symbol>          doc/_/cong-van/2026/12_td-pccc: of a body that no table knows
    doc/<issuer key>/<type slug>/<period>/<number>_<day>  doc/cp/nghi-dinh/2022/2_2022-12-28: one of two books, as
                                                          several sources tell (`graph.identity.namesakes`)

Whatever is unknown is "_". What restarts a number series decides the period: the year for state acts, the term for
acts of the National Assembly (Law 80/2015/QH13 art. 10) and of party committees (Guidance 36-HD/VPTW). Segments
hold only a-z, 0-9, ".", "-" and "_", so paths need no percent-encoding; `from_iri` still undoes it.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from ontology.document_type import of_symbol, row_of
from ontology.laws import named_after_type
from ontology.numbers import Symbol, parse_symbol
from ontology.tables import party_term
from ontology.words import fold, slug

UNKNOWN = "_"

_SAFE_NUMBER = re.compile(r"[a-z0-9][a-z0-9.]*")
_NAME_YEAR = re.compile(r"(?:\s+(?:năm|số|ngày)\s*:?\s*[0-9].*|\s+(?:19|20)\d{2})\s*$", re.IGNORECASE)
_STATED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_PROVINCIAL = re.compile(r"^(?:tu|btv-tu|bch-db|vptu|dhdb|[a-z]+tu)(?:\.|$)")


class WorkPath(NamedTuple):
    """The parts of a path; None for what is unknown. Exactly one of number, name and digest is there. symbol: beside a
    number whose issuer is unknown, its symbol; beside a known one's, the day that tells it from a namesake."""

    issuer_key: str | None
    type_slug: str | None
    period: str | None
    number: str | None = None
    name: str | None = None
    digest: str | None = None
    symbol: str | None = None


NORMATIVE = "-qppl"
"""Ending of the type in paths of normative acts whose type also names individual ones: 14/2020/QĐ-TTg and 14/QĐ-TTg of
2020 are two documents of two series (RULES: the year in the number makes the act normative)."""


def period(symbol: Symbol | None, year: str | None, date: str | None, issuer_key: str | None) -> str | None:
    """What tells apart two documents of one issuer, type and number; None when not known.

    State acts: the year (in the number, else of the date). National Assembly: "qh13". Party: the committee term of
    the date ("khoa-12"; provincial bodies "2020-2025", see `tables.party_terms`), never the year.
    """
    family = symbol.family if symbol else None
    if symbol and symbol.term and family == "na":
        return f"{slug(symbol.agencies[0])}{symbol.term}"
    if family in ("party", "congress"):
        return party_term("provincial" if _PROVINCIAL.match(issuer_key or "") else "central", date) if date else None
    return year or (date[:4] if date else None)


def work_path(
    *,
    type: str | None,
    number: str | None,
    year: str | None,
    symbol: str | None,
    date: str | None,
    issuer_key: str | None,
    name: str | None = None,
) -> str:
    """The path of a document as one source knows it.

    type: label or word ("Quyết định"); year: the one inside the number; symbol: normalised; name: for documents
    cited by name only ("Luật Khoa học và Công nghệ năm 2013"). With a number the name does not count. Raises
    ValueError without number and name.
    """
    parsed = parse_symbol(symbol, type) if symbol else None
    row = row_of(type) or (of_symbol(parsed, type) if parsed else None)
    kind = row.series if row else (slug(type) if type else "")
    if kind and number and year and parsed and parsed.family == "administrative":
        kind += NORMATIVE
    head = ["doc", issuer_key or UNKNOWN, kind or UNKNOWN]
    if number:
        when = period(parsed, year, date, issuer_key)
        return "/".join([*head, when or UNKNOWN, number_segment(number) + ("" if issuer_key else _apart(symbol))])
    if not name:
        raise ValueError("a document needs a number or a name")
    return "/".join([*head, _year_of_name(name, date) or UNKNOWN, _name_segment(name, type)])


def _apart(symbol: str | None) -> str:
    """What keeps apart two documents of bodies that no table knows: Công văn 12/TĐ-PCCC and 12/YH/KT-TC of one year."""
    return f"_{slug(symbol)}" if symbol and slug(symbol) else ""


def blank_path(issuer_key: str | None, type: str | None, period: str | None, digest: str) -> str:
    """The path of a document that is not numbered yet: `digest` (of its source) stands for the number."""
    row = row_of(type)
    kind = row.series if row else slug(type or "")
    return f"doc/{issuer_key or UNKNOWN}/{kind or UNKNOWN}/{period or UNKNOWN}/_{slug(digest)}"


def number_segment(number: str) -> str:
    """A number without leading zeros: "02" → "2", "30a" stays, "66.13" stays."""
    plain = "".join(number.split()).casefold().lstrip("0") or "0"
    return plain if _SAFE_NUMBER.fullmatch(plain) else slug(plain)


def _year_of_name(name: str, date: str | None) -> str | None:
    stated = _STATED_YEAR.findall(name)
    return stated[-1] if stated else (date[:4] if date else None)


def _name_segment(name: str, type: str | None) -> str:
    words = slug(_NAME_YEAR.sub("", name))
    kind = slug(type or "")
    bare = words.removeprefix(kind + "-") if kind and (kind, words) not in named_after_type() else words
    return bare if not bare[:1].isdigit() and bare else f"n-{bare or words or 'x'}"


def parse_path(path: str) -> WorkPath | None:
    """The parts of a path that `work_path` or `blank_path` made; None for any other string."""
    parts = path.split("/")
    if len(parts) != 5 or parts[0] != "doc" or not all(parts):
        return None
    issuer, kind, when = (None if part == UNKNOWN else part for part in parts[1:4])
    last = parts[4]
    if last.startswith("_"):
        return WorkPath(issuer, kind, when, digest=last[1:])
    if last[0].isdigit():
        number, _, symbol = last.partition("_")
        return WorkPath(issuer, kind, when, number=number, symbol=symbol or None)
    return WorkPath(issuer, kind, when, name=last)


def to_iri(path: str, base: str) -> str:
    """The IRI of a path below the base; characters that an IRI path cannot hold are percent-encoded."""
    return base + quote(path, safe="/._-~:@!$&'()*+,;=")


def from_iri(iri: str, base: str) -> str | None:
    """The path of an IRI below the base; None when it lies elsewhere."""
    return unquote(iri[len(base) :]) if iri.startswith(base) and len(iri) > len(base) else None


def block_key(number: str, symbol: str | None, place: str | None = None) -> str:
    """References with the same key may be one document: folded number and symbol, and the place for local bodies.

    References with different keys never are; dates and years do not count here ("29/2013/QH13" and "số 29, QH13" meet).
    """
    parsed = parse_symbol(symbol) if symbol else None
    plain = fold(parsed.text if parsed else symbol or "").replace(" ", "-")
    return "|".join(part for part in (number_segment(number), plain, slug(place or "")) if part)
