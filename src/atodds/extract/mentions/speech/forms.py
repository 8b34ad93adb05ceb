"""The rules by which a voice is found, as a statement's `rule` names them: so that a view can tell what was said from what was thought."""

from __future__ import annotations

from atodds.extract.rule import Rule

# By the pattern that finds it, in `Speech.form`.
FORMS: dict[str, Rule] = {
    "say": Rule("said", "Somebody says it, in a clause or a quotation.", "The governor said that rebels had taken the bridge."),
    "told": Rule("told", "Somebody tells it to another.", "The mayor told the Harbour Wire that rebels had taken the bridge."),
    "by": Rule("said_by", "It is said or confirmed by somebody, in the passive.", "Nine deaths were confirmed by the hospital."),
    "according": Rule("according_to", "It is so according to a source.", "Rebels had taken the bridge, according to the mayor."),
    "quoted": Rule("quoted", "Somebody is quoted by another.", "The mayor was quoted as saying that rebels had taken the bridge."),
    "quoting": Rule(
        "quoting", "A report quotes somebody in passing.", "The Harbour Wire, quoting the mayor, said rebels had taken the bridge."
    ),
    "label": Rule("label", "A name and a colon stand before it.", "Interior ministry: rebels have taken the bridge."),
    "release": Rule(
        "released", "Somebody issues it as a statement.", "The governor issued the following statement: Rebels have taken the bridge."
    ),
    "claim": Rule("nominal", "It is somebody's claim, report, denial ...", "Nobody believed the army's claim that the bridge had held."),
    "counted": Rule("documented", "Somebody counts or documents it.", "Monitors documented nine deaths in the valley."),
    "accuse": Rule("accused", "Somebody blames or accuses another of it.", "The mayor accused the army of shelling the market."),
    "charge": Rule("charged", "Somebody brings a charge of it.", "Prosecutors charged two guards with killing a farmer."),
    "thought": Rule("thought", "Somebody thinks, knows, fears or hopes it.", "Residents believe that the army did it."),
    "opinion": Rule(
        "opinion", "Somebody wants, plans, backs, condemns or speaks about it: not that it is so.", "The mayor condemned the shelling."
    ),
    "infinitive": Rule("intended", "Somebody wants, promises or refuses to do it.", "The general refused to leave the valley."),
    "question": Rule("question", "Somebody asks, wonders or knows whether, what or how.", "The mayor asked whether the army did it."),
    "named": Rule("named", "It is what somebody's call, criticism or plan is about.", "The mayor's criticism of the raid was sharp."),
    "citation": Rule("citation", "A citation credits it to an outlet.", "Rebels have taken the bridge (Harbour Wire, May 3)."),
    "denial": Rule("unsaid", "Somebody finds no evidence of it.", "Police found no evidence that the bridge had been mined."),
}


def rule_of(form: str) -> str:
    """The name of the rule that found a speech."""
    return FORMS[form].name if form in FORMS else form
