"""The page of a policy: methodology first, then rows with the claims they used and left out."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.model.text import Document
from atodds.policy.base import Policy
from atodds.policy.ibc import IBC
from atodds.policy.policies import POLICIES
from atodds.policy.range import RANGE
from atodds.policy.ucdp import UCDP
from atodds.views.lines import WIDTH
from atodds.views.rolled import Told as Page
from atodds.views.rolled import listed, rolled_lines
from tests.policy.accounts_of import DAY, Told, on

REPORT = Document(id="report", text="", sha256="", outlet="Tarn Gazette")


def told() -> Told:
    found = Told(means="drone")
    first = found.exactly(12, "SANA", of="civilian")
    found.exactly(30, "SOHR", of="civilian")
    found.exactly(12, "SANA", of="civilian")
    found.exactly(4, of="civilian", part_of=first, stance="denies")
    found.total(67, 67, on(DAY.replace(month=1, day=1), DAY.replace(month=12, day=31)), "the ministry")
    return found


def page(policy: Policy, *, explain: bool = False) -> Iterator[str]:
    given = told().given()
    with_what = Page(given.claims, {"report": REPORT}, given.grouping.incidents)
    return rolled_lines(policy, policy.roll(given), with_what, basis="From 5 claims.", explain=explain)


def test_the_methodology_and_the_basis_come_first() -> None:
    lines = list(page(RANGE))
    assert lines[0].startswith("range 1, after the minimum")
    short = lines[lines.index("") + 1 : lines.index("From 5 claims.") - 1]
    assert " ".join(short) == RANGE.short
    assert lines[lines.index("From 5 claims.") + 2] == "1 row"


def test_a_row_says_what_it_used_and_left_out_and_why() -> None:
    shown = "\n".join(page(RANGE))
    assert "2021-05-04 · Tarn (XNO) · drone strikes · incident c00\n" in shown
    assert "[1]         killed, civilians: 12-30 · 2 origins, 2 independent\n" in shown
    assert "note        Reports differ: 12 (SANA) to 30 (SOHR)\n" in shown
    assert "used        c00  12 civilians killed: Tarn Gazette, in its own voice\n" in shown
    assert "the same figure of the same\n            origin, SANA (claim c00)\n" in shown
    assert "Left out of every row\n       1    a total: it contains incidents, and is rolled up with none of them" in shown


def test_the_result_stands_before_the_codes() -> None:
    shown = "\n".join(page(UCDP))
    assert shown.index("best 12 · low 12 · high 30") < shown.index("date_prec 1")


def test_overlaps_are_a_ledger() -> None:
    shown = "\n".join(page(IBC))
    assert "a total: 67 civilians killed · Norland (XNO) · 2021\n" in shown
    assert "overlap     inside: incident c00, 12-30 (2021-05-04 lies in 2021; Tarn lies in Norland" in shown


def test_an_explanation_has_the_whole_methodology_and_the_claims_in_full() -> None:
    lines = list(page(RANGE, explain=True))
    first = lines.index("") + 1
    assert lines[first : first + len(RANGE.methodology.splitlines())] == RANGE.methodology.splitlines()
    assert '            quote    ""' in lines


def test_no_line_is_wider_than_a_page() -> None:
    for policy in POLICIES:
        assert max(map(len, page(policy))) <= WIDTH


def test_every_policy_is_listed_with_its_version() -> None:
    lines = list(listed(POLICIES))
    assert [line.split(",")[0] for line in lines if line and not line.startswith(" ")] == [each.title for each in POLICIES]
