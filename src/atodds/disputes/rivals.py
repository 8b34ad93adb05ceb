"""Rivals: accounts of one incident against each other, and parts against their whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from atodds.disputes.accounts import Account
from atodds.disputes.agreements import Accord, equal_figures, parts_that_make_up
from atodds.disputes.bounds import against
from atodds.disputes.boxes import is_mixture, kinds_within
from atodds.disputes.proofs import Proof
from atodds.disputes.shelves import topics_above
from atodds.disputes.statuses import Clash, clashes
from atodds.disputes.sums import Different
from atodds.incidents.nearness import near
from atodds.model.where import Place
from atodds.vocab import words_of

_ONE_SPOT = 1.0  # points of rule 4.3: the same, close by, or an area around the other; less is only one province or country for both


def may_be_rivals(one: Account, other: Account) -> bool:
    """Do two origins speak, of one spot, and is neither of them the report that quotes the other? A lead sums up what its sources say."""
    quoting = one.document == other.document and (one.own_voice or other.own_voice)
    return one.origin.key != other.origin.key and not quoting and _at_one_place(one.box.place, other.box.place)


def _at_one_place(one: Place | None, other: Place | None) -> bool:
    """May both be of one spot: the same, one inside the other, or two names of a town and a village of it (rule 4.3)?"""
    close = near(one, other) if one is not None and other is not None else None
    return one is None or other is None or (close is not None and close.points >= _ONE_SPOT)


class Rivals:
    """Accounts by the incident they are about, and by the whole they are parts of."""

    def __init__(self, different: Different) -> None:
        self._different = different
        self._of_incident: dict[str, dict[str, Account]] = {}
        self._parts: dict[str, dict[str, Account]] = {}  # by the claim of the whole
        self._wholes: dict[str, Account] = {}  # by each of its claims

    def put(self, accounts: Iterable[Account]) -> None:
        for account in accounts:
            self._wholes.update(dict.fromkeys(account.claims, account))
            if account.events is not None:
                self._of_incident.setdefault(account.events, {})[account.id] = account
            if account.whole is not None:
                self._parts.setdefault(account.whole, {})[account.id] = account

    def take(self, account: Account) -> None:
        for claim in account.claims:
            del self._wholes[claim]
        if account.events is not None:
            del self._of_incident[account.events][account.id]
        if account.whole is not None:
            del self._parts[account.whole][account.id]

    def proofs(self) -> Iterator[Proof]:
        for incident in self._of_incident:
            yield from self._of_one(incident)
        for claim in self._parts:
            yield from self._of_parts(claim)

    def about(self, account: Account) -> Iterator[Proof]:
        """What is proved about the incident or the whole of an account, and about its parts."""
        if account.events is not None:
            yield from self._of_one(account.events)
        for claim in (*account.claims, *((account.whole,) if account.whole is not None else ())):
            yield from self._of_parts(claim)

    def clashes(self) -> Iterator[Clash]:
        """Kinds of people that exclude each other where the numbers agree."""
        for held in self._of_incident.values():
            yield from clashes(held.values())

    def accords(self) -> Iterator[Accord]:
        """What says the same."""
        for claim, parts in self._parts.items():
            whole = self._whole(claim)
            if whole is not None:
                yield from parts_that_make_up(whole, parts.values(), self._different)
        for held in self._of_incident.values():
            yield from equal_figures(held.values())

    def _of_one(self, incident: str) -> Iterator[Proof]:
        """What others say of one incident, against each bound (rule 5.1); a bound that one origin repeats stands once."""
        held = sorted(self._of_incident[incident].values(), key=lambda each: each.id)
        best: dict[object, tuple[Proof, ...]] = {}
        for bound in held if len(held) > 1 else ():
            if bound.caps and bound.topic[0] not in words_of("scopes", "naming") and self._stands_alone(bound):
                others = [each.as_low for each in held if bound.topic in topics_above(each.topic) and may_be_rivals(each, bound)]
                found = against(bound, others, "same_events", self._different, additive=_adds(bound))
                same = (bound.origin.key, bound.topic, bound.low, bound.high, bound.kinds, bound.soft is None)
                if found and (same not in best or (best[same][0].relation, found[0].relation) == ("at_odds", "contradiction")):
                    best[same] = found
        for found in best.values():
            yield from found

    def _of_parts(self, claim: str) -> Iterator[Proof]:
        whole = self._whole(claim)
        if whole is not None and claim in self._parts:
            fitting = [each for each in self._parts[claim].values() if each.topic == whole.topic]
            yield from against(whole, fitting, "part", self._different, additive=_adds(whole))

    def _whole(self, claim: str) -> Account | None:
        """The account of a whole, by the very claim that has the parts, whichever stands for it elsewhere."""
        account = self._wholes.get(claim)
        return account if account is None or account.id == claim else replace(account, id=claim)

    def _stands_alone(self, account: Account) -> bool:
        """Is it no part, or one marked off by its kind? "50 from her security detail" says nothing of how many others died.

        Nor do 5 women among 12 civilians say how many other women died: the kind must be one that the whole counts all of.
        """
        if account.whole is None:
            return True
        whole = self._wholes.get(account.whole)
        if whole is None or is_mixture(whole.figure) or not account.kinds or account.kinds == whole.kinds:
            return False
        return kinds_within(account.kinds, whole.kinds) and self._stands_alone(whole)


def _adds(account: Account) -> bool:
    """Do its numbers add up? One person can be wounded twice, and displaced in May and in June."""
    return account.topic[0] in words_of("scopes", "additive")
