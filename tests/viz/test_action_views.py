"""Actions in drawings, trees, sheets, annexes and pages: nothing is lost, nothing runs, both languages say it."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import docx
import openpyxl
import pytest

from graph.answers import (
    Action,
    ActionList,
    Branch,
    Chain,
    Column,
    DocumentSummary,
    Evidence,
    Match,
    Measure,
    PlanReport,
    ProgrammePage,
    ProgrammeSummary,
    Sum,
    Table,
)
from viz import action_pages, network, sheets, svg, tree, word
from viz.action_views import counts_line, measure_text
from viz.columns import number, readable

BASE = "https://w3id.org/cancu/"
SOURCE = f"{BASE}source/0123456789abcdef0123456789abcdef"
HOSTILE = "</script><script>alert(1)</script>"
WITNESS = DocumentSummary(f"{BASE}doc/a/bao-cao/2022/1", "Báo cáo số 1/BC-UBND", date="2022-11-20", loaded=True)
PROGRAMME = ProgrammeSummary(f"{BASE}programme/a/b", "Chương trình OCOP", "Chương trình", "OCOP", "2021-2025", None, 3)


def action(number_: int, status: str = "done", sentence: str = "- Tổ chức 28 lớp tập huấn.", **more: object) -> Action:
    proof = Evidence(WITNESS, SOURCE, sentence, 10, 10, 10 + len(sentence), "action")
    made = Action(f"{SOURCE}/act/{number_}-99", status, proof, programmes=(PROGRAMME,))
    return replace(made, **more)  # type: ignore[arg-type]


LESSONS = action(
    1,
    actor="Sở Nội vụ",
    measures=(
        Measure("quantity", "3150", "lượt người", "3.150 lượt người"),
        Measure("quantity", "45", "thủ tục", "45/45 thủ tục", "45"),
        Measure("money", "450.5", "triệu đồng", "450,5 triệu đồng", None, "450500000"),
    ),
)


@pytest.fixture
def doing_chain(small_chain: Chain) -> Chain:
    told = ActionList((LESSONS, action(2, "planned")), 9, (("done", 7), ("planned", 2)))
    return replace(small_chain, actions={small_chain.nodes[7].iri: told})


def test_numbers_as_people_write_them() -> None:
    assert [number(value, "vi") for value in ("30906.3", "1000000", "-5", "x")] == ["30.906,3", "1.000.000", "-5", "x"]
    assert number("30906.3", "en") == "30,906.3"
    assert [measure_text(each, "vi") for each in LESSONS.measures] == [
        "3.150 lượt người",
        "45/45 thủ tục",
        "450,5 triệu đồng",
    ]
    assert measure_text(Measure("quantity", "88.2", "%", "88,2%"), "vi") == "88,2%"
    assert counts_line((("done", 1200), ("notDone", 1)), "vi") == "1.200 đã làm · 1 chưa làm"
    assert counts_line((("done", 1200),), "en") == "1,200 done"


def test_the_tree_ends_in_actions_and_counts_the_rest(doing_chain: Chain) -> None:
    lines = tree.render(doing_chain).splitlines()
    at = next(index for index, line in enumerate(lines) if "Hành động: 7 đã làm · 2 sẽ làm" in line)
    assert (
        "Đã làm" in lines[at + 1]
        and "Tổ chức 28 lớp tập huấn." in lines[at + 1]
        and "3.150 lượt người" in lines[at + 1]
    )
    assert "Sẽ làm" in lines[at + 2]
    assert "còn 7 hành động" in lines[at + 3]
    assert "7 done · 2 planned" in tree.render(doing_chain, "en")


def test_json_carries_them(doing_chain: Chain) -> None:
    told = json.loads(json.dumps(tree.to_dict(doing_chain)))
    node = next(each for each in told["nodes"] if each["actions"])
    assert node["actions"]["counts"] == {"done": 7, "planned": 2}
    assert node["actions"]["more"] == 7
    assert node["actions"]["shown"][0]["results"][1] == {
        "kind": "quantity",
        "value": 45.0,
        "unit": "thủ tục",
        "text": "45/45 thủ tục",
        "out_of": 45.0,
    }


def test_drawing_and_network_show_the_counts(doing_chain: Chain) -> None:
    assert "7 đã làm" in svg.drawing(doing_chain)
    page = network.html(doing_chain).decode()
    assert "Hành động: 7 đã làm · 2 sẽ làm" in page
    assert "Tổ chức 28 lớp tập huấn." in page


def test_hostile_actions_stay_words(doing_chain: Chain) -> None:
    bad = action(3, sentence=HOSTILE, actor=HOSTILE, place=HOSTILE, path=HOSTILE)
    chain = replace(doing_chain, actions={doing_chain.focus.iri: ActionList((bad,), 1, (("done", 1),))})
    assert "<script>alert" not in network.html(chain).decode()
    assert "<script>alert" not in svg.drawing(chain)
    programme = replace(PROGRAMME, label=HOSTILE, kind=HOSTILE)
    page = ProgrammePage(programme, (HOSTILE,), (programme,), (bad.evidence,), ActionList((bad,), 1, (("done", 1),)))
    assert "<script>alert" not in action_pages.programme(page)


def test_the_chain_workbook_has_a_sheet_of_actions(doing_chain: Chain, small_chain: Chain) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheets.chain(doing_chain)))
    rows = list(book["Hành động"].iter_rows(values_only=True))
    assert rows[0][:3] == ("Văn bản", "Trạng thái", "Câu chứng minh")
    assert rows[1][1] == "Đã làm" and rows[1][5] == "3.150 lượt người; 45/45 thủ tục; 450,5 triệu đồng"
    assert rows[3][2] == "… còn 7 hành động"
    assert "Hành động" not in openpyxl.load_workbook(io.BytesIO(sheets.chain(small_chain))).sheetnames


def test_the_annex_lists_them(doing_chain: Chain) -> None:
    document = docx.Document(io.BytesIO(word.chain(doing_chain)))
    assert len(document.tables) == 2
    assert "Tổ chức 28 lớp tập huấn." in document.tables[1].rows[1].cells[3].text
    assert "còn 7 hành động" in document.tables[1].rows[3].cells[1].text


COLUMNS = (
    Column("status", "status", "Trạng thái", "Status"),
    Column("result", "number", "Kết quả", "Result"),
    Column("date", "date", "Ngày", "Date"),
    Column("content", "text", "Nội dung", "Content"),
)
TABLE = Table(
    ("status", "result", "date", "content"),
    (("done", "30906.3", "2022-11-20", "=1+1"), ("planned", "28", None, "hai\ndòng"), ("notDone", None, None, "x")),
)


def test_a_sheet_to_paste_has_headings_numbers_and_wrapped_words() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(sheets.table(TABLE, "vi", COLUMNS))).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == ["Trạng thái", "Kết quả", "Ngày", "Nội dung"]
    assert [cell.value for cell in rows[1]] == ["Đã làm", 30906.3, "20/11/2022", "=1+1"]
    assert (rows[1][1].data_type, rows[1][3].data_type) == ("n", "s")
    assert (rows[2][1].value, rows[2][1].number_format) == (28, "#,##0")
    assert rows[1][3].alignment.wrap_text
    english = openpyxl.load_workbook(io.BytesIO(sheets.table(TABLE, "en", COLUMNS))).active
    assert english is not None and next(cell.value for cell in next(english.iter_rows())) == "Status"


def test_on_the_screen_too() -> None:
    shown = readable(TABLE, COLUMNS, "vi")
    assert shown.columns[0] == "Trạng thái"
    assert shown.rows[0] == ("Đã làm", "30.906,3", "20/11/2022", "=1+1")
    assert readable(TABLE, (), "vi") == TABLE


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_of_plan_and_report(lang: str) -> None:
    match = Match(action(4, "planned"), LESSONS, 0.43, ("tập huấn",))
    report = PlanReport(
        WITNESS,
        (Branch(WITNESS, 0, None, (("done", 1),)),),
        2,
        (("done", 1), ("planned", 1)),
        (("Sơn La", (("done", 1),)), (None, (("planned", 1),))),
        (Sum("done", "lớp", "33", 2),),
        (match,),
        (action(5, "planned"),),
        2,
        (2, 1),
    )
    page = action_pages.plan_report(report, lang)
    assert ("0,43" if lang == "vi" else "0.43") in page
    assert ("Gợi ý, không phải kết luận" if lang == "vi" else "Suggestions, no findings") in page
    assert f"/nguon/{SOURCE.rsplit('/', 1)[1]}?tu=10" in page
    empty = replace(report, total=0, statuses=(), grid=(), sums=(), matches=(), unmatched=())
    assert ("Chưa thấy việc nào" if lang == "vi" else "No action under this") in action_pages.plan_report(empty, lang)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_of_programmes_and_their_empty_states(lang: str) -> None:
    page = ProgrammePage(PROGRAMME)
    told = action_pages.programme(page, lang)
    assert ("Chưa thấy việc nào thuộc" if lang == "vi" else "No action that belongs") in told
    listed = action_pages.programmes("", [PROGRAMME], 1, lang=lang)
    assert "Chương trình OCOP" in listed and "/chuong-trinh/a/b" in listed
    none = action_pages.programmes("abc", [], 0, lang=lang)
    assert "abc" in none and ("Không có" if lang == "vi" else "No programme") in none
