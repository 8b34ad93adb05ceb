"""Claims made by hand, a line each: what is grouped must not depend on what the rules of extraction find."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from atodds.model.claim import Claim, Event, Extract, Kind, Scope
from atodds.model.figure import Figure, Measure
from atodds.model.ids import text_digest
from atodds.model.incident import Grouping
from atodds.model.source import Link
from atodds.model.text import Document, Span
from atodds.model.when import From, When
from atodds.model.where import Place

# Fictional towns of two fictional provinces.
KESTA = Place(text="Kesta", name="Kesta", country="XKX", geoname=11, admin1="Tarm", lat=35.0, lon=37.0, precision="town")
OLVA = Place(text="Olva", name="Olva", country="XKX", geoname=12, admin1="Tarm", lat=35.03, lon=37.02, precision="town")  # 4 km away
SENNA = Place(text="Senna", name="Senna", country="XKX", geoname=13, admin1="Tarm", lat=35.9, lon=37.8, precision="town")
TARM = Place(text="Tarm province", name="Tarm", country="XKX", geoname=14, admin1="Tarm", precision="admin1")
NORR = Place(text="Norr", name="Norr", country="XKX", geoname=21, admin1="Vell", lat=33.0, lon=36.0, precision="town")


def day(text: str, from_: From | None = None) -> When:
    return When(earliest=date.fromisoformat(text), latest=date.fromisoformat(text), precision="day", from_=from_)


def month(text: str) -> When:
    first = date.fromisoformat(f"{text}-01")
    return When(earliest=first, latest=first.replace(day=28), precision="month")


def report(name: str, text: str = "", published: str | None = "2014-05-10", title: str | None = None) -> Document:
    return Document(
        id=name, text=text, sha256=text_digest(text), outlet=name, title=title,
        published=date.fromisoformat(published) if published is not None else None,
    )  # fmt: skip


def claim(
    of: Document,
    words: str = "",
    *,
    kind: Kind = "figure",
    killed: int | None = None,
    measure: Measure = "killed",
    when: When | None = None,
    where: Place | None = None,
    means: str | None = None,
    accused: str | None = None,
    said_by: str | None = None,
    names: tuple[str, ...] = (),
    type: str = "ASSAULT",
    mode: str | None = None,
    extent: Any = "incident",
    **fields: Any,
) -> Claim:
    """A claim of a report. `words` are looked up in its text; without them the claim stands somewhere of its own."""
    start = of.text.index(words) if words and words in of.text else 1000 * len(fields)
    start, quote = start, words or "so it is told"
    ends = [at for mark in ".!?" if (at := of.text.find(mark, start + len(words))) >= 0]
    opened = max((of.text.rfind(mark, 0, start) for mark in ".!?"), default=-1) + 1
    figure = None
    if kind == "figure":
        number = killed if killed is not None else 1
        figure = Figure(measure=measure, low=number, high=number, text=str(number), modality="exact", unit="people", names=names)
    event = Event(type=type, mode=mode, accused=accused) if kind in ("event", "responsibility") else None
    scope = Scope(time=when, place=where, means=means, extent=extent, aggregate=extent == "total")
    content = (of.id, kind, words, killed, measure, str(when), str(where), means, accused, said_by, str(extent), str(sorted(fields)))
    made: dict[str, Any] = {
        "id": text_digest(repr(content)), "document": of.id, "kind": kind, "quote": quote, "start": start, "end": start + len(quote),
        "spans": {"figure.text" if kind == "figure" else "event.type": Span(start, start + len(quote))},
        "sentence": Extract(start=opened, end=min(ends, default=start + len(quote))) if words else None,
        "attribution": (Link(speaker=said_by),) if said_by is not None else (), "stance": "blames" if accused else "asserts",
        "author": "neutral", "figure": figure, "event": event, "scope": scope, "rule": "by hand",
    }  # fmt: skip
    return Claim(**(made | fields))


def groups(grouping: Grouping, of: Iterable[Claim]) -> list[set[int]]:
    """Each incident as the places that its claims have in a list, so that a test can be read."""
    place = {each.id: number for number, each in enumerate(of)}
    return sorted(({place[id] for id in each.claims if id in place} for each in grouping.incidents), key=min)
