"""Finding documents by number as people write it, and by words without diacritics."""

from __future__ import annotations

import pytest

from graph.documents.search import AmbiguousNumberError, find, one, search
from graph.ingest import ingest
from graph.storage.store import Store
from ontology.errors import NotFoundError
from tests.graph.stories import LAW, PLAN, QUANG_TRI, REPORT, RESOLUTION, SON_LA, STRATEGY, Draft, work

TWINS = [
    work("Quyết định", "11", "QĐ-UBND", issuer, date)
    for issuer, date in ((SON_LA, "2021-01-06"), (QUANG_TRI, "2022-02-01"))
]


@pytest.fixture
def twins(loaded: Store) -> Store:
    draft = Draft("danh-sach.txt", work("Công văn", "9", "SKHCN-VP", SON_LA, "2023-01-01"))
    for twin in TWINS:
        draft.mentions(twin)
    ingest.put(loaded, [draft.done()])
    return loaded


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("2289/QĐ-TTg", STRATEGY.id),
        ("2289/qd-ttg", STRATEGY.id),
        ("quyết định số 2289/QĐ-TTg ngày 31/12/2020", STRATEGY.id),
        ("52-NQ/TW", RESOLUTION.id),
        ("52 nq/tw", RESOLUTION.id),
        ("29/2013/QH13", LAW.id),
        ("5807/KH-UBND", PLAN.id),
    ],
)
def test_a_number_however_it_is_written(loaded: Store, typed: str, path: str) -> None:
    assert one(loaded, typed).iri == loaded.base + path


def test_an_address_is_as_good_as_a_number(loaded: Store) -> None:
    assert one(loaded, loaded.base + PLAN.id).number == "5807/KH-UBND"


@pytest.mark.parametrize(("typed", "code"), [("1/QĐ-TTg", "document.unknown"), ("chuyển đổi", "document.number")])
def test_what_is_not_known(loaded: Store, typed: str, code: str) -> None:
    assert find(loaded, typed) == []
    with pytest.raises(NotFoundError) as error:
        one(loaded, typed)
    assert (error.value.code, error.value.details) == (code, {"number": typed})


def test_one_number_of_two_provinces_is_a_choice(twins: Store) -> None:
    with pytest.raises(AmbiguousNumberError) as error:
        one(twins, "11/QĐ-UBND")
    assert [each.place for each in error.value.candidates] == ["Sơn La", "Quảng Trị"]
    assert "Quảng Trị" in error.value.details["candidates"]


@pytest.mark.parametrize("hint", ["11/QĐ-UBND Quảng Trị", "11/qd-ubnd tinh quang tri", "11/QĐ-UBND năm 2022"])
def test_a_hint_beside_the_number_decides(twins: Store, hint: str) -> None:
    assert one(twins, hint).place == "Quảng Trị"


@pytest.mark.parametrize("words", ["cách mạng công nghiệp", "CACH MANG cong nghiep", "nghiep cong"])
def test_words_are_found_without_diacritics(loaded: Store, words: str) -> None:
    found, total = search(loaded, words)
    assert (total, {each.number for each in found}) == (2, {"2289/QĐ-TTg", "52-NQ/TW"})


def test_words_are_found_from_their_beginning_only(loaded: Store) -> None:
    assert search(loaded, "89")[1] == 0
    assert search(loaded, "228")[1] == 1


def test_what_is_typed_with_diacritics_comes_first(store: Store) -> None:
    speaker = work("Công văn", "9", "SKHCN-VP", SON_LA, "2023-01-01")
    first = work("Kế hoạch", "1", "KH-UBND", SON_LA, "2021-01-01", title="Chuyển đổi số")
    second = work("Kế hoạch", "2", "KH-UBND", SON_LA, "2021-01-01", title="Chuyền đổi sổ")
    ingest.put(store, [Draft("a.txt", speaker).mentions(first).mentions(second).done()])
    assert [each.title for each in search(store, "chuyển đổi số")[0]] == ["Chuyển đổi số", "Chuyền đổi sổ"]
    assert [each.title for each in search(store, "Chuyền đổi")[0]] == ["Chuyền đổi sổ", "Chuyển đổi số"]


def test_a_document_without_number_and_title_is_called_by_its_file(store: Store) -> None:
    for digest, file in (("0a1b2c", "bc-quy-1.docx"), ("3d4e5f", f"{'bao-cao-' * 20}.docx")):
        ingest.put(store, [Draft(file, work("Báo cáo", None, None, digest=digest)).lost(digest).done()])
    short, long = sorted((each.label for each in search(store, "báo cáo")[0]), key=len)
    assert short == "Báo cáo (chưa có số): bc-quy-1.docx"
    assert long == f"Báo cáo (chưa có số): {'bao-cao-' * 7}bao…"


def test_loaded_documents_come_before_cited_ones(loaded: Store) -> None:
    assert [each.loaded for each in search(loaded, "")[0]] == [True, True, False, False, False, False]


def test_pages_of_hits_do_not_overlap(loaded: Store) -> None:
    everything = search(loaded, "")[0]
    pages = [search(loaded, "", limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [each for page, _ in pages for each in page] == everything
    assert {total for _, total in pages} == {6}
    assert search(loaded, "", limit=2, offset=6) == ([], 6)


@pytest.mark.parametrize("words", ['"', "\\", "'} #", "$", "?", "%"])
def test_odd_signs_are_only_signs(loaded: Store, words: str) -> None:
    assert search(loaded, words)[1] >= 0
    assert search(loaded, f"{words} kết quả")[0][0].iri == loaded.base + REPORT.id
