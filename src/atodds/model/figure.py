"""Figures: how many people, strikes, troops or dollars a report says, and how surely."""

from __future__ import annotations

from typing import Literal

from atodds.model.record import Record

Measure = Literal[
    "killed", "wounded", "casualties", "displaced", "detained", "abducted", "missing",
    "attacks", "troops", "money", "materiel", "crowd", "other",
]  # fmt: skip
Modality = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "vague", "none"]
Category = Literal[
    "civilian", "combatant", "security_forces", "child", "woman", "man", "medical", "journalist", "aid_worker", "unknown",
]  # fmt: skip

OF_PEOPLE: frozenset[Measure] = frozenset(
    ("killed", "wounded", "casualties", "displaced", "detained", "abducted", "missing", "troops", "crowd")
)

HARM: frozenset[Measure] = frozenset(("killed", "wounded", "casualties", "displaced", "detained", "abducted", "missing"))

SOFT: frozenset[Modality] = frozenset(("about", "vague"))  # of these nobody can say how far the number reaches


class Figure(Record, frozen=True, kw_only=True):
    """A count with its bounds, as claimed. None means the report leaves that side open."""

    measure: Measure
    low: int | float | None = None
    high: int | float | None = None
    text: str  # as it stands in the document: "at least 400"
    modality: Modality
    unit: str
    category: Category | None = None
    kinds: tuple[Category, ...] = ()  # all kinds that the words give, where there is more than one
    as_claimed: str | None = None  # the report's own word where it carries a judgement: "militants"
    names: tuple[str, ...] = ()  # people named among them

    @property
    def soft(self) -> bool:
        """Is its number only about, or vague: 450 of "about 450", 24 of "dozens" (rule 1.6 of docs/methodology.md)?"""
        return self.modality in SOFT

    @property
    def only_names(self) -> bool:
        """Does it name everybody whom it counts? Then it says nothing of the rest (rule 1.2)."""
        return self.high is not None and len(self.names) >= self.high > 0

    def __and__(self, other: Figure) -> tuple[float | None, float | None] | None:
        """The bounds both could agree on, or None when they are rivals.

        >>> exactly(67) & exactly(19) is None
        True
        >>> exactly(19) & Figure(measure="killed", low=12, text="at least 12", modality="at_least", unit="people")
        (19, 19)
        """
        lows = [each for each in (self.low, other.low) if each is not None]
        highs = [each for each in (self.high, other.high) if each is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        return None if low is not None and high is not None and low > high else (low, high)


def exactly(number: int, measure: Measure = "killed") -> Figure:
    """The plain figure: `number`, neither more nor less."""
    return Figure(measure=measure, low=number, high=number, text=str(number), modality="exact", unit="people")
