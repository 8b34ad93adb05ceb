"""Sources behind "according to": "according to X, ...", "..., according to figures given by X", "according to X cited by Y"."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.mentions.speech.occasions import time_end
from atodds.extract.mentions.speech.phrases import maker_after, phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.voices import Voice, voice
from atodds.model.text import Span


def according(read: Reading) -> Iterator[Said]:
    """ "According to X, ...", "..., according to X", "according to X cited by Y"."""
    for cue, _ in read.lex.sources.find(read.lower):
        low, high = read.bounds(cue.start)
        phrase = phrase_after(read, cue.end, high)
        if phrase is not None and (maker := maker_after(read, phrase, high)) is not None:
            phrase = maker  # "according to figures given by a spokesman"
        speaker = voice(read, phrase) if phrase is not None else None
        if phrase is None or speaker is None or read.lower[phrase.end - 1] in read.lex.sets["not_sources"]:
            continue
        via = _cited_by(read, phrase.end, high)
        said = _according_to(read, cue, speaker, phrase.end if via is None else via.at.end, low, high)
        if said is None:
            continue
        if via is not None and speaker.text:
            said, via = said._replace(voice=via, role=via.role), None  # "figures cited by the Harbour Wire"
        yield said if via is None else said._replace(depth=1)
        if via is not None:
            yield said._replace(voice=via, role=via.role)


def _according_to(read: Reading, cue: Span, speaker: Voice, end: int, low: int, high: int) -> Said | None:
    """What the one named up to `end` says: the clause that the words open, or the one that they close."""
    stop = _over_aside(read, end, high)
    start = _clause(read, low, cue.start)
    said = Said(speaker, cue, "asserts", "according", cue.start, end, high=high, role=speaker.role)
    if start == cue.start or (not read.has_finite(start, cue.start) and _headline(read, stop, high)):
        begin = stop + 1 if stop < high and read.words[stop] == "," else stop
        return said._replace(after=begin) if begin < high else None
    before = read.trim(start, cue.start)
    if before is None:
        return None
    parted = read.words[cue.start - 1] == "," and stop + 1 < high and read.words[stop] == ","
    goes_on = parted and not read.has_finite(*before) and not read.within(stop + 1, "asides")
    return said._replace(before=before, after=stop + 1 if goes_on else None)


def _cited_by(read: Reading, place: int, high: int) -> Voice | None:
    """Who passes on what a source says: "a doctor cited by the Harbour Wire"; `at` reaches from the participle to the name's end."""
    if place + 2 >= high or not read.within(place, "quoted") or not read.within(place + 1, "quoters"):
        return None
    phrase = phrase_after(read, place + 2, high)
    found = voice(read, phrase) if phrase is not None else None
    return found._replace(at=Span(place, found.at.end)) if found is not None and found.sure else None


def _clause(read: Reading, low: int, end: int) -> int:
    """Where the clause before `end` begins: behind the last ", but", and behind "however,"."""
    breaks = [
        each
        for each in range(low, end)
        if read.within(each, "breaking") and read.words[each - 1] == "," and read.same(each, low) and not _at_the_time(read, each)
    ]
    start = breaks[-1] + 1 if breaks else low
    while start < end and (read.within(start, "openers") or read.words[start] == ","):
        start += 1
    return start


def _at_the_time(read: Reading, place: int) -> bool:
    """ "killed a woman while she was picking okra": "while" tells when, and sets nothing against what went before."""
    following = place + 1
    return read.lower[place] == "while" and (read.within(following, "pronouns") or read.lower[following : following + 1][0].endswith("ing"))


def _headline(read: Reading, place: int, high: int) -> bool:
    """ "TAMAR (Orion) According to the agency three died": what stands before is no clause, what follows without a comma is one."""
    return place < high and read.words[place] != "," and read.has_finite(place, high)


def _over_aside(read: Reading, place: int, high: int) -> int:
    """Behind ", quoting Haddad" or ", a rights group" where a comma closes it; else `place`."""
    place = time_end(read, place, high) if place < high else place
    if read.within(place, "relatives") or (read.lower[place : place + 2][1:] == ["by"] and read.lower[place].endswith("ed")):
        return next((comma for comma in range(place, high) if read.words[comma] == "," and read.same(comma, place)), place)
    if place + 1 >= high or read.words[place] != ",":
        return place
    aside = read.within(place + 1, "quoting") or read.within(place + 1, "articles") or read.within(place + 1, "relatives")
    for comma in range(place + 2, high):
        if read.words[comma] == "," and read.same(comma, place):
            article = read.within(place + 1, "articles")
            return comma if aside and not (article and read.has_finite(place + 1, comma)) else place
    return place
