"""A chain as a DOCX annex: A4, Times New Roman 13, margins 20/20/30/15 mm; first the drawing, then the evidence."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell

from graph.actions.actions import plain
from graph.answers import Chain, DocumentSummary
from viz import picture
from viz.action_views import counts_line, measure_text
from viz.bundle import EPOCH, printable, timeless
from viz.dates import shown
from viz.labels import text as ui
from viz.pairs import Pair, pairs
from viz.quote import quote
from viz.vocabulary import status_label

FONT = "Times New Roman"
PAGE = (Mm(210), Mm(297))
MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 15}
TEXT_WIDTH, FIGURE_HEIGHT = 165.0, 215.0
"""Millimetres."""
Columns = Sequence[tuple[str, float]]
ACTION_COLUMNS: Columns = (
    ("no", 10.0),
    ("document", 32.0),
    ("status", 18.0),
    ("sentence", 60.0),
    ("actor", 25.0),
    ("results", 20.0),
)
COLUMNS: Columns = (("no", 10.0), ("subject", 37.0), ("relation", 21.0), ("object", 37.0), ("sentence", 60.0))


def chain(content: Chain, lang: str = "vi") -> bytes:
    """The annex. On a machine without a Vietnamese font the figure is replaced by a line that says so."""
    document = docx.Document()
    _set_up(document, content, lang)
    _headings(document, content.focus, lang)
    _figure(document, content, lang)
    _table(document, pairs(content), lang)
    _actions(document, content, lang)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _set_up(document: Document, content: Chain, lang: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    for name, millimetres in MARGINS.items():
        setattr(section, name, Mm(millimetres))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(13)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(6)
    about = document.core_properties
    about.author, about.last_modified_by, about.comments = "Căn Cứ", "Căn Cứ", ""
    about.title = printable(ui("drawing.title", lang, document=content.focus.label))[:255]
    about.language = lang
    about.created = about.modified = EPOCH


def _headings(document: Document, focus: DocumentSummary, lang: str) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(printable(ui("drawing.title", lang, document=focus.label)))
    run.bold, run.font.size = True, Pt(14)
    facts = [focus.issuer, shown(focus.date, lang), focus.title]
    line = ", ".join(printable(fact) for fact in facts if fact)
    if line:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _figure(document: Document, content: Chain, lang: str) -> None:
    png = picture.chain(content, lang)
    wide, high = struct.unpack(">II", png[16:24])
    scale = min(TEXT_WIDTH / wide, FIGURE_HEIGHT / high)
    document.add_picture(io.BytesIO(png), width=Mm(wide * scale))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _table(document: Document, found: list[Pair], lang: str) -> None:
    table = _framed(document, "word.table", COLUMNS, lang)
    for number, pair in enumerate(found, 1):
        cells = table.add_row().cells
        for cell, content in zip(
            cells, (str(number), pair.subject.label, pair.label(lang), pair.object.label), strict=False
        ):
            _fill(cell, content)
        _prove(cells[-1], pair, lang)
    _sized(table, COLUMNS)


def _framed(document: Document, name: str, columns: Columns, lang: str) -> Any:
    """An empty table below its caption, with a head that stands on every page."""
    caption = document.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    caption.add_run(ui(name, lang)).bold = True
    table = document.add_table(rows=1, cols=len(columns))
    table.style, table.autofit = "Table Grid", False
    for cell, (column, _) in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell, ui(f"column.{column}", lang), bold=True)
    _repeat_head(table)
    return table


def _sized(table: Any, columns: Columns) -> None:
    """Word goes by the cells, LibreOffice by the grid of the table."""
    for grid, (_, millimetres) in zip(table.columns, columns, strict=True):
        grid.width = Mm(millimetres)
    for row in table.rows:
        for cell, (_, millimetres) in zip(row.cells, columns, strict=True):
            cell.width = Mm(millimetres)


def _actions(document: Document, content: Chain, lang: str) -> None:
    """The actions in which the chain ends, by document; those beyond the limit are counted."""
    if not content.actions:
        return
    document.add_paragraph()
    table = _framed(document, "word.actions", ACTION_COLUMNS, lang)
    number = 0
    for node in content.nodes:
        told = content.actions.get(node.iri)
        if told is None:
            continue
        for action in told.actions:
            number += 1
            results = "; ".join(measure_text(each, lang) for each in action.measures)
            actor = "; ".join(part for part in (action.actor, action.time) if part)
            proof = action.evidence
            sentence = f"{plain(proof.sentence)} ({proof.witness.label}, {proof.start}–{proof.end})"
            row = (str(number), node.label, status_label(action.status, lang), sentence, actor, results)
            for cell, words in zip(table.add_row().cells, row, strict=True):
                _fill(cell, words)
        if told.more:
            more = ui("tree.actions", lang, count=str(told.more))
            words = f"{node.label}: {counts_line(told.statuses, lang)} ({more})"
            cells = table.add_row().cells
            _fill(cells[1].merge(cells[-1]), words)
    _sized(table, ACTION_COLUMNS)


def _repeat_head(table: WordTable) -> None:
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: _Cell, content: str, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(printable(content))
    run.bold, run.font.size = bold, Pt(11)


def _prove(cell: _Cell, pair: Pair, lang: str) -> None:
    """The sentences, with the evidence in bold and the witness in italics."""
    for index, piece in enumerate(pair.evidence):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        parts = quote(piece)
        witness = f" ({ui('evidence.by', lang, witness=piece.witness.label)}, {piece.start}–{piece.end})"
        for content, bold, italic in (
            (f"“{parts.before}", False, False),
            (parts.marked, True, False),
            (f"{parts.after}”", False, False),
            (witness, False, True),
        ):
            run = paragraph.add_run(printable(content))
            run.bold, run.italic, run.font.size = bold, italic, Pt(11)
