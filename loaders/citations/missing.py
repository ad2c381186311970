"""Numbers that are not there: drafts that wait for theirs, and what a scan or a firm printed in their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from loaders.citations import belonging, grammar, types
from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.records import Span

LOOK_BACK = 24


def blank(reading: Reading, words: types.TypeWords, so: list[int]) -> Iterator[Sighting]:
    """Drafts without a number, cited with a type word right before ("Quyết định số      /QĐ-UBND")."""
    for match in _at(grammar.BLANK, reading.text, so):
        index = words.before(match.start())
        if index < 0 or reading.text[words.words[index].end : match.start()].strip():
            continue
        symbol = belonging.symbol_of(match["symbol"])
        if symbol is not None:
            word = words.words[index]
            yield Sighting(word.start, match.end(), "full", word.type, None, match["year"], symbol, rule="number.blank")


def unread(
    reading: Reading, words: types.TypeWords, so: list[int], found: list[Sighting], rejected: list[tuple[Span, str]]
) -> list[tuple[Span, str]]:
    """Number-shaped strings behind "số" that nothing else has taken. so: where that word may stand."""
    taken = sorted([(s.start, s.end) for s in found] + [(span.start, span.end) for span, _ in rejected])
    starts = [start for start, _ in taken]
    missed = []
    for match in _at(grammar.UNREAD, reading.text, so):
        index = bisect_right(starts, match.end() - 1) - 1
        if index >= 0 and taken[index][1] > match.start():
            continue
        before = match.start("printed")
        form = grammar.NOT_CITED.search(reading.low, max(0, before - LOOK_BACK), before)
        empty = not match["given"] and not match["rest"].partition("/")[0].strip(" .…_")
        if not empty and not any(map(str.isdigit, match["printed"])) and not _of_its_type(reading, words, match):
            continue  # "Số CC/CCCD/ĐKKD": what a form asks for
        head = match[0].startswith("S") and ":" in match[0][:HEAD]
        reason = "form" if form or (empty and head) else "number.blank" if empty else "number.unread"
        missed.append((Span(*match.span("printed")), reason))
    return missed


def _of_its_type(reading: Reading, words: types.TypeWords, match: re.Match[str]) -> bool:
    """Does it stand behind a type word that its symbol fits ("Quyết định số Ÿ† /QĐ-UBND": a scan lost its figures)?"""
    index = words.before(match.start())
    if index < 0 or reading.text[words.words[index].end : match.start()].strip():
        return False
    symbol = belonging.symbol_of(reading.text[match.end("rest") : match.end()])
    return symbol is not None and symbol.type_code is not None and belonging.fits(words.words[index].type, symbol)


HEAD = 4
"""Code points of "Số :" in the head of a form: "Số: …/QĐ-UBND" cites nothing."""


def _at(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that can only begin at `starts`, none overlapping another."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match
