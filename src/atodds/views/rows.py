"""Claims as rows of a table that a recorder reads at a hundred columns. No row sums others up: figures are never added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Figure
from atodds.model.text import Document
from atodds.views.chain import outlet
from atodds.views.columns import columns, cut, fitting
from atodds.views.lines import WIDTH
from atodds.views.names import short
from atodds.views.periods import period
from atodds.views.places import place_words
from atodds.views.words import amount, counted, folded, means_words

_WIDEST = (10, 14, 18, 24, 13, 11)  # with the gaps a hundred columns: id, figure, what, who, when, where


class Row(NamedTuple):
    """One claim: the figure and what it counts, who says so through whom, when, where, in which words."""

    id: str
    figure: str
    what: str
    who: str
    when: str
    where: str
    quote: str


def rows(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[Row]:
    """A row for each claim, in the order given."""
    return [_row(claim, documents[claim.document]) for claim in claims]


def table(found: Sequence[Row]) -> Iterator[str]:
    """A header, and for each claim its columns with the quote on a line of its own under them."""
    heads = Row._fields[:-1]
    widths = fitting([heads, *(row[:-1] for row in found)], _WIDEST)
    yield from columns(heads, widths)
    margin = " " * (widths[0] + 2)
    for row in found:
        yield from columns(row[:-1], widths)
        yield cut(f'{margin}"{row.quote}"', WIDTH)


def _row(claim: Claim, document: Document) -> Row:
    scope, figure = claim.scope, claim.figure
    return Row(
        id=short(claim.id),
        figure=amount(figure) if figure is not None else claim.kind,
        what=_what(figure, scope.means if scope is not None else None),
        who=" via ".join([folded(link.speaker) for link in claim.attribution] or [f"report's own voice: {outlet(document)}"]),
        when=period(scope.time if scope is not None else None),
        where=place_words(scope.place) if scope is not None and scope.place is not None else "",
        quote=folded(claim.quote),
    )


def _what(figure: Figure | None, means: str | None) -> str:
    """ "civilians killed, drone strikes": the figure's words without its number."""
    what = counted(figure).removeprefix(amount(figure)).strip() if figure is not None else ""
    return ", ".join(word for word in (what, means_words(means) if means is not None else "") if word)
