"""The line with a document's own number:
"Số: 12/QĐ-UBND", "Luật số: 29/2013/QH13", the head of the official gazette."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.citations import grammar, types
from loaders.text import patterns
from ontology.numbers import Symbol
from ontology.tables import DocumentType
from ontology.words import CAPITALS, letters

SPREAD = rf"{grammar.SYMBOL}(?:[ ]-[ ](?:{grammar.GROUP}))*"
"""A symbol whose groups are set apart on a line of their own: "NQLT - UBTVQH15 - CP - ĐCTUBTWMTTQVN"."""

BESIDE = r"(?:C[ỘO]NG\s+H|Đ[ỘộOo]C\s+[LlTt]|Độc\s+lập|V/v\s|[A-ZĐ][^\n,;]{1,30}(?:[,;]\s*[Nn]g[àa]|[ ]ngày[ ][0-9]))"
"""What stands in the right column, flattened onto the line of the number: the motto, place and day; the subject of a
letter."""

NUMBER_LINE = patterns.awaited(
    r"(?:^|[|\t\n]|\s{3}|(?<=húc)|(?<=[-_]{3}))[ \t]*"
    r"(?:(?P<type>[^\W\d_][\w ]{2,30}?)[ \t]+s[ốô]|S[ốôỐóồổộế])\s*[:.]?[ \t]*"
    r"(?:(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđA-ZĐ]?)?[ \t.…_]*|[^\s/]{1,8}[ \t]*)"
    r"(?P<mark>/|(?<![A-ZĐ]{2})-)/?[ \t]*"
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})[ \t]*/{{1,2}}[ \t]*)?(?P<symbol>{SPREAD})"
    rf"(?=[ \t]*(?:$|[|\t]|[ ]{{3}}|{grammar.SPECKS}(?:ngày|{BESIDE})))",
    re.MULTILINE,
)
"""The number of the document itself: a line or cell of its own ("Số:   /BC-SKHCN", "Luật số: 29/2013/QH13")."""

CODE = r"(?:NQ|QĐ|KH|BC|TB|TTr|HD|CT|GM|CV)"

SCANNED_LINE = patterns.awaited(
    r"^[^\w\n]{0,4}[sS][^\W\d_][ ]?[:.;z][ ]?(?P<type>)(?P<year>)"
    r"(?:(?P<number>[0-9]{1,6})(?=[ ]?[/⁄A-ZĐ])|[^\n]{0,18}?)[^\w\n]{0,3}"
    rf"(?P<mark>[/#⁄]|(?<=[0-9])(?={CODE}-)|(?<=[0-9][ ])(?={CODE}[-/]|[A-ZĐ]{{2,8}}/[A-ZĐ]{{2}}))[ ]?"
    rf"(?P<symbol>{SPREAD})(?=[ \t]*(?:$|[|\t]|[ ]{{3}}|{grammar.SPECKS}(?:$|ngày|{BESIDE})))",
    re.MULTILINE,
)
"""The number line whose number a reader of images made something else of: "Só:22(/1/SYT-NVY Kiên Giang, ngày", "Số:
/2Z2/TB-SYT". What stands there is told as a number only where it is one; a scan may lose the stroke behind it, too
("Số: 01NQ-HĐQLQ"); old papers print none ("Số: 1386 QĐ/UB", "Số: 3414 TCHQ/GSQL")."""

SIGN = re.compile(
    r"[sS][ốôỐóồổộế]\s*[:.]?[ \t]*(?:(?:[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđA-ZĐ]?)?[ \t.…_]*|[^\s/]{1,8}[ \t]*)[/-]"
)
"""What every number of a document holds: a cheap look before the pattern, which would be tried at each blank."""

GAZETTE = patterns.awaited(
    rf"^[ \t]*CỦA[ ]+(?P<type>[{CAPITALS}][{CAPITALS} ,\n-]{{3,120}}?)\s+SỐ\s*:?\s*"
    r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđA-ZĐ]?)[ ]?(?P<mark>[/-])[ ]?"
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})[ ]?/[ ]?)?(?P<symbol>{grammar.SYMBOL})"
    r"\s+NGÀY\s+(?P<d>[0-9]{1,2})\s+THÁNG\s+(?P<m>[0-9]{1,2})\s+NĂM\s+(?P<y>[0-9]{4})",
    re.MULTILINE,
)
"""The head of the official gazette: "CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010" below the type."""


BARE_GAZETTE = patterns.awaited(
    rf"^[ \t]*CỦA[ ]+(?P<type>[{CAPITALS}][{CAPITALS} ,\n-]{{3,120}}?)\s+SỐ\s*:?\s*"
    r"(?P<number>[0-9]{1,4}(?:[- ]?[A-Z]{1,3})?)(?P<mark>)(?P<year>)(?P<symbol>)"
    r",?\s+NGÀY\s+(?P<d>[0-9]{1,2})\s+THÁNG\s+(?P<m>[0-9]{1,2})\s+NĂM\s+(?P<y>[0-9]{4})",
    re.MULTILINE,
)
"""The same of decrees that had no symbol: "CỦA CHỦ TỊCH NƯỚC SỐ 72 NGÀY 2 THÁNG 12 NĂM 1945" below SẮC LỆNH."""

CITED_ABOVE = re.compile(r"(?:theo|kèm\s+theo|tại)\s+(?:quyết\s+định|kế\s+hoạch|qđ|công\s+văn|thông\s+báo)$")
"""What stands above a number that is not the document's own: "ĐOÀN KIỂM TRA / THEO QUYẾT ĐỊNH / SỐ 1050/QĐ-SCT"."""


def find(region: str) -> re.Match[str] | None:
    """The header's own number: the first "Số: …" line before any preamble, or the head of the official gazette."""
    line = _own_line(region)
    scanned = _scanned_line(region)
    if scanned is not None and (line is None or scanned.start() < line.start()):
        line = scanned
    gazette = _gazette(region)
    if gazette is not None and (line is None or gazette.start() < line.start()):
        return gazette
    match = line
    if match is None or (match["type"] and letters(match["type"]) not in types.spellings()):
        return None
    if match["type"]:
        below = _below_caption(region, match.end())
        if _in_sentence(region, match):
            match = below
        elif below is not None and (below["number"], below["symbol"]) == (match["number"], match["symbol"]):
            match = below  # "Công văn số: 12/BYT-VP V/v …", as a page calls the letter below
        if match is None:
            return None
    preamble = PREAMBLE.search(region)
    return None if preamble and preamble.start() < match.start() else match


IN_COLUMN = re.compile(BESIDE)


def _in_sentence(region: str, match: re.Match[str]) -> bool:
    """ "Nghị định số 31/2011/NĐ-CP ngày …" at the start of a line is a sentence, not a header."""
    behind = region[match.end() :].lstrip(" ")
    return bool(match["type"] and behind) and not behind.startswith(("|", "\t", "\n")) and not IN_COLUMN.match(behind)


def _below_caption(region: str, caption: int) -> re.Match[str] | None:
    """The number of the letterhead, where a page calls the document above it: "Thông tư số 12/2031/TT-BTC ngày …". It
    stands beside the motto. caption: where its number ends."""
    if region.find(MOTTO, max(0, caption - BESIDE_MOTTO)) < 0:
        return None
    for match in _numbered(region):
        if match.start() > caption and not match["type"]:
            beside = region[max(caption, match.start() - BESIDE_MOTTO) : match.end() + BESIDE_MOTTO]
            return match if MOTTO in beside else None
    return None


def displaced(region: str) -> re.Match[str] | None:
    """The number of a letterhead that a tool for PDF files put behind the text of the first page, beside the motto."""
    preamble = PREAMBLE.search(region)
    motto = region.find(MOTTO, preamble.end()) if preamble else -1
    if motto < 0:
        return None
    for match in _numbered(region[: motto + BESIDE_MOTTO]):
        if match["number"] and match.start() > motto - BESIDE_MOTTO and not match["type"]:
            return match
    return None


PREAMBLE = re.compile(r"^\s*(?:[-*]\s*)?Căn cứ", re.MULTILINE)
MOTTO = "Độc lập"
BESIDE_MOTTO = 200
"""Code points between the motto and the number beside it."""


def _own_line(region: str) -> re.Match[str] | None:
    """The first line of a number that no line above it attributes to another document."""
    for match in _numbered(region):
        above = region[: match.start()].rstrip().rpartition("\n")[2]
        if match["type"] and _in_table(region, match.start("type")):
            continue
        cell = re.split(r"[|\t]|\s{3,}", above.strip(" |\t"))[0]
        if not CITED_ABOVE.search(letters(cell)):
            return match
    return None


def _scanned_line(region: str) -> re.Match[str] | None:
    """The number line of a scan, among the first lines only."""
    return SCANNED_LINE.search(region, 0, SCANNED_HEAD)


SCANNED_HEAD = 800
"""Code points in which it stands, with what was read of stamps above it."""


def _numbered(region: str) -> Iterator[re.Match[str]]:
    """The matches of `NUMBER_LINE`, looked for in the lines that hold a sign of one, with three blanks before them and
    two lines behind them."""
    position, line_end, end = 0, -1, 0
    empty = (-1, -1)  # where no number was found: the signs of one line have the same surroundings
    for sign in SIGN.finditer(region):
        if sign.end() <= position:
            continue
        if sign.end() > line_end:
            behind = BEHIND.match(region, sign.end())
            line_end, end = (behind.end(1), behind.end()) if behind else (len(region), len(region))
        around = (max(position, region.rfind("\n", 0, sign.start()) - 2), end)
        if around == empty:
            continue
        seen = NUMBER_LINE.search(region, *around)
        match = NUMBER_LINE.match(region, seen.start()) if seen else None  # a symbol may go on over any lines
        if match is None:
            empty = around
        else:
            position = match.end()
            yield match


BEHIND = re.compile(r"([^\n]*)(?:\n\s*[^\n]*){0,2}")


def _in_table(region: str, start: int) -> bool:
    """Does a cell in small letters stand in front, as in "| Thay thế | Thông tư số 62/2024/TT-BTC |"?"""
    line = region[region.rfind("\n", 0, start) + 1 : start]
    return "|" in line and any(cell.strip() and not cell.strip().isupper() for cell in line.split("|"))


def _gazette(region: str) -> re.Match[str] | None:
    """The head of the official gazette, right below the line of its type."""
    if "NGÀY " not in region:
        return None
    for pattern in (GAZETTE, BARE_GAZETTE):
        match = pattern.search(region)
        if match is None:
            continue
        kind = types.spellings().get(letters(region[: match.start()].rstrip().rpartition("\n")[2].strip(" |*#")))
        if kind is not None and (pattern is GAZETTE or kind.slug in types.WITHOUT_SYMBOL):
            return match
    return None


def of_gazette(number: re.Match[str]) -> bool:
    """Is it the head of the official gazette, which names body and day as well?"""
    return number.re.pattern in (GAZETTE.pattern, BARE_GAZETTE.pattern)


def is_scanned(number: re.Match[str]) -> bool:
    """Is it a line of which a scan hid a part?"""
    return number.re.pattern == SCANNED_LINE.pattern


def kind(number: re.Match[str], symbol: Symbol | None) -> DocumentType | None:
    stated = types.spellings().get(letters(number["type"] or ""))
    if stated:
        return stated
    if symbol is None:
        return None
    return types.of_code(symbol)
