"""Lanes: one claim as it stands in a comparison, with everything that a plot, a table or a citation needs of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from atodds.disputes.accounts import BINDING
from atodds.incidents.parties import party
from atodds.model.claim import Author, Claim, Extent, Stance
from atodds.model.figure import SOFT, Category, Measure, Modality
from atodds.model.origin import Origin
from atodds.model.record import Record
from atodds.model.text import Document
from atodds.views.chain import link_words, outlet, voices
from atodds.vocab import load
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import amount, counted, folded, means_words

Shape = Literal["zero", "point", "range", "from", "upto", "denied", "nothing"]


class Lane(Record, frozen=True, kw_only=True):
    """Who says how many, in which words. `low` and `high` are as claimed; None leaves that side open."""

    number: int  # as it stands in this comparison, from 1 on
    claim: str
    document: str
    speaker: str  # the innermost; the report itself where it speaks in its own voice
    via: tuple[str, ...] = ()  # the voices between him and the reader, the report last
    own: bool = False  # the report's own voice
    outlet: str
    published: date | None = None
    made: date | None = None  # the day it was said (rule 1.5)
    measure: Measure
    unit: str
    category: Category | None = None
    as_claimed: str | None = None
    low: int | float | None = None
    high: int | float | None = None
    modality: Modality
    amount: str  # "at least 400"
    counted: str  # "at least 400 civilians killed"
    stance: Stance
    author: Author
    hedge: str | None = None
    scope: str  # period, place, means and doer in words
    earliest: date | None = None
    latest: date | None = None
    place: str | None = None
    means: str | None = None
    agent: str | None = None
    extent: Extent | None = None
    notes: tuple[str, ...] = ()  # what has to be granted or minded
    voice: str  # key of its origin
    same_voice: int | None = None  # the lane in which the same voice gives the same figure first
    revised: str | None = None  # id of the claim that has taken its place
    part_of: str | None = None
    quote: str
    start: int
    end: int

    @property
    def shape(self) -> Shape:
        """How the figure is drawn. A claimed zero is no gap: somebody says that there was none."""
        if self.low is None and self.high is None:
            return "nothing"
        if self.stance == "denies":
            return "denied"
        if self.low is None or self.high is None:
            return "upto" if self.low is None and self.high != 0 else "zero" if self.low is None else "from"
        return "zero" if self.high == 0 else "point" if self.low == self.high else "range"

    @property
    def soft(self) -> bool:
        """Is the number only `about` or `vague`, or does a word take the assertion back (rule 1.6)?"""
        return self.modality in SOFT or self.hedge is not None

    @property
    def binds(self) -> bool:
        """Does it say anything of the number (rule 1.3), and is it not history (3.6)?"""
        return self.stance in BINDING and self.revised is None

    @property
    def bounds(self) -> tuple[float, ...]:
        """The bounds that are given."""
        return tuple(each for each in (self.low, self.high) if each is not None)

    @property
    def order(self) -> tuple[object, ...]:
        """From the lowest to the highest; equal figures by voice, then by the day they were given."""
        low = -1 if self.low is None else self.low
        high = float("inf") if self.high is None else self.high
        return low, high, self.voice, self.made or date.max, self.outlet, self.document, self.start, self.claim


def lane(claim: Claim, document: Document, *, origin: Origin | None = None, notes: Iterable[str] = (), revised: str | None = None) -> Lane:
    """A claim as a lane, not yet numbered."""
    figure, scope = claim.figure, claim.scope
    assert figure is not None
    time = scope.time if scope is not None else None
    own = not claim.attribution
    return Lane(
        number=0, claim=claim.id, document=claim.document, own=own,
        speaker=outlet(document) if own else _speaker(claim, origin), via=_via(claim, document), outlet=outlet(document),
        published=document.published, made=made(claim, document, origin),
        measure=figure.measure, unit=figure.unit, category=figure.category, as_claimed=figure.as_claimed,
        low=figure.low, high=figure.high, modality=figure.modality, amount=amount(figure), counted=counted(figure),
        stance=claim.stance, author=claim.author, hedge=claim.hedge, scope=scope_words(claim),
        earliest=time.earliest if time is not None else None, latest=time.latest if time is not None else None,
        place=place_words(scope.place) if scope is not None and scope.place is not None else None,
        means=scope.means if scope is not None else None, agent=scope.agent if scope is not None else None,
        extent=scope.extent if scope is not None else None,
        notes=(*_minded(claim), *notes), voice=origin.key if origin is not None else _voice(claim, document),
        revised=revised, part_of=claim.part_of, quote=folded(claim.quote), start=claim.start, end=claim.end,
    )  # fmt: skip


def made(claim: Claim, document: Document, origin: Origin | None = None) -> date | None:
    """The day the claim was made: of the innermost dated voice, else of the report (rule 1.5)."""
    if origin is not None and origin.made is not None:
        return origin.made
    return next((link.date for link in claim.attribution if link.date is not None), document.published)


def scope_words(claim: Claim) -> str:
    """What the claim is about, besides whom it counts: "drone strikes · by US · Pakistan · 2012"."""
    scope = claim.scope
    if scope is None:
        return period(None)
    parts = (
        means_words(scope.means) if scope.means is not None else "",
        f"by {folded(scope.agent)}" if scope.agent is not None else "",
        place_words(scope.place) if scope.place is not None else "",
        period(scope.time),
    )
    return " · ".join(part for part in parts if part)


def _speaker(claim: Claim, origin: Origin | None) -> str:
    """The innermost voice with its role; a pronoun as the one it stands for, where that was worked out."""
    link = claim.attribution[0]
    if origin is not None and link.speaker.lower() in load("speakers")["pronouns"] and origin.name.lower() != link.speaker.lower():
        return f"{folded(origin.name)} (“{folded(link.speaker)}”)"
    return voices(claim)[0] + (f" ({folded(link.role)})" if link.role else "")


def _via(claim: Claim, document: Document) -> tuple[str, ...]:
    """Every voice behind the innermost, and the report last, where none of them is the report."""
    outer = [link_words(link) for link in claim.attribution[1:]]
    named = {folded(link.speaker).casefold() for link in claim.attribution}
    return tuple(outer if outlet(document).casefold() in named or not claim.attribution else [*outer, outlet(document)])


def _minded(claim: Claim) -> list[str]:
    """What its words take back, and what the speaker and the report do with it."""
    shown = load("shown")
    return [
        *([shown["stances"][claim.stance]] if claim.stance != "asserts" else []),
        *([shown["authors"][claim.author]] if claim.author != "neutral" else []),
        *([f"“{folded(claim.hedge)}”"] if claim.hedge is not None else []),
    ]


def _voice(claim: Claim, document: Document) -> str:
    """Whose voice it is where origins were not worked out: of the innermost speaker, known by name, else within this report alone."""
    if not claim.attribution:
        return f"report {outlet(document).casefold()}"
    link = claim.attribution[0]
    found = party(link.speaker, link.actor)
    return found.key if found.identified else f"{found.key} in {claim.document}"


def voices_of(lanes: Iterable[Lane]) -> int:
    """How many different voices speak."""
    return len({each.voice for each in lanes})


def by_claim(lanes: Iterable[Lane]) -> Mapping[str, tuple[Lane, ...]]:
    """The lanes of each claim: more than one where the same text was kept as two documents."""
    found: dict[str, tuple[Lane, ...]] = {}
    for each in lanes:
        found[each.claim] = (*found.get(each.claim, ()), each)
    return found
