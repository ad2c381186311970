"""From the sentence back to the page of the original: in the answers, on the pages, as a picture."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from click.testing import Result
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from api import messages
from api.reading import skipped
from api.settings import Settings, read
from graph.documents import sources
from graph.storage.location import open_store
from loaders.formats import ocr
from loaders.read import extract
from ontology.errors import SourceError
from ontology.records import Source

Server = Callable[[Settings], AbstractContextManager[str]]

FONT = Path(__file__).parents[2] / "viz" / "fonts" / "DejaVuSans.ttf"

PAGES = [
    [
        "ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN",
        "Số: 77/KH-UBND",
        "Điện Biên, ngày 14 tháng 9 năm 2021",
        "KẾ HOẠCH",
        "Về kinh tế số",
    ],
    ["Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.", "Hết."],
]
SPOT = (72, 120)
"""Left and top of the first line of a page, in points."""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A plan of two pages; the citation is on the second."""
    pdfmetrics.registerFont(TTFont("Việt", str(FONT)))
    file = tmp_path / "kế hoạch.pdf"
    canvas = Canvas(str(file), pagesize=A4, invariant=1)
    for page in PAGES:
        canvas.setFont("Việt", 10)
        for number, line in enumerate(page):
            canvas.drawString(SPOT[0], A4[1] - SPOT[1] - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return file


@pytest.fixture
def client(cancu: Callable[..., Result], paper: Path, tmp_path: Path, server: Server) -> Iterator[httpx.Client]:
    """Talks to a server whose store holds the plan."""
    assert cancu("load", paper, "--store", tmp_path / "store").exit_code == 0
    with (
        server(read({}, store=str(tmp_path / "store"), port=0)) as where,
        httpx.Client(base_url=where, timeout=60) as it,
    ):
        yield it


def test_the_contract_says_page_and_boxes(cancu: Callable[..., Result], paper: Path) -> None:
    answer = json.loads(cancu("extract", paper).stdout)
    assert answer["source"]["pages"] == 2
    (citation,) = answer["citations"]
    assert citation["page"] == 2
    (fragment,) = citation["fragments"]
    page, left, right, top, bottom = [
        int(n) for n in fragment.replace("page=", "").replace("&highlight=", ",").split(",")
    ]
    assert page == 2 and SPOT[0] < left < right < 400 and top < SPOT[1] < bottom + 1


def test_evidence_knows_its_page(client: httpx.Client) -> None:
    shown = client.get("/van-ban/ubnd.11-dien-bien/ke-hoach/2021/77")
    assert shown.status_code == 200
    assert "trang 2, vị trí" in shown.text


def test_the_page_of_the_original_is_shown_with_the_evidence_marked(client: httpx.Client, key: str) -> None:
    text = client.get(f"/nguon/{key}").text
    assert f"/nguon/{key}/trang/1.png" in text
    start = 120
    focused = client.get(f"/nguon/{key}", params={"tu": start, "den": start + 20}).text
    assert f"/nguon/{key}/trang/2.png?tu={start}&amp;den={start + 20}" in focused
    plain = picture(client.get(f"/nguon/{key}/trang/2.png").content)
    marked = picture(client.get(f"/nguon/{key}/trang/2.png", params={"tu": 101, "den": 110}).content)
    scale = plain.size[0] / A4[0]
    changed = [
        (x / scale, y / scale)
        for x in range(0, plain.size[0], 2)
        for y in range(0, plain.size[1], 2)
        if plain.getpixel((x, y)) != marked.getpixel((x, y))
    ]
    assert changed
    assert all(SPOT[1] - 16 < y < SPOT[1] + 8 for _, y in changed)


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("number", [0, 3, 10**9])
def test_there_are_no_other_pages(client: httpx.Client, key: str, number: int) -> None:
    assert client.get(f"/nguon/{key}/trang/{number}.png").status_code == 404


@pytest.mark.parametrize("change", ["gone", "other"])
def test_an_original_that_moved_or_changed_is_not_shown(
    client: httpx.Client, key: str, paper: Path, change: str
) -> None:
    if change == "gone":
        paper.unlink()
        assert "/trang/1.png" not in client.get(f"/nguon/{key}").text
    else:
        paper.write_bytes(paper.read_bytes() + b"\n%")
    assert client.get(f"/nguon/{key}/trang/1.png").status_code == 404


def test_a_member_of_an_archive_is_shown(
    cancu: Callable[..., Result], paper: Path, tmp_path: Path, server: Server
) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(paper, "trong/k.pdf")
    assert cancu("load", tmp_path / "a.zip", "--store", tmp_path / "two").exit_code == 0
    store = open_store(str(tmp_path / "two"), read_only=True)
    (source,) = sources.sources(store)
    assert [path.rpartition("/a.zip")[2] for path in store.ledger.paths(source.iri)] == ["!/trong/k.pdf"]
    store.close()
    with server(read({}, store=str(tmp_path / "two"), port=0)) as where:
        answer = httpx.get(f"{where}/nguon/{source.iri[-32:]}/trang/2.png", timeout=60)
    assert answer.headers["content-type"] == "image/png"


def test_pages_that_were_not_read_are_told(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    decided = iter([False, True])
    monkeypatch.setattr("loaders.formats.pdf.needs_recognition", lambda _: next(decided))
    extraction = extract(Source(str(paper), paper.read_bytes(), "application/pdf"))
    (error,) = (
        failure if isinstance(failure, SourceError) else SourceError(failure[0], **failure[1])
        for failure in skipped(extraction)
    )
    assert messages.of(error, "en").startswith(f"{paper}: pages 2 are pictures and were not read; Tesseract")
