"""Words of events, ready for use: which phrases tell of an act, in which form, and what they need around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from atodds.vocab import load
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import nouns, plural_of

Form = Literal["base", "present", "past", "participle", "ing", "noun", "nouns"]

_CLASSES = ("troops", "arms", "gifts", "bombs", "rounds", "shots", "caches", "proposals", "diplomats")
_THINGS = ("bombs", "rounds", "shots", "troops", "arms", "gifts", "proposals")
_VOWELS = frozenset("aeiou")


class Word(NamedTuple):
    """A word of an act in one of its forms, with the act's type and what the word asks of its sentence."""

    type: str
    mode: str | None
    means: str | None
    form: Form
    traits: Mapping[str, Any]
    object_class: str | None = None  # the class that its object has to belong to, where it has one
    handles_things: bool = False  # is what stands behind it a mere thing: bombs, troops, aid

    def trait(self, name: str) -> Any:
        """A trait as `events.yml` has it: "object", "war", "effect"."""
        return self.traits.get(name)


@cache
def event_words() -> Phrases[tuple[Word, ...]]:
    """Every phrase with what it can be, in the order of the list; those that tell of no event have nothing."""
    data = load("events")
    table: dict[str, list[Word]] = {phrase: [] for phrase in data["not"]}
    for group in data["verbs"]:
        for phrase, form in ((each, form) for base in group["words"] for each, form in _inflected(base)):
            table.setdefault(phrase, []).append(_word(group, form))
    for group in data["nouns"]:
        for noun in group["words"]:
            table.setdefault(noun, []).append(_word(group, "noun"))
            table.setdefault(plural_of(noun), []).append(_word(group, "nouns"))
    for phrase in data["not"]:
        table[phrase] = []
    return Phrases((phrase, tuple(words)) for phrase, words in table.items())


def _word(group: Mapping[str, Any], form: Form) -> Word:
    wanted = next((name for name in _CLASSES if group.get(name)), None)
    return Word(group["type"], group.get("mode"), group.get("means"), form, group, wanted, any(group.get(name) for name in _THINGS))


def _inflected(base: str) -> Iterator[tuple[str, Form]]:
    """Every form of a verb phrase: its first word is inflected."""
    verb, _, rest = base.partition(" ")
    rest = f" {rest}" if rest else ""
    data = load("events")
    yield base, "base"
    yield _third(verb) + rest, "present"
    yield data["ing"].get(verb, _ing(verb)) + rest, "ing"
    past, participle = data["irregular"].get(verb, [_past(verb)] * 2)
    yield past + rest, "past"
    if participle != past and participle != verb:
        yield participle + rest, "participle"


def _third(verb: str) -> str:
    if verb in ("have", "be"):
        return {"have": "has", "be": "is"}[verb]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _ing(verb: str) -> str:
    past = load("events")["irregular"].get(verb, [""])[0]
    if past.endswith(verb[-1] + verb[-1] + "ed") and not verb.endswith(verb[-1] * 2):
        return verb + verb[-1] + "ing"  # "kidnapped", "kidnapping"
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb + "ing"


@cache
def event_triggers() -> frozenset[str]:
    """The first word of every phrase that can tell of an act."""
    data = load("events")
    verbs = {each.split()[0] for group in data["verbs"] for base in group["words"] for each, _ in _inflected(base)}
    names = {each.split()[0] for group in data["nouns"] for noun in group["words"] for each in (noun, plural_of(noun))}
    return frozenset(verbs | names | set(data["threats_first"]))


@cache
def event_list(name: str) -> frozenset[str]:
    """A closed class of `events.yml`."""
    return frozenset(load("events")[name])


@cache
def event_phrases(name: str) -> Phrases[bool]:
    """A list of `events.yml` whose entries may have several words."""
    return Phrases(dict.fromkeys(load("events")[name], True))


@cache
def objects(name: str) -> frozenset[str]:
    """The nouns of a class of objects: "troops", "gifts", "bombs"."""
    return event_list(name)


@cache
def targets() -> frozenset[str]:
    """What war is done to, in one and in many."""
    return frozenset(form for noun in load("events")["targets"] for form in (noun, plural_of(noun)))


def is_person(word: str) -> bool:
    """Is a single word a noun for people?"""
    return nouns().at([word], 0) is not None
