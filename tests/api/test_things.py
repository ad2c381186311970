"""Where a source cites: each mention once, and only to what it means."""

from __future__ import annotations

from pathlib import Path

from api.things import cited_spans
from graph.documents.sources import source_text
from graph.ingest.ingest import put
from graph.rdf.terms import cancu
from graph.storage.location import open_store
from loaders.read import extract
from ontology.records import Source

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 5/KH-UBND
Sơn La, ngày 2 tháng 3 năm 2021

KẾ HOẠCH
Phát triển kinh tế số

Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ. Căn cứ Nghị định số 61/2018/NĐ-CP.
"""


def test_a_mention_without_referent_leads_nowhere(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    read = extract(Source(name="5.txt", data=PLAN.encode(), media_type="text/plain"))
    put(store, [read])
    source = next(graph for graph in store.graphs() if "/source/" in graph)
    before = cited_spans(store, source)
    text = source_text(store, source)
    assert [text[start:end] for start, end, _ in before] == ["Quyết định số 749/QĐ-TTg", "Nghị định số 61/2018/NĐ-CP"]
    assert all(work for _, _, work in before)

    first = f"{source}/cit/{before[0][0]}-{before[0][1]}"
    store._quads.update(  # type: ignore[attr-defined]  # as a reader leaves it that finds no referent
        f"DELETE WHERE {{ GRAPH <{source}> {{ <{first}> {cancu('refersTo')} ?any }} }}"
    )
    assert cited_spans(store, source) == [(*before[0][:2], ""), before[1]]
    store.close()
