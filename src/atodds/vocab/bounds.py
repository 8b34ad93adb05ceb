"""Bounds: "since 2008", "until March", "by the end of 2012"; and all recognisers of time in one visible tuple."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta
from functools import cache
from typing import Protocol

from atodds.model.text import Tokens
from atodds.model.when import When
from atodds.vocab.calendar import listed, the_year, unresolved, words
from atodds.vocab.counted import ago, hours_ago, past_period, period_to
from atodds.vocab.dates import Found, day_of_month, full_date, month, named_day, pointed, season, weekday
from atodds.vocab.feasts import feast, moving_feast
from atodds.vocab.lexicon import Phrases
from atodds.vocab.parts import DASHES, is_many, is_noun, is_year, word
from atodds.vocab.periods import calendar_unit, near_day, part_of_period
from atodds.vocab.ranges import date_list, date_range
from atodds.vocab.stamps import month_in_figures, time_group, time_stamp
from atodds.vocab.story import earlier, following_weekday, story_day
from atodds.vocab.time_openers import ARTICLE, FIGURE, behind_counts, behind_the, openers
from atodds.vocab.years import decade, year


class Recogniser(Protocol):
    """What begins at a token, if it is a time of one kind; its name is that of the kind."""

    __name__: str

    def __call__(self, tokens: Tokens, place: int, published: date | None) -> Found | None: ...


_COMPARED = 9  # tokens between "the deadliest attack" and its "since"

# Of several that begin at one word the longest wins, of equals the first.
PLAIN: tuple[Recogniser, ...] = (
    date_range,  # between 2007 and 2011; Oct. 31-Nov. 1
    date_list,  # 2012 and 2013; Thursday and Friday
    full_date,  # Oct. 18, 2007
    day_of_month,  # on the 5th
    time_group,  # 101530ZOCT11
    time_stamp,  # 2011-10-10T15:30Z
    month_in_figures,  # in 10/2012
    named_day,  # 9/11
    feast,  # Christmas Day
    moving_feast,  # during Ramadan
    pointed,  # last Friday, last July
    following_weekday,  # the following Monday
    part_of_period,  # early 2012; the last week in October
    season,  # the summer of 2010
    month,  # May 2012
    year,  # in 2012
    decade,  # the 1980s
    weekday,  # Monday night
    near_day,  # yesterday
    calendar_unit,  # last month
    ago,  # two days ago
    hours_ago,  # two hours ago; overnight
    period_to,  # the week to Oct. 20
    earlier,  # a week earlier
    story_day,  # the next day
    past_period,  # the past month
)


def longest(recognisers: tuple[Recogniser, ...], tokens: Tokens, place: int, published: date | None) -> Found | None:
    """The reading that takes in most words."""
    best: Found | None = None
    for recognise in recognisers:
        found = recognise(tokens, place, published)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best


@cache
def _lead(name: str) -> Phrases[str]:
    return Phrases(dict.fromkeys(listed(name), name))


@cache
def leads() -> frozenset[str]:
    """The first words of bounds and ranges."""
    phrases = (phrase for name in ("since", "until", "by", "before", "after") for phrase in listed(name))
    return frozenset(phrase.split()[0] for phrase in phrases) | {"between", "from"}


def _bounded(name: str, tokens: Tokens, place: int, published: date | None) -> tuple[int, When, bool] | None:
    """A lead and the time behind it; whether that time only names an event ("the 2001 invasion", "Friday's attack")."""
    lead = _lead(name).at(tokens.lower, place)
    if lead is None or lead[0] >= len(tokens.lower):
        return None
    found, event = _plain_at(tokens, lead[0], published) or _plain_year(tokens, lead[0]), False
    if found is None and word(tokens, lead[0]) == "the" and lead[0] + 1 < len(tokens.lower):
        found, event = _plain_at(tokens, lead[0] + 1, published), True
    if found is None:
        return None
    return found[0], found[1], event or word(tokens, found[0]) == "'s"


def _plain_year(tokens: Tokens, place: int) -> Found | None:
    """The year of "since at least 2004"; a lead of several words proves it where no plural follows."""
    text = word(tokens, place)
    return (place + 1, the_year(int(text))) if is_year(text) and not is_many(tokens, place + 1) else None


def _from(tokens: Tokens, place: int, published: date | None) -> tuple[int, When] | None:
    """ "from 2008 onwards"."""
    if word(tokens, place) != "from" or place + 1 >= len(tokens.lower):
        return None
    found = _plain_at(tokens, place + 1, published)
    if found is None or word(tokens, found[0]) not in listed("onwards"):
        return None
    plain = word(tokens, found[0]) == "on" and (is_noun(tokens, found[0] + 1) or word(tokens, found[0] + 1)[:1].isalnum())
    return None if plain else (found[0] + 1, found[1])


def since(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "since 2008", "since last July", "since the 2001 invasion", "from 2008 onwards": up to the publication, where known."""
    if word(tokens, place) == "since" and word(tokens, place + 1) == "then":
        return place + 2, unresolved("span")
    found = _bounded("since", tokens, place, published) or _from(tokens, place, published)
    if found is None:
        return None
    end, when = found[0], found[1]
    if _compares(tokens, place):
        return end, When(precision="open")
    if when.earliest is None:
        return end, unresolved("open" if when.precision == "open" else "span")
    latest = published if published is not None and published >= when.earliest else None
    return end, When(earliest=when.earliest, latest=latest, precision="span")


def _compares(tokens: Tokens, place: int) -> bool:
    """ "the deadliest strike since 2008" ranks one strike; it does not stretch it over the years."""
    for left in range(place - 1, max(-1, place - _COMPARED), -1):
        if tokens.lower[left] in listed("superlatives"):
            return True
        if not tokens.lower[left][0].isalnum():
            return False
    return False


def until(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "until March 2012", "through May", "as of 2012": to the last day of it."""
    return _ending(_bounded("until", tokens, place, published), whole=True)


def by(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "by the end of 2012". Not "killed by Thursday's blast"."""
    found = _bounded("by", tokens, place, published)
    if found is None or found[2] or (is_noun(tokens, found[0]) and not is_year(tokens.lower[found[0] - 1])):
        return None
    return _ending(found, whole=True)


def before(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "before 2010" ends on the last day of 2009; "before the 2010 vote" some time in 2010."""
    return _ending(_bounded("before", tokens, place, published), whole=False)


def _ending(found: tuple[int, When, bool] | None, *, whole: bool) -> Found | None:
    if found is None:
        return None
    end, when, event = found
    edge = when.latest if whole or event or when.earliest is None else when.earliest - timedelta(days=1)
    if edge is None:
        return end, unresolved("open" if when.precision == "open" else "span")
    return end, When(latest=edge, precision="span")


def after(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "after 2010" begins on the first day of 2011; "after the 2010 vote" some time in 2010."""
    # "the following Monday" points into the story
    found = None if word(tokens, place - 1) in listed("determiners") else _bounded("after", tokens, place, published)
    if found is None:
        return None
    end, when, event = found
    if when.earliest is None or when.latest is None:
        return end, unresolved("open" if when.precision == "open" else "span")
    return end, When(earliest=when.earliest if event else when.latest + timedelta(days=1), precision="span")


RECOGNISERS: tuple[Recogniser, ...] = (since, until, by, before, after, *PLAIN)
_Ways = Mapping[str, tuple[Recogniser, ...]]  # by the word with which a time begins: who recognises such times


def time_at(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """The time that begins at a token. Articles, names, counts and figures each begin few of them, and most words none."""
    text = tokens.lower[place]
    if text.isdecimal() and len(text) <= 2 and word(tokens, place + 1) not in _behind_days():
        return None
    return longest(_ways_of(text, tokens, place, _all_ways()), tokens, place, published)


def _plain_at(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """The time without a bound that begins at a token."""
    return longest(_ways_of(tokens.lower[place], tokens, place, _plain_ways()), tokens, place, published)


def _ways_of(text: str, tokens: Tokens, place: int, ways: _Ways) -> tuple[Recogniser, ...]:
    """Who may recognise a time that begins with this word, by what stands behind it where the word itself tells little."""
    found = ways.get(text)
    if found is None:
        return ways[FIGURE] if text[0].isdigit() else ()
    if text == ARTICLE:
        following = word(tokens, place + 1)
        return _ways_behind_the().get(FIGURE if following[:1].isdigit() else following, ())
    return () if text in words().counts and word(tokens, place + 1) not in behind_counts() else found


@cache
def _all_ways() -> _Ways:
    return _by_word(RECOGNISERS, openers())


@cache
def _plain_ways() -> _Ways:
    return _by_word(PLAIN, openers())


@cache
def _ways_behind_the() -> _Ways:
    return _by_word(PLAIN, behind_the())


def _by_word(recognisers: Sequence[Recogniser], opening: Mapping[str, frozenset[str]]) -> _Ways:
    found: dict[str, tuple[Recogniser, ...]] = {}
    for recognise in recognisers:
        for text in opening.get(recognise.__name__, ()):
            found[text] = (*found.get(text, ()), recognise)
    return found


def time_openers() -> Set[str]:
    """Every word that a time can begin with, figures aside."""
    return _all_ways().keys()


@cache
def _behind_days() -> frozenset[str]:
    """What stands behind the figure of a day or of a count of days: "12 people" is neither."""
    known = words()
    short = {form for month in known.short_months for form in (month, month + ".")}
    units = {*known.units, *listed("hours"), *listed("minutes"), *listed("vague_numbers")}
    return frozenset({*known.months, *short, *units, *DASHES, "of", "/", ".", "to", "through", "into", "and", "&", ","})
