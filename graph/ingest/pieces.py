"""A witness ready to be written: what deriving needs of it as plain records, and its quads as finished N-Quads.

Making a piece needs nothing but the extraction, so the processes that read files make them, and hand over bytes that
the engine takes without looking at each quad in Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from graph.identity.programmes import Named
from graph.identity.works import Reference
from graph.witness.action_quads import programmes_of
from graph.witness.addresses import entry_iri, source_iri
from graph.witness.links import Link, links_of
from graph.witness.quads import PORTION, Lines, lines
from ontology.records import Extraction

PART_ROWS = 1_000
"""Rows of a register in one transaction."""


@dataclass(frozen=True, slots=True)
class Part:
    """What fits one transaction. written: N-Quads, one a line; references: by IRI, those that `written` states."""

    written: bytes
    references: Mapping[str, Reference]


@dataclass(frozen=True, slots=True)
class Piece:
    """One witness. source: IRI of its graph; parts: one, or several for a long register: the source comes first, the
    fingerprint last. programmes: see `graph.derivation.scope.Incoming`."""

    source: str
    fingerprint: str
    register: bool
    links: tuple[Link, ...]
    programmes: Mapping[str, tuple[Named, str | None]]
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """Bytes of N-Quads."""
        return sum(len(part.written) for part in self.parts)

    @property
    def references(self) -> dict[str, Reference]:
        return {iri: each for part in self.parts for iri, each in part.references.items()}


def piece(extraction: Extraction, base: str) -> Piece:
    """The witness that this extraction is."""
    found = lines(extraction, base)
    return Piece(
        source=source_iri(extraction.source, base),
        fingerprint=found.fingerprint,
        register=extraction.register,
        links=tuple(links_of(extraction, base)),
        programmes=programmes_of(extraction, base),
        parts=tuple(_parts(extraction, found, base)) if extraction.entries else (_part(found.all, found.references),),
    )


def _part(written: list[str], references: Mapping[str, Reference]) -> Part:
    put_together = BytesIO()
    for first in range(0, len(written), PORTION):
        put_together.write("".join(f"{line} .\n" for line in written[first : first + PORTION]).encode())
    return Part(put_together.getvalue(), references)


def _parts(extraction: Extraction, found: Lines, base: str) -> Iterator[Part]:
    """A register in portions: each row's quads with its reference, whatever stands about it."""
    source = source_iri(extraction.source, base)
    portion = {entry_iri(source, entry.line): at // PART_ROWS for at, entry in enumerate(extraction.entries)}
    size = max(portion.values()) + 1
    written: list[list[str]] = [[] for _ in range(size)]
    for line in found.all[:-1]:
        written[portion.get(line[1:].partition(">")[0], 0)].append(line)
    written[-1].append(found.all[-1])
    for number in range(size):
        yield _part(
            written[number], {iri: each for iri, each in found.references.items() if portion.get(iri, 0) == number}
        )
