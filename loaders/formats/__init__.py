"""What is read: one room a format, one registry. Content decides, the name only between texts.

`opened` turns the bytes of a file into sources, those of archives and mails into several; `read` turns a source into
its text. Both are pure: bytes in, values out; nothing but SourceError is raised. The rooms are imported with the first
file that is more than a plain text.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.formats import text
from loaders.formats.base import MEMBER, Container, Document, Format
from loaders.formats.limits import DEPTH, MEMBERS, UNPACKED
from ontology.errors import SourceError
from ontology.records import Source

__all__ = ["Container", "Document", "Format", "media_type", "opened", "read"]


def media_type(data: bytes, name: str) -> str | None:
    """What these bytes are, by their content; None for what nothing here reads."""
    from loaders.formats import registry

    return registry.media_type(data, name)


def opened(name: str, data: bytes) -> Iterator[Source | SourceError]:
    """The source that a file is, or the sources that it holds, in the order of the file. What cannot be read is
    yielded as its error and the rest goes on."""
    yield from _Opening().sources(name, data, 0)


def read(source: Source) -> Document:
    """The document that a source is. Raises SourceError (its format's; source.unsupported for a media type that is no
    document's)."""
    if source.media_type in text.MEDIA_TYPES:
        return text.read(source)
    from loaders.formats import registry  # all formats: what a text or a record does without

    reader = registry.READERS.get(source.media_type)
    if reader is None:
        raise SourceError("source.unsupported", name=source.name)
    return reader.read(source)


class _Opening:
    """One file and everything within it: members and bytes are counted over all of them."""

    def __init__(self) -> None:
        self.members = 0
        self.bytes = 0

    def sources(self, name: str, data: bytes, depth: int) -> Iterator[Source | SourceError]:
        from loaders.formats import jsonl, registry

        kind = registry.media_type(data, name)
        if kind is None:
            yield SourceError(registry.why_not(data, name), name=name)
        elif kind in registry.OPENERS:
            yield from self._members(Source(name, data, kind), registry.OPENERS[kind], depth)
        elif kind == jsonl.JSONL:
            yield from jsonl.records(Source(name, data, kind))
        else:
            yield Source(name, data, kind)

    def _members(self, source: Source, container: Container, depth: int) -> Iterator[Source | SourceError]:
        if depth >= DEPTH:
            yield SourceError("source.nested", name=source.name, limit=str(DEPTH))
            return
        try:
            for member in container.members(source):
                if isinstance(member, SourceError):
                    yield member
                    continue
                name, data = member
                self.members += 1
                self.bytes += len(data)
                if self.members > MEMBERS:
                    raise SourceError("source.members", name=source.name, limit=str(MEMBERS))
                if self.bytes > UNPACKED:
                    raise SourceError("source.bomb", name=source.name, limit=f"{UNPACKED // 1024**2} MB")
                yield from self.sources(f"{source.name}{MEMBER}{name}", data, depth + 1)
        except SourceError as error:
            yield error
