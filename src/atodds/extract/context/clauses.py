"""Clauses: how far a figure's own words reach."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.act import Act
from atodds.extract.page import Reading
from atodds.model.text import Sentence, Span
from atodds.vocab import load

_CLOSE = 3  # tokens from an auxiliary to its verb


def own_clause(reading: Reading, act: Act) -> Span:
    """The clause up to a further verb: "the 12 killed in the blast were honoured on Thursday" dates the honour, not the blast.

    A clause that "when" or "after" opens tells of the same event: "were killed when a bomb was set off on Monday".
    """
    sentence = reading.sentence
    clause = clause_of(sentence, act.at)
    if act.deed is None:
        return clause
    grammar = load("grammar")
    verbs, opening = frozenset((*grammar["be"], *grammar["have"], *grammar["modals"])), frozenset(grammar["same_event"])
    for place in range(max(act.deed.at.end, act.at.end), clause.end):
        word = sentence.tokens.lower[place]
        if word in opening or _at_the_time(sentence.tokens.lower, place):
            return clause
        if (word in verbs and not _tells_of_harm(reading, place)) or _another_deed(reading, act, place):
            return Span(clause.start, place)
    return clause


def _another_deed(reading: Reading, act: Act, place: int) -> bool:
    """ "when 190 were killed in Madrid, left two dead on Monday": a deed that no "and" joins is another's."""
    lower, grammar = reading.sentence.tokens.lower, load("grammar")
    others = [each for each in reading.drafts if each.deed is not None and each.deed != act.deed and each.deed.at.start == place]
    if not others:
        return lower[place] in grammar["leave"] and lower[place - 1] not in grammar["conjunctions"]
    other = others[0]
    if other.group.at.start < place:  # "12 dead, 30 hurt and five missing in the blast"
        return False
    return not any(word in grammar["conjunctions"] for word in lower[max(0, place - _CLOSE) : place])


def _tells_of_harm(reading: Reading, verb: int) -> bool:
    """ "five were killed and six were wounded on Monday": the second verb is of the same kind, and of the same event."""
    return any(each.deed is not None and verb < each.deed.at.start <= verb + _CLOSE for each in reading.drafts)


def clause_of(sentence: Sentence, tokens: Span) -> Span:
    """The stretch around some tokens up to the nearest word that sets one thing against another: "but", "while", ";"."""
    contrasts = frozenset(load("grammar")["contrasts"])
    lower = sentence.tokens.lower
    start = max((place for place in range(tokens.start) if lower[place] in contrasts and not _at_the_time(lower, place)), default=-1) + 1
    ends = (place for place in range(tokens.end, len(lower)) if lower[place] in contrasts and not _at_the_time(lower, place))
    return Span(start, min(ends, default=len(lower)))


def _at_the_time(lower: Sequence[str], place: int) -> bool:
    """ "killed a woman while she was picking okra": "while" tells when, and sets nothing against what went before."""
    if lower[place] != "while" or place + 1 >= len(lower):
        return False
    return lower[place + 1] in load("grammar")["pronouns"] or lower[place + 1].endswith("ing")


def gap(first: Span, second: Span) -> int:
    return max(0, first.start - second.end, second.start - first.end)
