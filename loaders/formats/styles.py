"""What the styles of a Word document say of text that says nothing itself: font, capitals, hidden, numbering."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from loaders.formats.package import attribute, child, local, value

CHAIN = 12
"""Styles that rest on each other; more is a circle."""


@dataclass(slots=True)
class Styles:
    """The styles of a document by id."""

    known: dict[str, Any] = field(default_factory=dict)
    defaults: Any | None = None
    paragraph: str | None = None
    """Id of the style of paragraphs that name none."""

    @classmethod
    def of(cls, root: Any | None) -> Styles:
        """From the root of styles.xml."""
        styles = cls()
        for element in () if root is None else root:
            if local(element) == "style":
                key = attribute(element, "styleId") or ""
                styles.known[key] = element
                if attribute(element, "type") == "paragraph" and attribute(element, "default") in {"1", "true"}:
                    styles.paragraph = key
            elif local(element) == "docDefaults":
                styles.defaults = child(child(element, "rPrDefault"), "rPr")
        return styles

    def chain(self, key: str | None) -> list[Any]:
        """The style and those that it rests on, nearest first."""
        found: list[Any] = []
        while key is not None and key in self.known and len(found) < CHAIN:
            found.append(self.known[key])
            key = value(found[-1], "basedOn")
        return found

    def run_properties(self, run: Any | None, paragraph: Any | None) -> list[Any]:
        """Where the properties of a run are looked up, nearest first: itself, its style, the paragraph's style, the
        defaults. run, paragraph: the elements rPr and pPr."""
        named = self.chain(value(run, "rStyle")) + self.chain(value(paragraph, "pStyle") or self.paragraph)
        inherited = [found for style in named if (found := child(style, "rPr")) is not None]
        return [each for each in (run, *inherited, self.defaults) if each is not None]

    def numbering(self, paragraph: Any | None) -> tuple[str, int] | None:
        """List and level (from 0) of a paragraph; None where it is not numbered."""
        properties = [paragraph, *(child(s, "pPr") for s in self.chain(value(paragraph, "pStyle") or self.paragraph))]
        lists = [child(each, "numPr") for each in properties]
        key = next((found for each in lists if (found := value(each, "numId")) is not None), None)
        level = next((found for each in lists if (found := value(each, "ilvl")) is not None), "0")
        if key is None or key == "0":
            return None
        return key, int(level) if level.isdigit() and len(level) < 3 else 0


def switched(properties: list[Any], name: str) -> bool:
    """A property that is on or off (caps, vanish): the nearest that states it decides."""
    for each in properties:
        found = child(each, name)
        if found is not None:
            return attribute(found, "val") not in {"0", "false", "off", "none"}
    return False


def font(properties: list[Any]) -> str | None:
    """The font of a run's Latin letters."""
    for each in properties:
        found = child(each, "rFonts")
        name = attribute(found, "ascii") or attribute(found, "hAnsi")
        if name:
            return name
    return None


def is_raised(properties: list[Any]) -> bool:
    """Does a run stand above the line?"""
    said = (child(each, "vertAlign") for each in properties)
    return attribute(next((each for each in said if each is not None), None), "val") == "superscript"
