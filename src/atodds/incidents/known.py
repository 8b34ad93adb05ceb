"""What the lists know in the words of a name: bodies, states, rulers and their offices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from atodds.incidents.wording import Words, is_name, listed, tied, words_in
from atodds.vocab import load
from atodds.vocab.bodies import Body, bodies, key_of
from atodds.vocab.bodies import Sort as BodySort
from atodds.vocab.gazetteer import begins_name, place_at, state_at, states, written
from atodds.vocab.lexicon import Phrases

Sort = Literal["state", "office", "body", "person", "name", "of", "nobody"]
GOVERNMENT, FORCES = "government", "military"  # ends of keys; a government's is that of its state
_OF_STATES: tuple[BodySort, ...] = ("force", "service", "ministry")
_OFFICE = 6  # words behind a state's name in which its office stands


class Named(NamedTuple):
    """Whom some words name.

    `sort`: a state or its government; an office, whose state is told or not; a listed body; a person; an unlisted name;
    somebody `of` a body who is not named; nobody.
    """

    sort: Sort
    key: str
    side: str


class Hit(NamedTuple):
    start: int
    end: int
    named: Named
    watches: bool = False  # a body that watches and counts
    of_many: bool = False  # a body of many states, to which each sends its people: "Norland's UN envoy"
    allied: bool = False  # a coalition


def hits_in(words: Words) -> list[Hit]:
    """The listed bodies, states and rulers in some words, from left to right; none in "Norland-based"."""
    found: list[Hit] = []
    place, openers = 0, _openers()
    while place < len(words.lower):
        if words.lower[place] not in openers:
            place += 1
            continue
        hit = body_at(words, place) or _ruled(words, place) or _state(words, place)
        if hit is None or (words.lower[place] in listed("described") and _further(words, place + 1, hit.end)) or _others(words, place, hit):
            place += 1
        else:
            found.append(hit)
            place = hit.end
    return found


def _further(words: Words, place: int, end: int) -> bool:
    """Does a longer name begin one word later: "so-called | Islamic State of Iraq"?"""
    later = body_at(words, place) if place < len(words.lower) else None
    return later is not None and later.end > end


def _others(words: Words, place: int, hit: Hit) -> bool:
    """Is a coalition told apart by the words around it: "rebel coalition", "a coalition of rebels"?"""
    if not hit.allied:
        return False
    before = words.lower[place - 1] if place else None
    told_apart = before is not None and not (before in listed("leading_to_coalitions") or tied(before))
    return told_apart or words.lower[hit.end : hit.end + 1] == ("of",)


def body_at(words: Words, place: int) -> Hit | None:
    at = bodies().at(words.lower, place) or _lost().at(words.lower, place)
    if at is None or ((at[1].proper or at[1].only_as) and not written(at[1].only_as, words.written, place)):
        return None
    body = at[1]
    return Hit(place, at[0], of_body(body), body.sector == "NGO", body.sector in ("UNO", "IGO"), body.sort == "coalition")


def of_body(body: Body) -> Named:
    """A body of the lists; one of many states' names ("Ministry of Defence") is an office whose state is not told."""
    if body.sort in _OF_STATES:
        if body.country is None:
            return Named("office", body.key, body.key)
        state = body.country.lower()
        office = _plain_offices().get(body.key)
        return Named("office", body.key, state) if office is None else joined_office(state, office)
    if body.relation == "state" and body.country is not None:
        return Named("body", body.key, body.country.lower())
    return Named("body", body.key, body.key)


@cache
def _plain_offices() -> Mapping[str, str]:
    """Listed bodies that are an office with their state's name before it: "Turkish Army" is the army of Turkey, as "Turkey's army" is."""
    found: dict[str, str] = {}
    for name, body in bodies().items():
        if body.country is None or body.sort not in _OF_STATES:
            continue
        words = words_in(name)
        state = states().at(words.lower, 0) or rulers().at(words.lower, 0)
        office = _plain_office(words.part(state[0], len(words.lower))) if state is not None else None
        if office is not None:
            found.setdefault(body.key, office)
    return found


def _plain_office(words: Words) -> str | None:
    """The office that some words name from end to end, read without the lists of one state's bodies."""
    start = 0
    while start < len(words.lower) and words.lower[start] in listed("between") and offices_of_state().at(words.lower, start) is None:
        start += 1
    if start == len(words.lower):
        return None
    office, body = offices_of_state().at(words.lower, start), bodies().at(words.lower, start)
    if office is not None and office[0] == len(words.lower):
        return office[1]
    untold = body is not None and body[0] == len(words.lower) and body[1].country is None and body[1].sort in _OF_STATES
    return body[1].key if body is not None and untold else None


def told(hit: Hit) -> bool:
    """Is it an office of a state that the list tells?"""
    return hit.named.sort == "office" and hit.named.side != hit.named.key


def _ruled(words: Words, place: int) -> Hit | None:
    """ "Assad's air force" is his state's; "Assad" alone is a person."""
    at = rulers().at(words.lower, place)
    if at is None or not words.written[place][0].isupper():
        return None
    end, state = at
    if office_behind(words.part(end, len(words.lower))) is None:
        return None
    return Hit(place, end, Named("state", state, state))


def _state(words: Words, place: int) -> Hit | None:
    state = state_at(words.lower, place, words.written)
    if state is not None:
        if state.country is None or _of_a_longer_name(words, place, state.adjective):
            return None
        code = state.country.lower()
        return Hit(place, state.end, Named("state", code, code))
    capital = _capitals().at(words.lower, place)
    if capital is None or not words.written[place][0].isupper():
        return None
    return Hit(place, capital[0], Named("state", capital[1], capital[1]))


def _of_a_longer_name(words: Words, place: int, adjective: bool) -> bool:
    """Is a country's name the end of another: "New Jersey", "Jim Jordan"?"""
    if place == 0:
        return False
    before = words.lower[place - 1]
    return before in listed("larger") or (not adjective and words.written[place - 1][0].isupper() and is_name(words, place - 1))


def office_behind(after: Words) -> tuple[int, str] | None:
    """The last of the offices that stand right behind a state: "regime | air force"; where it ends, and the end of its key."""
    place, found = 0, None
    while place < len(after.lower):
        office = offices_of_state().at(after.lower, place)
        body = body_at(after, place)
        if body is not None and body.named.sort == "office" and (office is None or body.end > office[0]):
            office = (body.end, body.named.key)
        if office is not None:
            place, found = office[0], office
        elif found is None and after.lower[place] in listed("between"):
            place += 1
        else:
            break
    return found


def office_alone(words: Words) -> str | None:
    """The office that words without a state name from end to end: "the defence ministry", "regime forces"."""
    start = 0
    while start < len(words.lower) and words.lower[start] in listed("own") and offices().at(words.lower, start) is None:
        start += 1
    if start == len(words.lower):
        return None
    body, office = body_at(words, start), offices().at(words.lower, start)
    if body is not None and body.named.sort == "office" and body.end == len(words.lower):
        return body.named.key
    if office is None or not all(word in listed("parts") for word in words.lower[office[0] :]):
        return None
    return FORCES if office[1] == GOVERNMENT and office[0] < len(words.lower) else office[1]


def joined_office(state: str, office: str) -> Named:
    """An office of a state; its government is the state itself."""
    return Named("state", state, state) if office == GOVERNMENT else Named("office", f"{state}-{office}", state)


def local_state(words: Words) -> str | None:
    """The state whose place an office of a province or town stands with: "Aleppo Police Command"."""
    if not local_offices().holds(words.lower):
        return None
    for place in range(len(words.lower)):
        found = place_at(words.lower, place, words.written)
        states = {known.country for known in found.places} if found is not None else set()
        if len(states) == 1 and (state := states.pop()) is not None:
            return state.lower()
    return None


def is_place(core: Words) -> bool:
    found = place_at(core.lower, 0, core.written)
    return found is not None and found.end == len(core.lower)


def the_state(text: str, name: str, office: str) -> str | None:
    """The one state whose office of these words a text speaks of, else the one of that office by any words; None for none or several.

    >>> the_state("The Syrian regime and the Turkish government met.", "regime forces", "military")
    'syr'
    """
    found = _spoken_of(text)
    for wanted in (*words_in(name).lower, office, *([GOVERNMENT] if office == FORCES else [])):
        states = found.get(wanted, frozenset())
        if len(states) == 1:
            return next(iter(states))
    return None


@lru_cache(maxsize=256)
def _spoken_of(text: str) -> Mapping[str, frozenset[str]]:
    """Each word of an office, and the end of its key, with the states behind whose name a text has it."""
    words = words_in(text)
    found: dict[str, set[str]] = {}
    for place, first in enumerate(words.lower):
        hit = (_state(words, place) if begins_name(first) else None) or _ruled(words, place)
        if hit is None:
            continue
        behind = words.part(hit.end, hit.end + _OFFICE)
        office = office_behind(behind)
        if office is not None:
            for word in {*behind.lower[: office[0]], office[1]} - {"'s"}:
                found.setdefault(word, set()).add(hit.named.key)
    return {word: frozenset(states) for word, states in found.items()}


@cache
def offices() -> Phrases[str]:
    """Offices that name themselves, with the end of the key."""
    told: dict[str, str] = {title: key_of(title) for title in load("speakers")["offices"]}
    told |= load("parties")["offices"]
    return Phrases(told | dict.fromkeys(load("parties")["forces"], FORCES) | dict.fromkeys(load("parties")["governments"], GOVERNMENT))


@cache
def offices_of_state() -> Phrases[str]:
    """Those and all else that is a state's where its name stands before it."""
    return Phrases(dict.fromkeys(load("parties")["weapons"], FORCES) | dict(offices().items()))


@cache
def _openers() -> frozenset[str]:
    """The words that a name of a list can begin with: most words begin none."""
    return frozenset().union(*(each.firsts() for each in (bodies(), _lost(), rulers(), states(), _capitals())))


@cache
def _lost() -> Phrases[Body]:
    """Names of several words whose apostrophe was lost: "the Harbour Fronts spokesman"."""
    return Phrases({f"{name}s": body for name, body in bodies().items() if " " in name and body.proper and not name.endswith("s")})


@cache
def local_offices() -> Phrases[str]:
    return Phrases({phrase: phrase for phrase in load("parties")["local"]})


@cache
def rulers() -> Phrases[str]:
    rulers: Mapping[str, list[str]] = load("parties")["rulers"]
    names = {name: code.lower() for code, listed in rulers.items() for name in listed}
    return Phrases(names | {f"{name}s": code for name, code in names.items() if not name.endswith("s")})  # an apostrophe was lost


@cache
def _capitals() -> Phrases[str]:
    """A capital speaks for its government: "Islamabad said"."""
    found = {str(each["capital"]): code.lower() for code, each in load("countries").items() if each.get("capital")}
    return Phrases({name: code for name, code in found.items() if not name[0].islower()})
