"""Kinds of relations met in documents that the rules were not written for: reports, plans, letters, amending acts."""

import pytest

from ontology.records import SELF, Extraction

CIRCULAR = "BỘ Y TẾ\nSố: 12/2024/TT-BYT\nHà Nội, ngày 01 tháng 3 năm 2024\nTHÔNG TƯ\nQuy định về kho\n"
DECREE = "CHÍNH PHỦ\nSố: 12/2024/NĐ-CP\nHà Nội, ngày 01 tháng 3 năm 2024\nNGHỊ ĐỊNH\nSửa đổi Nghị định về kho\n"
REPORT = "SỞ Y TẾ\nSố: 12/BC-SYT\nHà Nội, ngày 01 tháng 3 năm 2024\nBÁO CÁO\nCông tác năm 2023\n"
SUBMISSION = "SỞ Y TẾ\nSố: 12/TTr-SYT\nHà Nội, ngày 01 tháng 3 năm 2024\nTỜ TRÌNH\nVề việc kho\n"


def short(work: str) -> str:
    return work if work == SELF else work.rsplit("/", 1)[-1].partition("_")[0]


def edges(extraction: Extraction) -> set[tuple[str, str, str]]:
    """(subject, predicate, object) with the number alone; what the text merely cites is left out."""
    found = {(short(s.subject), s.predicate, short(s.object)) for s in extraction.statements}
    return {edge for edge in found if edge[0] != SELF or edge[1] != "cites"}


def touched(extraction: Extraction) -> set[tuple[str, str, str, str | None]]:
    return {
        (short(s.subject), s.predicate, short(s.object), s.provision)
        for s in extraction.statements
        if s.subject != SELF or s.predicate != "cites"
    }


AMENDING = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP\n"
    "1. Sửa đổi, bổ sung Điều 5 như sau:\n"
    "“Điều 5. Kho\n1. Nghị định này thay thế Nghị định số 11/2010/NĐ-CP.\n2. Bãi bỏ Thông tư số 3/2011/TT-BTP.”\n"
    "2. Khoản 1 Điều 6 được sửa đổi như sau:\n“1. Sổ gồm hai phần.\n3. Thủ kho ký sổ.”\n"
    "3. Bổ sung vào sau khoản 2 Điều 9 như sau:\n“3. Kho mở theo Nghị định này.”\n"
    "4. Bãi bỏ Điều 7.\n"
    "Điều 2. Nghị định này có hiệu lực từ ngày 01/4/2024 và thay thế Nghị định số 8/2014/NĐ-CP.\n"
)


def test_new_text_is_said_by_the_amended_document(say) -> None:
    assert edges(say(DECREE + AMENDING)) == {
        (SELF, "amends", "34"),
        (SELF, "repeals", "34"),
        ("34", "replaces", "11"),
        ("34", "repeals", "3"),
        (SELF, "replaces", "8"),
    }
    meant = [c.work for c in say(DECREE + AMENDING).citations if c.mention.form == "anaphor"]
    assert [short(work or "") for work in meant] == ["34", "34", SELF]


def test_lists_within_new_text_are_no_items(say) -> None:
    provisions = {row[3] for row in touched(say(DECREE + AMENDING)) if row[0] == SELF and row[2] == "34"}
    assert provisions == {None, "Điều 5", "Khoản 1 Điều 6", "Điều 9", "Điều 7"}


def test_an_unclosed_quotation_hides_no_item_and_gives_no_words_away(say) -> None:
    text = AMENDING.replace("TT-BTP.”", "TT-BTP.")
    found = touched(say(DECREE + text))
    assert {(SELF, "amends", "34", "Khoản 1 Điều 6"), (SELF, "replaces", "8", None)} <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quyết định số 45/2020/QĐ-UBND ngày 02/3/2020 về giá đất và Quyết định số 46/2020/QĐ-UBND ngày 03/3/2020 về giá "
            "nước không còn phù hợp.\nBãi bỏ hai Quyết định này.",
            {(SELF, "repeals", "45"), (SELF, "repeals", "46")},
        ),
        (
            "Thông tư số 4/2020/TT-BYT;\nThông tư số 5/2020/TT-BYT;\nThông tư số 6/2020/TT-BYT.\nBa Thông tư này hết hiệu lực "
            "từ ngày 01/5/2024.",
            {(SELF, "repeals", "4"), (SELF, "repeals", "5"), (SELF, "repeals", "6")},
        ),
        ("Thông tư số 4/2020/TT-BYT và Thông tư số 5/2020/TT-BYT.\nBãi bỏ ba Thông tư này.", set()),
        ("Thông tư số 4/2020/TT-BYT về kho.\nBãi bỏ các Thông tư nêu trên.", set()),
        ("Kho theo khoản 2 Điều 4 Thông tư này.", set()),
    ],
)
def test_several_documents_in_one_word(say, text, expected) -> None:
    assert edges(say(CIRCULAR + text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Các Nghị định sửa đổi, bổ sung Nghị định số 67/2014/NĐ-CP gồm: Nghị định số 89/2015/NĐ-CP và Nghị định số 17/2018/NĐ-CP.",
        "Các Nghị định sửa đổi Nghị định số 67/2014/NĐ-CP gồm:\n- Nghị định số 89/2015/NĐ-CP;\n- Nghị định số 17/2018/NĐ-CP.",
        "Nghị định số 67/2014/NĐ-CP và các Nghị định sửa đổi, bổ sung: Nghị định số 89/2015/NĐ-CP, Nghị định số 17/2018/NĐ-CP.",
        "Nghị định số 67/2014/NĐ-CP và các văn bản sửa đổi (Nghị định số 89/2015/NĐ-CP, Nghị định số 17/2018/NĐ-CP).",
    ],
)
def test_a_list_of_amending_documents(say, text) -> None:
    assert edges(say(REPORT + text)) == {("89", "amends", "67"), ("17", "amends", "67")}


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("Bãi bỏ một số điều của Thông tư số 5/2019/TT-BYT.", "một số điều"),
        ("Bãi bỏ một phần Thông tư số 5/2019/TT-BYT.", "một phần"),
        ("Bãi bỏ Quy chế kho ban hành kèm theo Thông tư số 5/2019/TT-BYT.", "Quy chế kho"),
        ("Bãi bỏ các Điều 3, 5 và khoản 2 Điều 7 Thông tư số 5/2019/TT-BYT.", "các Điều 3, 5 và khoản 2 Điều 7"),
        ("Thông tư số 5/2019/TT-BYT hết hiệu lực một phần kể từ ngày Thông tư này có hiệu lực.", "một phần"),
        ("Bãi bỏ toàn bộ Thông tư số 5/2019/TT-BYT.", None),
        ("Thông tư này thay thế Thông tư số 5/2019/TT-BYT.", None),
    ],
)
def test_a_part_is_told_from_the_whole(say, sentence, provision) -> None:
    (row,) = touched(say(CIRCULAR + "Điều 2. Hiệu lực\n" + sentence))
    assert row[2:] == ("5", provision)


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("Điều 5. Kho\n1. Có sổ.\n2. Có khóa.[1]\nĐiều 6. Sổ\n[1] Khoản này được sửa đổi theo khoản 2 Điều 1 của {law}.", "khoản 2 Điều 5"),
        ("Điều 5. Kho\n1. Có sổ.\n(Điều này được bổ sung theo quy định tại khoản 2 Điều 1 của {law})", "Điều 5"),
        ("Điều 5. Kho\n1. Có sổ.\n\n7\nKhoản này được bổ sung theo quy định tại khoản 2 Điều 1 của {law}", None),
    ],
)  # fmt: skip
def test_which_provision_this_one_is(say, text, provision) -> None:
    found = touched(say(CIRCULAR + text.format(law="Thông tư số 9/2025/TT-BYT")))
    assert found == {("9", "amends", SELF, provision)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title cites nothing that came later
        (
            "Thực hiện Nghị định số 154/2020/NĐ-CP ngày 31/12/2020 của Chính phủ sửa đổi Nghị định số 34/2016/NĐ-CP về kho và "
            "Nghị định số 59/2024/NĐ-CP ngày 25/5/2024 của Chính phủ, Sở đã họp.",
            {(SELF, "implements", "154"), (SELF, "implements", "59"), ("154", "amends", "34")},
        ),
        # numbers without a type word stand side by side
        (
            "Sở đã ban hành các Quyết định: số 418/QĐ-SYT ngày 30/5/2023 về việc mở kho theo Quyết định số 13/QĐ-SYT ngày "
            "12/12/2022, số 728/QĐ-SYT ngày 13/11/2023 về việc đóng kho.",
            {("418", "cites", "13")},
        ),
        (
            "Trên cơ sở ý kiến thống nhất của UBND tỉnh tại các Công văn: số 87/UBND-KT ngày 15/5/2023 về kho, số 208/UBND-KT "
            "ngày 30/10/2023, Sở báo cáo.",
            {(SELF, "basedOn", "87"), (SELF, "basedOn", "208")},
        ),
        (
            "Căn cứ ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Văn bản số 7/UBND-KT ngày 01/3/2023, Sở đã họp.",
            {(SELF, "basedOn", "7")},
        ),
        # policies without a number beside numbered ones
        (
            "Góp phần cụ thể hóa Quy hoạch tỉnh, Nghị quyết số 34-NQ/TU ngày 27/12/2023 và Kế hoạch số 134/KH-UBND.",
            {(SELF, "implements", "34"), (SELF, "implements", "134")},
        ),
        # rules beside an act
        (
            "Thực hiện nghiêm Quyết định số 95/QĐ-TTg ngày 17/7/2009 của Thủ tướng Chính phủ về việc cấm thả đèn, Quy chế kho "
            "ban hành kèm theo Nghị định số 103/2009/NĐ-CP ngày 06/11/2009.",
            {(SELF, "implements", "95"), (SELF, "implements", "103")},
        ),
        (
            "Thực hiện Quyết định số 50/QĐ-SYT ngày 06/3/2023 của Giám đốc Sở Y tế (sau đây viết tắt là Đoàn kiểm tra) về việc "
            "kiểm tra kho và Kế hoạch kiểm tra số 11/KH-ĐKT ngày 10/3/2023.",
            {(SELF, "implements", "50"), (SELF, "implements", "11")},
        ),
        (
            "Quyết định số 1454/QĐ-SYT ngày 24/8/2022; điều chỉnh tại Quyết định số 545/QĐ-SYT ngày 02/4/2023, điều chỉnh lần 2 "
            "tại Quyết định số 600/QĐ-SYT ngày 02/5/2023.",
            {("545", "amends", "1454"), ("600", "amends", "1454")},
        ),
        # a year that the date contradicts proves nothing
        (
            "Theo Nghị định số 187/2020/NĐ-CP ngày 01/7/2025 của Chính phủ sửa đổi Nghị định số 78/2025/NĐ-CP ngày 01/4/2025.",
            {("187", "amends", "78")},
        ),
        ("Mức chi được cụ thể hóa tại Thông tư số 40/2017/TT-BTC.", set()),
        ("Sở đang hướng dẫn thực hiện Nghị định số 32/2024/NĐ-CP.", set()),
        ("Căn cứ Nghị dịnh số 109/2016/NĐ-CP ngày 01/7/2016.", {(SELF, "basedOn", "109")}),
        ("Căn cứ Quyết dịnh só 12/QD-UBND ngày 16/3/2017 của UBND tỉnh Kiên Giang.", {(SELF, "basedOn", "12")}),
        ("Căn cứ Thông. tư số 5/2020/TT-BYT ngày 01/7/2020.", {(SELF, "basedOn", "5")}),
    ],
)
def test_in_a_report(say, text, expected) -> None:
    assert edges(say(REPORT + text, "Hà Nội")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bãi bỏ Thông tư số 10/2023/TT-BYT ngày 15/11/2023 của Bộ trưởng Bộ Y tế quy định chi tiết một số điều của Luật Giá "
            "trong ngành y tế và Thông tư số 18/2023/TT-BYT.",
            {("repeals", "10", None), ("repeals", "18", None)},
        ),
        (
            "Thông tư này thay thế Thông tư số 1/2023/TT-BYT quy định chế độ kho và Điều 6 Thông tư số 2/2023/TT-BYT.",
            {("replaces", "1", None), ("replaces", "2", "Điều 6")},
        ),
        (
            "Thông tư số 5/2019/TT-BYT về kho (được sửa đổi bởi Thông tư số 6/2020/TT-BYT ngày 01/2/2020 và được bãi bỏ một phần "
            "bởi Thông tư số 7/2021/TT-BYT) hết hiệu lực.",
            {("repeals", "5", None), ("amends", "5", None)},
        ),
        ("Lập bảng theo Mẫu só 01/TH-DT Phụ lục III kèm theo Thông tư này.", set()),
        ("Việc mở kho thực hiện theo Điều 10 Nghị định số 70/2019/NĐ-CP.", set()),
        (
            "Thông tư số 9/2021/TT-BTTTT ngày 03/12/2021 của Bộ Thông tin và Truyền thông (nay là Bộ Khoa học và Công nghệ) quy "
            "định về kho hết hiệu lực từ ngày Thông tư này có hiệu lực.",
            {("repeals", "9", None)},
        ),
        (
            "Thông tư này quy định chi tiết các nội dung được giao tại Nghị định số 7/2019/NĐ-CP.",
            {("guides", "7", None)},
        ),
        (
            "Sửa đổi mức thuế suất đối với cá khô thuộc nhóm 03.05 tại Biểu thuế ban hành kèm theo Thông tư số 164/2013/TT-BTC.",
            {("amends", "164", None)},
        ),
        ("Bãi bỏ đơn giá cấp nước tại Quyết định số 31/2013/QĐ-UBND.", {("repeals", "31", "đơn giá cấp nước")}),
    ],
)
def test_in_a_circular(say, text, expected) -> None:
    found = {row[1:] for row in touched(say(CIRCULAR + "Điều 2. Hiệu lực\n" + text)) if row[2] != "gia"}
    assert found == expected


def test_a_decision_that_asks_for_a_circular_guides_nothing(say) -> None:
    decision = "BỘ Y TẾ\nSố: 12/QĐ-BYT\nHà Nội, ngày 01 tháng 3 năm 2024\nQUYẾT ĐỊNH\nKế hoạch năm 2024\n"
    asked = "Xây dựng, ban hành Thông tư hướng dẫn thực hiện Nghị định số 32/2024/NĐ-CP."
    assert edges(say(decision + asked)) == set()
    assert edges(say(CIRCULAR + "Thông tư này hướng dẫn Nghị định số 32/2024/NĐ-CP.")) == {(SELF, "guides", "32")}


def test_a_submission_ends_nothing(say) -> None:
    assert edges(say(SUBMISSION + "Bãi bỏ toàn bộ Nghị quyết số 24/2013/NQ-HĐND ngày 10/12/2013.")) == set()


def test_a_letter_may_correct_a_slip(say) -> None:
    letter = "BỘ Y TẾ\nSố: 12/BYT-PC\nHà Nội, ngày 01 tháng 3 năm 2024\nKính gửi: Các Sở\n"
    assert edges(say(letter + "Đính chính Thông tư số 5/2024/TT-BYT.")) == {(SELF, "corrects", "5")}


def test_a_draft_that_cites_its_own_blank_number(say) -> None:
    plan = "SỞ Y TẾ\nSố:      /KH-SYT\nHà Nội, ngày    tháng 3 năm 2024\nKẾ HOẠCH\nKiểm tra kho\nNội dung.\n"
    extraction = say(plan + "(Kèm theo Kế hoạch số      /KH-SYT ngày    /3/2024 của Sở Y tế)")
    assert [c.work for c in extraction.citations] == [SELF]


WRAPPED = (
    "Điều 3. Việc mở kho của các cơ sở khám bệnh thực hiện như quy định về kho tại điểm a khoản 1\n"
    "Điều 52 Thông tư số 98/2023/TT-BYT ngày 31 tháng 12 năm 2023 của Bộ trưởng Bộ Y tế; các sổ\n"
    "sách lập trước ngày Thông tư này có hiệu lực thì được dùng cho tới hết quý đầu tiên của năm sau.\n"
)


@pytest.mark.parametrize("table", ["", "| " + "Cột rất dài " * 30 + "|\n"])
def test_a_provision_cut_by_the_end_of_a_line(say, table) -> None:
    """A table as wide as it likes hides no column at which the text was wrapped."""
    extraction = say(CIRCULAR + table + WRAPPED)
    (citation,) = (c for c in extraction.citations if c.mention.number == "98")
    assert citation.mention.pinpoint == "điểm a khoản 1 Điều 52"


@pytest.mark.parametrize("verb", ["Bãi bỏ cụm từ", "Bỏ cụm từ", "Thay thế từ"])
def test_words_that_are_taken_out_of_a_document_are_its_words(say, verb) -> None:
    text = (
        f'Điều 2. {verb} "(được sửa đổi tại Điều 1 Nghị định số 51/2021/NĐ-CP)" tại khoản 8 Điều 1 Nghị định số 75/2022/NĐ-CP.\n'
        "Bỏ cụm từ “theo Nghị định số 9/2020/NĐ-CP” tại khoản 2."
    )
    assert edges(say(DECREE + text)) == {(SELF, "amends", "75"), ("75", "cites", "51")}


def test_what_new_words_say_of_two_documents_holds(say) -> None:
    text = (
        "Điều 2. Thay thế cụm từ “Nghị định số 9/2018/NĐ-CP” bằng cụm từ “Nghị định số 7/2020/NĐ-CP được sửa đổi bởi Nghị định "
        "số 8/2021/NĐ-CP” tại khoản 1 Điều 10."
    )
    assert edges(say(DECREE + text)) == {("8", "amends", "7")}
