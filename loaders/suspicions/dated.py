"""What dates say against numbers, against each other, and against what is done to a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from loaders.suspicions.said import Said, Text
from ontology.numbers import format_number
from ontology.records import SELF, Mention, Suspicion, SuspicionKind, Work
from ontology.suspicions.dates import FULL, exchanged, of_year, swapped
from ontology.suspicions.order import Cited, younger_than
from ontology.suspicions.series import Member, Odd, Series, odd_ones, series_of


def years(text: Text) -> Iterator[Suspicion]:
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


def _right_year(text: Text, mention: Mention, date: str, year: str) -> str | None:
    """The number with the year of the date where the text knows it; the day of a number that was exchanged with this
    one, which bears this one's year in turn; else the date in the year of the number: of 26 slips that were read, 19
    stood in the date."""
    if (mention.number, date[:4], mention.symbol) in text.numbers:
        return format_number(mention.number, date[:4], mention.symbol)
    crossed = {
        str(other.date)
        for other in (each.mention for each in text.said)
        if other.symbol == mention.symbol and other.year == date[:4] and other.date is not None
    }
    exchanged = [day for day in sorted(crossed) if day[:4] == year]
    if len(exchanged) == 1:
        return exchanged[0]
    return of_year(date, year) if len(date) == FULL else None


def swaps(text: Text) -> Iterator[Suspicion]:
    """Two mentions of one document whose dates are each other's day and month exchanged."""
    for work in text.works:
        dates = text.dates(work) if len(text.by_work[work]) > 1 else {}
        for date, count in sorted(dates.items()) if len(dates) > 1 else ():
            other = swapped(date)
            if other in dates and (count, other) < (dates[other], date):
                likely = other if count < dates[other] else None
                spans = (*text.stating(work, date), *text.stating(work, other))
                yield Suspicion("dayMonthSwapped", work, date, "error", spans, likely)


def impossible(text: Text) -> Iterator[Suspicion]:
    """Days that the calendar does not have ("31/02/2021"). Likely: the day that the text states elsewhere for the
    document; else day and month exchanged ("05/13/2020"), in the year of the number."""
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for each in text.said:
        if each.mention.date is None and each.mention.date_end is not None and each.mention.number is not None:
            found[str(each.citation.work), text.day_of(each.mention)].append(each)
    for (work, stated), stating in found.items():
        spans = tuple(each.span for each in stating)
        days = text.dates(work)
        likely = next(iter(days)) if len(days) == 1 else None if days else exchanged(stated, stating[0].mention.year)
        yield Suspicion("noSuchDay", work, stated, "error", spans, likely)


def series(text: Text) -> Iterator[Suspicion]:
    """A number whose date does not fit between its neighbours in the same text."""
    series: dict[Series, list[Member]] = defaultdict(list)
    shelves = Counter(_shelf(work) for work in text.works.values())
    shelves[_shelf(text.own)] += 1
    for work in (text.own, *text.works.values()):
        if shelves[_shelf(work)] == 1:
            continue  # most documents: nothing to compare them with
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


def _shelf(work: Work) -> str:
    """Body, type and period of a document: those of one series share them."""
    return work.id.rpartition("/")[0]


def of_odd(odd: Odd, text: Text) -> Suspicion:
    """A number out of order, with the mentions of its neighbours as evidence."""
    member = odd.member
    kind: SuspicionKind = "dayMonthSwapped" if odd.is_swap else "seriesOrder"
    near = odd.before if odd.low and member.date < odd.low else odd.after
    spans = (*text.stating(member.id, member.date), *(text.stating(near)[:1] if near else ()))
    work, other = (SELF if name == text.own.id else name for name in (member.id, near))
    return Suspicion(kind, str(work), member.date, "warning", spans, odd.range, other)


def carried_out(text: Text) -> Iterator[Suspicion]:
    """Who, by this text, implements a document younger than itself. Of the other relations between cited documents,
    those that contradict the dates are mostly misread."""
    dated = {work.id: str(work.date) for work in _datable(text.works.values())}
    for each in text.statements:
        if each.predicate == "implements" and each.subject in dated and each.object in dated:
            for found in younger_than(dated[each.subject], [Cited(each.object, "implements", dated[each.object])]):
                stated = found.cited.date
                yield Suspicion(found.kind, each.object, stated, "error", (each.span,), found.likely, each.subject)


def younger(text: Text) -> Iterator[Suspicion]:
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
