"""Files that came over the web are kept: their pages are shown, and they go with what was read from them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from click.testing import Result

from api import kept
from api.settings import Settings, read
from graph.documents import sources
from graph.storage.location import open_store
from tests.api.conftest import PLAN, ROOT
from tests.api.sending import WORD, send
from tests.api.test_originals import paper

__all__ = ["paper"]

Server = Callable[[Settings], AbstractContextManager[str]]
NEW = PLAN.replace("77/KH", "79/KH").encode()


@pytest.fixture
def site(stocked: Path, server: Server) -> Iterator[httpx.Client]:
    settings = read({}, store=str(stocked), port=0, upload_token=WORD, keep_mb=1)
    with server(settings) as where, httpx.Client(base_url=where, timeout=60) as client:
        yield client


def held(store: Path) -> list[str]:
    return sorted(path.name for path in (store / kept.FOLDER).iterdir())


def test_the_page_of_an_upload_is_shown(site: httpx.Client, stocked: Path, paper: Path) -> None:
    assert send(site, "kế hoạch.pdf", paper.read_bytes())["outcome"] == "loaded"
    store = open_store(str(stocked), read_only=True)
    key = next(source.iri[-32:] for source in sources.sources(store) if source.name == "kế hoạch.pdf")
    store.close()
    picture = site.get(f"/nguon/{key}/trang/2.png")
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
    assert "trang/1.png" in site.get(f"/nguon/{key}").text


def test_what_cannot_be_read_is_not_kept(site: httpx.Client, stocked: Path) -> None:
    assert send(site, "a.rar", b"Rar!\x1a\x07\x00")["outcome"] == "failed"
    assert held(stocked) == []


def test_one_content_is_kept_once(site: httpx.Client, stocked: Path) -> None:
    for name in ("a.txt", "b.txt", "a.txt"):
        send(site, name, NEW)
    assert held(stocked) == [kept.digest(NEW)]


def test_beyond_the_limit_it_is_loaded_and_told(site: httpx.Client, stocked: Path) -> None:
    send(site, "nhỏ.txt", NEW)
    large = NEW + b"Trang sau.\n" * 120_000
    answer = send(site, "lớn.txt", large)
    assert answer["outcome"] == "loaded"
    assert answer["lines"] == [
        "lớn.txt: loaded, but its original is not kept (the store keeps 1 MB of originals, or the disk is full)"
    ]
    assert held(stocked) == [kept.digest(NEW)]


@pytest.mark.parametrize("by", ["79/KH-UBND", f"upload:{kept.digest(NEW)}/moi.txt"])
def test_it_goes_with_what_was_read_from_it(
    site: httpx.Client, stocked: Path, cancu: Callable[..., Result], by: str
) -> None:
    send(site, "moi.txt", NEW)
    other = NEW.replace(b"79/KH", b"81/KH")
    send(site, "khac.txt", other)
    assert cancu("forget", by, "--store", stocked, "--dry-run").exit_code == 0
    assert held(stocked) == sorted([kept.digest(NEW), kept.digest(other)])
    assert cancu("forget", by, "--store", stocked).exit_code == 0
    assert held(stocked) == [kept.digest(other)]


def test_what_a_crash_left_is_swept(site: httpx.Client, stocked: Path) -> None:
    folder = stocked / kept.FOLDER
    folder.mkdir()
    (folder / ("0" * 32)).write_bytes(b"never read")
    (folder / ("1" * 32 + kept.PART)).write_bytes(b"half")
    send(site, "moi.txt", NEW)
    assert held(stocked) == [kept.digest(NEW)]


KEEPER = """
import itertools, sys
from api import kept
from graph.storage.location import open_store
store = open_store(sys.argv[1])
for number in itertools.count():
    kept.keep(store, bytes([number % 256]) * 3_000_000, 1 << 40)
    if number == 0:
        print("ready", flush=True)
"""


def test_a_kept_file_is_whole_whenever_the_writer_dies(stocked: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    seen = 0
    for wait in (0.01, 0.025, 0.04, 0.07, 0.1, 0.15):
        command = [sys.executable, "-c", KEEPER, str(stocked)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
        for file in (stocked / kept.FOLDER).iterdir():
            if file.suffix != kept.PART:
                assert kept.digest(file.read_bytes()) == file.name
                seen += 1
    assert seen
    store = open_store(str(stocked))
    kept.sweep(store)
    store.close()
    assert held(stocked) == []


@pytest.mark.parametrize("path", ["upload:../../etc/passwd", "upload:/x", "upload:" + "." * 32 + "/a", "/srv/a.txt"])
def test_no_path_leads_out_of_the_folder(stocked: Path, path: str) -> None:
    store = open_store(str(stocked), read_only=True)
    assert kept.file(store, path) is None
    store.close()
