"""The sample table: 25 strikes, each with its public source, and nothing claimed that its page does not vouch for."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

from atodds.exchange.tables.columns import table_map
from atodds.exchange.tables.table import imported
from atodds.read.documents import Overrides

FOLDER = Path(__file__).parent.parent / "examples" / "tables"
TABLE, MAP, PAGE = (FOLDER / name for name in ("strikes-2012-2013.csv", "strikes-2012-2013.toml", "README.md"))


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_has_its_source_on_the_page() -> None:
    vouched = re.findall(
        r"^\| (\d{4}-\d\d-\d\d) \| ([^|]+) \| ([^|]+) \| <http[^|]+ \| (?:read|copied)", PAGE.read_text(encoding="utf-8"), re.M
    )
    assert len(vouched) == 25
    assert [(row["date"], row["place"]) for row in rows()] == [(day, place) for day, place, _ in vouched]
    for row, (_, _, source) in zip(rows(), vouched, strict=True):
        names = {row["source"], "AFP"} if row["source"] == "Agence France-Presse" else {row["source"]}
        assert any(name in source for name in names), row


def test_civilians_are_counted_only_where_the_source_counts_them() -> None:
    assert [
        (row["source"], row["civilians_min"], row["civilians_max"]) for row in rows() if row["civilians_min"] or row["civilians_max"]
    ] == [
        ("Amnesty International", "18", "18"),
        ("Amnesty International", "1", "1"),
    ]


def test_the_table_is_read_whole_by_its_map() -> None:
    found = imported(TABLE.read_bytes(), TABLE.name, Overrides(outlet="Sample list of strikes"), table_map(MAP.read_bytes(), MAP.name))
    assert found.problems == ()
    killed = [each for each in found.claims if each.figure is not None and each.figure.measure == "killed" and each.part_of is None]
    assert len(killed) == 25
    for claim in killed:
        assert claim.scope is not None
        assert claim.scope.place is not None
        assert claim.scope.time is not None
        assert claim.scope.time.earliest is not None
        assert date(2012, 1, 1) <= claim.scope.time.earliest <= date(2013, 10, 30)  # the day of the ministry's totals
        assert (claim.scope.place.country, claim.scope.means, claim.scope.extent) == ("PAK", "drone", "incident")
        assert claim.attribution
