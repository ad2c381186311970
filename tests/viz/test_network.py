from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from graph.answers import Chain
from viz.network import html


def outside(page: str) -> list[str]:
    """Everything that would make a browser load something."""
    body = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    loads = re.findall(r"""(?:src|href|action|poster|data)\s*=\s*["']?([^"'\s>]+)""", body)
    loads += re.findall(r"@import|url\(([^)]*)\)", body)
    return [load for load in loads if not load.startswith(("data:,", "#"))]


def test_the_file_loads_nothing(small_chain: Chain) -> None:
    page = html(small_chain).decode("utf-8")
    assert outside(page) == []
    assert "cdn" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL).lower()
    assert "sourceMappingURL" not in page
    assert not re.search(r"\bimport\s*\(|\bimportScripts\b|XMLHttpRequest|\bfetch\(", page)
    assert "default-src 'none'" in page


def test_it_says_what_it_shows(small_chain: Chain) -> None:
    page = html(small_chain).decode("utf-8")
    assert "<title>Lược đồ: Quyết định số 2289/QĐ-TTg</title>" in page
    assert "<mark>triển khai thực hiện Nghị quyết số 52-NQ/TW</mark>" in page
    assert '<html lang="en">' in html(small_chain, "en").decode("utf-8")


def test_positions_are_given_and_nothing_moves(small_chain: Chain) -> None:
    page = html(small_chain).decode("utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, flags=re.DOTALL)
    assert found is not None
    data = json.loads(found[1])
    assert len(data["nodes"]) == 15
    assert all({"x", "y"} <= node.keys() for node in data["nodes"])
    assert data["options"]["physics"] == {"enabled": False}


def handlers(page: str) -> list[str]:
    """Attributes that run code."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(name for name, _ in attrs if name.startswith("on"))

    Reader().feed(page)
    return found


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_hostile_words_stay_words(hostile_chain: Chain, small_chain: Chain, lang: str) -> None:
    page = html(hostile_chain, lang).decode("utf-8")
    assert page.count("<script") == html(small_chain, lang).decode("utf-8").count("<script")
    assert page.count("</script") == 3
    assert "<img" not in page
    assert handlers(re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)) == []


def test_the_same_chain_gives_the_same_bytes(small_chain: Chain) -> None:
    assert html(small_chain) == html(small_chain)
