"""Loading: idempotent, replacing, incremental, and always the same graph as deriving everything anew."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graph.derivation import recall
from graph.derivation.derive import rebuild
from graph.ingest import batches, forgetting, held, ingest
from graph.storage.location import open_store
from graph.storage.store import Store
from ontology.errors import StoreError
from ontology.records import Conflict, Extraction
from tests.graph.histories import in_one_run, nquads, replayed
from tests.graph.stories import (
    LAW,
    NOWHERE,
    PLAN,
    PROGRAMME,
    QH,
    QUANG_TRI,
    REPORT,
    RESOLUTION,
    SON_LA,
    STRATEGY,
    Draft,
    plan,
    report,
    work,
)

STRATEGY_LATE = replace(STRATEGY, id="doc/ttg/quyet-dinh/2021/2289", date="2021-12-31")
STRATEGY_UNDATED = replace(STRATEGY, id="doc/ttg/quyet-dinh/_/2289", date=None, title=None)
LAW_BY_NAME = work("Luật", None, None, QH, name="Luật Khoa học và Công nghệ năm 2013")
SAME_SON_LA = work("Quyết định", "11", "QĐ-UBND", SON_LA, "2021-01-06")
SAME_QUANG_TRI = work("Quyết định", "11", "QĐ-UBND", QUANG_TRI, "2021-02-01")
SAME_NOWHERE = work("Quyết định", "11", "QĐ-UBND", NOWHERE, "2021-01-06")


def memo(number: int) -> Draft:
    return Draft(f"cong-van-{number}.txt", work("Công văn", str(number), "SKHCN-VP", SON_LA, "2023-01-01"))


def resolved(store: Store) -> list[str]:
    return sorted(str(quad) for quad in store.quads(f"{store.base}graph/resolved"))


def works(store: Store) -> list[str]:
    rows = store.select("SELECT ?w WHERE { ?w a cancu:Document } ORDER BY ?w").rows
    return [str(iri).removeprefix(store.base) for (iri,) in rows]


def identifies(store: Store, path: str) -> int:
    rows = store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?r cancu:identifies <{store.base}{path}> }}").rows
    return int(str(rows[0][0]))


def test_loading_twice_changes_nothing(store: Store) -> None:
    first = ingest.put(store, [(plan(), "a"), (report(), "b")], store.base)
    before = nquads(store)
    second = ingest.put(store, [(plan(), "a"), (report(), "b")], store.base)
    assert (len(first.loaded), first.unchanged, first.works) == (2, (), 6)
    assert (second.loaded, second.updated, second.works) == ((), (), 0)
    assert second.unchanged == first.loaded
    assert nquads(store) == before


def test_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    one, other = open_store(tmp_path / "1"), open_store(tmp_path / "2")
    ingest.put(one, [plan(), report()])
    for extraction in (report(), plan()):
        ingest.put(other, [extraction])
    assert nquads(one) == nquads(other)
    one.close()
    other.close()


def test_a_new_reading_of_the_same_bytes_replaces_the_old_one(store: Store) -> None:
    ingest.put(store, [plan()])
    less = replace(plan(), statements=plan().statements[:1])
    changes = ingest.put(store, [less])
    assert (len(changes.updated), changes.loaded) == (1, ())
    fresh = nquads(store)
    forgetting.forget(store, changes.updated)
    assert nquads(store) == []
    ingest.put(store, [less])
    assert nquads(store) == fresh


def test_changed_content_at_a_path_replaces_its_witness(store: Store) -> None:
    old = memo(1).says("implements", STRATEGY).done()
    new = memo(1).says("implements", RESOLUTION).done()
    first = ingest.put(store, [(old, "x/1.txt")])
    second = ingest.put(store, [(new, "x/1.txt")])
    assert second.removed == first.loaded
    assert "doc/ttg/quyet-dinh/2020/2289" not in works(store)


def test_a_copy_elsewhere_keeps_the_old_witness(store: Store) -> None:
    old = memo(1).says("implements", STRATEGY).done()
    ingest.put(store, [(old, "x/1.txt"), (old, "copy/1.txt")])
    changes = ingest.put(store, [(memo(1).says("implements", RESOLUTION).done(), "x/1.txt")])
    assert changes.removed == ()
    assert "doc/ttg/quyet-dinh/2020/2289" in works(store)


def test_a_moved_file_is_the_same_source(store: Store) -> None:
    first = ingest.put(store, [(plan(), "old/a.txt")])
    moved = ingest.put(store, [(replace(plan(), source=replace(plan().source, name="ke-hoach.txt")), "new/a.txt")])
    assert moved.unchanged == first.loaded


def test_a_swap_of_two_files_loses_none(store: Store) -> None:
    ingest.put(store, [(plan(), "a"), (report(), "b")])
    changes = ingest.put(store, [(plan(), "b"), (report(), "a")])
    assert (len(changes.unchanged), changes.removed) == (2, ())


def test_records_of_one_file_are_sources_of_their_own(store: Store) -> None:
    one, other = memo(1).says("cites", LAW), memo(1).says("cites", LAW)
    changes = ingest.put(store, [(one.done("1"), "all.jsonl"), (other.done("2"), "all.jsonl")])
    assert (len(changes.loaded), changes.removed) == (2, ())


def test_holds_knows_path_content_and_extractor(store: Store) -> None:
    source = plan().source
    assert not held.holds(store, source, "a", "v1")
    ingest.put(store, [(plan(), "a")], extractor="v1")
    assert held.holds(store, source, "a", "v1")
    assert not held.holds(store, source, "a", "v2")
    assert not held.holds(store, source, "b", "v1")
    assert not held.holds(store, report().source, "a", "v1")


def test_the_base_must_be_the_one_of_the_store(store: Store) -> None:
    with pytest.raises(StoreError) as error:
        ingest.put(store, [plan()], "https://elsewhere.example/")
    assert error.value.code == "store.base"


def test_many_batches_give_the_same_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extractions = [memo(n).says("implements", STRATEGY).mentions(LAW, n % 3).done() for n in range(6)]
    one, other = open_store(tmp_path / "1"), open_store(tmp_path / "2")
    ingest.put(one, extractions)
    monkeypatch.setattr(batches, "BATCH_BYTES", 1)
    ingest.put(other, extractions)
    assert nquads(one) == nquads(other)
    one.close()
    other.close()


def test_what_was_loaded_before_an_error_is_whole(store: Store) -> None:
    def half() -> object:
        yield plan()
        raise RuntimeError("the reader broke")

    with pytest.raises(RuntimeError):
        ingest.put(store, half())  # type: ignore[arg-type]
    assert works(store) == []
    ingest.put(store, [plan()])
    before = nquads(store)
    rebuild(store)
    assert nquads(store) == before


def test_citations_meet_the_document_when_it_is_loaded(store: Store) -> None:
    ingest.put(store, [memo(1).says("implements", PLAN).done(), plan()])
    assert identifies(store, PLAN.id) == 2
    rows = store.select(f"SELECT ?l WHERE {{ <{store.base}{PLAN.id}> cancu:loaded ?l }}").rows
    assert rows == (("true",),)


def test_undated_references_join_and_leave_as_evidence_comes_and_goes(store: Store) -> None:
    ingest.put(store, [memo(1).says("implements", STRATEGY_UNDATED).done()])
    assert STRATEGY_UNDATED.id in works(store)
    ingest.put(store, [memo(2).says("implements", STRATEGY).mentions(STRATEGY, 2).done()])
    assert STRATEGY_UNDATED.id not in works(store)
    assert identifies(store, STRATEGY.id) == 2
    other = replace(STRATEGY, id=STRATEGY_LATE.id, date="2021-05-05", title=None)
    third = ingest.put(store, [memo(3).mentions(other, 2).done()])
    assert STRATEGY_UNDATED.id in works(store)
    forgetting.forget(store, third.loaded)
    assert STRATEGY_UNDATED.id not in works(store)


def test_a_slip_of_the_year_is_one_document_and_one_conflict(store: Store) -> None:
    changes = ingest.put(
        store, [memo(1).says("implements", STRATEGY).mentions(STRATEGY).done(), memo(2).mentions(STRATEGY_LATE).done()]
    )
    assert changes.conflicts == 1
    assert STRATEGY_LATE.id not in works(store)
    rows = store.select("SELECT ?f ?c WHERE { ?x a cancu:StatedConflict ; cancu:field ?f ; cancu:chosen ?c }").rows
    assert rows == (("date", "2020-12-31"),)


def test_a_contradiction_that_every_batch_touches_is_counted_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.ingest.batches.BATCH_BYTES", 1)
    told = [memo(1).mentions(STRATEGY).says("implements", STRATEGY), memo(2).mentions(STRATEGY_LATE)]
    told += [memo(number).mentions(STRATEGY) for number in (3, 4, 5)]
    counts: list[int] = []
    changes = ingest.put(store, [each.done() for each in told], on_batch=lambda so_far: counts.append(so_far.conflicts))
    assert (counts, changes.conflicts) == ([0, 1, 1, 1, 1], 1)


def test_what_one_witness_contradicts_within_itself_is_a_conflict_too(store: Store) -> None:
    doubt = Conflict("issuer", "Bộ Khoa học và Công nghệ", "Thủ tướng Chính phủ")
    draft = memo(1).says("implements", STRATEGY).says("cites", STRATEGY, date="2021-12-31", conflicts=(doubt,))
    assert ingest.put(store, [draft.done()]).conflicts == 2


def test_a_law_by_name_is_the_law_by_number(store: Store) -> None:
    ingest.put(store, [memo(1).says("basedOn", LAW_BY_NAME).done()])
    assert LAW_BY_NAME.id in works(store)
    numbered = ingest.put(store, [memo(2).says("basedOn", LAW).done()])
    assert LAW_BY_NAME.id not in works(store)
    assert identifies(store, LAW.id) == 2
    later = ingest.put(store, [memo(3).says("basedOn", LAW_BY_NAME).done()])
    assert identifies(store, LAW.id) == 3
    forgetting.forget(store, [*numbered.loaded, *later.loaded])
    assert LAW.id not in works(store)
    assert identifies(store, LAW_BY_NAME.id) == 1


def test_one_number_in_two_provinces_stays_two_documents(store: Store) -> None:
    ingest.put(store, [memo(1).mentions(SAME_SON_LA).done(), memo(2).mentions(SAME_QUANG_TRI).done()])
    assert {SAME_SON_LA.id, SAME_QUANG_TRI.id} <= set(works(store))


def test_a_local_number_without_place_merges_with_nothing(store: Store) -> None:
    placeless = [memo(number).mentions(SAME_NOWHERE).done() for number in (1, 2)]
    ingest.put(store, [*placeless, memo(3).mentions(SAME_SON_LA).done()])
    assert len([path for path in works(store) if "quyet-dinh/2021/11" in path]) == 3


def test_an_edge_stays_while_one_statement_carries_it(store: Store) -> None:
    both = ingest.put(
        store,
        [
            memo(1).says("implements", RESOLUTION, subject=PROGRAMME).done(),
            memo(2).says("implements", RESOLUTION, subject=PROGRAMME).done(),
        ],
    )
    edge = f"ASK {{ <{store.base}{PROGRAMME.id}> cancu:implements <{store.base}{RESOLUTION.id}> }}"
    forgetting.forget(store, both.loaded[:1])
    assert store.select(edge).rows == (("true",),)
    forgetting.forget(store, both.loaded[1:])
    assert nquads(store) == []


POOL: list[Extraction] = [
    plan(),
    report(),
    memo(1).says("implements", STRATEGY).done(),
    memo(2).mentions(STRATEGY_LATE).done(),
    memo(3).says("implements", STRATEGY_UNDATED).says("basedOn", LAW_BY_NAME, cue="Căn cứ").done(),
    memo(4).mentions(STRATEGY_LATE, 2).says("amends", STRATEGY, subject=STRATEGY_LATE).done(),
    memo(5).says("replaces", SAME_SON_LA, subject=SAME_QUANG_TRI).mentions(SAME_NOWHERE).done(),
    Draft("bao-cao-2.txt", REPORT).says("implements", PLAN).says("cites", LAW).done(),
    replace(report(), statements=report().statements[:1]),
]


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.booleans(), st.integers(0, len(POOL) - 1)), max_size=10))
def test_any_history_ends_in_the_graph_of_its_witnesses(history: list[tuple[bool, int]]) -> None:
    """Loading and forgetting in any order gives what deriving anew gives, and what a fresh store gives."""
    found, anew, fresh = replayed(POOL, ([step] for step in history))
    assert anew == found
    assert fresh == found


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(POOL[:-1]), max_size=8, unique_by=id),  # the last is another reading of one of them
    st.sampled_from((0, 1, 3, 40_000)),
    st.sampled_from((0, 1, 3, 40_000)),
)
def test_however_little_a_run_remembers_it_ends_in_the_same_graph(
    loaded: list[Extraction], references: int, keys: int
) -> None:
    with (
        patch.object(recall, "REFERENCES", references),
        patch.object(recall, "FACTS", references),
        patch.object(recall, "KEYS", keys),
    ):
        found, anew, apart = in_one_run(loaded)
    assert anew == found
    assert apart == found
