"""Laws of revisions: what replaces a figure is later, of the same mouth and about the same incident; order is nothing."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.incidents.revisions import history
from tests.incidents.test_revisions import found, of, told
from tests.laws import OFTEN

# Of each figure: days after the first, how many, who says it, which incident.
_FIGURE = st.tuples(st.integers(0, 4), st.integers(10, 13), st.sampled_from(("Reuters", "AFP")), st.integers(0, 1))
_TOLD = st.lists(_FIGURE, min_size=1, max_size=9)


@settings(max_examples=OFTEN)
@given(_TOLD, st.randoms(use_true_random=False))
def test_3_6_only_an_earlier_figure_of_one_origin_on_one_incident_is_revised(rows: list[tuple[int, int, str, int]], random: Random) -> None:
    tellings = {f"c{place}": told(f"c{place}", of(number), day, who) for place, (day, number, who, _) in enumerate(rows)}
    homes = {f"c{place}": home for place, (_, _, _, home) in enumerate(rows)}
    groups = tuple(tuple(sorted(id for id in homes if homes[id] == home)) for home in sorted(set(homes.values())))
    shuffled = list(tellings.values())
    random.shuffle(shuffled)
    made = found(*tellings.values(), incidents=groups)
    assert found(*shuffled, incidents=groups) == made
    for each in made:
        (one, before), (other, after) = tellings[each.earlier], tellings[each.later]
        assert before.key == after.key
        assert (before.made or after.made) < after.made  # type: ignore[operator]
        assert homes[each.earlier] == homes[each.later]
        assert one.figure != other.figure
    assert len({each.earlier for each in made}) == len(made)  # a figure is revised by one other
    in_chains = {id for chain in history(made) for id in chain}
    assert in_chains == {each.earlier for each in made} | {each.later for each in made}


@settings(max_examples=OFTEN)
@given(_TOLD)
def test_3_6_the_figures_of_the_last_day_stand(rows: list[tuple[int, int, str, int]]) -> None:
    tellings = {f"c{place}": told(f"c{place}", of(number), day, who) for place, (day, number, who, _) in enumerate(rows)}
    past = {each.earlier for each in found(*tellings.values())}
    for who in {who for _, _, who, _ in rows}:
        last = max(day for day, _, each, _ in rows if each == who)
        assert not past & {f"c{place}" for place, (day, _, each, _) in enumerate(rows) if (each, day) == (who, last)}
