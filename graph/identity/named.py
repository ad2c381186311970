"""References known by name only ("Luật Khoa học và Công nghệ năm 2013"): do they mean a numbered document? Pure.

They do when type and folded title agree, the year is one under which the numbered document goes, and exactly one such
document is known, or exactly one of that very day (two laws on the organisation of local government are of 2025, one of
February and one of June); where both sides know their issuer, it is the same. A long title tells its document without a
year ("Đề án Tăng cường, đổi mới hoạt động đo lường hỗ trợ doanh nghiệp Việt Nam"); that of a law never does, because
the next law on the subject bears it again. Otherwise they stay apart, and list the documents of that title (of that
year, if one was said) as candidates. A document that speaks of itself never joins another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.identity.keys import split_path
from graph.identity.works import Reference, Work, is_day, years_of
from ontology.identity import UNKNOWN

MOST_CANDIDATES = 20
"""A title that more documents share identifies nothing; the list is cut here."""


TELLING_WORDS = 6
"""Words from which on a title is its document's own; shorter ones ("Kế hoạch chuyển đổi số") return every year."""

RENEWED = frozenset({"hien-phap", "luat", "bo-luat", "phap-lenh"})
"""Types whose titles return with the next act on the subject."""


@dataclass(frozen=True, slots=True)
class Known:
    """A numbered document as its title knows it. dates: those that references by this title state."""

    path: str
    years: frozenset[str]
    dates: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """joined: profile → path of the numbered document; apart: the works that the others form."""

    joined: dict[str, str]
    apart: tuple[Work, ...]


def resolve_named(references: Iterable[Reference], known: Iterable[Known]) -> Named:
    """Decides the nameless-number references of one title against the numbered documents of that title."""
    documents = sorted(known, key=lambda each: each.path)
    by_path: dict[str, list[Reference]] = defaultdict(list)
    for reference in sorted(references, key=lambda each: each.profile):
        by_path[reference.path].append(reference)
    joined: dict[str, str] = {}
    apart: list[Work] = []
    for path, members in sorted(by_path.items()):
        work = Work(path, tuple(members))
        fits = _fits(work, documents)
        tells = years_of(work) or _title_tells(path)
        means = {} if any(each.own for each in members) or not tells else _meaning(members, fits)
        joined |= means
        left = tuple(each for each in members if each.profile not in means)
        if left:
            apart.append(Work(path, left, tuple(each.path for each in fits[:MOST_CANDIDATES])))
    return Named(joined, tuple(apart))


def _meaning(members: Iterable[Reference], fits: Sequence[Known]) -> dict[str, str]:
    """Profile → the one document that fits; of several, the only one of the day that the reference states."""
    found = {}
    for each in members:
        same = fits if len(fits) == 1 else [one for one in fits if each.date in one.dates and is_day(each.date)]
        if len(same) == 1:
            found[each.profile] = same[0].path
    return found


def _title_tells(path: str) -> bool:
    parts = split_path(path)
    return parts.type not in RENEWED and parts.number.count("-") + 1 >= TELLING_WORDS


def _fits(work: Work, documents: list[Known]) -> list[Known]:
    years = years_of(work)
    issuer = split_path(work.path).issuer
    return [
        each
        for each in documents
        if (not years or years & each.years) and (issuer == split_path(each.path).issuer or issuer == UNKNOWN)
    ]
