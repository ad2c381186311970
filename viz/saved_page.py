"""A saved web page as it was laid out, with the evidence marked: for a frame without scripts, links or addresses.

Whatever the page holds is taken for hostile: `nh3` (ammonia) keeps the tags and styles that lay out a text and nothing
else; the answer that carries the page forbids the rest a second time (`POLICY`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from viz.links import EVIDENCE_ANCHOR

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HTML = "text/html"

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox"
)
"""Of the answer that carries the page."""

LARGEST = 4_000_000
"""Characters of a page that is shown; a longer one is read as text only."""

_TAGS = """address article b big blockquote br caption center code col colgroup dd del div dl dt em figcaption figure
    font h1 h2 h3 h4 h5 h6 hr i img ins li main ol p pre q s section small span strike strong sub sup table tbody td
    tfoot th thead tr u ul"""
_GONE = """script style noscript template title nav aside footer button select option textarea svg math iframe object
    embed audio video canvas map dialog datalist"""
_STYLES = """text-align text-indent text-decoration text-transform font-weight font-style font-size vertical-align width
    margin-left margin-right margin-top margin-bottom padding-left border border-collapse border-top border-bottom
    border-left border-right white-space list-style-type display"""

TAGS, STYLES = set(_TAGS.split()), set(_STYLES.split())

GONE = set(_GONE.split())
"""Tags that go with all that they hold: no reader takes their words for those of the document."""

PLACING = {"align", "valign", "width", "style", "dir"}
ATTRIBUTES = {
    "*": PLACING,
    "td": PLACING | {"colspan", "rowspan"},
    "th": PLACING | {"colspan", "rowspan"},
    "table": PLACING | {"border", "cellpadding", "cellspacing"},
    "col": PLACING | {"span"},
    "ol": PLACING | {"start", "type"},
    "font": {"size"},
    "img": {"src", "alt", "width", "height"},
}
SHEET = """:root{color-scheme:light}body{margin:1rem;font:1rem/1.5 "Times New Roman",Tinos,serif;color:#111;
background:#fff;overflow-wrap:anywhere}table{border-collapse:collapse;max-width:100%}
td,th{padding:.15em .4em;vertical-align:top}
table[border]:not([border="0"]) td{border:1px solid #999}img{max-width:100%;height:auto}
mark{background:#ffe27a;color:inherit;box-shadow:0 2px 0 #b98a00;scroll-margin-top:30vh}"""
"""As `mark` in cancu.css."""


def shown(markup: str, evidence: str = "", before: str = "", lang: str = "vi") -> str | None:
    """The page, cleaned, as a whole document; None when it is too large.

    evidence: what to mark, as the text of the source has it; before: the text of the source in front of it, by which
    one of several places with these words is told.
    """
    if len(markup) > LARGEST:
        return None
    root = _cleaned(markup)
    if evidence:
        _mark(root, evidence, before)
    from lxml import html

    body = html.tostring(root, encoding="unicode")
    return (
        f'<!doctype html><html lang="{escape(lang)}"><head><meta charset="utf-8"><title>–</title><style>{SHEET}</style>'
        f"</head><body>{body}</body></html>"
    )


def _cleaned(markup: str) -> HtmlElement:
    import nh3  # only for originals
    from lxml import html

    clean = nh3.clean(
        markup,
        tags=TAGS,
        clean_content_tags=GONE,
        attributes=ATTRIBUTES,
        url_schemes={"data"},
        link_rel=None,
        filter_style_properties=STYLES,
    )
    root: HtmlElement = html.fragment_fromstring(clean, create_parent="div")
    return root


Letter = tuple[Any, bool, int]
"""Where a letter stands: the element, whether in its tail (else in its text), and at which place."""


def _mark(root: HtmlElement, evidence: str, before: str) -> None:
    """Marks the words wherever they stand in the elements of the page: they are found without white space, because the
    text of the source has another one."""
    letters: list[Letter] = []
    written: list[str] = []
    for element, tail, text in _texts(root):
        for place, letter in enumerate(text):
            if not letter.isspace():
                letters.append((element, tail, place))
                written.append(letter)
    whole = "".join(written)
    hit: set[int] = set()
    for line in _lines(evidence):
        wanted = _bare(line)
        at = _nth(whole, wanted, _bare(before).count(wanted)) if wanted else -1
        if at >= 0:
            hit.update(range(at, at + len(wanted)))
    _wrap([letters[at] for at in sorted(hit)])


LISTED = re.compile(r"(?:[0-9]{1,3}\.|-)\s")
"""Marks of lists, which the page draws and the text of the source writes."""


def _lines(evidence: str) -> Iterator[str]:
    for line in evidence.split("\n"):
        match = LISTED.match(line)
        yield line[match.end() :] if match else line


def _bare(text: str) -> str:
    return "".join(text.split())


def _nth(whole: str, wanted: str, number: int) -> int:
    """Where the wanted words stand for the time `number` (from 0), or the last time before that; -1: nowhere."""
    at = found = whole.find(wanted)
    while number and at >= 0:
        at = whole.find(wanted, at + len(wanted))
        found, number = (at if at >= 0 else found), number - 1
    return found


def _texts(root: HtmlElement) -> Iterator[tuple[Any, bool, str]]:
    """All texts in the order of the page."""
    for event, element in _walk(root):
        text = element.text if event == "start" else element.tail
        if text and not (event == "end" and element is root):
            yield element, event == "end", text


def _walk(root: HtmlElement) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    yield from etree.iterwalk(root, events=("start", "end"))


def _wrap(letters: list[Letter]) -> None:
    """Each run of these letters in a `mark` of its own, the first with the anchor. From the last to the first, so that
    the places of earlier ones stay."""
    from lxml import etree

    runs = [(key, [place for _, _, place in group]) for key, group in groupby(letters, key=lambda each: each[:2])]
    for number, ((element, tail), places) in reversed(list(enumerate(runs))):
        text = (element.tail if tail else element.text) or ""
        start, end = places[0], places[-1] + 1
        mark = etree.Element("mark")
        if number == 0:
            mark.set("id", EVIDENCE_ANCHOR)
        mark.text, mark.tail = text[start:end], text[end:]
        if tail:
            element.tail = text[:start]
            parent = element.getparent()
            parent.insert(parent.index(element) + 1, mark)
            mark.tail = text[end:]
        else:
            element.text = text[:start]
            element.insert(0, mark)
