"""Decisions: what a person says about a claim - reject it, correct one field, take a decision back - and why.

The claim itself never changes. A decision is attached to the claim's id, which is made of the text and the content, so it
outlives every new reading of the document. One on two claims is a judgement (`judgements.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec

from atodds.errors import BadInput, StaleDecision
from atodds.ledger.fields import change
from atodds.model.claim import Claim
from atodds.model.ids import canonical, digest
from atodds.model.record import Record

Act = Literal["reject", "correct", "undo"]
Deciding = Literal["reject", "correct", "undo", "same", "different", "unsure"]  # the last three are of two claims


class Decision(Record, frozen=True, kw_only=True):
    """One decision, by whom and why. `seen` is the version of the claim that it was made on."""

    id: str
    claim: str
    act: Deciding
    reason: str
    actor: str
    time: str  # UTC, ISO 8601
    seen: str
    field: str | None = None  # of a correction: "figure.low"
    value: Any = None  # of a correction: JSON; None takes the value away
    undoes: str | None = None  # id of the decision taken back
    other: str | None = None  # of a judgement: the second claim, `claim < other`

    def __str__(self) -> str:
        """What was decided, on one line; of a judgement, on which claims."""
        return self.said if self.other is None else f"{self.claim[:10]} and {self.other[:10]}: {self.said}"

    @property
    def said(self) -> str:
        """The same, without the claims."""
        what = f"correct {self.field} to {msgspec.json.encode(self.value).decode()}" if self.act == "correct" else self.act
        undone = f" {self.undoes[:12]}" if self.undoes is not None else ""
        return f"{what}{undone}, by {self.actor} on {self.time[:16].replace('T', ' ')} UTC: {self.reason}"


def version(decisions: Iterable[Decision]) -> str:
    """The digest of all that was ever decided on one claim, in order: it tells whether anything came in between."""
    return digest(" ".join(each.id for each in decisions).encode())


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that count: neither taken back nor taking back, in the order they were made."""
    undone = {each.undoes for each in decisions}
    return tuple(each for each in decisions if each.act != "undo" and each.id not in undone)


def effective(claim: Claim, decisions: Sequence[Decision]) -> Claim:
    """The claim with its standing corrections. Raises BadInput where one does not fit."""
    for each in standing(decisions):
        if each.act == "correct" and each.field is not None:
            claim = change(claim, each.field, each.value)
    return claim


def rejection(decisions: Sequence[Decision]) -> Decision | None:
    """The decision by which the claim stands rejected."""
    return next((each for each in standing(decisions) if each.act == "reject"), None)


def weigh(claim: Claim, before: Sequence[Decision], draft: Decision) -> Decision:
    """The decision as it may be recorded, with its id. Raises BadInput or StaleDecision where it may not."""
    may_be_recorded(before, draft)
    if draft.act == "undo":
        draft = msgspec.structs.replace(draft, undoes=undone(before, draft.undoes).id)
    elif draft.act == "correct":
        if draft.field is None:
            raise BadInput("a correction needs a field", "name one, as figure.low")
    elif (rejected := rejection(before)) is not None:
        raise BadInput(f"claim {claim.id[:12]} is already rejected ({rejected})", "undo that first")
    effective(claim, (*before, draft))  # the later corrections must still fit when an earlier one is taken back
    return msgspec.structs.replace(draft, id=digest(canonical(draft)))


def may_be_recorded(before: Sequence[Decision], draft: Decision) -> None:
    """Raise BadInput for a decision without a reason, StaleDecision for one made before seeing what others decided."""
    if not draft.reason.strip():
        raise BadInput("a decision needs a reason", "say why in a few words: the next reader will ask")
    if draft.seen == version(before):
        return
    known = (count for count in range(len(before)) if version(before[:count]) == draft.seen)
    since = "; ".join(str(each) for each in before[next(known, 0) :])
    raise StaleDecision(
        f"claim {draft.claim[:12]} was decided on since you saw it ({since or 'nothing is recorded'})", "look again, then decide"
    )


def undone(before: Sequence[Decision], wanted: str | None) -> Decision:
    """The decision to take back: the one named, or the latest that stands."""
    able = standing(before)
    if wanted is None and able:
        return able[-1]
    found = [each for each in able if wanted is not None and wanted and each.id.startswith(wanted)]
    if len(found) != 1:
        what = "no decision stands" if wanted is None else f"no single decision {wanted} stands"
        raise BadInput(f"{what} on {_object(before)}", "`atodds show` lists its decisions")
    return found[0]


def _object(decisions: Sequence[Decision]) -> str:
    return "these claims" if any(each.other is not None for each in decisions) else "this claim"
