"""Where the words said begin behind a cue: over whom it was said to, when, and on what occasion."""

from __future__ import annotations

from typing import NamedTuple

from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.voices import Voice, voice
from atodds.model.text import Span

_STEPS = 8  # adverbs, times, occasions and addressees between a cue and what is said
_REACH = 25  # tokens over which a "that" may stand off from its cue
_TITLE = 6  # tokens of a programme's name
_ASIDE = 14  # tokens of a phrase between a cue and its quotation
_QUOTABLE = frozenset(("free", "that", "told", "quoted"))
_NEAR_FIGURE = 8  # tokens in which a counting verb must name what it counts


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
    if frames & _QUOTABLE and (quote := _quote_ahead(read, place, high)) is not None:
        return Opening(quote, place, True, heard)
    start, opinion = _unmarked(read, place, high, frames, heard)
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
    if (occasion := _occasion(read, place, high)) is not None:
        return occasion
    word = read.lower[place]
    if "told" in frames and fresh:
        return _told(read, place, high)
    if (word == "to" and not frames & {"opinion", "aims"}) or (word == "to" and "free" in frames):
        return _told(read, place + 1, high) if place + 1 < high and not _infinitive(read, place) else (place, None)
    if word == ",":
        after, _ = _occasion(read, place + 1, high) or (time_end(read, place + 1, high), None) if place + 1 < high else (place, None)
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


def _infinitive(read: Reading, to: int) -> bool:
    """ "to leave": not before an article, a name, or a noun in the plural."""
    following = to + 1
    if following >= read.size:
        return False
    return not (read.within(following, "determiners") or read.capital(following) or read.lower[following].endswith("s"))


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


def time_end(read: Reading, place: int, high: int) -> int:
    """The end of "on Monday", "last month", "on Oct. 20", "two days ago"; `place` where no time stands."""
    at = place
    if at + 1 < high and read.within(at, "dating"):
        at += 1
        if at in read.times:
            return read.times[at]
        if read.within(place, "before_years") and not (read.time_word(at) or read.year(at)):
            return place  # "in the report"
    begun = at
    while at < high:
        if (
            read.time_word(at)
            or (at > begun and read.words[at].isdigit())
            or (
                read.within(at, "relative")
                and at + 1 < high
                and (read.within(at + 1, "units") or read.time_word(at + 1) or read.within(at + 1, "relative"))
            )
            or (at > begun and read.within(at, "units"))
        ):
            at += 1
        elif at > begun and read.words[at] == "," and at + 1 < high and read.year(at + 1):
            at += 2
        elif read.year(at) and read.within(place, "before_years"):
            at += 1
        else:
            break
    return at if at > begun else place


def _occasion(read: Reading, place: int, high: int) -> tuple[int, Voice | None] | None:
    """Over "in his report", "at a news conference", "in an interview with Dawn"; with the outlet that carried it."""
    if not read.within(place, "occasion_prepositions"):
        return None
    at, limit = place + 1, min(high, place + 9)
    while at < limit and not read.within(at, "occasions"):
        if not (
            read.noun_like(at)
            or read.within(at, "determiners")
            or read.lower[at] == "'s"
            or read.time_word(at)
            or read.within(at, "participles")
            or read.within(at, "relative")
        ):
            return None
        at += 1
    if at >= limit:
        return None
    while at + 1 < high and read.within(at + 1, "occasions"):
        at += 1
    at += 1
    heard = None
    while at < high and read.within(at, "interviewers") and time_end(read, at, high) == at:
        phrase = phrase_after(read, at + 1, high)
        if phrase is None:
            break
        heard = voice(read, phrase)
        at = phrase.end
    while at < high and read.within(at, "situating") and (phrase := phrase_after(read, at + 1, high)) is not None:
        at = phrase.end
    return at, heard


def _far_that(read: Reading, comma: int, high: int) -> int | None:
    """The "that" behind an apposition: "to the Assembly, the lower house of the land, that ..."."""
    for place in range(comma + 1, min(high, comma + _REACH)):
        if read.finite(place) or place in read.marks or (read.words[place] == "," and read.words[comma] != ","):
            return None
        if read.lower[place] == "that" and (read.words[place - 1] == "," or read.words[comma] != ","):
            return place + 1
    return None


def _quote_ahead(read: Reading, place: int, high: int) -> int | None:
    """The quotation behind words that only tell of whom or where: "says of Lund, “...”", "said on the other hand, “...”"."""
    if not read.within(place, "prepositions"):
        return None
    for each in range(place + 1, min(high, place + _ASIDE)):
        if each in read.marks:
            return each if read.marks[each] == "open" and read.words[each - 1] in (",", ":") else None
        if read.finite(each) or read.words[each] in (";", ".", "—", "–"):
            return None
    return None


def _unmarked(read: Reading, place: int, high: int, frames: frozenset[str], heard: Voice | None) -> tuple[int | None, bool]:
    """Where what is said begins with no mark of its own, and whether it is only wished or judged."""
    if place >= high or not (read.words[place][0].isalnum() or read.words[place] in "$£€"):
        return None, False
    word = read.lower[place]
    number = read.words[place][0].isdigit() or word in read.lex.sets["determiners"] - read.lex.sets["articles"]
    if read.within(place, "questions"):
        return (place, "free" not in frames) if frames & {"that", "free", "clause", "told"} else (None, False)
    if "free" in frames and _begins(read, place) and not _state(read, place):
        return place, False
    if "counted" in frames and _counts(read, place, high):
        return place, False
    if "invented" in frames:
        near = range(place, min(high, place + _NEAR_FIGURE))
        return (place if any(read.within(each, "counted_nouns") for each in near) else None), False
    if frames & {"that", "clause", "free", "told"} and clause_at(read, place, high):
        return place, False
    told = heard is not None or (read.within(place - 1, "told_pronouns") and word != "to")
    if "told" in frames and told and (number or word in ("about", "of", "to")):
        return place, word == "to"
    if "responsible" in frames:
        return (place + 1, False) if word == "for" and place + 1 < high else (None, False)
    if word == "to" and "to" in frames:
        return place, False  # "claimed to have seen"
    if "told of" in frames or "accuse" in frames:
        return (place, False) if read.noun_like(place) or read.within(place, "determiners") or number else (None, False)
    if "aims" in frames and word == "to" and _infinitive(read, place):
        return (None, False) if read.within(place + 1, "answering") else (place, True)
    if "opinion" in frames and (
        (word == "to" and _infinitive(read, place))
        or read.noun_like(place)
        or read.within(place, "object_pronouns")
        or (read.time_word(place) and place + 1 < high and read.possessive(place + 1))
        or read.within(place, "determiners")
        or read.lower[place].endswith("ing")
    ):
        return place, True
    return None, False


def _begins(read: Reading, place: int) -> bool:
    """Can what is said begin with this word? "said at least 40", not "said of the plane"."""
    if read.within(place, "prepositions"):
        return read.within(place, "fronting")
    return not read.within(place, "not_begun")


def _state(read: Reading, place: int) -> bool:
    """ "reported killed" says what became of someone."""
    return read.within(place, "states") or (read.within(place, "lives"))


def _counts(read: Reading, place: int, high: int) -> bool:
    words = range(place, min(high, place + _NEAR_FIGURE))
    sets = read.lex.sets
    return any(
        read.words[each][0].isdigit() or read.lower[each] in sets["counted_nouns"] or read.lower[each] in sets["numbers"] for each in words
    )


def clause_at(read: Reading, place: int, high: int) -> bool:
    """Does a subject with its verb begin here? "he was", "the army had"."""
    if read.within(place, "pronouns") or read.within(place, "demonstratives"):
        return place + 1 < high and (
            read.finite(place + 1) or read.adverb(place + 1) or read.within(place + 1, "clitics") or read.noun_like(place + 1)
        )
    phrase = phrase_after(read, place, high)
    if phrase is None:
        return False
    after = phrase.end
    while after < high and read.adverb(after):
        after += 1
    if after < high and read.within(after, "auxiliaries"):
        return read.lower[after] != "'s"
    return after < high and read.within(after, "finite")
