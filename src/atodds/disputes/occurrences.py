"""Occurrences: what one denies and another asserts of one incident, or the same actor concedes (rule 5.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from atodds.disputes import words
from atodds.disputes.accounts import softened_by
from atodds.disputes.boxes import kinds_of
from atodds.disputes.proofs import dispute_id
from atodds.disputes.voices import voice
from atodds.model.claim import Claim
from atodds.model.dispute import Dispute, Step
from atodds.model.incident import Incident
from atodds.model.origin import Origin
from atodds.vocab.shown import counted, folded


class Telling(NamedTuple):
    """What is denied or said to have been: the very figure, or an event of one type."""

    id: str
    origin: Origin
    denied: bool
    conceded: bool
    what: tuple[object, ...]
    shown: str
    soft: str | None
    voice: str


def telling_of(claim: Claim, origin: Origin) -> Telling | None:
    """What a claim asserts, concedes or denies; None for what is doubted, planned, threatened, conditional or generic."""
    what = _what(claim)
    if what is None or claim.stance == "doubts":
        return None
    soft = claim.hedge if claim.figure is None else softened_by(claim.figure, claim.hedge)
    return Telling(claim.id, origin, claim.stance == "denies", claim.stance == "concedes", *what, soft, voice(claim, origin))


def _what(claim: Claim) -> tuple[tuple[object, ...], str] | None:
    figure, event = claim.figure, claim.event
    if claim.kind == "figure" and figure is not None and (event is None or event.status in (None, "denied")):
        return (figure.measure, figure.low, figure.high, kinds_of(figure).union(figure.kinds), claim.part_of), counted(figure)
    if claim.kind == "event" and event is not None and event.status in (None, "denied"):
        return (event.type, event.mode), claim.quote
    return None


def occurrence_disputes(tellings: Iterable[Telling], incident: Incident) -> Iterator[Dispute]:
    """One dispute for each thing that somebody denies, against the first who says it, the denier's own concession before all."""
    every = sorted(tellings, key=lambda each: (each.soft is not None, each.id))
    seen: set[tuple[object, ...]] = set()
    for denial in every:
        if not denial.denied or denial.what in seen:
            continue
        against = [each for each in every if not each.denied and each.what == denial.what]
        own = [each for each in against if each.conceded and each.origin.key == denial.origin.key]
        others = [each for each in against if each.origin.key != denial.origin.key]
        if own or others:
            seen.add(denial.what)
            yield _dispute((own or others)[0], denial, incident)


def _dispute(said: Telling, denied: Telling, incident: Incident) -> Dispute:
    claims = tuple(sorted((said.id, denied.id)))
    soft = said.soft or denied.soft
    verb = "concedes" if said.conceded else "says"
    reason = f"{said.voice} {verb}: {folded(said.shown)}; {denied.voice} denies it: {folded(denied.shown)}"
    return Dispute(
        id=dispute_id("occurrence", claims), relation="at_odds" if soft else "contradiction", dimension="occurrence",
        question=f"did it happen: {words.about(incident)}".removesuffix(": "), claims=claims,
        reason=f"{reason}; “{folded(soft)}” is taken at its word" if soft else reason,
        steps=(
            Step(move="same_events", claims=claims, says="both are about one incident", rule="5.4"),
            Step(move="denied", claims=(denied.id,), says=f"{denied.voice} denies what the other says", rule="5.4"),
        ),
        incident=incident.id,
    )  # fmt: skip
