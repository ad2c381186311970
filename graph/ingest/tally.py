"""What a run of loading or forgetting did, source by source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """What loading did. Sources by IRI, in input order, each once.

    loaded: new; updated: known, but now read differently; unchanged: already there; removed: replaced, because the
    one path that held them holds other content now. works: documents decided anew; conflicts: contradictions among
    those; suspicions: what can hardly be right, among what was decided anew.
    """

    loaded: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    works: int = 0
    conflicts: int = 0
    suspicions: int = 0


@dataclass(slots=True)
class Tally:
    """What was done so far, while the run goes on."""

    loaded: dict[str, None] = field(default_factory=dict)
    updated: dict[str, None] = field(default_factory=dict)
    unchanged: dict[str, None] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    works: int = 0
    findings: dict[str, tuple[int, int]] = field(default_factory=dict)
    """As in `Derived`, where any stands: a document that every batch cites is counted once."""

    def found(self, findings: Mapping[str, tuple[int, int]]) -> None:
        """What a batch has decided takes the place of what an earlier one did."""
        for about, counts in findings.items():
            if any(counts):
                self.findings[about] = counts
            else:
                self.findings.pop(about, None)

    def count(self, source: str, *, known: bool, fresh: bool) -> None:
        """What became of one source that came in."""
        (self.unchanged if not fresh else self.updated if known else self.loaded)[source] = None

    def changes(self) -> Changes:
        unchanged = [iri for iri in self.unchanged if iri not in self.loaded and iri not in self.updated]
        names = (tuple(self.loaded), tuple(self.updated), tuple(unchanged), tuple(self.removed))
        conflicts, suspicions = (sum(counts[kind] for counts in self.findings.values()) for kind in (0, 1))
        return Changes(*names, works=self.works, conflicts=conflicts, suspicions=suspicions)
