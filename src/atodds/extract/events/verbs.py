"""Acts told by a verb: active, passive with and without "by", participles, light verbs, infinitives with their status."""

from __future__ import annotations

import re

from atodds.extract.events.draft import EventDraft
from atodds.extract.events.line import Line
from atodds.extract.events.noun_phrases import before, main_subject, nobody, subject
from atodds.extract.events.objects import aimed_at, excluded, object_of, proposed, to_whom
from atodds.extract.events.participants import agent_of, by_agent, fits, only_words, recipient_of
from atodds.extract.events.status import VerbGroup, status_of_verb, verb_group
from atodds.model.claim import Status
from atodds.model.text import Span
from atodds.vocab import load, words_of
from atodds.vocab.events import Word, event_list

_SCORE = re.compile(r"\d{1,2} ?[-–] ?\d{1,2}\b")
_NEXT = 3  # tokens from "was accused" to its "of"
_DOERLESS = ("ASSAULT", "COERCE", "PROTEST")  # told of though nobody is said to have done it


def verbal(line: Line, at: Span, word: Word) -> EventDraft | None:
    """The act that a verb at `at` tells of; None where this word has not what it needs, or is no verb here."""
    if word.form == "present" and not _heads(line):
        return None
    group = verb_group(line, at.start)
    if word.form == "base" or (word.form == "past" and group.infinitive):
        return _of_base(line, at, word, group)
    if word.form == "present":
        return _headline(line, at, word, group)
    if word.form == "ing":
        return _of_ing(line, at, word, group)
    if group.passive and not event_list("now").isdisjoint(group.words) and "being" not in group.words:
        return None  # "are kidnapped every day": no one act
    if group.passive:
        return _passive(line, at, word, group)
    if word.form == "participle":
        return _reduced(line, at, word) if not group.has("have") else _active(line, at, word, group)
    if _attributive(line, at, group):
        return None
    return _active(line, at, word, group) or (None if group.has("have", "modals") else _reduced(line, at, word))


def _of_base(line: Line, at: Span, word: Word, group: VerbGroup) -> EventDraft | None:
    """ "To attack", "will send", "did not meet"; a plain form without these is a noun or a habit, or a headline."""
    if group.infinitive or group.has("modals") or group.negated or "did" in group.words:
        return _active(line, at, word, group)
    past = load("events")["irregular"].get(line.lower[at.start], [""])[0] == line.lower[at.start]  # "hit", "set"
    if past:
        return _active(line, at, word, group) or (_reduced(line, at, word) if not group.passive else _passive(line, at, word, group))
    return _headline(line, at, word, group)


def _headline(line: Line, at: Span, word: Word, group: VerbGroup) -> EventDraft | None:
    """ "Gunmen attack bus": the present tells of what happened in a heading only."""
    return _active(line, at, word, group) if _heads(line) else None


def _heads(line: Line) -> bool:
    sentence = line.reading.sentence
    return sentence.flow.blocks[sentence.block].kind == "heading" and not sentence.text.rstrip().endswith(".")


def _attributive(line: Line, at: Span, group: VerbGroup) -> bool:
    """ "Two captured soldiers", "the besieged town": the participle belongs to the noun."""
    if group.words or at.end >= len(line):
        return False
    before_it = line.at(at.start - 1)
    opened = before_it in words_of("clauses", "determiners") or before_it[:1].isdigit() or before_it in event_list("before_participles")
    return opened and not line.stops(at.end)


def _active(line: Line, at: Span, word: Word, group: VerbGroup) -> EventDraft | None:
    status, told = status_of_verb(line, group, word.type)
    found = object_of(line, at, word) if told else None
    if found is None or _scored(line, at):
        return None
    doing = subject(line, group.start) if not group.infinitive else _threatening(line, group.start)
    if nobody(line, doing) or _figurative(line, at, word, found[0]):
        return None
    if word.trait("subject") == "thing":
        return _by_a_thing(line, at, word, status, doing, found[0])
    if word.trait("subject") == "recipient":
        return _undergone(line, at, word, status, doing)
    agent = agent_of(line, at, word, doing)
    if status is not None and agent is None and word.type not in event_list("material_types"):
        return None  # "to meet the minister": nobody is said to plan it
    if agent is None and not _needs_nobody(line, word, group, doing):
        return None
    if word.trait("together"):
        return _together(line, at, word, status, doing)
    draft = _draft(line, at, word, status, agent, _recipient(line, *found, word), "active")
    draft.along = found[0] if any(word.trait(kind) for kind in ("bombs", "rounds", "shots")) else None
    return draft


def _threatening(line: Line, place: int) -> Span | None:
    """ "The rebels | threatened to | bomb the dam": who threatens would do it."""
    verb = place - 1
    if line.at(verb) not in event_list("threatening"):
        return None
    return subject(line, verb_group(line, verb).start)


def _figurative(line: Line, at: Span, word: Word, struck: Span | None) -> bool:
    """ "She attacked her rival": of persons, and with no other word of war in the sentence, it is only words."""
    return bool(word.trait("bloody")) and struck is not None and only_words(line, at, struck)


def _scored(line: Line, at: Span) -> bool:
    """ "Beat the visitors 5-0", "were massacred 5-0"."""
    return _SCORE.search(" ".join(line.lower[at.end : at.end + 6])) is not None


def _needs_nobody(line: Line, word: Word, group: VerbGroup, doing: Span | None) -> bool:
    """May it be told with nobody named who did it? An attack may, where no flood or crash did it."""
    if word.type not in _DOERLESS:
        return _pronoun(line, group.start)
    return not (word.trait("effect") and doing is not None and _accident(line, doing))


def _by_a_thing(line: Line, at: Span, word: Word, status: Status | None, doing: Span | None, struck: Span | None) -> EventDraft | None:
    """ "Blasts ripped through the crowd", "coalition jets targeted a bunker": a weapon's deed is its owner's, or nobody's."""
    if doing is None or not _is_thing(line, doing):
        return None
    draft = _draft(line, at, word, status, agent_of(line, at, word, None), recipient_of(line, struck, word), "thing")
    draft.along = doing
    return draft


def _undergone(line: Line, at: Span, word: Word, status: Status | None, doing: Span | None) -> EventDraft | None:
    """ "The patrol came under fire": who is named first suffers it."""
    if doing is None or not fits(line, doing, word):
        return None
    return _draft(line, at, word, status, None, recipient_of(line, doing, word), "undergone")


def _recipient(line: Line, phrase: Span | None, to: Span | None, word: Word) -> Span | None:
    """Whom it was done to: whom a thing went to, or the object where that is no mere thing."""
    return recipient_of(line, to if to is not None else phrase, word) if _named(word, to) else None


def _pronoun(line: Line, place: int) -> bool:
    """ "He accused": somebody did, whom the sentence does not name."""
    return line.at(place - 1) in event_list("subjects_too")


def _named(word: Word, to: Span | None) -> bool:
    """Is what stands behind the verb a recipient? Bombs, troops and aid are none."""
    return to is not None or not word.handles_things


def _is_thing(line: Line, phrase: Span) -> bool:
    """Does the subject name a weapon or an attack?"""
    return any(word in event_list("things") for word in line.lower[phrase.start : phrase.end])


def _accident(line: Line, phrase: Span) -> bool:
    return not event_list("accidents").isdisjoint(line.lower[phrase.start : phrase.end])


def _together(line: Line, at: Span, word: Word, status: Status | None, doing: Span | None) -> EventDraft | None:
    """ "A and B met": two who meet."""
    if doing is None:
        return None
    joint = next((place for place in range(doing.start - 1, max(-1, doing.start - 3), -1) if line.lower[place] == "and"), None)
    other = before(line, joint) if joint is not None else None
    if other is None:
        return None
    agent, second = agent_of(line, at, word, other), recipient_of(line, doing, word)
    if agent is None or second is None or not fits(line, doing, word):
        return None
    return _draft(line, at, word, status, agent, second, "together")


def _of_ing(line: Line, at: Span, word: Word, group: VerbGroup) -> EventDraft | None:
    """ "Are shelling", "gunmen attacking a convoy", "..., wounding five", "after storming the base"."""
    if group.passive:
        return _active(line, at, word, group)
    lead = line.at(group.start - 1)
    if lead in words_of("clauses", "determiners") or lead in event_list("not_before_ing"):
        return None
    found = object_of(line, at, word)
    if found is None or group.negated:
        return None
    if word.trait("subject") == "thing":
        return None
    phrase, to = found
    joined = lead in (",", "and") and line.verbal(at.start) and not _of_one_charge(line, group.start - 1)
    doing = before(line, group.start) if lead not in event_list("before_ing") else (main_subject(line, group.start - 1) if joined else None)
    agent = agent_of(line, at, word, doing)
    if lead not in event_list("told_ing") and agent is None:
        return None
    if word.type not in ("ASSAULT", "COERCE"):
        return None
    if word.trait("subject") == "recipient":  # "withdrew after coming under attack"
        return _draft(line, at, word, None, None, agent, "participle")
    return _draft(line, at, word, None, agent, _recipient(line, phrase, to, word), "participle")


def _of_one_charge(line: Line, joint: int) -> bool:
    """ "Criticised the officer for shooting | and | killing": neither is the deed of who criticised."""
    return line.at(joint - 1).endswith("ing") and line.at(joint - 2) in event_list("for_doing")


def _passive(line: Line, at: Span, word: Word, group: VerbGroup) -> EventDraft | None:
    status, told = status_of_verb(line, group, word.type)
    if not told or word.trait("shots") or _scored(line, at):
        return None
    suffering = subject(line, group.start)
    if nobody(line, suffering) or _figurative(line, at, word, suffering):
        return None
    if word.trait("subject") == "thing":
        return _exploded(line, at, word, status, suffering)
    agent = by_agent(line, at.end, word) or agent_of(line, at, word, None)
    unnamed = line.at(group.start - 1) in event_list("somebody") or (agent is not None and word.type == "ASSAULT")
    if suffering is None and word.trait("target") and unnamed and status != "denied":
        draft = _draft(line, at, word, status, agent, None, "passive")
        draft.pointing = True
        return draft
    return _undergoing(line, at, word, status, agent, suffering) if suffering is not None else None


def _undergoing(line: Line, at: Span, word: Word, status: Status | None, agent: Span | None, suffering: Span) -> EventDraft | None:
    """ "The convoy was attacked", "helicopters were handed to the army"."""
    complete = word.trait("mutual") or word.trait("subject") == "recipient" or word.trait("together") or word.trait("asks")
    if complete or word.trait("object") == "never" or not _can_be_done(line, at, word, suffering):
        return None
    to = to_whom(line, at.end) if word.trait("gifts") else None
    if (word.trait("gifts") and to is None) or (word.type == "CONSULT" and agent is None):
        return None
    recipient = recipient_of(line, to or suffering, word) if _named(word, to) else _aimed_name(line, at.end, word)
    return _draft(line, at, word, status, agent, recipient, "passive")


def _can_be_done(line: Line, at: Span, word: Word, suffering: Span) -> bool:
    """Can this be done to what is named before the passive: a demand turned down, a person accused of something?"""
    if excluded(line, suffering, word):
        return False
    if not fits(line, suffering, word) and not (word.trait("proposals") and proposed(line, at.start)):
        return False
    return not word.trait("then") or not set(word.trait("then")).isdisjoint(line.lower[at.end : at.end + _NEXT])


def _aimed_name(line: Line, place: int, word: Word) -> Span | None:
    phrase = aimed_at(line, place)
    return recipient_of(line, phrase, word) if phrase is not None else None


def _exploded(line: Line, at: Span, word: Word, status: Status | None, thing: Span | None) -> EventDraft | None:
    """ "The bomb was detonated": an act without a doer."""
    if thing is None or not _is_thing(line, thing) or line.lower[at.end - 1] not in event_list("set_off"):
        return None
    return _draft(line, at, word, status, by_agent(line, at.end, word), None, "exploded")


def _reduced(line: Line, at: Span, word: Word) -> EventDraft | None:
    """ "A convoy attacked by rebels", "ten soldiers killed in the north": a participle behind whom it was done to."""
    complete = word.trait("object") == "never" or word.trait("subject") or word.trait("mutual")
    if complete or word.type not in event_list("material_types"):
        return None
    if word.mode == "destroy" and by_agent(line, at.end, word) is None:
        return None  # "the barn burned for hours": nobody did it
    following = line.at(at.end)
    if following and following not in load("attacks")["no_object"] and following[0].isalnum() and at.end not in line.times:
        return None
    if following in ("“", '"'):
        return None  # "she attacked “the party of taxes”": an object, in somebody's words
    place = verb_group(line, at.start).start
    suffering = _nearest(line, before(line, place - (line.at(place - 1) == ",")))
    if nobody(line, suffering) or (word.type == "COERCE" and suffering is not None and _armed(line, suffering)):
        return None  # "the force searched" is no force that was searched
    if suffering is None or not fits(line, suffering, word) or (word.type in ("MOBILIZE", "AID") and by_agent(line, at.end, word) is None):
        return None
    agent = by_agent(line, at.end, word) or agent_of(line, at, word, None)
    if agent is not None and agent.meets(suffering):
        return None
    return _draft(line, at, word, None, agent, recipient_of(line, suffering, word) if _named(word, None) else None, "reduced")


def _nearest(line: Line, phrase: Span | None) -> Span | None:
    """ "The wife of | a man | shot by police", "the bodies of | nine men | killed in": it was done to those named last."""
    of = None if phrase is None else next((place for place in range(*phrase) if line.lower[place] == "of"), None)
    if phrase is None or of is None or of + 1 >= len(line) or line.at(of - 1) not in event_list("of_somebody"):
        return phrase
    counted = line.lower[of + 1] in words_of("clauses", "numbers") or line.lower[of + 1][:1].isdigit()  # "a family of six"
    return phrase if counted or of + 1 == phrase.end else Span(of + 1, phrase.end)


def _armed(line: Line, phrase: Span) -> bool:
    return any(each.kind == "force" and each.end == phrase.end for each in line.crew)


def _draft(line: Line, at: Span, word: Word, status: Status | None, agent: Span | None, recipient: Span | None, rule: str) -> EventDraft:
    if agent is not None and recipient is not None and agent.meets(recipient):
        recipient = None
    near = set(line.lower[max(0, at.start - 8) : at.end])
    return EventDraft(at, word, agent, recipient, status, fresh=not event_list("another").isdisjoint(near), rule=rule)
