"""Meetings: which tellings of a whole collection are of one event, which may be, and which one voice keeps apart (rule 4.3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from atodds.incidents.blocks import pairs
from atodds.incidents.likeness import JOINED, UNSURE, counts_otherwise, likeness, rivals_of_one_voice
from atodds.incidents.nearness import bones, meet, near
from atodds.incidents.tellings import Telling
from atodds.model.figure import HARM

_MARGIN = 1.0  # points by which the best of several events has to be ahead of the next

Points = dict[tuple[int, int], float]  # by the indices of two tellings, the lesser first


class Meetings(NamedTuple):
    """What speaks for it that two tellings are of one event, where it is much, and where it is not enough."""

    sure: Points
    doubtful: Points
    apart: list[tuple[str, str]]  # claims of tellings of which one voice gives two numbers


def meetings(tellings: Sequence[Telling]) -> Meetings:
    """All tellings against those that they can meet."""
    found: Points = {}
    apart: set[tuple[str, str]] = set()
    for one, other in pairs(tellings):
        if (one, other) in found or tellings[one].key == tellings[other].key:
            continue
        if rivals_of_one_voice(tellings[one], tellings[other]):
            apart.add((tellings[one].key, tellings[other].key))
            continue
        alike = likeness(tellings[one], tellings[other])
        if alike is not None and alike.points >= UNSURE:
            counted = counts_otherwise(tellings[one], tellings[other])
            found[one, other] = UNSURE if counted else alike.points
    choices = _open_choices(tellings, found)
    only = only_ones(tellings)
    fit = {pair for pair, points in found.items() if points >= JOINED or (pair[0] in only and pair[1] in only)} - choices
    sure = {pair: found[pair] for pair in fit}
    return Meetings(sure, {pair: points for pair, points in found.items() if pair not in sure}, sorted(apart))


def only_ones(tellings: Sequence[Telling]) -> frozenset[int]:
    """The tellings that are the only one of harm which their report has of a town on a day.

    Two of them that fit in day and town are of one event, though nothing else be alike: neither report knows of a second.
    """
    held: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(tellings):
        if each.local and any(count.measure in HARM for count in each.counts):
            held[each.document, each.days, each.places[0].admin1, bones(each.places[0].text)].append(place)
    return frozenset(several[0] for several in held.values() if len(several) == 1)


def _open_choices(tellings: Sequence[Telling], found: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """Pairs of a telling that fits two events equally well: a story of a province, and two towns of it."""
    ties: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), points in found.items():
        if points >= JOINED:
            ties[one].append((points, other))
            ties[other].append((points, one))
    choices: set[tuple[int, int]] = set()
    for here, mine in ties.items():
        if len(mine) > 1:
            choices.update((min(here, each), max(here, each)) for each in _equally_good(tellings, mine))
    return choices


def _equally_good(tellings: Sequence[Telling], ties: Sequence[tuple[float, int]]) -> list[int]:
    """The best of some tellings and those nearly as good that are apart from it; none where it stands alone."""
    best = max(ties, key=lambda each: (each[0], tellings[each[1]].key, tellings[each[1]].document))
    rivals = [each for points, each in ties if best[0] - points < _MARGIN and _are_apart(tellings[best[1]], tellings[each])]
    return [best[1], *rivals] if rivals else []


def _are_apart(one: Telling, other: Telling) -> bool:
    if not meet(one.days, other.days):
        return True
    return bool(one.places and other.places) and near(one.places[0], other.places[0]) is None
