"""Names, bodies and symbols as scans and careless typing bring them, and where a name is over."""

import pytest


def only(say, sentence):
    (citation,) = say(sentence).citations
    return citation


@pytest.mark.parametrize(
    ("sentence", "name", "work"),
    [
        (
            "Căn cứ Luật Tô chức Chính phú ngày 19/6/2015;",
            "Tổ chức Chính phủ",
            "doc/qh/luat/qh13/76",
        ),
        ("Căn cứ Luật Đâu tư công và các văn bản khác;", "Đầu tư công", "doc/qh/luat/_/dau-tu-cong"),
        ("theo Luật Xe đạp thồ và đáp ứng các điều kiện.", "Xe đạp thồ", "doc/qh/luat/_/xe-dap-tho"),
    ],
)
def test_a_law_by_the_letters_of_its_name(say, sentence, name, work) -> None:
    citation = only(say, sentence)
    assert (citation.mention.name, citation.work) == (name, work)


@pytest.mark.parametrize(
    ("tail", "issuer"),
    [
        ("của Chính phú về việc tinh giản", "Chính phủ"),
        ("của Bộ Y tê quy định", "Bộ Y tế"),
        ("của Ùy ban nhân dân tỉnh Sơn La về việc", "Ủy ban nhân dân tỉnh Sơn La"),
        ("của Cục Kỹ thuật an toàn môi trường cấp;", "Cục Kỹ thuật an toàn môi trường"),
        ("của Cục Kỹ thuật an toàn môi trường cấp cho đơn vị", "Cục Kỹ thuật an toàn môi trường"),
        ("của Hội đồng khoa học cấp Nhà nước ký.", "Hội đồng khoa học cấp Nhà nước"),
        ("của Trung tâm Ứng dụng khoa học phê duyệt.", "Trung tâm Ứng dụng khoa học"),
        ("của Văn phòng đăng ký đất đai ban hành.", "Văn phòng đăng ký đất đai"),
    ],
)
def test_a_body_ends_before_what_it_did(say, tail, issuer) -> None:
    citation = only(say, f"Giấy phép số 12/GP-ABC ngày 3/2/2024 {tail}")
    assert citation.mention.issuer is not None
    assert citation.mention.issuer.name == issuer


@pytest.mark.parametrize(
    ("printed", "kind", "symbol"),
    [
        ("Nghị định số 64/2015/NDD-CP", "Nghị định", "NĐ-CP"),
        ("Quyết định số 12/QDD-UBND", "Quyết định", "QĐ-UBND"),
        ("Quyết định số 8/QĐ-TTE", "Quyết định", "QĐ-TTg"),
        ("Văn bản số 12/BC-UBND", "Báo cáo", "BC-UBND"),
        ("Văn bản số 12/UBND-KT", "Công văn", "UBND-KT"),
    ],
)
def test_what_a_symbol_proves(say, printed, kind, symbol) -> None:
    mention = only(say, f"Thực hiện {printed} ngày 6/8/2015.").mention
    assert (mention.type, mention.symbol) == (kind, symbol)


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("quy định nhiệm vụ, tổ chức bộ máy, biên chế;", "quy định nhiệm vụ, tổ chức bộ máy, biên chế"),
        ("về phòng ngừa, phòng chống cháy rừng.", "phòng ngừa, phòng chống cháy rừng"),
        ("về đổi mục đích sử dụng đất, Phó Thủ tướng Lê Văn B có ý kiến.", "đổi mục đích sử dụng đất"),
        ("về đổi mục đích sử dụng đất, Sở Công Thương báo cáo.", "đổi mục đích sử dụng đất"),
    ],
)
def test_a_title_goes_on_until_a_body_acts(say, behind, title) -> None:
    assert only(say, f"Nghị định số 4/2006/NĐ-CP ngày 2/4/2006 của Chính phủ {behind}").mention.title == title


def test_an_aside_says_what_became_of_a_law(say) -> None:
    said = say("Căn cứ Luật Biển Việt Nam số 18/2012/QH13 (sửa đổi, bổ sung tại Luật số 72/2025/QH15);")
    assert ("doc/qh/luat/qh15/72", "amends", "doc/qh/luat/qh13/18") in {
        (s.subject, s.predicate, s.object) for s in said.statements
    }
    assert [c.mention.title for c in said.citations] == [None, None]


def test_an_amending_law_and_its_date_as_a_scan_shows_them(say) -> None:
    mention = only(say, "Căn cứ Luật sửa đồi, bô sung một số điều của Luật Giá ngày 22 tháng IÌ năm 2019;").mention
    assert (mention.form, mention.date) == ("named", "2019-11-22")


def test_letters_of_an_old_font(say) -> None:
    assert only(say, "theo Nghị định số 5/2020/NĐ-CP ngày 3/4/2020 về nhà nƣớc.").mention.title == "nhà nước"


def test_a_committee_of_standards_is_no_communique(say) -> None:
    assert say("do Ban kỹ thuật đo lường TC 8 biên soạn.").citations == ()


def test_a_title_with_a_capital_behind_its_body(say) -> None:
    mention = only(say, "Quy định số 48-QĐ/ĐU ngày 03/4/2019 của Đảng ủy Sở Quy định về đối thoại.").mention
    assert mention.issuer is not None
    assert (mention.issuer.name, mention.title) == ("Đảng ủy Sở", "Quy định về đối thoại")


def test_a_decree_that_a_scan_says_to_detail_a_law(say) -> None:
    said = say("Nghị định số 9/2017/NĐ-CP của Chính phủ quy định chỉ tiết thi hành Luật Thi đua, khen thưởng.")
    law = said.citations[1].work
    assert ("doc/cp/nghi-dinh/2017/9", "guides", law) in {(s.subject, s.predicate, s.object) for s in said.statements}


def test_keys_above_a_text_do_not_run_together(say) -> None:
    mention = only(
        say, "---\ntitle: Sửa Nghị định 7/2015/NĐ-CP về nghề cá\ndate: 2026-05-12\n---\n\nTóm tắt.\n"
    ).mention
    assert mention.title == "nghề cá"


def test_a_number_on_the_line_below_its_word(say) -> None:
    (citation,) = say("Nghị quyết sô\n01/NQ-CP ngày 8/1/2024 của Chính phủ.\n").citations
    assert (citation.mention.number, citation.mention.date) == ("01", "2024-01-08")


@pytest.mark.parametrize("figures", ["1 25", "I 25", "l 25", "Ì 25"])
def test_the_first_figure_that_a_scan_prints_apart(say, figures) -> None:
    citation = only(say, f"Căn cứ Nghị quyết số {figures}/2025/QH15;")
    assert (citation.mention.number, citation.work) == ("125", "doc/qh/nghi-quyet/qh15/125")
