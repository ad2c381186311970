"""Which programmes a block carries out, and so the documents that approve them: "Triển khai Đề án A" carries out the
decision that the text names elsewhere as the one that approves Đề án A.

A project or a task is what a decision pays for, not a policy that others carry out: its decision is not handed on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.actions.programmes import Found
from loaders.relations import gaps
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import SELF
from ontology.tables import programme_kinds

POLICIES = frozenset(row.kind for row in programme_kinds() if row.policy)

CUE = re.compile(rf"(?<!\w)(?:{trie.pattern(phrases('implementing_cue'))})(?!\w)")
REACH = 80
"""Code points from the cue to the programme: "triển khai quyết liệt, có hiệu quả Đề án A"."""

LATEST = 4
"""Cues that are tried before one programme, the nearest last."""


class CarriedProgrammes:
    """Looks up the programmes that one text carries out. Places count in the reading copy."""

    def __init__(self, reading: Reading, programmes: Found) -> None:
        self.low, self.at = reading.low, programmes.at
        self.approved = {
            programme.id: programme.approved_by
            for programme in programmes.programmes
            if programme.kind in POLICIES and programme.approved_by not in (None, SELF)
        }

    def within(self, start: int, end: int, *, heading: bool = False) -> list[str]:
        """Ids of the documents whose programmes the words between two places carry out; a heading does so by naming
        one."""
        if not self.approved:
            return []
        return [work for begin, _, work in self._named(start, end) if heading or self._carried_out(start, begin)]

    def carried(self, end: int) -> list[tuple[int, int, str]]:
        """(start, end, document) of each name before a place that is carried out."""
        return [named for named in self._named(0, end) if self.approved and self._carried_out(0, named[0])]

    def _named(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for begin, stop, programme in self.at[bisect_left(self.at, (start, 0, "")) :]:
            if begin >= end:
                return
            work = self.approved.get(programme)
            if work is not None:
                yield begin, stop, work

    def _carried_out(self, start: int, begin: int) -> bool:
        """Does a cue stand before the name, with nothing but light words in between?"""
        cues = [cue.end() for cue in CUE.finditer(self.low, max(start, begin - REACH), begin)]
        return any(gaps.only_light(self.low, cue, begin) for cue in cues[-LATEST:])
