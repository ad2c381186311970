"""Laws that amend others are documents of their own: by their whole name, and never under the number of what they
amend."""

import pytest


def works(say, text):
    return [(c.mention.span.of(e.text), c.work) for e in (say(text),) for c in e.citations]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Luật sư;", "mot-so-dieu-cua-luat-luat-su"),
        (
            "Trình dự án Luật sửa đổi, bổ sung một số điều của Luật Điện lực và báo cáo về Bộ trước ngày 30/6/2031.",
            "mot-so-dieu-cua-luat-dien-luc",
        ),
        ("theo Luật sửa đổi, bổ sung một số điều của các luật về thuế.", "mot-so-dieu-cua-cac-luat-ve-thue"),
        (
            "Luật sửa đổi, bổ sung Điều 26 của Luật Nhà ở và Điều 21 của Luật Đất đai;",
            "dieu-26-cua-luat-nha-o-va-dieu-21-cua-luat-dat-dai",
        ),
        (
            "Căn cứ Luật sửa đối, bổ sưng một số điều của 9 luật có liên quan đến an ninh, trật tự;",
            "mot-so-dieu-cua-9-luat-co-lien-quan-den-an-ninh-trat-tu",
        ),
    ],
)
def test_an_undated_amending_law_is_not_what_it_amends(say, sentence, name) -> None:
    ((_, work),) = works(say, sentence)
    assert work is not None
    assert work.startswith("doc/qh/luat/_/sua-do")
    assert work.endswith(name)


def test_amending_laws_of_other_laws_are_other_documents(say) -> None:
    found = works(
        say,
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá;\nCăn cứ Luật sửa đổi, bổ sung một số điều của Luật Thuỷ lợi;",
    )
    assert len({work for _, work in found}) == 2


@pytest.mark.parametrize("sentence", ["Căn cứ Luật sửa đổi đã nêu.", "Các Luật sửa đổi, bổ sung được ban hành."])
def test_the_words_of_amending_alone_name_nothing(say, sentence) -> None:
    assert works(say, sentence) == []


def test_the_number_of_an_amended_law_is_not_that_of_the_amending_one(say) -> None:
    found = works(
        say, "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15;"
    )
    assert found == [
        ("Luật Đất đai số 31/2024/QH15", "doc/qh/luat/qh15/31"),
        ("Luật Nhà ở số 27/2023/QH15", "doc/qh/luat/qh15/27"),
    ]


def test_the_number_behind_a_list_is_that_of_the_amending_law(say) -> None:
    found = works(
        say, "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư và Luật Đấu thầu số 9/2031/QH17;"
    )
    assert [work for _, work in found] == ["doc/qh/luat/qh17/9"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Luật Thuế GTGT", "Luật Thuế giá trị gia tăng"),
        ("Bộ luật Hàng hải năm 2015", "Bộ luật Hàng hải Việt Nam năm 2015"),
        (
            "Luật Ban hành VBQPPL của HĐND, UBND năm 2004",
            "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Ủy ban nhân dân năm 2004",
        ),
    ],
)
def test_two_spellings_of_one_law(say, first, second) -> None:
    found = works(say, f"Căn cứ {first};\nCăn cứ {second};\n")
    assert len(found) == 2
    assert len({work for _, work in found}) == 1


def test_the_law_on_acts_of_local_bodies_is_another_one(say) -> None:
    found = works(
        say,
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND;\nCăn cứ Luật Ban hành văn bản quy phạm pháp luật;",
    )
    assert len({work for _, work in found}) == 2


def test_a_bare_name_means_the_law_of_the_preamble(say) -> None:
    found = works(
        say,
        "Căn cứ Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024;\n\nĐiều 1. Người hưởng theo Luật Bảo hiểm xã hội số "
        "58/2014/QH13 được chuyển tiếp. Việc khác theo quy định của Luật Bảo hiểm xã hội.\n",
    )
    assert [work for _, work in found] == [
        "doc/qh/luat/qh15/41",
        "doc/qh/luat/qh13/58",
        "doc/qh/luat/qh15/41",
    ]


def test_a_number_known_to_bear_the_name_comes_before_a_misprint(say) -> None:
    found = works(
        say,
        "Căn cứ Luật Xây dựng số 35/2025/QH15;\nTheo Luật Xây dựng số 135/2025/QH15 thì làm.\nTheo Luật Xây dựng năm 2025.\n",
    )
    assert found[-1][1] == "doc/qh/luat/qh15/135"


@pytest.mark.parametrize(
    "sentence",
    [
        "Giám đốc xem xét, quyết định trên cơ sở đề xuất.",
        "Sự phụ thuộc của các quy luật đó với địa chất.",
        "Áp dụng các Quyết định đó để xử phạt.",
        "Phúc đáp đề nghị thẩm định dự thảo Quyết định nêu trên.",
        "Dự án sửa đổi 04 Quyết định nói trên.",
        "Nơi khác có quy định thì áp dụng quyết định đó.",
        "x" * 2500 + ". Thực hiện theo Quyết định đó.",
    ],
)
def test_what_points_at_no_document(say, sentence) -> None:
    found = works(say, f"Căn cứ Luật Giá số 11/2012/QH13; Quyết định số 5/2031/QĐ-TTg về nghề cá. {sentence}\n")
    assert [work for _, work in found][2:] in ([], [None])


def test_what_points_back_at_the_last_document(say) -> None:
    found = works(say, "Theo Quyết định số 5/QĐ-TTg ngày 3/4/2031; các nội dung tại quyết định nêu trên được giữ.\n")
    assert [work for _, work in found] == ["doc/ttg/quyet-dinh/2031/5"] * 2


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (
            "bởi Khoản 5 Điều 1 Luật Kiểm toán nhà nước sửa đổi 2019]",
            "qh14/55",
        ),
        ("theo Luật Doanh nghiệp sửa đổi năm 2025 thì", "2025/sua-doi-bo-sung-mot-so-dieu-cua-luat-doanh-nghiep"),
        ("theo Luật Đất đai sửa đổi năm 2024 thì", "qh15/31"),
        ("khi Luật Doanh nghiệp sửa đổi Điều 5 thì", "_/doanh-nghiep"),
    ],
)
def test_the_name_by_which_portals_call_an_amending_law(say, text, work) -> None:
    assert [c.work for c in say(text).citations] == [f"doc/qh/luat/{work}"]


def test_the_date_behind_the_amended_law_is_that_of_the_amending_one(say) -> None:
    extraction = say(
        "Căn cứ Luật Giá số 16/2023/QH15; Luật số 44/2024/QH15 sửa đổi, bổ sung một số điều của Luật Giá ngày 29/11/2024;"
    )
    dates = [(c.work, c.mention.date) for c in extraction.citations]
    assert dates == [
        ("doc/qh/luat/qh15/16", None),
        ("doc/qh/luat/qh15/44", "2024-11-29"),
        ("doc/qh/luat/qh15/16", None),
    ]
    assert {work.id: work.title for work in extraction.works}["doc/qh/luat/qh15/44"] == (
        "sửa đổi, bổ sung một số điều của Luật Giá"
    )


@pytest.mark.parametrize(
    ("named", "work"),
    [
        (
            "Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS) số 64/2006/QH11",
            "doc/qh/luat/qh11/64",
        ),
        (
            "Luật Phòng, chống vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)",
            "doc/qh/luat/_/phong-chong-nhiem-vi-rut-gay-ra-hoi-chung-suy-giam-mien-dich-mac-phai-o-nguoi-hiv-aids",
        ),
    ],
)
def test_a_known_name_with_parentheses_is_one_mention(say, named, work) -> None:
    assert works(say, f"Căn cứ {named};") == [(named, work)]


@pytest.mark.parametrize("body", ["Trường Đại học Luật Hà Nội", "Khoa Luật Kinh tế", "Công ty Luật Hồng Hà"])
def test_a_field_of_study_is_no_law(say, body) -> None:
    assert works(say, f"Hội thảo có sự tham gia của {body} và Sở Tư pháp.") == []


def test_an_amending_law_ends_where_the_next_law_of_a_list_begins(say) -> None:
    text = (
        "Theo Luật Viên chức; Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức; Luật "
        "Doanh nghiệp; Luật Hợp tác xã và các văn bản có liên quan."
    )
    assert [c.mention.span.of(text) for c in say(text).citations] == [
        "Luật Viên chức",
        "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức",
        "Luật Doanh nghiệp",
        "Luật Hợp tác xã",
    ]
