"""Laws, codes and ordinances by name: how running text cites them, and the numbers that bear the name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from ontology.days import last_day
from ontology.packaged import rows
from ontology.tables import known_documents
from ontology.words import fold, one_letter_apart, slug

_NUMBER = re.compile(r"(?P<number>\S+?)(?: \((?P<date>[0-9-]+)\))?(?:;|$)\s*")


class Law(Struct, frozen=True):
    """One name. numbers: (số hiệu, ISO date or None) of the acts that bear it, oldest term last as in the table; an act
    that amends others bears its own name, not theirs. also: other ways of writing the name ("Thuế GTGT").

    Source: official lists of laws and ordinances, checked against each act's own title.
    """

    type: str
    name: str
    numbers: tuple[tuple[str, str | None], ...]
    also: tuple[str, ...] = ()


@cache
def laws() -> tuple[Law, ...]:
    """All rows of `data/laws.csv`, in the order of the file."""
    return tuple(
        Law(
            row["type"],
            row["name"],
            tuple((m["number"], m["date"]) for m in _NUMBER.finditer(row["numbers"])),
            tuple(name.strip() for name in row["also"].split(";") if name.strip()),
        )
        for row in rows("laws")
    )


@cache
def by_number() -> dict[str, Law]:
    """Số hiệu ("29/2013/QH13") → the law that bears it."""
    return {number: law for law in laws() for number, _ in law.numbers}


@cache
def named_after_type() -> frozenset[tuple[str, str]]:
    """Type and name, as slugs, of laws whose name begins with the word for their type: Luật "Luật sư"."""
    found = ((slug(law.type), slug(name)) for law in laws() for name in (law.name, *law.also))
    return frozenset((kind, name) for kind, name in found if name.startswith(f"{kind}-"))


@cache
def _by_other_name() -> dict[tuple[str, str], Law]:
    return {(law.type, fold(name)): law for law in laws() for name in law.also}


def official(type: str, name: str) -> str:
    """The name under which the table holds a law that is written in another way or was misread in one letter ("Thi bành
    án dân sự"); any other name as it stands."""
    law = _by_other_name().get((type, fold(name)))
    return law.name if law else _misread(type, fold(name)) or name


SURE_WORDS = 3
"""Words from which on a name that differs in one letter is the same name: no two laws of the table are as near, and of
two words ("Dân số", "Dân sự") a new law may be."""


@lru_cache(maxsize=4096)
def _misread(type: str, folded: str) -> str | None:
    """The one law of the table whose folded name differs in one letter of one word; None for a name that it holds."""
    words = folded.split()
    if len(words) < SURE_WORDS or (type, folded) in _by_name():
        return None
    names = {
        law.name
        for i, word in enumerate(words)
        for other, law in _by_all_but_one().get((type, *words[:i], "", *words[i + 1 :]), ())
        if one_letter_apart(word, other)
    }
    return names.pop() if len(names) == 1 else None


@cache
def _by_all_but_one() -> dict[tuple[str, ...], list[tuple[str, Law]]]:
    """Type and folded words of a name with "" for one of them → that word and the law."""
    found: dict[tuple[str, ...], list[tuple[str, Law]]] = {}
    for law in laws():
        words = fold(law.name).split()
        for i, word in enumerate(words):
            found.setdefault((law.type, *words[:i], "", *words[i + 1 :]), []).append((word, law))
    return found


@cache
def _by_name() -> dict[tuple[str, str], Law]:
    return {(law.type, fold(law.name)): law for law in laws()}


_BEHIND = re.compile(r"\s+(?:năm\s+\d{4}|số\s+\d\S*)$")
"""What stands behind a name and is no part of it: "năm 2014", "số 50/2014/QH13"."""


def called(type: str, title: str) -> str:
    """The title of a law, code or ordinance as people call it: with its type word, without the year, in the letters of
    the table where it holds the name. "XÂY DỰNG", "Luật Xây dựng năm 2014" → "Luật Xây dựng"; titles of other types as
    they stand."""
    if type not in _types():
        return title
    name = _BEHIND.sub("", title.strip())
    if fold(name).startswith(f"{fold(type)} ") and (slug(type), slug(name)) not in named_after_type():
        name = _without_type(type, name)
    elif fold(name).startswith(_AMENDING):
        name = name[:1].lower() + name[1:]
    law = named(type, official(type, name))
    return f"{type} {law.name if law else name}"


_AMENDING = fold("sửa đổi")


@cache
def _types() -> frozenset[str]:
    return frozenset(law.type for law in laws())


def act_of(type: str, name: str, stated: str) -> str | None:
    """Số hiệu of the act that bears an official name: that of the stated day, or the only one of the stated year (ISO
    8601, a year alone will do); None where neither the table nor the register that ships with the product, which holds
    laws that amend others, knows it."""
    law = named(type, name)
    numbers = law.numbers if law is not None else _registered().get((type, fold(name)), [])
    of_day = [number for number, date in numbers if date == stated]
    of_year = [number for number, date in numbers if (date or _year_of(number))[:4] == stated[:4]]
    return next((found[0] for found in (of_day, of_year) if len(found) == 1), None)


@cache
def _registered() -> dict[tuple[str, str], list[tuple[str, str | None]]]:
    """Type and folded title, without its type word → numbers and days in the register that ships with the product."""
    found: dict[tuple[str, str], list[tuple[str, str | None]]] = {}
    for row in known_documents():
        if row.number in registered_names():
            _, title = registered_names()[row.number]
            found.setdefault((row.type, fold(title)), []).append((row.number, row.date or None))
    return found


@cache
def registered_names() -> dict[str, tuple[str, str]]:
    """Số hiệu → type and title, without its type word, of the laws in the register that ships with the product."""
    return {
        row.number: (row.type, _without_type(row.type, row.title))
        for row in known_documents()
        if row.type in _types() and row.title
    }


def _without_type(type: str, title: str) -> str:
    return title[len(type) :].lstrip() if fold(title).startswith(f"{fold(type)} ") else title


REVISED = "(sửa đổi)"
"""Behind the name of a law that replaces one of the same name: "Luật Đầu tư công (sửa đổi) năm 2024"."""


def act_revised(type: str, name: str, spoken: str) -> str | None:
    """Số hiệu of the act that words of a day mean by an official name and "(sửa đổi)": the one that was passed within
    the year before. None for a draft, which bears no number yet."""
    law = named(type, name)
    passed = sorted((date, number) for number, date in (law.numbers if law else ()) if date is not None)
    known = [(date, number) for date, number in passed if date <= spoken < f"{int(date[:4]) + 1}{date[4:]}"]
    return known[-1][1] if known else None


def act_in_force(type: str, name: str, spoken: str) -> str | None:
    """Số hiệu of the act that words of a day (`spoken`, ISO 8601) mean by an official name alone: the law in force.

    That is the youngest one, enacted a year before or earlier: acts take effect some months after they are passed (the
    Land Law of 2013 after seven), so in the year of a new act nobody can tell. The only act that ever bore the name is
    meant from its first day on. None where the table does not decide.
    """
    law = named(type, name)
    passed = sorted((date or last_day(_year_of(number)), number) for number, date in (law.numbers if law else ()))
    known = [(date, number) for date, number in passed if date <= spoken]
    if not known:
        return None
    date, number = known[-1]
    return number if len(passed) == 1 or f"{int(date[:4]) + 1}{date[4:]}" <= spoken else None


def passed_on(number: str) -> str | None:
    """The day on which the act of this number was passed, as the table of laws knows; None where it does not."""
    law = by_number().get(number)
    return None if law is None else dict(law.numbers).get(number)


def _year_of(number: str) -> str:
    return number.split("/")[1]


def named(type: str, name: str) -> Law | None:
    """The law that goes by an official name; None for a name without a row."""
    return _by_name().get((type, fold(name)))


def bears(type: str, name: str, number: str) -> bool | None:
    """Does the act of this number bear the official name, as the table knows? None for a name without a row."""
    law = named(type, name)
    return None if law is None or not law.numbers else number in {each for each, _ in law.numbers}


@cache
def initials() -> dict[str, tuple[Law, ...]]:
    """Capital initials of a name without "và" (KHCN for Khoa học và Công nghệ) → the laws that they can mean."""
    table: dict[str, list[Law]] = {}
    for law in laws():
        words = [word for word in re.findall(r"\w+", law.name) if word.casefold() != "và"]
        table.setdefault("".join(word[0] for word in words).upper(), []).append(law)
    return {key: tuple(found) for key, found in table.items()}
