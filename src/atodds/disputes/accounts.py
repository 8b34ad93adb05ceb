"""Accounts: what one origin says of one number, however many reports print it (section 1)."""

from __future__ import annotations

from functools import lru_cache
from math import inf

from msgspec.structs import replace

from atodds.disputes.boxes import Box, Kinds, Side, box_of, is_mixture, kinds_of, lies_in
from atodds.disputes.voices import voice
from atodds.incidents.parties import party
from atodds.incidents.whereabouts import cell
from atodds.model.claim import Claim, Extent, Stance
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
    own_voice: bool = False  # of the report that prints it
    besides: bool = False  # "three other people": besides those counted elsewhere
    whole: str | None = None  # the claim that it is a part of
    sentence: tuple[str, int] | None = None  # the document, and where the sentence begins
    soonest: Account | None = None  # of several claims, the one that reaches least far

    @property
    def total(self) -> bool:
        return self.extent == "total"

    @property
    def caps(self) -> bool:
        """Does it say that there were no more? "The commander", "a child", names, "three others" and a mixture say nothing of the rest."""
        pointed = self.figure.text.casefold() in words_of("scopes", "counting_no_others")
        counted = self.high is not None and not pointed and not self.figure.only_names
        return counted and not self.besides and not is_mixture(self.figure)

    @property
    def caps_its_box(self) -> bool:
        """Is it a total that says how many there were in all? A part counts whom its whole counts: 12 women among 67 civilians."""
        return self.total and self.caps and self.whole is None

    @property
    def as_low(self) -> Account:
        """The account as it says "at least": by its claim that reaches least far, since who had died by then has died by any later day."""
        return self if self.soonest is None else replace(self.soonest, claims=self.claims)

    @property
    def kinds(self) -> Kinds:
        return self.box.kinds

    @property
    def key(self) -> tuple[object, ...]:
        """What accounts of one voice share: same origin, bounds and things; of totals "since 2008", whenever they were made (1.4)."""
        box, made = self.box, self.origin.made
        last = None if self.total and made is not None and box.last == made.toordinal() else box.last
        where, who = box.place and cell(box.place), box.who and box.who.key  # in whatever words, from wherever they are lent
        return (
            self.origin.key, self.topic, self.low, self.high, self.soft is None, self.extent, self.events, self.whole, box.first, last,
            box.anchored, where, who, box.means, box.kinds,
        )  # fmt: skip

    @property
    def reach(self) -> tuple[float, float]:
        """How far it surely counts, for one who says "at most": to its last day, as known on the day it was made, if that is known."""
        return self.box.last or 0, self.origin.made.toordinal() if self.origin.made is not None else inf

    @property
    def need(self) -> tuple[float, float]:
        """How far it needs to count, for one who says "at least": the same days, those not known taken the other way."""
        return self.box.last or inf, self.origin.made.toordinal() if self.origin.made is not None else 0


def account_of(claim: Claim, origin: Origin, incident: str | None) -> Account | None:
    """The account that a claim gives; None where it binds nothing (rule 1.3) or counts what is not compared."""
    figure, scope = claim.figure, claim.scope
    if figure is None or not binds(claim) or figure.measure not in words_of("scopes", "compared"):
        return None
    extent = scope.extent if scope is not None else None
    who = _party(scope.agent) if scope is not None and scope.agent is not None else None
    return Account(
        id=claim.id, claims=(claim.id,), document=claim.document, topic=topic(figure), low=figure.low, high=figure.high,
        soft=softened_by(figure, claim.hedge), figure=figure,
        box=box_of(scope, kinds_of(figure), who, origin.made), extent=extent,
        events=None if extent in (None, "total") else incident or claim.id, origin=origin,
        voice=voice(claim, origin), own_voice=not claim.attribution, besides=_besides(claim), whole=claim.part_of,
        sentence=(claim.document, claim.sentence.start) if claim.sentence is not None else None,
    )  # fmt: skip


def binds(claim: Claim) -> bool:
    """Does it claim a number that was, and not one that is denied, doubted, planned or might be?"""
    return claim.kind == "figure" and claim.stance in BINDING and (claim.event is None or claim.event.status is None)


def _besides(claim: Claim) -> bool:
    """ "three | other people", "five | more were wounded", "another ten": does a word beside the number say so?"""
    number, figure = claim.spans.get("figure.text"), claim.figure
    behind = claim.quote[number[1] - claim.start :].split(maxsplit=1)[:1] if number is not None else []
    before = figure.text.split(maxsplit=1)[:1] if figure is not None else []
    return any(word.casefold().strip(".,;:") in words_of("counted", "others") for word in (*behind, *before))


def softened_by(figure: Figure, hedge: str | None) -> str | None:
    """The word that takes a bound back: of the number itself, else of the assertion (rule 1.6)."""
    return figure.text if figure.soft else hedge


def topic(figure: Figure) -> Topic:
    """Measure and unit; "59 strikes" and "60 attacks" count one thing."""
    return figure.measure, "attacks" if figure.measure == "attacks" else figure.unit


def together(one: Account, other: Account) -> Account:
    """Two accounts of one key as one."""
    farthest = min((one, other), key=lambda each: (-each.reach[0], -each.reach[1], each.id))
    soonest = min((one.soonest or one, other.soonest or other), key=lambda each: (each.need, each.id))
    return replace(farthest, claims=tuple(sorted({*one.claims, *other.claims})), soonest=soonest)


def lies(one: Account, other: Account) -> tuple[Side, ...] | None:
    """The sides to be granted for the first to lie in the second, a total, as of their boxes; a stock lies in an equal box alone (5.2)."""
    granted = lies_in(one.box, other.box)
    if granted is None or one.topic[0] not in words_of("scopes", "stocks"):
        return granted
    back = lies_in(replace(other.box, kinds=one.kinds), one.box) if one.total else None
    return None if back is None else tuple(dict.fromkeys((*granted, *back)))


_party = lru_cache(maxsize=1 << 14)(party)  # the same few parties stand in most claims
# Who blames somebody for 12 deaths, or claims them, says that there were 12 (rule 1.3).
BINDING: tuple[Stance, ...] = ("asserts", "concedes", "blames", "claims")
