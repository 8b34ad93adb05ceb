"""Judgements on pairs of claims: who said so and why, the latest of a pair counts, undone gives the one before its say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from tests.ledger.contents import change, derived
from tests.ledger.reports import report

from atodds.errors import BadInput, NoSuchRecord, StaleDecision
from atodds.ledger.ledger import Decision, Ledger, open_ledger, open_reader
from atodds.model.incident import Pair

ONE, TWO = report(1), report(2)
FIRST, SECOND = sorted((ONE.claims[0].id, TWO.claims[0].id))
THIRD = ONE.claims[1].id


@pytest.fixture
def book(ledger: Ledger) -> Ledger:
    """A ledger that holds two reports."""
    ONE.into(ledger)
    TWO.into(ledger)
    return ledger


def judge(book: Ledger, judgement: Any, one: str = FIRST, other: str = SECOND, **fields: Any) -> Decision:
    """A judgement by someone who has just looked."""
    return book.judge(one, other, judgement, **{"reason": "see the reports", "seen": book.pair(one, other).version} | fields)


def standing(book: Ledger) -> list[tuple[str, str, str]]:
    return [(each.one, each.other, each.judgement) for each in book.judgements()]


def test_a_judgement_says_who_when_and_why(book: Ledger) -> None:
    made = judge(book, "same", reason="  one raid ")
    (pair,) = book.judgements()
    assert pair == Pair(one=FIRST, other=SECOND, judgement="same", score=1.0, reason="one raid", decided=made.id)
    assert (made.claim, made.other, made.actor, made.time[-1]) == (FIRST, SECOND, "Ana", "Z")
    assert book.pair(SECOND, FIRST).decisions == (made,)
    assert book.judged(SECOND) == book.judged() == (made,)
    assert book.judged(THIRD) == ()
    assert book.counts().decisions == 1
    assert str(made).startswith(f"{FIRST[:10]} and {SECOND[:10]}: same, by Ana on ")


def test_the_order_in_which_the_claims_are_named_is_nothing(book: Ledger) -> None:
    judge(book, "different", SECOND, FIRST)
    assert standing(book) == [(FIRST, SECOND, "different")]
    assert book.pair(FIRST[:12], SECOND[:12]) == book.pair(SECOND, FIRST)


def test_the_latest_counts_and_undone_gives_the_one_before_its_say(book: Ledger) -> None:
    same = judge(book, "same")
    judge(book, "different")
    assert standing(book) == [(FIRST, SECOND, "different")]
    judge(book, "undo")
    assert standing(book) == [(FIRST, SECOND, "same")]
    judge(book, "unsure")
    judge(book, "undo", undoes=same.id[:12])
    assert standing(book) == [(FIRST, SECOND, "unsure")]
    judge(book, "undo")
    assert standing(book) == []
    assert [each.act for each in book.judged()] == ["same", "different", "undo", "unsure", "undo", "undo"]
    assert list(book.verify()) == []


def test_pairs_are_kept_apart_from_each_other_and_from_claims(book: Ledger) -> None:
    judge(book, "same")
    judge(book, "different", FIRST, THIRD)
    book.decide(FIRST, "reject", reason="a house number", seen=book.claim(FIRST).version)
    assert {each[2] for each in standing(book)} == {"same", "different"}
    assert [each.judgement for each in book.judgements()] == [each[2] for each in sorted(standing(book))]
    assert len(book.claim(FIRST).decisions) == 1
    assert book.counts().decisions == 3


WRONG = [
    ({"one": FIRST, "other": FIRST, "seen": ""}, BadInput, "same as itself"),
    ({"reason": " \n"}, BadInput, "needs a reason"),
    ({"other": "0" * 64, "seen": ""}, NoSuchRecord, "no claim 000"),
    ({"judgement": "undo"}, BadInput, "no decision stands"),
]


@pytest.mark.parametrize(("fields", "error", "message"), WRONG)
def test_what_cannot_be_judged(book: Ledger, fields: dict[str, Any], error: type[Exception], message: str) -> None:
    head = book.head()
    with pytest.raises(error, match=message):
        judge(book, **{"judgement": "same"} | fields)
    assert book.head() == head


def test_what_is_judged_so_already_is_not_judged_again(book: Ledger) -> None:
    made = judge(book, "same")
    with pytest.raises(BadInput, match=r"already judged same \(see the reports\)"):
        judge(book, "same")
    with pytest.raises(BadInput, match="no single decision"):
        judge(book, "undo", undoes="zz")
    judge(book, "undo", undoes=made.id)
    judge(book, "same")
    assert standing(book) == [(FIRST, SECOND, "same")]


def test_a_judgement_on_an_old_view_is_shown_the_other_persons(book: Ledger, place: str) -> None:
    seen = book.pair(FIRST, SECOND).version
    with open_ledger(place, actor="Bo") as other:
        judge(other, "different", reason="two villages")
    with pytest.raises(StaleDecision, match=r"different, by Bo on .*: two villages\); look again"):
        book.judge(FIRST, SECOND, "same", "one raid", seen)
    assert standing(book) == [(FIRST, SECOND, "different")]


def test_of_many_who_judge_at_once_each_wins_or_is_told(book: Ledger, place: str) -> None:
    def clerk(number: int) -> int:
        told = 0
        with open_ledger(place, actor=f"clerk {number}") as desk:
            for attempt in range(4):
                try:
                    judge(desk, ("same", "different")[attempt % 2])
                except (StaleDecision, BadInput):
                    told += 1
        return told

    with ThreadPoolExecutor(4) as desks:
        told = sum(desks.map(clerk, range(4)))
    assert len(book.pair(FIRST, SECOND).decisions) + told == 16
    assert list(book.verify()) == []


def test_judgements_outlive_a_reading_that_loses_a_claim(book: Ledger) -> None:
    made = judge(book, "same", ONE.claims[0].id, TWO.claims[0].id)
    done = ONE.without(0).into(book)
    assert done.adrift == (ONE.claims[0].id,)
    assert [each.decided for each in book.judgements()] == [made.id]
    ONE.into(book)
    assert [each.decided for each in book.judgements()] == [made.id]
    judge(book, "undo")
    assert ONE.without(0).into(book).adrift == ()


def test_the_history_of_both_claims_tells_of_it(book: Ledger) -> None:
    judge(book, "same", reason="one raid")
    judge(book, "undo", reason="two raids")
    for each in (FIRST, SECOND):
        assert [deed.act for deed in book.history(each)] == ["read", "same", "undo"]
    assert [deed.act for deed in book.history(THIRD)] == ["read"]
    assert "one raid" in list(book.history(SECOND))[1].note


def test_judgements_are_made_again_from_the_log(book: Ledger, place: str) -> None:
    judge(book, "same")
    judge(book, "different", THIRD, SECOND)
    judge(book, "undo")
    before = derived(place)
    book.rebuild()
    assert derived(place) == before
    change(place, "UPDATE judgements SET standing = NOT standing")
    assert {each.what for each in book.verify()} == {"derived"}
    change(place, "DELETE FROM judgements")
    assert len(list(book.verify())) == 3
    book.rebuild()
    assert derived(place) == before


def test_a_ledger_from_before_judgements_is_brought_up_to_date(book: Ledger, place: str) -> None:
    book.decide(FIRST, "reject", reason="a house number", seen=book.claim(FIRST).version)
    before, head = derived(place), book.head()
    change(place, "DROP TABLE judgements", "UPDATE about SET value = '2' WHERE key = 'version'")
    with open_ledger(place, actor="Ana") as opened:
        assert opened.head() == head
        assert derived(place) == before
        judge(opened, "same")
    with open_reader(place) as reader:
        assert [each.judgement for each in reader.judgements()] == ["same"]
        assert list(reader.verify()) == []
