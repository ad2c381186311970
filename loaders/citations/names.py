"""Documents cited by name: laws, codes, ordinances, the Constitution, resolutions of congresses and plenums.

Known names come from a table (`ontology/data/laws.csv`), longest match first; an unknown law is read by its shape: it
begins with a capital and runs to the word where the sentence goes on.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.citations import amending, known_laws
from loaders.citations.known_laws import Named
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.tables import name_stops
from ontology.words import letters

LAW_TYPES = frozenset({"luat", "bo-luat", "phap-lenh"})

KNOWN_BY_NAME = LAW_TYPES | {"hien-phap"}
"""Types whose name is their title: words behind it say what a provision is about, or go on with the sentence."""


LATER = re.compile(r"\s+sửa\s+đổi(?:\s*,?\s+bổ\s+sung)?\s+(?:năm\s+)?(?P<year>(?:19|20)[0-9]{2})(?![0-9/.-])")
"""The year behind the name of a law by which portals call its amending law."""

STOP_WORDS = trie.pattern(
    [*phrases("law_name_stop"), *(f"và {row.phrase}" for row in name_stops() if row.kind == "verb")]
)
UNKNOWN = patterns.awaited(
    rf"\s+(?:về\s+)?(?!(?:{STOP_WORDS}|về|và|hoặc)(?!\w))(?P<name>[^\W\d_]\w*"
    rf"(?:(?:\s*,\s+(?=(?:[^\W\d_]+\s+){{1,5}}và\s|chống\s)|\s*-\s*|\s+)(?!(?:{STOP_WORDS}|về)(?!\w))[^\W\d_]\w*){{0,14}})"
)
"""A name of unknown law (on lower-case text): words up to a stop word or a mark; the caller checks its capital
letter."""

ABBREVIATED = re.compile(r"\s+(?P<name>[A-ZĐ]{2,}(?:&[A-ZĐ]{1,})?[A-ZĐ]*)(?![\w&/-]|\s+[A-ZĐ]{2})")
"""Initials for a name: "Luật KHCN", "Luật KH&CN"; a title in capitals is none."""

CONSTITUTION = re.compile(
    r"(?:\s+(?:nước\s+(?:cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|việt\s+nam\s+dân\s+chủ\s+cộng\s+hòa)"
    r"|việt\s+nam(?!\s+(?:dân\s+chủ\s+)?cộng|\w)))?(?P<year>\s+(?:năm\s+)?(?:19|20)[0-9]{2}(?![0-9/]|[.-][0-9]))?"
)

AMENDING = re.compile(
    r"\s+(?:sửa\s+đ[ổốôỗồ]i(?:\s*,)?\s*(?:và\s+)?(?:b[ổốôỗồ]\s+sung)?|b[ổốôỗồ]\s+sung)\s*một\s+số\s+điều\s+(?:của\s+)?(?:các\s+)?(?:[^\W\d_]+|,|-)"
    r"(?:\s+(?!ngày\s|số\s*:?\s*[0-9]|năm\s+[0-9]|và\s+nghị|và\s+báo\s+cáo|được|của\s+quốc|để|căn\s+cứ|trước\s)[^\W\d_]+|\s*,(?=\s)|\s*-\s*){0,90}?(?=\s*,?\s+(?:ngày|số|năm)\s*:?\s*[0-9])"
)
"""An amending law cited by its whole name and its date: "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B
ngày …"."""

FIELD_WORDS = patterns.awaited(
    rf"(?:(?!(?:{STOP_WORDS}|(?:điều|khoản)\s+[0-9]+)(?!\w))[^\W\d_]+(?:\s*,)?(?:\s+|$|(?=[^\w\s]))){{1,12}}"
)
"""The words that name the field of several laws ("đầu tư xây dựng cơ bản"), on lower-case text."""

DATED = re.compile(r"\s*,?\s+(?:ngày|số|năm)\s*:?\s*[0-9]")

ENDED = re.compile(rf"\s*[,;.)]|{DATED.pattern}")

NO_NAME = re.compile(
    rf"s(?:[ửưứừữ]a|ửađ)\s+[đd][ổốôỗồ]i|b[ổốôỗồ]\s+s[uư]ng|{trie.pattern(phrases('law_no_name'))}(?!\w)"
)
"""The words of amending alone, which many laws share; and with what no name begins."""

TO_DATE = patterns.awaited(
    rf"\s+(?:về\s+)?(?P<name>[^\W\d_]\w*(?:(?:\s*,\s*|\s*-\s*|\s+)(?!(?:{STOP_WORDS})(?!\w))[^\W\d_]\w*){{1,24}})"
    r"(?=\s*,?\s+ngày\s*[0-9]{1,2}\s*(?:/|th))"
)
"""A name of unknown shape that runs up to its date, commas and all: "Luật Chất lượng, sản phẩm hàng hóa ngày …"."""

QUOTED = re.compile(r"\s*:?\s*[“\"]\s*(?P<name>[^“”\"\n]{8,300}?)\s*[”\"]")

STATE = re.compile(r"\s+việt\s+nam(?=\s*,?\s+(?:ngày|năm|số|ban\s+hành\s+ngày|được\s+ban\s+hành\s+ngày)\s)")
"""The name of the state behind a law's own: "Bộ luật Lao động Việt Nam ngày …"."""

BEYOND = patterns.awaited(
    rf"(?<!\w)(?:{trie.pattern(row.phrase for row in name_stops() if row.kind != 'naming_verb')})(?!\w)"
)
"""Words with which a sentence goes on behind the name of an amending law: "… và báo cáo kết quả về Bộ trước ngày"."""

LOOSE_END = re.compile(r"(?:\s*,)?\s+(?:và|về|hoặc|cụ\s+thể|của|các|với)$")


def law(reading: Reading, slug: str, label: str, end: int) -> Named | None:
    """The law that a type word ending at `end` begins; None for the generic word ("luật", "pháp luật")."""
    begin = max(0, end - len(label))  # the word may be an abbreviation at the very beginning: "L"
    capital = reading.text[begin].isupper()
    if reading.text[begin:end].isupper() and reading.text[end : end + 4].lstrip(" ")[:1] == "\n":
        return None  # the head of the law itself: "LUẬT" above its name
    if not capital:
        match = known_laws.known(label).match(reading.low, end)
        if match is None or not (reading.text[match.start("name")].isupper() or _unmistakable(reading, begin, match)):
            return None
        return known_laws.with_year(reading, match.start("name"), match.end(), known=True)
    stop = _amending(reading, end)
    if stop is not None:
        return known_laws.with_year(reading, end, stop, known=False)
    match = QUOTED.match(reading.text, end)
    if match:
        name = " ".join(match["name"].replace(" ,", ",").split())
        return Named(match.end(), name, None, known=False)
    match = known_laws.known(label).match(reading.low, end) or known_laws.known_elsewhere(label).match(reading.low, end)
    if match and match["name"]:
        later = _amended_later(reading, label, match)
        if later is not None:
            return later
        state = STATE.match(reading.low, match.end())
        named = known_laws.with_year(reading, match.start("name"), match.end(), known=True)
        return replace(named, end=state.end()) if state and named.year is None else named
    scanned = known_laws.as_scanned(reading, label, end)
    if scanned is not None:
        return scanned
    match = TO_DATE.match(reading.low, end)
    if match and "\n" not in match[0] and reading.text[match.start("name")].isupper():
        return known_laws.with_year(reading, match.start("name"), match.end(), known=False)
    match = ABBREVIATED.match(reading.text, end)
    if match:
        return known_laws.with_year(reading, match.start("name"), match.end(), known=False)
    match = UNKNOWN.match(reading.low, end, _block_end(reading, end))
    if match is None or not (
        reading.text[match.start("name")].isupper() or _inside_sentence(reading, end - len(label))
    ):
        return None
    if end < len("Lu") or not reading.text[end - 2].isalpha():
        return None  # "L ãnh đạo": a torn word, no law goes by its shape behind the abbreviation
    if NO_NAME.match(match["name"]):
        return None  # "Luật sửa đổi" of which the text does not say what it amends
    closed = ENDED.match(reading.low, match.end()) is not None and reading.text[match.start("name")].isupper()
    if " " not in match["name"] and not closed:
        return None  # "Luật T‹ ổ chức", "Luật định": one syllable is a name in capitals that a mark or the date closes
    name_end = match.start("name") + len(LOOSE_END.sub("", match["name"]))
    return known_laws.with_year(reading, match.start("name"), name_end, known=False)


def _block_end(reading: Reading, position: int) -> int:
    """Where the block ends: a name by its shape alone does not run on into the next cell of a table."""
    end = reading.text.find("\n", position)
    return end if end >= 0 else len(reading.text)


NAMED_BY = ("số điều của ", "thi hành ", "quy định chi tiết ")
OWN_WORDS = 4
"""Syllables from which on the name of a law is nothing else: "luật quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ
trợ"; "luật đất đai" may be the field."""


def _unmistakable(reading: Reading, begin: int, law: re.Match[str]) -> bool:
    """Is a law meant though its name is in small letters? By its length, by what leads to it, or by its date."""
    return (
        len(law["name"].split()) >= OWN_WORDS
        or reading.low.endswith(NAMED_BY, 0, begin)
        or DATED.match(reading.low, law.end()) is not None
    )


def _amended_later(reading: Reading, label: str, law: re.Match[str]) -> Named | None:
    """ "Luật Doanh nghiệp sửa đổi 2025", as portals call the law of that year that amends it; where a law of that year
    bears the name itself, that law."""
    if not reading.low.startswith("sửa", law.end() + 1):
        return None
    later = LATER.match(reading.low, law.end())
    if later is None:
        return None
    name = " ".join(reading.text[law.start("name") : law.end()].split())
    if later["year"] in known_laws.years(label, letters(name)):
        return Named(later.end(), name, later["year"], known=True)
    return Named(later.end(), f"sửa đổi, bổ sung một số điều của {label} {name}", later["year"], known=False)


def _amending(reading: Reading, end: int) -> int | None:
    """Where the name of a law that amends others ends: with the last of them, or before the date."""
    low = reading.low
    if not amending.may_begin(low, end):
        return None

    def amended(position: int, label: str) -> int | None:
        match = known_laws.known(label).match(low, position) or known_laws.known_elsewhere(label).match(low, position)
        if match is None:
            scanned = known_laws.as_scanned(reading, label, position)
            if scanned is not None:
                return scanned.end
            match = UNKNOWN.match(low, position)
            if match is None or not reading.text[match.start("name")].isupper():
                return None
        return match.start("name") + len(LOOSE_END.sub("", match["name"]))

    def field(position: int) -> int | None:
        match = FIELD_WORDS.match(low, position)
        return position + len(LOOSE_END.sub("", match[0].rstrip(" ,"))) if match else None

    stop = amending.name_end(low, end, amended, field)
    dated = AMENDING.match(low, end)
    if dated is not None and (stop is None or (dated.end() > stop and DATED.match(low, stop) is None)):
        beyond = low[stop : dated.end()] if stop is not None else ""
        return dated.end() if stop is None or not BEYOND.search(beyond) else stop
    return stop


def _inside_sentence(reading: Reading, start: int) -> bool:
    """Behind a small letter a capital "Luật" opens a name, even when the name itself is in small letters."""
    before = reading.text[max(0, start - 4) : start].rstrip(" ,")
    return bool(before) and (before[-1].islower() or before[-1].isdigit())


def constitution(reading: Reading, start: int, end: int) -> Named | None:
    """The Constitution: named when it carries its year or the name of the state, or begins with a capital letter."""
    match = CONSTITUTION.match(reading.low, end)
    if match is None or not reading.text[start].isupper():
        return None
    year = match["year"].split()[-1] if match["year"] else None
    if year is None and end - start <= len("HP"):
        return None  # "Công ty CP Nông nghiệp HP"
    return Named(match.end(), "Hiến pháp", year, known=True)
