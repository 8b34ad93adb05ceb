"""Sentences by rule: where a stop ends a sentence, and where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atodds.language.tokens import tokenize
from atodds.model.text import Block, Flow, Sentence
from atodds.vocab import load

_STOP = re.compile(r"(?:[.!?]+|…)[\"”’')\]]*(?:\[\d{1,3}\])*(?=\s)")  # "they left.[1] On May 3" ends behind the mark of the note
_BEGINS = re.compile(r"\s+[\"“‘'(\[¿¡]*[A-Z0-9À-Þ]")
_FOLLOWING = re.compile(r"\s+[\"“‘'(]*([A-Za-z]+)")
_LAST_WORD = re.compile(r"[^\s(“\"‘']+$")
_CLOSING = "”\"’'"
_NUMBERED = re.compile(r"^[\d.]*\.(?=[A-Z][a-z])")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+")
# "(AP, Oct. 29)" behind the stop belongs to the sentence that it credits.
_CITATION = re.compile(r"\s+\([^()\n]{2,60}\)\.?(?=\s|$)")
_QUOTED_TITLE = re.compile(r"[“\"]([^“”\"]{3,60})[”\"]$")
_LONGEST_WORD = 40  # characters looked at before a stop
_LONGEST = 2000  # characters; a longer "sentence" is a table or a list, cut so that no rule sees more


class Rules:
    """The shipped pipeline without a model: sentence borders by rule, no tags."""

    name = "rules"
    version = "1"

    def sentences(self, flow: Flow) -> Sequence[Sentence]:
        """Every sentence of the flow, in order; a heading is one sentence.

        >>> from atodds.model.text import Block, Flow
        >>> text = "Gen. Shah spoke. Ten died in the U.S. raid."
        >>> whole = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
        >>> [sentence.text for sentence in Rules().sentences(whole)]
        ['Gen. Shah spoke.', 'Ten died in the U.S. raid.']
        """
        found: list[Sentence] = []
        for number, block in enumerate(flow.blocks):
            for start, end in borders(flow.text, block):
                found.append(Sentence(text=flow.text[start:end], start=start, index=len(found), block=number, flow=flow, split=tokenize))
        return found


def borders(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a block, trimmed of white space."""
    start = block.start
    for end in _ends(text, block):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, end)
        start = end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, block: Block) -> Iterator[int]:
    if block.kind != "heading":
        place, start = block.start, block.start
        while stop := _STOP.search(text, place, block.end):
            place = stop.end()
            if not _ends_here(text, start, stop, block.end):
                continue
            if credit := _CITATION.match(text, place, block.end):
                place = credit.end()
            start = place
            yield place
    yield block.end


def _ends_here(text: str, start: int, stop: re.Match[str], block_end: int) -> bool:
    """Does a sentence end at this stop? "Gen. Shah" and "Oct. 29" do not end one; "the U.S. The army" does."""
    if not _BEGINS.match(text, stop.end(), block_end) and not _CITATION.match(text, stop.end(), block_end):
        return False
    if _title_in_quotes(text, start, stop):
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return not (stop[0][-1] in _CLOSING and _spoken_by().match(text, stop.end(), block_end))
    last = _LAST_WORD.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start() + 1)
    word = last[0] if last else ""
    word = _NUMBERED.sub("", word)  # "12.Nov. 17" in a numbered list
    if _INITIALS.fullmatch(word):
        # "J. Smith" and "U.S. Army" go on; only a word that opens sentences ends one after "the U.S."
        following = _FOLLOWING.match(text, stop.end(), stop.end() + _LONGEST_WORD)
        return following is not None and following[1] in _openers() and len(word) > 2
    return word not in _never_last()


@cache
def _spoken_by() -> re.Pattern[str]:
    """ "Who did it?" the minister asked: speaker and cue behind the quotation belong to its sentence."""
    verbs = load("openers")["say"]
    return re.compile(rf"\s+(?:[\w.’'-]+\s+){{1,5}}?(?:{'|'.join(verbs)})\b")


def _title_in_quotes(text: str, start: int, stop: re.Match[str]) -> bool:
    """A report's title in quotes may hold a stop: "Whose War Is It?" Drone Policy in Review, a study, said ..."""
    if stop[0][0] == "." or not stop[0].endswith(("”", '"')):
        return False
    quoted = _QUOTED_TITLE.search(text, max(start, stop.end() - 64), stop.end())
    if quoted is None or text[: quoted.start()].rstrip()[-1:] in (",", ":"):
        return False
    words = quoted[1].split()
    return len(words) <= 8 and sum(word[0].isupper() for word in words) * 2 > len(words)


@cache
def _never_last() -> frozenset[str]:
    words = load("abbreviations")
    return frozenset(form for word in (*words["titles"], *words["inner"]) for form in (word, word.upper()) if form != "NO.")


@cache
def _openers() -> frozenset[str]:
    return frozenset(load("openers")["sentences"])
