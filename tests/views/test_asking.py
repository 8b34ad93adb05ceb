"""Questions in words: what is understood of them, and that the rest is said."""

from __future__ import annotations

import pytest

from atodds.views.asking import asking, understood

QUESTIONS = [
    ("How many people died in Karachi on 18 October 2007?", "killed · people · Karachi (Pakistan) · 2007-10-18", ()),
    # years on their own, names bare of a preposition
    ("death toll Karachi 2007", "killed · Karachi (Pakistan) · 2007", ()),
    ("drone strikes in Pakistan, 2008-2013", "attacks · drone strikes · Pakistan · 2008/2013", ()),
    # a name without a capital is looked up as one
    ("dead in karachi", "killed · Karachi (Pakistan)", ()),
    # who did it, and who says so
    ("children killed by the CIA in North Waziristan", "killed · children · by CIA · North Waziristan (Pakistan)", ()),
    ("soldiers captured in Homs said by SOHR", "detained · members of security forces · Homs (Syria) · said by SOHR", ()),
    ("troops in Swat Valley", "troops · Swat Valley (Pakistan)", ()),
    # everyone is no kind: it is asked for as such
    ("people displaced from Homs", "displaced · people · Homs (Syria)", ()),
    # a relative day hangs on no date
    ("civilians killed last year", "killed · civilians", ("last year (no date to count it from)",)),
    # the first of two stands, the other is not dropped silently
    ("killed and wounded in Karachi", "killed · Karachi (Pakistan)", ("wounded",)),
    # words that change a question are never taken for silent ones
    ("civilians killed near Kabul", "killed · civilians · Kabul (Afghanistan)", ("near",)),
    ("civilians killed except children", "killed · civilians", ("except children",)),
    ("civilians killed in us drone strikes", "killed · civilians · drone strikes", ("us",)),
    ("roughly xyzzy", "", ("roughly xyzzy",)),
    ("", "", ()),
    (" \n?", "", ()),
]


@pytest.mark.parametrize(("question", "words", "unread"), QUESTIONS)
def test_questions(question: str, words: str, unread: tuple[str, ...]) -> None:
    found = asking(question)
    assert (understood(found.wanted), found.unread) == (words, unread)
