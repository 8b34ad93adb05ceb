"""Commands by which a person decides on a claim, or on two. Nothing is deleted: a decision stands beside it, with name and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from atodds.cli.options import LEDGER, Actor, LedgerPath

if TYPE_CHECKING:
    from atodds.ledger.decisions import Act
    from atodds.ledger.ledger import Held, HeldPair, LedgerReader
    from atodds.model.incident import Judgement

Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other claim's id, or its beginning; of an incident, the incident's.")]
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


def same(one: Claim, other: Other, reason: Reason, ledger: LedgerPath = LEDGER, actor: Actor = None) -> None:
    """Say that two claims, or two incidents, are about one event. It goes before what the program finds.

    Example:
      atodds same 3fa9c1d2 8b02e51c --reason "one raid: same morning, same village"

    """
    _judge(ledger, actor, one, other, "same", reason)


def different(one: Claim, other: Other, reason: Reason, ledger: LedgerPath = LEDGER, actor: Actor = None) -> None:
    """Say that two claims, or two incidents, are about different events. It goes before what the program finds.

    Example:
      atodds different 3fa9c1d2 8b02e51c --reason "two raids, one before dawn"

    """
    _judge(ledger, actor, one, other, "different", reason)


def unsure(one: Claim, other: Other, reason: Reason, ledger: LedgerPath = LEDGER, actor: Actor = None) -> None:
    """Say that nobody can tell whether two claims, or two incidents, are about one event. The program does not join them.

    Example:
      atodds unsure 3fa9c1d2 8b02e51c --reason "the second report gives no village"

    """
    _judge(ledger, actor, one, other, "unsure", reason)


def undo(
    claim: Claim,
    reason: Reason,
    decision: Annotated[str | None, typer.Option("--decision", metavar="ID", help="Which decision; the latest otherwise.")] = None,
    ledger: LedgerPath = LEDGER,
    actor: Actor = None,
) -> None:
    """Take back a decision on a claim, or on a pair that it is one of. It stays in the history.

    Example:
      atodds undo 3fa9c1d2 --reason "read it again: they are dead, not wounded"

    """
    from atodds.ledger.ledger import open_ledger
    from atodds.views.names import short

    with open_ledger(ledger, actor=actor) as book:
        held = book.claim(claim)
        pair = _pair_to_undo(book, held, decision)
        if pair is None:
            made, whose = book.decide(held.found.id, "undo", reason=reason, seen=held.version, undoes=decision), short(held.found.id)
        else:
            made = book.judge(pair.one, pair.other, "undo", reason, pair.version, undoes=decision)
            whose = f"{short(pair.one)} and {short(pair.other)}"
    typer.echo(f"claim{'' if pair is None else 's'} {whose}: {made.said}")


COMMANDS = (reject, correct, same, different, unsure, undo)


def _judge(ledger: str, actor: str | None, one: str, other: str, judgement: Judgement, reason: str) -> None:
    from atodds.ledger.ledger import open_ledger
    from atodds.views.names import short

    with open_ledger(ledger, actor=actor) as book:
        pair = book.pair(one, other)
        decision = book.judge(pair.one, pair.other, judgement, reason, pair.version)
    typer.echo(f"claims {short(pair.one)} and {short(pair.other)}: {decision.said}")


def _pair_to_undo(book: LedgerReader, held: Held, wanted: str | None) -> HeldPair | None:
    """The pair on which the decision to take back was made: the one named, or the latest on the claim and its pairs; None for the claim."""
    from atodds.ledger.decisions import standing

    able = [*standing(held.decisions), *standing(book.judged(held.found.id))]
    if wanted is not None:
        able = [each for each in able if wanted and each.id.startswith(wanted)]
        last = able[0] if len(able) == 1 else None
    else:
        last = max(able, key=lambda each: (each.time, each.id), default=None)
    return book.pair(last.claim, last.other) if last is not None and last.other is not None else None


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
