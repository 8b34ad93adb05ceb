"""Grouping: claims about one event, across documents, in one incident (section 4 of docs/methodology.md).

Claims of one report are gathered into tellings (`coreference`), tellings of all reports are compared where they can meet (`meetings`),
and the ties are made into groups from the strongest to the weakest (`clusters`). What a person decided goes before all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from atodds.incidents.clusters import Clusters
from atodds.incidents.coreference import Link, coreference
from atodds.incidents.likeness import likeness, score_of
from atodds.incidents.means import all_unlike
from atodds.incidents.meetings import meetings
from atodds.incidents.members import is_member
from atodds.incidents.nearness import Days, days_of, meet, near
from atodds.incidents.summary import incident
from atodds.incidents.tellings import Telling, telling
from atodds.model.claim import Claim
from atodds.model.incident import Grouping, Incident, Judgement, Pair
from atodds.model.text import Document
from atodds.model.where import Place

_PER_TELLING = 3  # unsure pairs kept for one telling, the likeliest: a person can look at no more
_CAREFUL: tuple[Judgement, ...] = ("different", "unsure", "same")  # of two standing decisions on one pair, the first of these holds


class _Told(NamedTuple):
    """All that is told in some documents, before documents are set against each other."""

    claims: dict[str, Claim]
    documents: dict[str, tuple[str, ...]]  # by claim id: all that hold its words, sorted
    tellings: list[Telling]
    links: list[Link]
    unsure: list[Link]
    apart: list[tuple[str, str]]


def group(claims: Iterable[Claim], documents: Mapping[str, Document], judgements: Iterable[Pair] = ()) -> Grouping:
    """Every incident of some claims. The result depends neither on their order nor on how they were handed over."""
    told = _told(claims, documents)
    decided = _standing(judgements, told.claims)
    clusters = Clusters(sorted(told.claims))
    for each in decided:
        if each.judgement != "same":
            clusters.keep_apart(each.one, each.other)
    found = meetings(told.tellings)
    sure, doubtful = ([_Tie(link.score, link.one, link.other, link) for link in links] for links in (told.links, told.unsure))
    sure += [_tie(told.tellings, *each) for each in found.sure.items()]
    doubtful += [_tie(told.tellings, *each) for each in found.doubtful.items()]
    same = [each for each in decided if each.judgement == "same"]
    joined = _join(told, clusters, same, (*told.apart, *found.apart), sure)
    unsure = (*(each for each in decided if each.judgement == "unsure"), *_unsure(told, clusters, doubtful, decided))
    return Grouping(
        incidents=tuple(_incidents(told, clusters, joined)),
        unsure=tuple(sorted(unsure, key=_ids)),
        different=tuple(each for each in decided if each.judgement == "different"),
    )


class _Tie(NamedTuple):
    """Two claims that may be joined, and why: a link in one report, or two tellings, whose reason is asked for when it counts."""

    score: float
    one: str
    other: str
    why: Link | tuple[int, int]


def _tie(tellings: Sequence[Telling], pair: tuple[int, int], points: float) -> _Tie:
    one, other = sorted(tellings[each].key for each in pair)
    return _Tie(score_of(points), one, other, pair)


def _strongest_first(ties: Iterable[_Tie]) -> list[_Tie]:
    return sorted(ties, key=lambda each: (-each.score, each.one, each.other, isinstance(each.why, Link), each.why))


def _pair(told: _Told, tie: _Tie, judgement: Judgement) -> Pair:
    if isinstance(tie.why, Link):
        reason = tie.why.reason
    else:
        alike = likeness(told.tellings[tie.why[0]], told.tellings[tie.why[1]])
        reason = alike.reason if alike is not None else ""
    return Pair(one=tie.one, other=tie.other, judgement=judgement, score=round(tie.score, 3), reason=reason)


def _ids(pair: Pair) -> tuple[str, str]:
    return pair.one, pair.other


def _told(claims: Iterable[Claim], documents: Mapping[str, Document]) -> _Told:
    found = _Told({}, {}, [], [], [], [])
    reports: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if is_member(claim):
            reports[claim.document][claim.id] = claim
    for name in sorted(reports):
        mine = reports.pop(name)
        for id, claim in mine.items():
            found.claims.setdefault(id, claim)
            found.documents[id] = (*found.documents.get(id, ()), name)
        told = coreference(mine.values(), documents.get(name))
        for event, several in zip(told.events, told.several, strict=True):
            found.tellings.append(telling(event, documents.get(name), several=several))
        found.links.extend(told.links)
        found.unsure.extend(told.unsure)
        found.apart.extend(told.apart)
    found.tellings.sort(key=lambda each: (each.key, each.document))
    return found


# -- what people decided


def _standing(judgements: Iterable[Pair], claims: Mapping[str, Claim]) -> list[Pair]:
    """The decisions on claims that are here, one a pair, in a fixed order."""
    held: dict[tuple[str, str], Pair] = {}
    for each in map(_in_order, judgements):
        if each.one in claims and each.other in claims and each.one != each.other:
            before = held.get((each.one, each.other))
            if before is None or _care(each) < _care(before):
                held[each.one, each.other] = each
    return [held[key] for key in sorted(held)]


def _in_order(pair: Pair) -> Pair:
    return pair if pair.one < pair.other else replace(pair, one=pair.other, other=pair.one)


def _care(pair: Pair) -> tuple[int, str]:
    return _CAREFUL.index(pair.judgement), pair.decided or ""


# -- groups


class _Reach:
    """A growing group's claims have a day in common, no two of them are at places apart, and not all of their means are unlike."""

    def __init__(self, claims: Mapping[str, Claim], clusters: Clusters[str]) -> None:
        self.clusters = clusters
        self.days: dict[str, Days | None] = {}
        self.places: dict[str, tuple[Place, ...]] = {}
        self.means: dict[str, frozenset[str]] = {}
        for id, claim in claims.items():
            scope = claim.scope
            self.days[id] = days_of(scope.time) if scope is not None else None
            self.places[id] = (scope.place,) if scope is not None and scope.place is not None else ()
            self.means[id] = _only(scope.means if scope is not None else None)

    def join(self, one: str, other: str, *, decided: bool) -> bool:
        first, second = self.clusters.root(one), self.clusters.root(other)
        if first == second or not (decided or self._fit(first, second)) or not self.clusters.join(one, other):
            return False
        root = self.clusters.root(one)
        mine, its = self.days[first], self.days[second]
        self.days[root] = mine if its is None else its if mine is None else _shared(mine, its)
        self.places[root] = tuple(dict.fromkeys((*self.places[first], *self.places[second])))
        self.means[root] = self.means[first] | self.means[second]
        return True

    def _fit(self, first: str, second: str) -> bool:
        if not meet(self.days[first], self.days[second]) or all_unlike(self.means[first], self.means[second]):
            return False
        return all(near(one, other) is not None for one in self.places[first] for other in self.places[second])


@cache
def _only(means: str | None) -> frozenset[str]:
    """A set of one means or none, made once: a million claims share a few."""
    return frozenset((means,) if means is not None else ())


def _shared(one: Days, other: Days) -> Days:
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else one  # only where a person joined what is apart


def _join(
    told: _Told, clusters: Clusters[str], same: Sequence[Pair], apart: Iterable[tuple[str, str]], ties: Iterable[_Tie]
) -> list[Pair]:  # fmt: skip
    """Join what people said first, then what the machine found, from the strongest tie to the weakest; the pairs that did it.

    What a report itself tells apart stays apart, unless a person joined it.
    """
    reach = _Reach(told.claims, clusters)
    joined = [each for each in same if reach.join(each.one, each.other, decided=True)]
    for one, other in apart:
        clusters.keep_apart(one, other)
    joined.extend(_pair(told, each, "same") for each in _strongest_first(ties) if reach.join(each.one, each.other, decided=False))
    return joined


def _incidents(told: _Told, clusters: Clusters[str], joined: Iterable[Pair]) -> Iterator[Incident]:
    held: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(told.claims):
        held[clusters.root(id)].append(id)
    why: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in joined:
        why[clusters.root(pair.one)].append(pair)
    for root, ids in sorted(held.items(), key=lambda each: each[1][0]):
        reports = sorted({name for id in ids for name in told.documents[id]})
        yield incident([told.claims[id] for id in ids], reports, sorted(why[root], key=_ids))


def _unsure(told: _Told, clusters: Clusters[str], ties: Iterable[_Tie], decided: Sequence[Pair]) -> Iterator[Pair]:
    """The likeliest of the doubtful pairs, where nobody has decided and no other tie has joined them."""
    known = {_ids(each) for each in decided}
    count: defaultdict[str, int] = defaultdict(int)
    for each in _strongest_first(ties):
        settled = (each.one, each.other) in known or clusters.root(each.one) == clusters.root(each.other)
        if settled or not clusters.may_join(each.one, each.other) or max(count[each.one], count[each.other]) >= _PER_TELLING:
            continue
        known.add((each.one, each.other))
        count[each.one] += 1
        count[each.other] += 1
        yield _pair(told, each, "unsure")
