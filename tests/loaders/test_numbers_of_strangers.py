"""Numbers as the official gazette prints them, and what is shaped like one and is none."""

import pytest

from tests.loaders.edges import CIRCULAR, edges


def cited(extraction) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [
        (c.mention.type, c.mention.number, c.mention.year, c.mention.symbol)
        for c in extraction.citations
        if c.mention.form == "full" and c.work != "self"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chỉ thị số 49-CT /TW ngày 28 tháng 6 năm 2025 của Ban Bí thư", ("Chỉ thị", "49", None, "CT/TW")),
        ("Nghị định số 64//2023/NĐ-CP ngày 23 tháng 8 năm 2023 của Chính phủ", ("Nghị định", "64", "2023", "NĐ-CP")),
        (
            "Quyết định số 87-CT ngày 01 tháng 3 năm 1985 của Chủ tịch Hội đồng Bộ trưởng",
            ("Quyết định", "87", None, "CT"),
        ),
        (
            "Luật Phòng, chống mua bán người (sửa đổi) số 53/2024/QH15",
            ("Luật", "53", "2024", "QH15"),
        ),
        ("1\nLuật\nSố 74/2014/QH13\nngày 27/11/2014\n", ("Luật", "74", "2014", "QH13")),
        ("1\nNghị quyết\n119/2020/QH14\nngày 19/6/2020\n", ("Nghị quyết", "119", "2020", "QH14")),
        ("điều trên của số 69/2014/QH13", ("Luật", "69", "2014", "QH13")),
    ],
)
def test_a_number_is_read_as_a_clerk_reads_it(say, words, expected) -> None:
    found = say(CIRCULAR + f"Điều 1. Phạm vi\nViệc này theo {words}.")
    types = {work.id: work.type for work in found.works}
    assert [(types[c.work], *rest) for c, (_, *rest) in zip(found.citations, cited(found), strict=True)] == [expected]
    assert found.unresolved == ()


@pytest.mark.parametrize(
    "words",
    [
        "4002.20 - Cao su butadien (BR):",
        "Tiêu chí 1 - Quy mô đào tạo;",
        "Nợ TK 611- Chi phí hoạt động",
        "https://vbpl.vn/TW?ItemID=57544&Keyword=S%E1%BB%91%2031/2015/N%C4%90-CP",
        "https://vbpl.vn/TW?ItemID=123084&Keyword=14/2007/TT-BL%C4%90TBXH",
        "quy trình ký hiệu QTKĐ: 06-2021/BLĐTBXH",
        "theo QCVN 61-MT:2016/BTNMT, công suất 500 kg/h",
        "(Kèm theo tờ khai 01/TCKT áp dụng đối với tổ chức)",
        "(Kèm theo tờ khai mẫu số <01-ĐK-TCT>)",
        "Bên A: Số CC/CCCD/ĐKKD của ông A",
        "Quy trình 01 áp dụng cho tất cả các gói thầu",
        "ỦY BAN NHÂN DÂN TỈNH\nSố: …/QĐ-UBND\n",
    ],
)
def test_what_is_shaped_like_a_number_and_is_none(say, words) -> None:
    found = say(CIRCULAR + f"Điều 1. Phạm vi\n{words}\n")
    assert cited(found) == []
    assert found.unresolved == ()


def test_a_number_that_waits_in_a_sentence_stays_a_doubt(say) -> None:
    found = say(CIRCULAR + "Điều 1. Phạm vi\nGiấy đăng ký chào bán số …/GCN-UBCK do Chủ tịch cấp ngày … tháng … năm …")
    assert [doubt.reason for doubt in found.unresolved] == ["number.blank"]


def test_a_decision_that_announces_documents_does_not_do_what_their_titles_say(say) -> None:
    head = "BỘ NỘI VỤ\nSố: 12/QĐ-BNV\nHà Nội, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề việc công bố kết quả hệ thống hóa\n\n"
    listed = (
        "1\nThông tư\nsố 7/2019/TT-BNV\nngày 02/3/2019\nSửa đổi, bổ sung một số điều của Thông tư số 5/2015/TT-BNV\n"
    )
    assert edges(say(f"{head}Điều 1. Danh mục\n{listed}")) == {("7", "amends", "5")}
    apart = (
        "1\n2019\nSửa đổi, bổ sung một số điều của Thông tư số 5/2015/TT-BNV\nHướng dẫn thi hành Luật Giá năm 2012\n"
    )
    assert edges(say(f"{head}Điều 1. Danh mục\n{apart}")) == set()
    assert edges(say(f"{head}Điều 2. Quyết định này thay thế Quyết định số 5/QĐ-BNV.")) == {("self", "replaces", "5")}
