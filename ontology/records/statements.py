"""What one document does to another, and why it was read so."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records.source import Span

Predicate = Literal[
    "basedOn",
    "implements",
    "reportsOn",
    "amends",
    "replaces",
    "repeals",
    "guides",
    "corrects",
    "suspends",
    "promulgates",
    "cites",
]
"""What one document does to another; local names of the properties in `ontology/vocabulary.ttl`."""


Scope = Literal["clause", "coordination", "list", "behind", "issued", "mention"]
"""clause: the cue stands before the document in its clause; coordination: the neighbour's relation was inherited; list:
from the lead-in above; behind: the cue stands behind the document; issued: a document issued to implement another;
mention: no cue at all."""


class Why(Struct, frozen=True, gc=False):
    """Why a statement was read. All spans in the original text.

    cue: the words of the phrase row. title: the title that the mention stands in, whose document is the subject.
    through: what the relation came by: the coordinated neighbour, the lead-in of the list, the verb of issuing.
    """

    scope: Scope
    cue: Span | None = None
    title: Span | None = None
    through: Span | None = None


class Statement(Struct, frozen=True, gc=False):
    """Subject does something to object, and `span` is the evidence (the cue up to the end of the object's mention; of
    an item below "Sửa đổi một số điều của X", up to the end of the provision: `why.through` is the mention of X).

    subject, object: ids of `Work`s of the same extraction, or SELF. rule: id of the phrase row that fired.
    sentence: the whole sentence (or list item) around the span, for people to read. why: what decided, to be looked at.
    provision: of a change (amends, replaces, repeals, corrects, suspends), what it touches of the object ("khoản 2 Điều
    5"), as printed on one line. effective: ISO day from which the change holds, where the sentence says it.
    """

    subject: str
    predicate: Predicate
    object: str
    span: Span
    sentence: Span
    rule: str
    why: Why | None = None
    provision: str | None = None
    effective: str | None = None

    @property
    def lead(self) -> Span | None:
        """The lead-in or heading that a list item takes its relation from, where it stands outside of `sentence`: the
        item alone does not say what is done ("Bãi bỏ các văn bản sau:" above "1. Thông tư …")."""
        through = self.why.through if self.why is not None and self.why.scope == "list" else None
        if through is None or (self.sentence.start <= through.start and through.end <= self.sentence.end):
            return None
        return through
