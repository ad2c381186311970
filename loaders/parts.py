"""A long text is read in parts: of its copies, its tree and its sightings no more than one part's stand in memory.

A part ends before a heading, so that what a paragraph, a list or a table says stays together. Short forms and numbers
without a year, and laws by their bare names, refer back into earlier parts (`loaders.identity.earlier`), ahead within
their own; aliases that a text defines, and headings that say whose provisions follow, hold within their part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import is_not
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from loaders.actions.programme_keys import key
from loaders.actions.programmes import YEAR
from loaders.identity.earlier import told_apart
from loaders.part import Part
from loaders.relations.edge import outdone
from ontology.records import Action, Block, Programme, Span, Work

LONG_TEXT = 1_000_000
"""Code points up to which a text is read in one; some 500 pages. Acts as long are long by their annexes."""

PART = 80_000
"""Code points of a part at most. What reading takes beside text and records is some 40 bytes for each."""

LATE = 0.75
"""Of `PART`, from where on a part may end."""

TOP = re.compile(
    r"\n(?=[ \t*#]*(?:(?:P(?:hần|HẦN|hụ lục|HỤ LỤC)|C(?:hương|HƯƠNG))(?: (?:[IVXLC]+|[0-9]+|thứ|THỨ)(?!\w)|[ .:]*\n)"
    r"|CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN))"
)
"""Where a part ends best: before "Chương II", "Phụ lục 3", "CỘNG HÒA XÃ HỘI …" of the next document in one file."""

ARTICLE = re.compile(r"\n(?=[ \t*#]*(?:(?:M(?:ục|ỤC)|Điều|ĐIỀU) [0-9IVX]|[IVX]{1,5}[.] ))")
EMPTY_LINE = re.compile(r"\n(?=[ \t]*\n)")
LINE = re.compile(r"\n(?=\S)")


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends; one part for all texts but long ones."""
    start = 0
    while len(text) > LONG_TEXT and len(text) - start > PART:
        end = _end(text, start + int(PART * LATE), start + PART)
        yield start, end
        start = end
    yield start, len(text)


def _end(text: str, first: int, last: int) -> int:
    """The last place between two for a part to end; a text that is one line is cut there."""
    for border in (TOP, ARTICLE, EMPTY_LINE, LINE):
        ends = [match.end() for match in border.finditer(text, first, last)]
        if ends:
            return ends[-1]
    return last


Record = TypeVar("Record")


def moved(record: Record, by: int) -> Record:
    """A record of a part with its places in the whole text: every span, and where dates end."""
    return _moved(record, by) if by else record


def _moved(value: Record, by: int) -> Record:
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)  # type: ignore[return-value]
    if isinstance(value, tuple):
        items = tuple(_moved(each, by) for each in value)
        return items if any(map(is_not, items, value)) else value  # type: ignore[return-value]
    if not isinstance(value, Struct):
        return value
    changed = {}
    for name in value.__struct_fields__:
        held = getattr(value, name)
        new = held + by if name == DATE_END and held is not None else _moved(held, by)
        if new is not held:
            changed[name] = new
    return replace(value, **changed) if changed else value


DATE_END = "date_end"
"""The one place in a text that a record holds as a number."""


def joined(parts: Iterator[Part]) -> Part:
    """What all parts say together; one part is the whole. A document of several parts is one, as the first says and
    later ones add to it; so is a programme."""
    whole = next(parts)
    following = next(parts, None)
    if following is None:
        return whole
    whole.structure = ()
    works = {work.id: work for work in whole.works}
    programmes = _Programmes(whole.programmes)
    for part in chain((following,), parts):
        for work in part.works:
            works[work.id] = _fuller(works[work.id], work) if work.id in works else work
        ids = {programme.id: programmes.put(programme) for programme in part.programmes}
        whole.citations += told_apart(part.citations, part.works, works)
        whole.printed += part.printed
        whole.statements += part.statements
        whole.actions += _renamed(part.actions, ids)
        whole.tasks += _renamed(part.tasks, ids)
        whole.observations += tuple(replace(seen, table=seen.table + whole.tables) for seen in part.observations)
        whole.unresolved += part.unresolved
        whole.tables += part.tables
    is_outdone = outdone(whole.statements)
    whole.statements = tuple(each for each in whole.statements if not is_outdone(each))
    whole.works, whole.programmes = tuple(works.values()), tuple(programmes.all)
    return whole


def blocks(parts: Iterable[Sequence[Block]]) -> tuple[Block, ...]:
    """The trees of all parts, one behind the other."""
    found: list[Block] = []
    for part in parts:
        before = len(found)
        found += [block if block.parent is None else replace(block, parent=block.parent + before) for block in part]
    return tuple(found)


def _fuller(work: Work, later: Work) -> Work:
    """A document as one part knows it, with what only a later part says, and with the doubt of either."""
    lacking = {name for name in SAID if getattr(work, name) is None}
    known = replace(work, **{name: getattr(later, name) for name in lacking}) if lacking else work
    one, other = known.decided, later.decided
    if one is None or other is None or one == other:
        return known
    decided = replace(one, date=_doubted(one.date, other.date), issuer=_doubted(one.issuer, other.issuer))
    return replace(known, decided=decided)


SAID = ("type", "symbol", "date", "issuer", "title", "name")
"""What a later part may add to a document; number and year are those by which it is the same."""

By = TypeVar("By", bound=str)


def _doubted(one: By | None, other: By | None) -> By | None:
    """How two parts decide a field: by majority where one of them does, else as stated where one of them states it."""
    found = [each for each in (one, other) if each is not None]
    return min(found, key=(*("majority", "stated"), *found).index, default=None)


class _Programmes:
    """The programmes of a text, by what tells one from others: kind, name and period."""

    def __init__(self, first: tuple[Programme, ...]) -> None:
        self.all = list(first)
        self.places = {_named(each): place for place, each in enumerate(first)}

    def put(self, found: Programme) -> str:
        """Adds a programme of one part; its id in the text."""
        place = self.places.setdefault(_named(found), len(self.all))
        if place == len(self.all):
            self.all.append(replace(found, id=f"P{place + 1}"))
            return self.all[place].id
        known = self.all[place]
        self.all[place] = replace(
            known,
            aliases=tuple(dict.fromkeys((*known.aliases, *found.aliases))),
            approved_by=known.approved_by or found.approved_by,
            mentions=known.mentions + found.mentions,
        )
        return known.id


def _named(programme: Programme) -> tuple[str, str]:
    return programme.kind, f"{key(programme.name)} {' '.join(YEAR.findall(programme.name))}"


def _renamed(actions: tuple[Action, ...], ids: dict[str, str]) -> tuple[Action, ...]:
    """Actions with the ids that their programmes have in the whole text."""
    return tuple(
        replace(action, programmes=tuple(ids[each] for each in action.programmes)) if action.programmes else action
        for action in actions
    )
