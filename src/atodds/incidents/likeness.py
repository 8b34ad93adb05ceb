"""Likeness: how much speaks for it that two reports tell of one event, in points and in a sentence (rule 4.3)."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from atodds.incidents.means import all_unlike
from atodds.incidents.nearness import NOTHING, Near, near_days, near_places
from atodds.incidents.tellings import BY_CHANCE, Count, Telling, one_voice
from atodds.incidents.whereabouts import same
from atodds.vocab.shown import means_words

JOINED = 7.0  # points from which on two tellings are held to be of one event
UNSURE = 6.0  # points from which on a person should look
_FULL = 10.0  # points that count as certain: same day, same town, same means, same number and names
_FAR = 3  # times as many: hardly one event
_CLOSE = 1.5


class Likeness(NamedTuple):
    """How alike two tellings are, and what of it is alike: "same day, 4 km apart, both drone strikes"."""

    points: float
    reason: str


def score_of(points: float) -> float:
    """Points as a share of what counts as certain, 0 to 1."""
    return max(0.0, min(1.0, points / _FULL))


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """How much speaks for one event; None where nothing that happened once can be both."""
    sets = [each for each in (one, other) if each.several and not each.compact]
    if sets and not (len(sets) > 1 and one.local and other.local):  # "the strikes on Kesta on Monday" are told of as one event by both
        return _exactly(one, other)
    if one.sorts.isdisjoint(other.sorts) or _foretold(one, other) or _foretold(other, one):
        return None
    when, where, counts = near_days(one.days, other.days), near_places(one.places, other.places), _numbers(one, other)
    if when is None or where is None:
        return None
    found = (when, where, _means(one, other), counts, _names(one, other), _sites(one, other), _parties(one, other))
    unlike = one.several != other.several and not (one.compact and other.compact)  # several blows of one attack, or several attacks
    points = sum(each.points for each in found) - unlike
    return Likeness(points, ", ".join(each.words for each in found if each.words)) if points > 0 else None


def _exactly(one: Telling, other: Telling) -> Likeness | None:
    """Two counted sets of events are one where time, place and number fit exactly, and not otherwise."""
    if one.several != other.several or one.days is None or one.days != other.days or not one.places or not other.places:
        return None
    if not same(one.places[0], other.places[0]) or one.sorts.isdisjoint(other.sorts) or all_unlike(one.means, other.means):
        return None
    equal = [each for each in one.counts if any(_equal(each, another) for another in other.counts)]
    return Likeness(_FULL * 0.8, f"same period, same place, the same number of {equal[0].measure}") if equal else None


def _foretold(one: Telling, other: Telling) -> bool:
    """Was the second printed before what the first tells of?"""
    return one.days is not None and other.until is not None and one.days[0] > other.until


def _means(one: Telling, other: Telling) -> Near:
    shared = sorted(set(one.means) & set(other.means))
    if shared:
        return Near(1, f"both {means_words(shared[0])}")
    if not one.means or not other.means:
        return NOTHING
    if all_unlike(one.means, other.means):
        return Near(-2)
    return Near(0.5, f"{means_words(one.means[0])} and {means_words(other.means[0])} may be one")


def rivals_of_one_voice(one: Telling, other: Telling) -> bool:
    """Does one voice in one report give two numbers of the same people? Then it tells of two events."""
    if one.document != other.document:
        return False
    return any(_of_one_voice(first, second) for first, second in product(one.counts, other.counts) if _comparable(first, second))


def counts_otherwise(one: Telling, other: Telling) -> bool:
    """Does one report give other numbers here and there? A toll of several attacks and that of one, or two rival tolls: it is unsure."""
    if one.document != other.document:
        return False
    pairs = [(first, second) for first, second in product(one.counts, other.counts) if _comparable(first, second)]
    return bool(pairs) and not any(_equal(first, second) for first, second in pairs)


def _numbers(one: Telling, other: Telling) -> Near:
    """Equal numbers speak for one event, far ones against it; the dead before the wounded."""
    pairs = [(first, second) for first, second in product(one.counts, other.counts) if _comparable(first, second)]
    equal = sorted({(first.low or 0, first.measure) for first, second in pairs if _equal(first, second)}, reverse=True)
    if equal:
        sure = 2 if equal[0][0] >= BY_CHANCE else 1
        more = 1 if len({measure for _, measure in equal}) > 1 else 0
        return Near(sure + more, f"{equal[0][0]:g} {equal[0][1]} in both")
    dead = [pair for pair in pairs if pair[0].measure == "killed"] or pairs
    if any(_near(first, second) for first, second in dead):
        return Near(1, "numbers close to each other")
    return Near(-2) if dead and all(_far(first, second) for first, second in dead) else NOTHING


def _comparable(one: Count, other: Count) -> bool:
    return one.measure == other.measure and (one.kind == other.kind or "unknown" in (one.kind or "unknown", other.kind or "unknown"))


def _of_one_voice(one: Count, other: Count) -> bool:
    closed = None not in (one.low, one.high, other.low, other.high)
    return closed and one.kind == other.kind and one_voice(one.voice, other.voice) and not _equal(one, other)


def _equal(one: Count, other: Count) -> bool:
    """The same lower number: "at least 12" and "12" are one count; "dozens" is none."""
    if one.vague or other.vague or one.low is None:
        return False
    return one.measure == other.measure and 0 < one.low == other.low


def _bounds(one: Count) -> tuple[float, float]:
    low = one.low if one.low is not None else 0.0
    return low, one.high if one.high is not None else max(low, 0.0)


def _near(one: Count, other: Count) -> bool:
    (low, high), (least, most) = _bounds(one), _bounds(other)
    return max(low, least) <= _CLOSE * max(min(high, most), 1.0)


def _far(one: Count, other: Count) -> bool:
    (low, high), (least, most) = _bounds(one), _bounds(other)
    return not (one.vague or other.vague) and max(low, least) > _FAR * max(min(high, most), BY_CHANCE)


def _names(one: Telling, other: Telling) -> Near:
    shared = sorted(one.names & other.names)
    return Near(3, f"both name {shared[0].title()}") if shared else NOTHING


def _sites(one: Telling, other: Telling) -> Near:
    shared = sorted(one.sites & other.sites)
    return Near(min(2, len(shared)), f"both tell of a {shared[0]}") if shared else NOTHING


def _parties(one: Telling, other: Telling) -> Near:
    return Near(0.5, "the same doer") if one.parties & other.parties else NOTHING
