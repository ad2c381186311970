"""The nine lanes of the implementation ladder, from the Politburo down to the commune."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ontology import codes
from ontology.numbers import parse_symbol
from ontology.tables import body_words, issuer_by_id, issuers, place_by_key
from ontology.words import slug


class Level(NamedTuple):
    """One lane: 0 is the highest."""

    number: int
    label_vi: str
    label_en: str


LEVELS: tuple[Level, ...] = (
    Level(0, "Đảng ở Trung ương", "Central Party bodies"),
    Level(1, "Quốc hội", "National Assembly"),
    Level(2, "Chính phủ, Thủ tướng", "Government and Prime Minister"),
    Level(3, "Bộ, ngành Trung ương", "Ministries and central agencies"),
    Level(4, "Tỉnh ủy, Thành ủy", "Provincial party committees"),
    Level(5, "HĐND, UBND tỉnh", "Provincial councils and committees"),
    Level(6, "Sở, ban, ngành tỉnh", "Provincial departments"),
    Level(7, "Cấp huyện", "Districts"),
    Level(8, "Xã và đơn vị", "Communes and units"),
)

LOWEST = 8
_DISTRICT_STEPS = ("huyen", "quan", "thi-xa", "thanh-pho")
_COMMUNE_STEPS = ("xa", "phuong", "thi-tran", "dac-khu")


def level(issuer_key: str | None, symbol: str | None = None) -> int:
    """The lane of a document, 0..8, by the key of its issuer, else by the code in its symbol.

    District and commune bodies are told by the key's steps ("ubnd.huyen-mai-son.14-son-la" → 7). A branch of a
    central body in a province counts with the departments (6). What cannot be placed goes to the lowest lane.
    """
    found = _of_key(issuer_key) if issuer_key else None
    if found is None and symbol:
        found = _of_symbol(symbol)
    return LOWEST if found is None else found


def _of_key(key: str) -> int | None:
    base, *steps = key.split(".")
    if base == "x":
        return _of_opener(steps[0]) if steps else None
    below = _of_steps(steps)
    if below is not None and base != "du":
        return below
    rows = [row for row in issuers() if row.series == base]
    if not rows:
        return None
    branch = rows[0].scope == "unique" and any(step in place_by_key() for step in steps)
    return max(6, rows[0].level) if branch else rows[0].level


def _of_steps(steps: list[str]) -> int | None:
    for step in steps:
        if step in place_by_key():
            return None
        if step.split("-")[0] in _COMMUNE_STEPS or step.startswith(_COMMUNE_STEPS):
            return 8
        if step.startswith(_DISTRICT_STEPS):
            return 7
    return None


@cache
def _openers() -> tuple[tuple[str, int], ...]:
    return tuple(sorted(((slug(row.phrase), row.level) for row in body_words()), key=lambda pair: -len(pair[0])))


def _of_opener(name: str) -> int | None:
    return next((number for opener, number in _openers() if name == opener or name.startswith(opener + "-")), None)


def _of_symbol(symbol: str) -> int | None:
    parsed = parse_symbol(symbol)
    rows = codes.bodies(parsed.agencies[0]) if parsed and parsed.agencies else ()
    return issuer_by_id()[rows[0].series].level if rows else None
