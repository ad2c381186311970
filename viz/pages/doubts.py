"""Contradictions and suspicions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from graph.answers import Finding
from ontology.terms import DEFAULT_BASE
from viz.links import Site
from viz.listing import proofs
from viz.pages.frame import PAGE_SIZE, render


def findings(
    found: Sequence[Finding],
    counts: Mapping[str, int],
    kind: str | None = None,
    page: int = 1,
    lang: str = "vi",
    *,
    base: str = DEFAULT_BASE,
) -> str:
    """One page of contradictions and suspicions, the graver ones first. counts: of each kind that there is; kind: the
    one that is shown, None for all."""
    site = Site(base, lang)
    total = counts.get(kind, 0) if kind else sum(counts.values())
    return render(
        "findings.html",
        lang,
        base,
        lambda there: there.findings(kind, page),
        found=[(finding, proofs(finding.evidence, site)) for finding in found],
        counts=counts,
        kind=kind,
        total=total,
        page=page,
        page_size=PAGE_SIZE,
        pages=max(ceil(total / PAGE_SIZE), 1),
    )
