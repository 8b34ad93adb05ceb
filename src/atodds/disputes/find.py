"""What cannot all be true: every dispute and agreement of some claims, from the claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from atodds.disputes.accounts import Account, account_of
from atodds.disputes.charges import Charge, charge_disputes, charge_of
from atodds.disputes.occurrences import Telling, occurrence_disputes, telling_of
from atodds.disputes.standing import Standing
from atodds.disputes.sums import Different
from atodds.model.claim import Claim
from atodds.model.dispute import Dispute, Findings
from atodds.model.incident import Grouping
from atodds.model.origin import Origin, Revision


def find(claims: Iterable[Claim], origins: Mapping[str, Origin], grouping: Grouping, revisions: Iterable[Revision] = ()) -> Findings:
    """All disputes and agreements, in the order of their ids. `origins` has one for every claim; what was revised binds no more."""
    past = {each.earlier for each in revisions}
    each_once = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.document, reverse=True) if claim.id not in past}
    incidents = {incident.id: incident for incident in grouping.incidents}
    member = {claim: incident.id for incident in grouping.incidents for claim in incident.claims}
    standing = Standing(different(grouping))
    standing.add(*accounts(each_once.values(), origins, member))
    disputes = [*standing.disputes(incidents), *_of_incidents(each_once, origins, grouping)]
    return Findings(
        disputes=tuple(sorted(surest(disputes), key=lambda each: each.id)),
        agreements=tuple(sorted(standing.agreements(incidents), key=lambda each: each.id)),
    )


def surest(disputes: Iterable[Dispute]) -> Iterable[Dispute]:
    """Each dispute once: of two proofs about the same claims, the one that nothing is granted for."""
    return {each.id: each for each in sorted(disputes, key=lambda each: (each.relation == "contradiction", each.reason))}.values()


def accounts(claims: Iterable[Claim], origins: Mapping[str, Origin], member: Mapping[str, str]) -> Iterator[Account]:
    """The account of every claim that gives one; `member` tells the incident of a claim."""
    for claim in claims:
        account = account_of(claim, origins[claim.id], member.get(claim.id))
        if account is not None:
            yield account


def different(grouping: Grouping) -> Different:
    """The incidents that a person keeps apart, each pair both ways."""
    member = {claim: incident.id for incident in grouping.incidents for claim in incident.claims}
    found = [(member.get(each.one, each.one), member.get(each.other, each.other)) for each in grouping.different]
    return frozenset(pair for one, other in found for pair in ((one, other), (other, one)))


def _of_incidents(claims: Mapping[str, Claim], origins: Mapping[str, Origin], grouping: Grouping) -> Iterator[Dispute]:
    """Who did it and whether it happened, incident by incident."""
    for incident in grouping.incidents:
        charges: list[Charge] = []
        tellings: defaultdict[str, list[Telling]] = defaultdict(list)
        for claim in (claims[each] for each in incident.claims if each in claims):
            charge, telling = charge_of(claim, origins[claim.id]), telling_of(claim, origins[claim.id])
            charges += [charge] if charge is not None else []
            if telling is not None:
                tellings[claim.kind].append(telling)
        yield from charge_disputes(charges, incident)
        for told in tellings.values():
            yield from occurrence_disputes(told, incident)
