"""The map of a table: which column says what, in which words. TOML, as `docs/tables.md` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Literal, get_args

import msgspec

from atodds.errors import BadInput
from atodds.model.claim import Extent
from atodds.model.figure import Category, Measure
from atodds.model.when import Precision
from atodds.model.where import PlacePrecision
from atodds.vocab import load

KNOWN = ("ucdp_ged", "acled")  # maps that the program brings with it, recognised by the columns of a table


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a map; a key that is not in it is a slip of the pen, and said to be one."""


class Choice(_Part, frozen=True, kw_only=True):
    """A value that a column codes: `words` says what each of its words means, "" that it says nothing. Or one `value` for all rows."""

    column: str | None = None
    words: dict[str, str] = {}
    value: str | None = None


Coded = str | Choice  # a column's name alone: its words as they stand
Only = dict[str, list[str]]  # columns, and the words of them for which a part of the map holds


class Rows(_Part, frozen=True, kw_only=True):
    """The rows as such: what divides the cells, what stands for an empty one, what the claims quote, what a row is."""

    delimiter: str | None = None
    empty: tuple[str, ...] = ()
    quote: Literal["row", "cell"] = "row"
    extent: Coded = Choice(value="incident")


class Time(_Part, frozen=True, kw_only=True):
    """When: the column of the day, or of the first and last day. `format` is for days that can be read in two ways."""

    start: str
    end: str | None = None
    format: str | None = None  # as `strptime` has it: "%d/%m/%Y"
    precision: Coded | None = None


class Where(_Part, frozen=True, kw_only=True):
    """Where: the name, what holds it, the point and how fine it is."""

    name: str | None = None
    admin2: str | None = None
    admin1: str | None = None
    country: Coded | None = None  # a name or an ISO code of three letters
    lat: str | None = None
    lon: str | None = None
    precision: Coded | None = None


class Doer(_Part, frozen=True, kw_only=True):
    """Who is said to have done it; only where the table says that this column holds the perpetrator."""

    column: str
    only: Only = {}


class Source(_Part, frozen=True, kw_only=True):
    """Who gave the figures of a row, where the recorder passes on one source and is not the origin."""

    speaker: str
    date: str | None = None


class Act(_Part, frozen=True, kw_only=True):
    """What kind of event a row is, by PLOVER type and mode."""

    type: Coded
    mode: Coded | None = None
    recipient: str | None = None


class Counted(_Part, frozen=True, kw_only=True):
    """A figure of each row: what it counts, and the columns of its bounds. `part_of` names the figure that holds it."""

    measure: Measure = "killed"
    category: Category | None = None
    unit: str = "people"
    count: str | None = None
    low: str | None = None
    high: str | None = None
    best: str | None = None
    as_claimed: str | None = None  # the column with the recorder's own word for those counted
    name: str | None = None
    part_of: str | None = None
    only: Only = {}


class TableMap(_Part, frozen=True, kw_only=True):
    """All of a map."""

    recognised_by: tuple[str, ...] = ()
    rows: Rows = Rows()
    time: Time | None = None
    place: Where | None = None
    means: Coded | None = None
    agent: Doer | None = None
    source: Source | None = None
    event: Act | None = None
    figures: tuple[Counted, ...] = ()

    @property
    def columns(self) -> list[str]:
        """Every column that the map names, each once, in its order."""
        return list(dict.fromkeys(_named(self)))


def table_map(data: bytes, name: str) -> TableMap:
    """A map as TOML has it. Raises BadInput, naming the key that is wrong."""
    try:
        found = msgspec.toml.decode(data, type=TableMap)
    except msgspec.ValidationError as fault:
        raise BadInput(f"{name}: {fault}", "docs/tables.md lists the keys of a map") from None
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as fault:
        raise BadInput(f"{name}: not TOML ({fault})", "docs/tables.md has a map to copy") from None
    wrong = next(_faults(found), None)
    if wrong is not None:
        raise BadInput(f"{name}: {wrong}", "docs/tables.md tells what a map holds")
    return found


def shipped(name: str) -> TableMap:
    """A map that the program brings with it."""
    return table_map(files(__package__).joinpath("maps", f"{name}.toml").read_bytes(), name)


def recognised(header: Sequence[str]) -> TableMap | None:
    """The shipped map of the data set whose columns these are, in whatever order."""
    for name in KNOWN:
        found = shipped(name)
        if set(found.recognised_by) <= {column.casefold() for column in header}:
            return found
    return None


def _named(part: object) -> Iterator[str]:
    """Column names stand where the map says so, and nowhere else."""
    match part:
        case TableMap():
            for each in (part.rows.extent, part.time, part.place, part.means, part.agent, part.source, part.event, *part.figures):
                yield from _named(each)
        case str():
            yield part
        case Choice():
            yield from _named(part.column)
        case Time():
            yield from _all(part.start, part.end, part.precision)
        case Where():
            yield from _all(part.name, part.admin2, part.admin1, part.country, part.lat, part.lon, part.precision)
        case Doer():
            yield from _all(part.column, *part.only)
        case Source():
            yield from _all(part.speaker, part.date)
        case Act():
            yield from _all(part.type, part.mode, part.recipient)
        case Counted():
            yield from _all(part.count, part.low, part.high, part.best, part.as_claimed, *part.only)


def _all(*parts: object) -> Iterator[str]:
    for part in parts:
        yield from _named(part)


def _faults(found: TableMap) -> Iterator[str]:
    """What no table could be read by."""
    if not found.figures and found.event is None:
        yield "it names neither [[figures]] nor an [event], so that no row could say anything"
    if found.rows.delimiter is not None and (len(found.rows.delimiter) != 1 or found.rows.delimiter in '"\n'):
        yield "rows.delimiter is one character"
    names = list[str]()
    for place, figure in enumerate(found.figures, start=1):
        if figure.count is None and figure.low is None and figure.high is None and figure.best is None:
            yield f"figures no. {place} names no column: give it count, low, high or best"
        if figure.part_of is not None and figure.part_of not in names:
            yield f"figures no. {place} is part of {figure.part_of!r}, and no figure before it has that name"
        names += [figure.name] if figure.name is not None else []
    yield from _wrong_words(found)


def _wrong_words(found: TableMap) -> Iterator[str]:
    """Values that the record has no place for."""
    precisions = found.time.precision if found.time is not None else None, found.place.precision if found.place is not None else None
    checked: tuple[tuple[str, Coded | None, Iterable[Any]], ...] = (
        ("rows.extent", found.rows.extent, get_args(Extent)),
        ("time.precision", precisions[0], get_args(Precision)),
        ("place.precision", precisions[1], get_args(PlacePrecision)),
        ("means", found.means, load("means")["means"]),
    )
    for key, coded, legal in checked:
        for word in sorted({*_values(coded)} - {"", *legal}):
            yield f"{key} cannot be {word!r}; it is one of {', '.join(legal)}"


def _values(coded: Coded | None) -> Iterator[str]:
    if isinstance(coded, Choice):
        yield from coded.words.values()
        yield from [coded.value] if coded.value is not None else []


def chosen(coded: Coded, cells: Mapping[str, str]) -> str | None:
    """What a row's own word means, by the map; None where the cell is empty or says nothing. Raises KeyError for an unlisted word."""
    if isinstance(coded, str):
        return cells.get(coded)
    if coded.column is None:
        return coded.value or None
    word = cells.get(coded.column)
    if word is None:
        return None
    if not coded.words:
        return word
    meant = coded.words.get(word)
    if meant is None:
        meant = {key.casefold(): value for key, value in coded.words.items()}[word.casefold()]
    return meant or None
