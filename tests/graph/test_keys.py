"""What the graph asks the ontology: blocks, title keys, labels."""

from __future__ import annotations

import pytest

from graph.facts.labels import label_of, place_of, search_key
from graph.identity.keys import block_of, scoped_path, split_path, title_key
from ontology.identity import work_path
from ontology.records import Issuer, Work

SOURCE = "https://w3id.org/cancu/source/abc"


def stated(
    kind: str, number: str | None, symbol: str | None, issuer: str, title: str | None = None, **more: str
) -> Work:
    path = work_path(
        type=kind, number=number, year=None, symbol=symbol, date=None, issuer_key=issuer, name=more.get("name")
    )
    return Work(path, kind, number, None, symbol, None, Issuer("x", issuer), title, **more)


def test_one_number_in_two_provinces_is_two_blocks() -> None:
    one, other = (stated("Quyết định", "11", "QĐ-UBND", key) for key in ("ubnd.14-son-la", "ubnd.45-quang-tri"))
    assert block_of(one) != block_of(other)


def test_spelling_does_not_make_blocks() -> None:
    assert block_of(stated("Quyết định", "02", "QĐ-TTg", "ttg")) == block_of(stated("Quyết định", "2", "QĐ-TTg", "ttg"))


@pytest.mark.parametrize(
    "name", ["Luật Khoa học và Công nghệ năm 2013", "Luật khoa học và công nghệ", "Luật Khoa học và Công nghệ năm 2000"]
)
def test_names_and_titles_meet(name: str) -> None:
    cited = stated("Luật", None, None, "qh", name=name)
    numbered = stated("Luật", "29", "QH13", "qh", title="Khoa học và Công nghệ")
    assert title_key(cited) == title_key(numbered) == "luat|khoa hoc va cong nghe"


@pytest.mark.parametrize(("one", "other"), [("Bộ luật", "Luật"), ("Kết luận thanh tra", "Kết luận")])
def test_types_of_one_series_are_one_by_name_as_they_are_by_path(one: str, other: str) -> None:
    """Else "Bộ luật Dân sự" and "Luật Dân sự" were decided apart and wrote two labels for one address."""
    first = stated(one, None, None, "qh", name=f"{one} Dân sự")
    second = stated(other, None, None, "qh", name=f"{other} Dân sự")
    assert first.id == second.id
    assert block_of(first) == block_of(second)


def test_local_bodies_without_place_are_kept_with_their_witness() -> None:
    path = "doc/ubnd/quyet-dinh/2021/11"
    assert scoped_path(path, SOURCE) == "doc/ubnd/quyet-dinh/2021/11/in/abc"
    assert split_path(scoped_path(path, SOURCE)).issuer == "ubnd@abc"
    for placed in ("doc/ubnd.14-son-la/quyet-dinh/2021/11", "doc/ttg/quyet-dinh/2021/11", "doc/_/quyet-dinh/2021/11"):
        assert scoped_path(placed, SOURCE) == placed


def test_places_are_read_off_the_key() -> None:
    assert place_of("ubnd.14-son-la") == "Sơn La"
    assert place_of("ubnd.huyen-mai-son.14-son-la") == "Sơn La"
    assert place_of("ttg") is None


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (("Quyết định", "2289/QĐ-TTg", "x", None), "Quyết định số 2289/QĐ-TTg"),
        (("Luật", None, None, "Luật Khoa học và Công nghệ năm 2013"), "Luật Khoa học và Công nghệ năm 2013"),
        (("Báo cáo", None, "Kết quả chuyển đổi số", None), "Báo cáo Kết quả chuyển đổi số"),
        (("Báo cáo", None, None, None), "Báo cáo (chưa có số)"),
        ((None, None, None, None), "(chưa có số)"),
    ],
)
def test_labels(parts: tuple[str | None, str | None, str | None, str | None], label: str) -> None:
    assert label_of(*parts) == label


def test_words_stand_apart_in_the_search_key() -> None:
    assert search_key("11/QĐ-UBND", None, "Chuyển đổi số") == " 11 qd ubnd chuyen doi so "
