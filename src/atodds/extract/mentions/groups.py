"""Groups: what a quantity counts, and who is counted by an article alone ("a grandmother")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from atodds.extract.base import extractor
from atodds.extract.mentions.persons import persons
from atodds.model.figure import Category
from atodds.model.mention import Group, Marks, Quantity
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load
from atodds.vocab.deeds import DeedWord, deeds
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import Noun, modifiers, nouns, plural_of

_OLDEST = 120  # years
_FARTHEST = 9  # tokens between a quantity and the noun it counts
_QUOTES = frozenset("“”\"'‘’")
_LIKE_PEOPLE = ("ers", "ors", "ists", "ians", "men", "ees", "ants", "ards")  # endings of nouns for people that no list holds


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
    another: frozenset[str]
    adverbs: frozenset[str]
    only_counted: frozenset[str]


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
    return Vocabulary(
        people=nouns(),
        things=Phrases(things),
        deeds=deeds(),
        modifiers=modifiers(),
        stops=frozenset(grammar["noun_phrase_ends"]),
        others=frozenset(counted["others"]),
        about_reports=frozenset(counted["about_reports"]),
        determiners=frozenset(grammar["determiners"]),
        articles=grammar["articles"],
        not_attacks=frozenset(counted["not_attacks"]),
        another=frozenset(load("numbers")["another"]),
        adverbs=frozenset(grammar["adverbs"]),
        only_counted=frozenset(counted["only_counted"]),
    )


class Found(NamedTuple):
    """A head noun on the way through a noun phrase."""

    span: Span
    noun: Noun | Thing | DeedWord
    plural: bool


@extractor(assigns="groups", requires=("times", "quantities", "deeds"))
def groups(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Group]:
    """Counted noun phrases: "at least eight people", "two US drone attacks", "no civilian deaths", "a grandmother"."""
    busy = {place for time in marks.times for place in range(*time.at)}
    taken: set[int] = set()
    numbers = {place for quantity in marks.quantities for place in range(*quantity.at)}
    for quantity in marks.quantities:
        group = _counted(sentence, quantity, busy | (numbers - set(range(*quantity.at))))
        if group is not None:
            taken.update(range(*group.at))
            yield group
    if marks.deeds:  # one person is counted only where a deed is told of, a named one only right beside it
        singles = list(_single(sentence, busy, taken | numbers))
        yield from singles
        yield from persons(sentence, taken | numbers | busy | {place for group in singles for place in range(*group.at)})
    yield from _members(sentence)


def _counted(sentence: Sentence, quantity: Quantity, busy: set[int]) -> Group | None:
    """The noun phrase that a quantity opens; a bare number where no noun follows."""
    if quantity.currency is not None:
        return Group(
            at=quantity.at,
            quantity=quantity,
            low=quantity.low,
            high=quantity.high,
            modality=quantity.modality,
            head=None,
            of="money",
            unit=quantity.currency,
        )
    words, known = sentence.tokens.lower, vocabulary()
    place = _after_of(words, quantity.at.end, known)
    one = quantity.low == quantity.high == 1
    heads = _heads(words, place, busy, known, single=one, none=quantity.modality == "none")
    if not heads:
        return _bare(sentence, quantity, busy, known)
    return _group(sentence, quantity, quantity.at, heads, known)


def _after_of(words: list[str], place: int, known: Vocabulary) -> int:
    """ "dozens of soldiers", "two of the men", "eight of the target's grandchildren": the first word behind of and its article."""
    if words[place : place + 1] == ["of"]:
        place += 1
        while place < len(words) and (words[place] in known.determiners):
            place += 1
    return place


def _heads(
    words: list[str], place: int, busy: set[int], known: Vocabulary, *, single: bool, none: bool = False, cased: Sequence[str] = ()
) -> list[Found]:
    """The head noun; several for "soldiers, civilians and religious fighters". A singular noun before it modifies it."""
    found: list[Found] = []
    start, far = place, place + _FARTHEST
    while place < min(len(words), far) and place not in busy:
        hit = _noun_at(words, place, known)
        if hit is not None and single and not none and not _closes(words, hit[0], known, cased):
            place = hit[0]
            continue  # "a Syrian gas field": the noun behind it is the head
        if hit is None:
            if words[place] in _QUOTES:
                place += 1
                continue
            if words[place] in known.stops or _is_deed(words, place, known) or (found and found[-1].plural and not single):
                break
            if not words[place][0].isalnum() and words[place] != "'s":
                break
            place += 1
            continue
        end, noun, plural, may_be_single = hit
        if (plural and not single) or (may_be_single and (single or none)) or (plural and none):
            found.append(Found(Span(place, end), noun, plural))
            if not single and not none and not _compound(words, end, known):
                break
        place = end
    if not found:
        return []
    last = found[-1]
    if single and words[last.span.end : last.span.end + 1] and found[-1].span.end - start > _FARTHEST:
        return []
    return [last, *([] if single else _listed(words, last.span.end, busy, known))]


def _closes(words: list[str], end: int, known: Vocabulary, cased: Sequence[str]) -> bool:
    """Does a noun phrase for one person end here, or go on with another noun?"""
    if end >= len(words) or not words[end][0].isalpha():
        return True
    word = words[end]
    if cased and cased[end][0].isupper():
        return True  # "the commander Omar Gul"
    if word in known.stops or word in known.adverbs or word.endswith(("ing", "ed", "ly")) or _is_deed(words, end, known):
        return True
    return _noun_at(words, end, known) is not None


def _compound(words: list[str], end: int, known: Vocabulary) -> bool:
    """ "police officers", "Taliban members": a plural-looking noun right before another plural one."""
    hit = _noun_at(words, end, known) if end < len(words) else None
    return hit is not None and hit[2]


def _noun_at(words: list[str], place: int, known: Vocabulary) -> tuple[int, Noun | Thing | DeedWord, bool, bool] | None:
    """A noun that can be counted: its end, what it is, whether it can be many, whether it can be one."""
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


def _is_deed(words: list[str], place: int, known: Vocabulary) -> bool:
    """Does a verb of harm stand here, and no adjective as in "two injured people"?"""
    deed = known.deeds.at(words, place)
    if deed is None or deed[1].form == "noun":
        return False
    return not (deed[1].form in ("past", "adjective") and deed[0] < len(words) and _noun_at(words, deed[0], known))


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
        hit = _noun_at(words, place, known)
        if hit is not None and hit[2] and isinstance(hit[1], Noun):
            return Found(Span(place, hit[0]), hit[1], True)
        if words[place] in known.stops or words[place] in known.others or not words[place][0].isalpha() or _is_deed(words, place, known):
            return None
    return None


def _group(
    sentence: Sentence,
    quantity: Quantity | None,
    start: Span,
    heads: list[Found],
    known: Vocabulary,
    by: Literal["number", "article", "definite"] = "number",
) -> Group | None:
    head, words = heads[0], sentence.tokens.lower
    low, high = (1, 1) if quantity is None else (quantity.low, quantity.high)
    modality = "exact" if quantity is None else quantity.modality
    end = heads[-1].span.end
    if words[end : end + 1] and words[end] in known.about_reports and head.plural is False:
        return None
    inside = words[start.end : head.span.start]
    if isinstance(head.noun, DeedWord):
        if words[end : end + 1] and words[end] in known.about_reports:
            return None
        return Group(
            at=Span(start.start, end),
            quantity=quantity,
            low=low,
            high=high,
            modality=modality,
            head=head.span,
            of="people",
            category=_by_modifier(inside, known),
            deed=head.noun.measure,
            harm=True,
            by=by,
        )
    if isinstance(head.noun, Thing):
        around = {*inside, *words[head.span.start : head.span.end], *(words[end : end + 4] if words[end : end + 1] == ["by"] else ())}
        if head.noun.of == "attacks" and known.not_attacks & around:
            return None
        return Group(
            at=Span(start.start, end),
            quantity=quantity,
            low=low,
            high=high,
            modality=modality,
            head=head.span,
            of=head.noun.of,
            unit=head.noun.many,
            by=by,
        )
    kinds, category, claimed = _category(sentence, heads, inside, known)
    units = load("people")["units"]
    unit = units[head.noun.last] if isinstance(head.noun, Noun) and head.noun.last in units else "people"
    return Group(
        at=Span(start.start, _close_quote(words, start, end)),
        quantity=quantity,
        low=low,
        high=high,
        modality=modality,
        head=head.span,
        of="people",
        unit=unit,
        category=category,
        kinds=kinds,
        as_claimed=claimed,
        by=by,
        deed=_adjective(words, start.end, head.span.start, known),
        others=bool(known.others & set(words[start.start : head.span.end])),
    )


def _close_quote(words: list[str], start: Span, end: int) -> int:
    """ "319 “militants”": the closing mark belongs to the group whose opening mark it closes."""
    opened = any(word in _QUOTES for word in words[start.end : end])
    return end + 1 if opened and words[end : end + 1] and words[end] in _QUOTES else end


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
            and sentence.tokens.lower[start - 1] in _QUOTES
            and sentence.tokens.lower[end : end + 1]
            and sentence.tokens.lower[end] in _QUOTES
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


def _is_age(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Mamana Bibi, 68, was killed": a number between commas behind a name or a person is an age."""
    words, (start, end) = sentence.tokens.words, quantity.at
    if quantity.low is None or quantity.low != quantity.high or not 0 < quantity.low <= _OLDEST or not words[start][0].isdigit():
        return False
    if start < 2 or words[start - 1] not in (",", "("):
        return False
    behind = words[end] if end < len(words) else "."
    person = words[start - 2][:1].isupper() or nouns().at([words[start - 2].lower()], 0) is not None
    return person and (behind in (",", ")", ".", ";") or behind == "and")


def _bare(sentence: Sentence, quantity: Quantity, busy: set[int], known: Vocabulary) -> Group | None:
    """A number without a noun that we know: "killing 5", "four others", "three-member delegation", "five shopkeepers"."""
    words, end = sentence.tokens.lower, quantity.at.end
    if _is_age(sentence, quantity):
        return None
    others = words[end : end + 1] and words[end] in known.others
    if others:
        end += 1
    head = None
    for place in range(end, min(end + 4, len(words))):
        if place in busy or words[place] in known.stops or not words[place][0].isalpha() or _is_deed(words, place, known):
            break
        if words[place].endswith(_LIKE_PEOPLE) and quantity.low != 1:
            head, end = Span(place, place + 1), place + 1
            break
    else:
        place = end
    of: Literal["people", "bare"] = "people" if head is not None else "bare"
    if (
        head is None
        and end not in busy
        and end < len(words)
        and words[end][0].isalpha()
        and words[end] not in known.stops
        and not _is_deed(words, end, known)
    ):
        return None  # counts something that we do not know: "three cattle", "five rounds"
    return Group(
        at=Span(quantity.at.start, end),
        quantity=quantity,
        low=quantity.low,
        high=quantity.high,
        modality=quantity.modality,
        head=head,
        of=of,
        category="unknown",
        others=bool(others),
    )


def _single(sentence: Sentence, busy: set[int], taken: set[int]) -> Iterator[Group]:
    """People counted by an article: "a grandmother", "an Afghan soldier", "the governor"."""
    words, known = sentence.tokens.lower, vocabulary()
    for place, word in enumerate(words):
        if word not in known.articles or place in taken:
            continue
        heads = _heads(words, place + 1, busy | taken, known, single=True, cased=sentence.tokens.words)
        if word in known.another and not heads:
            yield Group(
                at=Span(place, place + 1),
                quantity=None,
                low=1,
                high=1,
                modality="exact",
                head=None,
                of="bare",
                category="unknown",
                others=True,
            )
        if (
            heads
            and isinstance(heads[0].noun, Noun)
            and heads[0].noun.last not in known.only_counted
            and not _owner(words, heads[0].span.end)
            and not _modifies_a_name(sentence, heads[0].span)
        ):
            group = _group(sentence, None, Span(place, place + 1), heads, known, by=known.articles[word])
            if group is not None:
                yield group


_MEMBERS = re.compile(r"(\w+(?:-\w+)?)-(\w+)")


def _members(sentence: Sentence) -> Iterator[Group]:
    """ "a three-member delegation", "a 200-strong force": the number inside a hyphenated word."""
    units, ending = load("numbers"), load("counted")["member_words"]
    spelt = {**units["units"], **units["tens"]}
    for place, word in enumerate(sentence.tokens.lower):
        match = _MEMBERS.fullmatch(word)
        if match is None or match[2] not in ending:
            continue
        number = int(match[1]) if match[1].isdecimal() else spelt.get(match[1])
        if number is not None:
            end = place + 2 if len(sentence.tokens.lower) > place + 1 and sentence.tokens.lower[place + 1].isalpha() else place + 1
            yield Group(
                at=Span(place, end),
                quantity=None,
                low=number,
                high=number,
                modality="exact",
                head=Span(place, end),
                of="people",
                category="unknown",
                member=True,
            )


def _modifies_a_name(sentence: Sentence, head: Span) -> bool:
    """ "the Syrian Observatory": a capital noun before another capital word is part of a name."""
    words = sentence.tokens.words
    return words[head.end - 1][:1].isupper() and head.end < len(words) and words[head.end][:1].isupper()


def _owner(words: list[str], end: int) -> bool:
    """ "a soldier's house" counts no soldier."""
    return words[end : end + 1] in (["'s"], ["'"])
