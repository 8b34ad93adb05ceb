"""Pages as the tests read them: fenced blocks, the commands in them, and what is printed held against what the page shows.

In what a page shows, a line `...` stands for any lines and `…` inside a line for any characters; all else is printed as it stands.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_FENCED = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_ANY_LINES = r"(?:[^\n]*\n)*?"
_ANY_CHARACTERS = r"[^\n]*?"
_ID = re.compile(r"\b[0-9a-f]{10,64}(?![0-9a-f])")


class Block(NamedTuple):
    """What stands between two fences: `info` is what the opening one says of it."""

    info: str
    body: str
    line: int  # of the page, where the body begins


class Step(NamedTuple):
    """A command with what the page shows of its output."""

    command: str
    shown: str
    line: int


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    """A script of `docs/`, which is no part of the package."""
    found = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page that say what they are, in order."""
    for match in _FENCED.finditer(text):
        yield Block(match["info"], match["body"], text.count("\n", 0, match.start("body")) + 1)


def steps(console: Block) -> Iterator[Step]:
    """The commands of a console block: each opens with `$ `, what follows is its output."""
    begun: Step | None = None
    for number, line in enumerate(console.body.splitlines(keepends=True)):
        if line.startswith("$ "):
            if begun is not None:
                yield begun
            begun = Step(line[2:].rstrip("\n"), "", console.line + number)
        else:
            assert begun is not None, f"line {console.line + number}: output before any command"
            begun = begun._replace(shown=begun.shown + line)
    if begun is not None:
        yield begun


def shows(shown: str, printed: str) -> bool:
    """Does the page show what is printed? White space at the end of a line counts for nothing."""
    return re.fullmatch("".join(map(_line, shown.splitlines())), _bare(printed)) is not None


def renewed(shown: str, printed: str) -> dict[str, str]:
    """Where the two differ in nothing but ids: each id of the page with the one that was printed in its place. Empty otherwise."""
    old = _ID.findall(shown)
    wild = "".join(_line(line, ids=True) for line in shown.splitlines())
    match = re.fullmatch(wild, _bare(printed))
    return dict(zip(old, match.groups(), strict=True)) if match is not None else {}


def _line(line: str, *, ids: bool = False) -> str:
    if line.strip() == "...":
        return _ANY_LINES
    return _ANY_CHARACTERS.join(_escaped(part, ids=ids) for part in line.rstrip().split("…")) + "\n"


def _escaped(part: str, *, ids: bool) -> str:
    if not ids:
        return re.escape(part)
    around, found = _ID.split(part), _ID.findall(part)
    made = [re.escape(around[0])]
    for id, behind in zip(found, around[1:], strict=True):
        made += [rf"([0-9a-f]{{{len(id)}}})", re.escape(behind)]
    return "".join(made)


def _bare(printed: str) -> str:
    return "".join(line.rstrip() + "\n" for line in printed.splitlines())
