"""The numbers of lists in OpenDocument, which programs draw: "Điều 2.", "2.1.", "a)" (ODF 1.3, 19.880)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from loaders.formats.numbering import letter, roman
from loaders.formats.package import attribute, local

FORMS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": letter,
    "A": lambda n: letter(n).upper(),
    "i": lambda n: roman(n).lower(),
    "I": roman,
}


class Level(NamedTuple):
    """How a level of a list is numbered. shown: how many levels its number has ("2.1" has two)."""

    form: str
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


def level_of(element: Any) -> tuple[int, Level]:
    level = _number(attribute(element, "level"))
    if local(element) != "list-level-style-number":
        return level, Level("-")
    form, prefix, suffix = (attribute(element, name) or "" for name in ("num-format", "num-prefix", "num-suffix"))
    start, shown = (_number(attribute(element, name)) for name in ("start-value", "display-levels"))
    return level, Level(form, prefix, suffix, start, shown)


def _number(stated: str | None) -> int:
    return int(stated) if stated and stated.isdigit() and len(stated) < 7 else 1


def count(counts: list[int], level: int, levels: dict[int, Level], stated: int | None) -> None:
    """The next number of a level; the levels below it begin anew."""
    counts += [levels[above].start if above in levels else 1 for above in range(len(counts) + 1, level)]
    if len(counts) < level:
        counts.append((levels[level].start if level in levels else 1) - 1)
    del counts[level:]
    counts[-1] = counts[-1] + 1 if stated is None else stated


def label(counts: list[int], level: int, levels: dict[int, Level]) -> str:
    """The number as it is printed, with what stands around it; "" for a level without one."""
    style = levels.get(level)
    if style is None or style.form == "-" or style.form not in FORMS:
        return "-" if style is not None and style.form == "-" else ""
    first = max(1, level - style.shown + 1)
    forms = [(levels[each].form if each in levels else "1", counts[each - 1]) for each in range(first, level + 1)]
    number = ".".join(FORMS[form](count) for form, count in forms if form in FORMS)
    return f"{style.prefix}{number}{style.suffix}"
