"""Programmes and actions over HTTP and on the command line: pages, REST, sheets, the choice among documents."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import openpyxl
import pytest
from click.testing import Result

from api.settings import read
from graph.ingest import ingest
from graph.storage.location import open_store
from tests.api.conftest import serving
from tests.graph.doings import doings
from tests.graph.stories import QUANG_TRI, SON_LA, Draft, work

Run = Callable[..., Result]

DECISION = "ttg/quyet-dinh/2020/2289"
REPORT = "ubnd.14-son-la/bao-cao/2022/301"
PROGRAMME = "ttg/quyet-dinh/2020/1322/chuong-trinh"
BROWSER = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def doing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with plans and reports, and one number of two provinces."""
    folder = tmp_path_factory.mktemp("doing") / "store"
    store = open_store(folder)
    twice = [
        Draft(f"{number}.txt", work("Báo cáo", "77", "BC-UBND", body, "2022-01-01"))
        .acts("done", f"Đã làm {number}.")
        .done()
        for number, body in enumerate((SON_LA, QUANG_TRI))
    ]
    ingest.put(store, [*doings(), *twice])
    store.close()
    return folder


@pytest.fixture(scope="module")
def where(doing: Path) -> Iterator[str]:
    with serving(read({}, store=str(doing), port=0)) as address:
        yield address


@pytest.fixture
def asking(where: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=where, timeout=60) as talking:
        yield talking


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "chương trình và đề án"),
        (f"/van-ban/{DECISION}", "Đang cung cấp 45/45 thủ tục hành chính trực tuyến."),
        (f"/van-ban/{DECISION}", "mức giống 0,"),
        (f"/van-ban/{REPORT}", "Số liệu trong bảng"),
        (f"/van-ban/{DECISION}?tt=notDone", "Chưa triển khai được trung tâm dữ liệu."),
        (f"/van-ban/{DECISION}?dp=Qu%E1%BA%A3ng+Tr%E1%BB%8B", "với 5 lớp"),
        (f"/van-ban/{DECISION}?tt=planned&dp=Qu%E1%BA%A3ng+Tr%E1%BB%8B", "Không có hành động nào khớp"),
        (f"/van-ban/{REPORT}?ct=programme/{PROGRAMME}", "Hỗ trợ 12 doanh nghiệp"),
        (f"/van-ban/{DECISION}/ke-hoach-va-ket-qua", "Cộng theo đơn vị tính"),
        (f"/van-ban/{DECISION}/ke-hoach-va-ket-qua?lang=en", "Suggestions, no findings"),
        ("/chuong-trinh", "Quyết định số 1322/QĐ-TTg"),
        ("/chuong-trinh?q=khong+co", "Không có chương trình nào khớp"),
        (f"/chuong-trinh/{PROGRAMME}", "Chương trình 1322"),
        (f"/chuong-trinh/{PROGRAMME}?tt=planned", "Hỗ trợ doanh nghiệp"),
        ("/tim?q=nang+suat", "Chương trình, đề án (1)"),
        ("/cau-hoi/actions-for?number=2289/Q%C4%90-TTg", "Đơn vị thực hiện"),
        ("/cau-hoi/plan-against-report?number=2289/Q%C4%90-TTg", "Mức giống"),
        ("/van-ban/ubnd.45-quang-tri/ke-hoach/2020/5807", "Chưa thấy việc nào được nêu"),
    ],
)
def test_pages(asking: httpx.Client, path: str, expected: str) -> None:
    answer = asking.get(path, headers=BROWSER)
    assert answer.status_code == 200, answer.text
    assert expected in answer.text


def test_a_filter_leaves_the_others_out(asking: httpx.Client) -> None:
    text = asking.get(f"/van-ban/{DECISION}?tt=notDone", headers=BROWSER).text
    section = text[text.index('<h2 id="hanh-dong">') : text.index('<h2 id="plan">')]
    assert "Chưa triển khai được" in section and "45/45" not in section
    assert 'name="tren" value="1"' in section
    assert "tt=notDone" in text[text.index('lang="en"') - 300 : text.index('lang="en"') + 10]


@pytest.mark.parametrize("path", ["/chuong-trinh/x", f"/van-ban/{DECISION}?ct=%3Cx%3E", "/api/programmes/x"])
def test_what_is_not_there(asking: httpx.Client, path: str) -> None:
    assert asking.get(path).status_code == 404


def test_programmes_dereference(asking: httpx.Client) -> None:
    page = asking.get(f"/id/programme/{PROGRAMME}", headers=BROWSER)
    assert (page.status_code, page.headers["location"]) == (303, f"/chuong-trinh/{PROGRAMME}")
    turtle = asking.get(f"/id/programme/{PROGRAMME}", headers={"Accept": "text/turtle"})
    assert "cancu:Programme" in turtle.text and "cancu:approvedBy" in turtle.text


def test_actions_by_rest(asking: httpx.Client) -> None:
    told = asking.get("/api/actions", params={"number": "2289/QĐ-TTg", "limit": 2}).json()
    assert (told["total"], len(told["actions"])) == (5, 2)
    assert told["statuses"] == {"done": 2, "ongoing": 1, "planned": 1, "notDone": 1}
    first = told["actions"][0]
    assert first["evidence"]["sentence"].startswith("- Đã tổ chức tập huấn")
    assert first["measures"][2]["dong"] == "450500000"
    by = asking.get(f"/api/actions/{REPORT}", params={"way": "by", "status": "ongoing"}).json()
    assert [each["measures"][0]["out_of"] for each in by["actions"]] == ["45"]
    none = asking.get(f"/api/actions/{DECISION}", params={"place": "Huế"}).json()
    assert (none["total"], none["actions"]) == (0, [])
    assert asking.get("/api/actions", params={"number": "77/BC-UBND"}).status_code == 300
    assert asking.get("/api/actions", params={"number": "2289/QĐ-TTg", "status": "x"}).status_code == 400


def test_programmes_and_plans_by_rest(asking: httpx.Client) -> None:
    assert asking.get("/api/programmes", params={"q": "1322"}).json()["total"] == 1
    page = asking.get(f"/api/programmes/{PROGRAMME}").json()
    assert page["programme"]["approved_by"]["number"] == "1322/QĐ-TTg"
    assert (len(page["mentions"]), page["total"]) == (2, 2)
    plan = asking.get(f"/api/plan-report/{DECISION}").json()
    assert [match["done"]["evidence"]["witness"]["number"] for match in plan["matches"]] == ["301/BC-UBND"] * 2
    assert {"status": "done", "unit": "lớp", "value": "33", "count": 2} in plan["sums"]
    chain = asking.get(f"/api/chain/{DECISION}").json()
    assert sum(counts.get("planned", 0) for counts in chain["action_counts"].values()) == 2
    assert asking.get("/api/summary").json()["programmes"] == 1


def test_every_field_of_the_interface_has_an_example(asking: httpx.Client) -> None:
    described = asking.get("/api/openapi.json").json()
    paths = {
        "/api/actions",
        "/api/actions/{path}",
        "/api/programmes",
        "/api/programmes/{path}",
        "/api/plan-report/{path}",
    }
    assert paths <= set(described["paths"])
    for name in ("Measure", "Sum", "Programme"):
        fields = described["components"]["schemas"][name]["properties"]
        assert all("examples" in field or "description" in field for field in fields.values())


def test_a_sheet_that_a_clerk_can_paste(cancu: Run, doing: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.xlsx"
    command = (
        "query",
        "--name",
        "actions-for",
        "2289/QĐ-TTg",
        "--store",
        doing,
        "--format",
        "xlsx",
        "--output",
        output,
    )
    assert cancu(*command).exit_code == 0
    sheet = openpyxl.load_workbook(output).active
    assert sheet is not None
    head, first, second, *_ = ([cell.value for cell in row] for row in sheet.iter_rows())
    wanted = {"Trạng thái", "Nội dung", "Đơn vị thực hiện", "Thời gian", "Kết quả", "Đơn vị tính", "Kinh phí (đồng)"}
    assert wanted | {"Nơi thực hiện", "Văn bản nguồn", "Nguyên văn", "Vị trí trong văn bản"} <= set(head)
    row = dict(zip(head, first, strict=True))
    assert (row["Trạng thái"], row["Kết quả"], row["Đơn vị tính"]) == ("Đã làm", 28, "lớp")
    assert (row["Kinh phí (đồng)"], row["Văn bản nguồn"]) == (450500000, "Báo cáo số 301/BC-UBND")
    assert dict(zip(head, second, strict=True))["Kết quả"] == 3150
    assert cancu(*command, "--lang", "en").exit_code == 0
    english = openpyxl.load_workbook(output).active
    assert english is not None and "Actor" in [cell.value for cell in next(english.iter_rows())]


def test_the_other_formats(cancu: Run, doing: Path) -> None:
    command = ("query", "--name", "plan-against-report", "2289/QĐ-TTg", "--store", doing)
    table = cancu(*command).stdout
    assert table.splitlines()[0].startswith("Việc sẽ làm") and "0,47" in table
    records = json.loads(cancu(*command, "--format", "json").stdout)
    assert [record["score"] for record in records] == ["0.47", "1.00"]
    assert cancu(*command, "--format", "csv").stdout.splitlines()[0].startswith("planned,")


def test_a_number_of_several_documents_is_listed(cancu: Run, doing: Path) -> None:
    several = cancu("query", "--name", "actions-of", "77/BC-UBND", "--store", doing)
    assert several.exit_code != 0 and several.stderr.startswith("cancu: 77/BC-UBND")
    assert 'cancu query --name actions-of 77/BC-UBND --place "Sơn La"' in several.stdout
    one = cancu(
        "query", "--name", "actions-of", "77/BC-UBND", "--place", "Sơn La", "--store", doing, "--format", "json"
    )
    assert [record["place"] for record in json.loads(one.stdout)] == ["Sơn La"]


def test_the_chain_ends_in_actions(cancu: Run, doing: Path, where: str) -> None:
    written = cancu("chain", "2289/QĐ-TTg", "--store", doing).stdout
    assert "Hành động: 2 đã làm · 1 đang làm · 1 chưa làm" in written
    for kind in ("svg", "xlsx", "docx", "html", "json"):
        answer = httpx.get(f"{where}/van-ban/{DECISION}/chuoi.{kind}", timeout=60)
        assert answer.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(httpx.get(f"{where}/van-ban/{DECISION}/chuoi.xlsx", timeout=60).content))
    assert book["Hành động"].max_row == 8
