"""Fonts that a web page's style sheet gives to its elements: Word saves ".MsoNormal {font-family:.VnTime}"."""

from __future__ import annotations

import re
from typing import Any

from loaders.formats.package import local
from ontology import legacy

RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
FAMILY = re.compile(r"font-family\s*:\s*([^;,}]{1,100})")
SELECTOR = re.compile(r"([A-Za-z][A-Za-z0-9]*)?(?:\.([A-Za-z_][\w-]*))?$", re.ASCII)
"""An element, a class, or both; what says more is left alone."""

Rules = dict[tuple[str, str], str]


def with_fonts(root: Any) -> None:
    """Elements that a style sheet gives a font of an old encoding say so themselves (`face`)."""
    rules: Rules = {}
    for element in root.iter():
        if (
            local(element) == "style"
            and element.text
            and (".vn" in element.text.lower() or "vni" in element.text.lower())
        ):
            rules |= _rules(element.text)
    if not any(legacy.of_font(face) for face in rules.values()):
        return
    for element in root.iter():
        name = local(element)
        if name and element.get("face") is None:
            classes = (element.get("class") or "").split()
            asked = [*((name, each) for each in classes), *(("", each) for each in classes), (name, "")]
            face = next((rules[each] for each in asked if each in rules), None)
            if face is not None:
                element.set("face", face)


def _rules(sheet: str) -> Rules:
    found: Rules = {}
    for rule in RULE.finditer(sheet):
        family = FAMILY.search(rule[2])
        if family is None:
            continue
        for each in rule[1].split(","):
            words = each.split()
            selector = SELECTOR.match(words[-1]) if len(words) == 1 else None
            if selector and (selector[1] or selector[2]):
                found[(selector[1] or "").lower(), selector[2] or ""] = family[1].strip(" \t\n\"'")
    return found
