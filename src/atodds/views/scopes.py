"""Scopes that claims share: which of them are about the same, the heading under which they stand, and in which order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from atodds.disputes.boxes import kinds_of
from atodds.incidents.parties import party
from atodds.incidents.whereabouts import cell
from atodds.model.claim import Claim, Scope
from atodds.model.figure import Category, Figure
from atodds.model.incident import Incident
from atodds.model.when import When
from atodds.model.where import Place
from atodds.views.asking import Wanted
from atodds.vocab import load
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import attacks_by, folded, means_words, noun, whom

_NOWHERE = Scope(aggregate=False)


class Box(NamedTuple):
    """What the claims of one group have in common; equal boxes are one group."""

    extent: str  # total, incidents, incident, open
    measure: str
    unit: str
    kinds: tuple[Category, ...]  # none: people
    means: str | None
    doer: str | None  # key of a party, where no means tells who is meant
    place: tuple[str, ...]
    first: date | None
    last: date | None  # None where a total runs up to the day on which it was made
    incident: str | None = None


def box_of(claim: Claim, wanted: Wanted, incident: Incident | None = None, until: date | None = None) -> Box:
    """The group of a claim: a total's sides that are open are those asked for, an incident's are its incident's.

    `until`: the day of the report. "Since 2008" in two reports is one scope, though each count ends on its own day (rule 1.5).
    """
    scope, figure = claim.scope or _NOWHERE, claim.figure
    assert figure is not None
    total = scope.extent == "total"
    time = incident.time if incident is not None else scope.time
    place = incident.place if incident is not None else scope.place or (wanted.place if total else None)
    means = incident.means if incident is not None else scope.means or (wanted.means if total else None)
    return Box(
        "incident" if incident is not None else scope.extent or "open", figure.measure, figure.unit, tuple(sorted(kinds_of(figure))), means,
        party(scope.agent).side if scope.agent is not None and means is None else None,
        _known(place), *_days(time, until if total else None), incident.id if incident is not None else None,
    )  # fmt: skip


def box_words(claim: Claim, told: Wanted, incident: Incident | None = None, until: date | None = None) -> str:
    """The heading of a claim's group, without what is told above it: "Totals · since 2008"."""
    scope, figure = claim.scope or _NOWHERE, claim.figure
    assert figure is not None
    box = box_of(claim, told, incident, until)
    place = (incident.place if incident is not None else None) or scope.place or told.place
    time = incident.time if incident is not None else scope.time
    if time is None or not time.unresolved:
        when = When(earliest=box.first, latest=box.last, precision="span")
    else:
        when = time
    parts = (
        load("shown")["compared"]["heads"][scope.extent or "open"],
        "" if _is_told(box, told) else whom(replace(figure, as_claimed=None)),
        means_words(box.means) if box.means is not None and box.means != told.means else "",
        f"by {folded(scope.agent)}" if box.doer is not None and scope.agent is not None and told.agent is None else "",
        place_words(place) if place is not None and _known(place) != _known(told.place) else "",
        "" if box.extent == "incident" and time is not None and time == told.time else period(when),
    )
    return " · ".join(part for part in parts if part)


def _is_told(box: Box, told: Wanted) -> bool:
    """Does what is told above a heading say already who is counted, and how they fared?"""
    kinds = () if told.category == "unknown" else (told.category,)
    return told.category is not None and box.measure == told.measure and box.kinds == kinds


def box_order(box: Box) -> tuple[object, ...]:
    """Totals before incidents; of each the earliest first, the longest of those that begin together; no period last."""
    last = date.max if box.last is None else box.last
    return (
        list(load("shown")["compared"]["heads"]).index(box.extent), list(load("shown")["measures"]).index(box.measure),
        box.first is None and box.last is None, box.first or date.min, -last.toordinal(),
        box.means or "", box.place, box.kinds, box.unit, box.doer or "", box.incident or "",
    )  # fmt: skip


def wanted_of(claim: Claim) -> Wanted:
    """What a claim is about, as a question. The doer is asked for where no means is given: what drones did counts, whoever flew them."""
    scope, figure = claim.scope or _NOWHERE, claim.figure
    category = (figure.category or "unknown") if figure is not None else None
    return Wanted(
        measure=figure.measure if figure is not None else None, category=category, means=scope.means,
        agent=scope.agent if scope.means is None else None, place=scope.place,
        time=scope.time if scope.time is not None and scope.time != When(precision="open") and not scope.time.unresolved else None,
    )  # fmt: skip


def asked_words(wanted: Wanted) -> str:
    """The question as a sentence.

    >>> asked_words(Wanted(measure="killed", category="civilian", means="drone", place=Place(text="Pakistan", country="PAK")))
    'How many civilians were killed by drone strikes in Pakistan?'
    """
    shown = load("shown")
    means = means_words(wanted.means) if wanted.means is not None else ""
    doer = folded(wanted.agent) if wanted.agent is not None else ""
    when = period(wanted.time) if wanted.time is not None else ""
    by = f"{doer} ({means})" if doer and means else doer or means
    words = shown["questions"][wanted.measure] if wanted.measure is not None else shown["compared"]["any"]
    if wanted.measure == "attacks" and wanted.means is not None:
        who, by = attacks_by(wanted.means), doer
        words = words.replace("{where}", "{how}{where}")
    else:
        who = _noun(wanted)
    asked = str(words).format(
        who=who, how=f" by {by}" if by else "", topic=f" ({by})" if by else "",
        where=f" in {place_words(wanted.place)}" if wanted.place is not None else "",
        when=f" {when}" if when.startswith(("since", "until")) else f", {when}" if when else "",
    )  # fmt: skip
    return f"{asked} ({shown['compared']['said'].format(name=folded(wanted.said))})" if wanted.said is not None else asked


def _noun(wanted: Wanted) -> str:
    measure = wanted.measure or "killed"
    return noun(Figure(measure=measure, text="", modality="none", unit="people", category=wanted.category))


def _known(place: Place | None) -> tuple[str, ...]:
    """One key for one place, places of one country beside each other."""
    return () if place is None else (place.country or "", *(str(each or "") for each in cell(place)))


def _days(time: When | None, until: date | None) -> tuple[date | None, date | None]:
    if time is None or time.unresolved:
        return None, None
    return time.earliest, None if time.earliest is not None and time.latest is not None and time.latest == until else time.latest
