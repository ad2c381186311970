"""Where the lists of recipients begin: behind "Kính gửi" above the body, behind "Nơi nhận" at the end of the act.

Forms and annexes print the same headings; those are none of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.text import trie
from ontology.issuer_names import from_text
from ontology.lexicon import phrases

HEAD = 6000
"""Code points in which "Kính gửi" stands, as in `loaders.header.header`."""


@cache
def _kinh() -> tuple[str, ...]:
    """How the heading of the addressees begins, also as scans print it; found at the speed of memory."""
    words = phrases("addressee_heading")
    return (*(word.capitalize() for word in words), words[0].upper(), words[0])


@cache
def _addressed() -> re.Pattern[str]:
    """The heading of the addressees: "Kính gửi:", "Kinh gừi:" of a scan, "Kính gởi" of the south."""
    kinh = trie.pattern(_kinh())
    return re.compile(
        rf"(?:^|[|\]]|[ ]{{2}})[ \t#>-]*(?:Đồng\s)?{kinh}[ ]+(?:g\w{{1,3}}|G[ỬỞ]I|trình)[ \t*]*(?P<mark>[:;.]|$|\|)"
        rf"|^[ \t#>|]*(?:Đồng\s)?{kinh}[ ]+(?:g[ửởừữ]i|trình)[ ](?=[-+]?[ ]*[^\W\d_])",
        re.MULTILINE,
    )


LIST = ("nơi nhận",)
COPIES = "Nơi nhận:"
HEADED = re.compile(r"(?:Nơi|NƠI) (?:[Nn]hận|NHẬN)(?!\w)(?:[ ]\([^()\n]{0,30}\))?[ .]{0,3}(?=[:|\n\t]|[ ]{2}|[ ]-|\Z)")
"""The heading of the list. Where a scan misspells it ("Noi nhân:", "NơI nhậm") its last entry is found."""

BEFORE = re.compile(r"(?:^|[|*#>]|[ ]{2}|[.…”\"]+[ ])[ \t]*\Z")
"""What stands before the heading of the list on its line; where lines were joined it follows the end of a sentence."""

FILED_LINE = re.compile(r"Lưu[ ]*:[ ]*V[TP]")
"""The last entry of a list whose heading is lost."""

MARK = re.compile(r"[-~+•*_·¬]{1,3}[ ]*(?:[-~+•*_·:][ ]*)?(?=[^\W\d_(])")
"""How an entry begins; a scan may see its dash twice ("- - Bộ A", "- :Bộ A"), or as "¬"."""

EDGE = " \t*|>`'\u201c\u201d\u02c6"
"""What stands around the words of a cell."""

ENTRIES = 80
"""Entries of one list. The longest that was read holds sixty."""

LIST_LIMIT = 7000
WIDTH = 240
"""Code points of a list, and of a line in it."""

OF_FORM = re.compile(
    r"^[ \t|*#]*(?:\((?:Ban\s+hành\s+)?[Kk]èm\s+theo\s|PHỤ\s+LỤC\b"
    r"|(?:Phụ\s+lục|M[ẫẪ][uU])(?:[ ]s[ốỐ])?[ ]*[:.]?[ ]*[IVX0-9][^\n ]{0,12}[ \t|*]*$)",
    re.MULTILINE,
)
"""What opens an annex or a form, whose recipients are none of the document."""

SIGNED = 800
"""Code points from the signature to the list of the same act."""


def of_form(text: str, signed: int, listed: int) -> bool:
    """Does a list behind the signature belong to a form of an annex, which has a motto or a number of its own? signed:
    where the name ends. listed: where the list begins."""
    return listed - signed > SIGNED and (
        OF_FORM.search(text, signed, listed) is not None or MOTTO.search(text, signed, listed) is not None
    )


MOTTO = re.compile(r"CỘNG\s+H[OÒ][AÀ]\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]")

KEPT_HEAD = 500
"""Code points in which "(Kèm theo Quyết định số …)" stands below a title and opens no annex."""

ARTICLE = re.compile(r"^[ \t*#]*Điều[ ]1[.:]", re.MULTILINE)

TRIED = 6
"""Headings that are tried: instructions on how to write documents print the words on their own."""

BELOW_END = 300
"""Code points below the mark "./." in which the list of an act begins."""

NEAR = 60
"""Code points in which a line begins before what heads it."""


def addressed(text: str) -> int | None:
    """Behind the heading "Kính gửi" of the document itself; None without one."""
    for sign in _places(text, _kinh(), HEAD):
        begin = max(text.rfind("\n", 0, sign) + 1, sign - NEAR)
        heading = _addressed().search(text, begin, min(sign + NEAR, HEAD))
        if heading is not None and heading.start() <= sign < heading.end():
            own = _form(text, heading.start()) is None and not ARTICLE.search(text, 0, heading.start())
            own = own and text.find(COPIES, 0, heading.start()) < 0  # what a portal writes to its readers, below
            return heading.end() if own else None
    return _wired(text)


def _wired(text: str) -> int | None:
    """Behind "THỦ TƯỚNG CHÍNH PHỦ điện:", as telegrams address whom they go to (NĐ 30/2020 annex III)."""
    sign = text.find(WIRED, 0, HEAD)
    while sign >= 0:
        line = text[text.rfind("\n", 0, sign) + 1 : sign].strip(EDGE)
        end = text.find("\n", sign)
        if line[:1].isupper() and len(line) < 2 * NEAR and not text[sign + len(WIRED) : end].strip(EDGE):
            named = from_text(line, None, None)
            if named is not None and not line[named[1] :].strip(EDGE):
                return sign + len(WIRED)
        sign = text.find(WIRED, sign + 1, HEAD)
    return None


WIRED = "điện:"


def _places(text: str, words: tuple[str, ...], limit: int) -> list[int]:
    found = []
    for word in words:
        position = text.find(word, 0, limit)
        while position >= 0:
            found.append(position)
            position = text.find(word, position + 1, limit)
    return sorted(found)


def listed(text: str, low: str) -> Iterator[int]:
    """Behind the headings that stand in no annex; where there is none the first of the entries that end in "Lưu"."""
    tried = 0
    for sign in _places(low, LIST, len(low)):
        heading = HEADED.match(text, sign)
        if heading is None or not BEFORE.search(_before(text, sign)):
            continue
        tried += 1
        own = _closes_act(text, sign) or _before(text, sign).startswith("#") or _form(text, sign) is None
        if tried > TRIED or not own:
            break
        yield heading.end()
    filed = _filed(text)
    if filed is None or (tried and _form(text, filed) is not None):
        return
    first = start = text.rfind("\n", 0, filed) + 1
    for _ in range(ENTRIES):
        start = text.rfind("\n", 0, max(start - 1, 0)) + 1
        line = text[start : start + NEAR].partition("\n")[0].strip(EDGE)
        if MARK.match(line):
            first = start
        elif line and not line[0].islower():
            break
        if start == 0:
            break
    yield first


def _filed(text: str) -> int | None:
    """Where the first entry "- Lưu: VT" begins."""
    position = text.find("Lưu")
    while position >= 0:
        if FILED_LINE.match(text, position) and MARK.match(_before(text, position).strip(EDGE) + " x"):
            return position
        position = text.find("Lưu", position + 1)
    return None


def _before(text: str, position: int) -> str:
    """The words before a position on its line, of a long line the last ones."""
    begin = text.rfind("\n", max(0, position - NEAR), position) + 1
    return text[begin:position] if begin or position < NEAR else f"x{text[position - NEAR : position]}"


def _form(text: str, end: int) -> int | None:
    """Where the first annex or form begins, below the head and before `end`; None without one."""
    first: int | None = None
    for word in ("PHỤ LỤC", "Phụ lục", "èm theo", "MẪU", "Mẫu"):
        position = text.find(word, KEPT_HEAD if word == "èm theo" else 0, end)
        while position >= 0 and (first is None or position < first):
            begin = text.rfind("\n", max(0, position - NEAR), position) + 1
            if (begin or position < NEAR) and OF_FORM.match(text, begin):
                first = begin
                break
            position = text.find(word, position + 1, end)
    return first


def _closes_act(text: str, position: int) -> bool:
    """Does the mark that ends an act stand right above, and no annex before it?"""
    return text.rfind("./.", max(0, position - BELOW_END), position) >= 0 and text.find("PHỤ LỤC", 0, position) < 0
