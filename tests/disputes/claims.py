"""Claims by hand: what a report would say, in one line each, for all who test what cannot be true together.

    reported = told(
        claim("a", "no", "civilian", during="2012-01-01/2013-12-31", place=PAKISTAN, means="drone", extent="total", by="the ministry"),
        claim("b", "19", "civilian", during="2012", place=NORTH_WAZIRISTAN, means="drone", extent="incidents", by="Amnesty"),
    )
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from atodds.model.claim import Claim, Event, Extent, Kind, Scope, Stance, Status
from atodds.model.figure import OF_PEOPLE, Category, Figure, Measure, Modality
from atodds.model.incident import Grouping, Incident, Pair
from atodds.model.origin import Origin, Revision
from atodds.model.source import Link
from atodds.model.when import From, Precision, When
from atodds.model.where import Place

PAKISTAN = Place(text="Pakistan", name="Pakistan", country="PAK", geoname=1168579, precision="country")
PROVINCE = Place(text="the Upper Province", name="Upper Province", country="PAK", admin1="Upper", geoname=1, precision="admin1")
DISTRICT = Place(text="Ashan", name="Ashan", country="PAK", admin1="Upper", admin2="Ashan", geoname=2, precision="admin2")
TOWN = Place(text="Ashan Bazar", name="Ashan Bazar", country="PAK", admin1="Upper", admin2="Ashan", geoname=3, precision="town")
OTHER_TOWN = Place(text="Dor", name="Dor", country="PAK", admin1="Upper", admin2="Ashan", geoname=4, precision="town")

VAGUE = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}  # as in docs/claim.md


class Told(NamedTuple):
    """What disputes are looked for in: claims, whose voices they are, which speak of one event, which are history."""

    claims: tuple[Claim, ...]
    origins: Mapping[str, Origin]
    grouping: Grouping = Grouping()
    revisions: tuple[Revision, ...] = ()

    def __repr__(self) -> str:
        """One line a claim: what a counterexample must say at a glance."""
        lines = [line(each, self.origins[each.id]) for each in self.claims]
        lines += [f"one incident: {' '.join(each.claims)}" for each in self.grouping.incidents if len(each.claims) > 1]
        lines += [f"different: {each.one} {each.other}" for each in self.grouping.different]
        lines += [f"revised: {each.earlier} by {each.later}" for each in self.revisions]
        return "\n" + "\n".join(lines) + "\n"

    def of(self, ids: Iterable[str]) -> Told:
        """The same with these claims alone."""
        kept = frozenset(ids)
        return Told(
            tuple(each for each in self.claims if each.id in kept),
            {id: origin for id, origin in self.origins.items() if id in kept},
            Grouping(
                incidents=tuple(less for each in self.grouping.incidents if (less := _less(each, kept)).claims),
                unsure=tuple(pair for pair in self.grouping.unsure if {pair.one, pair.other} <= kept),
                different=tuple(pair for pair in self.grouping.different if {pair.one, pair.other} <= kept),
            ),
            tuple(each for each in self.revisions if {each.earlier, each.later} <= kept),
        )


def told(
    *claims: Claim,
    incidents: Iterable[Sequence[str]] = (),
    different: Iterable[tuple[str, str]] = (),
    revised: Iterable[tuple[str, str]] = (),
    sides: Mapping[str, str] | None = None,
) -> Told:
    """Claims with the origins that their innermost speakers are; `incidents` are groups of ids, `sides` a speaker's state."""
    return Told(
        claims,
        {each.id: origin(each, sides or {}) for each in claims},
        Grouping(incidents=tuple(incident(*ids) for ids in incidents), different=tuple(apart(*pair) for pair in different)),
        tuple(revision(*pair) for pair in revised),
    )


def line(each: Claim, origin: Origin) -> str:
    """A claim in one line, its fields by name where they are set."""
    scope, what = each.scope, each.figure
    said = f"{what.text} {'/'.join(what.kinds) or what.category or ''} {what.measure}" if what is not None else each.kind
    time = scope.time if scope is not None else None
    period = "unresolved" if time is not None and time.unresolved else f"{time.earliest}/{time.latest}" if time is not None else None
    event = each.event
    fields = {
        "made": origin.made, "during": period, "in": scope and scope.place and scope.place.text, "agent": scope and scope.agent,
        "means": scope and scope.means, "part of": each.part_of, "hedge": each.hedge, "accused": event and event.accused,
        "status": event and event.status, "stance": each.stance if each.stance != "asserts" else None,
    }  # fmt: skip
    told = " · ".join(f"{name} {value}" for name, value in fields.items() if value is not None)
    return f"{each.id} {each.document} {origin.name}: {said} · {scope and scope.extent} · {told}"


def figure(number: str, who: Category | str | None = None, measure: Measure = "killed", kinds: tuple[Category, ...] = ()) -> Figure:
    """The figure that the words of a number give.

    >>> figure("at least 400").low, figure("up to 25").high, figure("no").high, figure("dozens").low, figure("4-7").high
    (400, 25, 0, 24, 7)
    """
    low, high, modality = _bounds(number)
    people = measure in OF_PEOPLE
    return Figure(
        measure=measure, low=low, high=high, text=number, modality=modality, unit="people" if people else measure,
        category=(who or "unknown") if people else None, kinds=kinds,
    )  # fmt: skip


_WORDS: tuple[tuple[str, Modality, int | None, int | None], ...] = (  # how far each bound lies from the number; None: open
    ("at least", "at_least", 0, None), ("more than", "more_than", 1, None), ("up to", "at_most", None, 0),
    ("fewer than", "less_than", None, -1), ("about", "about", 0, 0), ("only", "exact", 0, 0), ("", "exact", 0, 0),
)  # fmt: skip


def _bounds(number: str) -> tuple[int | None, int | None, Modality]:
    if number == "no":
        return 0, 0, "none"
    if number in VAGUE:
        return VAGUE[number], None, "vague"
    ends = re.findall(r"\d+", number)
    if len(ends) == 2:
        return int(ends[0]), int(ends[1]), "exact"
    _, modality, low, high = next(each for each in _WORDS if number.startswith(each[0]))
    return None if low is None else int(ends[0]) + low, None if high is None else int(ends[0]) + high, modality


def claim(
    id: str,
    number: str | None = None,
    who: Category | None = None,
    *,
    measure: Measure = "killed",
    kinds: tuple[Category, ...] = (),
    during: str | When | None = None,
    place: Place | None = None,
    agent: str | None = None,
    means: str | None = None,
    agent_from: From | None = None,
    means_from: From | None = None,
    extent: Extent | None = "incident",
    by: str | None = None,
    made: date | str | None = None,
    stance: Stance = "asserts",
    hedge: str | None = None,
    part_of: str | None = None,
    accused: str | None = None,
    status: Status | None = None,
    document: str = "r1",
    quote: str | None = None,
) -> Claim:
    """A claim: of a figure where a number is given, of who did it where somebody is accused, else of an event."""
    kind: Kind = "figure" if number is not None else "responsibility" if accused is not None else "event"
    said = quote or " ".join(word for word in (number, who, measure) if word)
    happened = Event(type="ASSAULT", accused=accused, status=status) if kind != "figure" or status is not None else None
    return Claim(
        id=id, document=document, kind=kind, quote=said, start=0, end=len(said), rule="by hand", author="neutral",
        attribution=(Link(speaker=by, date=_day(made)),) if by is not None else (),
        stance=stance, hedge=hedge, part_of=part_of, event=happened,
        figure=None if number is None else figure(number, who, measure, kinds),
        scope=Scope(
            time=during if isinstance(during, When) or during is None else when(during), place=place, agent=agent, means=means,
            agent_from=agent_from, means_from=means_from, extent=extent, aggregate=extent == "total",
        ),
    )  # fmt: skip


def when(text: str, *, from_: From | None = "words") -> When:
    """A time from ISO days: "2012", "2012-10-24", "2012-01-01/2013-10-30", "2008-01-01/", "/2013-10-30", "open", "unresolved".

    >>> when("2012").latest
    datetime.date(2012, 12, 31)
    """
    if text == "open":
        return When(precision="open")
    if text == "unresolved":
        return When(precision="day", unresolved=True, text="Thursday")
    if re.fullmatch(r"\d{4}", text):
        return When(earliest=date(int(text), 1, 1), latest=date(int(text), 12, 31), precision="year", text=text, from_=from_)
    first, _, last = text.partition("/")
    ends = (_day(first or None), _day(last or None) if "/" in text else _day(first))
    return When(earliest=ends[0], latest=ends[1], precision=_precision(*ends), text=text, from_=from_)


def _precision(earliest: date | None, latest: date | None) -> Precision:
    return "day" if earliest == latest else "span"


def _day(day: date | str | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def origin(claim: Claim, sides: Mapping[str, str] | None = None) -> Origin:
    """The innermost speaker, else the report itself; made on the day of its link."""
    name = claim.attribution[0].speaker if claim.attribution else f"report {claim.document}"
    key = "-".join(name.lower().split())
    return Origin(key=key, side=(sides or {}).get(name, key), name=name, made=claim.attribution[0].date if claim.attribution else None)


def incident(*ids: str) -> Incident:
    members = tuple(sorted(ids))
    joined = tuple(
        Pair(one=one, other=other, judgement="same", score=1.0, reason="same day, same place")
        for one, other in pairwise(members)
    )
    return Incident(id=members[0], claims=members, documents=("r1",), joined=joined)


def apart(one: str, other: str) -> Pair:
    """Two claims that a person keeps apart."""
    first, second = sorted((one, other))
    return Pair(one=first, other=second, judgement="different", score=0.0, reason="two strikes", decided="d1")


def revision(earlier: str, later: str) -> Revision:
    return Revision(earlier=earlier, later=later, incident=min(earlier, later), reason="a later figure of the same origin")


def _less(each: Incident, kept: frozenset[str]) -> Incident:
    members = [id for id in each.claims if id in kept]
    return incident(*members) if members else Incident(id=each.id, claims=(), documents=())
