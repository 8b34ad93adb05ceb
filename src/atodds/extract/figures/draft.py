"""Drafts: figures of one sentence in the making, and the board on which they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from atodds.extract.figures.chunks import Chunks
from atodds.model.figure import Measure
from atodds.model.lazy import lazy
from atodds.model.mention import Deed, Group
from atodds.model.text import Sentence, Span


@dataclass
class Draft:
    """A figure in the making: the counted group, what was done to it, and the words that carry it."""

    group: Group
    measure: Measure
    rule: str
    chunk: int  # which chunk the group is
    deed: Deed | None = None
    whole: Draft | None = None  # the figure that this one is a part of
    back: bool = False  # its whole stands in a sentence before: "four of the dead were women"
    names: list[Span] = field(default_factory=list)
    coordinated: bool = False  # one of a row that shares its deed: "12 killed and 30 wounded"
    verb: Span | None = None  # the words that make it a figure where no deed of harm does: "had assembled", "sent"

    @property
    def at(self) -> Span:
        """The counted group: what its time, place and doer are looked for around."""
        return self.group.at

    @property
    def tokens(self) -> Span:
        """From the group to the deed, whichever comes first."""
        return self._tokens

    @lazy
    def _tokens(self) -> Span:
        """Asked for again and again, and only when the figure is made."""
        at, deed, verb = self.group.at, self.deed, self.verb
        if deed is not None:
            at = at.cover(deed.at)
        return at if verb is None else at.cover(verb)


@dataclass
class Board:
    """One sentence at work: its chunks, the drafts made so far by the chunk of their group, and the rows behind "including"."""

    sentence: Sentence
    found: Chunks
    rows: dict[int, list[int]]  # for each "including" the counted groups behind it
    made: dict[int, Draft] = field(default_factory=dict)

    @property
    def symbols(self) -> str:
        return self.found.symbols

    def group(self, chunk: int) -> Group | None:
        return self.found.items[chunk].group

    def free(self, chunk: int) -> bool:
        """Does the group of a chunk still wait for its figure?"""
        return chunk not in self.made and all(chunk not in row for row in self.rows.values())

    def last_whole(self, chunk: int) -> Draft | None:
        """The last figure before a chunk that is no part itself."""
        before = [each for place, each in self.made.items() if place < chunk and each.whole is None]
        return max(before, key=lambda each: each.chunk, default=None)


def can_be_part(group: Group, whole: Draft) -> bool:
    """A part cannot be certain to be more than its whole, and nobody is no whole."""
    top = whole.group.high
    more = group.low is not None and top is not None and group.low > top
    return not more and not whole.group.low == whole.group.high == 0


def names_of(group: Group) -> list[Span]:
    """The name of a person who is counted by it."""
    if group.by != "name" or group.head is None:
        return []
    return [group.at if group.head == group.at else Span(group.head.end, group.at.end)]
