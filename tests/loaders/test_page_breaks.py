"""The end of a page parts no sentence, whatever is printed there."""

from __future__ import annotations

import textwrap

import pytest

from loaders.read import extract
from loaders.text import layout, reading
from ontology.records import Source

WORDS = (
    "Các sở, ban, ngành và Ủy ban nhân dân các xã, phường tổ chức triển khai nhiệm vụ được giao tại Quyết định số "
    "131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ và báo cáo kết quả theo Kế hoạch số 45/KH-UBND ngày "
    "12 tháng 3 năm 2023 của Ủy ban nhân dân tỉnh về cải cách hành chính trong các cơ quan của tỉnh giai đoạn mới, "
)


def pages(*between: list[str]) -> str:
    """One sentence of several pages of twenty lines, with lines of each page behind its end."""
    lines = textwrap.wrap(WORDS * 20, 78, break_on_hyphens=False)
    printed: list[str] = []
    for number, foot in enumerate(between):
        printed += [*lines[20 * number : 20 * number + 20], *foot]
    return "\n".join([*printed, *lines[20 * len(between) :]])


def flowed(text: str) -> str:
    return layout.flow(reading.read(text)).text


WHOLE = " ".join(pages().split())


@pytest.mark.parametrize(
    "between",
    [
        [["", str(n), ""] for n in (1, 2, 3)],
        [[str(n)] for n in (2, 3)],
        [["", f"Trang {n}/4", "", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH", ""] for n in (1, 2, 3)],
        [["", str(n), "", "Báo cáo kết quả cải cách hành chính năm 2023", ""] for n in (1, 2, 3)],
        [["    ", "   7   ", "  "]],
    ],
)
def test_numbers_of_pages_and_running_heads_part_nothing(between: list[list[str]]) -> None:
    assert flowed(pages(*between)) == WHOLE


def test_a_line_beside_numbers_that_waits_for_more_is_no_head() -> None:
    note = "Khoản này được sửa đổi theo quy định tại khoản 2 Điều 1 của Luật số"
    text = pages(*[["", str(n), note, "51/2019/QH14 sửa đổi Luật Cư trú.", ""] for n in (1, 2, 3)])
    assert flowed(text).count("51/2019/QH14") == 3


def test_numbers_that_do_not_count_up_are_cells() -> None:
    text = pages(["12"], ["5"], ["40"])
    assert all(f" {cell} " in f" {flowed(text)} ".replace("\n", " ") for cell in (12, 5, 40))


NOTES = [
    "[1] Số liệu do Thống kê tỉnh cung cấp, đã làm tròn đến",
    "hàng nghìn.",
    "[2] Theo Nghị quyết số 12/NQ-HĐND.",
]


@pytest.mark.parametrize("between", [[["", *NOTES, ""]], [NOTES], [["", *NOTES, "", "1", ""], ["", "2", ""]]])
def test_notes_stand_behind_the_paragraph_that_they_part(between: list[list[str]]) -> None:
    text = pages(*between)
    lines = [" ".join(line.split()) for line in flowed(text).split("\n")]
    assert lines == [WHOLE, f"{NOTES[0]} {NOTES[1]}", NOTES[2]]
    found = extract(Source("a.txt", text.encode(), "text/plain"))
    assert [c.mention.span for c in found.citations] == sorted(c.mention.span for c in found.citations)
    assert {c.mention.span.of(text).split()[-1] for c in found.citations} >= {"12/NQ-HĐND", "131/QĐ-TTg"}


@pytest.mark.parametrize("mark", ["", "3"])
def test_a_figure_opens_a_note_where_the_text_bears_its_mark(mark: str) -> None:
    above = f"Các đơn vị đã tổ chức{mark} triển khai nhiệm vụ được giao tại Quyết định của"
    note = "3 Theo báo cáo của Sở Nội vụ."
    text = f"{above}\n{note}\nthường trực Tỉnh ủy.\nCác xã báo cáo."
    whole = f"{above} thường trực Tỉnh ủy.\n{note}\nCác xã báo cáo."
    assert (flowed(text) == whole) is bool(mark)


def test_a_provision_that_begins_a_line_is_no_note() -> None:
    text = "Thực hiện theo quy định tại khoản\n15 Điều 3 Quy chế này.\ncác xã báo cáo."
    assert " ".join(flowed(text).split()) == " ".join(text.split())
