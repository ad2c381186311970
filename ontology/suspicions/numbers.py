"""One act under two numbers: type, body, day and title agree, and the number does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from ontology.numbers import parse_symbol
from ontology.suspicions.pace import days_between
from ontology.suspicions.series import TOLERANCE, Member
from ontology.suspicions.titles import telling
from ontology.tables import issuer_by_id
from ontology.words import fold

TELLING_WORDS = 6
"""Words from which on a title is its document's own."""

NORMATIVE = ("normative", "na", "party")
"""Families of symbols whose titles tell one act. Letters and decisions of one day often share theirs: one for each
applicant."""

TELLING_WORDS_OF_ONE = 10
"""The same for decisions and directives of central bodies; and their numbers must be one slip apart."""

_ONE_OF_MANY = "~ "
"""Before the title of a document whose title others of that day may share."""


class Twice(NamedTuple):
    """A number under which the act of another number is cited. member: the one that is doubted."""

    member: Member
    other: Member


def mark(issuer: str, kind: str, symbol: str, title: str | None) -> str | None:
    """What a title is compared by; None where it tells no act. issuer: the key of the body; kind: the type in paths,
    with "-qppl" of normative decisions (`ontology.identity.NORMATIVE`)."""
    if title is None:
        return None
    folded = _subject(fold(title))
    words = folded.count(" ") + 1
    family = _family(symbol)
    if kind.endswith("-qppl") or family in NORMATIVE:
        return folded if words >= TELLING_WORDS else None
    body = issuer_by_id().get(issuer)
    central = body is not None and body.scope == "unique" and family == "administrative"
    return f"{_ONE_OF_MANY}{folded}" if central and words >= TELLING_WORDS_OF_ONE else None


_OPENINGS = tuple(f"{fold(words)} " for words in ("về việc", "về", "quy định", "ban hành"))


def _subject(folded: str) -> str:
    """A title without the words that lists and citations leave out at its beginning."""
    while folded.startswith(_OPENINGS):
        folded = folded.removeprefix(next(words for words in _OPENINGS if folded.startswith(words)))
    return folded


def _family(symbol: str) -> str | None:
    parsed = parse_symbol(symbol)
    return None if parsed is None else parsed.family


def cited_twice(alike: Sequence[Member], others: Iterable[Member]) -> list[Twice]:
    """The doubted ones among the members of one series that share the day and have a title, by number. others: the rest
    of it.

    Two documents that speak of themselves, or that registers hold, are two. Else the firm one is right, then the one
    that several sources cite; of two that are cited alike, the one that stands worse between the others, of equal ones
    the later.
    """
    pairs = [
        pair
        for pair in combinations(sorted(alike, key=lambda each: (each.number, each.id)), 2)
        if pair[0].number != pair[1].number and not (pair[0].firm and pair[1].firm) and _one_act(*pair)
    ]
    rest = list(others) if pairs else []
    found: dict[str, Twice] = {}
    for one, other in pairs:
        wrong, right = (one, other) if _worse(one, rest) > _worse(other, rest) else (other, one)
        found.setdefault(wrong.id, Twice(wrong, right))
    return sorted(found.values(), key=lambda each: (each.member.number, each.member.id))


def _one_act(one: Member, other: Member) -> bool:
    """One title; or, where the numbers are one slip apart, or one digit and one of them is known, one that says the
    same in fewer words."""
    few, many = sorted((str(one.title), str(other.title)), key=len)
    if few == many and not few.startswith(_ONE_OF_MANY):
        return True
    if one_slip(one.number, other.number):
        words = telling(few)
        return few == many or (len(words) >= TELLING_WORDS and words <= telling(many))
    if one.firm == other.firm or not _one_wrong(one.number, other.number):
        return False
    return few == many or (len(telling(few)) >= TELLING_WORDS and _begins_alike(few, many))


def _begins_alike(few: str, many: str) -> bool:
    """Do all words of the shorter title stand in the longer one, the first of it at its beginning? Two ministries are
    set up on one day, and the norms of cost and the technical regulation of a matter are issued together."""
    return set(few.split()) <= set(many.split()) and many.startswith(" ".join(few.split()[:2]))


class Meant(NamedTuple):
    """A day that is stated for a document and is that of another one, whose number is one slip away."""

    member: Member
    day: str
    other: Member


def meant(members: Iterable[Member]) -> list[Meant]:
    """The further days of the members of one series that belong to a number one slip away, by number: "Nghị định số
    23/2024/NĐ-CP ngày 15/3/2024" is 32/2024/NĐ-CP. Of two numbers that are told each with the day of the other, too:
    a list has exchanged them."""
    every = list(members)
    torn = [each for each in every if each.others]
    if not torn:
        return []
    crossed = Counter((each.date, day) for each in torn for day in each.others)
    by_day: dict[str, list[Member]] = {}
    for each in every:
        by_day.setdefault(each.date, []).append(each)
    found = [
        Meant(each, day, other)
        for each in torn
        for day in each.others
        for other in by_day.get(day, ())
        if one_slip(each.number, other.number) or crossed[each.date, day] == crossed[day, each.date] == 1
    ]
    told = Counter(each.member.id for each in found)
    return sorted((each for each in found if told[each.member.id] == 1), key=lambda each: each.member.number)


def misnumbered(members: Iterable[Member]) -> list[Meant]:
    """The members of one series, each told by one source alone, that are out of order and bear the very day of a known
    one whose number is one slip away: "Nghị định số 13/2015/NĐ-CP ngày 24/3/2015" between the decrees of February is
    31/2015/NĐ-CP. By number."""
    every = sorted(members, key=lambda each: each.number)
    known: dict[str, list[Member]] = {}
    for each in every:
        if each.firm or each.shared:
            known.setdefault(each.date, []).append(each)
    found = []
    for each in every:
        if each.firm or each.shared or each.others:
            continue
        near = [one for one in known.get(each.date, ()) if one_slip(each.number, one.number) and _may_be_one(each, one)]
        if len(near) == 1 and _parted(each, near[0], every):
            found.append(Meant(each, each.date, near[0]))
    return found


BETWEEN = 2
"""Members between two numbers that must be of another time before the day that both bear is that of one alone."""


def _parted(one: Member, other: Member, every: Iterable[Member]) -> bool:
    """Do the numbers between the two, most of them, go with the other one's day, and not with this one's?"""
    low, high = sorted((one.number, other.number))
    between = [each for each in every if low < each.number < high]
    against = [
        each
        for each in between
        if (each.number > one.number) != (each.date >= one.date) and days_between(each.date, one.date) > TOLERANCE
    ]
    return len(against) >= BETWEEN and 2 * len(against) > len(between)


def _may_be_one(one: Member, other: Member) -> bool:
    """Titles that have little in common say that they are two."""
    if one.title is None or other.title is None:
        return True
    few, many = sorted((telling(one.title), telling(other.title)), key=len)
    return 2 * len(few & many) > len(few)


def _one_wrong(one: int, other: int) -> bool:
    """Two numbers of one length, one digit apart."""
    few, many = str(one), str(other)
    return len(few) == len(many) and sum(a != b for a, b in zip(few, many, strict=True)) == 1


def one_slip(one: int, other: int) -> bool:
    """Two neighbouring digits exchanged (2166, 1266), or one digit too many (2, 12). A wrong digit is none: the next
    document of the day bears such a number."""
    few, many = sorted((str(one), str(other)), key=len)
    if len(few) == len(many):
        odd = [at for at, (a, b) in enumerate(zip(few, many, strict=True)) if a != b]
        return len(odd) == 2 and odd[1] == odd[0] + 1 and few[odd[0]] == many[odd[1]] and few[odd[1]] == many[odd[0]]
    return len(many) == len(few) + 1 and any(many[:at] + many[at + 1 :] == few for at in range(len(many)))


def _worse(member: Member, others: Sequence[Member]) -> tuple[bool, bool, int]:
    """Is it only cited, by one source alone, and with how many others is it out of order?"""
    out = sum(
        (each.number < member.number) != (each.date <= member.date) for each in others if each.date != member.date
    )
    return not member.firm, not member.shared, out
