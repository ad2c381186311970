"""Documents of offices as they stand on the pages of provinces and papers: who issued what is cited, where a title
ends, what a plan carries out. Samples are fiction; the ways of writing are those of public pages."""

import pytest

from ontology.records import Extraction

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n-------\n\nSố: 12/BC-UBND\n\nSơn La, ngày 03 tháng 4 năm 2020\n\nBÁO CÁO\n\nKết quả\n\n"


def of(extraction: Extraction, number: str):
    return next(each for each in extraction.citations if each.mention.number == number)


def issuer(extraction: Extraction, number: str) -> str | None:
    named = of(extraction, number).mention.issuer
    return named.name if named else None


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        (
            "Theo chỉ đạo của Ban Thường vụ Tỉnh ủy tại Công văn số 794-CV/TU ngày 16/10/2019.",
            "794",
            "Ban Thường vụ Tỉnh ủy Sơn La",
        ),
        (
            "Theo đề nghị của Chủ tịch UBND huyện Mai Sơn tại Tờ trình số 15/TTr-UBND ngày 2/3/2019.",
            "15",
            "Chủ tịch Ủy ban nhân dân huyện Mai Sơn",
        ),
        (
            "Theo đề nghị của Chánh Thanh tra tỉnh tại Tờ trình số 58/TTr-TT ngày 2/3/2019.",
            "58",
            "Thanh tra tỉnh Sơn La",
        ),
        ("Ý kiến của Phó Chủ tịch UBND tỉnh tại Thông báo số 12/TB-VPUBND ngày 3/3/2019.", "12", None),
        ("UBND tỉnh vừa ban hành Kế hoạch số 112/KH-UBND, ngày 20/5/2024.", "112", "Ủy ban nhân dân tỉnh Sơn La"),
        (
            "Sở đã tham mưu UBND tỉnh ban hành Kế hoạch số 113/KH-UBND ngày 21/5/2024.",
            "113",
            "Ủy ban nhân dân tỉnh Sơn La",
        ),
        ("Chính phủ đã giao và Bộ Tài chính đã ban hành Công văn số 55/BTC-NSNN.", "55", "Bộ Tài chính"),
        ("Sở Y tế trình UBND tỉnh đề án, sau đó ban hành Công văn số 56/SYT-NV.", "56", None),
        ("Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 Chính phủ về cơ chế một cửa.", "61", "Chính phủ"),
        (
            "Thực hiện Luật Thủ đô, ngày 24/6/2013, UBND tỉnh Sơn La đã ra Quyết định số 65/2013/QĐ-UBND.",
            "65",
            "Ủy ban nhân dân tỉnh Sơn La",
        ),
        ("Thông tư số 66-TT/LB ngày 13-04-1977 của liên Bộ Y tế - Tài chính.", "66", "Bộ Y tế và Bộ Tài chính"),
        (
            "Quyết định 67/QĐ-TTg năm 2022 phê duyệt Chương trình do Thủ tướng Chính phủ ban hành",
            "67",
            "Thủ tướng Chính phủ",
        ),
        ("văn bản số 68/QLCDA ngày 13/02/2009 của Tổng công ty Xây dựng Hà Nội.", "68", "Tổng công ty Xây dựng Hà Nội"),
        (
            "Kế hoạch số 70/KH-MTTQ ngày 03/7/2018 của Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh về đại hội.",
            "70",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La",
        ),
        (
            "Nghị quyết Liên tịch số 71/2008/NQLT/CP-UBTUMTTQVN của Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam về quy chế.",
            "71",
            "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        ),
        (
            "Chủ tịch UBND tỉnh Phạm Văn An vừa ban hành Chỉ thị số 72/CT-UBND.",
            "72",
            "Chủ tịch Ủy ban nhân dân tỉnh Sơn La",
        ),
        ("Theo Công văn số 62/SYT-NV ngày 19/3/2018 UBND tỉnh ban hành kế hoạch.", "62", None),
        ("Kế hoạch số 63/KH-LĐLĐ ngày 12/11/2021 của LĐLĐ tỉnh Thanh Hóa.", "63", "Liên đoàn Lao động tỉnh Thanh Hóa"),
        (
            "Kế hoạch số 64-KH/ĐU ngày 25-8-2025 của BTV Đảng uỷ xã Mường Khiêng.",
            "64",
            "Ban Thường vụ Đảng ủy xã Mường Khiêng",
        ),
    ],
)
def test_who_issued(say, text: str, number: str, name: str | None) -> None:
    assert issuer(say(HEAD + text), number) == name


def test_day_and_body_in_front(say) -> None:
    text = "Thực hiện Công văn số 7-CV/TU ngày 16/10/2019, ngày 04/11/2019, UBND tỉnh đã ban hành Công văn số 1823/UBND-TH."
    letter = of(say(HEAD + text), "1823").mention
    assert (letter.date, letter.issuer.name) == ("2019-11-04", "Ủy ban nhân dân tỉnh Sơn La")


def test_committees_of_a_commune_share_their_series(say) -> None:
    text = "Kế hoạch số 4-KH/ĐU của Ban Thường vụ Đảng ủy xã Chiềng Ân; Nghị quyết số 1-NQ/ĐU của Ban Chấp hành Đảng bộ xã Chiềng Ân."
    keys = {each.mention.issuer.key for each in say(HEAD + text).citations}
    assert keys == {"du.xa-chieng-an.14-son-la"}


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        (
            "Chỉ thị số 34-CT/TU, ngày 5-9-2019 của Ban Thường vụ Tỉnh ủy, Kế hoạch số 128-KH/TU, ngày 5-9-2019 của Tỉnh ủy về đại hội.",
            "34",
            None,
        ),
        (
            "Nghị quyết số 3/NQ-HĐND ngày 16/6/2009 của Hội đồng nhân dân tỉnh khóa VII, kỳ họp thứ 17 về công tác dân số;",
            "3",
            "công tác dân số",
        ),
        (
            "Theo Chỉ thị số 6/CT-TTg về việc tăng cường tài chính năm 2015 và Bộ Tài chính đã ban hành Công văn số 5/BTC-NS.",
            "6",
            "tăng cường tài chính năm 2015",
        ),
        (
            "Trả lời công văn số 17/STC-NS đề ngày 03/01/2013 về việc nộp chậm, Tổng cục Hải quan có ý kiến.",
            "17",
            "nộp chậm",
        ),
        (
            "công văn số 1406-BYT/TC ngày 26-04-1978 về bộ máy của Viện và quyết định số 59-BYT/QĐ ngày 11-01-1979 về Hội đồng.",
            "1406",
            "bộ máy của Viện",
        ),
        (
            "Bộ Nội vụ ban hành Công văn số 18/BNV-TCBC gửi các bộ; Ủy ban nhân dân tỉnh, thành phố về việc hướng dẫn chế độ.",
            "18",
            "hướng dẫn chế độ",
        ),
        ("Công văn số 40/UBND-KT ngày 19/6 về việc phòng dịch.", "40", "phòng dịch"),
        (
            "Thông tư số 32/2018/TT-BGDĐT của Bộ Giáo dục và Đào tạo (GDĐT) về ban hành Chương trình.",
            "32",
            "ban hành Chương trình",
        ),
        (
            "Quyết định 67/QĐ-TTg năm 2022 phê duyệt Chương trình do Thủ tướng Chính phủ ban hành",
            "67",
            "phê duyệt Chương trình",
        ),
        (
            "Thông tư số 23/2024/TT-BYT ngày 31/12/2024 của Bộ Y tế bãi bỏ một số văn bản do Bộ trưởng Bộ Y tế ban hành;",
            "23",
            "bãi bỏ một số văn bản do Bộ trưởng Bộ Y tế ban hành",
        ),
        (
            "Quyết định số 27/QĐ-UBND về việc lập Tổ công tác và theo dõi sát tiến độ.",
            "27",
            "lập Tổ công tác và theo dõi sát tiến độ",
        ),
        (
            "Quyết định này thay thế Quyết định số 29/2013/QĐ-UBND\nngày 17 tháng 6 năm 2013 của UBND tỉnh về việc ban hành"
            "\nQuy chế thành lập, tổ chức và hoạt động của tổ chức phối hợp liên ngành.",
            "29",
            "ban hành Quy chế thành lập, tổ chức và hoạt động của tổ chức phối hợp liên ngành",
        ),
        (
            "Chỉ thị số 22-CT/TW về thi đua và ý kiến chỉ đạo của UBND tỉnh tại Văn bản số 238/UBND-VX ngày 19/3/2018.",
            "22",
            "thi đua",
        ),
    ],
)
def test_where_a_title_ends(say, text: str, number: str, title: str | None) -> None:
    assert of(say(HEAD + text), number).mention.title == title


def test_the_decision_begins_behind_the_last_title(say) -> None:
    text = (
        "Số: 9/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nVề quy chế\n\nXét đề nghị của Sở Y tế tại Tờ trình số 66/TTr-SYT ngày 17/5/2013 về việc"
        "\nban hành Quy chế của Ban Chỉ đạo tỉnh Hà Giang,\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Quy chế.\n"
    )
    assert of(say(text), "66").mention.title == "ban hành Quy chế của Ban Chỉ đạo tỉnh Hà Giang"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Tờ trình số 473/TTr -\nNN&PTNT ngày 21/5/2007 của Sở.", "Tờ trình số 473/TTr -\nNN&PTNT"),
        ("Hướng dẫn (mật) số 03-HD/HU ngày 16/9/2024.", "Hướng dẫn (mật) số 03-HD/HU"),
        ("công văn số 17/HQHN-GSQLđề ngày 03/01/2013.", "công văn số 17/HQHN-GSQL"),
        ("Luật Phòng chống HIV/AIDS; Pháp lệnh Dân số.", "Luật Phòng chống HIV/AIDS"),
        (
            "Nghị quyết Hội nghị lần thứ 7, BCH Trung ương Đảng khóa X về nông nghiệp.",
            "Nghị quyết Hội nghị lần thứ 7, BCH Trung ương Đảng khóa X",
        ),
    ],
)
def test_spans(say, text: str, span: str) -> None:
    extraction = say(HEAD + text)
    assert next(each.mention.span.of(extraction.text) for each in extraction.citations) == span


def test_the_name_of_a_law_ends_with_its_paragraph(say) -> None:
    text = "Số: 9/BTC-CST\nV/v thi hành Luật Thuế và phí rừng, phí biển\n\nHà Nội, ngày 31 tháng 8 năm 2016\n\nKính gửi: Cục Thuế\n"
    assert all("Hà Nội" not in (each.mention.name or "") for each in say(text).citations)


def strong(extraction: Extraction) -> list[tuple[str, str, str]]:
    def short(work: str) -> str:
        return work.rpartition("/")[2]

    return [(short(s.subject), s.predicate, short(s.object)) for s in extraction.statements if s.predicate != "cites"]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Thông tư số 2/2011/TT-BNV ngày 28/01/2011 bị bãi bỏ, thay thế bởi Thông tư số 1/2015/TT-BNV ngày 23/10/2015.",
            [("1", "replaces", "2")],
        ),
        (
            "Thực hiện Chỉ thị số 22-CT/TW ngày 23/01/2018 của Ban Bí thư và ý kiến chỉ đạo của UBND tỉnh tại Văn bản số "
            "238/UBND-VX ngày 19/3/2018, Sở xây dựng kế hoạch.",
            [("self", "implements", "22"), ("self", "implements", "238")],
        ),
        (
            "Thực hiện Quy chế điều hành các chương trình (ban hành kèm theo Quyết định số 41/2016/QĐ-TTg ngày 10/10/2016), Sở báo cáo.",
            [("self", "implements", "41")],
        ),
        (
            "Căn cứ các Nghị định của Chính phủ: Số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 quy định về hồ sơ; số 187/2025/NĐ-CP.",
            [("self", "basedOn", "78"), ("self", "basedOn", "187")],
        ),
        (
            "Thực hiện Kết luận số 183-KL/TW của Bộ Chính trị, Ban Bí thư và Công văn số 322-CV/ĐU của Đảng ủy Chính phủ, Bộ Nội "
            "vụ đã có Công văn số 63/BNV-TCBC.",
            [
                ("63", "implements", "183"),
                ("self", "implements", "183"),
                ("63", "implements", "322"),
                ("self", "implements", "322"),
            ],
        ),
        (
            "Theo Nghị định số 178/2024 (được sửa đổi, bổ sung tại Nghị định số 67/2025).",
            [("67", "amends", "178")],
        ),
        (
            "Thực hiện Nghị quyết số 11/NQ-CP về phục hồi; các Nghị quyết của Hội đồng nhân dân tỉnh: số 340/NQ-HĐND về nhiệm vụ và "
            "Công văn số 892/BKHĐT-TH, Sở báo cáo.",
            [("self", "implements", "11"), ("self", "implements", "340"), ("self", "implements", "892")],
        ),
        ("Xử lý như hướng dẫn tại Công văn số 28/TCHQ-GSQL ngày 05/01/2009.", []),
    ],
)
def test_what_is_stated(say, text: str, stated: list[tuple[str, str, str]]) -> None:
    assert sorted(strong(say(HEAD + text))) == sorted(stated)


def test_numbers_with_their_year_and_no_symbol(say) -> None:
    text = "theo các Nghị định 76/2009, 14/2012 và Nghị định 76; Thông tư 200/2014; Báo cáo 6/2024; tháng 6/2024."
    said = [(each.mention.span.of(HEAD + text), each.mention.form, each.work) for each in say(HEAD + text).citations]
    assert said == [
        ("Nghị định 76/2009", "short", "doc/cp/nghi-dinh/2009/76"),
        ("14/2012", "short", "doc/cp/nghi-dinh/2012/14"),
        ("Nghị định 76", "short", "doc/cp/nghi-dinh/2009/76"),
        ("Thông tư 200/2014", "short", None),
    ]


def test_a_number_with_its_year_means_the_full_one(say) -> None:
    text = "Thông tư 200/2014 và Thông tư 200/2016; Thông tư số 200/2014/TT-BTC, Thông tư số 200/2016/TT-BYT."
    works = [each.work for each in say(HEAD + text).citations]
    assert works[:2] == works[2:]


def test_one_plenum_however_it_is_written(say) -> None:
    text = (
        "Nghị quyết Trung ương 4 (khóa XI); Nghị quyết TW4 khóa 11; Nghị quyết Hội nghị lần thứ tư, Ban Chấp hành Trung ương "
        "Đảng khóa XI. Nghị quyết Trung ương 4 khóa XII."
    )
    first, second, third, other = (each.work for each in say(HEAD + text).citations)
    assert first == second == third != other
    assert [work.issuer.key for work in say(HEAD + text).works] == ["tw", "tw"]


def test_one_congress_of_the_party_however_it_is_written(say) -> None:
    text = (
        "Nghị quyết Đại hội XIII của Đảng; Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; Nghị quyết Đại hội "
        "Đảng toàn quốc lần thứ 13; Nghị quyết Đại hội Đảng lần thứ XIII. Nghị quyết Đại hội XII của Đảng; Nghị quyết Đại hội "
        "Đảng bộ tỉnh Sơn La lần thứ XIII."
    )
    *same, before, ours = (each.work for each in say(HEAD + text).citations)
    assert len(same) == 4 and len(set(same)) == 1
    assert len({same[0], before, ours}) == 3


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Căn cứ NQ số 27/NQ-CP 12/6/2009 của Chính phủ;", "2009-06-12"),
        ("Căn cứ Nghị quyết số 27/NQ-CP (12.6.2009);", "2009-06-12"),
        ("Căn cứ Nghị quyết số 27/NQ-CP; đến 12/6/2009 đã xong.", None),
        ("Căn cứ Nghị quyết số 27/NQ-CP 15/10/2009/2010.", None),
    ],
)
def test_days_without_their_word(say, text: str, date: str | None) -> None:
    assert of(say(HEAD + text), "27").mention.date == date


def test_words_broken_behind_their_first_syllable(say) -> None:
    text = "Căn\ncứ các nghị định của Chính phủ: Số 92/2006/NĐ-CP ngày 07/9/2006; số 04/2008/NĐ-CP ngày 11/01/2008;\n"
    assert strong(say(HEAD + text)) == [("self", "basedOn", "92"), ("self", "basedOn", "4")]
    assert strong(say(HEAD + "Thực\nhiện Nghị quyết số 27/NQ-CP ngày 12/6/2009.\n")) == [("self", "implements", "27")]


@pytest.mark.parametrize("mark", [" ", "\n"])
def test_a_text_that_lost_its_head_speaks_of_itself(say, mark: str) -> None:
    text = (
        "- Căn cứ Quyết định số 84/QĐ-BYT ngày 22/02/2013 của Bộ Y tế; QUYẾT ĐỊNH{0}Điều 1. Ban hành kèm theo quyết định này Quy "
        "định về văn bản.{0}Điều 2. Quyết định này thay thế Quyết định số 1836/QĐ-BYT ngày 23/6/2006 của Bộ Y tế.\n"
    )
    assert strong(say(text.format(mark))) == [("self", "basedOn", "84"), ("self", "replaces", "1836")]
    retold = "Theo Quyết định số 84/QĐ-BYT ngày 22/02/2013, Điều 2 Quyết định này thay thế Quyết định số 1836/QĐ-BYT."
    assert ("self", "replaces", "1836") not in strong(say(retold))
