"""Who says how many: every claim that answers one question, in groups of those that are about the same.

Nothing is added up and nobody is judged. Claims about something else stand apart from the others with the reason, never as a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, product
from string import ascii_uppercase
from types import MappingProxyType
from typing import Literal, NamedTuple

from msgspec.structs import replace

from atodds.model.claim import Claim, Scope
from atodds.model.dispute import Agreement, Dimension, Dispute, Findings, Relation
from atodds.model.incident import Grouping, Incident
from atodds.model.origin import Origin, Revision
from atodds.model.record import Record
from atodds.model.text import Document
from atodds.views.asking import Asked, Wanted, understood
from atodds.views.lanes import Lane, by_claim, lane, made, scope_words, voices_of
from atodds.views.scopes import Box, asked_words, box_of, box_order, box_words, wanted_of
from atodds.views.standing import Standing, says, standing
from atodds.vocab import load

_NOTHING: Mapping[str, Origin] = MappingProxyType({})
_LETTERS = ascii_uppercase


class Group(Record, frozen=True, kw_only=True):
    """Claims about the same, or, where they are not comparable with the question, those that differ in the same way."""

    title: str
    comparable: bool
    voices: int
    notes: tuple[str, ...] = ()  # what holds for all of its lanes
    lanes: tuple[Lane, ...]


class Odds(Record, frozen=True, kw_only=True):
    """What cannot all be true, or agrees, among the lanes of a comparison; `lanes` are their numbers."""

    letter: str
    relation: Relation | Literal["agreement"]
    dimension: Dimension | None = None
    lanes: tuple[int, ...]
    also: tuple[int, ...] = ()  # lanes that say the same as one of them, in the same voice
    reason: str
    resolves: str | None = None

    @property
    def touches(self) -> tuple[int, ...]:
        """The lanes it is about, those that only repeat one of them included."""
        return (*self.lanes, *self.also)


class Compared(Record, frozen=True, kw_only=True):
    """A question and all its answers. Every claim asked about stands in exactly one lane."""

    title: str
    understood: str
    unread: tuple[str, ...] = ()  # words of the question that were not understood
    groups: tuple[Group, ...] = ()
    odds: tuple[Odds, ...] = ()
    left_out: int = 0  # figures that differ from the question on several sides

    @property
    def lanes(self) -> tuple[Lane, ...]:
        return tuple(each for group in self.groups for each in group.lanes)


class _Pick(NamedTuple):
    """A claim that is shown, the box and heading under which it stands, and how it stands to the question."""

    claim: Claim
    box: Box
    words: str
    standing: Standing


class _Readings(NamedTuple):
    """What was made of the claims, where it was made."""

    documents: Mapping[str, Document]
    incidents: Mapping[str, Incident]  # by claim id
    origins: Mapping[str, Origin]
    revised: Mapping[str, str]
    findings: Findings


def compare(
    question: Asked | Claim,
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    *,
    grouping: Grouping | None = None,
    origins: Mapping[str, Origin] = _NOTHING,
    revisions: Iterable[Revision] = (),
    findings: Findings | None = None,
) -> Compared:
    """All that some claims say to a question, or beside one claim: its incident's figures, or those whose boxes meet its own.

    A question that states no side asks for everything. The same claims give the same answer, in any order.
    """
    grouped = grouping if grouping is not None else Grouping()
    incidents = {id: incident for incident in grouped.incidents for id in incident.claims}
    revised = {each.earlier: each.later for each in revisions}
    read = _Readings(documents, incidents, origins, revised, findings if findings is not None else Findings())
    figures = [claim for claim in claims if claim.figure is not None]
    if isinstance(question, Claim):
        return _beside(question, figures, read)
    wanted = question.wanted
    return _compared(asked_words(wanted), understood(wanted), question.unread, *_answering(wanted, figures, read), read)


def _beside(claim: Claim, figures: Sequence[Claim], read: _Readings) -> Compared:
    """What is comparable with one claim: for a total what its box meets, else the figures of its incident."""
    incident = read.incidents.get(claim.id)
    if incident is None and claim.figure is not None and claim.scope is not None and claim.scope.extent == "total":
        wanted = wanted_of(claim)
        return _compared(asked_words(wanted), understood(wanted), (), *_answering(wanted, figures, read), read)
    inside = set(incident.claims) if incident is not None else {claim.id}
    event = claim.scope if incident is None else Scope(time=incident.time, place=incident.place, means=incident.means, aggregate=False)
    told = Wanted(time=event.time, place=event.place, means=event.means) if event is not None else Wanted()
    found = [_pick(each, told, Standing(), read) for each in figures if each.id in inside]
    words = scope_words(replace(claim, scope=event))
    return _compared(load("shown")["compared"]["incident"].format(scope=words), words, (), found, 0, read)


def _answering(wanted: Wanted, figures: Iterable[Claim], read: _Readings) -> tuple[list[_Pick], int]:
    """The claims that answer and those that differ on one side alone; how many differ on more, or are said by others."""
    found: list[_Pick] = []
    left = 0
    for claim in figures:
        if claim.figure is None or (wanted.measure is not None and claim.figure.measure != wanted.measure):
            continue
        day = made(claim, read.documents[claim.document], read.origins.get(claim.id))
        stood = standing(_lent(claim, read.incidents.get(claim.id)), wanted, day)
        if not stood.near or (wanted.said is not None and not says(claim, wanted.said)):
            left += 1
        else:
            found.append(_pick(claim, wanted, stood, read))
    return found, left


def _pick(claim: Claim, told: Wanted, stood: Standing, read: _Readings) -> _Pick:
    incident, until = read.incidents.get(claim.id), read.documents[claim.document].published
    return _Pick(claim, box_of(claim, told, incident, until), box_words(claim, told, incident, until), stood)


def _lent(claim: Claim, incident: Incident | None) -> Claim:
    """A claim with the sides that its incident has and it leaves open: both are about one event."""
    if incident is None or claim.scope is None:
        return claim
    scope = claim.scope
    return replace(
        claim,
        scope=replace(scope, time=scope.time or incident.time, place=scope.place or incident.place, means=scope.means or incident.means),
    )


def _compared(title: str, words: str, unread: tuple[str, ...], found: Sequence[_Pick], left: int, read: _Readings) -> Compared:
    """The groups with their lanes numbered through, and what cannot all be true among those that are comparable."""
    groups: list[Group] = []
    for why, picks in _boxes(found):
        groups.append(_group(why, picks, 1 + sum(len(each.lanes) for each in groups), read))
    return Compared(title=title, understood=words, unread=unread, groups=tuple(groups), odds=tuple(_odds(groups, read)), left_out=left)


def _boxes(found: Sequence[_Pick]) -> Iterator[tuple[str | None, list[_Pick]]]:
    """The claims of each box; then those that are not comparable, by the reason."""
    boxes: dict[Box, list[_Pick]] = {}
    others: dict[str, list[_Pick]] = {}
    for pick in found:
        if pick.standing.apart:
            others.setdefault(pick.standing.apart[0], []).append(pick)
        else:
            boxes.setdefault(pick.box, []).append(pick)
    yield from ((None, boxes[box]) for box in sorted(boxes, key=box_order))
    told = load("shown")["standings"]
    reasons = [words for part in ("apart", "notes") for side in told[part].values() for words in side.values()]
    yield from ((why, others[why]) for why in sorted(others, key=reasons.index))


def _group(why: str | None, picks: Sequence[_Pick], first: int, read: _Readings) -> Group:
    """One group, from the lowest figure to the highest; a note that holds for all is said once."""
    lanes = sorted((_lane(pick, read) for pick in picks), key=lambda each: each.order)
    shared = tuple(note for note in lanes[0].notes if len(lanes) > 1 and all(note in each.notes for each in lanes))
    seen: dict[tuple[object, ...], int] = {}
    placed = []
    for number, each in enumerate(lanes, start=first):
        same = seen.setdefault((each.voice, each.measure, each.category, each.low, each.high, each.modality, each.stance), number)
        notes = tuple(note for note in each.notes if note not in shared)
        placed.append(replace(each, number=number, notes=notes, same_voice=same if same != number else None))
    title = _title(picks) if why is None else load("shown")["compared"]["apart"].format(why=why)
    return Group(title=title, comparable=why is None, voices=voices_of(placed), notes=shared, lanes=tuple(placed))


def _title(picks: Sequence[_Pick]) -> str:
    """The heading of a group; that of one event where some of its claims tell of one and others count its blows."""
    return min((pick.claim.scope is None or pick.claim.scope.extent != "incident", pick.words) for pick in picks)[1]


def _lane(pick: _Pick, read: _Readings) -> Lane:
    claim = pick.claim
    return lane(
        claim, read.documents[claim.document], origin=read.origins.get(claim.id), notes=pick.standing.notes,
        revised=read.revised.get(claim.id),
    )  # fmt: skip


def _odds(groups: Iterable[Group], read: _Readings) -> Iterator[Odds]:
    """The disputes and agreements all of whose claims are comparable here, contradictions first, lettered in that order."""
    places = by_claim(each for group in groups if group.comparable for each in group.lanes)
    letters = _letters()
    ranked = sorted(read.findings.disputes, key=lambda one: (one.relation != "contradiction", one.id))
    every: tuple[Dispute | Agreement, ...] = (*ranked, *read.findings.agreements)
    for each in every:
        if all(id in places for id in each.claims):
            yield _told_of(each, next(letters), places)


def _told_of(found: Dispute | Agreement, letter: str, places: Mapping[str, tuple[Lane, ...]]) -> Odds:
    lanes = _numbers(found.claims, places)
    if isinstance(found, Agreement):
        return Odds(letter=letter, relation="agreement", lanes=lanes, reason=found.reason)
    return Odds(
        letter=letter, relation=found.relation, dimension=found.dimension, lanes=lanes, also=_numbers(found.also, places),
        reason=found.reason, resolves=found.resolves,
    )  # fmt: skip


def _numbers(ids: Iterable[str], places: Mapping[str, tuple[Lane, ...]]) -> tuple[int, ...]:
    return tuple(sorted(lane.number for id in ids for lane in places.get(id, ())))


def _letters() -> Iterator[str]:
    """A, B, ... Z, AA, AB ...

    >>> from itertools import islice
    >>> list(islice(_letters(), 25, 28))
    ['Z', 'AA', 'AB']
    """
    for size in count(1):
        yield from map("".join, product(_LETTERS, repeat=size))
