"""The page of the rules is what the rules say, and each rule reads its own example."""

from __future__ import annotations

import pytest

from atodds.extract.rule import Rule
from atodds.extract.rules import ALL_RULES, EVERY_RULE
from atodds.extract.tables import TABLE_RULES
from tests.docs.pages import page, script

make_rules = script("make_rules")


def test_the_page_is_what_the_rules_say() -> None:
    assert make_rules.page() == page("rules.md"), "run `make docs`"


def test_every_rule_has_a_name_of_its_own_and_says_what_it_is_for() -> None:
    assert len({rule.name for rule in EVERY_RULE}) == len(EVERY_RULE)
    for rule in ALL_RULES:
        assert rule.doc.endswith("."), rule.name
        assert rule.example.endswith("."), rule.name


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_own_example(rule: Rule) -> None:
    found = {claim.rule for claim in make_rules.read(rule.example)}
    assert rule.name in found, f"{rule.example!r} is read by {', '.join(sorted(found)) or 'no rule'}"


@pytest.mark.parametrize("rule", TABLE_RULES, ids=lambda rule: rule.name)
def test_a_rule_of_tables_reads_its_own_row(rule: Rule) -> None:
    assert rule.doc.endswith(".")
    assert rule.name in {claim.rule for claim in make_rules.read_row(rule.example)}
