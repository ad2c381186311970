"""What a change touches and from when it holds."""

import pytest


def changes(extraction):
    return [(s.predicate, s.provision, s.effective) for s in extraction.statements if s.predicate != "cites"]


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        (
            "Bãi bỏ khoản 2 Điều 5 Nghị định số 11/2019/NĐ-CP kể từ ngày 01 tháng 7 năm 2025.",
            ("repeals", "khoản 2 Điều 5", "2025-07-01"),
        ),
        (
            "Thông tư số 03/2011/TT-BKHCN ngày 02/3/2011 của Bộ Khoa học và Công nghệ quy định về đo lường (bản cũ) hết "
            "hiệu lực thi hành kể từ ngày 15/8/2025.",
            ("repeals", None, "2025-08-15"),
        ),
        (
            "Quyết định này có hiệu lực từ ngày 01/9/2024 và thay thế Quyết định số 21/2020/QĐ-UBND ngày 07/5/2020.",
            ("replaces", None, "2024-09-01"),
        ),
        ("Sửa đổi Phụ lục II Nghị định số 11/2019/NĐ-CP.", ("amends", "Phụ lục II", None)),
        ("Tạm ngưng hiệu lực thi hành Điều 7 Thông tư số 5/2020/TT-BTC.", ("suspends", "Điều 7", None)),
    ],
)
def test_the_provision_and_the_day_of_a_change(say, sentence, change) -> None:
    assert changes(say(sentence)) == [change]


def test_the_day_on_which_the_speaking_document_takes_effect(say) -> None:
    extraction = say(
        "THÔNG TƯ\nQuy định về đo lường\n\nĐiều 9. Hiệu lực thi hành\n"
        "1. Thông tư này có hiệu lực thi hành kể từ ngày 15 tháng 8 năm 2025.\n"
        "2. Thông tư số 7/2015/TT-BKHCN hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.\n"
    )
    assert changes(extraction) == [("repeals", None, "2025-08-15")]


def test_of_a_change_told_of_others_the_provision_stands_before_the_changed_document(say) -> None:
    extraction = say("Điều 4 Nghị định số 8/2015/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 59/2018/NĐ-CP.")
    assert [(s.subject, s.predicate, s.object, s.provision) for s in extraction.statements if s.provision] == [
        ("doc/cp/nghi-dinh/2018/59", "amends", "doc/cp/nghi-dinh/2015/8", "Điều 4")
    ]


def test_a_citation_that_changes_nothing_has_neither(say) -> None:
    (statement,) = say("theo quy định tại khoản 2 Điều 5 Nghị định số 11/2019/NĐ-CP từ ngày 01/7/2025.").statements
    assert (statement.predicate, statement.provision, statement.effective) == ("cites", None, None)
