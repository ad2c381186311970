"""Every form of citation that is read today, on sentences written for these tests; spans are exact."""

import textwrap
import unicodedata
from collections.abc import Callable

import pytest

from ontology.records import Citation, Extraction


def cited(extraction: Extraction) -> list[str]:
    return [c.mention.span.of(extraction.text) for c in extraction.citations if c.mention.form != "anaphor"]


def only(extraction: Extraction) -> Citation:
    (citation,) = (c for c in extraction.citations if c.mention.form != "anaphor")
    return citation


@pytest.mark.parametrize(
    ("sentence", "span", "number", "year", "symbol"),
    [
        ("theo Quyết định số 2289/QĐ-TTg của Thủ tướng", "Quyết định số 2289/QĐ-TTg", "2289", None, "QĐ-TTg"),
        ("theo quyết định 704/QĐ-UBND của tỉnh", "quyết định 704/QĐ-UBND", "704", None, "QĐ-UBND"),
        ("THEO NGHỊ QUYẾT SỐ 52-NQ/TW CỦA BỘ CHÍNH TRỊ", "NGHỊ QUYẾT SỐ 52-NQ/TW", "52", None, "NQ/TW"),
        ("theo Nghị định số 32/2019/NĐ-CP", "Nghị định số 32/2019/NĐ-CP", "32", "2019", "NĐ-CP"),
        ("theo Luật Đầu tư số 61/2020/QH14", "Luật Đầu tư số 61/2020/QH14", "61", "2020", "QH14"),
        ("theo Luật khoa học số 29/2013/QH13, ngày 18/6/2013", "Luật khoa học số 29/2013/QH13", "29", "2013", "QH13"),
        ("theo Nghị quyết số 30a/2008/NQ-CP", "Nghị quyết số 30a/2008/NQ-CP", "30a", "2008", "NQ-CP"),
        ("theo Nghị quyết số 66.13/2026/NQ-CP", "Nghị quyết số 66.13/2026/NQ-CP", "66.13", "2026", "NQ-CP"),
        ("theo Quy chế số 05-QC/BTCTU-BNCTU", "Quy chế số 05-QC/BTCTU-BNCTU", "05", None, "QC/BTCTU-BNCTU"),
        ("theo Nghị quyết số 15-NQ/ĐH", "Nghị quyết số 15-NQ/ĐH", "15", None, "NQ/ĐH"),
        ("theo Công văn số 7495/BKHĐT-QLKTTW", "Công văn số 7495/BKHĐT-QLKTTW", "7495", None, "BKHĐT-QLKTTW"),
        ("theo Nghị định số 64/CP", "Nghị định số 64/CP", "64", None, "CP"),
        ("theo Thông tư 105 TC/ĐT ngày 8/12/1994", "Thông tư 105 TC/ĐT", "105", None, None),
        ("theo Thông tư số 16/2020/TT- BNNPTNT", "Thông tư số 16/2020/TT- BNNPTNT", "16", "2020", "TT-BNNPTNT"),
        ("theo Nghị định số 126/2024/NĐ-CP1 về hội", "Nghị định số 126/2024/NĐ-CP", "126", "2024", "NĐ-CP"),
        (
            "theo Quyết định phê duyệt chủ trương đầu tư số 11/QĐ-UBND",
            "Quyết định phê duyệt chủ trương đầu tư số 11/QĐ-UBND",
            "11",
            None,
            "QĐ-UBND",
        ),
        ("theo Quyết định số      /QĐ-UBND ngày   /4/2026", "Quyết định số      /QĐ-UBND", None, None, "QĐ-UBND"),
    ],
)
def test_number_and_symbol(say, sentence, span, number, year, symbol) -> None:
    extraction = say(f"Các sở, ngành đã làm việc {sentence} trong năm.")
    mention = only(extraction).mention
    assert mention.span.of(extraction.text) == span
    assert (mention.number, mention.year) == (number, year)
    assert symbol is None or mention.symbol == symbol
    assert mention.form == "full"


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("ngày 31/12/2020", "2020-12-31"),
        ("ngày 31 tháng 12 năm 2020", "2020-12-31"),
        (", ngày 05.3.2021", "2021-03-05"),
        ("(ngày 9/1/2019)", "2019-01-09"),
        ("ngày     tháng 4 năm 2026", "2026-04"),
        ("ngày   /4/2026", "2026-04"),
        ("ngày 31/02/2020", None),
        ("năm 2022", None),
    ],
)
def test_dates(say, printed, date) -> None:
    assert only(say(f"Sở thực hiện Quyết định số 2289/QĐ-TTg {printed} như sau.")).mention.date == date


def test_a_number_broken_over_a_page_is_one_mention(say) -> None:
    extraction = say(
        "Các cơ quan thực hiện đúng quy định tại Nghị định số 156/2018/\nNĐ-CP ngày 03/8/2018 của Chính phủ."
    )
    assert cited(extraction) == ["Nghị định số 156/2018/\nNĐ-CP"]


def test_an_elliptical_list_gives_each_number(say) -> None:
    extraction = say(
        "Vốn bố trí theo Quyết định phê duyệt chủ trương đầu tư số 11/QĐ-UBND ngày 06/01/2021, số 1479/QĐ-UBND ngày "
        "29/12/2020, số 420/QĐ-UBND ngày 29/3/2021.",
        "Điện Biên",
    )
    assert cited(extraction)[1:] == ["số 1479/QĐ-UBND", "số 420/QĐ-UBND"]
    assert {c.work.split("/")[1] for c in extraction.citations} == {"ubnd.11-dien-bien"}
    assert {c.mention.date for c in extraction.citations} == {"2021-01-06", "2020-12-29", "2021-03-29"}


@pytest.mark.parametrize(
    ("sentence", "spans"),
    [
        ("Căn cứ Luật Khoa học và Công nghệ năm 2013 và các nghị định.", ["Luật Khoa học và Công nghệ năm 2013"]),
        (
            "Theo quy định của Luật Ngân sách nhà nước, Luật Đầu tư công.",
            ["Luật Ngân sách nhà nước", "Luật Đầu tư công"],
        ),
        ("Thực hiện Luật KH&CN, nghị định hướng dẫn.", ["Luật KH&CN"]),
        ("Căn cứ Bộ luật Lao động ngày 20/11/2019;", ["Bộ luật Lao động"]),
        ("Căn cứ Hiến pháp năm 2013;", ["Hiến pháp năm 2013"]),
        (
            "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV.",
            ["Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV"],
        ),
        (
            "Thực hiện Nghị quyết Hội nghị Trung ương 6 khóa XI về khoa học.",
            ["Nghị quyết Hội nghị Trung ương 6 khóa XI"],
        ),
        ("Đoàn Luật sư tỉnh họp theo quy định của pháp luật về hội.", []),
        ("Các luật, nghị định, thông tư có liên quan.", []),
    ],
)
def test_documents_known_by_name(say, sentence, spans) -> None:
    assert cited(say(sentence)) == spans


@pytest.mark.parametrize(
    "sentence",
    [
        "Điền theo Mẫu số 01/TP-TTTM đính kèm.",
        "Áp dụng TCVN ISO 9001:2015 và QCVN 01:2019/BCT.",
        "Tốc độ 80 km/h, đạt 45/45 thủ tục, ngày 19/01/2019.",
        "Kinh phí 1.270 triệu đồng cho 05 dự án năm 2021.",
    ],
)
def test_what_is_no_citation(say, sentence) -> None:
    assert cited(say(sentence)) == []


def test_short_forms_and_aliases_find_their_document(say) -> None:
    extraction = say(
        "Căn cứ Quyết định số 2289/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ (gọi tắt là *Quyết định 2289*);\n\n"
        "Sở báo cáo kết quả thực hiện Quyết định số 2289 năm 2022. Việc thực hiện Quyết định này còn khó khăn."
    )
    assert [c.mention.form for c in extraction.citations] == ["full", "short", "short", "anaphor"]
    assert {c.work for c in extraction.citations} == {"doc/ttg/quyet-dinh/2020/2289"}
    assert extraction.citations[1].mention.span.of(extraction.text) == "Quyết định 2289"


def test_a_short_form_without_referent_is_listed(say) -> None:
    extraction = say("Sở đã thực hiện tốt Quyết định số 4567 trong năm.")
    assert [(u.span.of(extraction.text), u.reason) for u in extraction.unresolved] == [
        ("Quyết định số 4567", "short.no_referent")
    ]


TEXT = (
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ\n\nSố: 15/BC-SKHCN\n\nSơn La, ngày 05 tháng 11 năm 2022\n\nBÁO CÁO\n"
    "Kết quả thực hiện Quyết định số 2289/QĐ-TTg\n\n"
    "Căn cứ Quyết định số 2289/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ;\n\n"
    "Triển khai Nghị quyết số 50/NQ-CP ngày 17/4/2020 của Chính phủ, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số "
    "112/KH-UBND ngày 08/5/2020 và giao cho các sở, ban, ngành, các huyện, thành phố trong tỉnh tổ chức thực hiện.\n\n"
    "Quyết định số 21/2020/QĐ-UBND ngày 07/5/2020 của UBND tỉnh thay thế Quyết định số 30/2014/QĐ-UBND.\n"
)


@pytest.mark.parametrize(
    "mutate",
    [
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: t.replace("Đ", "Ð"),
        lambda t: t.replace(" ", "\u00a0"),
        lambda t: t.replace("định", "đị\u00adnh"),
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.replace(" ", "  "),
        lambda t: "\n".join(textwrap.fill(line, 80) if len(line) > 80 else line for line in t.split("\n")),
    ],
    ids=["nfd", "eth", "nbsp", "soft-hyphen", "crlf", "doubled-spaces", "wrapped"],
)
def test_noise_changes_no_meaning(say, mutate) -> None:
    plain, noisy = say(TEXT), say(mutate(TEXT))
    assert [w.id for w in plain.works] == [w.id for w in noisy.works]
    assert {(s.subject, s.predicate, s.object) for s in plain.statements} == {
        (s.subject, s.predicate, s.object) for s in noisy.statements
    }
    assert [c.mention.number for c in plain.citations] == [c.mention.number for c in noisy.citations]
    for citation in noisy.citations:
        assert citation.mention.span.of(noisy.text).strip() == citation.mention.span.of(noisy.text)


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("theo khoản 2 Điều 4 Nghị quyết số 15/2019/NQ-HĐND", "khoản 2 Điều 4"),
        ("quy định tại điểm a, b khoản 1 Điều 6 của Luật Hóa chất", "điểm a, b khoản 1 Điều 6"),
        ("tại các Điều 29, 30 và 36 Nghị định số 5/2020/NĐ-CP", "các Điều 29, 30 và 36"),
        ("tại Phụ lục II Nghị định số 5/2020/NĐ-CP", "Phụ lục II"),
        ("theo Nghị định số 5/2020/NĐ-CP", None),
        (
            "tại khoản 3 Điều 15 và khoản 2, khoản 6 Điều 21 Nghị định số 5/2020/NĐ-CP",
            "khoản 3 Điều 15 và khoản 2, khoản 6 Điều 21",
        ),
        ("tại Điều 6; khoản 4, 5 Điều 35 Nghị định số 5/2020/NĐ-CP", "Điều 6; khoản 4, 5 Điều 35"),
        ("tại khoản 3 Điều 15 của hợp đồng và khoản 2 Điều 21 Nghị định số 5/2020/NĐ-CP", "khoản 2 Điều 21"),
    ],
)
def test_the_provision_stated_before_a_citation(say, sentence, provision) -> None:
    assert only(say(f"Cơ quan thực hiện {sentence}.")).mention.pinpoint == provision


def test_a_date_and_a_body_in_front_of_the_citation(say) -> None:
    mention = only(
        say("Ngày 03/6/2020, Thủ tướng Chính phủ ban hành Quyết định số 749/QĐ-TTg về chuyển đổi số.")
    ).mention
    assert (mention.date, mention.issuer and mention.issuer.key) == ("2020-06-03", "ttg")
    assert mention.date_end is None


def test_letters_in_a_list_need_no_word_of_their_own(say) -> None:
    extraction = say("Sở trả lời các Công văn số 12/STC-NS ngày 05/01/2021, 34/SKHĐT-TH và 56/SNV-TCCC của các sở.")
    assert cited(extraction) == ["Công văn số 12/STC-NS", "34/SKHĐT-TH", "56/SNV-TCCC"]
    assert {c.mention.symbol for c in extraction.citations} == {"STC-NS", "SKHĐT-TH", "SNV-TCCC"}


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Thông tư số 07    /2014/TT-BTC", "07"),
        ("Thông tư số 08./2010/TT-BTC", "08"),
        ("Thông tư số19/2010/TT-BTC", "19"),
        ("Thông tư số21 /2010/TT-BTC", "21"),
    ],
)
def test_room_that_clerks_leave_around_a_number(say: Callable[..., Extraction], printed: str, number: str) -> None:
    (citation,) = say(f"Các đơn vị làm theo {printed} trong năm.").citations
    assert citation.mention.number == number
    assert citation.mention.year in ("2010", "2014")


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("Hồ sơ kèm Giấy phép số A7/2024/NĐ-CP đã nộp.", [("A7/2024/NĐ-CP", "number.unread")]),
        ("Theo kết quả thẩm tra số 15.02.2025/BCTT-XD, nhà máy đạt.", [("15.02.2025/BCTT-XD", "number.unread")]),
        ("Văn bằng số ....../2026/GCN-SYT còn hạn.", [("/2026/GCN-SYT", "number.blank")]),
        ("Kê khai theo Mẫu biểu số B05/ĐV-KT đính kèm.", []),
        ("Số lượng xe/hộ tăng, số hộ/xã giảm.", []),
        ("Thực hiện Quyết định số 12/QĐ-TTg và văn bản số 9/UBND-VX.", []),
    ],
)
def test_what_looks_like_a_number_is_listed(
    say: Callable[..., Extraction], sentence: str, listed: list[tuple[str, str]]
) -> None:
    extraction = say(sentence)
    assert [(item.span.of(extraction.text), item.reason) for item in extraction.unresolved] == listed


def test_the_blank_number_of_the_document_itself_is_no_loss(say: Callable[..., Extraction]) -> None:
    extraction = say("SỞ Y TẾ\nSố:        /BC-SYT\nLào Cai, ngày     tháng 5 năm 2022\nBÁO CÁO\nCông tác quý I\n")
    assert extraction.header.symbol == "BC-SYT"
    assert extraction.unresolved == ()


def test_a_long_run_of_capitals_is_read_once(say: Callable[..., Extraction]) -> None:
    """Each capital more must not double the work: a symbol can be cut into groups in one way only."""
    assert say("Số 12/" + "A" * 400 + "abcd, số 12/" + "Ab" * 400 + "c1234.").citations == ()


def test_the_blanks_between_two_columns_are_read_once(say: Callable[..., Extraction]) -> None:
    """Each blank more must not multiply the ways in which a list could go on."""
    extraction = say("Công văn số 12/STC-NS" + " " * 20_000 + "34/ABCD-EF")
    assert cited(extraction) == ["Công văn số 12/STC-NS"]
