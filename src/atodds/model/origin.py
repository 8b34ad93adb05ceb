"""Origins: the mouth that a claim goes back to, so that one voice is counted once."""

from __future__ import annotations

from datetime import date

from atodds.model.record import Record


class Origin(Record, frozen=True, kw_only=True):
    """Whose voice a claim is. `key` tells origins apart; `side` is shared by those who do not confirm each other."""

    key: str  # "pak-ministry-of-defence"
    side: str  # "pak": the state whose body it is; else the key
    name: str  # as written: "Pakistan’s Ministry of Defence"
    made: date | None = None  # the day the claim was made: innermost dated link, else outward, else publication
    copied: str | None = None  # id of the document whose text this one repeats
    draws_on: tuple[str, ...] = ()  # names of those it partly got its information from: independence is unsure


class Revision(Record, frozen=True, kw_only=True, tag_field="type", tag="revision"):
    """A later figure of one origin on one incident in the place of an earlier one: history, no dispute."""

    earlier: str  # claim id
    later: str
    incident: str
    reason: str
