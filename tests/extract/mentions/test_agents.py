"""Agents: who is said to have done it, and nobody where the words do not say."""

from __future__ import annotations

import pytest

from atodds.extract.mentions.agents import agents
from atodds.language.tokens import tokenize
from atodds.model.mention import Marks
from atodds.model.text import Block, Document, Flow, Sentence
from atodds.vocab.actors import actor_at

DOCUMENT = Document(id="d", text="", sha256="")


def each_done(text: str) -> list[tuple[str, str]]:
    """(deed, agent) in the words of the sentence, from left to right."""
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    sentence = Sentence(text=text, start=0, index=0, block=0, flow=flow, split=tokenize)
    return [(sentence.words(each.deed), sentence.words(each.at)) for each in agents(sentence, Marks(), DOCUMENT)]


def done(text: str) -> dict[str, str]:
    """Deed -> agent, for sentences in which no deed stands twice."""
    return dict(each_done(text))


DONE = [
    # the owner of an attack
    ("Three United States drone attacks killed 16.", {"attacks": "United States", "killed": "United States"}),
    ("A US drone strike hit a car.", {"strike": "US", "hit": "US"}),
    ("An Israeli air strike began.", {"air strike": "Israeli"}),
    ("The Taliban attack failed.", {"attack": "Taliban"}),
    ("Pakistani army shelling went on.", {"shelling": "Pakistani army"}),
    ("A CIA drone strike followed.", {"strike": "CIA"}),
    ("President Obama's first drone strike killed nine.", {"strike": "President Obama", "killed": "President Obama"}),
    ("Israel's strikes resumed.", {"strikes": "Israel"}),
    ("The US Special Forces raid failed.", {"raid": "US Special Forces"}),
    ("A suspected US drone strike is being examined.", {"strike": "US"}),
    ("Pakistan army's offensives resumed.", {"offensives": "Pakistan army"}),
    ("Coalition aircraft conducted an airstrike.", {"conducted": "Coalition", "airstrike": "Coalition"}),
    # behind "by"
    ("Nine were killed by gunmen.", {"killed": "gunmen"}),
    ("Nine were killed by government forces in Homs.", {"killed": "government forces"}),
    ("Nine were killed by a US drone.", {"killed": "US"}),
    ("Nine were killed on Monday by the Taliban.", {"killed": "Taliban"}),
    ("Nine were killed in Swat by a group of masked gunmen.", {"killed": "masked gunmen"}),
    ("The attack by Boko Haram lasted an hour.", {"attack": "Boko Haram"}),
    ("Raids carried out by Israeli soldiers went on.", {"Raids": "Israeli soldiers", "carried out": "Israeli soldiers"}),
    ("Two were killed and three wounded by snipers.", {"killed": "snipers", "wounded": "snipers"}),
    ("The tanks were given to the army by the U.S. government.", {"given": "U.S. government"}),
    ("A school was attacked by Ugandan militiamen in masks.", {"attacked": "Ugandan militiamen"}),
    ("Missiles fired by US drones killed six.", {"Missiles": "US", "fired": "US", "killed": "US"}),
    # the subject of a deed
    ("Hezbollah guerrillas killed two farmers.", {"killed": "Hezbollah guerrillas"}),
    ("Israeli soldiers arrested over 40 men.", {"arrested": "Israeli soldiers"}),
    ("Two suicide bombers killed 14 shoppers.", {"killed": "suicide bombers"}),
    ("A US Predator drone killed six.", {"killed": "US"}),
    ("Russian aircraft killed 17 miners.", {"killed": "Russian"}),
    ("Israel killed nine men.", {"killed": "Israel"}),
    ("Security forces in Chad have tortured eight students.", {"tortured": "Security forces"}),
    ("On Friday Syrian soldiers from a northern base shot dead two.", {"shot dead": "Syrian soldiers"}),
    ("Afghan and coalition forces killed three.", {"killed": "Afghan and coalition forces"}),
    ("The army, backed by tanks, shelled the suburb.", {"shelled": "army"}),
    ("Kenyan police opened fire on a wedding.", {"opened fire": "Kenyan police"}),
    ("Gunmen who killed two guards fled.", {"killed": "Gunmen"}),
    ("Rebels killed six and wounded ten.", {"killed": "Rebels", "wounded": "Rebels"}),
    ("The Pentagon had handed over 12 trucks.", {"handed over": "Pentagon"}),
    (
        "In May, the Islamabad government of President Gen. Ayub Shah, a general whom some call “a friend of the U.S. army,” sent 900 men.",
        {"sent": "Islamabad government"},
    ),
    ("The army said its troops killed nine.", {"killed": "troops"}),
    ("The army claimed to have killed nine.", {"killed": "army"}),
    ("A missile from a US drone killed ten.", {"killed": "US"}),
    ("The army carried out 12 raids.", {"carried out": "army", "raids": "army"}),
    # of a greater force; a short name in brackets
    ("Guerrillas of the Shining Path killed two.", {"killed": "Guerrillas of the Shining Path"}),
    ("Units of the army shelled the town.", {"shelled": "Units of the army"}),
    ("Two were killed by members of the army.", {"killed": "army"}),
    ("The ELN [Army of National Liberation] killed two.", {"killed": "ELN"}),
    ("Army of National Liberation (ELN) guerrillas killed two.", {"killed": "Army of National Liberation"}),
    # anybody, where a word marks them off
    ("A GROUP OF ARMED MEN KILLED TWO FARMERS.", {"KILLED": "ARMED MEN"}),
    ("The mayor was kidnapped by two individuals.", {"kidnapped": "individuals"}),
    ("UNIDENTIFIED INDIVIDUALS THREW A BOMB.", {"THREW": "UNIDENTIFIED INDIVIDUALS"}),
    ("SUBVERSIVES ATTACKED THE POST.", {"ATTACKED": "SUBVERSIVES"}),
    # weapons of the one who speaks of himself
    ("Israel said its warplanes killed six.", {"killed": "Israel"}),
    ("Turkey's army said on Monday that its drones hit a base.", {"hit": "Turkey's army"}),
    # the clause before "and" is another's
    ("Shots rang out and police killed nine.", {"killed": "police"}),
    # a deed that hangs on another
    ("In March, government forces stormed a college, killing dozens.", {"stormed": "government forces", "killing": "government forces"}),
    ("Guards opened fire, killing a boy and wounding nine.", {"opened fire": "Guards", "killing": "Guards", "wounding": "Guards"}),
    ("Soldiers entered the village, killing three.", {"killing": "Soldiers"}),
    ("Ten died in Israeli shelling.", {"died": "Israeli", "shelling": "Israeli"}),
    ("Ten were killed when US drones hit a funeral.", {"killed": "US", "hit": "US"}),
    # the object of a participle or of another verb did nothing
    ("Guerrillas chasing policemen killed six herders.", {"killed": "Guerrillas"}),
    ("Militiamen fighting the army killed six herders.", {"killed": "Militiamen"}),
    ("Police hunting gunmen and rebels shot dead two men.", {"shot dead": "Police"}),
    ("A US drone targeting militants killed six.", {"killed": "US"}),
    ("Soldiers who fought rebels and gangs killed six herders.", {"killed": "Soldiers"}),
    # but a participle before the name is part of its phrase, and a time stands before a subject
    ("The retreating troops killed six.", {"killed": "troops"}),
    ("In the morning troops killed six.", {"killed": "troops"}),
    ("A mine left by retreating rebels killed six.", {"killed": "rebels"}),
    ("She later heard that the army had killed six.", {"killed": "army"}),
    # what stands between brackets ends there
    ("Another band (named after a monk killed by soldiers) burned a mill, wounding six.", {"killed": "soldiers"}),
    # "and" between names makes one subject
    ("France and the army killed six rebels.", {"killed": "France and the army"}),
    ("The Saudi-led coalition and France killed six rebels.", {"killed": "Saudi-led coalition and France"}),
    ("The report said the army and its allies had killed six.", {"killed": "army and its allies"}),
    ("Police, soldiers and militiamen shot dead six.", {"shot dead": "Police, soldiers and militiamen"}),
    ("In Syria, France and the army killed six.", {"killed": "France and the army"}),
    ("Six were killed by France and the army in a raid.", {"killed": "France and the army"}),
    ("Six were killed by the army, police and militiamen.", {"killed": "army, police and militiamen"}),
    ("An attack by France and the army killed six.", {"attack": "France and the army", "killed": "France and the army"}),
    ("French and British air strikes killed six.", {"air strikes": "French and British", "killed": "French and British"}),
    ("Army tanks and helicopters shelled a mill.", {"shelled": "Army"}),
    ("Soldiers and police entered the village, killing three.", {"killing": "Soldiers and police"}),
    # "and" between clauses does not
    ("The rain stopped and police killed six.", {"killed": "police"}),
    ("Two were shot by rebels and police arrested six.", {"shot": "rebels", "arrested": "police"}),
    ("Two were shot by rebels and police said the rebels fled.", {"shot": "rebels"}),
    ("Two were shot by rebels, police and soldiers said.", {"shot": "rebels"}),
    # a people with its article
    ("In the valley the Russians killed 17 herders.", {"killed": "Russians"}),
    ("Six were wounded by the Israelis.", {"wounded": "Israelis"}),
    # "by" reaches back over "and" alone
    ("Six men were beaten and arrested by troops.", {"beaten": "troops", "arrested": "troops"}),
    ("Six herders were killed before a thief was shot dead by police.", {"shot dead": "police"}),
    ("Six herders were killed after police shot dead a thief.", {"shot dead": "police"}),
    ("Six herders died after their cart was hit by troops.", {}),
    ("The thief was shot dead by police and wounded six.", {"shot dead": "police"}),
    ("After troops shelled the town, rebels hit back by killing six.", {"shelled": "troops", "hit": "rebels", "killing": "rebels"}),
    # the agent of the strike, not the killed
    ("Taliban killed in US strike.", {"killed": "US", "strike": "US"}),
    # the doer, not who documents it
    ("Amnesty documented two attacks by the US that killed 19 civilians.", {"attacks": "US", "killed": "US"}),
]

NOBODY = [
    # a means is nobody
    "Nine were killed by a bomb.",
    "Nine were killed by shrapnel.",
    "Nine were killed by an improvised explosive device.",
    "Drones killed seven.",
    "A drone killed seven.",
    "Missiles hit a house, killing five.",
    "The blast killed three soldiers.",
    "Two US sailors were killed by a mine near the Yemeni port of Aden.",
    "An air strike killed 40.",
    # the speaker is not the perpetrator
    "Amnesty documented two attacks that killed 19 civilians.",
    "Police said a bomb killed five.",
    "Nine were killed, police said.",
    "Pakistan's army reported that nine civilians were killed.",
    "The raid was condemned by the Taliban.",
    "Ten were killed, according to a statement by the army.",
    # of two that clash, which?
    "Gunmen and police clashed, killing six.",
    # rows of words that hold the name of a people or a force
    "The Americans with Disabilities Act hit a wall.",
    # anybody
    "A man killed a guard.",
    # the place is not the perpetrator
    "10 Russian soldiers killed in Ukraine.",
    "Yemen drone strikes killed ten.",
    "Ten died in Somalia attacks.",
    # nor is the victim or the target
    "Taliban commander killed in Khost.",
    "An attack on al Qaeda lodgings left no dead and hurt three.",
    "Two Pakistani soldiers were killed.",
    "Israeli civilians were killed in a shooting.",
    "Soldiers killed Thursday were buried.",
    "Police in the town were attacked and killed.",
    "A raid targeting guerrillas killed six.",
    "A grenade aimed at soldiers killed six.",
    "A mortar fired at the army wounded six.",
    "Clashes involving gunmen killed six.",
    "Clashes between the army and gunmen killed six.",
    "A bomb that hit soldiers and police killed six.",
    "A plot to attack police killed six.",
    "Six herders wounded by a mine and the two policemen shot by the thief were brave.",
    "The two policemen shot in the leg by the thief were brave.",
    "The soldiers attacked at dawn were asleep.",
    "Drone strikes in Yemen and Pakistan killed six.",
    "Yemen and Pakistan drone strikes killed six.",
    # only one of two, or only a part of the subject, is known
    "Rebels or soldiers killed six.",
    "Six were killed by rebels or soldiers.",
    "Herders and police killed six.",
    "Raids carried out by Lisbon and its Arab allies killed six.",
    # two men are not their people, and nobody knows whose "its" and "donors" are
    "Two Russians killed six herders.",
    "Its warplanes had killed 15.",
    "The donors handed over 30 helicopters.",
    # others of a body, and no war at all
    "Nine were arrested by police officials' sons.",
    "A hunger strike by Taliban prisoners ended.",
    "The army was blamed for killing ten.",
    "Two civilians were killed.",
    "A coalition helicopter crashed, killing seven.",
    "The sons of soldiers sang.",
]


@pytest.mark.parametrize(("text", "expected"), DONE, ids=[text[:60] for text, _ in DONE])
def test_who_did_it(text: str, expected: dict[str, str]) -> None:
    assert done(text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_said_to_have_done_it(text: str) -> None:
    assert done(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed two policemen and were later killed by troops.", [("killed", "Gunmen"), ("killed", "troops")]),
        ("The thief shot dead two guards before being killed by police.", [("killed", "police")]),
    ],
)
def test_a_second_deed_does_not_lend_its_agent_to_the_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert each_done(text) == expected


def test_actors_are_found_longest_first() -> None:
    found = actor_at(["tehrik-i-taliban", "pakistan", "leader"], 0)
    assert found is not None
    assert (found[0], found[1].key, found[1].sort) == (2, "Tehrik-i-Taliban Pakistan", "group")


def test_an_acronym_is_read_in_capitals_only() -> None:
    assert actor_at(["is"], 0, ["is"]) is None
    found = actor_at(["is"], 0, ["IS"])
    assert found is not None
    assert found[1].key == "Islamic State"
