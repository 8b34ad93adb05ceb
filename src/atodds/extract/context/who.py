"""Who is who: the stable key of a body that a speaker is, or speaks for, whichever of its names the report uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from atodds.vocab import load
from atodds.vocab.bodies import Body, bodies, key_of
from atodds.vocab.gazetteer import state_at, written
from atodds.vocab.shortened import short_names


def actor_of(name: str, text: str) -> str | None:
    """The key of the body that a name is, in the document whose text is given; None where no list and no bracket tells.

    >>> actor_of("a Taliban spokesman", ""), actor_of("the TTP", ""), actor_of("Omar Said", "")
    ('taliban', 'tehrik-i-taliban-pakistan', None)
    >>> actor_of("Pakistan’s Ministry of Defence", ""), actor_of("Norland’s farmers", "")
    ('pak-ministry-of-defence', None)
    >>> actor_of("the NCF", "The National Coast Front (NCF) denied it."), actor_of("spokesman for Hamas", "")
    ('national-coast-front', 'hamas')
    """
    known = _known(text)
    if name not in known:
        known[name] = _actor_of(name, text)
    return known[name]


@lru_cache(maxsize=8)
def _known(text: str) -> dict[str, str | None]:
    """The names that were asked for in a document: the same voices speak again and again."""
    return {}


def _actor_of(name: str, text: str) -> str | None:
    words = name.replace("’", "'").replace("'s", " 's").split()
    lower = [word.lower() for word in words]
    for start, end in _inner(lower):
        key = _listed(words, lower, start, end) or _learnt(words[start:end], text)
        if key is not None:
            return key
    return None


def _inner(lower: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The name inside "a senior ... spokesman", "a spokesman for the ...", the longest first."""
    start, end = 0, len(lower)
    link = next((place for place, word in enumerate(lower[:-1]) if word in _words("speaking_links") and place), None)
    if link is not None and all(word in _words("speaking_for") or word in _words("before_names") for word in lower[:link]):
        start = link + 1
    while start < end and lower[start] in _words("before_names"):
        start += 1
    while end > start:
        yield start, end
        if lower[end - 1] not in _words("speaking_for") and lower[end - 1] != "'s":
            return
        end -= 1


def _listed(words: Sequence[str], lower: Sequence[str], start: int, end: int) -> str | None:
    """The key of a listed body that the words name from end to end; an office of any state goes with its state."""
    whole = _body(words, lower, start)
    if whole is not None and whole[0] == end:
        return whole[1].key
    state = state_at(lower, start, words)
    if state is None or state.country is None:
        return None
    place = state.end + (lower[state.end : state.end + 1] == ["'s"])
    if place >= end:
        if end == len(lower) and state.adjective and not state.noun:
            return None  # "some Iraqis", "the American": a people or one of it is not its state
        return state.country.lower()  # "Washington" is no country; "Iran" speaks for itself
    office = _body(words, lower, place)
    if office is not None and office[0] == end and office[1].country in (None, state.country):
        return f"{state.country.lower()}-{office[1].key}"
    title = " ".join(lower[place:end])
    return f"{state.country.lower()}-{key_of(title)}" if title in _words("offices") else None


def _body(words: Sequence[str], lower: Sequence[str], place: int) -> tuple[int, Body] | None:
    found = bodies().at(lower, place)
    if found is None or (found[1].only_as is not None and not written(found[1].only_as, words, place)):
        return None
    return found


def _learnt(words: Sequence[str], text: str) -> str | None:
    """The key of the long name for which the document itself gives these letters, or of a long name that it shortens."""
    name = " ".join(words)
    explained = short_names(text)
    long = explained.get(name) or (name if name in explained.values() else None)
    if long is None:
        return None
    parts = long.split()
    lower = [part.lower() for part in parts]
    return _listed(parts, lower, 0, len(parts)) or key_of(long)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("speakers")[name])
