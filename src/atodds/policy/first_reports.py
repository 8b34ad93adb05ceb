"""First reports: tolls of the day itself, which later accounts of the same incident have overtaken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from atodds.model.claim import Claim
from atodds.model.origin import Origin
from atodds.policy.accounts import is_part, kind, wholes
from atodds.policy.base import Suppressed
from atodds.policy.dossier import Dossier
from atodds.policy.precision import days

_FRESH = timedelta(days=1)  # the day after: an evening's attack is in the next morning's papers


def first_reports(dossier: Dossier, origins: Mapping[str, Origin]) -> list[Suppressed]:
    """The counts of all the dead that were made until the day after, where there is a later one.

    A toll rises for days, and coders go by the later reports. Where nobody counts the dead later, or no day is told, nothing is set
    aside; nor is what only counts some kind of people.
    """
    time = dossier.incident.time
    if days(time) is None or time is None or time.latest is None:
        return []
    until = time.latest + _FRESH
    made = {claim.id: _made(claim, origins) for claim in _tolls(dossier)}
    if not any(day is not None and day > until for day in made.values()):
        return []
    return [
        Suppressed(claim=key, reason=f"a first report, of {day}: later accounts count the dead")
        for key, day in made.items()
        if day is not None and day <= until
    ]


def _tolls(dossier: Dossier) -> list[Claim]:
    killed = [claim for claim in dossier.standing if claim.figure is not None and claim.figure.measure == "killed"]
    ids = wholes(dossier, "killed")
    return [claim for claim in killed if kind(claim.figure) is None and not is_part(claim, ids)]


def _made(claim: Claim, origins: Mapping[str, Origin]) -> date | None:
    return origins[claim.id].made
