"""Every command is documented, with an example; the page of the documentation is what the commands say."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from typer.main import get_command

from atodds.cli.main import app
from tests.cli.conftest import Atodds

ROOT = Path(__file__).parents[2]
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_the_page_is_what_the_commands_say() -> None:
    found = importlib.util.spec_from_file_location("make_cli", ROOT / "docs" / "make_cli.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    assert module.page() == PAGE, "run `python docs/make_cli.py`"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_that_names_it(atodds: Atodds, command: str) -> None:
    shown = atodds(command, "--help")
    assert shown.exit_code == 0
    assert f"Example:\n    atodds {command}" in shown.stdout
    assert f"## `atodds {command}`" in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(command: str) -> None:
    for parameter in get_command(app).commands[command].params:  # type: ignore[attr-defined]
        assert parameter.help, f"{command}: {parameter.name}"


def test_no_command_shows_the_help_and_version_the_version(atodds: Atodds) -> None:
    assert "Commands:" in atodds().stdout
    assert atodds("--version").stdout == "atodds 0.2.0\n"


def test_help_needs_no_database_and_no_reader() -> None:
    """What a command needs is imported when it runs: help must not wait for it."""
    program = (
        "import sys\nfrom atodds.cli.main import main\nsys.argv = ['atodds', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('sqlalchemy', 'trafilatura', 'pypdfium2', 'yaml', 'rich') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


def run(*words: str) -> list[str]:
    return [sys.executable, "-c", "import sys; from atodds.cli.main import main; main()", *words]


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    """`atodds rules | head -1` closes the pipe; nothing is said of it."""
    program = subprocess.Popen(run("rules"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    complaint = program.stderr.read()
    assert (program.wait(), complaint) == (0, b"")


def test_no_command_of_the_help_is_slow_to_answer() -> None:
    """Half a second is the limit of patience; a machine under load gets three."""
    began = monotonic()
    subprocess.run(run("--help"), check=True, capture_output=True)
    assert monotonic() - began < 3
