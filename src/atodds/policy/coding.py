"""Coding: what every table of one row an incident shares: which figures it counts, and which it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from atodds.policy.accounts import Account
from atodds.policy.base import Given, Row, Suppressed
from atodds.policy.dossier import Dossier, dossiers
from atodds.vocab.shown import folded

Coder = Callable[[Dossier, Given], Row | str]


def coded(given: Given, coder: Coder) -> tuple[list[Row], list[Suppressed]]:
    """A row for each incident that the coder codes; where it answers with a reason, that stands beside each figure of the incident."""
    rows: list[Row] = []
    left: list[Suppressed] = []
    for dossier in dossiers(given):
        made = coder(dossier, given)
        if isinstance(made, Row):
            rows.append(made)
        else:
            left += [*dossier.suppressed, *(Suppressed(claim=claim.id, reason=made) for claim in dossier.standing)]
    return rows, left


def not_counted(dossier: Dossier, told: Iterable[Account], why: str) -> list[Suppressed]:
    """The figures of an incident that none of the accounts counts; `why`: of those that are of another measure."""
    every = list(told)
    aside = [each for account in every for each in account.aside]
    counted = {claim.id for each in every for claim in each.used} | {each.claim for each in aside}
    rest = [Suppressed(claim=claim.id, reason=why) for claim in dossier.standing if claim.id not in counted]
    return [*dossier.suppressed, *aside, *rest]


def outlets(dossier: Dossier, given: Given) -> str | None:
    """Who printed the reports of an incident, each once; the title of one that names nobody. Null where nothing tells."""
    documents = (given.documents.get(key) for key in dossier.incident.documents)
    found = {folded(each.outlet or each.title or "") for each in documents if each is not None} - {""}
    return "; ".join(sorted(found)) or None


def used(told: Iterable[Account], *others: str) -> tuple[str, ...]:
    """The claims behind the numbers of some accounts, and behind the names of a row."""
    return tuple(sorted({claim.id for each in told for claim in each.used} | set(others)))
