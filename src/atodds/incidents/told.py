"""An event as far as a report has told of it, and which claims it can hold."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.incidents.means import unlike
from atodds.incidents.members import is_set, sort_of
from atodds.incidents.nearness import Days, Near, days_of, meet, near, of_one_town
from atodds.incidents.tellings import BY_CHANCE, doers, one_voice, tells_of_blows, voice
from atodds.model.claim import Claim
from atodds.model.figure import Figure
from atodds.model.text import bare_words
from atodds.model.where import Place
from atodds.vocab import words_of

_SAME_AREA = 2  # points: the same province or closer
_FAR = 3  # times as many
_TIMES = 6  # two counts of one attack seldom differ by more
_MANY = 2  # people
_OWN = (None, "words")  # where a side stands that is told with the claim


class Event:
    """An event as far as the report has told of it."""

    def __init__(self, claim: Claim) -> None:
        self.claims: list[Claim] = []
        self.several = is_set(claim)
        self.days: Days | None = None
        self.places: list[Place] = []
        self.means: set[str] = set()
        self.parties: set[str] = set()
        self.told: set[tuple[str, object]] = set()  # times, places, means as words
        self.figures: dict[tuple[object, ...], Claim] = {}  # one claim for each number that a voice gives
        self.blows = False  # told of as explosions, by which one attack is counted
        self.last = claim  # the one that stands furthest on in the text
        self.add(claim)

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        days, place, means = sides(claim)
        if days is not None:
            self.days = days if self.days is None else (max(days[0], self.days[0]), min(days[1], self.days[1]))
        if place is not None and place not in self.places:
            self.places.append(place)
        if means is not None:
            self.means.add(means)
        self.parties.update(each.key for each in doers(claim))
        self.told.update(told_sides(claim))
        self.blows = self.blows or tells_of_blows(claim)
        if claim.figure is not None and claim.part_of is None:
            figure = claim.figure
            self.figures.setdefault((figure.measure, figure.category, figure.low, figure.high, voice(claim)), claim)
        if claim.end > self.last.end:
            self.last = claim

    def fits(self, claim: Claim, *, pointing: bool = False) -> bool:
        """Can the claim be of this event, as far as time, place and means go? What points back may say more closely where it was."""
        days, place, means = sides(claim)
        if not meet(days, self.days) or any(unlike(means, each) for each in self.means):
            return False
        return place is None or self._is_there(place, pointing=pointing)

    def _is_there(self, place: Place, *, pointing: bool) -> bool:
        found = [near(place, each) for each in self.places]
        if any(each is None for each in found):
            return False
        lies = [(each, its) for each, its in zip(found, self.places, strict=True) if each is not None]
        known = any(each.points >= _SAME_AREA for each, _ in lies)
        return known or pointing or not any(_elsewhere(each, place, its) for each, its in lies)

    @property
    def compact(self) -> bool:
        """Two explosions of one day in one town are one event in two blows; two raids are not."""
        return self.blows and of_one_town(self.days, self.places)

    def takes(self, claim: Claim) -> bool:
        """Is one event told of here and there, or a set here and there? A compact set is told of as one event too."""
        return self.several == is_set(claim) or self.compact

    def is_one_with(self, other: Event) -> bool:
        """Can two events of one report turn out to be one?"""
        if self.several != other.several and not (self.compact or other.compact):
            return False
        return all(self.fits(each) and not self.clashes(each) for each in other.claims)

    def told_with(self, claim: Claim, other: Claim) -> bool:
        """Are two acts of one sentence of one event? Harm and those taken are; what was around it only at the same day and place."""
        sorts = {sort_of(claim), sort_of(other)}
        if "other" in sorts:
            return sorts == {"other"} and _same_act(claim, other)
        if "company" in sorts and sides(claim)[:2] != sides(other)[:2]:
            return False
        return not self.clashes(claim) and not self._done_by_others(claim)

    def clashes(self, claim: Claim) -> bool:
        """One voice gives two numbers of one kind, neither a part of the other: then they are of two events."""
        figure = claim.figure
        if figure is None or claim.part_of is not None:
            return False
        return any(
            key[:2] == (figure.measure, figure.category) and one_voice(str(key[-1]), voice(claim)) and _rivals(other, claim)
            for key, other in self.figures.items()
        )

    def counts_otherwise(self, claim: Claim) -> bool:
        """Has it been given another number of the claim's measure, and of its people?"""
        lows = self._counted_like(claim)
        return bool(lows) and claim.figure is not None and claim.figure.low not in lows

    def counts_far_from(self, claim: Claim) -> bool:
        """Is the claim's number far from all that it has been given? Then it is hardly a count of the same people."""
        mine = claim.figure.low if claim.figure is not None else None
        lows = self._counted_like(claim)
        return mine is not None and bool(lows) and all(max(mine, each) > _FAR * max(min(mine, each), 1) for each in lows)

    def _counted_like(self, claim: Claim) -> set[float]:
        figure = claim.figure
        if figure is None or claim.part_of is not None:
            return set()
        given = [other.figure for key, other in self.figures.items() if key[0] == figure.measure]
        return {each.low for each in given if each is not None and each.low is not None and _of_one_kind(each, figure)}

    def is_counted_as(self, claim: Claim) -> bool:
        """Has another voice given a number of the same people that is not far from it?"""
        figure = claim.figure
        if figure is None or figure.low is None or not claim.attribution or claim.part_of is not None:
            return False
        rivals = [other.figure for key, other in self.figures.items() if key[0] == figure.measure and key[-1] != voice(claim)]
        return any(each is not None and _same_people(each, figure) for each in rivals)

    def adds(self, claim: Claim) -> bool:
        """More people of a measure that the event has been given a number of already."""
        measure = claim.figure.measure if claim.figure is not None else None
        return is_more(claim) and any(key[0] == measure for key in self.figures)

    def _done_by_others(self, claim: Claim) -> bool:
        """Two known doers of two acts in one sentence, that is no fight between them: two events."""
        mine = {each.key for each in doers(claim)}
        if claim.kind == "responsibility" or "clash" in self.means:
            return False
        return bool(mine) and bool(self.parties) and mine.isdisjoint(self.parties)

    @property
    def violent(self) -> bool:
        return any(sort_of(each) in ("harm", "seizure") for each in self.claims)


def sides(claim: Claim) -> tuple[Days | None, Place | None, str | None]:
    scope = claim.scope
    return (None, None, None) if scope is None else (days_of(scope.time), scope.place, scope.means)


def _elsewhere(found: Near, one: Place, other: Place) -> bool:
    """Two names of one sort that no list knows how they lie to each other: in one report these are two places."""
    return found.points < 1 and one.precision == other.precision


def share_sentence(one: Claim, other: Claim) -> bool:
    if one.sentence is None or other.sentence is None:
        return one.start < other.end and other.start < one.end
    return one.sentence.start < other.sentence.end and other.sentence.start < one.sentence.end


def same_words(claim: Claim, other: Claim) -> bool:
    """Two readings of the same words: "several clashes" counts them, "clashes" tells of them."""
    if (claim.start, claim.end) == (other.start, other.end) and claim.kind != other.kind:
        return True
    deed = claim.spans.get("event.type") or other.spans.get("event.type")
    counted = claim.spans.get("figure.measure") or other.spans.get("figure.measure")
    return deed is not None and deed == counted


def _same_act(one: Claim, other: Claim) -> bool:
    return one.event is not None and other.event is not None and (one.event.type, one.event.mode) == (other.event.type, other.event.mode)


def is_more(claim: Claim) -> bool:
    """ "Another seven": more people than those told before."""
    return claim.figure is not None and not words_of("incidents", "more").isdisjoint(bare_words(claim.figure.text)[:1])


def taken_sides(claim: Claim) -> Iterator[tuple[str, object]]:
    """The sides that stand in another sentence: what they are."""
    scope = claim.scope
    if scope is None:
        return
    if scope.place is not None and scope.place.from_ in ("previous", "whole", "document"):
        yield "place", " ".join(scope.place.text.split())
    if scope.time is not None and scope.time.from_ in ("previous", "whole") and scope.time.earliest is not None:
        yield "time", (scope.time.earliest, scope.time.latest)
    own = any(each is not None and each.from_ in _OWN for each in (scope.time, scope.place))
    if scope.means is not None and scope.means_from in ("previous", "whole") and not own:
        yield "means", scope.means


def told_sides(claim: Claim) -> Iterator[tuple[str, object]]:
    """Time, place and means, as far as the claim has them, so that claims that share one are found."""
    scope = claim.scope
    if scope is None:
        return
    if scope.place is not None:
        yield "place", " ".join(scope.place.text.split())
    if scope.time is not None and scope.time.earliest is not None:
        yield "time", (scope.time.earliest, scope.time.latest)
    if scope.means is not None:
        yield "means", scope.means


def number(claim: Claim) -> tuple[object, ...] | None:
    """A number that does not agree by chance, with what it counts."""
    figure = claim.figure
    if figure is None or figure.low is None or figure.low < BY_CHANCE or figure.modality == "vague":
        return None
    return figure.measure, figure.low, figure.unit


def _rivals(one: Claim, other: Claim) -> bool:
    return one.figure is not None and other.figure is not None and (one.figure & other.figure) is None


def _same_people(one: Figure, other: Figure) -> bool:
    """Two counts of one size, of people of one kind or of no kind; a single one is a person, and no rival count."""
    if one.low is None or other.low is None:
        return False
    less, more = sorted((one.low, other.low))
    if less < _MANY or more > _TIMES * less:
        return False
    return _of_one_kind(one, other)


def _of_one_kind(one: Figure, other: Figure) -> bool:
    """The same kind of people, or one of them of no kind."""
    return one.category == other.category or "unknown" in (one.category or "unknown", other.category or "unknown")
