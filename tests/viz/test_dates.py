from __future__ import annotations

import pytest

from viz.dates import shown


@pytest.mark.parametrize(
    ("date", "vietnamese", "english"),
    [
        ("2020-12-31", "31/12/2020", "31 Dec 2020"),
        ("2022-11", "11/2022", "Nov 2022"),
        ("2021", "2021", "2021"),
        ("2020-06-03", "03/06/2020", "3 Jun 2020"),
        ("không rõ", "không rõ", "không rõ"),
        (None, "", ""),
    ],
)
def test_dates_for_people(date: str | None, vietnamese: str, english: str) -> None:
    assert shown(date, "vi") == vietnamese
    assert shown(date, "en") == english
