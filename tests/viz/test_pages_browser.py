"""The pages and the network file in a real browser, under the strict policy that the site sends."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.answers import Chain, DocumentPage
from viz import network, pages
from viz.metrics import FONTS, width

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
SITE = "http://cancu.test"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class Watched:
    """A page that answers from memory and notes every complaint and every request that leaves the site."""

    def __init__(self, browser: Browser, html: str, width: int, javascript: bool) -> None:
        self.complaints: list[str] = []
        self.html = html
        self.context = browser.new_context(
            viewport={"width": width, "height": 768}, java_script_enabled=javascript, locale="vi-VN"
        )
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.route("**/*", self.answer)
        self.page.goto(f"{SITE}/")

    def answer(self, route: Route) -> None:
        url = route.request.url
        if url == f"{SITE}/":
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
            route.fulfill(body=self.html, headers=headers)
        elif url.startswith(f"{SITE}/static/"):
            name = url.rpartition("/")[2]
            content = files("viz").joinpath("static", name).read_text(encoding="utf-8")
            route.fulfill(body=content, content_type=TYPES[name.rpartition(".")[2]])
        else:
            self.complaints.append(f"asked for {url}")
            route.abort()


def opened(browser: Browser, html: str, *, width: int = 1366, javascript: bool = True) -> Watched:
    return Watched(browser, html, width, javascript)


@pytest.fixture(scope="module")
def document_html(small_page: DocumentPage, small_chain: Chain) -> str:
    return pages.document(small_page, small_chain, "vi", up=1, down=2)


@pytest.mark.parametrize("width", [1366, 390])
def test_the_document_page_keeps_the_policy_and_fits(chromium: Browser, document_html: str, width: int) -> None:
    watched = opened(chromium, document_html, width=width)
    assert watched.complaints == []
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1366, 390])
def test_a_sheet_of_many_columns_scrolls_in_the_text_and_not_the_page(chromium: Browser, width: int) -> None:
    rows = ["\t".join(f"Chỉ tiêu {column}" for column in range(40)) for _ in range(3)]
    watched = opened(chromium, pages.source("bảng.xlsx", "Rộng\n" + "\n".join(rows), [], key="0f"), width=width)
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.page.evaluate(
        "(text => text.scrollWidth > text.clientWidth)(document.querySelector('article.text'))"
    )


def test_the_drawing_opens_centred_on_the_focus(chromium: Browser, document_html: str) -> None:
    page = opened(chromium, document_html, width=390).page
    frame = page.locator("[data-drawing]").bounding_box()
    box = page.locator("[data-drawing] [aria-current] rect").first.bounding_box()
    assert frame is not None and box is not None
    assert frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"]
    assert frame["y"] <= box["y"] and box["y"] + box["height"] <= frame["y"] + frame["height"]


def test_a_row_lights_its_box(chromium: Browser, document_html: str) -> None:
    page = opened(chromium, document_html).page
    row = page.locator("tr[data-box]").first
    row.hover()
    assert page.locator(f"#{row.get_attribute('data-box')}").get_attribute("class") == "lit"
    assert page.locator("[data-drawing] .faint").count() > 0


def test_slash_goes_to_the_search_box(chromium: Browser, document_html: str) -> None:
    page = opened(chromium, document_html).page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_the_drawing_zooms_by_keys(chromium: Browser, document_html: str) -> None:
    page = opened(chromium, document_html).page
    before = page.evaluate("document.querySelector('[data-drawing] svg').width.baseVal.value")
    page.locator("[data-drawing]").focus()
    page.keyboard.press("+")
    assert page.evaluate("document.querySelector('[data-drawing] svg').width.baseVal.value") > before


def test_everything_is_there_without_javascript(chromium: Browser, document_html: str) -> None:
    page = opened(chromium, document_html, javascript=False).page
    assert page.locator("[data-drawing] svg a").count() == 15
    assert page.locator("table.relations tbody tr").count() == 10
    assert page.locator("button").count() == 2


def test_hostile_words_do_nothing(chromium: Browser, hostile_page: DocumentPage, hostile_chain: Chain) -> None:
    watched = opened(chromium, pages.document(hostile_page, hostile_chain, "vi"))
    dialogs: list[str] = []
    watched.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    watched.page.locator("[data-drawing] [aria-current]").hover()
    assert watched.complaints == []
    assert dialogs == []


@pytest.mark.parametrize("name", ["small_chain", "hostile_chain"])
def test_the_network_file_is_alone_in_the_world(
    chromium: Browser, name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    chain: Chain = request.getfixturevalue(name)
    path = tmp_path / "chuoi.html"
    path.write_bytes(network.html(chain))
    page = chromium.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda made: asked.append(made.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.goto(path.as_uri())
    page.locator("#network canvas").hover()
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    assert complaints == []
    page.close()


def test_no_text_is_wider_than_it_was_measured(chromium: Browser, document_html: str) -> None:
    page = opened(chromium, document_html).page
    texts = page.evaluate(
        "[...document.querySelectorAll('[data-drawing] a text')].map(t => [t.textContent, t.getComputedTextLength(),"
        " Number(t.getAttribute('font-size')), t.hasAttribute('font-weight')])"
    )
    assert len(texts) > 40
    for text, printed, size, bold in texts:
        assert printed <= width(text, size, bold) + 0.5, (text, FONTS)
