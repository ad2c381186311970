from __future__ import annotations

from dataclasses import replace

from graph.answers import Chain
from viz.metrics import width
from viz.pairs import pairs
from viz.view import BOX_WIDTH, PADDING, view


def test_every_document_is_a_box_and_every_pair_a_line(small_chain: Chain) -> None:
    drawn = view(small_chain)
    assert {box.document for box in drawn.boxes} == set(small_chain.nodes)
    assert len(drawn.edges) == len({(edge.subject.iri, edge.object.iri) for edge in small_chain.edges})
    assert [box.document for box in drawn.boxes if box.focus] == [small_chain.focus]


def test_text_stays_in_its_box(large_chain: Chain) -> None:
    sizes = {"label": (13.5, True), "meta": (12.0, False), "title": (12.0, False)}
    for box in view(large_chain).boxes:
        assert all(width(line.text, *sizes[line.kind]) <= BOX_WIDTH - 2 * PADDING for line in box.lines)


def test_several_relations_of_a_pair_are_one_line(small_chain: Chain) -> None:
    edge = next(
        edge
        for edge in view(small_chain).edges
        if edge.subject.number == "88/KH-UBND" and edge.object.number == "2289/QĐ-TTg"
    )
    assert edge.label == "căn cứ, thực hiện"
    assert edge.predicates == ("basedOn", "implements")
    assert edge.group == "implementation"
    assert edge.evidence_ids == (f"{edge.id}.1", f"{edge.id}.2")
    assert len(edge.evidence) == 2


def test_what_was_cut_off_is_counted(small_chain: Chain) -> None:
    hidden = {box.document.number: box.hidden for box in view(small_chain).boxes if box.hidden}
    assert hidden == {"88/KH-UBND": 12, "52-NQ/TW": 40}


def test_the_order_of_the_chain_does_not_matter(large_chain: Chain) -> None:
    turned = replace(large_chain, nodes=large_chain.nodes[::-1], edges=large_chain.edges[::-1])
    assert view(turned) == view(large_chain)


def test_edges_that_leave_the_chain_are_left_out(small_chain: Chain) -> None:
    cut = replace(small_chain, nodes=small_chain.nodes[:3])
    assert all({pair.subject, pair.object} <= {*cut.nodes, cut.focus} for pair in pairs(cut))


def test_lanes_are_named_in_the_language_of_the_reader(small_chain: Chain) -> None:
    vietnamese, english = view(small_chain, "vi"), view(small_chain, "en")
    assert [lane.band.lane for lane in vietnamese.lanes] == sorted({node.level for node in small_chain.nodes})
    assert all(a.lines != b.lines for a, b in zip(vietnamese.lanes, english.lanes, strict=True))


def test_a_document_without_relations_is_one_box(small_chain: Chain) -> None:
    alone = Chain(small_chain.focus, (small_chain.focus,), (), {}, {})
    drawn = view(alone)
    assert len(drawn.boxes) == 1
    assert drawn.edges == ()
