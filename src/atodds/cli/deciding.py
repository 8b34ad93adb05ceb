"""Commands by which a person decides on a claim. Nothing is deleted: a decision stands beside it, with name and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from atodds.cli.options import LEDGER, Actor, LedgerPath

if TYPE_CHECKING:
    from atodds.ledger.decisions import Act

Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why: the next reader will ask.")]


def reject(claim: Claim, reason: Reason, ledger: LedgerPath = LEDGER, actor: Actor = None) -> None:
    """Reject a claim: the report does not say this.

    Example:
      atodds reject 3fa9c1d2 --reason "the number is a house number"

    """
    _decide(ledger, actor, claim, "reject", reason)


def correct(
    claim: Claim,
    reason: Reason,
    field: Annotated[str, typer.Option("--field", metavar="NAME", help="The field, as `atodds show` names it: figure.low.")],
    value: Annotated[str, typer.Option("--value", metavar="VALUE", help="Its value: words, a number, a day, null for none.")],
    ledger: LedgerPath = LEDGER,
    actor: Actor = None,
) -> None:
    """Correct one field of a claim. The claim as it was found is kept.

    Example:
      atodds correct 3fa9c1d2 --field figure.category --value civilian --reason "villagers"

    """
    _decide(ledger, actor, claim, "correct", reason, field=field, value=_value(value))


def undo(
    claim: Claim,
    reason: Reason,
    decision: Annotated[str | None, typer.Option("--decision", metavar="ID", help="Which decision; the latest otherwise.")] = None,
    ledger: LedgerPath = LEDGER,
    actor: Actor = None,
) -> None:
    """Take back a decision. It stays in the history.

    Example:
      atodds undo 3fa9c1d2 --reason "read it again: they are dead, not wounded"

    """
    _decide(ledger, actor, claim, "undo", reason, undoes=decision)


COMMANDS = (reject, correct, undo)


def _decide(ledger: str, actor: str | None, claim: str, act: Act, reason: str, **more: Any) -> None:
    from atodds.ledger.ledger import open_ledger
    from atodds.views.names import short

    with open_ledger(ledger, actor=actor) as book:
        held = book.claim(claim)
        decision = book.decide(held.found.id, act, reason=reason, seen=held.version, **more)
    typer.echo(f"claim {short(held.found.id)}: {decision}")


def _value(text: str) -> Any:
    """A value as JSON where it is JSON ("12", "null", a list), as words otherwise ("civilian", "2013-11-04")."""
    import msgspec

    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
