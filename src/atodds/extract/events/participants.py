"""Participants: who did an act and to whom, and who never can have: a weapon, a place, a speaker of other words."""

from __future__ import annotations

from functools import cache

from atodds.extract.events.line import Line
from atodds.extract.events.noun_phrases import behind, head, name
from atodds.model.text import Span
from atodds.vocab import load, words_of
from atodds.vocab.events import Word, event_list, is_person, objects, targets
from atodds.vocab.gazetteer import state_at

_TITLE = 6  # tokens from "ambassador" to the name of who holds the office
_BY = 8  # tokens from a passive to its "by"
_SIDES = ("pro-", "anti-", "ex-")
_FIGHTING = frozenset(("ASSAULT", "COERCE"))


def agent_of(line: Line, at: Span, word: Word, phrase: Span | None, *, reduced: bool = False) -> Span | None:
    """Who did it: as the layer of agents has it, else the subject where it names people or a body."""
    if word.type in _FIGHTING or word.type in ("AID", "MOBILIZE"):
        known = next((each.at for each in line.agents if each.deed.meets(at)), None)
        if known is not None and not _only_helped(line, known, phrase):
            return _short(line, _with_prefix(line, known))
    found = doer(line, phrase)
    if found is None or not acts(line, found, word) or speaks_only(line, found, at):
        return None
    return found


def _only_helped(line: Line, known: Span, phrase: Span | None) -> bool:
    """ "The army, | backed by | coalition strikes, attacked": between the commas stands who helped."""
    if phrase is None or phrase.end + 1 >= known.start or line.at(phrase.end) != ",":
        return False
    return line.at(phrase.end + 1).endswith("ed") and "by" in line.lower[phrase.end + 1 : known.start]


def _with_prefix(line: Line, known: Span) -> Span:
    """ "Pro-Nasir | forces": whose side they are on is a part of the name."""
    before = line.at(known.start - 1)
    return Span(known.start - 1, known.end) if before.startswith(_SIDES) else known


def _short(line: Line, at: Span) -> Span:
    """At most twelve words, as the claim record has it."""
    return at if at.end - at.start <= 12 else Span(at.end - 12, at.end)


def doer(line: Line, phrase: Span | None) -> Span | None:
    """The name of a phrase; where an actor of the lexicon ends it, that actor's whole name."""
    if phrase is None:
        return None
    listed = next((each.at for each in line.crew if each.kind in ("force", "state", "joint", "person") and each.end == phrase.end), None)
    found = name(line, phrase)
    if listed is not None and (found is None or listed.start <= found.start):
        return _short(line, listed)
    return found


def acts(line: Line, at: Span, word: Word) -> bool:
    """Can these words name who does such an act? A weapon, a place, a day cannot."""
    noun = head(line, at)
    if noun in event_list("things"):
        return False
    if line.lower[at.start] in words_of("where", "compass") and at.start not in line.places and at.end - 1 in line.places:
        return False  # "in north Syria killing one"
    if any(each.at.meets(at) and each.at.end >= at.end for each in line.crew if each.kind != "adjective"):
        return True
    if is_person(noun) or noun in event_list("bodies") or noun in event_list("doers_too"):
        return True
    if noun in targets():
        return False
    if word.type in _FIGHTING:
        return _is_name(line, at) and at.start not in line.places and at.end - 1 not in line.places
    return _is_name(line, at)


def _is_name(line: Line, at: Span) -> bool:
    """Capitals that are no place alone: a person or a body."""
    if line.shouted or any("-" in word and word[-1].isdigit() for word in line.lower[at.start : at.end]):
        return False  # "F-16 Fighting Falcons" are no people
    capital = line.capital(at.end - 1) and (at.start > 0 or at.end - at.start > 1 or line.reading.sentence.index > 0)
    return capital and line.lower[at.end - 1] not in event_list("empty")


def speaks_only(line: Line, at: Span, act: Span) -> bool:
    """Is this the speaker of other words, the act none of them? A speaker is no perpetrator."""
    for speech in line.speeches:
        if speech.speaker is not None and speech.speaker.meets(at) and not speech.citation:
            return any(part.holds(act) for part in speech.content)
    return False


def only_words(line: Line, at: Span, struck: Span) -> bool:
    """ "She attacked her rival", "for his record", "an ad with an attack on the senator": of persons, where nothing tells of violence."""
    war = event_list("war").intersection(line.lower[: at.start] + line.lower[at.end :])
    if war and (not war <= event_list("of_politics") or not _polemic(line, struck.end)):
        return False
    noun = head(line, struck)
    built = noun in targets() and not is_person(noun) and noun not in event_list("bodies")
    return not built and not any(place in line.places for place in range(*struck))


def _polemic(line: Line, place: int) -> bool:
    """A word of debate in the sentence, or "for her support of" behind who was attacked."""
    reason = line.at(place) == "for" and (line.at(place + 1) in event_list("owners") or line.at(place + 1).endswith("ing"))
    reason = reason or (line.at(place) == "," and line.at(place + 1) in event_list("going_on_to_say"))
    return reason or not event_list("polemics").isdisjoint(line.reading.words)


def by_agent(line: Line, place: int, word: Word, reach: int = _BY) -> Span | None:
    """Whom "by" names behind a passive or a noun of action."""
    for step in range(place, min(len(line), place + reach)):
        if line.lower[step] == "by" and step not in line.times:
            phrase = behind(line, step + 1)
            if phrase is None or line.lower[phrase.start].endswith("ing"):
                return None
            found = _listed_at(line, phrase) or name(line, phrase)
            return found if found is not None and acts(line, found, word) else None
        if line.lower[step] in event_list("by_ends") or (line.verbal(step) and step not in line.times):
            return None
    return None


def _listed_at(line: Line, phrase: Span) -> Span | None:
    """The actor of the lexicon that a phrase begins with."""
    return next(
        (
            _short(line, each.at)
            for each in line.crew
            if phrase.start <= each.start <= each.at.start < phrase.end
            and each.kind in ("force", "state", "joint", "person")
            and each.at.end >= phrase.end
        ),
        None,
    )


def _first_of(line: Line, phrase: Span) -> Span | None:
    """ "Demanded that | Norland | prove it": the actor that begins a clause."""
    named = (each.at for each in line.crew if each.start <= phrase.start <= each.at.start and each.kind in ("force", "state", "person"))
    return next((_short(line, at) for at in named), None)


def recipient_of(line: Line, phrase: Span | None, word: Word) -> Span | None:
    """Whom or what it was done to, as a name."""
    if phrase is None:
        return None
    listed = _listed_at(line, phrase) if not word.trait("asks") else _first_of(line, phrase)
    found = name(line, phrase)
    if listed is not None and (found is None or listed.start <= found.start):
        return listed
    if found is not None and word.type in event_list("person_types") and not _people(line, found, [head(line, found)], word):
        return None  # "condemned the attack": whom it blames is not said
    return found


def fits(line: Line, phrase: Span | None, word: Word) -> bool:
    """Is the object one that the word can have?"""
    wanted = word.object_class
    if phrase is None:
        return not (word.trait("target") or wanted or word.trait("object") == "needed")
    nouns = _heads(line, phrase)
    if wanted is not None:
        reach = phrase.start - (_TITLE if wanted == "diplomats" else 0)
        return any(noun in objects(wanted) for noun in line.lower[max(0, reach) : phrase.end])
    if any(noun in event_list("figurative") for noun in nouns) or line.lower[phrase.start] in ("every", "each", "any", "no"):
        return False
    if word.trait("people"):
        return _people(line, phrase, nouns, word)
    if word.trait("place"):
        return any(each.at.meets(phrase) for each in line.put) or state_at(line.lower, phrase.end - 1, line.words) is not None
    if word.trait("target"):
        return (
            any(noun in targets() for noun in nouns)
            or _people(line, phrase, nouns, word)
            or any(place in line.places for place in range(*phrase))
        )
    return True


def _heads(line: Line, phrase: Span) -> list[str]:
    found = [head(line, phrase)]
    if "of" in line.lower[phrase.start : phrase.end]:
        found.append(line.lower[phrase.end - 1])  # "scores of villagers"
    return found


def _people(line: Line, phrase: Span, nouns: list[str], word: Word) -> bool:
    if any(is_person(noun) or noun in event_list("people_too") or noun.endswith("-year-old") for noun in nouns):
        return True
    if word.type in event_list("verbal_types") and any(noun in event_list("bodies") for noun in nouns):
        return True
    if word.trait("people") and word.type in _FIGHTING and any(each.at == phrase and each.role != "nationality" for each in line.put):
        return False  # "militants from Iraq and | Syria | were killed": no country is
    end = next((place for place in range(*phrase) if line.lower[place] == "of" and place > phrase.start), phrase.end)
    named = (each.at for each in line.crew if each.kind in ("force", "state", "joint", "person"))
    if any(phrase.start <= at.start and at.end == end for at in named):
        return True
    found = name(line, phrase)
    if found is None:
        return (
            line.lower[phrase.start] in event_list("pronouns")
            or line.lower[phrase.end - 1][0].isdigit()
            or line.lower[phrase.end - 1] in event_list("counted_people")
        )
    if nouns[0] in targets():
        return False
    if line.shouted:  # capitals tell no names there: who is killed or taken is somebody, unless the words are a thing's
        titled = line.lower[found.start] in _titles() and found.end - found.start > 1
        return titled or (
            word.type in _FIGHTING
            and found.start not in line.places
            and nouns[0] not in targets()
            and nouns[0] not in event_list("things")
            and nouns[0] not in event_list("accidents")
        )
    return line.capital(found.end - 1) and found.start not in line.places and line.lower[found.end - 1] not in event_list("empty")


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.lower() for title in load("actors")["titles"]) | event_list("titles")
