"""Files that hang, crash, eat memory or are no files: one line each, and the batch goes on."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from api import pool as pools
from api import reader
from api.pool import Limits, Pool
from api.reading import Answer, Job, Read
from loaders.files import open_source
from loaders.read import extract
from ontology.errors import CancuError, SourceError

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits the memory of a process")


def misbehaving(job: Job) -> Iterator[Answer]:
    """A reader with a fault for each name."""
    name = Path(job.path).stem
    if name == "hang":
        time.sleep(600)
    if name == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "hungry":
        bytearray(8 << 30)
    if name == "greedy":
        kept = bytearray(400 << 20)
        kept[::4096] = b"x" * len(kept[::4096])
        time.sleep(600)
    if name == "helped":
        command = "kept = bytearray(400 << 20); kept[::4096] = b'x' * len(kept[::4096]); import time; time.sleep(600)"
        subprocess.run([sys.executable, "-c", command], check=False)
    if name == "fault":
        raise ZeroDivisionError("a fault")
    if name == "exit":
        os._exit(7)
    yield Read(job.path, None)


def serve(pipe: object, memory: int | None) -> None:
    """The process of a pool, with the reader above."""
    reader.answers = misbehaving
    reader.serve(pipe, memory)  # type: ignore[arg-type]


def told(names: list[str], monkeypatch: pytest.MonkeyPatch, jobs: int = 2) -> list[tuple[str, str]]:
    """(name, code or "read") of each file, in order."""
    monkeypatch.setattr(pools, "_serve_target", serve)
    with Pool(jobs, Limits(seconds=2.0, memory=1 << 30)) as pool:
        found = list(pool.answers(Job(name, None) for name in names))
    return [(job.path, a[0] if isinstance(a, tuple) else "read") for job, a in found if a is not None]


@posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_fails_costs_one_file(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    names = ["a", "crash", "b", "fault", "c", "hang", "d", "exit", "e", "f"]
    codes = {"crash": "source.crashed", "fault": "source.failed", "hang": "source.timeout", "exit": "source.crashed"}
    assert told(names, monkeypatch, jobs) == [(name, codes.get(name, "read")) for name in names]


def stillborn(pipe: object, memory: int | None) -> None:
    os._exit(9)


@posix
def test_readers_that_cannot_start_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "_serve_target", stillborn)
    with Pool(2) as pool, pytest.raises(CancuError) as error:
        list(pool.answers(Job(str(number), None) for number in range(1_000)))
    assert error.value.code == "run.readers"


@linux
def test_a_reader_that_eats_all_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(["a", "hungry", "b"], monkeypatch) == [("a", "read"), ("hungry", "source.memory"), ("b", "read")]


def unlimited(pipe: object, memory: int | None) -> None:
    """The process where the system limits nothing: macOS, Windows."""
    serve(pipe, None)


@posix
@pytest.mark.parametrize("name", ["greedy", "helped"])
def test_memory_is_looked_at_from_outside(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Also that of what a reader started."""
    monkeypatch.setattr(pools, "_serve_target", unlimited)
    began = time.monotonic()
    with Pool(1, Limits(seconds=60.0, memory=200 << 20)) as pool:
        found = list(pool.answers(Job(each, None) for each in ["a", name, "b"]))
    codes = [(job.path, a[0] if isinstance(a, tuple) else "read") for job, a in found if a is not None]
    assert codes == [("a", "read"), (name, "source.memory"), ("b", "read")]
    assert time.monotonic() - began < 30


@posix
def test_readers_end_with_whoever_started_them(tmp_path: Path, papers: Path) -> None:
    """Killed in the middle of a load, nothing stays behind."""
    script = (
        "import os, sys, time\nfrom api.pool import Pool\nfrom api.reading import Job\n"
        "pool = Pool(1)\nfound = pool.answers([Job(sys.argv[1], None), Job(sys.argv[1], None)])\nnext(found)\n"
        "print(pool._readers[0].process.pid, flush=True)\ntime.sleep(600)\n"
    )
    command = [sys.executable, "-c", script, str(papers / "a.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as loading:
        assert loading.stdout is not None
        reader = int(loading.stdout.readline())
        loading.kill()
        loading.wait()
    for _ in range(200):
        try:
            os.kill(reader, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{reader}/stat").exists() and Path(f"/proc/{reader}/stat").read_text().split()[2] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the reader lives on")


@posix
def test_what_is_no_file_is_told_and_nothing_waits(cancu: Run, papers: Path, tmp_path: Path) -> None:
    os.mkfifo(papers / "ong.txt")
    (papers / "vong").symlink_to("vong")
    (papers / "len").symlink_to(papers)
    with socket.socket(socket.AF_UNIX) as plug:
        here = Path.cwd()
        os.chdir(papers)  # the path of a socket may be short only
        try:
            plug.bind("o-cam.txt")
        finally:
            os.chdir(here)
        result = cancu("load", papers, "--store", tmp_path / "store", "--lang", "en")
    lines = sorted(line.removeprefix("cancu: ") for line in result.stderr.splitlines()[:-1])
    assert len(lines) == 3
    assert lines[0] == f"{papers / 'ong.txt'}: no file (a pipe, a device or a socket)"
    assert lines[1].startswith(f"cannot read {papers / 'o-cam.txt'}: ")
    assert lines[2].startswith(f"cannot read {papers / 'vong'}: ")
    assert result.stdout.startswith("2 loaded")
    assert cancu("load", "/dev/zero", "--store", tmp_path / "other").exit_code == 3


@linux
def test_names_in_any_encoding(process: Process, papers: Path, tmp_path: Path) -> None:
    odd = os.fsencode(papers) + b"/b\xe1o c\xe1o.txt"
    Path(os.fsdecode(odd)).write_bytes((papers / "a.txt").read_bytes().replace(b"77/KH", b"78/KH"))
    Path(os.fsdecode(os.fsencode(papers) + b"/\xff.txt")).write_bytes(b"")
    first = process("load", papers, "--store", tmp_path / "store", "--lang", "en")
    assert first.stdout.startswith("3 loaded")
    assert first.stderr.splitlines()[0] == rf"cancu: {papers}/\xff.txt: the file is empty, it holds no words"
    assert process("load", papers, "--store", tmp_path / "store", "--lang", "en").stdout.startswith("3 unchanged")
    assert process("forget", os.fsdecode(odd), "--store", tmp_path / "store", "--lang", "en").returncode == 0


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(cancu: Run, papers: Path, tmp_path: Path) -> None:
    (papers / "a.txt").chmod(0)
    assert cancu("load", papers, "--store", tmp_path / "store").exit_code == 3


def test_archives_that_climb_out_and_blow_up(cancu: Run, papers: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(papers / "leo.zip", "w") as climbing:
        climbing.writestr("../../leo-ra.txt", "Căn cứ Nghị định số 30/2020/NĐ-CP.")
        climbing.writestr(str(tmp_path / "leo-ra.txt"), "Căn cứ Nghị định số 31/2020/NĐ-CP.")
    with zipfile.ZipFile(papers / "bom.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(6):
            bomb.writestr(f"{number}.txt", b"0" * (100 << 20))
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    result = cancu("load", papers, "--store", tmp_path / "store", "--lang", "en")
    after = {path for path in tmp_path.rglob("*") if path.is_file() and tmp_path / "store" not in path.parents}
    assert after == before
    assert not (tmp_path / "leo-ra.txt").exists()
    assert "bom.zip" in result.stderr
    assert result.exit_code == 3
    assert result.stdout.startswith(("2 loaded", "3 loaded", "4 loaded"))


def test_limits_are_settings(cancu: Run, papers: Path, tmp_path: Path) -> None:
    (papers / "to.txt").write_bytes(b"x" * (3 << 20))
    result = cancu("load", papers, "--store", tmp_path / "store", "--lang", "en", env={"CANCU_FILE_MB": "2"})
    assert result.stderr.splitlines()[0] == f"cancu: {papers / 'to.txt'}: too large (at most 2 MB)"


def test_a_stop_ends_the_answers_at_once(papers: Path) -> None:
    stop = threading.Event()
    with Pool(2, stop=stop) as pool:
        found = pool.answers(Job(str(papers / "a.txt"), None) for _ in range(1_000))
        next(found)
        stop.set()
        assert list(found) == []


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from((".txt", ".csv", ".jsonl", ".html", ".eml", ".rtf", ".docx", ".zip")))
def test_any_bytes_end_in_an_extraction_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    file = tmp_path_factory.getbasetemp() / f"bytes{suffix}"
    file.write_bytes(data)
    for source in open_source(str(file)):
        if isinstance(source, SourceError):
            continue
        try:
            assert extract(source).source is source
        except SourceError as error:
            assert error.details["name"]
