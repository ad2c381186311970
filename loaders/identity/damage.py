"""Letters that a damaged file lost: each stands as U+FFFD in the text, and whatever it may be part of is no number.

"Quyết định số 7\ufffd9/QĐ-TTg" is not Quyết định 9: a mention that touches a lost letter is kept as a doubt and never
read as another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from loaders.citations.sighting import Sighting
from loaders.header.header import Head
from loaders.text.reading import Reading
from ontology.records import Action, Observation, Span, Unresolved

LOST = "\ufffd"
REASON = "letter.lost"
DOUBTS = 200
"""Lost letters that are listed one by one; a text with more is told by its note."""


def touches(text: str, span: Span) -> bool:
    """Does a stretch hold a lost letter, or stand right beside one?"""
    return LOST in text[max(0, span.start - 1) : span.end + 1]


def parted(flow: Reading, sightings: Iterable[Sighting]) -> tuple[tuple[Sighting, ...], tuple[Sighting, ...]]:
    """The mentions that are whole, and those with a lost letter in number, symbol, name or date, or in the words at
    their rims: "749/QĐ-\ufffdTg" is no 749/QĐ."""
    seen = tuple(sightings)
    if LOST not in flow.text:
        return seen, ()
    whole: list[Sighting] = []
    lost: list[Sighting] = []
    for sighting in seen:
        span = _word(flow.text, Span(sighting.start, max(sighting.end, sighting.tail.date_end or 0)))
        (lost if touches(flow.text, span) else whole).append(sighting)
    return tuple(whole), tuple(lost)


def with_doubts(
    known: tuple[Unresolved, ...], text: str, flow: Reading, lost: Iterable[Sighting]
) -> tuple[Unresolved, ...]:
    """What was not understood, with the lost letters and the mentions that were left out for them, in the order of the
    text. A doubt about the same place is told once, by the lost letter."""
    if LOST not in text:
        return known
    found = tuple(_doubts(text, flow, lost))
    rest = [each for each in known if not any(_meet(each.span, new.span) for new in found)]
    return tuple(sorted((*rest, *found), key=lambda each: each.span))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _doubts(text: str, flow: Reading, lost: Iterable[Sighting]) -> Iterator[Unresolved]:
    spans = [_word(text, flow.original(Span(s.start, max(s.end, s.tail.date_end or 0)))) for s in lost]
    spans += [_word(text, Span(at, at + 1)) for at in _places(text)]
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    yield from (Unresolved(span, REASON) for span in joined)


def _places(text: str) -> Iterator[int]:
    at = -1
    for _ in range(DOUBTS):
        at = text.find(LOST, at + 1)
        if at < 0:
            return
        yield at


def _word(text: str, span: Span) -> Span:
    """The stretch with the rest of the words at its ends."""
    start, end = span.start, span.end
    while start > 0 and span.start - start < 40 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - span.end < 40 and not text[end].isspace():
        end += 1
    return Span(start, end)


def without(head: Head, page: Reading) -> Head:
    """The header without a number that lost a letter."""
    own = head.header
    if own.span is None or LOST not in page.text or not touches(page.text, own.span):
        return head
    return replace(head, header=replace(own, number=None, symbol=None, span=None), symbol=None)


def sound_action(text: str, action: Action) -> Action:
    """An action without the results and sums that touch a lost letter. text: as printed, in which its spans count."""
    if LOST not in text:
        return action
    return replace(
        action,
        quantities=tuple(each for each in action.quantities if each.span is None or not touches(text, each.span)),
        money=tuple(each for each in action.money if each.span is None or not touches(text, each.span)),
    )


def sound(text: str, found: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The cells of tables whose numbers are whole."""
    return found if LOST not in text else tuple(each for each in found if not touches(text, each.span))
