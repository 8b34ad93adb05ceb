"""Every act that one sentence tells of, each once: what an attack did is no act beside it."""

from __future__ import annotations

from collections.abc import Iterable

from atodds.extract.events.draft import EventDraft
from atodds.extract.events.line import Line
from atodds.extract.events.nominals import nominal
from atodds.extract.events.threats import threats
from atodds.extract.events.verbs import verbal
from atodds.extract.fictions import tells_no_fact
from atodds.extract.page import Reading
from atodds.model.text import Span
from atodds.vocab import words_of
from atodds.vocab.events import Word, event_list, event_triggers, event_words

_BY = 8  # tokens from a verb to the attack behind its "by": "struck and killed by a coalition | airstrike"
_MARKS = frozenset((",", ";", ":", ".", "who", "which", "that"))


def acts_told(reading: Reading) -> list[EventDraft]:
    """The acts of a sentence, in the order of its words; a question tells of none."""
    if event_triggers().isdisjoint(reading.words) or reading.asks:
        return []
    line = Line(reading)
    found = [(at, words) for at, words in event_words().find(line.lower) if words]
    if not found or not event_list("pastimes").isdisjoint(reading.words) or tells_no_fact(reading.sentence):
        return []
    warlike = len(event_list("war") & reading.words) if found else 0
    drafts = [draft for at, words in found if (draft := _read(line, at, words, warlike)) is not None]
    return _once([*drafts, *threats(line)], line)


def _read(line: Line, at: Span, words: Iterable[Word], warlike: int) -> EventDraft | None:
    """The first thing that a phrase can be here."""
    for word in words:
        traits = word.traits
        if traits.get("war") and warlike - _own(line, at) < 1:
            continue
        if (among := traits.get("among")) and event_list(among).isdisjoint(line.reading.words):
            continue  # "the demonstration took players through the game"
        if traits.get("effect") and _by_accident(line):
            continue
        draft = nominal(line, at, word) if word.form in ("noun", "nouns") else verbal(line, at, word)
        if draft is not None:
            return draft
    return None


def _by_accident(line: Line) -> bool:
    """ "76 were killed when the hotel collapsed": where nothing else in the sentence is of war, nobody did it."""
    words = line.reading.words
    return not event_list("accidents").isdisjoint(words) and (event_list("war") & words) <= event_list("of_accidents")


def _own(line: Line, at: Span) -> int:
    return sum(line.lower[place] in event_list("war") for place in range(*at))


def _once(drafts: list[EventDraft], line: Line) -> list[EventDraft]:
    """Without the effects of an attack told in the same sentence: they say whom it struck."""
    attacks = [each for each in drafts if each.word.type == "ASSAULT" and not each.word.trait("effect")]
    kept: list[EventDraft] = []
    for draft in _without_doers(_without_subjects(drafts), line):
        attack = _attack_of(draft, attacks, line) if draft.word.trait("effect") else None
        if attack is None and not _one_toll(draft, kept, line):
            kept.append(draft)
        elif attack is None:
            continue
        elif _lends(draft, attack):
            attack.recipient, attack.struck = draft.recipient, True
    for draft in kept:
        doer = _main_doer(draft, kept)
        if draft.word.trait("subject") == "recipient":
            draft.recipient = draft.recipient or doer  # "withdrew after coming under attack"
        else:
            draft.agent = draft.agent or doer
    return sorted((draft for draft in kept if not _empty(draft) and not _private(draft, line)), key=lambda each: each.at)


def _private(draft: EventDraft, line: Line) -> bool:
    """ "John met Maria": who goes by a given name alone meets as a friend."""
    if draft.word.type != "CONSULT" or draft.agent is None:
        return False
    parties = [each for each in (draft.agent, draft.recipient) if each is not None]
    return all(each.end - each.start == 1 and line.lower[each.start] in words_of("given_names", "given") for each in parties)


def _main_doer(draft: EventDraft, kept: list[EventDraft]) -> Span | None:
    """ "Police held two men while searching the house": who did what the sentence tells of did that too."""
    if draft.rule != "participle":
        return None
    acting = [each for each in kept if each.rule == "active" and each.agent is not None and each.at.end <= draft.at.start]
    return acting[-1].agent if acting and acting[-1].status == draft.status else None


def _empty(draft: EventDraft) -> bool:
    """ "Everyone was killed": nobody is named in it."""
    return bool(draft.word.trait("effect")) and draft.agent is None and draft.recipient is None and not draft.pointing


def _lends(effect: EventDraft, attack: EventDraft) -> bool:
    """Does it say whom the attack struck, where the attack does not?"""
    own = effect.recipient is not None and attack.agent is not None and attack.agent.meets(effect.recipient)
    return attack.recipient is None and effect.status == attack.status and not own


def _one_toll(effect: EventDraft, kept: list[EventDraft], line: Line) -> bool:
    """ "Nine were killed and five wounded": one act, unless the sentence sets the two against each other."""
    last = kept[-1] if kept else None
    if last is None or not effect.word.trait("effect") or not last.word.trait("effect") or effect.status != last.status:
        return False
    between = line.lower[last.at.end : effect.at.start]
    return (effect.agent is None or last.agent == effect.agent) and words_of("grammar", "contrasts").isdisjoint(between)


def _without_subjects(drafts: list[EventDraft]) -> list[EventDraft]:
    """ "Blasts ripped through the crowd", "we will take revenge": the noun, or the verb, is no act beside the whole."""
    telling = [each for each in drafts if each.along is not None or each.spoken]
    wholes = [each.at if each.along is None else each.at.cover(each.along) for each in telling]
    acting = [each for each in drafts if each.rule == "active" and each.word.type == "ASSAULT" and not each.word.trait("effect")]
    verbs = {each.at.start for each in acting}
    left = [each for each in drafts if each in telling or not any(whole.meets(each.at) for whole in wholes)]
    return [each for each in left if each.rule != "noun" or each.at.end not in verbs]  # "one strike | engaged a unit"


def _without_doers(drafts: list[EventDraft], line: Line) -> list[EventDraft]:
    """ "He was struck by a coalition airstrike": one act, told by its noun; the verb says whom it struck."""
    for noun in (each for each in drafts if each.rule == "noun" and each.word.type == "ASSAULT"):
        verb = next((each for each in drafts if each.rule in ("passive", "reduced") and _done_by(line, each, noun)), None)
        if verb is not None and verb.word.type == "ASSAULT":
            noun.recipient, noun.struck = noun.recipient or verb.recipient, True
            drafts = [each for each in drafts if each is not verb]
    return drafts


def _done_by(line: Line, verb: EventDraft, noun: EventDraft) -> bool:
    between = line.lower[verb.at.end : noun.at.start]
    return len(between) <= _BY and "by" in between and verb.status == noun.status and not set(between) & _MARKS


def _attack_of(effect: EventDraft, attacks: list[EventDraft], line: Line) -> EventDraft | None:
    """The attack that an effect is of: the nearest of the sentence that another doer does not tell apart."""
    same = [each for each in attacks if effect.agent is None or each.agent is None or each.agent == effect.agent]
    same = [each for each in same if (each.status is None) == (effect.status is None)]
    return min(same, key=lambda each: abs(each.at.start - effect.at.start), default=None)
