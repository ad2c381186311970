"""What a label says of the words behind or below it: who leads a task, who takes part, when it is due.

The same labels head the columns of task tables ("Cơ quan chủ trì") and open details below a task ("- Đơn vị chủ trì:
Bộ Công an."). Words: `lead_role`, `partner_role`, `time_role`, `task_role` in `ontology/data/action_words.csv`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from loaders.actions import bodies
from loaders.text import trie
from loaders.text.reading import Reading
from loaders.text.tree import Node
from ontology.issuer_names import from_text
from ontology.lexicon import phrases
from ontology.tables import Place

Role = Literal["partner", "lead", "time", "task"]

ROLES: tuple[Role, ...] = ("partner", "lead", "time", "task")
"""In the order in which a label is asked: "Đơn vị phối hợp thực hiện" names partners, and who leads is asked later."""

VALUE = 300
"""Code points of a label's value; what is longer is a paragraph of its own."""


class Stated(Struct, frozen=True):
    """What the details below a task say, as printed."""

    lead: str | None = None
    partners: str | None = None
    time: str | None = None


@cache
def _words(role: Role) -> re.Pattern[str]:
    return re.compile(rf"(?:{trie.word_first(phrases(f'{role}_role'))})(?!\w)")  # type: ignore[arg-type]


@cache
def _labels() -> re.Pattern[str]:
    """A label at the head of a detail or behind a mark within it: "Chủ trì: Sở A; phối hợp: Sở B"."""
    named = trie.pattern([phrase for role in ROLES[:3] for phrase in phrases(f"{role}_role")])  # type: ignore[arg-type]
    return re.compile(
        rf"(?:^|(?<=[;.(]\s)|(?<=[;.(]))[\s+*-]*(?P<label>(?:cơ\s+quan|đơn\s+vị|cơ\s+quan,\s+đơn\s+vị)?\s*(?:{named})[^:;,.()\n]{{0,40}}):\s*"
    )


def of(label: str) -> Role | None:
    """The role that a label gives, on lower-case text."""
    return next((role for role in ROLES if _words(role).search(label)), None)


def names(low: str, start: int, end: int) -> bool:
    """Does a block begin with such a label?"""
    label = _labels().match(low[start : min(end, start + VALUE)])
    return label is not None


def stated(reading: Reading, details: list[Node]) -> Stated:
    """What details say of lead, partners and time; the first of each counts."""
    found: dict[str, str] = {}
    for node in details:
        labels = list(_labels().finditer(reading.low[node.words : node.end]))
        for position, label in enumerate(labels):
            begin = node.words + label.end()
            end = node.words + labels[position + 1].start() if position + 1 < len(labels) else node.end
            role = of(label["label"])
            if role is None or not 2 < end - begin < VALUE:
                continue
            value = " ".join(reading.text[begin:end].strip(" .;,()+-*").split())
            if value:
                found.setdefault(role, value)
    return Stated(found.get("lead"), found.get("partner"), found.get("time"))


def body(value: str, place: Place | None, date: str | None) -> str:
    """Who leads: the full name of a body, or several bodies as printed."""
    known = from_text(value, place, date)
    return known[0].name if known is not None and known[1] >= len(value) - 2 else value


def several(value: str) -> tuple[str, ...]:
    """Each partner apart."""
    parts = (part.strip(" ,;.") for part in bodies.separator().split(value))
    return tuple(dict.fromkeys(part for part in parts if part))
