"""A sample to judge by hand: the same for the same seed, every box counted once."""

from __future__ import annotations

from atodds.language.pipeline import load
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.pipeline import claims_of
from quality import sample

TEXT = "".join(f"The Ministry of Health said {number} farmers were killed in Aden on 3 May 2015.\n\n" for number in range(2, 22))
DOCUMENT = Document(id="r1", text=TEXT, sha256=text_digest(TEXT), language="en")
FOUND = [sample.Drawn(claim, DOCUMENT) for claim in claims_of(DOCUMENT, load("rules")) if claim.kind == "figure"]


def test_the_same_seed_draws_the_same_claims_in_the_order_of_the_text() -> None:
    drawn = sample.draw(FOUND, 5, seed=3)
    assert len(FOUND) == 20
    assert drawn == sample.draw(FOUND, 5, seed=3)
    assert drawn != sample.draw(FOUND, 5, seed=4)
    assert [each.claim.start for each in drawn] == sorted(each.claim.start for each in drawn)


def test_a_kind_that_is_not_asked_for_is_not_drawn() -> None:
    assert sample.draw(FOUND, 5, seed=3, kinds=["event"]) == []


def test_every_claim_shows_its_words_and_a_box_a_question() -> None:
    lines = list(sample.sheet(FOUND[:1]))
    assert any("[[2 farmers were killed" in line for line in lines)
    boxes = [line for line in lines if line.startswith("[ ] ")]
    assert [box for box in boxes if "Ministry of Health" in box and box.startswith("[ ] attribution")]
    assert [box for box in boxes if box.startswith("[ ] figure: measure=killed")]


def test_boxes_are_counted_by_name_and_empty_ones_not_at_all() -> None:
    judged = "=== 1\n[y] claim\n[n] time: x\n=== 2\n[y] claim\n[y] time: x\n[ ] place: x\n"
    assert sample.count(judged).splitlines() == ["claim             0 wrong of    2  0.000", "time              1 wrong of    2  0.500"]
