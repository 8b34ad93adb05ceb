"""ACLED's types of events, from our means, PLOVER types and who was hit. Tables stand in vocab/policies.yml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from atodds.model.claim import Claim
from atodds.policy.accounts import Account
from atodds.policy.dossier import Dossier
from atodds.vocab import load


class EventType(NamedTuple):
    """Event type and sub-event type, in ACLED's words."""

    type: str
    sub_type: str


def event_type(dossier: Dossier, told: Sequence[Account], hurt: Sequence[Account]) -> EventType | None:
    """By the means; else by the act that an account tells; else, of an assault or of harm, by who was hit. None: a coder has to look.

    `told` are the accounts of the dead, `hurt` those of the wounded.
    """
    tables = load("policies")["acled"]
    means = tables["means"].get(dossier.incident.means)
    if means is not None:
        return EventType(*means)
    acts = _acts(dossier.claims)
    deadly = any(each.most > 0 for account in told for each in (*account.sides.values(), account.whole) if each is not None)
    for act, named in tables["events"].items():
        if act in acts and not (deadly and named[0] in tables["bloodless"]):
            return EventType(*named)
    return _by_victims([*told, *hurt], tables)


def hit(told: Iterable[Account]) -> set[str]:
    """The sides of which somebody was hit, by some account."""
    return {side for each in told for side, numbers in each.sides.items() if numbers.most > 0}


def _by_victims(told: Sequence[Account], tables: Mapping[str, Any]) -> EventType | None:
    """Whoever carries arms is in a battle; civilians alone are attacked."""
    sides = hit(told)
    if not sides:
        return None
    return EventType(*tables["unarmed" if sides == {"civilians"} else "armed"])


def _acts(claims: Iterable[Claim]) -> set[str]:
    """What took place by some account: PLOVER's type, and type and mode."""
    acts: set[str] = set()
    for claim in claims:
        event = claim.event
        if event is not None and event.status is None and claim.stance not in ("denies", "doubts"):
            acts |= {event.type, f"{event.type}/{event.mode}"}
    return acts
