"""Relations that documents of strangers stated, whose marks were made before the program read them."""

import pytest

from ontology.records import SELF
from tests.loaders.edges import PLAN, edges

PAGE = "# Điểm mới về hóa đơn\n\n" + "Người bán lập hóa đơn khi bán hàng cho người mua. " * 20 + "\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thực hiện hiệu quả, đúng tiến độ Nghị quyết số 40/NQ-CP.", {(SELF, "implements", "40")}),
        ("Thực hiện quyết liệt các nhiệm vụ, giải pháp nêu tại Nghị quyết số 44/NQ-CP.", {(SELF, "implements", "44")}),
        (
            "Thực hiện các quy định nêu tại Nghị định số 44/2025/NĐ-CP và nội quy của cảng.",
            {(SELF, "implements", "44")},
        ),
        ("Cảng làm như nêu tại Công văn số 44/SGTVT-VT.", set()),
        ("Triển khai nhiệm vụ được giao tại Quyết định số 14/QĐ-UBND.", {(SELF, "implements", "14")}),
        ("Biên chế được giao tại Quyết định số 14/QĐ-UBND là 12 người.", set()),
        ("Giao Quân ủy Trung ương căn cứ Kết luận số 126-KL/TW chủ trì xây dựng kế hoạch.", set()),
        (
            "Kinh phí thực hiện Đề án được quy định tại mục 6 Kế hoạch bốc dỡ ban hành kèm theo Quyết định số 27/QĐ-BYT.",
            set(),
        ),
        ("Thực hiện Quy chế làm việc ban hành kèm theo Quyết định số 27/QĐ-BYT.", {(SELF, "implements", "27")}),
    ],
)
def test_what_a_plan_carries_out(say, sentence, expected) -> None:
    assert edges(say(PLAN + sentence)) == expected


def test_a_list_of_numbers_whose_titles_say_what_they_change(say) -> None:
    text = (
        "Ủy ban nhân dân tỉnh đã ban hành các Quyết định: số 418/QĐ-UBND ngày 30/5/2024 về việc điều chỉnh dự toán chi năm "
        "2024 đối với Văn phòng tại Quyết định số 1368/QĐ-UBND ngày 12/12/2023, số 728/QĐ-UBND ngày 13/11/2024 về việc điều "
        "chỉnh dự toán chi năm 2024 đối với Sở Xây dựng tại Quyết định số 1368/QĐ-UBND ngày 12/12/2023."
    )
    assert edges(say(PLAN + text)) == {("418", "amends", "1368"), ("728", "amends", "1368")}


def test_a_title_that_names_a_provision_changes_its_document(say) -> None:
    text = (
        "Căn cứ Nghị định số 7/2013/NĐ-CP ngày 09/01/2013 sửa đổi, bổ sung điểm b khoản 13 Điều 1 của Nghị định số "
        "31/2011/NĐ-CP ngày 11/5/2011;"
    )
    assert ("7", "amends", "31") in edges(say(PLAN + text))


def test_a_page_changes_nothing(say) -> None:
    told = "Nghị định cũng sửa đổi, bổ sung Điều 21 Nghị định số 105/2012/NĐ-CP. Chính phủ quy định chi tiết Luật Giá."
    assert edges(say(PAGE + told)) == set()
    said = "Nghị định số 123/2020/NĐ-CP được sửa đổi bởi Nghị định số 70/2025/NĐ-CP."
    assert edges(say(PAGE + said)) == {("70", "amends", "123")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Thực hiện Kế hoạch đào tạo đã được Ủy ban nhân dân tỉnh phê duyệt tại Quyết định số 459/QĐ-UBND, Sở Y tế đã xây "
            "dựng Kế hoạch số 16/KH-SYT.",
            {(SELF, "implements", "459"), ("16", "implements", "459")},
        ),
        ("Bố trí vốn thực hiện Chương trình theo mức đã được phê duyệt tại Nghị quyết số 63/NQ-HĐND.", set()),
        (
            "Thực hiện Thông tri số 3-TT/TU của Thành ủy và hướng dẫn của Bộ Nội vụ tại Công văn số 89/BNV-CTTN.",
            {(SELF, "implements", "3"), (SELF, "implements", "89")},
        ),
        (
            "Sở có ý kiến như sau: Căn cứ: (i) Nghị định số 19/2025/NĐ-CP; (ii) Quyết định số 5/2025/QĐ-UBND.",
            {(SELF, "basedOn", "19"), (SELF, "basedOn", "5")},
        ),
        (
            "Căn cứ các văn bản sau:\n(i) Nghị định số 19/2025/NĐ-CP;\n(ii) Quyết định số 5/2025/QĐ-UBND.",
            {(SELF, "basedOn", "19"), (SELF, "basedOn", "5")},
        ),
        (
            "Quyết định số 5/2025/QĐ-UBND;\nQuyết định số 9/2025/QĐ-UBND.\nCăn cứ thẩm quyền được giao tại các quyết định nêu "
            "trên, Sở từ chối.",
            set(),
        ),
    ],
)
def test_what_a_letter_goes_by(say, sentence, expected) -> None:
    assert edges(say(PLAN + sentence)) == expected


def test_a_decision_replaces_another_behind_its_title(say) -> None:
    text = "Căn cứ Quyết định số 16/QĐ-UBND về việc quy định chức năng của Sở Y tế thay thế Quyết định số 26/QĐ-UBND;"
    assert edges(say(PLAN + text)) == {(SELF, "basedOn", "16"), ("16", "replaces", "26")}


@pytest.mark.parametrize(
    ("laws", "expected"),
    [
        (
            "Luật Giá số 11/2012/QH13; Luật sửa đổi, bổ sung một số điều của Luật Giá số 44/2024/QH15",
            ("44", "amends", "11"),
        ),
        (
            "Luật Đo lường số 4/2011/QH13; Luật sửa đổi, bổ sung một số điều của Luật Đo lường năm 2024",
            ("sua-doi-bo-sung-mot-so-dieu-cua-luat-do-luong", "amends", "4"),
        ),
    ],
)
def test_a_law_whose_name_ends_before_its_own_number(say, laws, expected) -> None:
    assert expected in edges(say(PLAN + f"Căn cứ {laws};"))


def test_a_line_that_ends_with_the_phrase_goes_on(say) -> None:
    text = "Căn cứ Nghị định số 6/2020/NĐ-CP của Chính phủ; Căn cứ\nNghị định số 22/2025/NĐ-CP của Chính phủ;"
    assert (SELF, "basedOn", "22") in edges(say(PLAN + text))


def test_what_rests_on_decrees_that_nobody_counts(say) -> None:
    text = (
        "Căn cứ các Nghị định của Chính phủ quy định chi tiết Luật Giá số 16/2023/QH15 (số 37/2024/NĐ-CP ngày 07/5/2024, số "
        "58/2024/NĐ-CP ngày 12/8/2024);"
    )
    assert edges(say(PLAN + text)) == {
        (SELF, "basedOn", "37"),
        (SELF, "basedOn", "58"),
        ("37", "guides", "16"),
        ("58", "guides", "16"),
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Thực hiện Quyết định số 91/QĐ-TTg của Thủ tướng Chính phủ; các Quyết định của Bộ trưởng Bộ Xây dựng phê duyệt "
            "Quy hoạch cầu cảng (số 16/QĐ-BXD và số 26/QĐ-BXD).",
            {(SELF, "implements", number) for number in ("91", "16", "26")},
        ),
        (
            "Thực hiện Nghị quyết số 58/NQ-HĐND ngày 08/12/2021 về dự toán thu; chi ngân sách địa phương năm 2022; Nghị quyết "
            "số 63/NQ-HĐND ngày 08/12/2021 về đầu tư công.",
            {(SELF, "implements", "58"), (SELF, "implements", "63")},
        ),
        (
            "Thực hiện Công điện số 22/CĐ-TTg về chống buôn lậu; Chỉ đạo của Phó Thủ tướng tại cuộc họp ngày 28/12/2013; Công văn "
            "số 49/BCĐ-QLTT, Công văn số 59/BCĐ-QLTT.",
            {(SELF, "implements", "22"), (SELF, "implements", "49"), (SELF, "implements", "59")},
        ),
        (
            "Thực hiện Nghị quyết số 58/NQ-HĐND ngày 08/12/2021 về dự toán thu; xét đề nghị của các sở; Nghị quyết số "
            "63/NQ-HĐND ngày 08/12/2021 về đầu tư công còn hiệu lực.",
            {(SELF, "implements", "58")},
        ),
        (
            "Tỉnh thành lập theo Nghị quyết số 22/2025/QH15 về việc sắp xếp đơn vị hành chính: Thực hiện Kết luận số 70-KL/TW.",
            {(SELF, "implements", "70")},
        ),
        ("Các cảng kê khai như đã được hướng dẫn tại Công văn số 28/TCT-KK.", set()),
        (
            "Căn cứ Quy định về thể thức văn bản ban hành kèm theo Quyết định số 36/QĐ-UBND;",
            {(SELF, "basedOn", "36")},
        ),
    ],
)
def test_lists_that_go_on_and_titles_that_end(say, sentence, expected) -> None:
    assert edges(say(PLAN + sentence)) == expected


def test_what_changes_the_constitution_changes_no_law_beside_it(say) -> None:
    text = (
        "Căn cứ Nghị quyết số 203/2025/QH15 của Quốc hội sửa đổi, bổ sung một số điều của Hiến pháp nước Cộng hòa xã hội chủ "
        "nghĩa Việt Nam, Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"
    )
    found = edges(say(PLAN + text))
    assert (SELF, "basedOn", "72") in found
    assert ("203", "amends", "72") not in found


DECISION = "BỘ TÀI CHÍNH\nSố: 12/QĐ-BTC\nHà Nội, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\n{}\n\n"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Về việc ban hành kế hoạch",
            "Được sửa đổi, bổ sung, thay thế, bãi bỏ một phần:\n+ Thông tư số 18/2018/TT-BTC;\n+ Thông tư số 15/2021/TT-BTC.",
            set(),
        ),
        (
            "Về việc ban hành kế hoạch",
            "1. Xây dựng Thông tư quy định về kho bãi (thay thế Thông tư số 34/2014/TT-BTC).",
            set(),
        ),
        (
            "Về việc ban hành kế hoạch",
            "1. Thông tư số 14/2026/TT-BTC hướng dẫn chi tiết việc điều chỉnh (thay thế Thông tư số 6/2023/TT-BTC).",
            {("14", "replaces", "6")},
        ),
        ("Về việc ban hành kế hoạch", "Trách nhiệm thi hành Nghị định số 31/2025/NĐ-CP thuộc về các cảng.", set()),
        (
            "Công bố Danh mục văn bản hết hiệu lực",
            "Bãi bỏ các văn bản sau:\n1. Thông tư số 16/2020/TT-BTC về kho bãi.",
            set(),
        ),
        (
            "Bổ sung nội dung tại Quyết định số 22/QĐ-BTC về việc công bố kết quả hệ thống hóa văn bản",
            "Sửa đổi, bổ sung các văn bản sau:\n1. Thông tư số 16/2020/TT-BTC về kho bãi.",
            {(SELF, "amends", "22")},
        ),
    ],
)
def test_what_a_decision_only_lists(say, title, text, expected) -> None:
    assert edges(say(DECISION.format(title) + text)) == expected


def test_words_that_are_taken_out_end_nothing(say) -> None:
    text = (
        "Theo Luật số 85/2015/QH13 có cụm từ bị bãi bỏ bởi khoản 24 Điều 1 Luật số 83/2025/QH15, có cụm từ bị thay thế bởi "
        "khoản 23 Điều 1 Luật số 84/2025/QH15."
    )
    assert edges(say(PLAN + text)) == {("83", "amends", "85"), ("84", "amends", "85")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Căn cứ Quyết định số 36/QĐ-BKHCN ngày 13/11/2025 về việc sửa đổi, bổ sung Quyết định số 32/QĐ-BKHCN ngày 17/10/2025 "
            "về việc công bố thủ tục hành chính mới ban hành và bị bãi bỏ lĩnh vực khoa học;",
            {(SELF, "basedOn", "36"), ("36", "amends", "32")},
        ),
        ("Điều 3. Sửa đổi, bổ sung Quyết định số 61/QĐ-BTC về việc công bố thủ tục.", {(SELF, "amends", "61")}),
        (
            "a) Sửa đổi, bổ sung: 01 thủ tục hành chính tại phần A1 tại Quyết định số 89/QĐ-BTC.",
            {(SELF, "amends", "89")},
        ),
        (
            "Sửa đổi, bổ sung TTHC tương ứng đã được công bố tại các Quyết định của Bộ trưởng về việc công bố danh mục TTHC: số "
            "76/QĐ-BTC ngày 05/5/2025 (cũ); số 81/QĐ-BTC ngày 06/6/2025.",
            {(SELF, "amends", "76"), (SELF, "amends", "81")},
        ),
    ],
)
def test_a_decision_that_publishes_procedures(say, text, expected) -> None:
    assert edges(say(DECISION.format("Công bố danh mục thủ tục hành chính") + text)) == expected


def test_items_of_a_list_that_a_line_end_cut_before_a_name(say) -> None:
    text = (
        "Quyết định này thay thế các Quyết định sau đây:\n"
        "a) Quyết định số 27/2009/QĐ-BTC ngày 26 tháng 8 năm 2009 của Bộ trưởng Bộ Tài chính về đại lý\n"
        "Internet trên địa bàn các tỉnh, thành phố trực thuộc Trung ương;\n"
        "b) Quyết định số 39/2019/QĐ-BTC ngày 29 tháng 8 năm 2019 của Bộ trưởng Bộ Tài chính về đại lý;\n"
    )
    found = edges(say(DECISION.format("Quy định thời gian hoạt động") + text))
    assert {(SELF, "replaces", "27"), (SELF, "replaces", "39")} <= found


def test_a_law_amends_none_that_came_after_it(say) -> None:
    text = (
        "- Luật Đấu thầu số 22/2023/QH15;\n- Luật Điện lực số 28/2004/QH11;\n"
        "- Luật số 3/2022/QH15 sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Điện lực;"
    )
    found = edges(say(PLAN + text))
    assert ("3", "amends", "28") in found
    assert ("3", "amends", "22") not in found


def test_a_verb_in_the_name_of_a_type_changes_nothing(say) -> None:
    text = "Khai thác theo Giấy phép khai thác khoáng sản điều chỉnh số 81/QĐ-BTC ngày 20/4/2022 của Bộ trưởng Bộ Tài chính."
    assert edges(say(DECISION.format("Về việc cho phép khai thác") + text)) == set()
