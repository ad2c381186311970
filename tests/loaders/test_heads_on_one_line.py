"""Heads whose lines a page joined, wrapped or set apart, of the state, the Party, schools and companies."""

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"


def test_a_head_of_the_party_on_one_line(head) -> None:
    found = head(
        "ĐẢNG BỘ HUYỆN MAI SƠN ĐẢNG ỦY XÃ CÒ NÒI * Số 09 -KH/ĐU ĐẢNG CỘNG SẢN VIỆT NAM Cò Nòi, ngày 24 tháng 11 năm 2031 "
        "KẾ HOẠCH kiểm điểm tổ chức đảng năm 2031 -Căn cứ Hướng dẫn số 33-HD/BTCTW ngày 30/10/2031; Đảng ủy xã làm.\n",
    )
    assert (found.type, found.number, found.symbol, found.date) == ("Kế hoạch", "09", "KH/ĐU", "2031-11-24")
    assert (found.place, found.title) == ("Cò Nòi", "kiểm điểm tổ chức đảng năm 2031")


def test_a_resolution_of_the_party_on_one_line_names_its_body_before_its_title(head) -> None:
    found = head(
        "TỈNH ỦY BẮC KẠN * Số 45-NQ/TU ĐẢNG CỘNG SẢN VIỆT NAM Bắc Kạn, ngày 12 tháng 8 năm 2031 NGHỊ QUYẾT CỦA BAN CHẤP "
        "HÀNH ĐẢNG BỘ TỈNH về nghề cá đến năm 2035 I. TÌNH HÌNH Trong những năm qua nghề cá có bước phát triển.\n",
    )
    assert (found.type, found.number, found.title) == ("Nghị quyết", "45", "nghề cá đến năm 2035")
    assert found.issuer is not None and found.issuer.key == "tu.06-bac-kan"


def test_a_joined_report_whose_day_is_blank(head) -> None:
    found = head(
        f"UBND HUYỆN MAI SƠN PHÒNG NỘI VỤ {MOTTO} Số: /BC-NV Mai Sơn, ngày tháng 10 năm 2031 BÁO CÁO Kết quả nghề cá quý "
        "III năm 2031 Thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2031 của UBND huyện, Phòng báo cáo như sau:\n",
    )
    assert (found.type, found.date, found.title) == ("Báo cáo", "2031-10", "Kết quả nghề cá quý III năm 2031")


def test_a_joined_letter_ends_its_addressees_where_it_begins(head) -> None:
    found = head(
        f"UBND TỈNH LAI CHÂU SỞ TÀI CHÍNH Số: 812/STC-NS V/v giá cá {MOTTO} Lai Châu, ngày 15 tháng 6 năm 2031 Kính gửi: "
        "- Các sở, ban, ngành tỉnh; - UBND các huyện. Thực hiện Công văn số 12/UBND-TH ngày 02/6/2031, Sở đề nghị báo "
        "cáo. Nơi nhận: - Như trên; - Lưu: VT. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị Hoa\n",
    )
    assert [each.name for each in found.recipients] == ["Các sở, ban, ngành tỉnh", "UBND các huyện", "Như trên", "VT"]
    assert found.signers[0].capacity == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"
    assert found.signers[0].position == "PHÓ CHỦ TỊCH"


def test_a_charter_right_behind_the_motto(head) -> None:
    found = head(f"{MOTTO} ĐIỀU LỆ TỔ CHỨC VÀ HOẠT ĐỘNG CÔNG TY NGHỀ CÁ (Đã sửa đổi ngày 10/6/2031) Phần mở đầu\n")
    assert (found.type, found.title) == ("Điều lệ", "TỔ CHỨC VÀ HOẠT ĐỘNG CÔNG TY NGHỀ CÁ")


def test_the_name_of_a_school_over_two_lines(head) -> None:
    found = head(
        "ĐẠI HỌC THÁI NGUYÊN\nTRƯỜNG ĐẠI HỌC\nKỸ THUẬT NGHỀ CÁ\nSố: 12/QĐ-ĐHNC\nThái Nguyên, ngày 2 tháng 9 năm 2031\n"
        "QUYẾT ĐỊNH\nVề giá cá\nCăn cứ Luật Giá;\n",
    )
    assert found.issuer is not None and found.issuer.name.lower() == "trường đại học kỹ thuật nghề cá"


def test_the_party_committee_of_a_school_is_no_two_bodies(head) -> None:
    found = head(
        "ĐẢNG BỘ ĐẠI HỌC THÁI NGUYÊN\n\nĐẢNG ỦY TRƯỜNG ĐẠI HỌC\n\nKỸ THUẬT NGHỀ CÁ\n\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố    -QĐ/ĐU\n"
        "Thái Nguyên, ngày    tháng 10 năm 2031\nQUYẾT ĐỊNH\nVề giá cá\nCăn cứ Điều lệ Đảng;\n",
    )
    assert found.issuer is not None and found.issuer.name.lower() == "đảng ủy trường đại học kỹ thuật nghề cá"


def test_a_type_below_an_office_is_no_part_of_its_name(head) -> None:
    found = head(
        "SỞ CÔNG THƯƠNG\nĐOÀN KIỂM TRA\nTHEO QUYẾT ĐỊNH\nSỐ 1050/QĐ-SCT          Lai Châu, ngày 10 tháng 3 năm 2026\n"
        "Số: 1105/KH-ĐKT\nKẾ HOẠCH\nKiểm tra việc chấp hành\n\nThực hiện Quyết định số 1050/QĐ-SCT:\n",
    )
    assert found.issuer is not None and found.issuer.name == "Đoàn kiểm tra"


def test_a_colon_between_school_and_name(head) -> None:
    found = head(
        "PHÒNG GD&ĐT MAI SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG: THCS CÒ NÒI Độc lập- Tự do- Hạnh phúc\n\n"
        "BÁO CÁO\nKết quả nghề cá\n\nI. ĐẶC ĐIỂM\n",
    )
    assert found.issuer is not None and found.issuer.name.lower() == "trường thcs cò nòi"
    assert found.parent is not None


def test_a_commission_below_the_central_committee(head) -> None:
    found = head(
        "BAN CHẤP HÀNH\nTRUNG ƯƠNG\nBAN TỔ CHỨC\n--------\n|\nĐẢNG CỘNG SẢN\nVIỆT NAM\n------\n|\nSố: 16 -\nHD/BTCTW\n|\n"
        "Hà Nội, ngày\n24 tháng 9 năm 2031\n|\nHƯỚNG DẪN\nKIỂM ĐIỂM CÁN BỘ\nThực hiện Quy định số 132-QĐ/TW như sau:\n",
    )
    assert (found.number, found.symbol, found.date) == ("16", "HD/BTCTW", "2031-09-24")
    assert found.issuer is not None and found.issuer.key == "btctw"


def test_a_committee_and_the_front_stand_side_by_side(head) -> None:
    found = head(
        "ỦY BAN NHÂN DÂN\nỦY BAN MTTQ VIỆT NAM\nTỈNH ĐẮK LẮK\nSố: 01/QCPH/UBND-UBMTTQ\nĐắk Lắk, ngày 27 tháng 10 năm 2024\n"
        "QUY CHẾ\nPHỐI HỢP CÔNG TÁC\nCăn cứ Luật Giá;\n",
    )
    assert found.issuer is not None and (found.issuer.key, found.parent) == ("ubnd.66-dak-lak", None)


def test_a_day_without_its_word(head) -> None:
    found = head(
        "ĐẢNG BỘ HUYỆN MAI SƠN\nĐẢNG UỶ XÃ CÒ NÒI\nĐẢNG CỘNG SẢN VIỆT NAM\nCò Nòi 06 tháng 12 năm 2031\nSố: - HD/ĐU\n"
        "HƯỚNG DẪN\nkiểm điểm\nCăn cứ Điều lệ Đảng;\n",
    )
    assert (found.place, found.date) == ("Cò Nòi", "2031-12-06")


def test_a_subject_whose_lines_are_set_apart(head) -> None:
    found = head(
        "UBND HUYỆN MAI SƠN\n\nPHÒNG NỘI VỤ\n\nSố: 278/NV-CB\n\nMai Sơn, ngày 9 tháng 9 năm 2031\n\nV/v Hướng dẫn nghề cá\n\n"
        "năm 2031 - 2032\n\nKính gửi: Các xã\n\nCăn cứ Luật Giá, Phòng hướng dẫn.\n",
    )
    assert found.title == "Hướng dẫn nghề cá năm 2031 - 2032"


def test_all_whom_a_table_says_to_have_signed(head) -> None:
    found = head(
        "Thông tư 18-TT/LB về nghề cá\nSố hiệu: 18-TT/LB\nLoại văn bản: Thông tư\nNơi ban hành: Bộ Lao động\n"
        "Người ký: Lê Tất Đắc, Nguyễn Đăng\nNgày ban hành: 18/10/1961\n\nBỘ LAO ĐỘNG-BỘ NỘI VỤ\nSố: 18-TT/LB\n"
        "Hà Nội, ngày 18 tháng 10 năm 1961\nTHÔNG TƯ\nVỀ NGHỀ CÁ\nKính gửi:\n- Các Bộ\n\nNay Liên bộ quy định:\n",
    )
    assert [each.name for each in found.signers] == ["Lê Tất Đắc", "Nguyễn Đăng"]
    assert found.signer == "Lê Tất Đắc; Nguyễn Đăng"


DECISION = "BỘ Y TẾ\nSố: 12/QĐ-BYT\nHà Nội, ngày 2 tháng 9 năm 2031\nQUYẾT ĐỊNH\nVề giá cá\nCăn cứ Luật Giá;\n"


def test_when_it_takes_effect_is_no_recipient(head) -> None:
    found = head(
        f"{DECISION}Điều 2. Quyết định này có hiệu lực kể từ ngày ký, Chánh thanh tra Bộ Y tế, Thủ trưởng đơn vị và các ông, "
        "bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n",
    )
    assert [each.name for each in found.recipients if each.through] == [
        "Chánh thanh tra Bộ Y tế",
        "Thủ trưởng đơn vị và các ông, bà có tên tại Điều 1",
    ]


def test_specks_of_a_scan_are_no_recipient_and_hide_no_office(head) -> None:
    found = head(
        f'{DECISION}Điều 1. Bán cá./.\nNơi nhận: KT. BỘ TRƯỞNG\n- Các đơn vị trực thuộc; . . , ^ xx£\n- Các phòng; " THỨ TRƯỞNG\n'
        "- Lưu: VT.\nHà Văn Phúc\n",
    )
    assert [each.name for each in found.recipients] == ["Các đơn vị trực thuộc", "Các phòng", "VT"]
    assert found.signers[0].position == "THỨ TRƯỞNG"


def test_the_motto_with_a_line_of_the_body_between(head) -> None:
    found = head(
        "BỘ LAO ĐỘNG - THƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM BINH VÀ XÃ HỘI Độc lập - Tự do - Hạnh phúc ******* "
        "Số: 23/2011/QĐ-BLĐTBXH Hà Nội, ngày 05 tháng 10 năm 2011 QUYẾT ĐỊNH BAN HÀNH GIÁ CÁ BỘ TRƯỞNG BỘ LAO ĐỘNG - "
        "THƯƠNG BINH VÀ XÃ HỘI Căn cứ Luật Giá; QUYẾT ĐỊNH Điều 1. Ban hành giá cá.\n",
    )
    assert (found.number, found.title, found.place) == ("23", "BAN HÀNH GIÁ CÁ", "Hà Nội")
    assert found.issuer is not None and found.issuer.key == "bldtbxh"


def test_the_subject_behind_the_number(head) -> None:
    found = head(
        "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 1285/VPCP-NN V/v điều chỉnh giá cá\n\nHà Nội, ngày 27 tháng 02 năm 2031\n\n"
        "Kính gửi: Bộ Tài chính;\n\nVăn phòng Chính phủ nhận được báo cáo số 24/BC-BTC; Văn phòng có ý kiến như sau:\n",
    )
    assert (found.type, found.number, found.symbol) == ("Công văn", "1285", "VPCP-NN")
    assert found.title == "điều chỉnh giá cá"
    assert [each.name for each in found.recipients] == ["Bộ Tài chính"]


def test_an_old_number_without_its_stroke(head) -> None:
    found = head(
        "TỔNG CỤC HẢI QUAN\nSố: 3414 TCHQ/GSQL\nV/v mã số vỏ hộp cá\n\nHà Nội, ngày 23 tháng 7 năm 2004\n\n"
        "Kính gửi: Cục Hải quan tỉnh Lạng Sơn\n\nTổng cục hướng dẫn.\n",
    )
    assert (found.number, found.symbol, found.title) == ("3414", "TCHQ-GSQL", "mã số vỏ hộp cá")


def test_an_old_decision_that_says_its_head_twice_and_bears_a_name_alone(head) -> None:
    found = head(
        "HỘI ĐỒNG BỘ TRƯỞNG\nSố: 194-HĐBT\nHà Nội, ngày 09 tháng 12 năm 1982\n\nQUYẾT ĐỊNH\n\nCỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ "
        "194-HĐBT NGÀY 9 THÁNG 12 NĂM 1982 VỀ VIỆC LẬP HUYỆN CÁ\n\nHỘI ĐỒNG BỘ TRƯỞNG\n\nCăn cứ điều 107 của Hiến pháp;\n\n"
        "QUYẾT ĐỊNH\n\nĐiều 1. Lập huyện.\n\n\nTố Hữu\n\n(Đã ký)\n\nThông báo cho tôi khi có thay đổi\n",
    )
    assert (found.title, found.signer) == ("LẬP HUYỆN CÁ", "Tố Hữu")


def test_a_stamp_is_no_body_above_a_committee_and_a_dash_may_be_misread(head) -> None:
    found = head(
        "TRUNG TÂM CÔNG BÁO\nỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 480/UBND-KT\nLai Châu, ngày 29 tháng 11 năm 2031\n"
        "V/v giá cá\nKính gửi:\n- Bộ Tài chính,\n- :Bộ Công an;\n¬ Bộ Y tế.\n\nXét đề nghị của các Bộ:\n",
    )
    assert found.issuer is not None and (found.issuer.key, found.parent) == ("ubnd.12-lai-chau", None)
    assert [each.name for each in found.recipients] == ["Bộ Tài chính", "Bộ Công an", "Bộ Y tế"]


def test_a_stroke_behind_the_mark_of_who_signs(head) -> None:
    found = head(f"{DECISION}Điều 1. Bán cá./.\n\nKT/BỘ TRƯỞNG BỘ Y TẾ THỨ TRƯỞNG\nMai Văn Dâu\n")
    assert [(each.name, each.capacity) for each in found.signers] == [
        ("Mai Văn Dâu", "KT/BỘ TRƯỞNG BỘ Y TẾ THỨ TRƯỞNG")
    ]
