"""The page of the policies is what the policies say, and says it in words of theirs."""

from __future__ import annotations

import re

import pytest

from atodds.policy.base import Policy
from atodds.policy.policies import POLICIES
from tests.docs.pages import page, script

make_policies = script("make_policies")
every_policy = pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)


def test_the_page_is_what_the_policies_say() -> None:
    assert make_policies.page() == page("policies.md"), "run `make docs`"


def test_names_are_told_apart() -> None:
    assert len({each.name for each in POLICIES}) == len(POLICIES)


@every_policy
def test_every_result_is_a_column_and_every_column_that_a_page_names_is_one(policy: Policy) -> None:
    assert set(policy.result) <= set(policy.columns)
    assert len(set(policy.columns)) == len(policy.columns)
    named = {each for each in re.findall(r"`([a-z_0-9]+)`", policy.methodology) if "_" in each}
    assert named <= set(policy.columns)


@every_policy
def test_the_short_methodology_is_a_few_sentences(policy: Policy) -> None:
    assert policy.short.endswith(".")
    assert len(policy.short) < 450
