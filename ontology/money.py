"""Sums of money in one unit, so that they can be added: đồng."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from ontology.tables import money_units
from ontology.words import letters


def in_dong(amount: float, unit: str) -> Decimal | None:
    """30906.3 and "triệu đồng" → 30906300000; None for a unit of another currency, or one that no row knows."""
    factor = _factors().get(letters(unit))
    return None if factor is None else Decimal(repr(amount)) * factor


@cache
def _factors() -> dict[str, int]:
    return {letters(row.unit): row.dong for row in money_units()}
