"""`cancu load`: documents into the store."""

from __future__ import annotations

import json
from collections.abc import Callable

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api import ingest
from api.bilingual import Session, command, paths_argument
from api.settings import Settings
from api.words import line
from graph.store import Store, open_store
from ontology.errors import SourceError

COUNTS = (
    "loaded",
    "updated",
    "unchanged",
    "removed",
    "conflicts",
    "suspicions",
    "unresolved",
    "entries",
    "rows_skipped",
)


@command("load", store=True)
@paths_argument
@click.option("--jobs", type=int)
@click.option("--place")
@click.option("--json", "as_json", is_flag=True)
def load(
    session: Session,
    paths: tuple[str, ...],
    jobs: int | None,
    place: str | None,
    as_json: bool,
    store: str | None,
    update_url: str | None,
) -> int:
    """Everything that can be read is loaded; the summary and the exit code tell of the rest."""
    settings = session.settings(store=store, update_url=update_url, jobs=jobs, place=place)
    opened = open_store(settings.store, update_url=settings.update_url, base=settings.base)
    try:
        summary = run(session, opened, paths, settings)
    finally:
        opened.close()
    click.echo(as_object(summary) if as_json else in_words(summary, session.lang))
    return finish(session, summary)


def run(session: Session, store: Store, paths: tuple[str, ...], settings: Settings) -> ingest.Summary:
    """Loads with a moving count on a terminal; each failure is said as it happens."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"))
    with Progress(
        *columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal, transient=True
    ) as bar:
        task = bar.add_task(line("load.reading", session.lang), total=None)
        return ingest.load(store, paths, settings, _watcher(session, lambda: bar.advance(task)))


def _watcher(session: Session, advance: Callable[[], None]) -> Callable[[ingest.Result], None]:
    def watch(result: ingest.Result) -> None:
        if isinstance(result, SourceError):
            session.fail(result)
        for row in ingest.skipped(result):
            session.fail(row)
        advance()

    return watch


def in_words(summary: ingest.Summary, lang: str) -> str:
    """One line: what was loaded, and how much of it is doubtful."""
    counts = [(getattr(summary, name), line(f"load.{name}", lang)) for name in COUNTS]
    counts.append((len(summary.failed), line("load.failed", lang)))
    return ", ".join(f"{count} {words}" for count, words in counts if count) or line("load.nothing", lang)


def as_object(summary: ingest.Summary) -> str:
    """The summary as JSON: counts, and the name and code of each failure."""
    failures = [{"name": error.details.get("name", ""), "code": error.code} for error in summary.failed]
    return json.dumps(
        {**{name: getattr(summary, name) for name in COUNTS}, "failed": failures}, ensure_ascii=False, indent=2
    )


def finish(session: Session, summary: ingest.Summary) -> int:
    """The exit code; a line on standard error when something of a larger batch failed."""
    if not summary.failed:
        return 0
    if summary.total > 1:
        session.fail(SourceError("load.failed", failed=str(len(summary.failed)), total=str(summary.total)))
    return SourceError.exit_code
