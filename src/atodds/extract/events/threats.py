"""Threats in the first person: "we will not let supplies pass", "we will take revenge". Who speaks makes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from atodds.extract.events.draft import EventDraft
from atodds.extract.events.line import Line
from atodds.extract.events.noun_phrases import behind
from atodds.extract.events.participants import recipient_of
from atodds.model.text import Span
from atodds.vocab import load, words_of
from atodds.vocab.events import Word, event_list
from atodds.vocab.lexicon import Phrases

_TRAITS: Mapping[str, Any] = {}


def threats(line: Line) -> Iterator[EventDraft]:
    """Every such threat of a sentence; who made it is who says the sentence."""
    if event_list("threats_first").isdisjoint(line.lower):
        return
    for place, word in enumerate(line.lower[:-2]):
        if word not in event_list("threats_first") or line.lower[place + 1] not in event_list("threats_will"):
            continue
        negated = line.lower[place + 1] == "won't" or line.lower[place + 2] == "not"
        verb = place + (2 if line.lower[place + 1] == "won't" or not negated else 3)
        if verb >= len(line):
            continue
        found = _verbs("threats_not" if negated else "threats_do").at(line.lower, verb)
        if found is None:
            continue
        mode = "restrict" if negated else "violence"
        act = Word("THREATEN", mode, None, "base", _TRAITS)
        phrase = behind(line, found[0])
        told = words_of("clauses", "told_pronouns")
        if negated and (phrase is None or phrase.end - phrase.start < 2 or line.lower[phrase.start] in told):
            continue  # "we will not let them": who is not said
        if phrase is not None and " ".join(line.lower[verb : found[0]]) in ("let",):
            phrase = Span(phrase.start, phrase.end - 1)  # "let supplies | pass"
        if negated and phrase is not None and not any(each.at.meets(phrase) for each in line.crew):
            continue  # "we will not let such crimes go": nobody is threatened
        yield EventDraft(Span(place, found[0]), act, None, recipient_of(line, phrase, act), spoken=True, rule="threat")


@cache
def _verbs(name: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("events")[name], True))
