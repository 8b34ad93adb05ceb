"""Acts told by a noun: "the bombing of X", "a drone attack on Y", "X's killing", "clashes between A and B"."""

from __future__ import annotations

from atodds.extract.events.draft import EventDraft
from atodds.extract.events.line import Line
from atodds.extract.events.noun_phrases import behind, openers, subject
from atodds.extract.events.participants import acts, agent_of, by_agent, doer, fits, only_words, recipient_of
from atodds.extract.events.status import status_of_noun, verb_group
from atodds.model.claim import Status
from atodds.model.text import Span
from atodds.vocab import words_of
from atodds.vocab.attacks import attack_words
from atodds.vocab.events import Word, event_list

_TAIL = 12  # tokens from a noun to its "on" or "by": "a raid last month in the hills on"
_VERB = 9  # tokens from a noun to the verb that says it took place
_HARMED = 5  # tokens from a weapon over its verb to whom it harmed
_LIGHT = 6  # tokens from "carried out" to its noun


def nominal(line: Line, at: Span, word: Word) -> EventDraft | None:
    """The act that a noun at `at` tells of; None where it is no act here: "a raid commander", "attacks on civilians are crimes"."""
    start = _start(line, at.start)
    status, told = status_of_noun(line, start, line.lower[start : at.start])
    if not told or _names_no_act(line, at, start, word):
        return None
    tail = _tail(line, at, word)
    carried = _carried_out(line, start, at, word)
    agent, recipient = _sides(line, at, start, word, tail, carried)
    happened = carried is not None or _took_place(line, max([at.end, *(span.end for span in tail.values())])) or _harmed_in(line, start)
    status = (status if carried is None else carried[2] or status) or ("planned" if _is_to_come(line, at.end) else None)
    named = agent is not None or recipient is not None
    general = status is None and _general(line, at, start, word, named=named, happened=happened, timed="time" in tail)
    if general or status == "generic" or (word.trait("named") and not named):
        return None
    if word.trait("bloody") and recipient is not None and only_words(line, at, recipient):
        return None
    return _draft(line, at, start, word, agent, recipient, status, happened=happened)


def _is_to_come(line: Line, place: int) -> bool:
    """ "The murder | was going to be carried out", "the raid | will be launched"."""
    steps = range(place, min(len(line), place + _TAIL))
    carrying = line.phrases("carrying_out")
    verb = next((step for step in steps if step in carrying), place) if carrying else place
    return not event_list("to_come").isdisjoint(line.lower[place:verb])


def _draft(
    line: Line, at: Span, start: int, word: Word, agent: Span | None, recipient: Span | None, status: Status | None, *, happened: bool
) -> EventDraft:
    modifiers = line.lower[start : at.start]
    return EventDraft(
        at, word, agent, recipient, status,
        pointing=bool(modifiers) and modifiers[0] in event_list("pointing"),
        fresh=not event_list("another").isdisjoint(modifiers),
        weak=agent is None and recipient is None and not happened,
        rule="noun",
    )  # fmt: skip


def _is_said_to_be(line: Line, place: int) -> bool:
    """ "Her words are | offensive", "it 's | murder"."""
    return line.at(place) in words_of("clauses", "be") and (line.at(place) != "'s" or line.at(place - 1) in event_list("empty"))


def _names_no_act(line: Line, at: Span, start: int, word: Word) -> bool:
    """ "Attack helicopters", "to attack", "the murder of peace"; a meeting that no verb holds, a fight among no words of war."""
    if _part_of_a_name(line, at) or _compound(line, at.end) or (line.at(start - 1) == "to" and word.form == "noun" and start == at.start):
        return True
    if word.form == "noun" and start == at.start - (line.at(start) == "'s") and _is_said_to_be(line, at.start - 1):
        return True  # "her words are offensive", "the heat was murder"
    whole = behind(line, at.end + 1) if line.at(at.end) in ("of", "on", "against") else None
    if whole is not None and not _can_suffer(line, whole, word):
        return True
    if (word.trait("light") or word.trait("happens")) and not _told_of(line, start, at, word):
        return True
    if word.trait("happens") and not event_list("nobody").isdisjoint(line.lower[max(0, start - 1) : at.end + _HARMED]):
        return True  # "drones had killed no civilians", "no drone has killed"
    return bool(word.trait("war")) and event_list("war").isdisjoint(set(line.lower) - {line.lower[at.start]})


def _sides(
    line: Line, at: Span, start: int, word: Word, tail: dict[str, Span], carried: tuple[Span, Span | None, Status | None] | None
) -> tuple[Span | None, Span | None]:
    """Who did it and to whom: its owner, who carried it out, whom "by" names; whom "of" and "on" name."""
    agent, recipient = _owner(line, at, start, word, tail.get("recipient"))
    if agent is not None and agent.end <= start and carried is not None and carried[1] is not None:
        agent = carried[1]  # outside the noun's own words, who carried it out did it
    recipient = recipient or tail.get("recipient")
    if carried is not None and carried[2] == "planned":
        return None, recipient  # "seized plans to carry out attacks": who seized them plans nothing
    agent = agent or tail.get("agent") or by_agent(line, at.end, word, _TAIL)
    agent = agent or (carried[1] if carried is not None else _carried_by(line, at.end, word))
    own = recipient is not None and agent is not None and recipient.meets(agent)
    return agent, None if own else recipient


def _start(line: Line, place: int) -> int:
    """Where the noun's phrase begins: "two United States drone | attacks"."""
    start = place
    while start > 0 and place - start < 10 and (not line.stops(start - 1) or line.at(start - 1) in words_of("clauses", "determiners")):
        if line.verbal(start - 1) and line.at(start - 1) not in attack_words()["between"]:
            break
        start -= 1
        if line.at(start) in words_of("clauses", "determiners") and line.at(start) not in words_of("clauses", "numbers"):
            break
    return start


def _part_of_a_name(line: Line, at: Span) -> bool:
    """ "The Samarra Barrage is a dam": behind another capital, and in no heading, a capital makes it a name."""
    heading = line.reading.sentence.flow.blocks[line.reading.sentence.block].kind == "heading"
    return not heading and at.start > 1 and line.capital(at.start) and line.capital(at.start - 1)


def _compound(line: Line, place: int) -> bool:
    """ "Attack helicopters", "murder charges": another noun follows, and the act is only a part of its name."""
    if place >= len(line) or line.stops(place) or (line.shouted and place in line.places):
        return False
    if line.verbal(place) or place in line.phrases("took_place") or line.lower[place] in ("'s", "&"):
        return line.lower[place] == "'s"
    if line.lower[place] in event_list("bodies"):
        return line.at(place + 1) != "of"  # "an operations group", not "hit a raid group of"
    return not line.capital(place) and line.lower[place] not in openers()


def _tail(line: Line, at: Span, word: Word) -> dict[str, Span]:
    """What hangs behind the noun: "of X", "on X", "between A and B", "with B", over times and places in between."""
    place, found = at.end, dict[str, Span]()
    stop = min(len(line), at.end + _TAIL)
    while place < stop and "recipient" not in found:
        lower = line.lower[place]
        if place in line.times or (place + 1 in line.times and lower in words_of("clauses", "prepositions")):
            place = line.times[place if place in line.times else place + 1].end
            found["time"] = Span(place - 1, place)
            continue
        phrase = behind(line, place + 1) if lower in words_of("clauses", "prepositions") or lower == "targeting" else None
        if phrase is None:
            break
        if _says_whom(line, lower, place, word, phrase):
            found["recipient"] = phrase
        elif lower == "of" and (named := _done_by(line, word, phrase)) is not None:
            found["agent"] = named
        elif lower == "between" and word.trait("between"):
            return _between(line, phrase, word)
        elif lower not in ("in", "at", "near", "inside", "outside", "of", "from", "during", "around"):
            break
        place = phrase.end
    if "recipient" in found and (named := recipient_of(line, found["recipient"], word)) is not None:
        return {**found, "recipient": named}
    return {key: span for key, span in found.items() if key != "recipient"}


def _done_by(line: Line, word: Word, phrase: Span) -> Span | None:
    """ "The attacks of | the Front": who did them, where the noun has no sufferer behind its "of"."""
    named = doer(line, phrase) if word.trait("of") in (None, "agent") else None
    return named if named is not None and acts(line, named, word) and line.capital(named.start) else None


def _says_whom(line: Line, lower: str, place: int, word: Word, phrase: Span) -> bool:
    if lower == "of":
        return word.trait("of") == "recipient" and _can_suffer(line, phrase, word)
    if lower == "on" and not event_list("blaming").isdisjoint(line.lower[:place]):
        return False  # "blamed the bombings on the rebels"
    if lower in ("on", "against", "upon", "targeting"):
        return (word.trait("on") == "recipient" or lower == "against") and _can_suffer(line, phrase, word)
    return lower == "with" and word.trait("with") == "recipient" and _can_suffer(line, phrase, word)


def _can_suffer(line: Line, phrase: Span, word: Word) -> bool:
    nouns = {line.lower[place] for place in range(*phrase)}
    return nouns.isdisjoint(event_list("figurative")) and (not word.trait("people") or fits(line, phrase, word))


def _between(line: Line, phrase: Span, word: Word) -> dict[str, Span]:
    """ "Clashes between | rebels and troops"."""
    link = phrase.end
    second = behind(line, link + 1) if line.at(link) in ("and", "&") else None
    one = recipient_of(line, phrase, word)
    other = recipient_of(line, second, word) if second is not None else None
    single = [each for each in line.crew if each.kind == "joint" and each.at.start <= (one.start if one else -1) < each.at.end]
    if single and one is not None and one == single[0].at:
        parts = [place for place in range(*one) if line.lower[place] == "and"]
        if parts:
            return {"agent": Span(one.start, parts[0]), "recipient": Span(parts[0] + 1, one.end)}
    found = {}
    if one is not None and acts(line, one, word):
        found["agent"] = one
    if other is not None:
        found["recipient"] = other
    return found


def _owner(line: Line, at: Span, start: int, word: Word, suffered: Span | None) -> tuple[Span | None, Span | None]:
    """Whose it is: "US drone attack" did it, "Khan's killing" suffered it, unless an "of" says who did."""
    mark = next((place for place in range(at.start - 1, start - 1, -1) if line.lower[place] == "'s"), None)
    if mark is not None:
        owned = doer(line, Span(start, mark))
        if owned is None:
            return None, None
        if word.trait("owner") == "recipient" and suffered is None:
            return None, owned
        return (owned if acts(line, owned, word) else None), None
    known = agent_of(line, at, word, None) if start < at.start else None
    if known is not None:
        return known, None
    between = attack_words()["between"]
    place = at.start
    while place > start and line.lower[place - 1] in between:
        place -= 1
    listed = next((each for each in line.crew if each.end == place and each.kind in ("force", "state") and each.start >= start - 3), None)
    if listed is not None and word.trait("owner") != "recipient" and word.trait("between") is None and word.type == "ASSAULT":
        return listed.at, None
    return None, None


def _told_of(line: Line, start: int, at: Span, word: Word) -> bool:
    """Does a verb beside the noun say that it happened?"""
    if _took_place(line, at.end):
        return True
    before = range(max(0, start - _LIGHT), start)
    return bool(word.trait("light")) and any(place in line.phrases("carrying_out") for place in before)


def _carried_out(line: Line, start: int, at: Span, word: Word) -> tuple[Span, Span | None, Status | None] | None:
    """ "The army | carried out | 12 raids", "launched an assault": the verb that carries it out, and who did."""
    carrying = line.phrases("carrying_out")
    for place in range(start - 1, max(-1, start - 1 - _LIGHT), -1) if carrying else ():
        end = carrying.get(place)
        if end is not None and end <= start:
            group = verb_group(line, place)
            if group.passive and not line.lower[place].endswith("ing"):
                return None
            status: Status | None = "denied" if group.negated else None
            if group.infinitive or group.has("modals"):
                status = "planned"
            elif line.lower[place] in event_list("verbs_not_yet") and "did" not in group.words:
                status = "generic"
            done = Span(place, end)
            agent = agent_of(line, done, word, subject(line, group.start)) if status is None else None
            return done, agent, status
        if line.lower[place] in (",", "and", ".", ";") or place in line.times:
            return None
    return None


def _carried_by(line: Line, place: int, word: Word) -> Span | None:
    """ "The attack was | carried out on Monday | by X", "a crime committed by X"."""
    carrying = line.phrases("carrying_out")
    for step in range(place, min(len(line), place + _TAIL)) if carrying else ():
        if step in carrying:
            return by_agent(line, carrying[step], word, _TAIL)
        if line.lower[step] in (";", "and", "but", "who"):
            return None
    return None


def _harmed_in(line: Line, start: int) -> bool:
    """ "Nine died in | attacks by rebels": who was harmed says that it happened."""
    if line.at(start - 1) not in ("in", "by", "during", "from", "after"):
        return False
    return any(0 <= start - deed.at.end <= _VERB and deed.measure in ("killed", "wounded") for deed in line.reading.counted.deeds)


def _took_place(line: Line, start: int) -> bool:
    """Does a verb behind the noun say that it happened: "took place", "left ten dead", "killed"?"""
    took_place = line.phrases("took_place")
    for place in range(start, min(len(line), start + _VERB)) if took_place else ():
        if place in took_place and place not in line.times:
            return True
        if line.lower[place] in (";", "who", "and", "but", "that") or (line.lower[place] == "," and place > start):
            return False
    return False


def _general(line: Line, at: Span, start: int, word: Word, *, named: bool, happened: bool, timed: bool) -> bool:
    """Is it attacks in general: in the plural, with no article, number, time or verb that makes them certain ones?"""
    modifiers = line.lower[start : at.start]
    vague = not event_list("vague").isdisjoint(modifiers)
    certain = not vague and any(each in openers() or each[0].isdigit() or each == "'s" for each in modifiers)
    if word.form == "nouns":
        return not (happened or (timed and (named or certain)))
    if not event_list("none_certain").isdisjoint(modifiers):
        return True
    if not certain and not named and not timed and not happened:
        return True
    return not named and not event_list("present").isdisjoint(line.lower[at.end : at.end + 4])
