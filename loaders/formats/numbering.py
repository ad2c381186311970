"""The numbers that Word draws before paragraphs ("1.", "a)", "Điều 5.") and does not write into them
(numbering.xml)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from loaders.formats.package import attribute, child, local, value

LEVELS = 9
PLACEHOLDER = re.compile(r"%([1-9])")

BULLETS = {"\uf0b7": "-", "\uf02d": "-", "\uf0a7": "-", "\uf0d8": "-", "\uf076": "-", "\uf0fc": "-", "o": "-", "": "-"}
"""Signs of the fonts Symbol and Wingdings, which mean nothing as letters."""


def roman(number: int) -> str:
    """1 → I."""
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    written = ""
    for worth, sign in signs:
        count, number = divmod(number, worth)
        written += sign * count
    return written


def letter(number: int) -> str:
    """1 → a, 27 → aa, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": lambda number: roman(number).lower(),
    "upperRoman": roman,
    "ordinal": str,
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number looks, and from where it counts."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. `label` is called for each paragraph in turn."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], Level | int] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any | None) -> Numbering:
        """From the root of numbering.xml; without one nothing is numbered."""
        numbering = cls()
        links: dict[str, str] = {}
        named: dict[str, str] = {}
        for element in () if root is None else root:
            if local(element) == "abstractNum":
                key = attribute(element, "abstractNumId") or ""
                levels = [each for each in element if local(each) == "lvl"]
                numbering.abstract[key] = dict(map(_level, levels))
                if (link := value(element, "numStyleLink")) is not None:
                    links[key] = link
                if (name := value(element, "styleLink")) is not None:
                    named[name] = key
            elif local(element) == "num":
                numbering._list(element)
        for key, link in links.items():
            numbering.abstract[key] = numbering.abstract.get(named.get(link, ""), {})
        return numbering

    def _list(self, element: Any) -> None:
        key = attribute(element, "numId") or ""
        self.lists[key] = value(element, "abstractNumId") or ""
        for override in element:
            if local(override) == "lvlOverride":
                level = _number(attribute(override, "ilvl"), 0)
                changed = child(override, "lvl")
                start = value(override, "startOverride")
                if changed is not None:
                    self.overrides[key, level] = _level(changed)[1]
                elif start is not None:
                    self.overrides[key, level] = _number(start, 1)

    def _at(self, key: str, level: int) -> Level | None:
        override = self.overrides.get((key, level))
        own = self.abstract.get(self.lists.get(key, ""), {}).get(level)
        return override if isinstance(override, Level) else own

    def label(self, key: str, level: int) -> str:
        """The number of the next paragraph of list `key` at `level` (from 0), as drawn; "" for none."""
        at = self._at(key, level)
        if at is None or not 0 <= level < LEVELS:
            return ""
        counts = self.counts.setdefault(self.lists.get(key, ""), [0] * LEVELS)  # an override may name no list
        restart = self.overrides.get((key, level))
        first = (key, level) not in self.started
        self.started.add((key, level))
        if first and isinstance(restart, int):
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if counts[level] else at.start
        for above in range(level):
            if not counts[above]:
                upper = self._at(key, above)
                counts[above] = upper.start if upper else 1
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return self._drawn(key, at, counts)

    def _drawn(self, key: str, at: Level, counts: list[int]) -> str:
        if at.form == "bullet":
            return BULLETS.get(at.text, at.text if at.text.isprintable() and at.text < "\ue000" else "-")

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            other = self._at(key, level)
            form = "decimal" if at.legal or other is None else other.form
            return FORMS.get(form, str)(counts[level])

        return PLACEHOLDER.sub(number, at.text)


def _level(element: Any) -> tuple[int, Level]:
    return _number(attribute(element, "ilvl"), 0), Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=_number(value(element, "start"), 1),
        legal=child(element, "isLgl") is not None,
        style=value(element, "pStyle"),
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.lstrip("-").isdigit() and len(text) < 9 else otherwise
