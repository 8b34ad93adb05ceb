"""Times: the interval a report states, how finely, and what it leaves open."""

from __future__ import annotations

from datetime import date
from typing import Literal

from atodds.model.record import Record

Precision = Literal["day", "week", "month", "year", "span", "open"]
From = Literal["words", "whole", "previous", "document", "speaker"]


class When(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A closed interval of days, either side open. Three kinds of null are kept apart.

    `precision` "open": no period is stated. `earliest` alone: "since 2008" with no day of publication to end on.
    `unresolved`: a definite time that the report does not anchor, as "Thursday" in a report without a date.
    """

    earliest: date | None = None
    latest: date | None = None
    precision: Precision
    text: str | None = None  # as written
    unresolved: bool = False
    from_: From | None = None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"a time that ends before it begins: {self.earliest} / {self.latest}")
