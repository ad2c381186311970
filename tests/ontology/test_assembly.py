"""The year and the term in numbers of the National Assembly."""

from __future__ import annotations

import pytest

from ontology import assembly
from ontology.numbers import parse_symbol
from ontology.packaged import rows


@pytest.mark.parametrize("row", list(rows("assembly_terms")), ids=lambda row: row["term"])
def test_a_term_holds_its_example_and_follows_the_one_before(row: dict[str, str]) -> None:
    assert row["example"].endswith(row["term"])
    before = assembly.terms().get(str(int(row["term"]) - 1))
    assert before is None or before[-1] == int(row["first_year"])
    assert int(row["first_year"]) < int(row["last_year"])


@pytest.mark.parametrize(
    ("number", "year", "symbol", "name", "right"),
    [
        ("97", "2015", "QH15", None, "QH13"),
        ("32", "2013", "QH15", None, "QH13"),
        ("43", "2022", "QH11", None, "QH15"),
        ("28", "2005", "PL-UBTVQH13", None, "PL-UBTVQH11"),
        ("28", "2004", "QH10", "Điện lực", "QH11"),
        ("202", "2022", "QH15", None, "QH15"),  # a year of the term
        ("46", "2020", "QH12", None, "QH12"),  # or 46/2010/QH12
        ("79", "2025", "QH13", None, "QH13"),  # or 79/2015/QH13
        ("26", "2017", "QH12", "Thi hành án dân sự", "QH12"),  # the law of that name is 26/2008/QH12
        ("84", "2015", "QH14", "Ngân sách nhà nước", "QH14"),  # the law of that name is 83/2015/QH13
        ("15", "2011", "QH15", None, "QH15"),  # of term 12 or of term 13
        ("15", "2090", "QH15", None, "QH15"),
        ("00", "2025", "QH13", None, "QH13"),
        ("56", "202", "QH15", None, "QH15"),
        ("41", "1965", "QH1", None, "QH1"),
    ],
)
def test_the_term_of_the_year_is_meant_unless_the_year_may_be_the_slip(
    number: str, year: str, symbol: str, name: str | None, right: str
) -> None:
    parsed = parse_symbol(symbol)
    assert parsed is not None
    assert assembly.right_term(number, year, parsed, "Luật", name).text == right
