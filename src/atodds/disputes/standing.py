"""Standing: the accounts there are, and what is at odds among them, kept up to date as each comes or goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atodds.disputes.accounts import Account, together
from atodds.disputes.agreements import agreement
from atodds.disputes.opens import Opens
from atodds.disputes.proofs import dispute
from atodds.disputes.rivals import Rivals
from atodds.disputes.statuses import clash_dispute
from atodds.disputes.sums import Different
from atodds.disputes.totals import Totals
from atodds.model.dispute import Agreement, Dispute
from atodds.model.incident import Incident

_Incidents = Mapping[str, Incident]


class Standing:
    """Numbers that are claimed, and the disputes about them. What it finds depends on what it holds, not on how that came."""

    def __init__(self, different: Different = frozenset()) -> None:
        self._kept: dict[tuple[object, ...], Account] = {}
        self._totals, self._rivals, self._opens = Totals(different), Rivals(different), Opens()

    def add(self, *accounts: Account) -> None:
        """Take accounts in; many at once are taken faster than one by one."""
        fresh: dict[tuple[object, ...], Account] = {}
        for account in accounts:
            known = fresh.get(account.key)
            fresh[account.key] = account if known is None else together(known, account)
        for key, account in fresh.items():
            held = self._kept.get(key)
            if held is not None:
                self._drop(held)
                fresh[key] = together(held, account)
            self._kept[key] = fresh[key]
        taken = list(fresh.values())
        self._rivals.put(taken)
        self._opens.put(taken)
        self._totals.put(taken)

    def discard(self, account: Account) -> None:
        """Let an account go, with those of its voice that say the same: a later figure has taken their place."""
        held = self._kept.pop(account.key, None)
        if held is not None:
            self._drop(held)

    def disputes(self, incidents: _Incidents) -> Iterator[Dispute]:
        """Every dispute about numbers and about kinds of people."""
        for room in (self._totals, self._opens, self._rivals):
            yield from (dispute(proof, incidents) for proof in room.proofs())
        yield from (clash_dispute(clash, incidents.get(clash.one.events or "")) for clash in self._rivals.clashes())

    def about(self, account: Account, incidents: _Incidents) -> Iterator[Dispute]:
        """The disputes about numbers that an account has part in, or could change by coming or going."""
        held = self._kept.get(account.key, account)
        for room in (self._totals, self._rivals):
            yield from (dispute(proof, incidents) for proof in room.about(held))

    def agreements(self, incidents: _Incidents) -> Iterator[Agreement]:
        """Parts that make up their whole, and equal figures of different sides on one incident."""
        yield from (agreement(accord, incidents) for accord in self._rivals.accords())

    def _drop(self, account: Account) -> None:
        self._totals.take(account)
        self._rivals.take(account)
        self._opens.take(account)
