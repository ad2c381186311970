"""An extraction as JSON text, written piece by piece: the object of `api.contract`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

from api.contract import Json, members
from ontology.records import Extraction

SURROGATE = re.compile("[\ud800-\udfff]")
"""A half of a letter, as broken names of files and records hold it; no UTF-8 can say it."""

SOME = 256
"""Members of a list that are written at one time."""


def written(
    extraction: Extraction,
    *,
    with_text: bool = False,
    explained: bool = False,
    with_structure: bool = False,
    indent: int | None = None,
) -> Iterator[str]:
    """The object as JSON, on one line or indented, piece by piece: all of it would be larger than what it is made from.
    Lone surrogates of a broken text are written as escapes, and then all that is no ASCII."""

    def pieces(*, ascii_only: bool) -> Iterator[str]:
        named = members(extraction, with_text, explained, with_structure)
        return _pieces(named, json.JSONEncoder(ensure_ascii=ascii_only, indent=indent), indent)

    source = extraction.source
    may_break = any(map(SURROGATE.search, (extraction.text, source.name, source.id or "")))
    return pieces(ascii_only=may_break and any(map(SURROGATE.search, pieces(ascii_only=False))))


def _pieces(
    named: Iterator[tuple[str, Json | str | Iterator[Json]]], encoder: json.JSONEncoder, indent: int | None
) -> Iterator[str]:
    begin = "" if indent is None else "\n" + " " * indent
    between = ", " if indent is None else ","
    parted = "{"
    for name, value in named:
        yield f"{parted}{begin}{encoder.encode(name)}: "
        parted = between
        if not isinstance(value, Iterator):
            yield encoder.encode(value).replace("\n", begin)
            continue
        opened = "["
        while some := list(islice(value, SOME)):
            yield opened + encoder.encode(some)[1:-1].rstrip("\n").replace("\n", begin)
            opened = between
        yield "[]" if opened == "[" else f"{begin}]"
    yield "}" if indent is None else "\n}"
