"""The rim of a name without quotes: what hangs on to it and is none of it, and what closes it behind its words, its
phase, its years, its abbreviation."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from loaders.actions import programme_names as names
from loaders.actions import programme_places as places
from loaders.actions.programme_keys import key
from loaders.actions.programme_named import Named
from loaders.actions.programme_proofs import PROJECT
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases

PHASE = re.compile(r" ?\((?:giai\s+đoạn|phân\s+kỳ)\s+(?:[0-9]{1,2}|[ivx]{1,4})\)")
"""The phase of a project, behind its name: "dự án Trường Mầm non thị trấn Mộ Đức | (giai đoạn 1)"."""

YEARS = re.compile(r" ?\((?:giai\s+đoạn\s+)?[0-9]{4}\s*-\s*[0-9]{4}\)")
"""The years in brackets, behind a name: "Đề án tổ chức Đại hội Đoàn luật sư tỉnh nhiệm kỳ X | (2024 - 2029)"."""

FOOTNOTE = re.compile(r"(?<=[a-zà-ỹđ]{2})[0-9]{1,2}\Z")
"""The mark of a note, glued to a name: "Chương trình Lao động kết hợp kỳ nghỉ2"."""

NOTE = 5
"""Code points of the mark of a note with the letters before it."""

LOOSE_ENDS = frozenset(phrase.split()[-1] for phrase in phrases("loose_word"))
LAST_WORDS = 24
"""Code points in which the last word of a name is looked at before the pattern."""

FOR_WHOM = re.compile(r"\s+đối\s+với\s")


@cache
def _loose() -> re.Pattern[str]:
    """Words of the sentence that hang on to a name."""
    return re.compile(rf"(?:\s+(?:{trie.pattern(phrases('loose_word'))}))+[\s,]*\Z")


def rim(reading: Reading, start: int, stop: int, kind: str, approved_to: int | None) -> int:
    """Where the name of a kind ends whose words begin at `start` and, as the sentence goes on, end at `stop`.
    approved_to: where the title ends that names the programme as the one that its document approves."""
    text, low = reading.text, reading.low
    stop = _without_loose(low, start, stop)
    if kind == PROJECT:
        stop = places.end(text, start, stop)
        phase = PHASE.match(low, stop)
        stop = phase.end() if phase else stop
    if low.startswith((" (", "("), stop) and (years := YEARS.match(low, stop)):
        stop = years.end()
    if approved_to is not None and (owner := places.owner(text, stop, approved_to)):
        stop = owner
    if text[stop - 1].isdigit() and (note := FOOTNOTE.search(text, stop - NOTE, stop)):
        stop = note.start()
    return stop


def _without_loose(low: str, start: int, stop: int) -> int:
    """Where a name ends without the words of the sentence that hang on to it."""
    last = low[max(start, stop - LAST_WORDS) : stop].rstrip(" \n,").rsplit(None, 1)
    if not last or last[-1] not in LOOSE_ENDS:
        return stop
    loose = _loose().search(low, start, stop)
    return loose.start() if loose is not None else stop


def closed(reading: Reading, named: Named) -> Named:
    """With the abbreviation in parentheses behind the name, and the period behind that."""
    match = names.ABBREVIATION.match(reading.text, named.end)
    if match is None:
        return named
    end = match.end()
    period = None if named.titled else places.period(reading.text, reading.low, end)
    rest = "" if period is None else " ".join(reading.text[end:period].split())
    name = f"{named.name}{'' if rest.startswith(',') else ' '}{rest}" if rest else named.name
    return replace(named, end=period or end, short=match["short"], name=name)


def without_whom(low: str, named: Named, keys: set[str]) -> Named | None:
    """A name that goes on with whom it is for, without that, where the text names it so elsewhere."""
    match = FOR_WHOM.search(low, named.start, named.end)
    if match is None:
        return None
    name = FOR_WHOM.split(named.name, maxsplit=1)[0]
    return replace(named, end=match.start(), name=name) if key(name) in keys else None
