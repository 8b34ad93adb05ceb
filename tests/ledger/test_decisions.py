"""Decisions: a claim never changes, what people say about it stands beside it, and nobody overwrites another unseen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
import pytest
from tests.ledger.reports import report

from atodds.errors import BadInput, NoSuchRecord, StaleDecision
from atodds.ledger.ledger import Decision, Filter, Ledger, open_ledger
from atodds.model.claim import Claim
from atodds.model.source import Link

ONE = report(1)
FIRST, SECOND = ONE.claims


@pytest.fixture
def book(ledger: Ledger) -> Ledger:
    """A ledger that holds one report with two claims."""
    ONE.into(ledger)
    return ledger


def decide(book: Ledger, act: Any, id: str = FIRST.id, **fields: Any) -> Decision:
    """A decision by someone who has just looked."""
    return book.decide(id, act, **{"reason": "see the report", "seen": book.claim(id).version} | fields)


def test_a_rejection_says_who_when_and_why(book: Ledger) -> None:
    made = decide(book, "reject", reason="  the count of another year ")
    held = book.claim(FIRST.id)
    assert held.rejected == made
    assert (made.actor, made.reason, made.time[-1]) == ("Ana", "the count of another year", "Z")
    assert held.claim == held.found == FIRST
    assert [each.found for each in book.claims()] == [SECOND]
    assert [each.found for each in book.claims(Filter(rejected=True))] == [FIRST]
    assert len(list(book.claims(Filter(rejected=None)))) == 2


def test_a_correction_stands_beside_the_claim_and_is_searched(book: Ledger) -> None:
    decide(book, "correct", field="scope.place.text", value="Ostrel pass")
    decide(book, "correct", field="attribution", value=[{"speaker": "the deputy"}])
    held = book.claim(FIRST.id)
    assert held.found == FIRST
    assert held.claim.scope is not None
    assert held.claim.scope.place is not None
    assert held.claim.scope.place.text == "Ostrel pass"
    assert held.claim.attribution == (Link(speaker="the deputy"),)
    assert [each.found for each in book.claims(Filter(place="ostrel pass"))] == [FIRST]
    assert [each.found for each in book.claims(Filter(speaker="governor"))] == [SECOND]
    assert [each.found for each in book.claims(Filter(voice="courier"))] == [SECOND]


def test_undo_takes_back_the_latest_or_the_one_named(book: Ledger) -> None:
    low = decide(book, "correct", field="figure.low", value=2)
    decide(book, "correct", field="hedge", value="reportedly")
    decide(book, "undo")
    assert book.claim(FIRST.id).claim == _with_low(2)
    decide(book, "reject")
    decide(book, "undo", undoes=low.id[:12])
    held = book.claim(FIRST.id)
    assert held.claim == FIRST
    assert held.rejected is not None
    assert [each.act for each in held.decisions] == ["correct", "correct", "undo", "reject", "undo"]
    decide(book, "undo")
    with pytest.raises(BadInput, match="no decision stands"):
        decide(book, "undo")
    with pytest.raises(BadInput, match="no single decision"):
        decide(book, "undo", undoes=low.id)
    assert list(book.verify()) == []


def _with_low(low: int) -> Claim:
    assert FIRST.figure is not None
    return msgspec.structs.replace(FIRST, figure=msgspec.structs.replace(FIRST.figure, low=low))


def test_a_correction_that_another_rests_on_is_not_taken_back_first(book: Ledger) -> None:
    wide = decide(book, "correct", field="figure.high", value=9)
    decide(book, "correct", field="figure.low", value=7)
    with pytest.raises(BadInput, match=r"figure\.low 7 above figure\.high 3"):
        decide(book, "undo", undoes=wide.id)


# What can be corrected: field, value, and how it then reads at that field.
RIGHT = [
    ("figure.low", 0, 0),
    ("figure.low", None, None),
    ("figure.category", "child", "child"),
    ("stance", "denies", "denies"),
    ("author", "rejects", "rejects"),
    ("hedge", "reportedly", "reportedly"),
    ("attribution.0.speaker", "the mayor", "the mayor"),
    ("scope.time.earliest", "2012-05-02", "2012-05-02"),
    ("scope.place.from", "document", "document"),
    ("scope.extent", "total", "total"),
    ("event.type", "ASSAULT", "ASSAULT"),  # a record that the claim lacked is begun
]


@pytest.mark.parametrize(("field", "value", "wanted"), RIGHT)
def test_a_field_can_be(book: Ledger, field: str, value: Any, wanted: Any) -> None:
    decide(book, "correct", field=field, value=value)
    found: Any = msgspec.to_builtins(book.claim(FIRST.id).claim)
    for step in field.split("."):
        found = found[int(step)] if step.isdecimal() else found.get(step)
    assert found == wanted


def test_a_total_is_an_aggregate_and_nothing_else_is(book: Ledger) -> None:
    decide(book, "correct", field="scope.extent", value="total")
    assert book.claim(FIRST.id).claim.scope is not None
    assert book.claim(FIRST.id).claim.scope.aggregate is True  # type: ignore[union-attr]
    decide(book, "correct", field="scope.extent", value="incident")
    assert book.claim(FIRST.id).claim.scope.aggregate is False  # type: ignore[union-attr]


# What cannot: field, value, and what the message must say.
WRONG = [
    ("figure.low", "many", "figure.low cannot be .*legal: a whole number; a number; null"),
    ("figure.low", 4, "above figure.high 3"),
    ("figure.measure", "slain", "legal: .*killed"),
    ("figure.measure", None, "figure.measure cannot be null"),
    ("figure.lowest", 4, "no field figure.lowest; there is: .*low"),
    ("figure.low.more", 4, "no field figure.low.more"),
    ("scope.time.earliest", "May", "a day as 2013-11-04"),
    ("scope.time.earliest", "2012-05-09", "ends before it begins"),
    ("scope", {"extent": "all"}, "scope cannot be"),
    ("attribution.5.speaker", "the mayor", "no item 5"),
    ("attribution.x", {}, "no field attribution.x"),
    ("quote", "other words", "cannot be corrected; it is a fact of the document"),
    ("spans.hedge", [1, 2], "cannot be corrected"),
    ("scope.aggregate", True, "cannot be corrected"),
    ("event.mode", "drone", "event.mode cannot be"),  # an event needs a type
    ("", 1, "a claim has no field"),
]


@pytest.mark.parametrize(("field", "value", "message"), WRONG)
def test_a_field_cannot_be(book: Ledger, field: str, value: Any, message: str) -> None:
    before = book.head()
    with pytest.raises(BadInput, match=message):
        decide(book, "correct", field=field, value=value)
    assert book.head() == before


def test_every_decision_needs_a_reason_and_a_claim(book: Ledger) -> None:
    with pytest.raises(BadInput, match="needs a reason"):
        decide(book, "reject", reason=" \n")
    with pytest.raises(BadInput, match="needs a field"):
        decide(book, "correct", value=1)
    with pytest.raises(NoSuchRecord, match="no claim"):
        book.decide("0" * 64, "reject", reason="none", seen="")
    decide(book, "reject")
    with pytest.raises(BadInput, match="already rejected"):
        decide(book, "reject")


def test_a_decision_on_an_old_view_is_shown_the_other_persons(book: Ledger, place: str) -> None:
    seen = book.claim(FIRST.id).version
    with open_ledger(place, actor="Bo") as other:
        other.decide(FIRST.id, "correct", field="figure.low", value=1, reason="the words say so", seen=seen)
    with pytest.raises(StaleDecision, match=r"correct figure\.low to 1, by Bo on .*: the words say so\); look again"):
        book.decide(FIRST.id, "reject", reason="not of this year", seen=seen)
    with pytest.raises(StaleDecision, match="by Bo"):
        book.decide(FIRST.id, "reject", reason="not of this year", seen="made up")
    assert len(book.claim(FIRST.id).decisions) == 1


def test_of_many_who_decide_at_once_each_wins_or_is_told(book: Ledger, place: str) -> None:
    def clerk(number: int) -> int:
        told = 0
        with open_ledger(place, actor=f"clerk {number}") as desk:
            for attempt in range(5):
                try:
                    seen = desk.claim(FIRST.id).version
                    desk.decide(FIRST.id, "correct", field="hedge", value=f"{number}-{attempt}", reason="a guess", seen=seen)
                except StaleDecision:
                    told += 1
        return told

    with ThreadPoolExecutor(4) as desks:
        told = sum(desks.map(clerk, range(4)))
    assert len(book.claim(FIRST.id).decisions) + told == 20
    assert list(book.verify()) == []


def test_decisions_outlive_a_reading_that_loses_the_claim(book: Ledger) -> None:
    made = decide(book, "reject")
    decide(book, "correct", field="figure.low", value=1)
    done = ONE.without(0).into(book)
    assert done.adrift == (FIRST.id,)
    assert book.claim(FIRST.id).rejected == made
    ONE.into(book)
    held = book.claim(FIRST.id)
    assert (held.current, held.rejected, held.claim) == (True, made, _with_low(1))
    assert list(book.verify()) == []
