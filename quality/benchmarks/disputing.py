"""How long it takes to find what cannot all be true among n claims: in one batch, and for each claim that is added.

    python quality/benchmarks/disputing.py --sizes 10000 100000 1000000

Beside it, in the same run, what a skilled user would write for the pairs alone: a range join with the right indexes, in SQLite and, where
it is installed (`pip install duckdb`), in DuckDB. Both are given the same accounts; the SQL finds no sums, no rivals, no proofs.

The countries, provinces and towns are fictional, and so is every number: ten thousand claims a country over ten years, of which two in a
hundred are totals (a province's month, a province's year, a country's year) and two rival figures on an incident.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sqlite3
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from atodds.disputes.accounts import Account
from atodds.disputes.boxes import Box
from atodds.disputes.standing import Standing
from atodds.model.figure import Figure
from atodds.model.incident import Incident
from atodds.model.origin import Origin
from atodds.model.where import Place

PER_COUNTRY = 10_000
PROVINCES, TOWNS, YEARS = 8, 80, 10
FIRST = date(2010, 1, 1)
MADE = date(2020, 6, 1)
ADDED = 2_000  # claims added one by one to a batch
SEED = 11


class Row(NamedTuple):
    """One claim of the table: an incident's figure, or a total."""

    number: int
    origin: str
    first: date
    last: date
    country: str
    province: str | None
    town: int | None
    low: int | None
    high: int | None
    kind: str | None
    incident: int | None


def rows(size: int) -> Iterator[Row]:
    """The fictional table, the same for the same size."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    number = 0
    for country in range(-(-size // PER_COUNTRY)):
        for _ in range(min(PER_COUNTRY, size - country * PER_COUNTRY)):
            yield from _claim(chance, number, f"X{country:03d}")
            number += 1


def _claim(chance: random.Random, number: int, country: str) -> Iterator[Row]:
    province = f"Province {chance.randrange(PROVINCES)}"
    day = FIRST + timedelta(days=chance.randrange(365 * YEARS))
    dead = min(60, 1 + int(chance.expovariate(0.25)))
    roll = chance.random()
    if roll < 0.02:
        yield _total(chance, number, country, province, day)
        return
    rival = roll < 0.04 and number > 0
    kind = "civilian" if chance.random() < 0.5 else None
    outlet, town = f"outlet {chance.randrange(40)}", chance.randrange(TOWNS)
    most = dead if chance.random() < 0.7 else None
    yield Row(number, outlet, day, day, country, province, town, dead, most, kind, number - 1 if rival else number)


def _total(chance: random.Random, number: int, country: str, province: str, day: date) -> Row:
    """A ministry's total, now below what the incidents add up to, now above."""
    shape = chance.choices(("month", "year", "country"), (5, 3, 2))[0]
    first = day.replace(day=1) if shape == "month" else day.replace(month=1, day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if shape == "month" else first.replace(month=12, day=31)
    expected = {"month": 50, "year": 600, "country": 5000}[shape]
    high = 0 if chance.random() < 0.02 else int(expected * chance.uniform(0.5, 3))
    return Row(
        number, f"ministry {chance.randrange(3)}", first, last, country, None if shape == "country" else province, None, high, high,
        "civilian" if high == 0 else None, None,
    )  # fmt: skip


def account(row: Row, places: dict[object, Place]) -> Account:
    """The row as the engine takes it."""
    where = (row.country, row.province, row.town)
    if where not in places:
        precision: Any = "country" if row.province is None else "town" if row.town is not None else "admin1"
        places[where] = Place(
            text=row.country if row.province is None else f"{row.province} {row.town}", country=row.country, admin1=row.province,
            geoname=None if row.town is None else len(places), precision=precision,
        )  # fmt: skip
    name, exact = f"{number_id(row.number)}", row.low == row.high
    figure = Figure(
        measure="killed", low=row.low, high=row.high, text=str(row.low), modality="exact" if exact else "at_least", unit="people",
        category="civilian" if row.kind else "unknown",
    )  # fmt: skip
    return Account(
        id=name, claims=(name,), document=row.origin, topic=("killed", "people"), low=row.low, high=row.high, soft=None, figure=figure,
        box=Box(
            first=row.first.toordinal(), last=row.last.toordinal(), place=places[where], means="drone",
            kinds=frozenset(("civilian",)) if row.kind else frozenset(),
        ),
        extent="total" if row.incident is None else "incident", events=None if row.incident is None else number_id(row.incident),
        origin=Origin(key=row.origin, side=row.origin, name=row.origin, made=MADE), voice=row.origin,
    )  # fmt: skip


def number_id(number: int) -> str:
    return f"{number:064d}"


class Incidents(dict[str, Incident]):
    """An incident for whoever asks, without keeping a million."""

    def get(self, key: str, default: Any = None) -> Any:
        return Incident(id=key, claims=(key,), documents=()) if key else default


def ours(size: int) -> dict[str, Any]:
    """Batch, then one by one."""
    places: dict[object, Place] = {}
    every = [account(row, places) for row in rows(size + ADDED)]
    batch, more = every[:size], every[size:]
    del every
    standing = Standing()
    start = time.perf_counter()
    standing.add(*batch)
    found = sum(1 for _ in standing.disputes(Incidents()))
    seconds = time.perf_counter() - start
    each: list[float] = []
    for one in more:
        start = time.perf_counter()
        standing.add(one)
        for _ in standing.about(one, Incidents()):
            pass
        each.append((time.perf_counter() - start) * 1000)
    each.sort()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "claims": size, "disputes": found, "batch_s": round(seconds, 2), "added_p50_ms": round(each[len(each) // 2], 3),
        "added_p95_ms": round(each[int(len(each) * 0.95)], 3), "peak_mb": round(peak),
    }  # fmt: skip


PAIRS = """
    select count(*) from totals t join lows l
      on l.country = t.country and l.first >= t.first and l.first <= t.last and l.last <= t.last
     and (t.province is null or l.province = t.province) and (t.kind is null or l.kind = t.kind) and l.low > t.high
"""
COLUMNS = "number integer, first text, last text, country text, province text, kind text, low integer, high integer"


def _split(size: int) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    lows: list[tuple[Any, ...]] = []
    totals: list[tuple[Any, ...]] = []
    for row in rows(size):
        values = (row.number, row.first.isoformat(), row.last.isoformat(), row.country, row.province, row.kind, row.low, row.high)
        lows.append(values)
        if row.incident is None:
            totals.append(values)
    return lows, totals


def in_sqlite(size: int) -> dict[str, Any]:
    lows, totals = _split(size)
    start = time.perf_counter()
    with sqlite3.connect(":memory:") as book:
        for name, values in (("lows", lows), ("totals", totals)):
            book.execute(f"create table {name} ({COLUMNS})")
            book.executemany(f"insert into {name} values (?,?,?,?,?,?,?,?)", values)  # noqa: S608 - names of our own
        book.execute("create index by_place on lows (country, province, first)")
        book.execute("create index by_country on lows (country, first)")
        book.execute("analyze")
        pairs = book.execute(PAIRS).fetchone()[0]
    return {"claims": size, "sqlite_s": round(time.perf_counter() - start, 2), "sqlite_pairs": pairs}


def in_duckdb(size: int) -> dict[str, Any]:
    try:
        import duckdb
    except ImportError:
        return {}
    lows, totals = _split(size)
    start = time.perf_counter()
    book = duckdb.connect()
    for name, values in (("lows", lows), ("totals", totals)):
        book.execute(f"create table {name} ({COLUMNS})")
        for at in range(0, len(values), 2000):
            some = values[at : at + 2000]
            marks = ",".join(["(?,?,?,?,?,?,?,?)"] * len(some))
            book.execute(f"insert into {name} values {marks}", [value for row in some for value in row])  # noqa: S608
    loaded = time.perf_counter()
    pairs = book.execute(PAIRS).fetchone()
    done = time.perf_counter()
    return {
        "duckdb_load_s": round(loaded - start, 2), "duckdb_query_s": round(done - loaded, 2), "duckdb_pairs": pairs[0] if pairs else None,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--without-sql", action="store_true", help="ours alone")
    options = parser.parse_args()
    for size in options.sizes:
        line = ours(size)
        if not options.without_sql:
            line |= in_sqlite(size) | in_duckdb(size)
        print(json.dumps(line))


if __name__ == "__main__":
    main()
