"""Phrases of doers: one noun phrase that can name who did a deed, built of actors, states, titles and weapons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from atodds.model.text import Span
from atodds.vocab import load
from atodds.vocab.actors import actor_at, actor_words, listed_actors
from atodds.vocab.gazetteer import state_at, states
from atodds.vocab.lexicon import Phrases
from atodds.vocab.placenames import where_words

LONGEST = 12  # tokens of an agent's name, as the claim record has it
_JOINS = frozenset(("and", ",", "&"))
_CLOSED = frozenset(("actor", "owner", "name", "join"))  # parts behind which no unlisted name goes on


class Doer(NamedTuple):
    """A noun phrase that can name who did a deed."""

    start: int  # with article, count and hedge
    at: Span  # the name as an agent bears it: "US" of "two US drones"
    end: int  # with its weapon
    kind: Literal["force", "state", "adjective", "carrier", "person", "joint"]


def doer_at(words: Sequence[str], lower: Sequence[str], start: int) -> Doer | None:
    if lower[start] in actor_words("dropped"):
        return None
    strong, owner, noun = 0, 0, False
    for kind, end in _parts(words, lower, start):
        if kind == "actor":
            strong = end
        elif kind in ("state", "people"):
            owner, noun = end, kind == "state"
    carrier = carrier_end(lower, max(strong, owner)) if strong or owner else None
    if carrier is not None and carrier > strong:
        return Doer(start, Span(start, max(strong, owner)), carrier, "carrier")
    if strong and strong - start <= LONGEST:
        return Doer(start, Span(start, strong), strong, "force")
    if owner and start + 1 <= owner:
        first = _states_alone(words, lower, start, owner)
        if first is not None and not noun and _is_party(words, lower, first, owner):
            noun = True
        return None if first is None else Doer(first, Span(first, owner), owner, "state" if noun else "adjective")
    return None


def _states_alone(words: Sequence[str], lower: Sequence[str], start: int, end: int) -> int | None:
    """Where the state begins that ends a phrase without a head: "Israel" of "central Israel", and both of "Russia and Iran"."""
    first = next((place for place in range(start, end) if (found := state_at(lower, place, words)) and found.end == end), None)
    if first is None or first - 1 <= start:
        return first
    listed = lower[first - 1] == "," and any(word in actor_words("pairing") for word in lower[end : end + 1])
    before = _states_alone(words, lower, start, first - 1) if lower[first - 1] in actor_words("pairing") or listed else None
    return first if before is None or (listed and not begins_row(lower, start)) else before


def begins_row(lower: Sequence[str], start: int) -> bool:
    """May a row begin here? Not behind a preposition: "in Syria, Russia and Iran"."""
    return start == 0 or lower[start - 1] in actor_words("before_rows")


def _is_party(words: Sequence[str], lower: Sequence[str], start: int, end: int) -> bool:
    """Is this the plural of a people with its article, "the Americans"?"""
    if end != start + 1 or start == 0 or lower[start - 1] not in actor_words("before_peoples"):
        return False
    singular = lower[start].removesuffix("s")
    return singular != lower[start] and state_at([singular], 0, [words[start]]) is not None


def _parts(words: Sequence[str], lower: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
    """The parts that an actor's noun phrase may be built of, one after another, each with the token behind it."""
    place, last = start, ""
    modifiers, building = actor_words("modifiers"), _building()
    while place < len(lower) and place - start < LONGEST:
        if last in _CLOSED and lower[place] not in building and "-" not in lower[place]:
            return
        found = actor_at(lower, place, words)
        state = None if found is not None else state_at(lower, place, words)
        if found is not None:
            last, place = "actor", found[0]
            yield last, place
            if found[1].sort == "head" and place < len(lower) and lower[place] in _JOINS:
                return
        elif state is not None:
            last, place = "state" if state.noun else "people", state.end
            yield last, place
        elif lower[place] in modifiers or is_linked(lower[place]):
            last, place = "modifier", place + 1
            yield last, place
        elif lower[place] in ("'s", "'") and last in ("state", "actor", "name"):
            last, place = "owner", place + 1
            yield last, place
        elif lower[place] in _JOINS and last in ("state", "people", "modifier", "actor") and _goes_on(words, lower, place + 1, last):
            last, place = "join", place + 1
            yield last, place
        elif last in ("", "state", "people", "modifier") and (end := _before_head(words, lower, place, start)):
            last, place = "name", end
            yield last, place
        else:
            return


def _goes_on(words: Sequence[str], lower: Sequence[str], place: int, last: str) -> bool:
    """Behind "Afghan and": another adjective of the same forces, not the next clause."""
    if place >= len(lower):
        return False
    if lower[place] in actor_words("modifiers") or is_linked(lower[place]):
        return last != "state"
    return state_at(lower, place, words) is not None or actor_at(lower, place, words) is not None


def _before_head(words: Sequence[str], lower: Sequence[str], place: int, start: int) -> int:
    """The end of one or two capitals, no name on any list, right before a head: "Musharraf" of "the Musharraf regime"."""
    unlisted, heads = _unlisted(), listed_actors()
    if heads.absent(lower[place + 1 : place + 3]):
        return 0
    for end in (place + 1, place + 2):
        if end >= len(words) or not words[end - 1][0].isupper() or lower[end - 1] in unlisted or state_at(lower, end - 1, words):
            return 0
        if words[end - 1].isupper() and words[end].isupper() and lower[end] not in actor_words("named_for"):
            return 0  # text all in capitals: "FIERCE GUERRILLA ATTACK"
        found = actor_at(lower, end, words)
        if found is not None and found[1].sort == "head":
            return end
    return 0


@cache
def _unlisted() -> frozenset[str]:
    """ "After troops came" begins with no name."""
    return where_words()["never"] | actor_words("followers")


@cache
def _building() -> frozenset[str]:
    """Words that the parts of a doer begin with, but for unlisted names and for what `is_linked` knows."""
    return frozenset((*listed_actors().openers, *states().openers, *actor_words("modifiers"), *_JOINS, "'s", "'"))


def is_linked(word: str) -> bool:
    """ "US-backed", "pro-Assad": whose side a force is on."""
    return "-" in word and (word.endswith(_ends()) or word.startswith(_sides()))


@cache
def _ends() -> tuple[str, ...]:
    return tuple(actor_words("linked"))


@cache
def _sides() -> tuple[str, ...]:
    return tuple(actor_words("siding"))


def carrier_end(lower: Sequence[str], place: int) -> int | None:
    """Behind an owner: the end of its weapon: "US | Predator drone"."""
    carried, end = actor_words("carried"), place
    while end < len(lower) and (lower[end] in carried or lower[end] == "'s"):
        end += 1
    carriers = _carriers()
    for begin in range(end, place - 1, -1):
        found = carriers.at(lower, begin) if begin < len(lower) else None
        if found is not None:
            return _carriers_end(lower, found[0])
    return None


def _carriers_end(lower: Sequence[str], end: int) -> int:
    """Behind two weapons of one owner as well: "warplanes and helicopters"."""
    if end + 1 >= len(lower) or lower[end] not in actor_words("pairing"):
        return end
    second = _carriers().at(lower, end + 1)
    return end if second is None else second[0]


@cache
def _carriers() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["carriers"], True))


def person_at(words: Sequence[str], lower: Sequence[str], start: int) -> Doer | None:
    """A title and the capitals behind it: "President Obama"."""
    titles, place = person_titles(), start
    while place < len(lower) and words[place][0].isupper() and (found := titles.at(lower, place)) is not None:
        place = found[0]
    end = place
    while place > start and end < len(words) and end - place < 4 and words[end][0].isupper() and lower[end] not in where_words()["never"]:
        if words[end].isupper() and (lower[end] in _behind_names() or lower[end].endswith("ed")):
            break  # text all in capitals
        end += 1
    return Doer(start, Span(start, end), end, "person") if end > place else None


@cache
def _behind_names() -> frozenset[str]:
    return frozenset(load("grammar")["noun_phrase_ends"]) | frozenset(load("clauses")["finite"])


@cache
def person_titles() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["titles"], True))
