"""Incidents as a person reads them: a line each, and one in full with the reasons that hold it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from atodds.model.claim import Claim
from atodds.model.figure import HARM, Figure, Measure
from atodds.model.incident import Grouping, Incident, Pair
from atodds.model.text import Document
from atodds.views.chain import outlet, voices
from atodds.views.columns import columns, cut, fitting
from atodds.views.lines import WIDTH, heading, labelled
from atodds.views.names import short
from atodds.vocab import load
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import folded, many, means_words

_HEADS = ("id", "when", "where", "means", "claims", "reports", "figures")
_WIDEST = (10, 21, 20, 14, 6, 7, 20)


def is_violent(incident: Incident, claims: Mapping[str, Claim]) -> bool:
    """Does anyone claim harm to people or an attack? Meetings, accusations and marches are events too."""
    return any(_is_of_harm(claims[each]) for each in incident.claims)


def listing(incidents: Iterable[Incident], claims: Mapping[str, Claim]) -> Iterator[str]:
    """A header and a row for each incident, by the day it is told of; those without a day come last."""
    rows = [_HEADS, *(_row(each, claims) for each in sorted(incidents, key=_order))]
    widths = fitting(rows, _WIDEST)
    for row in rows:
        yield from columns(row, widths)


def explained(incident: Incident, grouping: Grouping, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    """One incident: what each report claims of it, why the claims are held to be of one event, and what is unsure."""
    yield from labelled([("", " · ".join(_head(incident, claims)))])
    for name in incident.documents:
        mine = sorted((claims[each] for each in incident.claims if claims[each].document == name), key=lambda each: (each.start, each.id))
        if mine:
            yield f"\n{_report(documents.get(name), name)}"
        for claim in mine:
            yield from _member(claim)
    yield from _pairs("held together, because", incident.joined)
    inside = set(incident.claims)
    yield from _pairs("unsure", [each for each in grouping.unsure if {each.one, each.other} & inside])
    yield from _pairs("kept apart", [each for each in grouping.different if {each.one, each.other} & inside])


def span(claims: Iterable[Claim], measure: Measure) -> str | None:
    """From the least to the most that anyone says, nothing added up: "12 to 15 people killed", "24 or more civilians killed".

    Of people of no kind where anyone counts them, else of the kind that is counted most. Parts are left out, and what is denied or doubted.
    """
    given = [each.figure for each in claims if each.figure is not None and _gives(each, measure) and each.figure.low is not None]
    if not given:
        return None
    times = Counter(_kind(each) for each in given)
    kind = "unknown" if times["unknown"] else max(sorted(times), key=lambda each: times[each])
    found = [each for each in given if _kind(each) == kind]
    least, most = min(each.low or 0 for each in found), max(each.high if each.high is not None else each.low or 0 for each in found)
    number = f"{least:,.0f}" if least == most else f"{least:,.0f} to {most:,.0f}"
    more = " or more" if any(each.high is None for each in found) else ""
    noun = "" if kind == "unknown" else f" {load('shown')['categories'][kind][least != 1 or most != 1]}"
    return f"{number}{more}{noun} {load('shown')['measures'][measure]}"


def _kind(figure: Figure) -> str:
    return figure.category or "unknown"


def _gives(claim: Claim, measure: Measure) -> bool:
    if claim.figure is None or claim.part_of is not None or claim.stance not in ("asserts", "concedes"):
        return False
    return claim.figure.measure == measure


def _order(incident: Incident) -> tuple[date, str]:
    return (incident.time.earliest if incident.time is not None else None) or date.max, incident.id


def _row(incident: Incident, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    mine = [claims[each] for each in incident.claims]
    figures = [words for measure in _MEASURES if (words := span(mine, measure)) is not None]
    return (
        short(incident.id), period(incident.time), place_words(incident.place) if incident.place is not None else "",
        means_words(incident.means) if incident.means is not None else "", str(len(mine)), str(len(incident.documents)), "; ".join(figures),
    )  # fmt: skip


def _head(incident: Incident, claims: Mapping[str, Claim]) -> Iterator[str]:
    id, when, where, means, mine, reports, figures = _row(incident, claims)
    yield f"incident {id}"
    yield from filter(None, (when, where, means))
    yield f"{many(int(mine), 'claim')} in {many(int(reports), 'report')}"
    yield from filter(None, (figures,))


_MEASURES: tuple[Measure, ...] = ("killed", "wounded", "casualties", "detained", "abducted", "missing")


def _is_of_harm(claim: Claim) -> bool:
    figure: Figure | None = claim.figure
    if figure is not None:
        return figure.measure in HARM or figure.measure == "attacks"
    return claim.kind == "responsibility" or (claim.event is not None and claim.event.type in ("ASSAULT", "COERCE"))


def _report(document: Document | None, name: str) -> str:
    return f"{outlet(document)} ({short(name)})" if document is not None else short(name)


def _member(claim: Claim) -> Iterator[str]:
    said = f", said by {', via '.join(voices(claim))}" if claim.attribution else ""
    stance = f", {claim.stance}" if claim.stance != "asserts" else ""
    yield from labelled([("", f"{short(claim.id)}  {heading(claim)}{stance}{said}")])
    yield cut(f'    "{folded(claim.quote)}"', WIDTH)


def _pairs(head: str, pairs: Sequence[Pair]) -> Iterator[str]:
    if pairs:
        yield f"\n{head}"
    for each in pairs:
        decided = f" (decided, {short(each.decided)})" if each.decided is not None else ""
        yield f"  {short(each.one)} {short(each.other)}  {each.reason}{decided}"
