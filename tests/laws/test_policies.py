"""Laws of policies: for any accounts of an incident, in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import chain

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from atodds.model.figure import Category
from atodds.policy.acled import ACLED
from atodds.policy.base import Given, Policy, Rolled, Suppressed
from atodds.policy.ibc import IBC
from atodds.policy.policies import POLICIES
from atodds.policy.range import RANGE
from atodds.policy.spread import spread
from atodds.policy.ucdp import UCDP
from tests.laws import OFTEN
from tests.policy.accounts_of import DAY, Told, on

KINDS: list[Category | None] = [None, "civilian", "combatant", "security_forces", "child", "woman", "medical"]
VOICES = {"the ministry": "norland", "the army": "norland", "Alpha": "Alpha", "Beta": "Beta"}
VAGUE = {"dozens": 24, "hundreds": 200, "several": 3}

every_policy = pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
counts = st.integers(0, 40)


@st.composite
def figures(draw: st.DrawFn) -> Callable[[Told], None]:
    """One figure of anybody, with any bounds, as it is put into what is told."""
    first, second = sorted((draw(counts), draw(counts)))
    text = draw(st.sampled_from([None, None, None, *VAGUE]))
    forms = [(first, first), (first, second), (first, None), (None, second)] if text is None else [(VAGUE[text], None)]
    low, high = draw(st.sampled_from(forms))
    by = draw(st.sampled_from(list(VOICES)))
    part = draw(st.booleans())
    content = {
        "of": draw(st.sampled_from(KINDS)), "measure": draw(st.sampled_from(["killed", "killed", "killed", "wounded", "attacks"])),
        "stance": draw(st.sampled_from(["asserts", "asserts", "asserts", "concedes", "denies", "doubts"])),
        "hedge": draw(st.sampled_from([None, None, "reportedly"])), "modality": "vague" if text is not None else "exact", "text": text,
        "made": DAY + timedelta(days=draw(st.integers(0, 3))), "side": VOICES[by],
    }  # fmt: skip

    def put(told: Told) -> None:
        told.figure(low, high, by, part_of=told.claims[0] if part and told.claims else None, **content)

    return put


@st.composite
def accounts(draw: st.DrawFn) -> Told:
    """Anything that may be told of one incident, with revisions, charges and totals beside it."""
    told = Told(means=draw(st.sampled_from([None, "drone", "clash"])))
    for put in draw(st.lists(figures(), min_size=1, max_size=7)):
        put(told)
    if draw(st.booleans()):
        told.charge(draw(st.sampled_from(["Syria’s army", "Hezbollah", "gunmen"])), draw(st.sampled_from(list(VOICES))))
    if draw(st.booleans()):
        told.total(draw(counts), draw(counts) + 40, on(DAY.replace(month=1, day=1), DAY), draw(st.sampled_from(list(VOICES))))
    if len(told.claims) > 2 and draw(st.booleans()):
        told.revised(told.claims[0], told.claims[1])
    return told


def accounted(rolled: Rolled) -> Counter[str]:
    """How often each claim is used, suppressed or left out."""
    used = chain.from_iterable(row.used for row in rolled.rows)
    gone: chain[Suppressed] = chain(chain.from_iterable(row.suppressed for row in rolled.rows), rolled.left_out)
    return Counter([*used, *(each.claim for each in gone)])


@every_policy
@settings(max_examples=OFTEN)
@given(told=accounts())
def test_every_figure_is_used_or_suppressed_or_left_out_once(policy: Policy, told: Told) -> None:
    found = accounted(told.rolled(policy))
    assert {claim.id: found[claim.id] for claim in told.claims if claim.figure is not None} == {
        claim.id: 1 for claim in told.claims if claim.figure is not None
    }


@every_policy
@settings(max_examples=OFTEN)
@given(told=accounts())
def test_what_is_denied_doubted_or_revised_is_never_used(policy: Policy, told: Told) -> None:
    used = {key for row in told.rolled(policy).rows for key in row.used}
    assert used.isdisjoint(claim.id for claim in told.claims if claim.stance in ("denies", "doubts"))
    assert used.isdisjoint(each.earlier for each in told.revisions)


@every_policy
@settings(max_examples=OFTEN)
@given(told=accounts(), data=st.data())
def test_the_order_of_claims_changes_nothing(policy: Policy, told: Told, data: st.DataObject) -> None:
    one = told.given()
    incidents = tuple(replace(each, claims=tuple(data.draw(st.permutations(each.claims)))) for each in one.grouping.incidents)
    other = replace(one, claims=tuple(data.draw(st.permutations(one.claims))), grouping=replace(one.grouping, incidents=incidents))
    assert policy.roll(other) == policy.roll(one)


@every_policy
@settings(max_examples=OFTEN)
@given(told=accounts())
def test_the_same_words_in_two_documents_are_one_claim(policy: Policy, told: Told) -> None:
    one = told.given()
    twice: Given = replace(one, claims=(*one.claims, *(replace(each, document="copy") for each in one.claims)))
    assert policy.roll(twice) == policy.roll(one)


@every_policy
@settings(max_examples=OFTEN)
@given(told=accounts())
def test_a_row_has_the_columns_of_its_policy(policy: Policy, told: Told) -> None:
    for row in told.rolled(policy).rows:
        assert row.policy == policy.title
        assert set(row.values) <= set(policy.columns)
        assert list(row.used) == sorted(set(row.used))
        assert [each.claim for each in row.suppressed] == sorted({each.claim for each in row.suppressed})


@settings(max_examples=OFTEN)
@given(told=accounts())
def test_a_range_contains_every_figure_it_used(told: Told) -> None:
    bounds = {claim.id: claim.figure for claim in told.claims if claim.figure is not None}
    for row in told.rolled(RANGE).rows:
        low, high = row.values["low"], row.values["high"]
        for figure in (bounds[key] for key in row.used):
            for number in (figure.low, figure.high):
                if number is not None:
                    assert row.values["least"] <= number <= row.values["most"]  # type: ignore[operator]
                    assert low is None or low <= number  # type: ignore[operator]
                    assert high is None or number <= high  # type: ignore[operator]


@settings(max_examples=OFTEN)
@given(told=accounts(), put=figures())
def test_another_account_never_narrows_a_range(told: Told, put: Callable[[Told], None]) -> None:
    before = {(row.values["measure"], row.values["kind"]): row.values for row in told.rolled(RANGE).rows}
    put(told)
    after = {(row.values["measure"], row.values["kind"]): row.values for row in told.rolled(RANGE).rows}
    for cell, values in before.items():
        assert after[cell]["least"] <= values["least"]  # type: ignore[operator]
        assert after[cell]["most"] >= values["most"]  # type: ignore[operator]


@settings(max_examples=OFTEN)
@given(told=accounts())
def test_ucdp_is_ordered_and_adds_up(told: Told) -> None:
    for row in told.rolled(UCDP).rows:
        value = row.values
        assert 0 <= value["low"] <= value["best"] <= value["high"]  # type: ignore[operator]
        assert value["high"] >= 1  # type: ignore[operator]
        deaths = [value[name] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
        assert min(deaths) >= 0  # type: ignore[type-var, operator]
        assert sum(deaths) == value["best"]  # type: ignore[arg-type]


@settings(max_examples=OFTEN)
@given(told=accounts())
def test_acled_is_no_higher_than_ucdp_s_low(told: Told) -> None:
    # the two differ in whether children are civilians, and so in what is added
    assume(all(claim.figure is None or claim.figure.category not in ("child", "woman") for claim in told.claims))
    low = {row.incident: row.values["low"] for row in told.rolled(UCDP).rows}
    for row in told.rolled(ACLED).rows:
        if row.incident in low:
            assert row.values["fatalities"] <= low[row.incident]  # type: ignore[operator]


@settings(max_examples=OFTEN)
@given(told=accounts())
def test_acled_is_no_higher_than_any_count_of_all_the_dead_that_it_used(told: Told) -> None:
    figures = {claim.id: claim.figure for claim in told.claims if claim.figure is not None}
    for row in told.rolled(ACLED).rows:
        used = [figures[key] for key in row.used if key in figures]
        whole = [each for each in used if each.category == "unknown" and each.measure == "killed"]
        if whole:
            assert row.values["fatalities"] <= spread((each.low, each.high) for each in whole).least  # type: ignore[operator]


@settings(max_examples=OFTEN)
@given(told=accounts())
def test_ibc_is_ordered_and_a_ledger_never_makes_people(told: Told) -> None:
    for row in told.rolled(IBC).rows:
        least, most = row.values["deaths_min"], row.values["deaths_max"]
        assert least is not None
        assert most is None or 0 <= least <= most  # type: ignore[operator]
        if row.total is not None and row.values["total_max"] is not None:
            assert most <= row.values["total_max"]  # type: ignore[operator]
        for line in row.overlaps:
            assert line.low <= line.high
