"""Judgements: whether two claims are about one event, as a person says - same, different, unsure - and why.

A judgement goes before what the machine finds, whatever is read later, until it is taken back. Each is a decision on a pair of
claims whose ids are in order; of several that stand on one pair, the latest counts, and taking it back gives the one before its say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

import msgspec

from atodds.errors import BadInput
from atodds.ledger.decisions import Decision, may_be_recorded, standing, undone, version
from atodds.model.ids import canonical, digest
from atodds.model.incident import Judgement, Pair
from atodds.model.record import Record

Verdict = Judgement | Literal["undo"]


class HeldPair(Record, frozen=True, kw_only=True):
    """Two claims and all that people decided on whether they are about one event, what was taken back too."""

    one: str
    other: str
    decisions: tuple[Decision, ...] = ()

    @property
    def judged(self) -> Pair | None:
        """The judgement that counts: who, when, why."""
        return judged(self.decisions)

    @property
    def version(self) -> str:
        """What a judgement made after seeing this must carry."""
        return version(self.decisions)


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two claims in the order of their ids. Raises BadInput for one claim twice."""
    if one == other:
        raise BadInput(f"claim {one[:12]} is always the same as itself", "name two claims")
    return (one, other) if one < other else (other, one)


def object_of(one: str, other: str) -> str:
    """What an entry of the log about a pair is about."""
    return f"{one} {other}"


def weigh_pair(before: Sequence[Decision], draft: Decision) -> Decision:
    """The judgement as it may be recorded, with its id. Raises BadInput or StaleDecision where it may not."""
    may_be_recorded(before, draft)
    if draft.act == "undo":
        draft = msgspec.structs.replace(draft, undoes=undone(before, draft.undoes).id)
    elif (now := judged(before)) is not None and now.judgement == draft.act:
        raise BadInput(f"these claims are already judged {draft.act} ({now.reason})", "undo that first")
    return msgspec.structs.replace(draft, id=digest(canonical(draft)))


def judged(decisions: Sequence[Decision]) -> Pair | None:
    """The latest judgement on one pair that stands, as those who group claims take it."""
    able = standing(decisions)
    if not able:
        return None
    last = able[-1]
    assert last.other is not None
    judgement, score = cast(Judgement, last.act), 1.0 if last.act == "same" else 0.0
    return Pair(one=last.claim, other=last.other, judgement=judgement, score=score, reason=last.reason, decided=last.id)
