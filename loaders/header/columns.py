"""The tabs by which files part the columns of a head or a signature: the copy that is read has blanks for them."""

from __future__ import annotations

import re
from itertools import islice

from msgspec.structs import replace

from loaders.text.reading import Reading

TAB = "\t"
TABS = re.compile(r"(?<=\S)\t+(?=\S)")
MOST = 2000
"""Tabs of a text that are looked at; one with more is a table throughout."""


def tabbed(page: Reading, text: str) -> Reading:
    """The copy with the tabs that the text has between words; the same length. text: what the copy was made of."""
    if TAB not in text:
        return page
    places = [page.place(tab.start()) for tab in islice(TABS.finditer(text), MOST)]
    places = [at for at in places if page.text[at] == " "]
    return replace(page, text=_with_tabs(page.text, places), low=_with_tabs(page.low, places)) if places else page


def _with_tabs(copy: str, places: list[int]) -> str:
    begins = [0, *(at + 1 for at in places)]
    return TAB.join(copy[begin:end] for begin, end in zip(begins, [*places, len(copy)], strict=True))
