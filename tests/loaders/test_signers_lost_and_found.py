"""Signers and recipients where scans, portals and loose layouts hide them."""

import pytest

HEAD = "UBND TỈNH SƠN LA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\n"
DAY = " Sơn La, ngày 7 tháng 11 năm 2031\n"
ACT = "UBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: 12/SYT-NVY\nSơn La, ngày 5 tháng 4 năm 2031\n\nKính gửi: Bộ Y tế\n\nSở trả lời như sau./.\n\n"
MINUTES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBIÊN BẢN HỌP\nHội đồng tư vấn nghề cá\n\n"
    "Hôm nay, hồi 14 giờ 00 ngày 15 tháng 3 năm 2031, tại Sở Y tế.\nThành phần: ông Lê Văn Bông.\n\n"
)


def test_a_letter_without_a_number_is_one_by_its_subject_and_addressee(say) -> None:
    text = "SỞ Y TẾ\nPHÒNG QLBC\nV/v thu mua cá khô\nSơn La, ngày 7 tháng 11 năm 2031\nKính gửi: Phòng Kế hoạch\n\nPhòng đề nghị.\n"
    header = say(text).header
    assert (header.type, header.number, header.title) == ("Công văn", None, "thu mua cá khô")
    assert header.issuer is not None
    assert header.issuer.name == "Phòng QLBC"


@pytest.mark.parametrize(
    ("stated", "name", "office"),
    [
        ("Nguyễn Văn Bông (Thứ trưởng)", "Nguyễn Văn Bông", "Thứ trưởng"),
        ("Thứ trưởng Nguyễn Văn Bông", "Nguyễn Văn Bông", "Thứ trưởng"),
        ("Nguyễn Văn Bông, Thứ trưởng Bộ Y tế", "Nguyễn Văn Bông", "Thứ trưởng Bộ Y tế"),
        ("Nguyễn Văn Bông (Thứ trưởng, ký thay Bộ trưởng)", "Nguyễn Văn Bông", "Thứ trưởng"),
        ("Nguyễn Văn Bông (Bộ trưởng Bộ Y tế, thừa ủy quyền)", "Nguyễn Văn Bông", "Bộ trưởng Bộ Y tế"),
        ("Nguyễn Văn Bông", "Nguyễn Văn Bông", None),
    ],
)
def test_the_office_of_a_signer_in_an_attribute_table(say, stated, name, office) -> None:
    header = say(f"| Số hiệu | 12/2031/TT-BYT |\n| Người ký | {stated} |\n\nĐiều 1. Cá.\n").header
    assert [(each.name, each.position) for each in header.signers] == [(name, office)]


def test_the_stamp_of_an_electronic_signature_names_no_signer(say) -> None:
    stamp = "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nCơ quan: VĂN PHÒNG CHÍNH PHỦ\n"
    header = say(f"---\nsohieu: 12/2031/NĐ-CP\nnguoi-ky: Lê Văn Bông\n---\n\n{stamp}\nĐiều 1. Cá.\n").header
    assert header.signer == "Lê Văn Bông"


@pytest.mark.parametrize(
    ("end", "signer"),
    [
        ("## KT. BỘ TRƯỞNG\n\n\n## **THỨ TRƯỞNG**\n\n\nLê Văn Bông\n", "Lê Văn Bông"),
        ("> **KT. BỘ TRƯỞNG**\n>\n> **THỨ TRƯỞNG**\n>\n> **Lê Văn Bông**\n", "Lê Văn Bông"),
        ("Nơi nhận: GLÁM ĐÓC\n- Như trên;\n- Lưu: VT.\nLê Văn Bông\n", "Lê Văn Bông"),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nˆ Lê Văn Bông\nPHÊ DUYỆT\nTrần Văn Cá\n", "Lê Văn Bông"),
        ("Nơi nhận: TM. CHINH\n- Như trên; Lê Văn Bông\n- Lưu: VT.\n", "Lê Văn Bông"),
        ("Nơi nhận:\n- Như trên;\n- VPCP: BTCN, PCN Trần Văn Cá,\n- Phó Thủ tướng Trần Văn Cá\n- Lưu: VT.\n", None),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n" + "Chữ của phụ lục đứng dưới.\n" * 9 + "Lê Văn Bông\n", None),
        ("Nơi nhận: TL. GIÁM ĐỐC\n- Như trên;\n- Lưu: VT.\nZf Thị Bông\n", None),
    ],
)
def test_the_name_beside_or_below_the_list_where_the_office_is_lost(say, end, signer) -> None:
    document = say(ACT + end)
    assert document.header.signer == signer
    assert all(each.span.of(document.text) == each.name for each in document.header.signers)


def test_who_decides_above_the_preamble_is_no_office_of_the_signer(say) -> None:
    basis = "Căn cứ Nghị định số 178/2030/NĐ-CP ngày 03 tháng 12 năm 2030 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Y tế và các Sở;\n"
    text = f"BỘ Y TẾ\nSố: 12/QĐ-BYT\n\nQUYẾT ĐỊNH\nVề nghề cá\n\nBỘ TRƯỞNG BỘ Y TẾ\n\n{basis}\nĐiều 1. Cá.\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nLê Văn Bông\n"
    (signer,) = say(text).header.signers
    assert (signer.name, signer.position, signer.capacity) == ("Lê Văn Bông", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG")


def test_a_telegram_addresses_those_to_whom_it_is_wired(say) -> None:
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 63/CĐ-TTg\nHà Nội, ngày 1 tháng 2 năm 2031\n\nCÔNG ĐIỆN\nVỀ VIỆC PHÒNG CHÁY\n\n"
        "THỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng các Bộ: Công an, Xây dựng;\n- Chủ tịch Ủy ban nhân dân các tỉnh.\n\nThời gian qua.\n"
    )
    header = say(text).header
    assert [(each.role, each.name) for each in header.recipients] == [
        ("addressee", "Bộ trưởng các Bộ: Công an, Xây dựng"),
        ("addressee", "Chủ tịch Ủy ban nhân dân các tỉnh"),
    ]


@pytest.mark.parametrize("line", ["Giải pháp cấp điện:", "Sở Công Thương lắp thiết bị đo điện:"])
def test_other_lines_that_end_with_this_word_address_nobody(say, line) -> None:
    assert say(f"{HEAD}Số: 12/BC-SYT{DAY}BÁO CÁO\nVề điện\n\n{line}\n- Lắp đèn;\n- Kéo dây.\n").header.recipients == ()


def test_minutes_tell_their_day_behind_the_hour_and_are_signed_by_two(say) -> None:
    header = say(
        f"{MINUTES}THƯ KÝ                         CHỦ TỌA\n\nLò Thị Mai                    Lê Văn Bông\n"
    ).header
    assert (header.type, header.title, header.date) == ("Biên bản", "HỌP Hội đồng tư vấn nghề cá", "2031-03-15")
    assert [(each.name, each.position) for each in header.signers] == [("Lê Văn Bông", "CHỦ TỌA")]


def test_what_several_bodies_guide_together_is_signed_by_all(say) -> None:
    text = (
        "SỞ Y TẾ - SỞ NỘI VỤ\nSố: 22/HDLN-SYT-SNV\nSơn La, ngày 2 tháng 2 năm 2031\nHƯỚNG DẪN LIÊN NGÀNH\nVề việc chi trả cá\n\n"
        "Căn cứ Luật Cá;\n\nGIÁM ĐỐC SỞ NỘI VỤ            GIÁM ĐỐC SỞ Y TẾ\nHà Văn Bông                  Trần Thị Cá\n"
    )
    header = say(text).header
    assert (header.type, header.title, header.signer) == ("Hướng dẫn", "chi trả cá", "Hà Văn Bông; Trần Thị Cá")


def test_the_heading_of_an_annex_names_nobody(say) -> None:
    assert say(f"{ACT}\n\nTRƯỞNG KHOA\n(Ký, ghi rõ họ tên)\n\nDANH SÁCH NHÂN VIÊN\n").header.signer is None


def test_the_stamp_of_a_portal_beside_the_first_addressee(say) -> None:
    text = f"{HEAD}Số: 12/SYT-NVY{DAY}V/v cá\nKính gửi:\nCỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ - Bộ Y tế;\n- Bộ Nội vụ.\n\nThực hiện\n"
    assert [each.name for each in say(text).header.recipients] == ["Bộ Y tế", "Bộ Nội vụ"]


def test_a_purpose_on_the_line_below_its_recipient(say) -> None:
    document = say(f"{ACT}Nơi nhận:\n- Phó Thủ tướng Lê Văn Bông\n(báo cáo); -\n- Bộ Y tế;\n- Lưu: VT.\n")
    copies = [(each.name, each.purpose) for each in document.header.recipients if each.role == "copy"]
    assert copies == [("Phó Thủ tướng Lê Văn Bông", "báo cáo"), ("Bộ Y tế", None)]


def test_capacity_and_office_on_one_line(say) -> None:
    (signer,) = say(f"{ACT}KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC\n\nLê Văn Bông\n").header.signers
    assert (signer.position, signer.capacity) == ("PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")


def test_the_mark_of_a_footnote_behind_a_recipient_is_no_part_of_it(say) -> None:
    document = say(f"{ACT}Nơi nhận:\n- Như Điều3;\n- Bộ Quốc phòng8;\n- Các Ban của Đảng, Ỉ\n- Cục C06;\n- Lưu: VT.\n")
    assert [each.name for each in document.header.recipients][1:] == [
        "Như Điều3",
        "Bộ Quốc phòng",
        "Các Ban của Đảng",
        "Cục C06",
        "VT",
    ]


def test_an_office_in_small_letters_at_the_very_end(say) -> None:
    (signer,) = say(
        "SỞ Y TẾ\nSố: 45/BC-SYT\nBÁO CÁO\nVề cá\n\nSở báo cáo.\n\nPhó Giám đốc\n\nLê Văn Bông\n"
    ).header.signers
    assert (signer.name, signer.position) == ("Lê Văn Bông", "Phó Giám đốc")


def test_a_person_in_a_sentence_signs_nothing(say) -> None:
    text = "SỞ Y TẾ\nSố: 45/BC-SYT\nBÁO CÁO\nVề cá\n\nNgười dự họp gồm Giám đốc\nông Lê Văn Bông và bà Trần Thị Cá.\n"
    assert say(text).header.signers == ()


def test_the_body_over_an_office_that_nobody_has_filled_yet(say) -> None:
    text = "TỜ TRÌNH\nV/v xin cá\n\nKính gửi: UBND tỉnh Sơn La\n\nXã xin cá.\n\n|UBND XÃ MƯỜNG BÔNG      |\n|Chủ tịch      |\n"
    header = say(text).header
    assert header.issuer is not None
    assert header.issuer.name == "Ủy ban nhân dân xã Mường Bông"
    assert header.signer is None


def test_office_and_name_on_one_line_below_the_list(say) -> None:
    (signer,) = say(f"{ACT}Nơi nhận:\n- Như trên;\n- Lưu: VT.\nPHÓ GIÁM ĐỐC Lê Văn Bông\n").header.signers
    assert (signer.name, signer.position) == ("Lê Văn Bông", "PHÓ GIÁM ĐỐC")
