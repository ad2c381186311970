from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.answers import DocumentSummary, Evidence
from viz.quote import quote, said

WITNESS = DocumentSummary("https://w3id.org/cancu/doc/x", "x")


def evidence(sentence: str, start: int, end: int, sentence_start: int = 100) -> Evidence:
    return Evidence(WITNESS, "s", sentence, sentence_start, start, end, "r")


def test_the_evidence_is_marked_where_it_stands() -> None:
    sentence = "Sở đã triển khai Quyết định số 5/QĐ-TTg trong năm."
    start = sentence.index("triển")
    parts = quote(evidence(sentence, 100 + start, 100 + sentence.index(" trong")))
    assert parts.marked == "triển khai Quyết định số 5/QĐ-TTg"
    assert str(parts) == sentence


def test_evidence_outside_of_its_sentence_marks_nothing() -> None:
    assert quote(evidence("Một câu.", 0, 5)).marked == ""
    assert quote(evidence("Một câu.", 500, 600)).marked == ""


def test_the_lead_in_of_a_list_stands_before_its_item() -> None:
    item = replace(evidence("Thông tư số 8/2000/TT-BTC về phí.", 100, 121), lead="Bãi bỏ các\nvăn bản sau:")
    assert str(quote(item)) == "Bãi bỏ các văn bản sau: … Thông tư số 8/2000/TT-BTC về phí."
    assert quote(item).marked == "Thông tư số 8/2000/TT"
    assert said(item) == "Bãi bỏ các\nvăn bản sau: … Thông tư số 8/2000/TT-BTC về phí."
    assert len(str(quote(item, 40))) <= 44


def test_line_breaks_become_spaces() -> None:
    assert str(quote(evidence("Căn  cứ\n Quyết định", 100, 104))) == "Căn cứ Quyết định"


@given(st.text("ab ư\n", min_size=1, max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(20, 120))
def test_a_short_quote_keeps_the_limit_and_the_words(sentence: str, start: int, length: int, limit: int) -> None:
    whole = quote(evidence(sentence, start, start + length, 0))
    cut = quote(evidence(sentence, start, start + length, 0), limit)
    assert len(str(cut)) <= limit + 4
    assert all(piece.strip() in whole.marked for piece in cut.marked.split("…"))
