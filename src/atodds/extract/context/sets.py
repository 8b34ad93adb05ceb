"""Sets: words that tell of more events than one, though no plural of attack stands right beside the act."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atodds.extract.act import Act
from atodds.extract.context.tenses import has_been
from atodds.extract.page import Reading
from atodds.model.mention import Time
from atodds.model.text import Span
from atodds.vocab import load, words_of
from atodds.vocab.attacks import attack_nouns
from atodds.vocab.lexicon import Phrases

_SUBJECT = 16  # tokens from attacks to what they did: "air strikes on towns in the north of the country | killed nine"
_PHRASE = 6  # tokens of one noun phrase: "new terrorist mortar shell attacks"
_BEHIND = 14  # tokens from an act to "every day"
_THOUSANDS = 1000  # people: "have been killed", where no one attack is told of, in no single event


@cache
def several() -> frozenset[str]:
    """Attacks of which two are two: "clashes" and "blasts" are often one event."""
    return frozenset(load("attacks")["nouns"].values()) - words_of("counted", "always_events")


def done_by_many(reading: Reading, verb: int, start: int) -> bool:
    """ "Air strikes on towns in the north | killed nine": the subject of the verb is attacks, whatever they were on."""
    lower = reading.sentence.tokens.lower
    for place in range(_skip_to_subject(lower, verb, start) - 1, max(start, verb - _SUBJECT) - 1, -1):
        if lower[place] in several():
            return _is_a_noun(lower, place, verb) and _is_subject(lower, place, start)
        if lower[place] in attack_nouns() or lower[place] in _no_subject() or not lower[place][0].isalnum():
            return False
    return False


def _skip_to_subject(lower: Sequence[str], verb: int, start: int) -> int:
    """Past "have", "also", "which" and, before "killing", a comma: where the subject of a verb ends."""
    light = words_of("grammar", "have", "adverbs", "relatives")
    while verb > start and (lower[verb - 1] in light or (lower[verb - 1] == "," and lower[verb].endswith("ing"))):
        verb -= 1
    return verb


def _is_a_noun(lower: Sequence[str], place: int, verb: int) -> bool:
    """ "Attacks on the town", "raids targeting it", "strikes also left nine dead"; not "gunmen attacks the town"."""
    after = lower[place + 1]
    light = words_of("grammar", "prepositions", "have", "adverbs", "relatives")
    return place + 1 == verb or after in light or after in verbs_of_harm() or after.endswith(("ed", "ing")) or after == ","


def _is_subject(lower: Sequence[str], place: int, start: int) -> bool:
    """ "Air strikes", "a series of attacks"; not "the gunmen behind attacks", "one of the attacks"."""
    first = _phrase_start(lower, place, start)
    before = lower[first - 1] if first > start else ""
    if before == "of":
        return first > 1 and lower[first - 2] in words_of("counted", "series")
    return before not in words_of("grammar", "prepositions")


def died_in_many(lower: Sequence[str], near: range, within: frozenset[str]) -> bool:
    """ "Nine were killed | in new terrorist mortar shell attacks": the phrase of attacks stands behind "in"."""
    for place in near:
        if lower[place] in several() and not picked_out(lower, place):
            first = _phrase_start(lower, place, near.start)
            if first > near.start and lower[first - 1] in within and lower[first - 1] not in words_of("grammar", "conjunctions"):
                return True
    return False


def _phrase_start(lower: Sequence[str], place: int, start: int) -> int:
    """Where the noun phrase begins that ends at `place`, its article included."""
    ends, articles = words_of("grammar", "noun_phrase_ends", "prepositions"), words_of("grammar", "determiners")
    first = place
    while first > max(start, place - _PHRASE) and lower[first - 1] not in ends and lower[first - 1][0].isalnum():
        first -= 1
    return first - 1 if first > start and lower[first - 1] in articles else first


def picked_out(lower: Sequence[str], place: int) -> bool:
    """ "One | of the attacks", "the deadliest of these raids": one is spoken of, though the noun is of many."""
    first = _phrase_start(lower, place, 0)
    return first > 1 and lower[first - 1] == "of" and lower[first - 2] in words_of("counted", "one_out")


@cache
def verbs_of_harm() -> frozenset[str]:
    """What attacks themselves do: they kill and hit; it is men who arrest and launch."""
    verbs = load("attacks")["verbs"]
    return frozenset(form for verb in load("counted")["done_by_attacks"] for form in verbs[verb]) - attack_nouns()


@cache
def _no_subject() -> frozenset[str]:
    """What parts a verb from attacks told of before it: another verb, another clause."""
    return words_of("grammar", "be", "have", "modals", "relatives", "clause_breaks", "conjunctions")


def repeated(reading: Reading, act: Act, clause: Span) -> bool:
    """ "Have repeatedly shelled it", "was hit 70 times", "on several occasions the army raided it"; not "shot her three times"."""
    lower = reading.sentence.tokens.lower
    if lower[max(0, act.at.start - 1)] in words_of("counted", "repeatedly"):
        return True
    if not words_of("counted", "blows").isdisjoint(lower[act.at.start : act.at.end]):
        return False
    behind = range(act.at.end, min(clause.end, act.at.end + _BEHIND))
    stop = next((place for place in behind if _parts(lower, place)), behind.stop)
    return any(_times_at(reading, place) for place in range(behind.start, stop)) or _opens_with_times(reading, act)


def _opens_with_times(reading: Reading, act: Act) -> bool:
    """ "On several occasions, the army raided clinics": before the first act of the sentence."""
    lower = reading.sentence.tokens.lower
    place = next((each for each in range(min(_PHRASE, act.at.start)) if _times_at(reading, each)), None)
    return place is not None and lower[0] in words_of("grammar", "prepositions", "adverbs")


def _times_at(reading: Reading, place: int) -> bool:
    """ "70 | times", "several | occasions", "every day"."""
    lower = reading.sentence.tokens.lower
    if _daily().at(lower, place) is not None:
        return True
    if not place or lower[place] not in words_of("counted", "occasions"):
        return False
    return lower[place - 1] in _counts() or lower[place - 1].isdigit()


def _parts(lower: Sequence[str], place: int) -> bool:
    return lower[place] in _no_subject() or not lower[place][0].isalnum()


@cache
def _counts() -> frozenset[str]:
    numbers = load("numbers")
    return frozenset((*numbers["units"], *numbers["tens"], *numbers["vague"], *words_of("counted", "many_times"))) - {"zero", "one"}


@cache
def _daily() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("counted")["daily"], True))


def over_days(reading: Reading, time: Time | None) -> bool:
    """ "In recent weeks", "over the past three days": what came to pass in days has more parts than one; not "three days ago"."""
    if time is None:
        return False
    lower = reading.sentence.tokens.lower
    words = lower[time.at.start : time.at.end]
    opening = lower[max(0, time.at.start - 1) : time.at.start + 1]
    return (
        words[-1] in words_of("counted", "lengths")
        and not words_of("counted", "until_now").isdisjoint(words)
        and not words_of("counted", "all_along").isdisjoint(opening)
    )


def thousands_until_now(reading: Reading, act: Act) -> bool:
    """ "Hundreds of thousands have been killed": so many, and all until now, in no single event."""
    lows = [each.group.low or 0 for each in reading.drafts if each.group.at == act.at]
    return bool(lows) and max(lows) >= _THOUSANDS and has_been(reading, act)
