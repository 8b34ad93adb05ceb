"""IBC's totals: what an aggregate adds to the incidents that are known, with the ledger of the overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.incident import Incident
from atodds.policy.accounts import kind, literal, sides_of
from atodds.policy.base import Given, Number, Overlap, Row, Suppressed, Value
from atodds.policy.differing import cautions
from atodds.policy.dossier import Dossier, apart_from_incidents, dossiers, outside
from atodds.policy.independence import leaning
from atodds.policy.overlaps import is_known, overlap
from atodds.policy.precision import days, when_and_where
from atodds.policy.sides import Charge, charges, named
from atodds.policy.spread import Spread, less, spread
from atodds.vocab.shown import folded

_AGGREGATES = ("total", "incidents")
_NO_STATUS = "of no stated status, and nothing tells how many of them fought"


class _Total(NamedTuple):
    """An aggregate of civilian dead: its claim, its civilians, and the claims behind these."""

    claim: Claim
    civilians: Spread
    behind: tuple[Claim, ...]


class _Known(NamedTuple):
    """An incident with a row: its numbers, the counts of the dead behind them, and who is named for it."""

    incident: Incident
    low: Number
    high: Number
    claims: tuple[str, ...]
    doers: tuple[Charge, ...]


class _Book:
    """The incidents that are known, by country. `lost`: how many are of none."""

    def __init__(self, given: Given, rows: Iterable[Row]) -> None:
        entered = {row.incident: row for row in rows}
        self.by_country: dict[str, list[_Known]] = {}
        self.lost = 0
        for dossier in dossiers(given):
            row, place = entered.get(dossier.incident.id), dossier.incident.place
            if row is None:
                continue
            if place is None or place.country is None:
                self.lost += 1
            else:
                self.by_country.setdefault(place.country, []).append(_known(dossier, row, given))


def _known(dossier: Dossier, row: Row, given: Given) -> _Known:
    low, high = row.values["deaths_min"], row.values["deaths_max"]
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    dead = {claim.id for claim in dossier.standing if claim.figure is not None and claim.figure.measure == "killed"}
    doers = tuple(named(charges(dossier, given, row.used)))
    return _Known(dossier.incident, low, high, tuple(sorted(dead.intersection(row.used))), doers)


def totals(given: Given, rows: Iterable[Row], title: str) -> tuple[list[Row], list[Suppressed]]:
    """A row for each aggregate of civilian dead of a stated time and place; the other figures in no incident, with the reason."""
    standing, left = outside(given)
    known = _Book(given, rows)
    parts: dict[str | None, list[Claim]] = {}
    for claim in standing:
        parts.setdefault(claim.part_of, []).append(claim)
    found = [(claim, _total(claim, parts.get(claim.id, ()))) for claim in standing]
    taken = [total for _, total in found if isinstance(total, _Total)]
    behind = {claim.id for total in taken for claim in total.behind}
    left += [Suppressed(claim=claim.id, reason=why) for claim, why in found if isinstance(why, str) and claim.id not in behind]
    return [_row(each, known, len(taken) - 1, given, title) for each in sorted(taken, key=_begins)], left


def _total(claim: Claim, parts: Sequence[Claim]) -> _Total | str:
    """The civilians of an aggregate, or why it is not entered."""
    if claim.scope is None or claim.scope.extent not in _AGGREGATES:
        return apart_from_incidents(claim)
    if claim.figure is None or claim.figure.measure != "killed":
        return "IBC's totals are of the dead"
    if claim.figure.high == 0:
        return "counts no death: nothing to enter"
    if days(claim.scope.time) is None:
        return "no stated period: IBC enters exact totals of stated periods only"
    if not is_known(claim.scope.place):
        return "no place of a known country: nothing tells which incidents it contains"
    sides = sides_of("ibc")
    own = kind(claim.figure)
    told = {sides.get(each, each): part for part in parts if (each := kind(part.figure)) is not None and _is_of(part, claim)}
    if own == "civilian":
        return _Total(claim, spread([literal(claim.figure)]), (claim,))
    if own is not None:
        return "counts one kind of civilians alone, incidents all" if sides.get(own) == "civilians" else "counts no civilians"
    if "civilians" in told:
        return "the civilians among them are counted on their own"
    armed = told.get("b") or told.get("a")
    if armed is None or armed.figure is None:
        return _NO_STATUS
    return _Total(claim, less(spread([literal(claim.figure)]), spread([literal(armed.figure)])), (claim, armed))


def _begins(total: _Total) -> tuple[date, str]:
    scope = total.claim.scope
    return (scope.time.earliest if scope is not None and scope.time is not None else None) or date.max, total.claim.id


def _is_of(part: Claim, whole: Claim) -> bool:
    return part.figure is not None and whole.figure is not None and part.figure.measure == whole.figure.measure


def _row(total: _Total, known: _Book, others: int, given: Given, title: str) -> Row:
    claim = total.claim
    assert claim.scope is not None
    overlaps = tuple(_overlaps(claim, known))
    low, high = total.civilians.low, total.civilians.high
    every, surely = sum(each.high for each in overlaps), sum(each.low for each in overlaps if each.how == "inside")
    origin = given.origins[claim.id]
    values: dict[str, Value] = {
        **when_and_where(claim.scope.time, claim.scope.place), "weapons": claim.scope.means,
        "killers": folded(claim.scope.agent) if claim.scope.agent is not None else None,
        "sources": folded(origin.name), "independent": 1, "provisional": "yes", "total_min": low, "total_max": high,
        "deaths_min": max(0, (low or 0) - every), "deaths_max": None if high is None else max(0, high - surely),
    }  # fmt: skip
    return Row(
        policy=title, total=claim.id, values=values, used=tuple(sorted(each.id for each in total.behind)),
        notes=tuple(_notes(total, overlaps, surely, others, known.lost, given)), overlaps=overlaps,
    )  # fmt: skip


def _overlaps(total: Claim, known: _Book) -> Iterator[Overlap]:
    place = total.scope.place if total.scope is not None else None
    for each in known.by_country.get((place.country if place is not None else None) or "", ()):
        found = overlap(total, each.incident, each.doers)
        if found is not None:
            yield Overlap(
                incident=each.incident.id, claims=each.claims, how="inside" if found[0] else "may lie inside",
                low=each.low, high=each.high, reason=found[1],
            )  # fmt: skip


def _notes(total: _Total, overlaps: Sequence[Overlap], surely: Number, others: int, lost: int, given: Given) -> Iterator[str]:
    yield "a total of one origin: provisional"
    low, high = total.civilians.low, total.civilians.high
    if overlaps:
        every = sum(each.high for each in overlaps)
        least, largest = _difference(low, every), _difference(high, surely)
        yield f"less the incidents that lie or may lie inside it: {least} at least; less those surely inside: {largest} at most"
    if high is not None and surely > high:
        yield f"the incidents inside it have {surely:,} civilian dead at least, more than the total: `atodds disputes` says which claims"
    if lost:
        yield f"{lost:,} {'incident is' if lost == 1 else 'incidents are'} of no known country, and set against no total"
    if others:
        yield f"{others:,} more {'total is' if others == 1 else 'totals are'} entered: where times and places overlap, never add them up"
    yield from leaning(given.origins[claim.id] for claim in total.behind)
    yield from cautions(total.behind)


def _difference(whole: Number | None, part: Number) -> str:
    """A subtraction in the open.

    >>> _difference(67, 19), _difference(0, 19), _difference(None, 19)
    ('67 - 19 = 48', '0 - 19, so 0', 'open - 19')
    """
    if whole is None:
        return f"open - {part:,}"
    return f"{whole:,} - {part:,} = {whole - part:,}" if whole >= part else f"{whole:,} - {part:,}, so 0"
