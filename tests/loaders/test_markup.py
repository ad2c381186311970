"""Marks of Markdown, HTML and mail around the words change nothing that the words say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read import extract
from loaders.text import markup, reading
from ontology.records import Source, Span

LETTER = """UBND TỈNH SƠN LA
Số: 15/QĐ-UBND
Sơn La, ngày 12 tháng 3 năm 2024
QUYẾT ĐỊNH
Về việc kiện toàn Ban Chỉ đạo chuyển đổi số
Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Kiện toàn Ban Chỉ đạo để thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2024 của UBND tỉnh.
Nơi nhận:
- Bộ Khoa học & Công nghệ;
- Lưu: VT.
"""


def said(text: str) -> tuple[object, ...]:
    found = extract(Source("a.txt", text.encode(), "text/plain"))
    return (
        found.header.number,
        found.header.date,
        found.header.title,
        [each.name for each in found.header.recipients],
        [work.id for work in found.works],
        [(s.predicate, s.object) for s in found.statements],
    )


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("- ", "\\- "),
        ("Điều 1. ", "Điều 1\\. "),
        ("- ", "\uf0b7 "),
        ("- ", "➢ "),
        ("- ", "▪ "),
        ("64/2007/NĐ-CP", "64\u20442007\u2044NĐ-CP"),
        ("64/2007/NĐ-CP", "[64/2007/NĐ-CP](https://vb.example/nghi-dinh-64.aspx)"),
        ("64/2007/NĐ-CP", '[64/2007/NĐ-CP](/vb/64_2007 "Nghị định 64")'),
        ("Nghị định số 64/2007/NĐ-CP", "[Nghị định số **64/2007/NĐ-CP**](./nd_64_2007.html)"),
        ("&", "&amp;"),
        ("ngày 10", "ngày&nbsp;10"),
        ("\n", "<br>\n"),
        ("\nSố:", "<br/>Số:"),
        ("NĐ", "N&#272;"),
        ("\n", "\n> "),
    ],
)
def test_marks_of_a_copied_page_change_nothing(plain: str, marked: str) -> None:
    text = LETTER.replace(plain, marked)
    if plain == "\n":
        text = f"{marked.strip()} {text}".replace("<br> ", "")
    assert text != LETTER
    assert said(text) == said(LETTER)


def test_evidence_is_what_was_printed() -> None:
    text = "Căn cứ [Nghị định số 64/2007/NĐ-CP](https://vb.example/64) ngày 10/4/2007 của Chính phủ;"
    (citation,) = extract(Source("a.md", text.encode(), "text/markdown")).citations
    assert citation.mention.span.of(text) == "Nghị định số 64/2007/NĐ-CP"
    assert citation.mention.date == "2007-04-10"


def test_a_quoted_provision_keeps_its_marks() -> None:
    text = "Điều 1. Sửa đổi khoản 2 như sau:\n> 2. Cơ quan chủ trì.\nĐiều 2. Hiệu lực thi hành.\nĐiều 3. Trách nhiệm."
    assert reading.read(text).text == text


@pytest.mark.parametrize("text", ["C:\\Users\\vanthu", "a & b; c", "x < 5 và y > 3", "[1] (xem)", "R&D; BKH&CN"])
def test_what_is_no_mark_stays(text: str) -> None:
    assert reading.read(text).text == text


PARTS = ["\\", "-", "&", "amp;", "#7913;", "<br>", "[", "](", "](/a)", ">", "\n", "|", "e\u0301", " ", "*"]


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_every_letter_of_the_copy_leads_back(text: str) -> None:
    page = reading.read(text)
    places = [page.original(Span(at, at + 1)) for at in range(len(page.text))]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(one.start <= other.start for one, other in pairwise(places))
    changed = markup.changes(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in changed)
