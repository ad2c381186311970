"""What every format is behind: bytes it accepts, and the text it reads from them.

A format is a room (module) of its own with two functions; a container is one whose members are files of their own.
Both are chosen by the content of the file; its name only decides between texts (.csv, .md, .jsonl). The bytes are never
trusted: no format opens an address, follows an entity or unpacks more than `limits` allow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from ontology.errors import SourceError
from ontology.origin import Origin
from ontology.records import Note, Source


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader sees of a source. text: one line a paragraph or a row of a table (cells parted by tabs); origin:
    the pages behind it; notes: what a person should know of how it was read."""

    text: str
    origin: Origin = field(default_factory=Origin)
    notes: tuple[Note, ...] = ()


class Format(Protocol):
    """A kind of file that holds one document."""

    @property
    def MEDIA_TYPES(self) -> tuple[str, ...]:
        """What it reads."""

    def accepts(self, data: bytes, name: str) -> str | None:
        """The media type under which it reads these bytes; None when they are not its kind. Looks at the beginning
        only, and never raises."""

    def read(self, source: Source) -> Document:
        """The document. Raises SourceError, and nothing else, for bytes that cannot be read."""


class Container(Protocol):
    """A kind of file that holds other files."""

    @property
    def MEDIA_TYPES(self) -> tuple[str, ...]:
        """What it opens."""

    def accepts(self, data: bytes, name: str) -> str | None:
        """As for a format."""

    def members(self, source: Source) -> Iterator[tuple[str, bytes] | SourceError]:
        """Name (below the container) and bytes of each member in the order of the file; what cannot be read as its
        error."""


MEMBER = "!/"
"""Between the name of a container and the name of its member: "a.zip!/b/c.docx"."""
