"""One document written in several ways stays one; two documents stay two."""

import pytest


def works(say, text, place="Sơn La"):
    return [c.work for c in say(text, place).citations]


def test_the_code_of_a_central_body_beats_a_slip_in_the_words_behind_it(say) -> None:
    extraction = say("Thực hiện Quyết định số 5/QĐ-TTg ngày 31/12/2031 của Chính phủ;")
    (citation,) = extraction.citations
    assert citation.work == "doc/ttg/quyet-dinh/2031/5"
    assert citation.mention.issuer is not None
    assert citation.mention.issuer.name == "Chính phủ"
    assert [(c.field, c.stated, c.other) for c in citation.conflicts] == [
        ("issuer", "Chính phủ", "Thủ tướng Chính phủ"),
    ]


def test_a_scan_of_a_ministry_is_that_ministry(say) -> None:
    assert works(say, "Thông tư số 13/2031/TT-BGDĐT của Bộ Giáo duc và Đào lao") == ["doc/bgddt/thong-tu/2031/13"]


def test_a_body_of_its_own_may_have_the_code_of_a_ministry(say) -> None:
    (work,) = works(say, "Quyết định số 12/QĐ-BTC ngày 2/3/2031 của Ban Tổ chức giải bóng đá")
    assert work.startswith("doc/x.ban-to-chuc-giai-bong-da")


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Theo Thông tư số 02/2031/TT-BCT và Thông tư 02/TT-BCT năm 2031.", "doc/bct/thong-tu/2031/2"),
        ("Theo Nghị định số 184/NĐ-CP; căn cứ Nghị định số 184/2031/NĐ-CP.", "doc/cp/nghi-dinh/2031/184"),
        ("Thông tư số 141/2031/TT- hoạt động, Thông tư số 141/2031/TT-BTC.", "doc/btc/thong-tu/2031/141"),
        (
            "Tờ trình số 96/TTr-NL ngày 18/03/2031 của Công ty Cổ phần Nắng Ấm; Tờ trình số 96/TTr-NL ngày 18/03/2031 của "
            "Công ty CP Nắng Ấm.",
            "doc/x.cong-ty-co-phan-nang-am/to-trinh/2031/96",
        ),
    ],
)
def test_one_document_written_in_two_ways(say, text, work) -> None:
    extraction = say(text)
    assert [c.work for c in extraction.citations] == [work, work]
    assert [c.conflicts for c in extraction.citations] == [(), ()]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 14/2031/QĐ-TTg và Quyết định số 14/QĐ-TTg ngày 3/4/2031.",
        "Nghị định số 184/NĐ-CP; Nghị định số 184/2031/NĐ-CP và Nghị định số 184/2030/NĐ-CP.",
        "Thông tư số 7/2031/TT-BYT và Thông tư số 7/2031/TT-BTC.",
        "Quyết định số 7/QĐ-UBND ngày 3/4/2031 của UBND tỉnh Sơn La và Quyết định số 7/QĐ-UBND ngày 3/4/2031 của UBND tỉnh Lào Cai.",
        "Tờ trình số 96/TTr-NL ngày 18/03/2031 của Công ty Nắng Ấm; Tờ trình số 96/TTr-NL ngày 19/05/2031 của Công ty Năm Lá.",
    ],
)
def test_documents_that_look_alike_stay_apart(say, text) -> None:
    found = works(say, text)
    assert len(set(found)) == len(found)


def test_a_body_and_its_forerunner_are_no_contradiction(say) -> None:
    extraction = say("Quyết định số 130-CP ngày 20/6/1975 của Hội đồng Chính phủ; Quyết định số 130-CP nêu trên.")
    assert {c.work for c in extraction.citations} == {"doc/cp/quyet-dinh/1975/130"}
    assert [c.conflicts for c in extraction.citations] == [(), ()]


def test_the_year_of_the_report_is_no_part_of_the_title_it_reports_on(say) -> None:
    extraction = say("Kết quả thực hiện Quyết định số 5/QĐ-TTg về Chiến lược nghề cá đến năm 2035 năm 2031\n")
    assert extraction.works[0].title == "Chiến lược nghề cá đến năm 2035"


def test_a_law_is_never_of_a_ministry(say) -> None:
    [citation, *_] = say("Công văn năm 2031 hướng dẫn Luật Hội làng 2029 do Bộ Nội vụ ban hành").citations
    assert citation.work == "doc/qh/luat/2029/hoi-lang"


def test_one_number_of_a_term_with_two_years_is_one_document_and_a_slip(say) -> None:
    found = say(
        "Căn cứ Nghị quyết số 202/2022/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội;\n"
        "Việc này theo Điều 3 Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội.\n"
    )
    (work,) = found.works
    assert (work.id, work.year) == ("doc/qh/nghi-quyet/qh15/202", "2025")
    assert [[(c.field, c.stated, c.other) for c in each.conflicts] for each in found.citations] == [
        [("number", "202/2022/QH15", "202/2025/QH15")],
        [],
    ]
