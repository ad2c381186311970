"""Plan against report: what was planned under a decision, what was done, and which may belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from graph.actions import actions
from graph.actions.actions import Row, details, ordered, plain, scope, statuses
from graph.answers import STATUSES, Action, Branch, Chain, PlanReport, Sum, Table
from graph.chains.chain import chain
from graph.chains.matching import suggestions
from graph.documents.search import one
from graph.storage.store import Store

PLANNED, LATER = 400, 2_000
"""Actions that are compared; the report says so when there are more."""

SUMMED = 2_000
"""Actions whose results are added up."""

_UNIT_LESS = {"%", "phần trăm"}
"""Shares are not added."""

_SUMS = 40


def plan_report(store: Store, iri: str, *, down: int = 3, place: str | None = None, limit: int = 50) -> PlanReport:
    """The documents below a decision, `down` steps deep, with their actions counted by status and place, results added
    up where units agree, and planned actions beside later ones that resemble them. place: one province only.

    Raises NotFoundError.
    """
    below = chain(store, iri, up=0, down=down, limit=limit, with_actions=False, with_evidence=False)
    inside = [node.iri for node in below.nodes]
    rows = scope(store, "for", inside)
    capped = len(rows) >= actions.MOST
    if place is not None:
        rows = [row for row in rows if actions.Filter(place=place).keeps(row, None)]
    plans = ordered([row for row in rows if row.status == "planned"])
    later = ordered(_later(store, rows, plans[:PLANNED], place))
    full = {each.iri: each for each in details(store, [*plans[:PLANNED], *later[:LATER]])}
    compared = [full[row.iri] for row in plans[:PLANNED]]
    matches = suggestions(compared, [full[row.iri] for row in later[:LATER]])
    matched = {match.planned.iri for match in matches}
    return PlanReport(
        focus=below.focus,
        branches=_branches(below, rows),
        total=len(rows),
        statuses=statuses(rows),
        grid=_grid(rows),
        sums=_sums(list(full.values())),
        matches=tuple(matches),
        unmatched=tuple(each for each in compared if each.iri not in matched),
        planned=len(plans),
        considered=(len(compared), min(len(later), LATER)),
        capped=capped,
        truncated=sum(below.truncated.values()),
    )


def _later(store: Store, rows: Sequence[Row], plans: Sequence[Row], place: str | None) -> list[Row]:
    """What was or is being done: under the decision, and in the programmes that the planned actions belong to."""
    only = actions.Filter(place=place)
    more = [row for each in actions.programmes_of(store, plans) for row in actions.of_programme(store, each.iri)]
    found = {row.iri: row for row in [*rows, *more] if only.keeps(row, None)}
    return [row for row in found.values() if row.status in ("done", "ongoing")]


def _branches(below: Chain, rows: Sequence[Row]) -> tuple[Branch, ...]:
    """The tree below the focus, each document once under the shallowest of those it follows, depth first."""
    stated: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        stated[row.witness].append(row)
    parents: dict[str, str] = {}
    for edge in below.edges:
        lower, upper = edge.subject.iri, edge.object.iri
        if below.depth[lower] == below.depth[upper] + 1:
            parents.setdefault(lower, upper)
    children: dict[str | None, list[str]] = defaultdict(list)
    for node in below.nodes:  # in the order of depth and rank
        children[parents.get(node.iri)].append(node.iri)
    known = {node.iri: node for node in below.nodes}
    found: list[Branch] = []

    def visit(iri: str, depth: int) -> None:
        found.append(Branch(known[iri], depth, parents.get(iri), statuses(stated[iri])))
        for child in children[iri]:
            visit(child, depth + 1)

    visit(below.focus.iri, 0)
    return tuple(found)


def _grid(rows: Sequence[Row]) -> tuple[tuple[str | None, tuple[tuple[str, int], ...]], ...]:
    """(place, counts by status), the place with most actions first, without a place last."""
    places: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        places[row.place].append(row)
    order = sorted(places, key=lambda place: (place is None, -len(places[place]), place or ""))
    return tuple((place, statuses(places[place])) for place in order)


def _sums(found: Sequence[Action]) -> tuple[Sum, ...]:
    values: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    counts: Counter[tuple[str, str]] = Counter()
    for action in found[:SUMMED]:
        for measure in action.measures:
            unit, value = ("đồng", measure.dong) if measure.dong else (measure.unit, measure.value)
            if unit and unit not in _UNIT_LESS:
                values[action.status, unit] += Decimal(value)
                counts[action.status, unit] += 1
    often = sorted(counts, key=lambda key: (-counts[key], key[1], key[0]))[:_SUMS]
    order = sorted(often, key=lambda key: (STATUSES.index(key[0]), key[1] != "đồng", -counts[key], key[1]))
    return tuple(Sum(status, unit, format(values[status, unit], "f"), counts[status, unit]) for status, unit in order)


PLAN_COLUMNS = ("planned", "plannedActor", "plannedTime", "plannedSource", "score")
COLUMNS = (*PLAN_COLUMNS, "done", "doneActor", "doneTime", "result", "unit", "doneSource", "place", "words")


def table(store: Store, arguments: Mapping[str, str], _: int | None = None) -> Table:
    """The suggestions as rows, planned actions without one below: the answer of the question "plan-against-report"."""
    place = arguments.get("place", "").strip() or None
    report = plan_report(store, one(store, arguments["number"].strip()).iri, place=place)
    rows = [_row(match.planned, match.done, match.score, match.words) for match in report.matches]
    rows += [_row(each, None, None, ()) for each in report.unmatched]
    return Table(COLUMNS, tuple(rows))


def _row(planned: Action, done: Action | None, score: float | None, words: Sequence[str]) -> tuple[str | None, ...]:
    head = (plain(planned.evidence.sentence), planned.actor, planned.time, planned.witness.label)
    if done is None:
        return (*head, None, None, None, None, None, None, None, planned.province, None)
    first = next((each for each in done.measures if each.kind == "quantity"), None)
    result = (None, None) if first is None else (first.value, first.unit)
    tail = (plain(done.evidence.sentence), done.actor, done.time, *result, done.witness.label)
    return (*head, f"{score:.2f}", *tail, planned.province, ", ".join(words))
