"""Revisions: a later figure of one origin on one incident takes the place of the earlier (rule 3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, groupby
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Figure
from atodds.model.incident import Grouping
from atodds.model.origin import Origin, Revision
from atodds.vocab.shown import counted, folded

_BINDS = ("asserts", "concedes")  # who denies or doubts a figure gives none


class _Told(NamedTuple):
    """A figure with the day it was made."""

    made: date
    claim: str
    figure: Figure
    origin: Origin


def revisions(claims: Iterable[Claim], origins: Mapping[str, Origin], grouping: Grouping) -> tuple[Revision, ...]:
    """Every figure that its own origin replaced on a later day, with the figure of the next such day, by incident and earlier claim.

    Compared are figures of one measure, unit and kind of people. Nothing is revised on one day, by a figure that leaves it room, or where
    the figures of a day cannot all be of one toll ("15 in the market, 3 in the hospital"). A claim without a day revises nothing.
    """
    by_id = {claim.id: claim for claim in claims}
    found = [
        revision
        for incident in grouping.incidents
        for line in _lines([by_id[each] for each in incident.claims if each in by_id], by_id, origins)
        for revision in _of_line(line, incident.id)
    ]
    return tuple(sorted(found, key=lambda each: (each.incident, each.earlier)))


def _lines(claims: Sequence[Claim], by_id: Mapping[str, Claim], origins: Mapping[str, Origin]) -> Iterator[list[_Told]]:
    """The figures of an incident that can revise one another, of one origin and kind each, by day."""
    lines: dict[tuple[object, ...], list[_Told]] = {}
    for claim in claims:
        figure, origin = claim.figure, origins.get(claim.id)
        if figure is None or origin is None or origin.made is None or not _is_toll(claim, figure, by_id):
            continue
        key = (origin.key, figure.measure, figure.unit, figure.category, figure.kinds, claim.part_of is None)
        lines.setdefault(key, []).append(_Told(origin.made, claim.id, figure, origin))
    yield from (sorted(line, key=lambda told: (told.made, told.claim)) for line in lines.values())


def _is_toll(claim: Claim, figure: Figure, by_id: Mapping[str, Claim]) -> bool:
    """Does the figure count all of its kind in the incident? Not a share of the same kind, and not the people whom it names."""
    whole = by_id.get(claim.part_of) if claim.part_of is not None else None
    share = whole is not None and whole.figure is not None and whole.figure.category == figure.category
    return claim.stance in _BINDS and claim.event is None and not share and not figure.only_names


def _of_line(line: Sequence[_Told], incident: str) -> Iterator[Revision]:
    """Each figure with the next day's that leaves no room for it."""
    days = [list(day) for _, day in groupby(line, key=lambda told: told.made)]
    tolls = [day for day in days if all(one.figure & other.figure is not None for one, other in combinations(day, 2))]
    for place, day in enumerate(tolls):
        for told in day:
            later = next((each for after in tolls[place + 1 :] for each in after if not _leaves(each.figure, told.figure)), None)
            if later is not None:
                yield Revision(earlier=told.claim, later=later.claim, incident=incident, reason=_sentence(told, later))


def _leaves(later: Figure, earlier: Figure) -> bool:
    """Does the later figure leave the earlier as it is: the same, or one with room for it, as "at least 12" behind 12?"""
    from_below = later.low is None or (earlier.low is not None and later.low <= earlier.low)
    from_above = later.high is None or (earlier.high is not None and later.high >= earlier.high)
    return from_below and from_above


def _sentence(told: _Told, later: _Told) -> str:
    """ "15 people killed (Reuters, 5 May 2013) revises 12 people killed (4 May 2013)"."""
    return f"{counted(later.figure)} ({folded(later.origin.name)}, {_day(later.made)}) revises {counted(told.figure)} ({_day(told.made)})"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def history(found: Iterable[Revision]) -> tuple[tuple[str, ...], ...]:
    """The chains of revised figures, the oldest claim of each first: 12, then 15, then 18.

    >>> one = Revision(earlier="a", later="b", incident="a", reason=""), Revision(earlier="b", later="c", incident="a", reason="")
    >>> history(one)
    (('a', 'b', 'c'),)
    """
    after = {each.earlier: each.later for each in found}
    chains = []
    for first in sorted(after.keys() - set(after.values())):
        chain = [first]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        chains.append(tuple(chain))
    return tuple(chains)
