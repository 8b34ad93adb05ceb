"""A claim in a few lines: its figure, who says so, in which words. Golden cases compare with these lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from atodds.model.claim import Claim, Event
from atodds.model.text import Document
from atodds.views.chain import chain
from atodds.views.questions import Question
from atodds.vocab import load
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import names_country, place_words
from atodds.vocab.shown import counted, folded, means_words

WIDTH = 100  # columns: what a page, a terminal and a diff all hold
_LABEL = 9  # columns of "said by  "
_WHOLE = 40  # columns: a part of the head that is shorter is not broken over two lines
KEPT = "\N{NO-BREAK SPACE}"  # the source's own never arrives here: `folded` makes it a blank


def describe(claim: Claim, document: Document, *, width: int = WIDTH) -> list[str]:
    """What a person needs to judge a claim, without its ids: the head, then one labelled line for each thing said of it."""
    return labelled([("", heading(claim)), *facts(claim, document)], width=width)


def heading(claim: Claim, *, under: Question | None = None) -> str:
    """Figure, means, agent, place, period and extent, as far as the claim has them, without what the question above it says."""
    return " · ".join(part.replace(" ", KEPT) if len(part) < _WHOLE else part for part in _head(claim, under))


def facts(claim: Claim, document: Document) -> Iterator[tuple[str, str]]:
    """Label and words, in the order in which a person asks: who, how surely, in which words."""
    shown = load("shown")
    yield "said by", chain(claim, document)
    if claim.stance != "asserts":
        yield (
            "stance",
            shown["stances"][claim.stance] if claim.figure is not None else shown["stances_else"].get(claim.stance, claim.stance),
        )
    if claim.author != "neutral":
        yield "author", shown["authors"][claim.author]
    if claim.hedge is not None:
        yield "hedge", f"“{folded(claim.hedge)}”"
    if claim.figure is not None and claim.figure.names:
        yield "among", ", ".join(folded(name) for name in claim.figure.names)
    if claim.review is not None:
        yield "review", claim.review
    yield "quote", f'"{folded(claim.quote)}"'


def labelled(rows: Iterable[tuple[str, str]], *, width: int = WIDTH) -> list[str]:
    """Rows under one another, words aligned behind their labels, nothing wider than `width` but a word that is."""
    return [line.replace(KEPT, " ") for label, words in rows for line in _wrapped(label, words, width)]


def _head(claim: Claim, under: Question | None) -> Iterator[str]:
    scope = claim.scope
    if claim.figure is not None:
        yield counted(claim.figure)
    elif claim.event is not None:
        yield from _event(claim.event)
    else:
        yield claim.kind
        yield claim.rule.replace("_", " ")
    if scope is None:
        return
    if scope.means is not None and (under is None or under.means != scope.means):
        yield means_words(scope.means)
    if scope.agent is not None:
        yield f"by {folded(scope.agent)}"
    if scope.place is not None and (under is None or under.country != scope.place.country):
        yield place_words(scope.place)
    elif scope.place is not None and not names_country(scope.place):
        yield folded(scope.place.text)
    yield period(scope.time)
    if scope.extent in load("shown")["extents"]:
        yield load("shown")["extents"][scope.extent]


def act(event: Event) -> str:
    """What was done, by PLOVER type and mode; what did not happen says so first.

    >>> act(Event(type="ASSAULT", mode="drone", status="denied"))
    'denied ASSAULT/drone'
    """
    done = event.type if event.mode is None else f"{event.type}/{event.mode}"
    return done if event.status is None else f"{event.status} {done}"


def _event(event: Event) -> Iterator[str]:
    """Type and mode by PLOVER, who, to whom, who is accused; what did not happen says so first."""
    if event.status is not None:
        yield event.status
    yield event.type if event.mode is None else f"{event.type}/{event.mode}"
    for label, name in (("by", event.agent), ("accused:", event.accused), ("upon", event.recipient)):
        if name is not None:
            yield f"{label} {folded(name)}"


def _wrapped(label: str, words: str, width: int) -> list[str]:
    """One row, wrapped under its first word; a word without a blank is never cut."""
    margin = " " * _LABEL if label else " " * 4
    return wrap(
        words, width, initial_indent=f"{label:<{_LABEL}}" if label else "", subsequent_indent=margin,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
