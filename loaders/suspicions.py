"""What one text states once and can hardly be right. The rules stand in `ontology.suspicions`; here they meet the
mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ontology.issuers import from_symbol
from ontology.numbers import format_number, parse_symbol
from ontology.records import SELF, Citation, Header, Mention, Severity, Span, Statement, Suspicion, SuspicionKind, Work
from ontology.suspicions.dates import FULL, of_year, swapped
from ontology.suspicions.order import Cited, younger_than
from ontology.suspicions.series import Member, Odd, Series, odd_ones, series_of
from ontology.suspicions.symbols import near_code, right_order, type_by_code

_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


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


class _Text:
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

    def dates(self, work: str) -> dict[str, int]:
        """Full dates that are stated for a document, and how often."""
        counts: dict[str, int] = {}
        for each in self.by_work[work]:
            date = each.mention.date
            if date is not None and len(date) == FULL:
                counts[date] = counts.get(date, 0) + 1
        return counts


def suspicions(
    text: str,
    own: Work,
    header: Header,
    works: Sequence[Work],
    said: Sequence[Said],
    statements: Sequence[Statement],
) -> tuple[Suspicion, ...]:
    """All of one text: the gravest first, then in the order of the text. Spans in the original text."""
    read = _Text(text, own, header, works, said, statements)
    found = [*_years(read), *_types(read), *_codes(read), *_swaps(read), *_series(read)]
    found += [*_carried_out(read), *_younger(read)]
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda each: (_ORDER[each.severity], each.spans, each.kind, each.work, each.stated, each.other or ""),
        )
    )


def _years(text: _Text) -> Iterator[Suspicion]:
    """The year in the number and the year of the date contradict each other."""
    found: dict[tuple[str, str], Suspicion] = {}
    for each in text.said:
        mention = each.mention
        if mention.number and mention.year and mention.date and mention.date[:4] != mention.year:
            work = str(each.citation.work)
            if (work, mention.date) in found:
                continue  # told with all its places
            likely = _right_year(text, mention, mention.date, mention.year)
            spans = tuple(
                other.span
                for other in text.by_work[work]
                if (other.mention.date, other.mention.year) == (mention.date, mention.year)
            )
            found[work, mention.date] = Suspicion("yearSlip", work, mention.date, "error", spans, likely)
    own = text.header
    if own.number and own.year and own.date and own.span and own.date[:4] != own.year and text.printed_on_top:
        likely = of_year(own.date, own.year) if len(own.date) == FULL else None
        found[SELF, own.date] = Suspicion("yearSlip", SELF, own.date, "error", (own.span,), likely)
    yield from found.values()


def _right_year(text: _Text, mention: Mention, date: str, year: str) -> str | None:
    """The number with the year of the date where the text knows it; else the date in the year of the number: of 26
    slips that were read, 19 stood in the date."""
    if (mention.number, date[:4], mention.symbol) in text.numbers:
        return format_number(mention.number, date[:4], mention.symbol)
    return of_year(date, year) if len(date) == FULL else None


def _types(text: _Text) -> Iterator[Suspicion]:
    """The word before the number, or the heading of the text itself, and the code in the number name two types."""
    own = text.header
    coded = parse_symbol(own.symbol, own.type) if own.symbol and own.type else None
    if own.type and own.span and coded is not None and type_by_code(own.type, coded):
        yield Suspicion("typeSymbol", SELF, own.type, "warning", (own.span,))
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for each in text.said:
        if each.mention.type and each.mention.symbol and each.mention.number:
            symbol = parse_symbol(each.mention.symbol, each.mention.type)
            if symbol is not None and type_by_code(each.mention.type, symbol):
                found[str(each.citation.work), each.mention.type].append(each)
    for (work, word), stating in found.items():
        spans = tuple(each.span for each in stating)
        yield Suspicion("typeSymbol", work, word, "warning", spans, _right_type(text, stating[0], word))


def _right_type(text: _Text, said: Said, word: str) -> str | None:
    """The number of that type where the text knows one; else the type of the code where the issuer that is named goes
    with it, or the text calls the document so elsewhere."""
    mention = said.mention
    for other in text.said:
        named = other.mention
        alike = (named.number, named.year, named.type) == (mention.number, mention.year, word)
        if alike and named.symbol != mention.symbol and (named.date is None or named.date == mention.date):
            return format_number(named.number, named.year, named.symbol)
    symbol = parse_symbol(str(mention.symbol), word)
    meant = type_by_code(word, symbol) if symbol else None
    proved = from_symbol(symbol, meant, None, mention.date) if symbol and meant else None
    if mention.issuer and proved and mention.issuer.key.partition(".")[0] == proved.key.partition(".")[0]:
        return meant
    others = {each.mention.type for each in text.by_work[str(said.citation.work)]} - {word, None}
    return meant if meant in others else None


def _codes(text: _Text) -> Iterator[Suspicion]:
    """Groups in a wrong order, and codes that no table knows but for one slip."""
    found: dict[tuple[str, str], tuple[Severity, str, list[Span]]] = {}
    for each in text.said:
        mention = each.mention
        symbol = parse_symbol(mention.symbol, mention.type) if mention.symbol else None
        if symbol is None or each.printed is None or mention.number is None:
            continue
        turned = right_order(each.printed, symbol)
        near = None if turned else near_code(symbol, mention.year or mention.date)
        right = turned or near
        if right is None:
            continue
        sure = near is not None and (mention.number, mention.year, near) in text.numbers
        severity: Severity = "error" if sure else "warning" if near or each.printed.startswith("HNVB") else "note"
        stated = f"{'/'.join(part for part in (mention.number, mention.year) if part)}/{each.printed}"
        likely = format_number(mention.number, mention.year, right)
        found.setdefault((str(each.citation.work), stated), (severity, likely, []))[2].append(each.span)
    for (work, stated), (severity, likely, spans) in found.items():
        yield Suspicion("codeUnknown", work, stated, severity, tuple(spans), likely)


def _swaps(text: _Text) -> Iterator[Suspicion]:
    """Two mentions of one document whose dates are each other's day and month exchanged."""
    for work in text.works:
        dates = text.dates(work)
        for date, count in sorted(dates.items()) if len(dates) > 1 else ():
            other = swapped(date)
            if other in dates and (count, other) < (dates[other], date):
                likely = other if count < dates[other] else None
                spans = (*text.stating(work, date), *text.stating(work, other))
                yield Suspicion("dayMonthSwapped", work, date, "error", spans, likely)


def _series(text: _Text) -> Iterator[Suspicion]:
    """A number whose date does not fit between its neighbours in the same text."""
    series: dict[Series, list[Member]] = defaultdict(list)
    for work in (text.own, *text.works.values()):
        own = work is text.own
        key = series_of(work.id, work.symbol) if work.date and len(work.date) == FULL and work.number else None
        assumed = work.decided is not None and work.decided.issuer == "code.place"
        if key is None or assumed or (work.year and work.year != str(work.date)[:4]):
            continue
        others = tuple(sorted(set(text.dates(work.id)) - {str(work.date)}))
        series[key].append(Member(work.id, int(str(work.number)), str(work.date), own, others))
    for members in series.values():
        for odd in odd_ones(members):
            yield of_odd(odd, text)


def of_odd(odd: Odd, text: _Text) -> Suspicion:
    """A number out of order, with the mentions of its neighbours as evidence."""
    member = odd.member
    kind: SuspicionKind = "dayMonthSwapped" if odd.is_swap else "seriesOrder"
    near = odd.before if odd.low and member.date < odd.low else odd.after
    spans = (*text.stating(member.id, member.date), *(text.stating(near)[:1] if near else ()))
    work, other = (SELF if name == text.own.id else name for name in (member.id, near))
    return Suspicion(kind, str(work), member.date, "warning", spans, odd.range, other)


def _carried_out(text: _Text) -> Iterator[Suspicion]:
    """Who, by this text, implements a document younger than itself. Of the other relations between cited documents,
    those that contradict the dates are mostly misread."""
    dated = {work.id: str(work.date) for work in _datable(text.works.values())}
    for each in text.statements:
        if each.predicate == "implements" and each.subject in dated and each.object in dated:
            for found in younger_than(dated[each.subject], [Cited(each.object, "implements", dated[each.object])]):
                stated = found.cited.date
                yield Suspicion(found.kind, each.object, stated, "error", (each.span,), found.likely, each.subject)


def _younger(text: _Text) -> Iterator[Suspicion]:
    """What the text speaks of and what was issued after it. Drafts have no date of their own yet; a document that the
    text says acts on others stands in the notes of an editor, who may know the future."""
    own = text.own
    if own.number is None or own.date is None or len(own.date) != FULL or own.symbol is None or "VBHN" in own.symbol:
        return
    if own.year and own.year != own.date[:4]:
        return
    acting = {each.subject for each in text.statements}
    cited = [Cited(work.id, "cites", str(work.date)) for work in _datable(text.works.values())]
    known = {each.id: each for each in cited}
    done = [
        Cited(each.object, each.predicate, known[each.object].date)
        for each in text.statements
        if each.subject == SELF and each.object in known
    ]
    for found in younger_than(own.date, (each for each in (*cited, *done) if each.id not in acting)):
        spans = (*text.stating(SELF), *text.stating(found.cited.id, found.cited.date))
        if found.speaker:
            yield Suspicion(found.kind, SELF, own.date, found.severity, spans, None, found.cited.id)
        else:
            yield Suspicion(found.kind, found.cited.id, found.cited.date, found.severity, spans, found.likely, SELF)


def _datable(works: Iterable[Work]) -> Iterator[Work]:
    """Numbered documents with a day that their number does not contradict."""
    for work in works:
        if work.number and work.date and len(work.date) == FULL and (not work.year or work.year == work.date[:4]):
            yield work


__all__ = ["Said", "suspicions"]
