"""A mention of a programme, as it was seen."""

from __future__ import annotations

from msgspec import Struct


class Named(Struct, frozen=True):
    """One mention in the reading copy. name: without kind and quotes. sure: its own shape proves it a programme."""

    start: int
    end: int
    kind: str
    name: str
    number: str | None = None
    short: str | None = None
    sure: bool = True
    titled: bool = False
    """The name is a title of its own, in quotes or behind a colon."""

    @property
    def called(self) -> str:
        """How people call it: a title stands alone, other names with their kind."""
        if self.number and self.name[:1].isdigit():
            return f"{self.kind} {self.number}"
        return self.name if self.titled else f"{self.kind} {self.name}"
