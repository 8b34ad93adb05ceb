"""Dossiers: an incident with its claims, sifted. What a policy counts from, and what none of them may count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from atodds.incidents.whereabouts import inside
from atodds.model.claim import Claim
from atodds.model.figure import HARM
from atodds.model.incident import Incident
from atodds.model.origin import Origin
from atodds.model.record import Record
from atodds.policy.base import Given, Suppressed
from atodds.policy.precision import days
from atodds.vocab.shown import folded

_BIND_NOTHING = {"denies": "denied: a denial gives no number of its own", "doubts": "doubted: binds nothing"}
_APART = {
    "total": "a total: it contains incidents, and is rolled up with none of them",
    "incidents": "a counted set of attacks, not one incident",
    "incident": "in no incident",
    None: "in no incident: what it is about is not told",
}


class Dossier(Record, frozen=True, kw_only=True):
    """One incident: all its claims, the figures that stand, and those that do not."""

    incident: Incident
    claims: tuple[Claim, ...]  # each once, by id
    standing: tuple[Claim, ...]  # figures of people harmed that bind and that nothing newer replaces, one for each thing an origin says
    suppressed: tuple[Suppressed, ...]  # its other figures

    def without(self, gone: Iterable[Suppressed]) -> Dossier:
        """The same with some more figures suppressed."""
        more = tuple(gone)
        keys = {each.claim for each in more}
        standing = tuple(each for each in self.standing if each.id not in keys)
        return replace(self, standing=standing, suppressed=ordered([*self.suppressed, *more]))

    @property
    def day(self) -> date:
        """The first day that it may have happened, the last day there is where none is told."""
        return (self.incident.time.earliest if self.incident.time is not None else None) or date.max


def dossiers(given: Given) -> list[Dossier]:
    """A dossier for each incident, by day, then by id. A counted set of attacks over more than a day is no incident."""
    claims = {claim.id: claim for claim in sorted(given.claims, key=lambda each: (each.id, each.document))}
    found = [_dossier(each, claims, given) for each in given.grouping.incidents if not _is_set(each, claims)]
    return sorted((each for each in found if each.claims), key=lambda each: (each.day, each.incident.id))


def outside(given: Given) -> tuple[list[Claim], list[Suppressed]]:
    """The figures that are in no incident: those that stand, and the others with the reason.

    Of one origin's same figure for the same period the one stands that says most of place and means; another place is another figure.
    """
    claims = {claim.id: claim for claim in given.claims}
    grouped = {key for incident in given.grouping.incidents if not _is_set(incident, claims) for key in incident.claims}
    figures = [each for each in given.claims if each.figure is not None and each.id not in grouped]
    return _sifted(sorted(figures, key=lambda each: (-_stated(each), each.id)), given, _period, _compatible)


def not_rolled(given: Given) -> list[Suppressed]:
    """All figures that are in no incident, each with the reason, for those who roll up incidents alone."""
    standing, suppressed = outside(given)
    return [*suppressed, *(Suppressed(claim=each.id, reason=apart_from_incidents(each)) for each in standing)]


def apart_from_incidents(claim: Claim) -> str:
    """Why a figure is in no incident."""
    return _APART[claim.scope.extent if claim.scope is not None else None]


def ordered(suppressed: Iterable[Suppressed]) -> tuple[Suppressed, ...]:
    """By claim id, each claim once, with the first reason given."""
    first: dict[str, Suppressed] = {}
    for each in suppressed:
        first.setdefault(each.claim, each)
    return tuple(first[key] for key in sorted(first))


def _dossier(incident: Incident, claims: Mapping[str, Claim], given: Given) -> Dossier:
    own = [claims[key] for key in sorted(incident.claims) if key in claims]
    standing, suppressed = _sifted((each for each in own if each.figure is not None), given)
    found = Dossier(incident=incident, claims=tuple(own), standing=tuple(standing), suppressed=tuple(suppressed))
    return found.without(_only_named(standing))


def _is_set(incident: Incident, claims: Mapping[str, Claim]) -> bool:
    """ "Two attacks in 2012 killed 19": do all of its claims count several attacks, not those of one day?"""
    scopes = [claims[key].scope for key in incident.claims if key in claims]
    return days(incident.time) != 1 and all(scope is not None and scope.extent == "incidents" for scope in scopes)


def _only_named(standing: Iterable[Claim]) -> list[Suppressed]:
    """The figures that only name people ("Omar Said, a commander, was killed"), where others count them: they say nothing of the rest."""
    harmed = [(claim, claim.figure) for claim in standing if claim.figure is not None]
    counted = {figure.measure for _, figure in harmed if not figure.only_names}
    return [
        Suppressed(claim=claim.id, reason="names people, and counts nobody else: other figures do")
        for claim, figure in harmed
        if figure.only_names and figure.measure in counted
    ]


def _sifted(
    figures: Iterable[Claim],
    given: Given,
    about: Callable[[Claim, Origin], object] = lambda claim, origin: None,
    alike: Callable[[Claim, Claim], bool] = lambda claim, first: True,
) -> tuple[list[Claim], list[Suppressed]]:
    """The figures that count, each once, and the others with the reason: rules 1.3, 1.4 and 3.6 of docs/methodology.md."""
    later = {each.earlier: each for each in given.revisions}
    suppressed: list[Suppressed] = []
    said: dict[object, list[Claim]] = {}
    for claim in {each.id: each for each in figures}.values():
        origin = given.origins[claim.id]
        before = said.setdefault((_says(claim), origin.key, about(claim, origin)), [])
        if (why := _not_bound(claim)) is not None:
            suppressed.append(Suppressed(claim=claim.id, reason=why))
        elif (newer := later.get(claim.id)) is not None:
            suppressed.append(Suppressed(claim=claim.id, reason=f"revised: {newer.reason}", by=newer.later))
        elif (first := next((each for each in before if alike(claim, each)), None)) is not None:
            suppressed.append(Suppressed(claim=claim.id, reason=f"the same figure of the same origin, {folded(origin.name)}", by=first.id))
        else:
            before.append(claim)
    return sorted((claim for each in said.values() for claim in each), key=lambda each: each.id), suppressed


def _not_bound(claim: Claim) -> str | None:
    figure = claim.figure
    assert figure is not None
    if figure.measure not in HARM or figure.unit != "people":
        return "counts no people harmed"
    if claim.stance in _BIND_NOTHING:
        return _BIND_NOTHING[claim.stance]
    return "gives no number" if figure.low is None and figure.high is None else None


def _says(claim: Claim) -> object:
    """What is counted, the bounds, and whether it is owned up to. A part is not its like on its own."""
    figure = claim.figure
    assert figure is not None
    return figure.measure, figure.category, figure.kinds, figure.low, figure.high, claim.part_of is not None, claim.stance == "concedes"


def _period(claim: Claim, origin: Origin) -> object:
    """How far it reaches, and when; a period that runs until the day of saying is one in every report that prints it."""
    scope = claim.scope
    if scope is None or scope.time is None:
        return scope and scope.extent
    return scope.extent, scope.time.earliest, scope.time.latest if scope.time.latest != origin.made else None


def _compatible(claim: Claim, first: Claim) -> bool:
    """May two figures be about one place and one means? A side that one leaves open may be the other's."""
    if claim.scope is None or first.scope is None:
        return claim.scope is first.scope
    here, there = claim.scope.place, first.scope.place
    means = {claim.scope.means, first.scope.means} - {None}
    return (here is None or there is None or inside(here, there) or inside(there, here)) and len(means) < 2


def _stated(claim: Claim) -> int:
    """How many sides of its box a figure states."""
    scope = claim.scope
    return 0 if scope is None else sum(side is not None for side in (scope.place, scope.means, scope.agent))
