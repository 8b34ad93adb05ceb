"""Tellings: what one report tells of one event, gathered from its claims so that it can be set against another report's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from atodds.incidents.members import Sort, sort_of
from atodds.incidents.nearness import Days, days_of, of_one_town, rank
from atodds.incidents.parties import Party, party
from atodds.model.claim import Claim
from atodds.model.figure import HARM, Category, Measure
from atodds.model.text import Document, bare_words
from atodds.model.where import Place
from atodds.vocab import words_of

BY_CHANCE = 5  # people; smaller numbers agree by chance
_NAMED = 2  # capitals: "Tariq Wadan" is a name, "Soldiers" none


class Count(NamedTuple):
    """A number of a telling, with the voice that gives it."""

    measure: Measure
    kind: Category | None
    low: float | None
    high: float | None
    voice: str
    vague: bool  # "dozens": it equals no number


class Telling(NamedTuple):
    """One report's claims on one event. `key` is the least claim id."""

    key: str
    document: str
    claims: tuple[str, ...]  # ids, sorted
    several: bool  # a counted set of events
    sorts: frozenset[Sort]
    days: Days | None
    until: int | None  # the day of publication, as an ordinal: nobody reports what is to come
    places: tuple[Place, ...]  # the finest first
    means: tuple[str, ...]
    parties: frozenset[str]
    names: frozenset[str]
    counts: tuple[Count, ...]
    sites: frozenset[str]

    blows: bool  # told of as explosions, of which one attack can have several

    @property
    def compact(self) -> bool:
        """Explosions of one day in one town: one event to those who tell of it."""
        return self.blows and self.local

    @property
    def local(self) -> bool:
        """Of one day, in one town."""
        return of_one_town(self.days, self.places)


def telling(claims: Sequence[Claim], document: Document | None, *, several: bool) -> Telling:
    """What some claims of one report say together of the event that they are about."""
    published = document.published if document is not None else None
    return Telling(
        key=min(each.id for each in claims),
        document=claims[0].document,
        claims=tuple(sorted(each.id for each in claims)),
        several=several,
        sorts=_shared(frozenset(map(sort_of, claims))),
        days=common(filter(None, (days_of(each.scope.time) for each in claims if each.scope is not None))),
        until=published.toordinal() if published is not None else None,
        places=places_of(claims),
        means=tuple(sorted({each.scope.means for each in claims if each.scope is not None and each.scope.means is not None})),
        parties=frozenset(each.key for claim in claims for each in doers(claim)),
        names=frozenset(name for each in claims for name in _names(each)),
        counts=tuple(sorted({_count(each) for each in claims if each.figure is not None and each.figure.measure in _COUNTED}, key=str)),
        sites=frozenset(word for each in claims for word in bare_words(each.quote)) & words_of("incidents", "sites"),
        blows=any(map(tells_of_blows, claims)),
    )


@cache
def _shared(sorts: frozenset[Sort]) -> frozenset[Sort]:
    """The same few sets for all tellings, in memory once."""
    return sorts


_COUNTED = HARM | {"attacks"}


def common(times: Iterable[Days]) -> Days | None:
    """The days that all of some times share; the shortest of them where they share none."""
    held = sorted(set(times), key=lambda each: (each[1] - each[0], each))
    if not held:
        return None
    first, last = max(each[0] for each in held), min(each[1] for each in held)
    return (first, last) if first <= last else held[0]


def places_of(claims: Iterable[Claim]) -> tuple[Place, ...]:
    """The places of some claims, each once, the finest first."""
    found: dict[tuple[object, ...], Place] = {}
    for each in claims:
        if each.scope is not None and each.scope.place is not None:
            place = each.scope.place
            found.setdefault((rank(place), place.geoname or 0, " ".join(place.text.split()).casefold(), place.admin1 or ""), place)
    return tuple(found[key] for key in sorted(found))


def doers(claim: Claim) -> tuple[Party, ...]:
    """Who is said to have done it, where the words name somebody."""
    words = {claim.scope.agent if claim.scope is not None else None, claim.event.agent if claim.event is not None else None}
    if claim.event is not None and claim.stance in ("blames", "claims", "concedes"):
        words.add(claim.event.accused)
    return tuple(each for word in sorted(filter(None, words)) if (each := _known(word)).identified)


@lru_cache(maxsize=65536)
def _known(words: str) -> Party:
    return party(words)


def tells_of_blows(claim: Claim) -> bool:
    """ "Two explosions": blows of which one attack can have several, unlike raids and strikes."""
    return not words_of("incidents", "blows").isdisjoint(bare_words(claim.quote))


ANYONE = "?"  # "it", "they": a voice that may be any


def voice(claim: Claim) -> str:
    """The innermost speaker by key, else as written; empty for the report's own voice."""
    if not claim.attribution:
        return ""
    link = claim.attribution[0]
    words = " ".join(link.speaker.split()).casefold()
    return link.actor or (ANYONE if words in words_of("speakers", "pronouns") else words)


def one_voice(one: str, other: str) -> bool:
    """May the two be one mouth?"""
    return one == other or ANYONE in (one, other)


def _names(claim: Claim) -> Iterable[str]:
    """People and things with a name whom it was done to, as their last names."""
    given = list(claim.figure.names) if claim.figure is not None else []
    if claim.event is not None and claim.event.recipient is not None:
        given.append(claim.event.recipient)
    for name in given:
        words = [word for word in name.split() if word[:1].isupper()]
        if len(words) >= _NAMED and len(words) == len(name.split()):
            yield " ".join(words[-_NAMED:]).casefold()


def _count(claim: Claim) -> Count:
    figure = claim.figure
    assert figure is not None
    return Count(figure.measure, figure.category, figure.low, figure.high, voice(claim), figure.modality == "vague")
