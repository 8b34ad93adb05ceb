"""Chunks: a sentence as a string of symbols that the figure rules read."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from atodds.model.mention import Deed, Group, Marks
from atodds.model.text import QUOTES, Sentence, Span
from atodds.vocab import load
from atodds.vocab.deeds import deeds
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import nouns

_FORMS = {"past": "K", "ing": "J", "base": "k", "intransitive": "I", "adjective": "D", "noun": "x", "toll": "T"}


class Chunk(NamedTuple):
    symbol: str
    span: Span
    group: Group | None = None
    deed: Deed | None = None


class Chunks(NamedTuple):
    """`symbols[i]` stands for `items[i]`."""

    symbols: str
    items: list[Chunk]


@cache
def words() -> Phrases[str]:
    """Closed-class words and phrases with their symbol; the first list that holds a word wins."""
    grammar, counted = load("grammar"), load("counted")
    table: dict[str, str] = {}
    for symbol, listed in (
        ("i", counted["including"]),
        ("m", counted["among"]),
        ("v", counted["along_with"]),
        ("w", counted["with"]),
        ("L", grammar["leave"]),
        ("b", grammar["be"]),
        ("h", grammar["have"]),
        ("V", grammar["modals"]),
        ("n", grammar["negative"]),
        ("&", grammar["conjunctions"]),
        ("y", ["by"]),
        ("o", ["of"]),
        ("z", ["to"]),
        ("c", ["whose"]),  # "a man whose son was killed": a subject of its own
        ("r", grammar["relatives"]),
        ("c", grammar["clause_breaks"]),
        ("p", grammar["prepositions"]),
        ("C", counted["crowd_verbs"]),
        ("H", counted["destroyed"]),
        ("F", counted["forced"]),
        ("f", grammar["reflexives"]),
        ("R", counted["troop_verbs"]),
        ("S", counted["taking"]),
        ("a", grammar["adverbs"]),
        (",", [","]),
        ("-", grammar["dashes"]),
        ("(", ["(", "["]),
        (")", [")", "]"]),
    ):
        for word in listed:
            table.setdefault(word, symbol)
    return Phrases(table)


def symbol_of(group: Group) -> str:
    """The symbol of a counted group."""
    if group.of == "money":
        return "$"
    if group.of == "attacks":
        return "A"
    if group.of == "materiel":
        return "M"
    if group.harm:
        return "X"
    return "G" if group.by == "number" else "U"


def chunks(sentence: Sentence, marks: Marks) -> Chunks:
    """The sentence as symbols, from left to right, the longest reading first."""
    lower = sentence.tokens.lower
    at: dict[int, Chunk] = {}
    for deed in marks.deeds:
        at[deed.at.start] = Chunk(_FORMS[deed.form], deed.at, None, deed)
    for speech in marks.speeches:
        if speech.cue is not None and not _links(lower, speech.cue.start):
            at[speech.cue.start] = Chunk("s", speech.cue)
    for time in marks.times:
        at[time.at.start] = Chunk("t", time.at)
    speakers = [speech.speaker for speech in marks.speeches if speech.speaker is not None]
    for group in marks.groups:
        # whoever speaks is none of the victims: "a police officer said"
        speaks = any(speaker.meets(group.at) for speaker in speakers)
        at[group.at.start] = Chunk("s" if speaks else symbol_of(group), group.at, None if speaks else group)
    items: list[Chunk] = []
    place, size, known = 0, len(lower), _symbols()
    while place < size:
        chunk = at.get(place)
        if chunk is None:
            word = lower[place]
            symbol = known.get(word, ".")
            if symbol is None:
                chunk = _word(lower, place)
            else:
                chunk = _plain("a" if symbol == "." and word.endswith("ly") else symbol, place)
        items.append(chunk)
        place = chunk.span.end
    return Chunks("".join([item.symbol for item in items]), items)


@cache
def _symbols() -> dict[str, str | None]:
    """The symbol of every listed word; None where it may open a longer phrase, or where the next word decides."""
    longest = dict(nouns().openers)
    for word, size in (*words().openers.items(), *((mark, 1) for mark in QUOTES)):
        longest[word] = max(size, longest.get(word, 1))
    symbols = {word: _word([word], 0).symbol if size == 1 else None for word, size in longest.items()}
    return {**symbols, **dict.fromkeys(_linking())}


@cache
def _plain(symbol: str, place: int) -> Chunk:
    """A chunk of one word. A sentence has few places and there are few symbols: the same chunks serve every sentence."""
    return Chunk(symbol, Span(place, place + 1))


@cache
def _linking() -> frozenset[str]:
    return frozenset(load("grammar")["linking"])


def _links(lower: list[str], place: int) -> bool:
    """ "were reported killed", "five feared dead": the word speaks for nobody, it links the victims to what was done to them."""
    if lower[place] not in _linking() or place + 1 >= len(lower):
        return False
    deed = deeds().at(lower, place + 1)
    return deed is not None and deed[1].form in ("past", "adjective")


def _word(lower: list[str], place: int) -> Chunk:
    """A chunk of one closed-class phrase or one other word."""
    found = words().at(lower, place)
    if found is not None:
        return Chunk(found[1], Span(place, found[0]))
    word = lower[place]
    if word in QUOTES:
        return _plain("q", place)
    if word.endswith("ly") or _links(lower, place):
        return _plain("a", place)
    person = nouns().at(lower, place)
    if person is not None and person[1].plural:
        return Chunk("P", Span(place, person[0]))
    return _plain(".", place)
