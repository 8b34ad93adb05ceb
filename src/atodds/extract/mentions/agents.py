"""Agents: who is said to have done a deed, as the sentence's own grammar says it, and nobody where it does not.

A speaker, a place, a victim and a weapon are no agents: "Amnesty documented two attacks that killed 19 civilians" and "ten soldiers
killed in Ukraine" name nobody. Four constructions do: the owner of an attack ("US drone strike"), "by" behind a deed, the
subject of a deed in the active, and a deed that hangs on another ("troops stormed the college, killing dozens").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from atodds.extract.base import extractor
from atodds.extract.crew import crew_of
from atodds.extract.mentions.agent_subjects import Subjects
from atodds.model.mention import Agent, Marks
from atodds.model.text import Document, Sentence, Span
from atodds.vocab.actors import actor_words
from atodds.vocab.attacks import Done, attack_words, deeds_in, finite, named_victims, plain_countries, prepositions
from atodds.vocab.doer_phrases import Doer
from atodds.vocab.doers import own_weapons

_REACH = 10  # tokens between a deed and the "by" that belongs to it
_FAR = 8  # tokens between "carried out" and its attacks
_STOPS = frozenset((",", "by", "“", "”", '"'))


@extractor(assigns="agents")
def agents(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Agent]:
    """Who did which deed of the sentence: "United States" in "two United States drone attacks", nobody in "killed by a bomb"."""
    lower = sentence.tokens.lower
    found = deeds_in(lower)
    crew = own_weapons(lower, crew_of(sentence, document.text)) if found else []
    if crew:
        for deed, agent in sorted(_Reader(lower, found, crew).read().items()):
            yield Agent(at=agent, deed=deed)


class _Reader:
    """One sentence's deeds and possible doers, matched in a fixed order: each step may build on those before."""

    def __init__(self, lower: Sequence[str], found: Sequence[Done], crew: Sequence[Doer]) -> None:
        self.lower, self.deeds, self.crew = lower, found, crew
        self.words = attack_words()
        self.done: dict[Span, Span] = {}
        self.subjects = Subjects(lower, found, crew, self.done)

    def read(self) -> dict[Span, Span]:
        for deed in self.deeds:
            if deed.form == "noun" and self.lower[deed.at.start] not in self.words["victims_owned"]:
                self._note(deed, self._owner(deed))
        for place, word in enumerate(self.lower):
            if word == "by":
                self._by(place)
        for deed in self.deeds:
            if deed.form in ("past", "base", "ing") and deed.at not in self.done:
                self._note(deed, self.subjects.subject_of(deed))
        for deed in self.deeds:
            if deed.at not in self.done:
                self._note(deed, self._dependent(deed))
        return self.done

    def _note(self, deed: Done, agent: Span | None) -> None:
        if agent is not None and not agent.meets(deed.at):
            self.done.setdefault(deed.at, agent)

    # -- "US drone strike", "President Obama's first drone strike"

    def _owner(self, noun: Done) -> Span | None:
        place = noun.at.start
        while (doer := self._ending(place)) is None:
            if place == 0 or not (self.lower[place - 1] in self.words["between"] or self.lower[place - 1] == "'s"):
                return None
            place -= 1
        return doer.at if self._owns(doer) else None

    def _ending(self, place: int) -> Doer | None:
        """The doer whose name, or whose name with its weapon, ends before a token."""
        return next((doer for doer in self.subjects.crew if place in (doer.at.end, doer.end)), None)

    def _owns(self, doer: Doer) -> bool:
        words = self.lower[doer.at.start : doer.at.end]
        if self.subjects.at(doer.at.end) in ("'s", "'"):
            return True
        if doer.kind == "person" or plain_countries().issuperset(self._parts(words)):
            return False  # "Yemen drone strikes": where, not whose
        return not actor_words("adjectival").issuperset(set(words) - actor_words("pairing"))

    def _parts(self, words: Sequence[str]) -> list[str]:
        """The names that "and" joins: "Yemen", "Pakistan"."""
        links = [-1, *(place for place, word in enumerate(words) if word in actor_words("pairing")), len(words)]
        return [" ".join(words[start + 1 : end]) for start, end in pairwise(links)]

    # -- "killed by gunmen", "an attack by the Taliban"

    def _by(self, place: int) -> None:
        doer = next((each for each in self.crew if each.start <= place + 1 <= each.at.start and each.kind != "adjective"), None)
        deed = self._deed_before(place) if doer is not None else None
        doer = self.subjects.with_partner(doer, deed) if doer is not None and deed is not None else None
        if doer is None or deed is None or not self._ends_name(doer):
            return
        self._note(deed, doer.at)
        for earlier in reversed([each for each in self.deeds if each.at.end < deed.at.start]):
            if deed.form != "past" or earlier.form != "past" or not self._joined(earlier.at.end, deed.at.start):
                return
            if self.subjects.has_object(earlier) or not self.words["light"].isdisjoint(self.lower[earlier.at.end : deed.at.start]):
                return  # "gunmen killed two and were later killed by troops"
            self._note(earlier, doer.at)  # "two killed and three wounded by gunmen"

    def _ends_name(self, doer: Doer) -> bool:
        """Is the name complete? "by police" is; "by police officials" and "by Taliban supporters" name others."""
        following = self.subjects.at(doer.end)
        if following == "'s":
            return False
        plain = not following[:1].isalpha() or following in actor_words("followers") or finite(following)
        return plain or doer.end in self.subjects.starts

    def _deed_before(self, place: int) -> Done | None:
        for before in range(place - 1, max(-1, place - 1 - _REACH), -1):
            word = self.lower[before]
            deed = next((each for each in self.deeds if each.at.end == before + 1 and each.form in ("noun", "past")), None)
            if deed is not None:
                return deed
            if word in self.words["barriers"] or word in self.words["said_by"] or word in _STOPS or self._participle(word):
                return None
        return None

    def _participle(self, word: str) -> bool:
        """ "condemned by the Taliban": "by" belongs to another verb."""
        plain = word.endswith(("ed", "en", "wn")) and word not in self.words["not_participles"]
        return plain or word in self.words["irregular_participles"]

    def _joined(self, start: int, end: int) -> bool:
        between = self.lower[start:end]
        return not {"and", "or"}.isdisjoint(between) and len(between) <= 5 and self.subjects.clear(start, end)

    # -- deeds that hang on another

    def _dependent(self, deed: Done) -> Span | None:
        if deed.form == "ing":
            return self._participial(deed)
        if deed.form == "noun":
            return self._performed(deed)
        _, light = self.subjects.edge(deed.at.start)
        active = deed.form != "undergone" and self.words["passive"].isdisjoint(light) and self.subjects.has_object(deed)
        return None if active else self._inside_attack(deed)

    def _participial(self, deed: Done) -> Span | None:
        """ "Guards opened fire, killing a boy and wounding nine"."""
        start = deed.at.start
        if start == 0 or self.lower[start - 1] in self.words["not_before_ing"]:
            return None
        acted = [each for each in self.deeds if each.at.end <= start and each.at in self.done]
        if acted:
            between = self.lower[acted[-1].at.end : start]
            if any(acted[-1].at.end < doer.start < doer.end < start and self.lower[doer.start - 1] == "," for doer in self.crew):
                return None  # "after troops shelled the town, rebels hit back by killing nine": another subject stands between
            return self.done[acted[-1].at] if (self.words["exploding"] | {"said", ";", ")"}).isdisjoint(between) else None
        return self._of_plain_verb(start) if not any(each.at.end <= start for each in self.deeds) else None

    def _of_plain_verb(self, start: int) -> Span | None:
        """ "Soldiers entered the village, killing three": no deed but the participle's."""
        first = next((doer for doer in self.subjects.crew if doer.kind in ("force", "state", "joint")), None)
        if first is None or self.lower[start - 1] != "," or not self.subjects.opens_sentence(first) or first.end >= start - 1:
            return None
        between = self.lower[first.end : start - 1]
        stops = self.words["mutual"] | self.words["barriers"] | self.words["exploding"] | self.words["passive"] | {","}
        return first.at if stops.isdisjoint(between) and between[0] not in prepositions() else None

    def _performed(self, noun: Done) -> Span | None:
        """ "The army carried out 12 raids"; "raids carried out by the army"."""
        for each in self.deeds:
            if each.at not in self.done:
                continue
            performing = " ".join(self.lower[each.at.start : each.at.end]) in self.words["performing"]
            if performing and 0 <= noun.at.start - each.at.end <= _FAR and self.subjects.clear(each.at.end, noun.at.start):
                return self.done[each.at]
            if each.form == "past" and 0 <= each.at.start - noun.at.end <= 3 and "by" in self.lower[each.at.end : each.at.end + 4]:
                return self.done[each.at]
        return None

    def _inside_attack(self, deed: Done) -> Span | None:
        """ "Killed in a US strike", "killed and wounded in a US strike", "killed when US drones hit a funeral"."""
        following = [each for each in self.deeds if each.at.start >= deed.at.end and each.form != "undergone"]
        while following and self._shares_attack(deed, following[0]):
            following = following[1:]
        if not following or following[0].at not in self.done:
            return None
        agent, between = self.done[following[0].at], self.lower[deed.at.end : following[0].at.start]
        told = next((place for place, word in enumerate(between) if word in self.words["telling"]), None)
        if told is not None:
            clear = "," not in between and self.words["barriers"].isdisjoint(between[told + 1 :])
            return agent if clear and told <= _FAR and self._tells(following[0], agent) else None
        inside = not self.words["inside_attack"].isdisjoint(between) and self.subjects.clear(deed.at.end, following[0].at.start)
        return agent if inside and following[0].form == "noun" else None

    def _tells(self, deed: Done, agent: Span) -> bool:
        """Is this an attack that its doer makes, in which others died? Not "after police shot dead a gunman", nor "was hit by troops"."""
        own = " ".join(self.lower[deed.at.start : deed.at.end]) in named_victims()
        passive = deed.form != "noun" and agent.start >= deed.at.end
        return deed.form != "ing" and not own and not passive

    def _shares_attack(self, deed: Done, second: Done) -> bool:
        return second.form == "past" and second.at not in self.done and self._joined(deed.at.end, second.at.start)
