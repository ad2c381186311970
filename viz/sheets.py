"""Tables and chains as XLSX workbooks. Text stays text: nothing from a document is ever run as a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from graph.answers import Chain, Edge, Evidence, Table
from viz.bundle import EPOCH, printable, timeless
from viz.dates import shown
from viz.labels import text as ui
from viz.text_table import cells
from viz.vocabulary import level_label, relation

CELL_LIMIT = 32_767
NARROWEST, WIDEST = 8, 70

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def table(content: Table, lang: str = "vi") -> bytes:
    """One sheet with the rows of a result: frozen header, filter, widths that fit."""
    return _workbook([(ui("sheet.result", lang), content.columns, content.rows)])


def chain(content: Chain, lang: str = "vi") -> bytes:
    """Two sheets: the documents, and the relations with one row for each piece of evidence."""
    documents = [
        (
            node.label,
            node.number,
            shown(node.date, lang),
            node.issuer,
            node.title,
            level_label(node.level, lang),
            ui("document.loaded" if node.loaded else "document.cited_only", lang),
            node.iri,
        )
        for node in content.nodes
    ]
    relations = [_relation_row(edge, piece, lang) for edge in content.edges for piece in edge.evidence or (None,)]
    return _workbook(
        [
            (
                ui("sheet.relations", lang),
                _columns("subject relation object sentence evidence witness offsets", lang),
                relations,
            ),
            (
                ui("sheet.documents", lang),
                _columns("document number date issuer title level state iri", lang),
                documents,
            ),
        ]
    )


def _columns(names: str, lang: str) -> list[str]:
    return [ui(f"column.{name}", lang) for name in names.split()]


def _relation_row(edge: Edge, evidence: Evidence | None, lang: str) -> tuple[str | None, ...]:
    head = (edge.subject.label, relation(edge.predicate).label(lang), edge.object.label)
    if evidence is None:
        return (*head, None, None, None, None)
    start = max(evidence.start - evidence.sentence_start, 0)
    marked = evidence.sentence[start : max(evidence.end - evidence.sentence_start, start)]
    return (*head, evidence.sentence, marked, evidence.witness.label, f"{evidence.start}–{evidence.end}")


Sheet = tuple[str, Sequence[str], Sequence[Sequence[str | None]]]


def _workbook(sheets: Iterable[Sheet]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"author": "Căn Cứ", "created": EPOCH})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EDF2", "border": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for name, columns, rows in sheets:
            _write(book, name, columns, rows, head, body)
    return timeless(out.getvalue())


def _write(
    book: Workbook,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str | None]],
    head: Format,
    body: Format,
) -> None:
    sheet = book.add_worksheet(name)
    for column, title in enumerate(columns):
        sheet.write_string(0, column, _short(title), head)
        longest = max([cells(title), *(cells(row[column] or "") for row in rows)])
        sheet.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write_string(number, column, _short(value), body)
    sheet.freeze_panes(1, 0)
    if columns:
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _short(text: str) -> str:
    text = printable(text)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"
