"""A small geography, the parties that fight in it and what with: two countries whose towns and areas nobody will find on a map.

What a record says of a place and where the place truly lies are kept apart: Dell's district is not in the gazetteer, and the
valley, the border and the camp are names that it does not know.
"""

from __future__ import annotations

from typing import NamedTuple

from atodds.model.figure import Category
from atodds.model.where import Place


def _place(text: str, precision: str | None, country: str | None, admin1: str | None = None, admin2: str | None = None) -> Place:
    number = sum(ord(letter) * (place + 1) for place, letter in enumerate(text))
    return Place(
        text=text, name=text if precision else None, country=country, admin1=admin1, admin2=admin2, precision=precision,
        geoname=number if precision else None,
    )  # type: ignore[arg-type]  # fmt: skip


TOWNS: dict[str, Place] = {
    "Arin": _place("Arin", "town", "PAK", "North", "Upper"),
    "Besh": _place("Besh", "town", "PAK", "North", "Upper"),
    "Corm": _place("Corm", "town", "PAK", "North", "Lower"),
    "Dell": _place("Dell", "town", "PAK", "North"),  # in Upper, which the gazetteer does not say
    "Evin": _place("Evin", "town", "PAK", "South", "Coast"),
    "Faro": _place("Faro", "town", "AFG", "East", "Hills"),
}
# Name: what the record says, and the towns that truly lie in it.
AREAS: dict[str, tuple[Place, frozenset[str]]] = {
    "Upper": (_place("Upper", "admin2", "PAK", "North", "Upper"), frozenset(("Arin", "Besh", "Dell"))),
    "Lower": (_place("Lower", "admin2", "PAK", "North", "Lower"), frozenset(("Corm",))),
    "North": (_place("North", "admin1", "PAK", "North"), frozenset(("Arin", "Besh", "Corm", "Dell"))),
    "South": (_place("South", "admin1", "PAK", "South"), frozenset(("Evin",))),
    "PAK": (_place("Pakistan", "country", "PAK"), frozenset(("Arin", "Besh", "Corm", "Dell", "Evin"))),
    "AFG": (_place("Afghanistan", "country", "AFG"), frozenset(("Faro",))),
    "valley": (_place("the valley", None, "PAK"), frozenset(("Arin", "Corm"))),
    "border": (_place("the border", None, "AFG"), frozenset(("Faro",))),
    "camp": (_place("the camp", None, None), frozenset(("Besh",))),
}
PLACES: dict[str, tuple[Place, frozenset[str]]] = {**{name: (place, frozenset((name,))) for name, place in TOWNS.items()}, **AREAS}

# Who can have done it: each party, and whose body it is. Two can have done one thing together.
WITHIN: dict[str, frozenset[str]] = {
    "CIA": frozenset(("CIA", "United States")),
    "US Army": frozenset(("US Army", "United States")),
    "Pakistan Army": frozenset(("Pakistan Army", "Pakistan")),
    "Taliban": frozenset(("Taliban",)),
}
AGENTS: tuple[str, ...] = ("CIA", "United States", "US Army", "Pakistan Army", "Pakistan", "Taliban")

# By what means, and what that is besides.
BESIDES: dict[str, frozenset[str]] = {
    "drone": frozenset(("drone", "airstrike")),
    "airstrike": frozenset(("airstrike",)),
    "suicide_bomb": frozenset(("suicide_bomb", "bomb")),
    "bomb": frozenset(("bomb",)),
    "shooting": frozenset(("shooting",)),
}

# Kinds that nobody can be of at once (rule 2.5); all others can meet in one person.
EXCLUSIVE: tuple[frozenset[Category], ...] = (frozenset(("civilian", "combatant")), frozenset(("woman", "man")))
VICTIMS: tuple[frozenset[Category], ...] = tuple(
    frozenset(each)
    for each in (
        (), ("civilian",), ("combatant",), ("child",), ("woman", "child"), ("civilian", "child"), ("civilian", "woman"),
        ("combatant", "man"), ("civilian", "man"), ("security_forces", "man"), ("combatant", "child"),
        ("security_forces", "combatant"), ("security_forces", "civilian"), ("journalist", "civilian"), ("journalist", "civilian", "woman"),
    )
)  # fmt: skip
# One kind that is another as well, by the vocabulary: this much only is taken from `vocab/scopes.yml`.
UNDER: dict[Category, Category] = {"journalist": "civilian", "aid_worker": "civilian"}
# What a claim counts: people of any of these kinds; `()` is people.
COUNTED: tuple[tuple[Category, ...], ...] = (
    (), (), (), (), ("civilian",), ("civilian",), ("combatant",), ("child",), ("woman",), ("man",), ("security_forces",),
    ("woman", "child"), ("security_forces", "civilian"), ("journalist",),
)  # fmt: skip


class Theatre(NamedTuple):
    """A part of the war, small enough that what is told of it meets."""

    places: tuple[str, ...]  # the towns first
    parties: tuple[str, ...]
    agents: tuple[str, ...]
    means: tuple[str, ...]
    counted: tuple[tuple[Category, ...], ...]


THEATRES: tuple[Theatre, ...] = (
    Theatre(("Arin", "Besh", "Upper", "North", "PAK"), ("CIA", "US Army"), ("CIA", "United States"), ("drone", "airstrike"), COUNTED[:6]),
    Theatre(
        ("Corm", "Dell", "Arin", "North", "valley"), ("Taliban", "Pakistan Army"), ("Taliban", "Pakistan"), ("bomb", "suicide_bomb"),
        ((), ("civilian",), ("combatant",)),
    ),
    Theatre(
        ("Faro", "Evin", "AFG", "South", "PAK", "border"), ("Taliban",), ("Taliban",), ("suicide_bomb", "bomb"),
        ((), ("child",), ("woman", "child"), ("journalist",), ("civilian",)),
    ),
    Theatre(("Besh", "Dell", "Upper", "camp"), ("CIA", "Taliban"), ("CIA", "United States"), ("drone", "shooting"), COUNTED[3:10]),
    Theatre((*TOWNS, *AREAS), tuple(WITHIN), AGENTS, tuple(BESIDES), COUNTED),
)  # fmt: skip


def counts(kinds: tuple[Category, ...], victim: frozenset[Category]) -> bool:
    """Is somebody of these kinds counted where those are?"""
    return not kinds or not victim.isdisjoint(kinds)
