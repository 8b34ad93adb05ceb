"""Persons: one person counted by name ("killed Karim Shah", "the death of commander Omar Gul")."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.mentions.beside import deed_after
from atodds.extract.mentions.shouted_names import shouted_names
from atodds.model.mention import Group
from atodds.model.text import Sentence, Span
from atodds.vocab import words_of
from atodds.vocab.actors import actor_at
from atodds.vocab.deeds import deeds
from atodds.vocab.forms import Sort
from atodds.vocab.gazetteer import place_at
from atodds.vocab.people import Noun, nouns
from atodds.vocab.shouting import in_capitals

_AGED = "-year-old"
_PARTICLES = ("al-", "el-")
_MOST = 5  # words of a name
_MODIFIERS = 2  # between the deed and the noun: "killed British-Lebanese militant Omar Gul"

# It has a name's capital, or a name's particle.
_NAMING = Sort(lambda word: word[0].isalpha() and (word[0].isupper() or word.startswith(_PARTICLES)))


def persons(sentence: Sentence, taken: set[int]) -> Iterator[Group]:
    """People named right beside a deed, with the noun before the name where there is one; never inside another count."""
    words, lower = sentence.tokens.words, sentence.tokens.lower
    if sentence.once(in_capitals):
        for at, name in shouted_names(lower, taken):
            yield _person(_noun_within(lower, at, name), at, name, sentence)
        return
    end = 0
    for start, word in enumerate(words):
        if start < end or not word[:1].isupper() or not word[0].isalpha():
            continue
        end = _name_end(words, start)
        noun = _noun_before(words, lower, start)
        if noun is None and end - start == 1 and not _aged(lower, start) and not _alone(lower, start):
            continue
        place = start if noun is None else start - 1
        if place in taken or start in taken or not _beside_a_deed(lower, place, end):
            continue
        if _is_name(sentence, Span(start, end), bare=noun is None):
            yield _person(noun, Span(_first_modifier(lower, place), end), Span(start, end), sentence)


def _name_end(words: list[str], start: int) -> int:
    """Where a run of capitals ends: "Bilal al-Shami", "Ann B. Lee"."""
    end, most = start, start + _MOST
    while end < min(most, len(words)) and (_NAMING[words[end]] or _behind_initial(words, start, end)):
        most += 2 * (words[end] == ".")  # an initial and its stop are no words
        end += 1
    return end


def _behind_initial(words: list[str], start: int, place: int) -> bool:
    """The stop of "B." in "Ann | B. | Lee", and no stop of a sentence."""
    initial = words[place] == "." and place > start and len(words[place - 1]) == 1 and words[place - 1].isupper()
    return initial and place + 1 < len(words) and words[place + 1][0].isupper()


def _noun_within(lower: list[str], at: Span, name: Span) -> Noun | None:
    """The noun that says who a person of a telegram is: "FORMER DEFENSE MINISTER" before the name."""
    for place in range(name.start - 1, at.start - 1, -1):
        noun = nouns().at(lower[place : name.start], 0)
        if noun is not None and noun[1].single:
            return noun[1]
    return None


def _alone(lower: list[str], start: int) -> bool:
    """A single name that is plainly a victim: "Hassan was killed"; never behind a preposition, "a member of Hamas was killed"."""
    if lower[start] in words_of("grammar", "no_names") or (
        start and lower[start - 1] in words_of("grammar", "prepositions", "determiners", "be")
    ):
        return False
    was = start + 1
    while was < len(lower) and lower[was] in words_of("grammar", "adverbs", "have"):
        was += 1
    deed = deeds().at(lower, was + 1) if lower[was : was + 1] in (["was"], ["been"]) and was + 1 < len(lower) else None
    return deed is not None and deed[1].form == "past" and deed[1].measure in ("killed", "wounded", "abducted")


def _aged(lower: list[str], start: int) -> bool:
    """Does an age stand before the name: "27-year-old Omar"?"""
    return start > 0 and lower[start - 1].endswith(_AGED)


def _noun_before(words: list[str], lower: list[str], start: int) -> Noun | None:
    """The noun for one person right before the name: "commander Omar Gul"."""
    noun = nouns().at(lower[start - 1 : start], 0) if start and words[start - 1][:1].islower() else None
    return noun[1] if noun is not None and noun[1].single else None


def _beside_a_deed(lower: list[str], place: int, end: int) -> bool:
    """ "killed X", "the death of X", "X was killed", "X died"."""
    ends = words_of("grammar", "noun_phrase_ends")
    for back in range(place - 1, max(-1, place - 2 - _MODIFIERS), -1):
        deed = deeds().at(lower, back)
        if deed is not None and deed[1].form in ("past", "ing", "base"):
            return True
        if lower[back] == "of" and back:
            noun = deeds().at(lower, back - 1)
            return noun is not None and noun[1].form in ("noun", "base", "ing")
        if lower[back] in ends or not lower[back][0].isalpha():
            break
    return deed_after(lower, end)


def _first_modifier(lower: list[str], place: int) -> int:
    """ "British-Lebanese militant Omar Gul", "27-year-old Omar": where the phrase begins behind the deed, or at the age."""
    if place and lower[place - 1].endswith(_AGED):
        return place - 1
    for back in range(place - 1, max(-1, place - 2 - _MODIFIERS), -1):
        deed = deeds().at(lower, back)
        if deed is not None and deed[0] <= place:
            return deed[0]
        if lower[back] in words_of("grammar", "noun_phrase_ends") or not lower[back][0].isalpha():
            break
    return place


def _is_name(sentence: Sentence, name: Span, *, bare: bool) -> bool:
    """A person's name: no actor, no place; two words at least where no noun says what it is."""
    lower = sentence.tokens.lower
    if lower[name.start] in words_of("grammar", "prepositions", "clause_breaks", "determiners", "be", "conjunctions"):
        return False  # "Killed At Tel Marsa", "If Marsa is captured": a headline, a sentence's first word
    if actor_at(lower, name.start, sentence.tokens.words) or place_at(lower, name.start, sentence.tokens.words):
        return False
    if bare:
        several = name.end - name.start > 1 or _aged(lower, name.start) or _alone(lower, name.start)
        return several and words_of("grammar", "never_in_names").isdisjoint(lower[name.start : name.end])
    return True


def _person(noun: Noun | None, at: Span, name: Span, sentence: Sentence) -> Group:
    return Group(
        at=at,
        quantity=None,
        low=1,
        high=1,
        modality="exact",
        head=Span(at.start, name.start) if at.start < name.start else name,
        of="people",
        category=noun.category if noun else "unknown",
        by="name",
        names=(sentence.words(name),),
    )
