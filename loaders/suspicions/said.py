"""One text as its suspicions look at it: its documents, and who mentions them where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from ontology.records import SELF, Citation, Header, Mention, Span, Statement, Work
from ontology.suspicions.dates import FULL


class Said(Struct, frozen=True):
    """A citation, and its symbol as printed without white space; None where it has none."""

    citation: Citation
    printed: str | None

    @property
    def mention(self) -> Mention:
        return self.citation.mention

    @property
    def span(self) -> Span:
        """The mention with its date: what a reader compares."""
        mention = self.mention
        return Span(mention.span.start, max(mention.span.end, mention.date_end or 0))


class Text:
    """One text, its documents and who mentions them where."""

    def __init__(
        self,
        text: str,
        own: Work,
        header: Header,
        works: Sequence[Work],
        said: Sequence[Said],
        statements: Sequence[Statement],
    ) -> None:
        at = header.span.start if header.span else 0
        self.lead = text[text.rfind("\n", 0, at) + 1 : at]
        self.text = text
        self.own = own
        self.header = header
        self.works = {work.id: work for work in works}
        self.statements = statements
        self.said = [each for each in said if each.citation.work is not None and each.mention.form == "full"]
        self.by_work: dict[str, list[Said]] = defaultdict(list)
        for each in self.said:
            self.by_work[str(each.citation.work)].append(each)
        named = [(each.mention.number, each.mention.year, each.mention.symbol) for each in self.said]
        self.numbers = frozenset([*named, (header.number, header.year, header.symbol)])

    @property
    def printed_on_top(self) -> bool:
        """Whether the number of the header stands on a line of its own, not in the cell of an editor's table."""
        return self.header.span is not None and "|" not in self.lead

    def stating(self, work: str, date: str | None = None) -> tuple[Span, ...]:
        """Where a document is mentioned, with this date where one is asked for; the header for the text itself."""
        if work == SELF or work == self.own.id:
            return (self.header.span,) if self.header.span else ()
        return tuple(each.span for each in self.by_work[work] if date is None or each.mention.date == date)

    def day_of(self, mention: Mention) -> str:
        """The day of a mention as printed, on one line and without its word."""
        behind = " ".join(self.text[mention.span.end : mention.date_end or 0].split())
        word = max(behind.lower().find("ngày"), 0)
        return behind[next((at for at in range(word, len(behind)) if behind[at].isdigit()), word) :]

    def dates(self, work: str) -> dict[str, int]:
        """Full dates that are stated for a document, and how often."""
        counts: dict[str, int] = {}
        for each in self.by_work[work]:
            date = each.mention.date
            if date is not None and len(date) == FULL:
                counts[date] = counts.get(date, 0) + 1
        return counts
