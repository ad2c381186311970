"""Saved web pages on the page of their source: in a frame that can do nothing, the evidence marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from click.testing import Result

from api.settings import Settings, read

PAGE = """<html><body><script>alert(1)</script><nav>Menu</nav><p><b>KẾ HOẠCH</b></p>
<p>Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 <i>của Thủ tướng</i> Chính phủ.</p>
<p style="font-family: .VnTime">QuyÕt ®Þnh</p></body></html>"""


@pytest.fixture
def client(
    cancu: Callable[..., Result], tmp_path: Path, server: Callable[[Settings], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    (tmp_path / "trang.html").write_text(PAGE, "utf-8")
    assert cancu("load", tmp_path / "trang.html", "--store", tmp_path / "store").exit_code == 0
    settings = read({}, store=str(tmp_path / "store"), port=0)
    with server(settings) as where, httpx.Client(base_url=where, timeout=60) as it:
        yield it


def test_the_saved_page_is_framed_and_marked(client: httpx.Client, key: str) -> None:
    page = client.get(f"/nguon/{key}", params={"tu": 9, "den": 60})
    assert f'<iframe class="saved" sandbox src="/nguon/{key}/ban-goc?tu=9&amp;den=60#bang-chung"' in page.text
    assert page.headers["content-security-policy"].endswith("frame-src 'self'")
    original = client.get(f"/nguon/{key}/ban-goc", params={"tu": 9, "den": 60})
    assert original.headers["content-security-policy"].endswith("frame-ancestors 'self'; sandbox")
    assert '<mark id="bang-chung">Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020</mark>' in original.text
    assert "Quyết định</p>" in original.text  # letters of an old font
    assert "alert" not in original.text and "Menu" not in original.text


def test_how_it_was_read_is_said(client: httpx.Client, key: str) -> None:
    assert "Chữ của phông TCVN3/VNI đã chuyển sang Unicode." in client.get(f"/nguon/{key}").text
    assert "Letters of TCVN3/VNI fonts" in client.get(f"/nguon/{key}", params={"lang": "en"}).text


def test_without_the_file_the_text_is_all_there_is(client: httpx.Client, key: str, tmp_path: Path) -> None:
    (tmp_path / "trang.html").unlink()
    page = client.get(f"/nguon/{key}")
    assert "<iframe" not in page.text
    assert "frame-src" not in page.headers["content-security-policy"]
    assert client.get(f"/nguon/{key}/ban-goc").status_code == 404
    assert client.get("/nguon/0/ban-goc").status_code == 404
