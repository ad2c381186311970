"""Chains: levels, hubs, cycles, and the same over any engine."""

from __future__ import annotations

import pytest

from graph.answers import Chain
from graph.chains.chain import chain
from graph.ingest import ingest
from graph.storage.store import Store
from ontology.errors import NotFoundError
from ontology.records import Work
from tests.graph.stories import LAW, PLAN, PROGRAMME, REPORT, RESOLUTION, SON_LA, STRATEGY, Draft, work


def letter(number: int, date: str = "2023-01-01") -> Work:
    return work("Công văn", str(number), "SKHCN-VP", SON_LA, date)


def depths(found: Chain) -> dict[str | None, int]:
    return {each.number: found.depth[each.iri] for each in found.nodes}


def test_up_to_what_it_rests_on_down_to_what_carries_it_out(loaded: Store) -> None:
    found = chain(loaded, loaded.base + PROGRAMME.id)
    assert depths(found) == {"52-NQ/TW": -1, "50/NQ-CP": 0, "5807/KH-UBND": 1}
    assert [(edge.subject.number, edge.object.number) for edge in found.edges] == [
        ("50/NQ-CP", "52-NQ/TW"),
        ("5807/KH-UBND", "50/NQ-CP"),
        ("5807/KH-UBND", "52-NQ/TW"),
    ]
    assert all(edge.evidence for edge in found.edges)
    assert found.truncated == {}
    assert found.focus.number == "50/NQ-CP"


def test_only_as_far_as_asked_and_the_rest_is_counted(loaded: Store) -> None:
    found = chain(loaded, loaded.base + RESOLUTION.id, up=0, down=0)
    assert depths(found) == {"52-NQ/TW": 0}
    assert found.truncated == {loaded.base + RESOLUTION.id: 2}


def test_only_along_the_asked_predicates(loaded: Store) -> None:
    found = chain(loaded, loaded.base + PLAN.id, predicates=("basedOn",))
    assert depths(found) == {"29/2013/QH13": -1, "5807/KH-UBND": 0}


def test_cycles_end(store: Store) -> None:
    first, second, third = letter(1), letter(2), letter(3)
    draft = Draft("a.txt", REPORT)
    for subject, target in ((first, second), (second, third), (third, first), (first, first)):
        draft.says("implements", target, subject=subject)
    ingest.put(store, [draft.done()])
    found = chain(store, store.base + first.id, up=5, down=5)
    assert depths(found) == {"2/SKHCN-VP": -1, "1/SKHCN-VP": 0, "3/SKHCN-VP": 1}
    assert len(found.edges) == 3
    assert found.truncated == {}


def test_hubs_are_cut_higher_and_older_first(store: Store) -> None:
    ingest.put(
        store,
        [Draft(f"{n}.txt", letter(n, f"20{n:02}-01-01")).says("implements", STRATEGY).done() for n in range(10, 20)]
        + [Draft("luat.txt", LAW).says("implements", STRATEGY).done()],
    )
    found = chain(store, store.base + STRATEGY.id, limit=3)
    assert list(depths(found)) == ["2289/QĐ-TTg", "29/2013/QH13", "10/SKHCN-VP", "11/SKHCN-VP"]
    assert found.truncated == {store.base + STRATEGY.id: 8}


def test_the_same_answer_every_time(loaded: Store) -> None:
    assert chain(loaded, loaded.base + PLAN.id) == chain(loaded, loaded.base + PLAN.id)


def test_an_unknown_document_has_no_chain(loaded: Store) -> None:
    with pytest.raises(NotFoundError):
        chain(loaded, loaded.base + "doc/ttg/quyet-dinh/1999/1")
