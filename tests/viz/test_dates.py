from __future__ import annotations

import pytest

from viz.dates import likely, shown


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


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("2020-06-08", "08/06/2020", "8 Jun 2020"),
        ("2020-06-08/2020-08-06", "từ 08/06/2020 đến 06/08/2020", "between 8 Jun 2020 and 6 Aug 2020"),
        ("../2020-08-06", "không sau 06/08/2020", "not after 6 Aug 2020"),
        ("2020-06-08/..", "từ 08/06/2020 trở đi", "8 Jun 2020 or later"),
        ("54/2017/NĐ-CP", "54/2017/NĐ-CP", "54/2017/NĐ-CP"),
        ("Quyết định", "Quyết định", "Quyết định"),
    ],
)
def test_what_is_likely_in_words(value: str, vi: str, en: str) -> None:
    assert (likely(value, "vi"), likely(value, "en")) == (vi, en)
