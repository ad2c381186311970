"""The title that is shown of a document, and those that contradict it."""

from __future__ import annotations

from collections.abc import Mapping

from graph.identity.works import Work, is_day
from ontology.suspicions.titles import amends, apart


def unlike(work: Work) -> set[str]:
    """The title that is shown, and those that have hardly a word in common with it; empty where there are none.

    Compared are whole titles, stated with the day of the document, with what the document itself or a register says,
    or what most say. Of one day, an amended act may be called by what amended it, and an amending one by what it
    amends; the title that a register holds tells the latter.
    """
    titles = work.titles
    shown = work.chosen("title") if len(titles) > 1 else None
    if shown is None:
        return set()
    official = any(each.title == shown and (each.own or each.registered) for each in work.references)
    if not any(apart(title, shown, official=True) for title in titles if title != shown):
        return set()
    days = {
        title: {each.date for each in work.references if each.title == title and is_day(each.date)} for title in titles
    }
    found = {title for title in titles if title != shown and days[title] and _surely(title, shown, days, official)}
    return found | {shown} if found else set()


def _surely(title: str, shown: str, days: Mapping[str, set[str | None]], official: bool) -> bool:
    if not (official or days[shown]):
        return False
    one_day = bool(days[title] & days[shown])
    if one_day and amends(title) != amends(shown) and not (official and amends(shown)):
        return False
    return apart(title, shown, official=official or not one_day)
