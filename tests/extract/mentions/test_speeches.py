"""Who says what: one table of sentences with every voice in them, one of sentences in which nobody speaks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from atodds.extract.claims import claims
from atodds.extract.mentions.speeches import speeches
from atodds.language.rules import Rules
from atodds.model.mention import Marks, Speech, Time
from atodds.model.text import Block, Document, Flow, Sentence, Span
from atodds.model.when import When
from atodds.vocab import load

# Each row: a sentence, and each voice as (speaker, cue, content); pieces of one content are parted by " | ".
# A second voice with the same cue is the outlet that was told, or the one who was quoted.
SAID = [
    (
        "Norland's Ministry of Works reported to the Assembly, the lower house of the land, that only 12 villagers were killed.",
        [("Norland's Ministry of Works", "reported", "only 12 villagers were killed")],
    ),
    (
        "The Ministry of Works also alleged that there were 30 raids in 2011.",
        [("Ministry of Works", "alleged", "there were 30 raids in 2011")],
    ),
    (
        "Union envoy on detention, torture or enforced disappearance Lena Holt said in her report last year at least 90 men vanished.",
        [("Lena Holt", "said", "at least 90 men vanished")],
    ),
    (
        'Rao herself, while she did not openly blame the army, said that "very rich men" had paid for the attack.',
        [("Rao", "said", '"very rich men" had paid for the attack')],
    ),
    (
        "Open Doors Watch, which interviewed 40 families, said soldiers shot eleven men.",
        [("Open Doors Watch", "said", "soldiers shot eleven men")],
    ),
    (
        "Police told Reuters that 14 guards died, but the army put the toll at six.",
        [("Police", "told", "14 guards died"), ("Reuters", "told", "14 guards died"), ("the army", "put", "the toll at six")],
    ),
    (
        "“They came at dawn,” declared Defence Minister Omar Haddad.",
        [("Omar Haddad", "declared", "They came at dawn")],
    ),
    (
        "“They came at dawn,” Haddad said.",
        [("Haddad", "said", "They came at dawn")],
    ),
    (
        "“We buried nine,” said Amina, a teacher, “and then we fled.”",
        [("Amina", "said", "We buried nine | and then we fled")],
    ),
    (
        "Eleven people drowned, the coast guard said.",
        [("the coast guard", "said", "Eleven people drowned")],
    ),
    (
        "Eleven people drowned, said the coast guard.",
        [("the coast guard", "said", "Eleven people drowned")],
    ),
    (
        "The blast, police said, killed three shoppers.",
        [("police", "said", "The blast | killed three shoppers")],
    ),
    (
        "According to the Guardian, quoting Haddad, two bridges were destroyed.",
        [("Guardian", "According to", "two bridges were destroyed"), ("Haddad", "quoting", "two bridges were destroyed")],
    ),
    (
        "Two bridges were destroyed, according to the governor of Tamar.",
        [("the governor of Tamar", "according to", "Two bridges were destroyed")],
    ),
    (
        "At least 30 people died in the raid according to local medics.",
        [("local medics", "according to", "At least 30 people died in the raid")],
    ),
    (
        "The Tamar Observatory, citing residents, said nine people were killed.",
        [("Tamar Observatory", "said", "nine people were killed"), ("residents", "citing", "nine people were killed")],
    ),
    (
        "Karim told the BBC that shells hit the clinic.",
        [("Karim", "told", "shells hit the clinic"), ("BBC", "told", "shells hit the clinic")],
    ),
    (
        "Karim was quoted by Dawn as saying that the valley was empty.",
        [("Karim", "quoted", "the valley was empty"), ("Dawn", "quoted", "the valley was empty")],
    ),
    (
        "The agency quoted Karim as saying the valley was empty.",
        [("The agency", "quoted", "the valley was empty"), ("Karim", "quoted", "the valley was empty")],
    ),
    (
        "Karim said in an interview with Al Jazeera that the valley was empty.",
        [("Karim", "said", "the valley was empty"), ("Al Jazeera", "said", "the valley was empty")],
    ),
    (
        "“The valley is empty,” the paper quoted a local official.",
        [("the paper", "quoted", "The valley is empty"), ("a local official", "quoted", "The valley is empty")],
    ),
    (
        "In a statement, it declared that the raid was lawful.",
        [("it", "declared", "the raid was lawful")],
    ),
    (
        "The army's claim that nobody was hurt since March is false.",
        [("The army", "claim", "nobody was hurt since March")],
    ),
    (
        "Claims by the rebels that 40 soldiers had died could not be checked.",
        [("the rebels", "Claims", "40 soldiers had died")],
    ),
    (
        "The allegation by the mayor that troops burned the mill drew protests.",
        [("the mayor", "allegation", "troops burned the mill")],
    ),
    (
        "The observatory's toll of 40 dead rose overnight.",
        [("The observatory", "toll", "40 dead")],
    ),
    (
        "The governor put the death toll at 17.",
        [("The governor", "put", "the death toll at 17")],
    ),
    (
        "Open Skies Watch documented two strikes in 2016 that killed 19 civilians.",
        [("Open Skies Watch", "documented", "two strikes in 2016 that killed 19 civilians")],
    ),
    (
        "The Helsinki Centre report “Who Pays?” Night Raids in Context, carefully documented three raids that killed seven farmers.",
        [("Helsinki Centre", "documented", "three raids that killed seven farmers")],
    ),
    (
        "Figures from the health ministry show that 300 people were wounded.",
        [("health ministry", "show", "300 people were wounded")],
    ),
    (
        "By the Tamar Observatory's count, 60 people died.",
        [("Tamar Observatory", "count", "60 people died")],
    ),
    (
        "One news account said planes had bombed the bridge.",
        [("One news account", "said", "planes had bombed the bridge")],
    ),
    (
        "A later account told of hundreds of families leaving the town.",
        [("A later account", "told of", "hundreds of families leaving the town")],
    ),
    (
        "The commander blamed the rebels for the ambush.",
        [("The commander", "blamed", "the rebels for the ambush")],
    ),
    (
        "The ministry accused the militia of killing nine teachers.",
        [("The ministry", "accused", "the militia of killing nine teachers")],
    ),
    (
        "Planes bombed the bridge, killing four men. (AP, Oct. 27)",
        [("AP", None, "Planes bombed the bridge, killing four men")],
    ),
    (
        "Planes bombed the bridge [Dawn, 3 May 2009].",
        [("Dawn", None, "Planes bombed the bridge")],
    ),
    (
        "Nine men were shot (Reuters).",
        [("Reuters", None, "Nine men were shot")],
    ),
    (
        "The army denied that any villager had been killed.",
        [("The army", "denied", "any villager had been killed")],
    ),
    (
        "The minister rejected claims that 30 prisoners had died.",
        [("The minister", "rejected", "30 prisoners had died")],
    ),
    (
        "The coalition admitted that it had killed four children.",
        [("The coalition", "admitted", "it had killed four children")],
    ),
    (
        "The colonel acknowledged killing two farmers.",
        [("The colonel", "acknowledged", "killing two farmers")],
    ),
    (
        "Residents doubted that the strike had hit a base.",
        [("Residents", "doubted", "the strike had hit a base")],
    ),
    (
        "The monitors could not confirm that anyone had died.",
        [("The monitors", "confirm", "anyone had died")],
    ),
    (
        "The Red Brigade claimed responsibility for the blast.",
        [("Red Brigade", "claimed responsibility", "the blast")],
    ),
    (
        "A spokesman for the Interior Ministry said 12 men were held.",
        [("A spokesman for the Interior Ministry", "said", "12 men were held")],
    ),
    (
        "Two police officials said five people were killed.",
        [("Two police officials", "said", "five people were killed")],
    ),
    (
        "Local residents said the planes came back.",
        [("Local residents", "said", "the planes came back")],
    ),
    (
        "Officials in Tamar said a convoy was hit.",
        [("Officials in Tamar", "said", "a convoy was hit")],
    ),
    (
        "Witnesses and medics said the market was full.",
        [("Witnesses and medics", "said", "the market was full")],
    ),
    (
        "She added that three more had died.",
        [("She", "added", "three more had died")],
    ),
    (
        "They said the road was mined.",
        [("They", "said", "the road was mined")],
    ),
    (
        "The general denied the raid and said that his men were elsewhere.",
        [("The general", "denied", "the raid"), ("The general", "said", "his men were elsewhere")],
    ),
    (
        "Haddad rejected the figures, saying that nobody had been killed.",
        [("Haddad", "rejected", "the figures"), ("Haddad", "saying", "nobody had been killed")],
    ),
    (
        "Medics say the hospital has run out of blood.",
        [("Medics", "say", "the hospital has run out of blood")],
    ),
    (
        "Haddad said on Monday that six men were dead.",
        [("Haddad", "said", "six men were dead")],
    ),
    (
        "On Monday, Haddad said six men were dead.",
        [("Haddad", "said", "six men were dead")],
    ),
    (
        "Holt, a former judge, said the camp was full.",
        [("Holt", "said", "the camp was full")],
    ),
    (
        "“The camp is full,” Holt, a former judge, said on Monday.",
        [("Holt", "said", "The camp is full")],
    ),
    (
        "Police said 12 people died, while the mayor said 20 had died.",
        [("Police", "said", "12 people died"), ("the mayor", "said", "20 had died")],
    ),
    (
        "Police said 12 people died and 30 were hurt.",
        [("Police", "said", "12 people died and 30 were hurt")],
    ),
    (
        "Police said that 12 people died and that the mayor had told them to leave.",
        [("Police", "said", "12 people died and that the mayor had told them to leave")],
    ),
    (
        "The mission said police told its staff that the road was closed.",
        [("The mission", "said", "police told its staff that the road was closed"), ("police", "told", "the road was closed")],
    ),
    (
        "Twelve deaths were confirmed by the health ministry.",
        [("the health ministry", "confirmed", "Twelve deaths")],
    ),
    (
        "Haddad: “We will rebuild.”",
        [("Haddad", ":", "We will rebuild")],
    ),
    (
        "Interior ministry: 12 dead in bus fire",
        [("Interior ministry", ":", "12 dead in bus fire")],
    ),
    (
        "Declaring the war over, General Haddad said the camps would close.",
        [("Haddad", "Declaring", "the war over"), ("Haddad", "said", "the camps would close")],
    ),
    (
        "The minister’s admission that shells had struck a school surprised many.",
        [("The minister", "admission", "shells had struck a school")],
    ),
    (
        "Marland Ambassador to Norland Peter G. Lund said talks had failed.",
        [("Peter G. Lund", "said", "talks had failed")],
    ),
    (
        "The state's top lawyer, Attorney General Rana Aziz, told the court that the emergency had ended.",
        [("Rana Aziz", "told", "the emergency had ended")],
    ),
    (
        "State television reported that 40 fighters had surrendered.",
        [("State television", "reported", "40 fighters had surrendered")],
    ),
    (
        "The New York Times reported that 40 fighters had surrendered.",
        [("New York Times", "reported", "40 fighters had surrendered")],
    ),
    (
        "Few blamed the rebels for the fire.",
        [("Few", "blamed", "the rebels for the fire")],
    ),
    (
        "Residents believe that the army shelled the mill.",
        [("Residents", "believe", "the army shelled the mill")],
    ),
    (
        "Open Doors Watch has recorded 52 deaths since May.",
        [("Open Doors Watch", "recorded", "52 deaths since May")],
    ),
    (
        "The Interior Ministry estimates that 200 people are missing.",
        [("Interior Ministry", "estimates", "200 people are missing")],
    ),
    (
        "Nobody was hurt, Haddad told reporters on Friday.",
        [("Haddad", "told", "Nobody was hurt")],
    ),
    (
        "As Haddad told the Guardian, “the dam will not hold.”",
        [("Haddad", "told", "the dam will not hold"), ("Guardian", "told", "the dam will not hold")],
    ),
    (
        "“The dam,” Haddad said, “will not hold.”",
        [("Haddad", "said", "The dam | will not hold")],
    ),
    (
        "A survivor who hid in the well said the gunmen wore uniforms.",
        [("A survivor", "said", "the gunmen wore uniforms")],
    ),
    (
        "The army has confirmed nine dead, Reuters reported.",
        [("The army", "confirmed", "nine dead"), ("Reuters", "reported", "The army has confirmed nine dead")],
    ),
    (
        "The rebels claimed to have shot down a helicopter.",
        [("The rebels", "claimed", "to have shot down a helicopter")],
    ),
    (
        "Gunmen shot nine men near the river said the Tamar Observatory for Human Rights.",
        [("Tamar Observatory for Human Rights", "said", "Gunmen shot nine men near the river")],
    ),
    (
        "The army says three died, but twelve died, according to medics.",
        [("The army", "says", "three died"), ("medics", "according to", "twelve died")],
    ),
    (
        "The army denied it, but according to police, 12 men died.",
        [("The army", "denied", "it"), ("police", "according to", "12 men died")],
    ),
    (
        "The raid killed nine, Haddad said, adding that two had fled.",
        [("Haddad", "said", "The raid killed nine"), ("Haddad", "adding", "two had fled")],
    ),
    (
        "Haddad said nearly 40 people had died.",
        [("Haddad", "said", "nearly 40 people had died")],
    ),
    (
        "The claim was rejected by Minister Aziz saying, “Nothing happened.”",
        [("Aziz", "rejected", "The claim"), ("Aziz", "saying", "Nothing happened")],
    ),
    (
        "One of the survivors gave evidence in May: “We ran.”",
        [("One of the survivors", "gave", "We ran")],
    ),
    (
        "A study that appeared in May found that the wells were dry.",
        [("A study", "found", "the wells were dry")],
    ),
    (
        "The council on Tuesday said 40 families had left.",
        [("The council", "said", "40 families had left")],
    ),
    (
        "Residents said that a drone fired, and the army said it knew nothing.",
        [("Residents", "said", "a drone fired"), ("the army", "said", "it knew nothing")],
    ),
    (
        "“We ran,” said Amina.",
        [("Amina", "said", "We ran")],
    ),
    (
        "Some 200 families have fled, according to figures from the health ministry.",
        [("health ministry", "according to", "Some 200 families have fled")],
    ),
    (
        "The police chief, Omar Said, told state television that four men were held.",
        [("Omar Said", "told", "four men were held"), ("state television", "told", "four men were held")],
    ),
    (
        "Nine people died, while Haddad put the toll at 12.",
        [("Haddad", "put", "the toll at 12")],
    ),
    (
        "He said the raid was “an error” which nobody wanted.",
        [("He", "said", "the raid was “an error” which nobody wanted")],
    ),
    (
        "Norland and Marland forces confirmed nine arrests.",
        [("Norland and Marland forces", "confirmed", "nine arrests")],
    ),
    (
        "Initial reports suggest that no one was hurt.",
        [("Initial reports", "suggest", "no one was hurt")],
    ),
    (
        "The paper said in May that the mayor, who fled, had died.",
        [("The paper", "said", "the mayor, who fled, had died")],
    ),
    (
        "In 2013 the ministry said 30 people had died.",
        [("the ministry", "said", "30 people had died")],
    ),
]

# All who speak together are the speaker; a role of two posts is one person's.
SAID += [
    (
        "Marland envoy Rana Aziz and relief groups say 18 sailors drowned.",
        [("Marland envoy Rana Aziz and relief groups", "say", "18 sailors drowned")],
    ),
    ("Teachers and the governor of Orlin said the school burned.", [("Teachers and the governor of Orlin", "said", "the school burned")]),
    ("Drivers, a nurse and the mayor said the road was cut.", [("Drivers, a nurse and the mayor", "said", "the road was cut")]),
    ("Premier and Defence Minister Omar Haddad said the road was cut.", [("Omar Haddad", "said", "the road was cut")]),
]

# Who passes on the words of another is a voice further out, however the two are joined.
SAID += [
    (
        "According to the Lakeside Gazette, which quoted a surgeon, 18 sailors drowned.",
        [("Lakeside Gazette", "According to", "18 sailors drowned"), ("a surgeon", "quoted", "18 sailors drowned")],
    ),
    (
        "Eighteen sailors drowned, according to a surgeon cited by the Lakeside Gazette.",
        [("a surgeon", "according to", "Eighteen sailors drowned"), ("Lakeside Gazette", "according to", "Eighteen sailors drowned")],
    ),
    (
        "The council, citing clinics, said 18 sailors had drowned.",
        [("The council", "said", "18 sailors had drowned"), ("clinics", "citing", "18 sailors had drowned")],
    ),
]

# A text speaks for whoever issued it, not for whoever obtained it.
SAID += [
    ("A bulletin issued by the coast guard states that 18 sailors drowned.", [("the coast guard", "states", "18 sailors drowned")]),
    (
        "According to early figures given by a port official, 18 sailors drowned.",
        [("a port official", "According to", "18 sailors drowned")],
    ),
    ("According to records obtained by Reuters, 18 sailors drowned.", [("records", "According to", "18 sailors drowned")]),
    ("Open Seas' lowest estimate is 18 drowned.", [("Open Seas", "estimate", "18 drowned")]),
    (
        "Boats turned back, with the agency SANA saying at least 18 sailors had drowned.",
        [("SANA", "saying", "at least 18 sailors had drowned")],
    ),
]

# Times between subject, verb and what is said; a time is no part of a speaker.
SAID += [
    ("The Harbour Force confirmed yesterday, a smuggler was caught.", [("Harbour Force", "confirmed", "a smuggler was caught")]),
    ("The Harbour Force today confirmed the capture of a smuggler.", [("Harbour Force", "confirmed", "the capture of a smuggler")]),
    ("Last month fishermen said the bay was mined.", [("fishermen", "said", "the bay was mined")]),
    ("Three days ago Open Seas said the bay was mined.", [("Open Seas", "said", "the bay was mined")]),
]

# A speaker that closes the sentence needs no comma, where its article or its name sets it apart.
SAID += [
    ("A wave sank two boats off Orlin a relief group said on Friday.", [("a relief group", "said", "A wave sank two boats off Orlin")]),
    ("A wave sank two boats near the pier Reuters said.", [("Reuters", "said", "A wave sank two boats near the pier")]),
    ("“The wave sank two boats” said Rana Aziz.", [("Rana Aziz", "said", "The wave sank two boats")]),
]

# Whose mouth a "we" is in: one source, not two.
SAID += [
    (
        "We counted 18 drowned, the diver Rana Aziz told us.",
        [("Rana Aziz", "counted", "18 drowned"), ("Rana Aziz", "told", "We counted 18 drowned")],
    ),
    ("“We have counted 18 deaths.”", [(None, "counted", "18 deaths")]),
    ("We have counted 18 deaths.", [("We", "counted", "18 deaths")]),
]

# Who was told is no speaker; who told it may stand in a text, or nowhere.
SAID += [
    ("The council was told by the harbour master that 18 sailors had drowned.", [("the harbour master", "told", "18 sailors had drowned")]),
    ("Deputies were informed on Friday by the navy that 18 sailors had drowned.", [("the navy", "informed", "18 sailors had drowned")]),
    (
        "In May the council had been told, in figures from the Ministry of Ports, that no sailor had drowned.",
        [("Ministry of Ports", "told", "no sailor had drowned")],
    ),
    ("The council was told that 18 sailors had drowned.", [(None, "told", "18 sailors had drowned")]),
    ("Norland tells Assembly mines sank 18 boats since 2011", [("Norland", "tells", "mines sank 18 boats since 2011")]),
]

# What is told of an attack that somebody claims is not that one's word.
SAID.append(("The raid, which sank two boats, was claimed by the Red Brigade.", [("Red Brigade", "claimed", "The raid")]))

# The clause about a source is no part of what it says.
SAID.append(
    ("According to medics who work in the valley, nine men died.", [("medics", "According to", "nine men died")]),
)
# A dispatch in capitals.
SAID.append(("THE ARMY SAID THAT NINE MEN HAD DIED.", [("THE ARMY", "SAID", "NINE MEN HAD DIED")]))

NOTHING = [
    "The quake claimed 12 lives.",
    "Nine men were reported killed.",
    "Six climbers are reported missing.",
    "The bridge was reportedly bombed.",
    "Everything went according to plan.",
    "The raid killed five alleged militants.",
    "Suspected rebels attacked the post.",
    "The valley is said to be empty.",
    "The minister was reported to have left.",
    "In all, 40 men were told to leave.",
    "There were 40 men, all told.",
    "The band recorded an album in May.",
    "The so-called martyrs' brigade attacked the town.",
    "Rao did not blame the regime.",
    "It is believed that nine men died.",
    "The spokesman declined to comment.",
    "The leader (TTP) was killed.",
    "Forty people were killed (including 18 children).",
    "Soldiers said to be from the north entered the town.",
    "The army may say that nobody died.",
    "The blast killed nine people and wounded ten.",
    "The commander of the Third Brigade (ISI) resigned.",
    "The attack, which killed nine, was the third since May.",
    "Nobody said a word.",
    "A noted terrorist was arrested.",
    "The governor's office did not deny that shells had hit the mill.",
    "Haddad may have said that nobody died.",
    "Five suspected gunmen were held.",
    "The police were told to close the road.",
    "Haddad refused to say who had blown up the mill.",
    "Several blasts, among them those claimed by the Red Brigade, shook the town.",
    "Officers charged with batons at the crowd.",
    "The company invented a lighter helmet.",
    "That is the very thing the ministry said.",
    "The commander was responsible for planning and reporting raids.",
    "Nobody claims to know.",
    "Ten alleged rebels died in the raid.",
    "Rao took no photographs.",
    "The army recorded a march for the parade.",
    "The report of the raid came late.",
    "It was reported that nine men had died.",
    "The mayor's claim to the land failed.",
]


def sentence(text: str) -> Sentence:
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    (one,) = Rules().sentences(flow)
    return one


def found(text: str, published: date | None = None, marks: Marks | None = None) -> tuple[Sentence, list[Speech]]:
    one = sentence(text)
    return one, list(speeches(one, marks or Marks(), Document(id="d", text=text, sha256="", published=published)))


def words(one: Sentence, span: Span | None) -> str | None:
    return None if span is None else one.words(span)


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_every_voice_of_a_sentence(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    one, spoken = found(text)
    assert [(words(one, each.speaker), words(one, each.cue), " | ".join(map(one.words, each.content))) for each in spoken] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_speaks(text: str) -> None:
    assert found(text)[1] == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army said that nine men had died.", "asserts"),
        # a denial excludes what it denies, also over a noun
        ("The army denied that nine men had died.", "denies"),
        ("The army rejected claims that nine men had died.", "denies"),
        ("The army's denial that nine men had died was believed.", "denies"),
        ("The army admitted that nine men had died.", "concedes"),
        ("The army's admission that nine men had died came late.", "concedes"),
        # "confirmed" is no concession: it asserts
        ("The army confirmed that nine men had died.", "asserts"),
        ("The army could not confirm that nine men had died.", "doubts"),
        ("The army has not verified that nine men had died.", "doubts"),
        ("Few blamed the army for the deaths.", "doubts"),
        ("The mayor blamed the army for the deaths.", "blames"),
        ("The mayor accused the army of burning the mill.", "blames"),
        ("The Red Brigade claimed responsibility for the blast.", "claims"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert found(text)[1][0].stance == stance


def innermost(text: str, words_: str) -> tuple[str | None, str, str]:
    """Speaker, stance and form of the smallest content that holds the words."""
    one, spoken = found(text)
    start = text.index(words_)
    holding = [
        each for each in spoken if any(one.span(part).start <= start and start + len(words_) <= one.span(part).end for part in each.content)
    ]
    inner = min(holding, key=lambda each: (sum(end - start for start, end in each.content), -each.depth))
    return words(one, inner.speaker), inner.stance, inner.form


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        # what is said to be unproven or untrue is not asserted by who says so
        ("There is no evidence that 18 sailors drowned, the navy said.", "the navy", "doubts"),
        ("The navy said there was no credible sign that 18 sailors drowned.", "The navy", "doubts"),
        ("The navy has found no evidence that 18 sailors drowned.", "The navy", "doubts"),
        ("Divers did not see any indication that 18 sailors drowned.", "Divers", "doubts"),
        ("There is no proof that 18 sailors drowned.", None, "doubts"),
        ("There is proof that 18 sailors drowned, the navy said.", "the navy", "asserts"),
        ("It is not true that 18 sailors drowned, the navy said.", "the navy", "denies"),
        ("It was untrue that 18 sailors drowned, according to the navy.", "the navy", "denies"),
        ("It is true that 18 sailors drowned, the navy said.", "the navy", "asserts"),
        ("It is wrong that 18 sailors drowned, the priest said.", "the priest", "asserts"),
        ("Rumours that 18 sailors drowned were a complete lie, the navy said.", "the navy", "denies"),
        ("Rumours that 18 sailors drowned were not false, the navy said.", "the navy", "asserts"),
        ("The reports of 18 sailors drowned are untrue.", None, "denies"),
        ("The navy's claim that 18 sailors drowned is false.", "The navy", "asserts"),
        # a claim called false, before or behind what it says
        ("The navy dismissed as propaganda the claim that 18 sailors drowned.", "The navy", "denies"),
        ("The navy denounced as fabricated reports that 18 sailors drowned.", "The navy", "denies"),
        ("The navy called the report of 18 sailors drowned a lie.", "The navy", "denies"),
        ("The navy described claims that 18 sailors drowned as pure fiction.", "The navy", "denies"),
        ("Claims that 18 sailors drowned were dismissed by the navy.", "the navy", "denies"),
        ("Nobody called the report that 18 sailors drowned a lie, the mayor said.", "the mayor", "asserts"),
        # who invents a thing asserts it
        ("The party's mouthpiece lied that 18 sailors drowned.", "The party's mouthpiece", "asserts"),
        ("Foreign media invented a massacre of 18 sailors.", "Foreign media", "asserts"),
        # what is withheld is left open
        ("The spokeswoman refused to say whether 18 sailors had drowned.", "The spokeswoman", "doubts"),
        ("The spokeswoman would not tell reporters whether 18 sailors had drowned.", "The spokeswoman", "doubts"),
        ("The spokeswoman declined to comment on whether 18 sailors had drowned.", "The spokeswoman", "doubts"),
        ("The spokeswoman declined to confirm that 18 sailors had drowned.", "The spokeswoman", "doubts"),
        ("The spokeswoman could not say how many of the 18 sailors were boys.", "The spokeswoman", "doubts"),
        ("The spokeswoman would neither confirm nor deny that 18 sailors had drowned.", "The spokeswoman", "doubts"),
        # a charge is nobody's assertion, and one that is denied is a denial
        ("He was charged with drowning 18 sailors.", None, "blames"),
        ("A smuggler accused of drowning 18 sailors was hanged.", None, "blames"),
        ("Two men were held on suspicion of drowning 18 sailors.", None, "blames"),
        ("He was accused by prosecutors of drowning 18 sailors.", "prosecutors", "blames"),
        ("Police charged two smugglers with drowning 18 sailors.", "Police", "blames"),
        ("She was acquitted of drowning 18 sailors.", None, "doubts"),
        ("A court cleared two smugglers of drowning 18 sailors.", "A court", "doubts"),
        ("He was not charged with drowning 18 sailors.", None, "doubts"),
        ("The captain denied charges of drowning 18 sailors.", "The captain", "denies"),
        ("The captain denied being accused of drowning 18 sailors.", "The captain", "denies"),
    ],
)
def test_who_stands_behind_a_figure(text: str, speaker: str | None, stance: str) -> None:
    assert innermost(text, "18 sailors")[:2] == (speaker, stance)


@pytest.mark.parametrize(
    "text",
    [
        "The pilot is accused of joining a raid that sank 18 boats.",
        "The pilot was charged with smuggling, and the navy sank 18 boats.",
        "The pilot is wanted for murder and sank 18 boats.",
        "There is no evidence that he fled, but the navy sank 18 boats.",
    ],
)
def test_a_charge_or_doubt_ends_with_its_clause(text: str) -> None:
    one, spoken = found(text)
    assert len(spoken) == 1
    assert spoken[0].speaker is None
    assert "18 boats" not in one.words(spoken[0].content[0])


@pytest.mark.parametrize(
    ("text", "speakers", "stance"),
    [
        ("He was acquitted of killing 18 sailors.", [], "doubts"),
        ("There is no evidence that 18 sailors were killed, the navy said.", ["the navy"], "doubts"),
        ("Police said he was accused of killing 18 sailors.", ["Police"], "blames"),
        ("“We killed 18 sailors,” the captain said.", ["the captain"], "asserts"),
        ("“He ran,” the nurse said. “He was accused of killing 18 sailors.”", ["the nurse"], "blames"),
    ],
)
def test_chain_of_a_figure(text: str, speakers: list[str], stance: str) -> None:
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    found = claims(Document(id="d", text=text, sha256=""), Rules().sentences(flow))
    (claim,) = [each for each in found if each.kind == "figure"]
    assert ([link.speaker for link in claim.attribution], claim.stance) == (speakers, stance)


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Works Minister Omar Said said nine men had died.", "Omar Said", "Works Minister"),
        ("Marland Ambassador to Norland Peter G. Lund said nine men had died.", "Peter G. Lund", "Marland Ambassador to Norland"),
        # a role may hold a comma
        (
            "Union envoy on detention, torture or enforced disappearance Lena Holt said nine men had died.",
            "Lena Holt",
            "Union envoy on detention, torture or enforced disappearance",
        ),
        ("Omar Said, a spokesman for the army, said nine men had died.", "Omar Said", "spokesman for the army"),
        ("The state's top lawyer, Omar Said, said nine men had died.", "Omar Said", "state's top lawyer"),
        # a post without a name speaks itself
        ("A spokesman for the Interior Ministry said nine men had died.", "A spokesman for the Interior Ministry", None),
        ("A source at Tamar Police Command said nine men had died.", "A source at Tamar Police Command", None),
        # a time is no role
        ("Last week Open Doors Watch said nine men had died.", "Open Doors Watch", None),
        ("Two days ago Works Minister Omar Said said nine men had died.", "Omar Said", "Works Minister"),
        ("Late president Omar Said said nine men had died.", "Omar Said", "Late president"),
        # a text speaks for its maker
        ("The Open Doors Watch report said nine men had died.", "Open Doors Watch", None),
        ("A report by Open Doors Watch said nine men had died.", "Open Doors Watch", None),
    ],
)
def test_name_and_role(text: str, speaker: str, role: str | None) -> None:
    one, spoken = found(text)
    assert (words(one, spoken[0].speaker), words(one, spoken[0].role)) == (speaker, role)


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("One news account said nine men had died.", True),
        ("Western news accounts blame the army for the deaths.", True),
        ("The Guardian report said nine men had died.", False),
        ("The mayor said nine men had died.", False),
    ],
)
def test_a_carrier_has_no_maker(text: str, carrier: bool) -> None:
    assert found(text)[1][0].carrier is carrier


def test_the_one_quoted_stands_further_in() -> None:
    one, spoken = found("According to the Guardian, quoting Haddad, two bridges fell.")
    assert {words(one, each.speaker): each.depth for each in spoken} == {"Guardian": 0, "Haddad": 1}


def test_the_outlet_told_stands_further_out() -> None:
    one, spoken = found("Haddad told Reuters that two bridges fell.")
    assert {words(one, each.speaker): each.depth for each in spoken} == {"Haddad": 1, "Reuters": 0}


@pytest.mark.parametrize(
    ("text", "published", "outlet", "day"),
    [
        # without a year the latest day not after publication
        ("Planes came. (AP, Oct. 27)", date(2007, 11, 2), "AP", date(2007, 10, 27)),
        ("Planes came. (AP, Dec. 27)", date(2008, 1, 2), "AP", date(2007, 12, 27)),
        ("Planes came. (AP, Oct. 27)", None, "AP", None),
        ("Planes came [Dawn, 3 May 2009].", None, "Dawn", date(2009, 5, 3)),
        ("Planes came (Reuters).", None, "Reuters", None),
        ("Planes came. (The Hindu, Oct. 29)", date(2007, 11, 2), "The Hindu", date(2007, 10, 29)),
        # an unknown name with a date is one too
        ("Planes came (Tamar Herald, 1 June 2010).", None, "Tamar Herald", date(2010, 6, 1)),
    ],
)
def test_citation(text: str, published: date | None, outlet: str, day: date | None) -> None:
    one, spoken = found(text, published)
    assert [(words(one, each.speaker), each.date, each.citation) for each in spoken] == [(outlet, day, True)]
    assert one.words(spoken[0].content[0]) == "Planes came"


@pytest.mark.parametrize(
    "brackets", ["(TTP)", "(ISI)", "(including 18-45 civilians)", "(see page 4)", "(since 2008)", "(the north, in May)"]
)
def test_brackets_that_credit_nobody(brackets: str) -> None:
    assert found(f"Planes came {brackets}.")[1] == []


def test_a_citation_covers_the_voice_inside_it() -> None:
    one, spoken = found("One news account said planes came. (AP, Oct. 27)", date(2007, 11, 2))
    inner, outer = spoken
    assert inner.carrier
    assert outer.citation
    assert outer.content[0].holds(inner.content[0])
    assert one.words(inner.content[0]) == "planes came"


def test_a_time_read_before_is_no_part_of_what_is_said() -> None:
    text = "Haddad said in the small hours that two bridges fell."
    at = Time(at=Span(2, 6), when=When(precision="day", unresolved=True))
    one, spoken = found(text, marks=Marks(times=(at,)))
    assert [one.words(span) for each in spoken for span in each.content] == ["two bridges fell"]


def test_an_opinion_is_told_apart_from_a_claim() -> None:
    assert [each.form for each in found("The mayor condemned the raid that killed nine men.")[1]] == ["opinion"]


_LOOSE = "said told quoted according to that by as saying claim toll of put at Rao Reuters the army report and but who was 9 in May"
_MARKS = "“ ” \" ' ’s , . : ( )"
_WORDS = st.sampled_from([*load("cues")["verbs"]["free"], *_LOOSE.split(), *_MARKS.split()])


@given(st.lists(_WORDS, min_size=1, max_size=25))
@example(["’s", "report", "said", "say"])  # an owner of whom nothing is left
def test_spans_stay_inside_the_sentence(tokens: list[str]) -> None:
    text = " ".join(tokens)
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    for one in Rules().sentences(flow):
        size = len(one.tokens.words)
        for each in speeches(one, Marks(), Document(id="d", text=text, sha256="")):
            assert each.content or one.text.rstrip("\"”’' ").endswith(":")  # "the envoy said:" leads to the next paragraph
            for span in (each.at, *each.content, *(part for part in (each.speaker, each.cue, each.role) if part is not None)):
                assert 0 <= span.start < span.end <= size
            assert each.speaker is None or each.speaker.end - each.speaker.start <= 12
            assert all(each.at.holds(span) for span in each.content)
