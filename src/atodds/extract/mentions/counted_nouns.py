"""Counted nouns: what a head noun makes of a number - people of a kind, attacks, weapons, or the harm itself."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from atodds.extract.mentions.noun_phrases import Found, Thing, Vocabulary
from atodds.model.figure import Category
from atodds.model.mention import Group, Quantity
from atodds.model.text import QUOTES, Sentence, Span
from atodds.vocab import load
from atodds.vocab.deeds import DeedWord
from atodds.vocab.people import Noun


def group_of(
    sentence: Sentence,
    quantity: Quantity | None,
    start: Span,
    heads: list[Found],
    known: Vocabulary,
    by: Literal["number", "article", "definite"] = "number",
) -> Group | None:
    """The group that a number, or an article, makes of its nouns; None where "strike" is a labour strike or "death" modifies "toll"."""
    head, words, end = heads[0], sentence.tokens.lower, heads[-1].span.end
    if words[end : end + 1] and words[end] in known.about_reports and (isinstance(head.noun, DeedWord) or head.plural is False):
        return None
    low, high = (1, 1) if quantity is None else (quantity.low, quantity.high)
    group = Group(
        at=Span(start.start, end),
        quantity=quantity,
        low=low,
        high=high,
        modality="exact" if quantity is None else quantity.modality,
        head=head.span,
        of="people",
        by=by,
    )
    if isinstance(head.noun, DeedWord):
        return replace(group, category=_by_modifier(words[start.end : head.span.start], known), deed=head.noun.measure, harm=True)
    if isinstance(head.noun, Thing):
        return _of_things(words, group, head.noun, Span(start.end, head.span.end), known)
    return _of_people(sentence, group, head.noun, start, heads, known)


def _of_things(words: list[str], group: Group, noun: Thing, phrase: Span, known: Vocabulary) -> Group | None:
    """A number of attacks or weapons; None for "strikes by teachers" and "several rounds of talks"."""
    end = group.at.end
    if words[end : end + 1] == ["of"] and not known.not_materiel.isdisjoint(words[end + 1 : end + 4]):
        return None
    around = {*words[phrase.start : phrase.end], *(words[end : end + 4] if words[end : end + 1] == ["by"] else ())}
    ours = noun.of != "attacks" or known.not_attacks.isdisjoint(around)
    return replace(group, of=noun.of, unit=noun.many) if ours else None


def _of_people(sentence: Sentence, group: Group, noun: Noun, start: Span, heads: list[Found], known: Vocabulary) -> Group:
    """A number of people: their kinds, and what an adjective says of them."""
    first, words = heads[0].span, sentence.tokens.lower
    kinds, category, claimed = _category(sentence, heads, words[start.end : first.start], known)
    return replace(
        group,
        at=Span(start.start, _close_quote(words, start, group.at.end)),
        unit=load("people")["units"].get(noun.last, "people"),
        category=category,
        kinds=kinds,
        as_claimed=claimed,
        deed=_adjective(words, start.end, first.start, known),
        others=not known.others.isdisjoint(words[start.start : first.end]),
    )


def _close_quote(words: list[str], start: Span, end: int) -> int:
    """ "319 “militants”": the closing mark belongs to the group whose opening mark it closes."""
    opened = any(word in QUOTES for word in words[start.end : end])
    return end + 1 if opened and words[end : end + 1] and words[end] in QUOTES else end


def _adjective(words: list[str], start: int, end: int, known: Vocabulary) -> Literal["killed", "wounded", "missing"] | None:
    """ "two injured people": the harm that an adjective inside the phrase says."""
    for place in range(start, end):
        deed = known.deeds.at(words, place)
        if deed is not None and deed[1].form in ("past", "adjective") and deed[1].measure in ("killed", "wounded", "missing"):
            return deed[1].measure
    return None


def _category(
    sentence: Sentence, heads: list[Found], inside: list[str], known: Vocabulary
) -> tuple[tuple[Category, ...], Category, str | None]:
    """All kinds that the words give, the one category if there is but one, and the word that carries a judgement."""
    people = [head for head in heads if isinstance(head.noun, Noun)]
    kinds: list[Category] = []
    for head in people:
        assert isinstance(head.noun, Noun)
        kinds.extend(kind for kind in head.noun.kinds if kind not in kinds)
    judged = next((head for head in people if isinstance(head.noun, Noun) and head.noun.judgement), None)
    claimed = None
    if judged is not None:
        start, end = judged.span
        quoted = (
            start > 0
            and sentence.tokens.lower[start - 1] in QUOTES
            and sentence.tokens.lower[end : end + 1]
            and sentence.tokens.lower[end] in QUOTES
        )
        claimed = sentence.words((start - 1, end + 1)) if quoted else sentence.words((start, end))
    first = people[0].noun.category if isinstance(people[0].noun, Noun) else "unknown"
    if len(people) > 1 and len({head.noun.category for head in people if isinstance(head.noun, Noun)}) > 1:
        return tuple(kinds), "unknown", claimed
    if first == "unknown":
        return (), _by_modifier(inside, known), claimed
    if first in ("man", "woman") and _by_modifier(inside, known) == "combatant":
        return ("combatant", first), "combatant", claimed  # "armed men"
    return (tuple(kinds) if len(kinds) > 1 else ()), first, claimed


def _by_modifier(inside: list[str], known: Vocabulary) -> Category:
    """The category that a word before the noun gives: "two civilian deaths", "ten insurgent fatalities", "nine Taliban members"."""
    for word in reversed(inside):
        if word in known.modifiers:
            return known.modifiers[word]
        noun = known.people.at([word], 0)
        if noun is not None and noun[1].category != "unknown":
            return noun[1].category
    return "unknown"
