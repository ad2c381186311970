"""What a change touches and from when it holds: the provision before the document, the day in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.citations import dates, pinpoints
from loaders.header.header import Head
from loaders.text import patterns, trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Predicate, Span

CHANGES: frozenset[Predicate] = frozenset({"amends", "replaces", "repeals", "corrects", "suspends"})
"""Relations that touch provisions and hold from a day on."""

SINCE = patterns.awaited(rf"từ(?<!\w..)\s+{dates.DAY}")
"""A day from which something holds."""

WITH_SELF = re.compile(
    r"(?<!\w)(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:[^\W\d_]+\s+){1,3}này\s+(?:có|bắt\s+đầu\s+có)\s+hiệu\s+lực(?!\w)"
)
"""From the day on which the speaking document takes effect: "kể từ ngày Thông tư này có hiệu lực"."""

ANOTHERS = patterns.awaited(
    rf"(?<!\w)(?<!này )(?<!này\n)có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+{dates.DAY}"
)
"""The day of a cited document: "Luật số 51/2019/QH14 …, có hiệu lực kể từ ngày 01 tháng 7 năm 2020"."""

ENDS: frozenset[Predicate] = frozenset({"replaces", "repeals", "suspends"})
"""Changes of the whole document where no part is named."""

PARTLY = "một phần"
PART_LIMIT = 160
"""Code points of the words for a part."""

PARTS = patterns.awaited(
    rf"\s+(?:toàn\s+bộ\s+)?(?P<part>(?:(?:các|những|một\s+số|[0-9]{{1,3}})\s+)?(?:{trie.pattern(phrases('changed_part'))}"
    r"|thủ\s+tục|chế\s+độ|chính\s+sách)(?!\w)|một\s+phần(?!\w))"
)
"""The part right behind the verb."""

LINK = re.compile(
    r"\s+(?:(?:được\s+)?ban\s+hành\s+(?:(?:kèm\s+)?theo|kèm)|kèm\s+theo|(?:(?:(?:đã\s+)?được\s+)?(?:quy\s+định|công\s+nhận|phê\s+duyệt|ban\s+hành)\s+)?tại|của|trong|thuộc)\s+(?:các\s+)?$"
    r"|(?<=một\sphần)\s+$"
)
"""From the part to its document."""

BEHIND = re.compile(r"(?<!\w)vào\s+(?:sau|trước|liền\s+sau)\s")

BESIDE = frozenset({"", "và", "đến", "từ", "và từ", "và các điều từ"})
"""What stands between provisions side by side: "Điều 4, Điều 6 và các điều từ Điều 8 đến Điều 12"."""

ATTACHED = re.compile(r"(?:(?:ban\s+hành\s+)?kèm\s+theo|ban\s+hành\s+kèm)\s+\Z")
ATTACHED_LIMIT = 24
"""What stands between an annex and its document: "Phụ lục II ban hành kèm theo"."""

BEHIND_CUE = 120
"""Code points behind "hết hiệu lực" in which its day stands."""

ARTICLE = re.compile(r"điều\s+[0-9]{1,3}[a-zđ]?(?!\w)")

CONSOLIDATED = "van-ban-hop-nhat"
ACTS = ("luật", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch", "quyết định", "nghị quyết")

OPENS_SENTENCE = frozenset({"", "\n", ".", ")", ";", ":"})
"""What stands before a sentence: "1. Luật này có hiệu lực", "a) Thông tư này có hiệu lực"."""

SAME_ARTICLE = 1500
"""Code points between the day of a document and the changes that hold from that day on."""

TAKES_EFFECT = patterns.awaited(
    r"này(?<!\w...)\s+(?:có|bắt\s+đầu\s+có)\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*(?:,\s*)?(?:kể\s+)?(?:từ\s+)?"
    rf"(?:(?P<signed>ngày\s+(?:ký|ban\s+hành|được\s+ký))|{dates.DAY})"
)
"""The day of the speaking document: "Thông tư này có hiệu lực thi hành kể từ ngày 15/8/2025", "… từ ngày ký"."""


class Effects:
    """Looks up what the changes of one text touch and from when they hold."""

    def __init__(self, reading: Reading, head: Head) -> None:
        self.reading = reading
        self.head = head
        self._own: list[tuple[int, str | None]] | None = None

    def own_day(self, position: int = 0) -> str | None:
        """ISO day on which the speaking document takes effect, as it says itself; None where it does not. Said more
        than once (the notes of a consolidated text quote the acts that amended it), the last right before `position`
        counts, else the first."""
        if self._own is None:
            self._own = [*self._find_own()]
        near = [day for at, day in self._own if at < position <= at + SAME_ARTICLE]
        return near[-1] if near else self._own[0][1] if self._own else None

    def _find_own(self) -> Iterator[tuple[int, str | None]]:
        found = list(TAKES_EFFECT.finditer(self.reading.low))
        words = [self._own_word(match.start()) for match in found]
        own = [match for match, word in zip(found, words, strict=True) if word is not None]
        whole = [match for match, word in zip(found, words, strict=True) if word is not None and self._opens(word)]
        for match in whole or own[:1] or found[:1]:
            yield match.end(), self.head.header.date if match["signed"] else dates.iso(match)

    def _own_word(self, start: int) -> int | None:
        """Where the word begins that names the type of the speaking document before "này", None where it names another
        type, as "quyết định này" in a law does. A consolidated text speaks as what it consolidates."""
        low, kind = self.reading.low, self.head.type
        if kind is not None and kind.slug != CONSOLIDATED:
            return start - len(kind.label_vi) - 1 if low.endswith(f"{kind.label_vi.lower()} ", 0, start) else None
        return next((start - len(word) - 1 for word in ACTS if low.endswith(f"{word} ", 0, start)), None)

    def _opens(self, word: int) -> bool:
        """Is it the day of the whole document, not of "Điều 5 Luật này"?"""
        return self.reading.low[max(0, word - 8) : word].rstrip(' \t*_>#-+“"')[-1:] in OPENS_SENTENCE

    def provision(self, predicate: Predicate, start: int) -> str | None:
        """The provision that a change touches, before the document that begins at `start`."""
        return pinpoints.before(self.reading, start) if predicate in CHANGES else None

    def annex(self, start: int) -> str | None:
        """The provisions in "Điều 12 và Phụ lục II ban hành kèm theo Nghị định X", whose document begins at `start`."""
        attached = ATTACHED.search(self.reading.low, max(0, start - ATTACHED_LIMIT), start)
        return self._chain(max(0, start - pinpoints.LOOK_BACK), attached.start()) if attached else None

    def all_of(self, floor: int, start: int) -> str | None:
        """Every provision that is changed between a verb and the document at `start`: "Điều 4, khoản 5 Điều 6 của"."""
        words = self.reading.low[floor:start]
        return self._chain(floor, start) if words.count("điều ") + words.count("phụ lục") > 1 else None

    def _chain(self, floor: int, end: int) -> str | None:
        """The provisions that stand side by side up to a place."""
        low = self.reading.low
        found = list(pinpoints.listed(self.reading, floor, end))
        if not found or low[found[-1].end : end].strip() not in ("", "của", "tại"):
            return None
        first = len(found) - 1
        while first and low[found[first - 1].end : found[first].start].strip(" ,;\n") in BESIDE:
            first -= 1
        return " ".join(self.reading.text[found[first].start : found[-1].end].split())

    def part(self, predicate: Predicate, cue: Span, start: int) -> str | None:
        """A part without a number that is ended or replaced: "một số điều", "Quy chế" in "Bãi bỏ Quy chế ban hành kèm
        theo Quyết định X"; None where it is the whole document."""
        if predicate not in ENDS:
            return None
        low = self.reading.low
        if cue.start > start:  # "Thông tư X hết hiệu lực một phần"
            return PARTLY if low.endswith(PARTLY, cue.start, cue.end) else None
        named = PARTS.match(low, cue.end, start)
        if named is None:
            return PARTLY if PARTLY in low[cue.start : cue.end] else None
        link = LINK.search(low, named.end(), start)
        if (
            link is None
            or link.start() - cue.end > PART_LIMIT
            or any(mark in low[cue.end : link.start()] for mark in ":;“")
        ):
            return None
        return " ".join(self.reading.text[named.start("part") : link.start()].split())

    def added(self, cue: Span, start: int) -> str | None:
        """What is new in "Bổ sung khoản 5 vào sau khoản 4 Điều 7 Nghị định X": "khoản 5 Điều 7"; None where nothing is
        put behind another provision."""
        low = self.reading.low
        behind = BEHIND.search(low, cue.end, start)
        if behind is None:
            return None
        new = list(pinpoints.listed(self.reading, cue.start, behind.start()))
        if not new:
            return None
        words = " ".join(self.reading.text[new[0].start : new[-1].end].split())
        article = ARTICLE.search(low, behind.end(), start)
        within = article is not None and "điều" not in words.lower()
        return f"{words} {self.reading.text[article.start() : article.end()]}" if article and within else words

    def day(
        self, predicate: Predicate, cue: Span | None, end: int, sentence: Span, lead: Span | None = None
    ) -> str | None:
        """ISO day from which a change holds: behind the document that ends at `end`, else before the cue, both within
        the sentence, else in the lead-in of the list.

        "kể từ ngày Thông tư này có hiệu lực" is the day that the document states for itself.
        """
        if predicate not in CHANGES:
            return None
        low = self.reading.low
        stop = low.find(";", end, sentence.end)
        behind = self._since(end, sentence.end if stop < 0 else stop, last=False)
        if behind is not None:
            return behind
        if cue is not None and cue.start >= end:
            stop = low.find(";", cue.end, cue.end + BEHIND_CUE)
            after = self._since(cue.end, min(len(low), cue.end + BEHIND_CUE) if stop < 0 else stop, last=False)
            if after is not None:
                return after
        before = self._since(sentence.start, cue.start, last=True) if cue and cue.start >= sentence.start else None
        return before or (self._since(lead.start, lead.end, last=False) if lead else None)

    def day_of_another(self, predicate: Predicate, end: int, sentence: Span) -> str | None:
        """ISO day on which a cited document that changes another takes effect, as stated behind it (`end`). The day on
        which the changed one ends, or the speaking one begins, is not that day."""
        if predicate not in CHANGES:
            return None
        low = self.reading.low
        stop = low.find(";", end, sentence.end)
        match = ANOTHERS.search(low, end, sentence.end if stop < 0 else stop)
        return dates.iso(match) if match else None

    def _since(self, start: int, end: int, *, last: bool) -> str | None:
        """The first (or last) day between two places."""
        low = self.reading.low
        found = [(m.start(), dates.iso(m)) for m in SINCE.finditer(low, start, end)]
        found += [(m.start(), self.own_day(m.start())) for m in WITH_SELF.finditer(low, start, end)]
        days = [day for _, day in sorted(found, key=lambda each: each[0]) if day is not None]
        return (days[-1] if last else days[0]) if days else None
