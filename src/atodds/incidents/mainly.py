"""What a report is mainly about: news puts it first (rule 4.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from atodds.incidents.members import is_member, sort_of
from atodds.incidents.nearness import Days, days_of
from atodds.incidents.provinces import Province, province_of
from atodds.model.claim import Claim
from atodds.model.incident import Grouping, Incident
from atodds.model.text import Document

_FRESH = 6  # days: as far as a weekday's name reaches back; what reports tell by it is news, what they tell by a date is older
_SHORT = 3  # days: a longer time is no day of an event
_VIOLENT = ("harm", "seizure")


class Main(NamedTuple):
    """The incident that a report is mainly about, with the province that it lies in and the day of which it is news."""

    document: str
    incident: str | None
    province: Province | None
    printed: int | None  # as ordinals
    day: int | None

    @property
    def name(self) -> str:
        """The incident, with the day of printing where it is known: the next day's news of it is another."""
        day = f"/{date.fromordinal(self.printed).isoformat()}" if self.printed is not None else ""
        return (self.incident or self.document) + day

    @property
    def cell(self) -> tuple[object, ...]:
        """What two reports share that tell the same news; a report that gives no province or no day shares it with no other."""
        if self.province is None or self.province.name is None or self.printed is None:
            return ("alone", self.name)
        return (self.province, self.printed, self.day)


def main_incident(document: Document, claims: Sequence[Claim], held: Mapping[str, Incident]) -> Main:
    """What a report is mainly about. `claims` are its own; `held` gives the incident of a claim id."""
    told = _first_told(claims, held)
    days = sorted(each for each in map(_days, told) if each is not None)
    return Main(
        document=document.id,
        incident=held[told[0].id].id if told else None,
        province=province_of(told, document),
        printed=document.published.toordinal() if document.published is not None else None,
        day=_news_day(max(days, key=days.count) if days else None, document),
    )


def assignment(claims: Iterable[Claim], documents: Iterable[Document], grouping: Grouping) -> Iterator[tuple[str, str]]:
    """Each document and the incident that it is mainly about. Reports printed on one day whose incidents lie in one province are one news.

    An incident stands under the least id of those that are told so; a report that tells of none stands under its own.
    """
    held = {claim: each for each in grouping.incidents for claim in each.claims}
    mine: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_member(claim):
            mine[claim.document].append(claim)
    mains = [main_incident(each, mine[each.id], held) for each in documents]
    least: dict[tuple[object, ...], str] = {}
    for each in mains:
        least[each.cell] = min(least.get(each.cell, each.name), each.name)
    yield from ((each.document, least[each.cell]) for each in mains)


def _first_told(claims: Sequence[Claim], held: Mapping[str, Incident]) -> list[Claim]:
    """The claims on the incident that the report tells first; of several in one sentence the deadliest, then the one most told of."""
    told = [each for each in claims if sort_of(each) in _VIOLENT] or list(claims)
    if not told:
        return []
    by_incident: defaultdict[str, list[Claim]] = defaultdict(list)
    for each in told:
        by_incident[held[each.id].id].append(each)
    first = min(map(_sentence, told))
    opening = [group for group in by_incident.values() if min(map(_sentence, group)) == first]
    chosen = max(opening, key=lambda group: (_deaths(group), len(group), min(each.id for each in group)))
    return sorted(chosen, key=lambda each: (each.start, each.id))


def _sentence(claim: Claim) -> int:
    return claim.sentence.start if claim.sentence is not None else claim.start


def _deaths(claims: Iterable[Claim]) -> float:
    counted = [each.figure.low or 0 for each in claims if each.figure is not None and each.figure.measure == "killed"]
    return max(counted, default=0)


def _days(claim: Claim) -> Days | None:
    days = days_of(claim.scope.time) if claim.scope is not None else None
    return days if days is not None and days[1] - days[0] < _SHORT else None


def _news_day(days: Days | None, document: Document) -> int | None:
    """The day of printing, for all that is fresh or has no day of its own; an older day as it is told."""
    if document.published is None:
        return days[0] if days is not None else None
    printed = document.published.toordinal()
    return days[0] if days is not None and days[1] < printed - _FRESH else printed
