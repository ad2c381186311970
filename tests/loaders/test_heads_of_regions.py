"""Heads of unions, of branches and courts of a region, and what pages leave below the subject."""

import pytest

from ontology.issuer_names import from_text

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n"


@pytest.mark.parametrize(
    ("printed", "name", "key"),
    [
        ("Tòa án nhân dân khu vực 1 - Sơn La về", "Tòa án nhân dân khu vực 1 - Sơn La", "tand.khu-vuc-1.14-son-la"),
        ("Viện kiểm sát nhân dân khu vực 2, tỉnh Sơn La về", "Viện kiểm sát nhân dân khu vực 2, tỉnh Sơn La", "vksnd.khu-vuc-2.14-son-la"),
        ("Kho bạc Nhà nước Khu vực IX ngày", "Kho bạc Nhà nước khu vực IX", "kbnn.khu-vuc-ix"),
        ("Kiểm toán nhà nước khu vực V,", "Kiểm toán nhà nước khu vực V", "ktnn.khu-vuc-v"),
        ("Kho bạc Nhà nước huyện Mai Sơn,", "Kho bạc Nhà nước huyện Mai Sơn", "kbnn.huyen-mai-son"),
        ("Ngân hàng Nhà nước chi nhánh tỉnh Sơn La,", "Ngân hàng Nhà nước chi nhánh tỉnh Sơn La", "nhnn.14-son-la"),
        ("Kho bạc Nhà nước tỉnh chủ trì", "Kho bạc Nhà nước", "kbnn"),
        ("Kho bạc Nhà nước các cấp", "Kho bạc Nhà nước", "kbnn"),
    ],
)  # fmt: skip
def test_branches_of_a_region(printed, name, key) -> None:
    found = from_text(printed, None, None)
    assert found is not None
    assert (found[0].name, found[0].key) == (name, key)


def test_a_constable_of_a_region_is_no_body() -> None:
    assert from_text("công an khu vực biên giới", None, None) is None


def test_a_union_below_its_confederation_with_blank_lines_between(head) -> None:
    header = head(
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\n\nCÔNG ĐOÀN GIÁO DỤC VIỆT NAM\n\n Số:  175  /CĐN-TGNC\n\nV/v nuôi cá\n\n"
        f"Mùa Nước Nổi\n\n{MOTTO}\nHà Nội, ngày  6   tháng 8 năm 2031\n\nKính gửi:\n\n- Công đoàn Giáo dục tỉnh Sơn La.\n\nCông đoàn Giáo dục Việt Nam đề nghị nuôi cá.\n",
    )
    assert header.issuer is not None and header.issuer.name == "Công đoàn Giáo dục Việt Nam"
    assert header.parent is not None and header.parent.name == "Tổng Liên đoàn Lao động Việt Nam"
    assert header.title == "nuôi cá Mùa Nước Nổi"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Về: tham gia ý kiến về giá cá.", "tham gia ý kiến về giá cá"),
        ("V/v báo cáo giá cá\nKHẨN", "báo cáo giá cá"),
        ("V/v báo cáo giá cá\nHỎA TỐC", "báo cáo giá cá"),
        ("V/v báo cáo giá cá\n\ncác loại cá phải kiểm soát\nđặc biệt theo quy định tại Nghị\nđịnh số 54/2031/NĐ-CP.\n", "báo cáo giá cá các loại cá phải kiểm soát đặc biệt theo quy định tại Nghị định số 54/2031/NĐ-CP"),
    ],
)  # fmt: skip
def test_subjects(head, subject, title) -> None:
    header = head(f"BỘ Y TẾ\n{MOTTO}\nSố: 12/BYT-VP\n{subject}\nKính gửi: Sở Y tế\n")
    assert header.title == title


@pytest.mark.parametrize("drawn", ["Quy định giá cá\n────────", "Quy định giá cá————", "Quy định giá cá\n————"])
def test_a_line_drawn_below_a_title_is_no_part_of_it(head, drawn) -> None:
    header = head(
        f"CHÍNH PHỦ\n{MOTTO}\nSố: 12/2031/NĐ-CP\nHà Nội, ngày 2 tháng 9 năm 2031\nNGHỊ ĐỊNH\n{drawn}\nCăn cứ Luật Giá;\n"
    )
    assert header.title == "Quy định giá cá"


def test_a_title_that_ends_with_a_body_above_the_addressee(head) -> None:
    header = head(
        f"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n{MOTTO}\nSố: 0_ /TTr-UBND\nSơn La, ngày 2 tháng 9 năm 2031\nTỜ TRÌNH\n"
        "Về việc miễn nhiệm chức danh Ủy viên\nỦy ban nhân dân tỉnh Sơn La nhiệm kỳ 2021 - 2026\nKính gửi: Hội đồng nhân dân tỉnh\n",
    )
    assert header.title == "miễn nhiệm chức danh Ủy viên Ủy ban nhân dân tỉnh Sơn La nhiệm kỳ 2021 - 2026"
    assert (header.number, header.symbol) == (None, "TTr-UBND")


@pytest.mark.parametrize(
    ("letterhead", "name", "above"),
    [
        ("UBND HUYỆN MAI SƠN\nUBND XÃ CHIỀNG MAI", "Ủy ban nhân dân xã Chiềng Mai", "Ủy ban nhân dân huyện Mai Sơn"),
        ("ỦY BAN NHÂN DÂN HUYỆN MAI SƠN ỦY BAN NHÂN DÂN XÃ CHIỀNG MAI", "Ủy ban nhân dân xã Chiềng Mai", "Ủy ban nhân dân huyện Mai Sơn"),
        ("ĐẢNG BỘ HUYỆN MAI SƠN ĐẢNG ỦY XÃ CHIỀNG MAI", "Đảng ủy xã Chiềng Mai", "Đảng bộ huyện Mai Sơn"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nỦY BAN NHÂN DÂN TỈNH SƠN LA", "Hội đồng nhân dân tỉnh Sơn La", None),
    ],
)  # fmt: skip
def test_a_committee_below_that_of_its_district(head, letterhead, name, above) -> None:
    header = head(f"{letterhead}\n{MOTTO}\nSố: 12/TB-XZQ\nMai Sơn, ngày 2 tháng 9 năm 2021\nTHÔNG BÁO\nNuôi cá\n")
    assert header.issuer is not None and header.issuer.name == name
    assert (header.parent and header.parent.name) == above


def test_columns_parted_by_tabs(head) -> None:
    header = head(
        "SỞ Y TẾ SƠN LA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBỆNH VIỆN SẢN NHI\tĐộc lập – Tự do – Hạnh phúc\n"
        "Số 876/QĐ-BV\tSơn La ngày 14 tháng 07 năm 2031\n\nQUYẾT ĐỊNH\nNuôi cá\n\nCăn cứ Luật Giá;\n\nĐiều 1. Nuôi cá./.\n\n"
        "Nơi nhận\tTM. BAN THƯỜNG VỤ\n– Sở Y tế,\tPHÓ CHỦ TỊCH\n– Các tổ dân phố,\t(Đã ký)\n– Lưu: VT.\tBùi Tiến Lực\n",
    )
    assert (header.number, header.symbol, header.date, header.place) == ("876", "QĐ-BV", "2031-07-14", "Sơn La")
    signer = header.signers[0]
    assert (signer.name, signer.position, signer.capacity) == ("Bùi Tiến Lực", "PHÓ CHỦ TỊCH", "TM. BAN THƯỜNG VỤ")
    assert [(each.role, each.name) for each in header.recipients] == [
        ("copy", "Sở Y tế"),
        ("copy", "Các tổ dân phố"),
        ("file", "VT"),
    ]


def test_entries_of_one_line_behind_commas(head) -> None:
    header = head(
        f"BỘ Y TẾ\n{MOTTO}\nSố : 58 / TB-BYT Hà Nội, Ngày 25 tháng 5 năm 2031\nTHÔNG BÁO\nNuôi cá\nNuôi cá là tốt./.\n"
        "Nơi nhận: -Như trên, -Sở Y tế, -Lưu VT, TH.\nBỘ TRƯỞNG\nTrần Văn An\n",
    )
    assert (header.number, header.place, header.date) == ("58", "Hà Nội", "2031-05-25")
    assert [each.name for each in header.recipients] == ["Như trên", "Sở Y tế", "VT, TH"]


def test_a_programme_of_action_is_a_type(head) -> None:
    header = head(
        "TỈNH ỦY SƠN LA\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 112-CTr/TU\nSơn La, ngày 2 tháng 6 năm 2031\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\n"
        "thực hiện Nghị quyết Đại hội về cá\n\nCăn cứ Điều lệ Đảng;\n",
    )
    assert (header.type, header.title) == ("Chương trình", "thực hiện Nghị quyết Đại hội về cá")


def test_a_signature_on_one_line(head) -> None:
    header = head(
        f"BỘ Y TẾ\n{MOTTO}\nSố: 58/TB-BYT Hà Nội ngày 25 tháng 05 năm 2031\nTHÔNG BÁO\nNuôi cá\nNuôi cá là tốt./.\n"
        "Nơi nhận:\n- Như trên,\n- Lưu: VT.\n\nKT. BỘ TRƯỞNG THỨ TRƯỞNG (đã ký, đóng dấu) Trần Văn An\n",
    )
    assert (header.place, header.date) == ("Hà Nội", "2031-05-25")
    signer = header.signers[0]
    assert (signer.name, signer.position, signer.capacity) == ("Trần Văn An", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG")


@pytest.mark.parametrize("remark", ["Đã ký", "(Đã ký)"])
def test_a_remark_beside_an_entry_that_ends_with_a_comma(head, remark) -> None:
    header = head(
        f"BỘ Y TẾ\n{MOTTO}\nSố: 58/TB-BYT\nHà Nội, ngày 25 tháng 5 năm 2031\nTHÔNG BÁO\nNuôi cá\nNuôi cá là tốt./.\n"
        f"| Nơi nhận: | BỘ TRƯỞNG |\n| - Sở Y tế, | {remark} |\n| - Lưu: VT. | Trần Văn An |\n",
    )
    assert [each.name for each in header.recipients] == ["Sở Y tế", "VT"]


def test_a_title_in_capitals_over_empty_lines(head) -> None:
    header = head(
        f"BỘ Y TẾ\n{MOTTO}\nSố: 58/2031/TT-BYT\n\nHà Nội, ngày 25 tháng 5 năm 2031\n\nTHÔNG TƯ\n\n"
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ VỀ NUÔI CÁ TRONG AO\n\nVÀ MỘT SỐ ĐIỀU CỦA THÔNG TƯ VỀ NUÔI CÁ TRONG LỒNG, TRÊN SÔNG\n\n"
        "TRONG MÙA NƯỚC NỔI\n\nCăn cứ Luật Giá;\n",
    )
    assert header.title is not None and header.title.endswith("TRÊN SÔNG TRONG MÙA NƯỚC NỔI")
    decision = head(
        f"BỘ Y TẾ\n{MOTTO}\nSố: 58/QĐ-BCĐ\n\nHà Nội, ngày 25 tháng 5 năm 2031\n\nQUYẾT ĐỊNH\n\n"
        "BAN HÀNH QUY CHẾ HOẠT ĐỘNG CỦA BAN CHỈ ĐẠO NHÀ NƯỚC VỀ CÁ\n\nTRƯỞNG BAN CHỈ ĐẠO NHÀ NƯỚC VỀ CÁ\n\nCăn cứ Luật Giá;\n",
    )
    assert decision.title == "BAN HÀNH QUY CHẾ HOẠT ĐỘNG CỦA BAN CHỈ ĐẠO NHÀ NƯỚC VỀ CÁ"


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Sơn La, ngày 05-3-2031", "Sơn La", "2031-03-05"),
        ("Sơn La, ngày 05.3.2031", "Sơn La", "2031-03-05"),
        ("Sơn La, ngày 5 tháng 3, năm 2031", "Sơn La", "2031-03-05"),
        ("Mai Sơn, ngày 5, tháng 3, năm 2031", "Mai Sơn", "2031-03-05"),
        ("(Sơn La, ngày 5 tháng 3 năm 2031)", "Sơn La", "2031-03-05"),
        ("Ea H'leo, ngày 5 tháng 3 năm 2031", "Ea H'leo", "2031-03-05"),
        ("Ngày 5 tháng 3 năm 2031", None, "2031-03-05"),
        ("Sơn La, ngày ... tháng 3 năm 2031", "Sơn La", "2031-03"),
    ],
)
def test_place_and_day(head, line, place, date) -> None:
    header = head(f"UBND TỈNH SƠN LA\n{MOTTO}\nSố: 12/KH-UBND\n{line}\n\nKẾ HOẠCH\nNuôi cá\n\nCăn cứ Luật Giá;\n")
    assert (header.place, header.date, header.title) == (place, date, "Nuôi cá")


@pytest.mark.parametrize(
    ("lines", "kind", "title"),
    [
        ("K Ế   H O Ạ C H\nNuôi cá", "Kế hoạch", "Nuôi cá"),
        ("TỜ TRÌNH\nV/v\nNuôi cá", "Tờ trình", "Nuôi cá"),
        ("QUYẾT ĐỊNH\n(V/v nuôi cá (đợt 2))\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Quyết định", "nuôi cá (đợt 2)"),
    ],
)
def test_types_and_titles(head, lines, kind, title) -> None:
    header = head(
        f"UBND TỈNH SƠN LA\n{MOTTO}\nSố: 12/XZ-UBND\nSơn La, ngày 5 tháng 3 năm 2031\n\n{lines}\n\nCăn cứ Luật Giá;\n"
    )
    assert (header.type, header.title) == (kind, title)


@pytest.mark.parametrize(
    ("end", "name", "position"),
    [
        ("GIÁM ĐỐC\nBSCKII. Trần Văn An", "Trần Văn An", "GIÁM ĐỐC"),
        ("GIÁM ĐỐC\nBS.CKI Trần Văn An", "Trần Văn An", "GIÁM ĐỐC"),
        ("GIÁM ĐỐC\nThượng tá, TS. Trần Văn An", "Trần Văn An", "GIÁM ĐỐC"),
        ("Giám đốc\nTrần Văn An", "Trần Văn An", "Giám đốc"),
        ("CHỦ TỊCH\nK'Thị Bông", "K'Thị Bông", "CHỦ TỊCH"),
        ("HIỆU TRƯỞNG\nTrần Thị Phương-Hoa", "Trần Thị Phương-Hoa", "HIỆU TRƯỞNG"),
        ("TRẠM TRƯỞNG\nTrần Văn An", "Trần Văn An", "TRẠM TRƯỞNG"),
        ("P. GIÁM ĐỐC\nTrần Văn An", "Trần Văn An", "P. GIÁM ĐỐC"),
    ],
)
def test_those_who_sign(head, end, name, position) -> None:
    header = head(
        f"SỞ Y TẾ SƠN LA\n{MOTTO}\nSố: 12/KH-SYT\nSơn La, ngày 5 tháng 3 năm 2031\n\nKẾ HOẠCH\nNuôi cá\nNuôi cá là tốt./.\n"
        f"Nơi nhận:\n- Sở Y tế;\n- Lưu trữ VP.\n\n{end}\n"
    )
    assert [(each.name, each.position) for each in header.signers] == [(name, position)]
    assert [(each.role, each.name) for each in header.recipients] == [("copy", "Sở Y tế"), ("file", "VP")]


def test_a_board_is_that_of_the_body_above(head) -> None:
    header = head(
        f"HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nBAN PHÁP CHẾ\n{MOTTO}\nSố: 12/KH-XZQ\nSơn La, ngày 5 tháng 3 năm 2031\n\nKẾ HOẠCH\nNuôi cá\n"
    )
    assert header.issuer is not None and header.issuer.name == "Ban Pháp chế Hội đồng nhân dân tỉnh Sơn La"
    assert header.parent is not None and header.parent.name == "Hội đồng nhân dân tỉnh Sơn La"
    centre = head(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-HD/BTCTW\nHà Nội, ngày 5 tháng 3 năm 2031\n\nHƯỚNG DẪN\nNuôi cá\n"
    )
    assert centre.issuer is not None and centre.issuer.name == "Ban Tổ chức Trung ương"
    assert centre.parent is not None and centre.parent.name == "Ban Chấp hành Trung ương"


def test_a_title_whose_line_begins_with_a_body_by_chance(head) -> None:
    header = head(
        f"CHÍNH PHỦ\n{MOTTO}\nSố: 388/NQ-CP\nHà Nội, ngày 1 tháng 12 năm 2031\nNGHỊ QUYẾT\n"
        "VỀ VIỆC NGHIÊN CỨU TIẾP THU, GIẢI TRÌNH KẾT LUẬN CỦA ĐẠI BIỂU\nQUỐC HỘI TẠI TỔ VỀ DỰ ÁN LUẬT NUÔI CÁ\nCHÍNH PHỦ\nCăn cứ Luật Giá;\n",
    )
    assert header.title is not None and header.title.endswith("CỦA ĐẠI BIỂU QUỐC HỘI TẠI TỔ VỀ DỰ ÁN LUẬT NUÔI CÁ")


def test_the_day_of_a_portal_at_the_foot_of_its_page(head) -> None:
    header = head(
        f"CHÍNH PHỦ\n{MOTTO}\nSố: 388/NQ-CP\nHà Nội ngày 1 tháng 12 năm 2031\nNGHỊ QUYẾT\nVề cá\nCăn cứ Luật Giá;\n"
        f"{'Nuôi cá là tốt. ' * 20}\n\nGiấy phép số 27/GP, do Sở cấp\n\nTP. HCM, ngày 31/05/2021\n",
    )
    assert (header.place, header.date) == ("Hà Nội", "2031-12-01")
