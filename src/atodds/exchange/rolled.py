"""Rows of a policy for other programs: JSON lines with everything, CSV for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

import msgspec

from atodds.exchange.csv import Cell, safe
from atodds.policy.base import Policy, Rolled, Row, Suppressed

LEAVES_OUT = "the methodology and what is left out of every row; jsonl keeps them"

_ENCODER = msgspec.json.Encoder()
_FIRST, _LAST = ("policy", "incident", "total"), ("used", "suppressed", "overlaps", "notes")


def lines(policy: Policy, rolled: Rolled, *, basis: str) -> Iterator[bytes]:
    """The policy with its methodology, its rows, then every figure that is in none, each on a line of its own."""
    head = {
        "type": "policy", "name": policy.name, "version": policy.version, "after": policy.after, "short": policy.short,
        "methodology": policy.methodology, "columns": policy.columns, "basis": basis,
    }  # fmt: skip
    yield _ENCODER.encode(head) + b"\n"
    yield from (_ENCODER.encode(row) + b"\n" for row in rolled.rows)
    yield from (_ENCODER.encode({"type": "left_out", **msgspec.to_builtins(each)}) + b"\n" for each in rolled.left_out)


def write(policy: Policy, rolled: Rolled, out: TextIO) -> None:
    """A header and a row for each row, values as numbers; the policy with its version stands in the first cell of each."""
    writer = csv.DictWriter(out, (*_FIRST, *policy.columns, *_LAST), lineterminator="\n")
    writer.writeheader()
    for row in rolled.rows:
        writer.writerow({name: safe(cell) for name, cell in _cells(row).items()})


def _cells(row: Row) -> dict[str, Cell]:
    return {
        "policy": row.policy, "incident": row.incident, "total": row.total, **row.values, "used": "; ".join(row.used),
        "suppressed": "; ".join(map(_why, row.suppressed)), "notes": "; ".join(_lines(row.notes)),
        "overlaps": "; ".join(f"{each.incident}: {each.how}, {each.low}-{each.high}, {each.reason}" for each in row.overlaps),
    }  # fmt: skip


def _why(gone: Suppressed) -> str:
    return f"{gone.claim}: {gone.reason}" + (f" ({gone.by})" if gone.by is not None else "")


def _lines(notes: Iterable[str]) -> Iterator[str]:
    yield from (" ".join(note.split()) for note in notes)
