"""Numbers that measure results, and those that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.actions import quantities
from loaders.text import reading


def read(text: str) -> tuple[list[tuple[float, float | None, str]], list[tuple[float, str]]]:
    copy = reading.read(text)
    found, money = quantities.read(copy, 0, len(copy.text), [])
    return [(q.value, q.of, q.unit) for q in found], [(m.amount, m.unit) for m in money]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số hóa 5.982 trang tài liệu.", [(5982, None, "trang tài liệu")]),
        ("Tổ chức 02 lớp cho hơn 500 học viên.", [(2, None, "lớp"), (500, None, "học viên")]),
        ("Cung cấp 45/45 thủ tục hành chính.", [(45, 45, "thủ tục hành chính")]),
        ("Bắt buộc áp dụng: 43/43", [(43, 43, "")]),
        ("Có 09/12 doanh nghiệp tham gia.", [(9, 12, "doanh nghiệp")]),
        ("Đạt 47,8% kế hoạch.", [(47.8, None, "%")]),
        ("Trồng 2,245ha cây ăn quả.", [(2.245, None, "ha")]),
        ("Cấp tỉnh: 14.", [(14, None, "")]),
        ("Không đạt 53 (phương tiện).", [(53, None, "")]),
        ("Cấp 17 giấy phép.", [(17, None, "giấy phép")]),
        ("Xuất bản 06 Bản tin chuyên đề.", [(6, None, "Bản tin chuyên đề")]),
        ("Phát hành với tổng số 6 số.", [(6, None, "số")]),
    ],
)
def test_results(text: str, expected: list[tuple[float, float | None, str]]) -> None:
    assert read(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Họp ngày 19/5 tại xã A, ngày 31/12/2020 và tháng 10/2022.",
        "Dịch vụ công trực tuyến mức độ 3, 4.",
        "Áp dụng TCVN ISO 9001:2015 và TCVN 9001.",
        "Khoản 2 Điều 5 Chương 3.",
        "Giai đoạn 2021 - 2025, năm 2022.",
        "Hợp tác xã 19/5 Mộc Châu và hợp tác xã 26-3.",
        "Công nghệ 4.0 và mạng 5G.",
        "Kế hoạch trung hạn 5 năm.",
        "Trường tiểu học lớp 6, lớp 7.",
        "Công ty Thương mại 186 Yên Bái.",
    ],
)
def test_what_is_no_result(text: str) -> None:
    assert read(text)[0] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng mức đầu tư 30.906,3 triệu đồng.", [(30906.3, "triệu đồng")]),
        ("Phạt 3.000.000đ và 40.000.000 đồng.", [(3_000_000, "đồng"), (40_000_000, "đồng")]),
        ("Vốn 1.250 tỷ đồng.", [(1250, "tỷ đồng")]),
        ("Năm 2022 tỷ lệ đạt cao; 5 triệu người.", []),
    ],
)
def test_sums(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text)[1] == expected


def test_a_sum_is_no_quantity_and_spans_are_printed() -> None:
    copy = reading.read("Bố trí 3.000 triệu đồng cho 03 dự án.")
    found, money = quantities.read(copy, 0, len(copy.text), [])
    assert [q.text for q in found] == ["03 dự án"]
    assert [m.text for m in money] == ["3.000 triệu đồng"]
    assert all(q.span is not None and q.span.of(copy.text) == q.text for q in found)


@given(st.text(alphabet="0123456789.,/% đồnghatriệulớp\n", max_size=60))
def test_any_digits_are_read_within_the_text(text: str) -> None:
    copy = reading.read(text)
    found, money = quantities.read(copy, 0, len(copy.text), [])
    for item in (*found, *money):
        assert item.span is not None and 0 <= item.span.start < item.span.end <= len(copy.text)
