from __future__ import annotations

import json

from graph.answers import Chain
from viz.tree import render, to_dict


def test_the_focus_comes_first_then_what_implements_it(small_chain: Chain) -> None:
    lines = render(small_chain).splitlines()
    assert lines[0] == "Quyết định số 2289/QĐ-TTg (Thủ tướng Chính phủ, 31/12/2020)"
    assert lines.index("Triển khai (ai căn cứ, thực hiện)") < lines.index("Căn cứ (dựa vào đâu)")
    plan = next(i for i, line in enumerate(lines) if "[căn cứ, thực hiện] Kế hoạch số 88/KH-UBND" in line)
    child = next(i for i, line in enumerate(lines) if "[thực hiện] Kế hoạch số 45/KH-UBND" in line)
    grandchild = next(i for i, line in enumerate(lines) if "[thực hiện] Kế hoạch số 07/KH-UBND" in line)
    assert plan < child < grandchild
    assert lines[plan].index("[") < lines[child].index("[") < lines[grandchild].index("[")


def test_every_entry_is_proved(small_chain: Chain) -> None:
    written = render(small_chain)
    assert "Theo Kế hoạch số 88/KH-UBND [208–240]: " in written
    assert "«căn cứ Quyết định số 2289/QĐ-TTg»" in written


def test_every_edge_of_the_chain_is_printed(large_chain: Chain) -> None:
    written = render(large_chain)
    for edge in large_chain.edges:
        piece = edge.evidence[0]
        assert piece.sentence[piece.start - piece.sentence_start : piece.end - piece.sentence_start] in written


def test_what_was_cut_off_is_said(small_chain: Chain) -> None:
    assert "… còn 12 văn bản" in render(small_chain)
    assert "… 12 more documents" in render(small_chain, "en")


def test_a_cycle_ends(small_chain: Chain) -> None:
    edge = small_chain.edges[0]
    back = type(edge)(edge.object, "cites", edge.subject, edge.evidence)
    chain = Chain(edge.subject, (edge.subject, edge.object), (edge, back), {}, {})
    assert render(chain).count("└─") == 4


def test_nothing_known_is_said_plainly(small_chain: Chain) -> None:
    written = render(Chain(small_chain.focus, (small_chain.focus,), (), {}, {}))
    assert "Triển khai: chưa thấy văn bản nào." in written
    assert "Căn cứ: chưa thấy văn bản nào." in written


def test_the_plain_data_can_be_written_as_json(small_chain: Chain) -> None:
    data = json.loads(json.dumps(to_dict(small_chain), ensure_ascii=False))
    assert data["focus"] == small_chain.focus.iri
    assert len(data["nodes"]) == 15
    node = next(node for node in data["nodes"] if node["number"] == "88/KH-UBND")
    assert (node["depth"], node["hidden"], node["loaded"]) == (1, 12, True)
    piece = data["edges"][0]["evidence"][0]
    assert piece.keys() == {
        "witness",
        "witness_iri",
        "source",
        "sentence",
        "sentence_start",
        "lead",
        "start",
        "end",
        "rule",
    }
    cut = slice(piece["start"] - piece["sentence_start"], piece["end"] - piece["sentence_start"])
    assert piece["sentence"][cut] == "triển khai thực hiện Nghị quyết số 52-NQ/TW"
