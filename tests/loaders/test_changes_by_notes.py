"""What the notes of consolidated texts say of words, forms and annexes; lists of provisions before their document."""

import pytest

from ontology.records import SELF
from tests.loaders.edges import CIRCULAR, edges, touched

CONSOLIDATED = (
    "BỘ TÀI CHÍNH\nSố: 8/VBHN-BTC\nHà Nội, ngày 05 tháng 3 năm 2026\nTHÔNG TƯ\nQuy định về kho bãi\n"
    "Thông tư số 5/2020/TT-BTC ngày 01 tháng 2 năm 2020 của Bộ trưởng Bộ Tài chính quy định về kho bãi, có hiệu lực kể "
    "từ ngày 10 tháng 4 năm 2020, được sửa đổi, bổ sung bởi:\nThông tư số 26/2025/TT-BTC ngày 1 tháng 2 năm 2025 của "
    "Bộ trưởng Bộ Tài chính về kho ngoại quan, có hiệu lực kể từ ngày 10 tháng 4 năm 2025.\n\n"
)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Đoạn này được sửa đổi theo quy định tại khoản 2 Điều 8 của Thông tư số 27/2025/TT-BTC", ("amends", None)),
        ("Mẫu này được bãi bỏ theo quy định tại khoản 1 Điều 3 Thông tư số 27/2025/TT-BTC", ("repeals", "một phần")),
        ("Mẫu số 09 này được thay thế theo quy định tại khoản 1 Điều 3 Thông tư số 27/2025/TT-BTC", ("replaces", "Mẫu số 09")),
        (
            "Mẫu này được thay thế bằng Mẫu số 06 Phần I Phụ lục ban hành kèm theo Thông tư số 27/2025/TT-BTC",
            ("replaces", "một phần"),
        ),
        ("Mẫu này được sửa đổi bởi Mẫu số 30 theo quy định tại điểm a khoản 4 Điều 1 của Thông tư số 27/2025/TT-BTC", ("amends", None)),
        (
            "Cụm từ “Ban Kho” được sửa đổi thành cụm từ “Ban Kho. Bãi” theo quy định tại khoản 8 Điều 3 của Thông tư số 27/2025/TT-BTC",
            ("amends", None),
        ),
        (
            "Nội dung “(có xác nhận của xã)” được bãi bỏ theo quy định tại khoản 4 Điều 2 của Thông tư số 27/2025/TT-BTC",
            ("repeals", "một phần"),
        ),
        (
            "Phụ lục này đã được bổ sung theo quy định tại Khoản 1 Điều 2 và Phụ lục ban hành kèm theo Thông tư số 27/2025/TT-BTC",
            ("amends", None),
        ),
    ],
)  # fmt: skip
def test_a_note_tells_which_act_changed_what_it_stands_at(say, note, said) -> None:
    found = say(CONSOLIDATED + f"Điều 3. Kho\n1. Kho mở cửa.\n9 {note}.\n")
    assert ("27", said[0], "5") in edges(found)
    assert (said[0], "5", said[1]) in touched(found)


def test_words_in_a_text_that_is_not_consolidated_are_changed_by_nobody(say) -> None:
    text = (
        CIRCULAR + "9 Nội dung “mở cửa” được bãi bỏ theo quy định tại khoản 4 Điều 2 của Thông tư số 27/2025/TT-BTC.\n"
    )
    assert edges(say(text)) == set()


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("Sửa đổi, bổ sung điểm d khoản 1; điểm a, c khoản 2 Điều 20", ("amends", "điểm d khoản 1; điểm a, c khoản 2 Điều 20")),
        ("Sửa đổi, bổ sung điểm d khoản 1; khoản 2 Điều 20", ("amends", "điểm d khoản 1; khoản 2 Điều 20")),
        ("Bãi bỏ Điều 5; điểm d, điểm đ khoản 2 Điều 7 và Điều 8 của", ("repeals", "Điều 5; điểm d, điểm đ khoản 2 Điều 7 và Điều 8")),
        (
            "Sửa đổi nội dung mô tả của kho tại các bảng a, b của mục 2.2.1; bảng b của mục 2.2.6 tại Phụ lục I của",
            ("amends", "mục 2.2.1; bảng b của mục 2.2.6 tại Phụ lục I"),
        ),
    ],
)  # fmt: skip
def test_a_list_of_provisions_is_touched_as_a_whole(say, clause, said) -> None:
    found = say(CIRCULAR + f"Điều 3. Kho\n3. {clause} Thông tư số 52/2024/TT-BTC như sau:\n")
    assert (said[0], "52", said[1]) in touched(found)


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Mẫu K02 (Phiếu nhập kho)", "mẫu K02"),
        ("Phụ lục I kèm theo Thông tư này", "mẫu K02"),
        ("Thông tư này", "mẫu K02"),
    ],
)
def test_a_form_of_the_act_takes_the_place_of_a_form_of_another(say, subject, said) -> None:
    found = say(CIRCULAR + f"a) {subject} thay thế mẫu K02 ban hành kèm theo Thông tư số 35/2010/TT-BTC;\n")
    assert touched(found) == {("replaces", "35", said)}
    passive = say(CIRCULAR + "a) Mẫu K02 được thay thế bằng mẫu K03 ban hành kèm theo Thông tư số 35/2010/TT-BTC;\n")
    assert (SELF, "replaces", "35") not in edges(passive)


def test_a_part_without_number_is_that_of_all_documents_side_by_side(say) -> None:
    listed = ", ".join(f"Thông tư số {number}/2015/TT-BTC" for number in (34, 35, 36, 37))
    found = say(CIRCULAR + f"Điều 8. Bãi bỏ một số điều, khoản của {listed}\n")
    assert touched(found) == {("repeals", str(number), "một số điều, khoản") for number in (34, 35, 36, 37)}


@pytest.mark.parametrize("by", ["Thông tư số 26/2025/TT-BTC", "Nghị định số 26/2025/NĐ-CP"])
def test_the_act_of_a_consolidated_text_is_changed_not_the_one_that_it_guides(say, by) -> None:
    head = CONSOLIDATED[: CONSOLIDATED.index("Thông tư số 5/2020")]
    act = "Thông tư số 5/2020/TT-BTC ngày 01 tháng 2 năm 2020 của Bộ trưởng Bộ Tài chính hướng dẫn thực hiện chế độ gửi kho"
    said = f"{head}{act} quy định tại Quyết định số 53/2015/QĐ-TTg ngày 20 tháng 10 năm 2015 của Thủ tướng Chính phủ về kho, "
    since = "có hiệu lực kể từ ngày 10 tháng 4 năm 2020, được sửa đổi, bổ sung bởi:\n"
    found = edges(
        say(f"{said}{since}{by} ngày 1 tháng 2 năm 2025 về kho ngoại quan, có hiệu lực kể từ ngày 10/4/2025.\n")
    )
    assert found == {("26", "amends", "5"), ("5", "guides", "53")}


def test_a_ministry_of_foreign_affairs_gives_no_task_by_its_name(say) -> None:
    text = CIRCULAR.replace("THÔNG TƯ", "NGHỊ QUYẾT")
    assert edges(say(text + "Theo đề nghị của Bộ trưởng Bộ Ngoại giao tại Tờ trình số 364/TTr-BNG;\n")) == set()
    assert edges(say(text + "- Tổng kết, đánh giá thực tiễn thi hành Nghị định số 58/2022/NĐ-CP;\n")) == set()
