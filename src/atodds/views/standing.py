"""How a claim stands to a question: whether it answers it, what it leaves open, and on which side it is about something else.

The sides are those of docs/methodology.md: time, place, who did it, by what means, what kind of people (rules 2.1-2.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from atodds.disputes.boxes import Kinds, kinds_of, kinds_within, means_within
from atodds.incidents.parties import party, within
from atodds.incidents.whereabouts import apart, inside
from atodds.model.claim import Claim, Scope
from atodds.model.when import When
from atodds.views.asking import Wanted
from atodds.vocab import load
from atodds.vocab.shown import folded

Side = Literal["period", "place", "doer", "means", "kind", "extent"]
_REACHES = ("wider", "partly")
_EMPTY = Scope(aggregate=False)


class Standing(NamedTuple):
    """`apart`: why it is not comparable, a reason for each side; none: it answers. `notes`: what has to be granted or minded."""

    apart: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def near(self) -> bool:
        """Does it answer, or differ on one side alone, with nothing else to be granted?"""
        return not self.apart or (len(self.apart) == 1 and set(self.notes) <= set(self.apart))


class _Seen(NamedTuple):
    side: Side
    how: str  # a key of `standings` in vocab/shown.yml


def standing(claim: Claim, wanted: Wanted, until: date | None = None) -> Standing:
    """The claim's box against what is asked for, side by side.

    A total that leaves a side open is shown, and says so: it may mean what is asked. An incident that leaves one open is inside
    nothing that states it (2.6).
    """
    words = load("shown")["standings"]
    seen = list(_sides(claim, wanted, until))
    noted = [words["notes"][each.side][each.how] for each in seen if each.how in words["notes"][each.side]]
    apart = [words["apart"][each.side][each.how] for each in seen if each.how in words["apart"][each.side]]
    return Standing(tuple(apart or (noted if _too_wide(seen) or _untied(seen, wanted) else ())), tuple(noted))


def _too_wide(seen: Sequence[_Seen]) -> bool:
    """Wider on two sides, or wider on one and open on another: so much would have to be granted that the two say nothing of one another."""
    wider = sum(each.how == "wider" for each in seen)
    return wider > 1 or (wider == 1 and any(each.how == "open" for each in seen))


def _untied(seen: Sequence[_Seen], wanted: Wanted) -> bool:
    """Does it state none of the sides that are asked for? "400 were killed by drones" says nothing of Karachi in October."""
    asked = sum(each is not None for each in (wanted.time, wanted.place, wanted.means, wanted.agent))
    return 0 < asked == sum(each.how == "open" for each in seen)


def says(claim: Claim, name: str) -> bool:
    """Does anyone in the chain bear this name, or part of it, or is it the same body under another name?"""
    asked, words = party(name), folded(name).casefold()
    return any(
        words in folded(link.speaker).casefold() or (asked.identified and party(link.speaker, link.actor).key == asked.key)
        for link in claim.attribution
    )


def period_of(scope: Scope | None, made: date | None = None) -> tuple[date | None, date | None] | None:
    """First and last day of the box, a count ending on the day it was made (1.5); None where no period is stated or it hangs on no date."""
    time = scope.time if scope is not None else None
    if time is None or time.unresolved or (time.earliest is None and time.latest is None):
        return None
    last = time.latest
    if made is not None and (last is None or last > made) and (time.earliest is None or time.earliest <= made):
        last = made
    return time.earliest, last


def _sides(claim: Claim, wanted: Wanted, until: date | None) -> Iterator[_Seen]:
    scope = claim.scope or _EMPTY
    total = scope.extent == "total"
    if scope.extent is None:
        yield _Seen("extent", "open")
    yield from _kind(claim, wanted)
    for seen in (
        *_time(scope, wanted.time, until, total=total),
        *_place(scope, wanted, total=total),
        *_means(scope, wanted, total=total),
        *_doer(scope, wanted, total=total),
    ):
        # events in a wider scope may all lie outside the one that is asked for
        yield seen._replace(how="beyond") if not total and seen.how in _REACHES else seen


def _kind(claim: Claim, wanted: Wanted) -> Iterator[_Seen]:
    """Some of those who are asked for answer as well: journalists are civilians, and everyone is one of `people` (2.5)."""
    asked: Kinds = frozenset() if wanted.category in (None, "unknown") else frozenset((wanted.category,))
    if claim.figure is not None and not kinds_within(kinds_of(claim.figure), asked):
        yield _Seen("kind", "other")


def _time(scope: Scope, wanted: When | None, until: date | None, *, total: bool) -> Iterator[_Seen]:
    asked = period_of(Scope(time=wanted, aggregate=False))
    if asked is None:
        return
    if scope.time is not None and scope.time.unresolved:
        yield _Seen("period", "unresolved")
        return
    given = period_of(scope, until)
    if given is None:
        yield _Seen("period", "open" if total else "unstated")
        return
    first, last = given[0] or date.min, given[1] or date.max
    least, most = asked[0] or date.min, asked[1] or date.max
    if last < least or first > most:
        yield _Seen("period", "other")
        return
    before, after = first < least, asked[1] is not None and last > most  # a question without an end asks for all that there is
    if before or after:
        yield _Seen("period", "wider" if (before or first == least) and (after or last == most or asked[1] is None) else "partly")


def _place(scope: Scope, wanted: Wanted, *, total: bool) -> Iterator[_Seen]:
    if wanted.place is None:
        return
    if scope.place is None:
        yield _Seen("place", "open" if total else "unstated")
    elif not inside(scope.place, wanted.place):
        yield _Seen("place", "wider" if inside(wanted.place, scope.place) else "other" if apart(scope.place, wanted.place) else "unknown")


def _means(scope: Scope, wanted: Wanted, *, total: bool) -> Iterator[_Seen]:
    if wanted.means is None:
        return
    if scope.means is None:
        yield _Seen("means", "any" if total and scope.agent is not None else "open" if total else "unstated")
    elif not means_within(scope.means, wanted.means):
        yield _Seen("means", "wider" if means_within(wanted.means, scope.means) else "other")


def _doer(scope: Scope, wanted: Wanted, *, total: bool) -> Iterator[_Seen]:
    """Whoever did it: a total by what means alone counts what they did, whoever it was (2.6)."""
    if wanted.agent is None:
        return
    if scope.agent is None:
        yield _Seen("doer", "any" if total and scope.means is not None else "open" if total else "unstated")
        return
    asked, given = party(wanted.agent), party(scope.agent)
    if not within(given, asked):
        yield _Seen("doer", "wider" if within(asked, given) else "other")
