"""Naming: who holds the office that a speaker is told by, where the name stands beside it between commas."""

from __future__ import annotations

from atodds.extract.mentions.speech.phrases import speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.voices import Voice, bare, head_of, name_part, voice
from atodds.model.text import Span
from atodds.vocab.gazetteer import place_at

_SHORTEST, _LONGEST = 2, 5  # tokens of a person's name: a single capital behind a comma may be a town


def named_before(read: Reading, found: Voice, low: int) -> Voice:
    """ "Tobias Lund, the envoy to Norland said": the name that opens the words speaks, though no second comma closes the office."""
    comma = found.at.start - 1
    if comma <= low or read.words[comma] != "," or found.role is not None or not _is_office(read, found.at):
        return found
    name = voice(read, Span(low, comma))
    if name is None or not _is_person(read, name.speaker) or any(not _in_title(read, place) for place in range(low, name.speaker.start)):
        return found
    return name._replace(role=name.role or bare(read, found.at), at=Span(low, found.at.end))


def named_behind(read: Reading, found: Voice, high: int) -> Voice:
    """ "says the planning minister, Imad Lund.": the name between the commas behind an office."""
    start = found.at.end + 1
    if start >= high or read.words[found.at.end] != "," or found.role is not None or not _is_office(read, found.at):
        return found
    end = start
    while end < high and (name_part(read, end) or read.words[end] == "."):
        end += 1
    while end > start and read.words[end - 1] == ".":
        end -= 1
    closed = end >= high or read.words[end] in (",", ".", ";") or end in read.marks
    named = voice(read, Span(start, end)) if closed and start < end else None
    if named is None or not _is_person(read, named.speaker):
        return found
    return named._replace(role=bare(read, found.at) if named.role is None else named.role, at=Span(found.at.start, end))


def of_a_town(read: Reading, end: int, low: int) -> Span | None:
    """The person of "Johnnie Lund, 59, of Ashton, Md. (said)": a name, an age and where he lives, up to `end`."""
    of = next((place for place in range(end - 1, max(low, end - 2 * _LONGEST), -1) if read.lower[place] == "of"), None)
    if (
        of is None
        or read.words[of - 1] != ","
        or any(not (name_part(read, each) or read.words[each] in ",.") for each in range(of + 1, end))
    ):
        return None
    stop = of - 1
    if stop - 2 > low and read.words[stop - 1].isdigit() and read.words[stop - 2] == ",":
        stop -= 2
    start = stop
    while start > low and name_part(read, start - 1):
        start -= 1
    return Span(start, stop) if _is_person(read, Span(start, stop)) else None


def is_name(read: Reading, aside: Span, office: Span) -> bool:
    """ "A physician from Husaba, Zahid Lund, said": is what stands between the commas behind an office a person's name?"""
    named = voice(read, aside)
    return named is not None and _is_office(read, office) and _is_person(read, named.speaker)


def _is_office(read: Reading, phrase: Span) -> bool:
    """ "a spokesman for the ministry", "the envoy": a noun of people that is no part of a name."""
    head = head_of(read, phrase)
    return read.lower[head] in read.lex.sets["people"] or read.lex.titles.at(read.lower, head) is not None


def _is_person(read: Reading, name: Span) -> bool:
    """Two capitals or more, no body's and no place's name."""
    if not _SHORTEST <= name.end - name.start <= _LONGEST or not all(name_part(read, place) for place in range(*name)):
        return False
    known = place_at(read.lower, name.start, read.words)
    outside = ("bodies", "prepositions", "openers")  # "In New York, the mayor said"
    body = any(speaks(read, place) or any(read.within(place, each) for each in outside) for place in range(*name))
    return not body and (known is None or known.end < name.end) and read.lex.outlets.at(read.lower, name.start) is None


def _in_title(read: Reading, place: int) -> bool:
    return name_part(read, place) or read.words[place] == "." or read.within(place, "articles")
