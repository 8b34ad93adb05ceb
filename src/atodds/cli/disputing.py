"""The command that shows what cannot all be true."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atodds.cli.given import Several, given, only
from atodds.cli.options import LEDGER, LedgerPath
from atodds.cli.terminal import warn
from atodds.model.dispute import Dimension, Relation

if TYPE_CHECKING:
    from atodds.model.dispute import Dispute


def disputes(
    paths: Several = None,
    ledger: LedgerPath = LEDGER,
    relation: Annotated[Relation | None, typer.Option(help="How surely they exclude each other.")] = None,
    dimension: Annotated[Dimension | None, typer.Option(help="What they are at odds about.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="WORDS", help="Only questions that hold these words.")] = None,
    claim: Annotated[str | None, typer.Option(metavar="ID", help="Only those of this claim: its id, or the beginning.")] = None,
    explain: Annotated[str | None, typer.Option(metavar="ID", help="One dispute with its proof, step by step.")] = None,
    agreements: Annotated[bool, typer.Option("--agreements", help="What agrees, besides.")] = False,
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="How they are written.")] = "text",
) -> None:
    """Show which claims cannot all be true.

    Question by question, the contradictions first: the sentence that proves it, then the claims in their words, with who says them.
    "Contradiction" means that no world satisfies all of them; "at odds" that they conflict if something is granted, which the sentence
    names. Which of them is true, the program does not say. With paths, these reports alone are read and no ledger is used; as JSON
    lines, their claims are printed too.

    Example:
      atodds disputes
      atodds disputes --topic "drone Pakistan" --relation contradiction
      atodds disputes --explain 3fa9c1d2
      atodds disputes reports/ --format jsonl

    """
    from atodds.exchange.jsonl import claim_line, record_line, write
    from atodds.views.disputes import agreement_lines, dispute_lines, explained

    book = given(paths, ledger)
    found = book.compared().findings
    chosen = [each for each in found.disputes if relation in (None, each.relation) and dimension in (None, each.dimension)]
    chosen = [each for each in chosen if _holds(each.question, topic) and (claim is None or _of_claim(each, claim))]
    if format == "jsonl":
        write(map(claim_line, book.claims if paths else ()), sys.stdout.buffer)
        write(map(record_line, (*chosen, *found.agreements)), sys.stdout.buffer)
        return
    by_id = {each.id: each for each in book.claims}
    one = None if explain is None else _one(found.disputes, explain)
    for line in dispute_lines(chosen, by_id, book.documents) if one is None else explained(one, by_id, book.documents):
        typer.echo(line)
    for line in agreement_lines(found.agreements) if agreements else ():
        typer.echo(line)
    if not chosen and one is None:
        warn("nothing that is all of that is at odds; leave an option out")


COMMANDS = (disputes,)


def _holds(question: str, topic: str | None) -> bool:
    return topic is None or all(word in question.casefold() for word in topic.casefold().split())


def _of_claim(dispute: Dispute, claim: str) -> bool:
    return any(each.startswith(claim) for each in (*dispute.claims, *dispute.also))


def _one(disputes: tuple[Dispute, ...], asked: str) -> Dispute:
    """The dispute of an id, or of the beginning of one."""
    found = (each for each in disputes if each.id.startswith(asked))
    return only(found, asked, "dispute", "`atodds disputes` lists them; they are found anew from the claims each time")
