"""A newline that only wraps a line becomes a space; one that ends a block stays."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text import columns, layout, reading
from ontology.records import Span


def flowed(text: str) -> str:
    return layout.flow(reading.read(text)).text


LINES = [
    "theo Nghị định số",
    "64/2007/NĐ-CP của Chính phủ",
    "- Lưu: VT.",
    "[1] Số liệu.",
    "2 Theo báo cáo",
    "",
    "12",
    "   ",
]


@given(st.lists(st.sampled_from([*LINES, "các đơn vị thực hiện nhiệm vụ2 được giao theo"]), max_size=40).map("\n".join))
def test_every_letter_of_the_flow_leads_back(text: str) -> None:
    page = layout.flow(reading.read(text))
    assert len(page.low) == len(page.text)
    places = [page.original(Span(at, at + 1)) for at in range(len(page.text))]
    for letter, place in zip(page.text, places, strict=True):
        assert place.end == place.start + 1
        assert letter == text[place.start] or (letter == " " and text[place.start].isspace())
    assert len(set(places)) == len(places)


@given(st.text(alphabet="ab .;:\n-1", max_size=300))
def test_the_flow_loses_no_letter(text: str) -> None:
    assert [char for char in flowed(text) if char in "ab"] == [char for char in text if char in "ab"]


@pytest.mark.parametrize(
    "text",
    [
        "danh mục văn bản trao đổi hoàn toàn dưới dạng\n\nđiện tử sử dụng trong phần mềm",
        "thuộc nhiệm vụ của các cơ quan theo Nghị định số 156/2018/\nNĐ-CP ngày 03/8/2018",
        "nhiệm vụ được giao cho các sở, ban, ngành của\n\n7\n\ntỉnh trong năm 2021",
        "Trong tháng các trạm y tế xã đã điều trị khỏi\n30 bệnh nhân sốt rét.",
        "tại Nghị quyết sô\n01/NQ-CP ngày 01/01/2024",
    ],
)
def test_a_paragraph_that_a_page_cut_is_one(text: str) -> None:
    assert "\n" not in flowed(text)


@pytest.mark.parametrize(
    "text",
    [
        "I. KẾT QUẢ THỰC HIỆN\nSở đã tổ chức 05 hội nghị.",
        "11 chỉ tiêu về y tế dự phòng và tiêm chủng mở rộng\n12 chỉ tiêu về dân số",
        "- Tổ chức 05 hội nghị;\n- Ban hành 12 văn bản;",
        "Căn cứ Luật Đầu tư công;\nCăn cứ Nghị định số 40/2020/NĐ-CP;",
        "Nội dung cụ thể như sau:\ntổ chức tập huấn cho cán bộ",
        "Điều 1. Phê duyệt kế hoạch\nĐiều 2. Giao nhiệm vụ",
        "Sơ kết 6 tháng thực hiện Kế hoạch chuyển đổi số\nNgày 15/7/2022, Phó Chủ tịch đã họp.",
        "TỈNH QUẢNG TRỊ\n-------\nSố: 61/TB-UBND",
    ],
)
def test_blocks_stay_apart(text: str) -> None:
    assert flowed(text).count("\n") == text.count("\n")


def test_text_wrapped_at_eighty_columns_is_joined() -> None:
    paragraph = (
        "Thực hiện Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình "
        "Chuyển đổi số quốc gia đến năm 2025, Ủy ban nhân dân tỉnh đã ban hành nhiều văn bản chỉ đạo các sở, ban, ngành, "
        "Ủy ban nhân dân các huyện, thành phố tập trung triển khai thực hiện các nhiệm vụ được giao trong năm."
    )
    wrapped = textwrap.fill(paragraph, 80) + "\n" + textwrap.fill("Kết quả đạt được rất khả quan. " + paragraph, 80)
    assert flowed(wrapped).count("\n") == 1


def wrapped_page(foot: str) -> str:
    """A page of forty lines at eighty columns, and three lines of `foot`."""
    paragraph = "Các đơn vị đã cấp giấy cho cơ sở kinh doanh trên địa bàn và kiểm tra theo kế hoạch năm. " * 30
    return "\n".join(textwrap.wrap(paragraph, 80) + [foot] * 3) + "\n"


def test_footnotes_longer_than_the_lines_of_the_page_hide_no_column() -> None:
    text = wrapped_page(
        "2 Số liệu cập nhật đến ngày báo cáo theo phần mềm quản lý của ngành, gồm cả số liệu của cơ sở tư nhân;"
    )
    assert flowed(text).count("\n") == 3 + 1


def test_paragraphs_on_one_line_hide_the_column() -> None:
    assert columns.wrap_width([(0, 90)] * 40 + [(0, 900)] * 5) is None


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("của Bộ trưởng Bộ Lao động\n- Thương binh và Xã hội về tiền lương", True),
        ("của Bộ trưởng Bộ Lao động\n- Sở Nội vụ chủ trì", False),
        ("Nơi nhận Bộ Lao động\n\n- Thương binh và Xã hội", False),
    ],
)
def test_a_dash_that_parts_the_name_of_a_body_opens_no_item(text: str, joined: bool) -> None:
    assert ("\n" not in flowed(text)) is joined


def test_an_article_without_its_full_stop_ends_before_the_next_one() -> None:
    text = "Điều 2. Sở Tài chính chịu trách nhiệm tổ chức thực hiện\nĐiều 3. Quyết định này có hiệu lực từ ngày ký."
    assert flowed(text) == text
    cut = "Việc lập dự toán được tiến hành thực hiện\ntheo Điều 3. Sở Tài chính hướng dẫn."
    assert flowed(cut) == cut.replace("\n", " ")
