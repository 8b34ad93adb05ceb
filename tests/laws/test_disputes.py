"""Laws of what cannot all be true: nothing true is ever refuted, nothing false that the rules reach is missed, and the proof is least.

Worlds are drawn in `worlds`; `rules` has the rules once more in their plainest form, and `oracle` asks whether any world at all
satisfies some claims. Each law is tried on 500 worlds, and on 10,000 by `make test-long`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from atodds.disputes.accounts import Account
from atodds.disputes.find import accounts, different, find
from atodds.disputes.standing import Standing
from atodds.model.claim import Claim
from atodds.model.dispute import Agreement, Dispute, Findings
from atodds.model.when import When
from atodds.model.where import Place
from tests.disputes.claims import Told
from tests.laws import rules
from tests.laws.oracle import satisfiable
from tests.laws.worlds import DAYS, on, rumours, true_claims

Law = Callable[..., None]


def law(*drawn: st.SearchStrategy[Any]) -> Callable[[Law], Law]:
    """A law is one test, tried 500 times; a second, with the mark `long`, tries it 10,000 times."""

    def both(test: Law) -> Law:
        def tries(examples: int) -> None:
            tried(test, *drawn, examples=examples)

        tries.__name__, tries.__doc__ = test.__name__, test.__doc__
        same_each_time = {"database": None, "derandomize": True, "report_multiple_bugs": False}
        LAWS[test.__name__] = lambda examples: tried(test, *drawn, examples=examples, **same_each_time)
        return pytest.mark.parametrize("examples", [500, pytest.param(10_000, marks=pytest.mark.long)])(tries)

    return both


LAWS: dict[str, Callable[[int], None]] = {}  # each by its name, to be tried so many times


def tried(test: Law, *drawn: st.SearchStrategy[Any], examples: int, **how: Any) -> None:
    ready = settings(max_examples=examples, deadline=None, phases=(Phase.reuse, Phase.generate), **how)
    ready(given(st.tuples(*drawn))(at_its_least(test)))()


def at_its_least(test: Law) -> Law:
    """The law, which when it is broken tells of the fewest claims that break it."""

    def once(drawn: tuple[Any, ...]) -> None:
        told, *rest = drawn
        if breaks(test, told, *rest):
            less: Told | None = told
            while less is not None:
                told, less = less, next((some for some in without_one(told) if breaks(test, some, *rest)), None)
            print(told)
            test(told, *rest)

    return once


def breaks(test: Law, told: Told, *rest: object) -> bool:
    try:
        test(told, *rest)
    except Exception:  # whatever it is, of fewer claims
        return True
    return False


def without_one(told: Told) -> Iterator[Told]:
    ids = {each.id for each in told.claims}
    yield from (told.of(ids - {id}) for id in sorted(ids) if len(ids) > 1)


def found(told: Told) -> Findings:
    return find(told.claims, told.origins, told.grouping, told.revisions)


def contradictions(findings: Findings, dimension: str | None = None) -> Iterator[Dispute]:
    for each in findings.disputes:
        if each.relation == "contradiction" and dimension in (None, each.dimension):
            yield each


# -- 1: soundness


@law(true_claims())
def test_what_is_true_does_not_contradict_itself(told: Told) -> None:
    assert not list(contradictions(found(told)))


@law(rumours())
def test_no_world_satisfies_a_contradiction(told: Told) -> None:
    for each in contradictions(found(told), "count"):
        assert not satisfiable(told, each.claims), each.reason


# -- 2: completeness


@law(rumours())
def test_every_bound_that_the_rules_refute_is_refuted(told: Told) -> None:
    shown = list(contradictions(found(told), "count"))
    for bound in rules.refuted(told):
        for claims in bound.pairs:
            assert any(is_pair(each, bound, claims[0], told) for each in shown), (bound.cap, claims)
        if bound.sums:
            sizes = [len(each.claims) - 1 for each in shown if caps(each, bound.cap, told)]
            assert min(sizes, default=99) <= len(bound.sums[0]), (bound.cap, bound.sums[0])


def is_pair(dispute: Dispute, bound: rules.Refuted, strongest: Claim, told: Told) -> bool:
    """Does it set this bound, or the same of the same mouth, against a claim as strong: inside a total, one of the same origin?"""
    if len(dispute.claims) != 2 or not caps(dispute, bound.cap, told):
        return False
    (lower,) = (each for each in members(dispute, told) if each.id != capped(dispute, told).id)
    same_voice = told.origins[lower.id].key == told.origins[strongest.id].key
    return (same_voice or bound.ground != "inside") and (rules.low(lower) or 0) >= (rules.low(strongest) or 0)


def caps(dispute: Dispute, cap: Claim, told: Told) -> bool:
    return alike(capped(dispute, told), cap, told)


def capped(dispute: Dispute, told: Told) -> Claim:
    """The claim whose high side is refuted: the one that the proof names for it."""
    (id,) = {id for step in dispute.steps if step.move == "high" for id in step.claims}
    return next(each for each in told.claims if each.id == id)


def alike(one: Claim, other: Claim, told: Told) -> bool:
    """One account: the same bounds of the same people, about the same thing, from one mouth (rule 1.4)."""
    return one.id == other.id or account(one, told) == account(other, told)


def account(each: Claim, told: Told) -> tuple[object, ...]:
    said = told.origins[each.id].key, rules.low(each), rules.high(each), rules.counted(each), rules.measure(each)
    scope = each.scope
    assert scope is not None
    if scope.extent != "total":
        return said, next((one.id for one in told.grouping.incidents if each.id in one.claims), each.id)
    return said, scope.time and scope.time.earliest, scope.place and scope.place.text, scope.agent, scope.means


def members(dispute: Dispute, told: Told) -> list[Claim]:
    return list({each.id: each for each in told.claims if each.id in dispute.claims}.values())


@law(rumours())
def test_with_what_is_granted_no_world_satisfies_what_is_at_odds(told: Told) -> None:
    for each in found(told).disputes:
        if each.dimension == "count" and each.relation == "at_odds":
            assert not satisfiable(granted(told, each), each.claims), each.reason


def granted(told: Told, dispute: Dispute) -> Told:
    """The claims with their soft words hardened and their open sides closed by each other's, each up to the day it was made."""
    hard = {id: until_made(hardened(each)) for each in told.claims if (id := each.id) in dispute.claims}
    if any(step.move == "granted" for step in dispute.steps):
        hard = {id: closed(each, list(hard.values())) for id, each in hard.items()}
    return told._replace(claims=tuple(hard.get(each.id, each) for each in told.claims))


def hardened(each: Claim) -> Claim:
    assert each.figure is not None
    sure = replace(each.figure, modality="exact") if each.figure.modality in ("about", "vague") else each.figure
    return replace(each, figure=sure, hedge=None)


def until_made(each: Claim) -> Claim:
    made = next((link.date for link in each.attribution if link.date is not None), None)
    first, last = rules.span(each, made=made)
    scope = each.scope
    assert scope is not None
    ends = None if first == rules.NEVER else first, None if last == rules.EVER else last
    stated = scope.time is not None and (scope.time.earliest is not None or scope.time.latest is not None)
    time = When(earliest=ends[0], latest=ends[1], precision="span") if stated and first <= last else None
    return replace(each, attribution=(), scope=replace(scope, time=time))


def closed(each: Claim, others: list[Claim]) -> Claim:
    """The sides that it does not state as the others state them; what nobody states is all there is."""
    scopes = [one.scope for one in (each, *others) if one.scope is not None]
    times = [scope.time for scope in scopes if scope.time is not None]
    time = When(
        earliest=next((one.earliest for one in times if one.earliest is not None), on(0)),
        latest=next((one.latest for one in times if one.latest is not None), on(DAYS)),
        precision="span",
    )
    assert each.scope is not None
    agent, means = (next((got for scope in scopes if (got := getattr(scope, side)) is not None), None) for side in ("agent", "means"))
    nowhere = Place(text="somewhere", country="PAK")
    place = next((scope.place for scope in scopes if scope.place is not None), nowhere)
    return replace(each, scope=replace(each.scope, time=time, place=place, agent=agent or "Taliban", means=means))


# -- 3: minimality


@law(rumours())
def test_without_any_of_its_claims_the_rest_of_a_contradiction_can_stand(told: Told) -> None:
    for each in contradictions(found(told), "count"):
        for id in each.claims:
            rest = set(each.claims) - {id}
            assert satisfiable(told, rest), (id, each.reason)
            assert not list(contradictions(found(told.of(rest)), "count")), (id, each.reason)


# -- 4: monotonicity


@law(rumours())
def test_one_more_claim_refutes_no_less(told: Told) -> None:
    """But where it takes the place of another: a later figure of one mouth."""
    ids = {each.id for each in told.claims}
    for each in sorted(ids - {each.later for each in told.revisions})[:3]:
        assert bounds(told.of(ids - {each}), told) <= bounds(told, told)


@law(rumours(), st.integers(0, 3), st.integers(0, 3))
def test_a_wider_bound_refutes_no_more(told: Told, down: int, up: int) -> None:
    for each in [each for each in told.claims if each.figure is not None][:3]:
        wider = widened(each, down, up)
        claims = tuple(wider if one.id == each.id else one for one in told.claims)
        assert bounds(told._replace(claims=claims), told) <= bounds(told, told)


def widened(each: Claim, down: int, up: int) -> Claim:
    assert each.figure is not None
    low, high = each.figure.low, each.figure.high
    wider = replace(
        each.figure, low=None if low is None or down == 0 else max(0, low - down), high=None if high is None or up == 0 else high + up
    )
    return replace(each, figure=wider)


def bounds(told: Told, as_told: Told) -> set[tuple[object, ...]]:
    """The bounds that are refuted, as accounts: which of those who say the same stands for it may change."""
    by_id = {each.id: each for each in as_told.claims}
    return {account(by_id[capped(each, told).id], as_told) for each in contradictions(found(told), "count")}


# -- 5: independence


@law(rumours(), st.randoms(use_true_random=True))
def test_neither_order_nor_repetition_matters(told: Told, chance: Random) -> None:
    claims = list(told.claims)
    chance.shuffle(claims)
    again = [replace(each, document="r9") for each in claims[:3]]
    grouping = replace(
        told.grouping, incidents=told.grouping.incidents[::-1], different=told.grouping.different[::-1]
    )
    assert find([*claims, *again], told.origins, grouping, told.revisions[::-1]) == found(told)


@law(rumours(), st.randoms(use_true_random=True))
def test_one_by_one_is_as_all_at_once(told: Told, chance: Random) -> None:
    given_all, given_each = Standing(different(told.grouping)), Standing(different(told.grouping))
    every = accounts_of(told)
    given_all.add(*every)
    chance.shuffle(every)
    while every:
        some = chance.randint(1, len(every))
        given_each.add(*every[:some])
        every = every[some:]
        if chance.randrange(2):
            held(given_each, told)  # asked in between
    assert held(given_each, told) == held(given_all, told)


@law(rumours(), st.randoms(use_true_random=True))
def test_what_has_gone_leaves_nothing_behind(told: Told, chance: Random) -> None:
    standing, never = Standing(different(told.grouping)), Standing(different(told.grouping))
    every = accounts_of(told)
    chance.shuffle(every)
    gone = {each.key for each in every[: len(every) // 3]}
    standing.add(*every)
    for each in every:
        if each.key in gone:
            standing.discard(each)
    never.add(*(each for each in every if each.key not in gone))
    assert held(standing, told) == held(never, told)


@law(rumours())
def test_what_is_about_an_account_is_all_of_its_disputes(told: Told) -> None:
    standing = Standing(different(told.grouping))
    every = accounts_of(told)
    standing.add(*every)
    incidents = {each.id: each for each in told.grouping.incidents}
    whole = [each for each in standing.disputes(incidents) if each.dimension == "count" and not open_(each)]
    for account in every:
        about = {each.id for each in standing.about(account, incidents)}
        assert {each.id for each in whole if set(account.claims) & {*each.claims, *each.also}} <= about


def open_(dispute: Dispute) -> bool:
    return any(step.move == "granted" for step in dispute.steps)


def accounts_of(told: Told) -> list[Account]:
    past = {each.earlier for each in told.revisions}
    member = {claim: each.id for each in told.grouping.incidents for claim in each.claims}
    return list(accounts([each for each in told.claims if each.id not in past], told.origins, member))


def held(standing: Standing, told: Told) -> tuple[list[Dispute], list[Agreement]]:
    incidents = {each.id: each for each in told.grouping.incidents}
    disputes = sorted(standing.disputes(incidents), key=lambda each: (each.id, each.reason))
    return disputes, sorted(standing.agreements(incidents), key=lambda each: (each.id, each.reason))


# -- 6: what a finding says of itself


@law(rumours())
def test_a_finding_names_given_claims_and_says_why_in_a_line(told: Told) -> None:
    given_ids = {each.id for each in told.claims}
    findings = found(told)
    for each in (*findings.disputes, *findings.agreements):
        assert set(each.claims) <= given_ids
        assert list(each.claims) == sorted(set(each.claims))
        assert len(each.claims) > 1
        assert each.reason.strip() == each.reason
        assert each.reason
        assert "\n" not in each.reason
        assert each.question
    assert len({each.id for each in findings.disputes}) == len(findings.disputes)
    assert [each.id for each in findings.disputes] == sorted(each.id for each in findings.disputes)


@law(rumours())
def test_a_proof_rests_on_its_claims_and_quotes_their_numbers(told: Told) -> None:
    for each in found(told).disputes:
        ids = set(each.claims) | set(each.also)
        assert each.steps
        assert all(set(step.claims) <= ids for step in each.steps), each
        assert {id for step in each.steps for id in step.claims} >= set(each.claims)
        if each.dimension == "count":
            for claim in members(each, told):
                assert quotes(each.reason, claim), (each.reason, claim.figure)


def quotes(reason: str, claim: Claim) -> bool:
    """Does it give one of the ends of the figure, or its words? Nobody is 0."""
    assert claim.figure is not None
    numbers = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", reason)}
    ends = {claim.figure.low, claim.figure.high} - {None}
    return bool(numbers & ends) or claim.figure.text in reason or (0 in ends and re.search(r"\b(no|none|nobody)\b", reason) is not None)


@law(rumours())
def test_whoever_says_the_same_is_named_beside(told: Told) -> None:
    for each in found(told).disputes:
        voices = {told.origins[id].key for id in each.claims}
        assert not set(each.also) & set(each.claims)
        assert all(told.origins[id].key in voices for id in each.also)


@law(rumours())
def test_one_voice_is_heard_once(told: Told) -> None:
    """Rule 1.4: the same bounds of the same box from one mouth are one account, however the reports lend them their sides."""
    seen = set()
    for each in contradictions(found(told), "count"):
        cap = capped(each, told)
        if cap.scope is not None and cap.scope.extent == "total" and len(each.claims) == 2:
            (low,) = set(each.claims) - {cap.id}
            part = any(step.move == "part" for step in each.steps)
            made = told.origins[cap.id].made
            last = rules.span(cap, made=made)[1]
            one = account(cap, told), None if last == made else last, told.origins[low].key, part
            assert one not in seen, each.reason
            seen.add(one)


@law(rumours())
def test_what_is_granted_is_said_and_what_would_resolve_it(told: Told) -> None:
    for each in found(told).disputes:
        if each.dimension == "count":
            softened = {claim.id for claim in members(each, told) if rules.soft(claim)}
            assert {id for step in each.steps if step.move == "soft" for id in step.claims} == softened
            assert (each.relation == "at_odds") is (each.resolves is not None)
            assert all(softening(claim) in each.reason for claim in members(each, told) if claim.id in softened)


def softening(claim: Claim) -> str:
    assert claim.figure is not None
    return claim.figure.text if claim.figure.modality in ("about", "vague") else claim.hedge or ""
