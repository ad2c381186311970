"""Tables and chains as XLSX workbooks. Text stays text: nothing from a document is ever run as a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from graph.answers import Action, Chain, Column, Edge, Evidence, Table
from viz.action_views import counts_line, measure_text
from viz.bundle import EPOCH, printable, timeless
from viz.columns import addresses_last, headings, number
from viz.columns import cells as body
from viz.dates import shown
from viz.labels import text as ui
from viz.quote import said
from viz.text_table import cells
from viz.vocabulary import level_label, relation, status_label

Row = Sequence[str | float | None]
Sheet = tuple[str, Sequence[str], Sequence[Row]]

CELL_LIMIT = 32_767
NARROWEST, WIDEST = 8, 50

LINE, TALLEST = 15, 409
"""Points of a line, and of the highest row that Excel knows. LibreOffice fits no row by itself."""

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def table(content: Table, lang: str = "vi", columns: Sequence[Column] = ()) -> bytes:
    """One sheet with the rows of a result: frozen header, filter, widths that fit. columns: what they are called, and
    which hold numbers; addresses stand behind what is printed on paper."""
    content = addresses_last(content, columns)
    rows = body(content, columns, lang)
    printed = sum(1 for name in content.columns if name not in {column.name for column in columns if column.of})
    return _workbook([(ui("sheet.result", lang), headings(content, columns, lang), rows)], printed)


def chain(content: Chain, lang: str = "vi") -> bytes:
    """Two sheets: the documents, and the relations with one row for each piece of evidence; a third where the chain
    ends in actions."""
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
            *_actions(content, lang),
        ]
    )


def _actions(content: Chain, lang: str) -> list[Sheet]:
    """The actions of each document, as far as the chain carries them; the rest of each is told in a row of its own."""
    labels = {node.iri: node.label for node in content.nodes}
    rows: list[Row] = []
    for iri in (node.iri for node in content.nodes if node.iri in content.actions):
        told = content.actions[iri]
        rows += [_action_row(labels[iri], action, lang) for action in told.actions]
        if told.more:
            more = ui("tree.actions", lang, count=number(str(told.more), lang))
            rows.append((labels[iri], counts_line(told.statuses, lang), more, *[None] * 7))
    names = "document status sentence actor time results place path witness offsets"
    return [(ui("sheet.actions", lang), _columns(names, lang), rows)] if rows else []


def _action_row(document: str, action: Action, lang: str) -> Row:
    proof = action.evidence
    return (
        document,
        status_label(action.status, lang),
        proof.sentence,
        action.actor,
        action.time,
        "; ".join(measure_text(each, lang) for each in action.measures) or None,
        action.place or action.province,
        action.path,
        proof.witness.label,
        f"{proof.start}–{proof.end}",
    )


def _columns(names: str, lang: str) -> list[str]:
    return [ui(f"column.{name}", lang) for name in names.split()]


def _relation_row(edge: Edge, evidence: Evidence | None, lang: str) -> tuple[str | None, ...]:
    head = (edge.subject.label, relation(edge.predicate).label(lang), edge.object.label)
    if evidence is None:
        return (*head, None, None, None, None)
    start = max(evidence.start - evidence.sentence_start, 0)
    marked = evidence.sentence[start : max(evidence.end - evidence.sentence_start, start)]
    return (*head, said(evidence), marked, evidence.witness.label, f"{evidence.start}–{evidence.end}")


@dataclass(frozen=True, slots=True)
class Formats:
    """Of the heading, of words, of whole numbers and of others."""

    head: Format
    body: Format
    whole: Format
    broken: Format


def _workbook(sheets: Iterable[Sheet], printed: int | None = None) -> bytes:
    """printed: how many columns of each sheet go on paper; None: all."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"author": "Căn Cứ", "created": EPOCH})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EDF2", "border": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        whole, broken = (book.add_format({"valign": "top", "num_format": form}) for form in ("#,##0", "#,##0.0####"))
        for name, columns, rows in sheets:
            _write(book, name, columns, rows, Formats(head, body, whole, broken), printed)
    return timeless(out.getvalue())


def _write(
    book: Workbook,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Row],
    formats: Formats,
    printed: int | None,
) -> None:
    sheet = book.add_worksheet(name)
    widths = [
        min(max(max([cells(title), *(_length(row[column]) for row in rows)]) + 2, NARROWEST), WIDEST)
        for column, title in enumerate(columns)
    ]
    for column, (title, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.write_string(0, column, _short(title), formats.head)
        sheet.set_column(column, column, width)
    for line, row in enumerate(rows, 1):
        sheet.set_row(line, min(LINE * max(map(_lines, row, widths), default=1), TALLEST))
        for column, value in enumerate(row):
            if isinstance(value, float):
                sheet.write_number(line, column, value, formats.whole if value.is_integer() else formats.broken)
            elif value is not None:
                sheet.write_string(line, column, _short(value), formats.body)
    sheet.freeze_panes(1, 0)
    if columns:
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if printed is not None and 0 < printed < len(columns):
        sheet.print_area(0, 0, len(rows), printed - 1)


def _length(value: str | float | None) -> int:
    """Cells of the longest line."""
    if isinstance(value, float):
        return len(f"{value:,.2f}")
    return max(map(cells, (value or "").split("\n")))


def _lines(value: str | float | None, width: int) -> int:
    """How many lines a cell takes; words leave about a tenth of each unused."""
    if not isinstance(value, str):
        return 1
    return sum(ceil(cells(part) * 1.1 / width) or 1 for part in value.split("\n"))


def _short(text: str) -> str:
    text = printable(text)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"
