"""UCDP: a best, a low and a high estimate of the dead, by side, and how finely day and place are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atodds.policy.accounts import Account, accounts, counting, kind
from atodds.policy.base import Given, Policy, Rolled, Row, Value
from atodds.policy.coding import coded, not_counted, outlets, used
from atodds.policy.differing import apart, plural
from atodds.policy.dossier import Dossier, not_rolled, ordered
from atodds.policy.estimates import Estimate, estimate
from atodds.policy.first_reports import first_reports
from atodds.policy.independence import names
from atodds.policy.precision import UNDATED, days, not_placed, of_days, of_place, when_and_where
from atodds.policy.sides import charges, named, state
from atodds.policy.sides import names as parties
from atodds.vocab import load
from atodds.vocab.shown import folded

_SIDES = {"deaths_a": "a", "deaths_b": "b", "deaths_civilians": "civilians"}
_CLEAR, _AGGREGATED = 1, 2  # event_clarity: one event, or several that a source put together


def roll(given: Given) -> Rolled:
    """A row for each incident in which some account counts a death."""
    rows, left = coded(given, _coded)
    return Rolled(rows=tuple(rows), left_out=ordered([*left, *not_rolled(given)]))


def _coded(every: Dossier, given: Given) -> Row | str:
    if of_days(every.incident.time, load("policies")["ucdp"]["date_prec"]) is None:
        return UNDATED if days(every.incident.time) is None else "over more than a year: UCDP codes events of a year at most"
    dossier = every.without(first_reports(every, given.origins))
    told = accounts(dossier, given, "killed", UCDP.name)
    if not counting(told):
        return "no account counts the dead alone: UCDP codes deaths"
    dead = estimate(counting(told))
    if dead.high < 1:
        return "no account counts a death: UCDP codes an incident from one death on"
    doers = named(charges(dossier, given, used(told)))
    return Row(
        policy=UCDP.title, incident=dossier.incident.id, values=_values(dossier, given, told, dead),
        used=used(told, *(each.claim.id for each in doers)),
        suppressed=ordered(not_counted(dossier, told, "counts no dead: UCDP codes deaths")), notes=tuple(_notes(dossier, told, dead)),
    )  # fmt: skip


def _values(dossier: Dossier, given: Given, told: Sequence[Account], dead: Estimate) -> dict[str, Value]:
    time, place, codes = dossier.incident.time, dossier.incident.place, load("policies")["ucdp"]
    doers = named(charges(dossier, given, used(told)))
    several = any(claim.scope is not None and claim.scope.extent == "incidents" for each in told for claim in each.used)
    return {
        **when_and_where(time, place),
        "date_prec": of_days(time, codes["date_prec"]), "where_prec": of_place(place, codes["where_prec"]),
        "event_clarity": _AGGREGATED if several else _CLEAR,
        "side_a": parties(each for each in doers if state(each.party) is not None),
        "side_b": parties(each for each in doers if state(each.party) is None),
        "number_of_sources": len(dossier.incident.documents), "source_office": outlets(dossier, given),
        "source_original": "; ".join(names(each.origin for each in told)),
        **{column: dead.sides.get(side, 0) for column, side in _SIDES.items()},
        "deaths_unknown": dead.unknown, "best": dead.best, "low": dead.low, "high": dead.high,
    }  # fmt: skip


def _notes(dossier: Dossier, told: Sequence[Account], dead: Estimate) -> Iterator[str]:
    yield from not_placed(dossier.incident.place)
    if dead.disputed:
        yield "the accounts differ about who the dead were: all of them are deaths_unknown"
    if dead.open_above:
        yield f"high is the largest number stated; the account that gives it says {dead.high:,} or more"
    for each in told:
        if each.others is not None:
            kinds = sorted({plural(kind(claim.figure) or "unknown") for claim in each.behind["others"]})
            yield f"of no stated side: {' and '.join(kinds)}, counted by {folded(each.origin.name)}"
    yield from apart(told)


UCDP = Policy(
    name="ucdp",
    version="1",
    after="the Uppsala Conflict Data Program's georeferenced events (GED)",
    short=(
        "A row for each incident with a death by some account. Best is the lowest number that an account states plainly, not vague, about"
        " or hedged; low the lowest of all, high the highest. Security forces are side A, combatants side B; whom the accounts place"
        " differently, or not at all, is unknown. Totals and counted sets of attacks are left out."
    ),
    methodology="""\
**What a row is.** One incident in which at least one account counts at least one death; that is UCDP's threshold for an event. Incidents
without a death, wounded alone, figures that do not tell the killed from the wounded, and what no account dates within a year are left
out.

**All the dead.** An origin's figure for people; where it gives none, its sides together, if it tells of two at least. UCDP takes the most
reliable source and, where none is more reliable, the lower figure. Reliability is not for a machine to judge, so `best` is the lowest
figure that is stated plainly - neither vague, nor about, nor hedged - and the lowest of all where none is plain. `low` is the lowest
figure of all, `high` the highest number stated. Where no account counts all the dead, the lowest figures of the sides are added.

**First reports.** A toll rises for days. Counts of all the dead that were made until the day after the incident are set aside where
another account counts them later. Where nobody does, or no day is told, all count. This is ours: a coder goes by the later reports.

**Sides.** `deaths_a` are security forces (in a state-based conflict UCDP's side A is a state), `deaths_b` combatants, `deaths_civilians`
civilians, medical and aid workers, journalists. Of each side the lowest figure of any account is taken; the rest of `best` is
`deaths_unknown`. Where that adds up to more than `best`, or where different origins put the same number of people on different sides (18
“militants”, 18 labourers), the sides are in dispute and all dead are unknown. A child or a woman is not therefore a civilian: they stay
unknown, and a note says how they were counted. `best = deaths_a + deaths_b + deaths_civilians + deaths_unknown`, always.

**Parties.** `side_a` and `side_b` are the parties by name that some account holds responsible, states and others. They are names as
claimed; dyad, type of violence and whether a source is reliable stay for the coder.

**Precision.** `date_prec`: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year; longer spans have none. `where_prec`: 1 a town or
a point, 3 a district, 4 a province, 5 a larger or unbounded area, 6 a country; 2 (within 25 km of a point) is never given, since the
claims do not tell "near" from "in". No day is made up between the first and the last.

**Event clarity** is 2 where a figure is of several attacks, else 1.
""",
    columns=(
        "date_start", "date_end", "date_prec", "country", "adm_1", "adm_2", "location", "where_prec", "latitude", "longitude",
        "event_clarity", "side_a", "side_b", "number_of_sources", "source_office", "source_original",
        "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high",
    ),
    result=("best", "low", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    roll=roll,
)  # fmt: skip
