"""`atodds`: the command itself, how it fails, and its groups of commands in the order of a recorder's day."""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from atodds import __version__
from atodds.cli import comparing, deciding, disputing, exchanging, grouping, keeping, looking, reading, rolling
from atodds.cli.terminal import warn
from atodds.errors import AtOddsError

FAILED = 2  # exit: the caller's mistake, or a ledger that cannot be used; 1 is "finished, with problems"


class Commands(TyperGroup):
    """Commands whose errors are one line on standard error, with what to do."""

    def main(self, *args: Any, **extra: Any) -> Any:
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except AtOddsError as error:
            _fail(str(error))
        except TyperException as error:
            _fail(f"{error.format_message().rstrip('.')}; {_hint(error)}")
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # `atodds claims | head`: the reader has what it wanted; nothing more is written, not even at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None


def _fail(line: str) -> None:
    warn(f"atodds: {line}")
    sys.exit(FAILED)


def _hint(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"see `{context.command_path} --help`" if context is not None else "see `atodds --help`"


app = typer.Typer(
    cls=Commands, name="atodds", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip


def laid_out(command: Callable[..., None]) -> str:
    """A command's docstring as its help; the lines of an example keep their breaks, which a backspace tells the formatter."""
    return re.sub(r"^(Example|Exit):", "\b\n\\1:", inspect.getdoc(command) or "", flags=re.MULTILINE)


@app.callback(invoke_without_command=True)
def atodds(
    context: typer.Context, version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False
) -> None:
    """Keep a ledger of who claims what in reports of armed conflict.

    Figures, events, blame and statements stay tied to the words that carry them. Nothing is added up, nothing is judged.
    """
    if version:
        typer.echo(f"atodds {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


for group in (reading, looking, grouping, disputing, comparing, rolling, deciding, exchanging, keeping):
    for command in group.COMMANDS:
        app.command(command.__name__.rstrip("_"), help=laid_out(command))(command)  # `import` is a word of Python


def main() -> None:
    """Run the command line; leaves with 0, 1 (finished, with problems) or 2."""
    app()
