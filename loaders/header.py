"""What a document says of itself: type, number, issuer, place, date, title, signer (NĐ 30/2020 annex I; HD 36 and
05 VPTW).

Works on lines as printed: state and party layouts, letters (V/v …), two-column heads flattened into lines or cells.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from loaders import grammar, letterhead, trie, types
from loaders.reading import Reading
from ontology.issuers import from_symbol
from ontology.lexicon import phrases
from ontology.numbers import Symbol, parse_symbol
from ontology.records import Header, Issuer, Span
from ontology.tables import DocumentType, Place, place_at, places
from ontology.words import letters

PLACE_LIMIT = 40_000
"""Code points in which the province is looked for that a text names most."""

MINUTES = frozenset({"bien-ban", "hop-dong", "quy-che", "dieu-le"})
"""Types whose line in capitals goes on with what the paper is about."""

BELOW_NUMBER = frozenset({"ke-hoach", "bao-cao", "chuong-trinh", "de-an", "phuong-an", "to-trinh", "thong-bao"})
"""Types for which that holds below the number only: above it "KẾ HOẠCH VÀ ĐẦU TƯ" is part of a body."""

TITLE_LINE = 300
OPEN_ENDS = (" của", " tại", " do", " thuộc", " và", " cho", " với", ",")
"""How a line of a title ends that a body on the next line completes."""

HEAD_LIMIT = 6000
"""Code points in which a header stands; behind them is body."""

NUMBER_LINE = re.compile(
    r"(?:^|[|\t\n]|\s{3})[ \t]*(?:(?P<type>[^\W\d_][\w ]{2,30}?)[ \t]+s[ốô]|S[ốôỐ])\s*[:.]?[ \t]*"
    r"(?:(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđA-ZĐ]?)?[ \t.…_]*|[^\s/]{1,8}[ \t]*)(?P<mark>[/-])[ \t]*"
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})[ \t]*/{{1,2}}[ \t]*)?(?P<symbol>{grammar.SYMBOL})"
    r"(?=[ \t]*(?:$|[|\t]|[ ]{3}|,?[ ]*(?:CỘNG|ngày|[A-ZĐ][^\n,]{1,30},\s*ng[àa])))",
    re.MULTILINE,
)
"""The number of the document itself: a line or cell of its own ("Số:   /BC-SKHCN", "Luật số: 29/2013/QH13")."""

GAZETTE = re.compile(
    r"^[ \t]*CỦA[ ]+(?P<type>[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ ,\n-]{3,120}?)\s+SỐ\s*:?\s*"
    r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđA-ZĐ]?)[ ]?(?P<mark>[/-])[ ]?"
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})[ ]?/[ ]?)?(?P<symbol>{grammar.SYMBOL})"
    r"\s+NGÀY\s+(?P<d>[0-9]{1,2})\s+THÁNG\s+(?P<m>[0-9]{1,2})\s+NĂM\s+(?P<y>[0-9]{4})",
    re.MULTILINE,
)
"""The head of the official gazette: "CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010" below the type."""

DATELINE_DAY = re.compile(
    r",\s*(?:ngày|Ngày)[ \t]*(?P<d>[0-9]{1,2})?[ \t.…_]*(?:tháng|/)[ \t]*(?P<m>[0-9]{1,2})?[ \t.…_]*(?:năm|/)"
    r"[ \t]*(?P<y>[0-9]{4})"
)
DATELINE_PLACE = re.compile(r"(?:^|[|\t]|\s{2})[ \t]*(?P<place>[A-ZĐÀ-Ỹ][\w.\- ]{1,40}?)\s*\Z", re.MULTILINE)
"""The two halves of "Sơn La, ngày 05 tháng 11 năm 2022", at the beginning of a line or cell: the comma is looked for
first, because it is rare."""

DATELINE_LIMIT = 80
"""Code points that the place of a dateline takes, with the blanks around it."""

PLACE = r"(?P<place>[A-ZĐÀ-Ỹ][\w.\- ]{1,40}?)\s*,\s*"
SCANNED_DATE = re.compile(
    rf"(?:^|[|\t]|\s)[ \t,]*{PLACE}[Nn]g[àaầ]\w?"
    r"(?:[ \t]*(?P<d>[0-9]{1,2})?[ \t.…_]*|[^\n0-9]{0,3}[^\s]{0,3}[ \t]*)(?:th[áaắ]ng|/)[ \t]*"
    r"(?:(?P<m>[0-9]{1,2})?[ \t.…_]*|[^\s]{1,3}[ \t]*)(?:năm|/)[ \t]*(?P<y>[0-9]{4})",
    re.MULTILINE,
)
"""Place and day behind the number on its line, or below it as a reader of images saw them: what it made of the day or
the month is left out ("ngàu/{ tháng 5 năm 2021")."""

ADDRESSED = re.compile(r"^[ \t|]*Kính\s+(?:gửi|trình)", re.MULTILINE)
"""Whom a paper goes to: type and title stand above, annexes below."""

MOTTO_END = re.compile(r"Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")

ABOUT = re.compile(
    r"(?:^|[|\t]|\s{3})[ \t]*[Vv]/[Vv]\s*:?\s*"
    r"(?P<title>[^|\n]+(?:\n(?!\s*(?:Kính|$|[A-ZĐÀ-Ỹ][\w. -]{1,30},\s*ngày))[^|\n]+)*)",
    re.MULTILINE,
)
LEAD = re.compile(r"^(?:về\s+việc|v/v|về)\s*:?\s+")
BODY_BEGINS = re.compile(
    rf"{trie.pattern(phrases('body_begins'))}(?!\w)|[ivx]+\.|[0-9]+\.|-{{3,}}|_{{3,}}|[a-z]\)|\(|năm [0-9]{{4}} là"
)
CAPACITY = re.compile(
    rf"^(?:(?:{trie.pattern(phrases('signing_mark'))})\s*\.?\s.*|(?:{trie.pattern(phrases('capacity'))})(?:\s.*)?)$"
)
ENUMERATES = re.compile(r"(?:[0-9]{1,3}|[a-zđ])[.)]\s|[-+*•]")
"""How an item begins: no line of a title does."""

PERSON = re.compile(
    r"^(?:(?:TS|ThS|PGS|GS|BS|KS)\.?\s*|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|tướng,)\s+)*(?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,5}|[A-ZĐÀ-Ỹ]{2,}(?:\s+[A-ZĐÀ-Ỹ]{2,}){1,4})$"
)
TYPE_LINE = re.compile(r"^[#*\s|]*(?P<word>[^|\t(]+?)[#*\s|:]*(?:số.*|\([^()\n]{1,40}\)[*\s|]*)?$")


@dataclass(frozen=True, slots=True)
class Head:
    """A header with what later steps need of it: the row of the type, the parsed symbol, the place as a body's
    place."""

    header: Header
    type: DocumentType | None
    symbol: Symbol | None
    place: Place | None


def read(reading: Reading) -> Head:
    """The header of a text. Every field may be None; what is blank in a draft stays None ("Số:     /BC-SKHCN")."""
    region = reading.text[:HEAD_LIMIT]
    number = _number_line(region)
    symbol = parse_symbol(number["symbol"]) if number else None
    gazette = number if number is not None and number.re is GAZETTE else None
    place_name, dated = (None, None) if gazette else _dated(region, number)
    date = _date(gazette or dated)
    type_word, title, type_span = _type_and_title(region, number.end() if number else HEAD_LIMIT)
    about = ABOUT.search(region) if "v/v" in reading.low[:HEAD_LIMIT] else None
    if type_word and symbol and symbol.type_code and not _bears(type_word, symbol):
        type_word = title = None  # the heading of an annex, where a scan hid the type itself
    if type_word is None and number:
        type_word = _type_of(number, symbol)
    if title is None and about:
        title = " ".join(about["title"].split())
    if title is None and number and type_word is not None and type_word.slug != "cong-van":
        title = _title_by_lead(region, number.end())
    place = _place(reading, symbol, place_name, date)
    span = Span(number.start(), number.end()) if number else type_span
    header = Header(
        type=type_word.label_vi if type_word else None,
        number=number["number"] if number else None,
        year=number["year"] if number else None,
        symbol=symbol.text if symbol else None,
        issuer=_issuer(region, number, symbol, type_word, place, date, type_span.start if type_span else HEAD_LIMIT),
        place=" ".join(place_name.split()) if place_name else None,
        date=date,
        title=LEAD.sub("", title) if title and LEAD.match(title.lower()) is None else _without_lead(title),
        signer=_signer(reading.text),
        span=span,
    )
    return Head(header, type_word, symbol, place)


def _without_lead(title: str | None) -> str | None:
    if title is None:
        return None
    lead = LEAD.match(title.lower())
    return title[lead.end() :] if lead else title


def _dateline(region: str) -> tuple[str | None, re.Match[str] | None]:
    """Place and day of the first dateline."""
    for dated in DATELINE_DAY.finditer(region):
        place = DATELINE_PLACE.search(region, max(0, dated.start() - DATELINE_LIMIT), dated.start())
        if place is not None:
            return place["place"], dated
    return None, None


def _number_line(region: str) -> re.Match[str] | None:
    """The header's own number: the first "Số: …" line before any preamble, or the head of the official gazette."""
    match = GAZETTE.search(region) or NUMBER_LINE.search(region)
    if match is not None and match.re is GAZETTE:
        return match
    if match is None or (match["type"] and letters(match["type"]) not in types.spellings()):
        return None
    behind = region[match.end() :].lstrip(" ")
    if match["type"] and behind and not behind.startswith(("|", "\t", "\n")):
        return None  # "Nghị định số 31/2011/NĐ-CP ngày …" at the start of a line is a sentence, not a header
    preamble = re.search(r"^\s*(?:[-*]\s*)?Căn cứ", region, re.MULTILINE)
    return None if preamble and preamble.start() < match.start() else match


def _type_of(number: re.Match[str], symbol: Symbol | None) -> DocumentType | None:
    stated = types.spellings().get(letters(number["type"] or ""))
    if stated:
        return stated
    if symbol is None:
        return None
    return types.of_code(symbol)


def _dated(region: str, number: re.Match[str] | None) -> tuple[str | None, re.Match[str] | None]:
    """Place and day: on the line of the number, else the first line that has them, else as a scan shows them."""
    behind = SCANNED_DATE.match(region, number.end()) if number else None
    if behind is None:
        found = _dateline(region)
        if found[1] is not None:
            return found
        above = number or MOTTO_END.search(region)
        behind = SCANNED_DATE.search(region, above.end(), above.end() + 200) if above else None
    return (behind["place"], behind) if behind else (None, None)


def _date(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    month, day = int(match["m"] or 0), int(match["d"] or 0)
    if not 1 <= month <= 12:
        return match["y"]
    return f"{match['y']}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{match['y']}-{month:02}"


def _type_and_title(region: str, behind: int) -> tuple[DocumentType | None, str | None, Span | None]:
    """The type in capitals on a line of its own, and the title in the lines below it. behind: end of the number."""
    position = 0
    addressed = ADDRESSED.search(region)
    for line in region[: addressed.start() if addressed else None].split("\n"):
        start, position = position, position + len(line) + 1
        first = line.lstrip("#*| \t")[:2]
        if first != first.upper():
            continue
        match = TYPE_LINE.match(line)
        word = match["word"].strip() if match else ""
        if not word or word.upper() != word or len(word) > (40 if start < behind else TITLE_LINE):
            continue
        row, label = _type_of_line(word, below=start >= behind)
        if row is not None:
            rest = word[len(label) :].strip()
            below = _title_below(region, position) if not rest or start >= behind else None
            title = " ".join(filter(None, (rest, below))) or None
            offset = start + line.index(word)
            return row, title, Span(offset, offset + len(label))
    return None, None, None


def _type_of_line(line: str, *, below: bool) -> tuple[DocumentType | None, str]:
    """The type that a line in capitals is or begins with ("BIÊN BẢN LÀM VIỆC"); a word like VĂN BẢN is no type by
    itself. below: the line stands below the number."""
    goes_on = MINUTES | BELOW_NUMBER if below else MINUTES
    words = line.split()
    for count in range(min(len(words), 4), 0, -1):
        label = " ".join(words[:count])
        row = types.spellings().get(letters(label))
        if row is not None and letters(label) == letters(row.label_vi) and (count == len(words) or row.slug in goes_on):
            return row, label
    return None, ""


def _title_below(region: str, position: int) -> str | None:
    lines: list[str] = []
    gap = False
    for line in region[position:].split("\n")[:14]:
        text = line.strip(" \t|#*_")
        if not text:
            gap = bool(lines)
            continue
        goes_on = bool(lines) and (lines[-1].endswith(",") or text[0].islower()) and not ENUMERATES.match(text)
        if gap and not goes_on:
            break
        begins = not goes_on and BODY_BEGINS.match(text.lower()) and not (not lines and _may_be_title(text))
        if set(text) <= set("-_=*. ") or begins:
            break
        if lines and text.isupper() and letterhead.is_body(text) and not lines[-1].lower().endswith(OPEN_ENDS):
            break  # who decides, below what is decided: "TỔNG GIÁM ĐỐC BẢO HIỂM XÃ HỘI VIỆT NAM"
        # "NGHỊ QUYẾT / CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH / về …", "… SỐ 3/2010/TT-BTC / NGÀY 15 THÁNG 01 NĂM 2010 / …"
        named = text.startswith("CỦA ") and letterhead.is_body(text[4:])
        if not (text.isupper() and (named or text.startswith("NGÀY "))):
            lines.append(text)
    title = " ".join(" ".join(lines).split()).rstrip(" ,;")
    return title or None


def _title_by_lead(region: str, position: int) -> str | None:
    """The lines from "Về …" on, where the type above them could not be read ("CHÍ THỊ" of a scan)."""
    lead = re.compile(r"^[ \t]*Về[ ](?=\w)", re.MULTILINE).search(region, position, position + 600)
    return _title_below(region, lead.start()) if lead else None


def _may_be_title(text: str) -> bool:
    """ "Thực hiện Nghị quyết …" below the type word is a title, unless it runs on like a paragraph."""
    return text.lower().startswith("thực hiện") and len(text) <= TITLE_LINE and not text.endswith((":", ";", "."))


def _place(reading: Reading, symbol: Symbol | None, stated: str | None, date: str | None) -> Place | None:
    """The province that "UBND tỉnh" means in this text: of the dateline, else the province that the text names most."""
    if stated:
        found = place_at(stated, date)
        if found is not None:
            return found
    counts = Counter(letters(match["name"]) for match in _provinces().finditer(reading.low, 0, PLACE_LIMIT))
    if not counts:
        return None
    most = max(counts.values())
    return place_at(min(name for name, count in counts.items() if count == most), date)


@cache
def _provinces() -> re.Pattern[str]:
    names = {letters(place.name) for place in places()}
    return re.compile(rf"t(?<!\w.)(?:ỉnh|hành\s+phố)\s+(?P<name>{trie.pattern(names)})(?!\w)")


def _issuer(
    region: str,
    number: re.Match[str] | None,
    symbol: Symbol | None,
    type_word: DocumentType | None,
    place: Place | None,
    date: str | None,
    begins: int,
) -> Issuer | None:
    """Who speaks: as the letterhead or the code says. begins: where the type stands; below it is no letterhead."""
    by_code = from_symbol(symbol, type_word.label_vi if type_word else None, place, date) if symbol else None
    above = letterhead.body(region[: number.start()] if number else region[: min(400, begins)], place, date)
    if by_code is None:
        return above
    central = above is not None and "." not in above.key and "." in by_code.key and not above.key.startswith("x")
    if above is not None and (central or _series(above) == _series(by_code)):
        return above  # the code UBND is that of the province, the letterhead says of which district
    return by_code


def _bears(kind: DocumentType, symbol: Symbol) -> bool:
    """Can a document that calls itself so bear this symbol?"""
    coded = types.of_code(symbol)
    return symbol.family == "na" or coded is None or symbol.type_code in types.codes(kind)


def _series(issuer: Issuer) -> str:
    return issuer.key.partition(".")[0]


def _signer(text: str) -> str | None:
    """The name below the capacity of the signature (TM., KT., GIÁM ĐỐC …), near the end of the text."""
    tail = text[-6000:]
    lines = [line.strip(" \t|*_.") for line in re.split(r"\n|\t|\s{4,}|\|", tail)]
    signer = None
    expecting = 0
    for line in lines:
        if not line:
            continue
        if len(line) < 80 and line.upper() == line and CAPACITY.match(line.lower()):
            expecting = 6
            continue
        if expecting:
            person = PERSON.match(line)
            if line.isupper() and line.startswith(("PHÓ ", "QUYỀN ")):
                expecting = 6  # a capacity that no row holds
            elif person and letters(person["name"]) not in types.spellings():
                signer, expecting = person["name"], 0
            else:
                expecting -= 1
    return signer
