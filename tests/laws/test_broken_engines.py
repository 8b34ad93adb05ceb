"""A law that cannot fail is worth nothing: each engine here has one fault, and the law named beside it finds it."""

from __future__ import annotations

from typing import Any

import pytest

from atodds.disputes import accounts, bounds, boxes, charges, opens, rivals, standing, sums
from atodds.disputes.find import find
from atodds.vocab import words_of
from tests.laws import test_disputes as laws

TRUE = "test_what_is_true_does_not_contradict_itself"
NO_WORLD = "test_no_world_satisfies_a_contradiction"
EVERY = "test_every_bound_that_the_rules_refute_is_refuted"
LEAST = "test_without_any_of_its_claims_the_rest_of_a_contradiction_can_stand"
MORE = "test_one_more_claim_refutes_no_less"
ORDER = "test_neither_order_nor_repetition_matters"

Fault = tuple[object, str, Any]
box_of, lies_in, fewest, alone = boxes.box_of, boxes.lies_in, sums.fewest, bounds.alone

GONE = "test_what_has_gone_leaves_nothing_behind"
SINGLY = "test_one_by_one_is_as_all_at_once"
ABOUT = "test_what_is_about_an_account_is_all_of_its_disputes"
GRANTED = "test_with_what_is_granted_no_world_satisfies_what_is_at_odds"
WIDER = "test_a_wider_bound_refutes_no_more"
ONCE = "test_one_voice_is_heard_once"


def endless(scope: Any, kinds: Any, who: Any, until: Any) -> Any:
    return box_of(scope, kinds, who, None)


def granting(one: Any, other: Any) -> Any:
    return None if lies_in(one, other) is None else ()


def largest_only(bound: Any, above: Any, ground: Any) -> Any:
    return alone(bound, list(above)[:1], ground)


def near_only(bound: Any, above: Any, ground: Any) -> Any:
    return alone(bound, [each for each in above if each.low < bound.high + 3], ground)


# What the engine gets wrong, and the law that notices.
FAULTS: dict[str, tuple[str, Fault]] = {
    "a count reaches beyond the day it was made": (TRUE, (accounts, "box_of", endless)),
    "a side that is not stated equals the other's": (TRUE, (accounts, "lies_in", granting)),
    "what one says 'about' is said": (TRUE, (accounts, "softened_by", lambda figure, hedge: None)),
    "what was revised still binds": (TRUE, (laws, "find", lambda claims, origins, grouping, _: find(claims, origins, grouping))),
    "a stock lies in any wider box": (TRUE, (accounts, "words_of", lambda name, key: () if key == "stocks" else words_of(name, key))),
    "a part caps as its whole does": (TRUE, (rivals.Rivals, "_stands_alone", lambda self, account: True)),
    "what is doubted binds": (TRUE, (accounts, "binds", lambda claim: claim.kind == "figure" and claim.stance != "denies")),
    "a denial of one body denies all of its state": (TRUE, (charges, "excludes", charges.same_side)),
    "a mixture of kinds caps everybody": (TRUE, (accounts, "is_mixture", lambda figure: False)),
    "whatever is inside adds": (NO_WORLD, (bounds, "why_apart", lambda *_: "time")),
    "children are civilians": (NO_WORLD, (bounds, "kinds_within", lambda one, other: True)),
    "no pair is looked for": (EVERY, (bounds, "alone", lambda *_: ())),
    "no sum is looked for": (EVERY, (bounds, "sums", lambda *_: ())),
    "a soft word hides a sure one": (EVERY, (bounds, "alone", largest_only)),
    "a sum has more than it needs": (LEAST, (bounds, "fewest", lambda lows, bound, apart: sums._greedy(lows[::-1], bound, apart))),
    "who speaks last is heard": (ORDER, (standing, "together", lambda one, other: other)),
    "a number far off is passed over": (WIDER, (bounds, "alone", near_only)),
    "whoever grants a time grants everything": (GRANTED, (opens, "_granted", lambda one, other: ("time",))),
    "every print is a voice": (ONCE, (accounts.Account, "key", property(lambda self: self.id))),
    "a total does not look at what comes later": (SINGLY, (bounds.Bound, "put", lambda self, account, different: None)),
    "nothing is about anything": (ABOUT, (standing.Standing, "about", lambda self, account, incidents: ())),
    "what is taken away stays": (GONE, (standing.Standing, "_drop", lambda self, account: None)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_law_finds_the_fault(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    law, (where, name, broken) = FAULTS[fault]
    monkeypatch.setattr(where, name, broken)
    with pytest.raises(AssertionError):
        laws.LAWS[law](6000)
