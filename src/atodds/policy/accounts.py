"""Accounts: what one origin says of all the people harmed in an incident, and of those on each side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Category, Figure, Measure
from atodds.model.origin import Origin
from atodds.policy.base import Suppressed
from atodds.policy.spread import Bounds, Spread, added, spread, union
from atodds.vocab import load
from atodds.vocab.shown import folded

Side = str  # "civilians", "a" (armed forces of a state), "b" (who fights them): as vocab/policies.yml has them
Reading = Callable[[Figure], Bounds]

_PART = "a part of the people that another figure counts"
_AMONG = "among those that the same account counts on the same side"
_BY_AGE: tuple[Category, ...] = ("child", "woman", "man")  # nobody is two of these in one account: "3 children and 2 women" are 5
_BY_WORK: tuple[Category, ...] = ("medical", "journalist", "aid_worker")


class Account(NamedTuple):
    """One origin's figures of one measure. `whole` is of all people, `sides` of those on a side, `others` of kinds on no known side."""

    origin: Origin
    whole: Spread | None
    sides: Mapping[Side, Spread]
    others: Spread | None
    behind: Mapping[str, tuple[Claim, ...]]  # the figures behind each: "whole", a side, "others"
    aside: tuple[Suppressed, ...]  # its other figures
    words: Mapping[str, str]  # whom "whole", each side and "others" count: a kind, or the report's own word in quotation marks
    soft: bool  # no figure of the whole (of the sides, where there is none) is plain: each is about, vague or hedged

    @property
    def used(self) -> list[Claim]:
        """All figures behind it, by id."""
        return sorted((claim for claims in self.behind.values() for claim in claims), key=lambda each: each.id)

    @property
    def total(self) -> Spread | None:
        """All people that it counts: its figure for people; else its sides together, where it tells of two at least.

        Kinds of no known side may be among the sides: they count where they are more.
        """
        if self.whole is not None or len(self.sides) < 2:
            return self.whole
        together = added(self.sides.values())
        if self.others is None or self.others.least <= together.least:
            return together
        return union([self.others, together])._replace(least=self.others.least)


def accounts(
    standing: Iterable[Claim], origins: Mapping[str, Origin], measure: Measure, policy: str, read: Reading | None = None
) -> list[Account]:
    """An account for each origin that gives figures of the measure, by key. `read` tells the bounds of a figure where a convention does."""
    figures = [claim for claim in standing if claim.figure is not None and claim.figure.measure == measure]
    ids = {claim.id for claim in figures}
    by_origin: dict[str, list[Claim]] = {}
    for claim in figures:
        by_origin.setdefault(origins[claim.id].key, []).append(claim)
    return [_account(each, origins, sides_of(policy), ids, read or literal) for _, each in sorted(by_origin.items())]


def sides_of(policy: str) -> Mapping[Category, Side]:
    """On which side a policy puts a kind of people."""
    return {kind: side for side, kinds in load("policies")["sides"][policy].items() for kind in kinds}


def literal(figure: Figure) -> Bounds:
    """The bounds as the words give them."""
    return figure.low, figure.high


def kind(figure: Figure | None) -> Category | None:
    """The kind of people that the words give; None for people of no stated kind, or of several."""
    return None if figure is None or figure.category in (None, "unknown") else figure.category


def is_part(claim: Claim, ids: Iterable[str]) -> bool:
    """Is it a part of people whose whole is among these figures, and of no kind of its own?"""
    return claim.part_of is not None and claim.part_of in ids and kind(claim.figure) is None


def is_soft(claim: Claim) -> bool:
    """Is its number only about or vague, or the claim hedged? Rule 1.6."""
    return claim.hedge is not None or (claim.figure is not None and claim.figure.modality in ("about", "vague"))


def _account(
    figures: Sequence[Claim], origins: Mapping[str, Origin], sides: Mapping[Category, Side], ids: Iterable[str], read: Reading
) -> Account:
    aside = [Suppressed(claim=each.id, reason=_PART, by=each.part_of) for each in figures if is_part(each, ids)]
    behind: dict[str, list[Claim]] = {}
    for claim in figures:
        if not is_part(claim, ids):
            own = kind(claim.figure)
            behind.setdefault("whole" if own is None else sides.get(own, "others"), []).append(claim)
    for name in behind.keys() - {"whole", "others"}:
        behind[name], among = _widest(behind[name])
        aside += [Suppressed(claim=each.id, reason=_AMONG) for each in among]
    told = {name: _together(claims, read) for name, claims in sorted(behind.items())}
    hard = behind.get("whole") or [claim for claims in behind.values() for claim in claims]
    return Account(
        origins[figures[0].id], told.get("whole"), {name: each for name, each in told.items() if name not in ("whole", "others")},
        told.get("others"), {name: tuple(claims) for name, claims in behind.items()}, tuple(aside),
        {name: _word(claims) for name, claims in behind.items()}, all(map(is_soft, hard)),
    )  # fmt: skip


def _word(claims: Sequence[Claim]) -> str:
    """Whom the figures count: a word that carries a judgement as the report has it; else the kind, `unknown` for several."""
    claimed = {claim.figure.as_claimed for claim in claims if claim.figure is not None}
    if len(claimed) == 1 and (word := claimed.pop()) is not None:
        return "“" + folded(word).strip("“”‘’\"'") + "”"
    kinds = {kind(claim.figure) for claim in claims}
    return (kinds.pop() if len(kinds) == 1 else None) or "unknown"


def _widest(claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The figures for a side itself, and those of narrower kinds, which may be among them; the narrower where there are no others."""
    wide = [claim for claim in claims if kind(claim.figure) not in (*_BY_AGE, *_BY_WORK)]
    return (wide, [claim for claim in claims if claim not in wide]) if wide else (list(claims), [])


def _together(claims: Sequence[Claim], read: Reading) -> Spread:
    """What an origin says of people of one side, or of none: from its least to its most; of narrower kinds alone, at least those."""
    by_kind: dict[Category | None, list[Bounds]] = {}
    for claim in claims:
        assert claim.figure is not None
        by_kind.setdefault(kind(claim.figure), []).append(read(claim.figure))
    told = {each: spread(some) for each, some in by_kind.items()}
    if not told.keys() <= {*_BY_AGE, *_BY_WORK}:
        return union(told.values())
    by_age = [told[each] for each in _BY_AGE if each in told]
    found = max([*(told[each] for each in _BY_WORK if each in told), *([added(by_age)] if by_age else [])])
    return found._replace(open_above=True)
