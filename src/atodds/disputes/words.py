"""Accounts, boxes and proofs in a recorder's words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from atodds.disputes.accounts import Account
from atodds.disputes.boxes import Box, Side
from atodds.model.incident import Incident
from atodds.model.when import When
from atodds.vocab.periods_shown import NO_PERIOD, between, period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import amount, counted, folded, listed, means_words, whom


def name(account: Account) -> str:
    """Whose account it is."""
    return account.voice


def said(account: Account) -> str:
    """The figure, what it is about, and in brackets whose it is.

    "19 civilians killed by drone strikes in Pakistan, 2012 (Amnesty International)"
    """
    about = scope(account.box)
    return f"{what(account)}{f' {about}' if about else ''} ({name(account)})"


def claimed(account: Account) -> str:
    """The number with its bounds: "0", "at least 400"."""
    return amount(account.figure)


def counted_by(account: Account) -> str:
    """The figure and whose it is, without what it is about: "19 civilians killed (Amnesty International)"."""
    return f"{counted(account.figure)} ({name(account)})"


def question(account: Account, box: Box | None = None, *, bare: bool = False) -> str:
    """What the figure answers: "civilians killed by drone strikes in Pakistan, 2012/2013"; `bare`: without the means."""
    words = (whom(account.figure), None if bare else _means(account), scope(box or account.box))
    return " ".join(word for word in words if word)


def scope(box: Box) -> str:
    """Place and period: "in Pakistan, 2012"; what is not stated is left out.

    >>> scope(Box(first=date(2012, 1, 1).toordinal(), last=date(2012, 12, 31).toordinal()))
    'in 2012'
    """
    when = days(box)
    if box.place is None:
        return "" if when is None else f"on {when}" if box.first == box.last else f"in {when}"
    return f"in {place_words(box.place)}" + (f", {when}" if when is not None else "")


def inside(box: Box) -> str:
    """The same as a space that holds others: "Pakistan, 2012/2013"."""
    return scope(box).removeprefix("in ").removeprefix("on ")


def days(box: Box) -> str | None:
    """The period in the coarsest dates that name exactly its days; None where none is stated."""
    first, last = (None if day is None else date.fromordinal(day) for day in (box.first, box.last))
    if first is not None and last is not None:
        return between(first, last)
    words = period(When(earliest=first, latest=last, precision="span")) if first or last else NO_PERIOD
    return None if words == NO_PERIOD else words


def about(incident: Incident | None) -> str:
    """An incident by its means, place and day; its claims' words where it has none of these."""
    if incident is None:
        return ""
    means = means_words(incident.means) if incident.means is not None else None
    place = f"in {place_words(incident.place)}" if incident.place is not None else None
    when = period(incident.time) if incident.time is not None else NO_PERIOD
    return ", ".join(filter(None, (" ".join(filter(None, (means, place))), None if when == NO_PERIOD else when)))


def lent(account: Account, used: Collection[Side]) -> list[str]:
    """What a proof that uses these sides of an account owes to other words than the claim's own (rule 2.7)."""
    return [
        f"the {SIDE_WORDS[side]} of {claimed(account)} ({name(account)}) is taken from {_WHENCE[whence]}"
        for side, whence in account.box.lent
        if side in used
    ]


def softened(accounts: Sequence[Account]) -> list[str]:
    """The words that soften the bounds of a proof (rule 1.6)."""
    return [f"“{folded(account.soft)}” ({name(account)}) is taken at its word" for account in accounts if account.soft is not None]


def granted(sides: Sequence[Side]) -> str:
    """The sides that a proof reads as equal: "the same time and place"."""
    return listed(SIDE_WORDS[side] for side in sides)


SIDE_WORDS: dict[Side, str] = {"time": "time", "place": "place", "who": "perpetrator", "means": "means"}
_WHENCE = {
    "whole": "the figure that it is a part of", "previous": "the sentence before", "document": "the rest of the report",
    "speaker": "who speaks", "words": "its words",
}  # fmt: skip


def what(account: Account) -> str:
    """The figure and the means: "19 civilians killed by drone strikes"."""
    return " ".join(filter(None, (counted(account.figure), _means(account))))


def _means(account: Account) -> str | None:
    if account.box.means is None or account.figure.measure == "attacks":
        return f"by {account.box.who.name}" if account.box.who is not None else None
    return f"by {means_words(account.box.means)}"
