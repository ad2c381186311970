"""What the official gazette prints between two pages, and the notes of the consolidated texts that it prints."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text import page_heads, reading
from ontology.records import SELF
from tests.loaders.edges import CIRCULAR, edges

HEAD = "CÔNG BÁO/Số 231 + 232/Ngày 01-02-2025"
STAMP = (
    "Ký bởi: CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCơ quan: VĂN PHÒNG CHÍNH PHỦ\n"
    "Ngày ký: 2025-02-03 08:06:58 +07:00"
)


@pytest.mark.parametrize(
    "between",
    [
        f"\n\n{HEAD} \n31\n \n \n",
        f"  \n\n \n32 \n{HEAD} \n  \n",
        f" \n{STAMP}\n\n{HEAD}\n4\n\n",
        f"\n \n     {HEAD}  \n \n17 \n \n",
        f" \n \n84 \n84 \n  \n84 \n{HEAD} \n",
        f" \n\n{HEAD}                                 9 \n",
    ],
)
@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Nghị định số|12/2024/NĐ-CP", "12"),
        ("Nghị định số 12/2024/|NĐ-CP", "12"),
        ("Nghị định số 12/2024/NĐ-|CP", "12"),
        ("Nghị|định số 12/2024/NĐ-CP", "12"),
    ],
)
def test_a_citation_goes_on_behind_the_head_of_the_next_page(say, between, printed, number) -> None:
    text = CIRCULAR + f"Điều 1. Việc này làm theo quy định tại {printed.replace('|', between)} của Chính phủ về kho."
    (cited,) = [c.mention for c in say(text).citations]
    assert (cited.type, cited.number, cited.year, cited.symbol) == ("Nghị định", number, "2024", "NĐ-CP")
    assert cited.span.of(text) == printed.replace("|", between)


def test_a_relation_reaches_over_the_head_of_a_page(say) -> None:
    text = (
        CIRCULAR
        + "Điều 9. Hiệu lực\n1. Thông tư số 5/2019/TT-BTC ngày 02 tháng 3 năm 2019 của Bộ trưởng Bộ Tài chính quy định\n"
        + f"\n{HEAD}\n31\n \n \nvề kho hết hiệu lực kể từ ngày 01 tháng 7 năm 2026.\n"
    )
    assert edges(say(text)) == {(SELF, "repeals", "5")}


def test_a_code_below_the_heads_of_several_pages_is_a_head_too(say) -> None:
    page = f"\n\n{HEAD}\n31\n \nQTKĐ:06-2021/BLĐTBXH\n"
    text = (
        CIRCULAR + f"Mục a{page}Mục b{page}Mục c theo Quyết định số 64/2008/{page}QĐ-BLĐTBXH ngày 27 tháng 11 năm 2008."
    )
    assert [c.mention.symbol for c in say(text).citations] == ["QĐ-BLĐTBXH"]
    assert say(text).unresolved == ()


def test_the_head_above_the_first_page_stays_and_headings_stay_apart() -> None:
    text = f"{HEAD}\n3\n \nTHÔNG TƯ\nđoạn này\n\n{HEAD}\n4\n \nChương II\nxong\n\n{HEAD}\n5\n\nQUY ĐỊNH KHÁC\n7 \n"
    assert reading.read(text).text == f"{HEAD}\n3\n \nTHÔNG TƯ\nđoạn này\nChương II\nxong\n\nQUY ĐỊNH KHÁC\n7 \n"


LINES = st.sampled_from(
    [HEAD, "31", " ", "", "Điều 1.", "Ký bởi: A", "QUY ĐỊNH", "QTKĐ:06/BTC", "x " + HEAD, "NĐ-\u0301"]
)


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_stretches_between_pages_stand_in_order_and_end_before_a_line(text) -> None:
    found = page_heads.between_pages(text)
    assert all(0 < start <= end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert all(end == len(text) or text[end] == "\n" for _, end in found)
    page = reading.read(text)
    assert len(page.text) == len(page.low)


CONSOLIDATED = """BỘ TÀI CHÍNH

THÔNG TƯ
Hướng dẫn thi hành một số điều của Nghị định số 9/2013/NĐ-CP ngày 11 tháng 01 năm 2013 của Chính phủ về kho

Thông tư số 10/2020/TT-BTC ngày 15 tháng 02 năm 2020 của Bộ trưởng Bộ Tài chính hướng dẫn thi hành một số điều của Nghị
định số 9/2013/NĐ-CP, có hiệu lực kể từ ngày 01 tháng 4 năm 2020, được sửa đổi, bổ sung bởi:
Thông tư số 96/2021/TT-BTC ngày 11 tháng 11 năm 2021, có hiệu lực kể từ ngày 01 tháng 01 năm 2022.
Căn cứ Luật Giá ngày 20 tháng 6 năm 2012;
Bộ trưởng Bộ Tài chính ban hành Thông tư hướng dẫn về kho1.
Điều 1. Phạm vi
Thông tư này hướng dẫn về kho của hợp tác xã theo Thông tư số 7/2015/TT-BTC. Kho khác không theo Thông tư này.
{notes}
Điều 9. Hiệu lực thi hành
Thông tư này thay thế Thông tư số 5/2009/TT-BTC.
XÁC THỰC VĂN BẢN HỢP NHẤT
Số: 30/VBHN-BTC
Hà Nội, ngày 02 tháng 8 năm 2023
"""
ACT, AMENDING = "doc/btc/thong-tu/2020/10", "doc/btc/thong-tu/2021/96"


def test_this_circular_in_a_consolidated_text_is_the_act(say) -> None:
    found = say(CONSOLIDATED.format(notes=""))
    assert {c.work for c in found.citations if c.mention.form == "anaphor"} == {ACT}
    stated = {(s.subject, s.predicate, s.object) for s in found.statements}
    assert (ACT, "replaces", "doc/btc/thong-tu/2009/5") in stated
    assert (SELF, "basedOn", "doc/qh/luat/qh13/11") in stated
    assert not {edge for edge in stated if edge[0] == SELF and edge[1] in ("amends", "replaces", "repeals")}


@pytest.mark.parametrize("quoted", [True, False])
def test_bases_in_a_note_are_those_of_the_act_that_amended(say, quoted) -> None:
    opens, closes = ("“", "”") if quoted else ("", "")
    notes = (
        "1 Thông tư số 96/2021/TT-BTC sửa đổi một số điều của Thông tư số 10/2020/TT-BTC có căn cứ ban hành như sau:\n"
        f"{opens}Căn cứ Nghị định số 14/2017/NĐ-CP ngày 17 tháng 02 năm 2017 của Chính phủ;\n"
        f"Căn cứ Luật Kế toán ngày 20 tháng 11 năm 2015.{closes}\n"
    )
    stated = {
        (s.subject, s.object) for s in say(CONSOLIDATED.format(notes=notes)).statements if s.predicate == "basedOn"
    }
    assert stated == {
        (SELF, "doc/qh/luat/qh13/11"),
        (AMENDING, "doc/cp/nghi-dinh/2017/14"),
        (AMENDING, "doc/qh/luat/qh13/88"),
    }


def test_a_note_that_ends_a_provision_without_number_ends_no_act(say) -> None:
    notes = "2 Điểm này được bãi bỏ theo quy định tại khoản 2 Điều 1 của Thông tư số 96/2021/TT-BTC.\n"
    found = {
        (s.subject, s.object, s.provision)
        for s in say(CONSOLIDATED.format(notes=notes)).statements
        if s.predicate == "repeals"
    }
    assert found == {(AMENDING, ACT, "một phần")}


@pytest.mark.parametrize(
    ("provision", "note", "expected"),
    [
        ("Điều 5.3 (được bãi bỏ)", "3 Điều này", "Điều 5"),
        ("Điều 6. Kho\n2.3 (được bãi bỏ)", "3 Khoản này", "khoản 2 Điều 6"),
        ("Điều 6. Kho\n2. Kho gồm:\nb)3 Kho lạnh", "3 Điểm này", "điểm b khoản 2 Điều 6"),
        ("Điều 6. Kho\n2. Kho lạnh của hợp tác xã3", "3 Khoản này", "khoản 2 Điều 6"),
        ("Điều 6. Kho\n2. 3 Kho lạnh\n3. Hết hạn:", "3 Khoản này", "khoản 2 Điều 6"),
        ("Điều 6. Kho\n2. 3 ngày sau khi nhập kho", "3 Khoản này", "một phần"),
        ("Điều 6. Kho\n1. Kho gồm:\n1.1 Kho khô\n1.2 Kho lạnh\n2.3 Kho khác", "3 Khoản này", "khoản 2 Điều 6"),
        ("Điều 6. Kho\n1. Kho gồm:\n1.2 Kho khô\n1.3 Kho lạnh\n1.4 Kho khác", "3 Khoản này", "một phần"),
    ],
)
def test_a_note_names_the_provision_that_bears_its_mark(say, provision, note, expected) -> None:
    notes = f"{provision}\n{note} được bãi bỏ theo quy định tại khoản 2 Điều 1 của Thông tư số 96/2021/TT-BTC.\n"
    found = say(CONSOLIDATED.format(notes=notes)).statements
    assert {(s.subject, s.object, s.provision) for s in found if s.predicate == "repeals"} == {
        (AMENDING, ACT, expected)
    }


def test_a_note_that_goes_on_from_the_page_before_changes_nothing(say) -> None:
    notes = "trưởng Bộ Tài chính sửa đổi, bổ sung một số điều của Thông tư số 95/2020/TT-BTC về kho.\n"
    assert not {
        s.object
        for s in say(CONSOLIDATED.format(notes=notes)).statements
        if s.predicate == "amends" and "95" in s.object
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Luật Đầu tư số 61/2020/QH14 đã được sửa đổi, bổ sung một số điều theo Luật số 72/2020/QH14 và Luật số "
            "03/2022/QH15, Luật Giá số 11/2012/QH13 và các luật khác.",
            {("72", "amends", "61"), ("3", "amends", "61")},
        ),
        (
            "Thông tư số 8/2026/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 96/2020/TT-BTC về kho được sửa đổi, "
            "bổ sung bởi Thông tư số 68/2024/TT-BTC, Thông tư số 120/2020/TT-BTC quy định về bến.",
            {("8", "amends", "96"), ("68", "amends", "96"), ("8", "amends", "120")},
        ),
        (
            "Luật Giá số 41/2019/QH14 đã được sửa đổi, bổ sung một số điều theo Luật số 59/2024/QH15 và Luật số "
            "86/2025/QH15, Nghị quyết số 54/2022/QH15 ngày 16 tháng 6 năm 2022 của Quốc hội thí điểm mô hình kho hết hiệu "
            "lực kể từ ngày Thông tư này có hiệu lực thi hành.",
            {("59", "amends", "41"), ("86", "amends", "41"), (SELF, "repeals", "41"), (SELF, "repeals", "54")},
        ),
        (
            "Luật Giá số 58/2024/QH15 được sửa đổi, bổ sung bởi Luật số 90/2025/QH15, Luật Xây dựng số 135/2025/QH15.",
            {("90", "amends", "58"), ("135", "amends", "58")},
        ),
        (
            "Hồ sơ theo khoản 1 Điều 19 Nghị định số 70/2015/NĐ-CP đã được sửa đổi, bổ sung và Điều 54 Nghị định số "
            "188/2025/NĐ-CP.",
            set(),
        ),
        (
            "Căn cứ Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ được sửa đổi, bổ sung bởi Nghị định "
            "số 187/2025/NĐ-CP ngày 01 tháng 7 năm 2025 và Nghị định số 79/2025/NĐ-CP ngày 01 tháng 4 năm 2025;",
            {("187", "amends", "78"), (SELF, "basedOn", "78"), (SELF, "basedOn", "79")},
        ),
    ],
)
def test_what_stands_beside_an_amending_act_amends_nothing_itself(say, sentence, expected) -> None:
    assert edges(say(CIRCULAR + f"Điều 1. Phạm vi\n{sentence}")) == expected


def test_the_heading_of_a_chapter_names_the_act_that_its_articles_change(say) -> None:
    found = say(
        CIRCULAR.replace("Quy định về kho bãi", "Sửa đổi, bổ sung một số điều của Thông tư số 6/2020/TT-BTC về kho")
        + "Căn cứ Luật Giá số 16/2023/QH15;\nChương I\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ\nSỐ 6/2020/TT-BTC\n"
        "Điều 1. Sửa đổi, bổ sung khoản 8 Điều 25\n“8. Việc này theo Thông tư này.”.\n"
        "Chương II\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ\nSỐ 7/2021/TT-BTC\n"
        "Điều 2. Sửa đổi, bổ sung một số khoản của Điều 6\n1. Sửa đổi, bổ sung khoản 1 như sau:\n“1. Việc khác.”.\n"
        "Chương III\nĐIỀU KHOẢN THI HÀNH\nĐiều 3. Hiệu lực\nThông tư này có hiệu lực từ ngày ký.\n"
    )
    assert {(s.object[-6:], s.provision) for s in found.statements if s.predicate == "amends" and s.provision} == {
        ("2020/6", "khoản 8 Điều 25"),
        ("2021/7", "Điều 6"),
        ("2021/7", "khoản 1 Điều 6"),
    }


def test_this_consolidated_text_is_the_text_and_not_its_act(say) -> None:
    found = say(CONSOLIDATED.format(notes="Văn bản hợp nhất này không thay thế 02 Thông tư nêu trên.\n"))
    assert {c.work for c in found.citations if c.mention.type == "Văn bản hợp nhất"} == {SELF}


def test_what_an_act_ends_it_ends_on_its_own_day(say) -> None:
    notes = (
        "Điều 8. Hiệu lực\nThông tư số 4/2008/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.\n"
        "3 Điều 2 của Thông tư số 96/2021/TT-BTC quy định như sau:\n“Điều 2. Hiệu lực\nThông tư này có hiệu lực thi hành từ "
        "ngày 01 tháng 01 năm 2022.”\n"
    )
    found = say(CONSOLIDATED.format(notes=notes)).statements
    assert {(s.subject, s.effective) for s in found if s.predicate == "repeals"} == {(ACT, "2020-04-01")}
