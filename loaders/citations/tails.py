"""What follows a number or a name: its date, its issuer, its title. Each optional, in the order that clerks write
them."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from loaders.citations import dates, english, issuing, title_span
from loaders.citations.issuing import PHRASE_LIMIT, Speaker
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.issuer_names import from_text
from ontology.issuers import is_stranger
from ontology.lexicon import phrases
from ontology.records import Issuer, Span
from ontology.words import fold

__all__ = ["NOTHING", "Speaker", "Tail", "read", "shortened", "untitled"]


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

SIGNED = re.compile(
    r"[ ,]*(?:do (?P<who>[^.;:()\n]{3,110}?)|được (?P<body>[^.;:()\n]{3,80}?)) "
    rf"{trie.pattern(phrases('issued_by'))}(?: ban hành)?(?= ngày(?!\w))"
)
"""Who signed or issued it, before the date: "Nghị định 96/CP do Thủ tướng Võ Văn Kiệt ký ngày 11 tháng 9 năm 1997",
"Nghị định số 279/2026/NĐ-CP được Chính phủ ban hành ngày 12 tháng 7 năm 2026". A person signs for the body."""

SIGNS = (" do ", " được ", ", do ", ", được ")
"""How it begins: a cheap look before the pattern."""

SITTING = re.compile(rf"(?: việt nam)?{title_span.SESSION}")
"""Which assembly it was, before the date: "của Quốc hội khóa XV thông qua ngày 30/11/2024"."""

BARE_BODY = re.compile(r" (?=(?:chính\s+phủ|thủ\s+tướng|bộ|quốc\s+hội|ubnd|hđnd|ủy\s+ban|hội\s+đồng)\s)")
"""Behind a date, where a clerk left "của" out: "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 Chính phủ về …"."""

NAME_GOES_ON = re.compile(r" (?!về\s|v/v)[^.;:,()\n]{1,80}?(?= (?:về\s+việc|v/v)\s)")
"""The rest of the name of a company that holds a verb, up to the title: "của Công ty cổ phần đầu tư | xây dựng hạ tầng
cơ sở về việc …"."""

UNREAD_BODY = re.compile(r"(?: -)? (?=[^\W\d_])[^.;:,()\n“”\"]{1,90}?(?= (?:về\s+việc|v/v)\s)")
"""A body, or the rest of its name, that no table and no rule reads, up to the title: "của Ban QLDA GAVI TW | về việc
…", "của Sở Giao thông vận tải | - Xây dựng về việc …"."""

LEADS = (" về việc ", " v/v ")
UNREAD_REACH = 110

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

ASIDE = re.compile(r" \([^()\n]{1,80}\)(?=\s+của\s)")
"""An aside between number or date and body: "ngày 15/6/2026 (hiệu lực kể từ ngày 01/7/2026) của Chính phủ"."""

LEGISLATORS = frozenset({"qh", "ubtvqh", "hdnn", "ctn"})
"""Keys of the bodies that make laws: "các Nghị định hướng dẫn Luật Khoáng sản của Chính phủ" tells who made decrees."""

NEXT_OF_YEAR = (
    r"(?:,| và) [^\W\d_]+(?: [^\W\d_]+){0,3}(?: số)? [0-9]{1,5}[a-zđ]?[/-][\w/&-]{1,30}"
    r" năm (?:19|20)[0-9]{2}(?![0-9])|\)"
)
YEAR_ALONE = re.compile(
    r" năm (?P<year>19[0-9]{2}(?![0-9])"
    rf"|20[0-9]{{2}}(?= (?:của|ngày|về|v/v|ubnd|{title_span.OPENING})(?!\w)|{NEXT_OF_YEAR}))"
)
"""A year for the day, as portals print it: "Quyết định 263/QĐ-TTg năm 2022 phê duyệt …", "Kết luận 186-KL/TW năm 2025
và Kết luận 195-KL/TW năm 2025 của Bộ Chính trị". Nothing of the last century is still being carried out."""

YEAR_AT_END = re.compile(r" năm (?P<year>20[0-9]{2})(?=\s*(?:\n|\Z|[.;)]))")
OF_A_YEAR = re.compile(r"[/-](?:kh|bc|ctr|đa)[-/]")
"""The same where a line ends; a plan or a report of a year ("Kế hoạch số 12/KH-UBND năm 2026") may be of another."""

YEAR_BARE = re.compile(rf" (?P<year>20[0-9]{{2}})(?= (?:của|về|v/v|{title_span.OPENING})(?!\w))")
"""The same without its word, right behind a symbol: "Quy định 105-QĐ/TW 2017 của Ban Chấp hành Trung ương"."""

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
    elif titled and (
        match := YEAR_ALONE.match(low, end) or _year_at_end(low, position, end)
        if opening.startswith(" năm ")
        else YEAR_BARE.match(low, end)
        if opening.startswith(" 20") and low[position - 1 : position].isalpha()
        else None
    ):
        date, end, date_end = match["year"], match.end(), match.end()
        day = dates.DATE.match(low, end) if low.startswith(" ngày", end) else None
        if day and (dates.iso(day) or "").startswith(date):
            date, end, date_end = dates.iso(day), day.end(), day.end()
    if low.startswith(" (", end) and (aside := ASIDE.match(low, end)):
        end = aside.end()
    if date is None and low.startswith(SIGNS, end) and (signed := _signed(reading, speaker, end)) is not None:
        date, date_end, issuer, end = signed
    while match := OF.match(low, end):
        liaison = issuing.liaison(reading, match.end()) if low.startswith("liên", match.end()) else None
        if liaison is not None and titled:
            issuer, end = liaison
            break
        body = issuing.body_of(
            reading.text[match.end() : match.end() + PHRASE_LIMIT], speaker.place, date or speaker.date
        )
        if body is None or not (titled or body[0].key in LEGISLATORS):
            break
        if match["by"] and not ISSUED.match(low, match.end() + body[1]):
            break
        issuer, end = issuer or body[0], match.end() + body[1]
        if issuer.key == issuing.CENTRAL and (beside := issuing.SECRETARIAT.match(low, end)):
            end = beside.end()
        if low[end : end + 1] in (",", " ") and issuing.is_joint(low, position):
            issuer, end = issuing.with_others(reading, speaker, issuer, end, date)
    if issuer is not None and is_stranger(issuer.key) and low.startswith(" ", end):
        rest = NAME_GOES_ON.match(low, end) if issuer.name.lower().startswith(phrases("company_opener")) else None
        end = rest.end() if rest else end
    if titled and (unread := _unread_body(reading, end, issuer)):
        end = unread
    if issuer is None and date is not None and (match := BARE_BODY.match(low, end)):
        body = issuing.body_of(reading.text[match.end() : match.end() + PHRASE_LIMIT], speaker.place, date)
        behind = match.end() + body[1] if body else 0
        led = title_span.TITLE.match(low, behind) if body and not is_stranger(body[0].key) else None
        if body and led and led["lead"]:
            issuer, end = body[0], behind
    if date is None and issuer is not None and (match := dates.DATE.match(low, _behind_sitting(low, end))):
        date, end = dates.iso(match), match.end()
        date_end = end
    addressed = ADDRESSED.match(low, end) if low.startswith(" gửi ", end) else None
    title = title_span.find(reading, addressed.end() if addressed else end, told=end > behind)
    bare = issuer is None and (date is None or len(date) == YEAR)
    if title and titled and bare and (portal := ISSUED_BY_PORTAL.search(low, title.start, title.end)):
        body = from_text(reading.text[portal.start("body") : portal.end("body")], speaker.place, date or speaker.date)
        issuer, title = issuer or (body[0] if body else None), Span(title.start, portal.start())
    words = title_span.words(reading, title) if title and (titled or AMENDING.match(low, title.start)) else None
    return Tail(date, date_end, issuer, title, words, title.end if title else end if end > behind else position)


def _unread_body(reading: Reading, position: int, issuer: Issuer | None) -> int | None:
    """Where the name of a body, or its rest, ends that stands in small or unknown words before "về việc"; None where
    none does. It begins with a capital, as no title in running words does."""
    low = reading.low
    if issuer is None and not low.startswith(" của ", position):
        return None
    if not any(low.find(lead, position + 1, position + UNREAD_REACH) > 0 for lead in LEADS):
        return None
    begin = position if issuer is not None else position + len(" của")
    match = UNREAD_BODY.match(low, begin)
    first = reading.text[begin : begin + 4].lstrip(" -")[:1]
    if match is None or not first.isupper() or title_span.TITLE.match(low, begin):
        return None
    return match.end()


def _year_at_end(low: str, position: int, end: int) -> re.Match[str] | None:
    plan = OF_A_YEAR.search(low, max(0, position - NUMBER), position)
    return YEAR_AT_END.match(low, end) if plan is None and low[position - 1 : position].isalpha() else None


def _signed(reading: Reading, speaker: Speaker, position: int) -> tuple[str | None, int, Issuer | None, int] | None:
    """Date, its end, body and end of "do … ký ngày …"; no body where a person stands for it."""
    signed = SIGNED.match(reading.low, position)
    match = dates.DATE.match(reading.low, signed.end()) if signed else None
    if signed is None or match is None:
        return None
    start, stop = signed.span("who" if signed["who"] else "body")
    date = dates.iso(match)
    body = issuing.body_of(reading.text[start:stop], speaker.place, date or speaker.date)
    known = body is not None and not reading.text[start + body[1] : stop].strip() and not is_stranger(body[0].key)
    return date, match.end(), body[0] if body and known else None, match.end()


def _behind_sitting(low: str, end: int) -> int:
    """Where the words end that tell which assembly it was; cheap where none stand."""
    if not low.startswith((" khóa", ", khóa", " (khóa", " việt nam", " tại kỳ", ", kỳ", " kỳ", " nhiệm"), end):
        return end
    sitting = SITTING.match(low, end)
    return sitting.end() if sitting else end


def shortened(reading: Reading, tail: Tail, end: int) -> Tail:
    """The tail with a title that ends earlier; words that are no title of the document stay none."""
    title = None if tail.title is None else Span(tail.title.start, end)
    words = None if tail.title_text is None else title_span.words(reading, title)
    return replace(tail, title=title, title_text=words, end=end if title else tail.end)


def untitled(tail: Tail, end: int) -> Tail:
    """The tail of a document that ends at `end`, without its title: what stands there is the next document of a
    list."""
    start = tail.title.start if tail.title else tail.end
    return replace(tail, title=None, title_text=None, end=max(end, start - 2))
