"""Range: from the least that any account says to the most, for each measure and kind of people apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import HARM, Measure
from atodds.model.origin import Origin
from atodds.policy.accounts import is_part, kind, wholes
from atodds.policy.base import Given, Policy, Rolled, Row, Suppressed, Value
from atodds.policy.differing import cautions, differ, plural
from atodds.policy.dossier import Dossier, dossiers, not_rolled, ordered
from atodds.policy.independence import independent, leaning
from atodds.policy.spread import Bounds, spread
from atodds.vocab.people import CATEGORIES

_MEASURES: tuple[Measure, ...] = ("killed", "wounded", "casualties", "displaced", "detained", "abducted", "missing")
_Place = tuple[int, int]  # of a cell among the cells of an incident: measure, kind


class _Cell(NamedTuple):
    """The figures of one measure and kind in one incident."""

    measure: Measure
    kind: str
    standing: tuple[Claim, ...]
    suppressed: tuple[Suppressed, ...]


def roll(given: Given) -> Rolled:
    """A row for each incident, measure and kind of people. Nothing is added up."""
    rows: list[Row] = []
    left = not_rolled(given)
    for dossier in dossiers(given):
        cells, beside = _cells(dossier)
        rows += [_row(dossier, cell, given) for cell in cells if cell.standing]
        left += [*beside, *(each for cell in cells if not cell.standing for each in cell.suppressed)]
    return Rolled(rows=tuple(rows), left_out=ordered(left))


def _cells(dossier: Dossier) -> tuple[list[_Cell], list[Suppressed]]:
    """The figures by measure and kind in the order of the trade, the dead first and people before kinds; those that count no harm."""
    gone = {each.claim: each for each in dossier.suppressed}
    standing: dict[_Place, list[Claim]] = {}
    suppressed: dict[_Place, list[Suppressed]] = {}
    beside: list[Suppressed] = []
    for claim in dossier.claims:
        if claim.figure is None:
            continue
        why = gone.get(claim.id)
        if why is None and is_part(claim, wholes(dossier, claim.figure.measure)):
            why = Suppressed(claim=claim.id, reason="a part of the people that another figure counts", by=claim.part_of)
        if why is not None:
            (suppressed.setdefault(_place(claim), []) if _counts_harm(claim) else beside).append(why)
        else:
            standing.setdefault(_place(claim), []).append(claim)
    return [
        _Cell(_MEASURES[at[0]], _kinds()[at[1]], tuple(standing.get(at, ())), tuple(suppressed.get(at, ())))
        for at in sorted({*standing, *suppressed})
    ], beside


def _counts_harm(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.measure in HARM and claim.figure.unit == "people"


def _place(claim: Claim) -> _Place:
    assert claim.figure is not None
    return _MEASURES.index(claim.figure.measure), _kinds().index(kind(claim.figure) or "unknown")


def _kinds() -> list[str]:
    return ["unknown", *(each for each in CATEGORIES if each != "unknown")]


def _row(dossier: Dossier, cell: _Cell, given: Given) -> Row:
    voices = [given.origins[claim.id] for claim in cell.standing]
    numbers = spread(map(_bounds, cell.standing))
    values: dict[str, Value] = {
        "measure": cell.measure, "kind": plural(cell.kind), "low": numbers.low, "high": numbers.high,
        "least": numbers.least, "most": numbers.most,
        "origins": len({each.key for each in voices}), "independent": len(independent(voices)),
    }  # fmt: skip
    return Row(
        policy=RANGE.title, incident=dossier.incident.id, values=values, used=tuple(sorted(claim.id for claim in cell.standing)),
        suppressed=ordered(cell.suppressed), notes=tuple(_notes(cell.standing, voices)),
    )  # fmt: skip


def _notes(used: Sequence[Claim], voices: Sequence[Origin]) -> Iterator[str]:
    told = differ((spread([_bounds(claim)]), "unknown", voice) for claim, voice in zip(used, voices, strict=True))
    if told is not None:
        yield told
    yield from leaning(voices)
    yield from cautions(used)


def _bounds(claim: Claim) -> Bounds:
    assert claim.figure is not None
    return claim.figure.low, claim.figure.high


RANGE = Policy(
    name="range",
    version="1",
    after="the minimum and maximum that Airwars, TBIJ and Iraq Body Count publish",
    short=(
        "For each incident, measure and kind of people: the least and the most that any account gives. One origin is one account. A side"
        " that an account leaves open stays open unless another goes beyond its number. Totals and counted sets of attacks are left out."
        " Nothing is added up."
    ),
    methodology="""\
**What a row is.** One incident, one measure (killed, wounded, displaced ...), one kind of people. Kinds are kept apart as the accounts
give them: civilians, combatants, children, people of no stated kind. A figure for civilians says nothing in the row of people, and the
other way round.

**Low and high.** The smallest and the largest number that any account gives, hedged accounts among them. Accounts that only differ in who
prints them are one (rules 1.4 and 3 of [how accounts are compared](methodology.md)); an origin that gives several figures and revises
none of them reaches from its least to its most.

**Open sides.** "At least 12" beside "15" makes 12-15: another account goes beyond 12. "At least 12" beside "10", or alone, makes "10-12
or more", "12 or more": nobody says how many more, and `high` is null. `least` and `most` are always the smallest and the largest number
stated. An account more can only lower `least` and raise `most`.

**Vague words** count by their least number: "dozens" is at least 24. The note says so.

**Left out.** What a speaker denies or doubts; a figure that its own origin revised later; a figure that only names people, where others
count them; a part of people whose whole is counted in the same row; figures in no incident. Totals ("since 2008") contain incidents and
are rolled up with none of them.

**Independence.** `origins` counts the mouths, `independent` the sides that can confirm each other: a ministry and its army are one side,
and who drew on another voice of the row adds none.
""",
    columns=("measure", "kind", "low", "high", "least", "most", "origins", "independent"),
    roll=roll,
)
