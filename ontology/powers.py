"""What documents of each type may do to others (RULES §4), and what their words count for."""

from __future__ import annotations

import types
from functools import cache

from ontology.packaged import rows
from ontology.rows import DocumentPower, Power

__all__ = ["document_powers", "ranks", "types_that"]


@cache
def document_powers() -> tuple[DocumentPower, ...]:
    """All types that can do something, or nothing, to others."""
    return tuple(
        DocumentPower(
            row["slug"],
            int(row["rank"]) if row["rank"] else None,
            tuple(row["powers"].split(";")),  # type: ignore[arg-type]
            row["example"],
            row["source"],
        )
        for row in rows("document_powers")
    )


@cache
def types_that(power: Power) -> frozenset[str]:
    """Slugs of the types that have a power."""
    return frozenset(row.slug for row in document_powers() if power in row.powers)


@cache
def ranks() -> types.MappingProxyType[str, int]:
    """Slug of a type → its rank, 0 the highest. A resolution may be of any body from the National Assembly to a
    commune: it has none. Decisions and circulars share one: ministers once issued their rules as decisions."""
    return types.MappingProxyType({row.slug: row.rank for row in document_powers() if row.rank is not None})
