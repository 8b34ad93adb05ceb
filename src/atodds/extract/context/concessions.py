"""Concessions: harm that a party owns up to, by whoever speaks for it, or in the voice of its own release.

"Regrettably, two civilians were unintentionally killed": whether it was meant only the one who fired can say. Where a news report says so,
nobody concedes anything; where the party's release does, the party does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atodds.extract.context.chains import Chain
from atodds.extract.context.clauses import clause_of
from atodds.extract.figures.draft import Draft
from atodds.extract.page import Page, Reading
from atodds.model.figure import Measure
from atodds.model.lazy import lazy
from atodds.model.text import Sentence
from atodds.vocab import load
from atodds.vocab.doers import doers

_HARM: frozenset[Measure] = frozenset(("killed", "wounded", "casualties"))
_NEAR = 3  # tokens: "it has now been | assessed", "our own | aircraft"
_OPENING = 20  # sentences in which a news report will have named a source
_PARTIES = ("force", "state", "carrier", "joint")
_PRESS = ("wire", "paper", "broadcaster")


class Concessions:
    """What the parties of one document own up to."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def settle(self, reading: Reading, draft: Draft, said: Chain) -> Chain:
        """The chain with the stance of one who owns up to the figure, where its innermost speaker or the release does."""
        if said.stance != "asserts" or not _own_harm(draft):
            return said
        unmeant = _in_clause(reading, draft, "unmeant")
        if said.links:
            owned = unmeant and is_party(said.links[0].speaker) and not any(each.speaker.lower() in _press() for each in said.links)
        else:
            owned = (unmeant or _in_clause(reading, draft, "regrets") or assessed(reading.sentence.tokens.lower)) and self.release
        return said._replace(stance="concedes") if owned else said

    @lazy
    def release(self) -> bool:
        """Is the document a release by a party to the fighting, not a report about it?"""
        outlet = self.page.document.outlet
        if outlet is not None:
            return outlet.lower() not in _press() and is_party(outlet)
        if any(_own_words(reading) for reading in self.page.readings):
            return True
        opening = self.page.readings[:_OPENING]
        return not any(speech.speaker is not None for reading in opening for speech in reading.marks.speeches)


def is_party(name: str) -> bool:
    """Is this a name of those who fight: a force, a state, a mission, a ministry of one?"""
    words = name.replace("’s", " 's").replace("'s", " 's").split()
    return any(doer.kind in _PARTIES for doer in doers(words, [word.lower() for word in words]))


def assessed(lower: Sequence[str]) -> bool:
    """ "It was assessed that": with nobody named, the writer."""
    be = load("grammar")["be"]
    return "it" in lower and any(
        word == "it" and any(lower[each] in be and lower[each + 1] in _words("assessing") for each in range(place + 1, place + 1 + _NEAR))
        for place, word in enumerate(lower[: -_NEAR - 1])
    )


def _own_harm(draft: Draft) -> bool:
    group = draft.group
    return draft.measure in _HARM and group.high != 0 and (group.category or "unknown") in _words("owned_up")


def _in_clause(reading: Reading, draft: Draft, name: str) -> bool:
    words = _words(name)
    if words.isdisjoint(reading.words):
        return False
    start, end = clause_of(reading.sentence, draft.at)
    return not words.isdisjoint(reading.sentence.tokens.lower[start:end])


def _own_words(reading: Reading) -> bool:
    """Does the document speak of its own fire, or assess without saying who does?"""
    if "“" in reading.sentence.text or '"' in reading.sentence.text:
        return False
    lower = reading.sentence.tokens.lower if not _telling().isdisjoint(reading.words) else ()
    return bool(lower) and (assessed(lower) or not _words("own_report").isdisjoint(lower) or _own_arms(reading.sentence))


def _own_arms(sentence: Sentence) -> bool:
    lower = sentence.tokens.lower
    return any(
        word in _words("own_voice") and not _words("own_arms").isdisjoint(lower[place + 1 : place + 1 + _NEAR])
        for place, word in enumerate(lower)
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("stances")[name])


@cache
def _telling() -> frozenset[str]:
    return frozenset((*_words("assessing"), *_words("own_voice"), "self"))


@cache
def _press() -> frozenset[str]:
    outlets = load("outlets")
    return frozenset(name.lower() for kind in _PRESS for name in outlets[kind])
