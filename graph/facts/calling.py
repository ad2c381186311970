"""By what title a document is called on pages and sheets."""

from __future__ import annotations

from graph.identity.keys import fold
from graph.identity.works import Work
from ontology import laws


def title_of(work: Work) -> str | None:
    """The title that is shown, of a law the name that it goes by where nobody states one; None without either.

    A document prints its own title in capitals: where a source writes the same one in small letters, that is shown.
    Laws are called with their type word, whoever leaves it out or adds the year (`laws.called`).
    """
    type_ = work.chosen("type")
    title = work.chosen("title") or (work.chosen("name") if any(each.number for each in work.references) else None)
    if title is not None and title.isupper():
        title = min((each for each in work.titles if not each.isupper() and fold(each) == fold(title)), default=title)
    return title if title is None or type_ is None else laws.called(type_, title)
