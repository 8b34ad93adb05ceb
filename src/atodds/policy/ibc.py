"""IBC: civilians killed and injured, provisional until two independent origins tell of them; totals less the incidents inside them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Measure
from atodds.model.origin import Origin
from atodds.policy.accounts import Account, accounts
from atodds.policy.base import Given, Policy, Rolled, Row, Suppressed, Value
from atodds.policy.coding import coded, not_counted
from atodds.policy.differing import apart
from atodds.policy.dossier import Dossier, ordered
from atodds.policy.ibc_totals import totals
from atodds.policy.independence import independent, names
from atodds.policy.precision import UNDATED, days, not_placed, when_and_where
from atodds.policy.sides import charges, named
from atodds.policy.sides import names as parties
from atodds.policy.spread import Spread, less, union
from atodds.vocab import load

_CIVILIANS, _FORCES, _FIGHTERS = "civilians", "a", "b"
_COLUMNS: Mapping[str, Measure] = {"deaths": "killed", "injuries": "wounded"}


class Witness(NamedTuple):
    """What one origin says of the civilians. `sure`: nothing speaks for combatants among those that it counts."""

    origin: Origin
    numbers: Spread
    sure: bool
    behind: tuple[Claim, ...]


def roll(given: Given) -> Rolled:
    """A row for each incident in which civilians may have died, then one for each total of a stated time and place."""
    rows, left = coded(given, _coded)
    of_totals, rest = totals(given, rows, IBC.title)
    return Rolled(rows=(*rows, *of_totals), left_out=ordered([*left, *rest]))


def witnesses(told: Sequence[Account], *, fight: bool) -> list[Witness]:
    """What each account says of civilians. People of no stated status are civilians unless some account tells of combatants or a fight."""
    armed = fight or any(each.sides[_FIGHTERS].most > 0 for each in told if _FIGHTERS in each.sides)
    found = (_witness(each, armed=armed) for each in told)
    return [each for each in found if each is not None]


def together(told: Sequence[Witness]) -> Spread:
    """The least by those who surely count civilians, the most by anybody; there must be a witness."""
    reach = union(each.numbers for each in told)
    sure = [each.numbers for each in told if each.sure]
    least = union(sure) if sure else Spread(0, 0, False, False)
    return Spread(least.least, reach.most, least.open_below, reach.open_above)


def _witness(account: Account, *, armed: bool) -> Witness | None:
    if _CIVILIANS in account.sides:
        return Witness(account.origin, account.sides[_CIVILIANS], True, account.behind[_CIVILIANS])
    if account.whole is None:
        return None
    apart = [side for side in (_FIGHTERS, _FORCES) if side in account.sides]
    behind = tuple(claim for name in ("whole", *apart) for claim in account.behind[name])
    people = account.whole
    if _FORCES in apart:  # police, whom IBC counts, or soldiers, whom it does not
        people = less(people, account.sides[_FORCES])._replace(most=people.most, open_above=people.open_above)
    if _FIGHTERS in apart:
        people = less(people, account.sides[_FIGHTERS])
    return Witness(account.origin, people, _FIGHTERS in apart or not armed, behind)


def _coded(dossier: Dossier, given: Given) -> Row | str:
    if days(dossier.incident.time) is None:
        return UNDATED
    fight = dossier.incident.means in load("policies")["ibc"]["fights"]
    told = {name: accounts(dossier, given, measure, IBC.name) for name, measure in _COLUMNS.items()}
    seen = {name: witnesses(each, fight=fight) for name, each in told.items()}
    if not seen["deaths"]:
        return "no account counts dead who may be civilians"
    dead = together(seen["deaths"])
    if dead.most < 1:
        return "no account counts a civilian death"
    voices = [each.origin for each in seen["deaths"]]
    counted = {claim.id for some in seen.values() for each in some for claim in each.behind}
    doers = named(charges(dossier, given, counted))
    values: dict[str, Value] = {
        **when_and_where(dossier.incident.time, dossier.incident.place), **dict(_numbers(seen)),
        "total_min": None, "total_max": None, "weapons": dossier.incident.means, "killers": parties(doers),
        "sources": "; ".join(names(voices)), "independent": len(independent(voices)),
        "provisional": "yes" if len(independent(voices)) < load("policies")["ibc"]["sources"] else "no",
    }  # fmt: skip
    return Row(
        policy=IBC.title, incident=dossier.incident.id, values=values, used=tuple(sorted(counted | {each.claim.id for each in doers})),
        suppressed=ordered(_suppressed(dossier, [*told["deaths"], *told["injuries"]], counted)), notes=tuple(_notes(dossier, told, seen)),
    )  # fmt: skip


def _numbers(seen: Mapping[str, Sequence[Witness]]) -> Iterator[tuple[str, Value]]:
    for name, found in seen.items():
        both = together(found) if found else None
        yield f"{name}_min", both.least if both is not None else None
        yield f"{name}_max", both.most if both is not None else None


def _suppressed(dossier: Dossier, told: Sequence[Account], counted: Container[str]) -> Iterator[Suppressed]:
    every = [claim for each in told for claim in each.used if claim.id not in counted]
    why = "counts no civilians, or people whose civilians are counted on their own"
    yield from (Suppressed(claim=claim.id, reason=why) for claim in every)
    yield from not_counted(dossier, told, "does not count the killed or the injured alone")


def _notes(dossier: Dossier, told: Mapping[str, Sequence[Account]], seen: Mapping[str, Sequence[Witness]]) -> Iterator[str]:
    yield from not_placed(dossier.incident.place)
    for name, found in seen.items():
        if found and together(found).open_above:
            yield f"{name}_max is the largest number stated; the account that gives it says {together(found).most:,} or more"
        unsure = names(each.origin for each in found if not each.sure)
        if unsure:
            yield f"{name}: {', '.join(unsure)} may count combatants among them: in the maximum only"
    for name, each in told.items():
        yield from (f"{name}: {words}" for words in apart(each))


IBC = Policy(
    name="ibc",
    version="1",
    after="Iraq Body Count",
    short=(
        "A row for each incident in which civilians may have died, provisional until two independent origins tell of their deaths; then a"
        " row for each total of a stated time and place, less the incidents inside it, each of them on a line of its own. Civilians only."
        " Minimum and maximum by all accounts."
    ),
    methodology="""\
**What a row is.** One incident in which by some account civilians died, or people who may be civilians. IBC records documented deaths and
extrapolates nothing; so does this.

**Who counts.** Civilians, children and women, medical and aid workers, journalists, by the words of the accounts. People of no stated
status are counted as civilians, as IBC counts the bodies of a morgue - unless some account of the incident speaks of combatants among the
dead, or of a clash: then an account that does not tell them apart raises the maximum only. An account that does tell them apart has them
subtracted. IBC counts ordinary police as civilians and soldiers not; claims do not tell the two apart, so that members of security forces
whom an account counts among its dead are in the maximum and not in the minimum.

**Minimum and maximum** are the smallest and the largest number of any account, hedged ones among them. Where the largest is open above, a
note says so.

**Provisional.** IBC wants two independent sources. Independent are origins, not prints: of two papers with one agency's text, of a
ministry and its army, of an envoy and the ministry he drew on, the second adds nothing. The source need not give the same number.

**Totals** - morgue counts, a ministry's toll - are entered only where they are exact for a stated period and place; rates and counts
without a beginning and an end are not. From each total is taken what is known already. The ledger under the row has a line for each
incident of this table that lies inside the total (time within time, place within place, same means, same doer, as far as the total states
them) or may lie inside, with its numbers and the reason. Incidents of no known country are set against none, and a note counts them.
`deaths_min` is the total's minimum less the maxima of all of them, `deaths_max` its maximum less the minima of those that surely lie
inside, neither below 0: IBC takes off confirmed and potential overlaps, minimum and maximum by themselves; which side from which is ours,
and the cautious one. Combatants that the same source counts within the total are taken off first. IBC also subtracts the deaths of an
ordinary year, which no claim tells.

Totals are never added to each other.
""",
    columns=(
        "date_start", "date_end", "country", "adm_1", "adm_2", "location", "latitude", "longitude", "weapons", "killers", "sources",
        "independent", "provisional", "total_min", "total_max", "deaths_min", "deaths_max", "injuries_min", "injuries_max",
    ),
    result=("deaths_min", "deaths_max", "injuries_min", "injuries_max", "provisional"),
    roll=roll,
)  # fmt: skip
