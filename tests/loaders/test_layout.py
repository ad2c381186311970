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
    assert columns.wrap_width([90] * 40 + [900] * 5) is None


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


PROSE = (
    "Thực hiện Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020, Ủy ban nhân dân tỉnh đã ban hành nhiều văn bản chỉ đạo "
    "các sở, ban, ngành tập trung triển khai; kinh tế số, xã hội số được phát triển đồng bộ. Các huyện, thành phố đã tổ "
    "chức tập huấn giai đoạn 2021 - 2025 theo khoản 4 Điều 13 Luật Giao dịch điện tử và Luật Lưu trữ năm 2024, trình cấp "
    "có thẩm quyền xem xét, quyết định; báo cáo kết quả về Sở Thông tin và Truyền thông: họ tên, chức vụ, số điện thoại."
)
"""A paragraph with all that may stand at the end of a line: marks, a dash, words that open blocks elsewhere."""


@pytest.mark.parametrize("width", range(40, 126))
def test_a_paragraph_that_a_program_wrapped_is_one_wherever_its_lines_end(width: int) -> None:
    whole = " ".join([PROSE] * 3)
    assert flowed(textwrap.fill(whole, width, break_on_hyphens=False)) == whole


@pytest.mark.parametrize("width", range(50, 126, 5))
def test_paragraphs_that_are_set_in_and_wrapped_stay_apart(width: int) -> None:
    paragraphs = [f"{number}. {PROSE}" for number in range(1, 5)]
    wrapped = [textwrap.fill(each, width, initial_indent="    ", break_on_hyphens=False) for each in paragraphs]
    assert [line.strip() for line in flowed("\n".join(wrapped)).split("\n")] == paragraphs


@pytest.mark.parametrize(
    "below",
    [
        "1. Sở Nội vụ chủ trì.",
        "- Sở Nội vụ chủ trì.",
        "Điều 5. Hiệu lực thi hành",
        "Điều 5. Chương này",
        "Chương II",
        "| Sở Nội vụ | 12 |",
        "-----",
        "Căn cứ Luật Đầu tư công;",
    ],
)
def test_what_opens_a_block_opens_one_behind_a_full_line(below: str) -> None:
    lines = textwrap.wrap(PROSE, 60, break_on_hyphens=False)[:-1]
    above = lines[-1][: lines[-1].rindex(" ")].ljust(60, "y") + ";"
    assert flowed("\n".join([*lines, above, below])).endswith("\n" + below)


def test_lines_of_a_page_set_in_letters_of_their_own_widths_are_filled_to_no_column() -> None:
    lines = textwrap.wrap(PROSE * 3, 80, break_on_hyphens=False)
    uneven = [word for number, line in enumerate(lines) for word in (line[: 50 + number * 7 % 30],)]
    text = "\n".join(uneven)
    spans = layout.Stretches.of(layout.LINE, text)
    assert columns.filled(text, text.lower(), spans, 80) is None


def test_a_form_feed_parts_a_sentence_from_the_number_of_its_page() -> None:
    assert flowed("của Ủy ban nhân dân tỉnh Sơn La về\n\f2\nviệc thực hiện") == (
        "của Ủy ban nhân dân tỉnh Sơn La về việc thực hiện"
    )


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("theo quy định của Luật Bảo hiểm xã hội và Luật", "Lưu trữ năm 2024 của Quốc hội về việc thực hiện"),
        ("do Thủ tướng Chính phủ phê duyệt và thuộc", "Chương trình mục tiêu quốc gia giai đoạn 2021 - 2025"),
    ],
)
def test_a_word_that_only_begins_like_a_block_goes_on(above: str, below: str) -> None:
    page = "\n".join(["Các đơn vị đã cấp giấy cho cơ sở kinh doanh và", "kiểm tra theo kế hoạch năm trên địa bàn."] * 5)
    assert f"{above} {below}" in flowed(f"{page}\n{above}\n{below}")
