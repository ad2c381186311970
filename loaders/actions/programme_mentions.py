"""Mentions of programmes: where each name begins and ends, and what proves it a name.

A name is proper when it is quoted, when its kind is written with a capital inside a sentence, when it is the title of
what a document approves, or when the text names it so elsewhere. Bodies set up for a programme are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from loaders.actions import programme_ends as ends
from loaders.actions import programme_names as names
from loaders.actions import programme_proofs as proofs
from loaders.actions import programme_titles as titles
from loaders.actions.programme_approvals import Approvals
from loaders.actions.programme_keys import JOINING, WORD, key
from loaders.actions.programme_named import Named
from loaders.citations.sighting import Sighting
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.tables import programme_kinds

BODY_BEFORE = re.compile(
    rf"(?:{trie.pattern(phrases('setup_body'))})\s+(?:(?:thực\s+hiện|triển\s+khai|chỉ\s+đạo|các)\s+)*$"
    rf"|(?<!\w)(?:{trie.pattern(phrases('no_programme_before'))})\s+$"
)
"""Bodies set up for a programme ("Ban Quản lý Dự án A"), and words with which the kind is another ("kênh chương
trình")."""

BODY_BEFORE_ENDS = frozenset(
    phrase.split()[-1] for name in ("setup_body", "no_programme_before") for phrase in phrases(name)
) | {"hiện", "khai", "đạo", "các"}
"""The last words of what stands before: a cheap look before the pattern."""

PLURAL_BEFORE = re.compile(
    rf"(?:^|\s)(?:{trie.pattern(phrases('plural_before'))}|(?<!đoạn\s)(?<!đợt\s)(?<!năm\s)(?<!quý\s)[0-9]+)\s+$"
)
"""Several of a kind; "vốn giai đoạn 2 dự án A" is one."""

NO_NAME_WORDS = trie.pattern([*phrases("programme_name_stop"), *phrases("no_name_word"), *phrases("no_verb_opening")])
NO_NAME = patterns.awaited(
    rf"\s*(?:[^\w\s“\"]|$|(?!(?:{trie.pattern(phrases('name_opening'))})\s)(?:{NO_NAME_WORDS})(?!\w))"
)
NAME_MARK = re.compile(r"[:“\"‘]")
"""Before a name that follows its kind in quotes or behind a colon."""

SENTENCE_START = re.compile(r"(?:^|[\n.;:!?]|[-+*•]|[0-9][.)]|\b[a-zđ]\))\s*$")
LONGER = 20
"""Longer names that are tried, at most, where a comma may have cut one."""


@cache
def _kinds() -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """The kind words, the longest at a place, on lower-case text, and what each means. What stands before one is seen
    where it is found: a look behind at each place costs twice as much."""
    of = {word: (row.kind, row.unquoted) for row in programme_kinds() for word in row.words}
    return re.compile(rf"{trie.rare(of)}(?![^\W_])"), of


@cache
def _behind_body() -> re.Pattern[str]:
    """Whose a programme is that is a body: "Chương trình Môi trường của Liên hợp quốc"."""
    return re.compile(rf"\s+(?:{trie.pattern(phrases('no_programme_behind'))})(?!\w)")


@cache
def _behind_part() -> re.Pattern[str]:
    """On text in its own case."""
    return re.compile(rf",?\s+thuộc\s+(?:{trie.pattern(row.kind for row in programme_kinds() if row.unquoted)})(?!\w)")


@cache
def _before_document() -> re.Pattern[str]:
    words = (*phrases("loose_word"), *phrases("open_programme"))
    return re.compile(rf"(?:\s+(?:{trie.pattern(words)}))+[\s,]*\Z")


class Finder:
    """Finds the programmes that one text names, and the documents that approve them."""

    def __init__(
        self, reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...], *, rules: bool = False
    ) -> None:
        """rules: the text lays down rules, which speak of any paper of a kind."""
        self.reading, self.text, self.low, self.rules = reading, reading.text, reading.low, rules
        self.sightings = sightings
        self.starts = [s.start for s in sightings]
        self.approvals = Approvals(reading, sightings, meaning)

    def find(self) -> list[Named]:
        found: list[Named] = []
        covered = doubtful = 0  # where the last name ends that is kept for sure, and the last that may be
        for start, end, kind, unquoted in self._words():
            if unquoted and start < covered and ":" not in self.text[end : end + 2]:
                continue  # inside a longer name, with which it would be dropped
            for named in self._at(start, end, kind, unquoted):
                found.append(named)
                if named.start != start or start < doubtful:
                    doubtful = max(doubtful, named.end)
                elif start >= covered:
                    covered = named.end
        kept: list[Named] = []
        for named in sorted(found, key=lambda n: (n.start, -n.end)):
            if kept and named.start < kept[-1].end:
                continue  # inside the quoted or longer name before it
            kept.append(named)
        keys = {key(named.name) for named in kept if named.sure}
        known = sorted(keys)
        told = (
            named if named.sure or key(named.name) in keys else ends.without_whom(self.low, named, keys)
            for named in kept
        )
        return [self._extended(named, known) for named in told if named is not None]

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
        low, (pattern, of) = self.low, _kinds()
        mark = -1
        for match in pattern.finditer(low):
            start, end = match.start(match.lastindex or 0), match.end()
            if low[start - 1 : start].isalnum():
                continue
            word = low[start:end]
            kind, unquoted = of[word] if word in of else of[" ".join(word.split())]
            if not unquoted:
                if mark < end:
                    mark = next((m.start() for m in NAME_MARK.finditer(low, end)), len(low))
                if mark > end + titles.TITLED_LIMIT:
                    continue  # most of them: no name follows without its mark
            yield start, end, kind, unquoted

    def _at(self, start: int, end: int, kind: str, unquoted: bool) -> Iterator[Named]:
        index = bisect_left(self.starts, start)
        if index < len(self.starts) and self.starts[index] == start:
            return  # a document of that type: "Chương trình số 5-CTr/TU"
        if index and self.sightings[index - 1].end > start:
            return
        before = self.low[max(0, start - 40) : start]
        words = before.rsplit(None, 1)
        if words and words[-1] in BODY_BEFORE_ENDS and BODY_BEFORE.search(before):
            return
        quote = names.quoted(self.reading, end)
        if quote is not None:
            name = " ".join(self.text[quote[0] : quote[1]].split())
            if len(name) > 3:
                yield ends.closed(self.reading, Named(start, quote[2], kind, name, titled=True))
            return
        if self.text.startswith("\n", end):
            return  # a name does not begin below its kind
        if self.low.startswith(self.low[start:end], end + 1):
            return  # "dự án dự án khu nhà ở": the second one has the name
        if not unquoted:
            if not self.rules:
                yield from titles.behind_colon(self.reading, start, end, kind)
            return
        capital = self.text[start].isupper()
        if kind == "Dự án" and not self.rules and (project := titles.project(self.reading, start, end, kind)):
            yield project
            return
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
            first = number.start("national") if number["national"] else number.start("number")
            called = f"{self.text[first : number.end('number')]} {self.text[number.end() : stop]}"
            yield Named(start, stop, kind, " ".join(called.split()), number["number"])
            return
        told = capital and proofs.is_about(self.low, start, end)
        if NO_NAME.match(self.low, end) and not told and not proofs.FIXED.match(self.low, end):
            return
        yield from self._unquoted(start, end, kind, capital, before)

    def _unquoted(self, start: int, end: int, kind: str, capital: bool, before: str) -> Iterator[Named]:
        title = self.approvals.title(start)
        approved = title is not None and self.approvals.approves(title, start)
        known = proofs.FIXED.match(self.low, end)
        fixed = known is not None
        proper = proofs.is_proper(self.text, end)
        opens = capital and SENTENCE_START.search(before) is not None
        site = None
        if kind == "Dự án" and not (approved or fixed or proper or (capital and (self.rules or not opens))):
            site = self._site(end)
        proper = proper or site is not None
        whole = names.wrapped(self.reading, start, end) if capital else None
        if known is not None and kind == proofs.MOVEMENT:
            whole = known.end()
        dated = not (capital or approved or fixed or proper) and kind in proofs.DATED
        if not (capital or approved or fixed or proper or dated):
            return
        if dated and names.YEAR.search(self.low, end, end + 1 + names.NAME_LIMIT) is None:
            return  # a cheap look before its end is looked for
        if not capital and PLURAL_BEFORE.search(before) and not approved:
            return
        limit = self.sightings[title].tail.title.end if title is not None and approved else len(self.text)  # type: ignore[union-attr]
        stop = site or whole or self._without_document(end, names.end_of(self.reading, end + 1, limit))
        if _behind_body().match(self.low, stop):
            return
        stop = ends.rim(self.reading, end, stop, kind, limit if approved else None)
        name = " ".join(self.text[end:stop].strip(' ,“”"').split())
        rest = self._rest_of_kind(start, end, kind)
        if proofs.is_short(kind, name) and not (approved and " " in name):
            return
        beside = capital and proofs.is_generic(name) and self._beside(start, stop)
        if not beside and proofs.names_none(f"{rest}{name}", approved=approved):
            return
        if self.rules and not approved and proofs.is_any(kind, name):
            return
        stop = end + len(self.text[end:stop].rstrip(" ,"))
        if dated:
            if not proofs.is_dated(self.low[end:stop]):
                return
            if next(_kinds()[0].finditer(self.low, end, stop), None) is not None:
                return  # "đề án thực hiện Chiến lược A giai đoạn 2021-2030": the name is that of another programme
        carried = title is not None and before.rstrip().endswith(phrases("carrying_before"))
        meant = not self.rules or carried or kind in proofs.NAMED_BY_RULES or proofs.is_telling(name)
        told = capital and (whole is not None or not opens) and (meant or self._is_part(stop))
        sure = (
            approved
            or beside
            or fixed
            or proper
            or told
            or proofs.PERIOD_OF_NAME.search(self.low[end:stop]) is not None
        )
        if self.text[start:stop].isupper():
            sure = False  # a title in capitals
        named = ends.closed(self.reading, Named(start, stop, kind, f"{rest}{name}", sure=sure))
        yield replace(named, sure=True) if named.short and capital and kind in proofs.DATED else named

    def _site(self, end: int) -> int | None:
        """Where the site of a project ends; a document that begins there names none: "Dự án khởi công mới Theo Quyết
        định số 5/QĐ-UBND"."""
        site = proofs.site(self.text, end)
        index = bisect_left(self.starts, end)
        return None if site is not None and index < len(self.starts) and self.starts[index] < site else site

    def _is_part(self, stop: int) -> bool:
        """Does the programme follow that it is part of: "Dự án truyền thông thuộc Chương trình mục tiêu quốc gia A"?"""
        return _behind_part().match(self.text, stop) is not None

    def _beside(self, start: int, stop: int) -> bool:
        """Does a document beside it approve it: "Chương trình giáo dục phổ thông được ban hành kèm theo Quyết định số
        16/2006/QĐ-BGDĐT"?"""
        return self.approvals.approving(start, stop) is not None

    def _rest_of_kind(self, start: int, end: int, kind: str) -> str:
        """What belongs to the name already where a kind word is longer than its kind: "Quy hoạch | tỉnh Lào Cai"."""
        words, own = self.text[start:end].split(), kind.split()
        if [word.lower() for word in words[: len(own)]] != [word.lower() for word in own]:
            return ""
        return "".join(f"{word} " for word in words[len(own) :])

    def _without_document(self, position: int, stop: int) -> int:
        """A document with a number is no part of a name, nor is the verb before it: "Dự án A trong Kết luận thanh tra
        số 5/KL-TTr", "Chương trình A và triển khai Nghị quyết số 43/2022/QH15"."""
        for index in range(bisect_left(self.starts, position), len(self.starts)):
            if self.starts[index] >= stop:
                break
            if self.sightings[index].number:
                verb = _before_document().search(self.low, position, self.starts[index])
                return verb.start() if verb is not None else self.starts[index]
        return stop
