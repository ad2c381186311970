"""A clerk at work: search a number, read the chain, check the sentence that proves it in the document that says it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from viz.labels import text as ui

pytestmark = pytest.mark.browser

PICTURE = Path(__file__).parent.parent.parent / "docs" / "images" / "chain.png"
"""What the READMEs show; `make goldens` takes it again."""

RESOLUTION, PLAN = "52-NQ/TW", "128-KH/TU"


def search(page: Page, words: str) -> None:
    field = page.get_by_role("searchbox")
    field.fill(words)
    field.press("Enter")


def open_document(page: Page, address: str, number: str, lang: str = "vi") -> None:
    """From the start page by search, as far as the page of the document."""
    page.goto(f"{address}/?lang={lang}")
    search(page, number)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(number)
    if page.locator("#chart").count() == 0:
        page.get_by_role("main").get_by_role("link", name=number, exact=True).click()
    expect(page.locator("#chart")).to_be_visible()


@pytest.mark.parametrize("typed", ["52-NQ/TW", "52-nq/tw", "nghi quyet 52-NQ/TW", "Nghị quyết số 52-NQ/TW"])
def test_a_number_is_found_as_people_type_it(page: Page, address: str, typed: str) -> None:
    page.goto(address)
    search(page, typed)
    expect(page.get_by_role("main")).to_contain_text("52-NQ/TW")
    expect(page.get_by_role("main")).to_contain_text("Bộ Chính trị")


def test_words_are_found_without_diacritics(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "chuyen doi so huyen moc chau")
    expect(page.get_by_role("main").get_by_role("link", name="95/KH-UBND").first).to_be_visible()


def test_nothing_found_says_what_to_do(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "98765/QĐ-TTg")
    expect(page.get_by_role("main")).to_contain_text(ui("search.advice.words", "vi"))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_from_a_number_to_the_sentence_that_proves_it(page: Page, address: str, lang: str) -> None:
    open_document(page, address, RESOLUTION, lang)
    expect(page.locator("html")).to_have_attribute("lang", lang)

    drawing = page.get_by_role("region", name=ui("drawing.region", lang))
    expect(drawing.locator("svg")).to_be_visible()
    expect(drawing.locator("[aria-current]")).to_contain_text(RESOLUTION)
    expect(drawing.locator("[data-box-of]").filter(has_text=PLAN)).to_have_count(1)
    expect(drawing.locator("[data-from]").first).to_be_attached()

    implementers = page.locator("section[aria-labelledby=implementers]")
    row = implementers.locator("tbody tr").filter(has_text=PLAN).first
    proof = row.locator("[data-proof]").first
    expect(proof.locator("mark")).to_contain_text("Nghị quyết số 52-NQ/TW")
    evidence = proof.locator("mark").inner_text()

    proof.get_by_role("link").click()
    marked = page.locator("article mark")
    expect(page.locator("#bang-chung")).to_be_in_viewport()
    assert words("".join(marked.all_inner_texts())) == words(evidence)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_boxes_of_the_drawing_lead_to_their_documents(page: Page, address: str) -> None:
    open_document(page, address, RESOLUTION)
    box = page.locator("[data-box-of]").filter(has_text=PLAN)
    box.focus()
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(PLAN)


def test_two_stated_dates_are_shown_with_both_sentences(page: Page, address: str) -> None:
    """The district's plan dates the province's plan ten days early; nothing is guessed away."""
    open_document(page, address, "212/KH-UBND")
    conflict = page.locator("section.conflicts")
    expect(conflict).to_contain_text("25/10/2021")
    expect(conflict).to_contain_text("15/10/2021")
    expect(conflict.locator("[data-proof]").filter(has_text="15/10/2021").first).to_be_visible()


def test_the_other_language_is_one_click_away(page: Page, address: str) -> None:
    open_document(page, address, RESOLUTION)
    page.get_by_role("link", name=ui("nav.language", "vi")).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name=ui("drawing.heading", "en"))).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text(RESOLUTION)


@pytest.mark.parametrize("path", ["/", "/tim?q=chuyển+đổi+số", "/cau-hoi", "/sparql", "/gioi-thieu"])
def test_pages_fit_the_screen_and_name_themselves(page: Page, address: str, path: str) -> None:
    response = page.goto(f"{address}{path}")
    assert response is not None
    assert response.status == 200
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, "the page scrolls sideways"


def test_the_keyboard_reaches_the_search(page: Page, address: str) -> None:
    open_document(page, address, RESOLUTION)
    page.wait_for_load_state("networkidle")  # the key is listened for by the page's script
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_picture_of_the_readme_is_this_page(page: Page, address: str, request: pytest.FixtureRequest) -> None:
    page.set_viewport_size({"width": 1366, "height": 860})
    page.goto(f"{address}/van-ban/tw/nghi-quyet/khoa-12/52?tren=1&duoi=2")
    page.get_by_role("button", name=ui("drawing.fit", "vi")).click()
    page.locator("#chart").evaluate("heading => heading.scrollIntoView()")
    expect(page.locator("[data-box-of][aria-current]")).to_be_in_viewport(ratio=0.9)
    expect(page.locator("[data-box-of]").filter(has_text=PLAN)).to_be_in_viewport(ratio=0.9)
    if request.config.getoption("--update-documents"):
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
    assert PICTURE.read_bytes().startswith(b"\x89PNG")
