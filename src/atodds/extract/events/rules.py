"""The rules by which an act is found, as a claim's `rule` names them."""

from __future__ import annotations

from atodds.extract.rule import Rule

EVENTS = (
    Rule("event_active", "Somebody does it, told by a verb in the active.", "Gunmen ambushed a police convoy near Quetta."),
    Rule("event_passive", "It is done to somebody.", "Two clinics were shelled by government forces in Idlib."),
    Rule("event_reduced", "A participle behind whom it was done to.", "A convoy attacked by rebels burned for hours."),
    Rule(
        "event_participle",
        "A participle behind the doer, a comma or a word of time.",
        "Police arrested two clerks while searching a house.",
    ),
    Rule("event_thing", "A weapon or a blast does it, or its owner.", "Bomb blasts ripped through the crowd in Karachi."),
    Rule("event_undergone", "Who is named first suffers it.", "A patrol came under fire near Sangin."),
    Rule("event_exploded", "A bomb is set off.", "The bomb was detonated by rebels in Mosul."),
    Rule("event_together", "Two meet.", "President Lind and Prime Minister Rao met in Oslo."),
    Rule(
        "event_noun",
        "An act told by a noun, with whose it is, on whom and by whom.",
        "The rift showed in the drone attack on a convoy in May.",
    ),
    Rule("event_threat", "A speaker threatens in the first person.", "“We will not let NATO supplies pass,” the general said."),
)
