"""The tree of a text: labels, headings, lists with lead-ins, paragraphs cut by pages and footnotes, tables."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read import extract
from ontology.records import Extraction, Source

Say = Callable[..., Extraction]

REPORT = """BÁO CÁO
Kết quả năm 2022

I. KẾT QUẢ THỰC HIỆN

1. Công tác tuyên truyền

- Tổ chức 02 hội nghị, cụ thể:
+ Hội nghị tại xã A;
+ Hội nghị tại xã B.

2. Công tác kiểm tra

2.1. Kiểm tra thường xuyên

a) Kiểm tra các trường

Đoàn kiểm tra đã làm việc tại 05 trường.

II. KHÓ KHĂN

Kinh phí còn hạn chế.
"""


def shown(extraction: Extraction) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.label, b.span.of(extraction.text)[:18]) for b in extraction.structure]


def parent(extraction: Extraction, words: str) -> str | None:
    """The beginning of the block above the one that holds the words."""
    block = next(b for b in extraction.structure if words in b.span.of(extraction.text))
    return None if block.parent is None else extraction.structure[block.parent].span.of(extraction.text)[:24]


def test_labels_make_a_tree(say: Say) -> None:
    said = say(REPORT)
    assert parent(said, "1. Công tác tuyên") == "I. KẾT QUẢ THỰC HIỆN"
    assert parent(said, "+ Hội nghị tại xã B") == "- Tổ chức 02 hội nghị, c"
    assert parent(said, "2.1. Kiểm tra") == "2. Công tác kiểm tra"
    assert parent(said, "Đoàn kiểm tra đã") == "a) Kiểm tra các trường"
    assert parent(said, "Kinh phí còn") == "II. KHÓ KHĂN"


def test_blocks_stand_in_order_behind_their_parents(say: Say) -> None:
    blocks = say(REPORT).structure
    assert [b.span.start for b in blocks] == sorted(b.span.start for b in blocks)
    assert all(b.parent is None or b.parent < index for index, b in enumerate(blocks))


def test_articles_clauses_and_points(say: Say) -> None:
    said = say(
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Nghị định này quy định:\n\na) Việc thứ nhất;\n\nb) Việc thứ hai.\n"
    )
    kinds = [(b.kind, b.label) for b in said.structure]
    assert kinds == [
        ("chapter", "Chương I"),
        ("heading", None),
        ("article", "Điều 1"),
        ("clause", "1"),
        ("point", "a)"),
        ("point", "b)"),
    ]


def test_numbered_tasks_are_items_and_no_headings(say: Say) -> None:
    said = say("II. NHIỆM VỤ\n\n1. Tổ chức hội nghị.\n\n2. Kiểm tra các xã.\n")
    assert [b.kind for b in said.structure] == ["heading", "item", "item"]


def test_a_footnote_in_the_middle_of_a_paragraph_stays_inside_it(say: Say) -> None:
    said = say(
        "I. KẾT QUẢ\n\nSở đã tổ chức tập huấn cho cán\n\n3\n\n¹ Số liệu đến tháng 10.\n\nbộ các xã về chuyển đổi số.\n"
    )
    kinds = [b.kind for b in said.structure]
    assert kinds == ["heading", "paragraph", "footnote"]
    assert said.structure[1].span.of(said.text).endswith("chuyển đổi số.")
    assert said.structure[2].parent == 1


def test_a_page_break_inside_parentheses_does_not_cut(say: Say) -> None:
    said = say("I. KẾT QUẢ\n\n- Có 09 đơn vị (Công ty A; Công ty B tại Mộc\n\nChâu; Công ty C) tham gia hội chợ.\n")
    assert [b.kind for b in said.structure] == ["heading", "item"]


def test_rows_of_tables_hang_below_their_table(say: Say) -> None:
    said = say("1. Kết quả\n\nTT\tNội dung\tSố lượng\n1\tHội nghị\t02\n2\tLớp\t05\n\nHết.\n")
    assert [b.kind for b in said.structure] == ["heading", "table", "row", "row", "row", "paragraph"]
    assert {b.parent for b in said.structure if b.kind == "row"} == {1}


def test_a_list_item_with_a_tab_is_no_table(say: Say) -> None:
    said = say("Có 13 nhiệm vụ, trong đó:\n\nLĩnh vực y tế:\t11 nhiệm vụ\nLĩnh vực khác:\t02 nhiệm vụ\n")
    assert [b.kind for b in said.structure] == ["paragraph", "paragraph", "paragraph"]
    assert {b.parent for b in said.structure[1:]} == {0}


def test_every_citation_knows_its_path(say: Say) -> None:
    said = say("I. KẾT QUẢ\n\n1. Triển khai\n\n- Thực hiện Quyết định số 5/QĐ-TTg ngày 01/02/2020.\n")
    assert said.citations[0].path == "I › 1 › -"


@given(
    st.lists(st.sampled_from(["I. A", "1. b", "- c", "+ d:", "¹ e", "a) f", "g\th\ti", "| x | y |", "(", "\n", "7"]))
)
def test_any_text_has_a_tree_of_spans_within_it(lines: list[str]) -> None:
    text = "\n".join(["a", *lines])
    said = extract(Source("a.txt", text.encode(), "text/plain"))
    for index, block in enumerate(said.structure):
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert block.parent is None or 0 <= block.parent < index


@pytest.mark.parametrize("text", ["1.\n2.\n", "-", "|", "a\t\n\t\n", "¹", "#", "(1)", "I.", "Điều 1"])
def test_hardly_any_text(say: Say, text: str) -> None:
    assert all(block.span.of(text) for block in say(text).structure)


def test_blocks_travel_as_records(say: Say) -> None:
    structure = say(REPORT).structure
    assert pickle.loads(pickle.dumps(structure)) == tuple(structure)
    assert structure == say(REPORT).structure
