"""The pages about programmes and actions in a real browser: policy, width, keyboard, labels, filters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from api.settings import read
from graph.ingest import ingest
from graph.storage.location import open_store
from tests.api.conftest import serving
from tests.browser.conftest import watched
from tests.graph.doings import doings

pytestmark = pytest.mark.browser

DECISION = "/van-ban/ttg/quyet-dinh/2020/2289"
REPORT = "/van-ban/ubnd.14-son-la/bao-cao/2022/301"
PAGES = [
    "/",
    DECISION,
    REPORT,
    f"{DECISION}/ke-hoach-va-ket-qua",
    "/chuong-trinh",
    "/chuong-trinh/ttg/quyet-dinh/2020/1322/chuong-trinh",
    "/tim?q=nang+suat",
    "/cau-hoi/actions-for?number=2289/Q%C4%90-TTg",
]


@pytest.fixture(scope="module")
def doing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("doing") / "store"
    store = open_store(folder)
    ingest.put(store, doings())
    store.close()
    with serving(read({}, store=str(folder), port=0)) as address:
        yield address


@pytest.mark.parametrize("width", [1366, 390])
def test_every_page_fits_and_keeps_the_policy(browser: Browser, doing: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 768}, locale="vi-VN")
    with watched(context.new_page(), doing) as page:
        for path in PAGES:
            page.goto(doing + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            unnamed = (
                "[...document.querySelectorAll('select, input:not([type=hidden])')].filter(e => !e.labels?.length)"
            )
            assert page.evaluate(f"{unnamed}.length") == 0, path
    context.close()


def test_filters_work_by_keyboard_and_keep_the_drawing(browser: Browser, doing: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    with watched(context.new_page(), doing) as page:
        page.goto(f"{doing}{DECISION}?tren=0&duoi=3")
        status = page.get_by_label("Trạng thái").last
        status.focus()
        status.select_option("planned")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**tt=planned**")
        assert "tren=0" in page.url and "duoi=3" in page.url and page.url.endswith("#hanh-dong")
        shown = page.locator("section[aria-labelledby='hanh-dong'] li.doing")
        expect(shown).to_have_count(1)
        expect(shown).to_contain_text("Tổ chức tập huấn kỹ năng số")
    context.close()


def test_a_sentence_leads_into_the_text(browser: Browser, doing: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    with watched(context.new_page(), doing) as page:
        page.goto(f"{doing}{DECISION}/ke-hoach-va-ket-qua")
        page.locator(".match .where a").nth(1).click()
        expect(page.locator("#bang-chung")).to_contain_text("Đã tổ chức tập huấn kỹ năng số")
    context.close()
