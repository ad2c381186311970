"""The text of a witness."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answers import DocumentSummary
from ontology.origin import Origin
from ontology.terms import DEFAULT_BASE
from viz.laid_out import blocks
from viz.pages.frame import render
from viz.spans import pieces


def source(
    name: str,
    text: str,
    spans: Sequence[tuple[int, int, str]],
    focus: tuple[int, int] | None = None,
    lang: str = "vi",
    *,
    key: str = "",
    origin: Origin | None = None,
    shown: Sequence[int] = (),
    framed: bool = False,
    notes: Sequence[str] = (),
    document: DocumentSummary | None = None,
    base: str = DEFAULT_BASE,
) -> str:
    """The text of a witness. spans: (start, end, IRI of the cited document or ""); focus: the evidence to show.

    key: the 32 digits of the source, for the address of this page in the other language. origin: the pages of its
    original; shown: numbers of those whose pictures stand above the text. framed: the saved web page
    stands there. notes: codes of what to know of how it was read. document: what it is the text of.
    """
    sheets = {page.number: page for page in origin.pages} if origin else {}
    start, end = focus or (None, None)
    return render(
        "source.html",
        lang,
        base,
        lambda site: site.source(key, start, end) if key else None,
        name=name,
        characters=len(text),
        citations=len(spans),
        blocks=blocks(pieces(text, spans, focus)),
        framed=framed and bool(key),
        notes=notes,
        document=document,
        focus=focus,
        key=key,
        shown=[sheets[number] for number in shown if number in sheets],
        sheets=list(sheets.values()),
        pictured=any(page.width for page in sheets.values()) and bool(shown),
    )
