"""Statuses: one incident, one number, and kinds of people that exclude each other: 18 "militants" or 18 labourers (rule 5.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from atodds.disputes import words
from atodds.disputes.accounts import Account
from atodds.disputes.boxes import kinds_apart
from atodds.disputes.proofs import dispute_id
from atodds.model.dispute import Dispute, Step
from atodds.model.incident import Incident
from atodds.vocab.shown import noun


class Clash(NamedTuple):
    """Two accounts of different origins with one number and kinds that are apart."""

    one: Account
    other: Account


def clashes(accounts: Iterable[Account]) -> Iterator[Clash]:
    """One clash for each number and pair of kinds, between the least claims that differ in origin."""
    seen: set[object] = set()
    stated = sorted((each for each in accounts if each.low and each.kinds), key=lambda each: each.id)
    for one, other in combinations(stated, 2):
        if (one.topic, one.low, one.high) != (other.topic, other.low, other.high) or one.origin.key == other.origin.key:
            continue
        key = (one.topic, one.low, one.high, frozenset((one.kinds, other.kinds)))
        if kinds_apart(one.kinds, other.kinds) and key not in seen:
            seen.add(key)
            yield Clash(one, other)


def clash_dispute(clash: Clash, incident: Incident | None) -> Dispute:
    """The clash as a dispute. Both could be true of twice as many, so it is no contradiction."""
    one, other = clash
    claims = tuple(sorted((one.id, other.id)))
    about = words.about(incident)
    where = f" ({about})" if about else ""
    kinds = " and ".join(noun(each.figure) for each in clash)
    return Dispute(
        id=dispute_id("status", claims), relation="at_odds", dimension="status",
        question=f"who was {one.topic[0]}: {about or words.inside(one.box)}".removesuffix(": "), claims=claims,
        reason=f"one incident{where}, one number: {words.counted_by(one)}, {words.counted_by(other)}; nobody is both {kinds}",
        steps=(
            Step(move="same_events", claims=claims, says="both are about one incident", rule="5.5"),
            Step(move="kinds", claims=claims, says=f"nobody is both {kinds}", rule="2.5"),
        ),
        resolves="if each speaks of other people than the other, nothing is left of it",
        incident=incident.id if incident is not None else None,
        also=tuple(sorted({*one.claims, *other.claims}.difference(claims))),
    )  # fmt: skip
