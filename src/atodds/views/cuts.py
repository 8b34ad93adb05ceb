"""What is shown of a long comparison: some lanes of each group, spread evenly from its lowest figure to its highest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from atodds.views.compare import Group
from atodds.views.lanes import Lane

EACH = 40  # lanes of one group: what a page holds and a reader still follows
ALL = 240  # lanes of one picture


class Shown(NamedTuple):
    """A group with the lanes that are shown, and how many are not."""

    group: Group
    lanes: tuple[Lane, ...]
    hidden: int


class Cut(NamedTuple):
    """The groups that are shown, and what follows them and is not."""

    groups: tuple[Shown, ...]
    more_groups: int
    more_lanes: int


def cut(groups: Sequence[Group]) -> Cut:
    """Each group with no more lanes than can be read; the lowest and the highest are always among them.

    Leaving out the end of a list that is in the order of its figures would show a part of the range as the whole.
    """
    found: list[Shown] = []
    left = ALL
    for group in groups:
        if left < min(2, len(group.lanes)):
            break
        lanes = _spread(group.lanes, min(EACH, left))
        left -= len(lanes)
        found.append(Shown(group, lanes, len(group.lanes) - len(lanes)))
    rest = groups[len(found) :]
    return Cut(tuple(found), len(rest), sum(len(each.lanes) for each in rest))


def _spread(lanes: tuple[Lane, ...], most: int) -> tuple[Lane, ...]:
    if len(lanes) <= most:
        return lanes
    return tuple(lanes[place * (len(lanes) - 1) // (most - 1)] for place in range(most))
