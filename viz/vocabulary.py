"""What relations and authority levels are called on the screen."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.levels import LEVELS
from ontology.tables import PredicateLabel, SuspicionLabel, action_statuses, predicates, suspicion_kinds


@dataclass(frozen=True, slots=True)
class Relation:
    """A predicate: its group (line style), its names in both directions, and the short word beside a line."""

    predicate: str
    group: str
    labels: dict[str, str]
    inverses: dict[str, str]
    captions: dict[str, str]

    def label(self, lang: str) -> str:
        """What the subject does: "Triển khai thực hiện"."""
        return _word(self.labels, lang)

    def inverse(self, lang: str) -> str:
        """What happens to the object: "Được triển khai bởi"."""
        return _word(self.inverses, lang)

    def caption(self, lang: str) -> str:
        """The short word: "thực hiện"."""
        return _word(self.captions, lang)


@cache
def relations() -> dict[str, Relation]:
    """Predicate → relation, in the order of `data/captions.csv`: the order in which people read them."""
    text = files("viz").joinpath("data", "captions.csv").read_text(encoding="utf-8")
    rows: dict[str, PredicateLabel] = {row.predicate: row for row in predicates()}
    return {
        name: Relation(
            predicate=name,
            group=rows[name].group,
            labels={"vi": rows[name].label_vi, "en": rows[name].label_en},
            inverses={"vi": rows[name].inverse_label_vi, "en": rows[name].inverse_label_en},
            captions={"vi": caption["vi"], "en": caption["en"]},
        )
        for caption in csv.DictReader(text.splitlines())
        for name in [caption["predicate"]]
    }


def relation(predicate: str) -> Relation:
    """The relation of a predicate; one that the table does not know is a citation under its own name."""
    names = {"vi": predicate, "en": predicate}
    return relations().get(predicate) or Relation(predicate, "cite", names, names, names)


def suspicion_kind(kind: str) -> SuspicionLabel:
    """What a kind of suspicion is called, and what it means. KeyError for a kind that the table does not know."""
    return {str(row.kind): row for row in suspicion_kinds()}[kind]


def suspicion_label(kind: str, lang: str) -> str:
    """What a kind of suspicion is called; one that the table does not know goes by its name."""
    found = next((row for row in suspicion_kinds() if row.kind == kind), None)
    return kind if found is None else found.label_en if lang == "en" else found.label_vi


def _word(words: dict[str, str], lang: str) -> str:
    return words["en" if lang == "en" else "vi"]


def level_label(level: int, lang: str) -> str:
    """What the authority level is called; levels beyond the table take its ends."""
    known = LEVELS[min(max(level, 0), len(LEVELS) - 1)]
    return known.label_en if lang == "en" else known.label_vi


def status_label(status: str, lang: str) -> str:
    """What a status of actions is called; one that the table does not know goes by its name."""
    found = next((row for row in action_statuses() if row.status == status), None)
    if found is None:
        return status
    return found.label_en if lang == "en" else found.label_vi
