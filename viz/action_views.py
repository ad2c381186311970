"""Actions made ready to show: by status, with their facts, their sentence and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from graph.actions.actions import plain
from graph.answers import Action, ActionList, Counts, Match, Measure
from viz.columns import number
from viz.labels import text as ui
from viz.links import Site
from viz.listing import Proof, proofs
from viz.quote import Quote
from viz.vocabulary import status_label


@dataclass(frozen=True, slots=True)
class ActionView:
    """facts: (what it is called, value) for all that is known; results: as printed."""

    status: str
    status_label: str
    proof: Proof
    facts: tuple[tuple[str, str], ...]
    results: tuple[str, ...]
    carries_out: tuple[tuple[str, str | None], ...]
    programmes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MatchView:
    """A planned action beside a later one; words: what both say."""

    planned: ActionView
    done: ActionView
    score: str
    words: str


Group = tuple[str, str, tuple[ActionView, ...]]
"""status, its label, the actions"""


def grouped(actions: Iterable[Action], site: Site) -> list[Group]:
    """By status, in the order in which they come."""
    return [
        (status, status_label(status, site.lang), tuple(action_view(each, site) for each in members))
        for status, members in groupby(actions, key=lambda action: action.status)
    ]


def action_view(action: Action, site: Site) -> ActionView:
    """One action."""
    named = {"actor": action.actor, "partners": "; ".join(action.partners), "time": action.time}
    named |= {"place": action.place or action.province, "path": action.path}
    return ActionView(
        status=action.status,
        status_label=status_label(action.status, site.lang),
        proof=replace(proofs([action.evidence], site)[0], quote=Quote("", plain(action.evidence.sentence), "")),
        facts=tuple((ui(f"action.{name}", site.lang), value) for name, value in named.items() if value),
        results=tuple(measure_text(each, site.lang) for each in action.measures),
        carries_out=tuple((each.label, site.document(each.iri)) for each in action.carries_out),
        programmes=tuple((each.label, site.programme(each.iri)) for each in action.programmes),
    )


def measure_text(measure: Measure, lang: str) -> str:
    """ "3.150 lượt người", "45/45 thủ tục"; percent signs close up."""
    value = number(measure.value, lang)
    whole = f"/{number(measure.out_of, lang)}" if measure.out_of is not None else ""
    gap = "" if measure.unit == "%" else " "
    return f"{value}{whole}{gap}{measure.unit}".strip()


def match_views(matches: Iterable[Match], site: Site) -> list[MatchView]:
    """Suggestions, in their order."""
    return [
        MatchView(
            action_view(match.planned, site),
            action_view(match.done, site),
            number(f"{match.score:.2f}", site.lang),
            ", ".join(match.words),
        )
        for match in matches
    ]


def counts_line(counts: Counts, lang: str) -> str:
    """ "12 đã làm · 3 sẽ làm"."""
    return " · ".join(f"{number(str(count), lang)} {status_label(status, lang).lower()}" for status, count in counts)


def tally_line(told: ActionList, lang: str) -> str:
    """The counts of a list, with the word for them."""
    return ui("action.tally", lang, counts=counts_line(told.statuses, lang))
