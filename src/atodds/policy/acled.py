"""ACLED: one number of the dead, the most conservative; what kind of event it was; where the reports differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from atodds.model.figure import Figure
from atodds.model.text import bare_words
from atodds.model.when import When
from atodds.policy.accounts import Account, accounts, counting, literal
from atodds.policy.acled_types import event_type, hit
from atodds.policy.base import Given, Policy, Rolled, Row, Value
from atodds.policy.coding import coded, not_counted, outlets, used
from atodds.policy.differing import apart
from atodds.policy.dossier import Dossier, not_rolled, ordered
from atodds.policy.estimates import estimate
from atodds.policy.first_reports import first_reports
from atodds.policy.precision import UNDATED, days, not_placed, of_days, of_place, when_and_where
from atodds.policy.sides import charges, named
from atodds.policy.sides import names as parties
from atodds.policy.spread import Bounds
from atodds.vocab import load

_TARGETED = "Civilian targeting"


def roll(given: Given) -> Rolled:
    """A row for each incident that ACLED has a type for, or in which somebody was harmed."""
    rows, left = coded(given, _coded)
    return Rolled(rows=tuple(rows), left_out=ordered([*left, *not_rolled(given)]))


def conservative(figure: Figure) -> Bounds:
    """The bounds with ACLED's reading of vague words.

    >>> conservative(Figure(measure="killed", low=24, text="dozens", modality="vague", unit="people"))
    (12, None)
    >>> conservative(Figure(measure="killed", low=20000, text="tens of thousands", modality="vague", unit="people"))
    (10000, None)
    """
    if figure.modality != "vague" or figure.low is None:
        return literal(figure)
    table = load("policies")["acled"]["vague"]
    read = [table[word] for word in bare_words(figure.text) if word in table]
    return (min(prod(read), figure.low) if read else figure.low), figure.high


def _coded(every: Dossier, given: Given) -> Row | str:
    if of_days(every.incident.time, load("policies")["acled"]["time_precision"]) is None:
        return UNDATED if days(every.incident.time) is None else "over more than a month: ACLED codes days, weeks and months"
    dossier = every.without(first_reports(every, given.origins))
    told = accounts(dossier, given, "killed", ACLED.name, conservative)
    hurt = accounts(dossier, given, "wounded", ACLED.name, conservative)
    kind = event_type(dossier, told, hurt)
    if kind is None and not told and not hurt:
        return "no act that ACLED has a type for, and nobody killed or wounded"
    doers = named(charges(dossier, given, used(told)))
    values: dict[str, Value] = {
        **_when(dossier.incident.time), **when_and_where(dossier.incident.time, dossier.incident.place),
        "time_precision": of_days(dossier.incident.time, load("policies")["acled"]["time_precision"]),
        "geo_precision": of_place(dossier.incident.place, load("policies")["acled"]["geo_precision"]),
        "event_type": kind.type if kind is not None else None, "sub_event_type": kind.sub_type if kind is not None else None,
        "actor1": parties(doers), **_victims(dossier, [*told, *hurt]), "source": outlets(dossier, given),
        "fatalities": estimate(counting(told)).low if counting(told) else 0,
    }  # fmt: skip
    return Row(
        policy=ACLED.title, incident=dossier.incident.id, values=values, used=used(told, *(each.claim.id for each in doers)),
        suppressed=ordered(not_counted(dossier, told, "counts no dead: ACLED keeps fatalities alone")), notes=tuple(_notes(dossier, told)),
    )  # fmt: skip


def _when(time: When | None) -> dict[str, Value]:
    """The day, where it is one; ACLED's middle of a longer time is a day that no account gives."""
    return {"event_date": str(time.earliest) if time is not None and days(time) == 1 else None}


def _victims(dossier: Dossier, told: Sequence[Account]) -> dict[str, Value]:
    """ACLED's second actor and its mark, where civilians alone were hit."""
    if hit(told) != {"civilians"}:
        return {"actor2": None, "civilian_targeting": None}
    country = dossier.incident.place.country if dossier.incident.place is not None else None
    where = f" ({load('countries').get(country, {}).get('name', country)})" if country is not None else ""
    return {"actor2": f"Civilians{where}", "civilian_targeting": _TARGETED}


def _notes(dossier: Dossier, told: Sequence[Account]) -> Iterator[str]:
    yield from not_placed(dossier.incident.place)
    if (days(dossier.incident.time) or 1) > 1:
        yield "no day is told, only a period: ACLED dates such an event by the middle of it, which no account gives"
    if not counting(told):
        yield "no account counts the dead"
    elif estimate(counting(told)).disputed:
        yield "the accounts differ about who the dead were"
    yield from apart(told, conservative)


ACLED = Policy(
    name="acled",
    version="1",
    after="the Armed Conflict Location & Event Data project",
    short=(
        "A row for each incident. Fatalities are the most conservative number that any account gives of all the dead; of vague words one of"
        " each: tens 10, dozens 12, hundreds 100. Where the accounts differ, the notes say who gives which number. The wounded are"
        " not counted. Totals and counted sets of attacks are left out."
    ),
    methodology="""\
**What a row is.** One incident that ACLED has a type for, or in which some account counts people killed or wounded. There is no
threshold: an event without a death has 0 fatalities. What no account dates within a month is left out.

**Fatalities.** The lowest number that any origin gives of all the dead; hedged accounts count like others. An origin gives it as a figure
for people; where it gives none, as its sides together, if it tells of two at least. Where no account counts all the dead, the lowest
figures of the sides are added, unless different origins put the same number of people on different sides: then the lowest of them stands.
ACLED says "the most conservative estimate available"; the rest of this paragraph is ours.

**First reports.** ACLED revises a number when better information comes. Counts of all the dead that were made until the day after the
incident are set aside where another account counts them later; where nobody does, or no day is told, all count. That later is better is
ours.

**Vague words.** ACLED codes "tens" as 10, "dozens" as 12, "hundreds" as 100 "and so on": one of each. By the same rule we read "scores"
as 20 and "thousands" as 1,000, and "tens of thousands" as 10,000. Others keep their literal least number: "several" is 3.

**Disputes.** Where accounts differ, `notes` has the sentence: "Reports differ: 12 (SANA) to 30 (SOHR)".

**Types.** `event_type` and `sub_event_type` follow the means, then the act that an account tells, then who was hit: civilians alone are
attacked, whoever carries arms was in a battle. Null where none of these tells.

**Actors.** `actor1` are the parties by name that some account holds responsible; `actor2` is "Civilians" where they alone were hit. In
ACLED neither place says who attacked. Interaction codes stay for the coder.

**Precision.** `time_precision`: 1 the day, 2 a week, 3 a month; `geo_precision`: 1 a town, 2 a district, 3 a province or larger area; a
country alone has none. Where only a period is known, `event_date` is null: ACLED takes the middle of it, which no account gives.

`source` names the outlets that printed the reports; who said a number stands in the notes.
""",
    columns=(
        "event_date", "date_start", "date_end", "time_precision", "event_type", "sub_event_type", "actor1", "actor2", "civilian_targeting",
        "country", "adm_1", "adm_2", "location", "latitude", "longitude", "geo_precision", "source", "fatalities",
    ),
    result=("fatalities", "event_type", "sub_event_type"),
    roll=roll,
)  # fmt: skip
