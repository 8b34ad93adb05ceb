"""Every policy there is, in the order in which they are listed."""

from __future__ import annotations

from atodds.errors import UsageError
from atodds.policy.acled import ACLED
from atodds.policy.airwars import AIRWARS
from atodds.policy.base import Policy
from atodds.policy.ibc import IBC
from atodds.policy.range import RANGE
from atodds.policy.ucdp import UCDP

POLICIES: tuple[Policy, ...] = (RANGE, UCDP, ACLED, IBC, AIRWARS)


def policy(name: str) -> Policy:
    """The policy of a name. Raises UsageError where there is none."""
    found = next((each for each in POLICIES if each.name == name), None)
    if found is None:
        raise UsageError(f"no policy {name!r}", f"use one of {', '.join(each.name for each in POLICIES)}")
    return found
