"""The pages, as full HTML. Every state is in the address; nothing needs JavaScript; no inline script or style.

Every function takes `lang` ("vi", "en") and `base`, the IRI base of the store, from which addresses are made
(`viz.links.Site`). Whatever comes from a document is escaped by the templates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import Any

from markupsafe import Markup

from graph.action_answers import ProgrammeSummary
from graph.answers import Chain, DocumentPage, DocumentSummary, Finding, Question, StoreSummary, Table
from ontology.origin import Origin
from ontology.terms import DEFAULT_BASE
from viz import sent_to, svg
from viz.columns import choices, screen
from viz.dates import likely, shown
from viz.labels import catalogue
from viz.labels import text as ui
from viz.laid_out import blocks
from viz.links import DOWNLOADS, Site
from viz.listing import SHOWN, Row, proofs, rows
from viz.spans import pieces
from viz.templating import environment
from viz.view import view
from viz.vocabulary import level_label, suspicion_kind

PAGE_SIZE = 20
"""Hits on a page of search results."""

STEPS = range(7)
"""How many steps up or down the form of a drawing offers."""

Address = Callable[[Site], str | None]


def home(
    summary: StoreSummary,
    examples: Sequence[DocumentSummary],
    lang: str = "vi",
    *,
    base: str = DEFAULT_BASE,
    upload: str | None = None,
) -> str:
    """What this is, a search box, what is loaded and what to try first. upload: how much may be sent at once ("64 MB");
    None where nothing may."""
    return render("home.html", lang, base, Site.home, summary=summary, examples=examples, upload=upload)


def uploaded(files: Sequence[Any], lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """What became of the files that were sent: `name`, `outcome`, `lines` of each."""
    return render("uploaded.html", lang, base, Site.home, files=files)


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


def document(
    page: DocumentPage,
    chain: Chain,
    lang: str = "vi",
    *,
    place: str | None = None,
    up: int = 1,
    down: int = 2,
    doings: Mapping[str, Any] | None = None,
    base: str = DEFAULT_BASE,
) -> str:
    """A document: heading, contradictions, drawing, the lists with their evidence, downloads.

    up, down, place: how the chain was asked for; they fill the form above the drawing and the download links. doings:
    its actions and programmes, see `viz.document_doings`.
    """
    site = Site(base, lang)
    iri = page.document.iri
    chosen = (doings or {}).get("chosen", {})
    drawn = view(chain, lang, lambda other: site.document(other.iri))
    lists: dict[str, list[Row]] = {
        "bases": rows(page.bases, site, drawn.anchors, outward=True),
        "implementers": rows(page.implementers, site, drawn.anchors, outward=False),
        "cites": rows(page.cites, site, drawn.anchors, outward=True),
        "cited_by": rows(page.cited_by, site, drawn.anchors, outward=False),
    }
    places = sorted({node.place for node in chain.nodes if node.place} | ({place} if place else set()))
    return render(
        "document.html",
        lang,
        base,
        lambda there: there.document(iri, up=up, down=down, place=place, **chosen),
        page=page,
        doings=doings,
        recipients=sent_to.groups(page.header, site),
        lists=lists,
        shown_rows=SHOWN,
        conflicts=[
            (conflict, [(value, proofs(evidence, site)) for value, evidence in conflict.values])
            for conflict in page.conflicts
        ],
        suspicions=[(finding, proofs(finding.evidence, site)) for finding in page.suspicions],
        drawing=Markup(svg.render(drawn, framed=False, least_width=svg.PAGE_WIDTH)) if drawn.edges else None,
        legend=Markup(svg.legend(drawn)),
        downloads=[(kind.upper(), site.download(iri, kind, up=up, down=down, place=place)) for kind in DOWNLOADS],
        up=up,
        down=down,
        place=place,
        places=places,
        steps=sorted({*STEPS, up, down}),
    )


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
    base: str = DEFAULT_BASE,
) -> str:
    """The text of a witness. spans: (start, end, IRI of the cited document or ""); focus: the evidence to show.

    key: the 32 digits of the source, for the address of this page in the other language. origin: the pages of its
    original; shown: numbers of those whose pictures stand above the text. framed: the saved web page
    stands there. notes: codes of what to know of how it was read.
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
        focus=focus,
        key=key,
        shown=[sheets[number] for number in shown if number in sheets],
        sheets=list(sheets.values()),
        pictured=any(page.width for page in sheets.values()) and bool(shown),
    )


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


def questions(questions: Sequence[Question], lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """The saved questions."""
    return render("questions.html", lang, base, Site.questions, questions=questions)


def question(
    question: Question,
    args: Mapping[str, str],
    table: Table | None,
    lang: str = "vi",
    error: str | None = None,
    *,
    base: str = DEFAULT_BASE,
) -> str:
    """A question with its form; with its answer when there is a table; with what is wrong when there is an error."""
    given = {name: value for name, value in args.items() if value}
    return render(
        "question.html",
        lang,
        base,
        lambda site: site.question(question.name, **given),
        question=question,
        args=given,
        table=None if table is None else screen(table, question.columns, Site(base, lang)),
        choices={each.name: choices(each.kind, lang) for each in question.parameters},
        error=error,
        exports=_exports(lambda kind: Site(base, lang).question(question.name, **{**given, "format": kind})),
    )


def sparql(
    query: str = "",
    lang: str = "vi",
    examples: Sequence[Question] = (),
    *,
    error: str | None = None,
    base: str = DEFAULT_BASE,
) -> str:
    """The query editor. examples: saved questions whose SPARQL is offered."""
    return _sparql(query, lang, examples, None, error, base)


def result_table(
    table: Table, query: str, lang: str = "vi", examples: Sequence[Question] = (), *, base: str = DEFAULT_BASE
) -> str:
    """The query editor above the rows that the query gave."""
    return _sparql(query, lang, examples, table, None, base)


def ambiguous(number: str, candidates: Sequence[DocumentSummary], lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """Several documents carry one number: choose."""
    return render(
        "ambiguous.html", lang, base, lambda site: site.search(number), number_text=number, candidates=candidates
    )


def error(status: int, message: str, lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """An HTTP error with the line of `api.messages` that explains it."""
    kind = f"error.{status}" if f"error.{status}" in catalogue() else "error.other"
    return render("error.html", lang, base, Site.home, status=status, message=message, kind=kind)


def about(lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """Short help: what this does and how to read it."""
    return render("about.html", lang, base, Site.about)


def _sparql(
    query: str, lang: str, examples: Sequence[Question], table: Table | None, error: str | None, base: str
) -> str:
    return render(
        "sparql.html",
        lang,
        base,
        lambda site: site.sparql(query),
        sparql_query=query,
        examples=examples,
        table=None if table is None else screen(table, (), Site(base, lang)),
        error=error,
        exports=_exports(lambda kind: Site(base, lang).sparql(query, kind)),
    )


def _exports(address: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(kind.upper(), address(kind)) for kind in ("xlsx", "csv", "json")]


def render(template: str, lang: str, base: str, here: Address, **values: Any) -> str:
    """A template with what every page has: addresses, words, dates, numbers, the same page in the other language."""
    lang = "en" if lang == "en" else "vi"
    site, other = Site(base, lang), Site(base, "vi" if lang == "en" else "en")
    context = {
        "lang": lang,
        "site": site,
        "other_lang": other.lang,
        "other_address": _switch(here(other) or other.home(), other.lang),
        "t": lambda key, **fill: ui(key, lang, **{name: str(value) for name, value in fill.items()}),
        "date": lambda value: shown(value, lang),
        "number": lambda value: _number(value, lang),
        "percent": lambda value: f"{value:.0%}",
        "likely": lambda value: likely(value, lang),
        "kind_of": suspicion_kind,
        "level_name": lambda level: level_label(level, lang),
        "label": lambda thing: thing.label_en if lang == "en" else thing.label_vi,
        "query": "",
    }
    return environment().get_template(template).render(context | values)


def _switch(address: str, lang: str) -> str:
    """The address with the language said aloud, Vietnamese too: a cookie may hold the other one."""
    if lang == "en":
        return address
    path, mark, anchor = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}lang={lang}{mark}{anchor}"


def _number(value: int, lang: str) -> str:
    """12345 → "12.345" in Vietnamese, "12,345" in English."""
    written = f"{value:,}"
    return written if lang == "en" else written.replace(",", ".")
