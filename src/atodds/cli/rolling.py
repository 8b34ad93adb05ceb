"""The command that makes one row an incident of many accounts, by a named policy."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atodds.cli.given import Several, given
from atodds.cli.options import LEDGER, LedgerPath
from atodds.cli.terminal import warn
from atodds.errors import UsageError

if TYPE_CHECKING:
    from atodds.disputes.comparison import Comparison
    from atodds.pipeline import Material
    from atodds.policy.base import Policy, Rolled


def policy(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Which: range, ucdp, acled, ibc, airwars.")] = None,
    paths: Several = None,
    ledger: LedgerPath = LEDGER,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only claims that a person has decided on.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="The whole methodology, and every claim in its words.")] = False,
    format: Annotated[Literal["text", "jsonl", "csv"], typer.Option(help="How the rows are written.")] = "text",
) -> None:
    """Make one row an incident of many accounts, by a named policy.

    Without a name, the policies there are. With one, its methodology in short, then a row for each incident, with the claims behind its
    numbers, those that were suppressed, and why. Nothing is added up that the policy does not name. Claims that nobody has looked at are
    used unless --reviewed is given. With paths, these reports alone are read and no ledger is used. How each policy counts:
    docs/policies.md.

    Example:
      atodds policy
      atodds policy ucdp
      atodds policy ibc --explain reports/
      atodds policy acled --format csv > acled.csv

    """
    from atodds.policy.policies import POLICIES
    from atodds.policy.policies import policy as of_name
    from atodds.views.rolled import listed

    if name is None:
        for line in listed(POLICIES):
            typer.echo(line)
        return
    wanted = of_name(name)
    if reviewed and paths:
        raise UsageError("--reviewed with paths: nobody has decided on a claim that is read just now", "leave one of them out")
    book, basis = _material(paths, ledger, reviewed=reviewed)
    readings = book.compared()
    _print(wanted, _rolled(wanted, book, readings), book, readings, basis, explain=explain, format=format)


COMMANDS = (policy,)


def _material(paths: list[str] | None, ledger: str, *, reviewed: bool) -> tuple[Material, str]:
    """What is rolled up, and the sentence that says so."""
    from msgspec.structs import replace

    from atodds.views.rolled import basis

    book = given(paths, ledger)
    decided = frozenset() if paths else _decided(ledger)
    used = [claim for claim in book.claims if claim.id in decided] if reviewed else book.claims
    told = basis(used, book.documents, None if paths else decided, left=len(book.claims) - len(used))
    return replace(book, claims=tuple(used)), told


def _decided(ledger: str) -> frozenset[str]:
    """The claims on which a decision of a person stands."""
    from atodds.ledger.decisions import standing
    from atodds.ledger.ledger import open_reader

    with open_reader(ledger) as reader:
        return frozenset(held.claim.id for held in reader.claims() if standing(held.decisions))


def _rolled(wanted: Policy, book: Material, readings: Comparison) -> Rolled:
    from atodds.policy.base import Given

    return wanted.roll(
        Given(
            claims=book.claims, documents=book.documents, origins=readings.origins, grouping=readings.grouping,
            revisions=readings.revisions, findings=readings.findings,
        )
    )  # fmt: skip


def _print(
    wanted: Policy, rolled: Rolled, book: Material, readings: Comparison, basis: str, *, explain: bool, format: str
) -> None:
    from atodds.exchange import rolled as written
    from atodds.exchange.jsonl import write
    from atodds.views.rolled import Told, rolled_lines

    if format == "jsonl":
        write(written.lines(wanted, rolled, basis=basis), sys.stdout.buffer)
    elif format == "csv":
        written.write(wanted, rolled, sys.stdout)
        warn(f"{wanted.title}: {wanted.short}\n{basis}\ncsv leaves out: {written.LEAVES_OUT}")
    else:
        told = Told(book.claims, book.documents, readings.grouping.incidents)
        for line in rolled_lines(wanted, rolled, told, basis=basis, explain=explain):
            typer.echo(line)
