"""The saved questions, and the editor of queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from graph.answers import Question, Table
from ontology.terms import DEFAULT_BASE
from viz.columns import choices, screen
from viz.links import Site
from viz.pages.frame import render


def questions(questions: Sequence[Question], lang: str = "vi", *, base: str = DEFAULT_BASE) -> str:
    """The saved questions."""
    return render("questions.html", lang, base, Site.questions, questions=questions)


def question(
    question: Question,
    args: Mapping[str, str],
    table: Table | None,
    lang: str = "vi",
    error: str | None = None,
    *,
    base: str = DEFAULT_BASE,
) -> str:
    """A question with its form; with its answer when there is a table; with what is wrong when there is an error."""
    given = {name: value for name, value in args.items() if value}
    return render(
        "question.html",
        lang,
        base,
        lambda site: site.question(question.name, **given),
        question=question,
        args=given,
        table=None if table is None else screen(table, question.columns, Site(base, lang)),
        choices={each.name: choices(each.kind, lang) for each in question.parameters},
        error=error,
        exports=_exports(lambda kind: Site(base, lang).question(question.name, **{**given, "format": kind})),
    )


def sparql(
    query: str = "",
    lang: str = "vi",
    examples: Sequence[Question] = (),
    *,
    error: str | None = None,
    base: str = DEFAULT_BASE,
) -> str:
    """The query editor. examples: saved questions whose SPARQL is offered."""
    return _sparql(query, lang, examples, None, error, base)


def result_table(
    table: Table, query: str, lang: str = "vi", examples: Sequence[Question] = (), *, base: str = DEFAULT_BASE
) -> str:
    """The query editor above the rows that the query gave."""
    return _sparql(query, lang, examples, table, None, base)


def _sparql(
    query: str, lang: str, examples: Sequence[Question], table: Table | None, error: str | None, base: str
) -> str:
    return render(
        "sparql.html",
        lang,
        base,
        lambda site: site.sparql(query),
        sparql_query=query,
        examples=examples,
        table=None if table is None else screen(table, (), Site(base, lang)),
        error=error,
        exports=_exports(lambda kind: Site(base, lang).sparql(query, kind)),
    )


def _exports(address: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(kind.upper(), address(kind)) for kind in ("xlsx", "csv", "json")]
