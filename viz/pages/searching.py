"""What a search found."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from graph.answers import DocumentSummary, ProgrammeSummary
from ontology.terms import DEFAULT_BASE
from viz.pages.frame import PAGE_SIZE, render


def search(
    query: str,
    results: Sequence[DocumentSummary],
    total: int,
    page: int = 1,
    lang: str = "vi",
    *,
    base: str = DEFAULT_BASE,
    page_size: int = PAGE_SIZE,
    programmes: Sequence[ProgrammeSummary] = (),
    programmes_total: int = 0,
) -> str:
    """One page of hits. total: hits on all pages; page counts from 1; programmes: the first of those that match."""
    return render(
        "search.html",
        lang,
        base,
        lambda site: site.search(query, page),
        query=query,
        results=results,
        programmes=programmes,
        programmes_total=programmes_total,
        total=total,
        page=page,
        pages=max(ceil(total / page_size), 1),
    )


def ambiguous(number: str, candidates: Sequence[DocumentSummary], lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """Several documents carry one number: choose."""
    return render(
        "ambiguous.html", lang, base, lambda site: site.search(number), number_text=number, candidates=candidates
    )
