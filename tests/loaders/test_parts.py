"""Long texts are read in parts: what they say is what the whole says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loaders import parts, read
from ontology.errors import SourceError
from ontology.records import Citation, Extraction, Mention, Source, Span, Statement, Why

HEAD = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 15/KH-UBND
Sơn La, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện Quyết định số 2289/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ

Căn cứ Luật Đầu tư công số 39/2019/QH14 ngày 13/6/2019;

Thực hiện Quyết định số 2289/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ, UBND tỉnh ban hành kế hoạch như sau:
"""

BLOCKS = [
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "1. Sở Nội vụ tổ chức 12 lớp tập huấn theo Quyết định 2289 và Nghị định 30/2020.",
    "- Triển khai **Nghị quyết số 50/NQ-CP** ngày 17/4/2020 của Chính phủ, Sở Y tế đã xây dựng 5 trạm y tế.",
    "| Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|---|---|\n| Rà soát thủ tục hành chính | Sở Nội vụ | Quý II |",
    "| Xã | Số hộ nghèo (hộ) |\n|---|---|\n| Chiềng Xôm | 57 |",
    "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025 được thực hiện tại 12 huyện.",
    "Các dự án thực hiện theo Luật Đầu tư công và Nghị định 30/2020.",
    "Bãi bỏ khoản 2 Điều 5 Quyết định số 07/2015/QĐ-UBND ngày 9/2/2015 của UBND tỉnh Sơn La.",
    "Các sở báo cáo theo Công văn số 17 và Quyết định số 2289/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ.",
]
"""Paragraphs that say something of their own, short forms among them."""

SIGNED = "\n\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n"


@given(st.text(alphabet="ab \n\tĐiều", max_size=80), st.integers(2, 9))
def test_parts_are_the_text(text: str, size: int) -> None:
    with _small(size):
        places = list(parts.cut(text))
    assert "".join(text[start:end] for start, end in places) == text
    assert all(end - start <= size for start, end in places)
    assert len(places) == 1 or all(start < end for start, end in places)


def test_a_part_ends_before_a_heading() -> None:
    text = "Điều 1. Phạm vi\n\nmột\nhai\nba bốn\nĐiều 2.\n\nnăm\n\nsáu bảy tám chín mười"
    with _small(42):
        (_, end), *_ = parts.cut(text)
    assert "\n\n" in text[end:42]
    assert text[end:].startswith("Điều 2.")


def test_a_text_of_some_hundred_pages_is_read_in_one() -> None:
    assert list(parts.cut("a\n" * (parts.LONG_TEXT // 2))) == [(0, parts.LONG_TEXT)]
    assert len(list(parts.cut("a\n" * (parts.LONG_TEXT // 2 + 1)))) > 1


def test_every_place_of_a_record_moves() -> None:
    mention = Mention(Span(1, 4), "full", date_end=9)
    assert parts.moved(Citation(mention, "a"), 10) == Citation(Mention(Span(11, 14), "full", date_end=19), "a")
    why = Why("list", Span(0, 1), None, Span(2, 3))
    moved = parts.moved((Statement("self", "cites", "b", Span(4, 5), Span(4, 6), "r", why),), 3)
    assert moved == (
        Statement("self", "cites", "b", Span(7, 8), Span(7, 9), "r", Why("list", Span(3, 4), None, Span(5, 6))),
    )


@given(st.lists(st.sampled_from(BLOCKS), min_size=8, max_size=14))
def test_parts_say_what_the_whole_says(blocks: list[str]) -> None:
    text = HEAD + "".join(f"\nPhụ lục {number}\n{block}\n" for number, block in enumerate(blocks, 1)) + SIGNED
    whole = _said(text)
    with _small(len(HEAD) + 500):
        assert len(list(parts.cut(text))) > 1
        in_parts = _said(text)
    assert in_parts.structure == whole.structure
    assert _in_order(in_parts) == _in_order(whole)


def _in_order(said: Extraction) -> Extraction:
    """Documents that short forms name stand behind those of their part."""
    return replace(said, works=tuple(sorted(said.works, key=lambda work: work.id)))


def test_two_days_of_one_document_in_two_parts_contradict_each_other() -> None:
    wrong = "Các sở báo cáo theo Quyết định số 2289/QĐ-TTg ngày 13/12/2020 của Bộ trưởng Bộ Y tế."
    text = HEAD + "".join(f"\nPhụ lục {number}\n{wrong}\n" for number in range(1, 12))
    with _small(len(HEAD) + 200):
        found = _said(text)
    of_it = [each for each in found.citations if each.work == "doc/ttg/quyet-dinh/2020/2289"]
    days = {conflict.stated for each in of_it for conflict in each.conflicts if conflict.field == "date"}
    (work,) = (each for each in found.works if each.number == "2289")
    assert len(of_it) == 13
    assert days == {"2020-12-13", "2020-12-31"} - {work.date}


def test_an_act_that_a_later_part_consolidates_stays_the_speaker() -> None:
    head = (
        "BỘ TÀI CHÍNH\nSố: 12/VBHN-BTC\nHà Nội, ngày 3 tháng 4 năm 2023\n\nTHÔNG TƯ\nVề phí\n\n"
        "Thông tư số 96/2020/TT-BTC ngày 16 tháng 11 năm 2020 của Bộ trưởng Bộ Tài chính về phí, có hiệu lực kể từ ngày "
        "01 tháng 01 năm 2021, được sửa đổi, bổ sung bởi:\nThông tư số 5/2022/TT-BTC ngày 3 tháng 2 năm 2022 của Bộ "
        "trưởng Bộ Tài chính.\n"
    )
    body = "".join(f"\nPhụ lục {number}\nMức phí thu theo bảng đã niêm yết tại trụ sở.\n" for number in range(1, 12))
    text = f"{head}{body}\nPhụ lục 12\nThông tư này thay thế Thông tư số 7/2010/TT-BTC ngày 5/1/2010.\n"
    whole = _said(text)
    with _small(len(head) + 300):
        in_parts = _said(text)
    act = whole.citations[0].work
    assert (act, "replaces") in {(each.subject, each.predicate) for each in in_parts.statements}
    assert in_parts == whole


def test_too_many_citations_are_counted_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"Quyết định số {number}/QĐ-TTg ngày 2/3/2020" for number in range(1, 40))
    monkeypatch.setattr(read, "CITATION_LIMIT", 30)
    assert len(_said(text).citations) == 39  # a text that is read in one is no heap
    with _small(300), pytest.raises(SourceError) as told:
        _said(text)
    assert told.value.code == "source.too_many"


def _small(size: int) -> _Patched:
    return _Patched(size)


class _Patched:
    """Parts of `size` code points, of every text that is longer."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.patch = pytest.MonkeyPatch()

    def __enter__(self) -> None:
        self.patch.setattr(parts, "LONG_TEXT", self.size)
        self.patch.setattr(parts, "PART", self.size)
        self.patch.setattr(parts, "LATE", 0.3)

    def __exit__(self, *_: object) -> None:
        self.patch.undo()


def _said(text: str) -> Extraction:
    return read.extract(Source("a.txt", text.encode(), "text/plain"))
