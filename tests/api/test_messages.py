"""Every error that the house can raise has its line, in both languages, with placeholders that its raisers fill."""

from __future__ import annotations

import ast
import errno
import os
import re
import string
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from api import messages
from api.words import table
from ontology.errors import SourceError
from viz.labels import catalogue

PACKAGES = ("ontology", "graph", "loaders", "viz", "api")


def raised() -> Iterator[tuple[str, frozenset[str], bool, str]]:
    """(code, names of details, whether more details come by **, where) of every error that is made in the tree."""
    for package in PACKAGES:
        for file in sorted(Path(str(files(package))).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func).endswith("Error") and node.args:
                    yield from _codes(node, f"{package}/{file.name}:{node.lineno}")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def spelled() -> Iterator[tuple[str, str]]:
    """(code, where) of every string in the floors below that looks like the code of an error of theirs."""
    for package in ("ontology", "graph", "loaders"):
        for file in sorted(Path(str(files(package))).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                    yield node.value, f"{package}/{file.name}:{node.lineno}"


def _codes(call: ast.Call, where: str) -> Iterator[tuple[str, frozenset[str], bool, str]]:
    names = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
    for node in ast.walk(call.args[0]):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_code(node.value):
            yield node.value, names, any(keyword.arg is None for keyword in call.keywords), where


def _is_code(value: str) -> bool:
    room, dot, what = value.partition(".")
    return bool(dot) and all(
        part.isascii() and part.replace("_", "").isalpha() and part.islower() for part in (room, what)
    )


CODE = re.compile(r"(source|query|store|document)\.[a-z_]+")


def placeholders(line: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(line) if name}


def test_the_tree_raises_errors_at_all() -> None:
    assert {"source.empty", "store.base", "query.syntax", "settings.value"} <= {code for code, *_ in raised()}
    assert "store.locked" in {code for code, _ in spelled()}


def test_every_spelled_code_has_a_line() -> None:
    for code, where in spelled():
        assert code in table("messages"), f"{where} spells {code}: no line in api/data/messages.csv"


def test_every_raised_code_has_a_line_whose_placeholders_are_filled() -> None:
    lines = table("messages")
    for code, names, more, where in raised():
        assert code in lines, f"{where} raises {code}: no line in api/data/messages.csv"
        for lang in ("vi", "en"):
            missing = placeholders(lines[code][lang]) - names
            assert more or not missing, f"{where} raises {code} without {missing}"


@pytest.mark.parametrize("name", ["messages", "help", "lines", "system"])
def test_both_languages_are_there_and_agree_on_placeholders(name: str) -> None:
    for key, words in table(name).items():
        assert words["vi"].strip() and words["en"].strip(), key
        assert placeholders(words["vi"]) == placeholders(words["en"]), key


def test_no_line_is_left_over() -> None:
    """A code whose raiser is gone would be translated for nothing."""
    source = "".join(
        file.read_text("utf-8") for package in PACKAGES for file in sorted(Path(str(files(package))).rglob("*.py"))
    )
    for code in table("messages"):
        assert f'"{code.removesuffix(".at")}"' in source, code
    for key in table("lines"):
        room, _, value = key.partition(".")
        composed = room == "explain" and re.search(rf'[".]{re.escape(value.partition(".")[2])}"', source)
        assert f'"{key}"' in source or composed or room in {"load", "store"}, key


def test_a_line_stays_one_line_whatever_a_file_is_called() -> None:
    error = SourceError("source.empty", name="a\nb\x1b[31m\u202e.txt")
    assert messages.of(error, "en") == "a b [31m .txt: the file is empty, it holds no words"


@pytest.mark.parametrize(("number", "vi"), [(errno.EACCES, "không có quyền truy cập"), (errno.ENOSPC, "đĩa đã đầy")])
def test_what_the_system_says_is_said_in_the_language_of_the_reader(number: int, vi: str) -> None:
    error = SourceError("source.unreadable", name="x.txt", reason=os.strerror(number))
    assert messages.of(error, "vi") == f"không đọc được x.txt: {vi}"
    assert messages.of(SourceError("source.unreadable", name="x", reason="kaput"), "vi").endswith(": kaput")


def test_every_name_of_a_system_error_is_one() -> None:
    assert all(hasattr(errno, name) for name in table("system"))


def test_the_language_chooses_the_line() -> None:
    error = SourceError("source.missing", name="x.txt")
    assert messages.of(error, "vi") == "không tìm thấy x.txt"
    assert messages.of(error, "en") == "x.txt not found"


def test_every_note_has_words_on_the_pages_too() -> None:
    notes = {key for key in table("messages") if key.startswith("note.")}
    assert notes
    assert notes == {key for key in catalogue() if key.startswith("note.")}
