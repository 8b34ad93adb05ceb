"""Every test of the ledger runs on a real SQLite file, and on PostgreSQL where ATODDS_POSTGRES names a database for tests."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from atodds.ledger.ledger import Ledger, open_ledger


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a fresh ledger can be made: a path, or a URL with a schema of its own."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.sqlite")
        return
    server = os.environ.get("ATODDS_POSTGRES")
    if server is None:
        pytest.skip("ATODDS_POSTGRES names no database for tests")
    name, engine = f"ledger_{secrets.token_hex(6)}", create_engine(server)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    yield make_url(server).update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
    engine.dispose()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A fresh ledger in which Ana works."""
    with open_ledger(place, create=True, actor="Ana") as opened:
        yield opened
