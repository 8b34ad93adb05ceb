"""What an incident says of itself: the time, place and means that most of its claims give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from atodds.incidents.nearness import days_of
from atodds.model.claim import Claim
from atodds.model.incident import Incident, Pair
from atodds.model.when import When
from atodds.model.where import Place

T = TypeVar("T")


def incident(claims: Sequence[Claim], documents: Iterable[str], joined: Iterable[Pair]) -> Incident:
    """One incident of claims that are sorted by id."""
    return Incident(
        id=claims[0].id,
        claims=tuple(each.id for each in claims),
        documents=tuple(documents),
        time=_most(claims, _time, days_of),
        place=_most(claims, _place, _where),
        means=_most(claims, _means, lambda means: means),
        joined=tuple(joined),
    )


def _most(claims: Iterable[Claim], side: Callable[[Claim], T | None], key: Callable[[T], object]) -> T | None:
    """What most of the claims give, ties by the least claim id."""
    first: dict[object, T] = {}
    count: dict[object, int] = {}
    for claim in claims:
        value = side(claim)
        if value is not None:
            first.setdefault(key(value), value)
            count[key(value)] = count.get(key(value), 0) + 1
    return first[max(count, key=lambda each: count[each])] if count else None  # the first of equals


def _time(claim: Claim) -> When | None:
    time = claim.scope.time if claim.scope is not None else None
    return time if days_of(time) is not None else None


def _place(claim: Claim) -> Place | None:
    return claim.scope.place if claim.scope is not None else None


def _means(claim: Claim) -> str | None:
    return claim.scope.means if claim.scope is not None else None


def _where(place: Place) -> object:
    return place.geoname or (place.country, " ".join(place.text.split()).casefold())
