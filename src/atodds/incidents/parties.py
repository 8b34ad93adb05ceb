"""Parties: who a name means, and whose body that is (rules 2.3, 3.1 to 3.3)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from atodds.extract.context.who import actor_of
from atodds.incidents.known import Named, joined_office, of_body, the_state
from atodds.incidents.naming import named, several
from atodds.vocab import load, words_of
from atodds.vocab.bodies import Body, bodies, key_of
from atodds.vocab.shortened import short_names


class Party(NamedTuple):
    """Somebody by a stable key. `side` is the state whose body it is, else the key; `identified`: a name, which means one everywhere.

    "U.S. officials" are on the side of the United States and yet not identified: others in every report.
    """

    key: str
    side: str
    name: str
    identified: bool


def party(words: str, actor: str | None = None, text: str = "") -> Party:
    """Who the words mean, in the document whose text is given; `actor` is the key where it is known already.

    >>> party("Pakistan’s Ministry of Defence").side, party("the CIA").side, party("survivors").identified
    ('pak', 'usa', False)
    >>> party("regime forces", text="The Syrian regime denied it.").side, party("the NCF", text="National Coast Front (NCF)").key
    ('syr', 'national-coast-front')
    """
    name = " ".join(words.split())
    parts = several(name)
    if len(parts) > 1:
        return _pair([party(part, None, text) for part in parts], name)
    found = _within_text(named(name), parts[0], text)
    if actor is not None and not _identified(found) and found.sort != "of" and actor != actor_of(name, text):
        if name.lower() in words_of("speakers", "pronouns"):
            name = _written(actor, text) or actor.replace("-", " ")
            found = named(name)
        found = _known(actor, text) or found
    return Party(found.key, found.side, name, _identified(found))


def _pair(members: list[Party], name: str) -> Party:
    """Two who act as one are a third: nothing follows for either."""
    keys, sides = sorted({each.key for each in members}), sorted({each.side for each in members})
    identified = all(each.identified for each in members)
    return Party("+".join(keys), "+".join(sides), name, identified) if identified else Party(key_of(name), key_of(name), name, False)


def _identified(found: Named) -> bool:
    return found.sort in ("state", "body", "person", "name") or _told(found)


def within(one: Party, other: Party) -> bool:
    """Is the first the second, or a body of the state that the second is? Whoever is not named is in nobody.

    >>> within(party("the CIA"), party("United States")), within(party("United States"), party("the CIA"))
    (True, False)
    >>> within(party("Syrian army"), party("Syrian forces")), within(party("gunmen"), party("gunmen"))
    (True, False)
    """
    if not one.identified or not other.identified:
        return False
    if one.key == other.key:
        return True
    return one.side == other.side and (other.key == other.side or (other.key == f"{other.side}-military" and _is_force(one.key)))


def _told(found: Named) -> bool:
    """Is it an office whose state is known?"""
    return found.sort == "office" and found.side != found.key


def _is_force(key: str) -> bool:
    body = _by_key().get(key)
    return body.sort == "force" and body.sector == "MIL" if body is not None else key.split("-", 1)[-1] in load("parties")["armed"]


def _within_text(found: Named, name: str, text: str) -> Named:
    """What the document adds: the long name of an acronym, the one state whose "regime" or "army" it speaks of."""
    if not text or found.sort not in ("nobody", "office", "name") or _told(found):
        return found
    if found.sort == "office":
        state = the_state(text, name, found.key)
        return found if state is None else joined_office(state, found.key)
    if found.sort == "name" and "-" not in found.key and re.search(rf"\b{re.escape(found.key)}\b", text):
        return Named("nobody", found.key, found.key)  # a word that the report also writes small is no name: "Huge", "Suicide"
    explained = short_names(text)
    bare = re.sub(r"^(?:the|a|an)\s", "", name, flags=re.IGNORECASE)
    long = explained.get(bare)
    return named(long) if long is not None else found


def _known(actor: str, text: str) -> Named | None:
    """Who a key means: a body of the lists, or the words of the document that it was made of; None where these name nobody."""
    body = _by_key().get(actor)
    if body is not None:
        return of_body(body)
    written = _written(actor, text)
    if written is not None:
        found = _within_text(named(written), written, text)
        return None if found.sort == "nobody" else found
    state = actor.split("-", 1)[0]
    if state.upper() in load("countries"):
        return Named("state", state, state) if state == actor else Named("office", actor, state)
    return None


@lru_cache(maxsize=1024)
def _written(actor: str, text: str) -> str | None:
    """The words of a document from which a key was made, the first with a capital in them before all others."""
    if not text:
        return None
    form = re.compile(r"\b" + r"[\s/()|,-]+".join(re.escape(part).replace("'", "['’]") for part in actor.split("-")) + r"\b", re.IGNORECASE)
    found = [" ".join(match[0].split()) for match in form.finditer(text)]
    return next((each for each in found if any(letter.isupper() for letter in each[1:])), found[0] if found else None)


@cache
def _by_key() -> dict[str, Body]:
    return {body.key: body for _, body in bodies().items()}
