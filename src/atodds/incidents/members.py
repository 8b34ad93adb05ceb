"""Members: which claims speak of an event or of a counted set of events, and of what sort (rules 4.1, 4.2)."""

from __future__ import annotations

from typing import Literal

from atodds.model.claim import Claim
from atodds.model.text import Span

Sort = Literal["harm", "seizure", "company", "other"]

_SORT_OF_MEASURE: dict[str, Sort] = {
    "killed": "harm", "wounded": "harm", "casualties": "harm", "attacks": "harm",
    "detained": "seizure", "abducted": "seizure", "missing": "seizure",
    "displaced": "company", "troops": "company", "crowd": "company", "materiel": "company",
}  # fmt: skip
_HOSTILE: dict[str, Sort] = {"ASSAULT": "harm", "COERCE": "seizure"}  # PLOVER types
_TAKEN = frozenset(("abduct",))  # a mode of assault that takes people and does not kill them
_OCCURRED = (None, "denied")  # what is denied is told of the same event as what is asserted


def is_member(claim: Claim) -> bool:
    """May a claim be of an incident? Totals, statements, and what is planned, threatened or told as history are not."""
    if claim.kind == "statement" or claim.scope is None or claim.scope.extent not in ("incident", "incidents"):
        return False
    return claim.event is None or claim.event.status in _OCCURRED


def is_set(claim: Claim) -> bool:
    """Is it about a counted or named set of events: "two attacks in 2012"?"""
    return claim.scope is not None and claim.scope.extent == "incidents"


def sort_of(claim: Claim) -> Sort:
    """Of what sort the act is: harm done, people taken, or what was around; "other" is no act of violence."""
    if claim.figure is not None:
        return _SORT_OF_MEASURE.get(claim.figure.measure, "other")
    if claim.event is None or claim.event.mode in _TAKEN:
        return "seizure" if claim.event is not None else "other"
    return "harm" if claim.kind == "responsibility" else _HOSTILE.get(claim.event.type, "other")


def anchor(claim: Claim) -> Span:
    """Where the claim's own word stands: its number, its deed, whom it accuses. Two claims of one quote differ there."""
    for field in ("figure.text", "event.accused", "event.type"):
        if field in claim.spans:
            return claim.spans[field]
    return Span(claim.start, claim.end)
