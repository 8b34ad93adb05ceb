"""Objects: what stands behind a verb of action, whether it is one that the verb can have, and to whom it goes."""

from __future__ import annotations

from atodds.extract.events.line import Line
from atodds.extract.events.noun_phrases import behind
from atodds.extract.events.participants import fits
from atodds.model.text import Span
from atodds.vocab import words_of
from atodds.vocab.events import Word, event_list, objects

THEN = 14  # tokens from "accused" to its "of"
_TO = 12  # tokens from what is given to whom it is given


def object_of(line: Line, at: Span, word: Word) -> tuple[Span | None, Span | None] | None:
    """What stands behind the verb as its object, and whom it goes to; None where the word needs another object."""
    wanted = word.trait("object")
    if line.at(at.end) == "of" and wanted != "never":
        return None  # "a portrait shot of the minister": a noun
    place = _skip_times(line, at.end)
    phrase = _phrase(line, _second_verb(line, place)) if wanted != "never" or _takes(line, at) else None
    if wanted == "never":
        return phrase, None
    if phrase is None:
        return None
    if word.trait("gifts"):
        return _gift(line, phrase, word)
    if not fits(line, phrase, word) or excluded(line, phrase, word):
        return None
    if word.trait("next") and line.at(phrase.end) not in word.trait("next"):
        return None  # "asked her about": a question, no demand
    if word.trait("then") and set(word.trait("then")).isdisjoint(line.lower[at.end : at.end + THEN]):
        return None
    if line.at(phrase.end) in (word.trait("not_then") or ()):
        return None
    if word.trait("bombs") or word.trait("rounds") or word.trait("shots"):
        return phrase, aimed_at(line, phrase.end)
    return phrase, None


def _phrase(line: Line, place: int) -> Span | None:
    """The object at a token; a pronoun is one by itself: "shot her | three times"."""
    alone = line.at(place) in event_list("pronouns") and (place + 1 >= len(line) or line.stops(place + 1) or _number(line, place + 1))
    return Span(place, place + 1) if alone else behind(line, place)


def _second_verb(line: Line, place: int) -> int:
    """ "Bombed and strafed | the village": two verbs share their object."""
    if line.at(place - 1) == "to" and line.at(place) in event_list("second_verbs") and place + 1 < len(line):
        return place + 1  # "flew to visit | the troops"
    if line.at(place) in ("and", "or") and place + 2 < len(line) and line.verbal(place + 1):
        return place + 2
    return place


def _takes(line: Line, at: Span) -> bool:
    """ "sign an agreement with | Iran": the phrase ends in a preposition, its object follows."""
    return line.lower[at.end - 1] in words_of("clauses", "prepositions")


def _skip_times(line: Line, place: int) -> int:
    """ "met on Monday | the minister"; not over "on" alone."""
    while place in line.times:
        place = line.times[place].end
    if line.at(place) in ("on", "late", "early") and place + 1 in line.times:
        place = line.times[place + 1].end
    return place


def excluded(line: Line, phrase: Span, word: Word) -> bool:
    """ "Destroyed the weapons cache": done away with by who found it, no attack."""
    named = word.trait("not_object")
    return named is not None and not objects(named).isdisjoint(line.lower[phrase.start : phrase.end])


def _gift(line: Line, phrase: Span, word: Word) -> tuple[Span | None, Span | None] | None:
    """ "Handed 30 helicopters to the army", "gave the army 30 helicopters", "provided the army with aid"."""
    if fits(line, phrase, word):
        for place in range(phrase.end, min(len(line), phrase.end + _TO)):
            if line.lower[place] in ("to", "for") and place not in line.times:
                to = behind(line, place + 1)
                return (phrase, to) if to is not None and _can_receive(line, to) else None
            if line.lower[place] in (";", "and", ",", "who", "which", "that"):
                break
        numbers = (place for place in range(phrase.start + 1, phrase.end) if _number(line, place))
        second = next(numbers, None)
        if second is not None and word.type == "AID" and _can_receive(line, Span(phrase.start, second)):
            return phrase, Span(phrase.start, second)
        return None
    if (
        line.at(phrase.end) in ("with",)
        and (given := behind(line, phrase.end + 1)) is not None
        and fits(line, given, word)
        and _can_receive(line, phrase)
    ):
        return given, phrase
    return None


def _number(line: Line, place: int) -> bool:
    return line.lower[place][0].isdigit() or line.lower[place] in words_of("clauses", "numbers")


def _can_receive(line: Line, phrase: Span) -> bool:
    words = line.lower[phrase.start : phrase.end]
    named = any(each.at.meets(phrase) for each in line.crew)
    return named or not event_list("bodies").isdisjoint(words) or not event_list("troops").isdisjoint(words)


def aimed_at(line: Line, place: int) -> Span | None:
    """ "Planted a bomb | under the mayor's car", "threw grenades at | the police"."""
    if line.at(place) in ("at", "against", "under") and place + 1 not in line.times:
        return behind(line, place + 1)
    return None


def to_whom(line: Line, place: int) -> Span | None:
    for step in range(place, min(len(line), place + 4)):
        if line.lower[step] == "to":
            phrase = behind(line, step + 1)
            return phrase if phrase is not None and _can_receive(line, phrase) else None
    return None


def proposed(line: Line, place: int) -> bool:
    """ "The demand that the port be closed | was rejected": what is turned down stands further left."""
    return any(
        line.lower[back] in objects("proposals") and line.at(back + 1) in ("that", "to", "for", "of")
        for back in range(max(0, place - 25), place)
    )
