"""Acts: whatever of one sentence has a time, a place, a doer and a means - a figure, or an event."""

from __future__ import annotations

from typing import Protocol

from atodds.model.figure import HARM, Measure
from atodds.model.mention import Deed
from atodds.model.text import Span


class Act(Protocol):
    """What the rooms of context need to know of a figure or an event. Spans are of the sentence's tokens."""

    @property
    def at(self) -> Span:
        """The words that it is about: a figure's counted group, an event's word of action."""
        ...

    @property
    def tokens(self) -> Span:
        """All words that carry it."""
        ...

    @property
    def deed(self) -> Deed | None:
        """The word of harm or movement that it hangs on, where it is one."""
        ...

    @property
    def measure(self) -> Measure | None:
        """What is counted; None for an event."""
        ...

    @property
    def coordinated(self) -> bool:
        """Was it read as one of a row, whose scope stands nearest to its own words?"""
        ...


def eventful(act: Act) -> bool:
    """Does it tell of something that happened at a time and place: harm to people, an attack, an event?"""
    return act.measure is None or act.measure in HARM or act.measure == "attacks"
