"""The command line, `cancu`: the list of commands, each imported only when it runs, and the door of the process."""

from __future__ import annotations

import io
import sys

import click

from api.bilingual import Group, Session
from api.owners import installed_version, refuse_strangers
from ontology.errors import CancuError

COMMANDS = {
    name: f"api.commands.{name}:{name}"
    for name in ("demo", "load", "forget", "extract", "query", "chain", "serve", "export")
}


@click.command("cli", cls=Group, lazy=COMMANDS, invoke_without_command=True)
@click.version_option(installed_version(), prog_name="cancu", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """What all commands share is in `Group`; without a command this is help."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """The console script: prints UTF-8 wherever it prints, and refuses to run on a stranger's modules."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        refuse_strangers()
    except CancuError as error:
        sys.exit(Session(sys.argv).fail(error))
    cli.main(prog_name="cancu")
