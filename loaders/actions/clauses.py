"""The main clause of a block: behind the one that only names what is carried out, or in a later sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from loaders.actions import actors, bodies, carried, status_words, verbs
from loaders.actions.carried import Cited
from loaders.citations.tails import Speaker
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.stretches import Stretches
from ontology.lexicon import phrases

CUE_LIMIT = 160
"""Code points between "thực hiện" and the document that it names."""

CLAUSE_END = re.compile(r"[”\" ]*[,;.]\s+")

OPENING_CLAUSE = re.compile(r"(?:để|nhằm)\s+(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện)")

DUTY = re.compile(r"thực\s+hiện\s+(?:chức\s+năng|nhiệm\s+vụ|quyền\s+hạn)[^.;:]{0,60}?được\s+giao,\s+(?=\S)")
"""A clause that only says why a body acts: "Thực hiện chức năng, nhiệm vụ được giao, Sở A yêu cầu …"."""

SOURCE = re.compile(r"(?:\([^()\n]{2,40}\)\s*[-–]|\([a-zđ]{2,6}\)|\*)\s+(?=\S)")
"""Which paper or page reports: "(SKTE) - Thủ tướng Chính phủ yêu cầu …"."""

BESIDES = re.compile(rf"(?:{trie.pattern(phrases('besides'))})\s*,?\s+")
"""Before what is ordered or done besides: "Đồng thời, giao Sở A …"."""

CONCERNING = re.compile(r"(?:về|đối\s+với|liên\s+quan\s+đến)\s")
"""What the task is about, before who is to do it: "Về sụt lún cầu A, UBND tỉnh chỉ đạo …"."""

LEAST_CLAUSE = 30
"""Code points: what is left behind "Triển khai Kế hoạch X, cụ thể:" is no clause of its own."""

ORDER_REACH = 140
"""Code points in which an order follows behind the name of who gives it."""

NO_ORDER = re.compile(r"(?<!\w)(?:đã|vừa|mới|được|có\s+quyền|có\s+thể|đề\s+nghị|kiến\s+nghị)\s|[.;:](?=\s)")
"""Between who orders and the order: what was done, may be done, is asked of others, another sentence."""

LATER_SENTENCES = 900
"""Code points in which a block may yet say what a body did."""


@cache
def thereby_before() -> re.Pattern[str]:
    """Before what a reported letter orders: "Theo đó, UBND tỉnh giao Sở A …"."""
    return re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('handing_on'))})\s*,?\s+(?=\S)")


def who_orders(reading: Reading, start: int, end: int, speaker: Speaker, ordered: Stretches) -> int | None:
    """Where the body is named that orders at the head of a clause: "Để kịp thời ứng phó, | Thủ tướng yêu cầu Bộ A".
    ordered: all orders to bodies in the text."""
    low, stop = reading.low, min(end, start + LATER_SENTENCES)
    if not ordered.reach(start, min(end, stop + ORDER_REACH)):
        return None  # most blocks
    for begin in bodies.heads_of_clauses(reading.text, start, stop, bodies.of_person()):
        order = status_words.ordered().search(low, begin + 1, min(end, begin + ORDER_REACH))
        if order is None or NO_ORDER.search(low, begin, order.start()):
            continue
        behind = actors.subject(reading, begin, end, speaker)
        if behind is not None and behind <= order.start() and "," not in low[behind : order.start()]:
            return begin
    return None


class Clauses:
    """Finds the clauses of one text that say what was done."""

    def __init__(self, reading: Reading, cited: Cited, speaker: Speaker, ordered: Stretches) -> None:
        """ordered: all orders to bodies, in a text that hands on what others order."""
        self.reading, self.cited, self.speaker, self.ordered = reading, cited, speaker, ordered
        self.starts = [s.start for s in cited.sightings]

    def main(self, start: int, end: int) -> int:
        """Behind the clause that only names what is carried out: "Thực hiện Quyết định X về …, Sở Y tế đã …"."""
        low = self.reading.low
        if (orders := who_orders(self.reading, start, end, self.speaker, self.ordered)) is not None:
            return orders
        if source := SOURCE.match(low, start, end):
            return source.end()
        if thereby := thereby_before().match(low, start, end):
            return thereby.end()
        if (besides := BESIDES.match(low, start, end)) and (
            status_words.ordered().match(low, besides.end(), end)
            or bodies.body().match(self.reading.text, besides.end(), end)
        ):
            return besides.end()
        if CONCERNING.match(low, start):
            stop = min(end, start + actors.LIMIT)
            sentence = status_words.MARK.search(low, start, stop)
            return self._body_acts(start, sentence.start() if sentence else stop, end) or start
        opener = carried.CUE_BEFORE.match(low, start) or OPENING_CLAUSE.match(low, start)
        if opener is None:
            return start
        if duty := DUTY.match(low, start, end):
            return duty.end()
        position = bisect_left(self.starts, start)
        if position == len(self.starts) or self.starts[position] > start + CUE_LIMIT:
            return start
        last = self.starts[position]
        while position < len(self.starts) and self.starts[position] < end:
            sighting = self.cited.sightings[position]
            if self.starts[position] - last > 20 and (clause := self._body_acts(last, self.starts[position], end)):
                return clause
            stop = sighting.tail.title.end if sighting.tail.title is not None else max(sighting.end, sighting.tail.end)
            last = max(last, stop)
            position += 1
        cut = CLAUSE_END.match(low, last, end)
        if cut is not None and ("." not in cut[0] or bodies.body().match(self.reading.text, cut.end())):
            return cut.end() if end - cut.end() > LEAST_CLAUSE else start
        return self._body_acts(last, end, end) or start

    def later(self, start: int, end: int) -> bool:
        """Is what a body did told behind a sentence that states no action: "Lễ do Hội A tổ chức. Sở đã chỉ đạo …"?"""
        low = self.reading.low
        for cut in status_words.SENTENCE.finditer(low, start, min(end, start + LATER_SENTENCES)):
            begin = cut.end()
            if besides := BESIDES.match(low, begin, end):
                begin = besides.end()
            acts = actors.subject(self.reading, begin, end, self.speaker)
            if acts is not None and low.startswith(" đã ", acts) and verbs.acted(low, acts + len(" đã"), end):
                return True
        return False

    def _body_acts(self, start: int, stop: int, end: int) -> int | None:
        """The first clause between two places that opens with a body: "…; Sở Y tế đã tổ chức"."""
        for cut in CLAUSE_END.finditer(self.reading.low, start, stop):
            if bodies.body().match(self.reading.text, cut.end()):
                behind = actors.subject(self.reading, cut.end(), end, self.speaker)
                if behind is not None and (
                    status_words.cues_of_status().match(self.reading.low, behind + 1)
                    or verbs.behind(self.reading.low, behind)
                ):
                    return cut.end()
        return None
