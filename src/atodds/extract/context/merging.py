"""Merging: the empty sides of a scope filled from another, each marked with where it comes from."""

from __future__ import annotations

import msgspec

from atodds.model.claim import Scope
from atodds.model.when import From, When
from atodds.vocab.calendar import listed


def merged(scope: Scope, other: Scope, source: From) -> Scope:
    """The first scope, its empty sides filled from the other and marked with where they come from."""
    time, place = scope.time, scope.place
    vague = other.time is not None and source != "whole" and _vague(other.time)
    if (time is None or is_open(time)) and other.time is not None and not is_open(other.time) and not vague:
        time = msgspec.structs.replace(other.time, from_=source)
    if place is None and other.place is not None:
        place = msgspec.structs.replace(other.place, from_=source)
    agent, agent_from = (
        (scope.agent, scope.agent_from) if scope.agent is not None else (other.agent, source if other.agent is not None else None)
    )
    means, means_from = (
        (scope.means, scope.means_from) if scope.means is not None else (other.means, source if other.means is not None else None)
    )
    return Scope(time=time, place=place, agent=agent, agent_from=agent_from, means=means, means_from=means_from,
                 extent=scope.extent, aggregate=scope.aggregate)  # fmt: skip


def _vague(when: When) -> bool:
    """ "In recent days", "a day after": such a time holds where it stands; "on Thursday" goes on in the next sentence."""
    return when.unresolved and listed("days_of_telling").isdisjoint((when.text or "").lower().split())


def is_open(when: When) -> bool:
    return when.earliest is None and when.latest is None and not when.unresolved
