"""Patterns that are compiled at their first use: all of them compile, and they do what compiled ones do."""

import importlib
import pkgutil
import re

import loaders
from loaders.text import patterns


def _awaited() -> list[tuple[str, patterns._Awaited]]:
    modules = [
        importlib.import_module(each.name)
        for each in pkgutil.walk_packages(loaders.__path__, "loaders.")
        if not each.ispkg
    ]
    return [
        (f"{module.__name__}.{name}", value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, patterns._Awaited)
    ]


def test_every_awaited_pattern_compiles() -> None:
    found = _awaited()
    assert len(found) > 20
    for name, pattern in found:
        assert re.compile(pattern.pattern, pattern.flags), name


def test_an_awaited_pattern_finds_what_a_compiled_one_finds() -> None:
    awaited, compiled = patterns.awaited(r"(?P<n>[0-9]+)"), re.compile(r"(?P<n>[0-9]+)")
    text = "1 và 22, 333"
    assert [m["n"] for m in awaited.finditer(text)] == [m["n"] for m in compiled.finditer(text)]
    assert (awaited.groups, awaited.pattern) == (compiled.groups, compiled.pattern)
    assert awaited.sub("x", text) == compiled.sub("x", text)
