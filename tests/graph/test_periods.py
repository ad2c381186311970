"""The years of a programme's name, ranges and single ones told apart."""

import pytest

from graph.facts.periods import years_in


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Chương trình A giai đoạn 2021 - 2030", "2021-2030"),
        ("Chương trình A từ năm 2021 đến năm 2025", "2021-2025"),
        ("Quy hoạch tỉnh B thời kỳ 2021 – 2030, tầm nhìn đến năm 2050", "2021-2030, 2050"),
        ("Đề án C đến năm 2025, định hướng đến năm 2030", "2025, 2030"),
        ("Đề án D đến năm 2025", "2025"),
        ("Dự án đường dây 220 kV số 20215", None),
        ("Phong trào E", None),
    ],
)
def test_years_of_a_name(name: str, years: str | None) -> None:
    assert years_in(name) == years
