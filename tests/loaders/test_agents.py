"""Who acts on whom: by rank and by year, behind titles, in lists, in clauses that a verb of change opens."""

import pytest

from ontology.records import SELF, Extraction

CIRCULAR = "BỘ TÀI CHÍNH\nSố: 12/2026/TT-BTC\nHà Nội, ngày 05 tháng 3 năm 2026\nTHÔNG TƯ\nQuy định về kho bãi\n\n"
LAW = "QUỐC HỘI\nLuật số: 12/2026/QH16\nLUẬT\nAN TOÀN CẦU CẢNG\n\n"
PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nPhát triển cầu cảng\n\n"
)


def edges(extraction: Extraction) -> set[tuple[str, str, str]]:
    """(subject, predicate, object) with the number alone; `self` as it is; without `cites` of the speaker."""
    short = lambda path: path if path == SELF else path.rsplit("/", 1)[-1]  # noqa: E731
    found = {(short(s.subject), s.predicate, short(s.object)) for s in extraction.statements}
    return {edge for edge in found if edge[:2] != (SELF, "cites")}


def touched(extraction: Extraction) -> set[tuple[str, str, str | None]]:
    return {
        (s.predicate, s.object.rsplit("/", 1)[-1], s.provision) for s in extraction.statements if s.predicate != "cites"
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (  # a decree amends the decree, not the law that it details
            "Căn cứ Nghị định số 78/2025/NĐ-CP của Chính phủ quy định chi tiết Luật Giá số 16/2023/QH15, được sửa đổi, bổ sung "
            "bởi Nghị định số 187/2025/NĐ-CP;",
            {("self", "basedOn", "78"), ("78", "guides", "16"), ("187", "amends", "78")},
        ),
        (  # what a decree cannot amend stands beside it
            "Thực hiện theo quy định tại Nghị định số 11/2004/NĐ-CP và Nghị định số 9/2010/NĐ-CP ngày 08/02/2010 sửa đổi, bổ sung "
            "một số điều của Nghị định số 11/2004/NĐ-CP, Thông tư số 155/2013/TT-BTC ngày 06/11/2013.",
            {("9", "amends", "11")},
        ),
        (  # nor does one decree detail another
            "Căn cứ Nghị định số 11/2025/NĐ-CP quy định chi tiết Luật Giá số 16/2023/QH15, Nghị định số 6/2024/NĐ-CP về kho;",
            {("self", "basedOn", "11"), ("11", "guides", "16"), ("self", "basedOn", "6")},
        ),
        (
            "Nghị định số 31/2011/NĐ-CP ngày 11/5/2011 sửa đổi, bổ sung một số điều của Nghị định số 75/2006/NĐ-CP.",
            {("31", "amends", "75")},
        ),
        ("Thông tư số 37/2017/TT-BTC (được sửa đổi, bổ sung Thông tư số 47/2018/TT-BTC).", {("47", "amends", "37")}),
        ("Thông tư số 18/2019/TT-BTC, sửa đổi, bổ sung theo Thông tư số 19/2022/TT-BTC.", {("19", "amends", "18")}),
        ("Luật số 49/2019/QH14 (sửa đổi Luật số 118/2025/QH15).", {("118", "amends", "49")}),
        ("Nghị định số 2/2025/NĐ-CP (sửa đổi 11/2025/NĐ-CP).", {("11", "amends", "2")}),
        (
            "Luật Giá số 11/2012/QH13 được sửa đổi, bổ sung bởi Luật số 61/2014/QH13; Luật Phí số 97/2015/QH13.",
            {("61", "amends", "11")},
        ),
        (
            "Luật Giá số 11/2012/QH13 được bổ sung bởi Luật số 61/2014/QH13; khoản 1 Điều 3 Luật Phí số 97/2015/QH13.",
            {("61", "amends", "11")},
        ),
        ("Thông tư số 5/2019/TT-BTC được bãi bỏ một phần bởi Thông tư số 9/2022/TT-BTC.", {("9", "repeals", "5")}),
        ("Thông tư số 5/2019/TT-BTC được đính chính tại Quyết định số 77/QĐ-BTC.", {("77", "corrects", "5")}),
        ("Thông tư số 5/2019/TT-BTC được sửa đổi, bồ sung bởi Thông tư số 9/2022/TT-BTC.", {("9", "amends", "5")}),
        ("Thông tư số 5/2019/TT-BTC được thay thế bằng Thông tư này.", {("self", "replaces", "5")}),
        ("Thông tư số 5/2019/TT-BTC bị bãi bỏ bởi Thông tư này.", {("self", "repeals", "5")}),
        (
            "Thông tư này thay thế Thông tư số 5/2019/TT-BTC về quy chuẩn cầu cảng và bãi bỏ Thông tư số 6/2020/TT-BTC.",
            {("self", "replaces", "5"), ("self", "repeals", "6")},
        ),
        (
            "Thông tư này sửa đổi Thông tư số 5/2019/TT-BTC và thay thế Thông tư số 6/2020/TT-BTC.",
            {("self", "amends", "5"), ("self", "replaces", "6")},
        ),
        (  # the amended document ends, not those that amended it
            "Thông tư số 5/2019/TT-BTC đã được sửa đổi, bổ sung bởi Thông tư số 6/2020/TT-BTC hết hiệu lực.",
            {("6", "amends", "5"), ("self", "repeals", "5")},
        ),
        (
            "Thông tư số 5/2019/TT-BTC (sau đây gọi là Thông tư số 5/2019/TT-BTC) hết hiệu lực.",
            {("self", "repeals", "5")},
        ),
        (
            "Thông tư này thay thế Thông tư số 5/2019/TT-BTC; Thông tư số 6/2020/TT-BTC hết hiệu lực.",
            {("self", "replaces", "5"), ("self", "repeals", "6")},
        ),
        (
            "Các Thông tư số 5/2019/TT-BTC ngày 01/2/2019, Thông tư số 6/2020/TT-BTC ngày 01/3/2020 và các văn bản do Bộ ban hành "
            "trước đây trái với Thông tư này đều hết hiệu lực.",
            {("self", "repeals", "5"), ("self", "repeals", "6")},
        ),
        (
            "Bãi bỏ Thông tư số 5/2019/TT-BTC và các Thông tư sửa đổi, bổ sung: Thông tư số 6/2020/TT-BTC.",
            {("self", "repeals", "5"), ("self", "repeals", "6")},
        ),
    ],
)
def test_who_acts(say, sentence, expected) -> None:
    assert edges(say(CIRCULAR + "Điều 1. Nội dung\n" + sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Chi phí tính theo quy định tại Nghị định quy định chi tiết một số điều của Luật Giá số 11/2012/QH13.",
        "Thu theo Nghị định của Chính phủ quy định chi tiết thi hành Luật Giá số 11/2012/QH13.",
        "Nộp theo Luật sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13 và pháp luật khác.",
        "Thông tư sửa đổi, bổ sung một số điều của Luật Giá số 11/2012/QH13.",  # none can
        "Chi theo Kế hoạch triển khai thực hiện Kết luận số 63-KL/TW.",
        "Bãi bỏ văn bản quy phạm pháp luật quy định tại khoản 3 Điều 4 của Luật Giá số 11/2012/QH13.",
        "Khó khăn trong tổ chức thi hành Luật Giá số 11/2012/QH13.",
        "Sửa đổi, bổ sung giấy phép theo mẫu ban hành kèm theo Thông tư số 5/2019/TT-BTC.",
    ],
)
def test_another_document_acts_or_none(say, sentence) -> None:
    assert edges(say(CIRCULAR + "Điều 1. Nội dung\n" + sentence)) == set()


def test_a_plan_sets_a_task_where_a_decision_changes(say) -> None:
    assert edges(say(PLAN + "- Sửa đổi Nghị định số 72/2010/NĐ-CP.")) == set()
    assert edges(say(PLAN + "Kế hoạch này thay thế Kế hoạch số 9/KH-UBND.")) == {(SELF, "replaces", "9")}


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. Bãi bỏ các thủ tục hành chính tại Thông tư số 5/2019/TT-BTC ngày 01/2/2019.",
            {("repeals", "5", None)},
        ),
        (
            "a) Thay thế cụm từ “kho; bãi” bằng cụm từ “cầu cảng” tại khoản 1 Điều 8 của Thông tư số 5/2019/TT-BTC.",
            {("amends", "5", "khoản 1 Điều 8")},
        ),
        (
            "Bãi bỏ cụm từ “kho” tại Điều 2 của Thông tư số 5/2019/TT-BTC; tại khoản 1 Điều 3 của Thông tư số 6/2020/TT-BTC.",
            {("amends", "5", "Điều 2"), ("amends", "6", "khoản 1 Điều 3")},
        ),
        (
            "Thay thế Phụ lục II, Phụ lục III ban hành kèm theo Thông tư số 5/2019/TT-BTC.",
            {("replaces", "5", "Phụ lục II, Phụ lục III")},
        ),
        (
            "Thông tư này có hiệu lực từ ngày 01/7/2026 và thay thế các nội dung có liên quan tại Thông tư số 5/2019/TT-BTC.",
            {("replaces", "5", None)},
        ),
        (
            "Sửa đổi, bổ sung, bãi bỏ một số điều, khoản của Thông tư số 5/2019/TT-BTC",
            {("amends", "5", None)},
        ),
    ],
)
def test_a_verb_of_change_opens_the_clause(say, clause, expected) -> None:
    assert touched(say(CIRCULAR + "Điều 1. Nội dung\n" + clause)) == expected


DOCUMENTS = (
    "a) Thông tư số 5/2019/TT-BTC ngày 01/2/2019 của Bộ trưởng Bộ Tài chính về kho;\n"
    "b) Khoản 2 Điều 3 Thông tư số 6/2020/TT-BTC ngày 01/3/2020 của Bộ trưởng Bộ Tài chính về bãi.\n"
)


@pytest.mark.parametrize(
    ("lead", "predicate"),
    [
        ("2. Các Thông tư sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:", "repeals"),
        ("2. Kể từ ngày Thông tư này có hiệu lực, các quy định sau hết hiệu lực thi hành:", "repeals"),
        ("2. Thông tư này thay thế các Thông tư sau:", "replaces"),
        ("2. Bãi bỏ các Thông tư sau đây:", "repeals"),
        ("Thực hiện các văn bản chỉ đạo sau:", "implements"),
    ],
)
def test_a_lead_in_governs_its_list(say, lead, predicate) -> None:
    found = say(CIRCULAR + f"Điều 1. Hiệu lực\n{lead}\n{DOCUMENTS}")
    assert edges(found) == {(SELF, predicate, "5"), (SELF, predicate, "6")}


def test_a_lead_in_names_the_document_that_its_list_changed(say) -> None:
    text = (
        "Luật Giá số 11/2012/QH13 ngày 20/6/2012, được sửa đổi, bổ sung bởi:\n"
        "1. Luật số 61/2014/QH13 ngày 26/11/2014 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2015;\n"
        "2. Luật số 64/2020/QH14 ngày 18/6/2020 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2021.\n"
        "Khoản này được sửa đổi theo quy định tại khoản 2 Điều 1 của Luật số 64/2020/QH14, có hiệu lực kể từ ngày "
        "01 tháng 01 năm 2021."
    )
    found = {(s.subject[-2:], s.object[-4:], s.effective) for s in say(text).statements if s.predicate == "amends"}
    assert found == {("61", "3/11", "2015-07-01"), ("64", "3/11", "2021-01-01"), ("64", SELF, "2021-01-01")}


def test_the_day_on_which_one_document_ends_is_not_the_day_on_which_another_began(say) -> None:
    found = say(
        CIRCULAR
        + "Điều 1. Thông tư số 5/2019/TT-BTC được sửa đổi bởi Thông tư số 6/2020/TT-BTC hết hiệu lực từ ngày 01/7/2026."
    )
    days = {(s.predicate, s.effective) for s in found.statements if s.predicate != "cites"}
    assert days == {("amends", None), ("repeals", "2026-07-01")}


def test_a_preamble_goes_on_without_its_word(say) -> None:
    found = say(
        CIRCULAR + "Căn cứ Nghị định số 1/2008/NĐ-CP ngày 03/01/2008 của Chính phủ;\n"
        "Nghị định số 75/2009/NĐ-CP ngày 10/9/2009 của Chính phủ;\n"
    )
    assert edges(found) == {(SELF, "basedOn", "1"), (SELF, "basedOn", "75")}


def test_labels_of_rows_and_keys(say) -> None:
    text = (
        "| Căn cứ pháp lý | Nghị định số 1/2008/NĐ-CP (sửa đổi bởi Nghị định số 75/2009/NĐ-CP); Nghị định số 9/2010/NĐ-CP |\n"
        "| **Thay thế** | Thông tư số 5/2019/TT-BTC |\n"
        "| Lĩnh vực | Nghị định số 8/2010/NĐ-CP |\n"
    )
    expected = {(SELF, "basedOn", "1"), (SELF, "basedOn", "9"), ("75", "amends", "1"), (SELF, "replaces", "5")}
    assert edges(say(CIRCULAR + text)) == expected
    keyed = "can_cu_phap_ly:\n  - Nghị định số 1/2008/NĐ-CP\n  - Nghị định số 9/2010/NĐ-CP\n"
    assert edges(say(keyed)) == {(SELF, "basedOn", "1"), (SELF, "basedOn", "9")}


ITEMS = "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 5/2019/TT-BTC\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ITEMS + "1. Bãi bỏ khoản 3; sửa đổi, bổ sung khoản 4; bổ sung khoản 6 Điều 9.\n",
            {("amends", "5", None), ("repeals", "5", "khoản 3 Điều 9"), ("amends", "5", "khoản 6 Điều 9")},
        ),
        (
            ITEMS
            + "1. Sửa đổi khoản 2 Điều 9 (đã được sửa đổi tại khoản 7 Điều 1 Thông tư số 6/2020/TT-BTC) như sau:\n",
            {("amends", "5", None), ("amends", "5", "khoản 2 Điều 9")},
        ),
        (
            "Điều 1. Bãi bỏ một số điều, khoản của Thông tư số 5/2019/TT-BTC như sau:\n\na) Khoản 2 Điều 9;\n\nb) Điều 7.\n",
            {("repeals", "5", None), ("repeals", "5", "Khoản 2 Điều 9"), ("repeals", "5", "Điều 7")},
        ),
    ],
)
def test_items_below_a_head(say, text, expected) -> None:
    found = {each for each in touched(say(CIRCULAR + text)) if each[2] != "khoản 4 Điều 9"}
    assert found == expected


def test_what_another_circular_changed_before_is_said_of_it(say) -> None:
    item = "1. Sửa đổi khoản 2 Điều 9 (đã được sửa đổi tại khoản 7 Điều 1 Thông tư số 6/2020/TT-BTC) như sau:\n"
    found = [s for s in say(CIRCULAR + ITEMS + item).statements if s.subject.endswith("/6")]
    assert [(s.predicate, s.object[-2:], s.provision) for s in found] == [("amends", "/5", "khoản 2 Điều 9")]


@pytest.mark.parametrize(
    ("law", "name"),
    [
        ("Luật bổ sung một số điều của Luật Giá ngày 18 tháng 6 năm 2020", None),
        ("Luật sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 09 tháng 11 năm 2022", None),
        ("Luật sửa đổi, bổ sung một số điều của 10 luật có liên quan đến an ninh, trật tự", None),
        ("Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch số 35/2018/QH14", "35"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư và Luật Đấu thầu số 57/2024/QH15", "57"),
        ("Luật hàng không ngày 29 tháng 6 năm 2006", None),
    ],
)
def test_a_law_is_cited_by_its_whole_name(say, law, name) -> None:
    found = say(CIRCULAR + f"Căn cứ {law};\n")
    (citation,) = found.citations
    printed = found.text[citation.mention.span.start : citation.mention.date_end or citation.mention.span.end]
    assert (printed, citation.mention.number) == (law, name)
    assert [(s.subject, s.predicate) for s in found.statements] == [(SELF, "basedOn")]


def test_a_bare_name_means_the_law_in_force_when_the_words_were_written(say) -> None:
    found = say(
        CIRCULAR + "Căn cứ Luật Đầu tư số 143/2025/QH15;\n"
        "Căn cứ Nghị định số 31/2021/NĐ-CP ngày 26/3/2021 của Chính phủ quy định chi tiết Luật Đầu tư;\n"
        "Điều 1. Dự án theo Luật Đầu tư số 61/2020/QH14 được điều chỉnh theo quy định của Luật Đầu tư.\n"
    )
    meant = [c.work.rsplit("/", 1)[-1] for c in found.citations if c.mention.form == "named"]
    assert meant == ["61", "143"]


def test_a_law_that_only_amends_is_not_meant_by_the_name(say) -> None:
    found = say(
        CIRCULAR + "Căn cứ Luật Giáo dục số 43/2019/QH14 được sửa đổi, bổ sung bởi Luật số 123/2025/QH15;\n"
        "Điều 1. Trường lớp theo quy định của Luật Giáo dục.\n"
    )
    (named,) = [c for c in found.citations if c.mention.form == "named"]
    assert named.work.endswith("/43")


@pytest.mark.parametrize(
    ("change", "provision"),
    [
        ("Bổ sung Điều 70a vào sau Điều 70 của Thông tư số 5/2019/TT-BTC", "Điều 70a"),
        ("Bổ sung khoản 5 vào sau khoản 4 Điều 7 của Thông tư số 5/2019/TT-BTC", "khoản 5 Điều 7"),
        (
            "Bãi bỏ điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 2 Chương III của Thông tư số 5/2019/TT-BTC",
            "điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 2 Chương III",
        ),
    ],
)
def test_the_provision_that_is_new_and_the_whole_of_it(say, change, provision) -> None:
    assert {each[2] for each in touched(say(CIRCULAR + "Điều 1. Nội dung\n" + change))} == {provision}


def test_in_a_title_too_a_generic_law_amends_and_not_the_titled_decree(say) -> None:
    found = say(
        CIRCULAR
        + "Căn cứ Nghị định số 36/2019/NĐ-CP ngày 29/4/2019 của Chính phủ quy định chi tiết Luật sửa đổi, bổ sung "
        "một số điều của Luật Giá số 11/2012/QH13;\n"
    )
    assert ("36", "amends", "11") not in edges(found)


def test_several_documents_do_not_speak(say) -> None:
    found = say(CIRCULAR + "Căn cứ Thông tư số 5/2019/TT-BTC;\nĐiều 1. Hồ sơ theo các Thông tư này được giữ lại.\n")
    assert [c.work for c in found.citations if c.mention.form == "anaphor"] == []


def test_a_body_goes_on_over_the_end_of_a_line(say) -> None:
    found = say(CIRCULAR + "Căn cứ Thông tư số 5/2019/TT-BYT ngày 01/2/2019 của Bộ\nY tế quy định về kho;\n")
    assert [c.mention.issuer.name for c in found.citations] == ["Bộ Y tế"]


def test_the_number_of_a_provision_counts_no_documents(say) -> None:
    found = say(CIRCULAR + "Điều 1. Hồ sơ nộp theo khoản 2 Điều 14 Thông tư này được giữ lại.\n")
    assert [c.work for c in found.citations if c.mention.form == "anaphor"] == ["self"]


def test_a_colon_opens_the_list_of_those_that_changed_a_law(say) -> None:
    found = say(
        CIRCULAR + "Căn cứ Luật Nhà ở số 11/2031/QH17 được sửa đổi, bổ sung bởi: Luật số 12/2032/QH17; Luật số "
        "13/2033/QH17;\nĐiều 1. Hồ sơ được giữ lại.\n"
    )
    changed = [(s.subject, s.object) for s in found.statements if s.predicate == "amends"]
    assert changed == [
        ("doc/qh/luat/qh17/12", "doc/qh/luat/qh17/11"),
        ("doc/qh/luat/qh17/13", "doc/qh/luat/qh17/11"),
    ]


def test_the_day_behind_a_list_holds_for_all_of_it(say) -> None:
    found = say(
        CIRCULAR
        + "Điều 1. Thông tư số 5/2019/TT-BTC ngày 3 tháng 2 năm 2019 quy định về hồ sơ; Thông tư số 6/2020/TT-BTC "
        "ngày 4 tháng 3 năm 2020 quy định về phí hết hiệu lực kể từ ngày 05 tháng 6 năm 2031.\n"
    )
    ended = [(s.object.rsplit("/", 1)[1], s.effective) for s in found.statements if s.predicate == "repeals"]
    assert ended == [("5", "2031-06-05"), ("6", "2031-06-05")]


def test_a_decree_guides_no_law_of_a_later_year(say) -> None:
    found = say(
        CIRCULAR
        + "Căn cứ Luật Hải sâm số 11/2031/QH17;\nĐiều 1. Bãi bỏ Thông tư số 5/2019/TT-BTC ngày 3 tháng 2 năm 2019 "
        "của Bộ trưởng Bộ Tài chính quy định chi tiết Luật Hải sâm.\n"
    )
    guided = [s.object for s in found.statements if s.predicate == "guides"]
    assert guided == ["doc/qh/luat/_/hai-sam"]


def test_nobody_counts_what_guides_a_law(say) -> None:
    found = say(CIRCULAR + "Điều 1. Việc khác theo Luật Giá, các Nghị định, Thông tư hướng dẫn Luật Giá.\n")
    assert [s for s in found.statements if s.predicate == "guides"] == []


def test_annexes_are_counted_to_the_last(say) -> None:
    found = say(
        CIRCULAR
        + "Điều 1. Thay thế Phụ lục II, III, IV và VII ban hành kèm theo Thông tư số 5/2019/TT-BTC bằng Phụ lục "
        "của Thông tư này.\n"
    )
    assert [s.provision for s in found.statements if s.predicate == "replaces"] == ["Phụ lục II, III, IV và VII"]


def test_a_change_concerns_a_matter_of_the_document(say) -> None:
    found = say(
        CIRCULAR
        + "Căn cứ Nghị định số 5/2023/NĐ-CP ngày 9 tháng 1 năm 2023 của Chính phủ sửa đổi, bổ sung một số điều quy "
        "định về thủ tục của Nghị định số 43/2020/NĐ-CP;\nĐiều 1. Hồ sơ được giữ lại.\n"
    )
    changed = [(s.subject, s.object) for s in found.statements if s.predicate == "amends"]
    assert changed == [("doc/cp/nghi-dinh/2023/5", "doc/cp/nghi-dinh/2020/43")]


def test_an_aside_behind_a_title_that_a_line_end_cut(say) -> None:
    found = say(
        CIRCULAR + "Điều 1. Bãi bỏ Điều 4 Thông tư số 5/2019/TT-BTC ngày 3 tháng 2 năm 2019 quy định về phí hồ sơ;\n"
        "lệ phí hồ sơ và kho bạc (đã được sửa đổi, bổ sung tại Thông tư số 6/2020/TT-BTC).\n"
    )
    changed = [(s.subject, s.object) for s in found.statements if s.predicate == "amends"]
    assert changed == [("doc/btc/thong-tu/2020/6", "doc/btc/thong-tu/2019/5")]


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("Bãi bỏ Điều 4, khoản 5 Điều 6 Thông tư số 5/2019/TT-BTC", "Điều 4, khoản 5 Điều 6"),
        ("Bãi bỏ Điều 4; khoản 5 Điều 6 và Điều 7 Thông tư số 5/2019/TT-BTC", "Điều 4; khoản 5 Điều 6 và Điều 7"),
        (
            "Bãi bỏ Chương II và các điều từ Điều 8 đến Điều 12 Thông tư số 5/2019/TT-BTC",
            "Chương II và các điều từ Điều 8 đến Điều 12",
        ),
        ("Khoản 5 Điều 6 và khoản 1 Điều 7 Thông tư số 5/2019/TT-BTC hết hiệu lực", "Khoản 5 Điều 6 và khoản 1 Điều 7"),
        ("Điều 6 và Phụ lục II kèm theo Thông tư số 5/2019/TT-BTC hết hiệu lực", "Điều 6 và Phụ lục II"),
    ],
)
def test_every_provision_that_ends_is_told(say, sentence: str, provision: str) -> None:
    found = say(CIRCULAR + f"Điều 1. Hiệu lực\n1. {sentence} kể từ ngày 05 tháng 6 năm 2031.\n")
    assert [s.provision for s in found.statements if s.predicate == "repeals"] == [provision]


def test_the_own_day_is_that_of_the_own_type(say) -> None:
    found = say(
        CIRCULAR
        + "Điều 1. Hồ sơ\nQuyết định này có hiệu lực kể từ ngày ký.\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực "
        "từ ngày 05 tháng 6 năm 2031.\nThông tư số 5/2019/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực.\n"
    )
    assert [s.effective for s in found.statements if s.predicate == "repeals"] == ["2031-06-05"]
