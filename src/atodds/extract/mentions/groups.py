"""Groups: what a quantity counts, and who is counted by an article alone ("a grandmother")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atodds.extract.base import extractor
from atodds.extract.mentions.counted_nouns import group_of
from atodds.extract.mentions.noun_phrases import Vocabulary, after_of, head_nouns, is_deed, vocabulary
from atodds.extract.mentions.persons import persons
from atodds.extract.mentions.pronouns import pronouns
from atodds.model.mention import Group, Marks, Quantity
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load
from atodds.vocab.people import Noun, nouns
from atodds.vocab.shouting import in_capitals

_OLDEST = 120  # years
_LIKE_PEOPLE = ("ers", "ors", "ists", "ians", "men", "ees", "ants", "ards")  # endings of nouns for people that no list holds


@extractor(assigns="groups", requires=("times", "quantities", "deeds"))
def groups(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Group]:
    """Counted noun phrases: "at least eight people", "two US drone attacks", "no civilian deaths", "a grandmother"."""
    busy = {place for time in marks.times for place in range(*time.at)}
    taken: set[int] = set()
    numbers = {place for quantity in marks.quantities for place in range(*quantity.at)}
    cased = _cased(sentence) if marks.quantities or marks.deeds else ()
    for quantity in marks.quantities:
        group = _counted(sentence, quantity, cased, busy | (numbers - set(range(*quantity.at))))
        if group is not None:
            taken.update(range(*group.at))
            yield group
    if marks.deeds:  # one person is counted only where a deed is told of, a named one only right beside it
        singles = list(_single(sentence, cased, busy, taken | numbers))
        yield from singles
        yield from pronouns(sentence, taken | numbers | busy)
        yield from persons(sentence, taken | numbers | busy | {place for group in singles for place in range(*group.at)})
    yield from _members(sentence)


def _counted(sentence: Sentence, quantity: Quantity, cased: Sequence[str], busy: set[int]) -> Group | None:
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
    place = after_of(words, quantity.at.end, known)
    one = quantity.low == quantity.high == 1
    heads = head_nouns(words, place, busy, known, single=one, none=quantity.modality == "none", bodies=cased)
    if not heads:
        return _bare(sentence, quantity, busy, known)
    return group_of(sentence, quantity, quantity.at, heads, known)


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


def _of_unknown(sentence: Sentence, end: int, known: Vocabulary) -> bool:
    """ "a number of gatherings of gunmen": it counts something that we do not know; "two of them", "dozens of mine workers" do not."""
    words = sentence.tokens.lower
    place = after_of(words, end, known)
    if words[end : end + 1] != ["of"] or place >= len(words) or place > end + 1:
        return False
    plain = sentence.tokens.words[place][:1].islower()  # "20 of ISIL's operators"
    return plain and words[place].endswith("s") and words[place] not in known.others and not words[place].endswith(_LIKE_PEOPLE)


def _bare(sentence: Sentence, quantity: Quantity, busy: set[int], known: Vocabulary) -> Group | None:
    """A number without a noun that we know: "killing 5", "four others", "three-member delegation", "five shopkeepers"."""
    words, end = sentence.tokens.lower, quantity.at.end
    if _is_age(sentence, quantity) or _of_unknown(sentence, end, known):
        return None
    others = end < len(words) and words[end] in known.others
    end += others
    head = _like_people(words, end, busy, known) if quantity.low != 1 else None
    if head is None and _is_something(words, end, busy, known):
        return None
    return Group(
        at=Span(quantity.at.start, end if head is None else head.end),
        quantity=quantity,
        low=quantity.low,
        high=quantity.high,
        modality=quantity.modality,
        head=head,
        of="bare" if head is None else "people",
        category="unknown",
        others=others,
    )


def _like_people(words: list[str], end: int, busy: set[int], known: Vocabulary) -> Span | None:
    """ "five shopkeepers": the next noun, if it ends as nouns for people do."""
    for place in range(end, min(end + 4, len(words))):
        if place in busy or words[place] in known.stops or not words[place][0].isalpha() or is_deed(words, place, known):
            return None
        if words[place].endswith(_LIKE_PEOPLE):
            return Span(place, place + 1)
    return None


def _is_something(words: list[str], end: int, busy: set[int], known: Vocabulary) -> bool:
    """Does a number count something that we do not know: "three cattle", "five rounds"?"""
    if end in busy or end >= len(words) or not words[end][0].isalpha():
        return False
    return words[end] not in known.stops and not is_deed(words, end, known)


def _single(sentence: Sentence, cased: Sequence[str], busy: set[int], taken: set[int]) -> Iterator[Group]:
    """People counted by an article: "a grandmother", "an Afghan soldier", "the governor"."""
    words, known = sentence.tokens.lower, vocabulary()
    for place, word in enumerate(words):
        if word not in known.articles or place in taken:
            continue
        heads = head_nouns(words, place + 1, busy | taken, known, single=True, cased=cased, bodies=cased)
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
            and not _modifies_a_name(cased, heads[0].span)
        ):
            group = group_of(sentence, None, Span(place, place + 1), heads, known, by=known.articles[word])
            if group is not None:
                yield group


_MEMBERS = re.compile(r"(\w+(?:-\w+)?)-(\w+)")


def _members(sentence: Sentence) -> Iterator[Group]:
    """ "a three-member delegation", "a 200-strong force": the number inside a hyphenated word."""
    if "-" not in sentence.text:
        return
    ending = load("counted")["member_words"]
    for place in [place for place, word in enumerate(sentence.tokens.lower) if "-" in word]:
        match = _MEMBERS.fullmatch(sentence.tokens.lower[place])
        if match is None or match[2] not in ending:
            continue
        number = int(match[1]) if match[1].isdecimal() else _spelt(match[1])
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


def _spelt(word: str) -> int | None:
    """ "three" of "three-member"."""
    numbers = load("numbers")
    found: int | None = numbers["units"].get(word, numbers["tens"].get(word))
    return found


def _cased(sentence: Sentence) -> Sequence[str]:
    """The words as written where their capitals tell something; none in a telegram all in capitals."""
    return () if sentence.once(in_capitals) else sentence.tokens.words


def _modifies_a_name(words: Sequence[str], head: Span) -> bool:
    """ "the Syrian Observatory": a capital noun before another capital word is part of a name."""
    return head.end < len(words) and words[head.end - 1][:1].isupper() and words[head.end][:1].isupper()


def _owner(words: list[str], end: int) -> bool:
    """ "a soldier's house" counts no soldier."""
    return words[end : end + 1] in (["'s"], ["'"])
