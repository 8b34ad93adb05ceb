"""Years and decades: "in 2012", "2012-13", "the 1980s"; and which four digits are a year at all."""

from __future__ import annotations

from datetime import date

from atodds.model.text import Tokens
from atodds.vocab.calendar import listed, mapped, span, the_year
from atodds.vocab.dates import Found
from atodds.vocab.parts import DASHES, counts_people, is_many, is_noun, is_round_count, is_year, word


def year(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """A year: "in 2012", "the year 2012", "the 2008 attacks", "2012-13". Never "2000 people" or "Resolution 1973"."""
    start = place
    if word(tokens, place) in ("the", "year"):
        start = place + 1 + (word(tokens, place + 1) == "year")
        if word(tokens, start - 1) != "year":
            return None
    if not is_year(word(tokens, start)) or not (start > place or is_dated(tokens, start)):
        return None
    if word(tokens, start + 1) in DASHES:
        until = _later_year(word(tokens, start), word(tokens, start + 2))
        if until is not None and word(tokens, start + 3) not in DASHES:
            return start + 3, span(date(int(tokens.lower[start]), 1, 1), date(until, 12, 31))
    return start + 1, the_year(int(tokens.lower[start]))


def _later_year(first: str, second: str) -> int | None:
    """The end of "2012-13" or "2012–2014"."""
    if is_year(second):
        return int(second) if second > first else None
    return int(first[:2] + second) if len(second) == 2 and second.isdecimal() and second > first[2:] else None


def is_dated(tokens: Tokens, place: int) -> bool:
    """Does what stands around a four-digit number make it a year?"""
    before, behind = word(tokens, place - 1), word(tokens, place + 1)
    if before in listed("determiners"):
        # "the 2008 attacks"; "the 2000 people" and "the 2008 deaths" are counts
        return (
            is_noun(tokens, place + 1) and not counts_people(tokens, place + 1) and behind not in listed("counted_dead")
        ) or behind in DASHES
    if before in ("and", "or", ",", "to", "&"):
        return is_year(word(tokens, place - 2)) and is_dated(tokens, place - 2) and not is_many(tokens, place + 1)
    if before not in listed("before_year") or is_round_count(tokens, place):
        return False
    if before in ("of", "by"):
        return word(tokens, place - 2) not in listed("not_year_of") and not is_many(tokens, place + 1)
    return True


def decade(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "the 1980s", "the early 1980s", "mid-1990s": the ten years, for no one says where its early part ends."""
    start = place + (word(tokens, place) == "the")
    if word(tokens, start) in mapped("thirds"):
        start += 1 + (word(tokens, start + 1) == "-")
    text = word(tokens, start)
    if len(text) != 5 or not is_year(text[:4]) or not text.endswith("0s"):
        return None
    return start + 1, span(date(int(text[:4]), 1, 1), date(int(text[:4]) + 9, 12, 31))
