"""What lies in the repository: locks that cover what is declared, and nothing of the machine that wrote it."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
RUNTIME, DEV = ROOT / "requirements" / "runtime.txt", ROOT / "requirements" / "dev.txt"
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;]+)", re.MULTILINE)

MACHINE_PATH = re.compile(r"(?:^|[^\w.])/(?:work|root|farm)/", re.MULTILINE)
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "registry." + "npmjs", "deb." + "debian", "proxy." + "golang")


def tracked() -> list[Path]:
    """Files that belong to the repository."""
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def declared(*groups: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = list(project["project"]["dependencies"])
    for group in groups:
        lines += [line for line in project["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


def pinned(lock: Path) -> dict[str, list[str]]:
    """Name → versions; more than one where platforms or Pythons differ."""
    versions: dict[str, list[str]] = {}
    for pin in PIN.finditer(lock.read_text(encoding="utf-8")):
        versions.setdefault(canonicalize_name(pin["name"]), []).append(pin["version"])
    return versions


@pytest.mark.parametrize(("lock", "groups"), [(RUNTIME, ("build",)), (DEV, ("build", "dev"))], ids=["runtime", "dev"])
def test_locks_cover_what_is_declared(lock: Path, groups: tuple[str, ...]) -> None:
    pins = pinned(lock)
    for requirement in declared(*groups):
        versions = pins.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {lock.name}: run make lock"
        assert all(version in requirement.specifier for version in versions), (requirement, versions)


def test_both_locks_choose_the_same_versions() -> None:
    """Installing the second over the first changes nothing that runs."""
    runtime, dev = pinned(RUNTIME), pinned(DEV)
    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("lock", [RUNTIME, DEV], ids=["runtime", "dev"])
def test_locks_hold_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert not re.search(r"^\s*(?:-i|-f|--index|--extra-index|--find-links|#)", text, re.MULTILINE)


def test_nothing_of_one_machine_is_written_down() -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        if MACHINE_PATH.search(text) or any(host in text for host in REGISTRIES):
            found.append(path.relative_to(ROOT).as_posix())
    assert found == []


@pytest.mark.parametrize("written", ['open("/wo' + 'rk/main")', "cd /ro" + "ot/x"])
def test_paths_of_machines_are_recognised(written: str) -> None:
    assert MACHINE_PATH.search(written)


def test_texts_are_utf8_with_unix_line_ends() -> None:
    """Offsets of evidence count characters of the samples: a converted line end would move them all."""
    for path in tracked():
        if path.suffix in {".py", ".txt", ".csv", ".md", ".ttl", ".rq", ".html", ".css", ".js", ".json", ".toml"}:
            data = path.read_bytes()
            assert b"\r\n" not in data, path
            data.decode("utf-8")
