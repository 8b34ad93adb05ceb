"""Disputes: claims that cannot all be true, with the proof; and agreements."""

from __future__ import annotations

from typing import Literal

from atodds.model.record import Record

Relation = Literal["contradiction", "at_odds"]
Dimension = Literal["count", "status", "responsibility", "occurrence"]
Move = Literal[
    "low", "high", "inside", "same_events", "part", "apart", "sum", "until", "kinds", "accused", "denied",
    "open", "soft", "lent", "granted",
]  # fmt: skip


class Step(Record, frozen=True, kw_only=True):
    """One step of a proof: what is used, of which claims, and in words. Numbered rules stand in docs/methodology.md."""

    move: Move
    claims: tuple[str, ...]
    says: str  # "19 <= civilians killed by drones in Pakistan, 2012"
    rule: str  # "2.1"


class Dispute(Record, frozen=True, kw_only=True, tag_field="type", tag="dispute"):
    """Claims that no world satisfies (`contradiction`), or only if something is granted (`at_odds`). Drop one and the rest can stand."""

    id: str
    relation: Relation
    dimension: Dimension
    question: str  # disputes of one question belong on one page
    claims: tuple[str, ...]  # minimal; sorted
    reason: str  # one sentence
    steps: tuple[Step, ...] = ()
    resolves: str | None = None  # what would leave nothing of it
    incident: str | None = None  # where it is about one
    also: tuple[str, ...] = ()  # claims that say the same as one of `claims`, of the same origin


class Agreement(Record, frozen=True, kw_only=True, tag_field="type", tag="agreement"):
    """Claims that say the same: parts that make up their whole, or equal figures of different origins."""

    id: str
    question: str
    claims: tuple[str, ...]
    reason: str  # "18 + 1 = 19: the parts agree with the whole"
    incident: str | None = None


class Findings(Record, frozen=True, kw_only=True):
    """All that was found in some claims, in the order of their ids."""

    disputes: tuple[Dispute, ...] = ()
    agreements: tuple[Agreement, ...] = ()
