"""Which groups of a comparison share an axis, so that they can be looked at across."""

from __future__ import annotations

from atodds.views.axis import Axis, axis
from atodds.views.compare import Compared, Group
from atodds.views.lanes import Lane

_Scale = tuple[bool, str]


def unit_of(group: Group) -> _Scale:
    """Which groups share an axis, so that they can be looked at across: those of one unit that are comparable."""
    return group.comparable, group.lanes[0].unit if group.lanes[0].measure in ("money", "materiel") else "people"


def axes_of(compared: Compared) -> dict[_Scale, Axis]:
    """The axis of each unit."""
    lanes: dict[_Scale, list[Lane]] = {}
    for group in compared.groups:
        lanes.setdefault(unit_of(group), []).extend(group.lanes)
    return {
        unit: axis((bound for each in found for bound in each.bounds), zero=any(each.shape == "upto" for each in found))
        for unit, found in lanes.items()
    }
