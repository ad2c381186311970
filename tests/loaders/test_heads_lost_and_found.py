"""What a head says although a scan, a saved page or a careless clerk left half of it out. The documents are fiction."""

import pytest

HEAD = "UBND TỈNH SƠN LA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\n"
LETTER = "V/v thu mua cá khô\nKính gửi: Các đơn vị trực thuộc.\nThực hiện Công văn số 5311/BYT-BM ngày 20/9/2031 của Bộ Y tế.\n"
DAY = " Sơn La, ngày 7 tháng 11 năm 2031\n"
ACT = "UBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: 12/SYT-NVY\nSơn La, ngày 5 tháng 4 năm 2031\n\nKính gửi: Bộ Y tế\n\nSở trả lời như sau./.\n\n"
PLAN = (
    "\nUBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: 78/KH-SYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSơn La, ngày 5 tháng 4 năm 2031\n\nKẾ HOẠCH\n"
    "Tiêm chủng\n\nNơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Cá\n"
)


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số:42 %É/SYT-NVY", None, "SYT-NVY"),
        ("Só:22(/1/SYT- NVY", None, "SYT-NVY"),
        ("Sóz2/222../SYT-TCCB", None, "SYT-TCCB"),
        (".Số: 49 A.5/SYT-NVY", None, "SYT-NVY"),
        ("Sá:202/SYT-NVY", "202", "SYT-NVY"),
        ("Số: | | /SYT-NVY", None, "SYT-NVY"),
    ],
)
def test_the_symbol_behind_a_number_that_a_scan_hides(head, line, number, symbol) -> None:
    header = head(f"{HEAD}{line}{DAY}{LETTER}")
    assert (header.type, header.number, header.symbol) == ("Công văn", number, symbol)
    assert (header.place, header.date, header.title) == ("Sơn La", "2031-11-07", "thu mua cá khô")


def test_a_number_in_the_body_is_not_taken_for_a_hidden_one(head) -> None:
    header = head(f"{HEAD}Số: 12/SYT-NVY{DAY}{LETTER}Sở: Y tế/SYT-KHTC Sơn La, ngày 9 tháng 9 năm 2031\n")
    assert (header.number, header.symbol) == ("12", "SYT-NVY")


@pytest.mark.parametrize(
    ("printed", "place", "date"),
    [
        ("Sơn La, ngày 02 thẳng 01 năm 2031", "Sơn La", "2031-01-02"),
        ("Sơn La, ngày Ai táng 12 năm 2031", "Sơn La", "2031-12"),
        ("Sơn La, ngày 2 tháng|Ôhăm 2031", "Sơn La", "2031"),
        ("Sơn La, ngày TÔ tháng 2 nàm 203", "Sơn La", None),
        ("Sơn La; ngày 2 tháng 3 năm 2031", "Sơn La", "2031-03-02"),
    ],
)
def test_place_and_day_as_scans_print_them(head, printed, place, date) -> None:
    header = head(f"{HEAD}Số: 12/SYT-NVY {printed}\n{LETTER}")
    assert (header.place, header.date) == (place, date)


@pytest.mark.parametrize("mark", ["V/w ", "V/ ", "W⁄% ", "-:V/w- ", "V/v "])
def test_the_subject_behind_a_mark_as_scans_print_it(head, mark) -> None:
    text = f"{HEAD}Số: 12/SYT-NVY{DAY}{mark}thu mua cá khô\nđợt 2\nKính gửi: Các đơn vị.\nSở Y tế đề nghị.\n"
    assert head(text).title == "thu mua cá khô đợt 2"


def test_an_article_that_mentions_a_subject_is_no_letter(head) -> None:
    header = head("Thu mua cá khô ở Sơn La\n\nV/v thu mua cá khô được nhiều người hỏi.\n\nGiá cá tăng.\n")
    assert header.type is None


def test_one_key_of_front_matter_tells_who_signed(head) -> None:
    text = "---\nlayout: cá\nnguoi_ky: Thủ tướng Chính phủ Lê Văn Bông\n---\n\nCHÍNH PHỦ\nSố: 12/2031/NĐ-CP\n\nNGHỊ ĐỊNH\nVề cá\n"
    assert head(text).signer == "Lê Văn Bông"


def test_the_title_of_front_matter_that_names_no_number(head) -> None:
    text = '---\ntitle: "Quy định về nghề cá ven bờ"\nso_hieu: 12/2031/TT-BYT\n---\n\n## Nội dung\n\nThông tư về cá.\n'
    header = head(text)
    assert (header.number, header.title) == ("12", "Quy định về nghề cá ven bờ")


def test_a_portal_that_prints_each_value_below_its_label(head) -> None:
    text = (
        "Thông tư số 42/2028/TT-BTC Hướng dẫn nghề cá ven bờ\nSố hiệu\n42/2028/TT-BTC\n\t\nLoại văn bản\nThông tư\n\n"
        "Ngày ban hành\n22/05/2028\n\nCơ quan ban hành\nBộ Tài chính\n\nChức danh\nThứ trưởng\n\nNgười ký\nTrần Văn Bông\n"
    )
    header = head(text)
    assert (header.type, header.number, header.symbol, header.date) == ("Thông tư", "42", "TT-BTC", "2028-05-22")
    assert (header.title, header.signer) == ("Hướng dẫn nghề cá ven bờ", "Trần Văn Bông")
    assert header.signers[0].position == "Thứ trưởng"


def test_the_columns_of_a_table_are_no_such_portal(head) -> None:
    header = head("Danh mục văn bản\nSố hiệu\nNgày ban hành\nNgười ký\n1\n2\n3\n")
    assert (header.number, header.date, header.signer) == (None, None, None)


def test_a_title_whose_lines_are_parted_goes_on_down_to_its_rule(head) -> None:
    text = (
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nSố: 108/2031/UBTVQH17\n\nNGHỊ QUYẾT\n\nQuy định điều kiện thành lập\n\n"
        "Ban Cá của Hội đồng nhân dân\n\n-----\n\nỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nCăn cứ Hiến pháp;\n"
    )
    assert head(text).title == "Quy định điều kiện thành lập Ban Cá của Hội đồng nhân dân"


def test_a_rule_below_the_body_does_not_make_a_title_of_it(head) -> None:
    text = "BỘ Y TẾ\nSố: 12/TB-BYT\n\nTHÔNG BÁO\n\nLịch nghỉ cá\n\nBộ Y tế thông báo lịch nghỉ như sau: mọi người đều nghỉ.\n\nBa ngày.\n\nNghỉ bù.\n\n-----\n"
    assert head(text).title == "Lịch nghỉ cá"


def test_a_title_may_end_with_a_body_in_small_letters(head) -> None:
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 17/QĐ-TTg\nHà Nội, ngày 4 tháng 1 năm 2031\n\nQUYẾT ĐỊNH\nVề việc bầu bổ sung thành viên\n"
        "Ủy ban nhân dân tỉnh Sơn La nhiệm kỳ 2026 - 2031\n\nTHỦ TƯỚNG CHÍNH PHỦ\n\nCăn cứ Luật Tổ chức Chính phủ;\n"
    )
    title = "bầu bổ sung thành viên Ủy ban nhân dân tỉnh Sơn La nhiệm kỳ 2026 - 2031"
    assert head(text).title == title


def test_a_body_that_opens_the_text_is_no_part_of_the_title(head) -> None:
    text = "UBND TỈNH SƠN LA\nSố: 17/BC-UBND\n\nBÁO CÁO\nTình hình nghề cá\nỦy ban nhân dân tỉnh báo cáo như sau:\n\nI. CÁ\n"
    assert head(text).title == "Tình hình nghề cá"


def test_the_stamp_of_the_office_that_received_it_is_no_letterhead(head) -> None:
    text = (
        "VP.UBND TỈNH SƠN LA\nSố: ....4707....\nĐẾN Ngày13/3/2031..\nChuyển:.......\nSố và ký hiệu HS:..........\n"
        "SỞ Y TẾ\nPHÒNG QLBC\nSố: 01/QĐ-QLBC\nQUYẾT ĐỊNH\nVề nghề cá\n\nCăn cứ Luật Cá;\n"
    )
    header = head(text)
    assert header.parent is not None
    assert header.parent.name == "Sở Y tế tỉnh Sơn La"


def test_a_letterhead_that_lost_its_marks_is_spelled_as_the_text_spells_it(head) -> None:
    body = "Căn cứ Luật Cá ngày 5 tháng 4 năm 2030 của Quốc hội về cá khô và cá tươi;\n" * 9
    text = f"BỘ CÔNG THƯƠNG\nCỤC CA BIÊN\nSố: /QĐ-XPVP\n\nQUYẾT ĐỊNH\nXử phạt\n\n{body}Theo nhiệm vụ của Cục Cá biển;\n"
    header = head(text)
    assert header.issuer is not None
    assert header.issuer.name == "Cục Cá biển"


def test_a_paper_without_a_letterhead_is_that_of_the_body_for_which_it_is_signed(head) -> None:
    text = "TỜ TRÌNH\nVề việc xin cá\n\nXã xin cá của tỉnh Sơn La.\n\nTM. ỦY BAN NHÂN DÂN TỈNH SƠN LA\nCHỦ TỊCH\n\nLê Văn Bông\n"
    header = head(text)
    assert header.issuer is not None
    assert header.issuer.key == "ubnd.14-son-la"


def test_a_day_that_stands_a_line_below_its_place(head) -> None:
    header = head(f"{HEAD}Số: 12/SYT-NVY Sơn La, ngày\n\n{{Ệ tháng 01 năm 2031\n{LETTER}")
    assert (header.place, header.date) == ("Sơn La", "2031-01")


@pytest.mark.parametrize(
    ("line", "symbol", "issuer", "parent"),
    [
        ("BỘ TƯ PHÁP - CỤC BỔ TRỢ CÁ", "CBTC-LS", "Cục bổ trợ cá", "Bộ Tư pháp"),
        ("BỘ TÀI CHÍNH - TỔNG CỤC HẢI QUAN", "TCHQ-GSQL", "Tổng cục Hải quan", "Bộ Tài chính"),
    ],
)
def test_two_levels_on_one_line_of_the_letterhead(head, line, symbol, issuer, parent) -> None:
    header = head(f"{line}\nSố: 123/{symbol}\nV/v cá\nHà Nội, ngày 3 tháng 4 năm 2031\nKính gửi: Bộ Y tế\n\nVề cá.\n")
    assert header.issuer is not None
    assert header.parent is not None
    assert (header.issuer.name, header.parent.name) == (issuer, parent)


def test_two_bodies_of_one_level_are_not_one_below_the_other(head) -> None:
    header = head("SỞ TÀI CHÍNH - SỞ NỘI VỤ\nSố: 22/HDLN-STC-SNV\nSơn La, ngày 3 tháng 4 năm 2031\nHƯỚNG DẪN\nVề cá\n")
    assert header.parent is None


def test_a_letter_with_the_plan_that_it_encloses_is_the_letter(head) -> None:
    header = head(f"{ACT}Nơi nhận:\n- Như trên;\n- Lưu: VT, NVY.\nGIÁM ĐỐC\nLê Văn Bông\n{PLAN}")
    assert (header.type, header.number, header.symbol) == ("Công văn", "12", "SYT-NVY")
    assert (header.signer, header.signers[0].position) == ("Lê Văn Bông", "GIÁM ĐỐC")
    assert [each.name for each in header.recipients] == ["Bộ Y tế", "Như trên", "VT, NVY"]


def test_the_certificate_right_below_what_amended_the_law(head) -> None:
    text = (
        "LUẬT\nNGHỀ CÁ\n\nLuật Nghề cá số 31/2028/QH16, được sửa đổi, bổ sung bởi:\nLuật số 16/2029/QH16 ngày 20 tháng 6 năm 2029.\n\n"
        "XÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 25/VBHN-VPQH                Hà Nội, ngày 11 tháng 9 năm 2031\nCHỦ NHIỆM\nLê Văn Bông\n"
    )
    header = head(text)
    assert (header.type, header.number, header.symbol) == ("Văn bản hợp nhất", "25", "VBHN-VPQH")
    assert (header.date, header.signer) == ("2031-09-11", "Lê Văn Bông")


def test_an_article_of_a_newspaper_says_nothing_of_itself(head) -> None:
    header = head(
        "Sơn La đẩy mạnh nghề cá\n\nThứ Hai, 12/6/2031 08:15\n\nThực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2030, tỉnh Sơn La đã"
        " ban hành Kế hoạch số 123/KH-UBND. Ông Lê Văn Bông, Giám đốc Sở Y tế cho biết.\n\nTrần Thị Cá\n"
    )
    stated = (header.type, header.number, header.symbol, header.issuer, header.place, header.date, header.title)
    assert (*stated, header.signer, header.recipients) == (None,) * 8 + ((),)


@pytest.mark.parametrize("line", ["HỎA TỐC\tKẾ HOẠCH", "|Hỏa rốc]| KẾ HOẠCH", "DỰ THẢO KẾ HOẠCH", "KẾ HOẠCH"])
def test_the_type_beside_a_stamp_that_says_how_urgent_it_is(head, line) -> None:
    header = head(f"{HEAD}Số: 12/KH-SYT{DAY}{line}\nMua cá khô\n\nI. MỤC ĐÍCH\n")
    assert (header.type, header.title) == ("Kế hoạch", "Mua cá khô")


@pytest.mark.parametrize("line", ["Số:2J/4/TB-SYT ,\n", "Số:220#TB-SYT"])
def test_a_number_line_with_specks(head, line) -> None:
    header = head(f"{HEAD}{line}{DAY}THÔNG BÁO\nMua cá khô\n\nThực hiện kế hoạch.\n")
    assert (header.number, header.symbol, header.place) == (None, "TB-SYT", "Sơn La")


def test_a_paper_of_the_youth_union_is_that_of_its_own_committee(head) -> None:
    text = (
        "BCH ĐOÀN TỈNH SƠN LA          ĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 45-KH/TĐTN-PT             Sơn La, ngày 2 tháng 3 năm 2031\n\n"
        "KẾ HOẠCH\nTổ chức Tháng Thanh niên\n\nThực hiện kế hoạch.\n\nTM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nCầm Thị Bông\n"
    )
    header = head(text)
    assert header.issuer is not None
    assert (header.issuer.name, header.issuer.key) == ("Đoàn TNCS Hồ Chí Minh tỉnh Sơn La", "tdtn.14-son-la")


def test_the_list_of_recipients_ends_a_title(head) -> None:
    text = "SỞ Y TẾ\nSố: 45/KH-SYT\nKẾ HOẠCH\nMua cá khô\nNơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\n"
    assert head(text).title == "Mua cá khô"


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [("Số: 01NQ-HĐND", "01", "NQ-HĐND"), ("Số: |4 ‡7TB-SY", None, "TB-SY"), ("Số: |4 ‡7/-", None, None)],
)
def test_the_stroke_behind_a_number_that_a_scan_lost(head, line, number, symbol) -> None:
    header = head(f"{HEAD}{line}{DAY}THÔNG BÁO\nMua cá khô\n\nThực hiện kế hoạch.\n")
    assert (header.number, header.symbol) == (number, symbol)
    if symbol != "NQ-HĐND":
        assert header.issuer is not None
        assert header.issuer.name == "Sở Y tế tỉnh Sơn La"


def test_a_type_above_the_letterhead_says_nothing_of_the_title(head) -> None:
    """Some portals print the type first: "# QUYẾT ĐỊNH", then the bodies, then the act itself."""
    text = (
        "# QUYẾT ĐỊNH\n\n**BỘ XÂY DỰNG - CỤC ĐƯỜNG BỘ VIỆT NAM**\n\n**Số: 85/QĐ-CĐBVN**\n\n**Hà Nội, ngày 21 tháng 7 năm 2026**\n\n"
        "## QUYẾT ĐỊNH\n\nBan hành Lệnh sửa cầu Nà Bó\n\n## CĂN CỨ\n\n- Luật Đường bộ ngày 27/6/2024;\n"
    )
    header = head(text)
    assert (header.type, header.title) == ("Quyết định", "Ban hành Lệnh sửa cầu Nà Bó")


def test_the_number_of_a_document_in_the_title_on_the_next_line(head) -> None:
    text = (
        "BỘ TÀI CHÍNH\n\nSố: 17/2014/TT-BTC\n\nTHÔNG TƯ\nSỬA ĐỔI MỨC THUẾ CÁ KHÔ BAN HÀNH KÈM THEO THÔNG TƯ\n"
        " SỐ 164/2013/TT-BTC NGÀY 15/11/2013\n\nCăn cứ Luật Thuế xuất khẩu ngày 14/6/2005;\n"
    )
    title = "SỬA ĐỔI MỨC THUẾ CÁ KHÔ BAN HÀNH KÈM THEO THÔNG TƯ SỐ 164/2013/TT-BTC NGÀY 15/11/2013"
    assert head(text).title == title
