"""Claims as rows of a table that a recorder reads at a hundred columns. No row sums others up: figures are never added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim, Event, Kind
from atodds.model.figure import Figure
from atodds.model.text import Document
from atodds.views.chain import outlet, voices
from atodds.views.columns import columns, cut, fitting
from atodds.views.lines import WIDTH, act
from atodds.views.names import short
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import amount, counted, folded, means_words

# For each kind its columns with their widest; with the gaps no more than a hundred. None: claims of every kind in one table.
_COLUMNS: Mapping[Kind | None, Mapping[str, int]] = {
    None: {"id": 10, "claim": 14, "what": 18, "who": 24, "when": 13, "where": 11},
    "figure": {"id": 10, "figure": 14, "what": 18, "who": 24, "when": 13, "where": 11},
    "event": {"id": 10, "act": 18, "by": 12, "upon": 12, "who": 13, "when": 10, "where": 13},
    "responsibility": {"id": 10, "stance": 8, "accused": 15, "of": 12, "who": 20, "when": 10, "where": 13},
    "statement": {"id": 10, "who": 24, "role": 18, "cue": 12, "stance": 8, "report": 18},
}


class Row(NamedTuple):
    """One claim: the cells of its kind under their names, and its words."""

    cells: Mapping[str, str]
    quote: str


def rows(claims: Iterable[Claim], documents: Mapping[str, Document], kind: Kind | None = None) -> list[Row]:
    """A row for each claim, in the order given; with `kind`, in the columns of that kind."""
    return [_row(claim, documents[claim.document], kind) for claim in claims]


def table(found: Sequence[Row], kind: Kind | None = None) -> Iterator[str]:
    """A header, and for each claim its columns with the quote on a line of its own under them."""
    wanted = _COLUMNS[kind]
    heads = list(wanted)
    body = [[row.cells[name] for name in heads] for row in found]
    widths = fitting([heads, *body], list(wanted.values()))
    yield from columns(heads, widths)
    margin = " " * (widths[0] + 2)
    for cells, row in zip(body, found, strict=True):
        yield from columns(cells, widths)
        yield cut(f'{margin}"{row.quote}"', WIDTH)


def _row(claim: Claim, document: Document, kind: Kind | None) -> Row:
    cells = {"id": short(claim.id), "who": _who(claim, document), "stance": claim.stance, "report": outlet(document), **_scope(claim)}
    if kind == "event" or kind == "responsibility":
        cells |= _act(claim.event, claim)
    elif kind == "statement":
        link = claim.attribution[0] if claim.attribution else None
        cells |= {"role": folded(link.role or "") if link else "", "cue": folded(link.cue or "") if link else ""}
    else:
        number = amount(claim.figure) if claim.figure is not None else claim.kind
        cells |= {"claim": number, "figure": number, "what": _what(claim)}
    return Row(cells, folded(claim.quote))


def _who(claim: Claim, document: Document) -> str:
    return " via ".join(voices(claim) or [f"report's own voice: {outlet(document)}"])


def _scope(claim: Claim) -> dict[str, str]:
    scope = claim.scope
    return {
        "when": period(scope.time if scope is not None else None),
        "where": place_words(scope.place) if scope is not None and scope.place is not None else "",
    }


def _act(event: Event | None, claim: Claim) -> dict[str, str]:
    """The act with its status and means, and everyone in it; a charge names its deed where its words do."""
    if event is None:
        return dict.fromkeys(("act", "by", "upon", "accused", "of"), "")
    means = means_words(claim.scope.means) if claim.scope is not None and claim.scope.means is not None else ""
    named = {"by": event.agent, "upon": event.recipient, "accused": event.accused}
    return {name: folded(words or "") for name, words in named.items()} | {"act": _narrow(act(event)), "of": means or _deed(event)}


def _narrow(done: str) -> str:
    """A long type and mode on two lines, broken behind the stroke.

    >>> _narrow("ASSAULT/heavy-weapons"), _narrow("ASSAULT/drone")
    ('ASSAULT/ heavy-weapons', 'ASSAULT/drone')
    """
    return done if len(done) <= _COLUMNS["event"]["act"] else done.replace("/", "/ ")


def _deed(event: Event) -> str:
    """Of what somebody is accused, where the words of the charge tell."""
    return "" if event.type == "ACCUSE" else act(event)


def _what(claim: Claim) -> str:
    """ "civilians killed, drone strikes": the figure's words without its number; of another claim what is done, to whom."""
    means = claim.scope.means if claim.scope is not None else None
    done = _counted(claim.figure) if claim.figure is not None else _done(claim)
    return ", ".join(word for word in (done, means_words(means) if means is not None else "") if word)


def _counted(figure: Figure) -> str:
    return counted(figure).removeprefix(amount(figure)).strip()


def _done(claim: Claim) -> str:
    event = claim.event
    if event is None:
        return ""
    if event.accused is not None:
        return f"{claim.stance}: {folded(event.accused)}"
    upon = f" upon {folded(event.recipient)}" if event.recipient is not None else ""
    return act(event) + upon
