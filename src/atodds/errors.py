"""What can go wrong, as a recorder would say it.

AtOddsError
├── UsageError        the caller asked for something that cannot be done (exit 2)
│   ├── NoSuchFile    a path that names nothing readable
│   ├── NoSuchRecord  an id, or the beginning of one, that names no record or several
│   └── BadInput      a line, a field or a file that is not what the format asks for
├── UnreadableDocument  bytes that hold no text we can read: recorded as a problem, the run goes on
└── LedgerError       the ledger cannot be used as it stands
    ├── WrongLedger   not a ledger, or one of a newer program
    └── StaleDecision decided on a version of the claim that someone has changed since
"""

from __future__ import annotations


class AtOddsError(Exception):
    """An error that a person can act on: what was found, where, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(AtOddsError):
    """The caller asked for something that cannot be done."""


class NoSuchFile(UsageError):
    """A path that names nothing readable."""


class NoSuchRecord(UsageError):
    """An id, or the beginning of one, that names no record or several."""


class BadInput(UsageError):
    """A line, a field or a file that is not what the format asks for."""


class UnreadableDocument(AtOddsError):
    """Bytes that hold no text we can read; the run records a problem and goes on."""


class LedgerError(AtOddsError):
    """The ledger cannot be used as it stands."""


class WrongLedger(LedgerError):
    """Not a ledger, or one written by a newer program."""


class StaleDecision(LedgerError):
    """A decision made on a version of a claim that someone has changed since."""
