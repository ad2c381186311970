"""Where everything begins: a file, what should be known of how it was read, and stretches of its text."""

from __future__ import annotations

import hashlib

from msgspec import Struct
from msgspec.structs import force_setattr, replace


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of text: code points, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Exactly what was printed there."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Source(Struct, frozen=True):
    """A file as it came: its bytes, under the name that the person gave it.

    `id` is the key of one record in a file that holds many (a line of .jsonl); None for a file that is one document.
    digest: of bytes that are held no longer.
    """

    name: str
    data: bytes
    media_type: str
    id: str | None = None
    digest: str | None = None

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes: what evidence hangs on, not the path."""
        return self.digest or hashlib.sha256(self.data).hexdigest()

    def let_go(self) -> None:
        """Drops the bytes for good, for whoever holds this source; the digest stays. A long text that was made of them
        stands beside them else. The only change that a record knows: whoever reads a source may do so no more."""
        force_setattr(self, "digest", self.sha256)
        force_setattr(self, "data", b"")

    def without_bytes(self) -> Source:
        """The same for those who only say what it was."""
        return replace(self, data=b"", digest=self.sha256)


class Note(Struct, frozen=True):
    """What a person should know of how a source was read, without its being an error: a code of `api.messages`, and
    what fills its placeholders."""

    code: str
    details: tuple[tuple[str, str], ...] = ()
