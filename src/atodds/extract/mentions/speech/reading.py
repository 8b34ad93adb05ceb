"""A sentence made ready for the patterns of speech: its words, its quotations, and what each word can be."""

from __future__ import annotations

from dataclasses import dataclass

from atodds.extract.mentions.speech.headlines import as_in_a_sentence, in_title_case
from atodds.extract.mentions.speech.kinds import ADVERB, DEPENDS, FINITE, NOUN, TIME, VERB, kinds_of
from atodds.extract.mentions.speech.words import Lexicon, lexicon
from atodds.model.mention import Marks
from atodds.model.text import Document, Sentence, Span

_OPENING, _CLOSING = frozenset(("“", "«", "„", "‘", "``")), frozenset(("”", "»"))
_EITHER = frozenset(('"', "'", "’", "''"))
_SIGNS = _OPENING | _CLOSING | _EITHER
_STRAIGHT = frozenset(('"', "''"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence. `quotes[0]` is the whole of it; `region[i]` is the innermost quotation that holds token i."""

    words: list[str]
    lower: list[str]
    size: int
    lex: Lexicon
    quotes: list[Span]
    region: list[int]
    marks: dict[int, str]  # token of a quotation mark: "open" or "close"
    times: dict[int, int]  # first token of a time: last + 1
    kinds: list[int]  # what each word can be

    def within(self, place: int, name: str) -> bool:
        """Is the word at `place` in the list called `name`?"""
        return 0 <= place < self.size and self.lower[place] in self.lex.sets[name]

    def places(self, name: str) -> list[int]:
        """Where the words of the list called `name` stand."""
        words = self.lex.sets[name]
        return [] if words.isdisjoint(self.lower) else [place for place, word in enumerate(self.lower) if word in words]

    def capital(self, place: int) -> bool:
        return 0 <= place < self.size and self.words[place][0].isupper()

    def bounds(self, place: int) -> Span:
        """The quotation, or the sentence, that the token at `place` speaks in."""
        return self.quotes[self.region[place]]

    def same(self, place: int, other: int) -> bool:
        return self.region[place] == self.region[other]

    def verb_like(self, place: int) -> bool:
        """Could this word be a finite verb or a participle that opens a clause?"""
        return self.kinds[place] & VERB != 0

    def finite(self, place: int) -> bool:
        """Does a clause have its verb here?"""
        kind = self.kinds[place]
        return kind & FINITE != 0 and not (kind & DEPENDS and self.surname(place))

    def noun_like(self, place: int) -> bool:
        """Could this word stand in a noun phrase, neither at its edge nor as its verb?"""
        kind = self.kinds[place]
        return kind & NOUN != 0 or (kind & DEPENDS != 0 and (self.initial(place) or self.surname(place)))

    def possessive(self, place: int) -> bool:
        return self.lower[place] in ("'s", "'", "’")

    def year(self, place: int) -> bool:
        return len(self.words[place]) == 4 and self.words[place].isdigit()

    def initial(self, place: int) -> bool:
        """The stop of "Peter G. Lund"."""
        if not 0 < place < self.size - 1 or self.words[place] != ".":
            return False
        letter = self.words[place - 1]
        return len(letter) == 1 and letter.isupper() and self.words[place + 1][0].isupper()

    def adverb(self, place: int) -> bool:
        return self.kinds[place] & ADVERB != 0

    def time_word(self, place: int) -> bool:
        """A day, or a month with its capital: "may" is none."""
        kind = self.kinds[place]
        return kind & TIME != 0 and not (kind & DEPENDS and self.surname(place))

    def surname(self, place: int) -> bool:
        """ "Theresa May": no month and no auxiliary."""
        if self.lower[place] != "may" or not place or self.words[place] != "May" or not self.words[place - 1].istitle():
            return False
        number = place + 1 < self.size and self.words[place + 1].isdigit()
        return not number and self.lower[place - 1] not in self.lex.sets["before_may"]

    def has_finite(self, start: int, end: int) -> bool:
        kinds, marks = self.kinds, self.marks
        found = [place for place in range(start, end) if kinds[place] & FINITE and place not in marks]
        return bool(found) and any(map(self.finite, found))

    def trim(self, start: int, end: int) -> Span | None:
        """The words of a stretch without the marks, commas and conjunction at its edges; None where nothing is left."""
        while start < end and (self.words[start] in ",:;—–---…." or (start in self.marks and not self._pair(start, end))):
            start += 1
        while end > start and (self.words[end - 1] in ",:;—–--.!?…([" or (end - 1 in self.marks and not self._opened(start, end - 1))):
            end -= 1
        if end - start > 2 and start in self.marks and end - 1 in self.marks and self._pair(start, end) == end - 1:
            return self.trim(start + 1, end - 1)
        return Span(start, end) if start < end else None

    def _pair(self, mark: int, end: int) -> int:
        """The mark before `end` that closes the quotation opened at `mark`; 0 for none."""
        if self.marks[mark] == "open":
            for span in self.quotes:
                if span.start == mark + 1 and span.end < end:
                    return span.end
        return 0

    def _opened(self, start: int, mark: int) -> bool:
        return any(span.end == mark and span.start > start for span in self.quotes[1:])


def read(sentence: Sentence, marks: Marks, document: Document) -> Reading:
    """The sentence's words with its quotations found."""
    tokens = sentence.tokens
    signs = {} if _SIGNS.isdisjoint(tokens.words) else _signs(tokens.words, tokens.starts, tokens.ends)
    quotes, region = _regions(signs, len(tokens.words))
    times = {time.at.start: time.at.end for time in marks.times}
    words = tokens.lower if sentence.text.isupper() else tokens.words  # where all letters are capitals none marks a name
    if in_title_case(sentence):
        words = as_in_a_sentence(sentence, document, lexicon())
    return Reading(words, tokens.lower, len(tokens.words), lexicon(), quotes, region, signs, times, kinds_of(words))


def _signs(words: list[str], starts: list[int], ends: list[int]) -> dict[int, str]:
    """Which tokens are quotation marks, and which way they face; an apostrophe faces neither."""
    found: dict[int, str] = {}
    open_ones: list[str] = []
    for place, word in enumerate(words):
        if word in _OPENING:
            found[place] = "open"
            open_ones.append(word)
        elif word in _CLOSING:
            found[place] = "close"
            del open_ones[-1:]
        elif word in _EITHER:
            after = place > 0 and starts[place] == ends[place - 1] and words[place - 1] not in _OPENING and found.get(place - 1) != "open"
            before = place + 1 < len(words) and starts[place + 1] == ends[place]
            if word not in _STRAIGHT and after and words[place - 1][-1].isalnum() and not open_ones:
                continue  # "the rebels' camp"
            if before and not after:
                found[place] = "open"
                open_ones.append(word)
            elif after and not before:
                found[place] = "close"
            else:
                found[place] = "close" if open_ones else "open"
            if found[place] == "close":
                del open_ones[-1:]
    return found


def _regions(signs: dict[int, str], size: int) -> tuple[list[Span], list[int]]:
    """The quotations, the whole sentence first, and for each token the innermost that holds it."""
    quotes: list[Span] = [Span(0, size)]
    stack: list[int] = []
    for place, facing in signs.items():
        if facing == "open":
            stack.append(place)
        elif stack:
            quotes.append(Span(stack.pop() + 1, place))
        else:
            quotes.append(Span(0, place))  # the quotation began in the sentence before
    quotes.extend(Span(place + 1, size) for place in stack)
    region = [0] * size
    if not signs:
        return quotes, region
    for number in sorted(range(1, len(quotes)), key=lambda each: quotes[each].start - quotes[each].end):
        span = quotes[number]
        region[span.start : span.end] = [number] * (span.end - span.start)
    return quotes, region
