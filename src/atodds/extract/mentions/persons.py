"""Persons: one person counted by name ("killed Karim Shah", "the death of commander Omar Gul")."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.model.mention import Group
from atodds.model.text import Sentence, Span
from atodds.vocab import load
from atodds.vocab.actors import actor_at
from atodds.vocab.deeds import deeds
from atodds.vocab.gazetteer import place_at
from atodds.vocab.people import Noun, nouns

_AGED = "-year-old"
_MOST = 5  # words of a name
_MODIFIERS = 2  # between the deed and the noun: "killed British-Lebanese militant Omar Gul"


def persons(sentence: Sentence, taken: set[int]) -> Iterator[Group]:
    """People named right beside a deed, with the noun before the name where there is one; never inside another count."""
    words, lower = sentence.tokens.words, sentence.tokens.lower
    place = 0
    while place < len(words):
        end = _run(words, place)
        if place in taken or end == place or not _beside_a_deed(lower, place, end):
            place = max(end, place + 1)
            continue
        noun = nouns().at(lower, place) if words[place][:1].islower() else None
        start = place if noun is None else noun[0]
        if start < end and _is_name(sentence, Span(start, end), bare=noun is None):
            first = _first_modifier(lower, place)
            yield _person(noun[1] if noun else None, Span(first, end), Span(start, end), sentence)
        place = end


def _run(words: list[str], place: int) -> int:
    """The end of a run of capitals, a noun for one person before it included: "commander Omar Gul"."""
    noun = nouns().at([word.lower() for word in words[place : place + 3]], 0)
    end = place + noun[0] if noun is not None and noun[1].single and words[place][:1].islower() else place
    start = end
    while (
        end < len(words)
        and end - start < _MOST
        and (words[end][:1].isupper() or words[end].startswith(("al-", "el-")))
        and words[end][:1].isalpha()
    ):
        end += 1
    return end if end > start else place


def _beside_a_deed(lower: list[str], place: int, end: int) -> bool:
    """ "killed X", "the death of X", "X was killed", "X died"."""
    grammar = load("grammar")
    for back in range(place - 1, max(-1, place - 2 - _MODIFIERS), -1):
        deed = deeds().at(lower, back)
        if deed is not None and deed[1].form in ("past", "ing", "base"):
            return True
        if lower[back] == "of" and back:
            noun = deeds().at(lower, back - 1)
            return noun is not None and noun[1].form in ("noun", "base", "ing")
        if lower[back] in grammar["noun_phrase_ends"] or not lower[back][0].isalpha():
            break
    verb = end
    while verb < len(lower) and (lower[verb] in grammar["be"] or lower[verb] in grammar["have"] or lower[verb] in grammar["adverbs"]):
        verb += 1
    after = deeds().at(lower, verb) if verb < len(lower) else None
    return after is not None and ((verb > end and after[1].form == "past") or after[1].form == "intransitive")


def _first_modifier(lower: list[str], place: int) -> int:
    """ "British-Lebanese militant Omar Gul", "27-year-old Omar": where the phrase begins behind the deed, or at the age."""
    if place and lower[place - 1].endswith(_AGED):
        return place - 1
    for back in range(place - 1, max(-1, place - 2 - _MODIFIERS), -1):
        deed = deeds().at(lower, back)
        if deed is not None and deed[0] <= place:
            return deed[0]
        if lower[back] in load("grammar")["noun_phrase_ends"] or not lower[back][0].isalpha():
            break
    return place


def _is_name(sentence: Sentence, name: Span, *, bare: bool) -> bool:
    """A person's name: no actor, no place; two words at least where no noun says what it is."""
    lower = sentence.tokens.lower
    if actor_at(lower, name.start, sentence.tokens.words) or place_at(lower, name.start, sentence.tokens.words):
        return False
    if bare:
        aged = name.start > 0 and lower[name.start - 1].endswith(_AGED)
        return (aged or name.end - name.start > 1) and not any(
            word in load("grammar")["never_in_names"] for word in lower[name.start : name.end]
        )
    return True


def _person(noun: Noun | None, at: Span, name: Span, sentence: Sentence) -> Group:
    return Group(
        at=at, quantity=None, low=1, high=1, modality="exact", head=Span(at.start, name.start) if at.start < name.start else name, of="people",
        category=noun.category if noun else "unknown", by="name", names=(sentence.words(name),),
    )  # fmt: skip
