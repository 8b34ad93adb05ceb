"""Labels: who speaks before a colon, in a headline, a transcript or before a quotation: "Interior ministry: 12 dead"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.voices import Voice, voice
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load

_LONGEST = 7  # tokens before a colon that can name a speaker
_LINE = re.compile(r"^[ \t]*[“\"]?([A-Z][\w.’' -]{0,40}):(?=[ \t])", re.MULTILINE)
_TURNS = 3  # times that a transcript's speaker takes the word, all together; with two speakers at least


def label(read: Reading, sentence: Sentence, document: Document) -> Iterator[Said]:
    """ "Interior ministry: 12 dead"; a name that nothing else shows to speak does so before a quotation alone."""
    colon = next((each for each in range(1, min(read.size - 1, _LONGEST)) if read.words[each] == ":"), None)
    first = int(read.marks.get(0) == "open")  # "“RAO: We left."
    if colon is None or colon == first:
        return
    phrase = phrase_after(read, first, colon)
    speaker = voice(read, phrase) if phrase is not None and phrase.end == colon else None
    if speaker is None and read.words[first].isupper() and in_transcript(document, sentence.words((first, colon))):
        speaker = Voice(Span(first, colon), Span(first, colon))
    if speaker is not None and _speaks(read, speaker, sentence, document, colon):
        yield Said(speaker, Span(colon, colon + 1), "asserts", "label", 0, colon + 1, None, colon + 1, read.size, None, speaker.role)


def _speaks(read: Reading, speaker: Voice, sentence: Sentence, document: Document, colon: int) -> bool:
    if read.marks.get(colon + 1) == "open":
        return True
    sets, at = read.lex.sets, speaker.at
    if any(read.lower[each] in sets["not_labels"] for each in range(*at)):
        return False
    heads = ("people", "bodies", "carriers") if sentence.index == 0 else ("people", "bodies")
    known = any(read.lower[each] in sets[name] for each in range(*at) for name in heads)
    if known or read.lex.outlets.at(read.lower, at.start):
        return True
    name = sentence.words(speaker.speaker)
    if not all(read.capital(each) for each in range(*speaker.speaker)):
        return False
    return in_transcript(document, sentence.words((at.start, colon))) or (
        sentence.index == 0 and _speaks_elsewhere(document, name.split()[-1])
    )


def in_transcript(document: Document, name: str) -> bool:
    """Does the name open lines of a transcript, in which two voices at least take turns?"""
    turns = _turns(document.text)
    return name in turns and len(turns) > 1 and sum(turns.values()) >= _TURNS


@lru_cache(maxsize=4)
def _turns(text: str) -> Counter[str]:
    """How often each name and a colon open a line; headings such as "Note:" are no names."""
    names = Counter(match[1] for match in _LINE.finditer(text))
    return Counter({name: count for name, count in names.items() if count > 1 and name.lower() not in load("speakers")["not_labels"]})


@lru_cache(maxsize=64)
def _speaking(name: str) -> re.Pattern[str]:
    verbs = "|".join(load("openers")["say"])
    return re.compile(
        rf"\b{re.escape(name)}(?:['’]s \w+)? (?:also |has |had )?(?:{verbs})\b|\b(?:{verbs}) (?:\w+ ){{0,3}}{re.escape(name)}\b"
    )


def _speaks_elsewhere(document: Document, name: str) -> bool:
    """Does the one whom a headline names before a colon speak in the report?"""
    return _speaking(name).search(document.text) is not None
