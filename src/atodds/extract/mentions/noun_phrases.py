"""Noun phrases: the head that a number or an article leads up to, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from atodds.model.figure import Category
from atodds.model.text import QUOTES, Span
from atodds.vocab import load
from atodds.vocab.deeds import DeedWord, deeds
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import Noun, modifiers, nouns, plural_of

_FARTHEST = 9  # tokens between a quantity and the noun it counts


class Thing(NamedTuple):
    """A noun that is counted and is no person."""

    of: Literal["attacks", "materiel"]
    plural: bool
    many: str  # the plural, as a unit is written


class Vocabulary(NamedTuple):
    people: Phrases[Noun]
    things: Phrases[Thing]
    deeds: Phrases[DeedWord]
    modifiers: dict[str, Category]
    stops: frozenset[str]
    others: frozenset[str]
    about_reports: frozenset[str]
    determiners: frozenset[str]
    articles: dict[str, Literal["article", "definite"]]
    not_attacks: frozenset[str]
    not_materiel: frozenset[str]
    another: frozenset[str]
    adverbs: frozenset[str]
    only_counted: frozenset[str]
    openers: frozenset[str]  # of people, things and deeds


@cache
def vocabulary() -> Vocabulary:
    counted, grammar = load("counted"), load("grammar")
    things: dict[str, Thing] = {}
    for noun, plural in load("attacks")["nouns"].items():
        things[noun.lower()] = Thing("attacks", False, plural.lower())
        things[plural.lower()] = Thing("attacks", True, plural.lower())
    for noun in counted["materiel"]:
        plural = noun if noun in counted["materiel_same"] else plural_of(noun)
        things.setdefault(noun.lower(), Thing("materiel", False, plural.lower()))
        things[plural.lower()] = Thing("materiel", True, plural.lower())
    listed = Phrases(things)
    return Vocabulary(
        people=nouns(),
        things=listed,
        deeds=deeds(),
        modifiers=modifiers(),
        stops=frozenset(grammar["noun_phrase_ends"]),
        others=frozenset(counted["others"]),
        about_reports=frozenset(counted["about_reports"]),
        determiners=frozenset(grammar["determiners"]),
        articles=grammar["articles"],
        not_attacks=frozenset(counted["not_attacks"]),
        not_materiel=frozenset(counted["not_materiel"]),
        another=frozenset(load("numbers")["another"]),
        adverbs=frozenset(grammar["adverbs"]),
        only_counted=frozenset(counted["only_counted"]),
        openers=nouns().firsts() | listed.firsts() | deeds().firsts(),
    )


class Found(NamedTuple):
    """A head noun on the way through a noun phrase."""

    span: Span
    noun: Noun | Thing | DeedWord
    plural: bool


def after_of(words: list[str], place: int, known: Vocabulary) -> int:
    """ "dozens of soldiers", "two of the men", "eight of the target's grandchildren": the first word behind of and its article."""
    if words[place : place + 1] == ["of"]:
        place += 1
        while place < len(words) and (words[place] in known.determiners):
            place += 1
    return place


def head_nouns(
    words: list[str],
    place: int,
    busy: set[int],
    known: Vocabulary,
    *,
    single: bool,
    none: bool = False,
    cased: Sequence[str] = (),
    bodies: Sequence[str] = (),
) -> list[Found]:
    """The head noun; several for "soldiers, civilians and religious fighters". A singular noun before it modifies it."""
    found: list[Found] = []
    start, far = place, place + _FARTHEST
    while place < min(len(words), far) and place not in busy:
        hit = noun_at(words, place, known)
        if hit is None:
            if not _leads_on(words, place, known, found, single=single, bodies=bodies):
                break
            place += 1
            continue
        end, noun, plural, may_be_single = hit
        if single and not none and not _closes(words, end, known, cased):
            place = end
            continue  # "a Syrian gas field": the noun behind it is the head
        if (plural and not single) or (may_be_single and (single or none)) or (plural and none):
            found.append(Found(Span(place, end), noun, plural))
            if not single and not none and not _compound(words, end, known):
                break
        place = end
    if not found:
        return []
    last = found[-1]
    if single and words[last.span.end : last.span.end + 1] and last.span.end - start > _FARTHEST:
        return []
    return [last, *([] if single else _listed(words, last.span.end, busy, known))]


def _leads_on(words: list[str], place: int, known: Vocabulary, found: list[Found], *, single: bool, bodies: Sequence[str]) -> bool:
    """Does a noun phrase go on over this word, which is no noun that can be counted?"""
    word = words[place]
    if word in QUOTES or (not found and word == "of" and _inside_a_name(bodies, place)):
        return True
    if word in known.stops or is_deed(words, place, known) or (found and found[-1].plural and not single):
        return False
    if not word[0].isalnum() and word != "'s":
        return False
    return not (found and single and word.endswith(("ing", "ed")))  # "a vendor walking home"


def _closes(words: list[str], end: int, known: Vocabulary, cased: Sequence[str]) -> bool:
    """Does a noun phrase for one person end here, or go on with another noun?"""
    if end >= len(words) or not words[end][0].isalpha():
        return True
    word = words[end]
    if cased and cased[end][0].isupper():
        return True  # "the commander Omar Gul"
    if word in known.stops or word in known.adverbs or word.endswith(("ing", "ed", "ly")) or is_deed(words, end, known):
        return True
    hit = noun_at(words, end, known)
    return hit is not None and isinstance(hit[1], Noun)  # "a mortar crew", "an insurgent mortar team": no person


def _inside_a_name(bodies: Sequence[str], place: int) -> bool:
    """ "an Islamic Movement of Uzbekistan facilitator": this "of" belongs to the name of a body that stands before the noun."""
    return bool(bodies) and bodies[place - 1][:1].isupper() and bodies[place + 1 : place + 2] != [] and bodies[place + 1][:1].isupper()


def _compound(words: list[str], end: int, known: Vocabulary) -> bool:
    """ "police officers", "Taliban members": a plural-looking noun right before another plural one."""
    hit = noun_at(words, end, known) if end < len(words) else None
    return hit is not None and hit[2]


def noun_at(words: list[str], place: int, known: Vocabulary) -> tuple[int, Noun | Thing | DeedWord, bool, bool] | None:
    """A noun that can be counted: its end, what it is, whether it can be many, whether it can be one."""
    if words[place] not in known.openers:
        return None
    person = known.people.at(words, place)
    thing = known.things.at(words, place)
    deed = known.deeds.at(words, place)
    if deed is not None and deed[1].form == "noun" and (person is None or deed[0] >= person[0]):
        return deed[0], deed[1], deed[1].plural, not deed[1].plural
    if thing is not None and (person is None or thing[0] > person[0]):
        return thing[0], thing[1], thing[1].plural, not thing[1].plural
    if person is not None:
        return person[0], person[1], person[1].plural, person[1].single
    return None


def is_deed(words: list[str], place: int, known: Vocabulary) -> bool:
    """Does a verb of harm stand here, and no adjective as in "two injured people"?"""
    deed = known.deeds.at(words, place) if words[place] in known.openers else None
    if deed is None or deed[1].form == "noun":
        return False
    return not (deed[1].form in ("past", "adjective") and deed[0] < len(words) and noun_at(words, deed[0], known))


def _listed(words: list[str], place: int, busy: set[int], known: Vocabulary) -> list[Found]:
    """Further kinds in the same count: ", civilians and religious fighters". A new number begins a new count.

    The row has to close with "and": in "killing 20 people, relief officials said" the officials are no kind of victim.
    """
    found: list[Found] = []
    closed = False
    while not closed and words[place : place + 1] and words[place] in (",", "and", "or"):
        step = place
        while words[step : step + 1] and words[step] in (",", "and", "or"):
            closed = closed or words[step] != ","
            step += 1
        kind = _next_kind(words, step, busy, known)
        if kind is None:
            break
        found.append(kind)
        place = kind.span.end
    return found if closed else []


def _next_kind(words: list[str], step: int, busy: set[int], known: Vocabulary) -> Found | None:
    """The plural noun for people that a further item of the row leads up to."""
    for place in range(step, min(step + 4, len(words))):
        if place in busy:
            return None
        hit = noun_at(words, place, known)
        if hit is not None and hit[2] and isinstance(hit[1], Noun):
            return Found(Span(place, hit[0]), hit[1], True)
        if words[place] in known.stops or words[place] in known.others or not words[place][0].isalpha() or is_deed(words, place, known):
            return None
    return None
