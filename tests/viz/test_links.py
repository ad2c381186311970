from __future__ import annotations

import pytest

from viz.links import Site, document_iri, document_path, document_url, safe, source_iri, source_key, source_url

BASE = "https://w3id.org/cancu/"


def test_documents_have_readable_addresses() -> None:
    iri = f"{BASE}doc/ttg/quyet-dinh/2020/2289"
    assert document_url(iri) == "/van-ban/ttg/quyet-dinh/2020/2289"
    path = document_path(iri)
    assert path is not None and document_iri(path) == iri


def test_another_base_is_another_site() -> None:
    assert Site("https://vb.example.vn/").document("https://vb.example.vn/doc/a/b") == "/van-ban/a/b"
    assert Site("https://vb.example.vn/").document(f"{BASE}doc/a/b") == f"{BASE}doc/a/b"


def test_the_state_of_a_drawing_is_in_its_address() -> None:
    site = Site(BASE)
    assert site.document(f"{BASE}doc/a", up=1, down=3, place="Sơn La") == "/van-ban/a?tren=1&duoi=3&noi=S%C6%A1n+La"
    assert site.download(f"{BASE}doc/a", "png", up=1, down=2) == "/van-ban/a/chuoi.png?tren=1&duoi=2"


def test_english_stays_english() -> None:
    site = Site(BASE, "en")
    assert site.home() == "/?lang=en"
    assert site.source(f"{BASE}source/0f", 3, 9) == "/nguon/0f?tu=3&den=9&lang=en#bang-chung"


def test_evidence_opens_at_its_place() -> None:
    assert source_url(f"{BASE}source/0f", 0, 9) == "/nguon/0f?tu=0&den=9#bang-chung"
    assert source_key(source_iri("0f")) == "0f"
    assert source_url("0f") == "/nguon/0f"


def test_pages_of_results() -> None:
    assert Site().search("52-NQ/TW", 2) == "/tim?q=52-NQ%2FTW&trang=2"
    assert Site().search("a") == "/tim?q=a"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil", "ftp://x", ""])
def test_dangerous_addresses_are_not_followed(url: str) -> None:
    assert safe(url) is None


def test_cells_of_tables() -> None:
    site = Site(BASE)
    assert site.cell(f"{BASE}doc/a/b") == "/van-ban/a/b"
    assert site.cell(f"{BASE}source/0f") == "/nguon/0f"
    assert site.cell("https://example.org/x") == "https://example.org/x"
    assert site.cell("2289/QĐ-TTg") is None
    assert site.cell("javascript://x") is None
    assert site.short(f"{BASE}doc/a") == "doc/a"


def test_no_document_has_no_page() -> None:
    assert document_path(f"{BASE}doc/") is None
    assert document_url("urn:x") is None
    assert Site().download("urn:x", "svg", up=1, down=1) is None
