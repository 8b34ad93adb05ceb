"""The command that lays accounts side by side: who says how many."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atodds.cli.given import Several, only
from atodds.cli.options import LEDGER, LedgerPath
from atodds.cli.terminal import warn
from atodds.errors import NoSuchFile, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atodds.model.claim import Claim
    from atodds.pipeline import Material
    from atodds.views.compare import Compared

_ID = re.compile(r"(?=[a-f]*\d)[0-9a-f]{6,64}")  # "facade" is a word, "2012" a year


def compare(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="Words in quotation marks, or the id of a claim or incident.")],
    paths: Several = None,
    ledger: LedgerPath = LEDGER,
    svg: Annotated[str | None, typer.Option("--svg", metavar="FILE", help="Draw it into this file, to print and to cite.")] = None,
    width: Annotated[int, typer.Option("--width", metavar="PIXELS", help="How wide the picture is; 400 fits a telephone.")] = 960,
    format: Annotated[Literal["text", "csv", "jsonl"], typer.Option(help="How it is written; csv and jsonl leave no lane out.")] = "text",
) -> None:
    """Say who says how many, side by side.

    The question is words - what is counted, whom, by what means, where, when, by whose word - or the id of a claim, or its beginning: then
    all figures of its incident are shown, or, for a total, all whose scope meets its own. What was understood is printed back, and what was
    not is said. Each claim is one lane; those about something else stand apart with the reason. Nothing is added up.

    Example:
      atodds compare "civilians killed by drones in Pakistan since 2008"
      atodds compare "people killed in Karachi, October 2007" --svg karachi.svg
      atodds compare 8a52e8c190 --format csv
      atodds compare "children wounded in Ghundi Kala" report.pdf other.html

    """
    book = _material(paths, ledger)
    compared, cited = _compared(question, book), _cited(_source(paths, ledger, book))
    if svg is not None:
        _draw(compared, cited, svg, width)
    _print(compared, cited, format)
    if not compared.lanes:
        warn("no claim answers this; leave a word out, or look into `atodds claims`")


COMMANDS = (compare,)


def _material(paths: list[str] | None, ledger: str) -> Material:
    """What is compared; words without quotation marks, which look like files, are told so."""
    from atodds.cli.given import given

    try:
        return given(paths, ledger)
    except NoSuchFile as error:
        raise NoSuchFile(error.message, "a question of several words stands in quotation marks") from None


def _compared(question: str, book: Material) -> Compared:
    """The question and its answers, with the incidents, voices and disputes of all claims there are."""
    from atodds.views.asking import Asked, asking
    from atodds.views.compare import compare as side_by_side

    asked: Asked | Claim = _claim(book.claims, question) if _ID.fullmatch(question) else asking(question)
    if isinstance(asked, Asked) and not asked.wanted:
        raise UsageError(f"nothing of {question!r} was understood", 'ask as in "civilians killed by drones in Pakistan since 2008"')
    found = book.compared()
    return side_by_side(
        asked, book.claims, book.documents, grouping=found.grouping, origins=found.origins, revisions=found.revisions,
        findings=found.findings,
    )  # fmt: skip


def _claim(claims: Sequence[Claim], id: str) -> Claim:
    """The claim of an id, or of the beginning of one; an incident bears the id of one of its claims."""
    found = {each.id: each for each in claims if each.id.startswith(id)}
    return only(found.values(), id, "claim", "`atodds claims` lists those of a ledger, `atodds extract` those of reports")


def _source(paths: Sequence[str] | None, ledger: str, book: Material) -> str:
    """Where it comes from: the end of the ledger, by which it can be found again, or how many reports."""
    from atodds.vocab.shown import many

    if paths:
        return f"{many(len(book.documents), 'report')}, no ledger"
    from atodds.ledger.ledger import open_reader

    with open_reader(ledger) as reader:
        head = reader.head()
    return f"ledger head {head.seq} {head.digest[:16]}"


def _cited(source: str) -> list[str]:
    from atodds import __version__

    return [f"AtOdds {__version__}, {_today().isoformat()}, {source}.", "`atodds show ID` leads from the id of a claim to its words."]


def _today() -> date:
    """The day that is written under an export; SOURCE_DATE_EPOCH sets it, so that a build can be repeated."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(given), UTC) if given and given.isdecimal() else datetime.now(UTC)
    return moment.date()


def _draw(compared: Compared, cited: Sequence[str], path: str, width: int) -> None:
    from atodds.exchange.files import writing
    from atodds.views.chart import NARROWEST, svg

    if width < NARROWEST:
        raise UsageError(f"--width {width} is too narrow for words and an axis", f"give {NARROWEST} or more")
    with writing(path, sys.stdout.buffer) as out:
        out.write(svg(compared, cited=cited, wide=width).encode("utf-8", "replace"))


def _print(compared: Compared, cited: Sequence[str], format: str) -> None:
    from atodds.exchange import compared as written
    from atodds.exchange.jsonl import write
    from atodds.views.plot import plot

    if format == "jsonl":
        write(written.json_lines(compared), sys.stdout.buffer)
    elif format == "csv":
        written.write_csv(compared, sys.stdout)
    else:
        typer.echo(plot(compared, cited=cited), nl=False)
