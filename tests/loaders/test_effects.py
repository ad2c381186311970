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


def test_the_day_of_a_provision_or_of_an_act_that_is_quoted_is_not_the_documents(say) -> None:
    extraction = say(
        "THÔNG TƯ\nQuy định về đo lường\n\nĐiều 1. Phạm vi\nĐiều 2 của Thông tư số 8/2024/TT-BKHCN quy định như sau:\n"
        "“Điều 2. Thông tư này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2024.”\n"
        + "Nội dung khác của điều.\n"
        * 80
        + "Điều 9. Hiệu lực thi hành\n1. Thông tư này có hiệu lực thi hành kể từ ngày 15 tháng 8 năm 2025.\n"
        "2. Điều 5 Thông tư này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026.\n"
        "3. Thông tư số 7/2015/TT-BKHCN hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.\n"
    )
    assert changes(extraction) == [("repeals", None, "2025-08-15")]


CONSOLIDATED = """BỘ TÀI CHÍNH

THÔNG TƯ
Quy định về phí

Thông tư số 10/2020/TT-BTC ngày 15 tháng 02 năm 2020 của Bộ trưởng Bộ Tài chính quy định về phí, được sửa đổi bởi:
Thông tư số 96/2021/TT-BTC ngày 11 tháng 11 năm 2021, có hiệu lực kể từ ngày 01 tháng 01 năm 2022.
Căn cứ Luật Phí và lệ phí ngày 25 tháng 11 năm 2015;
Bộ trưởng Bộ Tài chính ban hành Thông tư quy định về phí1.
Điều 5. Mức thu
2. Mức thu2 là 10 đồng.
1 Thông tư số 96/2021/TT-BTC sửa đổi một số điều của Thông tư số 10/2020/TT-BTC có căn cứ ban hành như sau:
“Căn cứ Luật Giá ngày 25 tháng 6 năm 2015;
Bộ trưởng Bộ Tài chính ban hành Thông tư sửa đổi một số điều của Thông tư số 10/2020/TT-BTC.”
2 Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 96/2021/TT-BTC.
3 Điều 2 của Thông tư số 96/2021/TT-BTC quy định như sau:
“Điều 2. Điều khoản thi hành
2. Bãi bỏ Thông tư số 12/2017/TT-BTC.”.
"""


def test_what_a_note_quotes_of_the_amending_act_is_said_by_that_act(say) -> None:
    stated = {(s.subject, s.predicate, s.object, s.provision) for s in say(CONSOLIDATED).statements}
    first, amending = "doc/btc/thong-tu/2020/10", "doc/btc/thong-tu/2021/96"
    assert {s for s in stated if s[1] != "cites"} == {
        ("self", "basedOn", "doc/qh/luat/qh13/97", None),
        (amending, "amends", first, None),
        (amending, "basedOn", "doc/qh/luat/2015/gia", None),
        (amending, "amends", first, "khoản 2 Điều 5"),
        (amending, "repeals", "doc/btc/thong-tu/2017/12", None),
    }
