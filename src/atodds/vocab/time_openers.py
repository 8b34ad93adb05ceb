"""Openers of times: the words with which each kind of time begins, so that at each word only those kinds are tried that can stand there.

`FIGURE` stands for any word that begins with a figure. A kind is named as its recogniser is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from atodds.vocab.calendar import listed, mapped, words

FIGURE = "0"
ARTICLE = "the"  # opens every other kind: there the word behind it tells
_POINTERS = frozenset(("last", "this", "next"))
_NARROWED = frozenset(("early", "late", "earlier"))
_PAST = frozenset(("recent", "past", "last", "previous", "preceding"))
_DATED = ("date_range", "date_list", "full_date")
_STAMPED = ("time_group", "time_stamp", "month_in_figures", "named_day")


@cache
def openers() -> Mapping[str, frozenset[str]]:
    """By kind, the words that it can begin with; what stands behind an opening article is told by `behind_the`."""
    known = words()
    months = {*known.months, *known.short_months, *(f"{month}." for month in known.short_months)}
    named = frozenset({*known.weekdays, *known.short_weekdays, *months, ARTICLE, FIGURE})
    several = {unit for unit in known.units if unit.endswith("s")}
    counted = {*known.counts, *listed("vague_numbers"), *several, FIGURE}
    opening: dict[str, Iterable[str]] = {
        "since": {*_firsts(listed("since")), "from"},
        **{name: _firsts(listed(name)) for name in ("until", "by", "before", "after")},
        **dict.fromkeys(_DATED, named),
        "date_range": {*named, "between", "from"},
        "day_of_month": {ARTICLE},
        **dict.fromkeys(_STAMPED, frozenset((FIGURE,))),
        "feast": _firsts(mapped("feasts")),
        "moving_feast": _firsts(mapped("moving_feasts")),
        "pointed": _POINTERS,
        "following_weekday": listed("story_pointers"),
        "part_of_period": {ARTICLE, *_parts()},
        "season": {*listed("season_pointers"), *mapped("seasons")},
        "month": months,
        "year": {ARTICLE, "year", FIGURE},
        "decade": {ARTICLE, *mapped("thirds"), FIGURE},
        "weekday": {*_NARROWED, *known.weekdays},
        "near_day": {*_NARROWED, *_firsts(mapped("near"))},
        "calendar_unit": {ARTICLE, *_NARROWED, "later", *_POINTERS},
        "ago": counted,
        "hours_ago": {*counted, *listed("overnight"), *listed("hours"), *listed("minutes")},
        "period_to": {ARTICLE, *counted},
        "earlier": {ARTICLE, *counted},
        "story_day": {ARTICLE, "that", *listed("story_pointers")},
        "past_period": {ARTICLE, "this", "these", *_PAST},
    }
    return {name: frozenset(each) for name, each in opening.items()}


@cache
def behind_the() -> Mapping[str, frozenset[str]]:
    """By kind that can open with an article, the words that can stand behind it."""
    known = words()
    units, seasons = known.units.keys(), mapped("seasons").keys()
    behind: dict[str, Iterable[str]] = {
        **dict.fromkeys((*_DATED, "day_of_month"), frozenset((FIGURE,))),
        "feast": _seconds(mapped("feasts")),
        "moving_feast": _seconds(mapped("moving_feasts")),
        "part_of_period": _parts(),
        "season": seasons,
        "year": {"year"},
        "decade": {*mapped("thirds"), FIGURE},
        "near_day": _seconds(mapped("near")),
        "calendar_unit": {"week", "month", "year", "weekend"},
        "period_to": {*known.counts, *listed("vague_numbers"), *units, FIGURE},
        "earlier": {*units, "morning", "evening", "afternoon"},
        "story_day": {*listed("story_pointers"), *listed("story_units")},
        "past_period": _PAST,
    }
    return {name: frozenset(each) for name, each in behind.items()}


@cache
def behind_counts() -> frozenset[str]:
    """What stands behind "two" or "a" where a count of units begins with it: "two days", "a few hours"."""
    return frozenset({*words().units, *listed("vague_numbers"), *listed("hours"), *listed("minutes")})


def _parts() -> set[str]:
    return {*mapped("thirds"), *mapped("ends"), *mapped("ordinals"), "week"}


def _firsts(phrases: Iterable[str]) -> set[str]:
    return {phrase.split()[0] for phrase in phrases}


def _seconds(phrases: Iterable[str]) -> set[str]:
    """What stands behind the article of those phrases that open with it."""
    return {phrase.split()[1] for phrase in phrases if phrase.startswith(f"{ARTICLE} ")}
