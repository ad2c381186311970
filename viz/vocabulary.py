"""What relations and authority levels are called on the screen."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LEVELS = {
    "vi": (
        "Trung ương Đảng",
        "Quốc hội",
        "Chính phủ, Thủ tướng",
        "Bộ, ngành trung ương",
        "Khác",
        "Cấp tỉnh",
        "Sở, ngành cấp tỉnh",
        "Cấp huyện",
        "Cấp xã",
    ),
    "en": (
        "Party centre",
        "National Assembly",
        "Government, Prime Minister",
        "Ministries",
        "Other",
        "Province",
        "Provincial departments",
        "District",
        "Commune",
    ),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A predicate with its drawing group and its names in both directions."""

    predicate: str
    group: str
    label_vi: str
    label_en: str
    inverse_vi: str
    inverse_en: str

    def label(self, lang: str) -> str:
        return self.label_en if lang == "en" else self.label_vi

    def inverse(self, lang: str) -> str:
        return self.inverse_en if lang == "en" else self.inverse_vi


@cache
def relations() -> dict[str, Relation]:
    """Predicate → relation, in the order in which they are listed to people."""
    text = files("viz").joinpath("data", "relations.csv").read_text(encoding="utf-8")
    return {row["predicate"]: Relation(**row) for row in csv.DictReader(text.splitlines())}


def relation(predicate: str) -> Relation:
    """The relation of a predicate; one that the table does not know is a mention under its own name."""
    return relations().get(predicate) or Relation(predicate, "mention", predicate, predicate, predicate, predicate)


def level_label(level: int, lang: str) -> str:
    """What the authority level is called."""
    names = LEVELS["en" if lang == "en" else "vi"]
    return names[min(max(level, 0), len(names) - 1)]
