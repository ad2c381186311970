"""What follows a number or a name: its date, its issuer, its title. Each optional, in the order that clerks write
them."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from loaders.citations import cited_titles, dates, english
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.issuers import from_scan, from_text, is_stranger
from ontology.lexicon import phrases
from ontology.records import Issuer, Span
from ontology.tables import Place
from ontology.words import fold


class Speaker(Struct, frozen=True):
    """Whose text it is: local bodies without a place ("UBND tỉnh") are those of the speaker's place on the
    speaker's day."""

    place: Place | None = None
    date: str | None = None


class Tail(Struct, frozen=True):
    """date_end: end of the date, whether it stands before or behind the issuer; end: where the whole citation ends,
    title included."""

    date: str | None = None
    date_end: int | None = None
    issuer: Issuer | None = None
    title: Span | None = None
    title_text: str | None = None
    end: int = 0

    @property
    def title_key(self) -> str:
        """How titles are compared: the first words, without diacritics and marks."""
        return _title_key(self.title_text) if self.title_text else ""


@lru_cache(maxsize=8192)
def _title_key(title: str) -> str:
    return fold(title)[:80]


NOTHING = Tail()

AMENDING = re.compile(r"sửa\s+đ[ổốô]i(?=\s*,?\s+b|\s+(?:một|các|điều))|b[ổốô]\s+sung\s+(?:một|các|điều)")
"""How the title of a law begins that stands behind its number: "Luật số 43/2024/QH15 sửa đổi, bổ sung một số điều"."""

UNIT = re.compile(r"\s*\(\s*[a-zđ]{1,3}[0-9]{1,2}\s*\)(?=\s*,?\s+ng[aà]y\s)")
"""The drafting unit in parentheses behind a symbol of the police: "12/2002/TT-BCA (A11) ngày …"."""

NOTE = re.compile(r"\[[0-9]{1,3}\]|[¹²³⁴-⁹⁰]{1,3}|[0-9]{1,2}(?=\s+ngày\s)")
"""The mark of a note, right behind what it is about: "Nghị định số 10/2024/NĐ-CP[5] ngày …"; glued where a file lost
what raises it."""

MARKS = frozenset("[0123456789¹²³⁴⁵⁶⁷⁸⁹⁰")
"""How it begins: a cheap look before the pattern."""

OF = re.compile(r"[ ,]*(?:(?P<by>do)|của) +(?=\S)")
ISSUED = re.compile(rf"[^.;,:()\n]{{0,25}}?(?<!\w){trie.pattern(phrases('issued_by'))}(?!\w)")
"""Behind "do" and a body: what makes it the one that issued the document. "khoản 3 Điều 7 Nghị định số 52/2013/NĐ-CP do
Bộ trưởng Bộ Công Thương thực hiện" says who does what the provision is about."""

BARE_BODY = re.compile(r" (?=(?:chính\s+phủ|thủ\s+tướng|bộ|quốc\s+hội|ubnd|hđnd|ủy\s+ban|hội\s+đồng)\s)")
"""Behind a date, where a clerk left "của" out: "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 Chính phủ về …"."""

DAY_OF_ANOTHER = re.compile(rf",\s+{trie.pattern(phrases('acting_body'))}(?!\w)")
"""Behind a day that stands behind the name of a law: "Thực hiện Luật Thủ đô, ngày 24/6/2013, UBND thành phố đã ra
Quyết định …" dates the decision."""

ISSUED_BY_PORTAL = re.compile(r"\sdo\s+(?P<body>[^\W\d_][^.;:()\n]{3,100}?)\s+ban\s+hành\Z")
"""How portals, which leave day and body out, end the title of a document: "Nghị định 27/2022/NĐ-CP quy định về … do
Chính phủ ban hành"; "bãi bỏ một số thông tư do Bộ trưởng ban hành" is a title."""

YEAR = 4

DAY_ALONE = re.compile(r"[\s,]*\(?ngày\s*[0-9]{1,2}\s?[/-]\s?[0-9]{1,2}(?![0-9/.-])\)?")
"""A day without its year, as papers print it: "Công văn số 4079/UBND-KT ngày 19/6 về việc …"."""

ADDRESSED = re.compile(r" gửi [^.\n]{3,300}?(?= về\s+việc\s)")
"""To whom a letter went, before its title: "ban hành Công văn số 1814/BNV-TCBC gửi các bộ, cơ quan về việc …"."""

LIAISON = re.compile(
    r"liên\s+bộ\s*:?\s+(?P<bodies>[^.;:()\n]{3,140}?)(?=\s+(?:về|quy|hướng|ban|ngày|tại|đã)\s|[.;:()\n]|$)"
)
BY_DASH, BY_COMMA = re.compile(r"\s+-\s+|,\s+"), re.compile(r",\s+|\s+và\s+")
"""Ministries that sign together: "của Liên bộ Tài chính - Nội vụ"."""

ASIDE = re.compile(r" \([^()\n]{1,80}\)(?=\s+của\s)")
"""An aside between number or date and body: "ngày 15/6/2026 (hiệu lực kể từ ngày 01/7/2026) của Chính phủ"."""

LEGISLATORS = frozenset({"qh", "ubtvqh", "hdnn", "ctn"})
"""Keys of the bodies that make laws: "các Nghị định hướng dẫn Luật Khoáng sản của Chính phủ" tells who made decrees."""

PHRASE_LIMIT = 160
"""Code points that a name of a body may take."""

OPENING = trie.pattern([*phrases("title_opening"), *phrases("title_opening_close")])
YEAR_ALONE = re.compile(rf" năm (?P<year>(?:19|20)[0-9]{{2}})(?= (?:của|về|v/v|{OPENING})(?!\w))")
"""A year for the day, as portals print it: "Quyết định 263/QĐ-TTg năm 2022 phê duyệt …"."""

CALLED = (
    r"(?: *\((?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là[^()\n]{1,80}\)"
    r"(?=\s+(?:về|v/v|quy|ban|phê)))?(?: *\([a-zđ&-]{2,12}\)(?=\s+(?:về|v/v|quy|ban|phê|hướng|sửa)\s))?"
)
"""A name for the body that issued it, before the title: "của Sở Y tế (sau đây gọi tắt là Đoàn kiểm tra) về việc …",
"của Bộ Giáo dục và Đào tạo (GDĐT) về …"."""

RENAMED = rf"(?: *\({trie.pattern(phrases('renamed_body'))}(?!\w)[^()\n]{{0,120}}\))?"
"""What became of the body that issued it: "của Bộ Thông tin và Truyền thông (nay là Bộ Khoa học và Công nghệ) về …"."""

SESSION = (
    r"(?:[ ,]*\(?(?:khóa\s+(?:thứ\s+)?[ivxl0-9]{1,6}|nhiệm\s+kỳ\s+[0-9]{4}\s?-\s?[0-9]{4}"
    r"|(?:tại\s+)?kỳ\s+họp\s+(?:(?:lần\s+)?thứ\s+\w+(?:\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|[0-9]{1,2})(?:\s*\(?chuyên\s+đề\)?)?)(?!\w)\)?){0,3}"
)
"""Which council or assembly it was, before the title: "của Hội đồng nhân dân tỉnh khóa VII, kỳ họp thứ 17 về …"."""

TITLE = re.compile(
    rf"{SESSION}{RENAMED}{CALLED}[ ,]*[:(]? *"
    rf"(?:(?P<lead>về\s+việc|về|v/v)\s*:?\s+|(?=(?P<word>{OPENING})(?!\w))|(?=[“\"]))"
)

NOT_BEHIND_COMMA = frozenset(phrases("title_opening_close"))
"""Words that open a title right behind number, date and issuer, and a clause of their own behind a comma."""

QUOTES = re.compile(r"\w+(?:\s\w+){0,3}\s*:\s*[“\"]")
"""A word behind the number that opens no title but a quotation: "Nghị định số 126/2024/NĐ-CP quy định: “Hội …”"."""


CHANGED = re.compile(
    r"sửa\s+đổi(?:\s*,?\s+b[ổốôỗồộ]\s+s[uư]ng|(?!\s*,?\s+b[ổốôỗồộ]\s+s[uư]ng))\s*(?:\)|,(?!\s*(?:bãi\s+bỏ|thay\s+thế|đính\s+chính|hủy|huỷ))|(?:năm|bởi|tại|bằng|theo|ngày|lần)\s|(?:[0-9]{1,3}/)?(?:19|20)[0-9]{2}(?!\w))"
)
"""What became of a document, and not what it is about: "Hiến pháp 1992 (sửa đổi)", "Luật … 2014, sửa đổi năm 2019"."""


YEAR_INSIDE = re.compile(r"[0-9]/\s?((?:19|20)[0-9]{2})/")
"""The year in a number: a mere day of another year stands in the next cell of its row, and is the day on which it
ceased to hold ("Thông tư số 08/2017/TT-BLĐTBXH 08/02/2019")."""

NUMBER = 32
"""Signs of a number behind which a mere day may stand."""


def read(reading: Reading, speaker: Speaker, position: int, *, titled: bool = True) -> Tail:
    """The tail behind `position` (reading copy). Linear: looks no further than the end of the title.

    titled: are the words that follow like a title one? Behind a law only the words of amending are: "khoản 5 Điều 40
    Luật X về tiêu chí …" says what the provision is about. The others keep their place, by which a sentence is read.
    """
    low = reading.low
    date = date_end = issuer = None
    note = NOTE.match(low, position) if low[position : position + 1] in MARKS else None
    end = behind = note.end() if note else position
    opening = low[end : end + 8]  # cheap looks before the patterns
    unit = UNIT.match(low, end) if "(" in opening else None
    match = dates.DATE.match(low, unit.end() if unit else end)
    if match and low[end] == "," and not titled and DAY_OF_ANOTHER.match(low, match.end()):
        match = None
    if match is None and titled and low[position - 1 : position].isalpha():
        match = dates.BARE.match(low, end)
        if match and (year := YEAR_INSIDE.search(low, max(0, position - NUMBER), position)) and year[1] != match["y"]:
            match = None
    if match is not None:
        date, end = dates.iso(match), match.end()
        date_end = end
    elif found := english.date_behind(low, end):
        date, end = found
        date_end = end
    elif "ngày" in opening and (match := DAY_ALONE.match(low, end)):
        end = match.end()
    elif titled and opening.startswith(" năm ") and (match := YEAR_ALONE.match(low, end)):
        date, end, date_end = match["year"], match.end(), match.end()
    if low.startswith(" (", end) and (aside := ASIDE.match(low, end)):
        end = aside.end()
    while match := OF.match(low, end):
        liaison = _liaison(reading, match.end()) if low.startswith("liên", match.end()) else None
        if liaison is not None and titled:
            issuer, end = liaison
            break
        body = _body(reading.text[match.end() : match.end() + PHRASE_LIMIT], speaker.place, date or speaker.date)
        if body is None or not (titled or body[0].key in LEGISLATORS):
            break
        if match["by"] and not ISSUED.match(low, match.end() + body[1]):
            break
        issuer, end = issuer or body[0], match.end() + body[1]
        if issuer.key == CENTRAL and (beside := SECRETARIAT.match(low, end)):
            end = beside.end()
        if low[end : end + 1] in (",", " ") and JOINT.search(low, max(0, position - JOINT_REACH), position):
            issuer, end = _with_others(reading, speaker, issuer, end, date)
    if issuer is None and date is not None and (match := BARE_BODY.match(low, end)):
        body = _body(reading.text[match.end() : match.end() + PHRASE_LIMIT], speaker.place, date)
        behind = match.end() + body[1] if body else 0
        led = TITLE.match(low, behind) if body and not is_stranger(body[0].key) else None
        if body and led and led["lead"]:
            issuer, end = body[0], behind
    if date is None and issuer is not None and (match := dates.DATE.match(low, end)):
        date, end = dates.iso(match), match.end()
        date_end = end
    addressed = ADDRESSED.match(low, end) if low.startswith(" gửi ", end) else None
    title = _title(reading, addressed.end() if addressed else end, told=end > behind)
    bare = issuer is None and (date is None or len(date) == YEAR)
    if title and titled and bare and (portal := ISSUED_BY_PORTAL.search(low, title.start, title.end)):
        body = from_text(reading.text[portal.start("body") : portal.end("body")], speaker.place, date or speaker.date)
        issuer, title = issuer or (body[0] if body else None), Span(title.start, portal.start())
    words = _title_text(reading, title) if title and (titled or AMENDING.match(low, title.start)) else None
    return Tail(date, date_end, issuer, title, words, title.end if title else end if end > behind else position)


CENTRAL = "tw"
SECRETARIAT = re.compile(r",\s+ban\s+bí\s+thư(?:\s+trung\s+ương(?:\s+đảng)?)?")
"""Beside the Politburo: "Kết luận số 183-KL/TW của Bộ Chính trị, Ban Bí thư"."""


def _liaison(reading: Reading, start: int) -> tuple[Issuer, int] | None:
    """Ministries that the text calls "Liên bộ", as one issuer under the key of the first, and where the last ends."""
    match = LIAISON.match(reading.low, start)
    if match is None:
        return None
    words = reading.text[match.start("bodies") : match.end("bodies")]
    named = []
    position = 0
    between = BY_DASH if " - " in words else BY_COMMA
    for gap in (*between.finditer(words.lower()), None):
        part = words[position : gap.start() if gap else len(words)].strip()
        part = part if part.lower().startswith("bộ ") else f"Bộ {part}"
        body = from_text(part, None, None)
        if body is None or is_stranger(body[0].key) or part[body[1] :].strip():
            return None
        named.append(body[0])
        position = gap.end() if gap else position
    if len(named) < 2:
        return None
    names = [each.name for each in named]
    return replace(named[0], name=f"{', '.join(names[:-1])} và {names[-1]}"), match.end("bodies")


JOINT = re.compile(r"[/0-9](?:tt|nq)l[tbn]?[-/][a-zđ&]+(?:-|/)\s?[a-zđ&/-]+$")
JOINT_REACH = 48
ANOTHER = re.compile(
    r"(?:\s*,(?:\s+và)?|\s+và)\s+(?=(?:bộ|ủy\s+ban|ngân\s+hàng|thanh\s+tra|viện|tòa|chánh|tổng|hội|văn\s+phòng|ban)\s)"
)
"""From one of the bodies that issue a document together to the next, on lower-case text; the symbol shows that it is
joint: "Thông tư liên tịch số 11/2005/TTLT-BNV-BTC … của Bộ trưởng Bộ Nội vụ, Bộ trưởng Bộ Tài chính về …"."""

SEVERAL = re.compile(r"(?:,|\svà)\s(?:Bộ|Ủy ban|Ngân hàng|Thanh tra|Viện|Tòa)\s")
PROVISION = re.compile(r"\s*(?:[0-9]{1,2}[a-zđ]?|[a-zđ])[.)]\s|\s*(?:điều|khoản|chương)\s+[0-9ivx]")
"""How a quoted provision begins: "Thông tư số 27/2011/TT-BGDĐT ngày 27/6/2011: “2. Quy chế này áp dụng …”"."""

DOUBLE_HEAD = re.compile(r"bộ\s+trưởng\s*,\s+(?=chủ\s+nhiệm\s)")


def _with_others(reading: Reading, speaker: Speaker, first: Issuer, end: int, date: str | None) -> tuple[Issuer, int]:
    """The bodies that issue a joint document as one issuer under the key of the first, and where the last one ends."""
    names = [first.name]
    while another := ANOTHER.match(reading.low, end):
        double = DOUBLE_HEAD.match(reading.low, another.end())
        start = double.end() if double else another.end()
        body = _body(reading.text[start : start + PHRASE_LIMIT], speaker.place, date or speaker.date)
        if body is None:
            break
        names.append(body[0].name)
        end = start + body[1]
    last = ", " if SEVERAL.search(names[-1]) else " và "
    joined = f"{', '.join(names[:-1])}{last}{names[-1]}" if len(names) > 1 else names[0]
    return replace(first, name=joined), end


def _body(words: str, place: Place | None, date: str | None) -> tuple[Issuer, int] | None:
    """The body that the words begin with, and how long its name is; one that the tables know before one that they do
    not, across the end of a line where that tells ("của Bộ⏎Tài chính")."""
    phrase = words.partition("\n")[0]
    found = from_text(phrase, place, date)
    if found is None or is_stranger(found[0].key):
        found = from_scan(phrase, place, date) or found
    unknown = found is None or is_stranger(found[0].key)
    if len(phrase) < len(words) and (unknown or (found is not None and not phrase[found[1] :].strip())):
        joined = from_text(" ".join(words.split("\n", 2)[:2]), place, date)
        if joined is not None and not is_stranger(joined[0].key) and (unknown or joined[1] > len(phrase)):
            return joined
    return found


FOOTNOTE = re.compile(r"(?<=[^\W\dA-ZĐ_]{2})[0-9]{1,2}$")
"""The mark of a footnote at the end of a title: "quỹ xã hội, quỹ từ thiện1"."""


def _title_text(reading: Reading, title: Span | None) -> str | None:
    """The title on one line; quotation marks around the whole of it are dropped, those inside stay."""
    if title is None:
        return None
    text = " ".join(title.of(reading.text).split())
    if text[:1] in '“"' and text[-1:] in '”"' and not set(text[1:-1]) & set('“”"'):
        text = text[1:-1]
    text = FOOTNOTE.sub("", text.strip(" ,:"))
    return (text if text.endswith("..") else text.removesuffix("."))[: cited_titles.LIMIT] or None


def shortened(reading: Reading, tail: Tail, end: int) -> Tail:
    """The tail with a title that ends earlier; words that are no title of the document stay none."""
    title = None if tail.title is None else Span(tail.title.start, end)
    words = None if tail.title_text is None else _title_text(reading, title)
    return replace(tail, title=title, title_text=words, end=end if title else tail.end)


def untitled(tail: Tail, end: int) -> Tail:
    """The tail of a document that ends at `end`, without its title: what stands there is the next document of a
    list."""
    start = tail.title.start if tail.title else tail.end
    return replace(tail, title=None, title_text=None, end=max(end, start - 2))


def _title(reading: Reading, position: int, *, told: bool) -> Span | None:
    """The title that begins at a position. told: date or body stand before; behind a bare number a comma opens none:
    "theo Nghị định số 360/2025/NĐ-CP, tổ chức, cá nhân phải có hồ sơ"."""
    match = TITLE.match(reading.low, position)
    if match is None:
        return None
    start = match.end()
    if match["word"] and (QUOTES.match(reading.low, start) or CHANGED.match(reading.low, start)):
        return None
    if reading.text[start : start + 1] in ("“", '"'):
        if PROVISION.match(reading.low, start + 1):
            return None
        closes = cited_titles.inside_quotation(reading.text, start, reading.text[start])
        end = None if closes else cited_titles.quotation(reading, start)
        return None if end is None else Span(start, end)
    if (
        match["lead"] is None
        and reading.text[position : match.end()].strip() == ","
        and (not told or match["word"] in NOT_BEHIND_COMMA)
    ):
        return None
    end = cited_titles.find(reading, start)
    if match["word"] and (end - start <= len(match["word"]) or cited_titles.begins_clause(reading.low, start)):
        return None  # "Nghị định số 1/2020/NĐ-CP quy định tại Nghị định này": a verb alone
    return Span(start, end)
