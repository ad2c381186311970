"""Two titles that cannot be of one document: one of the citations has the wrong number, or the wrong title."""

from __future__ import annotations

from functools import lru_cache

from graph.identity.keys import fold
from graph.identity.slips import FORMULAS
from graph.identity.works import Work, is_day
from ontology.lexicon import phrases

TELLING = 5
"""Words besides the formulas from which on two titles are compared."""

_ASIDES = {*phrases("title_opening_close"), *phrases("title_or_task")}
"""Openings that as often tell of a task, or of a provision ("giao Ủy ban nhân dân …", "chỉ đạo của Thủ tướng")."""

OPENINGS = tuple(f"{fold(words)} " for words in ("về", *sorted({*phrases("title_opening")} - _ASIDES)))
"""How a title begins; other words behind a number say what is done with it, or what a part of it is about."""

AMENDING = f"{fold('sửa đổi')} "


def unlike(work: Work) -> set[str]:
    """The title that is shown, and those that have hardly a word in common with it; empty where there are none.

    Compared are whole titles, stated with the day of the document. An amending act is called by what it amends, and an
    amended one by what amended it: then the day must differ, too.
    """
    shown = work.chosen("title")
    others = [title for title in work.titles if shown is not None and title != shown and _apart(title, shown)]
    if shown is None or not others:
        return set()
    days = {
        title: {each.date for each in work.references if each.title == title and is_day(each.date)}
        for title in (shown, *others)
    }
    found = {each for each in others if days[each] and days[shown] and _surely(each, shown, days[each] & days[shown])}
    return found | {shown} if found else set()


def _surely(one: str, other: str, same_days: set[str | None]) -> bool:
    return not same_days or fold(one).startswith(AMENDING) == fold(other).startswith(AMENDING)


@lru_cache(maxsize=50_000)
def _apart(one: str, other: str) -> bool:
    """Two whole titles with no more than a quarter of the words of the shorter one in common."""
    words = [_telling(title) for title in (one, other)]
    return all(words) and 4 * len(words[0] & words[1]) <= min(map(len, words))


@lru_cache(maxsize=50_000)
def _telling(title: str) -> frozenset[str]:
    """The words that tell the subject; none where it is no whole title."""
    folded = fold(title)
    words = frozenset(folded.split()) - FORMULAS if folded.startswith(OPENINGS) else frozenset[str]()
    return words if len(words) >= TELLING else frozenset()
