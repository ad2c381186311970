"""Files of one JSON record a line ({"id": …, "text": …}), each a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath

from ontology.errors import SourceError
from ontology.records import Source

JSONL = "application/jsonl"
MEDIA_TYPES: tuple[str, ...] = (JSONL,)
SUFFIXES = frozenset({".jsonl", ".ndjson"})


def accepts(data: bytes, name: str) -> str | None:
    """By its name, as long as it begins like a JSON object (or not at all)."""
    begins = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return JSONL if PurePath(name).suffix.lower() in SUFFIXES and begins[:1] in {b"", b"{"} else None


def records(source: Source) -> Iterator[Source | SourceError]:
    """The records: `id` and `text` of each line; a bad line is reported and the others go on."""
    for number, line in enumerate(source.data.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text, key = record["text"], str(record.get("id", number))
            encoded = text.encode("utf-8")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield SourceError("source.record", name=source.name, line=str(number))
            continue
        yield Source(f"{source.name}#{key}", encoded, "text/plain", id=key)
