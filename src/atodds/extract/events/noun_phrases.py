"""Noun phrases around a verb: who stands before it and who behind it, without a parser."""

from __future__ import annotations

from functools import cache

from atodds.extract.events.line import Line
from atodds.model.text import Span
from atodds.vocab import load, words_of
from atodds.vocab.actors import actor_words
from atodds.vocab.events import event_list, is_person
from atodds.vocab.gazetteer import state_at

_LONGEST = 12  # words of a name; the contract of docs/claim.md
_WITH_OF = 6  # words of a name with "of" in it: "members of the national assembly"
_FAR = 14  # tokens of one noun phrase
_CLAUSE = 30  # tokens from the head of a clause to a verb joined to its first
_FULL_NAME = 5  # tokens: "Ann B. Lee"
_CHAIN = 4  # phrases that hang on one another: "soldiers in trucks on the road to the north"


@cache
def determiners() -> frozenset[str]:
    """Words that begin a phrase: nothing of it stands before them."""
    return (words_of("clauses", "articles") | words_of("grammar", "determiners") | event_list("none_certain")) - {"all", "some"}


@cache
def openers() -> frozenset[str]:
    """Articles, numbers and their like at the front of a phrase, no part of a name."""
    return words_of("clauses", "determiners", "numbers") | words_of("grammar", "determiners") | actor_words("dropped")


def before(line: Line, end: int) -> Span | None:
    """The noun phrase whose last word stands right before token `end`."""
    start = end
    while start > 0 and end - start < _FAR:
        if start < end and line.lower[start - 1] == ")" and line.at(start - 3) == "(":
            start -= 3  # "the Workers League (WL) | government"
            continue
        if line.stops(start - 1):
            break
        if line.verbal(start - 1) and not _attributive(line, start - 1):
            break
        start -= 1
        if line.at(start) in determiners() or line.at(start)[0].isdigit():
            break
    while start < end and line.at(start) in event_list("daytimes"):
        start += 1
    if start < end and line.at(start) == "'s":
        start += 1
    if start + 1 < end and line.at(start - 1) == "to" and line.lower[start] in _infinitives():
        start += 1  # "to | target | enemy fighters firing on troops"
    if start > 1 and line.at(start - 1) == "of" and start < end:
        head = before(line, start - 1)
        if head is not None:
            return Span(head.start, end)
    return Span(start, end) if start < end else None


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(load("attacks")["verbs"])


def behind(line: Line, start: int) -> Span | None:
    """The noun phrase that begins at token `start`."""
    begin = _behind_openers(line, start)
    end = begin
    while end < len(line) and end - begin < _FAR and not line.stops(end):
        if end > begin and (line.verbal(end) or line.lower[end] in words_of("clauses", "numbers") or _harming(line, end)):
            break
        end += 1
    end = _without_participle(line, begin, end)
    if end == begin:
        return None
    if line.at(end) == "of" and not line.at(end + 1).endswith("ing") and (rest := behind(line, end + 1)) is not None:
        return Span(start, rest.end)
    return Span(start, end)


def _harming(line: Line, place: int) -> bool:
    """ "A house, | killing | one", where "killing" is no noun: a number or an article follows."""
    following = line.at(place + 1)
    counted = following in words_of("clauses", "numbers") or following in words_of("clauses", "articles") or following[:1].isdigit()
    return counted and line.lower[place].endswith("ing")


def _without_participle(line: Line, begin: int, end: int) -> int:
    """ "A clinic | serving thousands", "two men | suspected of murder": what is told of the phrase is no part of it."""
    last = line.at(end - 1)
    if end - begin < 2 or line.capital(end - 1) or not last.endswith(("ing", "ed")):
        return end
    going_on = line.at(end) in event_list("of_participles") or line.at(end) in words_of("clauses", "numbers") or end in line.quantities
    return end - 1 if going_on and (last.endswith("ed") or last in event_list("serving")) else end


def _behind_openers(line: Line, start: int) -> int:
    """Where the nouns begin behind numbers, articles and quotation marks."""
    begin = start
    while begin < len(line) and begin in line.quantities:
        begin = line.quantities[begin]
    if line.at(begin) == "of":
        begin += 1
    begin = _over_openers(line, start, begin)
    return begin + 1 if begin + 1 < len(line) and line.lower[begin].endswith("ly") and line.verbal(begin + 1) else begin


def _over_openers(line: Line, start: int, begin: int) -> int:
    while begin < len(line) and begin - start < _FAR and begin not in line.times and (line.lower[begin] in openers() or line.quote(begin)):
        begin += 1 + (line.lower[begin] in actor_words("dropped") and line.at(begin + 1) == "of")  # "a group of | farmers"
    return begin


def _attributive(line: Line, place: int) -> bool:
    """A participle inside the phrase: "the besieged town"."""
    word = line.lower[place]
    participle = word.endswith(("ed", "ing")) and word not in words_of("clauses", "finite")
    return participle and line.at(place - 1) in words_of("clauses", "articles")


def subject(line: Line, edge: int) -> Span | None:
    """The noun phrase that a verb before which nothing but `edge` stands has as its subject."""
    place = edge
    if line.at(place - 1) in ("and", "then"):
        return main_subject(line, place - 1)
    if line.at(place - 1) in words_of("clauses", "relatives"):
        place -= 1 + (line.at(place - 2) == ",")
        whom = _personal(line, before(line, place)) if line.at(edge - 1) == "who" else None
        if whom is not None:
            return whom
    elif line.at(place - 1) in (",", ")"):
        opened = _bracket(line, place - 1)
        if opened is None:
            return main_subject(line, place - 1) if line.at(place - 1) == "," and line.verbal(place) else None
        outside = _before_office(line, opened)
        named = _holder(line, opened, place - 1) if outside == opened else None
        if named is not None:
            return named
        place = outside
    return _head_of_chain(line, place)


def _holder(line: Line, opened: int, closing: int) -> Span | None:
    """ "The minister for Asia, | Ann B. Lee, | met": between the commas, the name of who holds the office before them."""
    inside = range(opened + 1, closing)
    if not 1 < len(inside) <= _FULL_NAME or any(place in line.places for place in inside):
        return None
    if not all(line.capital(place) or line.at(place) == "." for place in inside) or not line.words[closing - 1].istitle():
        return None
    bodies = any(line.lower[place] in event_list(name) for place in inside for name in ("bodies", "doers_too"))
    if bodies or state_at(line.lower, opened + 1, line.words) is not None:
        return None
    office = _head_of_chain(line, opened)
    held = office is not None and not event_list("offices").isdisjoint(line.lower[office.start : office.end])
    return Span(opened + 1, closing) if held else None


def _before_office(line: Line, opened: int) -> int:
    """ "General Lee, | commander, Central Command, met": the name before the office and its body."""
    office = before(line, opened)
    if office is None or line.at(office.start - 1) != "," or line.at(office.start) not in event_list("offices"):
        return opened
    return office.start - 1 if line.capital(office.start - 2) and office.start - 2 not in line.places else opened


def _head_of_chain(line: Line, place: int) -> Span | None:
    """ "Men in trucks on the road | attacked": the phrase that those right before the verb hang on."""
    for _ in range(_CHAIN):
        phrase = before(line, place)
        if phrase is None:
            return None
        if line.at(phrase.start - 1) == "," and phrase.start - 2 in line.places:
            phrase = before(line, phrase.start - 1) or phrase  # "in Zhari district, | Kandahar province"
        elif line.at(phrase.start - 1) == "and" and _in_a_row_of_places(line, phrase.start):
            phrase = before(line, phrase.start - 1) or phrase  # "men from Iraq | and Syria"
        step = phrase.start - 1
        while step >= 0 and step in line.times:
            step = line.times[step].start - 1
        if step == 0 and line.at(0) in ("in", "at"):
            return _titled(line, phrase) or phrase  # "In Turkey | Minister Lee | met"
        if step <= 0 or line.at(step) not in event_list("hanging"):
            return phrase
        if line.verbal(step - 1) and not line.times.get(step - 1):
            return before(line, step - 1) or phrase  # "men armed with knives | attacked"
        if before(line, step) is None:
            return None if phrase.start in line.places or line.lower[step] in event_list("fronting") else phrase
        if line.lower[step] == "for" and line.at(step - 1) in event_list("offices") and line.capital(phrase.start):
            office = before(line, step)  # "the former Minister for Justice"
            return Span(office.start, phrase.end) if office is not None else phrase
        named = _titled(line, phrase) if line.lower[step] in ("to", "of", "for", "in") else None
        if named is not None:
            return named
        place = step
    return None


def _in_a_row_of_places(line: Line, start: int) -> bool:
    """Do both the phrase that begins here and the one before its "and" name places?"""
    places = [each.at for each in line.put if each.role in ("in", "name")]
    return all(any(at.start <= place < at.end for at in places) for place in (start, start - 2))


def _personal(line: Line, phrase: Span | None) -> Span | None:
    """ "The death of | six priests | who": people, never their death, nor what the phrase hangs on."""
    if phrase is None:
        return None
    if is_person(head(line, phrase)):
        return phrase
    of = next((place for place in range(*phrase) if line.lower[place] == "of"), None)
    return Span(of + 1, phrase.end) if of is not None and is_person(line.lower[phrase.end - 1]) else None


def main_subject(line: Line, edge: int) -> Span | None:
    """ "A man came up and | shot her": the noun phrase at the head of the clause whose verbs are joined."""
    outside = line.at(edge - 1) == ","  # "stopped a car, after shots rang out, and | held two": what commas enclose is passed over
    heads = (back for back in range(edge - 1, max(-1, edge - _CLAUSE), -1) if line.lower[back] in event_list("clause_heads"))
    start = next((back + 1 for back in heads if not (outside and line.at(back - 1) == ",")), 0)
    if edge - start > _CLAUSE:
        return None
    while start in line.times or (start + 1 in line.times and line.lower[start] in event_list("fronting")):
        start = line.times[start if start in line.times else start + 1].end
    if line.at(start) == ",":
        start += 1
    phrase = behind(line, start)
    if phrase is None or phrase.end > edge or line.at(start) in event_list("fronting"):
        return None
    ends = line.at(phrase.end)
    return (
        phrase
        if phrase.end < edge and (line.verbal(phrase.end) or ends in event_list("hanging") or ends in words_of("clauses", "auxiliaries"))
        else None
    )


def _titled(line: Line, phrase: Span) -> Span | None:
    """ "The ambassador to Kenya | Ann Lee": the name behind the country is who is meant."""
    known = state_at(line.lower, phrase.start, line.words)
    if known is None or known.end >= phrase.end or not line.capital(known.end) or line.lower[known.end] == "'s":
        return None
    return Span(known.end, phrase.end)


def _bracket(line: Line, comma: int) -> int | None:
    """ "The army, backed by tanks, | shelled": where the phrase ends before what stands between two commas."""
    closing = line.at(comma)
    opened = next(
        (place for place in range(comma - 1, max(-1, comma - 25), -1) if line.at(place) == ("(" if closing == ")" else ",")), None
    )
    if opened is None or opened < 1:
        return None
    if closing == ")":
        return opened
    first = opened + 1
    opens = line.shouted or line.lower[first] in words_of("clauses", "brackets") or line.lower[first] in words_of("clauses", "relatives")
    return opened if opens or line.verbal(first) or line.capital(first) or line.lower[first][0].isdigit() else None


def name(line: Line, phrase: Span | None) -> Span | None:
    """The phrase as a claim names it: without articles, counts and what hangs on it; None where nothing is named."""
    if phrase is None:
        return None
    start, end = phrase
    while start in line.quantities and line.quantities[start] < end:
        start = line.quantities[start]
    while start < end and _no_name(line, start):
        if line.at(start + 1) == "of" and line.lower[start] in actor_words("dropped"):
            start += 1
        start += 1
    if line.at(start) == "of":
        start += 1
        while start < end and line.lower[start] in openers():
            start += 1
    if start >= end and line.lower[end - 1] in event_list("bodies"):
        return Span(end - 1, end)  # "the group"
    of = next((place for place in range(start, end) if line.lower[place] == "of"), None)
    if of is not None and of + 1 < end and line.at(of - 1) in event_list("held_of"):
        return name(line, Span(of + 1, end))  # "full control of | the university"
    if of is not None and end - start > _WITH_OF:
        end = of
    while end > start and (line.lower[end - 1] == "'s" or not line.lower[end - 1][0].isalnum()):
        end -= 1
    if end - start > 1 and line.lower[end - 1] in event_list("behind_names") and not line.capital(end - 1):
        end -= 1  # "men armed with knives"
    if end <= start or end - start > _LONGEST or all(word in event_list("empty") or word in openers() for word in line.lower[start:end]):
        return None
    return Span(start, end)


def _no_name(line: Line, place: int) -> bool:
    """May a name not begin here: an article, a number, an adverb, a day?"""
    word = line.lower[place]
    return word in openers() or word in words_of("clauses", "adverbs") or not word[0].isalpha() or place in line.times


def nobody(line: Line, phrase: Span | None) -> bool:
    """ "No shots were fired", "none of the men was hurt"; "whose son was killed" tells of the man, not of the killing."""
    if phrase is None:
        return False
    return any(line.at(place) in event_list("nobody") for place in (phrase.start, phrase.start - 1)) or line.at(phrase.start - 2) == "none"


def head(line: Line, phrase: Span) -> str:
    """The noun that a phrase turns on: "convoy" of "a convoy of trucks"."""
    of = next((place for place in range(*phrase) if line.lower[place] == "of" and place > phrase.start), phrase.end)
    return line.at(of - 1) if line.at(of - 1) != "'s" else line.at(of - 2)
