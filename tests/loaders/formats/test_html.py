"""Pages: what of them is the text, and in which letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.formats.base import Document
from ontology.errors import SourceError

Make = Callable[..., bytes]
Read = Callable[..., Document]


def test_a_page_without_its_menus_and_scripts(read: Read) -> None:
    page = """<!DOCTYPE html><html><head><title>Cổng</title><script>var a = "x";</script></head><body>
    <nav><a href="/">Trang chủ</a></nav><ul><li><a>Một</a><li><a>Hai</a><li><a>Ba</a><li><a>Bốn</a><li><a>Năm</a></ul>
    <div>Căn cứ <b>Luật</b> Đầu tư&nbsp;số <i>61/2020/QH14</i>;</div><p>Dòng một<br>Dòng   hai</p>
    <p style="display: none">ẩn</p><table border="1"><tr><td>1<td>Thông tư</tr><tr><td>2</td><td>Luật</td></tr></table>
    <ol><li>Thứ nhất</li><li>Thứ hai</li></ol><footer>Bản quyền</footer></body></html>"""
    assert read(page.encode()).text.split("\n") == [
        "Căn cứ Luật Đầu tư số 61/2020/QH14;",
        "Dòng một",
        "Dòng hai",
        "",
        "1\tThông tư",
        "2\tLuật",
        "",
        "1. Thứ nhất",
        "2. Thứ hai",
        "",
    ]


def test_the_marked_main_part_is_the_page(read: Read) -> None:
    page = "<html><body><div>Tin khác</div><main><h1>Quyết định</h1><p>Nội dung của quyết định này.</p></main></body></html>"
    assert read(page.encode()).text == "Quyết định\nNội dung của quyết định này.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_pages_in_other_encodings(read: Read, encoding: str) -> None:
    words = "Quy&#7871;t &#273;&#7883;nh" if encoding == "cp1252" else "Quyết định"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{words} é</p></body></html>'
    assert read(page.encode(encoding)).text == "Quyết định é\n"


def test_pages_in_old_fonts(read: Read) -> None:
    page = '<html><body><p><font face=".VnTime">QuyÕt ®Þnh</font> số 5</p></body></html>'
    assert read(page.encode()).text == "Quyết định số 5\n"


def test_raised_digits_and_notes(read: Read) -> None:
    assert read(b"<p>5 km<sup>2</sup> <a href='#1'><sup>3</sup></a></p>").text == "5 km² [3]\n"


def test_labels_and_values_of_portals(read: Read) -> None:
    page = (
        "<table><tr><td><div><span class='item-label'>Số hiệu</span><span>02/2026/TT-BXD</span></div></td>"
        "<td><div><span class='item-label'>Loại</span><span>Thông tư</span></div></td></tr></table>"
    )
    assert read(page.encode()).text == "Số hiệu: 02/2026/TT-BXD\n\nLoại: Thông tư\n"


def test_deep_pages_end(code: Callable[..., str], read: Read) -> None:
    deep = "<html><body>" + "<div>" * 5000 + "Luật" + "</div>" * 5000
    try:
        assert "Luật" in read(deep.encode()).text
    except SourceError as error:
        assert error.code in {"source.damaged", "source.empty"}
    assert code(b"<html><body><script>x</script></body></html>") == "source.empty"


def test_items_of_html_have_the_numbers_that_a_browser_shows(read: Read) -> None:
    page = "<!doctype html><html><body><ol type='{}' start='2'><li>Một</li><li>Hai</li></ol></body></html>"
    for form, shown in (("a", "b) c)"), ("A", "B. C."), ("I", "II. III."), ("", "2. 3.")):
        text = read(page.format(form).encode(), "a.html").text
        assert [line.split()[0] for line in text.strip().split("\n")] == shown.split()
    assert "999. Một" in read(page.format("a").replace("'2'", "'999'").encode(), "a.html").text
