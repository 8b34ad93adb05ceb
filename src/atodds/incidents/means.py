"""Means against each other: such as two reports give of one attack, and such as they hardly would (rule 4.3)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product

from atodds.vocab import load


def unlike(one: str | None, other: str | None) -> bool:
    """Can two reports of one attack hardly have called it so? What is not said is unlike nothing.

    >>> unlike("shooting", "drone"), unlike("shelling", "airstrike"), unlike(None, "drone")
    (True, False, False)
    """
    if one is None or other is None or one == other:
        return False
    return other not in _kin().get(one, frozenset())


def all_unlike(some: Iterable[str], others: Iterable[str]) -> bool:
    """Is each of some means unlike each of others? Where one report names none, nothing is."""
    pairs = list(product(some, others))
    return bool(pairs) and all(unlike(one, other) for one, other in pairs)


@cache
def _kin() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in load("incidents")["kin"]:
        for each in row:
            found.setdefault(each, set()).update(row)
    return {name: frozenset(kin) for name, kin in found.items()}
