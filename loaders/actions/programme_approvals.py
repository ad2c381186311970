"""Which document approves a programme: the one whose title names it, or the one that the text names beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from loaders.actions import programme_names as names
from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.powers import types_that

APPROVES = re.compile(
    r"(?:việc\s+)?(?:phê\s+duyệt|ban\s+hành|thông\s+qua|công\s+bố)?(?:\s+(?:nội\s+dung|chủ\s+trương\s+đầu\s+tư|điều\s+chỉnh|danh\s+mục|thực\s+hiện))*[\s“\"‘]*"
)
"""Between the beginning of a title and the programme that its document approves."""

APPROVING_TYPES = types_that("approves")
PLANNING_TYPES = types_that("names_plan")
"""What may name its programme beside it ("Chương trình A (Kế hoạch số 5/KH-UBND)"), though its title does not
approve."""

APPROVED = re.compile(
    r"(?:phê\s+duyệt|ban\s+hành|thông\s+qua|(?:^|\s)kèm\s+theo)(?:\s+(?:kèm|theo|tại|bằng|các|ngày|năm|từ|[0-9/]+))*[\s(“\"]*$"
)
"""Right before the document: "… đã được UBND tỉnh phê duyệt tại". What else stands between says something of a document
that approves nothing: "… phê duyệt thì thực hiện theo quy định của Nghị định này"."""

FORM = re.compile(r"(?<!\w)(?:mẫu|biểu)\s")
"""What is made "theo Mẫu số 02a ban hành kèm theo Nghị định này" is any paper of its kind."""

APPROVED_LIMIT = 260
DIRECTLY = re.compile(r"\s*[”\"]?\s*\(\s*(?:theo|tại|ban\s+hành\s+(?:kèm\s+)?(?:theo|tại))?\s*")

AT = re.compile(r"\s*[”\"]?\s*(?:tại|theo|bằng)\s+(?:các\s+)?")
APPROVING = re.compile(r"(?:phê\s+duyệt|ban\s+hành|thông\s+qua)\s+(?:các\s+)?$")
"""Before the name: "Thủ tướng Chính phủ phê duyệt Chiến lược A tại Quyết định X"."""


class Approvals:
    """The documents of one text that approve programmes. Places count in the reading copy."""

    def __init__(self, reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...]) -> None:
        self.low, self.size = reading.low, len(reading.text)
        self.sightings, self.meaning = sightings, meaning
        self.starts = [s.start for s in sightings]
        self.titles = [(s.tail.title.start, s.tail.title.end, i) for i, s in enumerate(sightings) if s.tail.title]
        self.by_number: dict[str, dict[str, None]] = {}
        for sighting, work in zip(sightings, meaning, strict=True):
            if sighting.number and work and sighting.type and sighting.type.slug in APPROVING_TYPES:
                self.by_number.setdefault(sighting.number, {})[work] = None

    def title(self, start: int) -> int | None:
        """The citation in whose title the place stands."""
        index = bisect_right(self.titles, (start, self.size, 0)) - 1
        for begin, end, sighting in reversed(self.titles[max(0, index - 3) : index + 1]):
            if begin <= start < end:
                return sighting
        return None

    def approves(self, index: int, start: int) -> bool:
        """Does the title of a citation say that it approves what is named at `start`?"""
        sighting = self.sightings[index]
        title = sighting.tail.title
        if title is None or sighting.tail.title_text is None:
            return False  # "quy định của Luật Đường sắt về dự án …" says what a provision is about
        if sighting.type is None or sighting.type.slug not in APPROVING_TYPES:
            return False
        return APPROVES.fullmatch(self.low, title.start, start) is not None

    def approving(self, start: int, end: int) -> str | None:
        """The document that the text says approves the programme named between two places."""
        title = self.title(start)
        if title is not None and self.approves(title, start):
            return self.meaning[title]
        index = bisect_left(self.starts, end)
        if index < len(self.starts) and self.starts[index] - end < APPROVED_LIMIT:
            gap = self.low[end : self.starts[index]]
            if "\n" not in gap and ";" not in gap and not re.search(r"\.\s", gap):
                own = self.low[self.starts[index] : self.sightings[index].end]
                if self._may_approve(index) and (
                    DIRECTLY.fullmatch(gap)
                    or (AT.fullmatch(gap) and APPROVING.search(self.low, max(0, start - 30), start))
                    or (APPROVED.search(gap) and not FORM.search(gap) and self._next_is_other(end, index))
                    or "phê duyệt" in own
                ):
                    return self.meaning[index]
        return None

    def _may_approve(self, index: int) -> bool:
        """Is the document one that can approve: no letter, no report, no request?"""
        kind, symbol = self.sightings[index].type, self.sightings[index].symbol
        if kind is None:
            return symbol is None or symbol.family != "letter"
        return kind.slug in APPROVING_TYPES or kind.slug in PLANNING_TYPES

    def _next_is_other(self, end: int, index: int) -> bool:
        """No other programme stands between the name and the document."""
        return re.search(names.KINDS, self.low[end : self.starts[index]]) is None

    def numbered(self, number: str) -> str | None:
        """The one decision of the text that bears the number."""
        works = self.by_number.get(number, {})
        return next(iter(works)) if len(works) == 1 else None
