"""Heads as saved web pages and tools for PDF files leave them."""

import pytest

from loaders.formats import text as plain
from ontology.records import Source

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def test_cells_whose_source_lines_are_kept(head) -> None:
    header = head(
        "ỦY\nBAN NHÂN DÂN\nTỈNH QUẢNG NAM\n--------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "-----\n|\nSố:\n14/2017/QĐ-UBND\n|\nTam\nKỳ, ngày 19 tháng 6\nnăm 2017\n|\nQUYẾT ĐỊNH\nBAN HÀNH GIÁ CÁ\n"
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM\nCăn cứ Luật Giá;\n",
    )
    assert (header.number, header.year, header.symbol, header.date) == ("14", "2017", "QĐ-UBND", "2017-06-19")
    assert (header.place, header.title) == ("Tam Kỳ", "BAN HÀNH GIÁ CÁ")
    assert header.issuer is not None and header.issuer.key == "ubnd.49-quang-nam"


def test_an_addressee_on_two_lines_behind_the_cells_of_a_head(head) -> None:
    header = head(
        "TỔNG\nCỤC THUẾ\nCỤC THUẾ TP HÀ NỘI\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "-----\n|\nSố: 269/CT-TTHT\nV/v nuôi cá khi\nnhận sáp nhập\n|\nHà\nNội, ngày 26 tháng 04\nnăm 2019\n|\n"
        "Kính\ngửi: Công ty TNHH Cá Vàng\n(Đ/c: Lô 2, thành phố Hà Nội)\nCục Thuế TP Hà Nội có ý kiến như sau:\n",
    )
    assert (header.type, header.title, header.date) == ("Công văn", "nuôi cá khi nhận sáp nhập", "2019-04-26")
    assert [each.name for each in header.recipients] == ["Công ty TNHH Cá Vàng"]


def test_a_caption_above_the_letterhead(head) -> None:
    header = head(
        f"Thông tư liên tịch số 29/2031/TTLT-BGDĐT-BTC ngày 15/07/2031\n\nBỘ GIÁO DỤC VÀ ĐÀO TẠO\n\nBỘ TÀI CHÍNH\n\n"
        f"Số: 29/2031/TTLT-BGDĐT-BTC\n\n{MOTTO}\nHà Nội, ngày 15 tháng 07 năm 2031\n\nTHÔNG TƯ LIÊN TỊCH\n\n"
        "Hướng dẫn ăn cá\n\nCăn cứ Luật Giá;\n",
    )
    assert (header.number, header.symbol, header.title) == ("29", "TTLT-BGDĐT-BTC", "Hướng dẫn ăn cá")


@pytest.mark.parametrize(
    ("line", "number", "symbol", "title", "date"),
    [
        ("Công văn số: 1582/SGDĐT-KHTC, ngày 16 tháng 08 năm 2029 V/v hướng dẫn ăn cá", "1582", "SGDĐT-KHTC", "hướng dẫn ăn cá", "2029-08-16"),
        ("Thông Tư số 16/2028/TT-BGDĐT quy định về nghề cá", "16", "TT-BGDĐT", "quy định về nghề cá", None),
        ("Công văn 999/TTg-NN năm 2027 về chuyển rừng sang hồ cá do Thủ tướng Chính phủ ban hành", "999", "TTg-NN", "chuyển rừng sang hồ cá", "2027"),
    ],
)  # fmt: skip
def test_a_page_that_prints_no_head(head, line, number, symbol, title, date) -> None:
    header = head(f"Chào mừng đến với Cổng thông tin\n\n{line}\n\nNội dung như sau, gồm hai phần.\n")
    assert (header.number, header.symbol, header.title, header.date) == (number, symbol, title, date)


def test_a_first_line_that_is_a_sentence_says_nothing(head) -> None:
    header = head("Quyết định số 12/QĐ-UBND về giá cá được ban hành ngày 5/3/2031.\nNgười dân vui mừng.\n")
    assert (header.type, header.number) == (None, None)


def test_a_table_beside_the_whole_document_tells_what_that_leaves_out(head) -> None:
    rows = "Số hiệu: | 999/TTg-NN |\nLoại văn bản: | Công văn |\nNgười ký: | Trần Văn An |\nTrích yếu: | Nuôi cá |\n"
    whole = (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: {}/TTg-NN\nHà Nội, ngày 12 tháng 07 năm 2027\nKính gửi: Bộ Y tế\nĐồng ý nuôi cá.\n"
    )
    header = head(rows + whole.format("999"))
    assert (header.title, header.signer) == ("Nuôi cá", "Trần Văn An")
    assert head(rows + whole.format("998")).title is None


def test_a_paragraph_wrapped_below_a_title_in_capitals(head) -> None:
    header = head(
        f"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n{MOTTO}Số: 04/CT-UBND\nSơn La, ngày 25 tháng 3 năm 2024\nCHỈ THỊ\n"
        "VỀ TĂNG CƯỜNG NUÔI CÁ\nNăm 2023, theo nhận định của các nhà khoa học cá ở tỉnh đã lớn\n"
        "nhanh hơn mọi năm, bà con phấn khởi ra sức thi đua nuôi thêm nhiều\nloài mới, nhất là cá chép và cá trắm cỏ\n",
    )
    assert header.title == "TĂNG CƯỜNG NUÔI CÁ"


def test_a_line_of_a_title_that_joins_the_one_above(head) -> None:
    text = f"QUỐC HỘI\nSố: 19/2031/QH17\n{MOTTO}\nLUẬT\n\nTỔ CHỨC ĐỘI CÁ\n\nVÀ HỢP TÁC XÃ\n\nCăn cứ Hiến pháp;\n"
    assert head(text).title == "TỔ CHỨC ĐỘI CÁ VÀ HỢP TÁC XÃ"


def test_a_title_without_its_type(head) -> None:
    header = head(
        "ỦY BAN NHÂN DÂN |\nSố: 24/2031/QĐ-UBND |\nBắc Kạn, ngày 31 tháng 10 năm 2031 |\nBAN HÀNH GIÁ CÁ\n"
        "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN\nCăn cứ Luật Giá;\n",
    )
    assert (header.type, header.title) == ("Quyết định", "BAN HÀNH GIÁ CÁ")


def test_the_body_that_decides_where_nothing_stands_above_the_title(head) -> None:
    header = head(
        "QUYẾT ĐỊNH\nBan hành giá cá.\n_____\nỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH\nCăn cứ Luật Giá;\n"
        "QUYẾT ĐỊNH\nĐiều 1. Ban hành giá cá.\nChủ tịch\n\n(Đã ký)\n\nTrần Văn An\n",
    )
    assert header.issuer is not None and header.issuer.key == "ubnd.79-ho-chi-minh"
    assert [(each.name, each.position) for each in header.signers] == [("Trần Văn An", "Chủ tịch")]


@pytest.mark.parametrize(
    ("above", "number", "name"),
    [
        ("ỦY BAN NHÂN DÂN HUYỆN MAI SƠN\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "15/GDĐT-VP", "Phòng Giáo dục và Đào tạo huyện Mai Sơn"),
        ("UBND THỊ XÃ ĐỒNG XOÀI\nPHÒNG NỘI VỤ", "15/TB-PNV", "Phòng Nội vụ thị xã Đồng Xoài"),
        ("TỈNH ỦY THỪA THIÊN HUẾ", "445-KL/TƯ", "Tỉnh ủy Thừa Thiên Huế"),
    ],
)  # fmt: skip
def test_the_letterhead_tells_a_local_body_from_the_central_one_of_its_code(head, above, number, name) -> None:
    header = head(f"{above}\nSố: {number}\nSơn La, ngày 1 tháng 2 năm 2020\nKẾT LUẬN\nVề giá cá\n")
    assert header.issuer is not None and header.issuer.name == name


def test_an_old_number_without_its_stroke(head) -> None:
    header = head(
        f"UBND THÀNH PHỐ HẢI PHÒNG\nSố: 1386 QĐ/UB\n{MOTTO}Hải Phòng ngày 11 tháng 8 năm 1993\nQUYẾT ĐỊNH\nGiá cá\n",
    )
    assert (header.number, header.symbol, header.date, header.place) == ("1386", "QĐ-UB", "1993-08-11", "Hải Phòng")


def test_a_letterhead_behind_the_first_page(head) -> None:
    header = head(
        "CÔNG BÁO/Số 245/Ngày 23-04-2031\n2\n\nNGHỊ ĐỊNH\nQuy định giá cá\n\nCăn cứ Luật Giá số 16/2023/QH15;\n"
        "Chính phủ ban hành Nghị định quy định giá cá.\n\nĐiều 1. Phạm vi\nNghị định này quy định giá cá.\n"
        f"CHÍNH PHỦ\n_________\n\nSố: 135/2031/NĐ-CP\n{MOTTO}____\nHà Nội, ngày 07 tháng 4 năm 2031\n",
    )
    assert (header.number, header.year, header.symbol, header.date) == ("135", "2031", "NĐ-CP", "2031-04-07")
    assert (header.type, header.title) == ("Nghị định", "Quy định giá cá")


def test_a_form_behind_the_first_page_is_no_letterhead(head) -> None:
    header = head(
        "NGHỊ ĐỊNH\nQuy định giá cá\n\nCăn cứ Luật Giá;\nChính phủ ban hành Nghị định quy định giá cá.\n\n"
        f"Điều 1. Giá cá.\n\nSỞ CÁ\nSố: 12/GP-SC\n{MOTTO}\nGIẤY PHÉP\n",
    )
    assert (header.type, header.number) == ("Nghị định", None)


def test_an_act_that_the_gazette_goes_on_with(head) -> None:
    header = head(
        "2\nCÔNG BÁO/Số 203 + 204/Ngày 18-02-2031\n\nBỘ TÀI CHÍNH\n\n\nThông tư số 102/2030/TT-BTC ngày 14 tháng 11 năm "
        "2030\nhướng dẫn kế toán nghề cá\n\n\n(Tiếp theo Công báo số 201 + 202)\n\nPhụ lục số 04\n",
    )
    assert (header.type, header.number, header.symbol) == ("Thông tư", "102", "TT-BTC")
    assert (header.date, header.title) == ("2030-11-14", "hướng dẫn kế toán nghề cá")


AMENDED = "{} số 95/2030/{} ngày 16 tháng 11 năm 2030 của {}, có hiệu lực kể từ ngày 01 tháng 01 năm 2031, được sửa đổi,\nbổ sung bởi:\n"


@pytest.mark.parametrize(
    ("act", "code", "by", "issuer"),
    [
        ("Luật", "QH17", "Quốc hội", "Văn phòng Quốc hội"),
        ("Thông tư", "TT-BTC", "Bộ trưởng Bộ Tài chính", "Bộ Tài chính"),
        ("Nghị định", "NĐ-CP", "Chính phủ", None),
    ],
)
def test_a_consolidated_text_that_breaks_off(head, act, code, by, issuer) -> None:
    who = by.removeprefix("Bộ trưởng ") if act != "Thông tư" else by
    header = head(
        f"{MOTTO}\n{act.upper()}1 \nGIÁ CÁ2 \n\n{AMENDED.format(act, code, by)}{act} số 9/2031/{code} ngày 5 tháng 5 năm "
        f"2031 của {by}.\nCăn cứ Hiến pháp;\n{who} ban hành {act} giá cá.\nĐiều 1. Giá cá\n(Xem tiếp Công báo số 5)\n",
    )
    assert (header.type, header.number) == ("Văn bản hợp nhất", None)
    assert (header.issuer.name if header.issuer else None) == issuer


@pytest.mark.parametrize("words", ["XÁC THỰC", "XÁC NHẬN"])
def test_the_certificate_before_the_forms_of_an_annex(head, words) -> None:
    header = head(
        f"VĂN BẢN HỢP NHẤT -\nBỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n\n{MOTTO}\nTHÔNG TƯ\nVề Kiểm soát viên1 nghề cá\n"
        f"{AMENDED.format('Thông tư', 'TT-BTC', 'Bộ trưởng Bộ Tài chính')}Thông tư số 9/2031/TT-BTC.\nCăn cứ Luật Giá;\n"
        f"Điều 1. Giá cá.\n{'Cá lớn nhanh.' * 20}\nBỘ TÀI CHÍNH\nSố: 13/VBHN-BTC\n"
        f"{words} VĂN BẢN HỢP NHẤT\nHà Nội, ngày 22 tháng 4 năm 2031\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrần Văn An\n\n"
        f"PHỤ LỤC\n{MOTTO}Số:        /BC\n",
    )
    assert (header.type, header.number, header.symbol, header.date) == (
        "Văn bản hợp nhất",
        "13",
        "VBHN-BTC",
        "2031-04-22",
    )
    assert (header.title, header.signer) == ("Kiểm soát viên nghề cá", "Trần Văn An")


def test_a_form_behind_the_signature_lends_its_recipients_to_nobody(head) -> None:
    body = "Thông tin về nghề cá và giá cá trong tỉnh.\n" * 30
    header = head(
        f"BỘ Y TẾ\n{MOTTO}Số: 5/2031/TT-BYT\nHà Nội, ngày 1 tháng 2 năm 2031\nTHÔNG TƯ\nVề giá cá\nCăn cứ Luật Giá;\n"
        f"Điều 1. Giá cá.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrần Văn An\n\n{body}{MOTTO}Kính gửi: Sở Y tế\nNơi nhận:\n- Như trên;\n"
        "- Lưu: VT.\n",
    )
    assert header.signer == "Trần Văn An"
    assert [each.name for each in header.recipients if each.role != "addressee"] == []


@pytest.mark.parametrize(
    "office", ["PHÓ THỦ TƯỚNGy]\n\nTrần Văn An", "PHÓ THỦ TƯỚNG\ny]Trần Văn An", "PHÓ THỦ TƯỚNG\n[daky]\nTrần Văn An"]
)
def test_the_mark_of_an_electronic_signature(head, office) -> None:
    header = head(
        "CHÍNH PHỦ\nSố: 5/2031/NĐ-CP\nHà Nội, ngày 1 tháng 2 năm 2031\nNGHỊ ĐỊNH\nVề giá cá\nCăn cứ Luật Giá;\nĐiều 1. Giá cá.\n"
        f"TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\n{office}\n",
    )
    (signer,) = header.signers
    assert (signer.name, signer.position, signer.capacity) == (
        "Trần Văn An",
        "PHÓ THỦ TƯỚNG",
        "TM. CHÍNH PHỦ; KT. THỦ TƯỚNG",
    )


def test_a_page_of_which_only_the_signature_was_read_has_no_letterhead(head) -> None:
    header = head("CÔNG BÁO/Số 271/Ngày 12-05-2031\n86\n\nTM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n\nTrần Văn An\n")
    assert (header.issuer, header.signer) == (None, "Trần Văn An")


def test_a_day_of_adoption_over_two_lines(head) -> None:
    header = head(
        f"ỦY BAN THƯỜNG VỤ QUỐC HỘI\nNghị quyết số: 25/2031/UBTVQH17\n{MOTTO}\nNGHỊ QUYẾT\nVề giá cá\nĐiều 1. Giá cá.\n"
        "Nghị quyết này được Ủy ban Thường vụ Quốc hội khóa XVII, phiên họp tháng 8 thông qua \nngày 17 tháng 8 năm 2031.\n",
    )
    assert header.date == "2031-08-17"


def test_a_text_with_a_few_nul_is_a_text() -> None:
    data = ("Quyết định về nghề cá.\n" * 30 + "\x00 Nuôi cá\n").encode()
    document = plain.read(Source("a.txt", data, "text/plain"))
    assert document.text.endswith("\ufffd Nuôi cá\n")
    assert [(note.code, dict(note.details)["places"]) for note in document.notes] == [("note.broken", "31:1")]


def test_a_number_behind_the_rule_of_a_joined_line(head) -> None:
    header = head(
        "|\nỦY BAN THƯỜNG VỤ QUỐC HỘI __________ Số: 1666/NQ-UBTVQH17 |\n|\nNGHỊ QUYẾT\nVề giá cá\nCăn cứ Luật Giá;\n",
    )
    assert (header.number, header.symbol, header.title) == ("1666", "NQ-UBTVQH17", "giá cá")


def test_a_type_with_its_body_behind_it(head) -> None:
    header = head(
        f"HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\n{MOTTO}Lào Cai, ngày 23 tháng 7 năm 1999\n\nNGHỊ QUYẾT HĐND TỈNH LÀO CAI\n\n"
        "Về giá cá\n\nCăn cứ Luật Giá;\n",
    )
    assert (header.type, header.title, header.date) == ("Nghị quyết", "giá cá", "1999-07-23")


def test_a_regulation_is_that_of_the_body_whose_decision_it_is_attached_to(head) -> None:
    header = head(
        "QUY ĐỊNH\nNUÔI CÁ TRÊN ĐỊA BÀN TỈNH\n(Ban hành kèm theo Quyết định số 33 /2015/QĐ-UBND\nngày 18/11/2015 của Uỷ ban "
        "nhân dân tỉnh Lạng Sơn)\nChương I\nQUY ĐỊNH CHUNG\n",
    )
    assert (header.type, header.title) == ("Quy định", "NUÔI CÁ TRÊN ĐỊA BÀN TỈNH")
    assert header.issuer is not None and header.issuer.key == "ubnd.20-lang-son"


@pytest.mark.parametrize(
    ("line", "kind", "title"),
    [
        ("BIÊN BẢN KIỂM TRA, ĐÁNH GIÁ CHẤT LƯỢNG CÁ NĂM 2031", "Biên bản", "KIỂM TRA, ĐÁNH GIÁ CHẤT LƯỢNG CÁ NĂM 2031"),
        ("QUY CHẾ NỘI BỘ VỀ QUẢN TRỊ CÔNG TY CỔ PHẦN CÁ BIỂN", "Quy chế", "NỘI BỘ VỀ QUẢN TRỊ CÔNG TY CỔ PHẦN CÁ BIỂN"),
    ],
)
def test_a_long_heading_as_the_first_line(head, line, kind, title) -> None:
    header = head(f"{line}\n\nHôm nay chúng tôi gồm có: ông Trần Văn An.\n")
    assert (header.type, header.title) == (kind, title)


def test_an_addressee_with_the_letter_on_its_line(head) -> None:
    header = head(
        "Thông báo giá cá\n\nKính gửi: Hiệu trưởng các đơn vị trực thuộc. Thực hiện Kế hoạch số 12/KH-UBND, Phòng yêu cầu:\n"
        "1. Nuôi cá.\n",
    )
    assert [each.name for each in header.recipients] == ["Hiệu trưởng các đơn vị trực thuộc"]


def test_an_old_number_in_a_table(head) -> None:
    header = head("- Số hiệu văn bản: 1502TM/XNK\n- Loại văn bản: Công văn\n- Ngày ban hành: 06-02-1996\n")
    assert (header.type, header.number, header.date) == ("Công văn", "1502", "1996-02-06")


def test_a_subject_that_a_page_glued_to_the_addressee(head) -> None:
    header = head(
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nĐộc lập - Tự do - Hạnh phúcSố: 796/TLĐ\n\nHà Nội, ngày 13 tháng 6 năm 2014\n\n"
        "V/v hướng dẫn nuôi cáKính gửi:\n\n- Các liên đoàn lao động;\nCăn cứ Điều lệ:\n",
    )
    assert (header.number, header.symbol, header.title) == ("796", "TLĐ", "hướng dẫn nuôi cá")


def test_labels_that_a_page_glued_to_the_values_before_them(head) -> None:
    header = head(
        "Hướng dẫn 25-HD/BCĐTW 2022 một số nội dung về nuôi cá\n\nCơ quan ban hành: Ban Bí thưSố công báo:Đang cập nhật\n"
        "Số hiệu:25-HD/BCĐTWNgày đăng công báo:Đang cập nhật\nLoại văn bản:Hướng dẫnNgười ký:Trần Văn An\n"
        "Ngày ban hành:01/08/2022Ngày hết hiệu lực:Đang cập nhật\n",
    )
    assert (header.type, header.number, header.symbol, header.date) == ("Hướng dẫn", "25", "HD/BCĐTW", "2022-08-01")
    assert (header.title, header.signer) == ("một số nội dung về nuôi cá", "Trần Văn An")


def test_a_basis_with_a_dash_is_no_part_of_the_title(head) -> None:
    header = head(
        "BỘ CHÍNH TRỊ\nĐẢNG CỘNG SẢN VIỆT NAM\nSố: 216-QĐ/TW\nHà Nội, ngày 01 tháng 4 năm 2009\nQUY ĐỊNH (BỔ SUNG)\nVỀ NUÔI CÁ,\n"
        "GIÁ CÁ.\n- Căn cứ Hiến pháp năm 1992;\n",
    )
    assert header.title == "NUÔI CÁ, GIÁ CÁ"


def test_a_letter_of_a_tax_department_is_no_directive(head) -> None:
    header = head(
        f"TỔNG CỤC THUẾ\nCỤC THUẾ TP. HỒ CHÍ MINH\n{MOTTO}Số: 5068/CT-TTHT\nV/v: thanh toán\n\nTP. Hồ Chí Minh, ngày 3 tháng 7 "
        "năm 2012\n\nKính gửi:\n\nCông ty CP Cá Biển\n\nThực hiện chỉ đạo:\nNơi nhận:\n- Như trên;\n- Lưu (TTHT, HC).\n",
    )
    assert (header.type, header.number, header.title) == ("Công văn", "5068", "thanh toán")
    assert header.recipients[-1].role == "file"


def test_whom_an_article_names_behind_the_day_from_which_it_holds(head) -> None:
    header = head(
        "BỘ Y TẾ\nSố: 12/QĐ-BYT\nHà Nội, ngày 2 tháng 9 năm 2031\nQUYẾT ĐỊNH\nBan hành giá cá\nCăn cứ Luật Giá;\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Bộ, Vụ trưởng các Vụ chịu trách nhiệm thi hành Quyết "
        "định này./.\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nBỘ TRƯỞNG\n\nTrần Văn An\n",
    )
    assert [each.name for each in header.recipients][:3] == ["Như Điều 3", "Chánh Văn phòng Bộ", "Vụ trưởng các Vụ"]


@pytest.mark.parametrize(
    ("line", "number", "own", "above"),
    [
        ("UBND TỈNH KIÊN GIANG SỞ Y TẾ", "12/SYT-NVY", "Sở Y tế tỉnh Kiên Giang", "Ủy ban nhân dân tỉnh Kiên Giang"),
        ("BỘ Y TẾ CỤC QUẢN LÝ CÁ", "12/QLC-VP", "Cục quản lý cá", "Bộ Y tế"),
    ],
)
def test_two_bodies_that_a_page_joined_on_one_line(head, line, number, own, above) -> None:
    header = head(f"{line}\nSố: {number}\nKiên Giang, ngày 2 tháng 9 năm 2020\nKẾ HOẠCH\nNuôi cá\n")
    assert header.issuer is not None and header.parent is not None
    assert (header.issuer.name, header.parent.name) == (own, above)
