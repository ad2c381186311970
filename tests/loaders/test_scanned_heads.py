"""Heads as scans, converted files and unusual layouts bring them."""

import pytest


def test_two_columns_on_one_line(head) -> None:
    header = head(
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
def test_a_day_that_a_scan_hides_is_left_out(head, printed, date) -> None:
    header = head(
        f"UBND TỈNH LAI CHÂU\nSố: 44 /CT-UBND\nLai Châu, {printed}\nCHÍ THỊ\nVề tăng cường thi cử\nThực hiện kế hoạch.",
    )
    assert (header.type, header.number, header.date, header.title) == ("Chỉ thị", "44", date, "tăng cường thi cử")


def test_a_number_that_a_scan_hides_leaves_the_symbol(head) -> None:
    header = head("SỞ Y TẾ\nSố:2JđÂ/TB-SYT\nLai Châu, ngày 12 tháng 11 năm 2017\nTHÔNG BÁO\nVề lịch họp\n")
    assert (header.number, header.symbol) == (None, "TB-SYT")


def test_a_law_whose_number_shares_its_row(head) -> None:
    header = head("QUỐC HỘI\nLuật số: 88/2029/QH17 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nLUẬT\nNGHỀ CÁ VEN BỜ\n")
    assert (header.type, header.number, header.symbol, header.title) == ("Luật", "88", "QH17", "NGHỀ CÁ VEN BỜ")


def test_who_decides_is_no_part_of_the_title(head) -> None:
    header = head(
        "BẢO HIỂM XÃ HỘI VIỆT NAM\nSố: 838/QĐ-BHXH\nQUYẾT ĐỊNH\nCÔNG BỐ DANH MỤC DỊCH VỤ\n"
        "TỔNG GIÁM ĐỐC BẢO HIỂM XÃ HỘI VIỆT NAM\nCăn cứ Luật Bảo hiểm xã hội;\n",
    )
    assert header.title == "CÔNG BỐ DANH MỤC DỊCH VỤ"


def test_a_title_in_capitals_goes_on_with_words_that_a_body_could_begin_with(head) -> None:
    header = head("LUẬT\nNHẬP CẢNH, CƯ TRÚ\nCỦA NGƯỜI NƯỚC NGOÀI TẠI VIỆT NAM\n\nĐiều 1.\n")
    assert header.title == "NHẬP CẢNH, CƯ TRÚ CỦA NGƯỜI NƯỚC NGOÀI TẠI VIỆT NAM"


def test_a_title_whose_line_ends_with_a_comma_goes_on(head) -> None:
    header = head(
        "BỘ Y TẾ\nSố: 36/2025/TT-BYT\nHà Nội, ngày 27 tháng 11 năm 2025\nTHÔNG TƯ\nQuy định thủ tục xây dựng, quản lý,\n"
        "thực hiện chương trình phòng bệnh\nCăn cứ Luật Phòng bệnh;\n",
    )
    assert header.title == "Quy định thủ tục xây dựng, quản lý, thực hiện chương trình phòng bệnh"


def test_a_type_with_an_aside(head) -> None:
    header = head("ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)\nHỘI NGHỀ CÁ TỈNH LAI CHÂU\n\nChương I\n")
    assert (header.type, header.title) == ("Điều lệ", "HỘI NGHỀ CÁ TỈNH LAI CHÂU")


def test_a_plan_in_capitals_on_one_line(head) -> None:
    header = head("UBND TỈNH LAI CHÂU\nSố: 12/KH-UBND\n\nKẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2024\n\nI. MỤC TIÊU\n")
    assert (header.type, header.title) == ("Kế hoạch", "CHUYỂN ĐỔI SỐ NĂM 2024")


def test_the_heading_of_an_annex_is_not_the_type(head) -> None:
    header = head("SỞ Y TẾ\nSố: 455 /KH-SYT\nKÉ HOẠCH\nKhảo sát giường bệnh\n\nPhụ lục\nBÁO CÁO TÌNH HÌNH\n")
    assert header.type == "Kế hoạch"


def test_a_ministry_above_the_number_speaks(head) -> None:
    header = head("BỘ TƯ PHÁP\nVĂN PHÒNG\nSố: 2276 /VP-TH\nHà Nội, ngày 12 tháng 12 năm 2013\nV/v báo cáo công tác\n")
    assert header.issuer is not None
    assert "Bộ Tư pháp" in header.issuer.name


@pytest.mark.parametrize("rank", ["Đại tướng", "Thượng tướng", "Thiếu tướng", "Đại tá"])
def test_a_signer_with_rank(head, rank) -> None:
    header = head(f"THÔNG TƯ\nVề đo lường\n\nĐiều 1.\n\nBỘ TRƯỞNG\n{rank} Lê Văn Bình\n")
    assert header.signer == "Lê Văn Bình"


def test_a_cover_with_a_drawn_line(head) -> None:
    header = head("UBND TỈNH PHÚ THỌ\nSỞ CÔNG THƯƠNG\n=====o0o=====\nĐỀ CƯƠNG\nPHẦN MỀM TẠI\nSỞ Y TẾ\n")
    assert header.issuer is not None
    assert header.issuer.name == "Sở Công Thương tỉnh Phú Thọ"


def test_below_the_addressee_stand_annexes(head) -> None:
    header = head(
        "UBND TỈNH LAI CHÂU\nSỞ CÔNG THƯƠNG\nSố:      /SCT-CN\nV/v cung cấp số liệu\nLai Châu, ngày   tháng 6 năm 2026\n"
        "Kính gửi: Các đơn vị\nSở đề nghị rà soát.\n\nBÁO CÁO THỰC TRẠNG SẢN XUẤT\n",
    )
    assert (header.type, header.title) == ("Công văn", "cung cấp số liệu")


def test_a_title_goes_on_behind_an_empty_line(head) -> None:
    header = head("THÔNG TƯ\nQuy định về hợp tác xã,\n\ntổ chức tài chính vi mô\n\nCăn cứ Luật Giá;\n")
    assert header.title == "Quy định về hợp tác xã, tổ chức tài chính vi mô"


def test_a_deputy_is_a_capacity_not_a_name(head) -> None:
    header = head("THÔNG TƯ\nVề đo lường\n\nĐiều 1.\n\nTHỐNG ĐỐC\n\nPHÓ THỐNG ĐỐC\n\n(Đã ký)\n\nLê Văn Bình\n")
    assert header.signer == "Lê Văn Bình"


def test_the_body_of_statutes_stands_above_their_type(head) -> None:
    header = head("|ỦY BAN NHÂN DÂN | |\n|TỈNH LAI CHÂU | |\nĐIỀU LỆ (SỬA ĐỔI)\nHỘI NGHỀ CÁ TỈNH LAI CHÂU\n")
    assert header.issuer is not None
    assert header.issuer.name == "Ủy ban nhân dân tỉnh Lai Châu"


def test_a_type_with_wrong_diacritics_and_specks_at_its_rims(head) -> None:
    header = head(
        "SỞ Y TẾ\nSố:265 /QĐ-SYT _. Lai Châu, ngày 8| tháng 12 năm 2017\nỘ QUYÉT ĐỊNH -\nVê việc khen thưởng tập thể\n\n"
        "GIÁM ĐÓC SỞ Y TẾ\nCăn cứ kế hoạch năm;\n",
    )
    assert (header.type, header.number, header.symbol) == ("Quyết định", "265", "QĐ-SYT")
    assert (header.place, header.date, header.title) == ("Lai Châu", "2017-12", "khen thưởng tập thể")


def test_a_dateline_above_the_number_in_a_scan(head) -> None:
    header = head(
        "Độc lập - Tự do - Hạnh phúc\n\nLai Châu, ngày $8/4 tháng 01 năm 2025\n\nỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\n"
        "Số:4@ /TB-UBND\n\nTHÔNG BÁO\nVề lịch họp\n",
    )
    assert (header.place, header.date) == ("Lai Châu", "2025-01")


@pytest.mark.parametrize(
    ("printed", "number", "symbol"),
    [("SóÄ†2 /GM-SYT", None, "GM-SYT"), ("Só42//GM-SYT `", "42", "GM-SYT"), ("Sổ: 42/GM-SYT", "42", "GM-SYT")],
)
def test_the_word_before_the_number_as_scans_print_it(say, printed, number, symbol) -> None:
    said = say(f"SỞ Y TẾ\n{printed} Lai Châu, ngày 18 tháng 12 năm 2017\nGIÁY MỜI\nVề việc tập huấn\n\nKính gửi:\n")
    assert (said.header.number, said.header.symbol, said.header.place) == (number, symbol, "Lai Châu")
    assert said.citations == ()


def test_a_title_whose_type_could_not_be_read(head) -> None:
    text = "CHÍNH PHỦ\nSố: 59/2031/NĐ-CP Hà Nội, ngày 05 tháng 9 năm 2031\ngũopj. NGHỊ ĐỊNH\n\nQuy định về nghề cá\n\n"
    header = head(text + "Căn cứ Luật Tổ chức Chính phủ;\n")
    assert header.title == "Quy định về nghề cá"


def test_a_place_is_no_signer(head) -> None:
    text = "CHỦ TỊCH ỦY BAN NHÂN DÂN\n      TỈNH LAI CHÂU\nSố: 6/QĐ-UBND\nQUYẾT ĐỊNH\nVề nghề cá\n\nNơi nhận:\n- Như trên;\n"
    assert head(text + "x" * 7000).signer is None


def test_a_title_in_parentheses(head) -> None:
    header = head("TỜ TRÌNH\n(V/v xin kinh phí lát đường: Khu dân cư thôn Hạ, xã Nậm Mạ)\n\nKính gửi: UBND huyện\n")
    assert header.title == "xin kinh phí lát đường: Khu dân cư thôn Hạ, xã Nậm Mạ"


def test_the_signature_before_the_annexes(head) -> None:
    annex = "PHỤ LỤC\nDANH MỤC THIẾT BỊ\n" + "1. Máy đo độ dẫn điện của nước.\n" * 300
    text = (
        "QUYẾT ĐỊNH\nVề danh mục thiết bị\n\nNơi nhận:\n      CHỦ TỊCH\n- Như Điều 3;\n- Chánh Văn phòng;\n- Các sở;\n"
        "- Các huyện;\n- Báo Lai Châu;\n- Cổng thông tin;\n- Lưu: VT.\n      Lê Văn Bình\n\n"
    )
    assert head(text + annex).signer == "Lê Văn Bình"


def test_front_matter_fills_what_the_text_leaves_out(head) -> None:
    header = head(
        "---\nsohieu: 12/2031/NĐ-CP\nngay_ban_hanh: 2031-05-12\nnguoi_ky: Phó Thủ tướng Lê Văn Bình\n"
        "trich_yeu: Quy định về nghề cá ven bờ\nnoi_ban_hanh: Chính phủ\n---\n\n# Tóm tắt\n",
    )
    assert (header.number, header.year, header.date, header.signer) == ("12", "2031", "2031-05-12", "Lê Văn Bình")
    assert (header.title, header.place) == ("Quy định về nghề cá ven bờ", None)
