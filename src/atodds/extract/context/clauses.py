"""Clauses: how far a figure's own words reach."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.act import Act
from atodds.extract.page import Reading
from atodds.model.text import Sentence, Span
from atodds.vocab import words_of

_CLOSE = 3  # tokens from an auxiliary to its verb


def own_clause(reading: Reading, act: Act) -> Span:
    """The clause up to a further verb: "the 12 killed in the blast were honoured on Thursday" dates the honour, not the blast.

    A clause that "when" or "after" opens tells of the same event: "were killed when a bomb was set off on Monday".
    """
    sentence = reading.sentence
    clause = clause_of(sentence, act.at)
    if act.deed is None:
        return clause
    verbs, opening, leave = words_of("grammar", "be", "have", "modals"), words_of("grammar", "same_event"), words_of("grammar", "leave")
    deeds, lower = {each.deed.at.start for each in reading.drafts if each.deed is not None}, sentence.tokens.lower
    dated = {place for time in reading.dated for place in range(*time.at)}  # "in May": no modal
    for place in range(max(act.deed.at.end, act.at.end), clause.end):
        if place in dated:
            continue
        word = lower[place]
        if word in opening or (word == "while" and _at_the_time(lower, place)):
            return clause
        if (word in verbs and not _tells_of_harm(reading, place)) or (
            (place in deeds or word in leave) and _another_deed(reading, act, place)
        ):
            return Span(clause.start, place)
    return clause


def _another_deed(reading: Reading, act: Act, place: int) -> bool:
    """ "when 190 were killed in Madrid, left two dead on Monday": a deed that no "and" joins is another's."""
    lower, joins = reading.sentence.tokens.lower, words_of("grammar", "conjunctions")
    others = [each for each in reading.drafts if each.deed is not None and each.deed != act.deed and each.deed.at.start == place]
    if not others:
        return lower[place] in words_of("grammar", "leave") and lower[place - 1] not in joins
    other = others[0]
    if other.group.at.start < place:  # "12 dead, 30 hurt and five missing in the blast"
        return False
    return joins.isdisjoint(lower[max(0, place - _CLOSE) : place])


def _tells_of_harm(reading: Reading, verb: int) -> bool:
    """ "five were killed and six were wounded on Monday": the second verb is of the same kind, and of the same event."""
    return any(each.deed is not None and verb < each.deed.at.start <= verb + _CLOSE for each in reading.drafts)


def clause_of(sentence: Sentence, tokens: Span) -> Span:
    """The stretch around some tokens up to the nearest word that sets one thing against another: "but", "while", ";"."""
    contrasts = sentence.once(_contrasts)
    if not contrasts:
        return sentence.once(_whole)
    start, end = 0, len(sentence.tokens.lower)
    for place in contrasts:
        if place < tokens.start:
            start = place + 1
        elif place >= tokens.end:
            return Span(start, place)
    return Span(start, end)


def _whole(sentence: Sentence) -> Span:
    return Span(0, len(sentence.tokens.lower))


def _contrasts(sentence: Sentence) -> Sequence[int]:
    """Where the words stand that set one thing against another."""
    contrasts, lower = words_of("grammar", "contrasts"), sentence.tokens.lower
    return [place for place, word in enumerate(lower) if word in contrasts and not _at_the_time(lower, place)]


def _at_the_time(lower: Sequence[str], place: int) -> bool:
    """ "killed a woman while she was picking okra": "while" tells when, and sets nothing against what went before."""
    if lower[place] != "while" or place + 1 >= len(lower):
        return False
    return lower[place + 1] in words_of("grammar", "pronouns") or lower[place + 1].endswith("ing")


def gap(first: Span, second: Span) -> int:
    return max(0, first.start - second.end, second.start - first.end)
