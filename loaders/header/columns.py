"""The tabs by which files part the columns of a head or a signature: the copy that is read has blanks for them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.text.reading import Reading

TAB = "\t"
TABS = re.compile(r"(?<=\S)\t+(?=\S)")

NEAR = 6000
"""Code points of a head, and of an end, in which they are looked for; of a long act also around its list of
recipients."""

LIST = ("Nơi nhận", "NƠI NHẬN")


def tabbed(page: Reading, text: str) -> Reading:
    """The copy with the tabs that head and signature of the text have between words; the same length. text: what the
    copy was made of."""
    if TAB not in text:
        return page
    tabs = [tab.start() for begin, end in _windows(text) for tab in TABS.finditer(text, begin, end)]
    places = tabs if page.pieces is None else [page.place(tab) for tab in tabs]
    places = [at for at in places if page.text[at] == " "]
    return replace(page, text=_with_tabs(page.text, places), low=_with_tabs(page.low, places)) if places else page


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches of the text, in order, none over another."""
    windows = [(0, NEAR)]
    listed = min((at for at in map(text.find, LIST) if at >= 0), default=len(text))
    for begin, end in ((listed - NEAR // 4, listed + NEAR // 2), (len(text) - NEAR, len(text))):
        begin = max(begin, windows[-1][1])
        if begin < end:
            windows.append((begin, end))
    return windows


def _with_tabs(copy: str, places: list[int]) -> str:
    begins = [0, *(at + 1 for at in places)]
    return TAB.join(copy[begin:end] for begin, end in zip(begins, [*places, len(copy)], strict=True))
