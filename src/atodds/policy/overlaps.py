"""Overlaps: which incidents lie inside what a total counts, so that nobody is counted twice. Every line says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from atodds.disputes.boxes import means_within
from atodds.incidents.nearness import days_of, meet
from atodds.incidents.parties import party, within
from atodds.incidents.whereabouts import apart, inside, same
from atodds.model.claim import Claim, Scope
from atodds.model.incident import Incident
from atodds.model.when import When
from atodds.model.where import Place
from atodds.policy.sides import Charge
from atodds.vocab import load
from atodds.vocab.periods_shown import period
from atodds.vocab.shown import folded, means_words


class Side(NamedTuple):
    """One side of a total against an incident: whether it surely holds it, and the words."""

    sure: bool
    words: str


def overlap(total: Claim, incident: Incident, doers: Sequence[Charge]) -> tuple[bool, str] | None:
    """Whether the incident surely lies in what the total counts, and why; None where it does not. `doers`: those with a name.

    A total counts what its sides say: all means where it names none, all doers where it names none (rule 2.6 of the methodology). Both must
    be of a known country: of another place nothing tells whether it lies in the first.
    """
    scope = total.scope
    assert scope is not None
    if not _meet(scope.time, incident.time):  # most incidents are of another time, and the rest need not be asked
        return None
    sides = (_time(scope.time, incident.time), _place(scope.place, incident.place), _means(scope, incident.means), _agent(scope, doers))
    told = [side for side in sides if side is not None]
    return (all(side.sure for side in told), "; ".join(side.words for side in told if side.words)) if len(told) == len(sides) else None


def is_known(place: Place | None) -> bool:
    """Is its country known?"""
    return place is not None and place.country is not None


def _meet(of: When | None, at: When | None) -> bool:
    """Are both told, with a day in common?"""
    mine, its = days_of(of), days_of(at)
    return mine is not None and its is not None and meet(mine, its)


def _time(of: When | None, at: When | None) -> Side | None:
    mine, its = days_of(of), days_of(at)
    if mine is None or its is None:
        return None
    sure = mine[0] <= its[0] and its[1] <= mine[1]
    return Side(sure, f"{period(at)} {'lies in' if sure else 'reaches beyond'} {period(of)}")


def _place(of: Place | None, at: Place | None) -> Side | None:
    if of is None or at is None or not (same(at, of) or (is_known(at) and is_known(of))) or apart(at, of):
        return None
    sure = inside(at, of)
    return Side(sure, f"{folded(at.text)} {'lies in' if sure else 'may lie in'} {folded(of.text)}")


def _means(scope: Scope, means: str | None) -> Side | None:
    """One means may turn out another: a missile a drone's. Means of which neither is the other are not counted together."""
    if scope.means is None:
        return Side(True, "")
    if means is None:
        return Side(False, f"nothing says that it was {means_words(scope.means)}")
    if means_within(means, scope.means):
        return Side(True, means_words(means))
    may = means_within(scope.means, means) or scope.means in load("means")["narrower"].get(means, ())
    return Side(False, f"{means_words(means)} may be {means_words(scope.means)}") if may else None


def _agent(scope: Scope, doers: Sequence[Charge]) -> Side | None:
    if scope.agent is None:
        return Side(True, "")
    whose = party(scope.agent)
    if not doers:
        return Side(False, f"nothing says that {folded(scope.agent)} did it")
    found = next((each for each in doers if within(each.party, whose) or each.party.side == whose.side), None)
    return Side(True, f"by {folded(found.party.name)}") if found is not None else None
