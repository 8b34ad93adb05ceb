"""Parties: who a name means, and whose body that is (rules 2.3, 3.2, 3.3)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from atodds.extract.context.who import actor_of
from atodds.vocab import load
from atodds.vocab.bodies import Body, bodies, key_of


class Party(NamedTuple):
    """Somebody by a stable key; `side` is the state whose body it is, else the key itself."""

    key: str
    side: str
    name: str
    identified: bool  # a name, and not "survivors" or "officials", who are others in every report


def party(words: str, actor: str | None = None, text: str = "") -> Party:
    """Who the words mean, in the document whose text is given; `actor` is the key where it is known already.

    >>> party("Pakistan’s Ministry of Defence").side, party("the CIA").side, party("survivors").identified
    ('pak', 'usa', False)
    """
    name = " ".join(words.split())
    key = actor or actor_of(name, text)
    if key is None:
        return Party(key_of(name), key_of(name), name, any(word[0].isupper() for word in name.split()[1:] or name.split()))
    return Party(key, _side(key), name, True)


def within(one: Party, other: Party) -> bool:
    """Is the first the second, or a body of the state that the second is?

    >>> within(party("the CIA"), party("United States")), within(party("United States"), party("the CIA"))
    (True, False)
    """
    return one.key == other.key or (one.side == other.side and other.key == other.side)


def _side(key: str) -> str:
    body = _by_key().get(key)
    if body is not None:
        return body.country.lower() if body.country is not None and body.sort in _OF_STATES else key
    state = key.split("-", 1)[0]
    return state if state.upper() in load("countries") else key


_OF_STATES = ("force", "service", "ministry")


@cache
def _by_key() -> dict[str, Body]:
    return {body.key: body for _, body in bodies().items()}
