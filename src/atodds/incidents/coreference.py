"""Coreference: which claims of one report are of one event.

A report is read from its beginning, as it was written. A claim joins the event that it is part of, that its sentence tells of, that its
time or place was taken from, or that it points back at ("the bombings"): one candidate, or none. Where several would do, they are kept
as unsure.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from atodds.incidents.members import anchor, is_set, sort_of
from atodds.incidents.pointing import brings_in, opens_another, parted, points_back, singles_out, title_end
from atodds.incidents.told import Event, is_more, number, same_words, share_sentence, sides, taken_sides, told_sides
from atodds.model.claim import Claim
from atodds.model.text import Document

_NEXT = 300  # characters: as far as the sentence before
_PARAGRAPHS = 1500  # characters: a few paragraphs
_REACH = 6000  # characters: what is further back is not pointed at any more
_MAIN = 3  # events with which a report opens: what it tells again is what it is mainly about
_RECENT = 24  # events that a claim can still be of; the others lie too far back


class Link(NamedTuple):
    """Two claims and why they are of one event, or may be."""

    one: str
    other: str
    score: float
    reason: str


class Coreference(NamedTuple):
    """The events of one report: their claims, why these belong together, what is unsure, and which events are told as others."""

    events: tuple[tuple[Claim, ...], ...]
    several: tuple[bool, ...]  # of each: is it a counted set of events?
    links: tuple[Link, ...]
    unsure: tuple[Link, ...]
    apart: tuple[tuple[str, str], ...]  # claims of two events that the report itself tells apart


def coreference(claims: Iterable[Claim], document: Document | None) -> Coreference:
    """The events of one report. `claims` are those of it that are members, in any order."""
    reader = _Reader(document.text, document.title or "") if document is not None else _Reader("", "")
    for claim in sorted(claims, key=lambda each: (anchor(each).start, anchor(each).end, each.id)):
        reader.read(claim)
    events = tuple(tuple(each.claims) for each in reader.events)
    several = tuple(each.several for each in reader.events)
    unsure = (each for each in reader.unsure if reader.event_of[each.one] is not reader.event_of[each.other])
    return Coreference(events, several, tuple(reader.links), tuple(unsure), tuple(reader.apart))


_Found = tuple[Event, Link] | None


class _Reader:
    """One reading of a report, claim by claim."""

    def __init__(self, text: str, title: str) -> None:
        self.text = text
        self.title = title_end(text, title)
        self.events: list[Event] = []
        self.event_of: dict[str, Event] = {}
        self.equal: dict[tuple[object, ...], Event] = {}
        self.links: list[Link] = []
        self.unsure: list[Link] = []
        self.apart: list[tuple[str, str]] = []

    def read(self, claim: Claim) -> None:
        found: _Found = self._whole(claim)
        if found is not None:
            found[0].add(claim)
            self.links.append(found[1])
        else:
            for way in (self._sentence, self._taken, self._same_time, self._pointed, self._titled, self._counted, self._repeated):
                more = way(claim)
                if more is not None:
                    found = self._joined(claim, found, *more)
        event = found[0] if found is not None else Event(claim)
        if found is None:
            self.events.append(event)
        self.event_of[claim.id] = event
        if (key := number(claim)) is not None:
            self.equal.setdefault(key, event)

    def _joined(self, claim: Claim, found: _Found, event: Event, link: Link) -> _Found:
        """The claim is of that event as well: it and the one that the claim is of already are one, if nothing speaks against it."""
        if found is None:
            event.add(claim)
        elif found[0] is event or not event.is_one_with(found[0]):
            return found
        else:
            event = self._one(event, found[0])
        self.links.append(link)
        return event, link

    def _one(self, event: Event, other: Event) -> Event:
        """Two events that turn out to be one."""
        for claim in other.claims:
            event.add(claim)
            self.event_of[claim.id] = event
        self.events.remove(other)
        self.equal = {key: event if each is other else each for key, each in self.equal.items()}
        return event

    # -- the ways, the surest first

    def _whole(self, claim: Claim) -> tuple[Event, Link] | None:
        event = self.event_of.get(claim.part_of or "")
        if event is None or event.several != is_set(claim):
            return None
        return event, _link(claim, claim.part_of or "", 0.97, "a part and its whole")

    def _sentence(self, claim: Claim) -> tuple[Event, Link] | None:
        for event in reversed(self.events[-_RECENT:]):
            for other in reversed(event.claims):
                if not share_sentence(claim, other):
                    break
                alike = same_words(claim, other)
                if not (event.takes(claim) or alike) or not event.fits(claim):
                    continue
                if parted(self.text, other, claim):
                    self.apart.append((other.id, claim.id))
                    break
                if event.counts_otherwise(claim) and brings_in(self.text, claim):
                    self.unsure.append(_link(claim, other.id, 0.65, "another number and an attack of its own, in the same sentence"))
                    break
                if alike or event.told_with(claim, other):
                    return event, _link(claim, other.id, 0.95, "told in one sentence")
        return None

    def _taken(self, claim: Claim) -> tuple[Event, Link] | None:
        """Time, place or means were read from what the report told before: it goes on about the same."""
        taken = tuple(taken_sides(claim))
        if sort_of(claim) == "other" or not taken:
            return None
        for event in reversed(self.events[-_RECENT:]):
            if claim.start - event.last.end > _PARAGRAPHS or event.told.isdisjoint(taken) or share_sentence(claim, event.claims[0]):
                continue
            if not event.violent or not event.takes(claim) or not event.fits(claim) or singles_out(self.text, claim):
                continue
            if opens_another(self.text, claim):
                self.apart.append((event.last.id, claim.id))
                return None
            if event.clashes(claim):
                self.unsure.append(_link(claim, event.last.id, 0.6, "the same place and time, but one voice with two numbers"))
                return None
            if event.counts_otherwise(claim) and (brings_in(self.text, claim) or event.counts_far_from(claim)):
                self.unsure.append(_link(claim, event.last.id, 0.65, "another number, of the same attack or of another in the same place"))
                return None
            if event.adds(claim):
                self.unsure.append(_link(claim, event.last.id, 0.65, "more people harmed, there or in another attack"))
                return None
            return event, _link(claim, event.last.id, 0.9, "told on, in the same place and time")
        return None

    def _same_time(self, claim: Claim) -> tuple[Event, Link] | None:
        """Its day was read from the report at large: it is of the one event told of that day, where there is but one."""
        scope = claim.scope
        if sort_of(claim) != "harm" or scope is None or scope.time is None or scope.time.from_ != "document" or scope.place is not None:
            return None
        day = ("time", (scope.time.earliest, scope.time.latest))
        told = [each for each in self.events[-_RECENT:] if day in each.told and each.violent and each.fits(claim)]
        told = [each for each in told if not share_sentence(claim, each.claims[0])]
        if len(told) != 1 or not told[0].takes(claim) or told[0].clashes(claim) or told[0].adds(claim) or self._is_new(claim):
            return None
        return told[0], _link(claim, told[0].last.id, 0.85, "told of the one event of that day")

    def _pointed(self, claim: Claim) -> tuple[Event, Link] | None:
        """ "The bombings", "this attack": the one event told before that the words can mean."""
        if sort_of(claim) != "harm" or not points_back(self.text, claim):
            return None
        days, place, means = sides(claim)
        fitting = [each for each in self.events[-_RECENT:] if each.violent and each.fits(claim, pointing=True)]
        own = {each for each in told_sides(claim) if each[0] != "means"}
        fitting = [each for each in fitting if (means is None or each.means or own & each.told) and (days is None or each.days is not None)]
        for reach in (_NEXT, _PARAGRAPHS, _REACH):
            close = [each for each in fitting if claim.start - each.last.end <= reach]
            if len(close) == 1 and not close[0].clashes(claim):
                return close[0], _link(claim, close[0].last.id, 0.85, "points back at the one event told before that it can mean")
            if close:
                reason = "may point back at it, or at another event told before"
                self.unsure.extend(_link(claim, each.last.id, 0.6, reason) for each in close)
                return None
            if place is not None and place.from_ is None:
                return None  # "the attack in Kesta", far behind: its own place tells which
        return None

    def _titled(self, claim: Claim) -> tuple[Event, Link] | None:
        """What the title tells is what the first lines tell."""
        if sort_of(claim) == "other" or not self.title <= claim.start < self.title + _PARAGRAPHS:
            return None
        for event in self.events:
            if event.last.end <= self.title and event.violent and event.takes(claim) and event.fits(claim):
                if event.counts_otherwise(claim):
                    self.unsure.append(_link(claim, event.last.id, 0.65, "the title, and what is told below it first, with another number"))
                    return None
                return event, _link(claim, event.last.id, 0.8, "the title, and what is told below it first")
            if event.last.end > self.title and event.violent:
                return None  # the first lines have been told
        return None

    def _counted(self, claim: Claim) -> tuple[Event, Link] | None:
        """Another voice's number, right behind: "a source put the dead at 25"."""
        own = {each for each in told_sides(claim) if each[0] != "means"}
        near = [each for each in self.events[-_RECENT:] if each.violent and 0 <= claim.start - each.last.end <= _NEXT]
        told = [each for each in near if own <= each.told and each.takes(claim) and each.fits(claim) and each.is_counted_as(claim)]
        if len(told) != 1 or self._is_new(claim) or singles_out(self.text, claim) or is_more(claim) or _has_a_day(claim):
            return None
        return told[0], _link(claim, told[0].last.id, 0.8, "another voice's number, told right behind")

    def _is_new(self, claim: Claim) -> bool:
        return opens_another(self.text, claim) or brings_in(self.text, claim)

    def _repeated(self, claim: Claim) -> tuple[Event, Link] | None:
        key = number(claim)
        event = self.equal.get(key) if key is not None else None
        if event is None or event not in self.events[:_MAIN] or is_more(claim) or opens_another(self.text, claim):
            return None
        if not event.takes(claim) or not event.fits(claim):
            return None
        return event, _link(claim, event.claims[0].id, 0.9, "the same number of the same people, told again")


def _link(claim: Claim, other: str, score: float, reason: str) -> Link:
    one, two = sorted((claim.id, other))
    return Link(one, two, score, reason)


def _has_a_day(claim: Claim) -> bool:
    """Is the day told with it, and not read from what stands around?"""
    time = claim.scope.time if claim.scope is not None else None
    return time is not None and time.earliest is not None and time.from_ == "words"
