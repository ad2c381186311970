"""How acts of before 1997, and clerks in a hurry, cite: the body before the number, a type code glued to it, who signed
before the day."""

import pytest

from ontology.records import Citation, Extraction, Issuer, Work


def one(extraction: Extraction) -> Citation:
    (citation,) = extraction.citations
    return citation


def issuer(extraction: Extraction) -> Issuer | None:
    (work,) = (work for work in extraction.works if work.id == one(extraction).work)
    assert isinstance(work, Work)
    return work.issuer


@pytest.mark.parametrize(
    ("cited", "work"),
    [
        ("Nghị định của Hội đồng Chính phủ số 24-CP ngày 2-2-1976", "doc/cp/nghi-dinh/1976/24"),
        ("Quyết định của Hội đồng Bộ trưởng số 122-HĐBT ngày 4/10/1986", "doc/hdbt/quyet-dinh/1986/122"),
        ("Nghị quyết Hội đồng Chính phủ số 125-CP ngày 28/6/1971", "doc/cp/nghi-quyet/1971/125"),
        ("Chỉ thị của Thủ tướng Chính phủ số 10-TTg ngày 3/4/1960", "doc/ttg/chi-thi/1960/10"),
        ("Quyết định của Chủ tịch Hội đồng Bộ trưởng số 90-CT ngày 4/4/1987", "doc/cthdbt/quyet-dinh/1987/90"),
        ("Thông tư liên Bộ Y tế - Tài chính số 40-TT/LB ngày 1/10/1975", "doc/lien-bo/thong-tu-lien-tich/_/40"),
    ],
)  # fmt: skip
def test_the_body_between_an_old_type_and_its_number(say, cited, work) -> None:
    extraction = say(f"Căn cứ {cited};")
    span, _, _ = cited.partition(" ngày")
    assert (one(extraction).mention.span.of(extraction.text), one(extraction).work) == (span, work)


def test_a_body_between_type_and_number_issued_the_document(say) -> None:
    extraction = say("Căn cứ Quyết định của Ủy ban nhân dân tỉnh Sơn La số 12/QĐ-UBND ngày 2/3/2031;")
    assert (named := issuer(extraction)) is not None and named.name == "Ủy ban nhân dân tỉnh Sơn La"


def test_a_body_of_another_kind_between_keeps_the_number_apart(say) -> None:
    extraction = say("Căn cứ quyết định của cấp trên số 24-CP ngày 2-2-1976;")
    assert one(extraction).mention.span.of(extraction.text) == "số 24-CP"


@pytest.mark.parametrize(
    ("cited", "number", "symbol"),
    [
        ("Nghị quyết số 10NQ/TW", "10", "NQ/TW"),
        ("Chỉ thị 100CT/TW", "100", "CT/TW"),
        ("Quyết định số 123QĐ/UB", "123", "QĐ-UB"),
        ("Luật Hải quan số 54/2014/QH-13", "54", "QH13"),
        ("Nghị định số 66/2031NĐ-CP", "66", "NĐ-CP"),
        ("Luật số 144/2025QH15", "144", "QH15"),
        ("Quyết định số 1157KT/CTN", "1157", "KT-CTN"),
        ("Quyết định số 54VH/QĐ", "54", "VH-QĐ"),
        ("Quyết định số 702/QĐ - TTg", "702", "QĐ-TTg"),
    ],
)
def test_symbols_printed_in_other_ways(say, cited, number, symbol) -> None:
    extraction = say(f"Cơ quan thực hiện {cited}.")
    mention = one(extraction).mention
    assert (mention.span.of(extraction.text), mention.number, mention.symbol) == (cited, number, symbol)


@pytest.mark.parametrize(
    ("cited", "date"),
    [
        ("Nghị định 96/CP do Thủ tướng Trần Văn Bình ký ngày 11 tháng 9 năm 1997", "1997-09-11"),
        ("Nghị định số 279/2031/NĐ-CP được Chính phủ ban hành ngày 12 tháng 7 năm 2031", "2031-07-12"),
        ("Giấy phép số 586/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 13/12/2022", "2022-12-13"),
        ("Nghị quyết số 173/2024/QH15 của Quốc hội khóa XV thông qua ngày 30/11/2024", "2024-11-30"),
        ("Nghị quyết số 16/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội Việt Nam, ban hành ngày 16/6/2025", "2025-06-16"),
        ("Quyết định 7291/QĐ-BYT năm 2018 ngày 07 tháng 12 năm 2018 của Bộ Y tế", "2018-12-07"),
        ("Quyết định số 122-HĐBT ngày ngày 4 tháng 10 năm 1986", "1986-10-04"),
        ("Nghị định số 72/2031/NĐ-CP ngày 16/6 2031", "2031-06-16"),
        ("Nghị quyết số 57-NQ/TW ngày 22 tháng 12 nám 2024", "2024-12-22"),
        ("Nghị định số 214/2025/NĐ-CP ngày 04'tháng 8 năm 2025", "2025-08-04"),
        ("Nghị định số 214/2015/NĐ-CP ngày 1 9/6/2015", "2015-06-19"),
        ("Quy định 105-QĐ/TW 2017 của Ban Chấp hành Trung ương", "2017"),
    ],
)  # fmt: skip
def test_where_the_day_stands(say, cited, date) -> None:
    assert one(say(f"Cơ quan thực hiện {cited}.")).mention.date == date


@pytest.mark.parametrize(
    ("cited", "number", "year"), [("Nghị định 23-2006", "23", "2006"), ("Chỉ thị 11-2012", "11", "2012")]
)
def test_a_year_behind_a_dash(say, cited, number, year) -> None:
    mention = one(say(f"Cơ quan thực hiện {cited} của Chính phủ.")).mention
    assert (mention.form, mention.number, mention.year) == ("short", number, year)


def test_a_glued_symbol_of_the_government(say) -> None:
    mention = one(say("Năm 1994 có Nghị định số 08CP về nhiệm vụ của Bộ.")).mention
    assert (mention.number, mention.symbol) == ("08", "CP")


def test_the_standing_body_of_a_council_before_its_code(say) -> None:
    extraction = say(
        "Xét đề nghị của Thường trực Hội đồng nhân dân tỉnh Sơn La tại Tờ trình số 36/TTr-HĐND ngày 02/7/2031;"
    )
    assert (named := issuer(extraction)) is not None and named.name == "Thường trực Hội đồng nhân dân tỉnh Sơn La"


def test_who_signed_for_a_body_is_no_other_body(say) -> None:
    citation = one(
        say("Theo Nghị định 96/CP do Thủ tướng Trần Văn Bình ký ngày 11 tháng 9 năm 1997, cơ quan có kế hoạch.")
    )
    assert (citation.work, citation.conflicts) == ("doc/cp/nghi-dinh/1997/96", ())


def test_an_amending_law_that_leaves_a_word_out(say) -> None:
    extraction = say("Căn cứ Luật Sửa đổi, bổ sung một số điều Luật Điện lực số 57/2010/QH12;")
    assert one(extraction).mention.span.of(extraction.text).startswith("Luật Sửa đổi")


def test_a_misread_word_is_nearer_than_another_one(say) -> None:
    extraction = say("Nội dung chi theo quy định tại Quyêt định sô 417/QĐ-BYT ngày 3/4/2031.")
    assert one(extraction).mention.span.of(extraction.text) == "Quyêt định sô 417/QĐ-BYT"


@pytest.mark.parametrize("quotes", ["“”", '""'])
def test_an_ordinance_with_a_quotation_in_its_name(say, quotes) -> None:
    name = f"Pháp lệnh Quy định danh hiệu vinh dự Nhà nước {quotes[0]}Bà mẹ Việt Nam anh hùng{quotes[1]}"
    extraction = say(f"Chế độ thực hiện theo quy định tại {name} ngày 29/8/1994.")
    assert one(extraction).mention.span.of(extraction.text) == name


def test_less_said_of_a_body_is_no_contradiction(say) -> None:
    extraction = say(
        "Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương. Thực hiện Kế hoạch số 02-KH/BCĐTW của Ban "
        "Chỉ đạo, các sở báo cáo."
    )
    assert [c.conflicts for c in extraction.citations] == [(), ()]


def test_what_a_clause_says_is_no_other_title(say) -> None:
    dated = "Nghị định số 73/2024/NĐ-CP ngày 30/6/2024 của Chính phủ quy định mức lương cơ sở đối với cán bộ, công chức, viên chức."
    clause = (
        "Nghị định số 73/2024/NĐ-CP quy định về kinh phí chi tiền thưởng hằng quý, nguồn bảo đảm và cách tính toán."
    )
    extraction = say(f"{dated}\n{clause}\n{clause}")
    assert [c.conflicts for c in extraction.citations] == [(), (), ()]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Thành ủy Thành phố Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh"),
        ("Thành ủy thành phố Hải Phòng", "Thành ủy Hải Phòng"),
        ("Ban Thường vụ Thành ủy", "Ban Thường vụ Thành ủy"),
    ],
)
def test_the_party_committee_of_a_city(say, body, name) -> None:
    extraction = say(f"Thực hiện Thông tri số 02-TT/TU ngày 03/10/2031 của {body} về công tác phụ nữ.")
    assert (named := issuer(extraction)) is not None and named.name == name


@pytest.mark.parametrize(
    ("sentence", "date", "name"),
    [
        (
            "Ngày 17/9/2031, Chủ tịch Viện Khoa học xã hội Việt Nam có Quyết định số 1038/QĐ-KHXH lập Nhà xuất bản.",
            "2031-09-17",
            "Viện Khoa học xã hội Việt Nam",
        ),
        ("Ngày 12/5/2031, Thủ tướng Chính phủ ký ban hành Nghị định số 62/2031/NĐ-CP.", "2031-05-12", "Chính phủ"),
        ("Theo Sắc lệnh số 34-NV của Chủ tịch Chính phủ liên hiệp kháng chiến ký, Cục ra đời.", None, "Chủ tịch nước"),
        ("Xem thêm:\n- Quyết định 3389/QĐ-BTC năm 2031\n- Luật Quản lý thuế", "2031", "Bộ Tài chính"),
        ("Xem thêm:\n- Kế hoạch 12/KH-BTC năm 2031\n- Luật Quản lý thuế", None, "Bộ Tài chính"),
    ],
)
def test_who_and_when_as_papers_tell_it(say, sentence, date, name) -> None:
    extraction = say(sentence)
    citation = extraction.citations[0]
    (work,) = (work for work in extraction.works if work.id == citation.work)
    assert (work.date, work.issuer.name if work.issuer else None, citation.conflicts) == (date, name, ())
