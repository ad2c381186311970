"""The sentence that proves an edge, cut in three: before, the evidence itself, after."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers import Evidence

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Quote:
    """White space is collapsed to single spaces; `before + marked + after` reads as one line."""

    before: str
    marked: str
    after: str

    def __str__(self) -> str:
        return self.before + self.marked + self.after


def quote(evidence: Evidence, limit: int | None = None) -> Quote:
    """The quote with the evidence marked, behind the lead-in of its list; with a limit, the ends are cut at words to
    about that many characters.

    The evidence itself is cut only when it alone is longer than the limit. Evidence that lies outside of its sentence
    marks nothing.
    """
    size = len(evidence.sentence)
    start = min(max(evidence.start - evidence.sentence_start, 0), size)
    end = min(max(evidence.end - evidence.sentence_start, start), size)
    while start < end and evidence.sentence[start].isspace():
        start += 1
    while start < end and evidence.sentence[end - 1].isspace():
        end -= 1
    before, marked, after = evidence.sentence[:start], evidence.sentence[start:end], evidence.sentence[end:]
    before, marked, after = _flat(before).lstrip(), _flat(marked), _flat(after).rstrip()
    before = _led(evidence) + before
    if limit is None or len(before) + len(marked) + len(after) <= limit:
        return Quote(before, marked, after)
    marked = _ends(marked, limit)
    room = limit - len(marked)
    left = min(len(before), max(room // 3, room - len(after)))
    return Quote(_tail(before, left), marked, _head(after, room - left))


LEAD_LIMIT = 160
"""Characters of a lead-in that are shown before its item."""


def _led(evidence: Evidence) -> str:
    """The lead-in and where it was left: "Bãi bỏ các văn bản sau: … "."""
    if not evidence.lead:
        return ""
    words = _head(" ".join(evidence.lead.split()), LEAD_LIMIT).removesuffix(ELLIPSIS)
    return f"{words} {ELLIPSIS} "


def said(evidence: Evidence) -> str:
    """The sentence as one cell of a table, behind the lead-in of its list."""
    return f"{evidence.lead.strip()} {ELLIPSIS} {evidence.sentence}" if evidence.lead else evidence.sentence


def _flat(text: str) -> str:
    """Runs of white space become one space; spaces at the ends stay as one."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()


def _head(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[: max(room, 0)]
    return (cut[: cut.rfind(" ")] if " " in cut.strip() else cut).rstrip() + ELLIPSIS


def _ends(text: str, room: int) -> str:
    """Both ends of a text that is too long: a lead-in and its list item prove an edge together."""
    if len(text) <= room:
        return text
    return _head(text, room * 3 // 5) + " " + _tail(text, room - room * 3 // 5).lstrip(ELLIPSIS)


def _tail(text: str, room: int) -> str:
    if len(text) <= max(room, 0):
        return text
    cut = text[len(text) - max(room, 0) :]
    trailing = " " * text[-1].isspace()
    return ELLIPSIS + (cut[cut.find(" ") + 1 :] if " " in cut.strip() else cut).strip() + trailing
