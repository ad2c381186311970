"""A load that is killed: the store opens, holds whole documents only, and the next run finishes the rest.

`CANCU_KILLS=200 pytest tests/api/test_interruption.py` kills at so many random moments; the suite kills a dozen times.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.documents import documents
from graph.derivation.derive import rebuild
from graph.rdf.terms import cancu, plain
from graph.storage.embedded import EmbeddedStore
from graph.storage.export import export
from graph.witness.quads import fingerprint
from ontology.errors import StoreError

ROOT = Path(__file__).parents[2]
COUNT = 300
KILLS = int(os.environ.get("CANCU_KILLS", "12"))
LOAD = """
import os, signal, sys
import graph.ingest.batches, graph.ingest.ingest, graph.storage.embedded
graph.ingest.batches.BATCH_BYTES, graph.storage.embedded.SMALL = {batch}, {small}
{more}
from api.cli import main
sys.argv = ["cancu", "load", {office!r}, "--store", {store!r}, "--jobs", "2", "--json"]
main()
"""
DIES = """
count = 0
def dies(owner, name, turn, before):
    real = getattr(owner, name)
    def called(*arguments, **others):
        global count
        count += 1
        if before and count == turn:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = real(*arguments, **others)
        if count == turn:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer
    setattr(owner, name, called)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred documents, shortened: what counts is how many there are."""
    folder = tmp_path_factory.mktemp("office")
    for name, text in documents(COUNT):
        (folder / Path(name).name).write_text(text[:900], "utf-8")
    return folder


def start(office: Path, store: Path, more: str = "", *, small: int = 1 << 16) -> subprocess.Popen[bytes]:
    script = LOAD.format(batch=1 << 20, small=small, office=str(office), store=str(store), more=more)
    with said(store).open("ab") as told:
        return subprocess.Popen(
            [sys.executable, "-c", script],
            stdout=subprocess.DEVNULL,
            stderr=told,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )


def said(store: Path) -> Path:
    """What loads into a store have complained of."""
    return store.with_suffix(".log")


@pytest.fixture(scope="module")
def undisturbed(office: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, float]:
    """What a load that nobody disturbs leaves, and how long it takes."""
    store = tmp_path_factory.mktemp("undisturbed") / "store"
    began = time.monotonic()
    assert start(office, store).wait(300) == 0
    seconds = time.monotonic() - began
    with closing(EmbeddedStore(store)) as opened:
        return b"".join(export(opened, "nq")), seconds


def documents_held(store: Path, *, derived: bool) -> int:
    """Opens the store as the next writer would, and looks at all that it holds. derived: whether the resolved facts are
    those of the witnesses."""
    with closing(EmbeddedStore(store)) as opened:
        graphs = [graph for graph in opened.graphs() if "/source/" in graph]
        for graph in graphs:
            quads = list(opened.quads(graph))
            stated = [plain(quad.object) for quad in quads if quad.predicate == cancu("fingerprint")]
            assert stated == [fingerprint([str(quad) for quad in quads if quad.predicate != cancu("fingerprint")])]
        assert {graph for graph in opened.graphs() if "/source/" not in graph} <= {f"{opened.base}graph/resolved"}
        if derived:
            before = b"".join(export(opened, "nq"))
            rebuild(opened)
            assert b"".join(export(opened, "nq")) == before
        return len(graphs)


def readers_see_a_whole_state(store: Path) -> None:
    with closing(EmbeddedStore(store, read_only=True)) as opened:
        assert all(quad.predicate for graph in opened.graphs() for quad in opened.quads(graph))


def finished(office: Path, store: Path) -> bytes:
    assert start(office, store).wait(300) == 0
    with closing(EmbeddedStore(store, read_only=True)) as opened:
        return b"".join(export(opened, "nq"))


def test_killed_at_random_moments(office: Path, undisturbed: tuple[bytes, float], tmp_path: Path) -> None:
    """Each load goes on where the last one was killed, as a person would; every third is brought to its end."""
    whole, seconds = undisturbed
    chance = random.Random(7)
    store = tmp_path / "store"
    held = [0]
    kills = 0
    while kills < KILLS:
        loading = start(office, store, small=(1 << 16, 1 << 30)[kills % 2])
        left = seconds * (0.3 + 0.7 * (1 - held[-1] / COUNT))  # a third goes into starting
        began = time.monotonic()
        try:
            assert loading.wait(chance.uniform(0.15, 1.0) * left) == 0, said(store).read_text("utf-8")
            seconds = time.monotonic() - began if held[-1] == 0 else seconds * 0.9  # the machine has become faster
            held.append(COUNT)
        except subprocess.TimeoutExpired:
            loading.kill()
            loading.wait(60)
            kills += 1
            if (store / "current").exists():  # else it had not even begun
                readers_see_a_whole_state(store)
                held.append(documents_held(store, derived=kills % 4 == 0))
        if kills % 3 == 2 or held[-1] == COUNT:
            assert finished(office, store) == whole
            shutil.rmtree(store)
            held.append(0)
    assert len(set(held)) > 2, f"killed always at the same place: {held}"
    assert finished(office, store) == whole


POINTS = {
    "before anything is noted": "dies(graph.storage.embedded, 'write_whole', 4, True)",
    "noted, nothing written": "dies(graph.storage.embedded, 'write_whole', 5, False)",
    "half written": "dies(graph.storage.embedded.EmbeddedStore, '_transact', 3, True)",
    "written, not in the ledger": "dies(graph.storage.embedded.EmbeddedStore, 'apply', 3, False)",
    "in the ledger, not published": "dies(graph.ingest.ingest._Run, '_note', 4, False)",
    "before the snapshot": "dies(graph.storage.embedded.EmbeddedStore, 'publish', 2, True)",
    "before the snapshot is named": "dies(graph.storage.embedded, 'write_whole', 99, True)",
}


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_the_worst_moments(
    office: Path, undisturbed: tuple[bytes, float], tmp_path: Path, point: str
) -> None:
    whole, _ = undisturbed
    store = tmp_path / "store"
    patch = POINTS[point]
    if "99" in patch:  # the last file that is written whole is `current`
        patch = (
            "real = graph.storage.embedded.write_whole\n"
            "def named(file, content):\n"
            "    if file.name == 'current' and content != '1':\n"
            "        os.kill(os.getpid(), signal.SIGKILL)\n"
            "    real(file, content)\n"
            "graph.storage.embedded.write_whole = named"
        )
    assert start(office, store, DIES + patch).wait(300) == -signal.SIGKILL
    readers_see_a_whole_state(store)
    documents_held(store, derived=True)
    assert finished(office, store) == whole


def test_a_disk_that_takes_no_more(office: Path, undisturbed: tuple[bytes, float], tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the engine's writes fail in the middle of the load."""
    whole, _ = undisturbed
    store = tmp_path / "store"
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
    assert start(office, store, limit).wait(300) == StoreError.exit_code
    documents_held(store, derived=True)
    assert finished(office, store) == whole


def test_ctrl_c_says_what_was_done_and_how_to_go_on(
    office: Path, undisturbed: tuple[bytes, float], tmp_path: Path, process: Callable[..., object]
) -> None:
    whole, seconds = undisturbed
    store = tmp_path / "store"
    script = LOAD.format(batch=1 << 20, small=1 << 16, office=str(office), store=str(store), more="")
    loading = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
    )
    while not (store / "ledger.sqlite3").exists():
        time.sleep(0.02)
    time.sleep(seconds / 20)
    loading.send_signal(signal.SIGINT)
    out, err = loading.communicate(timeout=120)
    assert loading.returncode == 130, err
    assert '"interrupted": true' in out
    assert "chạy lại đúng lệnh này để nạp tiếp" in err
    assert len(err.splitlines()) == 1
    documents_held(store, derived=True)
    assert finished(office, store) == whole
