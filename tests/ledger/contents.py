"""What a ledger holds, as plain rows: for comparing two ledgers, and a ledger with itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import create_engine, select

from atodds.ledger import schema
from atodds.ledger.ledger import open_reader


def derived(place: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all derived tables, in the order of their keys."""
    with open_reader(place) as reader, reader._engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))] for table in schema.DERIVED
        }


def change(place: str, *statements: str) -> None:
    """What an intruder with the file can do: raw SQL, past the program and past its guards."""
    engine = create_engine(place if "://" in place else f"sqlite:///{place}")
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
