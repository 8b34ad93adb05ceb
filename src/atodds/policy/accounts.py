"""Accounts: what one origin says of all the people harmed in an incident, and of those on each side."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Category, Figure, Measure
from atodds.model.origin import Origin
from atodds.policy.base import Given, Suppressed
from atodds.policy.dossier import Dossier
from atodds.policy.spread import Bounds, Spread, added, spread, union
from atodds.vocab import load
from atodds.vocab.shown import quoted

Side = str  # "civilians", "a" (armed forces of a state), "b" (who fights them): as vocab/policies.yml has them
Reading = Callable[[Figure], Bounds]

_PART = "a part of the people that another figure counts"
_AMONG = "may be among those that the same account counts"
_WHOLE, _OTHERS = "whole", "others"
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
    apart: bool  # it counts all people in a figure that does not stand: its sides are no count of all
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
        if self.whole is not None or self.apart or len(self.sides) < 2:
            return self.whole
        together = added(self.sides.values())
        if self.others is None or self.others.least <= together.least:
            return together
        return union([self.others, together])._replace(least=self.others.least)


def accounts(dossier: Dossier, given: Given, measure: Measure, policy: str, read: Reading | None = None) -> list[Account]:
    """An account for each origin that gives figures of the measure, by key. `read` tells the bounds of a figure where a convention does."""
    every, sides = wholes(dossier, measure), sides_of(policy)
    standing = {claim.id for claim in dossier.standing}
    by_origin: dict[str, list[Claim]] = {}
    for claim in every.values():
        by_origin.setdefault(given.origins[claim.id].key, []).append(claim)
    return [
        _account(figures, all_of_it, given.origins[figures[0].id], sides, every, read or literal)
        for _, all_of_it in sorted(by_origin.items())
        if (figures := [claim for claim in all_of_it if claim.id in standing])
    ]


def wholes(dossier: Dossier, measure: Measure) -> dict[str, Claim]:
    """The figures of one measure that others may be parts of, by id: those that do not stand as well, for a part is none the less one."""
    return {claim.id: claim for claim in dossier.claims if claim.figure is not None and claim.figure.measure == measure}


def sides_of(policy: str) -> Mapping[Category, Side]:
    """On which side a policy puts a kind of people."""
    return {kind: side for side, kinds in load("policies")["sides"][policy].items() for kind in kinds}


def literal(figure: Figure) -> Bounds:
    """The bounds as the words give them."""
    return figure.low, figure.high


def kind(figure: Figure | None) -> Category | None:
    """The kind of people that the words give; None for people of no stated kind, or of several."""
    return None if figure is None or figure.category in (None, "unknown") else figure.category


def is_part(claim: Claim, ids: Container[str]) -> bool:
    """Is it a part of people whose whole is among these figures, and of no kind of its own?"""
    return claim.part_of is not None and claim.part_of in ids and kind(claim.figure) is None


def is_soft(claim: Claim) -> bool:
    """Is its number only about or vague, or the claim hedged? Rule 1.6."""
    return claim.hedge is not None or (claim.figure is not None and claim.figure.soft)


def counting(told: Iterable[Account]) -> list[Account]:
    """The accounts that count somebody; of others all figures are parts of what other accounts count."""
    return [each for each in told if each.behind]


def _account(
    figures: Sequence[Claim],
    said: Sequence[Claim],
    origin: Origin,
    sides: Mapping[Category, Side],
    every: Mapping[str, Claim],
    read: Reading,
) -> Account:
    behind, aside = _sorted_out(figures, sides, every)
    told = {name: _together(claims, read) for name, claims in sorted(behind.items())}
    by_side = {name: each for name, each in told.items() if name not in (_WHOLE, _OTHERS)}
    if _OTHERS in told and told[_OTHERS].least <= max([told[_WHOLE].most if _WHOLE in told else 0, added(by_side.values()).most]):
        aside += [Suppressed(claim=each.id, reason=_AMONG) for each in behind.pop(_OTHERS)]
        del told[_OTHERS]
    hard = behind.get(_WHOLE) or [claim for claims in behind.values() for claim in claims]
    return Account(
        origin=origin, whole=told.get(_WHOLE), sides=by_side, others=told.get(_OTHERS),
        behind={name: tuple(claims) for name, claims in behind.items()}, aside=tuple(aside),
        words={name: _word(claims) for name, claims in behind.items()}, soft=all(map(is_soft, hard)),
        apart=any(kind(claim.figure) is None and not is_part(claim, every) for claim in said),
    )  # fmt: skip


def _sorted_out(
    figures: Sequence[Claim], sides: Mapping[Category, Side], every: Mapping[str, Claim]
) -> tuple[dict[str, list[Claim]], list[Suppressed]]:
    """The figures by whom they count, and those that are parts of another or narrower than one."""
    behind: dict[str, list[Claim]] = {}
    aside: list[Suppressed] = []
    for claim in figures:
        own, whole = kind(claim.figure), every.get(claim.part_of or "")
        among = own is not None and own not in sides and whole is not None and kind(whole.figure) is not None
        if among or is_part(claim, every):  # "18 civilians, a child among them"
            aside.append(Suppressed(claim=claim.id, reason=_PART, by=claim.part_of))
        else:
            behind.setdefault(_WHOLE if own is None else sides.get(own, _OTHERS), []).append(claim)
    for name in behind.keys() - {_WHOLE, _OTHERS}:
        behind[name], narrower = _widest(behind[name])
        aside += [Suppressed(claim=each.id, reason=_AMONG) for each in narrower]
    return behind, aside


def _word(claims: Sequence[Claim]) -> str:
    """Whom the figures count: a word that carries a judgement as the report has it; else the kind, `unknown` for several."""
    claimed = {claim.figure.as_claimed for claim in claims if claim.figure is not None}
    if len(claimed) == 1 and (word := claimed.pop()) is not None:
        return quoted(word)
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
