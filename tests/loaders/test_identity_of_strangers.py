"""What one text says of a document, where the same was said otherwise elsewhere: cases found between texts."""

from __future__ import annotations

import pytest

from loaders.read import extract
from ontology.records import Extraction, Source

MINISTRY = "BỘ NỘI VỤ\nSố: 5/2026/TT-BNV\nHà Nội, ngày 12 tháng 3 năm 2026\nTHÔNG TƯ\nQuy định việc A\n"
PROVINCE = "ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố: 5/KH-UBND\nSơn La, ngày 12 tháng 3 năm 2022\nKẾ HOẠCH\nViệc A\n"


def read(body: str, head: str = MINISTRY, base_place: str | None = None) -> Extraction:
    return extract(Source("a.txt", f"{head}{body}\n".encode(), "text/plain"), base_place)


def paths(body: str, head: str = MINISTRY) -> list[str]:
    return [work.id for work in read(body, head).works]


@pytest.mark.parametrize(
    "address",
    [
        "https://x.vn/a?ItemID=1&Keyword=14/2007/TT-BL%C4%90TBXH",
        "toanvan.aspx?ItemID=96229&Keyword=\nS%E1%BB%91%2042/2015/TT-\nBL%C4%90TBXH",
    ],
)
def test_numbers_in_an_address_are_no_documents(address: str) -> None:
    found = read(f"Đường dẫn: {address} của văn bản.")
    assert not found.works
    assert not found.unresolved


@pytest.mark.parametrize(
    ("cell", "path"),
    [
        ("11 \nNghị \nquyết \n35/2021/QH14 ngày \n13/11/2021", "doc/qh/nghi-quyet/qh14/35"),
        ("12 \nLuật \n23/2012/QH13 ngày \n20/11/2012", "doc/qh/luat/qh13/23"),
    ],
)
def test_the_type_in_a_narrow_column_belongs_to_the_number_below(cell: str, path: str) -> None:
    assert paths(f"Danh mục\n\n{cell} \nThí điểm một số cơ chế") == [path]


def test_a_type_above_an_empty_line_or_of_another_code_is_another_documents() -> None:
    assert paths("Theo Nghị quyết\n\n12/2021/QH14 ngày 13/11/2021 về A.") == ["doc/qh/_/qh14/12"]
    assert paths("Luật\n12/2021/TT-BTC ngày 13/11/2021 về A.") == ["doc/btc/thong-tu/2021/12"]


def test_a_joint_circular_called_a_circular_is_one_and_no_contradiction() -> None:
    found = read(
        "Căn cứ Thông tư số 36/2014/TTLT-BGDĐT-BNV ngày 28/11/2014; Thông tư liên tịch số 36/2014/TTLT-BGDĐT-BNV."
    )
    assert [work.id for work in found.works] == ["doc/bgddt/thong-tu-lien-tich/2014/36"]
    assert not any(citation.conflicts for citation in found.citations)


def test_the_code_of_several_ministries_is_that_of_a_joint_circular() -> None:
    found = read("Căn cứ Thông tư liên Bộ số 24/TT-LB ngày 19/9/1994 của liên Bộ Tài chính - Bộ Nội vụ hướng dẫn A.")
    assert not found.suspicions
    assert paths("Căn cứ Thông tư số 13/TT-LB ngày 03/8/1992 hướng dẫn A.") == ["doc/lien-bo/thong-tu/1992/13"]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII", "doc/tw/nghi-quyet/khoa-12/27"),
        ("Hội nghị lần thứ 7 Ban Chấp hành Trung ương Đảng", "doc/tw/nghi-quyet/khoa-12/27"),
    ],
)
def test_a_session_of_the_central_committee_is_the_committee(body: str, path: str) -> None:
    assert paths(f"Căn cứ Nghị quyết số 27-NQ/TW ngày 21 tháng 5 năm 2018 của {body} về A;") == [path]


def test_one_figure_too_many_in_a_year_is_set_right_by_the_number() -> None:
    (work,) = read("Căn cứ Nghị định số 49/2018/NĐ-CP ngày 30 tháng 3 năm 20218 của Chính phủ về A;").works
    assert work.date == "2018-03-30"
    (other,) = read("Căn cứ Nghị định số 49/2018/NĐ-CP ngày 30 tháng 3 năm 20193 của Chính phủ về A;").works
    assert other.date == "2019-03-30"


def test_the_day_behind_an_amended_number_may_be_that_of_the_amending_act() -> None:
    amends = "Nghị định số 21/2026/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 193/2025/NĐ-CP"
    dates = {work.id: work.date for work in read(f"Căn cứ {amends} đã được ban hành ngày 10/01/2026 về A;").works}
    assert dates == {"doc/cp/nghi-dinh/2026/21": "2026-01-10", "doc/cp/nghi-dinh/2025/193": None}
    slip = {work.id: work.date for work in read(f"Căn cứ {amends} ngày 02/7/2026 của Chính phủ;").works}
    assert slip["doc/cp/nghi-dinh/2025/193"] == "2026-07-02"


def test_a_central_body_means_no_people_s_committee_of_its_own_city() -> None:
    form = "Căn cứ Quyết định số 77/QĐ-UBND ngày 10/01/2026 về việc B;"
    assert paths(form) == ["doc/ubnd/quyet-dinh/2026/77"]
    assert paths(f"{form} của tỉnh Sơn La") == ["doc/ubnd.14-son-la/quyet-dinh/2026/77"]
    assert paths(f"{form} của tỉnh Sơn La và tỉnh Lai Châu") == ["doc/ubnd/quyet-dinh/2026/77"]
    assert [work.id for work in read(form, base_place="Sơn La").works] == ["doc/ubnd/quyet-dinh/2026/77"]
    assert paths(form.replace("2026", "2022"), PROVINCE) == ["doc/ubnd.14-son-la/quyet-dinh/2022/77"]


def test_a_committee_of_the_country_is_of_no_province() -> None:
    national = "Kế hoạch số 9/KH-BCĐ ngày 2/2/2022 của Ban Chỉ đạo Trung ương về phòng cháy"
    local = "Kế hoạch số 3/KH-BCĐ ngày 2/2/2022 của Ban Chỉ đạo Chuyển đổi số"
    assert paths(f"Căn cứ {national}; {local}.", PROVINCE) == [
        "doc/x.ban-chi-dao-trung-uong-ve-phong-chay/ke-hoach/2022/9",
        "doc/x.ban-chi-dao-chuyen-doi-so.14-son-la/ke-hoach/2022/3",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Thông tư số 27/2011/TT-BGDĐT ngày 17 tháng 6 năm 2011: "2. Quy chế này áp dụng đối với học sinh."',
        "Nghị định số 96/2016/NĐ-CP (sửa đổi 2023) về A.",
        "Luật Đấu thầu số 43/2013/QH13 sửa đổi bổ sung 123/2025/QH15.",
    ],
)
def test_what_a_provision_says_and_what_became_of_a_document_is_no_title(text: str) -> None:
    assert read(f"Căn cứ {text}").works[0].title is None


def test_a_numbered_law_that_no_table_knows_keeps_the_name_that_is_printed_with_it() -> None:
    amending = "Luật sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và quy chuẩn kỹ thuật"
    names = {work.number: work.name for work in read(f"Căn cứ {amending} số 70/2025/QH15; Luật số 43/2024/QH15;").works}
    assert names == {"70": amending, "43": None}
    (slip,) = read("Căn cứ Luật Ngân sách nhà nước số 84/2015/QH14;").works
    assert slip.name is None  # another law of that number would share the name of 83/2015/QH13
    (known,) = read("Căn cứ Luật Điện lực số 57/2010/QH12;").works
    assert known.name == "Luật Thuế bảo vệ môi trường"
