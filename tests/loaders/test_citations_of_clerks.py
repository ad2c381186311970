"""Forms of citation that clerks, courts, translators and party offices use."""

import csv
from importlib import resources

import pytest

from ontology.laws import laws


def cited(extraction) -> list[tuple[str, str | None]]:
    return [(extraction.text[c.mention.span.start : c.mention.span.end], c.work) for c in extraction.citations]


@pytest.mark.parametrize(
    ("sentence", "span", "work"),
    [
        ("theo Điều 12 BLHS 2015", "BLHS 2015", "doc/qh/luat/qh13/100"),
        ("theo BLTTDS năm 2015", "BLTTDS năm 2015", "doc/qh/luat/qh13/92"),
        ("as prescribed in the 2019 Labor Code", "2019 Labor Code", "doc/qh/luat/qh14/45"),
        ("Article 5 of the Law on Children", "Law on Children", "doc/qh/luat/_/tre-em"),
        ("the June 17, 2020 Law on Investment", "Law on Investment", "doc/qh/luat/qh14/61"),
        ("Luật Đầu tư công (sửa đổi) năm 2024", "Luật Đầu tư công (sửa đổi) năm 2024", "doc/qh/luat/qh15/58"),
        ("Kết luận Hội nghị Trung ương 9 khóa XI", "Kết luận Hội nghị Trung ương 9 khóa XI", "doc/tw/ket-luan/_/trung-uong-9-khoa-11"),
        ("Công điện khẩn 23/CĐ-TTg ngày 6/9/2031", "Công điện khẩn 23/CĐ-TTg", "doc/ttg/cong-dien/2031/23"),
        ("Quy chế phối hợp số 02/QCPH-BCA-BQP", "Quy chế phối hợp số 02/QCPH-BCA-BQP", "doc/bca/quy-che/_/2"),
        ("Quyết định 327-CT ngày 15/9/1992 của Chủ tịch HĐBT", "Quyết định 327-CT", "doc/cthdbt/quyet-dinh/1992/327"),
    ],
)  # fmt: skip
def test_what_is_cited(say, sentence, span, work) -> None:
    assert cited(say(f"Cơ quan thực hiện {sentence}.")) == [(span, work)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công ước Liên hợp quốc về Luật Biển năm 1982",
        "gói thầu số 05/XL và lô đất số 12/TĐC",
        "tài khoản số 9527/KB-SL, điện thoại số 0212/UB",
        "Code of conduct, the Law on Stars and BLĐTBXH",
    ],
)
def test_what_is_no_citation(say, sentence) -> None:
    assert cited(say(f"Cơ quan thực hiện {sentence}.")) == []


def test_day_and_body_tell_a_number_without_symbol(say) -> None:
    extraction = say(
        "Thực hiện Quyết định số 1719 ngày 14/10/2031 của Thủ tướng Chính phủ phê duyệt Chương trình. Quyết định số "
        "1719 giao các bộ. Quyết định số 35 ngày 24/6/2031 của Hợp tác xã Hoa Ban."
    )
    assert [work for _, work in cited(extraction)] == ["doc/ttg/quyet-dinh/2031/1719"] * 2 + [None]
    assert [u.reason for u in extraction.unresolved] == ["short.no_referent"]


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("Point a, Clause 2, Article 47 of June 23, 2014 Law No. 54/2014/QH13", "Point a, Clause 2, Article 47"),
        ("Clauses 1 and 2, Article 6 of the Government’s Decree No. 134/2016/ND-CP", "Clauses 1 and 2, Article 6"),
        ("a number of articles of the Government’s Decree No. 134/2016/ND-CP", None),
        ("Article 3 of this contract and Decree No. 134/2016/ND-CP", None),
    ],
)
def test_the_provision_in_a_translation(say, sentence, provision) -> None:
    (citation,) = say(f"Traders shall comply with {sentence}.").citations
    assert citation.mention.pinpoint == provision


def test_each_short_name_is_that_of_a_law_and_stands_in_its_example() -> None:
    text = resources.files("ontology").joinpath("data", "law_short_names.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    known = {(law.type, law.name) for law in laws()}
    assert [row["printed"] for row in rows if (row["type"], row["name"]) not in known] == []
    assert [row["printed"] for row in rows if row["printed"] not in row["example"]] == []
    assert len({row["printed"] for row in rows}) == len(rows)
