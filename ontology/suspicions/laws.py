"""The name of a law against its number: "Luật Đất đai số 50/2014/QH13"."""

from __future__ import annotations

from typing import NamedTuple

from ontology.laws import by_number, named, registered_names
from ontology.numbers import parse_symbol
from ontology.suspicions.numbers import one_slip
from ontology.typed_numbers import parse_number
from ontology.words import fold

_AMENDING = (fold("sửa đổi"), fold("bổ sung"))


class Misnamed(NamedTuple):
    """sure: the number is that of another law. likely: the number that was meant, or None."""

    sure: bool
    likely: str | None


def misnamed(type: str, name: str, number: str, date: str | None = None) -> Misnamed | None:
    """Judges a law by the name and the number under which it is cited; None where nothing is wrong, or nobody can tell.

    A law that amends others is often called by the name of an amended one: no slip. A number that no table knows is
    doubted only where a law of that name has a number of the same year that is one slip away. date: the day that is
    stated with them; where it is that of the number's own law, the name is the slip.
    """
    law = named(type, name)
    if law is None or not law.numbers:
        return None
    number = f"{number.partition('/')[0].zfill(2)}/{number.partition('/')[2]}"
    if number in {each for each, _ in law.numbers}:
        return None
    other = by_number().get(number)
    borne = other.name if other is not None else registered_names().get(number, (type, None))[1]
    if borne is not None and (_amends(borne, law.name) or _begins(borne, law.name)):
        return None
    alike = [each for each, _ in law.numbers if _year(each) == _year(number)]
    if borne is None:
        near = [each for each in alike if _near(each, number)]
        return Misnamed(False, near[0]) if len(near) == 1 and _plain(number) else None
    if other is not None and date is not None and (number, date) in other.numbers:
        return Misnamed(True, None)
    return Misnamed(True, alike[0] if len(alike) == 1 else _turned(number, law.numbers))


def _amends(whole: str, name: str) -> bool:
    """May a law that amends others amend the one of this name? It names them, or tells how many they are."""
    folded = fold(whole)
    if not folded.startswith(_AMENDING):
        return False
    return fold(name) in folded or any(words in folded for words in _SEVERAL) or any(c.isdigit() for c in folded)


_SEVERAL = tuple(fold(words) for words in ("các luật", "một số luật", "nhiều luật", "liên quan"))


def _begins(whole: str, part: str) -> bool:
    """Is a name a shorter way to call a law ("Phòng cháy và chữa cháy" for the one that adds "và cứu nạn, cứu hộ")?"""
    words, first = ([word for word in fold(name).split() if word != "va"] for name in (whole, part))
    return words[: len(first)] == first


def _near(one: str, other: str) -> bool:
    """Are the running numbers one slip apart: digits exchanged, one too many or too few, or one wrong? Another law of
    that year is mostly further away: 87/2025/QH15 amends 64/2025/QH15 and is called by its name."""
    numbers = one.partition("/")[0], other.partition("/")[0]
    if not all(map(str.isdecimal, numbers)):
        return False  # "11l" of a scan
    few, many = map(int, numbers)
    digits = list(zip(str(few).zfill(3), str(many).zfill(3), strict=True))
    return one_slip(few, many) or sum(a != b for a, b in digits) == 1


def _turned(number: str, numbers: tuple[tuple[str, str | None], ...]) -> str | None:
    """The one number of the law with the same running number: the year or the term is the slip."""
    running = number.partition("/")[0].lstrip("0")
    found = [each for each, _ in numbers if each.partition("/")[0].lstrip("0") == running]
    return found[0] if len(found) == 1 else None


def _year(number: str) -> str | None:
    parts = parse_number(number)
    return parts.year if parts is not None else None


def _plain(number: str) -> bool:
    """Of the National Assembly: other bodies give numbers of their own to what guides a law."""
    symbol = parse_symbol(number.rpartition("/")[2])
    return symbol is not None and symbol.family == "na"


__all__ = ["Misnamed", "misnamed"]
