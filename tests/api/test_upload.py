"""Files over the web: off without a token; with it each file is read like any other, and told of one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from click.testing import Result

from api.settings import Settings, read
from api.uploading import safe
from graph.storage.location import open_store
from tests.api.conftest import PLAN
from tests.api.sending import TOKEN, WORD, send


@pytest.fixture
def site(stocked: Path, server: Callable[[Settings], AbstractContextManager[str]]) -> Iterator[httpx.Client]:
    settings = read({}, store=str(stocked), port=0, upload_token=WORD, upload_mb=1)
    with server(settings) as where, httpx.Client(base_url=where, timeout=60) as client:
        yield client


def test_without_a_token_nothing_is_taken(client: httpx.Client) -> None:
    assert 'type="file"' not in client.get("/").text
    assert client.put("/api/upload", params={"name": "a.txt"}, content=b"x", headers=TOKEN).status_code == 403
    assert client.post("/nap", files={"file": ("a.txt", b"x")}, data={"token": "bi-mat"}).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer sai"}, {"Authorization": "bi"}])
def test_a_wrong_token_is_refused(site: httpx.Client, headers: dict[str, str]) -> None:
    assert site.put("/api/upload", params={"name": "a.txt"}, content=b"x", headers=headers).status_code == 401


def test_a_file_is_loaded_seen_and_known_again(site: httpx.Client, stocked: Path) -> None:
    plan = PLAN.replace("77/KH", "79/KH").encode()
    answer = send(site, "moi.txt", plan)
    (known,) = answer.pop("documents")
    assert answer == {"name": "moi.txt", "outcome": "loaded", "sources": 1, "lines": []}
    assert known["label"] == "Kế hoạch số 79/KH-UBND"
    assert known["label"] in site.get(known["page"]).text
    assert site.get("/api/number", params={"number": "79/KH-UBND"}).json()["document"]["loaded"]
    assert send(site, "moi.txt", plan)["outcome"] == "unchanged"
    assert send(site, "moi.txt", plan.replace(b"79/KH", b"80/KH"))["outcome"] == "loaded"  # somebody else's file
    assert site.get("/api/number", params={"number": "79/KH-UBND"}).status_code == 200
    assert [path.name for path in stocked.iterdir() if path.name.startswith("upload-")] == []


def test_a_file_that_cannot_be_read_is_told_without_the_folder(site: httpx.Client, stocked: Path) -> None:
    answer = send(site, "../../trong.txt", b"")
    assert (answer["outcome"], answer["documents"]) == ("failed", [])
    assert answer["lines"] == ["trong.txt: the file is empty, it holds no words"]
    assert not (stocked.parent.parent / "trong.txt").exists()


def test_too_much_is_refused(site: httpx.Client) -> None:
    answer = site.put("/api/upload", params={"name": "a.txt"}, content=b"x" * (2 << 20), headers=TOKEN)
    assert answer.status_code == 413
    parts = iter([b"x" * (1 << 20), b"x"])
    assert site.put("/api/upload", params={"name": "a.txt"}, content=parts, headers=TOKEN).status_code == 413


def test_the_form_works_without_scripts(site: httpx.Client) -> None:
    page = site.get("/").text
    assert 'action="/nap"' in page
    assert 'enctype="multipart/form-data"' in page
    files = [("file", ("moi.txt", PLAN.replace("77/KH", "81/KH").encode())), ("file", ("trong.txt", b""))]
    answer = site.post("/nap", files=files, data={"token": "bi-mat"})
    assert answer.status_code == 200
    assert "<b>moi.txt</b>: đã nạp" in answer.text
    assert "trong.txt: tệp trống" in answer.text
    assert site.post("/nap", files=files, data={"token": "sai"}).status_code == 401
    assert site.post("/nap", data={"token": "bi-mat"}).status_code == 400


def test_a_load_that_is_running_is_told(site: httpx.Client, stocked: Path) -> None:
    writer = open_store(stocked)
    try:
        answer = site.put("/api/upload", params={"name": "a.txt"}, content=b"x", headers=TOKEN)
    finally:
        writer.close()
    assert answer.status_code == 503
    assert answer.json()["code"] == "store.locked"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a.txt", "a.txt"),
        ("..\\..\\a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        ("..", "khong-ten"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("x" * 300 + ".docx", "x" * 115 + ".docx"),
        ("báo cáo?.pdf", "báo cáo_.pdf"),
    ],
)
def test_names_stay_in_their_folder(given: str, kept: str) -> None:
    assert safe(given) == kept


def test_the_token_may_come_from_the_environment(cancu: Callable[..., Result]) -> None:
    assert read({"CANCU_UPLOAD_TOKEN": WORD}).upload_token == WORD
    assert read({}).upload_token is None
