"""The rules by which the rows of a table become claims, each with a row that shows it."""

from __future__ import annotations

from atodds.extract.rule import Rule

COUNT = Rule("table_count", "A column of a table counts, and one cell of the row holds the number.", "date: 2012-03-09 | killed: 12")
RANGE = Rule(
    "table_range",
    "Two columns of a table hold the least and the most; an empty one leaves its side open.",
    "date: 2012-03-09 | killed_min: 4 | killed_max: 7",
)
BEST = Rule(
    "table_best",
    "A column of a table holds the recorder's best estimate, which is about so many, beside the bounds or without any.",
    "date: 2012-03-09 | best: 5",
)
EVENT = Rule("table_event", "A row of a table is an event, of the type that the map gives.", "date: 2012-03-09 | type: attack")

TABLE_RULES = (COUNT, RANGE, BEST, EVENT)
