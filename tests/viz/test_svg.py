from __future__ import annotations

from xml.etree import ElementTree

import pytest

from graph.answers import Chain
from viz.svg import drawing, render
from viz.svg_legend import legend
from viz.view import view

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", ["small_chain", "large_chain", "hostile_chain"])
def test_it_is_well_formed_and_needs_no_style_sheet(name: str, lang: str, request: pytest.FixtureRequest) -> None:
    chain: Chain = request.getfixturevalue(name)
    root = ElementTree.fromstring(drawing(chain, lang))
    names = {element.tag for element in root.iter()}
    assert SVG + "style" not in names and SVG + "script" not in names
    attributes = [(key, value) for element in root.iter() for key, value in element.attrib.items()]
    assert not [key for key, _ in attributes if key in ("style", "class") or key.startswith("on")]
    ids = [value for key, value in attributes if key == "id"]
    assert len(ids) == len(set(ids))


def test_boxes_are_links_with_titles(small_chain: Chain) -> None:
    root = ElementTree.fromstring(drawing(small_chain))
    links = root.findall(f".//{SVG}a")
    assert {link.get("href") for link in links} == {node.iri for node in small_chain.nodes}
    assert all(link.findtext(f"{SVG}title") for link in links)
    assert [link.get("href") for link in links if link.get("aria-current")] == [small_chain.focus.iri]


def test_a_line_says_its_sentence(small_chain: Chain) -> None:
    root = ElementTree.fromstring(drawing(small_chain))
    titles = [line.findtext(f"{SVG}title") or "" for line in root.findall(f".//{SVG}g[@data-from]")]
    assert any("sửa đổi, bổ sung Kế hoạch số 88/KH-UBND" in title for title in titles)
    assert all("Theo " in title for title in titles)


def test_dangerous_addresses_are_no_links(hostile_chain: Chain) -> None:
    written = drawing(hostile_chain)
    assert "javascript:" not in written
    assert "<script" not in written


def test_the_same_chain_gives_the_same_bytes(large_chain: Chain) -> None:
    assert drawing(large_chain) == drawing(large_chain)


def test_the_legend_names_only_what_is_drawn(small_chain: Chain) -> None:
    alone = Chain(small_chain.focus, (small_chain.focus,), (), {}, {})
    assert "sửa đổi" in legend(view(small_chain))
    assert "sửa đổi" not in legend(view(alone))


def test_on_a_page_the_drawing_has_no_frame(small_chain: Chain) -> None:
    drawn = view(small_chain)
    assert len(render(drawn, framed=False)) < len(render(drawn))
    assert 'viewBox="0 0 ' in render(drawn, framed=False).replace('"0 -0 ', '"0 0 ')
