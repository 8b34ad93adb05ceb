"""Commands that look into the ledger: claims, one claim or document, the sheet, the documents, the rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atodds.cli.options import LEDGER, AsJson, LedgerPath, interval
from atodds.cli.terminal import colours, warn
from atodds.errors import NoSuchRecord
from atodds.model.claim import Author, Kind, Stance, Status
from atodds.model.figure import Category, Measure

if TYPE_CHECKING:
    from atodds.ledger.ledger import Filter, Held, LedgerReader

_BRIGHT = ("\x1b[1;33m", "\x1b[0m")


def claims(
    ledger: LedgerPath = LEDGER,
    kind: Annotated[Kind | None, typer.Option(help="What is claimed; statements are listed only when asked for.")] = None,
    measure: Annotated[Measure | None, typer.Option(help="What is counted.")] = None,
    category: Annotated[Category | None, typer.Option(help="Who is counted.")] = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who says it, by any part of the name.")] = None,
    voice: Annotated[str | None, typer.Option(metavar="NAME", help="Anyone in the chain, by any part of the name.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="The place as written, or a country's three letters.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day, month or year.")] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="Only of this document: id, its beginning, or file name.")] = None,
    author: Annotated[Author | None, typer.Option(help="What the report itself does with the claim.")] = None,
    means: Annotated[str | None, typer.Option(metavar="KEY", help="By what means: drone, airstrike, bomb ...")] = None,
    type: Annotated[str | None, typer.Option(metavar="KEY", help="Of an event, by PLOVER: assault, coerce, consult ...")] = None,
    mode: Annotated[str | None, typer.Option(metavar="KEY", help="Of an event: drone, arrest, meet ...")] = None,
    agent: Annotated[str | None, typer.Option(metavar="NAME", help="Who did it, by any part of the name.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="NAME", help="To whom an event was done, by any part of the name.")] = None,
    accused: Annotated[str | None, typer.Option(metavar="NAME", help="Who is held responsible, by any part of the name.")] = None,
    status: Annotated[Status | None, typer.Option(help="Of an event: why it is no occurrence.")] = None,
    stance: Annotated[Stance | None, typer.Option(help="What its speaker does with the claim.")] = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="Those that a person rejected; they are left out otherwise.")] = False,
    format: Annotated[Literal["table", "json", "csv"], typer.Option(help="How they are written.")] = "table",
    json: AsJson = False,
) -> None:
    """List claims. Nothing is added up.

    Values are shown as people corrected them; `atodds show` tells what was decided. Statements are all that anyone is said to say, think
    or want; they are many, so only `--kind statement` lists them.

    Example:
      atodds claims --measure killed --category civilian --from 2012 --to 2013
      atodds claims --speaker "Ministry of Defence" --json
      atodds claims --kind event --type assault --agent Taliban --place Karachi
      atodds claims --kind responsibility --accused army
      atodds claims --kind statement --speaker Khan

    """
    from atodds.ledger.ledger import Filter, open_reader
    from atodds.views.names import find

    first, last = interval(since, "--from"), interval(until, "--to")
    with open_reader(ledger) as reader:
        asked = Filter(
            document=find(reader, document).id if document is not None else None, kind=kind,
            measure=measure, category=category, speaker=speaker,
            voice=voice, place=place, earliest=first[0] if first else None, latest=last[1] if last else None, means=means, author=author,
            type=type, mode=mode, agent=agent, recipient=recipient, accused=accused, status=status, stance=stance, rejected=rejected,
        )  # fmt: skip
        _print_claims(reader, asked, "json" if json else format)


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="A claim or document: its id, or the beginning; a file name.")],
    ledger: LedgerPath = LEDGER,
    unread: Annotated[bool, typer.Option("--unread", help="Of a document: casualty words and numbers in no claim.")] = False,
    history: Annotated[bool, typer.Option("--history", help="All that was done to it, and by whom.")] = False,
    json: AsJson = False,
) -> None:
    """Show one claim, or one document, in full.

    A claim in its paragraph, how each field was read, by which rule, what people decided; a document with its claims.

    Example:
      atodds show 3fa9c1d2
      atodds show report.pdf --unread

    """
    from atodds.ledger.ledger import open_reader

    with open_reader(ledger) as reader:
        held = None if unread else _claim(reader, identity)
        if history:
            _print_history(reader, identity, held)
        elif held is not None:
            _print_claim(reader, held, as_json=json)
        else:
            _print_document(reader, identity, unread=unread, as_json=json)


def sheet(
    documents: Annotated[list[str] | None, typer.Argument(metavar="[DOCUMENT]...", help="Ids or file names; all otherwise.")] = None,
    ledger: LedgerPath = LEDGER,
    topic: Annotated[str | None, typer.Option(metavar="WORDS", help="Only questions and charges that hold these words.")] = None,
) -> None:
    """Print the sheet: who says how many, who blames whom.

    Each question that the figures answer, and under it who says how many, through whom, where in which report; then who is held
    responsible, by the day and place that the charges give. Events and statements are counted at the end.

    Example:
      atodds sheet
      atodds sheet --topic "drone Pakistan"
      atodds sheet report.pdf

    """
    from atodds.ledger.ledger import open_reader
    from atodds.views.kept import kept_sheet

    with open_reader(ledger) as reader:
        typer.echo(kept_sheet(reader, documents or (), topic), nl=False)


def documents(ledger: LedgerPath = LEDGER, json: AsJson = False) -> None:
    """List the documents, and what could not be read.

    Example:
      atodds documents

    """
    from atodds.exchange.jsonl import document_line, write
    from atodds.ledger.ledger import open_reader
    from atodds.views.listing import listing

    with open_reader(ledger) as reader:
        if json:
            write(map(document_line, reader.documents()), sys.stdout.buffer)
            return
        for line in listing(reader.documents(), reader.problems()):
            typer.echo(line)


def rules() -> None:
    """List the rules that find claims, with examples.

    Example:
      atodds rules

    """
    from atodds.extract.rules import EVERY_RULE

    for rule in EVERY_RULE:
        typer.echo(f'{rule.name}\n    {rule.doc}\n    "{rule.example}"')


COMMANDS = (claims, show, sheet, documents, rules)


def _print_claims(reader: LedgerReader, asked: Filter, format: str) -> None:
    from msgspec.structs import replace

    from atodds.exchange import csv, jsonl
    from atodds.views.rows import rows, table

    found = (held.claim for held in reader.claims(asked) if asked.kind is not None or held.claim.kind != "statement")
    if format == "json":
        jsonl.write(map(jsonl.claim_line, found), sys.stdout.buffer)
        return
    reports = {each.id: replace(each, text="") for each in reader.documents()}
    if format == "csv":
        csv.write(found, reports, sys.stdout)
    else:
        counted = asked.measure is not None or asked.category is not None
        shown = "figure" if asked.kind is None and counted else asked.kind
        listed = rows(found, reports, shown)
        for line in table(listed, shown):
            typer.echo(line)
        if not listed:
            warn("no claim is all of that; leave an option out, or look into `atodds documents`")


def _claim(reader: LedgerReader, identity: str) -> Held | None:
    """The claim of that id, or None where only a document may have it."""
    try:
        return reader.claim(identity)
    except NoSuchRecord as error:
        if "several" in error.message:
            raise
        return None


def _print_claim(reader: LedgerReader, held: Held, *, as_json: bool) -> None:
    from atodds.exchange.jsonl import claim_line, write
    from atodds.ledger.ledger import Filter
    from atodds.views.account import MARKS, account
    from atodds.views.report import as_of

    if as_json:
        write([claim_line(held.claim)], sys.stdout.buffer)
        return
    others = [each.claim for each in reader.claims(Filter(document=held.found.document))]
    judged, marks = reader.judged(held.found.id), _BRIGHT if colours() else MARKS
    typer.echo(account(held, as_of(reader, held), others, judged=judged, marks=marks), nl=False)


def _print_document(reader: LedgerReader, identity: str, *, unread: bool, as_json: bool) -> None:
    from atodds.exchange.jsonl import document_line, write
    from atodds.ledger.ledger import Filter
    from atodds.views.names import find
    from atodds.views.report import report, unread_lines

    try:
        document = find(reader, identity)
    except NoSuchRecord as error:
        raise NoSuchRecord(error.message.replace("no document", "no claim and no document"), error.hint) from None
    if as_json:
        write([document_line(document)], sys.stdout.buffer)
        return
    found = [held.claim for held in reader.claims(Filter(document=document.id, rejected=None if unread else False))]
    if unread:
        from atodds.language.pipeline import load
        from atodds.pipeline import sentences_of
        from atodds.views.unread import unread as left

        typer.echo(unread_lines(document, left(document, sentences_of(document, load()), found)), nl=False)
    else:
        typer.echo(report(document, found), nl=False)


def _print_history(reader: LedgerReader, identity: str, held: Held | None) -> None:
    from atodds.views.names import find
    from atodds.vocab.shown import folded

    whole = held.found.id if held is not None else find(reader, identity).id
    for deed in reader.history(whole):
        typer.echo(f"{deed.seq:>6}  {deed.time[:19]}Z  {deed.actor}  {deed.act}: {folded(deed.note)}")
