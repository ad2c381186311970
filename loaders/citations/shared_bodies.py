"""The body that several documents share: "Quyết định số 5/QĐ-UBND ngày 01/02/2022 và Quyết định số 6/QĐ-UBND ngày
01/3/2022 của UBND tỉnh Quảng Trị"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.citations.sighting import Sighting
from loaders.text.reading import Reading
from ontology.codes import bodies
from ontology.numbers import Symbol

BETWEEN = re.compile(r"(?:\s*,(?:\s+và)?|\s+và|\s+hoặc)\s+")
"""All that stands between two documents of one list."""

BETWEEN_LIMIT = 12


def _central(symbol: Symbol) -> bool:
    return any(row.scope == "unique" for row in bodies(symbol.agencies[0]))


def shared(cited: list[Sighting], reading: Reading) -> list[Sighting]:
    """The mentions, each that states no body given the one of the next where a list joins both and their symbols name
    the same body. A code tells a central body by itself."""
    found = cited
    for at in range(len(cited) - 2, -1, -1):
        one, next_one = cited[at], found[at + 1]
        body = next_one.tail.issuer
        if body is None or one.tail.issuer is not None or one.tail.title is not None:
            continue
        if one.symbol is None or next_one.symbol is None or not one.symbol.agencies or _central(one.symbol):
            continue
        end = max(one.end, one.tail.date_end or 0)
        near = 0 < next_one.start - end <= BETWEEN_LIMIT
        if not near or one.symbol.agencies != next_one.symbol.agencies:
            continue
        if BETWEEN.fullmatch(reading.low, end, next_one.start):
            found = list(cited) if found is cited else found
            found[at] = replace(one, tail=replace(one.tail, issuer=body))
    return found
