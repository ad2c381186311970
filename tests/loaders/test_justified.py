"""Blanks with which a program set lines flush mean no more than one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text import justified, reading
from ontology.records import Span

LINES = [
    "Thực hiện  Quyết định số  749/QĐ-TTg ngày  03 tháng 6 năm 2020",
    "của Thủ  tướng  Chính phủ   phê duyệt Chương  trình Chuyển đổi",
    "số quốc  gia, Ủy ban  nhân dân tỉnh  ban hành kế hoạch.",
]
PAGE = "\n".join(LINES * 3)


def test_lines_set_flush_are_read_with_one_blank() -> None:
    page = reading.read(PAGE)
    assert page.text == "\n".join(" ".join(line.split()) for line in LINES * 3)
    start = page.text.index("749/QĐ-TTg")
    assert page.original(Span(start, start + 10)).of(PAGE) == "749/QĐ-TTg"


@pytest.mark.parametrize(
    "line",
    [
        "UBND TỈNH SƠN LA        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "NƠI NHẬN   GIÁM ĐỐC",
        "| Sở Nội vụ  |  12 |",
        "        1. Sở Nội vụ chủ trì.",
    ],
)
def test_columns_stay_apart_among_lines_set_flush(line: str) -> None:
    assert line in reading.read(f"{PAGE}\n{line}\n").text


def test_a_few_doubled_blanks_are_let_be() -> None:
    text = f"{LINES[0]}\n{LINES[2]}"
    assert reading.read(text).text == text
    assert not justified.needless(text)


@given(st.text("ab |\n", max_size=200), st.integers(0, 3))
def test_only_blanks_go_and_every_letter_leads_back(text: str, times: int) -> None:
    text += f"\n{PAGE}" * times
    page = reading.read(text)
    assert "".join(page.text.split()) == "".join(text.split())
    for at in range(0, len(page.text), 7):
        assert page.original(Span(at, at + 1)).of(text) == page.text[at]
