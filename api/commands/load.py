"""`cancu load`: documents into the store."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from api import ingest, messages
from api.bilingual import INTERRUPTED_EXIT, Session, command, paths_argument
from api.settings import Settings
from api.words import line
from graph.storage.location import open_store
from graph.storage.store import Store
from loaders.files import paths_below
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
    click.echo(as_object(summary, session.lang) if as_json else in_words(summary, session.lang))
    return finish(session, summary)


def run(session: Session, store: Store, paths: tuple[str, ...], settings: Settings) -> ingest.Summary:
    """Loads with a bar on a terminal; each failure is said as it happens. Ctrl+C ends the run in order; a second one
    ends it at once, which loses nothing but the batch at hand."""
    console = Console(stderr=True)
    with _bar(session.lang, console) as bar, _stoppable() as stop:
        total = sum(1 for _ in paths_below(paths)) if console.is_terminal else None
        task = bar.add_task(line("load.reading", session.lang), total=total)

        def result(_: str, error: SourceError | None) -> None:
            if error is not None:
                session.fail(error)

        watch = ingest.Watch(result, session.fail, lambda: bar.advance(task), stop)
        return ingest.load(store, paths, settings, watch)


class _Rate(ProgressColumn):
    """Files a second."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.lang = lang

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.0f} {line('load.rate', self.lang)}")


def _bar(lang: str, console: Console) -> Progress:
    """How far, how fast, and how long still; nothing where nobody looks."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(lang),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )


@contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """Set by the first Ctrl+C; the second one is the system's own."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def asked(*_: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    before = signal.signal(signal.SIGINT, asked)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def in_words(summary: ingest.Summary, lang: str) -> str:
    """One line: what was loaded, and how much of it is doubtful."""
    counts = [(getattr(summary, name), line(f"load.{name}", lang)) for name in COUNTS]
    counts.append((len(summary.failed), line("load.failed", lang)))
    return ", ".join(f"{count} {words}" for count, words in counts if count) or line("load.nothing", lang)


def as_object(summary: ingest.Summary, lang: str) -> str:
    """The summary as JSON: counts; name, code and message of each failure."""
    failures = [
        {"name": error.details.get("name", ""), "code": error.code, "message": messages.of(error, lang)}
        for error in summary.failed
    ]
    counts = {name: getattr(summary, name) for name in COUNTS}
    said = {**counts, "failed": failures, "interrupted": summary.interrupted}
    return json.dumps(said, ensure_ascii=False, indent=2)


def finish(session: Session, summary: ingest.Summary) -> int:
    """The exit code; a line on standard error when something of a larger batch failed, or the run was stopped."""
    if summary.failed and summary.total > 1:
        session.fail(SourceError("load.failed", failed=str(len(summary.failed)), total=str(summary.total)))
    if summary.interrupted:
        session.complain(messages.text("load.interrupted", session.lang, done=str(summary.total)))
        return INTERRUPTED_EXIT
    return SourceError.exit_code if summary.failed else 0
