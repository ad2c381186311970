"""Who does what to which document, and how we know: cue, scope, title, list, proposal."""

import re

import pytest

from loaders.relations import ending
from ontology.records import Extraction
from ontology.tables import relation_phrases


def edges(extraction: Extraction) -> set[tuple[str, str, str]]:
    """(subject, predicate, object) with the number alone, `self` as it is."""
    short = lambda path: path if path == "self" else path.rsplit("/", 1)[-1]  # noqa: E731
    return {(short(s.subject), s.predicate, short(s.object)) for s in extraction.statements}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Căn cứ Quyết định số 5/QĐ-TTg;", {("self", "basedOn", "5")}),
        ("Trên cơ sở Quyết định số 5/QĐ-TTg, Sở đã tham mưu.", {("self", "basedOn", "5")}),
        (
            "Trên cơ sở Quyết định số 5/QĐ-TTg ngày 1/2/2020; Nghị quyết số 6/NQ-CP; Sở đã làm.",
            {("self", "basedOn", "5"), ("self", "basedOn", "6")},
        ),
        ("Thực hiện Quyết định số 5/QĐ-TTg, Sở đã họp.", {("self", "implements", "5")}),
        ("Thực hiện chỉ đạo của UBND tỉnh tại Công văn số 5/UBND-KT, Sở đã họp.", {("self", "implements", "5")}),
        ("Triển khai nhiệm vụ Ủy ban nhân dân tỉnh giao tại Quyết định số 5/QĐ-UBND.", {("self", "implements", "5")}),
        ("Cấp phép theo quy định tại khoản 2 Điều 5 Nghị định số 6/2020/NĐ-CP.", {("self", "cites", "6")}),
        ("Quán triệt các quan điểm, mục tiêu, nhiệm vụ của Nghị quyết số 52-NQ/TW.", {("self", "cites", "52")}),
        ("Nghị định này thay thế Nghị định số 6/2015/NĐ-CP.", {("self", "replaces", "6")}),
        (
            "Quyết định số 21/2020/QĐ-UBND thay thế Quyết định số 30/2014/QĐ-UBND.",
            {("21", "replaces", "30"), ("self", "cites", "21"), ("self", "cites", "30")},
        ),
        (
            "Luật số 61/2020/QH14 được sửa đổi, bổ sung bởi Luật số 72/2020/QH14.",
            {("72", "amends", "61"), ("self", "cites", "61"), ("self", "cites", "72")},
        ),
        ("Thông tư số 7/2010/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", {("self", "repeals", "7")}),
        (
            "Thông tư số 7/2010/TT-BTC và Thông tư số 9/2011/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
            {("self", "repeals", "7"), ("self", "repeals", "9")},
        ),
        ("Bãi bỏ Quyết định số 8/2012/QĐ-UBND.", {("self", "repeals", "8")}),
        ("Đính chính Thông tư số 9/2021/TT-BKHCN.", {("self", "corrects", "9")}),
        ("Đề nghị ban hành Quyết định sửa đổi Quyết định số 33/2015/QĐ-UBND.", {("self", "cites", "33")}),
        ("Thông tư quy định chi tiết một số điều của Nghị định số 13/2019/NĐ-CP.", {("self", "guides", "13")}),
    ],
)
def test_one_sentence(say, sentence, expected) -> None:
    assert edges(say(sentence)) == expected


def test_what_a_title_cites_belongs_to_the_titled_document(say) -> None:
    extraction = say(
        "- Quyết định số 1162/QĐ-UBND ngày 08/5/2020 của UBND tỉnh về việc ban hành kế hoạch thực hiện Nghị quyết số 50/NQ-CP "
        "ngày 17/4/2020 của Chính phủ về Chương trình hành động thực hiện Nghị quyết số 52-NQ/TW của Bộ Chính trị;",
        "Sơn La",
    )
    assert {("1162", "implements", "50"), ("50", "implements", "52")} <= edges(extraction)
    assert not {e for e in edges(extraction) if e[0] == "self" and e[1] != "cites"}


def test_a_coordinated_document_stands_beside_the_first(say) -> None:
    extraction = say(
        "Triển khai Nghị quyết số 50/NQ-CP ngày 17/4/2020 của Chính phủ và Kế hoạch số 190-KH/TU ngày 12/8/2020 của Ban "
        "Thường vụ Tỉnh ủy về thực hiện Nghị quyết số 52-NQ/TW của Bộ Chính trị, UBND tỉnh đã ban hành các kế hoạch, cụ thể:\n"
        "+ Kế hoạch số 4715/KH-UBND ngày 16/10/2020 của UBND tỉnh về thương mại điện tử;\n"
        "+ Kế hoạch số 5884/KH-UBND ngày 21/12/2020 của UBND tỉnh về chính quyền số.",
        "Quảng Trị",
    )
    found = edges(extraction)
    assert {("self", "implements", "50"), ("self", "implements", "190"), ("190", "implements", "52")} <= found
    assert {(plan, "implements", act) for plan in ("4715", "5884") for act in ("50", "190")} <= found
    proof = next(s for s in extraction.statements if s.subject.endswith("/5884") and s.object.endswith("/50"))
    assert "4715" in proof.sentence.of(extraction.text)
    assert proof.span.of(extraction.text).endswith("5884/KH-UBND")


def test_a_report_reports_on_what_others_only_mention(say) -> None:
    title = "\nKết quả thực hiện Quyết định số 2289/QĐ-TTg ngày 31/12/2020\n\nNội dung như sau."
    assert ("self", "reportsOn", "2289") in edges(say("BÁO CÁO" + title))
    assert ("self", "reportsOn", "2289") not in edges(say("KẾ HOẠCH" + title))


def test_a_heading_governs_the_list_below_it(say) -> None:
    extraction = say(
        "I. Căn cứ xây dựng kế hoạch\n- Luật Đầu tư công số 39/2019/QH14;\n- Nghị định số 40/2020/NĐ-CP;\n\n"
        "II. Mục tiêu\n- Nghị định số 41/2020/NĐ-CP nêu mục tiêu chung."
    )
    assert {("self", "basedOn", "39"), ("self", "basedOn", "40"), ("self", "cites", "41")} == edges(extraction)


def test_every_statement_leads_back_to_its_words(say) -> None:
    extraction = say("Căn cứ Luật Đầu tư công;\nThực hiện Quyết định số 5/QĐ-TTg và Quyết định số 6/QĐ-TTg.")
    for statement in extraction.statements:
        assert statement.sentence.start <= statement.span.start < statement.span.end <= statement.sentence.end
        assert statement.rule


def test_each_phrase_behind_a_document_holds_a_word_of_the_cheap_look() -> None:
    behind = [row.pattern for row in relation_phrases() if row.position == "after_target"]
    needed = [re.sub(r"\(\?:[^()]*\)\?", "", pattern.partition("(?!")[0]) for pattern in behind]
    assert behind
    assert [pattern for pattern in needed if not any(word in pattern for word in ending.WORDS)] == []
