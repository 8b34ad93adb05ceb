"""Reports that share most of their words are one text: rule 3.4."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from atodds.incidents.copies import copies, share
from tests.incidents.speaking import DAY, report


def text(start: int, length: int = 120) -> str:
    """Words of no language; those of another stretch are others."""
    return " ".join(f"word{place * 7919 % 10007}" for place in range(start, start + length))


def found(*texts: str, days: tuple[int, ...] = ()) -> dict[str, tuple[str, ...]]:
    reports = [
        report(each, id=f"r{place}", published=DAY + timedelta(days=days[place] if days else place)) for place, each in enumerate(texts)
    ]
    return copies({each.id: each for each in reports})


CASES = [
    # the same words, printed again
    (text(0), text(0), True),
    # with a paragraph more, and cut short: most of the shorter text is in the longer
    (text(0), text(0) + " " + text(500, 60), True),
    (text(0), text(0, 70), True),
    # in other letters and with other marks
    (text(0), text(0).upper().replace(" ", ", "), True),
    # a text that quotes another, or has its footer
    (text(0), text(0, 40) + " " + text(500), False),
    # another story
    (text(0), text(500), False),
    # too short to tell
    (text(0, 15), text(0, 15), False),
]


@pytest.mark.parametrize(("one", "other", "copied"), CASES)
def test_3_4_most_of_the_words_make_a_copy(one: str, other: str, copied: bool) -> None:
    assert found(one, other) == ({"r1": ("r0",)} if copied else {})


def test_3_4_the_earliest_by_day_then_id_is_the_original() -> None:
    assert found(text(0), text(0), text(0), days=(5, 3, 3)) == {"r2": ("r1",), "r0": ("r1", "r2")}


def test_3_4_a_report_without_a_day_is_no_original_of_one_that_has_it() -> None:
    undated, dated = report(text(0), id="a", published=None), report(text(0), id="b", published=date(2030, 1, 1))
    assert copies({"a": undated, "b": dated}) == {"a": ("b",)}


def test_3_4_a_copy_of_a_copy_goes_back_with_it() -> None:
    middle = text(0) + " " + text(500)
    assert found(text(0), middle, text(500)) == {"r1": ("r0",), "r2": ("r0", "r1")}


def test_share_is_of_the_shorter_text() -> None:
    whole, half = report(text(0)), report(text(0, 60))
    assert share(whole, half) == share(half, whole) == 1.0
