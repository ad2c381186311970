"""`cancu serve` and `cancu demo` as processes of their own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from click.testing import Result

Run = Callable[..., Result]

ROOT = Path(__file__).parents[2]


@contextmanager
def running(*arguments: object, cwd: Path) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """A command that serves: the process, its address, and what it printed before."""
    command = [sys.executable, "-u", "-c", "from api.cli import main; main()", *map(str, arguments)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    overdue = threading.Timer(90, process.kill)
    overdue.start()
    assert process.stdout is not None
    printed: list[str] = []
    for line in process.stdout:
        printed.append(line)
        if found := re.search(r"http://[\d.]+:\d+/", line):
            break
    else:
        raise AssertionError(f"no address in {printed}")
    try:
        yield process, found[0], printed
    finally:
        overdue.cancel()
        process.kill()
        process.stdout.close()
        process.wait(30)


def test_serve_answers_and_ends_when_asked(library: Path, tmp_path: Path) -> None:
    with running("serve", "--store", library, "--port", 0, cwd=tmp_path) as (process, address, printed):
        assert printed == [f"Mở trình duyệt ở {address} (dừng bằng Ctrl+C)\n"]
        assert httpx.get(f"{address}health", timeout=30).json()["status"] == "ok"
        assert "749/QĐ-TTg" in httpx.get(address, timeout=30).text
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_demo_loads_traces_and_serves(tmp_path: Path) -> None:
    with running("demo", "--port", 0, "--lang", "en", cwd=tmp_path) as (process, address, printed):
        text = "".join(printed)
        assert "12 loaded" in text
        assert "95/KH-UBND" in text and "52-NQ/TW" in text
        assert "«" in text
        assert "cancu query --list" in text
        assert "95/KH-UBND" in httpx.get(f"{address}tim", params={"q": "Mộc Châu"}, timeout=30).text
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    assert (tmp_path / "demo-store" / "cancu.json").exists()


def test_demo_without_serving_and_again(cancu: Run, tmp_path: Path) -> None:
    store = tmp_path / "demo"
    first, second = (cancu("demo", "--no-serve", "--store", store) for _ in range(2))
    assert (first.exit_code, first.stderr, second.exit_code) == (0, "", 0)
    assert first.stdout.startswith("12 đã nạp mới")
    assert second.stdout.startswith("12 không đổi\n")
    assert first.stdout.partition("\n")[2] == second.stdout.partition("\n")[2]


def test_what_demo_advises_works(cancu: Run, tmp_path: Path) -> None:
    told = cancu("demo", "--no-serve", "--store", tmp_path / "demo").stdout
    advised = [line.split()[1:] for line in told.splitlines() if line.startswith("  cancu ")]
    assert len(advised) >= 3
    for arguments in advised:
        result = cancu(*arguments)
        assert (result.exit_code, result.stderr) == (0, ""), arguments
        assert len(result.stdout.splitlines()) > 3


def test_a_taken_port_is_told(cancu: Run, library: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = cancu("serve", "--store", library, "--port", port)
    assert result.stderr.startswith(f"cancu: không mở được cổng {port}: ")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_a_store_that_is_not_there_is_told_before_anything_is_served(cancu: Run, tmp_path: Path) -> None:
    result = cancu("serve", "--store", tmp_path / "nope", "--port", 0)
    assert (result.exit_code, result.stdout) == (5, "")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("port", ["70000", "x"])
def test_a_port_that_is_none(cancu: Run, port: str) -> None:
    result = cancu("serve", "--port", port)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_demo_wants_a_folder(cancu: Run) -> None:
    result = cancu("demo", "--store", "http://127.0.0.1:9/sparql", "--lang", "en")
    assert result.stderr == "cancu: this command needs a folder, not the address http://127.0.0.1:9/sparql\n"
    assert result.exit_code == 2
