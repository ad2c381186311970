"""The path of a document: one for the same act, different for different acts, and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.identity import (
    WorkPath,
    blank_path,
    block_key,
    from_iri,
    number_segment,
    parse_path,
    period,
    to_iri,
    work_path,
)
from ontology.numbers import parse_symbol
from ontology.tables import document_types, issuers
from ontology.terms import DEFAULT_BASE

keys = st.none() | st.sampled_from(sorted({row.series for row in issuers()})) | st.just("ubnd.huyen-mai-son.14-son-la")
labels = st.none() | st.sampled_from(sorted(row.label_vi for row in document_types()))
numbers = st.integers(1, 99999).map(str) | st.sampled_from(["02", "30a", "66.13", "007"])
symbols = st.none() | st.sampled_from(["QĐ-TTg", "NQ/TW", "QH13", "KH/TU", "UBND-VX", "CP", "BC-SKHCCN", "NQ/ĐH"])
dates = st.none() | st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2022", "2022-11"])
years = st.none() | st.integers(1945, 2030).map(str)


def path(**known: str | None) -> str:
    return work_path(**{**dict.fromkeys(("type", "number", "year", "symbol", "date", "issuer_key")), **known})


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (("Quyết định", "2289", None, "QĐ-TTg", "2020-12-31", "ttg"), "doc/ttg/quyet-dinh/2020/2289"),
        (("Quyết định", "2289", None, "QĐ-TTg", None, "ttg"), "doc/ttg/quyet-dinh/_/2289"),
        (("Nghị quyết", "52", None, "NQ/TW", "2019-09-27", "tw"), "doc/tw/nghi-quyet/khoa-12/52"),
        (("Nghị quyết", "52", None, "NQ/TW", None, "tw"), "doc/tw/nghi-quyet/_/52"),
        (("Kế hoạch", "190", None, "KH/TU", "2020-12-01", "tu.45-quang-tri"), "doc/tu.45-quang-tri/ke-hoach/2020-2025/190"),
        (("Luật", "29", "2013", "QH13", None, "qh"), "doc/qh/luat/qh13/29"),
        (("Bộ luật", "91", "2015", "QH13", None, "qh"), "doc/qh/luat/qh13/91"),
        (("Nghị quyết", "41", "2017", "QH14", None, "qh"), "doc/qh/nghi-quyet/qh14/41"),
        (("Pháp lệnh", "44", "2002", "PL-UBTVQH10", None, "ubtvqh"), "doc/ubtvqh/phap-lenh/ubtvqh10/44"),
        (("Nghị định", "95", "2014", "NĐ-CP", "2014-10-17", "cp"), "doc/cp/nghi-dinh/2014/95"),
        (("Nghị quyết", "66.13", "2026", "NQ-CP", None, "cp"), "doc/cp/nghi-quyet-qppl/2026/66.13"),
        (("Nghị quyết", "30a", "2008", "NQ-CP", None, "cp"), "doc/cp/nghi-quyet-qppl/2008/30a"),
        (("Báo cáo", "02", None, "BC-SKHCN", "2022-11", "skhcn.14-son-la"), "doc/skhcn.14-son-la/bao-cao/2022/2"),
        (("Văn bản", "718", None, "BKHCN-KHTC", "2021", "bkhcn"), "doc/bkhcn/cong-van/2021/718"),
        ((None, "1162", None, "QĐ-UBND", "2020-06-08", "ubnd.14-son-la"), "doc/ubnd.14-son-la/quyet-dinh/2020/1162"),
        ((None, "12", None, None, None, None), "doc/_/_/_/12"),
    ],
)  # fmt: skip
def test_work_path(known: tuple[str | None, ...], expected: str) -> None:
    names = ("type", "number", "year", "symbol", "date", "issuer_key")
    assert path(**dict(zip(names, known, strict=True))) == expected


@pytest.mark.parametrize(
    ("name", "date", "expected"),
    [
        ("Luật Khoa học và Công nghệ năm 2013", None, "doc/qh/luat/2013/khoa-hoc-va-cong-nghe"),
        ("Luật Khoa học và Công nghệ 2013", None, "doc/qh/luat/2013/khoa-hoc-va-cong-nghe"),
        ("Luật Đầu tư công", None, "doc/qh/luat/_/dau-tu-cong"),
        ("luật đầu tư công", "2019-06-13", "doc/qh/luat/2019/dau-tu-cong"),
        ("Luật", None, "doc/qh/luat/_/luat"),
    ],
)
def test_documents_known_by_name(name: str, date: str | None, expected: str) -> None:
    assert path(type="Luật", date=date, issuer_key="qh", name=name) == expected


def test_a_document_needs_a_number_or_a_name() -> None:
    with pytest.raises(ValueError, match="number or a name"):
        path(type="Luật")


def test_the_number_counts_before_the_name() -> None:
    assert path(type="Luật", number="29", symbol="QH13", name="Luật Khoa học", issuer_key="qh") == "doc/qh/luat/qh13/29"


def test_blank_numbers_hang_on_the_digest_of_their_source() -> None:
    made = blank_path("skhcn.14-son-la", "Báo cáo", "2022", "8559ab")
    assert made == "doc/skhcn.14-son-la/bao-cao/2022/_8559ab"
    assert parse_path(made) == WorkPath("skhcn.14-son-la", "bao-cao", "2022", digest="8559ab")
    assert blank_path(None, None, None, "8559ab") == "doc/_/_/_/_8559ab"


@pytest.mark.parametrize(
    ("symbol", "year", "date", "key", "expected"),
    [
        ("QĐ-TTg", None, "2020-12-31", "ttg", "2020"),
        ("NĐ-CP", "2014", "2013-12-31", "cp", "2014"),
        ("NQ/TW", None, "2021", "tw", None),
        ("NQ/TW", None, "2022", "tw", "khoa-13"),
        ("NQ/TW", "2022", None, "tw", None),
        ("NQ/TU", None, "2021-05-01", "tu.14-son-la", "2020-2025"),
        ("CV/BTCTU", None, "2021-05-01", "btctu.14-son-la", "2020-2025"),
        ("HD/BTCTW", None, "2021-05-01", "btctw", "khoa-13"),
        ("QH13", "2013", None, "qh", "qh13"),
    ],
)
def test_what_restarts_the_series(
    symbol: str, year: str | None, date: str | None, key: str, expected: str | None
) -> None:
    assert period(parse_symbol(symbol), year, date, key) == expected


@given(keys, labels, numbers, symbols, years, dates)
def test_paths_of_numbers_can_be_read_back(
    key: str | None, label: str | None, number: str, symbol: str | None, year: str | None, date: str | None
) -> None:
    made = path(type=label, number=number, symbol=symbol, year=year, date=date, issuer_key=key)
    parts = parse_path(made)
    assert parts is not None
    assert (parts.issuer_key, parts.number, parts.name, parts.digest) == (key, number_segment(number), None, None)
    assert from_iri(to_iri(made, DEFAULT_BASE), DEFAULT_BASE) == made
    assert to_iri(made, DEFAULT_BASE) == DEFAULT_BASE + made


def test_numbers_of_bodies_that_no_table_knows_stay_apart_by_their_symbols() -> None:
    first = path(type="Công văn", number="12", symbol="TĐ-PCCC", date="2026-04-06", issuer_key=None)
    second = path(type="Công văn", number="12", symbol="YH/KT-TC", date="2026-06-15", issuer_key=None)
    assert (first, second) == ("doc/_/cong-van/2026/12_td-pccc", "doc/_/cong-van/2026/12_yh-kt-tc")
    assert parse_path(first) == WorkPath(None, "cong-van", "2026", number="12", symbol="td-pccc")
    assert path(type="Công văn", number="12", symbol=None, date=None, issuer_key=None) == "doc/_/cong-van/_/12"


@given(keys, labels, st.text(min_size=1), dates)
def test_paths_of_names_can_be_read_back(key: str | None, label: str | None, name: str, date: str | None) -> None:
    made = path(type=label, date=date, issuer_key=key, name=name)
    parts = parse_path(made)
    assert parts is not None
    assert parts.issuer_key == key
    assert parts.name
    assert made.isascii()


@given(st.text(min_size=1), st.sampled_from([DEFAULT_BASE, "http://localhost:8000/id/"]))
def test_iris_are_percent_encoded_and_undone(text: str, base: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    iri = to_iri(text, base)
    assert iri.isascii()
    assert " " not in iri
    assert from_iri(iri, base) == text


def test_other_iris_and_paths_are_not_ours() -> None:
    assert from_iri("https://example.org/doc/x", DEFAULT_BASE) is None
    assert from_iri(DEFAULT_BASE, DEFAULT_BASE) is None
    for other in ("doc/a/b/c", "org/a/b/c/1", "doc/a//c/1", "", "doc/a/b/c/1/2"):
        assert parse_path(other) is None


def test_a_block_holds_all_spellings_of_one_number() -> None:
    assert block_key("02", "QĐ-TTG") == block_key("2", "QĐ-TTg")
    assert block_key("15", "TT-BKH&CN") == block_key("15", "TT-BKHCN")
    assert block_key("1162", "QĐ-UBND", "14-son-la") != block_key("1162", "QĐ-UBND", "11-dien-bien")
    assert block_key("52", "NQ/TW") != block_key("52", "NQ-CP")
    assert block_key("52", None) == "52"
