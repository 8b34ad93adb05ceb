"""How a page is held against what is printed."""

from __future__ import annotations

import pytest

from tests.docs.pages import Block, Step, blocks, renewed, shows, steps


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("ten died\n", "ten died\n", True),
        # the page may not show what is not printed, nor leave out what is
        ("ten died\n", "nine died\n", False),
        ("ten died\n", "ten died\nnine fled\n", False),
        ("ten died\nnine fled\n", "ten died\n", False),
        # three dots are any lines, none too
        ("...\n", "", True),
        ("first\n...\nlast\n", "first\nlast\n", True),
        ("first\n...\nlast\n", "first\nsecond\nthird\nlast\n", True),
        ("first\n...\n", "second\nfirst\n", False),
        # the ellipsis is any characters of one line
        ("12 claims, … figures\n", "12 claims, 6 different figures\n", True),
        ("12 claims, … figures\n", "12 claims,\n6 different figures\n", False),
        # what would mean something in a regular expression means itself
        ("(10|12).\n", "(10|12).\n", True),
        ("(10|12).\n", "10x\n", False),
        # blanks at a line's end cannot be seen
        ("when\n", "when   \n", True),
    ],
)
def test_shows(shown: str, printed: str, same: bool) -> None:
    assert shows(shown, printed) is same


def test_renewed_gives_the_ids_that_changed_and_nothing_where_more_did() -> None:
    shown = "claim 6c2c2a5ab6: reject, …\n...\nhead: … 00aa00aa00\n"
    assert renewed(shown, "claim 1111111111: reject, by Ana\nmore\nhead: 12 2222222222\n") == {
        "6c2c2a5ab6": "1111111111",
        "00aa00aa00": "2222222222",
    }
    assert renewed(shown, "claim 1111111111: undo, by Ana\nhead: 12 2222222222\n") == {}


def test_blocks_and_steps() -> None:
    text = "Look:\n\n```console\n$ first\n$ second --all\nout\nmore\n```\n\nthen\n\n```python\n1\n```\n"
    console, python = blocks(text)
    assert (console.info, console.line, python) == ("console", 4, Block("python", "1\n", 13))
    assert list(steps(console)) == [Step("first", "", 4), Step("second --all", "out\nmore\n", 5)]
