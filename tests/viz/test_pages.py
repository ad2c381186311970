"""Every page in both languages: sound HTML, nothing inline, nothing that a document says becomes markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from graph.answers import (
    Chain,
    DocumentPage,
    DocumentSummary,
    Finding,
    HeaderAnswer,
    Parameter,
    Question,
    RecipientAnswer,
    SignerAnswer,
    StoreSummary,
    Table,
)
from viz import labels, pages
from viz.links import Site

VOID = {"meta", "link", "input", "br", "img", "hr"}
SUMMARY = StoreSummary(12, 3450, 2289, 3, 41)
EMPTY = StoreSummary(0, 0, 0, 0, 0)
QUESTION = Question(
    "ai-trien-khai",
    "Ai đã triển khai?",
    "Who implemented it?",
    (
        Parameter("van_ban", "number", "Số ký hiệu", "Number", True, "2289/QĐ-TTg"),
        Parameter("nam", "year", "Năm", "Year", False),
    ),
    "SELECT ?a WHERE { ?a cancu:implements ?b }",
)
TABLE = Table(("văn bản", "ngày"), (("https://w3id.org/cancu/doc/ttg/quyet-dinh/2020/2289", None), ("x", "2020")))


class Sound(HTMLParser):
    """Collects what a sound page must not have, and fails on tags that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.inline: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, (tag, self.open[-3:])
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style") and data.strip():
            self.inline.append(data)

    def values(self, name: str, tag: str | None = None) -> list[str]:
        return [value for on, key, value in self.attributes if key == name and tag in (None, on)]


def findings(page: DocumentPage) -> tuple[Finding, ...]:
    """A contradiction, a number out of order, and a type against its symbol, about the document of the page."""
    document, word = page.document, page.document.label
    proof = tuple(piece for edge in (*page.bases, *page.implementers) for piece in edge.evidence)
    other = (page.bases or page.implementers)[0].object
    return (
        Finding(document, "conflict", "error", ("2020-12-31", "2021-12-31"), "2020-12-31", "date", None, proof),
        Finding(document, "seriesOrder", "warning", ("2020-05-08",), "2020-06-08/..", None, other, proof),
        Finding(other, "typeSymbol", "note", (word,), word, None, document, ()),
    )


def all_pages(page: DocumentPage, chain: Chain, lang: str) -> dict[str, str]:
    documents = chain.nodes
    word = documents[0].label
    return {
        "home": pages.home(SUMMARY, documents, lang),
        "home empty": pages.home(EMPTY, (), lang),
        "search": pages.search(word, documents, 57, 2, lang),
        "search empty": pages.search(word, (), 0, 1, lang),
        "document": pages.document(page, chain, lang, place=documents[0].place, up=1, down=2),
        "source": pages.source(word, word * 20, [(0, 5, documents[0].iri), (7, 9, "")], (3, 12), lang, key="0f"),
        "findings": pages.findings(findings(page), {"conflict": 45, "seriesOrder": 1, "typeSymbol": 1}, None, 2, lang),
        "findings of a kind": pages.findings(
            findings(page)[1:2], {"conflict": 45, "seriesOrder": 1}, "seriesOrder", 1, lang
        ),
        "findings empty": pages.findings((), {}, None, 1, lang),
        "document doubted": pages.document(replace(page, suspicions=findings(page)[1:]), chain, lang),
        "questions": pages.questions([QUESTION], lang),
        "question": pages.question(QUESTION, {"van_ban": word}, TABLE, lang),
        "question wrong": pages.question(QUESTION, {"van_ban": word}, None, lang, word),
        "sparql": pages.sparql(word, lang, [QUESTION], error=word),
        "result": pages.result_table(Table((word,), ((word,), (documents[0].iri,))), word, lang, [QUESTION]),
        "ambiguous": pages.ambiguous(word, documents, lang),
        "error": pages.error(404, word, lang),
        "about": pages.about(lang),
    }


@pytest.fixture(scope="module", params=["vi", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def friendly(small_page: DocumentPage, small_chain: Chain, lang: str) -> dict[str, str]:
    return all_pages(small_page, small_chain, lang)


@pytest.fixture(scope="module")
def attacked(hostile_page: DocumentPage, hostile_chain: Chain, lang: str) -> dict[str, str]:
    return all_pages(hostile_page, hostile_chain, lang)


def each(check: Callable[[Sound], None], written: dict[str, str]) -> None:
    for name, text in written.items():
        try:
            check(Sound(text))
        except AssertionError as error:
            raise AssertionError(f"{name}: {error}") from error


def strict(page: Sound) -> None:
    """What the content security policy of the site would block."""
    assert page.inline == []
    assert page.values("style") == []
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert page.tags["style"] == page.tags["iframe"] == page.tags["base"] == 0
    assert page.values("src", "script") == ["/static/cancu.js"]
    assert not [value for value in page.values("href") if value.lower().startswith(("javascript:", "data:"))]


def whole(page: Sound) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids)), [name for name, count in Counter(ids).items() if count > 1]
    wanted = page.values("for") + page.values("aria-labelledby") + page.values("aria-describedby")
    wanted += [value[1:] for value in page.values("href") if value.startswith("#")]
    assert set(wanted) <= set(ids), set(wanted) - set(ids)
    assert page.tags["h1"] == page.tags["main"] == page.tags["title"] - page.tags["svg"] * 0 - svg_titles(page)
    assert page.tags["nav"] >= 1


def svg_titles(page: Sound) -> int:
    return page.tags["title"] - 1


def test_pages_are_whole(friendly: dict[str, str]) -> None:
    each(whole, friendly)


def test_pages_are_strict(friendly: dict[str, str]) -> None:
    each(strict, friendly)


def test_tables_have_captions_and_header_cells(friendly: dict[str, str]) -> None:
    def check(page: Sound) -> None:
        assert page.tags["caption"] == page.tags["table"]
        assert set(page.values("scope", "th")) <= {"col", "row"}

    each(check, friendly)


def test_hostile_words_stay_words(attacked: dict[str, str], friendly: dict[str, str]) -> None:
    each(strict, attacked)
    for name, text in attacked.items():
        page = Sound(text)
        assert page.tags["script"] == 1, name
        assert page.tags["img"] == 0, name
        assert "49" not in page.values("value"), name
    assert "&lt;script&gt;" in attacked["document"]


def test_the_language_is_declared_and_can_be_changed(friendly: dict[str, str], lang: str) -> None:
    other = "vi" if lang == "en" else "en"
    for text in friendly.values():
        page = Sound(text)
        assert page.values("lang", "html") == [lang]
        switches = [v for v in page.values("href", "a") if f"lang={other}" in v]
        assert len(switches) == 1
        if lang == "en":
            inner = [v for v in page.values("href", "a") if v.startswith("/") and v not in switches]
            assert all("lang=en" in v for v in inner)


def test_the_switch_keeps_the_state() -> None:
    page = Sound(pages.search("52-NQ/TW", (), 0, 1, "vi"))
    assert "/tim?q=52-NQ%2FTW&lang=en" in page.values("href", "a")
    page = Sound(pages.source("a", "text", [], (1, 2), "vi", key="0f"))
    assert "/nguon/0f?tu=1&den=2&lang=en#bang-chung" in page.values("href", "a")


def test_a_document_page_proves_every_row(small_page: DocumentPage, small_chain: Chain) -> None:
    text = pages.document(small_page, small_chain, "vi", up=1, down=2)
    for edge in (*small_page.bases, *small_page.implementers, *small_page.cites, *small_page.cited_by):
        proof = edge.evidence[0]
        marked = proof.sentence[proof.start - proof.sentence_start : proof.end - proof.sentence_start]
        assert f"<mark>{marked}</mark>" in text
    assert "/nguon/0123456789abcdef0123456789abcdef?tu=208&amp;den=240#bang-chung" in text
    assert 'Căn cứ <span class="count">(3)</span>' in text
    assert 'Triển khai <span class="count">(4)</span>' in text
    for kind in ("svg", "png", "xlsx", "docx", "html", "json"):
        assert f"/van-ban/ttg/quyet-dinh/2020/2289/chuoi.{kind}?tren=1&amp;duoi=2" in text


def test_both_sides_of_a_conflict_are_shown(small_page: DocumentPage, small_chain: Chain) -> None:
    text = pages.document(small_page, small_chain, "vi")
    assert "<b>31/12/2020</b>" in text and "<b>31/12/2021</b>" in text
    assert "đang dùng" in text


def test_rows_and_boxes_point_at_each_other(small_page: DocumentPage, small_chain: Chain) -> None:
    page = Sound(pages.document(small_page, small_chain, "vi"))
    boxes = set(page.values("id", "a"))
    assert page.values("data-box", "tr")
    assert set(page.values("data-box", "tr")) <= boxes
    assert set(page.values("data-from") + page.values("data-to")) <= boxes


def test_a_long_list_is_folded(large_chain: Chain, small_page: DocumentPage) -> None:
    many = DocumentPage(small_page.document, (), large_chain.edges, (), (), (), ())
    text = pages.document(many, large_chain, "vi")
    assert f"Xem thêm {len(large_chain.edges) - 25} dòng" in text
    assert text.count('<td class="relation">') == len(large_chain.edges)


def test_a_document_nobody_mentions_has_no_drawing(small_chain: Chain) -> None:
    document = DocumentSummary("https://w3id.org/cancu/doc/x/y", "Kế hoạch số 1/KH-X", loaded=True)
    text = pages.document(
        DocumentPage(document, (), (), (), (), (), ("https://w3id.org/cancu/source/0f",)),
        Chain(document, (document,), (), {}, {}),
        "vi",
    )
    assert "chưa có quan hệ nào để vẽ" in text
    assert "Chưa thấy văn bản nào triển khai văn bản này." in text
    assert 'href="/nguon/0f"' in text
    Sound(text)


def test_a_list_that_is_cut_says_so_and_counts_all(small_page: DocumentPage, small_chain: Chain) -> None:
    whole = pages.document(small_page, small_chain, "vi")
    assert "Trang này chỉ hiện" not in whole
    shown = len(small_page.implementers)
    cut = pages.document(replace(small_page, totals=(0, 1934, 0, 0)), small_chain, "vi")
    assert f"Trang này chỉ hiện {shown} văn bản đầu." in cut
    assert cut.count("1.934") == 2, "beside the heading and in the list of jumps"


def test_the_text_of_a_source_says_what_document_it_is(small_chain: Chain) -> None:
    document = small_chain.nodes[0]
    text = pages.source("ban-quet-07.pdf", "x", [], None, "vi", key="0f", document=document)
    assert f"<h1>Toàn văn: {document.label}</h1>" in text
    assert "Tệp: ban-quet-07.pdf" in text
    assert Site().document(document.iri) in Sound(text).values("href", "a")


def test_the_text_of_a_source_is_exactly_the_text() -> None:
    text = "Căn cứ <Quyết định> số 5\n\nĐiều 1. A & B"
    written = pages.source("a.txt", text, [(7, 19, "https://w3id.org/cancu/doc/x")], (0, 19), "vi")
    body = re.search(r"<article[^>]*>(.*?)</article>", written, flags=re.DOTALL)
    assert body is not None
    plain = re.sub(r"<[^>]+>", "", body[1])
    assert plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text
    assert written.count('id="bang-chung"') == 1


def test_pages_of_results_link_to_each_other(small_chain: Chain) -> None:
    page = Sound(pages.search("kế hoạch", small_chain.nodes, 57, 2, "vi"))
    assert "/tim?q=k%E1%BA%BF+ho%E1%BA%A1ch" in page.values("href", "a")
    assert "/tim?q=k%E1%BA%BF+ho%E1%BA%A1ch&trang=3" in page.values("href", "a")
    assert "next" not in Sound(pages.search("kế hoạch", small_chain.nodes, 57, 3, "vi")).values("rel", "a")


def test_a_question_shows_its_form_answer_and_exports() -> None:
    text = pages.question(QUESTION, {"van_ban": "2289/QĐ-TTg"}, TABLE, "vi")
    page = Sound(text)
    assert "2289/QĐ-TTg" in page.values("value", "input")
    assert "/van-ban/ttg/quyet-dinh/2020/2289" in page.values("href", "a")
    assert "/cau-hoi/ai-trien-khai?van_ban=2289%2FQ%C4%90-TTg&format=xlsx" in page.values("href", "a")
    assert "Không có dòng nào khớp" in pages.question(QUESTION, {}, Table(("a",), ()), "vi")
    assert 'role="alert"' in pages.question(QUESTION, {}, None, "vi", "thiếu số")


def test_an_empty_store_says_how_to_begin() -> None:
    text = pages.home(EMPTY, (), "vi")
    assert "cancu load" in text and "cancu demo" in text
    assert "cancu load" not in pages.home(SUMMARY, (), "vi")
    assert "3.450" in pages.home(SUMMARY, (), "vi") and "3,450" in pages.home(SUMMARY, (), "en")


def test_another_base_makes_other_addresses(small_chain: Chain) -> None:
    document = DocumentSummary("https://vb.example.vn/doc/a/b", "A")
    assert 'href="/van-ban/a/b"' in pages.home(SUMMARY, (document,), "vi", base="https://vb.example.vn/")
    assert 'href="/van-ban/a/b"' not in pages.home(SUMMARY, (document,), "vi")


SENT = HeaderAnswer(
    "https://w3id.org/cancu/source/0f",
    "Tỉnh ủy Sơn La",
    (SignerAnswer("Lê Văn An", 90, 99, "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    (
        RecipientAnswer("Sở Y tế", "addressee", 5, 12, None, "Sở Y tế tỉnh Sơn La", "syt.14-son-la"),
        RecipientAnswer("Như trên", "copy", 20, 28, refers="addressees"),
        RecipientAnswer("Như Điều 3", "copy", 30, 40, refers="article"),
        RecipientAnswer("Chánh Văn phòng", "copy", 1, 4, through="Như Điều 3"),
        *(RecipientAnswer(f"Các hội {number}", "copy", 40 + number, 45 + number, "để biết") for number in range(15)),
        RecipientAnswer("VT", "file", 80, 82),
    ),
)


@pytest.mark.parametrize(
    ("lang", "words"), [("vi", ("Kính gửi", "Nơi nhận bản sao", "Lưu")), ("en", ("Addressees", "Copies to", "Kept by"))]
)
def test_a_document_page_says_who_signed_and_whom_it_was_sent_to(
    small_page: DocumentPage, small_chain: Chain, lang: str, words: tuple[str, ...]
) -> None:
    text = pages.document(replace(small_page, header=SENT), small_chain, lang)
    page = Sound(text)
    assert all(f"<h3>{word} " in text for word in words)
    assert "KT. CHỦ TỊCH; PHÓ CHỦ TỊCH" in text and "Tỉnh ủy Sơn La" in text
    own = "&amp;lang=en" if lang == "en" else ""
    assert f'<a href="/nguon/0f?tu=5&amp;den=12{own}#bang-chung">Sở Y tế</a>' in text
    assert any(href.startswith("/cau-hoi/sent-to?recipient=S") for href in page.values("href", "a"))
    assert text.count("Các hội ") == 15 and text.count("(để biết)") == 15
    assert text.index("Như Điều 3") < text.index("Chánh Văn phòng") < text.index("Các hội 0")


def test_what_a_header_says_never_becomes_markup(small_page: DocumentPage, small_chain: Chain) -> None:
    word = "<script>alert(1)</script>"
    bad = RecipientAnswer(word, "copy", 1, 2, word, word, word, "article", None)
    header = HeaderAnswer(word, word, (SignerAnswer(word, 1, 2, word, word),), (bad, replace(bad, through=word)))
    assert word not in pages.document(replace(small_page, header=header), small_chain)


def test_without_a_header_nothing_is_said_of_recipients(small_page: DocumentPage, small_chain: Chain) -> None:
    assert "noi-nhan" not in pages.document(small_page, small_chain)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_value_that_many_sentences_state_does_not_bury_the_other(
    small_page: DocumentPage, small_chain: Chain, lang: str
) -> None:
    (conflict,) = small_page.conflicts
    (usual, proofs), other = conflict.values
    many = replace(conflict, values=((usual, proofs * 9), other))
    shown = pages.document(replace(small_page, conflicts=(many,)), small_chain, lang)
    section = shown[shown.index('class="conflicts"') :]
    section = section[: section.index("</section>")]
    count = len(proofs) * 9
    assert section.count('class="proof"') == count + len(other[1])
    opened = re.sub(r"<details.*?</details>", "", section, flags=re.DOTALL)
    assert opened.count('class="proof"') == 3 + len(other[1])
    assert labels.text("evidence.more", lang, count=str(count - 3)) in section


@pytest.mark.parametrize(("lang", "name"), [("vi", "Năm trong số hiệu"), ("en", "Year in the number")])
def test_a_contradiction_of_years_is_named(small_page: DocumentPage, small_chain: Chain, lang: str, name: str) -> None:
    conflict = replace(small_page.conflicts[0], field="year")
    assert f"<h3>{name}</h3>" in pages.document(replace(small_page, conflicts=(conflict,)), small_chain, lang)
