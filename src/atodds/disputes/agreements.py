"""Agreements: parts that make up their whole, and equal figures of different origins on one incident (rule 5.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from atodds.disputes import words
from atodds.disputes.accounts import Account
from atodds.disputes.boxes import Box
from atodds.disputes.sums import Different, why_apart
from atodds.model.dispute import Agreement
from atodds.model.ids import canonical, digest
from atodds.model.incident import Incident


class Accord(NamedTuple):
    """Accounts that say the same; `whole` where the others are its parts."""

    accounts: tuple[Account, ...]  # by id; parts without their whole
    whole: Account | None = None


def parts_that_make_up(whole: Account, parts: Iterable[Account], different: Different) -> Iterator[Accord]:
    """Exact parts, apart from each other, that add up to an exact whole."""
    exact = sorted((each for each in parts if each.topic == whole.topic and _exact(each)), key=lambda each: (-(each.low or 0), each.id))
    if len(exact) < 2 or not _exact(whole) or sum(each.low or 0 for each in exact) != whole.low:
        return
    if all(why_apart(one, other, different, whole) is not None for one, other in combinations(exact, 2)):
        yield Accord(tuple(exact), whole)


def equal_figures(accounts: Iterable[Account]) -> Iterator[Accord]:
    """Figures of different sides with the same bounds, of the same kind of people, on one incident."""
    alike: dict[object, list[Account]] = {}
    for each in accounts:
        if each.whole is None and each.soft is None and (each.low is not None or each.high is not None):
            alike.setdefault((each.topic, each.low, each.high, each.kinds), []).append(each)
    for found in alike.values():
        by_side = {each.origin.side: each for each in sorted(found, key=lambda each: each.id, reverse=True)}
        if len(by_side) > 1:
            yield Accord(tuple(sorted(by_side.values(), key=lambda each: each.id)))


def agreement(accord: Accord, incidents: Mapping[str, Incident]) -> Agreement:
    """The accord as a record, with its sentence."""
    every = (*accord.accounts, *((accord.whole,) if accord.whole is not None else ()))
    claims = tuple(sorted(each.id for each in every))
    incident = incidents.get(every[-1].events or "")
    return Agreement(
        id=digest(canonical(("agreement", claims))), question=_question(every[-1], incident), claims=claims,
        reason=_parts(accord.accounts, accord.whole) if accord.whole is not None else _equal(accord.accounts, incident),
        incident=incident.id if incident is not None else None,
    )  # fmt: skip


def _question(account: Account, incident: Incident | None) -> str:
    about = words.about(incident)
    return f"{words.question(account, box=Box())}: {about}" if about else words.question(account)


def _parts(parts: tuple[Account, ...], whole: Account) -> str:
    added = " + ".join(words.claimed(each) for each in parts)
    return f"{added} = {words.claimed(whole)}: the parts agree with the whole ({words.name(whole)})"


def _equal(accounts: tuple[Account, ...], incident: Incident | None) -> str:
    about = words.about(incident)
    return f"{', '.join(map(words.name, accounts))} all say {words.what(accounts[0])}{f': {about}' if about else ''}"


def _exact(account: Account) -> bool:
    return account.low is not None and account.low == account.high and account.soft is None
