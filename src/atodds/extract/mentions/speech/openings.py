"""Where the words said begin behind a cue: over whom it was said to, when, and on what occasion."""

from __future__ import annotations

from typing import NamedTuple

from atodds.extract.mentions.speech.occasions import occasion, time_end
from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.unmarked import infinitive, quote_ahead, unmarked
from atodds.extract.mentions.speech.voices import Voice, voice
from atodds.model.text import Span

_STEPS = 8  # adverbs, times, occasions and addressees between a cue and what is said
_REACH = 25  # tokens over which a "that" may stand off from its cue
_TITLE = 6  # tokens of a programme's name
_THE_FOLLOWING = ["the", "following", ":"]  # "said the following: ..."
_QUOTABLE = frozenset(("free", "that", "told", "quoted"))


class Opening(NamedTuple):
    """Where what is said begins, None where nothing said follows; to whom; and where the search stopped."""

    start: int | None
    stop: int
    marked: bool = False  # by "that", a colon or a quotation mark
    heard: Voice | None = None  # an outlet or a person told
    opinion: bool = False  # "told him to leave"


def opening(read: Reading, place: int, high: int, frames: frozenset[str]) -> Opening:
    """Read on behind the cue that ends at `place`."""
    heard: Voice | None = None
    if "told" in frames and (headline := _headline(read, place, high)) is not None:
        return headline
    for _ in range(_STEPS):
        if place >= high:
            return Opening(None, place, heard=heard)
        if read.lower[place : place + 3] == _THE_FOLLOWING:
            place += 2
        if heard is not None and (shown := _show(read, place, high)) > place:
            place = shown
            continue
        if (start := _marked(read, place, high)) is not None:
            return Opening(start, place, True, heard)
        following, told = _skip(read, place, high, frames, heard is None)
        if following == place:
            break
        place, heard = following, told or heard
    if (read.words[place] == "," or "told" in frames) and (that := _far_that(read, place, high)) is not None:
        return Opening(that, place, True, heard)
    if frames & _QUOTABLE and (quote := quote_ahead(read, place, high)) is not None:
        return Opening(quote, place, True, heard)
    start, opinion = unmarked(read, place, high, frames, heard)
    return Opening(start, place, heard=heard, opinion=opinion)


def _show(read: Reading, place: int, high: int) -> int:
    """Behind the name of a programme in quotation marks: "told Radio Lakeside's “Morning Hour” that"; `place` where none stands."""
    if read.marks.get(place) != "open":
        return place
    close = next((span.end for span in read.quotes[1:] if span.start == place + 1), high)
    if close - place > _TITLE or close + 1 >= high or not read.words[close - 1][0].isalnum():
        return place
    after = close + 1
    return (
        after
        if read.lower[after] == "that" or time_end(read, after, high) > after or read.within(after, "occasion_prepositions")
        else place
    )


def _marked(read: Reading, place: int, high: int) -> int | None:
    """The start of what a "that", a colon or a quotation mark opens here."""
    word = read.lower[place]
    if word == "that" and place + 1 >= high:
        return None
    if word == "that":
        determiner = place + 1 < high and (read.within(place + 1, "be") or read.words[place + 1] in ",.;")
        return place if determiner else place + 1
    if read.marks.get(place) == "open":
        return place
    if word in (",", ":") and place + 1 < high and read.marks.get(place + 1) == "open":
        return place + 1
    return place + 1 if word == ":" and place + 1 < high else None


def _skip(read: Reading, place: int, high: int, frames: frozenset[str], fresh: bool) -> tuple[int, Voice | None]:
    """Over one adverb, time, occasion or addressee; `place` itself where none stands here."""
    if place in read.times and not (read.times[place] < high and read.possessive(read.times[place])):
        return read.times[place], None
    if (end := time_end(read, place, high)) > place and not (end < high and read.possessive(end)):
        return end, None
    if read.adverb(place) and place + 1 < high and _leads_on(read, place + 1):
        return place + 1, None
    if (over := occasion(read, place, high)) is not None:
        return over
    word = read.lower[place]
    if "told" in frames and fresh:
        return _told(read, place, high)
    if (word == "to" and not frames & {"opinion", "aims"}) or (word == "to" and "free" in frames):
        return _told(read, place + 1, high) if place + 1 < high and not infinitive(read, place) else (place, None)
    if word == ",":
        after, _ = occasion(read, place + 1, high) or (time_end(read, place + 1, high), None) if place + 1 < high else (place, None)
        if after > place + 1 and after < high and read.words[after] == ",":
            return after + (0 if read.marks.get(after + 1) == "open" else 1), None
    phrase = phrase_after(read, place + 1, high) if read.within(place, "situating") else None
    if phrase is not None and phrase.end < high and (read.lower[phrase.end] == "that" or read.marks.get(phrase.end) == "open"):
        return phrase.end, None  # "said in Kabul that"
    return place, None


def _leads_on(read: Reading, place: int) -> bool:
    """Is what follows an adverb not yet what is said? "said bluntly that", but "said only 12 had died"."""
    return (
        place in read.marks
        or read.lower[place] in (",", ":", "that")
        or read.within(place, "occasion_prepositions")
        or read.time_word(place)
    )


def _told(read: Reading, place: int, high: int) -> tuple[int, Voice | None]:
    """Over the one told: "Reuters", "the Assembly", "them"."""
    if read.within(place, "told_pronouns"):
        return place + 1, None
    phrase = phrase_after(read, place, high)
    if phrase is None:
        return place, None
    end = phrase.end
    for first in range(phrase.start, end):
        known = read.lex.outlets.at(read.lower, first)
        if known is not None and known[0] <= end:
            longer = known[0] < end and (read.within(known[0], "outlet_nouns") or read.within(known[0], "outlet_heads"))
            end = end if longer or read.lower[known[0] : known[0] + 1] == ["'s"] else known[0]
            break
        if read.lower[first] in read.lex.sets["unnamed"] and not read.capital(first):
            end = first + 1
            break
    return end, voice(read, Span(phrase.start, end))


def _headline(read: Reading, place: int, high: int) -> Opening | None:
    """ "Norland tells Senate drones killed 12": no article, no "that"; the capitals are told, what follows is the subject."""
    split = place
    while split < high and read.capital(split) and read.noun_like(split):
        split += 1
    subject = phrase_after(read, split, high) if place < split < high and read.words[split].islower() else None
    if subject is None or not read.noun_like(split) or subject.end >= high or not read.finite(subject.end):
        return None
    return Opening(split, split, heard=voice(read, Span(place, split)))


def _far_that(read: Reading, comma: int, high: int) -> int | None:
    """The "that" behind an apposition: "to the Assembly, the lower house of the land, that ..."."""
    for place in range(comma + 1, min(high, comma + _REACH)):
        if read.finite(place) or place in read.marks or (read.words[place] == "," and read.words[comma] != ","):
            return None
        if read.lower[place] == "that" and (read.words[place - 1] == "," or read.words[comma] != ","):
            return place + 1
    return None
