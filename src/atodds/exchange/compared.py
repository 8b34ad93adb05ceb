"""A comparison for other programs: a row or a line a lane, none left out, with what the picture says of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from atodds.exchange.csv import Cell, safe
from atodds.views.compare import Compared, Group
from atodds.views.lanes import Lane

COLUMNS = (
    "number", "group", "comparable", "speaker", "via", "outlet", "published", "made", "measure", "unit", "category", "as_claimed",
    "low", "high", "modality", "amount", "claimed_zero", "soft", "stance", "author", "hedge",
    "earliest", "latest", "place", "means", "agent", "extent", "notes", "same_voice", "revised", "part_of",
    "contradiction", "at_odds", "agreement", "reasons", "claim", "quote", "document", "start", "end",
)  # fmt: skip

_ENCODER = msgspec.json.Encoder()


def write_csv(compared: Compared, out: TextIO) -> None:
    """A header and a row for each lane; text that a spreadsheet would run begins with an apostrophe."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for group in compared.groups:
        for lane in group.lanes:
            writer.writerow({name: safe(cell) for name, cell in _row(lane, group, compared).items()})


def json_lines(compared: Compared) -> Iterator[bytes]:
    """First the question as it was understood, then a line a lane, then what cannot all be true."""
    yield _line("comparison", {name: getattr(compared, name) for name in ("title", "understood", "unread", "left_out")})
    for group in compared.groups:
        about = {"title": group.title, "comparable": group.comparable, "notes": group.notes}
        for lane in group.lanes:
            yield _line("lane", {"group": about, "shape": lane.shape, "soft": lane.soft, **msgspec.to_builtins(lane)})
    for odds in compared.odds:
        yield _line("odds", msgspec.to_builtins(odds))


def _row(lane: Lane, group: Group, compared: Compared) -> dict[str, Cell]:
    """One lane as named cells; several values stand with a semicolon between them."""
    plain = {name: getattr(lane, name) for name in COLUMNS if name in Lane.__struct_fields__}
    odds = [each for each in compared.odds if lane.number in each.touches]
    days = {name: day.isoformat() if (day := plain[name]) is not None else None for name in ("published", "made", "earliest", "latest")}
    letters = {
        relation: "; ".join(each.letter for each in odds if each.relation == relation)
        for relation in ("contradiction", "at_odds", "agreement")
    }
    return {
        **plain, **days, **letters, "group": group.title, "comparable": "yes" if group.comparable else "no",
        "via": "; ".join(lane.via), "notes": "; ".join((*group.notes, *lane.notes)), "soft": "yes" if lane.soft else "no",
        "claimed_zero": "yes" if lane.shape == "zero" else "no", "reasons": "; ".join(each.reason for each in odds),
    }  # fmt: skip


def _line(kind: str, fields: dict[str, Any]) -> bytes:
    return _ENCODER.encode({"type": kind, **fields}) + b"\n"
