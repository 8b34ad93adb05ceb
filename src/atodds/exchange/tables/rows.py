"""Rows: what a row of a table claims, figure by figure, each with the cells that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from atodds.exchange.tables.cells import Cell
from atodds.exchange.tables.columns import Act, Counted, TableMap
from atodds.exchange.tables.counts import Count, bounds, count
from atodds.exchange.tables.row import Row
from atodds.exchange.tables.scopes import scope, voices
from atodds.extract.rule import Rule
from atodds.extract.tables import BEST, COUNT, EVENT, RANGE
from atodds.model.claim import Claim, Event, Extract, Scope
from atodds.model.figure import OF_PEOPLE, Category, Figure
from atodds.model.ids import claim_id
from atodds.model.source import Link
from atodds.model.text import Document, Span

Found = tuple[Rule, Count, list[Cell]]


class _Told(msgspec.Struct, frozen=True):
    """What all claims of a row share."""

    document: Document
    row: Row
    scope: Scope
    spans: dict[str, Span]
    attribution: tuple[Link, ...]
    whole_row: bool


def claims_of_row(row: Row, table: TableMap, document: Document) -> Iterator[Claim]:
    """The claims of one row, the figures in the order of the map; of a part, `part_of` names the figure of this row that holds it."""
    around, spans = scope(row, table)
    told = _Told(document, row, around, spans, voices(row, table), table.rows.quote == "row")
    if table.event is not None and (act := _act(told, table.event)) is not None:
        yield act
    made, wholes = set[str](), dict[str, str]()
    for counted in table.figures:
        if not row.holds(counted.only):
            continue
        for found in _read(row, counted):
            claim = _figure(told, counted, *found, wholes.get(counted.part_of or ""))
            if claim.id in made:  # two columns that say the same of the same victims say it once
                continue
            made.add(claim.id)
            if counted.name is not None:
                wholes.setdefault(counted.name, claim.id)
            yield claim


def _read(row: Row, counted: Counted) -> Iterator[Found]:
    """The readings of one figure's cells: the number, or the bounds; the best estimate beside them, where it says more."""
    one, low, high, best = (row.word(column) for column in (counted.count, counted.low, counted.high, counted.best))
    if one is not None:
        found = row.tried(counted.count, lambda: count(one))
        yield from [(COUNT, found, row.found(counted.count))] if found is not None else []
    between = row.tried(counted.low or counted.high, lambda: bounds(low, high))
    if between is not None:
        yield RANGE, between, row.found(counted.low, counted.high)
    if best is not None:
        estimate = row.tried(counted.best, lambda: count(best))
        if estimate is not None and (between is None or estimate[:2] != between[:2]):
            yield BEST, estimate._replace(modality="about"), row.found(counted.best)


def _figure(told: _Told, counted: Counted, rule: Rule, found: Count, cells: Sequence[Cell], whole: str | None) -> Claim:
    cells = cells if found.low != found.high else cells[:1]  # "4" and "4" are written 4
    at = told.row.stretch(cells)
    spans = {"figure.text": at} | ({"figure.low": cells[0].at, "figure.high": cells[1].at} if len(cells) > 1 else {})
    own = told.row.name(counted.as_claimed)
    if own is not None and counted.as_claimed is not None:
        spans["figure.as_claimed"] = told.row.cells[counted.as_claimed].at
    category: Category | None = counted.category or ("unknown" if counted.measure in OF_PEOPLE else None)
    figure = Figure(
        measure=counted.measure, low=found.low, high=found.high, text=" ".join(at.of(told.row.text).split()), modality=found.modality,
        unit=counted.unit, category=category, as_claimed=own,
    )  # fmt: skip
    return _claim(told, rule, told.row.at if told.whole_row else at, spans, figure=figure, scope=told.scope, part_of=whole)


def _act(told: _Told, act: Act) -> Claim | None:
    """The event that the row is. Who did it stands in the event, as everywhere, and not in the scope."""
    kind = told.row.chosen(act.type, "event.type")
    if kind is None:
        return None
    mode = told.row.chosen(act.mode, "event.mode")
    event = Event(type=kind, mode=mode, agent=told.scope.agent, recipient=told.row.name(act.recipient))
    around = msgspec.structs.replace(told.scope, agent=None)
    spans = {"event.recipient": told.row.cells[act.recipient].at} if event.recipient is not None and act.recipient is not None else {}
    spans |= {"event.agent": told.spans["scope.agent"]} if event.agent is not None else {}
    return _claim(told, EVENT, told.row.at, spans, event=event, scope=around)


def _claim(
    told: _Told, rule: Rule, at: Span, spans: dict[str, Span], *,
    scope: Scope, figure: Figure | None = None, event: Event | None = None, part_of: str | None = None,
) -> Claim:  # fmt: skip
    document, row = told.document, told.row
    shared = {key: span for key, span in told.spans.items() if event is None or key != "scope.agent"}
    claim = Claim(
        id="", document=document.id, kind="figure" if event is None else "event", quote=at.of(document.text), start=at.start, end=at.end,
        spans=spans | shared, sentence=Extract(start=row.at.start, end=row.at.end), attribution=told.attribution, stance="asserts",
        author="neutral", figure=figure, event=event, scope=scope, part_of=part_of, rule=rule.name,
    )  # fmt: skip
    return msgspec.structs.replace(claim, id=claim_id(claim, document.sha256))
