"""Every row of every table, walked with its own example."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources
from itertools import pairwise
from typing import get_args

import pytest

from ontology import tables
from ontology.document_type import of_symbol, row_of
from ontology.issuer_names import from_text
from ontology.numbers import parse_symbol
from ontology.records import Predicate
from ontology.tables import Body, DocumentType, Place, RelationPhrase
from ontology.typed_numbers import parse_number
from ontology.words import slug, tone

DAY = re.compile(r"\d{4}-\d{2}-\d{2}|")

numbered_types = [row for row in tables.document_types() if " số " in row.example]
coded_bodies = [row for row in tables.issuers() if parse_number(row.example)]
spoken_bodies = [row for row in tables.issuers() if row.example.startswith("của ")]


def ident(row: object) -> str:
    return str(getattr(row, "id", None) or getattr(row, "slug", None) or getattr(row, "key", row))


DATED: list[DocumentType | Body | Place] = [*tables.document_types(), *tables.issuers(), *tables.places()]
KNOWN = {ident(row) for row in DATED}


# --- all tables


@pytest.mark.parametrize("row", DATED, ids=ident)
def test_validity_is_a_span_of_days_and_successors_exist(row: DocumentType | Body | Place) -> None:
    assert DAY.fullmatch(row.valid_from) and DAY.fullmatch(row.valid_to)
    assert not row.valid_to or row.valid_from <= row.valid_to
    successors = (row.successor,) if isinstance(row.successor, str) else row.successor
    assert {name for name in successors if name} <= KNOWN
    assert row.source
    assert row.example or isinstance(row, Body)


@pytest.mark.parametrize(
    "names",
    [
        [row.slug for row in tables.document_types()],
        [row.id for row in tables.issuers()],
        [row.key for row in tables.places()],
        [row.id for row in tables.relation_phrases()],
        [row.id for row in tables.party_terms()],
        [row.phrase for row in tables.head_titles()],
        [row.phrase for row in tables.body_words()],
        [row.phrase for row in tables.name_stops()],
    ],
    ids=["types", "issuers", "places", "phrases", "terms", "titles", "words", "stops"],
)
def test_ids_are_unique(names: list[str]) -> None:
    assert Counter(names).most_common(1)[0][1] == 1


# --- document types


@pytest.mark.parametrize("row", tables.document_types(), ids=ident)
def test_type_slug_says_its_label(row: DocumentType) -> None:
    assert row.slug.startswith(slug(row.label_vi)) or row.slug in slug(row.label_vi) or row.slug == "ban-sao-dang"
    assert row_of(row.label_vi) == row
    assert row_of(row.label_vi.upper()) == row
    assert row.series in {other.slug for other in tables.document_types()}
    assert not row.sole_issuer or row.sole_issuer in tables.issuer_by_id()


@pytest.mark.parametrize("row", numbered_types, ids=ident)
def test_type_is_read_from_its_own_example(row: DocumentType) -> None:
    word = row.example.split(" số ")[0]
    parts = parse_number(row.example)
    assert parts is not None
    symbol = parse_symbol(parts.symbol, word)
    assert symbol is not None
    assert of_symbol(symbol, word) == row
    assert symbol.type_code in (None, *row.state_codes, *row.party_codes) or symbol.family == "na"


@pytest.mark.parametrize("row", [row for row in tables.document_types() if "/" in row.counter_example], ids=ident)
def test_type_is_not_read_from_its_counter_example(row: DocumentType) -> None:
    parts = parse_number(row.counter_example)
    assert parts is not None
    symbol = parse_symbol(parts.symbol)
    assert symbol is not None
    assert of_symbol(symbol) != row


# --- issuers


@pytest.mark.parametrize("row", coded_bodies, ids=ident)
def test_body_bears_the_code_of_its_example(row: Body) -> None:
    parts = parse_number(row.example)
    assert parts is not None
    symbol = parse_symbol(parts.symbol)
    assert symbol is not None
    series = {other.id for other in tables.issuers() if set(other.codes) & set(symbol.agencies)}
    plain = {agency.rstrip("0123456789") for agency in symbol.agencies}
    assert row.series in series or plain & set(row.codes)


@pytest.mark.parametrize("row", spoken_bodies, ids=ident)
def test_body_is_read_from_its_example(row: Body) -> None:
    found = from_text(row.example.removeprefix("của "), None, None)
    assert found is not None
    assert found[0].key.split(".")[0] == row.series


@pytest.mark.parametrize("row", [row for row in tables.issuers() if row.scope == "unique"], ids=ident)
def test_unique_body_is_read_from_its_name(row: Body) -> None:
    for name in (row.name_vi, *row.names):
        found = from_text(f"{name} về việc", None, None)
        assert found is not None, name
        assert (found[0].name, found[0].key, found[1]) == (row.name_vi, row.series, len(name))


@pytest.mark.parametrize("row", [row for row in tables.issuers() if row.scope in ("province", "local")], ids=ident)
def test_local_body_holds_its_place(row: Body) -> None:
    assert "{place}" in row.name_vi or "{committee}" in row.name_vi
    assert 4 <= row.level <= 6


def test_a_code_is_right_or_misspelled_never_both() -> None:
    right = {code for row in tables.issuers() for code in row.codes}
    wrong = {code for row in tables.issuers() for code in row.code_variants}
    assert not right & wrong


def test_parents_and_series_are_bodies() -> None:
    ids = tables.issuer_by_id()
    assert all(row.series in ids and (not row.parent or row.parent in ids) for row in tables.issuers())


@pytest.mark.parametrize("row", tables.body_words(), ids=lambda row: row.phrase)
def test_body_word_opens_a_name(row: tables.BodyWord) -> None:
    found = from_text(f"{row.example}, trong đó", None, None)
    assert found is not None
    assert found[1] == len(row.example)
    assert from_text(f"{row.counter_example} theo kế hoạch", None, None) is None


@pytest.mark.parametrize("row", tables.head_titles(), ids=lambda row: row.phrase)
def test_title_stands_before_a_body(row: tables.HeadTitle) -> None:
    found = from_text(f"{row.example} về việc", None, None)
    assert found is not None
    assert found[1] == len(row.example)
    assert found[0].name.startswith(row.phrase) == (row.part == "name")


@pytest.mark.parametrize("row", tables.name_stops(), ids=lambda row: row.phrase)
def test_stop_ends_a_name(row: tables.NameStop) -> None:
    found = from_text(row.example, None, None)
    assert found is not None
    assert found[0].name == "Viện Nghiên cứu chiến lược"


# --- places


def test_the_eras_of_the_provinces() -> None:
    on = {
        day: [row for row in tables.places() if row.valid_on(day)] for day in ("2020-01-01", "2025-06-30", "2025-07-01")
    }
    assert [len(rows) for rows in on.values()] == [63, 63, 34]


@pytest.mark.parametrize("row", tables.places(), ids=ident)
def test_place_is_read_from_its_example(row: Place) -> None:
    phrase, _, date = row.example.partition("|")
    found = from_text(f"{phrase} ban hành", None, date)
    assert found is not None
    assert found[0].key == f"ubnd.{row.key}"
    assert found[0].name == f"Ủy ban nhân dân {row.full_name}"
    assert found[1] == len(phrase)
    assert row.key.startswith(f"{row.code}-{slug(row.name)}")


def test_a_merged_province_with_its_old_name_is_a_new_body() -> None:
    before, after = tables.place_at("Quảng Trị", "2025-06-30"), tables.place_at("Quảng Trị", "2025-07-01")
    assert before is not None and after is not None
    assert (before.key, before.successor) == ("45-quang-tri", "44-quang-tri-2025")
    assert after.key == "44-quang-tri-2025"


@pytest.mark.parametrize(
    ("name", "date", "key"),
    [
        ("Sơn La", None, "14-son-la"),
        ("tỉnh Sơn La", "2026-01-01", "14-son-la"),
        ("TP. HCM", None, "79-ho-chi-minh"),
        ("Thành phố Hồ Chí Minh", "2025-08", "79-ho-chi-minh-2025"),
        ("hoà bình", "2021", "17-hoa-binh"),
        ("Hòa Bình", "2026-01-01", "17-hoa-binh"),
        ("Thừa Thiên Huế", None, "46-thua-thien-hue"),
        ("Huế", None, "46-hue"),
        ("Huế", "2026", "46-hue"),
        ("Lào Cai", None, "10-lao-cai"),
        ("Đồng Nai", "2026-05", "75-dong-nai-2026"),
        ("Quảng Trị", "2025", "45-quang-tri"),
    ],
)
def test_place_at(name: str, date: str | None, key: str) -> None:
    place = tables.place_at(name, date)
    assert place is not None
    assert place.key == key


def test_place_at_knows_no_other_names() -> None:
    assert tables.place_at("Atlantis") is None


def test_place_on_finds_the_same_name_in_another_era() -> None:
    now = tables.place_by_key()["44-quang-tri-2025"]
    assert tables.place_on(now, "2021-05-05").key == "45-quang-tri"
    assert tables.place_on(now, "2026").key == now.key
    assert tables.place_on(now, None) is now


# --- relation phrases


def scan(text: str) -> list[str]:
    """Ids of the phrases in a text, as one alternation with the longer patterns first finds them."""
    rows = sorted(tables.relation_phrases(), key=lambda row: (-len(row.pattern), row.id))
    body = "|".join(f"(?P<p{number}>{row.pattern})" for number, row in enumerate(rows))
    found = re.finditer(rf"(?<!\w)(?:{body})(?!\w)", tone(text).lower())
    return [rows[int((match.lastgroup or "p0")[1:])].id for match in found]


@pytest.mark.parametrize("row", tables.relation_phrases(), ids=ident)
def test_phrase_finds_its_example_only(row: RelationPhrase) -> None:
    assert row.id in scan(row.example)
    assert row.id not in scan(row.counter_example)
    assert re.compile(row.pattern).groups == 0
    assert parse_number(row.example) or row.predicate in ("implements", "guides", "cites")


def test_phrase_tolerates_line_breaks_and_spaced_punctuation() -> None:
    assert scan("Sửa đổi , bổ sung\nmột số điều của Nghị định") == ["sua-doi-bo-sung"]
    assert scan("triển khai\u00a0 thực hiện Quyết định") == ["trien-khai"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("kết quả thực hiện Nghị quyết", ["ket-qua-thuc-hien"]),
        ("hướng dẫn thi hành Luật", ["huong-dan-thi-hanh"]),
        ("có hiệu lực thi hành từ ngày ký", ["hieu-luc-thi-hanh"]),
        ("hết hiệu lực thi hành", ["het-hieu-luc"]),
        ("được thay thế bởi Thông tư", ["duoc-thay-the-boi"]),
        ("thực hiện theo Thông tư", ["thuc-hien-theo"]),
        ("thực hiện theo quy định tại Thông tư", ["thuc-hien", "theo-quy-dinh-tai"]),
        ("Bộ Kế hoạch và Đầu tư", []),
    ],
)
def test_the_longer_phrase_wins(text: str, ids: list[str]) -> None:
    assert scan(text) == ids


def test_passive_phrases_turn_the_relation_around() -> None:
    rows = {row.id: row for row in tables.relation_phrases()}
    assert rows["duoc-sua-doi-boi"].direction == rows["bi-bai-bo-boi"].direction == "inverse"
    assert rows["het-hieu-luc"].position == "after_target"


# --- party terms, predicates


@pytest.mark.parametrize("row", tables.party_terms(), ids=ident)
def test_term_holds_its_example(row: tables.PartyTerm) -> None:
    assert tables.party_term(row.level, row.example) == row.id
    assert tables.party_term(row.level, row.valid_from) == row.id


@pytest.mark.parametrize("level", ["central", "provincial"])
def test_terms_follow_each_other_without_a_gap(level: str) -> None:
    rows = [row for row in tables.party_terms() if row.level == level]
    for earlier, later in pairwise(rows):
        assert earlier.valid_to < later.valid_from
        assert tables.party_term(later.level, earlier.valid_to) == earlier.id
    assert rows[-1].valid_to == ""


def test_a_partial_date_must_fall_clearly_into_one_term() -> None:
    assert tables.party_term("central", "2021") is None
    assert tables.party_term("central", "2022") == "khoa-13"
    assert tables.party_term("central", "2021-02") == "khoa-13"
    assert tables.party_term("central", "1950-01-01") is None


def test_predicates_are_those_of_the_records() -> None:
    assert [row.predicate for row in tables.predicates()] == list(get_args(Predicate))
    assert all(row.strong == (row.predicate != "cites") for row in tables.predicates())
    assert len({row.inverse for row in tables.predicates()}) == len(tables.predicates())


@pytest.mark.parametrize(
    "rows",
    [
        tables.document_types(),
        tables.issuers(),
        tables.places(),
        tables.relation_phrases(),
        tables.party_terms(),
        tables.predicates(),
        tables.head_titles(),
        tables.body_words(),
        tables.name_stops(),
    ],
    ids=["types", "issuers", "places", "phrases", "terms", "predicates", "titles", "words", "stops"],
)
def test_every_source_is_explained(rows: tuple[DocumentType | Body | Place | RelationPhrase, ...]) -> None:
    readme = resources.files("ontology").joinpath("data", "README.md").read_text(encoding="utf-8")
    keys = {
        key.strip() for line in readme.splitlines() if line.startswith("| ") for key in line.split("|")[1].split(",")
    }
    for row in rows:
        for source in re.split(r";\s*", row.source):
            assert any(source.removeprefix("date ").startswith(key) for key in keys if key), source
