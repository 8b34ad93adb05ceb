"""Scopes: when, where, by whom and by what means a row is about, with the cells that say so."""

from __future__ import annotations

from functools import partial
from typing import cast

from atodds.exchange.tables import days
from atodds.exchange.tables.columns import TableMap, Time
from atodds.exchange.tables.located import located
from atodds.exchange.tables.row import Row
from atodds.extract.context.who import actor_of
from atodds.model.claim import Extent, Scope
from atodds.model.source import Link
from atodds.model.text import Span
from atodds.model.when import Precision, When


def scope(row: Row, table: TableMap) -> tuple[Scope, dict[str, Span]]:
    """The scope of a row, and where each value of it stands."""
    time, spans = _time(row, table.time)
    place, parts = located(row, table.place) if table.place is not None else (None, {})
    agent = table.agent.column if table.agent is not None and row.holds(table.agent.only) else None
    doer, means = row.name(agent), row.chosen(table.means, "means")
    extent = cast("Extent | None", row.chosen(table.rows.extent, "rows.extent"))
    written = row.cell(table.means) if means is not None else None
    spans |= parts
    spans |= {"scope.agent": row.cells[agent].at} if doer is not None and agent is not None else {}
    spans |= {"scope.means": written.at} if written is not None else {}
    return Scope(
        time=time, place=place, agent=doer, means=means, extent=extent, aggregate=extent == "total",
        means_from="document" if means is not None and written is None else None,  # the map gives it for all rows
    ), spans  # fmt: skip


def voices(row: Row, table: TableMap) -> tuple[Link, ...]:
    """The one source that the row passes on, where the map names its column; else nobody, and the recorder is the origin."""
    source = table.source
    speaker = row.name(source.speaker) if source is not None else None
    if source is None or speaker is None:
        return ()
    at, told = row.cells[source.speaker].at, row.word(source.date)
    said = row.tried(source.date, lambda: days.stated(told)) if told is not None else None
    day = said.earliest if said is not None and said.precision == "day" else None
    return (Link(speaker=speaker, start=at.start, end=at.end, actor=actor_of(speaker, ""), date=day),)


def _time(row: Row, time: Time | None) -> tuple[When, dict[str, Span]]:
    """When; an open time where the row gives none, an unresolved one where nobody could read it."""
    cells = row.found(time.start, time.end) if time is not None else []
    if time is None or not cells:
        return When(precision="open"), {}
    at = row.stretch(cells)
    text = " ".join(at.of(row.text).split())
    when = _period(row, time)
    if when is None:
        return When(precision="open", text=text, unresolved=True), {"scope.time": at}
    return When(earliest=when.earliest, latest=when.latest, precision=when.precision, text=text), {"scope.time": at}


def _period(row: Row, time: Time) -> When | None:
    """The days of a row; None, and a fault, where a cell that is not empty says none."""
    columns = [column for column in (time.start, time.end) if row.word(column) is not None]
    read = [row.tried(column, partial(days.stated, row.word(column) or "", time.format)) for column in columns]
    found = [when for when in read if when is not None]
    if len(found) < len(columns):
        return None
    precision = cast("Precision | None", row.chosen(time.precision, "time.precision"))
    return row.tried(columns[-1], lambda: days.period(found[0], found[1] if len(found) > 1 else None, precision))
