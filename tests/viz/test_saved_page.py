"""Saved web pages as originals: laid out as they were, harmless, the evidence marked where it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.saved_page import POLICY, shown

PAGE = """<html><head><title>x</title><style>p{color:red}</style><script>alert(1)</script></head>
<body onload="alert(2)"><nav>Trang chủ</nav><h1 style="text-align:center; background:url(http://a/x)">NGHỊ ĐỊNH</h1>
<p>Căn cứ <b>Luật Đầu tư</b>
   ngày 17/6/2020;</p><ul><li>Căn cứ <i>Luật</i> Đầu tư ngày 17/6/2020;</li></ul>
<table border="1"><tr><td colspan=2>1</td><td><a href="javascript:alert(3)" target=_top>Quyết định 5</a></td></tr></table>
<form action="http://a"><input name=x><button>Gửi</button></form><iframe src="http://a"></iframe>
<img src="http://a/b.png"><img src="data:image/png;base64,AA=="></body></html>"""


def marked(page: str) -> list[str]:
    return re.findall(r"<mark[^>]*>(.*?)</mark>", page, flags=re.DOTALL)


def test_a_page_keeps_its_layout_and_nothing_that_acts() -> None:
    page = shown(PAGE)
    assert page is not None
    assert '<h1 style="text-align:center">NGHỊ ĐỊNH</h1>' in page
    assert '<td colspan="2">1</td>' in page
    assert "Quyết định 5" in page
    assert '<img src="data:image/png;base64,AA==">' in page
    for word in (
        "alert",
        "javascript",
        "http:",
        "onload",
        "<a",
        "<form",
        "<input",
        "<iframe",
        "Gửi",
        "Trang chủ",
        "red",
    ):
        assert word not in page
    assert "script-src" not in POLICY and POLICY.startswith("default-src 'none'") and POLICY.endswith("sandbox")


def test_the_evidence_is_marked_through_elements_and_blanks() -> None:
    page = shown(PAGE, "Căn cứ Luật Đầu tư ngày 17/6/2020;", "NGHỊ ĐỊNH\n")
    assert page is not None
    assert marked(page) == ["Căn cứ", "Luật Đầu tư", "ngày 17/6/2020;"]
    assert page.count('id="bang-chung"') == 1
    assert page.index("bang-chung") < page.index("<ul>")


def test_the_second_of_two_places_and_the_marks_of_lists() -> None:
    page = shown(PAGE, "- Căn cứ Luật Đầu tư ngày 17/6/2020;", "NGHỊ ĐỊNH\nCăn cứ Luật Đầu tư ngày 17/6/2020;\n")
    assert page is not None
    assert page.index("bang-chung") > page.index("<ul>")
    assert " ".join(marked(page)) == "Căn cứ Luật Đầu tư ngày 17/6/2020;"


def test_cells_of_a_row_and_what_is_not_there() -> None:
    page = shown(PAGE, "1\tQuyết định 5")
    assert page is not None
    assert marked(page) == ["1", "Quyết định 5"]
    assert marked(shown(PAGE, "không có ở đâu") or "") == []


def test_a_page_that_is_too_large_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.saved_page.LARGEST", 10)
    assert shown(PAGE) is None


WORDS = st.text("ab c\n<>&\"'áđ", max_size=8)
NODES = st.recursive(
    WORDS.map(lambda words: words.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.tuples(
        st.sampled_from(["p", "b", "i", "td", "script", "x", "a"]), st.lists(inner, max_size=3)
    ).map(lambda each: f"<{each[0]} onclick=x>{''.join(each[1])}</{each[0]}>"),
    max_leaves=8,
)


@given(NODES, WORDS, WORDS)
def test_marking_changes_no_word(markup: str, evidence: str, before: str) -> None:
    plain, page = shown(markup), shown(markup, evidence, before)
    assert plain is not None and page is not None
    assert re.sub(r"</?mark[^>]*>", "", page) == plain
    bare = "".join(evidence.split())
    found = "".join("".join(marked(page)).split())
    assert not found or "\n" in evidence or len(found) >= len(bare)
    assert not re.search(r"<[^>]*onclick", page)
