"""Heads as converters of web pages save them, translations, courts, firms, and provinces of old."""

import pytest

from loaders.text import emphasis
from loaders.text.reading import read

SAVED = (
    "|\n**ỦY BAN NHÂN DÂN\n**\nTỈNH SƠN LA\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n"
    "---------------\n|\n|\nSố: 12/SNV-TC\n*V/v nghề cá ven\nbờ*\n|\n*Sơn\nLa, ngày 18\ntháng 11 năm 2031*\n|\n"
    "**Kính\ngửi:** Công ty TNHH\nCá Bông.\n*Căn cứ Luật Tổ chức\nchính quyền địa phương;*\nSở trả lời./.\n|\nNơi nhận:\n- Như trên;\n"
    "- Cục QLCS; Vụ PC (BTC);\n- Ban: PC; NVT (CT);\n- Lưu: VT.\n|\n{signed}\n|\n"
)
SEPARATE = "**TM. ỦY BAN NHÂN\nDÂN**\n**KT. CHỦ TỊCH**\nPHÓ CHỦ TỊCH\n**Trần\nVăn Bông**"


def test_emphasis_that_wraps_over_the_lines_of_the_source(head) -> None:
    found = head(SAVED.format(signed=SEPARATE))
    assert (found.place, found.date, found.title) == ("Sơn La", "2031-11-18", "nghề cá ven bờ")
    (signer,) = found.signers
    assert (signer.name, signer.position) == ("Trần Văn Bông", "PHÓ CHỦ TỊCH")
    assert signer.capacity == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"
    assert [each.name for each in found.recipients] == [
        "Công ty TNHH Cá Bông",
        "Như trên",
        "Cục QLCS",
        "Vụ PC (BTC)",
        "Ban: PC; NVT (CT)",
        "VT",
    ]


@pytest.mark.parametrize(
    ("signed", "position", "capacity"),
    [
        ("**TL. CỤC TRƯỞNG**\nKT. TRƯỞNG BAN CHÍNH SÁCH,\nTHUẾ QUỐC TẾ\nPHÓ TRƯỞNG BAN\nTrần Văn Bông", "PHÓ TRƯỞNG BAN", "TL. CỤC TRƯỞNG; KT. TRƯỞNG BAN CHÍNH SÁCH, THUẾ QUỐC TẾ"),
        ("**TL. CỤC TRƯỞNG**\n**KT. TRƯỞNG BAN GIÁM SÁT **\nVỀ HẢI QUAN PHÓ TRƯỞNG BAN\nTrần Văn Bông", "PHÓ TRƯỞNG BAN", "TL. CỤC TRƯỞNG; KT. TRƯỞNG BAN GIÁM SÁT VỀ HẢI QUAN"),
        ("**KT. BỘ TRƯỞNG,\nCHỦ NHIỆM**\nPHÓ CHỦ NHIỆM\nTrần Văn Bông", "PHÓ CHỦ NHIỆM", "KT. BỘ TRƯỞNG, CHỦ NHIỆM"),
    ],
)  # fmt: skip
def test_a_capacity_over_two_lines(head, signed, position, capacity) -> None:
    (signer,) = head(SAVED.format(signed=signed)).signers
    assert (signer.name, signer.position, signer.capacity) == ("Trần Văn Bông", position, capacity)


def test_emphasis_of_whole_lines_is_not_unwrapped() -> None:
    text = "**CHỦ TỊCH\nTrần Văn Bông**\n\n**QUYẾT ĐỊNH\nVề việc giao cá**\n"
    assert emphasis.unwrapped(text) == text


def test_a_line_end_that_is_meant_stays() -> None:
    text = "*một hai\nba*\n*bốn năm\nsáu*\n**bảy  \ntám**\n"
    assert emphasis.unwrapped(text) == "*một hai ba*\n*bốn năm sáu*\n**bảy  \ntám**\n"


def test_a_page_with_wrapped_emphasis_keeps_its_places() -> None:
    text = SAVED.format(signed=SEPARATE)
    page = read(text)
    at = page.text.index("Công ty TNHH")
    assert text[page.original_start(at) :].startswith("Công ty TNHH")


def test_a_table_of_attributes_whose_cells_stand_a_line_each(head) -> None:
    found = head(
        "Đang tải văn bản...\n#\nSố hiệu:\n|\n79/2031/QĐ-UBND\n|\n|\nLoại văn bản:\n|\nQuyết định\n|\nNơi ban hành:\n|\n"
        "Tỉnh Sơn La\n|\n|\nNgười ký:\n|\nTrần Văn Bông\n|\nNgày ban hành:\n|\n24/11/2031\n|\n|\nCá được nuôi.\n"
    )
    assert (found.type, found.number, found.symbol, found.date) == ("Quyết định", "79", "QĐ-UBND", "2031-11-24")


def test_a_question_about_a_document_is_no_caption(head) -> None:
    assert (
        head("# Thông tư 16/2031/TT-BCA quy định về thẻ nuôi cá như thế nào?\n\nTheo đó, thẻ có hai mặt.\n").number
        is None
    )


def test_small_letters_are_no_place(head) -> None:
    assert head("Họ, chữ\nđệm và tên, Ngày, tháng, năm.\n").place is None


def test_a_line_in_capitals_that_tells_of_carrying_out_goes_on_with_the_title(head) -> None:
    found = head(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 1617/QĐ-UBND\nSơn La, ngày 20 tháng 11 năm 2031\nQUYẾT ĐỊNH\n"
        "ỦY QUYỀN CHO GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nTHỰC HIỆN NHIỆM VỤ VỀ CÁ\nCăn cứ Luật Giá;\n"
    )
    assert found.title == "ỦY QUYỀN CHO GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG THỰC HIỆN NHIỆM VỤ VỀ CÁ"


def test_a_type_whose_words_stand_a_line_each(head) -> None:
    found = head(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n--------\n|\nCỘNG HÒA XÃ HỘI CHỦ\nNGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\n"
        "Số: 636/QĐ-UBND\n|\nSơn La, ngày 21\ntháng 11 năm 2031\n|\nQUYẾT\nĐỊNH\nVỀ\nVIỆC BAN HÀNH GIÁ CÁ\nCăn cứ Luật Giá;\n"
        "QUYẾT ĐỊNH:\nĐiều\n1. Ban hành giá cá.\n"
    )
    assert (found.type, found.title) == ("Quyết định", "BAN HÀNH GIÁ CÁ")


def test_an_article_over_two_lines_is_no_title(head) -> None:
    found = head(
        "ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố: 47/QĐ-UBND\nSơn La, ngày 21 tháng 11 năm 2031\nỦY BAN NHÂN DÂN TỈNH SƠN LA\n"
        "Căn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều\n1. Ban hành giá cá.\n"
    )
    assert found.title is None


@pytest.mark.parametrize(
    ("lines", "place", "date"),
    [
        ("THE GOVERNMENT\n| | THE SOCIALIST REPUBLIC OF VIETNAM Independence - Freedom - Happiness |\nNo. 69/2031/ND-CP | | Hanoi, August 15, 2031 |", "Hanoi", "2031-08-15"),
        ("GOVERNMENT SOCIALIST REPUBLIC OF VIETNAM\nIndependence - Freedom - Happiness\nNo: 69/2031/ND-CP Hanoi, June 6th, 2031", "Hanoi", "2031-06-06"),
        ("THE GOVERNMENT\nNumber: 69/2031/NĐ-CP\nSOCIALIST REPUBLIC OF VIET NAM\nIndependence - Freedom - Happiness\nHa Noi , May 14,\n2031", "Ha Noi", "2031-05-14"),
        ("THE GOVERNMENT\nNo. 69/2031/ND-CP\nIndependence - Freedom - Happiness\nHanoi, February 31, 2031", "Hanoi", "2031-02"),
    ],
)  # fmt: skip
def test_the_number_and_the_day_of_a_translation(head, lines, place, date) -> None:
    found = head(f"{lines}\n\nDECREE\nPRESCRIBING FISH PRICES\n\nPursuant to the Law on Prices;\n")
    assert (found.type, found.number, found.year, found.symbol) == ("Nghị định", "69", "2031", "NĐ-CP")
    assert (found.place, found.date, found.title) == (place, date, "PRESCRIBING FISH PRICES")


def test_a_caption_that_repeats_the_number_of_the_letter_below(head) -> None:
    found = head(
        "Công văn số: 5452/TCHQ-GSQL V/v vướng mắc nghề cá.\n\nBỘ TÀI CHÍNH\nTỔNG CỤC HẢI QUAN\n-------\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\nSố: 5452/TCHQ-GSQL\n"
        "V/v vướng mắc nghề cá.\n\nHà Nội, ngày 19 tháng 09 năm 2021\n\nKính gửi: Bộ Công Thương.\n\nVề cá.\n"
    )
    assert found.issuer is not None
    assert found.parent is not None
    assert (found.issuer.name, found.parent.name) == ("Tổng cục Hải quan", "Bộ Tài chính")


@pytest.mark.parametrize(
    ("lines", "kind", "symbol", "title"),
    [
        ("TÒA ÁN NHÂN DÂN\nHUYỆN MAI SƠN\nTỈNH SƠN LA\nBản án số: 12/2031/HS-ST\nNgày: 12-6-2031", "Bản án", "HS-ST", None),
        ("TÒA ÁN NHÂN DÂN\nHUYỆN MAI SƠN\nTỈNH SƠN LA\nSố: 12/2031/HNGĐ-PT\nNgày 12/6/2031", "Bản án", "HNGĐ-PT", None),
        ("TÒA ÁN NHÂN DÂN TỐI CAO\nQuyết định giám đốc thẩm\nSố: 12/2031/KDTM-GĐT\nNgày 12-6-2031\nV/v tranh chấp cá", "Quyết định", "KDTM-GĐT", "tranh chấp cá"),
    ],
)  # fmt: skip
def test_what_a_court_gives(head, lines, kind, symbol, title) -> None:
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    found = head(f"{lines}\n\n{motto}\n\nNHÂN DANH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n")
    assert (found.type, found.symbol, found.date, found.title) == (kind, symbol, "2031-06-12", title)


@pytest.mark.parametrize(
    ("number", "line", "kind", "title"),
    [
        ("18/BCTĐ-STP", "BÁO CÁO THẨM ĐỊNH", "Báo cáo", "THẨM ĐỊNH Dự thảo giá cá"),
        ("120/TM-SYT", "THƯ MỜI BÁO GIÁ", "Thư mời", "BÁO GIÁ Dự thảo giá cá"),
        ("12/GĐN-CB", "GIẤY ĐỀ NGHỊ", "Giấy đề nghị", "Dự thảo giá cá"),
    ],
)
def test_reports_invitations_and_requests(head, number, line, kind, title) -> None:
    found = head(
        f"UBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Sơn La, ngày 25 tháng 5 năm 2031\n\n{line}\nDự thảo giá cá\n\nKính gửi: Sở Tài chính.\n\nTheo quy định, Sở nêu:\n"
    )
    assert (found.type, found.title) == (kind, title)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("", "Công ty cổ phần nước sạch Sơn La"),
        ("\nHỘI ĐỒNG QUẢN TRỊ", "Hội đồng quản trị Công ty cổ phần nước sạch Sơn La"),
    ],
)
def test_a_province_in_the_name_of_a_firm(head, unit, name) -> None:
    found = head(
        f"CÔNG TY CỔ PHẦN NƯỚC SẠCH SƠN LA{unit}\nSố: 03/NQ-NS\nSơn La, ngày 25 tháng 5 năm 2031\n\nNGHỊ QUYẾT\nVề cá\n"
    )
    assert found.issuer is not None
    assert found.issuer.name == name


def test_a_province_that_was_divided(head) -> None:
    found = head("UBND TỈNH SÔNG BÉ\nSố: 45/QĐ-UB\nThủ Dầu Một, ngày 25 tháng 5 năm 1994\n\nQUYẾT ĐỊNH\nVề chợ cá\n")
    assert found.issuer is not None
    assert found.issuer.key == "ubnd.74-song-be"


def test_a_tax_office_of_a_province(head) -> None:
    found = head(
        "CỤC THUẾ\nTHUẾ TỈNH SƠN LA\nSố: 15/SLA-QLDN\nV/v lãi tiền vay\nSơn La, ngày 2 tháng 12 năm 2031\nKính gửi: Công ty Cá.\n"
    )
    assert found.issuer is not None
    assert found.parent is not None
    assert (found.issuer.name, found.parent.name) == ("Thuế tỉnh Sơn La", "Cục Thuế")


def test_emphasis_that_ends_and_begins_again_within_a_word(head) -> None:
    signed = (
        "**TL. CỤC\nTRƯỞNG**\n**KT.\nTRƯỞNG BAN THU****Ế****, HẢI QUAN**\n**PHÓ\nTRƯ****Ở****NG BAN**\nTrần Văn Bông"
    )
    (signer,) = head(SAVED.format(signed=signed)).signers
    assert (signer.position, signer.capacity) == ("PHÓ TRƯỞNG BAN", "TL. CỤC TRƯỞNG; KT. TRƯỞNG BAN THUẾ, HẢI QUAN")


def test_a_dash_on_a_line_of_its_own_and_a_stop_within_a_name(head) -> None:
    found = head(
        "SỞ Y TẾ\nSố: 12/TB-SYT\nSơn La, ngày 18 tháng 11 năm 2031\nTHÔNG BÁO\nVề cá\n\nCá được nuôi./.\n"
        "Nơi nhận:\n-\nCông ty Cá (181 Phố Hồ, TP.\nSơn La);\n- Chi cục Thủy sản TP.\nSơn La;\n- Lưu: VT.\n"
    )
    names = [each.name for each in found.recipients]
    assert names == ["Công ty Cá (181 Phố Hồ, TP. Sơn La)", "Chi cục Thủy sản TP. Sơn La", "VT"]


def test_what_a_portal_writes_to_its_readers_is_no_addressee(head) -> None:
    found = head(
        "SỞ Y TẾ\nSố: 12/TB-SYT\nSơn La, ngày 18 tháng 11 năm 2031\nTHÔNG BÁO\nVề cá\n\nCá được nuôi./.\n"
        "Nơi nhận:\n- Chi cục Thủy sản;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Bông\n\nKính gửi: Quý Thành viên,\nNghị định có hiệu lực.\n"
    )
    assert [each.role for each in found.recipients] == ["copy", "file"]


def test_an_office_that_wraps_behind_its_article_is_no_title_of_it(head) -> None:
    found = head(
        "UBND TỈNH SƠN LA\nSố: 12/QĐ-UBND\nSơn La, ngày 18 tháng 11 năm 2031\nQUYẾT ĐỊNH\nVề cá\n\nĐiều 1. Cá được nuôi.\n"
        "Điều 2. Chánh Văn phòng\nUBND tỉnh; Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này./.\n"
        "Nơi nhận:\n- Như Điều 2;\n- Các Bộ: TC; NN&MT;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Bông\n"
    )
    names = [each.name for each in found.recipients]
    assert names == ["Như Điều 2", "Chánh Văn phòng UBND tỉnh", "Giám đốc Sở Y tế", "Các Bộ: TC; NN&MT", "VT"]
