"""Who acts on whom: by rank and by year, in clauses that a verb of change opens."""

import pytest

from ontology.records import SELF
from tests.loaders.edges import CIRCULAR, PLAN, edges, touched


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
            {("self", "repeals", "5"), ("self", "repeals", "6"), ("6", "amends", "5")},
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
            {("repeals", "5", "các thủ tục hành chính")},
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
            {("replaces", "5", "các nội dung có liên quan")},
        ),
        (
            "Sửa đổi, bổ sung, bãi bỏ một số điều, khoản của Thông tư số 5/2019/TT-BTC",
            {("amends", "5", None)},
        ),
    ],
)
def test_a_verb_of_change_opens_the_clause(say, clause, expected) -> None:
    assert touched(say(CIRCULAR + "Điều 1. Nội dung\n" + clause)) == expected
