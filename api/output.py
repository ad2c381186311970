"""Where answers go: a file, a pipe, or a terminal that takes no binary data."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.settings import UsageError


def write(content: str | bytes, output: str | None, kind: str) -> None:
    """Writes to the file `output`, or to standard output. Raises `UsageError`: output.failed, output.terminal."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    if output is not None:
        try:
            Path(output).write_bytes(data)
        except OSError as error:
            raise UsageError("output.failed", name=output, reason=error.strerror or str(error)) from error
    elif isinstance(content, bytes):
        if on_terminal():
            raise UsageError("output.terminal", format=kind)
        click.echo(content, nl=False)
    else:
        click.echo(content, nl=not content.endswith("\n"))


def on_terminal() -> bool:
    """Does standard output go to a screen?"""
    return sys.stdout.isatty()
