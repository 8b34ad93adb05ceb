"""Charges: who is held responsible for one incident, and by whom; parties that differ or exclude each other (rule 5.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from atodds.disputes import words
from atodds.disputes.proofs import dispute_id
from atodds.disputes.voices import voice
from atodds.incidents.parties import Party, party, within
from atodds.model.claim import Claim
from atodds.model.dispute import Dispute, Move, Step
from atodds.model.incident import Incident
from atodds.model.origin import Origin
from atodds.vocab import words_of
from atodds.vocab.shown import folded


class Charge(NamedTuple):
    """One voice on whether one party did it. `rank`: a charge in so many words goes before a deed told in passing."""

    id: str
    origin: Origin
    party: Party
    does: Literal["holds", "denies"]
    rank: int
    soft: str | None
    voice: str  # the speaker as written, with the origin where that is another


def charge_of(claim: Claim, origin: Origin) -> Charge | None:
    """What a claim says of who did it; None where it says nothing, or only doubts it."""
    event, scope = claim.event, claim.scope
    if claim.kind == "responsibility" and event is not None and event.accused is not None and claim.stance != "doubts":
        does: Literal["holds", "denies"] = "denies" if claim.stance == "denies" else "holds"
        return Charge(claim.id, origin, party(event.accused), does, 0, claim.hedge, voice(claim, origin))
    if claim.stance in ("denies", "doubts") or (scope is not None and scope.means in words_of("scopes", "mutual")):
        return None
    if event is not None and event.type in words_of("scopes", "authored") and event.status is None and event.agent is not None:
        return _named(claim, origin, event.agent, 1)
    if claim.kind == "figure" and scope is not None and scope.agent is not None and scope.agent_from in (None, "words"):
        return _named(claim, origin, scope.agent, 2)
    return None


def _named(claim: Claim, origin: Origin, agent: str, rank: int) -> Charge | None:
    """The deed of a party by name; "gunmen" are held against nobody."""
    who = party(agent)
    return Charge(claim.id, origin, who, "holds", rank, claim.hedge, voice(claim, origin)) if who.identified else None


def charge_disputes(charges: Iterable[Charge], incident: Incident) -> Iterator[Dispute]:
    """One dispute for each two sides of an incident, and for each denial against who says the contrary."""
    held = sorted(charges, key=lambda each: (each.soft is not None, each.rank, each.id))
    denied = [each for each in held if each.does == "denies"]
    holding = [each for each in held if each.does == "holds"]
    refuted: set[str] = set()
    for denial in denied:
        charge = next((each for each in holding if excludes(denial.party, each.party) and each.origin.key != denial.origin.key), None)
        if charge is not None and denial.party.side not in refuted:
            refuted.add(denial.party.side)
            yield _dispute(charge, denial, incident)
    for one, other in _rivals(holding):
        yield _dispute(one, other, incident)


def _rivals(holding: list[Charge]) -> Iterator[tuple[Charge, Charge]]:
    """Two charges of different origins for each two parties, where neither origin holds the other's party responsible as well."""
    sides: list[list[Charge]] = []
    for charge in holding:
        known = next((side for side in sides if same_side(side[0].party, charge.party)), None)
        if known is None:
            sides.append([charge])
        else:
            known.append(charge)
    for first, second in combinations(sides, 2):
        mine, its = ({each.origin.key for each in side} for side in (first, second))
        found = next(
            (
                (one, other)
                for one in first
                for other in second
                if one.origin.key not in its and other.origin.key not in mine and rival(one.party, other.party)
            ),
            None,
        )
        if found is not None:
            yield found


def excludes(denied: Party, held: Party) -> bool:
    """Was it not the second, if it was not the first? The state answers for its bodies, and none of these for another or for the state."""
    return within(held, denied) or (not (denied.identified or held.identified) and same_side(denied, held))


def same_side(one: Party, other: Party) -> bool:
    """Is it one party, or two bodies of one state? "powerful figures" are "very powerful figures"."""
    mine, its = (set(each.name.casefold().split()) for each in (one, other))
    return one.side == other.side or (not (one.identified or other.identified) and (mine <= its or its <= mine))


def rival(one: Party, other: Party) -> bool:
    """Could not both words mean one party? "Militants" may be any armed group, and no police."""
    vague = [each for each in (one, other) if each.name.casefold().split()[-1] in words_of("scopes", "any_fighters")]
    named = [each for each in (one, other) if each not in vague]
    return not vague or (len(named) == 1 and not _is_group(named[0]))


def _is_group(who: Party) -> bool:
    """An armed group by name: a body that is no state's."""
    return who.identified and len(who.side) != len("usa")


def _dispute(one: Charge, other: Charge, incident: Incident) -> Dispute:
    claims = tuple(sorted((one.id, other.id)))
    excluded = other.does == "denies"
    soft = [each.soft for each in (one, other) if each.soft is not None]
    held = "held responsible is" if excluded else "held responsible are"
    reason = f"one incident, {words.about(incident)}: " if words.about(incident) else "one incident: "
    owed = "".join(f"; “{folded(each)}” is taken at its word" for each in soft)
    moves: dict[str, Move] = {"holds": "accused", "denies": "denied"}
    return Dispute(
        id=dispute_id("responsibility", claims), dimension="responsibility",
        relation="contradiction" if excluded and not soft else "at_odds",
        question=f"who was behind it: {words.about(incident)}".removesuffix(": "), claims=claims,
        reason=f"{reason}{held} {_says(one)}, and {_says(other)}{owed}",
        steps=(
            Step(move="same_events", claims=claims, says="both are about one incident", rule="5.6"),
            *(Step(move=moves[each.does], claims=(each.id,), says=_says(each), rule="5.6") for each in (one, other)),
        ),
        resolves=None if excluded else "if both had a part in it, or one worked for the other, nothing is left of it",
        incident=incident.id,
    )  # fmt: skip


def _says(charge: Charge) -> str:
    who, by = folded(charge.party.name), charge.voice
    return f"{who}, denied by {by}" if charge.does == "denies" else f"{who}, by {by}"
