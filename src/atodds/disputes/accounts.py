"""Accounts: what one origin says of one number, however many reports print it (section 1)."""

from __future__ import annotations

from functools import lru_cache

from atodds.disputes.boxes import Box, Kinds, box_of, kinds_of
from atodds.disputes.voices import voice
from atodds.incidents.parties import party
from atodds.model.claim import Claim, Extent
from atodds.model.figure import Figure, Measure
from atodds.model.origin import Origin
from atodds.model.record import Record
from atodds.vocab import words_of

Number = int | float
Topic = tuple[Measure, str]  # measure and unit: what is counted


class Account(Record, frozen=True, kw_only=True):
    """A figure that binds, with whose it is and what it is about. `id` is the claim that stands for all of `claims`."""

    id: str
    claims: tuple[str, ...]  # sorted
    document: str
    topic: Topic
    low: Number | None
    high: Number | None
    soft: str | None  # the word that softens it: "about 50", "reportedly"
    figure: Figure
    box: Box
    extent: Extent | None
    events: str | None  # the incident or set of events it is about; None for a total, or where the extent is open
    origin: Origin
    voice: str  # by whose name it is quoted
    besides: bool = False  # "three other people": besides those counted elsewhere
    whole: str | None = None  # the claim that it is a part of

    @property
    def total(self) -> bool:
        return self.extent == "total"

    @property
    def caps(self) -> bool:
        """Does it say that there were no more? One that only names people, or counts "others", says nothing of the rest."""
        return self.high is not None and not self.besides and not len(self.figure.names) >= self.high > 0

    @property
    def kinds(self) -> Kinds:
        return self.box.kinds

    @property
    def key(self) -> tuple[object, ...]:
        """What accounts of one voice share: same origin, bounds and things; of totals, however late they were printed (rule 1.4)."""
        box = self.box
        last = None if self.total else box.last
        return (
            self.origin.key, self.topic, self.low, self.high, self.soft is None, self.extent, self.events, self.whole, box.first, last,
            box.anchored, box.place, box.who, box.means, box.kinds,
        )  # fmt: skip

    @property
    def rank(self) -> tuple[int, str]:
        """Which of several stands for all: the one that reaches farthest, ties by least id."""
        return (-(self.box.last or 0), self.id)


def account_of(claim: Claim, origin: Origin, incident: str | None) -> Account | None:
    """The account that a claim gives; None where it binds nothing (rule 1.3) or counts what is not compared."""
    figure, scope = claim.figure, claim.scope
    if figure is None or claim.kind != "figure" or claim.stance not in _BINDING or figure.measure not in words_of("scopes", "compared"):
        return None
    extent = scope.extent if scope is not None else None
    who = _party(scope.agent) if scope is not None and scope.agent is not None else None
    return Account(
        id=claim.id, claims=(claim.id,), document=claim.document, topic=topic(figure), low=figure.low, high=figure.high,
        soft=figure.text if figure.modality in _SOFT else claim.hedge, figure=figure,
        box=box_of(scope, kinds_of(figure), who, origin.made), extent=extent,
        events=None if extent in (None, "total") else incident or claim.id, origin=origin,
        voice=voice(claim, origin), besides=_besides(claim), whole=claim.part_of,
    )  # fmt: skip


def _besides(claim: Claim) -> bool:
    """ "three | other people", "five | more were wounded": does the word behind the number say so?"""
    number = claim.spans.get("figure.text")
    behind = claim.quote[number[1] - claim.start :].split(maxsplit=1) if number is not None else []
    return bool(behind) and behind[0].casefold().strip(".,;:") in words_of("counted", "others")


def topic(figure: Figure) -> Topic:
    """Measure and unit; "59 strikes" and "60 attacks" count one thing."""
    return figure.measure, "attacks" if figure.measure == "attacks" else figure.unit


def together(one: Account, other: Account) -> Account:
    """Two accounts of one key as one."""
    first, second = sorted((one, other), key=lambda each: each.rank)
    merged = tuple(sorted({*first.claims, *second.claims}))
    return Account(
        id=first.id, claims=merged, document=first.document, topic=first.topic, low=first.low, high=first.high, soft=first.soft,
        figure=first.figure, box=first.box, extent=first.extent, events=first.events, origin=first.origin,
        voice=first.voice, besides=first.besides, whole=first.whole,
    )  # fmt: skip


_party = lru_cache(maxsize=1 << 14)(party)  # the same few parties stand in most claims
_BINDING = ("asserts", "concedes", "blames", "claims")  # who blames somebody for 12 deaths, or claims them, says that there were 12
_SOFT = ("about", "vague")
