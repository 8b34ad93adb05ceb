"""Differences: who gives which number, in the words that a coder writes into the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atodds.model.claim import Claim
from atodds.model.origin import Origin
from atodds.policy.accounts import Account, Reading, is_soft, literal
from atodds.policy.base import Number
from atodds.policy.independence import leaning, names
from atodds.policy.spread import Spread, union
from atodds.vocab import load
from atodds.vocab.shown import folded

_NAMED = 4  # voices named behind one number; the rest are counted
_Told = tuple[Spread, str, Origin]  # numbers, whom they count, who says so


def differ(told: Iterable[_Told]) -> str | None:
    """The numbers that origins give, least first, where they differ. Whom they count is said where that is not all people.

    "12" and "at least 12" do not differ, nor does an origin from itself.

    >>> sana, sohr = Origin(key="sana", side="syr", name="SANA"), Origin(key="sohr", side="sohr", name="SOHR")
    >>> twelve, thirty = Spread(12, 12, False, False), Spread(30, 30, False, False)
    >>> differ([(thirty, "unknown", sohr), (twelve, "unknown", sana)])
    'Reports differ: 12 (SANA) to 30 (SOHR)'
    >>> differ([(twelve, "“terrorists”", sana), (twelve, "civilian", sohr)])
    'Reports differ: 12 civilians (SOHR) to 12 “terrorists” (SANA)'
    >>> differ([(twelve, "unknown", sana), (twelve, "unknown", sohr)])
    """
    voices: dict[tuple[Number, Number, str], list[tuple[Spread, Origin]]] = {}
    for numbers, whom, origin in told:
        voices.setdefault((numbers.least, numbers.most, whom), []).append((numbers, origin))
    if len(voices) < 2 or len({origin.key for each in voices.values() for _, origin in each}) < 2:
        return None
    words = [f"{_counted(union(numbers for numbers, _ in voices[each]), each[2])} ({_some(voices[each])})" for each in sorted(voices)]
    return f"Reports differ: {', '.join(words[:-1])} to {words[-1]}"


def apart(told: Iterable[Account], read: Reading = literal) -> Iterator[str]:
    """Where accounts differ, in all people and then side by side; whose independence is unsure; how soft their figures are. A line each.

    An account of one side alone differs from those of all people only where it counts more than one of them.
    """
    every = list(told)
    fewest = min((account.total.least for account in every if account.total is not None), default=-1)
    lines = [differ(each for account in every for each in _main(account) if account.total is not None or each[0].most > fewest)]
    lines += [
        differ((each.sides[side], each.words[side], each.origin) for each in every if side in each.sides and each.total is not None)
        for side in sorted({side for each in every for side in each.sides})
    ]
    yield from dict.fromkeys(each for each in lines if each is not None)
    yield from leaning(each.origin for each in every)
    yield from dict.fromkeys(cautions((claim for each in every for claim in each.used), read))


def cautions(claims: Iterable[Claim], read: Reading = literal) -> Iterator[str]:
    """What a reader must know of the figures used: hedges, numbers that are only about or vague. One line each."""
    for claim in claims:
        figure = claim.figure
        if figure is None or not is_soft(claim):
            continue
        words = folded(figure.text)
        if claim.hedge is not None:
            yield f"“{words}” is hedged by “{folded(claim.hedge)}”"
        elif figure.modality == "vague":
            yield f"“{words}” is vague: counted as {read(figure)[0]:,} or more"
        else:
            yield f"“{words}” is only about"


def plural(kind: str) -> str:
    """How several of a kind are named; people of no stated kind are people."""
    return str(load("shown")["categories"][kind][1])


def _main(account: Account) -> Iterator[_Told]:
    """All the people that an account counts; its sides where it does not count all."""
    if account.total is not None:
        yield account.total, "unknown", account.origin
        return
    yield from ((numbers, account.words[side], account.origin) for side, numbers in account.sides.items())
    if account.others is not None:
        yield account.others, account.words["others"], account.origin


def _counted(numbers: Spread, whom: str) -> str:
    if whom == "unknown":
        return str(numbers)
    forms = load("shown")["categories"].get(whom)
    return f"{numbers} {whom if forms is None else forms[0 if numbers == (1, 1, False, False) else 1]}"


def _some(told: Iterable[tuple[Spread, Origin]]) -> str:
    found = names(origin for _, origin in told)
    return ", ".join(found if len(found) <= _NAMED else [*found[:_NAMED], f"{len(found) - _NAMED} more"])
