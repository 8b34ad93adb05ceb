"""Weapons: the means that a sentence leaves to the next, and the acts that take none from it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from atodds.extract.act import Act
from atodds.extract.context.case import Case
from atodds.extract.context.merging import is_open
from atodds.extract.context.scopes import SEIZED, attack_of_its_own
from atodds.extract.context.story import points_elsewhere
from atodds.model.claim import Scope
from atodds.model.figure import Measure
from atodds.model.mention import Means
from atodds.vocab import words_of

_SAME_ACT = 8  # tokens between two means of one act: "three missiles fired from an unmanned American drone"
_UNARMED: frozenset[Measure | None] = frozenset((*SEIZED, "displaced"))  # they flee from a bombing and are bombed all the same by none


def telling(told: Sequence[Means]) -> str | None:
    """The most telling means of one act, "missiles fired by a drone"; None where the sentence tells of two acts."""
    if not told:
        return None
    starts = [each.at.start for each in told]
    one = max(starts) - min(starts) <= _SAME_ACT or len({each.means for each in told}) == 1
    return told[0].means if one else None


def sets_nothing_new(case: Case[Act]) -> bool:
    """ "A drone hit a house. Four people were killed": the second sentence names no day or place of its own and points nowhere else."""
    return (case.scope.time is None or is_open(case.scope.time)) and case.scope.place is None and not points_elsewhere(case.reading)


def lent(case: Case[Act], told: Scope) -> Scope:
    """What was told, without a means that this act cannot have: who is murdered or arrested is not bombed."""
    deed = case.act.deed
    words = " ".join(case.reading.sentence.tokens.lower[deed.at.start : deed.at.end]) if deed is not None else ""
    if told.means is None or not (case.act.measure in _UNARMED or words in words_of("means", "by_hand")):
        return told
    return msgspec.structs.replace(told, means=None, means_from=None)


def lent_along(case: Case[Act], told: Scope) -> Scope:
    """What the count before lends in one sentence; no means to one that has an attack of its own: "... and 16 died in the assault"."""
    own = attack_of_its_own(case.reading, case.act)
    return lent(case, msgspec.structs.replace(told, means=None, means_from=None) if own else told)
