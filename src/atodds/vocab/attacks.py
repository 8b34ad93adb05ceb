"""Words of attack and of deeds done, ready for use: which phrases are deeds, in which form, and the words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from atodds.model.text import Span
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases

Form = Literal["noun", "past", "ing", "base", "undergone"]


class Done(NamedTuple):
    """A word of attack or harm in a sentence: its tokens, and the form that says who may stand where around it."""

    at: Span
    form: Form


def deeds_in(lower: Sequence[str]) -> list[Done]:
    """Every attack and deed of a sentence, from left to right.

    >>> [done.form for done in deeds_in("a drone strike killed ten , wounding two".split())]
    ['noun', 'past', 'ing']
    """
    if _first_words().isdisjoint(lower):
        return []
    return [Done(at, form) for at, form in _deeds().find(lower) if form is not None]


@cache
def attack_words() -> Mapping[str, frozenset[str]]:
    """The closed classes of `attacks.yml`."""
    return {name: frozenset(words) for name, words in load("attacks").items() if isinstance(words, list)}


@cache
def _deeds() -> Phrases[Form | None]:
    """Every phrase with its form; those that are no attack ("hunger strike") have none."""
    data = load("attacks")
    table: dict[str, Form | None] = dict.fromkeys(data["not_attacks"])
    table.update(dict.fromkeys((*data["nouns"], *data["nouns"].values(), *data["uncounted"], *data["victims_owned"]), "noun"))
    for base, forms in data["verbs"].items():
        for form in forms:
            table.setdefault(form, _form(base, form))
    for form in data["undergone"]:
        table.setdefault(form, "undergone")
    return Phrases(table)


def _form(base: str, form: str) -> Form:
    """Which form of a verb this is: "storming" ing, "storms" base, "stormed" past."""
    verb, word = base.split()[0], form.split()[0]
    if word.endswith("ing") and word != verb:
        return "ing"
    return "base" if word in (verb, verb + "s", verb + "es") else "past"


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _phrases())


def _phrases() -> list[str]:
    data = load("attacks")
    verbs = [form for forms in data["verbs"].values() for form in forms]
    return [*data["nouns"], *data["nouns"].values(), *data["uncounted"], *data["victims_owned"], *data["undergone"], *verbs]


@cache
def prepositions() -> frozenset[str]:
    """Words that make what follows no subject."""
    return frozenset(load("grammar")["prepositions"]) | {"including"}


def finite(word: str) -> bool:
    """Can a word be a verb of the past, "lasted", "went", so that the name before it ends there?"""
    return word.endswith("ed") or word in _irregular()


@cache
def determiners() -> frozenset[str]:
    """Articles and what stands in their stead."""
    return frozenset(load("grammar")["determiners"])


@cache
def named_victims() -> frozenset[str]:
    """Forms of deeds that have victims of their own, and say nothing of the dead of another verb."""
    data = load("attacks")
    return frozenset((*data["own_victims_too"], *(form for verb in data["own_victims"] for form in data["verbs"][verb])))


@cache
def attack_nouns() -> frozenset[str]:
    """Attacks in one and in many: "strike", "strikes"."""
    nouns = load("attacks")["nouns"]
    return frozenset((*nouns, *nouns.values()))


@cache
def ing_nouns() -> frozenset[str]:
    """Words in -ing that are nouns: "police training", "army housing"."""
    return frozenset(load("clauses")["ing_nouns"])


@cache
def _irregular() -> frozenset[str]:
    return frozenset(load("clauses")["finite"])


@cache
def calendar() -> frozenset[str]:
    """Weekdays and months; not "may", which is oftener a verb."""
    times = load("times")
    return frozenset((*times["weekdays"], *times["months"], *(f"{month}." for month in times["short_months"]))) - {"may"}


@cache
def plain_countries() -> frozenset[str]:
    """Names of countries that before an attack say where, not whose: "Yemen drone strikes"; "US" says whose."""
    names: set[str] = set()
    attributive: set[str] = set()
    for country in load("countries").values():
        names.update(name.lower() for name in (country["name"], *country.get("also", ())))
        attributive.update(name.lower() for name in country.get("attributive", ()))
    return frozenset(names - attributive)
