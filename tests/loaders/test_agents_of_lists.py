"""Who acts on whom where lead-ins, labels and items share a sentence."""

import pytest

from ontology.records import SELF
from tests.loaders.edges import CIRCULAR, edges, touched

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
    assert found == {("61", "3/11", "2015-07-01"), ("64", "3/11", "2021-01-01")}


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
            {("repeals", "5", "một số điều, khoản"), ("repeals", "5", "Khoản 2 Điều 9"), ("repeals", "5", "Điều 7")},
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
