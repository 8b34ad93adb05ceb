"""Status: what was denied, threatened, planned or only thought of is no occurrence."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from atodds.extract.events.line import Line
from atodds.model.claim import Status
from atodds.model.text import QUOTES
from atodds.vocab import load, words_of
from atodds.vocab.events import event_list

_NEAR = 4  # tokens from "threatened" to the "to" it governs: "threatened the ministers to kill"
_CLAUSE = 20  # tokens back to an "if"
_DENIED = ("ASSAULT", "COERCE", "MOBILIZE", "AID")  # that somebody did not meet, or was not accused, is no claim
# "cannot beat them", "will not besiege it" deny no deed
_UNABLE = frozenset(("will", "shall", "would", "must", "should", "can", "cannot", "can't", "may", "might"))
_TO_COME = frozenset(("will", "shall", "would", "'ll"))  # "will continue to strike"
_OPENS = frozenset((",", ";", ":", "“", "”", "(", ")", "—", "–"))


@dataclass
class VerbGroup:
    """What stands between a subject and its verb: "has also been", "will not", "threatened to"."""

    start: int
    words: list[str] = field(default_factory=list)

    def has(self, *names: str) -> bool:
        """Is a word of one of these lists of `grammar.yml` among them?"""
        return not words_of("grammar", *names).isdisjoint(self.words)

    @property
    def passive(self) -> bool:
        return not _passives().isdisjoint(self.words)

    @property
    def infinitive(self) -> bool:
        return "to" in self.words

    @property
    def negated(self) -> bool:
        return not words_of("clauses", "negations").isdisjoint(self.words)


@cache
def _passives() -> frozenset[str]:
    return frozenset(load("attacks")["passive"])


def verb_group(line: Line, place: int) -> VerbGroup:
    """The auxiliaries, adverbs and times right before a verb."""
    group = VerbGroup(place)
    while group.start > 0:
        before = group.start - 1
        word = line.lower[before]
        if before in line.times and not _opens(line, line.times[before].start):
            group.start = line.times[before].start
            if line.at(group.start - 1) in ("on", "in", "at", "late", "early", "about"):
                group.start -= 1
            continue
        if word in QUOTES and line.at(before - 1) in words_of("grammar", "be"):
            group.start = before  # was "kidnapped"
            continue
        adverb = word in words_of("clauses", "adverbs") or (word.endswith("ly") and word not in words_of("clauses", "adjectives_in_ly"))
        light = word in words_of("clauses", "auxiliaries", "negations") or word in words_of("grammar", "modals") or word == "to"
        if not (adverb or light) or (word == "'s" and group.words == []) or word in ("no", "both", "all", "back"):
            break
        group.words.append(word)
        group.start = before
    return group


def _opens(line: Line, place: int) -> bool:
    """Does the sentence, or a clause of it, begin here?"""
    return (
        place == 0 or line.at(place - 1) in _OPENS or (line.at(place - 1) in ("on", "in") and (place < 2 or line.at(place - 2) in _OPENS))
    )


def status_of_verb(line: Line, group: VerbGroup, kind: str) -> tuple[Status | None, bool]:
    """The status of an act told by a verb, and whether it is told at all: of what was tried nothing is known."""
    if group.infinitive:
        return _of_infinitive(line, group)
    modals = set(group.words) & words_of("grammar", "modals")
    if group.negated:
        told = kind in _DENIED and modals.isdisjoint(_UNABLE) and not _commanded(line, group)
        return "denied", told
    if modals & {"nearly", "almost", "narrowly"}:
        return None, False
    if modals & {"must", "should", "can", "cannot", "can't"}:
        return None, False
    if modals:
        return ("planned" if modals & {"will", "shall", "would"} and not _if(line, group.start) else "conditional"), True
    return ("conditional" if _if(line, group.start) else None), True


def _commanded(line: Line, group: VerbGroup) -> bool:
    """ "Don't shoot him": nobody's deed is denied where somebody is told what not to do."""
    first = line.at(group.start - 1)
    return not event_list("commanding").isdisjoint(group.words) and (group.start == 0 or not first[:1].isalnum())


def _of_infinitive(line: Line, group: VerbGroup) -> tuple[Status | None, bool]:
    """ "Threatened to attack", "plans to send", "tried to kill", "continued to shell"."""
    around = [line.at(place) for place in range(group.start - 1, max(-1, group.start - 1 - _NEAR), -1)]
    if not {"have", "has"}.isdisjoint(group.words) and "not" not in group.words:
        return None, group.words[0] != "to"  # "is said to have killed"; "have to kill" is not done
    for word, before in zip(around, [*around[1:], ""], strict=True):
        if word in event_list("threatening"):
            return "threatened", True
        if word in event_list("happening"):
            return ("planned" if before in _TO_COME else None), True
        if word in event_list("trying"):
            return None, False
        if word in event_list("planning"):
            return "planned", True
        if word in _OPENS:
            break
    return "planned", False


def _if(line: Line, place: int) -> bool:
    """Does an "if" open the clause?"""
    for back in range(place - 1, max(-1, place - _CLAUSE), -1):
        word = line.lower[back]
        if word in event_list("ifs") and not (word == "should" and back > 0):
            return True
        if word in _OPENS or word in ("that", "said", "but"):
            return False
    return False


def status_of_noun(line: Line, start: int, modifiers: list[str]) -> tuple[Status | None, bool]:
    """The status of an act told by a noun whose phrase begins at `start`, and whether it is told at all."""
    if not event_list("unreal_nouns").isdisjoint(modifiers):
        return None, False
    around = [line.at(place) for place in range(start - 1, max(-1, start - 1 - _NEAR), -1)]
    reach = next((number for number, word in enumerate(around) if word in _OPENS), len(around))
    near = around[:reach]
    if not event_list("governing_threats").isdisjoint(near[:3]):
        return "threatened", False
    if not event_list("governing_plans").isdisjoint(near[:3]):
        return "planned", False
    if not event_list("denying").isdisjoint(near[:2]):
        return "denied", True
    if near and near[0] in event_list("verbs_not_yet") and not event_list("not_yet").isdisjoint(near[1:4]):
        return "planned", False
    return None, not _if(line, start)
