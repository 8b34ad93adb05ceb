"""Write `docs/cli.md` from the commands' own help: `python docs/make_cli.py`. A test compares the two."""

from __future__ import annotations

from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from atodds.cli.main import app

PAGE = Path(__file__).with_name("cli.md")
HEAD = """# The command line

*Made from the commands' own help by `docs/make_cli.py`; do not edit.*

Exit codes: 0 done, 1 finished with problems, 2 wrong use or a ledger that cannot be used. Errors are one line on standard error.
Results go to standard output, so that a pipe stays clean. `NO_COLOR` is respected; a pipe never gets colour.
"""


def page() -> str:
    """The whole page, a section for each command."""
    names = list(getattr(get_command(app), "commands"))  # noqa: B009 - typer keeps the type of its groups to itself
    return "\n".join([HEAD, _section([]), *(_section([name]) for name in names)])


def _section(command: list[str]) -> str:
    shown = CliRunner().invoke(app, [*command, "--help"], prog_name="atodds", env={"COLUMNS": "80", "ATODDS_LEDGER": None})
    title = " ".join(["atodds", *command])
    return f"## `{title}`\n\n```text\n{shown.stdout.strip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
