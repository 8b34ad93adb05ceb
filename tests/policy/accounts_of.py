"""Claims of invented incidents, made by hand, with the readings that a policy is given: who says them, of which incident."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from atodds.model.claim import Claim, Event, Extent, Scope, Stance
from atodds.model.dispute import Findings
from atodds.model.figure import Category, Figure, Measure, Modality
from atodds.model.incident import Grouping, Incident
from atodds.model.origin import Origin, Revision
from atodds.model.when import When
from atodds.model.where import Place
from atodds.policy.base import Given, Policy, Rolled, Row

DAY = date(2021, 5, 4)
NORLAND = Place(text="Norland", country="XNO", precision="country")  # no country has this code
TARN = Place(text="Tarn", name="Tarn", country="XNO", admin1="Hill", admin2="Upper Hill", geoname=1, lat=1.0, lon=2.0, precision="town")


def on(first: date, last: date | None = None) -> When:
    return When(earliest=first, latest=last or first, precision="day" if last is None else "span")


@dataclass
class Told:
    """What is told of one incident, and beside it. Each call makes a claim; ids follow the order of the calls."""

    time: When | None = field(default_factory=lambda: on(DAY))
    place: Place | None = TARN
    means: str | None = None
    claims: list[Claim] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)  # ids of claims in no incident
    revisions: list[Revision] = field(default_factory=list)

    def figure(
        self, low: int | None, high: int | None, by: str = "Alpha", *, of: Category | None = None, measure: Measure = "killed",
        modality: Modality = "exact", text: str | None = None, part_of: Claim | None = None, as_claimed: str | None = None,
        extent: Extent = "incident", agent: str | None = None, stance: Stance = "asserts", hedge: str | None = None,
        names: tuple[str, ...] = (), **more: Any,
    ) -> Claim:  # fmt: skip
        figure = Figure(
            measure=measure, low=low, high=high, text=text or f"{low}-{high}", modality=modality, unit="people", category=of or "unknown",
            as_claimed=as_claimed, names=names,
        )  # fmt: skip
        scope = Scope(time=self.time, place=self.place, agent=agent, means=self.means, extent=extent, aggregate=False)
        return self._keep(by, "figure", figure=figure, scope=scope, part_of=part_of and part_of.id, stance=stance, hedge=hedge, **more)

    def exactly(self, number: int, by: str = "Alpha", **more: Any) -> Claim:
        return self.figure(number, number, by, **more)

    def at_least(self, number: int, by: str = "Alpha", **more: Any) -> Claim:
        return self.figure(number, None, by, modality="at_least", **more)

    def total(
        self, low: int, high: int | None, time: When | None, by: str = "Alpha", *, place: Place | None = NORLAND, means: str | None = None,
        of: Category | None = "civilian", extent: Extent = "total", agent: str | None = None, part_of: Claim | None = None, **more: Any,
    ) -> Claim:  # fmt: skip
        figure = Figure(measure="killed", low=low, high=high, text=str(low), modality="exact", unit="people", category=of)
        scope = Scope(time=time, place=place, means=means, agent=agent, extent=extent, aggregate=extent == "total")
        made = self._keep(by, "figure", figure=figure, scope=scope, part_of=part_of and part_of.id, **more)
        self.beside.add(made.id)
        return made

    def charge(self, accused: str, by: str = "Alpha", stance: Stance = "blames", **more: Any) -> Claim:
        return self._keep(by, "responsibility", event=Event(type="ASSAULT", accused=accused), stance=stance, **more)

    def act(self, type: str, mode: str | None = None, by: str = "Alpha", *, agent: str | None = None, **more: Any) -> Claim:
        return self._keep(by, "event", event=Event(type=type, mode=mode, agent=agent), **more)

    def revised(self, earlier: Claim, later: Claim) -> None:
        self.revisions.append(Revision(earlier=earlier.id, later=later.id, incident="i", reason="15 the next day"))

    def given(self, **more: Any) -> Given:
        ids = tuple(each.id for each in self.claims if each.id not in self.beside)
        incident = Incident(
            id=min(ids, default="none"), claims=ids, documents=("report",), time=self.time, place=self.place, means=self.means
        )
        return Given(**{
            "claims": tuple(self.claims), "origins": self.origins, "grouping": Grouping(incidents=(incident,) if ids else ()),
            "revisions": tuple(self.revisions), "findings": Findings(), **more,
        })  # fmt: skip

    def rolled(self, policy: Policy, **more: Any) -> Rolled:
        return policy.roll(self.given(**more))

    def row(self, policy: Policy, **more: Any) -> Row:
        """The only row of the incident."""
        (row,) = (each for each in self.rolled(policy, **more).rows if each.incident is not None)
        return row

    def values(self, policy: Policy, *names: str) -> tuple[Any, ...]:
        row = self.row(policy)
        return tuple(row.values[name] for name in names)

    def _keep(
        self, by: str, kind: Any, *, side: str | None = None, made: date | None = None, draws_on: tuple[str, ...] = (),
        stance: Stance = "asserts", **content: Any,
    ) -> Claim:  # fmt: skip
        claim = Claim(
            id=f"c{len(self.claims):02}", document="report", kind=kind, quote="", start=0, end=0, attribution=(), stance=stance,
            author="neutral", rule="test", **content,
        )  # fmt: skip
        self.claims.append(claim)
        self.origins[claim.id] = Origin(key=by, side=side or by, name=by, made=made, draws_on=draws_on)
        return claim
