"""Scopes: when, where, by whom and by what means a row is about, with the cells that say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from atodds.exchange.tables import days, places
from atodds.exchange.tables.cells import Cell
from atodds.exchange.tables.columns import Coded, Only, TableMap, Time, Where, chosen
from atodds.exchange.tables.counts import Unreadable, stretch
from atodds.extract.context.who import actor_of
from atodds.model.claim import Extent, Scope
from atodds.model.source import Link
from atodds.model.text import Span
from atodds.model.when import From, Precision, When
from atodds.model.where import Place, PlacePrecision

LONGEST_NAME = 12  # words of a speaker or doer, as everywhere

T = TypeVar("T")


@dataclass
class Row:
    """A row with its cells by column, empty ones left out; what of it could not be read is told to `fault`, by column."""

    number: int
    at: Span
    cells: Mapping[str, Cell]
    text: str  # the whole table's
    delimiter: str
    fault: Callable[[str, str], None]

    @property
    def words(self) -> dict[str, str]:
        return {column: cell.text for column, cell in self.cells.items()}

    def word(self, column: str | None) -> str | None:
        cell = self.cells.get(column) if column is not None else None
        return cell.text if cell is not None else None

    def found(self, *columns: str | None) -> list[Cell]:
        """The cells of some columns that are not empty."""
        return [self.cells[column] for column in columns if column is not None and column in self.cells]

    def stretch(self, cells: Sequence[Cell]) -> Span:
        return stretch(cells, self.text, self.delimiter)

    def tried(self, column: str | None, read: Callable[[], T]) -> T | None:
        """What `read` makes of a column; nothing, and a fault, where it can make nothing of it."""
        try:
            return read()
        except Unreadable as fault:
            self.fault(column or "", str(fault))
            return None

    def chosen(self, coded: Coded | None, key: str) -> str | None:
        """What the row's word means by the map; a word that the map does not list is a fault."""
        if coded is None:
            return None
        try:
            return chosen(coded, self.words)
        except KeyError as missing:
            column = coded if isinstance(coded, str) else coded.column
            self.fault(column or "", f"{missing.args[0]!r} is not among the words of {key} in the map; add it there")
            return None

    def holds(self, only: Only) -> bool:
        """Has the row the words for which a part of the map holds?"""
        return all(self.word(column) in words for column, words in only.items())


def scope(row: Row, table: TableMap) -> tuple[Scope, dict[str, Span]]:
    """The scope of a row, and where each value of it stands."""
    spans = dict[str, Span]()
    extent = cast("Extent | None", row.chosen(table.rows.extent, "rows.extent"))
    agent = table.agent.column if table.agent is not None and row.holds(table.agent.only) else None
    doer = name(row, agent)
    if doer is not None:
        spans["scope.agent"] = row.cells[cast(str, agent)].at
    means = row.chosen(table.means, "means")
    if means is not None and (cell := _cell(row, table.means)) is not None:
        spans["scope.means"] = cell.at
    return Scope(
        time=_time(row, table.time, spans), place=_place(row, table.place, spans), agent=doer, means=means,
        means_from=_whence(means, "scope.means" in spans), extent=extent, aggregate=extent == "total",
    ), spans  # fmt: skip


def voices(row: Row, table: TableMap) -> tuple[Link, ...]:
    """The one source that the row passes on, where the map names its column; else nobody, and the recorder is the origin."""
    source = table.source
    speaker = name(row, source.speaker) if source is not None else None
    if source is None or speaker is None:
        return ()
    at, told = row.cells[source.speaker].at, row.word(source.date)
    said = row.tried(source.date, lambda: days.stated(told)) if told is not None else None
    day = said.earliest if said is not None and said.precision == "day" else None
    return (Link(speaker=speaker, start=at.start, end=at.end, actor=actor_of(speaker, ""), date=day),)


def name(row: Row, column: str | None) -> str | None:
    """The words of a cell that holds a name, on one line."""
    words = " ".join((row.word(column) or "").split())
    if len(words.split()) > LONGEST_NAME:
        row.fault(column or "", f"a name of more than {LONGEST_NAME} words; shorten it, or leave the column out of the map")
        return None
    return words or None


def _time(row: Row, time: Time | None, spans: dict[str, Span]) -> When:
    """When; an open time where the row gives none, an unresolved one where nobody could read it."""
    cells = row.found(time.start, time.end) if time is not None else []
    if time is None or not cells:
        return When(precision="open")
    at = row.stretch(cells)
    spans["scope.time"] = at
    text = " ".join(at.of(row.text).split())
    first = row.tried(time.start, lambda: days.stated(cells[0].text, time.format))
    last = row.tried(time.end, lambda: days.stated(cells[-1].text, time.format)) if len(cells) > 1 else None
    if first is None or (len(cells) > 1 and last is None):
        return When(precision="open", text=text, unresolved=True)
    precision = cast("Precision | None", row.chosen(time.precision, "time.precision"))
    when = row.tried(time.end, lambda: days.period(first, last, precision))
    if when is None:
        return When(precision="open", text=text, unresolved=True)
    return When(earliest=when.earliest, latest=when.latest, precision=when.precision, text=text)


def _place(row: Row, where: Where | None, spans: dict[str, Span]) -> Place | None:
    if where is None:
        return None
    code = _country(row, where)
    country = _cell(row, where.country)
    columns = {"name": where.name, "admin2": where.admin2, "admin1": where.admin1}
    names = {level: row.cells[column] for level, column in columns.items() if column is not None and column in row.cells}
    named = names | ({"country": country} if country is not None else {})
    if not named and code is None:
        return None
    finest = next((level for level in ("name", "admin2", "admin1", "country") if level in named), "country")
    precision = cast("PlacePrecision | None", row.chosen(where.precision, "place.precision"))
    point = _point(row, where)
    words = {level: " ".join(cell.text.split()) for level, cell in named.items()}
    written = Place(
        text=words.get(finest) or places.country_called(code), country=code, lat=point[0], lon=point[1],
        admin1=words.get("admin1"), admin2=words.get("admin2"), from_=None if named else "document",
        precision=precision or (cast(PlacePrecision, finest) if finest != "name" else None),
    )  # fmt: skip
    place = places.as_fine_as_told(written, words)
    told = next((cell for level, cell in named.items() if words[level] == place.text), None)
    if told is not None:
        spans["scope.place"] = told.at
    return place if country is not None and code is None else places.looked_up(place)  # a country nobody could read may be any


def _country(row: Row, where: Where) -> str | None:
    """The code, by the map's words, else by the list of countries."""
    coded = where.country
    if coded is None:
        return None
    column = coded if isinstance(coded, str) else coded.column
    words = (row.word(column) if column is not None else None) or ("" if isinstance(coded, str) else coded.value or "")
    meant = {} if isinstance(coded, str) else {key.casefold(): value for key, value in coded.words.items()}
    words = meant.get(words.casefold(), words)
    return row.tried(column, lambda: places.country(words)) if words else None


def _point(row: Row, where: Where) -> tuple[float | None, float | None]:
    """Latitude and longitude, both or none."""
    lat, lon = row.word(where.lat), row.word(where.lon)
    if lat is None or lon is None:
        if lat is not lon:
            row.fault(where.lat or where.lon or "", "a latitude needs a longitude beside it")
        return None, None
    degrees = row.tried(where.lat, lambda: places.degrees(lat, "lat")), row.tried(where.lon, lambda: places.degrees(lon, "lon"))
    return degrees if None not in degrees else (None, None)


def _cell(row: Row, coded: Coded | None) -> Cell | None:
    """The cell that a value was read from."""
    column = coded if coded is None or isinstance(coded, str) else coded.column
    return row.cells.get(column) if column is not None else None


def _whence(value: str | None, written: bool) -> From | None:
    """A value that the map gives for all rows is one of the document."""
    return "document" if value is not None and not written else None
