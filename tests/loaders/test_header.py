"""What a document says of itself, in the layouts that offices use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.header import number_line


def test_a_draft_report_with_blanks(head) -> None:
    header = head(
        "\nSố:       /BC-SKHCN\n\nSơn La, ngày     tháng 11 năm 2022\n\nBÁO CÁO\n\nKết quả chuyển đổi số năm 2022\n\n"
        "Căn cứ nhiệm vụ được giao.\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"
    )
    assert (header.type, header.number, header.symbol, header.date) == ("Báo cáo", None, "BC-SKHCN", "2022-11")
    assert (header.place, header.title, header.signer) == ("Sơn La", "Kết quả chuyển đổi số năm 2022", "Trần Văn Bình")
    assert header.issuer is not None
    assert header.issuer.name == "Sở Khoa học và Công nghệ tỉnh Sơn La"


def test_a_decree_in_two_columns_flattened_to_cells(head) -> None:
    header = head(
        "|CHÍNH PHỦ            |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     |\n"
        "|Số: 53/2022/NĐ-CP    |Hà Nội, ngày 15 tháng 8 năm 2022       |\n\nNGHỊ ĐỊNH\n\nQUY ĐỊNH CHI TIẾT LUẬT AN NINH MẠNG\n\n"
        "Căn cứ Luật An ninh mạng ngày 12 tháng 6 năm 2018;"
    )
    assert (header.type, header.number, header.year, header.symbol) == ("Nghị định", "53", "2022", "NĐ-CP")
    assert header.date == "2022-08-15"
    assert header.issuer is not None
    assert header.issuer.key == "cp"


def test_a_letter(head) -> None:
    header = head(
        "UBND TỈNH LÀO CAI\n\nSố: 3686 /UBND-XD\nV/v tháo gỡ khó khăn trong kiểm tra phòng cháy\n\n"
        "Lào Cai, ngày 11 tháng 5 năm 2026\n\nKính gửi: Bộ Xây dựng\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Thành Sinh"
    )
    assert (header.type, header.number, header.symbol) == ("Công văn", "3686", "UBND-XD")
    assert header.title == "tháo gỡ khó khăn trong kiểm tra phòng cháy"
    assert header.signer == "Nguyễn Thành Sinh"


def test_a_party_plan(head) -> None:
    header = head(
        "TỈNH ỦY QUẢNG TRỊ\n*\nSố 190-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nQuảng Trị, ngày 12 tháng 8 năm 2020\n\nKẾ HOẠCH\n"
        "thực hiện Nghị quyết số 52-NQ/TW của Bộ Chính trị\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Văn An"
    )
    assert (header.type, header.number, header.symbol, header.date) == ("Kế hoạch", "190", "KH/TU", "2020-08-12")
    assert header.issuer is not None
    assert header.issuer.key == "tu.45-quang-tri"


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 31/2011/NĐ-CP ngày 11 tháng 5 năm 2011 của Chính phủ sửa đổi Nghị định số 75/2006/NĐ-CP.",
        "Căn cứ Nghị định số 12/2006/NĐ-CP ngày 23/01/2006;",
        "Hôm nay trời đẹp.",
    ],
)
def test_running_text_has_no_header(head, text) -> None:
    header = head(text)
    assert (header.number, header.symbol, header.type, header.title) == (None, None, None, None)


def test_the_head_of_the_official_gazette(head) -> None:
    header = head(
        "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010\nVỀ CHÀO BÁN CỔ PHẦN RIÊNG LẺ\n\n"
        "Căn cứ Luật Doanh nghiệp ngày 29 tháng 11 năm 2005;"
    )
    assert (header.type, header.number, header.year, header.symbol) == ("Nghị định", "01", "2010", "NĐ-CP")
    assert (header.date, header.title) == ("2010-01-04", "CHÀO BÁN CỔ PHẦN RIÊNG LẺ")


def test_minutes_say_in_their_heading_what_they_are_about(head) -> None:
    header = head("Độc lập - Tự do - Hạnh phúc\n\nBIÊN BẢN LÀM VIỆC\n\nCăn cứ Văn bản số 5/UBND-KT;")
    assert (header.type, header.title) == ("Biên bản", "LÀM VIỆC")


def test_an_attribute_table_fills_what_the_header_leaves_out(say) -> None:
    extraction = say(
        "## Thuộc tính\n| Trường | Nội dung |\n|---|---|\n| Số hiệu | 35/2026/TT-BTC |\n| Loại văn bản | Thông tư |\n"
        "| Cơ quan ban hành | Bộ Tài chính |\n| Ngày ban hành | 31/03/2026 |\n| Trích yếu | Chế độ tiếp khách |\n\n"
        "- Thông tư số 35/2026/TT-BTC thay thế Thông tư số 71/2018/TT-BTC."
    )
    header = extraction.header
    assert (header.type, header.number, header.year, header.symbol) == ("Thông tư", "35", "2026", "TT-BTC")
    assert (header.date, header.title) == ("2026-03-31", "Chế độ tiếp khách")
    assert extraction.self_work.id == "doc/btc/thong-tu/2026/35"
    assert [c.work for c in extraction.citations] == ["self", "self", "doc/btc/thong-tu/2018/71"]


PARTS = [
    "Số: ",
    "Số:",
    "số ",
    "Luật số: ",
    "Quyết định số ",
    "12",
    "/QĐ-UBND",
    "/2031/QH17",
    "-KH/TU",
    "  ",
    "\n",
    "\n\n",
    "|",
    "\t",
    "ngày 5",
    "a",
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_numbers_are_found_in_the_lines_that_may_hold_one_as_in_the_whole(text: str) -> None:
    whole = [match.span() for match in number_line.NUMBER_LINE.finditer(text)]
    assert [match.span() for match in number_line._numbered(text)] == whole
