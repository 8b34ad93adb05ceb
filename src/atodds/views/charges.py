"""Who is held responsible: charges and denials of the same day and place side by side, by whom they accuse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from atodds.model.claim import Claim, Event
from atodds.model.text import Document
from atodds.views.chain import printed
from atodds.views.lines import act
from atodds.vocab import load
from atodds.vocab.periods_shown import NO_PERIOD, period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import folded, means_words


class Charges(NamedTuple):
    """What is claimed about one day and place; where a report gives neither, what it claims stands by itself."""

    title: str
    claims: tuple[Claim, ...]


def charges(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[Charges]:
    """Every charge once, under the day and place that it gives; the same for any order of the claims."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in sorted((each for each in claims if each.kind == "responsibility"), key=_order):
        groups.setdefault(_key(claim), []).append(claim)
    return [Charges(_title(group[0], documents), tuple(group)) for _, group in sorted(groups.items())]


def charge(claim: Claim) -> str:
    """A charge as its head: who is accused, what the speaker does, of which deed.

    >>> _head("blames", Event(type="ASSAULT", mode="raid", accused="the army"), None)
    'the army · blamed · ASSAULT/raid'
    """
    return _head(claim.stance, claim.event, claim.scope.means if claim.scope is not None else None)


def charge_words(claim: Claim) -> str:
    """Everything of a charge that a topic can name."""
    scope = claim.scope
    return " ".join((charge(claim), place_words(scope.place) if scope and scope.place else "", period(scope.time if scope else None)))


def _head(stance: str, event: Event | None, means: str | None) -> str:
    accused = folded(event.accused or "") if event is not None else ""
    done = means_words(means) if means is not None else "" if event is None or event.type == "ACCUSE" else act(event)
    words = (accused, load("shown")["charges"][stance], done)
    return " · ".join(word for word in words if word)


def _key(claim: Claim) -> tuple[str, ...]:
    """Day and place; those that give neither are kept apart by report, and come last."""
    when, where = _when(claim), _where(claim)
    return ("b", claim.document) if when == NO_PERIOD and not where else ("a", when, where)


def _title(claim: Claim, documents: Mapping[str, Document]) -> str:
    when, where = _when(claim), _where(claim)
    if when == NO_PERIOD and not where:
        return f"No day and no place given: {printed(documents[claim.document])}"
    return " · ".join(part for part in (where, when) if part)


def _when(claim: Claim) -> str:
    return period(claim.scope.time if claim.scope is not None else None)


def _where(claim: Claim) -> str:
    return place_words(claim.scope.place) if claim.scope is not None and claim.scope.place is not None else ""


def _order(claim: Claim) -> tuple[object, ...]:
    """By whom they accuse, then blames before denials."""
    accused = folded(claim.event.accused or "").casefold() if claim.event is not None else ""
    return accused, list(load("shown")["charges"]).index(claim.stance), claim.document, claim.start, claim.end, claim.id
