"""Kinds of wording that strangers' documents brought: each with sentences of our own."""

import pytest


def cited(extraction):
    return [c.mention.span.of(extraction.text) for c in extraction.citations if c.mention.form != "anaphor"]


def stated(extraction):
    return {(s.subject, s.predicate, s.object) for s in extraction.statements}


@pytest.mark.parametrize(
    ("sentence", "number", "symbol", "work"),
    [
        ("Căn cứ Luật Quy hoạch số 21/2017/QH14;", "21", "QH14", "doc/qh/luat/qh14/21"),
        ("Căn cứ Luật Tiêu chuẩn và Quy chuẩn kỹ thuật số 68/2006/QH11;", "68", "QH11", "doc/qh/luat/qh11/68"),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá, Luật Đầu tư và Luật Hải quan số 09/2026/QH16;",
            "09",
            "QH16",
            "doc/qh/luat/qh16/9",
        ),
        ("Căn cứ Nghị quyết số 18/2008/NQ-QH 12;", "18", "NQ-QH12", "doc/qh/nghi-quyet/qh12/18"),
        ("Căn cứ Luật Xây dựng số 135/2025/QHI5;", "135", "QH15", "doc/qh/luat/qh15/135"),
        ("Luật số 29/2013/QH13như sau.", "29", "QH13", "doc/qh/luat/qh13/29"),
        ("Nghị định số 5/2020/NĐ-CPngày 03/4/2020.", "5", "NĐ-CP", "doc/cp/nghi-dinh/2020/5"),
        ("Nghị định số NN95/2024/NĐ-CP.", "95", "NĐ-CP", "doc/cp/nghi-dinh/2024/95"),
        ("Nghị quyết số 66.4.2025/NQ-CP.", "66.4", "NQ-CP", "doc/cp/nghi-quyet-qppl/2025/66.4"),
        ("Quyết định số 1357TC/QĐ-TCT ngày 30/12/1995.", "1357", "TC/QĐ-TCT", "doc/btc/quyet-dinh/1995/1357"),
        ("Quyết định số 150 CP ngày 10/6/1977.", "150", "CP", "doc/cp/quyet-dinh/1977/150"),
        ("Các văn bản: 37-2025-ND-CP.", "37", "NĐ-CP", "doc/cp/nghi-dinh/2025/37"),
        ("Đường dây 110 kV | 911/TTg-CN ngày 24/6/2020 |", "911", "TTg-CN", "doc/ttg/cong-van/2020/911"),
    ],
)
def test_numbers_as_they_come(say, sentence, number, symbol, work) -> None:
    (citation,) = say(sentence).citations
    assert (citation.mention.number, citation.mention.symbol, citation.work) == (number, symbol, work)


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("ngày 17 ngày 8 năm 2005", "2005-08-17"),
        ("ngày 31 năm 3 năm 2011", "2011-03-31"),
        ("ngày 14 thảng 6 năm 2005", "2005-06-14"),
        ("ngày 22 tháng I1 năm 2019", "2019-11-22"),
        ("ngày l6 tháng 4 năm 2021", "2021-04-16"),
        ("ngày 8 tháng 7 năm 009", None),
        ("(A11) ngày 13 tháng 9 năm 2002", "2002-09-13"),
        ("được Quốc hội thông qua ngày 21/11/2007", "2007-11-21"),
    ],
)
def test_days_with_a_slip_are_read_by_their_place(say, printed, date) -> None:
    (citation,) = say(f"Căn cứ Quyết định số 122/QĐ-BCA {printed} về hồ sơ.").citations
    assert citation.mention.date == date


@pytest.mark.parametrize(
    ("sentence", "spans"),
    [
        ("Người có quốc tịch (theo Luật Quốc tịch Việt Nam năm 2008).", ["Luật Quốc tịch Việt Nam năm 2008"]),
        ("Thực hiện Luật phòng, chống mua bán người.", ["Luật phòng, chống mua bán người"]),
        ("Căn cứ luật Tổ chức Chính phủ ngày 30/9/1992;", ["luật Tổ chức Chính phủ"]),
        ("Căn cứ Luật Chất lượng, sản phẩm hàng hóa ngày 21/11/2007;", ["Luật Chất lượng, sản phẩm hàng hóa"]),
        ("theo các Luật Thuế, Pháp lệnh phí, lệ phí và văn bản khác", ["Luật Thuế", "Pháp lệnh phí, lệ phí"]),
        ("Theo mẫu số 09A/PL-TNCN, 09B/PL-TNCN kèm theo.", []),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của các luật liên quan đến đầu tư xây dựng cơ bản, Điều 10.",
            ["Luật sửa đổi, bổ sung một số điều của các luật liên quan đến đầu tư xây dựng cơ bản"],
        ),
    ],
)
def test_laws_by_name(say, sentence, spans) -> None:
    assert cited(say(sentence)) == spans


def test_a_law_that_speaks_of_itself(say) -> None:
    extraction = say(
        "QUỐC HỘI\n\nLuật số: 88/2029/QH17\n\nLUẬT\nNghề cá ven bờ\n\nCăn cứ Hiến pháp năm 2013;\n"
        "Quốc hội ban hành Luật Nghề cá ven bờ.\n\nĐiều 1. Luật Nghề cá ven bờ năm 2003 hết hiệu lực.\n"
    )
    assert [(c.mention.name, c.work) for c in extraction.citations][1:] == [
        ("Nghề cá ven bờ", "self"),
        ("Nghề cá ven bờ", "doc/qh/luat/2003/nghe-ca-ven-bo"),
    ]


def test_numbers_of_a_list_have_the_type_of_its_word(say) -> None:
    extraction = say("các Quyết định số 02/2008/QĐ-UBDT ngày 08/5/2008, số 06/2008/QĐ-UBDT ngày 24/11/2008.")
    assert [c.mention.type for c in extraction.citations] == ["Quyết định", "Quyết định"]


def test_a_plan_cited_by_title_alone(say) -> None:
    extraction = say("- Triển khai thực hiện Kế hoạch hỗ trợ nông dân khởi nghiệp trên địa bàn tỉnh Sơn La. Cụ thể:")
    assert cited(extraction) == ["Kế hoạch hỗ trợ nông dân khởi nghiệp trên địa bàn tỉnh Sơn La"]
    assert {p for _, p, _ in stated(extraction)} == {"implements"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Các huyện xây dựng kế hoạch thực hiện Kế hoạch này trong quý I năm 2022.",
        "Kết quả thực hiện Kế hoạch giai đoạn trước hoặc năm trước của tỉnh.",
        "Sở Kế hoạch và Đầu tư tỉnh Sơn La chủ trì.",
    ],
)
def test_a_plan_without_a_name_is_none(say, sentence) -> None:
    assert cited(say(sentence)) == []


def test_a_quoted_title(say) -> None:
    extraction = say('Căn cứ Kế hoạch "Phát triển du lịch cộng đồng giai đoạn 2021-2025" của UBND tỉnh;', "Sơn La")
    assert cited(extraction) == ['Kế hoạch "Phát triển du lịch cộng đồng giai đoạn 2021-2025"']


def test_an_alias_without_a_number_holds_behind_its_definition(say) -> None:
    extraction = say(
        "Thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thủ tục trên môi trường điện tử (sau đây gọi "
        "tắt là Nghị định thủ tục điện tử), các sở rà soát.\n\nViệc thực hiện Nghị định thủ tục điện tử còn chậm."
    )
    assert [c.work for c in extraction.citations] == ["doc/cp/nghi-dinh/2020/45"] * 3
    assert [c.mention.form for c in extraction.citations] == ["full", "short", "short"]


def test_an_alias_of_no_document_is_none(say) -> None:
    assert cited(say("Báo cáo nghiên cứu khả thi (sau đây gọi là Báo cáo khả thi) do chủ đầu tư lập.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Giao Sở Y tế chủ trì thực hiện Kế hoạch số 12/KH-UBND ngày 03/4/2022.",
        "Đề nghị các sở, ban, ngành triển khai thực hiện Kế hoạch số 12/KH-UBND ngày 03/4/2022.",
    ],
)
def test_what_others_have_to_carry_out_is_only_cited(say, sentence) -> None:
    assert {p for _, p, _ in stated(say(sentence, "Sơn La"))} == {"cites"}


def test_a_repeal_behind_a_long_title(say) -> None:
    extraction = say(
        "Thông tư số 21/2024/TT-BTTTT ngày 31/12/2024 của Bộ trưởng Bộ Thông tin và Truyền thông ban hành Quy chuẩn kỹ "
        "thuật về thiết bị (QCVN 135:2024/BTTTT) hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành."
    )
    assert stated(extraction) == {("self", "repeals", "doc/btttt/thong-tu/2024/21")}


def test_a_scan_that_lost_a_mark_names_the_same_body(say) -> None:
    extraction = say("Thực hiện Kế hoạch số 21/KH-SYT ngày 24/11/2017 của Sở Y tê Kiên Giang.", "Kiên Giang")
    assert [c.work for c in extraction.citations] == ["doc/syt.91-kien-giang/ke-hoach/2017/21"]


def test_an_excerpt_says_this_circular_of_itself(say) -> None:
    extraction = say(
        "Điều 1. Ban hành kèm theo Thông tư này Điều lệ.\nĐiều 2. Thông tư này thay thế Thông tư số 79/2011/TT-BTC.\n\n"
        "Điều 3. Các đơn vị thi hành Thông tư này.\n"
    )
    assert [c.work for c in extraction.citations if c.mention.form == "anaphor"] == ["self"] * 3


def test_who_decided_stands_in_front(say) -> None:
    extraction = say(
        "Điều lệ được Chủ tịch UBND tỉnh Bình Thuận phê duyệt theo Quyết định số 507/QĐ-UBND ngày 22/02/2022."
    )
    assert extraction.citations[0].work == "doc/ubnd.60-binh-thuan/quyet-dinh/2022/507"


def test_a_quotation_is_no_title(say) -> None:
    (citation,) = say(
        "Tại Nghị định số 126/2024/NĐ-CP quy định: “Hội phải sửa đổi điều lệ hội theo tên mới”."
    ).citations
    assert citation.mention.title is None


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("quan điểm, mục tiêu trong", None),
        ("Mục II Phần B", "Mục II Phần B"),
        ("Khoản 4, Mục V", "Khoản 4, Mục V"),
        ("Phụ lục số 2", "Phụ lục số 2"),
    ],
)
def test_parts_that_are_numbered(say, words, provision) -> None:
    (citation,) = say(f"Kiên trì {words} Thông tư số 29/2013/TT-BTC ngày 04/11/2013.").citations
    assert citation.mention.pinpoint == provision


def test_a_comma_where_a_preamble_wants_a_semicolon(say) -> None:
    extraction = say(
        "Căn cứ Nghị định số 43/2023/NĐ-CP của Chính phủ quy định chi tiết Luật Thanh tra,\n"
        "Căn cứ Thông tư số 02/2007/TT-BNV ngày 25/5/2007;"
    )
    assert ("self", "basedOn", "doc/bnv/thong-tu/2007/2") in stated(extraction)


def test_two_amending_laws_of_one_year_are_two_documents(say) -> None:
    extraction = say(
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá năm 2004; Luật sửa đổi, bổ sung một số điều của Luật "
        "Các tổ chức tín dụng năm 2004;"
    )
    assert [c.mention.year for c in extraction.citations] == ["2004", "2004"]
    assert len(extraction.works) == 2


def test_law_and_a_joining_word_name_no_law(say) -> None:
    assert cited(say("V/v triển khai Luật và tăng cường công tác quản lý khoáng sản.")) == []


def test_a_scan_reads_the_code_of_the_type_before_it(say) -> None:
    (citation,) = say("Thực hiện Kết luận số 57-KI/TW ngày 15/6/2023 của Bộ Chính trị.").citations
    assert (citation.mention.symbol, citation.work) == ("KL/TW", "doc/tw/ket-luan/khoa-13/57")


def test_a_body_that_prevents_and_fights(say) -> None:
    (citation,) = say("Kế hoạch số 194/KH-BCĐ của Ban Chỉ đạo Phòng, chống tội phạm tỉnh.", "Sơn La").citations
    assert citation.mention.issuer is not None
    assert citation.mention.issuer.name.startswith("Ban Chỉ đạo Phòng, chống tội phạm")


def test_what_ends_is_the_titled_document_not_the_one_in_its_title(say) -> None:
    extraction = say(
        "Quyết định số 11/2007/QĐ-NHNN ngày 15/3/2007 sửa đổi Quyết định số 03/2006/QĐ-NHNN hết hiệu lực từ ngày 30/3/2010."
    )
    assert {o for s, p, o in stated(extraction) if p == "repeals"} == {"doc/nhnn/quyet-dinh-qppl/2007/11"}


def test_a_change_of_something_that_stands_elsewhere_is_none_of_the_speaker(say) -> None:
    extraction = say("(được sửa đổi, bổ sung tại Luật số 118/2025/QH15), phương án chỉ được thực hiện sau khi đồng ý.")
    assert stated(extraction) == {("self", "cites", "doc/qh/luat/qh15/118")}


def test_a_page_number_inside_a_list_of_bases(say) -> None:
    extraction = say(
        "Căn cứ các văn bản sau:\n\n- Luật Giá số 16/2023/QH15;\n\n2\n\n- Nghị định số 85/2024/NĐ-CP ngày 10/7/2024.\n"
    )
    assert ("self", "basedOn", "doc/cp/nghi-dinh/2024/85") in stated(extraction)


def test_two_blanks_inside_a_symbol(say) -> None:
    (citation,) = say("Căn cứ Thông tư số 15/2025/TT-  BNV ngày 04/8/2025.").citations
    assert citation.work == "doc/bnv/thong-tu/2025/15"


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("Quy chế được ban hành kèm theo Quyết định số 15/2019/QĐ-UBND.", "cites"),
        ("dự án được phê duyệt tại Quyết định số 889/QĐ-BKHCN ngày 24/4/2017.", "cites"),
        ("Thông tư quy định chi tiết một số điều của Luật Giá số 16/2023/QH15.", "guides"),
        ("hợp nhất Nghị định số 08/2014/NĐ-CP.", "cites"),
        ("Đính chính Thông tư số 01/2021/TT-BKHCN.", "corrects"),
        ("đình chỉ thi hành Quyết định số 09/2012/QĐ-UBND.", "suspends"),
        ("Phúc đáp Công văn số 718/BKHCN-KHTC ngày 31/3/2021,", "cites"),
        ("Trả lời Công văn số 718/BKHCN-KHTC ngày 31/3/2021,", "cites"),
        ("yêu cầu báo cáo kết quả thực hiện Chỉ thị số 16/CT-TTg ngày 27/5/2018.", "cites"),
        ("thực hiện theo Thông tư số 32/2017/TT-BTTTT.", "implements"),
    ],
)
def test_what_each_phrase_states(say, sentence, predicate) -> None:
    assert {p for _, p, _ in stated(say(sentence, "Sơn La"))} == {predicate}


def test_a_letter_is_passed_on(say) -> None:
    extraction = say("Chuyển Công văn số 12/SNV-TH ngày 03/4/2022 đến Sở Y tế xử lý.", "Sơn La")
    (statement,) = extraction.statements
    assert (statement.predicate, statement.rule) == ("cites", "chuyen")


def test_a_number_whose_symbol_names_no_body_is_no_crash(say) -> None:
    assert all(c.mention.number != "37" for c in say("Xem 37-2025-TT-, dòng 4 và 37-2025-NQ- ở trang sau.").citations)
