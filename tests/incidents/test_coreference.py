"""Which claims of one report are of one event."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from atodds.incidents.coreference import coreference
from atodds.model.claim import Claim
from atodds.model.text import Document
from tests.incidents.tales import KESTA, OLVA, SENNA, claim, day, report

MONDAY = day("2014-05-05")


def events(of: Document, *claims: Claim) -> list[list[str]]:
    return [sorted(each.quote for each in event) for event in coreference(claims, of).events]


BOMBING = report(
    "Banner",
    "Bombs tore through a procession in Kesta on Monday, killing 40. The mayor blamed the bombings on the Grey League. "
    "The governor said that smugglers were behind the attack.",
)
BOMBS = claim(BOMBING, "Bombs tore through a procession in Kesta", kind="event", mode="explosives", when=MONDAY, where=KESTA, means="bomb")
DEAD = claim(BOMBING, "killing 40", killed=40, when=MONDAY, where=KESTA, means="bomb")
MAYOR = claim(
    BOMBING, "blamed the bombings on the Grey League", kind="responsibility", accused="the Grey League", means="bomb", extent="incidents"
)
GOVERNOR = claim(BOMBING, "smugglers were behind the attack", kind="responsibility", accused="smugglers")


def test_charges_without_a_time_and_place_point_back_at_the_event_told_before() -> None:
    assert len(events(BOMBING, BOMBS, DEAD, MAYOR, GOVERNOR)) == 1


def test_a_charge_points_at_no_event_by_other_means() -> None:
    shots = report("Banner", "Gunmen fired on a bus in Kesta. The mayor blamed the bombings on the Grey League.")
    fired = claim(shots, "Gunmen fired on a bus", kind="event", mode="firearms", where=KESTA, means="shooting")
    mayor = claim(shots, "blamed the bombings on the Grey League", kind="responsibility", accused="the Grey League", means="bomb")
    assert len(events(shots, fired, mayor)) == 2


def test_where_two_events_would_do_it_is_unsure() -> None:
    two = report("Banner", "A bomb hit Kesta. A bomb hit Senna. The mayor blamed the attacks on the Grey League.")
    one = claim(two, "A bomb hit Kesta", kind="event", where=KESTA, means="bomb")
    other = claim(two, "A bomb hit Senna", kind="event", where=SENNA, means="bomb")
    mayor = claim(two, "blamed the attacks on the Grey League", kind="responsibility", accused="the Grey League")
    found = coreference((one, other, mayor), two)
    assert len(found.events) == 3
    assert {each.reason for each in found.unsure} == {"may point back at it, or at another event told before"}
    assert len(found.unsure) == 2


def test_some_attacks_and_some_others_are_two() -> None:
    told = report("Post", "Some drone attacks were made at the request of Veldland, while some others were the work of the Grey Bureau.")
    one = claim(told, "at the request of Veldland", kind="responsibility", accused="Veldland", means="drone", extent="incidents")
    other = claim(told, "the work of the Grey Bureau", kind="responsibility", accused="the Grey Bureau", means="drone", extent="incidents")
    assert len(events(told, one, other)) == 2


IN_ONE = report(
    "Watch", "In one, 18 labourers were killed, in the other a grandmother was killed and five children were hurt. Both were in Kesta."
)


def test_in_one_and_in_the_other_are_two() -> None:
    labourers = claim(IN_ONE, "18 labourers were killed", killed=18)
    grandmother = claim(IN_ONE, "a grandmother was killed", killed=1)
    children = claim(IN_ONE, "five children were hurt", killed=5, measure="wounded")
    assert events(IN_ONE, labourers, grandmother, children) == [
        ["18 labourers were killed"],
        ["a grandmother was killed", "five children were hurt"],
    ]


def test_a_part_is_of_the_event_of_its_whole_but_no_single_event_is_of_a_set() -> None:
    text = report("Watch", "A raid killed 31 people. Among them were six children.")
    whole = claim(text, "killed 31 people", killed=31)
    part = replace(claim(text, "six children", killed=6), part_of=whole.id)
    assert len(events(text, whole, part)) == 1
    several = replace(whole, scope=replace(whole.scope, extent="incidents"))  # type: ignore[type-var]
    assert len(events(text, several, part)) == 2


def test_what_takes_its_place_from_the_sentence_before_goes_on_about_the_same() -> None:
    text = report("Wire", "Shells hit Kesta on Monday. Nine people were wounded.")
    shells = claim(text, "Shells hit Kesta on Monday", kind="event", when=MONDAY, where=KESTA, means="shelling")
    wounded = claim(text, "Nine people were wounded", killed=9, measure="wounded", where=replace(KESTA, from_="previous"))
    assert len(events(text, shells, wounded)) == 1


def test_unless_it_opens_with_another_event() -> None:
    text = report("Wire", "Shells hit Kesta on Monday. In a separate attack, nine people were wounded.")
    shells = claim(text, "Shells hit Kesta on Monday", kind="event", when=MONDAY, where=KESTA, means="shelling")
    wounded = claim(text, "nine people were wounded", killed=9, measure="wounded", where=replace(KESTA, from_="previous"))
    found = coreference((shells, wounded), text)
    assert len(found.events) == 2
    assert len(found.apart) == 1


def test_two_places_of_one_sentence_are_two_events() -> None:
    text = report("Wire", "Bombs killed five in Kesta and eight in Senna.")
    assert (
        len(events(text, claim(text, "killed five in Kesta", killed=5, where=KESTA), claim(text, "eight in Senna", killed=8, where=SENNA)))
        == 2
    )


def test_one_voice_does_not_give_two_numbers_for_one_thing() -> None:
    text = report("Wire", "Gunmen killed three guards and a mine killed four drivers.")
    assert len(events(text, claim(text, "killed three guards", killed=3), claim(text, "killed four drivers", killed=4))) == 2


def test_another_voice_may() -> None:
    text = report("Wire", "A drone killed six people in Olva. A doctor put the dead at nine.")
    six = claim(text, "killed six people in Olva", killed=6, where=OLVA, means="drone")
    nine = claim(text, "the dead at nine", killed=9, said_by="A doctor")
    assert len(events(text, six, nine)) == 1


def test_the_same_number_told_again_is_of_the_same_event() -> None:
    text = report("Wire", "Blast kills 33 in Kesta. The town was quiet for years. At least 33 people died, doctors said.")
    head, body = claim(text, "kills 33", killed=33, where=KESTA), claim(text, "33 people died", killed=33, said_by="doctors")
    assert len(events(text, head, body)) == 1


def test_another_seven_are_not_the_seven_told_before() -> None:
    text = report("Wire", "Raids on Kesta killed seven people. Another seven people died in Senna.")
    first, second = claim(text, "killed seven people", killed=7, where=KESTA), claim(text, "Another seven people died", killed=7)
    assert second.figure is not None
    second = replace(second, figure=replace(second.figure, text="Another seven"))
    assert len(events(text, first, second)) == 2


def test_two_explosions_of_one_day_and_town_are_one_event_in_two_blows() -> None:
    text = report("Wire", "Two explosions killed 12 in Kesta on Monday. The police chief gave a lower toll, ten dead.")
    both = claim(text, "Two explosions killed 12 in Kesta on Monday", killed=12, when=MONDAY, where=KESTA, extent="incidents")
    lower = claim(
        text,
        "ten dead",
        killed=10,
        when=replace(MONDAY, from_="previous"),
        where=replace(KESTA, from_="previous"),
        said_by="The police chief",
    )
    assert len(events(text, both, lower)) == 1


def test_two_raids_of_one_day_and_town_are_two_and_their_toll_is_of_neither() -> None:
    text = report(
        "Wire",
        "Raids on Kesta killed 51 people on Monday. One raid left 15 people dead in the east of Kesta. Doctors said nine died in shelling.",
    )
    both = claim(text, "Raids on Kesta killed 51 people on Monday", killed=51, when=MONDAY, where=KESTA, extent="incidents")
    east = claim(text, "raid left 15 people dead", killed=15, when=MONDAY, where=replace(KESTA, from_="previous"))
    shells = claim(text, "nine died in shelling", killed=9, when=replace(MONDAY, from_="document"), said_by="Doctors")
    assert len(events(text, both, east, shells)) == 3


def test_another_voice_with_an_attack_of_its_own_tells_of_another() -> None:
    text = report("Wire", "A drone killed six people in Olva. A doctor said that mortar fire and shelling killed nine.")
    six = claim(text, "killed six people in Olva", killed=6, where=OLVA)
    assert len(events(text, six, claim(text, "shelling killed nine", killed=9, said_by="A doctor"))) == 2


def test_what_the_title_tells_the_first_lines_tell() -> None:
    text = report("Wire", "Blast toll rises to 19\n\nDoctors counted the dead of the market in Kesta.", title="Blast toll rises to 19")
    head = claim(text, "toll rises to 19", killed=19)
    first = claim(text, "the market in Kesta", kind="event", where=KESTA)
    assert len(events(text, head, first)) == 1


@pytest.mark.parametrize("sort", ["CONSULT", "ACCUSE"])
def test_a_meeting_is_not_of_the_attack_in_its_sentence(sort: str) -> None:
    text = report("Wire", "Ministers met on Monday after a raid killed five.")
    met = claim(text, "Ministers met on Monday", kind="event", type=sort)
    assert len(events(text, met, claim(text, "killed five", killed=5))) == 2


def test_another_number_with_an_attack_of_its_own_is_unsure_in_the_same_place() -> None:
    text = report(
        "Wire", "Attacks killed 20 people in Kesta on Monday. Police said five people died in rocket fire and air raids on two suburbs."
    )
    whole = claim(text, "killed 20 people in Kesta on Monday", killed=20, when=MONDAY, where=KESTA)
    here = replace(MONDAY, from_="previous")
    some = claim(text, "five people died in rocket fire", killed=5, when=here, where=replace(KESTA, from_="previous"), said_by="Police")
    found = coreference((whole, some), text)
    assert len(found.events) == 2
    assert [each.reason for each in found.unsure] == ["another number, of the same attack or of another in the same place"]


def test_dozens_and_24_are_not_the_same_number_told_again() -> None:
    text = report("Wire", "Dozens were hurt in Kesta. Far away 24 were hurt.")
    dozens, exact = claim(text, "Dozens were hurt", killed=24, where=KESTA), claim(text, "24 were hurt", killed=24)
    assert dozens.figure is not None
    dozens = replace(dozens, figure=replace(dozens.figure, high=None, text="Dozens", modality="vague"))
    assert len(events(text, dozens, exact)) == 2


def test_a_part_follows_its_whole_and_nothing_else() -> None:
    text = report("Wire", "Raids on Kesta killed seven people. Another seven people, four of them women, died.")
    first, second = claim(text, "killed seven people", killed=7, where=KESTA), claim(text, "Another seven people", killed=7)
    assert second.figure is not None
    second = replace(second, figure=replace(second.figure, text="Another seven"))
    women = replace(claim(text, "four of them women", killed=4, where=replace(KESTA, from_="previous")), part_of=second.id)
    assert events(text, first, second, women) == [["killed seven people"], ["Another seven people", "four of them women"]]


def test_an_assault_weeks_after_another_is_another() -> None:
    text = report("Wire", "The assault on the base comes two weeks after raiders killed 270 guards at a gas field.")
    assault = claim(text, "The assault on the base", kind="event", where=KESTA)
    assert len(events(text, assault, claim(text, "killed 270 guards", killed=270, where=KESTA))) == 2
