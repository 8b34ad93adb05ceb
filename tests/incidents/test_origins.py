"""The mouth that a claim goes back to: section 3 of docs/methodology.md, and 1.5."""

from __future__ import annotations

from datetime import date

import msgspec

from atodds.incidents.origins import origins
from atodds.model.claim import Claim
from atodds.model.origin import Origin
from atodds.model.source import Link
from atodds.model.text import Document
from tests.incidents.speaking import DAY, link, report, said


def of(document: Document, *claims: Claim) -> list[Origin]:
    found = origins(claims, {document.id: document})
    return [found[claim.id] for claim in claims]


def keys(document: Document, *claims: Claim) -> list[str]:
    return [each.key for each in of(document, *claims)]


# 3.1 whose voice


def test_3_1_the_innermost_speaker_who_is_somebody() -> None:
    text = report("Survivors told a reporter that 12 had died, the New York Times wrote. The Army counted 9.", outlet="Hill Gazette")
    survivors = said(text, "12 had died", "Survivors", "a reporter", "New York Times")
    assert of(text, survivors)[0].name == "New York Times"


def test_3_1_whom_nothing_identifies_is_a_voice_of_his_own_report() -> None:
    text = report("Survivors said that 12 had died. Officials counted 9.", id="hill", outlet="Hill Gazette")
    one, other = of(text, said(text, "12 had died", "Survivors"), said(text, "counted 9", "Officials"))
    assert (one.key, other.key) == ("survivors@hill", "officials@hill")
    assert one.side == other.side == "hill-gazette"  # the outlet answers for them


def test_3_1_survivors_of_two_reports_are_two() -> None:
    reports = [report("Survivors said that 12 had died.", id="one"), report("Survivors said so: 12 dead.", id="two")]
    claims = [said(reports[0], "12 had died", "Survivors"), said(reports[1], "12 dead", "Survivors")]
    assert len({each.key for each in origins(claims, {each.id: each for each in reports}).values()}) == 2


def test_3_1_no_chain_is_the_outlets_own_voice() -> None:
    text = report("12 people died in Harbour.", outlet="Reuters")
    assert of(text, said(text, "12 people died")) == [Origin(key="reuters", side="reuters", name="Reuters", made=DAY)]


def test_3_1_without_an_outlet_it_is_the_report() -> None:
    text = report("12 people died in Harbour.", id="hill", title="A raid")
    assert of(text, said(text, "12 people died")) == [Origin(key="hill", side="hill", name="A raid", made=DAY)]


def test_3_1_an_unnamed_official_is_somebody_of_his_state_though_an_outlet_heard_him() -> None:
    text = report("U.S. officials told Reuters that 12 had died.", id="hill")
    (origin,) = of(text, said(text, "12 had died", "U.S. officials", "Reuters"))
    assert (origin.key, origin.side) == ("u.s.-officials@hill", "usa")


# 3.2 one body under several names


def test_3_2_other_names_of_one_body() -> None:
    text = report("The TTP said 9 died. The Pakistani Taliban later said 12 died.")
    assert keys(text, said(text, "9 died", "TTP"), said(text, "12 died", "Pakistani Taliban")) == ["tehrik-i-taliban-pakistan"] * 2


def test_3_2_a_shortened_office() -> None:
    text = report("Pakistan’s Ministry of Defence said that 67 died. The Ministry of Defence also said that 319 died.")
    found = of(text, said(text, "67 died", "Pakistan’s Ministry of Defence"), said(text, "319 died", "Ministry of Defence"))
    assert {(each.key, each.side) for each in found} == {("pak-ministry-of-defence", "pak")}
    assert {each.name for each in found} == {"Pakistan’s Ministry of Defence"}  # the name that says most of who it is


def test_3_2_a_shortened_person_is_one_and_in_every_report() -> None:
    first = report("Ben Emmerson said that 400 died. Emmerson added that 200 fled.", id="one")
    second = report("Ben Emmerson spoke of 400 dead.", id="two")
    claims = [
        said(first, "400 died", link(first, "Ben Emmerson", role="UN special rapporteur")), said(first, "200 fled", "Emmerson"),
        said(second, "400 dead", "Ben Emmerson"),
    ]  # fmt: skip
    found = origins(claims, {"one": first, "two": second})
    assert {(each.key, each.side) for each in found.values()} == {("ben-emmerson", "ben-emmerson")}  # a rapporteur is his own man


def test_3_2_two_fuller_names_fit_and_neither_is_taken() -> None:
    text = report("Omar Mehsud said 9 died. Latif Mehsud said 12 died. Mehsud said 15 died.")
    claims = said(text, "9 died", "Omar Mehsud"), said(text, "12 died", "Latif Mehsud"), said(text, "15 died", "Mehsud")
    assert keys(text, *claims) == ["omar-mehsud", "latif-mehsud", "mehsud"]


def test_3_2_an_address_a_namesake_and_a_campaign() -> None:
    text = report(
        "Lale Quill said 9 died. Mr. Quill said 3 fled. The Quill campaign said 4 fell. Jim Jordan said 5 died. Jordan said 6 died."
    )
    claims = [
        said(text, "9 died", "Lale Quill"), said(text, "3 fled", "Mr. Quill"), said(text, "4 fell", "The Quill campaign"),
        said(text, "5 died", "Jim Jordan"), said(text, "6 died", "Jordan"),
    ]  # fmt: skip
    assert keys(text, *claims) == ["lale-quill", "lale-quill", "quill-campaign", "jim-jordan", "jim-jordan"]


def test_3_2_a_pronoun_whose_name_is_known() -> None:
    text = report("Lale Quill spoke. She said that 12 died.")
    (origin,) = of(text, said(text, "12 died", Link(speaker="She", actor="lale-quill")))
    assert (origin.key, origin.name) == ("lale-quill", "Lale Quill")


def test_3_2_a_nouns_way_back() -> None:
    text = report(
        "A monitor said that 12 died. The Syrian Observatory for Human Rights said 9 were children. "
        "The Observatory said 3 fled. A source at Harbour hospital said 2 were burnt. The source said 1 was a nurse.",
        id="hill",
    )
    claims = [
        said(text, "12 died", "A monitor"), said(text, "9 were children", "Syrian Observatory for Human Rights"),
        said(text, "3 fled", "Observatory"), said(text, "2 were burnt", "A source at Harbour hospital"),
        said(text, "1 was a nurse", "The source"),
    ]  # fmt: skip
    assert keys(text, *claims) == ["syrian-observatory-for-human-rights"] * 3 + ["source-at-harbour-hospital@hill"] * 2


def test_3_2_the_taliban_are_no_short_name() -> None:
    text = report("The Pakistani Taliban said 9 died. The Taliban said 12 died.")
    assert keys(text, said(text, "9 died", "Pakistani Taliban"), said(text, "12 died", "Taliban"))[1] == "taliban"


def test_3_2_a_spokesman_is_the_bodys_voice_and_a_minister_his_own() -> None:
    text = report("Azam Tariq said 9 died. He said 3 fled. Laurent Quill said 12 died.")
    claims = [
        said(text, "9 died", link(text, "Azam Tariq", role="TTP Spokesman")), said(text, "3 fled", Link(speaker="He", actor="azam-tariq")),
        said(text, "12 died", link(text, "Laurent Quill", role="French Foreign Minister")),
    ]  # fmt: skip
    found = of(text, *claims)
    assert [each.key for each in found] == ["tehrik-i-taliban-pakistan"] * 2 + ["laurent-quill"]
    assert found[2].side == "fra"


# 3.3 bodies of one state


def test_3_3_a_ministry_and_an_army_are_two_origins_on_one_side() -> None:
    text = report("Pakistan’s Ministry of Defence said 67. The Pakistan Army said 80. The Pakistan government said none.")
    claims = [
        said(text, "67", "Pakistan’s Ministry of Defence"), said(text, "80", "Pakistan Army"), said(text, "none", "Pakistan government"),
    ]  # fmt: skip
    found = of(text, *claims)
    assert [each.key for each in found] == ["pak-ministry-of-defence", "pak-army", "pak"]
    assert {each.side for each in found} == {"pak"}


# 3.4 copies and credits

STORY = (
    "Shells fell on the market of Harbour on Monday morning as traders were opening their stalls, and 12 people were killed. "
    "The wounded were carried to the hospital on the hill, where doctors worked by the light of lamps because the power was cut. "
    "No group has said that it fired the shells, which came from the direction of the ridge."
)


def test_3_4_a_wire_copy_without_credit_goes_back_to_the_earliest() -> None:
    wire = report(STORY, id="wire", outlet="Harbour Wire", published=date(2013, 11, 3))
    paper = report(STORY + " Five of them were nurses.", id="paper", outlet="Hill Gazette")
    claims = [said(wire, "12 people were killed"), said(paper, "12 people were killed"), said(paper, "Five of them were nurses")]
    found = origins(claims, {"paper": paper, "wire": wire})
    copied = found[claims[1].id]
    assert (copied.key, copied.copied, copied.made) == ("harbour-wire", "wire", date(2013, 11, 3))
    assert (found[claims[0].id].key, found[claims[0].id].copied) == ("harbour-wire", None)
    assert found[claims[2].id].key == "hill-gazette"  # what the copy adds is its own


def test_3_4_what_a_copy_changes_is_its_own() -> None:
    wire = report(STORY, id="wire", outlet="Harbour Wire", published=date(2013, 11, 3))
    paper = report(STORY.replace("12 people", "15 people"), id="paper", outlet="Hill Gazette")
    claim = said(paper, "15 people were killed")
    assert origins([said(wire, "12 people were killed"), claim], {"paper": paper, "wire": wire})[claim.id].key == "hill-gazette"


def test_3_4_a_dateline_credits_the_agency() -> None:
    text = report("HARBOUR (Reuters) - 12 people died on Monday.\n", outlet="Hill Gazette")
    assert keys(text, said(text, "12 people died")) == ["reuters"]


def test_3_4_a_foot_credits_the_maker_and_a_pictures_bracket_nobody() -> None:
    foot = report("12 people died on Monday. (Source: Syrian Coalition)", outlet="Hill Gazette")
    picture = report("A stall burns, 3 May (Reuters) 12 people died on Monday.", outlet="Hill Gazette")
    assert keys(foot, said(foot, "12 people died")) == ["syrian-opposition-coalition"]
    assert keys(picture, said(picture, "12 people died")) == ["hill-gazette"]


def test_3_4_an_outlet_by_any_of_its_forms_is_on_its_states_side() -> None:
    text = report("12 people died in Harbour.", outlet="sana")
    assert (of(text, said(text, "12 people died"))[0].key, of(text, said(text, "12 people died"))[0].side) == ("sana", "syr")


def test_3_4_two_tables_are_no_copies_and_a_row_passes_on_its_source() -> None:
    rows = "date,dead,source\n" + "2013-05-04,12,Reuters\n2013-05-05,15,\n" * 20
    one, other = (report(rows, id=id, outlet=outlet, media_type="text/csv") for id, outlet in (("a", "Hill Watch"), ("b", "Ridge Count")))
    claims = [said(one, "12", "Reuters"), said(one, "15"), said(other, "15")]
    found = origins([*claims[:2], msgspec.structs.replace(claims[2], id="c")], {"a": one, "b": other})
    assert [each.key for each in found.values()] == ["reuters", "hill-watch", "ridge-count"]


# 3.5 a figure becomes another speaker's


def test_3_5_some_of_his_information_leaves_independence_unsure() -> None:
    text = report(
        "Ben Emmerson said that 400 died. Emmerson claimed to have obtained some of\nhis information directly from "
        "Pakistan’s Foreign\nMinistry, and he was sure. The Army said 3 died."
    )
    again = Link(speaker="Emmerson", start=text.text.index("Emmerson claimed"), end=text.text.index(" claimed"))
    claims = said(text, "400 died", "Ben Emmerson"), said(text, "to have obtained", again, kind="statement", figure=None)
    found = of(text, *claims, said(text, "3 died", "Army"))
    assert found[0].key == "ben-emmerson"
    assert [each.draws_on for each in found] == [("Pakistan’s Foreign Ministry",)] * 2 + [()]


def test_3_5_nobody_named_is_nobody() -> None:
    text = report("Hill Watch said 12 died. Hill Watch gathers its figures from activists on the ground.")
    assert of(text, said(text, "12 died", "Hill Watch"))[0].draws_on == ()


def test_3_5_where_two_speak_nobody_draws() -> None:
    text = report("Omar Said told Lale Quill that 12 died, and got his figures from the Pentagon.")
    assert [each.draws_on for each in of(text, said(text, "12 died", "Omar Said", "Lale Quill"))] == [()]


def test_3_5_figures_of_another_are_his_by_the_chain_alone() -> None:
    text = report("According to figures of the Pentagon that Hill Watch cited, 12 died.")
    assert keys(text, said(text, "12 died", "Pentagon", "Hill Watch")) == ["pentagon"]


# 1.5 the day a claim was made


def test_1_5_the_innermost_dated_link_then_outward_then_publication() -> None:
    text = report("Omar Said said that 12 died, the AP wrote. 9 fled.", outlet="Hill Gazette")
    dated = [link(text, "Omar Said", date=date(2013, 10, 1)), link(text, "AP", date=date(2013, 10, 2))]
    claims = said(text, "12 died", *dated), said(text, "12 died", "Omar Said", dated[1]), said(text, "9 fled", "Omar Said")
    assert [each.made for each in of(text, *claims)] == [date(2013, 10, 1), date(2013, 10, 2), DAY]
    bare = report("Omar Said said that 12 died.", published=None)
    assert of(bare, said(bare, "12 died", "Omar Said"))[0].made is None
