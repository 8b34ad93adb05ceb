"""Comparisons: every claim asked about stands in one lane, whatever it says; the order in which claims come changes nothing."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from atodds.model.claim import Claim
from atodds.model.when import When
from atodds.views.asking import Asked, Wanted
from atodds.views.axis import axis
from atodds.views.chart import svg
from atodds.views.compare import compare
from atodds.views.plot import WIDTH, plot
from atodds.views.scales import axes_of, unit_of
from atodds.views.svg import broken, shown, width
from tests.views.rivals import DOCUMENTS, GAZETTE, MIR_ALI, PAKISTAN, REGISTER, WAZIRISTAN, WIRE, YEMEN, claim

PLACES = (None, PAKISTAN, WAZIRISTAN, MIR_ALI, YEMEN)
MEANS = (None, "drone", "airstrike", "bomb")
numbers = st.none() | st.integers(0, 10**9)


@st.composite
def times(draw: st.DrawFn) -> When | None:
    first, last = sorted(draw(st.lists(st.dates(date(2004, 1, 1), date(2018, 1, 1)), min_size=2, max_size=2)))
    return draw(
        st.sampled_from(
            (
                None, When(precision="open"), When(precision="day", unresolved=True), When(earliest=first, precision="span"),
                When(latest=last, precision="span"), When(earliest=first, latest=last, precision="span"),
            )
        )
    )  # fmt: skip


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    low, high = draw(numbers), draw(numbers)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return claim(
        draw(st.text(max_size=30)), low, high, draw(st.sampled_from((GAZETTE, WIRE, REGISTER))),
        says=draw(st.none() | st.text(max_size=60)),
        modality=draw(st.sampled_from(("exact", "about", "vague", "at_least", "at_most", "none"))),
        time=draw(times()),
        category=draw(st.sampled_from((None, "unknown", "civilian", "combatant"))), place=draw(st.sampled_from(PLACES)),
        means=draw(st.sampled_from(MEANS)), measure=draw(st.sampled_from(("killed", "wounded", "attacks"))),
        extent=draw(st.sampled_from((None, "incident", "incidents", "total"))),
        stance=draw(st.sampled_from(("asserts", "denies", "doubts"))),
    )  # fmt: skip


wanted = st.builds(
    Wanted, measure=st.sampled_from((None, "killed")), category=st.sampled_from((None, "civilian", "unknown")),
    means=st.sampled_from(MEANS), place=st.sampled_from(PLACES), time=times(),
)  # fmt: skip


@given(st.lists(claims(), max_size=12, unique_by=lambda each: each.id), wanted, st.randoms())
def test_every_claim_of_the_measure_is_in_one_lane_or_counted(made: list[Claim], asked: Wanted, shuffle: object) -> None:
    found = compare(Asked(asked), made, DOCUMENTS)
    ids = [each.claim for each in found.lanes]
    assert len(set(ids)) == len(ids)
    assert set(ids) <= {each.id for each in made}
    counted = [each for each in made if each.figure is not None and asked.measure in (None, each.figure.measure)]
    assert len(ids) + found.left_out == len(counted)
    assert [each.number for each in found.lanes] == list(range(1, len(ids) + 1))


@given(st.lists(claims(), max_size=8, unique_by=lambda each: each.id), wanted, st.randoms())
def test_the_order_of_claims_changes_nothing(made: list[Claim], asked: Wanted, chance: object) -> None:
    mixed = list(made)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert compare(Asked(asked), made, DOCUMENTS) == compare(Asked(asked), mixed, DOCUMENTS)


@given(claims())
def test_a_claim_is_beside_itself(one: Claim) -> None:
    assert one.id in [each.claim for each in compare(one, [one], DOCUMENTS).lanes]


@given(st.lists(claims(), max_size=8, unique_by=lambda each: each.id), wanted, st.integers(360, 1400))
def test_whatever_is_said_is_drawn_and_printed(made: list[Claim], asked: Wanted, wide: int) -> None:
    found = compare(Asked(asked), made, DOCUMENTS)
    ElementTree.fromstring(svg(found, wide=wide))
    assert all(len(line) <= WIDTH for line in plot(found).splitlines())
    axes = axes_of(found)
    for group in found.groups:
        scale = axes[unit_of(group)]
        assert all(scale.first <= bound <= scale.last or (bound == 0 and 0 in scale.ticks) for lane in group.lanes for bound in lane.bounds)


@given(st.lists(st.integers(0, 10**12) | st.floats(0.01, 10**12), max_size=6))
def test_an_axis_keeps_the_order_of_what_lies_on_it(bounds: list[float]) -> None:
    made = axis(bounds)
    places = [made.at(each) for each in sorted(bounds)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert list(made.ticks) == sorted(set(made.ticks))


@given(st.text(max_size=80), st.floats(20, 300), st.integers(1, 4))
def test_lines_fit_and_lose_nothing_but_blanks(line: str, room: float, most: int) -> None:
    lines = broken(line, room, 10)
    assert all(width(each, 10) <= room or len(each) == 1 for each in lines)
    assert "".join(lines).replace(" ", "") == shown(line).replace(" ", "")
    assert len(broken(line, room, 10, most=most)) <= most
