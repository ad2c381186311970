"""Strategy: the smallest documents that tell the story; commands run in this process where they can."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from click.testing import CliRunner, Result

from api.app import create_app
from api.cli import cli
from api.serving import address, listen
from api.settings import Settings, read
from graph.documents import sources
from graph.storage.location import open_store

ROOT = Path(__file__).parents[2]

PLAN = """ỦY BAN NHÂN DÂN
TỈNH ĐIỆN BIÊN
Số: 77/KH-UBND
Điện Biên, ngày 14 tháng 9 năm 2021
KẾ HOẠCH
Phát triển kinh tế số giai đoạn 2021 - 2025

Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia.
Căn cứ Quyết định số 11/QĐ-UBND ngày 05/01/2021 của Ủy ban nhân dân tỉnh Điện Biên.
"""

OTHER_PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 90/KH-UBND
Sơn La, ngày 20 tháng 4 năm 2022
KẾ HOẠCH
Nâng cao kỹ năng số cho người dân

Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.
Căn cứ Quyết định số 11/QĐ-UBND ngày 07/01/2022 của Ủy ban nhân dân tỉnh Sơn La.
"""

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("CANCU_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def cancu() -> Run:
    """Runs a command line in this process: `cancu("load", path)`."""

    def run(*arguments: object, **others: object) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], prog_name="cancu", **others)

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a command line as a process of its own."""

    def run(*arguments: object, **others: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", env=environment, timeout=120, check=False, **others
        )

    return run


def write_papers(folder: Path) -> Path:
    """Two plans of two provinces; both cite one decision, and each a decision 11/QĐ-UBND of its own."""
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, "utf-8")
    (folder / "b.txt").write_text(OTHER_PLAN, "utf-8")
    return folder


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


@pytest.fixture
def stocked(tmp_path: Path, papers: Path, cancu: Run) -> Path:
    """A store that holds both plans, for one test to change."""
    store = tmp_path / "store"
    result = cancu("load", papers, "--store", store)
    assert result.exit_code == 0, result.output
    return store


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same store, for all tests that only read."""
    folder = tmp_path_factory.mktemp("library")
    result = CliRunner().invoke(cli, ["load", str(write_papers(folder / "papers")), "--store", str(folder / "store")])
    assert result.exit_code == 0, result.output
    return folder / "store"


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """A real server on a free port; gives its address, without the slash at the end."""
    listening = listen(settings)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="critical"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    running.start()
    yield address(settings, listening).rstrip("/")
    server.should_exit = True
    running.join(30)
    assert not running.is_alive()


@pytest.fixture(scope="session")
def served(library: Path) -> Iterator[str]:
    """The address of a server over the library."""
    with serving(read({}, store=str(library), port=0)) as where:
        yield where


@pytest.fixture
def client(served: str) -> Iterator[httpx.Client]:
    """A browser or program that talks to that server."""
    with httpx.Client(base_url=served, timeout=60) as talking:
        yield talking


@pytest.fixture
def key(client: httpx.Client, tmp_path: Path) -> str:
    """Of the one source in a store of a test's own, over which `client` talks to a server."""
    store = open_store(str(tmp_path / "store"), read_only=True)
    (source,) = sources.sources(store)
    store.close()
    return source.iri[-32:]


@pytest.fixture
def server() -> Callable[[Settings], AbstractContextManager[str]]:
    """Starts a server with settings of a test's own."""
    return serving
