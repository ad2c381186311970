"""click in two languages: help comes from `data/help.csv`, every error is one line from `data/messages.csv`.

The table's keys: `<command>` one line, `<command>.more` what it does and examples, `<command>.<parameter>` or, shared
by several commands, `<parameter>`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from api import messages
from api.settings import LANGUAGES, Settings, UsageError, read
from api.words import pick, table
from ontology.errors import CancuError

USAGE_EXIT, INTERRUPTED_EXIT = 2, 130


class Session:
    """One run of the command line: in which language it speaks, known before anything is parsed or can fail."""

    def __init__(self, arguments: Sequence[str]) -> None:
        named = [value for name, value in pairwise(arguments) if name == "--lang"]
        joined = [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
        self.lang = [os.environ.get("CANCU_LANG") or "vi", *named, *joined][-1]

    def settings(self, **flags: object) -> Settings:
        """The settings of this run; flags that are None were not given."""
        return read(os.environ, lang=self.lang, **flags)

    def complain(self, line: str) -> None:
        """One line on standard error."""
        click.echo(f"cancu: {line}", err=True)

    def fail(self, error: CancuError) -> int:
        """Says on standard error what happened; the exit code to end with."""
        self.complain(messages.of(error, self.lang))
        return error.exit_code


def _lang(context: click.Context) -> str:
    session = context.find_object(Session)
    return session.lang if session else "vi"


class Command(click.Command):
    """A command whose help is found in the table under its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False))

    def words(self, key: str, lang: str) -> str:
        return pick("help", f"{self.name}.{key}", lang) or pick("help", key, lang) or ""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        prefix = pick("help", "_usage", _lang(ctx)) or ""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{prefix}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for key in (str(self.name), f"{self.name}.more"):
            if words := pick("help", key, _lang(ctx)):
                formatter.write_paragraph()
                with formatter.indentation():
                    formatter.write_text(words)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = _lang(ctx)
        with formatter.section(pick("help", "_options", lang) or ""):
            formatter.write_dl([(_title(param, ctx), self.words(_key(param), lang)) for param in self.get_params(ctx)])


def _key(param: click.Parameter) -> str:
    return str(param.name) if isinstance(param, click.Argument) else param.opts[-1]


def _title(param: click.Parameter, ctx: click.Context | None) -> str:
    """What people call it: "--jobs INTEGER" in the help (ctx), "--jobs" elsewhere; PATHS."""
    if isinstance(param, click.Option) and ctx is None:
        return param.opts[-1]
    record = param.get_help_record(ctx) if isinstance(param, click.Option) and ctx else None
    return record[0] if record else param.human_readable_name.upper()


class Group(Command, click.Group):
    """Commands by name, each imported only when it runs; the list of them comes from the table alone.

    lazy: name → "module:attribute".
    """

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        module, _, attribute = self.lazy[cmd_name].partition(":")
        found = getattr(import_module(module), attribute)
        assert isinstance(found, click.Command)  # noqa: S101 - the table is ours
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.lazy:
            raise UsageError("usage.command", name=args[0], help=f"{ctx.command_path} --help")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = _lang(ctx)
        with formatter.section(pick("help", "_commands", lang) or ""):
            formatter.write_dl([(name, pick("help", name, lang) or "") for name in self.lazy])
        super().format_options(ctx, formatter)

    def main(self, args: Sequence[str] | None = None, *others: Any, **kwargs: Any) -> Any:
        """Runs and ends the process: 0 when all went well, else one line on standard error and the error's own code."""
        arguments = list(sys.argv[1:] if args is None else args)
        session = Session(arguments)
        kwargs |= {"standalone_mode": False, "obj": session}
        try:
            sys.exit(super().main(arguments, *others, **kwargs) or 0)
        except click.Abort:
            session.complain(messages.text("run.interrupted", session.lang))
            sys.exit(INTERRUPTED_EXIT)
        except click.ClickException as error:
            session.complain(_usage_line(error, session.lang))
            sys.exit(USAGE_EXIT)
        except CancuError as error:
            sys.exit(session.fail(error))
        except OSError as error:  # a full disk; a pipe that nobody reads ends quietly in click
            sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - nothing more can be said there
            reason = error.strerror or str(error)
            where = error.filename if isinstance(error.filename, str) else ""
            told = (
                CancuError("run.file", name=where, reason=reason) if where else CancuError("run.system", reason=reason)
            )
            sys.exit(session.fail(told))


def _usage_line(error: click.ClickException, lang: str) -> str:
    context = getattr(error, "ctx", None)
    help_command = f"{context.command_path if context else 'cancu'} --help"
    if isinstance(error, click.NoSuchOption):
        return messages.text("usage.option", lang, name=error.option_name, help=help_command)
    param = error.param if isinstance(error, click.BadParameter) else None
    if param is not None and isinstance(error, click.MissingParameter):
        return messages.text("usage.missing", lang, name=_title(param, None), help=help_command)
    if param is not None and isinstance(error, click.BadParameter):
        return _value_line(param, error.message, lang)
    return messages.text("usage.arguments", lang, reason=error.format_message(), help=help_command)


def _value_line(param: click.Parameter, reason: str, lang: str) -> str:
    """What a parameter takes instead of what was given."""
    name, kind = _title(param, None), param.type
    if isinstance(kind, click.Choice):
        return messages.text("usage.choice", lang, name=name, offered=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return messages.text("usage.range", lang, name=name, low=str(kind.min), high=str(kind.max))
    if kind is click.INT:
        return messages.text("usage.number", lang, name=name)
    return messages.text("usage.value", lang, name=name, reason=reason)


def _not_empty(_: click.Context, param: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    if "" in paths:
        raise UsageError("usage.no_paths")
    return paths


paths_argument = click.argument("paths", nargs=-1, required=True, callback=_not_empty)


def command(name: str, *, store: bool = False) -> Callable[[Callable[..., object]], Command]:
    """A command; the function gets the `Session` first. store: adds --store and --update-url."""

    def made(function: Callable[..., object]) -> Command:
        described = click.pass_obj(function)
        if store:
            described = click.option("--update-url")(click.option("--store")(described))
        return click.command(name, cls=Command)(described)

    return made


def texts() -> Mapping[str, Mapping[str, str]]:
    """The whole table of help."""
    return table("help")
