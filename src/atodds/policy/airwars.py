"""Airwars: how surely civilians were harmed and by whom, in five grades, with the least and the most of each group."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Category, Measure
from atodds.model.origin import Origin
from atodds.policy.accounts import Account, accounts, kind, literal
from atodds.policy.base import Given, Policy, Rolled, Row, Suppressed, Value
from atodds.policy.coding import coded, not_counted
from atodds.policy.differing import apart
from atodds.policy.dossier import Dossier, not_rolled, ordered
from atodds.policy.independence import independent, names
from atodds.policy.precision import UNDATED, days, not_placed, when_and_where
from atodds.policy.sides import Charge, charges, compete, disputed, named
from atodds.policy.sides import names as parties
from atodds.policy.spread import Spread, added, spread, union
from atodds.vocab import load

_GROUPS: Mapping[str, Category] = {"children": "child", "women": "woman"}  # Airwars' groups within the civilians that our kinds tell
_MEASURES: Mapping[str, Measure] = {"killed": "killed", "injured": "wounded"}
_CIVILIANS, _ARMED = "civilians", ("a", "b")


class _Harm(NamedTuple):
    """What the accounts say of the killed and of the injured, and those origins that say that civilians were among them."""

    killed: Sequence[Account]
    injured: Sequence[Account]

    @property
    def told(self) -> list[Account]:
        return [*self.killed, *self.injured]

    @property
    def witnesses(self) -> list[Origin]:
        return [each.origin for each in self.told if _CIVILIANS in each.sides and each.sides[_CIVILIANS].most > 0]


class _Grade(NamedTuple):
    """A grade, and the sentence that says why; None: no grade fits."""

    grade: str | None
    why: str


def roll(given: Given) -> Rolled:
    """A row for each incident in which some account says that civilians were killed or injured."""
    rows, left = coded(given, _coded)
    return Rolled(rows=tuple(rows), left_out=ordered([*left, *not_rolled(given)]))


def _coded(dossier: Dossier, given: Given) -> Row | str:
    if days(dossier.incident.time) is None:
        return UNDATED
    harm = _Harm(*(accounts(dossier, given, each, AIRWARS.name) for each in _MEASURES.values()))
    if not harm.witnesses:
        return "no account says that civilians were killed or injured"
    counted = {claim.id for each in harm.told for side in each.sides for claim in each.behind[side]} | _of_groups(dossier)
    doers = charges(dossier, given, counted)
    owned, rivals = conceded(dossier), disputed(dossier, given.findings)
    grade = graded(harm.witnesses, doers, owned, disputed=bool(rivals), discounted=_discounted(dossier, given))
    values: dict[str, Value] = {
        "civilian_harm_status": grade.grade,
        "strike_status": _strike(harm.witnesses, doers, contested=bool(rivals) or compete(doers)),
        **when_and_where(dossier.incident.time, dossier.incident.place), "belligerents": parties(named(doers)),
        "sources": "; ".join(names(harm.witnesses)), "independent": len(independent(harm.witnesses)),
        **dict(_numbers(harm, dossier)), **dict(_conceded_numbers(owned)),
    }  # fmt: skip
    named_by = {each.claim.id for each in named(doers)} | {claim.id for claim in owned} | set(rivals)
    return Row(
        policy=AIRWARS.title, incident=dossier.incident.id, values=values, used=tuple(sorted(counted | named_by)),
        suppressed=ordered(_suppressed(dossier, harm, counted | named_by)), notes=tuple(_notes(dossier, harm, grade)),
    )  # fmt: skip


def _of_groups(dossier: Dossier) -> set[str]:
    """The figures of the groups that have columns of their own."""
    return {
        claim.id
        for claim in dossier.standing
        if claim.figure is not None and kind(claim.figure) in _GROUPS.values() and claim.figure.measure in _MEASURES.values()
    }


def _suppressed(dossier: Dossier, harm: _Harm, counted: Container[str]) -> Iterator[Suppressed]:
    every = [claim for each in harm.told for claim in each.used if claim.id not in counted]
    yield from (Suppressed(claim=claim.id, reason="of no stated status: Airwars counts civilians") for claim in every)
    aside = not_counted(dossier, harm.told, "does not count the killed or the injured alone")
    yield from (each for each in aside if each.claim not in counted)


def graded(
    witnesses: Iterable[Origin], doers: Sequence[Charge], owned: Sequence[Claim], *, disputed: bool = False, discounted: str | None = None
) -> _Grade:
    """The grade of an incident from who saw it, who is held responsible, and who owned up. `discounted` is a person's word, or None."""
    sides = independent(witnesses)
    if discounted is not None:
        return _Grade("discounted", f"discounted by a person: {discounted}")
    if owned:
        return _Grade("confirmed", "confirmed: a belligerent concedes it")
    if disputed or compete(doers):
        return _Grade("contested", "contested: the accounts name different parties")
    if len(sides) < load("policies")["airwars"]["sources"]:
        return _Grade("weak", "weak: one independent origin")
    if not named(doers):
        return _Grade(None, "not graded: several independent origins, and none of them names a belligerent")
    return _Grade("fair", f"fair: {len(sides)} independent origins, and a belligerent is named")


def conceded(dossier: Dossier) -> list[Claim]:
    """The claims in which a party owns up to harm of its own doing; to have killed its enemies, or nobody, is no such thing."""
    standing = [claim for claim in dossier.claims if claim.figure is None or claim in dossier.standing]
    return [claim for claim in standing if claim.stance == "concedes" and _of_civilians(claim)]


def _discounted(dossier: Dossier, given: Given) -> str | None:
    """What a person said who discounted the incident."""
    return next((given.discounted[claim.id] for claim in dossier.claims if claim.id in given.discounted), None)


def _of_civilians(claim: Claim) -> bool:
    figure = claim.figure
    return figure is None or (kind(figure) not in ("combatant", "security_forces") and figure.high != 0)


def _strike(witnesses: Sequence[Origin], doers: Sequence[Charge], *, contested: bool) -> str:
    """How surely there was a strike, in Airwars' words."""
    if any(each.claim.stance in ("claims", "concedes") for each in doers):
        return "declared"
    if contested:
        return "contested"
    return "likely" if len(independent(witnesses)) >= load("policies")["airwars"]["sources"] else "single source claim"


def _numbers(harm: _Harm, dossier: Dossier) -> Iterator[tuple[str, Value]]:
    """The least and the most of each group, killed and injured; null where no account counts it, or leaves that side open."""
    for name, told in (("killed", harm.killed), ("injured", harm.injured)):
        yield from _pair(f"civilians_{name}", [each.sides[_CIVILIANS] for each in told if _CIVILIANS in each.sides])
        for group, own in _GROUPS.items():
            figures = (claim.figure for claim in dossier.standing if claim.figure is not None and kind(claim.figure) == own)
            yield from _pair(f"{group}_{name}", [spread([literal(each)]) for each in figures if each.measure == _MEASURES[name]])
        armed = [{side: each.sides[side] for side in _ARMED if side in each.sides} for each in told]
        yield from _pair(f"belligerents_{name}", [added(sides.values()) for sides in armed if sides])


def _pair(name: str, numbers: Sequence[Spread]) -> Iterator[tuple[str, Value]]:
    found = union(numbers) if numbers else None
    yield f"{name}_min", found.low if found is not None else None
    yield f"{name}_max", found.high if found is not None else None


def _conceded_numbers(owned: Iterable[Claim]) -> Iterator[tuple[str, Value]]:
    """How many dead and injured the belligerents themselves own up to."""
    for name, measure in _MEASURES.items():
        figures = [claim.figure for claim in owned if claim.figure is not None and claim.figure.measure == measure]
        yield from _pair(f"conceded_{name}", [spread([literal(each)]) for each in figures])


def _notes(dossier: Dossier, harm: _Harm, grade: _Grade) -> Iterator[str]:
    yield grade.why
    yield from not_placed(dossier.incident.place)
    for name, told in (("killed", harm.killed), ("injured", harm.injured)):
        yield from (f"{name}: {each}" for each in apart(told))


AIRWARS = Policy(
    name="airwars",
    version="1",
    after="Airwars' grading of civilian harm",
    short=(
        "A row for each incident in which some account says that civilians were killed or injured. Confirmed: a belligerent concedes it."
        " Contested: the accounts name different parties. Weak: one independent origin. Fair: two or more, and a belligerent is named."
        " Discounted: only where a person said so. Least and most of each group by all accounts."
    ),
    methodology="""\
**What a row is.** One incident in which some account says that civilians were killed or injured: civilians, children, women, medical and
aid workers, journalists. People of no stated status are not counted among them, and no man because he is one.

**Grades**, the first that fits:

| grade | when |
|---|---|
| discounted | a person said so: those killed were combatants, or another party most likely did it. No machine ever says so |
| confirmed | a belligerent concedes the harm. To claim an attack, or its enemies killed, is no concession of civilian harm |
| contested | different origins name different parties, neither the other's body nor both in one account |
| weak | the harm goes back to one independent origin |
| fair | two or more independent origins, and at least one party by name is held responsible |
| null | two or more independent origins, and nobody is named: Airwars keeps books on belligerents |

An accused who only denies makes nothing contested. "Independent" counts sides: a ministry and its army are one, a report that repeats
another is none, and who drew on another of the origins adds none. Airwars weighs how credible a source is; that stays for a person.

**Strike status**: declared (a party claims or concedes the attack), contested, likely (two independent origins), single source claim.

**Numbers.** For each group the least and the most by any account, as in the policy `range`; null where an account that goes furthest
leaves the side open. Where an account counts no civilians as such but children and women, they are added; nobody is two of these in one
account. `belligerents` are combatants and security forces. `conceded` is what belligerents own up to, beside the other accounts.
""",
    columns=(
        "civilian_harm_status", "strike_status", "date_start", "date_end", "country", "adm_1", "adm_2", "location", "latitude", "longitude",
        "belligerents", "sources", "independent",
        *(f"{group}_{name}_{end}" for name in _MEASURES for group in ("civilians", *_GROUPS, "belligerents") for end in ("min", "max")),
        *(f"conceded_{name}_{end}" for name in _MEASURES for end in ("min", "max")),
    ),
    result=("civilian_harm_status", "strike_status", *(f"civilians_{name}_{end}" for name in _MEASURES for end in ("min", "max"))),
    roll=roll,
)  # fmt: skip
