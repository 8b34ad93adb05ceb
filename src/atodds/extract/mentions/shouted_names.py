"""Names in telegrams all in capitals: known by a given name or a title, for there a capital letter tells nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from atodds.extract.mentions.beside import deed_after, deed_before
from atodds.model.text import Span
from atodds.vocab import words_of
from atodds.vocab.attacks import calendar, finite
from atodds.vocab.deeds import deeds
from atodds.vocab.gazetteer import place_at
from atodds.vocab.people import nouns

_MOST = 5  # words of a name: "OSCAR ARNULFO ROMERO Y GALDAMEZ"
_FARTHEST = 7  # words before a name that say who it is: "FORMER HONDURAN ARMED FORCES CHIEF GENERAL"


def shouted_names(lower: Sequence[str], taken: set[int]) -> Iterator[tuple[Span, Span]]:
    """Each person named as one who was killed or hurt: the phrase with what it says before the name, and the name."""
    if words_of("given_names", "given", "titles").isdisjoint(lower):
        return
    found = list(_names(lower, taken))
    told = [deed_before(lower, phrase.start) or deed_after(lower, phrase.end) for phrase, _ in found]
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):  # who is joined to one who was killed was killed
        for each in order:
            other = each - 1 if order.step > 0 else each + 1
            told[each] = told[each] or (told[other] and _joined(lower, found[min(each, other)][0], found[max(each, other)][0]))
    yield from (names for names, hurt in zip(found, told, strict=True) if hurt)


def _joined(lower: Sequence[str], first: Span, second: Span) -> bool:
    between = lower[first.end : second.start]
    return 0 < len(between) <= 2 and all(word in (",", "and", "&") for word in between)


def _names(lower: Sequence[str], taken: set[int]) -> Iterator[tuple[Span, Span]]:
    place = 0
    while place < len(lower):
        name = _name_at(lower, place)
        if name is None:
            place += 1
            continue
        start = _phrase_start(lower, name.start, max(0, place - _FARTHEST), taken)
        if taken.isdisjoint(range(*name)) and _is_person(lower, name):
            yield Span(start, name.end), name
        place = name.end


def _name_at(lower: Sequence[str], place: int) -> Span | None:
    """A given name and what follows it; a surname behind a title."""
    if lower[place] in words_of("given_names", "given") and (place == 0 or lower[place - 1] not in words_of("given_names", "of_towns")):
        end = _run(lower, place)
        return Span(place, end) if end - place > 1 else None
    if lower[place] in words_of("given_names", "titles"):
        end = _run(lower, place + 1)
        return Span(place + 1, end) if end > place + 1 else None
    return None


def _run(lower: Sequence[str], start: int) -> int:
    """Where the words of a name end."""
    end, particles = start, words_of("given_names", "particles")
    while end < len(lower) and end - start < _MOST and not _ends(lower, end):
        end += 1
    while end > start and lower[end - 1] in particles:
        end -= 1
    return end


def _ends(lower: Sequence[str], place: int) -> bool:
    word = lower[place]
    return (
        not word[0].isalpha()
        or word in _no_names()
        or word in calendar()
        or finite(word)
        or word.endswith("ly")
        or deeds().at(lower, place) is not None
        or nouns().at(lower, place) is not None
    )


@cache
def _no_names() -> frozenset[str]:
    """Words that end a name: all closed classes, and the words of attack."""
    grammar = ("noun_phrase_ends", "prepositions", "conjunctions", "relatives", "be", "have", "modals", "adverbs", "clause_breaks")
    return words_of("grammar", *grammar, "determiners", "pronouns") | words_of("attacks", "nouns", "uncounted")


def _phrase_start(lower: Sequence[str], name: int, low: int, taken: set[int]) -> int:
    """Where what is said of a person before the name begins: "GUATEMALAN ATTORNEY GILDA FLORES"."""
    stops = _no_names()
    start = name
    while start > low and lower[start - 1][0].isalpha() and lower[start - 1] not in stops and start - 1 not in taken:
        if deeds().at(lower, start - 1) is not None:
            break
        start -= 1
    if deed_before(lower, start):
        return start
    # a verb may stand there, "THEY REMEMBER CARLOS PINEDA": only from the noun that says who it is
    return next((place for place in range(start, name) if nouns().at(lower[place:name], 0) is not None), name)


def _is_person(lower: Sequence[str], name: Span) -> bool:
    words = lower[name.start : name.end]
    return words_of("grammar", "never_in_names").union(words_of("given_names", "bodies")).isdisjoint(words) and not place_at(
        lower, name.start
    )
