"""What the page of a document shows of its header: who signed it, whom it was sent to."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers import HeaderAnswer, RecipientAnswer
from viz.links import Site

QUESTION = "sent-to"
"""The saved question that tells what else a body received."""

SHOWN = 12
"""Recipients of a role that are open at once; the rest waits behind a fold."""


@dataclass(frozen=True, slots=True)
class Line:
    """One recipient. href: where it is printed; others: what else its body received, None where no table knows it.
    named: those whom it means by an article."""

    recipient: RecipientAnswer
    href: str
    others: str | None
    named: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The recipients of one role: addressee, copy, file. rest: those beyond the first."""

    role: str
    count: int
    lines: tuple[Line, ...]
    rest: tuple[Line, ...]


def groups(header: HeaderAnswer | None, site: Site) -> tuple[Group, ...]:
    """Addressees, copies, file, each in the order of the text; what an article names stands below its entry."""
    if header is None:
        return ()
    found = []
    for role in ("addressee", "copy", "file"):
        entries = [each for each in header.recipients if each.role == role]
        lines = tuple(_line(each, header, site) for each in entries if each.through is None)
        if lines:
            found.append(Group(role, len(entries), lines[:SHOWN], lines[SHOWN:]))
    return tuple(found)


def _line(recipient: RecipientAnswer, header: HeaderAnswer, site: Site) -> Line:
    refers = recipient.refers == "article" and recipient.through is None
    named = (each for each in header.recipients if refers and each.through == recipient.name)
    return Line(
        recipient,
        site.source(header.source, recipient.start, recipient.end),
        site.question(QUESTION, recipient=recipient.body) if recipient.body else None,
        tuple(_line(each, header, site) for each in named),
    )
