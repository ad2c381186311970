"""Tables with results: each number with the headers that hold for it."""

from __future__ import annotations

from collections.abc import Callable

from ontology.records import Extraction

Say = Callable[..., Extraction]

BUDGET = """Đơn vị tính: triệu đồng

TT\tNỘI DUNG\tNăm 2020\t\tNăm 2021\t
\t\tKH giao\tThực hiện\tKH giao\tThực hiện
I\tKinh phí sự nghiệp\t13.638\t13.734,5\t13.508\t7.665,99
1\tChi nghiên cứu\t\t6.014\t5.624\t
"""


def cells(said: Extraction) -> list[tuple[str, str, float, str | None]]:
    return [(o.row, o.column, o.value, o.unit) for o in said.observations]


def test_merged_headers_hold_for_all_their_columns(say: Say) -> None:
    said = say(BUDGET)
    assert cells(said)[:2] == [
        ("Kinh phí sự nghiệp", "Năm 2020 › KH giao", 13638.0, "triệu đồng"),
        ("Kinh phí sự nghiệp", "Năm 2020 › Thực hiện", 13734.5, "triệu đồng"),
    ]
    assert ("Chi nghiên cứu", "Năm 2021 › KH giao", 5624.0, "triệu đồng") in cells(said)
    assert all(o.span.of(said.text)[0].isdigit() for o in said.observations)


def test_markdown_and_bars(say: Say) -> None:
    markdown = say("| Chỉ tiêu | Tỷ lệ (%) |\n|---|---|\n| Xã đạt chuẩn | 62,4 |\n| Hộ nghèo | 5,1% |\n")
    assert cells(markdown) == [("Xã đạt chuẩn", "Tỷ lệ (%)", 62.4, "%"), ("Hộ nghèo", "Tỷ lệ (%)", 5.1, "%")]
    bars = say("TT | Loại hình | Số lượng\n1 | Khai thác | 40\n2 | Thi công | 21\n")
    assert cells(bars) == [("Khai thác", "Số lượng", 40.0, None), ("Thi công", "Số lượng", 21.0, None)]


def test_columns_that_count_or_name_rows_measure_nothing(say: Say) -> None:
    said = say("STT\tTên\tNăm hoàn thành\tSố lượng\n1\tTrạm A\t2020\t5\n2\tTrạm B\t2021\t7\n")
    assert [(o.row, o.column, o.value) for o in said.observations] == [
        ("Trạm A", "Số lượng", 5.0),
        ("Trạm B", "Số lượng", 7.0),
    ]


def test_a_letterhead_is_no_table_of_results(say: Say) -> None:
    assert (
        say(
            "UBND TỈNH A | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/BC-UBND | Sơn La, ngày 5 tháng 6 năm 2020\n"
        ).observations
        == ()
    )
