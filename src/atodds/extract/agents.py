"""Agents: who is said to have done a deed, as the sentence's own grammar says it, and nobody where it does not.

A speaker, a place, a victim and a weapon are no agents: "Amnesty documented two attacks that killed 19 civilians" and "ten soldiers
killed in Ukraine" name nobody. Four constructions do: the owner of an attack ("US drone strike"), "by" behind a deed, the
subject of a deed in the active, and a deed that hangs on another ("troops stormed the mosque, killing hundreds").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from atodds.extract.base import extractor
from atodds.model.mention import Agent, Marks
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load
from atodds.vocab.actors import Doer, actor_words, doers
from atodds.vocab.lexicon import Phrases

Form = Literal["noun", "past", "ing", "base", "undergone", "none"]

_RELATIVES = frozenset(("who", "that", "which"))
_QUOTES = frozenset('“”"')
_CLOSES = frozenset((",", "”", '"', ")"))
_REACH = 10  # tokens between a deed and the "by" that belongs to it


class _Deed(NamedTuple):
    at: Span
    form: Form


@extractor(assigns="agents")
def agents(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Agent]:
    """Who did which deed of the sentence: "United States" in "two United States drone attacks", nobody in "killed by a bomb"."""
    lower = sentence.tokens.lower
    if _first_words().isdisjoint(lower):
        return
    found = [_Deed(at, form) for at, form in _deeds().find(lower) if form != "none"]
    crew = doers(sentence.tokens.words, lower) if found else []
    if not crew:
        return
    done = _Sentence(lower, found, crew).read()
    for deed, agent in sorted(done.items()):
        yield Agent(at=agent, deed=deed)


class _Sentence:
    """One sentence's deeds and possible doers, matched in a fixed order: each step may build on those before."""

    def __init__(self, lower: Sequence[str], found: Sequence[_Deed], crew: Sequence[Doer]) -> None:
        self.lower = lower
        self.deeds = found
        self.crew = crew
        self.words = attack_words()
        self.starts = {deed.at.start: deed for deed in found}
        self.done: dict[Span, Span] = {}

    def read(self) -> Mapping[Span, Span]:
        for deed in self.deeds:
            if deed.form == "noun":
                self._note(deed, self._owner(deed))
        for place, word in enumerate(self.lower):
            if word == "by":
                self._by(place)
        for deed in self.deeds:
            if deed.form in ("past", "base", "ing") and deed.at not in self.done:
                self._note(deed, self._active(deed))
        for deed in self.deeds:
            if deed.at not in self.done:
                self._note(deed, self._dependent(deed))
        return self.done

    def _note(self, deed: _Deed, agent: Span | None) -> None:
        if agent is not None and not agent.meets(deed.at):
            self.done.setdefault(deed.at, agent)

    # -- "US drone strike", "President Obama's first drone strike"

    def _owner(self, noun: _Deed) -> Span | None:
        place = noun.at.start
        while place > 0 and (self.lower[place - 1] in self.words["between"] or self.lower[place - 1] == "'s"):
            if doer := self._ending(place):
                return self._owned_by(doer, place)
            place -= 1
        doer = self._ending(place)
        return None if doer is None else self._owned_by(doer, place)

    def _ending(self, place: int) -> Doer | None:
        """The doer whose name, or whose name with its weapon, ends before a token."""
        return next((doer for doer in self.crew if place in (doer.at.end, doer.end)), None)

    def _owned_by(self, doer: Doer, place: int) -> Span | None:
        possessive = doer.at.end < len(self.lower) and self.lower[doer.at.end] in ("'s", "'")
        if doer.kind == "person" and not possessive:
            return None
        if doer.kind in ("state", "carrier") and self._is_place(doer) and not possessive:
            return None  # "Yemen drone strikes": where, not whose
        if self.lower[doer.at.end - 1] in actor_words("adjectival") and doer.at.end - doer.at.start == 1:
            return None
        return doer.at

    def _is_place(self, doer: Doer) -> bool:
        return self.lower[doer.at.end - 1] in _place_nouns() and " ".join(self.lower[doer.at.start : doer.at.end]) not in _attributive()

    # -- "killed by gunmen", "an attack by the Taliban"

    def _by(self, place: int) -> None:
        doer = next((each for each in self.crew if each.start <= place + 1 <= each.at.start and each.kind != "adjective"), None)
        if doer is None or not self._ends_name(doer):
            return
        deed = self._deed_before(place)
        if deed is None:
            return
        self._note(deed, doer.at)
        if deed.form == "past":
            for earlier in reversed([each for each in self.deeds if each.at.end < deed.at.start]):
                if earlier.form != "past" or not self._joined(earlier.at.end, deed.at.start):
                    break
                self._note(earlier, doer.at)  # "two killed and three wounded by gunmen"

    def _joined(self, start: int, end: int) -> bool:
        between = self.lower[start:end]
        return (
            ("and" in between or "or" in between)
            and len(between) <= 5
            and self.words["barriers"].isdisjoint(between)
            and "," not in between
        )

    def _ends_name(self, doer: Doer) -> bool:
        """Is the name complete? "by police" is; "by police officials" and "by Taliban supporters" name others."""
        if doer.end >= len(self.lower):
            return True
        following = self.lower[doer.end]
        return (
            not following[0].isalnum()
            and following != "'s"
            or following in actor_words("followers") - {"'s"}
            or following[0].isdigit()
            or doer.end in self.starts
        )

    def _deed_before(self, place: int) -> _Deed | None:
        for before in range(place - 1, max(-1, place - 1 - _REACH), -1):
            word = self.lower[before]
            deed = next((each for each in self.deeds if each.at.end == before + 1 and each.form in ("noun", "past")), None)
            if deed is not None:
                return deed
            if word in self.words["barriers"] or word in self.words["said_by"] or word in (",", "by", *_QUOTES) or self._participle(word):
                return None
        return None

    def _participle(self, word: str) -> bool:
        return word.endswith(("ed", "en", "wn")) and word not in self.words["not_participles"]

    # -- "government forces stormed the mosque"

    def _active(self, deed: _Deed) -> Span | None:
        edge, auxiliaries = self._edge(deed.at.start)
        passive = not self.words["passive"].isdisjoint(auxiliaries)
        if deed.form == "ing":
            return self._subject(edge, deed) if passive else None
        if passive or (auxiliaries and auxiliaries[-1] in ("to",)):
            return None
        return self._subject(edge, deed) if self._has_object(deed) else None

    def _edge(self, place: int) -> tuple[int, list[str]]:
        """Where the subject ends, left of auxiliaries and adverbs; and these."""
        light, skipped = self.words["light"], []
        while place > 0 and self.lower[place - 1] in light:
            place -= 1
            skipped.append(self.lower[place])
        return place, skipped

    def _has_object(self, deed: _Deed) -> bool:
        """A past form without one is a participle: "soldiers killed in Ukraine"; "soldiers killed ten" has one."""
        end, phrase = deed.at.end, " ".join(self.lower[deed.at.start : deed.at.end])
        if phrase in self.words["without_object"]:
            return True
        if end >= len(self.lower):
            return False
        following = self.lower[end]
        after = self.lower[end + 1] if end + 1 < len(self.lower) else "."
        if f"{following} {after}" in self.words["object_after_all"] or (following in self.words["object_after_all"] and after[0].isdigit()):
            return True
        if following in ("and", "or", ",") and end + 1 in self.starts and self.starts[end + 1].form != "noun":
            return self._has_object(self.starts[end + 1])
        return (
            (following[0].isalnum() or following in "“\"'‘$") and following not in self.words["no_object"] and following not in _calendar()
        )

    def _subject(self, edge: int, deed: _Deed) -> Span | None:
        if edge == 0:
            return None
        before = self.lower[edge - 1]
        if before in ("and", "or", "then") or (before == "," and self._run_on(edge)):
            return self._same_as_before(edge)
        if before in _RELATIVES:
            return self._antecedent(edge - 1)
        direct = next((doer for doer in self.crew if doer.end == edge and doer.kind != "adjective"), None)
        if direct is not None:
            return self._direct(direct, edge)
        if before in _CLOSES:
            return self._behind_apposition(edge)
        return self._of_clause(edge)

    def _run_on(self, edge: int) -> bool:
        """ "Troops stormed the town, killed five and": a second verb of the same subject."""
        return (
            edge - 2 >= 0
            and any(each.at.end <= edge - 1 and each.at in self.done and each.form == "past" for each in self.deeds)
            and self.lower[edge - 2] not in _QUOTES
        )

    def _same_as_before(self, edge: int) -> Span | None:
        earlier = [each for each in self.deeds if each.at.end <= edge - 1 and each.at in self.done]
        if not earlier or not self.words["barriers"].isdisjoint(self.lower[earlier[-1].at.end : edge - 1]):
            return self._of_clause(edge - 1) if not earlier and self.lower[edge - 1] != "," else None
        if any(self.done[earlier[-1].at] != doer.at and doer.end == edge for doer in self.crew):
            return None
        return self.done[earlier[-1].at]

    def _antecedent(self, relative: int) -> Span | None:
        """ "gunmen who killed two", "two attacks by the US that killed 19"."""
        end = relative - 1 if self.lower[relative - 1] == "," else relative
        nouns = [each for each in self.deeds if each.form == "noun" and each.at.end <= end and self._same_clause(each.at.end, end)]
        if nouns:
            return self.done.get(nouns[-1].at)
        return next((doer.at for doer in self.crew if doer.end == end and doer.kind in ("force", "state", "carrier")), None)

    def _same_clause(self, start: int, end: int) -> bool:
        return self.words["barriers"].isdisjoint(self.lower[start:end]) and "," not in self.lower[start:end]

    def _direct(self, doer: Doer, edge: int) -> Span | None:
        before = self.lower[doer.start - 1] if doer.start > 0 else ""
        if before not in _prepositions():
            return doer.at
        clause = self._clause_start(doer.start)
        armed = not self.words["weapons"].isdisjoint(self.lower[clause : doer.start])
        if before in ("by", "from", "of") and armed and self._no_owner(clause, doer.start):
            return doer.at  # "missiles fired by US drones killed 23"
        return self._of_clause(edge)

    def _no_owner(self, start: int, end: int) -> bool:
        return not any(start <= doer.start and doer.end <= end - 1 and doer.kind == "force" for doer in self.crew)

    def _clause_start(self, end: int) -> int:
        stops = (
            place
            for place in range(end - 1, -1, -1)
            if self.lower[place] in self.words["barriers"] or self.lower[place] == "," or self.lower[place] in _QUOTES
        )
        return next(stops, -1) + 1

    def _behind_apposition(self, edge: int) -> Span | None:
        """ "The army, backed by tanks, shelled the town": the subject before what stands between commas."""
        nouns = [each for each in self.deeds if each.form == "noun" and each.at.end < edge]
        if nouns and not any(nouns[-1].at.end <= doer.start for doer in self.crew if doer.kind == "force" and self._opens_clause(doer)):
            if nouns[-1].at in self.done:
                return self.done[nouns[-1].at]
            return None
        for doer in reversed(self.crew):
            if doer.end < edge and doer.kind != "adjective" and self._opens_clause(doer) and self._until_comma(doer.end, edge):
                return doer.at
        return None

    def _opens_clause(self, doer: Doer) -> bool:
        if doer.start == 0:
            return True
        before = self.lower[doer.start - 1]
        return before == "," or before in _QUOTES or before in self.words["barriers"] - {"“"}

    def _until_comma(self, place: int, edge: int) -> bool:
        """From the name to the comma stands nothing, or what belongs to the name: "of President Aziz"."""
        if self.lower[place] == ",":
            return True
        if self.lower[place] not in ("of", "in", "from"):
            return False
        comma = next((each for each in range(place, edge) if self.lower[each] == ","), None)
        return comma is not None and self.words["barriers"].isdisjoint(self.lower[place:comma])

    def _of_clause(self, edge: int) -> Span | None:
        """The subject at the head of the verb's own clause, a phrase between: "soldiers from the north shot dead two"."""
        start = self._clause_start(edge)
        attack = next((each for each in self.deeds if each.form == "noun" and start <= each.at.start and each.at.end <= edge), None)
        first = next((doer for doer in self.crew if start <= doer.start and doer.end <= edge and doer.kind != "adjective"), None)
        if (
            attack is not None
            and (first is None or attack.at.start <= first.end + len(self.words["between"]))
            and self._heads(start, attack.at.start, attack)
        ):
            return self.done.get(attack.at)
        if first is None or not self._initial(start, first.start):
            return None
        verbs = [
            each for each in self.deeds if first.end <= each.at.start < edge - 1 and each.form in ("past", "base") and each.at in self.done
        ]
        following = self.lower[first.end]
        return first.at if not verbs and following in actor_words("followers") and following not in ("'s", "has", "have", "had") else None

    def _heads(self, start: int, end: int, attack: _Deed) -> bool:
        """Is an attack's noun the head of the subject? Not where a preposition stands before it: "troops under fire killed"."""
        return _prepositions().isdisjoint(self.lower[start:end])

    def _initial(self, start: int, end: int) -> bool:
        """Does nothing but a time stand before the subject: "On Monday Israeli soldiers"?"""
        between = self.lower[start:end]
        return not between or between[-1] in _calendar() or all(word in self.words["light"] for word in between)

    # -- deeds that hang on another

    def _dependent(self, deed: _Deed) -> Span | None:
        if deed.form == "ing":
            return self._participial(deed)
        if deed.form == "noun":
            return self._performed(deed)
        return self._inside_attack(deed) if not self._has_own_subject(deed) else None

    def _has_own_subject(self, deed: _Deed) -> bool:
        edge, auxiliaries = self._edge(deed.at.start)
        if deed.form == "undergone" or not self.words["passive"].isdisjoint(auxiliaries):
            return False
        return self._has_object(deed)

    def _participial(self, deed: _Deed) -> Span | None:
        """ "Police opened fire, killing one and arresting 12"."""
        if deed.at.start == 0 or self.lower[deed.at.start - 1] in self.words["not_before_ing"]:
            return None
        earlier = [each for each in self.deeds if each.at.end <= deed.at.start]
        acted = [each for each in earlier if each.at in self.done]
        if acted:
            between = self.lower[acted[-1].at.end : deed.at.start]
            return (
                self.done[acted[-1].at]
                if self.words["exploding"].isdisjoint(between) and "said" not in between and ";" not in between
                else None
            )
        if earlier or "," not in self.lower[deed.at.start - 1 : deed.at.start]:
            return None
        # "Soldiers entered the village, killing three": no deed but the participle's
        first = next((doer for doer in self.crew if doer.kind in ("force", "state")), None)
        if first is None or not self._initial_in_sentence(first) or first.end >= deed.at.start - 1:
            return None
        between = self.lower[first.end : deed.at.start - 1]
        clear = self.words["barriers"] | self.words["exploding"] | self.words["passive"] | {","}
        return first.at if clear.isdisjoint(between) and (between[0] not in _prepositions()) else None

    def _initial_in_sentence(self, doer: Doer) -> bool:
        return doer.start == 0 or self.lower[doer.start - 1] == "," or self._initial(0, doer.start)

    def _performed(self, noun: _Deed) -> Span | None:
        """ "The army carried out 12 raids"; "raids carried out by the army"."""
        for each in self.deeds:
            phrase = " ".join(self.lower[each.at.start : each.at.end])
            if (
                each.at in self.done
                and phrase in self.words["performing"]
                and 0 <= noun.at.start - each.at.end <= 8
                and self._same_clause(each.at.end, noun.at.start)
            ):
                return self.done[each.at]
            if (
                each.at in self.done
                and each.form == "past"
                and 0 <= each.at.start - noun.at.end <= 3
                and "by" in self.lower[each.at.end : each.at.end + 4]
            ):
                return self.done[each.at]
        return None

    def _inside_attack(self, deed: _Deed) -> Span | None:
        """ "Killed in a US strike", "killed when US drones hit a funeral"."""
        following = next((each for each in self.deeds if each.at.start >= deed.at.end and each.form != "undergone"), None)
        while (
            following is not None
            and following.form == "past"
            and following.at not in self.done
            and self._joined(deed.at.end, following.at.start)
        ):
            behind = following.at.end
            following = next((each for each in self.deeds if each.at.start >= behind), None)
        if following is None or following.at not in self.done:
            return None
        between = self.lower[deed.at.end : following.at.start]
        told = next((place for place, word in enumerate(between) if word in self.words["telling"]), None)
        if told is not None:
            rest = between[told + 1 :]
            return (
                self.done[following.at]
                if following.form != "ing" and "," not in between and self.words["barriers"].isdisjoint(rest) and told <= 6
                else None
            )
        if following.form != "noun" or "," in between or not self.words["barriers"].isdisjoint(between):
            return None
        return self.done[following.at] if not {"in", "by", "during", "from", "amid", "through"}.isdisjoint(between) else None


@cache
def attack_words() -> Mapping[str, frozenset[str]]:
    """The closed classes of `attacks.yml`."""
    return {name: frozenset(words) for name, words in load("attacks").items() if isinstance(words, list)}


@cache
def _deeds() -> Phrases[Form]:
    data = load("attacks")
    table: dict[str, Form] = dict.fromkeys(data["not_attacks"], "none")
    for noun, plural in data["nouns"].items():
        table[noun] = table[plural] = "noun"
    for noun in data["uncounted"]:
        table.setdefault(noun, "noun")
    for base, forms in data["verbs"].items():
        for form in forms:
            first = form.split()[0]
            form_of: Form = (
                "ing"
                if first.endswith("ing") and first != base
                else "base"
                if first in (base.split()[0], base.split()[0] + "s", base.split()[0] + "es")
                else "past"
            )
            table.setdefault(form, form_of)
    for form in data["undergone"]:
        table.setdefault(form, "undergone")
    return Phrases(table)


@cache
def _first_words() -> frozenset[str]:
    data = load("attacks")
    phrases = [
        *data["nouns"],
        *data["nouns"].values(),
        *data["uncounted"],
        *data["undergone"],
        *(form for forms in data["verbs"].values() for form in forms),
    ]
    return frozenset(phrase.split()[0] for phrase in phrases)


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(load("grammar")["prepositions"]) | {"including"}


@cache
def _calendar() -> frozenset[str]:
    times = load("times")
    return frozenset((*times["weekdays"], *times["months"], *(f"{month}." for month in times["short_months"]))) - {"may"}


@cache
def _place_nouns() -> frozenset[str]:
    """The last words of countries' own names."""
    return frozenset(
        name.lower().split()[-1] for country in load("countries").values() for name in (country["name"], *country.get("also", ()))
    )


@cache
def _attributive() -> frozenset[str]:
    return frozenset(name.lower() for country in load("countries").values() for name in country.get("attributive", ()))
