"""The subject of a deed in the active voice, found by the words between: "government forces | stormed the mosque"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from atodds.model.text import Span
from atodds.vocab.actors import actor_words
from atodds.vocab.attacks import Done, attack_words, calendar, determiners, finite, ing_nouns, prepositions
from atodds.vocab.doer_phrases import Doer
from atodds.vocab.doers import together

_RELATIVES = frozenset(("who", "that", "which"))
_QUOTES = frozenset('“”"')
_CLOSES = frozenset((",", "”", '"', ")"))
_COORDINATED = frozenset(("and", "or", "then"))
_PARTICIPLES = ("ing", "ed")


class Subjects:
    """The deeds and possible doers of one sentence; `done` grows as the deeds are read from left to right."""

    def __init__(self, lower: Sequence[str], deeds: Sequence[Done], crew: Sequence[Doer], done: Mapping[Span, Span]) -> None:
        self.lower, self.deeds, self.single, self.done = lower, deeds, crew, done
        self.crew = together(lower, crew)
        self.words = attack_words()
        self.starts = {deed.at.start: deed for deed in deeds}

    def subject_of(self, deed: Done) -> Span | None:
        """Who did it, where the deed is a verb in the active."""
        edge, light = self.edge(deed.at.start)
        passive = not self.words["passive"].isdisjoint(light)
        if deed.form == "ing":
            return self._subject(edge) if passive else None  # "are shelling"
        return None if passive or not self.has_object(deed) else self._subject(edge)

    def edge(self, place: int) -> tuple[int, list[str]]:
        """Where a subject would end, left of auxiliaries, adverbs and weekdays; and these."""
        skipped = []
        while place > 0 and self.lower[place - 1] in self.words["light"]:
            place -= 1
            skipped.append(self.lower[place])
        if self.at(place - 1) == "to" and self.at(place - 2) in self.words["self_claims"] and "have" in skipped:
            place -= 2  # "the army | claimed to have | killed 20"
        return place, skipped

    def has_object(self, deed: Done) -> bool:
        """A past form without one is a participle: "ten soldiers killed in Ukraine"; "soldiers killed ten" has one."""
        end = deed.at.end
        if " ".join(self.lower[deed.at.start : end]) in self.words["without_object"] and not self._undergone(end):
            return True
        if end >= len(self.lower):
            return False
        following, after = self.lower[end], self.at(end + 1)
        after_all = self.words["object_after_all"]
        if f"{following} {after}" in after_all or (following in after_all and after[:1].isdigit()):
            return True
        if following in ("and", "or", ",") and end + 1 in self.starts and self.starts[end + 1].form != "noun":
            return self.has_object(self.starts[end + 1])  # "killing or wounding 50"
        if following == "on" or following in calendar():
            counted = next((word for word in self.lower[end:] if word != "on" and word not in calendar()), "")
            return counted[:1].isdigit() or counted in self.words["counts"]
        return (following[0].isalnum() or following in "“\"'‘$") and following not in self.words["no_object"]

    def _undergone(self, end: int) -> bool:
        """ "The officers shot in the head by a thief", "the soldiers attacked at dawn were": no object, and "by" or a verb behind."""
        if self.at(end) not in self.words["no_object"]:
            return False
        for word in self.lower[end:]:
            if word == "by" or word in self.words["passive"]:
                return True
            if self._breaks(word) or word in _COORDINATED or word in _RELATIVES:
                return False
        return False

    def at(self, place: int) -> str:
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def clear(self, start: int, end: int) -> bool:
        """Do the words from `start` to `end` stay in one clause, with nobody speaking between?"""
        return self.words["barriers"].isdisjoint(self.lower[start:end]) and "," not in self.lower[start:end]

    def _subject(self, edge: int) -> Span | None:
        before = self.at(edge - 1)
        if before in _COORDINATED or (before == "," and self._run_on(edge)):
            return self._same_as_before(edge)
        if before in _RELATIVES:
            return self._antecedent(edge - 1)
        direct = next((doer for doer in self.crew if doer.end == edge and doer.kind != "adjective"), None)
        if direct is not None:
            return self._direct(direct, edge)
        return self._before_apposition(edge) if before in _CLOSES else self._of_clause(edge)

    def _run_on(self, edge: int) -> bool:
        """ "Troops stormed the town, killed five and": a second verb of the same subject."""
        earlier = any(each.at.end < edge and each.at in self.done and each.form == "past" for each in self.deeds)
        return earlier and self.at(edge - 2) not in _QUOTES

    def _same_as_before(self, edge: int) -> Span | None:
        """ "killed six and wounded five": the subject of the verb before."""
        earlier = [each for each in self.deeds if each.at.end < edge and each.at in self.done]
        if not earlier:
            return self._of_clause(edge - 1, any_verb=True) if self.at(edge - 1) != "," else None
        last = earlier[-1]
        if last.form != "noun" and self.done[last.at].start >= last.at.end:
            return None  # "the gunman was shot dead by police and wounded nine": not police
        return self.done[last.at] if self.words["barriers"].isdisjoint(self.lower[last.at.end : edge - 1]) else None

    def _antecedent(self, relative: int) -> Span | None:
        """ "gunmen who killed two", "two attacks by the US that killed 19"."""
        end = relative - 1 if self.at(relative - 1) == "," else relative
        attacks = [each for each in self.deeds if each.form == "noun" and each.at.end <= end and self.clear(each.at.end, end)]
        if attacks:
            return self.done.get(attacks[-1].at)
        return next((doer.at for doer in self.crew if doer.end == end and doer.kind in ("force", "state", "carrier")), None)

    def _direct(self, doer: Doer, edge: int) -> Span | None:
        """A doer right before the verb is its subject, unless the words before make it a part of one, or an object."""
        place = self._phrase_start(doer)
        start = self._clause_start(place)
        opened = place == start or self.at(place) in self.words["barriers"]  # "heard | that the army killed nine"
        before = "" if opened else self.at(place - 1)
        if before in actor_words("pairing"):
            return doer.at if self._complete(start, place - 1) else None  # not police alone: "villagers and police killed nine"
        if opened or (before not in prepositions() and not self._governs(place - 1)):
            return doer.at if before not in _COORDINATED else None  # "rebels or soldiers killed nine": one of them
        if doer.kind == "joint" and self._complete(start, place):
            return self._second_clause(edge)
        armed = not self.words["weapons"].isdisjoint(self.lower[start:place])
        owned = any(start <= each.start and each.end < doer.start and each.kind == "force" for each in self.crew)
        if before in ("by", "from", "of") and armed and not owned:
            return doer.at  # "missiles fired by US drones killed nine"
        return self._of_clause(edge)

    def _phrase_start(self, doer: Doer) -> int:
        """Where its noun phrase starts, a participle before the name included: "the retreating | troops"; not "chasing | rebels"."""
        start = doer.start
        word = self.at(start - 1)
        if start != doer.at.start or not word.endswith(_PARTICIPLES) or start - 1 in self.starts or word in self.words["not_ing"]:
            return start
        bound = start - 1
        while self.at(bound - 1) in self.words["counts"] or self.at(bound - 1) in determiners() or self.at(bound - 1)[:1].isdigit():
            bound -= 1
        before = self.at(bound - 1)
        attributive = bound < start - 1 or not before or self._breaks(before) or before in prepositions()
        return bound if attributive and word not in self.words["barriers"] else start

    def _governs(self, place: int) -> bool:
        """Has the word here what follows it as its object? "Targeting | rebels", "fought | rebels"."""
        word = self.at(place)
        if word in self.words["barriers"] or word in self.words["not_ing"] or word in self.words["not_participles"]:
            return False
        acts = any(each.at.end == place + 1 and (each.form != "noun" or self.at(each.at.start - 1) == "to") for each in self.deeds)
        return acts or finite(word) or word.endswith("ing")

    def _complete(self, start: int, end: int) -> bool:
        """Is what stands here a clause with its verb, so that "and" begins another? "Shots rang out" is, "villagers" is not."""
        opener = self.at(start - 1)
        said = opener == "that" and self.at(start - 2) in self.words["barriers"]
        if (opener in _RELATIVES and not said) or not _RELATIVES.isdisjoint(self.lower[start:end]):
            return False  # "a bomb that hit soldiers and police | killed nine"; not "said that troops came and police"
        return any(self._verb(place) for place in range(start, end))

    def _verb(self, place: int) -> bool:
        word = self.lower[place]
        if word in self.words["passive"]:
            return True
        end = self.starts[place].at.end if place in self.starts else place + 1
        return finite(word) and word not in self.words["not_participles"] and self.at(end) not in prepositions()

    def _second_clause(self, edge: int) -> Span | None:
        """ "Two were shot by rebels and | police arrested nine": "and" joins the clauses, not the names."""
        return next((each.at for each in self.single if each.end == edge and self.at(each.start - 1) in actor_words("pairing")), None)

    def with_partner(self, doer: Doer, deed: Done) -> Doer | None:
        """All whom "by" names behind a deed; nobody where it is "one or the other"."""
        if any(each.start == doer.end + 1 for each in self.single) and self.at(doer.end) == "or":
            return None
        joint = next((each for each in self.crew if each.start == doer.start and each.kind == "joint"), doer)
        if joint is doer:
            return doer
        end = next((place for place in range(joint.end, len(self.lower)) if self._breaks(self.lower[place])), len(self.lower))
        start = self._clause_start(deed.at.start)
        told = self._complete(start, deed.at.start)
        return doer if told and any(self._verb(place) for place in range(joint.end, min(end + 1, len(self.lower)))) else joint

    def _clause_start(self, end: int) -> int:
        stops = (place for place in range(end - 1, -1, -1) if self._breaks(self.lower[place]))
        return next(stops, -1) + 1

    def _breaks(self, word: str) -> bool:
        return word in self.words["barriers"] or word == "," or word in _QUOTES

    def _before_apposition(self, edge: int) -> Span | None:
        """ "The army, backed by tanks, shelled the town": the subject before what stands between commas."""
        heads = [doer for doer in self.crew if doer.end < edge and doer.kind != "adjective" and self._opens_clause(doer)]
        attacks = [each for each in self.deeds if each.form == "noun" and each.at.end < edge]
        if attacks and not any(attacks[-1].at.end <= doer.start for doer in heads):
            return self.done.get(attacks[-1].at)
        return next((doer.at for doer in reversed(heads) if self._until_comma(doer.end, edge)), None)

    def _opens_clause(self, doer: Doer) -> bool:
        return doer.start == 0 or self._breaks(self.lower[doer.start - 1])

    def _until_comma(self, place: int, edge: int) -> bool:
        """From the name to the comma stands nothing, or what belongs to the name: "of President Aziz"."""
        if self.lower[place] == ",":
            return True
        comma = next((each for each in range(place, edge) if self.lower[each] == ","), None)
        return self.lower[place] in ("of", "in", "from") and comma is not None and self.clear(place, comma)

    def _of_clause(self, edge: int, *, any_verb: bool = False) -> Span | None:
        """The subject at the head of the verb's own clause, a phrase between: "soldiers from the north shot dead two"."""
        start = self._clause_start(edge)
        attack = next((each for each in self.deeds if each.form == "noun" and start <= each.at.start and each.at.end <= edge), None)
        if attack is not None and prepositions().isdisjoint(self.lower[start : attack.at.start]):
            return self.done.get(attack.at)  # "two US attacks in May | killed"; not "troops under fire | killed"
        first = next((doer for doer in self.crew if start <= doer.start and doer.end <= edge and doer.kind != "adjective"), None)
        if first is None or not self._initial(start, first.start):
            return None
        if any(first.end <= each.at.start < edge - 1 and each.form in ("past", "base") and each.at in self.done for each in self.deeds):
            return None
        return first.at if self._leads_on(self.at(first.end), any_verb=any_verb) else None

    def _leads_on(self, following: str, *, any_verb: bool) -> bool:
        """May this word stand behind a whole name? Behind "and", any verb: "soldiers seized arms and killed two"."""
        if following in actor_words("followers"):
            return following not in ("'s", "has", "have", "had", "and", "or")  # of "the army and villagers" the army is a part
        if following.endswith("ing") and following not in self.words["not_ing"] and following not in ing_nouns():
            return True  # "soldiers chasing rebels | killed nine"
        return any_verb and following.endswith("ed") and following not in self.words["barriers"]

    def _initial(self, start: int, end: int) -> bool:
        """Does nothing but a time stand before the subject: "On Monday | Israeli soldiers"?"""
        between = self.lower[start:end]
        return not between or between[-1] in calendar() or all(word in self.words["light"] for word in between)

    def opens_sentence(self, doer: Doer) -> bool:
        """Is this doer the first thing that the sentence speaks of, but for a time?"""
        return doer.start == 0 or self.lower[doer.start - 1] == "," or self._initial(0, doer.start)
