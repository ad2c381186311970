"""What one text states once and can hardly be right. The rules stand in `ontology.suspicions`; here they meet the
mentions."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.suspicions import dated, printed
from loaders.suspicions.said import Said, Text
from ontology.records import Header, Severity, Statement, Suspicion, Work

_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


def suspicions(
    text: str,
    own: Work,
    header: Header,
    works: Sequence[Work],
    said: Sequence[Said],
    statements: Sequence[Statement],
) -> tuple[Suspicion, ...]:
    """All of one text: the gravest first, then in the order of the text. Spans in the original text."""
    read = Text(text, own, header, works, said, statements)
    found = [*dated.years(read), *printed.types(read), *printed.codes(read), *printed.names(read)]
    found += [*dated.swaps(read), *dated.impossible(read), *dated.series(read)]
    found += [*dated.carried_out(read), *dated.younger(read)]
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda each: (_ORDER[each.severity], each.spans, each.kind, each.work, each.stated, each.other or ""),
        )
    )


__all__ = ["Said", "suspicions"]
