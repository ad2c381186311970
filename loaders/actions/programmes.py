"""Programmes that a text names: Chương trình, Đề án, Chiến lược, Dự án, Phong trào, Bộ chỉ số … by name, by the number
of the document that approves them ("Chương trình 1322"), or by an abbreviation that the text defines."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct, field

from loaders.actions.programme_keys import key
from loaders.actions.programme_mentions import Finder
from loaders.actions.programme_named import Named
from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.records import Programme, Span

SHORTENED = 3
"""Words that a shortened name must share with the one full name that holds them."""

YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

PARENTHESIS = re.compile(r"\s*[”\"]?\s*\(\s*(?:(?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:tắt\s+)?(?:là)?\s*:?\s*)?[“\"]?$")


class Group(Struct, eq=False):
    """Mentions of one programme."""

    kind: str
    keys: set[str] = field(default_factory=set)
    years: tuple[str, ...] = ()
    """Of its period, where a name has stated one."""
    approved_by: str | None = None
    members: list[Named] = field(default_factory=list)

    def holds(self, own: str) -> bool:
        """Whether one of its names holds all words of another in one piece."""
        return any(f" {own} " in f" {name} " for name in self.keys)


class Found(Struct, frozen=True):
    """programmes: as records, spans in the copy. at: (start, end, id) of each mention, in order."""

    programmes: tuple[Programme, ...]
    at: tuple[tuple[int, int, str], ...]

    def within(self, start: int, end: int) -> list[str]:
        """Ids of the programmes that are named between two places, each once, in order."""
        first = bisect_left(self.at, (start, 0, ""))
        last = bisect_left(self.at, (end, 0, ""))
        return list(dict.fromkeys(id_ for _, _, id_ in self.at[first:last]))


def read(
    reading: Reading, sightings: tuple[Sighting, ...], meaning: tuple[str | None, ...], *, rules: bool = False
) -> Found:
    """All programmes of the text, in the order of their first mentions. Spans count in the reading copy. rules: the
    text lays down rules."""
    finder = Finder(reading, sightings, meaning, rules=rules)
    found = finder.find()
    return _grouped(found, finder)


def _grouped(found: list[Named], finder: Finder) -> Found:
    groups: list[Group] = []
    by_key: dict[tuple[str, str], list[Group]] = {}
    by_work: dict[tuple[str, str], Group] = {}
    by_short: dict[str, Group] = {}
    by_word: dict[str, list[Group]] = {}
    previous: tuple[Named, Group] | None = None
    of: list[tuple[Named, Group]] = []
    for named in found:
        own = key(named.name)
        approvals = finder.approvals
        work = approvals.numbered(named.number) if named.number else approvals.approving(named.start, named.end)
        years = tuple(YEAR.findall(named.name))
        known = by_key.setdefault((named.kind, own), [])
        group = _of_period(known, years, previous[1] if previous else None) or by_short.get(named.name)
        if group is None and work is not None:
            group = by_work.get((named.kind, work))
        if group is None and previous is not None and PARENTHESIS.fullmatch(finder.low, previous[0].end, named.start):
            group = previous[1]
        if group is None and not named.number and len(own.split()) >= SHORTENED:
            sharing = (g for g in _sharing(own, by_word) if g.kind == named.kind and _agree(g, work) and g.holds(own))
            group = _only([g for g in sharing if compatible(g.years, years)])
        if group is None:
            group = Group(named.kind)
            groups.append(group)
        if not named.number and own not in group.keys:
            group.keys.add(own)
            for word in set(own.split()):
                by_word.setdefault(word, []).append(group)
        group.members.append(named)
        group.years = group.years or years
        if group not in known:
            known.append(group)
        if work is not None:
            group.approved_by = group.approved_by or work
            by_work.setdefault((named.kind, work), group)
        if named.short:
            by_short.setdefault(named.short, group)
        previous = (named, group)
        of.append(previous)
    ids = {id(group): f"P{number}" for number, group in enumerate(groups, 1)}
    programmes = tuple(_record(ids[id(group)], group) for group in groups)
    return Found(programmes, tuple((named.start, named.end, ids[id(group)]) for named, group in of))


def _of_period(known: list[Group], years: tuple[str, ...], last: Group | None) -> Group | None:
    """The group of one name that a mention belongs to: the one of its period, else one that no period speaks against
    ("giai đoạn 2016 - 2020" and "giai đoạn 2021 - 2025" are two); where several are left the one spoken of last."""
    fitting = [group for group in known if compatible(group.years, years)]
    same = [group for group in fitting if years and group.years == years]
    return next((group for group in (*same, last, *fitting) if group in fitting), None)


def compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two periods may be one: 2021-2030 goes with none, and with one of which it is the beginning or the end."""
    few, many = sorted((one, other), key=len)
    return few == many[: len(few)] or few == many[len(many) - len(few) :]


def _agree(group: Group, work: str | None) -> bool:
    """May a document approve the programme of a group? One that another document approves has a name of its own:
    "Chương trình Chuyển đổi số" of a city and "Chương trình chuyển đổi số trong giáo dục nghề nghiệp"."""
    return work is None or group.approved_by in (None, work)


def _sharing(own: str, by_word: dict[str, list[Group]]) -> list[Group]:
    """The groups that share the rarest word of a name, each once."""
    rarest = min((by_word.get(word, []) for word in own.split()), key=len)
    return list({id(group): group for group in rarest}.values())


def _only(groups: list[Group]) -> Group | None:
    return groups[0] if len(groups) == 1 else None


def _record(identifier: str, group: Group) -> Programme:
    full = max(group.members, key=lambda n: (n.number is None, not n.name.isupper(), len(n.name)))
    shorts = [named.short for named in group.members if named.short]
    main = {full.called.casefold(), full.name.casefold()}
    called = [named.called for named in group.members]
    aliases = tuple(dict.fromkeys(alias for alias in (*called, *shorts) if alias.casefold() not in main))
    spans = tuple(Span(named.start, named.end) for named in group.members)
    return Programme(identifier, group.kind, full.called, aliases, group.approved_by, spans)
