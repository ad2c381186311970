"""Numbers that one mention got wrong, told by day and title from those that are other documents."""

import pytest

TITLE = "phê duyệt Chương trình hỗ trợ phát triển thư viện ở cơ sở đến năm 2035"
FAR = "Các cơ quan tổ chức thực hiện nghiêm túc. " * 8


def conflicts(extraction) -> list[list[tuple[str, str, str]]]:
    return [[(c.field, c.stated, c.other) for c in citation.conflicts] for citation in extraction.citations]


def test_a_year_in_the_number_that_is_not_that_of_the_day(say) -> None:
    extraction = say(
        "Căn cứ Nghị định số 83/2034/NĐ-CP ngày 03/9/2034 của Chính phủ. Thực hiện Nghị định số 83/2035/NĐ-CP ngày "
        "03/9/2034 của Chính phủ."
    )
    assert conflicts(extraction) == [[], [("number", "83/2035/NĐ-CP", "83/2034/NĐ-CP")]]
    assert len({citation.work for citation in extraction.citations}) == 1


@pytest.mark.parametrize("wrong", ["2298", "2280"])
def test_a_slip_in_the_number_under_the_same_title(say, wrong) -> None:
    extraction = say(
        f"Quyết định số 2289/QĐ-TTg ngày 31/12/2031 của Thủ tướng Chính phủ {TITLE}.\n{FAR}\nQuyết định số "
        f"{wrong}/QĐ-TTg ngày 31/12/2031 của Thủ tướng Chính phủ {TITLE}."
    )
    assert conflicts(extraction) == [[], [("number", f"{wrong}/QĐ-TTg", "2289/QĐ-TTg")]]


def test_the_number_stated_more_often_is_right(say) -> None:
    right = f"Quyết định số 2289/QĐ-TTg ngày 31/12/2031 của Thủ tướng Chính phủ {TITLE}."
    extraction = say("\n".join([right.replace("2289", "2298"), FAR, right, FAR, right]))
    assert [bool(found) for found in conflicts(extraction)] == [True, False, False]


@pytest.mark.parametrize(
    ("number", "title", "between"),
    [
        ("2298", "phê duyệt Chiến lược phát triển ngành muối và nghề cá ven bờ", FAR),
        ("1147", TITLE, FAR),
        ("2298", TITLE, ""),
    ],
    ids=["another title", "another number", "listed side by side"],
)
def test_two_documents_of_one_day(say, number, title, between) -> None:
    extraction = say(
        f"Quyết định số 2289/QĐ-TTg ngày 31/12/2031 của Thủ tướng Chính phủ {TITLE}.\n{between}\nQuyết định số "
        f"{number}/QĐ-TTg ngày 31/12/2031 của Thủ tướng Chính phủ {title}."
    )
    assert conflicts(extraction) == [[], []]
    assert len({citation.work for citation in extraction.citations}) == 2


def test_a_law_under_its_name(say) -> None:
    extraction = say(
        f"Căn cứ Luật Đầu tư số 61/2020/QH14 ngày 17/6/2020. {FAR} Căn cứ Luật Đầu tư số 67/2020/QH14 ngày 17/6/2020."
    )
    assert conflicts(extraction) == [[], [("number", "67/2020/QH14", "61/2020/QH14")]]


def test_decrees_of_one_day_whose_titles_begin_alike(say) -> None:
    field = "quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực"
    texts = [
        f"Nghị định số {number}/2031/NĐ-CP ngày 12/6/2031 của Chính phủ {field} {of}."
        for number, of in (("131", "nông nghiệp"), ("136", "thủy lợi"), ("138", "lâm nghiệp"))
    ]
    assert conflicts(say(f"\n{FAR}\n".join(texts))) == [[], [], []]


def test_a_title_that_many_documents_share(say) -> None:
    title = "sửa đổi, bổ sung một số điều của các Nghị định"
    texts = [f"Nghị định số {number}/2031/NĐ-CP ngày 12/6/2031 của Chính phủ {title}." for number in ("131", "136")]
    assert conflicts(say(f"\n{FAR}\n".join(texts))) == [[], []]
