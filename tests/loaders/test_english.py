"""Citations in official translations."""

import pytest


@pytest.mark.parametrize(
    ("text", "span", "work", "date"),
    [
        ("Pursuant to Decree No. 15/2031/ND-CP dated March 03, 2031;", "Decree No. 15/2031/ND-CP", "doc/cp/nghi-dinh/2031/15", "2031-03-03"),
        ("the Government's Decrees No.40/2031/ND-CP of 12th May, 2031, on", "Decrees No.40/2031/ND-CP", "doc/cp/nghi-dinh/2031/40", "2031-05-12"),
        ("the Law on Investment No. 61/2020/QH14 dated June 17, 2020", "Law on Investment No. 61/2020/QH14", "doc/qh/luat/qh14/61", "2020-06-17"),
        ("Decision No. 749/QD-TTg of June 3, 2031, of the Prime Minister", "Decision No. 749/QD-TTg", "doc/ttg/quyet-dinh/2031/749", "2031-06-03"),
        ("Circular No. 7/2031/TT-BTC dated February 30, 2031", "Circular No. 7/2031/TT-BTC", "doc/btc/thong-tu/2031/7", None),
    ],
)  # fmt: skip
def test_the_word_for_the_type_and_the_date_are_read(say, text, span, work, date) -> None:
    extraction = say(text)
    (citation,) = extraction.citations
    mention = citation.mention
    assert extraction.text[mention.span.start : mention.span.end] == span
    assert (citation.work, mention.date) == (work, date)


def test_each_number_of_a_list_has_its_own_word(say) -> None:
    text = "Law No. 32/2031/QH13, Decree No. 46/2031/ND-CP and 97/2031/ND-CP"
    extraction = say(text)
    assert [c.mention.type for c in extraction.citations] == ["Luật", "Nghị định", "Nghị định"]
    assert [extraction.text[c.mention.span.start : c.mention.span.end] for c in extraction.citations] == [
        "Law No. 32/2031/QH13",
        "Decree No. 46/2031/ND-CP",
        "97/2031/ND-CP",
    ]


def test_a_word_that_the_symbol_does_not_fit_is_none_for_the_number(say) -> None:
    extraction = say("as the Report No. 15/2031/ND-CP says")
    assert [extraction.text[c.mention.span.start : c.mention.span.end] for c in extraction.citations] == [
        "15/2031/ND-CP"
    ]
