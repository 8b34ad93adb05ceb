"""Policies: named, versioned ways to roll claims up. Each says what it used, what it left out, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from atodds.model.claim import Claim
from atodds.model.dispute import Findings
from atodds.model.incident import Grouping
from atodds.model.origin import Origin, Revision
from atodds.model.record import Record
from atodds.model.text import Document

Value = int | float | str | None
Number = int | float


class Given(Record, frozen=True, kw_only=True):
    """All that a policy may look at: claims as accepted and corrected, and the readings of them.

    Rejected claims are not among them. `origins` has every claim's id. One claim may be there once for each document that has its text.
    `discounted` holds, by the id of any claim of an incident, the words of a person who discounted it: no machine ever fills it.
    """

    claims: tuple[Claim, ...]
    origins: Mapping[str, Origin]
    grouping: Grouping
    documents: Mapping[str, Document] = {}  # for the names of outlets, and names that a report itself shortens
    revisions: tuple[Revision, ...] = ()
    findings: Findings = Findings()
    discounted: Mapping[str, str] = {}


class Suppressed(Record, frozen=True, kw_only=True):
    """A claim that was not counted, and why; `by`: the claim that stands in its place."""

    claim: str
    reason: str
    by: str | None = None


class Overlap(Record, frozen=True, kw_only=True):
    """An incident that lies, or may lie, inside what a total counts: a line of the ledger of overlaps."""

    incident: str
    claims: tuple[str, ...]  # the figures that its numbers are of
    how: Literal["inside", "may lie inside"]
    low: Number  # people of the total's kind, by the same policy
    high: Number
    reason: str  # "2012-07-06 lies in 2008/2013-10-30; Zowi Sidgi lies in Pakistan"


class Row(Record, frozen=True, kw_only=True, tag_field="type", tag="row"):
    """What a policy makes of one incident or one total. A null value is not told, or not for a machine to say."""

    policy: str  # name and version: "ucdp 1"
    incident: str | None = None  # its id
    total: str | None = None  # the claim that is one, in a row of a total
    values: dict[str, Value]
    used: tuple[str, ...]  # claim ids, sorted: every figure behind a number, every charge behind a name
    suppressed: tuple[Suppressed, ...] = ()  # by claim id
    notes: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()


class Rolled(Record, frozen=True, kw_only=True):
    """All that a policy made of some claims. Every figure is used or suppressed in a row, or left out, with the reason."""

    rows: tuple[Row, ...]
    left_out: tuple[Suppressed, ...] = ()  # by claim id


class Policy(Record, frozen=True, kw_only=True):
    """A named way to roll claims up. `roll` is pure: the same claims and readings give the same rows, in any order.

    The version goes up with every change that can change a row; a row names it, so that a table says how it was made.
    """

    name: str
    version: str
    after: str  # whose practice it follows
    short: str  # the methodology in a few sentences, printed above the rows
    methodology: str  # the page: what is counted, by which rule, from where; Markdown
    columns: tuple[str, ...]  # the names of the values, in order
    result: tuple[str, ...] = ()  # those that a reader looks for first
    roll: Callable[[Given], Rolled]

    @property
    def title(self) -> str:
        """Name and version, as a row carries them."""
        return f"{self.name} {self.version}"
