"""By what title a document is called, whatever its sources write."""

from graph.facts.calling import title_of
from graph.identity.works import Reference, Work


def _work(type_: str, *titles: tuple[str, bool]) -> Work:
    path = "qh/luat/qh15/135"
    references = tuple(
        Reference(profile=str(i), path=path, block="", type=type_, title=title, own=own, mentions=1)
        for i, (title, own) in enumerate(titles)
    )
    return Work(path, references)


def test_a_title_in_capitals_gives_way_to_the_same_title_in_small_letters() -> None:
    work = _work("Quyết định", ("VỀ VIỆC GIAO DỰ TOÁN", True), ("Về việc giao dự toán", False), ("Về giao việc", False))
    assert title_of(work) == "Về việc giao dự toán"


def test_a_title_in_capitals_stands_where_no_source_writes_it_in_small_letters() -> None:
    assert (
        title_of(_work("Quyết định", ("VỀ VIỆC GIAO DỰ TOÁN", True), ("Về giao việc", False))) == "VỀ VIỆC GIAO DỰ TOÁN"
    )


def test_a_law_is_called_with_its_type_word() -> None:
    assert title_of(_work("Luật", ("XÂY DỰNG", True), ("Luật Xây dựng năm 2025", False))) == "Luật Xây dựng"


def test_without_a_title_there_is_none() -> None:
    assert title_of(Work("x", (Reference(profile="1", path="x", block=""),))) is None


def test_a_numbered_law_without_a_title_is_called_by_its_name() -> None:
    path, name = "qh/luat/qh15/31", "Luật Đất đai năm 2024"
    numbered = Reference(profile="1", path=path, block="", type="Luật", number="31", year="2024", name=name)
    assert title_of(Work(path, (numbered,))) == "Luật Đất đai"
    bare = Reference(profile="1", path="qh/luat/2020/dat-dai", block="", type="Luật", name="Luật Đất đai năm 2020")
    assert title_of(Work(bare.path, (bare,))) is None  # its year is what tells it from others
