"""Speakers behind their words: "..., X said", "“...,” said X, “...”"."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.mentions.speech.naming import named_behind
from atodds.extract.mentions.speech.openings import Opening, opening
from atodds.extract.mentions.speech.phrases import phrase_after, speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.subjects import speaker_before
from atodds.extract.mentions.speech.voices import Voice, head_of, voice
from atodds.extract.mentions.speech.words import Verb
from atodds.model.text import Span

_RELATIVE_REACH = 15  # tokens of "a reporter who interviewed survivors" before the quotation goes on


def said_before(read: Reading, left: int, low: int, begun: Opening, earlier: Sequence[Said]) -> Span | None:
    """What is said before "X said", where a comma, a dash or a closed quotation parts the two."""
    mark = left - 1
    if mark >= low and read.lower[mark] == "as":
        mark -= 1
        if mark < low:
            return None
    if mark <= low:
        return None
    closed = read.marks.get(mark) == "close" or (read.words[mark] == "," and read.marks.get(mark - 1) == "close")
    if not closed and read.words[mark] not in (",", "—", "–", "--"):
        return None
    if closed and not _spoken(read, mark):
        return None
    if not closed and begun.start is not None:
        return None
    if not closed and begun.stop < read.size and read.words[begun.stop][0].isalnum() and not read.within(begun.stop, "asides"):
        return None
    start = clause_start(read, low, left, earlier)
    if not closed and begun.stop < read.size and read.words[begun.stop] == "," and not read.has_finite(start, mark):
        return Span(start, mark) if start < mark else None  # "The blast, police said, killed 12"
    ends = begun.stop >= read.size or read.words[begun.stop] in (".", "!", "?")
    if not closed and not ends and not read.has_finite(start, mark):
        return None
    return read.trim(start, mark if not closed else mark + 1)


def run_on(read: Reading, speaker: Voice, low: int, begun: Opening, earlier: Sequence[Said]) -> Span | None:
    """The clause in "Shells hit the market in Tamar a monitoring group said on Monday.", where no comma parts it from the speaker."""
    if begun.start is not None or not (begun.stop >= read.size or read.words[begun.stop] in (".", "!", "?")):
        return None
    place = speaker.at.start
    known = read.lex.outlets.at(read.lower, place)
    if place <= low or not (read.within(place, "articles") or (known is not None and known[0] == speaker.at.end)):
        return None
    before = place - 1
    if not read.noun_like(before) or any(read.within(before, name) for name in ("sayings", "carriers", "pronouns")):
        return None  # "that is the thing the army said"
    start = clause_start(read, low, place, earlier)
    return Span(start, place) if read.has_finite(start, place) else None


def _spoken(read: Reading, mark: int) -> bool:
    """Is the quotation closed here speech? It ends in a comma or a stop, or a comma follows; a title in quotes does not."""
    inner = mark - 1
    return (
        read.words[mark] == ","
        or read.words[inner] in (",", ".", "?", "!", "—", "–", "…", "...", "--")
        or (inner in read.marks and _spoken(read, inner))
    )


def _whole(read: Reading, mark: int) -> bool:
    """Is the quotation closed here a clause of its own that opens the sentence? "“They came at dawn” said Rao" lacks its comma."""
    return any(span.end == mark and span.start == 1 and read.has_finite(*span) for span in read.quotes[1:])


def clause_start(read: Reading, low: int, left: int, earlier: Sequence[Said]) -> int:
    """Where the words before "X said" begin: behind a voice that stands behind its own words, or a break in the sentence."""
    start = low
    for said in earlier:
        if said.left < low or said.cue.start >= left or not read.same(said.cue.start, left):
            continue
        if said.before is not None:
            start = max(start, said.stop)
        else:
            breaks = [each for each in range(said.cue.end, left) if read.within(each, "breaking") and read.same(each, left)]
            start = max(start, breaks[-1] + 1) if breaks else start
    while start < left and (read.words[start] in (",", ";", "—", "–", "--") or read.within(start, "openers")):
        start += 1
    if read.within(start, "conceding") and read.marks.get(start + 1) == "open":
        start += 1
    return start


def resumed(read: Reading, begun: Opening, before: Span, high: int) -> int | None:
    """Where what is said goes on behind "X said": a second quotation, or the rest of the clause that X interrupts."""
    stop = begun.stop
    if begun.start is not None:
        return begun.start if read.marks.get(begun.start) == "open" else None
    if stop + 1 >= high or read.words[stop] not in (",", "—", "–", "--"):
        return None
    if read.marks.get(stop + 1) == "open":
        return stop + 1
    if read.marks.get(stop + 2) == "open" and read.within(stop + 1, "joining"):
        return stop + 2  # "“I like him,” she said, but “he lies”"
    if (before.end < read.size and read.marks.get(before.end) == "close") or read.has_finite(*before):
        return None
    return stop + 1 if not read.within(stop + 1, "asides") else None


def turned(read: Reading, cue: Span, verb: Verb, low: int, high: int, earlier: Sequence[Said]) -> Said | None:
    """ "“...,” said the army": the speaker behind the cue."""
    mark = cue.start - 1
    if mark < low:
        return _first(read, cue, verb, high)
    if mark <= low or not verb.frames & {"free", "that", "quoted", "told"}:
        return None
    closed = read.marks.get(mark) == "close"
    start = clause_start(read, low, cue.start, earlier)
    if not closed and read.words[mark] not in (",", "—", "–", "--"):
        return _unparted(read, cue, verb, start, high)
    if closed and not _spoken(read, mark) and not _whole(read, mark):
        return None
    quoted = closed or read.marks.get(mark - 1) == "close"
    if not quoted and (not read.has_finite(start, mark) or speaker_before(read, cue.start, low) is not None):
        return None
    phrase = phrase_after(read, cue.end, high)
    if phrase is None:
        return None
    speaker = voice(read, phrase)
    if speaker is None or not (speaker.sure or quoted):
        return None
    before = read.trim(start, mark + 1)
    if before is None or _goes_on(read, phrase.end, high):
        return None
    speaker = named_behind(read, speaker, high)
    phrase = Span(phrase.start, max(phrase.end, speaker.at.end))
    begun = opening(read, phrase.end, high, frozenset(("quoted",)))
    resumed = begun.start if begun.start is not None and read.marks.get(begun.start) == "open" else _later_quote(read, phrase.end, high)
    return Said(speaker, cue, verb.stance, "say", cue.start, phrase.end, before, resumed, high, begun.heard, speaker.role)


def _unparted(read: Reading, cue: Span, verb: Verb, start: int, high: int) -> Said | None:
    """ "Gunmen shot nine men in the town said the Observatory.": a known speaker closes the sentence, no comma before its cue."""
    phrase = phrase_after(read, cue.end, high) if "free" in verb.frames else None
    speaker = voice(read, phrase) if phrase is not None else None
    if phrase is None or speaker is None or not read.has_finite(start, cue.start):
        return None
    closes = phrase.end >= high or read.words[phrase.end] in (".", ",")
    known = speaker.role is not None or read.lex.outlets.at(read.lower, speaker.speaker.start) or speaks(read, head_of(read, phrase))
    if not closes or not known or read.has_finite(phrase.end, high):
        return None
    return Said(speaker, cue, verb.stance, "say", cue.start, phrase.end, Span(start, cue.start), None, high, None, speaker.role)


def _first(read: Reading, cue: Span, verb: Verb, high: int) -> Said | None:
    """ "Said Rao: “...”"."""
    phrase = phrase_after(read, cue.end, high)
    speaker = voice(read, phrase) if phrase is not None else None
    if phrase is None or speaker is None or phrase.end + 1 >= high or read.words[phrase.end] not in (":", ","):
        return None
    if read.marks.get(phrase.end + 1) != "open":
        return None
    return Said(speaker, cue, verb.stance, "say", cue.start, phrase.end, None, phrase.end + 1, high, None, speaker.role)


def _goes_on(read: Reading, place: int, high: int) -> bool:
    """Does the phrase behind the cue have a verb of its own? "said the army had fled": then it is what is said."""
    return place < high and read.within(place, "auxiliaries")


def _later_quote(read: Reading, place: int, high: int) -> int | None:
    """A quotation behind an aside about the speaker: "wrote a reporter who met survivors, “they ...”"."""
    for each in range(place, min(high - 1, place + _RELATIVE_REACH)):
        if read.marks.get(each) == "open":
            return each if read.words[each - 1] in (",", ":") else None
        if read.words[each] in (";", "."):
            return None
    return None
