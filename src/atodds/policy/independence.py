"""Independence: which of some voices can confirm each other (rules 3.3 and 3.5 of docs/methodology.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atodds.model.origin import Origin
from atodds.vocab.shown import folded


def independent(voices: Iterable[Origin]) -> frozenset[str]:
    """The sides that speak for themselves: bodies of one state are one, and who drew on another voice here confirms nothing.

    >>> ministry, army = (Origin(key=f"pak-{each}", side="pak", name=each) for each in ("ministry", "army"))
    >>> sorted(independent([ministry, army, Origin(key="amnesty", side="amnesty", name="Amnesty")]))
    ['amnesty', 'pak']
    >>> sorted(independent([ministry, Origin(key="envoy", side="envoy", name="the envoy", draws_on=("ministry",))]))
    ['pak']
    """
    every = list(voices)
    named = {_folded(each.name): each.side for each in every}
    own = {each.side for each in every if not any(named.get(_folded(name), each.side) != each.side for name in each.draws_on)}
    return frozenset(own or {min(each.side for each in every)} if every else ())


def leaning(voices: Iterable[Origin]) -> Iterator[str]:
    """Whose independence is unsure, because a text says that they drew on somebody: a line each."""
    for origin in sorted({each.key: each for each in voices}.values(), key=lambda each: each.key):
        if origin.draws_on:
            yield f"{folded(origin.name)} drew on {', '.join(map(folded, origin.draws_on))}: not surely a voice of its own"


def names(voices: Iterable[Origin]) -> list[str]:
    """The names of some voices on one line each, in order; of one under several names the commonest, the fullest of these."""
    found: dict[str, list[str]] = {}
    for each in voices:
        found.setdefault(each.key, []).append(folded(each.name))
    return sorted({max(each, key=lambda name: (each.count(name), len(name), name)) for each in found.values()})


def _folded(name: str) -> str:
    return folded(name).casefold()
