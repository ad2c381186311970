"""Số ký hiệu taken apart, repaired and written again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.codes import bodies, clean
from ontology.numbers import Symbol, format_number, parse_symbol
from ontology.tables import document_types, issuers
from ontology.typed_numbers import parse_number

STATE = sorted({code for row in document_types() for code in row.state_codes} - {"L", "LCT", "VBHN", "CT"})
PARTY = sorted({code for row in document_types() for code in row.party_codes} - {"NQLT"})
BODIES = sorted({row.code for row in issuers() if row.code and row.system == "state" and row.scope != "generic"})
COMMITTEES = sorted({row.code for row in issuers() if row.system == "party" and row.code not in ("", "CB", "TB", "ĐH")})

state_symbols = st.tuples(st.sampled_from(STATE), st.sampled_from(BODIES)).map("-".join)
party_symbols = st.tuples(st.sampled_from(PARTY), st.sampled_from(COMMITTEES)).map("/".join)
letters = st.tuples(
    st.sampled_from(["UBND", "BKHĐT", "SKHCN", "VPCP", "BYT"]), st.sampled_from(["KGVX", "VP", "QLKTTW"])
)
assembly = st.tuples(st.sampled_from(["QH", "UBTVQH"]), st.integers(8, 16)).map(lambda pair: f"{pair[0]}{pair[1]}")
symbols = state_symbols | party_symbols | letters.map("-".join) | assembly
numbers = st.integers(1, 9999).map(str) | st.sampled_from(["02", "30a", "66.13"])


def parsed(symbol: str, word: str | None = None) -> Symbol:
    found = parse_symbol(symbol, word)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("symbol", "family", "code", "agencies", "unit", "term"),
    [
        ("QĐ-TTg", "administrative", "QĐ", ("TTg",), None, None),
        ("NĐ-CP", "normative", "NĐ", ("CP",), None, None),
        ("TT-BKHCN", "normative", "TT", ("BKHCN",), None, None),
        ("TTLT-BTC-BKHCN", "normative", "TTLT", ("BTC", "BKHCN"), None, None),
        ("KH-UBND", "administrative", "KH", ("UBND",), None, None),
        ("QĐ-UBND-VX", "administrative", "QĐ", ("UBND",), "VX", None),
        ("QĐ-UB", "administrative", "QĐ", ("UB",), None, None),
        ("UBND-KHCN", "letter", None, ("UBND",), "KHCN", None),
        ("BKHĐT-QLKTTW", "letter", None, ("BKHĐT",), "QLKTTW", None),
        ("BNN-TT", "letter", None, ("BNN",), "TT", None),
        ("NQ/TW", "party", "NQ", ("TW",), None, None),
        ("QC/BTCTU-BNCTU", "party", "QC", ("BTCTU", "BNCTU"), None, None),
        ("CV/VPTW/nb", "party", "CV", ("VPTW",), "nb", None),
        ("QĐ/ĐU", "party", "QĐ", ("ĐU",), None, None),
        ("NQ/ĐH", "congress", "NQ", ("ĐH",), None, None),
        ("QH13", "na", None, ("QH",), None, "13"),
        ("PL-UBTVQH10", "na", "PL", ("UBTVQH",), None, "10"),
        ("LCT/HĐNN8", "na", "LCT", ("HĐNN",), None, "8"),
        ("VBHN-BCT", "consolidated", "VBHN", ("BCT",), None, None),
        ("CP", "legacy", None, ("CP",), None, None),
        ("BYT/TT", "legacy", "TT", ("BYT",), None, None),
        ("BYT-QĐ", "legacy", "QĐ", ("BYT",), None, None),
        ("BC-UBPLTP15", "administrative", "BC", ("UBPLTP15",), None, None),
        ("TT-NHNN2", "normative", "TT", ("NHNN2",), None, None),
        ("QĐ-BCĐ", "administrative", "QĐ", ("BCĐ",), None, None),
    ],
)
def test_families(
    symbol: str, family: str, code: str | None, agencies: tuple[str, ...], unit: str | None, term: str | None
) -> None:
    found = parsed(symbol)
    assert (found.text, found.family, found.type_code) == (symbol, family, code)
    assert (found.agencies, found.unit, found.term, found.repaired) == (agencies, unit, term, False)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("QĐ-TTG", "QĐ-TTg"),
        ("TT-BKH&CN", "TT-BKHCN"),
        ("BKH-CN-KHTC", "BKHCN-KHTC"),
        ("QĐ-BLĐ-TBXH", "QĐ-BLĐTBXH"),
        ("NQHĐND", "NQ-HĐND"),
        ("NQ.HĐND", "NQ-HĐND"),
        ("UBND.VX", "UBND-VX"),
        ("ND-CP", "NĐ-CP"),
        ("qd-ttg", "QĐ-TTg"),
        ("VBHN-BT\u0421", "VBHN-BTC"),
        ("N\u0110-\u0421\u0420", "NĐ-CP"),
        ("Q\u00d0-TTg", "QĐ-TTg"),
        ("QĐ\u00d0/TW", "QĐ/TW"),
        ("QĐ–UBND", "QĐ-UBND"),
        ("CT-TW", "CT/TW"),
        ("QĐ/UBND", "QĐ-UBND"),
        ("TTLT/BTC-BKHCN", "TTLT-BTC-BKHCN"),
        ("HNVB-VPCP", "VBHN-VPCP"),
        ("TTR-UBND", "TTr-UBND"),
        ("qh13", "QH13"),
    ],
)
def test_wrong_characters_are_repaired_and_marked(written: str, right: str) -> None:
    found = parsed(written)
    assert (found.text, found.repaired) == (right, True)


def test_blanks_are_no_wrong_characters() -> None:
    assert parsed("TT- BKHCN") == parsed("TT-BKHCN")
    assert parsed(" QĐ -\nTTg ").repaired is False


def test_decomposed_letters_are_no_wrong_characters() -> None:
    assert parsed(unicodedata.normalize("NFD", "KH-SKHĐT")) == parsed("KH-SKHĐT")


@pytest.mark.parametrize("symbol", ["BC-SKHCCN", "KH-ABC", "XYZ-VP"])
def test_unknown_codes_stay_as_written(symbol: str) -> None:
    assert parsed(symbol).text == symbol


@pytest.mark.parametrize(("one", "other"), [("DA-UBND", "ĐA-UBND"), ("HD-SKHCN", "HĐ-SKHCN"), ("TT-BYT", "TTr-BYT")])
def test_codes_that_differ_by_a_stroke_stay_apart(one: str, other: str) -> None:
    assert (parsed(one).text, parsed(other).text) == (one, other)


def test_the_word_before_the_number_decides_a_clash() -> None:
    assert parsed("BYT-TT", "Thông tư").family == "legacy"
    assert parsed("BYT-TT", "Công văn").family == "letter"
    assert parsed("BYT-TT").family == "letter"


@pytest.mark.parametrize("text", ["", "-", "xyz", "hello world", "12 mô hình", "“…”", "a--b"])
def test_other_strings_are_no_symbols(text: str) -> None:
    assert parse_symbol(text) is None


@given(st.text(max_size=30) | st.text("QĐTHUBNDCPKSVYLWgtr&.-/ 123", max_size=16))
def test_any_string_is_read_or_refused_and_reading_settles(text: str) -> None:
    found = parse_symbol(text)
    if found:
        again = parse_symbol(found.text)
        assert again is not None
        assert again.text == found.text
        assert again.repaired is False


@given(symbols)
def test_a_right_symbol_is_not_repaired(symbol: str) -> None:
    found = parsed(symbol)
    assert (found.text, found.repaired) == (symbol, False)
    assert all(bodies(agency) for agency in found.agencies)


@given(symbols, numbers, st.none() | st.integers(1945, 2030).map(str))
def test_numbers_survive_writing_and_reading(symbol: str, number: str, year: str | None) -> None:
    written = format_number(number, year, symbol)
    assert parse_number(written) == (number, year, symbol, None)
    assert parse_number(f"Văn bản số {written} ngày 05/3/2020 của cơ quan") == (number, year, symbol, "Công văn")


@pytest.mark.parametrize(
    ("number", "year", "symbol", "written"),
    [
        ("2289", None, "QĐ-TTg", "2289/QĐ-TTg"),
        ("32", "2019", "NĐ-CP", "32/2019/NĐ-CP"),
        ("52", None, "NQ/TW", "52-NQ/TW"),
        ("15", None, "NQ/ĐH", "15-NQ/ĐH"),
        ("29", "2013", "QH13", "29/2013/QH13"),
        ("3294", None, "CV/VPTW/nb", "3294-CV/VPTW/nb"),
        ("16", None, "BYT/TT", "16-BYT/TT"),
        ("500", None, "BYT-QĐ", "500/BYT-QĐ"),
        ("64", None, "CP", "64/CP"),
        ("4187", None, "UBND-KGVX", "4187/UBND-KGVX"),
        ("66.13", "2026", "NQ-CP", "66.13/2026/NQ-CP"),
        (None, None, "BC-SKHCN", "/BC-SKHCN"),
        (None, None, "KH/TU", "-KH/TU"),
        ("2289", None, None, "2289"),
        ("12", "2020", None, "12/2020"),
        (None, None, None, ""),
    ],
)
def test_format_number(number: str | None, year: str | None, symbol: str | None, written: str) -> None:
    assert format_number(number, year, symbol) == written


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("2289/QĐ-TTg", ("2289", None, "QĐ-TTg", None)),
        ("2289/qd-ttg", ("2289", None, "QĐ-TTg", None)),
        ("2289 qd ttg", ("2289", None, "QĐ-TTg", None)),
        ("52 NQ/TW", ("52", None, "NQ/TW", None)),
        ("52-nq/tw", ("52", None, "NQ/TW", None)),
        ("30 2020 nd cp", ("30", "2020", "NĐ-CP", None)),
        ("Quyết định 2289/QĐ-TTg", ("2289", None, "QĐ-TTg", "Quyết định")),
        ("Quyết định số: 2289/QĐ-TTg ngày 31/12/2020", ("2289", None, "QĐ-TTg", "Quyết định")),
        ("luật 29 2013 qh13", ("29", "2013", "QH13", "Luật")),
        ("156/2018/ NĐ-CP", ("156", "2018", "NĐ-CP", None)),
        ("02 /BC-SKHCN", ("02", None, "BC-SKHCN", None)),
        ("48/CT-TW", ("48", None, "CT/TW", None)),
        ("Kế hoạch 12/KH-ABC về", ("12", None, "KH-ABC", "Kế hoạch")),
    ],
)
def test_parse_number_reads_what_people_type(typed: str, parts: tuple[str, str | None, str, str | None]) -> None:
    assert parse_number(typed) == parts


@pytest.mark.parametrize("typed", ["", "2289", "chuyển đổi số", "năm 2020", "07/2018", "ngày 05/3/2020", "QĐ-TTg"])
def test_parse_number_refuses_what_has_no_number_with_a_symbol(typed: str) -> None:
    assert parse_number(typed) is None


def test_clean_drops_blanks_and_look_alikes_only() -> None:
    assert clean("QĐ - \u0422\u0422g") == "QĐ-TTg"
