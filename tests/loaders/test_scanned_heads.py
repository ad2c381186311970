"""Heads as scans, converted files and unusual layouts bring them."""

import pytest


def head(say, text):
    return say(text).header


def test_two_columns_on_one_line(say) -> None:
    header = head(
        say,
        "UBND TỈNH LAI CHÂU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\n"
        "Số: 155/TB-SYT Lai Châu, ngày 12 tháng 11 năm 2017\nTHÔNG BÁO\nVề việc khai giảng lớp quản lý\n"
        "Căn cứ nhiệm vụ.\n",
    )
    assert header.issuer is not None
    assert header.issuer.name == "Sở Y tế tỉnh Lai Châu"
    assert (header.place, header.date, header.title) == ("Lai Châu", "2017-11-12", "khai giảng lớp quản lý")


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("ngàu/{ tháng 5 năm 2021", "2021-05"),
        ("ngày 2# thángØŸ năm 2021", "2021"),
        ("ngày ! tháng 7 năm 2020", "2020-07"),
    ],
)
def test_a_day_that_a_scan_hides_is_left_out(say, printed, date) -> None:
    header = head(
        say,
        f"UBND TỈNH LAI CHÂU\nSố: 44 /CT-UBND\nLai Châu, {printed}\nCHÍ THỊ\nVề tăng cường thi cử\nThực hiện kế hoạch.",
    )
    assert (header.type, header.number, header.date, header.title) == ("Chỉ thị", "44", date, "tăng cường thi cử")


def test_a_number_that_a_scan_hides_leaves_the_symbol(say) -> None:
    header = head(say, "SỞ Y TẾ\nSố:2JđÂ/TB-SYT\nLai Châu, ngày 12 tháng 11 năm 2017\nTHÔNG BÁO\nVề lịch họp\n")
    assert (header.number, header.symbol) == (None, "TB-SYT")


def test_a_law_whose_number_shares_its_row(say) -> None:
    header = head(say, "QUỐC HỘI\nLuật số: 88/2029/QH17 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nLUẬT\nNGHỀ CÁ VEN BỜ\n")
    assert (header.type, header.number, header.symbol, header.title) == ("Luật", "88", "QH17", "NGHỀ CÁ VEN BỜ")


def test_who_decides_is_no_part_of_the_title(say) -> None:
    header = head(
        say,
        "BẢO HIỂM XÃ HỘI VIỆT NAM\nSố: 838/QĐ-BHXH\nQUYẾT ĐỊNH\nCÔNG BỐ DANH MỤC DỊCH VỤ\n"
        "TỔNG GIÁM ĐỐC BẢO HIỂM XÃ HỘI VIỆT NAM\nCăn cứ Luật Bảo hiểm xã hội;\n",
    )
    assert header.title == "CÔNG BỐ DANH MỤC DỊCH VỤ"


def test_a_title_in_capitals_goes_on_with_words_that_a_body_could_begin_with(say) -> None:
    header = head(say, "LUẬT\nNHẬP CẢNH, CƯ TRÚ\nCỦA NGƯỜI NƯỚC NGOÀI TẠI VIỆT NAM\n\nĐiều 1.\n")
    assert header.title == "NHẬP CẢNH, CƯ TRÚ CỦA NGƯỜI NƯỚC NGOÀI TẠI VIỆT NAM"


def test_a_title_whose_line_ends_with_a_comma_goes_on(say) -> None:
    header = head(
        say,
        "BỘ Y TẾ\nSố: 36/2025/TT-BYT\nHà Nội, ngày 27 tháng 11 năm 2025\nTHÔNG TƯ\nQuy định thủ tục xây dựng, quản lý,\n"
        "thực hiện chương trình phòng bệnh\nCăn cứ Luật Phòng bệnh;\n",
    )
    assert header.title == "Quy định thủ tục xây dựng, quản lý, thực hiện chương trình phòng bệnh"


def test_a_type_with_an_aside(say) -> None:
    header = head(say, "ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)\nHỘI NGHỀ CÁ TỈNH LAI CHÂU\n\nChương I\n")
    assert (header.type, header.title) == ("Điều lệ", "HỘI NGHỀ CÁ TỈNH LAI CHÂU")


def test_a_plan_in_capitals_on_one_line(say) -> None:
    header = head(say, "UBND TỈNH LAI CHÂU\nSố: 12/KH-UBND\n\nKẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2024\n\nI. MỤC TIÊU\n")
    assert (header.type, header.title) == ("Kế hoạch", "CHUYỂN ĐỔI SỐ NĂM 2024")


def test_the_heading_of_an_annex_is_not_the_type(say) -> None:
    header = head(say, "SỞ Y TẾ\nSố: 455 /KH-SYT\nKÉ HOẠCH\nKhảo sát giường bệnh\n\nPhụ lục\nBÁO CÁO TÌNH HÌNH\n")
    assert header.type == "Kế hoạch"


def test_a_ministry_above_the_number_speaks(say) -> None:
    header = head(
        say, "BỘ TƯ PHÁP\nVĂN PHÒNG\nSố: 2276 /VP-TH\nHà Nội, ngày 12 tháng 12 năm 2013\nV/v báo cáo công tác\n"
    )
    assert header.issuer is not None
    assert "Bộ Tư pháp" in header.issuer.name


@pytest.mark.parametrize("rank", ["Đại tướng", "Thượng tướng", "Thiếu tướng", "Đại tá"])
def test_a_signer_with_rank(say, rank) -> None:
    header = head(say, f"THÔNG TƯ\nVề đo lường\n\nĐiều 1.\n\nBỘ TRƯỞNG\n{rank} Lê Văn Bình\n")
    assert header.signer == "Lê Văn Bình"


def test_a_cover_with_a_drawn_line(say) -> None:
    header = head(say, "UBND TỈNH PHÚ THỌ\nSỞ CÔNG THƯƠNG\n=====o0o=====\nĐỀ CƯƠNG\nPHẦN MỀM TẠI\nSỞ Y TẾ\n")
    assert header.issuer is not None
    assert header.issuer.name == "Sở Công Thương tỉnh Phú Thọ"


def test_below_the_addressee_stand_annexes(say) -> None:
    header = head(
        say,
        "UBND TỈNH LAI CHÂU\nSỞ CÔNG THƯƠNG\nSố:      /SCT-CN\nV/v cung cấp số liệu\nLai Châu, ngày   tháng 6 năm 2026\n"
        "Kính gửi: Các đơn vị\nSở đề nghị rà soát.\n\nBÁO CÁO THỰC TRẠNG SẢN XUẤT\n",
    )
    assert (header.type, header.title) == ("Công văn", "cung cấp số liệu")


def test_a_title_goes_on_behind_an_empty_line(say) -> None:
    header = head(say, "THÔNG TƯ\nQuy định về hợp tác xã,\n\ntổ chức tài chính vi mô\n\nCăn cứ Luật Giá;\n")
    assert header.title == "Quy định về hợp tác xã, tổ chức tài chính vi mô"


def test_a_deputy_is_a_capacity_not_a_name(say) -> None:
    header = head(say, "THÔNG TƯ\nVề đo lường\n\nĐiều 1.\n\nTHỐNG ĐỐC\n\nPHÓ THỐNG ĐỐC\n\n(Đã ký)\n\nLê Văn Bình\n")
    assert header.signer == "Lê Văn Bình"


def test_the_body_of_statutes_stands_above_their_type(say) -> None:
    header = head(say, "|ỦY BAN NHÂN DÂN | |\n|TỈNH LAI CHÂU | |\nĐIỀU LỆ (SỬA ĐỔI)\nHỘI NGHỀ CÁ TỈNH LAI CHÂU\n")
    assert header.issuer is not None
    assert header.issuer.name == "Ủy ban nhân dân tỉnh Lai Châu"
