"""Who acts on whom where laws go by their names, and on which provision."""

import pytest

from ontology.records import SELF
from tests.loaders.edges import CIRCULAR, edges, touched


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
