from __future__ import annotations

import io
import zipfile

import docx
from docx.shared import Mm, Pt

from graph.answers import Chain
from viz import word


def test_the_annex_has_the_measures_of_an_office_document(small_chain: Chain) -> None:
    document = docx.Document(io.BytesIO(word.chain(small_chain)))
    section = document.sections[0]
    measures = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(value.mm) for value in measures if value is not None] == [210, 297, 20, 30, 15]
    assert (document.styles["Normal"].font.name, document.styles["Normal"].font.size) == ("Times New Roman", Pt(13))
    assert len(document.inline_shapes) == 1
    assert document.inline_shapes[0].width <= Mm(165)


def test_columns_have_their_widths_in_the_grid_too(small_chain: Chain) -> None:
    """LibreOffice goes by the grid; without it a sentence stands in a fifth of the page."""
    table = docx.Document(io.BytesIO(word.chain(small_chain))).tables[0]
    assert [column.width for column in table.columns] == [cell.width for cell in table.rows[1].cells]
    assert len({column.width for column in table.columns}) > 1


def test_every_relation_is_a_row_with_its_evidence_in_bold(small_chain: Chain) -> None:
    table = docx.Document(io.BytesIO(word.chain(small_chain))).tables[0]
    assert len(table.rows) == 1 + len({(edge.subject.iri, edge.object.iri) for edge in small_chain.edges})
    proof = table.rows[1].cells[4].paragraphs[0]
    bold = "".join(run.text for run in proof.runs if run.bold)
    assert bold == "triển khai thực hiện Nghị quyết số 52-NQ/TW" or bold.startswith("căn cứ")


def test_the_same_chain_gives_the_same_bytes(small_chain: Chain) -> None:
    data = word.chain(small_chain)
    assert data == word.chain(small_chain)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {info.date_time[0] for info in parts.infolist()} == {1980}


def test_what_xml_cannot_hold_does_not_stop_the_annex(hostile_chain: Chain) -> None:
    assert docx.Document(io.BytesIO(word.chain(hostile_chain, "en"))).tables
