"""Heads in the shapes that documents of other offices have: captions, portals, gazettes, units, joint acts."""

import pytest


def test_a_law_whose_number_stands_beside_place_and_day(head) -> None:
    header = head(
        "QUỐC HỘI \tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 121/2031/QH17 \tHà Nội, ngày 10 tháng 12 năm 2031\n\n"
        "LUẬT\nNGHỀ CÁ VEN BỜ\n\nĐiều 1. Luật này quy định.\n",
    )
    assert (header.number, header.year, header.symbol, header.date) == ("121", "2031", "QH17", "2031-12-10")


def test_groups_of_a_symbol_set_apart(head) -> None:
    header = head(
        "CHÍNH PHỦ\nSố: 12/2031/NQLT - UBTVQH17 - CP \tHà Nội, ngày 2 tháng 9 năm 2031\nNGHỊ QUYẾT LIÊN TỊCH\n"
    )
    assert (header.number, header.symbol) == ("12", "NQLT-UBTVQH17-CP")


def test_two_blanks_within_the_type_are_no_part_of_the_title(head) -> None:
    header = head(
        "BỘ Y TẾ\nSố: 12/QĐ-BYT\nHà Nội, ngày 2 tháng 9 năm 2031\n\nQUYẾT  ĐỊNH\nBan hành giá cá\n\nCăn cứ Luật Giá;\n",
    )
    assert (header.type, header.title) == ("Quyết định", "Ban hành giá cá")


def test_the_term_of_the_body_that_speaks_is_no_part_of_the_title(head) -> None:
    header = head(
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG\nVIỆT NAM\nSố: 01/CT-TLĐ\nHà Nội, ngày 06 tháng 1 năm 2031\n\nCHỈ THỊ\n"
        "CỦA ĐOÀN CHỦ TỊCH TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM KHÓA XI\nvề nghề cá\n\nBáo chí là cơ quan ngôn luận.\n",
    )
    assert header.title == "nghề cá"


def test_a_number_between_type_and_title_is_no_title(head) -> None:
    header = head("# NGHỊ ĐỊNH\n\n**Số 283/2031/NĐ-CP**\n\n*Quy định giá cá*\n\nCăn cứ Luật Giá;\n")
    assert header.title == "Quy định giá cá"


def test_the_number_of_the_decision_that_set_a_team_up_is_not_its_own(head) -> None:
    header = head(
        "SỞ CÔNG THƯƠNG\nĐOÀN KIỂM TRA\nTHEO QUYẾT ĐỊNH\nSỐ 1050/QĐ-SCT          Lai Châu, ngày 10 tháng 3 năm 2026\n"
        "Số: 1105/KH-ĐKT\nKẾ HOẠCH\nKiểm tra việc chấp hành\n\nThực hiện Quyết định số 1050/QĐ-SCT:\n",
    )
    assert (header.type, header.number, header.symbol) == ("Kế hoạch", "1105", "KH-ĐKT")


def test_a_resolution_in_a_title_in_capitals_is_no_head_of_the_gazette(head) -> None:
    header = head(
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 228/QĐ-TTg\nHà Nội, ngày 10 tháng 02 năm 2034\nQUYẾT ĐỊNH\n"
        "BAN HÀNH KẾ HOẠCH THỰC HIỆN KẾT LUẬN SỐ 13-KL/TW\n"
        "CỦA BỘ CHÍNH TRỊ TIẾP TỤC THỰC HIỆN NGHỊ QUYẾT SỐ 54-NQ/TW NGÀY 14 THÁNG 9 NĂM 2005\n\nCăn cứ Luật Giá;\n",
    )
    assert (header.type, header.number, header.symbol, header.date) == ("Quyết định", "228", "QĐ-TTg", "2034-02-10")


def test_a_decree_law_without_a_symbol(say) -> None:
    extraction = say(
        "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI\nSỐ 91 NGÀY 31 THÁNG 12 NĂM 1945\n"
        "Chiểu theo Sắc lệnh số 69 ngày 1 tháng 12 năm 1945;\nĐiều 1. Sắc lệnh 69 được bổ sung.\n"
    )
    header = extraction.header
    assert (header.type, header.number, header.symbol, header.date) == ("Sắc lệnh", "91", None, "1945-12-31")
    assert (header.title, extraction.self_work.id) == (None, "doc/ctn/sac-lenh/1945/91")
    assert {c.work for c in extraction.citations} == {"doc/ctn/sac-lenh/1945/69"}


@pytest.mark.parametrize(
    ("above", "below", "name", "key"),
    [
        ("BỘ TƯ PHÁP", "VĂN PHÒNG", "Văn phòng Bộ Tư pháp", "x.van-phong-bo-tu-phap"),
        ("UBND TỈNH LAI CHÂU", "VĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lai Châu", "vpubnd.12-lai-chau"),
    ],
)
def test_a_unit_speaks_and_its_superior_stands_above(head, above, below, name, key) -> None:
    header = head(f"{above}\n{below}\nSố: 22 /VP-TH\nLai Châu, ngày 12 tháng 12 năm 2013\nV/v báo cáo\n")
    assert header.issuer is not None
    assert (header.issuer.name, header.issuer.key) == (name, key)


def test_a_body_that_no_table_knows_is_spelled_as_the_text_spells_it(head) -> None:
    header = head(
        "BỘ CÔNG THƯƠNG\nCỤC MUỐI BIỂN\nSố: 59/MB-QL\nV/v cấp phép\nHà Nội, ngày 2 tháng 3 năm 2031\nCục Muối biển nhận được\n",
    )
    assert header.issuer is not None
    assert header.issuer.name == "Cục Muối biển"


def test_a_title_goes_on_where_the_enacting_sentence_does(head) -> None:
    header = head(
        "BỘ TÀI CHÍNH\nSố: 9/2031/TT-BTC\nHà Nội, ngày 2 tháng 3 năm 2031\nTHÔNG TƯ\nQuy định mức thu lệ phí cấp\n\n"
        "Chứng chỉ hành nghề cá\n\nCăn cứ Luật Giá;\n"
        "Bộ trưởng Bộ Tài chính ban hành Thông tư quy định mức thu lệ phí cấp Chứng chỉ hành nghề cá.\nĐiều 1.\n",
    )
    assert header.title == "Quy định mức thu lệ phí cấp Chứng chỉ hành nghề cá"


def test_the_enacting_sentence_says_who_speaks_and_about_what(head) -> None:
    header = head(
        "Căn cứ Luật Thuỷ sản;\nTheo đề nghị của Cục trưởng Cục Kiểm ngư;\n"
        "Bộ trưởng Bộ Y tế ban hành Thông tư quy định về nghề cá ven bờ.\nĐiều 1. Phạm vi\n",
    )
    assert header.issuer is not None
    assert (header.type, header.issuer.key, header.title) == ("Thông tư", "byt", "quy định về nghề cá ven bờ")


def test_a_text_without_a_head_says_its_type_in_its_articles(say) -> None:
    extraction = say(
        "Điều 1. Nghị định này quy định về nghề cá.\nĐiều 2. Nghị định này thay thế Nghị định số 5/2011/NĐ-CP.\n"
    )
    assert extraction.header.issuer is not None
    assert (extraction.header.type, extraction.header.issuer.key) == ("Nghị định", "cp")
    assert ("self", "replaces") in {(s.subject, s.predicate) for s in extraction.statements}


def test_the_day_on_which_a_law_was_adopted(head) -> None:
    header = head(
        "QUỐC HỘI\nLuật số: 88/2029/QH17\n\nLUẬT\nNGHỀ CÁ\n\nĐiều 1. Luật Giá được thông qua ngày 1 tháng 2 năm 2003.\n"
        "Luật này được Quốc hội khóa XVII, kỳ họp thứ 7 thông qua ngày 29 tháng 6 năm 2029.\n\nCHỦ TỊCH QUỐC HỘI\n",
    )
    assert header.date == "2029-06-29"


@pytest.mark.parametrize(
    "text",
    [
        '---\nlayout: page\ntitle: "Nghị định 12/2031/NĐ-CP về nghề cá ven bờ"\n---\n\n## Nội dung\n',
        "---\ntags:\n---\n# Nghị định số 12/2031/NĐ-CP - Nghề cá ven bờ\n\n## Nội dung\n",
        "# Nghị định số 12/2031/NĐ-CP ngày 2/3/2031: nghề cá ven bờ\n\n- **Số hiệu:** 12/2031/NĐ-CP\n",
        "---\ntitle: Nghề cá ven bờ\n---\n| **So hieu** | 12/2031/ND-CP |\n| **Loai van ban** | Nghi dinh |\n| Trích yếu | nghề cá ven bờ |\n",
    ],
)
def test_captions_of_saved_pages(head, text) -> None:
    header = head(text)
    assert (header.type, header.number, header.year, header.symbol) == ("Nghị định", "12", "2031", "NĐ-CP")
    assert header.title is not None
    assert header.title.casefold() == "nghề cá ven bờ"


def test_what_a_saved_page_replaces_is_not_itself(head) -> None:
    header = head(
        "---\nlayout: page\n---\n# Thông tư 66/2031/TT-BTC\n\n| Số hiệu | 66/2031/TT-BTC |\n| Người ký | Lê Văn An (Thứ trưởng) |\n"
        "| Thay thế | Thông tư số 62/2029/TT-BTC |\n",
    )
    assert (header.number, header.year, header.signer) == ("66", "2031", "Lê Văn An")


def test_the_subject_of_a_letter_over_rows_of_a_table(head) -> None:
    header = head(
        "|BỘ CÔNG THƯƠNG          |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|Số:      /BCT-QL         |Hà Nội, ngày    tháng 5 năm 2025  |\n"
        "|V/v bổ sung hồ sơ cấp    |                                   |\n|Giấy phép đánh cá        |                                   |\n\n"
        "Kính gửi: Công ty Cá\n",
    )
    assert header.title == "bổ sung hồ sơ cấp Giấy phép đánh cá"


def test_a_subject_without_its_mark_right_below_the_number(head) -> None:
    header = head("CÔNG TY CÁ\nSố: 12/CTC-KH\nvề việc rút hồ sơ\nHà Nội, ngày 2 tháng 5 năm 2025\nKính gửi: Cục Cá\n")
    assert header.title == "rút hồ sơ"


def test_a_title_in_capitals_ends_before_a_paragraph(head) -> None:
    paragraph = "Trong thời gian qua, nghề cá ven bờ đã góp phần quan trọng vào việc xóa đói, giảm nghèo. " * 3
    header = head(f"THỦ TƯỚNG CHÍNH PHỦ\nSố: 7/CT-TTg\nCHỈ THỊ\nCHẤN CHỈNH NGHỀ CÁ\n{paragraph}\n")
    assert header.title == "CHẤN CHỈNH NGHỀ CÁ"


def test_what_is_decided_goes_on_behind_a_body_that_no_table_knows(head) -> None:
    header = head(
        "QUỐC HỘI\nNghị quyết số: 6/2031/QH17\nNGHỊ QUYẾT\nQUY ĐỊNH SỐ LƯỢNG PHÓ TRƯỞNG BAN\n"
        "CỦA HỘI ĐỒNG NGHỀ CÁ CẤP TỈNH VÀ VIỆC BỐ TRÍ\nHỘI ĐỒNG HOẠT ĐỘNG CHUYÊN TRÁCH\n\nQUỐC HỘI\nCăn cứ Hiến pháp;\n",
    )
    assert header.title == (
        "QUY ĐỊNH SỐ LƯỢNG PHÓ TRƯỞNG BAN CỦA HỘI ĐỒNG NGHỀ CÁ CẤP TỈNH VÀ VIỆC BỐ TRÍ HỘI ĐỒNG HOẠT ĐỘNG CHUYÊN TRÁCH"
    )


def test_the_heading_of_a_file_that_is_an_annex(head) -> None:
    header = head("Phụ lục II\nVIẾT HOA TRONG VĂN BẢN\n(Kèm theo Nghị định số 30/2020/NĐ-CP)\n\nI. TÊN NGƯỜI\n")
    assert (header.type, header.title) == (None, "VIẾT HOA TRONG VĂN BẢN")


@pytest.mark.parametrize(
    ("end", "signer"),
    [
        ("TỔNG THANH TRA\nLê Văn An - Đã ký\n", "Lê Văn An"),
        ("KT.THỐNG ĐỐC\nPHÓ THỐNG ĐỐC\n(Đã ký)\nLê Văn An\n", "Lê Văn An"),
        ("K.T BỘ TRƯỞNG\nTHỨ TRƯỞNG\nY Thông\n", "Y Thông"),
        ("Nơi nhận:\n- Như Điều 3;\n- Lưu: VT, PC (3b). \tBỘ TRƯỞNG\n(Đã ký)\nLê Văn An\n", "Lê Văn An"),
        ("Nơi nhận: CHU TỊCH\n- Các huyện;\n- Báo, Đài tỉnh; Trần Văn Bình\n- Lưu: VT.\n", "Trần Văn Bình"),
        ("BỘ TRƯỞNG\nTHƯỢNG TƯỚNG\nLê Văn An\n", "Lê Văn An"),
        ("GIÁM ĐỐC\nSỐ TT\nTÊN ĐƠN VỊ\n", None),
        ("GIÁM ĐỐC\nNguyễn Văn A\n", None),
        ("CHỦ TỊCH\nTHÁI NGUYÊN\n", None),
    ],
)
def test_signers(head, end, signer) -> None:
    assert head(f"THÔNG TƯ\nVề nghề cá\n\nĐiều 1. Hiệu lực.\n\n{end}").signer == signer


def test_those_who_sign_a_joint_act(head) -> None:
    header = head(
        "BỘ Y TẾ - BỘ TÀI CHÍNH\nSố: 22/2031/TTLT-BYT-BTC\nHà Nội, ngày 12 tháng 12 năm 2031\nTHÔNG TƯ LIÊN TỊCH\nVề giá\n\n"
        "Điều 1. Giá.\n\nKT. BỘ TRƯỞNG BỘ Y TẾ     KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG      THỨ TRƯỞNG\nLê Văn An     Trần Thị Bình\n",
    )
    assert header.signer == "Lê Văn An; Trần Thị Bình"


def test_an_act_is_signed_before_its_annexes(head) -> None:
    annex = "1. Hội đồng họp mỗi quý một lần, bàn về nghề cá.\n" * 200
    header = head(
        "NGHỊ QUYẾT\nBAN HÀNH QUY CHẾ\n\nĐiều 1. Ban hành Quy chế.\n\nTM. QUỐC HỘI\nCHỦ TỊCH\nLê Văn An\n\nQUY CHẾ\n"
        f"(Ban hành kèm theo Nghị quyết số 3/2031/QH17)\n{annex}",
    )
    assert header.signer == "Lê Văn An"


def test_a_consolidated_text_is_numbered_where_it_is_certified(head) -> None:
    header = head(
        "LUẬT\nNGHỀ CÁ\n\nLuật Nghề cá số 4/2011/QH13 được sửa đổi bởi Luật số 5/2019/QH14.\nĐiều 1. Luật này quy định.\n\n"
        "XÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 30/VBHN-VPQH\n\nHà Nội, ngày 02 tháng 8 năm 2023\nCHỦ NHIỆM\nLê Văn An\n",
    )
    assert (header.type, header.number, header.symbol) == ("Văn bản hợp nhất", "30", "VBHN-VPQH")
    assert (header.date, header.title, header.signer) == ("2023-08-02", "NGHỀ CÁ", "Lê Văn An")


def test_what_minutes_are_about_goes_on_in_the_next_lines(head) -> None:
    header = head(
        "SỞ Y TẾ\nBIÊN BẢN THẨM ĐỊNH HỒ SƠ\nPhục vụ cấp Giấy phép đánh cá\n\nHôm nay, ngày 3 tháng 4 năm 2025, tại\n",
    )
    assert (header.title, header.place, header.date) == (
        "THẨM ĐỊNH HỒ SƠ Phục vụ cấp Giấy phép đánh cá",
        None,
        "2025-04-03",
    )


def test_the_head_of_a_translation(head) -> None:
    header = head("DECREE\nOn coastal fishing\n\nPursuant to the Law on Fisheries;\n")
    assert header.issuer is not None
    assert (header.type, header.issuer.key, header.title) == ("Nghị định", "cp", "On coastal fishing")


def test_the_body_behind_the_type_is_no_title(head) -> None:
    header = head(
        "HỘI NGHỀ CÁ\nSố: 01/NQ-HNC\nLai Châu, ngày 18 tháng 02 năm 2025\nNGHỊ QUYẾT CỦA HỘI ĐỒNG QUẢN LÝ\nQUỸ NGHỀ CÁ TỈNH LAI CHÂU\n"
        "(Về việc sửa đổi Điều lệ)\n\n- Căn cứ Nghị định số 93/2019/NĐ-CP;\n",
    )
    assert (header.type, header.title) == ("Nghị quyết", "sửa đổi Điều lệ")


def test_the_mark_of_a_footnote_at_the_type(head) -> None:
    header = head("BỘ TÀI CHÍNH\nQUYẾT ĐỊNH1\nCơ chế nghề cá\n\nCăn cứ Luật Giá;\n")
    assert (header.type, header.title) == ("Quyết định", "Cơ chế nghề cá")


def test_the_line_by_which_a_portal_calls_a_document(head) -> None:
    header = head(
        "Thuộc tính\nTải về\nThông tư số 02/2031/TT-BXD Công bố vùng nước cảng cá\nCòn hiệu lực\nSố ký hiệu: 02/2031/TT-BXD\n"
        "Ngày ban hành: 08/01/2031\nNgười ký: Lê Văn An\n",
    )
    assert (header.type, header.number, header.title) == ("Thông tư", "02", "Công bố vùng nước cảng cá")


def test_a_submission_slip(head) -> None:
    header = head("SỞ Y TẾ\nĐộc lập - Tự do - Hạnh phúc\nPHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC\n\nKính gửi: Lãnh đạo Sở\n")
    assert (header.type, header.title) == ("Phiếu trình", "GIẢI QUYẾT CÔNG VIỆC")


def test_a_day_within_a_title(head) -> None:
    header = head(
        "Số: 14/2031/TT-BVHTTDL\nTHÔNG TƯ\nHƯỚNG DẪN NGHỊ ĐỊNH SỐ 81/2030/NĐ-CP\nNGÀY 29 THÁNG 7 NĂM 2030 CỦA CHÍNH PHỦ VỀ HỘI LÀNG\n"
        "\nCăn cứ Luật Di sản văn hóa;\n",
    )
    assert header.title is not None
    assert header.title.endswith("81/2030/NĐ-CP NGÀY 29 THÁNG 7 NĂM 2030 CỦA CHÍNH PHỦ VỀ HỘI LÀNG")


def test_the_type_of_an_annex_below_the_articles_of_a_text_without_head(head) -> None:
    header = head(
        "Điều 1. Ban hành kèm theo Thông tư này Điều lệ của Quỹ nghề cá.\nĐiều 2. Bãi bỏ Điều lệ cũ.\nKT. BỘ TRƯỞNG\nLê Văn An\n"
        "ĐIỀU LỆ\nTổ chức của Quỹ nghề cá\n",
    )
    assert (header.type, header.title) == ("Thông tư", None)


def test_a_title_over_the_name_of_the_state(head) -> None:
    header = head(
        "CHÍNH PHỦ\nSố: 17/2031/NĐ-CP\nNGHỊ ĐỊNH\nBiểu thuế để thực hiện Hiệp định giữa\nCộng hòa xã hội chủ nghĩa Việt Nam và Lào\n\nCăn cứ Luật Thuế;\n",
    )
    assert header.title == "Biểu thuế để thực hiện Hiệp định giữa Cộng hòa xã hội chủ nghĩa Việt Nam và Lào"


def test_a_signature_before_annexes_without_a_heading(head) -> None:
    header = head(
        "BỘ TÀI CHÍNH\nSố: 18/2031/TT-BTC\nTHÔNG TƯ\nVề hồ sơ\nĐiều 1. Hồ sơ được giải quyết./.\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nCao Văn Tuấn\n\nMẫu 01\n"
        + "Tên chỉ tiêu\n" * 1000,
    )
    assert header.signer == "Cao Văn Tuấn"


def test_a_consolidated_text_whose_head_shows_the_number_of_the_act(head) -> None:
    header = head(
        "VĂN BẢN HỢP NHẤT - BỘ NỘI VỤ\nCHÍNH PHỦ\nSố: 49/2028/NĐ-CP\nNGHỊ ĐỊNH\nQuy định về hội làng\n"
        "Nghị định số 49/2028/NĐ-CP ngày 1 tháng 2 năm 2028, được sửa đổi, bổ sung bởi:\n1. Nghị định số 50/2029/NĐ-CP.\nĐiều 1. Phạm vi\n"
        + "Hội làng do dân làng tự lo.\n"
        * 20
        + "BỘ NỘI VỤ\n"
        "Số: 179/VBHN-BNV\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 18 tháng 5 năm 2031\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Dũng\n",
    )
    assert (header.type, header.number, header.date) == ("Văn bản hợp nhất", "179", "2031-05-18")
    assert header.title == "Quy định về hội làng"
    assert header.signer == "Lê Văn Dũng"
