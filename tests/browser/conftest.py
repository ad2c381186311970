"""The real command serves the sample documents; a headless Chromium of this machine looks at them.

`CHROMIUM` names the program where it is not on the path.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60.0
"""Seconds until the server must answer, also on a busy machine."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed behind each module: two of Playwright's loops cannot run at once."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("BROWSER TESTS LEFT OUT: no Chromium on this machine (install it, or name it in CHROMIUM)")
    expect.set_options(timeout=PATIENCE * 500)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`cancu demo` as a person starts it, on a free port."""
    folder, port = tmp_path_factory.mktemp("demo"), free_port()
    program = str(Path(sys.executable).with_name("cancu"))
    command = [program, "demo", "--store", str(folder / "store"), "--port", str(port)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(f"{url}/health", server, folder / "log")
        yield url
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the server did not come up:\n{log.read_text(encoding='utf-8')}")


@contextmanager
def watched(page: Page, address: str) -> Iterator[Page]:
    """A page that may ask nobody but our own server, and may not complain."""
    strangers: list[str] = []
    complaints: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((f"{address}/", "data:")):
            strangers.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the browser left the page while its icon was still on the way
            complaints.append(f"failed: {request.url}, {request.failure}")

    page.on("request", asked)
    page.on("console", said)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", failed)
    yield page
    assert strangers == [], "the page asked strangers"
    assert complaints == [], "the page complained"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A clerk's screen."""
    opened = browser.new_context(locale="vi-VN", viewport={"width": 1366, "height": 768})
    opened.set_default_timeout(PATIENCE * 500)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    with watched(context.new_page(), address) as opened:
        yield opened
