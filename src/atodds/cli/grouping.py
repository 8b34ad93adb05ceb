"""Commands that hold claims of several reports together: which of them speak of one event."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atodds.cli.given import Several, given, only
from atodds.cli.options import LEDGER, LedgerPath
from atodds.cli.terminal import warn

if TYPE_CHECKING:
    from atodds.model.incident import Grouping, Incident


def incidents(
    paths: Several = None,
    ledger: LedgerPath = LEDGER,
    explain: Annotated[str | None, typer.Option(metavar="ID", help="One in full: an incident's or a claim's id, or its beginning.")] = None,
    assignment: Annotated[bool, typer.Option("--assignment", help="For each document the incident that it is mainly about.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Events without violence too: meetings, accusations, marches.")] = False,
    format: Annotated[Literal["table", "jsonl"], typer.Option(help="How they are written.")] = "table",
) -> None:
    """List incidents: claims about one event, across reports.

    A line each, with what most of its claims say of time, place and means, and from the least to the most that anyone says was the
    toll; nothing is added up. Totals ("67 since 2008") are of no incident. Why claims are held to be of one event, and where that is
    unsure, `--explain` says. With paths, these reports alone are read and no ledger is used.

    Example:
      atodds incidents
      atodds incidents --explain 3fa9c1d2
      atodds incidents --assignment reports/

    """
    from msgspec.structs import replace

    from atodds.exchange.jsonl import incident_lines, record_line, write
    from atodds.incidents.grouping import group
    from atodds.incidents.mainly import assignment as assigned
    from atodds.views.incidents import explained, is_violent, listing

    told = given(paths, ledger)
    claims, documents = told.claims, told.documents
    grouping = group(claims, documents, told.judgements)
    if assignment:
        pairs = assigned(claims, documents.values(), grouping)
        write((record_line({"document": document, "incident": incident}) for document, incident in pairs), sys.stdout.buffer)
        return
    by_id = {each.id: each for each in claims}
    if explain is not None:
        for line in explained(_find(grouping, explain), grouping, by_id, documents):
            typer.echo(line)
        return
    found = [each for each in grouping.incidents if every or is_violent(each, by_id)]
    if format == "jsonl":
        write(incident_lines(replace(grouping, incidents=tuple(found))), sys.stdout.buffer)
        return
    for line in listing(found, by_id):
        typer.echo(line)
    if not found:
        warn("no claim speaks of an event; `atodds claims` lists all claims")


COMMANDS = (incidents,)


def _find(grouping: Grouping, asked: str) -> Incident:
    """The one incident that has a claim whose id begins so."""
    found = (each for each in grouping.incidents if any(claim.startswith(asked) for claim in each.claims))
    return only(found, asked, "incident", "`atodds incidents --all` lists them; a total or a statement is of none")
