"""Mentions of programmes: where each name begins and ends, and what proves it a name.

A name is proper when it is quoted, when its kind is written with a capital inside a sentence, when it is the title of
what a document approves, or when the text names it so elsewhere. Bodies set up for a programme are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from loaders.actions import bodies
from loaders.actions import programme_names as names
from loaders.actions.programme_approvals import Approvals
from loaders.citations.sighting import Sighting
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.tables import programme_kinds
from ontology.words import CAPITALS, letters

BODY_BEFORE = re.compile(
    rf"(?:{trie.pattern(phrases('setup_body'))})\s+(?:(?:thực\s+hiện|triển\s+khai|chỉ\s+đạo|các)\s+)*$"
)
PLURAL_BEFORE = re.compile(r"(?:^|\s)(?:các|những|nhiều|một\s+số|mỗi|từng|[0-9]+)\s+$")
NO_NAME = re.compile(
    rf"\s*(?:[^\w\s“\"]|$|(?:{trie.pattern(phrases('programme_name_stop'))}|và|hoặc|của|các|tại|trong|cho|với|cấp|về|khác|cũng|từ|cùng|nào|ở)(?!\w))"
)
FIXED = re.compile(r"\s+(?:mục\s+tiêu\s+quốc\s+gia|quốc\s+gia\s+\w+\s+\w+|mỗi\s+xã\s+một\s+sản\s+phẩm)")
"""Names that careless texts write behind a small letter."""

SENTENCE_END = re.compile(rf"\.(?=\s+[{CAPITALS}]|\s*$)")
NO_TITLE = re.compile(r"\s*(?:Các|Một\s+số|Việc|Đến|Những|Trong)(?!\w)")
CAPITAL_NAME = re.compile(rf"\s+[{CAPITALS}][a-zà-ỹđ]")
PROPER = rf"[{CAPITALS}][a-zà-ỹđ]+"
SITE = re.compile(
    rf"\s+(?P<built>(?:[a-zà-ỹđ]+\s+){{1,8}})(?P<site>(?:[A-ZĐ]{{2,5}} +)?{PROPER} +(?:{PROPER}|[0-9]+)"
    rf"(?: +(?:- +)?(?:{PROPER}|[0-9]+[A-Z]?(?![\w/])))*)"
)
"""What is built, in small letters, and the name of its place: "thủy điện Nậm Mu", "khu công nghiệp Tân Phú 2"."""

NOT_A_NAME = re.compile(r"\s+(?:Trung\s+ương|Nhà\s+nước|Chính\s+phủ|Bộ|Sở|UBND|Ủy\s+ban|Tỉnh|Công\s+ty)(?!\w)")
TITLED = re.compile(r"[^.:;\n“”\"]{0,120}?(?:phê\s+duyệt|nghiệm\s+thu)[^.:;\n“”\"]{0,120}?: *(?=\w)")
"""From "nhiệm vụ" to a list of titles: "nhiệm vụ được phê duyệt … như: A; B; C"."""

BARE_TITLE = re.compile(r" *: +(?=\w)")
TITLE_MINIMUM = 25
TITLES_LIMIT = 3000
"""Code points of a list of titles behind a colon."""

WORD = re.compile(r"\w+")
JOINING = frozenset({"và", "về", "của", "các"})
SENTENCE_START = re.compile(r"(?:^|[\n.;:!?]|[-+*•]|[0-9][.)]|\b[a-zđ]\))\s*$")
PERIOD_OF_NAME = re.compile(r"(?:giai\s+đoạn|thời\s+kỳ|đến\s+(?:năm\s+)?)\s*[0-9]{4}[^a-zđ]*$")

DATED = frozenset({"Chương trình", "Đề án", "Chiến lược"})
DATED_WORDS = 4
"""Words of a name in small letters with years behind it: "đề án phát triển du lịch cộng đồng giai đoạn 2021-2025"."""

LONGER = 20
"""Longer names that are tried, at most, where a comma may have cut one."""


class Named(Struct, frozen=True):
    """One mention in the reading copy. name: without kind and quotes. sure: its own shape proves it a programme."""

    start: int
    end: int
    kind: str
    name: str
    number: str | None = None
    short: str | None = None
    sure: bool = True
    titled: bool = False
    """The name is a title of its own, in quotes or behind a colon."""

    @property
    def called(self) -> str:
        """How people call it: a title stands alone, other names with their kind."""
        if self.number:
            return f"{self.kind} {self.number}"
        return self.name if self.titled else f"{self.kind} {self.name}"


@cache
def _kinds() -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """The kind words, the longest at a place, on lower-case text. What stands before one is seen where it is found:
    a look behind at each place costs twice as much."""
    of = {word: (row.kind, row.unquoted) for row in programme_kinds() for word in row.words}
    return re.compile(rf"(?:{trie.pattern(of)})(?![^\W_])"), of


@cache
def _before_no_site() -> frozenset[str]:
    """Words behind which a capital names who acts or where, and not what is built."""
    return frozenset(phrases("no_site_before"))


LOOSE = re.compile(r"(?:\s+(?:và|của|theo|sau|với))+[\s,]*\Z")
"""Words of the sentence that hang on to a name."""

UNNAMED = re.compile(
    rf"^{trie.pattern(phrases('no_programme'))}(?!\w)|(?<!\w){trie.pattern(phrases('open_programme'))}$"
)
"""What a name never begins or ends with, unless a document approves it by that name."""


@cache
def _generic() -> frozenset[str]:
    """What kind of paper a programme is; alone it names none."""
    return frozenset(phrases("generic_programme"))


class Finder:
    """Finds the programmes that one text names, and the documents that approve them."""

    def __init__(self, reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...]) -> None:
        self.reading, self.text, self.low = reading, reading.text, reading.low
        self.sightings = sightings
        self.starts = [s.start for s in sightings]
        self.approvals = Approvals(reading, sightings, meaning)

    def find(self) -> list[Named]:
        found: list[Named] = []
        for start, end, kind, unquoted in self._words():
            found += self._at(start, end, kind, unquoted)
        kept: list[Named] = []
        for named in sorted(found, key=lambda n: (n.start, -n.end)):
            if kept and named.start < kept[-1].end:
                continue  # inside the quoted or longer name before it
            kept.append(named)
        keys = {key(named.name) for named in kept if named.sure}
        known = sorted(keys)
        return [self._extended(named, known) for named in kept if named.sure or key(named.name) in keys]

    def _extended(self, named: Named, known: list[str]) -> Named:
        """A name cut at a comma goes on where the text goes on as it names the programme elsewhere."""
        if named.titled or named.short or self.text[named.end : named.end + 1] != ",":
            return named
        own = f"{key(named.name)} "
        first = bisect_left(known, own)
        longer = [name for name in known[first : first + LONGER] if name.startswith(own)]
        for name in sorted(longer, key=len, reverse=True):
            if end := self._walk(named.end, name[len(own) :].split()):
                return replace(named, end=end, name=" ".join(self.text[named.start : end].split()[2:]))
        return named

    def _walk(self, position: int, words: list[str]) -> int | None:
        """Where the words end that follow each other from `position` on, joining words and marks apart."""
        for match in WORD.finditer(self.low, position, position + names.NAME_LIMIT):
            if not words:
                break
            if match[0] == words[0]:
                words, position = words[1:], match.end()
            elif match[0] not in JOINING:
                return None
        return None if words else position

    def _words(self) -> Iterator[tuple[int, int, str, bool]]:
        """Each kind word of the text: where it begins and ends, its kind, whether names without quotes follow it."""
        pattern, of = _kinds()
        for match in pattern.finditer(self.low):
            if not self.low[match.start() - 1 : match.start()].isalnum():
                yield match.start(), match.end(), *of[" ".join(match[0].split())]

    def _at(self, start: int, end: int, kind: str, unquoted: bool) -> Iterator[Named]:
        index = bisect_left(self.starts, start)
        if index < len(self.starts) and self.starts[index] == start:
            return  # a document of that type: "Chương trình số 5-CTr/TU"
        if index and self.sightings[index - 1].end > start:
            return
        before = self.low[max(0, start - 40) : start]
        if BODY_BEFORE.search(before):
            return
        quote = names.quoted(self.reading, end)
        if quote is not None:
            name = " ".join(self.text[quote[0] : quote[1]].split())
            if len(name) > 3:
                yield self._closed(Named(start, quote[2], kind, name, titled=True))
            return
        if not unquoted:
            yield from self._titles(start, end, kind)
            return
        capital = self.text[start].isupper()
        if (
            capital
            and self.text[start + 1].islower()
            and kind == "Dự án"
            and (part := names.PART.match(self.text, end)) is not None
        ):
            stop = names.end_of_part(self.reading, part.end())
            below = self.low.startswith("tiểu", start)
            name = " ".join(self.text[start if below else end : stop].split())
            yield Named(start, stop, kind, name, titled=below)
            return
        number = names.NUMBER.match(self.low, end)
        if number is not None and capital:
            stop = number.end()
            if about := names.ABOUT.match(self.low, stop):
                stop = names.end_of(self.reading, about.end(), len(self.text))
            yield Named(start, stop, kind, " ".join(self.text[end:stop].split()), number["number"])
            return
        if NO_NAME.match(self.low, end):
            return
        yield from self._unquoted(start, end, kind, capital, before)

    def _unquoted(self, start: int, end: int, kind: str, capital: bool, before: str) -> Iterator[Named]:
        title = self.approvals.title(start)
        approved = title is not None and self.approvals.approves(title, start)
        fixed = FIXED.match(self.low, end) is not None
        proper = CAPITAL_NAME.match(self.text, end) is not None and not NOT_A_NAME.match(self.text, end)
        site = self._site(end) if kind == "Dự án" and not (approved or fixed or proper or capital) else None
        proper = proper or site is not None
        opens = SENTENCE_START.search(before) is not None
        dated = not (capital or approved or fixed or proper) and kind in DATED
        if not (capital or approved or fixed or proper or dated):
            return
        if not capital and PLURAL_BEFORE.search(before) and not approved:
            return
        limit = self.sightings[title].tail.title.end if title is not None and approved else len(self.text)  # type: ignore[union-attr]
        stop = site or names.end_of(self.reading, end + 1, limit)
        loose = LOOSE.search(self.low, end, stop)
        stop = loose.start() if loose is not None else stop
        name = " ".join(self.text[end:stop].strip(' ,“”"').split())
        if not name or name.lower() in _generic() or (len(name.split()) < 2 and not name.isupper()):
            return
        if not approved and UNNAMED.search(name.lower()) is not None:
            return
        stop = end + len(self.text[end:stop].rstrip(" ,"))
        if dated:
            period = PERIOD_OF_NAME.search(self.low[end:stop])
            if period is None or len(self.low[end : end + period.start()].split()) < DATED_WORDS:
                return  # "chương trình công tác năm 2022"
            if next(_kinds()[0].finditer(self.low, end, stop), None) is not None:
                return  # "đề án thực hiện Chiến lược A giai đoạn 2021-2030": the name is that of another programme
        sure = (
            approved
            or fixed
            or proper
            or (capital and not opens)
            or PERIOD_OF_NAME.search(self.low[end:stop]) is not None
        )
        if self.text[start:stop].isupper():
            sure = False  # a title in capitals
        yield self._closed(Named(start, stop, kind, name, sure=sure))

    def _site(self, end: int) -> int | None:
        """Where the name of a place ends that tells one project from others: "dự án thủy điện Nậm Mu"."""
        match = SITE.match(self.text, end)
        if match is None or not _before_no_site().isdisjoint(match["built"].split()):
            return None
        return None if bodies.body().match(self.text, match.start("site")) else match.end()

    def _closed(self, named: Named) -> Named:
        """With the abbreviation in parentheses behind the name."""
        match = names.ABBREVIATION.match(self.text, named.end)
        if match is None:
            return named
        return replace(named, end=match.end(), short=match["short"])

    def _titles(self, start: int, end: int, kind: str) -> Iterator[Named]:
        """Titles behind a colon: "nhiệm vụ: Cập nhật bản đồ …", "đề tài cấp tỉnh được phê duyệt như: A; B"."""
        match = BARE_TITLE.match(self.low, end) or TITLED.match(self.low, end)
        if match is None:
            return
        limit = min(len(self.text), match.end() + TITLES_LIMIT)
        stop = self.text.find("\n", match.end(), limit)
        stop = limit if stop < 0 else stop
        sentence = SENTENCE_END.search(self.text, match.end(), stop)
        stop = sentence.start() if sentence else stop
        position = match.end()
        parts = self.text[position:stop].split(";")
        if any(
            not part.strip()[:1].isupper() or len(part.strip()) < TITLE_MINIMUM or NO_TITLE.match(part)
            for part in parts
            if part.strip()
        ):
            return
        for part in parts:
            title = part.strip(" ,.\n")
            if title:
                begin = position + part.index(title[0])
                yield Named(begin, begin + len(title), kind, " ".join(title.split()), titled=True)
            position += len(part) + 1


def key(name: str) -> str:
    """How names are compared: without years, place, marks and joining words."""
    plain = letters(name)
    plain = re.sub(r"\s+trên địa bàn.*", "", plain)
    plain = names.PERIOD.sub("", f" {plain}")
    return " ".join(word for word in WORD.findall(plain) if word not in JOINING)
