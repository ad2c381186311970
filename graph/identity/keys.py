"""What the graph asks `ontology` about one document: its block, its title key, the parts of its path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.identity import UNKNOWN, block_key
from ontology.issuers import is_stranger
from ontology.records import Work as Stated
from ontology.tables import issuer_by_id, place_by_key, type_by_word
from ontology.words import fold as _fold
from ontology.words import letters, slug

fold = lru_cache(maxsize=30_000)(_fold)
"""Titles and names of much cited documents are folded again whenever one more citation of them comes in."""

_SCOPE = "/in/"
_NAMED_YEAR = re.compile(r" nam (?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class PathParts:
    """doc/<issuer>/<type>/<period>/<number>; `issuer` carries the witness's mark where the place is not known."""

    issuer: str
    type: str
    period: str
    number: str

    @property
    def gaps(self) -> int:
        return (self.issuer, self.type, self.period, self.number).count(UNKNOWN)

    @property
    def type_known(self) -> bool:
        return self.type != UNKNOWN

    @property
    def issuer_known(self) -> bool:
        return self.issuer != UNKNOWN

    def akin(self, issuer: str, type_: str) -> bool:
        """Could be of this issuer and type, as far as is known."""
        return _fits(self.issuer, issuer) and _fits(self.type, type_)

    def compatible(self, other: PathParts) -> bool:
        return self.akin(other.issuer, other.type) and _fits(self.period, other.period)


def _fits(one: str, other: str) -> bool:
    return one == other or UNKNOWN in (one, other)


def body_through_eras(issuer: str) -> str | None:
    """What names a local body before and after the merger of its province ("ubnd.10-lao-cai", "ubnd.15-lao-cai-2025");
    None for a body of no known place."""
    base, _, place = issuer.rpartition(".")
    row = place_by_key().get(place)
    return None if row is None or not base else f"{base}.{slug(row.name)}"


def split_path(path: str) -> PathParts:
    """The parts of a path, scoped or not."""
    bare, _, witness = path.partition(_SCOPE)
    _, issuer, type_, period, number = bare.split("/", 4)
    return PathParts(f"{issuer}@{witness}" if witness else issuer, type_, period, number)


def scoped_path(path: str, source: str) -> str:
    """The path under which a reference is compared: its own, unless a local body stands in it without its place.

    "11/QĐ-UBND" of two witnesses that do not say of which province must not meet by guess: each stays with its witness.
    """
    parts = split_path(path)
    blank = parts.number.startswith("_")
    return path if blank or not _unplaced(parts.issuer) else f"{path}{_SCOPE}{source.rsplit('/', 1)[-1]}"


def _unplaced(issuer: str) -> bool:
    base, *steps = issuer.split(".")
    body = issuer_by_id().get(base)
    local = body is not None and body.scope in ("province", "district", "local")
    return local and not any(step in place_by_key() for step in steps)


def block_of(work: Stated) -> str:
    """All references that could be one document are in one block: number, symbol and place; for the unnumbered their
    title."""
    if work.number is None:
        key = title_key(work)
        return named_block(key) if key else f"path|{work.id}"
    return f"number|{block_key(work.number, work.symbol, _place_key(work))}"


def _place_key(work: Stated) -> str | None:
    """The place of a local body, by its name: an undated citation may mean it before its merger. A body that no
    table knows has its words in its key: one witness names it in full, one in short, one not at all, and its symbol is
    its own."""
    if work.issuer is None or is_stranger(work.issuer.key):
        return None
    return (body_through_eras(work.issuer.key) or work.issuer.key).partition(".")[2]


def number_key(number: str, symbol: str | None) -> str:
    """What people mean when they type a number: the block without its place."""
    return block_key(number, symbol)


def title_key(work: Stated) -> str | None:
    """Type and title as people compare them; None when there is no title. Types that share a number series are one
    ("Luật Dân sự" is how some cite the Bộ luật Dân sự): they share their paths too."""
    title = work.name or work.title if work.number is None else work.title or work.name
    if title is None:
        return None
    kind = fold(work.type or "")
    bare = _NAMED_YEAR.sub("", fold(title)).removeprefix(f"{kind} ") if kind else _NAMED_YEAR.sub("", fold(title))
    row = type_by_word().get(letters(work.type)) if work.type else None
    shared = row.series.replace("-", " ") if row is not None and row.series != row.slug else kind
    return f"{shared}|{bare}"


def named_block(title: str) -> str:
    """The block of the references that are known by this title only."""
    return f"title|{title}"
