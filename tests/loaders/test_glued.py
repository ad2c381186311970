"""Blanks that a page lost: where they are put in, and that offsets stay those of the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text import glued, reading
from ontology.records import Span


def parted(text: str) -> str:
    return reading.read(text).text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Theo đề nghị củaỦy ban", "Theo đề nghị của Ủy ban"),
        ("một số điềucủa LuậtKhiếu nại, tố cáonăm 1998", "một số điều của Luật Khiếu nại, tố cáo năm 1998"),
        ("Quyếtđịnh BANHÀNH kếhoạch", "Quyết định BAN HÀNH kế hoạch"),
        ("Căn cứLuật Đất đai", "Căn cứ Luật Đất đai"),
        ("quyđịnh của cánhân vềviệc đầutư ởđịa phương", "quy định của cá nhân về việc đầu tư ở địa phương"),
        ("nội dung củaLuật về kinhdoanh, Internet", "nội dung của Luật về kinh doanh, Internet"),
        ("- 1Quyết định 263\n- 2Nghị định 27", "- 1 Quyết định 263\n- 2 Nghị định 27"),
        ("ngày 03/12/2021của Sở, điềucủa năm 2004và 2005", "ngày 03/12/2021 của Sở, điều của năm 2004 và 2005"),
    ],
)
def test_glued_words_are_parted(printed: str, read: str) -> None:
    assert parted(printed) == read


@pytest.mark.parametrize(
    "printed",
    [
        "Quyết định của Ủy ban nhân dân tỉnh Đắk Lắk",
        "vềviệc",  # one word alone is no sign that the page lost its blanks
        "quyđịnh của xã Mường Khuyên, nghiêng, CHUYÉN, Covid, Internet",  # no syllables, or one
    ],
)
def test_what_is_left_alone(printed: str) -> None:
    assert parted(printed).replace("quy định", "quyđịnh") == printed


def test_a_glued_law_is_cited_as_it_was_printed(say) -> None:
    text = "QUYẾT ĐỊNH\n\nCăn cứ Luật Ban hành văn bản quyphạm pháp luật năm 2015;\nQuyếtđịnh này có hiệu lực ngay.\n"
    law, own = say(text).citations
    assert law.mention.span.of(text) == "Luật Ban hành văn bản quyphạm pháp luật năm 2015"
    assert law.mention.name == "Ban hành văn bản quy phạm pháp luật"
    assert own.mention.span.of(text) == "Quyếtđịnh này"


WORDS = st.sampled_from(["của", "quyết", "định", "Ủy", "ban", "ngày", "03/12/2021", "nhân", "dân", ",", "\n", "số"])


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=30))
def test_every_letter_leads_back_to_itself(words: list[tuple[str, str]]) -> None:
    text = "".join(word + blank for word, blank in words)
    read = reading.read(text)
    for at, letter in enumerate(read.text):
        original = read.original(Span(at, at + 1)).of(text)
        assert original in (letter, "") and (original or letter == " ")


def test_a_word_of_more_than_three_syllables_is_left_alone() -> None:
    assert glued.breaks("củaLuật") == [3]
    assert glued.breaks("của" * 4) == []
    assert glued.breaks("nghiêng" * 3) == []  # no word of it shows that blanks are missing
    assert glued.breaks("của nghiêngnghiêngNghiêng củaLuật") == [11, 18, 29]
    assert glued.breaks("của nghiêngnghiêngNghiêngg củaLuật") == [30]


def test_breaks_stand_between_letters() -> None:
    text = "nội dung củaLuật và tạiĐiều 5"
    assert [text[at - 1 : at + 1] for at in glued.breaks(text)] == ["aL", "iĐ"]
