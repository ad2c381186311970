"""Registers as witnesses: what they decide, what they must not fill, and that all of it can be taken back."""

from __future__ import annotations

import pytest

from graph.derivation.derive import rebuild
from graph.documents.documents import page
from graph.documents.overview import store_summary
from graph.documents.search import find, one, search
from graph.documents.sources import sources
from graph.ingest import forgetting, ingest, pieces
from graph.storage.store import Store
from ontology.identity import blank_path
from ontology.records import Entry, Extraction, Header, Issuer, Source, Span, Work
from ontology.register import known_works, work_of
from tests.graph.stories import CP, SON_LA, TTG, Draft, work

UNDATED = work("Quyết định", "1322", "QĐ-TTg", TTG)
PLAN = work("Kế hoạch", "8", "KH-UBND", SON_LA, "2021-02-03", title="Kế hoạch năm 2021")
ROW = {"number": "1322/QĐ-TTg", "date": "2020-08-31", "title": "Hỗ trợ doanh nghiệp chuyển đổi"}
OTHER = {"number": "999/QĐ-TTg", "date": "2019-05-06", "title": "Phát triển bền vững"}


def register(*rows: dict[str, str], name: str = "danh-muc.csv", **facts: str) -> Extraction:
    """A list of these rows; the first one stands in line 2."""
    text = "number,date,title\n"
    entries = []
    for line, row in enumerate(rows, 2):
        printed = ",".join(row.values())
        span = Span(len(text), len(text) + len(printed))
        entries.append(Entry(line, span, work_of(row), facts.get("status"), facts.get("effective")))
        text += printed + "\n"
    source = Source(name, text.encode(), "text/csv")
    own = Work(blank_path(None, "Danh mục", None, source.sha256[:12]), "Danh mục", title=f"Danh mục {name}")
    return Extraction(source, text, Header(), own, register=True, entries=tuple(entries))


def citing(target: Work, **said: str) -> Extraction:
    return Draft("ke-hoach.txt", PLAN).says("implements", target, **said).done()  # type: ignore[arg-type]


def everything(store: Store) -> str:
    return "".join(sorted(str(quad) + "\n" for graph in store.graphs() for quad in store.quads(graph)))


def test_an_undated_citation_gets_its_date_and_address(store: Store) -> None:
    ingest.put(store, [citing(UNDATED), register(ROW, status="Còn hiệu lực", effective="2020-09-01")])
    found = one(store, "1322/QĐ-TTg")
    assert (found.iri, found.date) == (f"{store.base}doc/ttg/quyet-dinh/2020/1322", "2020-08-31")
    assert (found.title, found.registered, found.loaded) == (ROW["title"], False, False)
    facts = store.select(f"SELECT ?s ?e {{ <{found.iri}> cancu:validity ?s ; cancu:effective ?e }}").rows
    assert facts == (("Còn hiệu lực", "2020-09-01"),)


def test_registered_facts_win_and_the_difference_is_told_with_both_witnesses(store: Store) -> None:
    wrong = work("Quyết định", "1322", "QĐ-TTg", TTG, "2020-08-13", title="Đề án trồng rừng ven biển")
    citations = Draft("ke-hoach.txt", PLAN).says("implements", wrong).says("cites", wrong).done()
    assert ingest.put(store, [citations, register(OTHER, ROW)]).conflicts == 2
    found = one(store, "1322/QĐ-TTg")
    assert (found.date, found.title) == ("2020-08-31", ROW["title"])
    conflicts = {each.field: each for each in page(store, found.iri).conflicts}
    assert set(conflicts) == {"date", "title"}
    assert conflicts["date"].chosen == "2020-08-31"
    witnesses = {
        value: {(piece.witness.type, piece.rule) for piece in proof} for value, proof in conflicts["date"].values
    }
    assert witnesses == {"2020-08-13": {("Kế hoạch", "")}, "2020-08-31": {("Danh mục", "row:3")}}
    evidence = dict(conflicts["date"].values)["2020-08-31"][0]
    assert evidence.sentence == "1322/QĐ-TTg,2020-08-31,Hỗ trợ doanh nghiệp chuyển đổi"


def test_a_document_that_speaks_of_itself_wins_over_the_register(store: Store) -> None:
    own = work("Quyết định", "1322", "QĐ-TTg", TTG, "2020-08-30", title=ROW["title"])
    ingest.put(store, [Draft("qd.txt", own).done(), register(ROW)])
    found = one(store, "1322/QĐ-TTg")
    assert (found.date, found.loaded) == ("2020-08-30", True)
    assert [each.field for each in page(store, found.iri).conflicts] == ["date"]


def test_a_title_told_shorter_is_no_difference(store: Store) -> None:
    short = work("Quyết định", "1322", "QĐ-TTg", TTG, "2020-08-31", title="Hỗ trợ doanh nghiệp")
    assert ingest.put(store, [citing(short), register(ROW)]).conflicts == 0


def test_what_only_a_register_knows_is_found_marked_and_counted_apart(store: Store) -> None:
    ingest.put(store, [citing(UNDATED), register(ROW, OTHER)])
    known = one(store, "999/QĐ-TTg")
    assert known.registered and not known.loaded
    assert [each.number for each in search(store, "phat trien ben vung")[0]] == ["999/QĐ-TTg"]
    assert search(store, "")[0][-1] == known
    counted = store_summary(store)
    assert (counted.documents, counted.registered) == (3, 1)  # the plan, what it cites, the list
    assert {each.name for each in sources(store)} == {"danh-muc.csv", "ke-hoach.txt"}


def test_a_register_is_marked_as_one(store: Store) -> None:
    ingest.put(store, [citing(UNDATED), register(ROW)])
    marked = store.select("SELECT ?name { ?source a cancu:Register ; schema:name ?name }").rows
    assert marked == (("danh-muc.csv",),)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_loading_does_not_matter(store: Store, order: tuple[int, int]) -> None:
    both = [citing(UNDATED), register(ROW, OTHER)]
    for position in order:
        ingest.put(store, [both[position]])
    before = everything(store)
    rebuild(store)
    assert everything(store) == before
    assert one(store, "1322/QĐ-TTg").date == "2020-08-31"


def test_a_forgotten_register_leaves_nothing_behind(store: Store) -> None:
    ingest.put(store, [citing(UNDATED)])
    before = everything(store)
    [iri] = ingest.put(store, [register(ROW, OTHER)]).loaded
    assert everything(store) != before
    assert forgetting.forget(store, [iri]).removed == (iri,)
    assert everything(store) == before


def test_forget_touches_sources_only(store: Store) -> None:
    ingest.put(store, [citing(UNDATED)])
    before = everything(store)
    assert forgetting.forget(store, [f"{store.base}graph/resolved"]).removed == ()
    assert everything(store) == before


def test_a_changed_register_replaces_the_one_before_and_the_same_one_is_unchanged(store: Store) -> None:
    first, second = register(ROW, OTHER), register(ROW)
    [old] = ingest.put(store, [(first, "/a/danh-muc.csv")]).loaded
    assert ingest.put(store, [(first, "/a/danh-muc.csv")]).unchanged == (old,)
    assert ingest.put(store, [(second, "/a/danh-muc.csv")]).removed == (old,)
    assert find(store, "999/QĐ-TTg") == []
    assert store_summary(store).registered == 1


def test_parts_of_a_long_register_say_the_same_as_the_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from graph.storage.location import open_store

    rows = [{"number": f"{number}/QĐ-TTg", "date": f"2020-0{1 + number % 9}-11"} for number in range(1, 12)]
    rows.append({"number": "3/QĐ-TTg", "date": "2021-06-07"})
    ingest.put(store, [citing(UNDATED), register(*rows)])
    monkeypatch.setattr(pieces, "PART_ROWS", 2)
    parted = open_store(tmp_path_factory.mktemp("parted") / "store")
    ingest.put(parted, [citing(UNDATED), register(*rows)])
    assert everything(parted) == everything(store)
    parted.close()


def test_what_a_crash_left_of_a_register_is_replaced(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = register(ROW, OTHER, {"number": "5/QĐ-TTg", "date": "2018-01-02"})
    ingest.put(store, [whole])
    wanted = everything(store)
    forgetting.forget(store, [sources(store)[0].iri])
    monkeypatch.setattr(pieces, "PART_ROWS", 1)
    applied, apply = [], store.apply

    def failing(change: object) -> None:
        if len(applied) == 2:
            raise KeyboardInterrupt
        applied.append(change)
        apply(change)  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr(store, "apply", failing)
        with pytest.raises(KeyboardInterrupt):
            ingest.put(store, [whole])
    assert everything(store) not in ("", wanted)
    assert len(ingest.put(store, [whole]).loaded) == 1
    assert everything(store) == wanted


# --- the register that ships with the product


def test_a_cited_document_gets_what_the_built_in_register_knows(store: Store) -> None:
    known = known_works()["doc/cp/nghi-dinh/2020/30"]
    ingest.put(store, [citing(work("Nghị định", "30", "NĐ-CP", CP, year="2020"))])
    found = one(store, "30/2020/NĐ-CP")
    assert (found.date, found.title) == (known.date, known.title)
    assert store_summary(store).documents == 2
    assert store_summary(store).registered == 0
    before = everything(store)
    rebuild(store)
    assert everything(store) == before


def test_a_date_that_the_built_in_register_contradicts_is_a_conflict(store: Store) -> None:
    wrong = work("Nghị định", "30", "NĐ-CP", CP, "2020-05-03", year="2020")
    assert ingest.put(store, [citing(wrong)]).conflicts == 1
    found = one(store, "30/2020/NĐ-CP")
    assert found.date == known_works()["doc/cp/nghi-dinh/2020/30"].date
    [conflict] = page(store, found.iri).conflicts
    assert [value for value, _ in conflict.values] == ["2020-03-05", "2020-05-03"]


def test_nothing_of_the_built_in_register_is_in_the_store_by_itself(store: Store) -> None:
    ingest.put(store, [citing(UNDATED)])
    assert store_summary(store).documents == 2
    assert "doc/cp/nghi-dinh" not in everything(store)


def test_the_built_in_register_guesses_no_year(store: Store) -> None:
    ingest.put(store, [citing(work("Nghị định", "30", "NĐ-CP", CP))])
    assert [each.date for each in find(store, "30/NĐ-CP")] == [None]


def test_the_issuer_of_a_register_row_is_shown(store: Store) -> None:
    vague = work("Quyết định", "1322", "QĐ-TTg", Issuer("Thủ tướng", "ttg"), "2020-08-31")
    ingest.put(store, [citing(vague), register(ROW)])
    assert one(store, "1322/QĐ-TTg").issuer == "Thủ tướng Chính phủ"


def test_the_built_in_register_doubts_no_title(store: Store) -> None:
    loose = work("Nghị định", "30", "NĐ-CP", CP, "2020-03-05", year="2020", title="mọi cơ quan phải theo")
    assert ingest.put(store, [citing(loose)]).conflicts == 0
    assert one(store, "30/2020/NĐ-CP").title == known_works()["doc/cp/nghi-dinh/2020/30"].title


@pytest.mark.parametrize(
    ("title", "date", "differs"),
    [
        ("hướng dẫn Luật Tố cáo và các văn bản khác", None, False),
        ("quy định việc 01/3/2023", "2020-08-31", False),
        ("Đề án trồng rừng ven biển", "2020-08-31", True),
    ],
)
def test_an_aside_behind_a_bare_number_contradicts_no_registered_title(
    store: Store, title: str, date: str | None, differs: bool
) -> None:
    cited = work("Quyết định", "1322", "QĐ-TTg", TTG, date, title=title)
    ingest.put(store, [citing(cited), register(ROW)])
    fields = [each.field for each in page(store, one(store, "1322/QĐ-TTg").iri).conflicts]
    assert fields == (["title"] if differs else [])
