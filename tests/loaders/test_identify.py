"""One document, one id; two documents, two; a slip is one document and a conflict."""

import pytest


def ids(extraction) -> list[str]:
    return [c.work for c in extraction.citations if c.mention.form != "anaphor"]


def test_two_dates_for_one_decision_are_one_document_and_one_conflict(say) -> None:
    extraction = say(
        "Căn cứ Quyết định số 2289/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ;\n"
        "Căn cứ Quyết định số 2289/QĐ-TTg ngày 31/12/2020;\n"
        "Năm thứ hai thực hiện Quyết định số 2289/QĐ-TTg ngày 31/12/2021."
    )
    assert len(set(ids(extraction))) == 1
    assert [[(x.field, x.stated, x.other) for x in c.conflicts] for c in extraction.citations] == [
        [],
        [],
        [("date", "2021-12-31", "2020-12-31")],
    ]


def test_one_number_in_two_years_is_two_documents(say) -> None:
    extraction = say(
        "Kế hoạch số 15/KH-UBND ngày 03/02/2021 của UBND tỉnh về cải cách hành chính; Kế hoạch số 15/KH-UBND ngày "
        "20/01/2022 của UBND tỉnh về an toàn thực phẩm.",
        "Sơn La",
    )
    assert len(set(ids(extraction))) == 2
    assert not any(c.conflicts for c in extraction.citations)


def test_one_number_of_two_provinces_is_two_documents(say) -> None:
    extraction = say(
        "Quyết định số 21/2020/QĐ-UBND của UBND tỉnh Sơn La và Quyết định số 21/2020/QĐ-UBND của UBND tỉnh Điện Biên."
    )
    assert ids(extraction) == [
        "doc/ubnd.14-son-la/quyet-dinh-qppl/2020/21",
        "doc/ubnd.11-dien-bien/quyet-dinh-qppl/2020/21",
    ]


def test_a_local_body_is_that_of_the_speaker_on_the_day(say) -> None:
    early = say("Quyết định số 5/QĐ-UBND ngày 02/3/2021 của UBND tỉnh.", "Quảng Trị")
    late = say("Quyết định số 5/QĐ-UBND ngày 02/3/2026 của UBND tỉnh.", "Quảng Trị")
    assert ids(early) == ["doc/ubnd.45-quang-tri/quyet-dinh/2021/5"]
    assert ids(late) == ["doc/ubnd.44-quang-tri-2025/quyet-dinh/2026/5"]


def test_a_law_by_name_is_the_law_by_number(say) -> None:
    extraction = say(
        "Luật khoa học số 29/2013/QH13, ngày 18/6/2013; thực hiện Luật KHCN và Luật Khoa học và Công nghệ."
    )
    assert set(ids(extraction)) == {"doc/qh/luat/qh13/29"}


def test_the_type_word_may_contradict_the_symbol(say) -> None:
    extraction = say("Quyết định số 12/QĐ-BTC ngày 5/1/2020; Quyết định số 12/QĐ-BTC; Thông tư số 12/QĐ-BTC.")
    assert [[x.field for x in c.conflicts] for c in extraction.citations] == [[], [], ["type"]]


def test_types_of_one_series_do_not_contradict_each_other(say) -> None:
    """A notice of conclusions is numbered as a notice, a code as a law."""
    found = say(
        "Thông báo kết luận số 460/TB-VPCP ngày 08/11/2023; thực hiện Thông báo số 460/TB-VPCP ngày 08/11/2023; "
        "Bộ luật Lao động số 45/2019/QH14 (sau đây là Luật số 45/2019/QH14)."
    )
    assert not [conflict for each in found.citations for conflict in each.conflicts]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("thực hiện đồng bộ Luật Hóa chất số 69/2025/QH15", "Luật"),
        ("rà soát toàn bộ luật Đất đai năm 2024", "Luật"),
        ("thực hiện bộ luật Dân sự số 91/2015/QH13", "Bộ luật"),
    ],
)
def test_bo_may_belong_to_the_word_before(say, text: str, type_: str) -> None:
    assert [each.mention.type for each in say(f"Sở {text} trên địa bàn.").citations] == [type_]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thủ tục tại khoản 3 Điều 7 Nghị định số 52/2013/NĐ-CP do Bộ trưởng Bộ Công Thương thực hiện.", None),
        ("Thủ tục tại Điều 15 Nghị định số 45/2012/NĐ-CP do Bộ Công Thương chủ trì, phối hợp với các bộ.", None),
        (
            "Vốn tại Điều 5a Nghị định số 83/2014/NĐ-CP do Bộ Công Thương xét theo trình tự, thủ tục do Bộ quy định.",
            None,
        ),
        ("Hồ sơ tại khoản 2 Điều 43 Luật Nhà ở năm 2023 do Bộ trưởng Bộ Quốc phòng ban hành.", None),
        ("Nghị định số 46/2012/NĐ-CP do Chính phủ ban hành còn hiệu lực.", "Chính phủ"),
        ("Quyết định số 567/QĐ-TTg ngày 28/4/2010 do Thủ tướng Chính phủ phê duyệt.", "Thủ tướng Chính phủ"),
        ("Các nghị định hướng dẫn Luật Khoáng sản của Chính phủ còn hiệu lực.", None),
        ("Luật Nhà ở năm 2023 của Quốc hội có hiệu lực.", "Quốc hội"),
    ],
)
def test_the_body_behind_may_only_do_what_the_provision_is_about(say, text: str, issuer: str | None) -> None:
    [citation] = say(text).citations
    assert (citation.mention.issuer and citation.mention.issuer.name) == issuer
    assert not citation.conflicts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nghị định quy định chi tiết một số điều của luật xây dựng.", ["luật xây dựng"]),
        (
            "Thực hiện luật quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ trên địa bàn.",
            ["luật quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ"],
        ),
        ("Theo luật nhà ở năm 2023 thì được bán.", ["luật nhà ở năm 2023"]),
        ("Tuyên truyền luật đất đai cho người dân; chấp hành luật pháp và Luật định.", []),
        ("Dự án Luật trình Chính phủ trước 10/7/2026; sửa đổi 04 Luật bám sát quan điểm chỉ đạo.", []),
        ("Bộ Công Thương tại Luật Phòng không nhân dân năm 2024.", ["Luật Phòng không nhân dân năm 2024"]),
        ("Luật Phòng được nghiên cứu.", []),
        ("Sửa đổi Pháp lệnh Trình tự, thủ tục xem xét tại Tòa án.", ["Pháp lệnh Trình tự"]),
    ],
)
def test_names_of_laws_in_small_letters_and_what_is_none(say, text: str, names: list[str]) -> None:
    found = say(text)
    laws = [each.mention.span.of(found.text) for each in found.citations if each.mention.form == "named"]
    assert laws == names


def test_an_aside_between_date_and_body(say) -> None:
    found = say(
        "Xét Nghị định số 207/2026/NĐ-CP ngày 15/6/2026 (hiệu lực kể từ ngày 01/7/2026) của Chính phủ quy định chi tiết một "
        "số điều của luật xây dựng về thi công."
    )
    decree, law = found.citations
    assert decree.mention.issuer is not None
    assert decree.mention.issuer.key == "cp"
    assert [(each.subject, each.predicate, each.object) for each in found.statements if each.predicate == "guides"] == [
        (decree.work, "guides", law.work)
    ]


def test_which_resolutions_change_laws(say) -> None:
    head = "CHÍNH PHỦ\nSố: 141/{code}\nHà Nội, ngày 01 tháng 6 năm 2026\nNGHỊ QUYẾT\nVề thương mại\n\nĐiều 1. "
    changed = "Sửa đổi khoản 2 Điều 5 Luật Thương mại số 36/2005/QH11.\n"

    def predicates(code: str) -> set[str]:
        return {each.predicate for each in say(head.format(code=code) + changed).statements}

    assert "amends" not in predicates("NQ-CP")
    assert "amends" not in predicates("2026/NQ-HĐND")
    assert "amends" in predicates("2026/QH16")
    assert "amends" in predicates("2026/NQ-CP")  # by Resolution 206/2025/QH15


def test_a_symbol_cut_otherwise_is_flagged_and_normalised(say) -> None:
    extraction = say("Văn bản số 718/BKHCN-KHTC; Văn bản số 718/BKHCN-KHTC; Văn bản số 718/BKH-CN-KHTC.")
    assert len(set(ids(extraction))) == 1
    assert [[x.field for x in c.conflicts] for c in extraction.citations] == [[], [], ["symbol"]]


def test_the_documents_own_number_is_self(say) -> None:
    extraction = say(
        "UBND TỈNH SƠN LA\n\nSố: 12/KH-UBND\n\nSơn La, ngày 05 tháng 02 năm 2021\n\nKẾ HOẠCH\nChuyển đổi số năm 2021\n\n"
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/02/2021 của UBND tỉnh)"
    )
    assert ids(extraction) == ["self"]
    assert extraction.self_work.id == "doc/ubnd.14-son-la/ke-hoach/2021/12"
    assert extraction.works == ()


def test_a_normative_act_is_not_the_individual_one_of_the_same_number(say) -> None:
    extraction = say("Quyết định số 14/2020/QĐ-TTg ngày 08/4/2020 và Quyết định số 14/QĐ-TTg ngày 06/01/2020.")
    assert ids(extraction) == ["doc/ttg/quyet-dinh-qppl/2020/14", "doc/ttg/quyet-dinh/2020/14"]


def test_ministries_that_sign_together_are_the_same_in_any_order(say) -> None:
    said = say(
        "Căn cứ Thông tư liên tịch số 80/2013/TTLT-BTC-BNN ngày 14/06/2013 của Bộ Nông nghiệp và Phát triển nông thôn và"
        " Bộ Tài chính hướng dẫn quản lý kinh phí;\n"
    )
    (work,) = said.works
    assert work.issuer is not None and work.issuer.name == "Bộ Tài chính và Bộ Nông nghiệp và Phát triển nông thôn"
    assert said.citations[0].conflicts == ()


def test_an_act_of_the_assembly_has_the_term_of_its_year(say) -> None:
    """The term that the other laws of the list have is typed on; the mention keeps what it says."""
    found = say(
        "Căn cứ Luật Thuế thu nhập doanh nghiệp sửa đổi bởi Luật số 32/2013/QH15, Luật số 32/2024/QH15 và Luật số 32/2013/QH13."
    )
    assert [each.work for each in found.citations if each.mention.number] == [
        "doc/qh/luat/qh13/32",
        "doc/qh/luat/qh15/32",
        "doc/qh/luat/qh13/32",
    ]
    wrong = found.citations[1]
    assert (wrong.mention.symbol, [(c.field, c.stated, c.other) for c in wrong.conflicts]) == (
        "QH15",
        [("symbol", "QH15", "QH13")],
    )


def test_a_year_that_the_text_writes_otherwise_elsewhere_is_the_slip(say) -> None:
    found = say("Nghị quyết số 254/2025/QH15; Điều 3 Nghị quyết số 254/2025/QH15; Điều 10 Nghị quyết số 254/2015/QH15.")
    assert [each.work for each in found.citations] == ["doc/qh/nghi-quyet/qh15/254"] * 3


def test_a_mere_day_of_another_year_stands_in_the_next_cell(say) -> None:
    """The list says since when a circular no longer holds; its own day would be of the year in its number."""
    found = say("1. Thông tư số 08/2017/TT-BLĐTBXH 08/02/2019; 2. Thông tư số 09/2017/TT-BLĐTBXH 13/3/2017.")
    assert [each.mention.date for each in found.citations] == [None, "2017-03-13"]
