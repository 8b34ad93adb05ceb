"""A sentence laid out for the patterns of blame: its words without quotation marks and bracketed asides, and the names between them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from atodds.extract.charges.asides import kept
from atodds.extract.mentions.speech.words import lexicon
from atodds.model.lazy import lazy
from atodds.model.text import QUOTES, Sentence, Span
from atodds.vocab import load
from atodds.vocab.actors import actor_words
from atodds.vocab.doer_phrases import Doer
from atodds.vocab.doers import doers, together
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import nouns

_LONGEST = 12  # words of a name
_FIRST = 3  # tokens of a name in capitals that opens a sentence
_LED = 3  # tokens of "-led" before "coalition"
_NEGATED = 8  # tokens from "none" to the end of "none of the armed groups"


class Act(NamedTuple):
    """A deed that one can be blamed for: its words on the line, and its mode."""

    at: Span
    mode: str | None


class Line:
    """One sentence. Places on the line are not tokens of the sentence; `span` leads back to them."""

    def __init__(self, sentence: Sentence, text: str = "") -> None:
        self.text = text  # of the report, which may explain names
        self.tokens = tokens = sentence.tokens
        self.back = kept(tokens.words)
        self.words = [tokens.words[place] for place in self.back]
        self.lower = [tokens.lower[place] for place in self.back]
        self.shouted = sentence.text.isupper()

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, place: int) -> str:
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def within(self, place: int, name: str) -> bool:
        return self.at(place) in words(name)

    def any(self, start: int, end: int, name: str) -> bool:
        return not words(name).isdisjoint(self.lower[max(0, start) : max(0, end)])

    def span(self, span: Span) -> Span:
        """The sentence's tokens of a stretch of the line."""
        return Span(self.back[span.start], self.back[span.end - 1] + 1)

    def name(self, span: Span) -> Span:
        """The sentence's tokens of a name: up to an aside in brackets, and with the mark that opens a quotation in it."""
        whole = self.span(span)
        for place in range(span.start + 1, span.end):
            skipped = self.tokens.words[self.back[place - 1] + 1 : self.back[place]]
            if skipped and not QUOTES.issuperset(skipped):
                return Span(whole.start, self.back[place - 1] + 1)
            if skipped and whole.start and self.tokens.words[whole.start - 1] in QUOTES:
                return Span(whole.start - 1, whole.end)
        return whole

    @lazy
    def crew(self) -> list[Doer]:
        return together(self.lower, doers(self.words, self.lower, self.text))

    @lazy
    def acts(self) -> list[Act]:
        return [Act(span, mode or None) for span, mode in _acts().find(self.lower)]

    def act_in(self, start: int, end: int) -> Act | None:
        """The first deed in a stretch of the line."""
        return next((act for act in self.acts if start <= act.at.start and act.at.end <= end), None)

    # -- names

    def name_after(self, place: int) -> Span | None:
        """Who is named from here on: a doer, else a person or people that can do a deed."""
        start = self._over_articles(place)
        doer = next((each for each in self.crew if each.start in (place, start) or each.at.start == start), None)
        if doer is not None and doer.kind != "adjective":
            return self._in_full(doer)
        end = start
        while end < len(self) and self._in_name(end, start):
            end += 1
        while self.at(end - 1) in ("-", "'s") and end > start:
            end -= 1  # "“terrorists” - a word for all"
        return self._someone(start, end)

    def name_before(self, end: int) -> Span | None:
        """Who is named right before a token, as the subject of its verb."""
        doer = next((each for each in self.crew if each.end == end and each.at.end == end), None)
        if doer is not None and doer.kind != "adjective":
            start = self._owned_by(doer.start) if self.shouted or self.words[doer.at.start][0].islower() else doer.start
            name: Span | None = self._in_full(doer) if start == doer.start else Span(self._over_articles(start), doer.at.end)
        else:
            start = end
            while start > 0 and self._in_name(start - 1, start):
                start -= 1
            opened = self._over_articles(start)
            name = self._someone(opened if opened < end else start, end)  # "the group": no article of what follows
        if self.within(start - 1, "situated") and (doer is None or doer.kind != "force" or start > 1):
            return self.name_before(start - 1) if start > 1 else None  # "the rebels | in Tamar | denied"
        nobody = self.within(start, "negative") or self.any(start - _NEGATED, start, "negative") or self._asked(start)
        return None if nobody else name

    def armed(self, start: int, end: int) -> bool:
        """Does a weapon stand in a stretch of the line: "chemical weapons"?"""
        return any(_phrases("weapons").at(self.lower, place) is not None for place in range(max(0, start), min(len(self), end)))

    def _asked(self, start: int) -> bool:
        """ "Which group"; in "the blast, for which the group" it is named."""
        return self.within(start - 1, "asking_which") and self.at(start - 2) not in ("for", ",")

    def voice_before(self, end: int) -> Span | None:
        """Who is named right before a token, be it a body that only speaks: "the council | held"."""
        name = self.name_before(end)
        opened = self._over_articles(0)
        if name is None and opened < end <= _FIRST and all(word[0].isupper() for word in self.words[:end]):
            return Span(opened, end) if self._in_name(end - 1, 0) else None  # "Moscow | denied"
        if name is not None or self.at(end - 1) not in _voices():
            return name
        start = end
        while start > 0 and self._in_name(start - 1, start):
            start -= 1
        opened = min(self._over_articles(start), end - 1)
        denied = self.within(start, "negative") or self.within(start - 1, "negative")
        return Span(opened, end) if not denied and end - opened <= _LONGEST else None

    def voice_after(self, place: int) -> Span | None:
        """Who is named from here on, be it a body that only speaks: "by | the council"."""
        name = self.name_after(place)
        if name is not None:
            return name
        start = end = self._over_articles(place)
        while end < len(self) and self._in_name(end, start):
            end += 1
        return Span(start, end) if self.at(end - 1) in _voices() and 0 < end - start <= _LONGEST else None

    def known(self, name: Span) -> bool:
        """Is it a party to the fighting, or a name in capitals?"""
        return self.party(name) or (not self.shouted and self.words[name.start][0].isupper())

    def named(self, name: Span) -> bool:
        """Does it hold a name in capitals, or a party: "the Maoist group Red Path"?"""
        return self.known(name) or (not self.shouted and any(word[0].isupper() for word in self.words[name.start : name.end]))

    def party(self, name: Span) -> bool:
        """Does it name those who fight, or a state?"""
        anybody = self.at(name.end - 1) in actor_words("anybody")
        return not anybody and any(each.at.meets(name) and each.kind != "person" for each in self.crew)

    def _over_articles(self, place: int) -> int:
        dropped = actor_words("dropped")
        while place < len(self) and (self.at(place) in dropped or (self.at(place) == "of" and self.at(place - 1) in dropped)):
            place += 1
        return place

    def _in_full(self, doer: Doer) -> Span:
        """With what follows it: "Russian | aircraft", "rebel | groups", "Cali Cartel | members"."""
        end = doer.end if doer.kind == "carrier" else doer.at.end
        if self.within(end, "linking") or (self.at(end) == "-" and self.within(end + 1, "linking")):
            led = next((each for each in self.crew if 0 < each.start - end <= _LED), None)
            end = led.end if led is not None else end  # "U.S. | -led coalition"
        while end < len(self) and (self._ends_it(end) or (doer.kind == "person" and self._more_of_name(end))):
            end += 1
        end = self._whose(self._owned(end), doer.at.start)
        return Span(doer.at.start, min(end, doer.at.start + _LONGEST))

    def _ends_it(self, place: int) -> bool:
        """ "Former army | officials", "an intelligence | agency": not the army, not intelligence. "Police | suspect the" is a verb."""
        if self.within(place, "trailing"):
            return True
        verb = self.at(place + 1) in actor_words("dropped") or (place + 1 < len(self) and self.words[place + 1][0].isupper())
        return not verb and self.words[place][0].islower() and (self.people(place) or self.at(place) in _voices())

    def _owned_by(self, start: int) -> int:
        """Where the name of whose it is begins: "the ELN's Juan Diaz | unit", "Daesh sleeper | cells"."""
        first = start
        while first > 0 and start - first < _LONGEST // 2 and self._in_name(first - 1, first):
            first -= 1
        owners = [each for each in self.crew if first <= each.at.start and each.end < start and each.kind in ("force", "state")]
        near = [each for each in owners if self.at(each.end) == "'s" or (start - each.end == 1 and self.people(start))]
        return near[0].start if near else self._capitals(start)

    def _capitals(self, start: int) -> int:
        """Back over the name before a noun: "the M23 | rebels", and not "On Wednesday | rebels"."""
        first = start
        while not self.shouted and first > 1 and start - first < _FIRST and self.words[first - 1][0].isupper():
            if self.within(first - 1, "times") or not self._in_name(first - 1, first):
                return start
            first -= 1
        return start if self.within(first - 1, "situated") else first

    def _owned(self, end: int) -> int:
        """Over what is his who was named: "the president's | own government"; without it, no more than his name."""
        if self.at(end - 1) != "'s":
            return end
        theirs = next((doer for doer in self.crew if doer.at.start == end), None)
        if theirs is not None:
            return theirs.at.end
        heads = range(end, min(len(self), end + _LED))
        head = next((each for each in heads if self.people(each) or any(doer.end == each + 1 for doer in self.crew)), None)
        return end - 1 if head is None else head + 1

    def _whose(self, end: int, start: int) -> int:
        """The end of a name with whom it belongs to: "forces | loyal to the regime", where that makes no more than a name."""
        hit = _phrases("belonging").at(self.lower, end) if end < len(self) else None
        if hit is None:
            return end
        lord = next((each for each in self.crew if hit[0] in (each.start, each.at.start)), None)
        return lord.at.end if lord is not None and lord.at.end - start <= _LONGEST else end

    def _more_of_name(self, place: int) -> bool:
        """ "President Bashar | al-Assad's forces"."""
        return self.lower[place].startswith(("al-", "el-", "bin", "'s")) or (not self.shouted and self.words[place][0].isupper())

    def _in_name(self, place: int, start: int) -> bool:
        word, low = self.words[place], self.lower[place]
        plain = (word[0].isalnum() or low in ("'s", "-")) and low not in _ends() and not self.within(place, "pronouns")
        plain = plain and low not in words("responsible")  # "found the major | guilty"
        return plain and not (low != "'s" and (word[0].islower() or self.shouted) and _verb(low))

    def _someone(self, start: int, end: int) -> Span | None:
        """The phrase, if it can be somebody: a name in capitals, or people. A leak or a fault blew nobody up on purpose."""
        if not 0 < end - start <= _LONGEST or self.within(end - 1, "nobody") or self.within(start, "pronouns"):
            return None
        named = not self.shouted and any(word[0].isupper() for word in self.words[start + (start == 0) : end])
        armed = self.shouted and self.at(end - 1) in actor_words("armed_nouns")
        return Span(start, end) if named or armed or self.people(end - 1) or any(each.end == end for each in self.crew) else None

    def people(self, place: int) -> bool:
        """Is it a noun for people, or for a body of no name that can stand behind a deed?"""
        return self.within(place, "figures") or (place < len(self) and nouns().at(self.lower, place) is not None)


@cache
def words(name: str) -> frozenset[str]:
    """A list of `responsibility.yml`."""
    return frozenset(load("responsibility")[name])


@cache
def _voices() -> frozenset[str]:
    """Bodies and people who speak, by their last word."""
    return frozenset((*load("speakers")["bodies"], *load("speakers")["people"])) | words("voices")


@cache
def _phrases(name: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("responsibility")[name], True))


@cache
def _ends() -> frozenset[str]:
    """A name of no list ends before these."""
    return frozenset(load("grammar")["noun_phrase_ends"]) | words("light") | {"for", "of", "by"}


def _verb(word: str) -> bool:
    """A word of speech or of the past, where a name has ended: "officials | believe", "a group | killed"."""
    return (word.endswith("ed") and word not in _participles()) or word in _verbs()


@cache
def _participles() -> frozenset[str]:
    return frozenset(load("clauses")["participles"])


@cache
def _verbs() -> frozenset[str]:
    known = lexicon().verbs
    forms = {word for word in known.openers if not word.endswith("ing")}
    return frozenset(load("clauses")["finite"]) | (forms - {"report", "claim", "record", "count", "register", "head"})


@cache
def _acts() -> Phrases[str]:
    return Phrases({phrase: mode for mode, phrases in load("responsibility")["acts"].items() for phrase in phrases})


@cache
def links() -> dict[str, tuple[str, ...]]:
    """What stands between an accusing word and the deed: "accused ... of", "charged ... with", "suspected in"."""
    return {word: tuple(linking.split()) for word, linking in load("responsibility")["accuse"].items()}
