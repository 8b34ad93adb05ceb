"""Sides: who is held responsible for an incident, by whom, and whether the accounts compete."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from atodds.incidents.parties import Party, party, within
from atodds.model.claim import Claim
from atodds.model.dispute import Findings
from atodds.model.origin import Origin
from atodds.policy.base import Given
from atodds.policy.dossier import Dossier
from atodds.vocab import load
from atodds.vocab.shown import folded

_NOT = ("denies", "doubts")


class Charge(NamedTuple):
    """One claim by which one party did it, in the words of one origin."""

    party: Party
    origin: Origin
    claim: Claim


def charges(dossier: Dossier, given: Given, counted: Container[str]) -> list[Charge]:
    """Everybody whom an account holds responsible, or who owns up, by claim id. Who only denies is nobody's charge.

    Of figures only those `counted` tell, by id: no name comes from a figure that a row leaves out.
    """
    told = (claim for claim in dossier.claims if claim.stance not in _NOT and (claim.figure is None or claim.id in counted))
    found = ((claim, _doer(claim)) for claim in told)
    return [Charge(party(words, text=_text(claim, given)), given.origins[claim.id], claim) for claim, words in found if words is not None]


def named(found: Iterable[Charge]) -> list[Charge]:
    """The charges against somebody with a name; "gunmen" may be anybody."""
    return [each for each in found if each.party.identified]


def compete(found: Sequence[Charge]) -> bool:
    """Do different origins name different parties, neither of them the other's body nor both in one account?"""
    by_origin: dict[str, list[Party]] = {}
    for each in named(found):
        by_origin.setdefault(each.origin.key, []).append(each.party)
    told = list(by_origin.values())
    return any(_rivals(one, other) for place, one in enumerate(told) for other in told[:place])


def disputed(dossier: Dossier, findings: Findings) -> list[str]:
    """The claims of the disputes about who did it, in which two parties are blamed; where one only denies, nobody else is."""
    blaming = {claim.id for claim in dossier.claims if claim.stance not in _NOT}
    found = (each for each in findings.disputes if each.dimension == "responsibility" and each.incident == dossier.incident.id)
    return sorted({key for each in found if blaming.issuperset(each.claims) for key in each.claims})


def state(one: Party) -> str | None:
    """The state whose body a party is, by its code; None for anybody else.

    >>> state(party("Pakistan’s Ministry of Defence")), state(party("Taliban"))
    ('PAK', None)
    """
    code = one.side.upper()
    return code if one.identified and code in load("countries") else None


def names(found: Iterable[Charge]) -> str | None:
    """The parties as written, each side once; None where nobody is named."""
    first: dict[str, str] = {}
    for each in sorted(found, key=lambda each: (folded(each.party.name), each.claim.id)):
        first.setdefault(each.party.side, folded(each.party.name))
    return "; ".join(first[side] for side in sorted(first)) or None


def _doer(claim: Claim) -> str | None:
    """Whom a claim says that it was: the accused of a charge, the doer of an assault that took place, the doer of a count of harm."""
    event, scope = claim.event, claim.scope
    if event is not None and event.accused is not None:
        return event.accused if claim.kind == "responsibility" else None
    if event is not None:
        return event.agent if event.status is None and event.type == load("policies")["acled"]["assault"] else None
    return scope.agent if scope is not None else None


def _text(claim: Claim, given: Given) -> str:
    document = given.documents.get(claim.document)
    return document.text if document is not None else ""


def _rivals(one: Sequence[Party], other: Sequence[Party]) -> bool:
    return not any(_may_be_one(first, second) for first in one for second in other)


def _may_be_one(one: Party, other: Party) -> bool:
    return one.side == other.side or within(one, other) or within(other, one)
