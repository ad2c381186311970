"""Rows about what documents do to each other, and what is doubtful about them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ontology.records import Predicate, SuspicionKind


class RelationPhrase(Struct, frozen=True):
    """A phrase that says what one document does to another.

    phrase: a regular expression without named groups, a blank stands for any run of blanks; see `pattern`.
    position: before_target = it stands before the document acted on (or, inverse, before the acting one);
    after_target = behind the document acted on.
    direction: forward = the speaker, or the document left of the phrase, acts; inverse = the document right of the
    phrase acts on the one left of it ("A được sửa đổi bởi B").
    detail: finer property of the vocabulary, or "". strength: how surely a document behind it is meant.
    """

    id: str
    phrase: str
    position: Literal["before_target", "after_target"]
    predicate: Predicate
    detail: str
    direction: Literal["forward", "inverse"]
    strength: Literal["strong", "medium", "weak"]
    example: str
    counter_example: str
    note: str
    source: str

    @property
    def pattern(self) -> str:
        """For `re`, on text that went through `words.tone` and `lower`; the caller checks word boundaries."""
        return self.phrase.replace(" ", r"\s+")


class PredicateLabel(Struct, frozen=True):
    """How people call a predicate, in both directions. group: column of the pages; strong: says more than a mention.

    super_properties: terms of other vocabularies (prefix:name) that it specialises.
    """

    predicate: Predicate
    label_vi: str
    label_en: str
    inverse: str
    inverse_label_vi: str
    inverse_label_en: str
    group: Literal["basis", "implementation", "change", "report", "cite"]
    strong: bool
    super_properties: tuple[str, ...]
    example: str
    source: str


class SuspicionLabel(Struct, frozen=True):
    """What a kind of suspicion is called, and what it means in one clause."""

    kind: SuspicionKind
    label_vi: str
    label_en: str
    means_vi: str
    means_en: str
    example: str
    source: str
