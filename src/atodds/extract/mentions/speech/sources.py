"""Speakers without a verb of saying: "according to X", "X was quoted as saying", "X's claim that", "X: ...", "put the toll at"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atodds.extract.mentions.speech.according import according
from atodds.extract.mentions.speech.clauses import second_verb
from atodds.extract.mentions.speech.minds import minds
from atodds.extract.mentions.speech.occasions import time_end
from atodds.extract.mentions.speech.openings import opening
from atodds.extract.mentions.speech.phrases import phrase_after, phrase_before
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.releases import releases
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.subjects import main_subject, speaker_before
from atodds.extract.mentions.speech.voices import Voice, head_of, voice
from atodds.model.claim import Stance
from atodds.model.text import Span

_TOLL = 6  # tokens between "put" and "at"


def other_voices(read: Reading, said: Sequence[Said]) -> Iterator[Said]:
    """Every voice that no verb of saying brings in."""
    yield from according(read)
    yield from _quoted(read)
    yield from _claims(read)
    yield from _tolls(read)
    yield from _introduced(read, said)
    yield from _signed(read)
    yield from minds(read)
    yield from releases(read)


def riders(read: Reading, said: Sequence[Said]) -> Iterator[Said]:
    """ "The Guardian, quoting Haddad, said", "the Guardian, which cited Haddad": Haddad says the same words, one step further in."""
    for place in sorted((*read.places("quoting"), *read.places("quoted"))):
        if not 0 < place < read.size - 1:
            continue
        aside = read.within(place, "quoting") and (read.words[place - 1] == "," or read.within(place - 1, "joining"))
        relative = read.within(place, "quoted") and read.within(place - 1, "relatives") and read.words[place - 2] == ","
        if not (aside or relative):
            continue
        phrase = phrase_after(read, place + 1, read.bounds(place).end)
        speaker = voice(read, phrase) if phrase is not None else None
        if phrase is None or speaker is None or not speaker.sure or _of_something(read, phrase):
            continue
        carried = _carrier(read, place, said)
        if carried is not None and not carried.voice.speaker.meets(speaker.speaker):
            yield carried._replace(
                voice=speaker, cue=Span(place, place + 1), left=min(place, carried.left), stop=max(phrase.end, carried.stop),
                depth=carried.depth + 1, form="quoting", heard=None, role=speaker.role,
            )  # fmt: skip


def _of_something(read: Reading, phrase: Span) -> bool:
    """ "Citing the release of prisoners": a deed, and no text of somebody."""
    head = head_of(read, phrase)
    return head + 1 < phrase.end and read.lower[head + 1] == "of" and read.lower[head] in read.lex.sets["carriers"]


def _carrier(read: Reading, place: int, said: Sequence[Said]) -> Said | None:
    """Whose words the quoted one's are: the voice whose aside this is, or that spoke just before."""
    around = [each for each in said if each.left < place and each.cue.start != place and read.same(each.cue.start, place)]
    asides = [each for each in around if each.voice.at.end <= place or each.voice.at.holds(Span(place, place + 1))]
    return max(asides, key=lambda each: max(each.cue.start if each.cue.start < place else 0, each.voice.at.start), default=None)


def _quoted(read: Reading) -> Iterator[Said]:
    """ "X was quoted by Y as saying ...", "Y quoted X as saying ...", "“...,” the report quoted an official"."""
    for place in read.places("quoted"):
        if not 0 < place < read.size - 1:
            continue
        low, high = read.bounds(place)
        start, passive = place, False
        while start > low and (read.within(start - 1, "auxiliaries") or read.adverb(start - 1)):
            start, passive = start - 1, passive or read.within(start - 1, "be")
        subject = speaker_before(read, start, low) or (
            main_subject(read, low, start) if read.words[start - 1] == "," or read.within(start - 1, "joining") else None
        )
        if subject is None:
            continue
        yield from _quoted_passive(read, place, high, subject) if passive else _quoted_active(read, place, low, high, subject)


def _quoted_passive(read: Reading, place: int, high: int, subject: Voice) -> Iterator[Said]:
    at, outlet = place + 1, None
    for _ in range(3):
        if at + 1 < high and read.within(at, "quoters") and (phrase := phrase_after(read, at + 1, high)) is not None:
            outlet = voice(read, phrase)
            at = phrase.end
        at = time_end(read, at, high) if at < high else at
        if at + 1 < high and read.lower[at] == "as" and read.within(at + 1, "saying"):
            at += 2
    if not read.within(at - 1, "saying") and not any(read.within(each, "saying") for each in range(place + 1, at)):
        return
    begun = opening(read, at, high, frozenset(("free",)))
    if begun.start is not None:
        yield Said(
            subject, Span(place, place + 1), "asserts", "quoted", subject.at.start, at, None, begun.start, high, outlet, subject.role
        )


def _quoted_active(read: Reading, place: int, low: int, high: int, subject: Voice) -> Iterator[Said]:
    phrase = phrase_after(read, place + 1, high)
    speaker = voice(read, phrase) if phrase is not None else None
    if phrase is None or speaker is None or not speaker.sure:
        return
    at, cue = phrase.end, Span(place, place + 1)
    before = after = None
    if at + 1 < high and read.lower[at] == "as" and read.within(at + 1, "saying"):
        after = opening(read, at + 2, high, frozenset(("free",))).start
    if after is None and subject.at.start - 1 > low and read.marks.get(subject.at.start - 1) == "close":
        before = read.trim(low, subject.at.start)
    if before is None and after is None:
        return
    left = subject.at.start
    yield Said(subject, cue, "asserts", "quoted", left, at, before, after, high, None, subject.role)
    yield Said(speaker, cue, "asserts", "quoted", left, at, before, after, high, None, speaker.role, 1)


def _claims(read: Reading) -> Iterator[Said]:
    """ "X's claim that ...", "the claim by X that ...", "the Observatory's toll of 40", "by the army's count"."""
    for place in read.places("claiming"):
        word = read.lower[place]
        stance = read.lex.nouns.get(word)
        tally = word in read.lex.sets["tallies"]
        if (stance is None and not tally and word not in read.lex.sets["named"]) or (read.capital(place) and place > 0):
            continue
        low, high = read.bounds(place)
        owner, at = _owner(read, place, low), place + 1
        if owner is None and at + 1 < high and read.within(at, "makers"):
            phrase = phrase_after(read, at + 1, high)
            owner = voice(read, phrase) if phrase is not None else None
            at = phrase.end if phrase is not None else at
        if owner is None or not owner.sure or at >= high:
            continue
        cue, left = Span(place, place + 1), min(owner.at.start, place)
        following = read.lower[at]
        if stance is not None and following == "that" and at + 1 < high:
            yield _claim(read, owner, cue, stance, left, at + 1, high)
        elif following in read.lex.sets["named_links"] and at + 1 < high and read.within(place, "named"):
            end = second_verb(read, at + 1, place, high, allowed=0)
            yield Said(owner, cue, "asserts", "named", left, at + 1, None, at + (following != "to"), end, None, owner.role)
        elif tally and following == "of" and at + 1 < high and _figure(read, at + 1, high):
            end = second_verb(read, at + 1, place, high, allowed=0)
            yield Said(owner, cue, "asserts", "claim", left, at + 1, None, at + 1, end, None, owner.role)
        elif tally and read.within(at, "be") and at + 1 < high and _figure(read, at + 1, high):
            yield Said(owner, cue, "asserts", "claim", left, at + 1, None, at + 1, high, None, owner.role)
        elif tally and owner.at.start > low and read.lower[owner.at.start - 1] == "by":
            yield from _by_count(read, owner, cue, low, high)


def _figure(read: Reading, place: int, high: int) -> bool:
    return any(read.words[each][0].isdigit() or read.within(each, "numbers") for each in range(place, min(high, place + 4)))


def _claim(read: Reading, owner: Voice, cue: Span, stance: Stance, left: int, start: int, high: int) -> Said:
    return Said(owner, cue, stance, "claim", left, start, None, start, second_verb(read, start, cue.start, high), None, owner.role)


def _by_count(read: Reading, owner: Voice, cue: Span, low: int, high: int) -> Iterator[Said]:
    by = owner.at.start - 1
    if by == low:
        if cue.end + 1 < high and read.words[cue.end] == ",":
            yield Said(owner, cue, "asserts", "claim", by, cue.end, None, cue.end + 1, high, None, owner.role)
    elif (before := read.trim(low, by)) is not None and read.has_finite(*before):
        yield Said(owner, cue, "asserts", "claim", by, cue.end, before, None, high, None, owner.role)


def _owner(read: Reading, noun: int, low: int) -> Voice | None:
    """Whose claim it is: "the army's repeated claim", "their claim"."""
    place = noun - 1
    while place >= low and (read.noun_like(place) or read.verb_like(place)) and not read.within(place, "possessives"):
        place -= 1
    if place < low:
        return None
    if read.within(place, "possessives"):
        return Voice(Span(place, place + 1), Span(place, noun))
    if not read.possessive(place):
        return None
    phrase = phrase_before(read, place, low)
    found = voice(read, phrase) if phrase is not None else None
    return found._replace(at=Span(found.at.start, noun)) if found is not None else None


def _tolls(read: Reading) -> Iterator[Said]:
    """ "The army put the toll at nine"."""
    for place in read.places("put"):
        if not 0 < place < read.size - 2:
            continue
        low, high = read.bounds(place)
        near = range(place + 1, min(high, place + _TOLL))
        at = next((each for each in near if read.within(each, "tally_links")), None)
        if at is None or not any(read.within(each, "tallies") for each in range(place + 1, at)):
            continue
        start = place
        while start > low and (read.within(start - 1, "auxiliaries") or read.adverb(start - 1)):
            start -= 1
        speaker = speaker_before(read, start, low) or main_subject(read, low, place)
        if speaker is not None and speaker.sure:
            yield Said(
                speaker,
                Span(place, place + 1),
                "asserts",
                "counted",
                min(speaker.at.start, place),
                place + 1,
                None,
                place + 1,
                high,
                None,
                speaker.role,
            )


def _signed(read: Reading) -> Iterator[Said]:
    """ "“...” — Omar Rao": a name behind a dash signs the quotation before it."""
    for dash in read.places("dashes"):
        if not 1 < dash < read.size - 1 or read.marks.get(dash - 1) != "close":
            continue
        phrase = phrase_after(read, dash + 1, read.size)
        speaker = voice(read, phrase) if phrase is not None else None
        before = read.trim(0, dash)
        if phrase is None or speaker is None or before is None or not read.capital(phrase.start):
            continue
        if phrase.end >= read.size or read.words[phrase.end] in (".", ","):
            yield Said(speaker, Span(dash, dash + 1), "asserts", "label", dash, phrase.end, before, None, read.size, None, speaker.role)


def _introduced(read: Reading, said: Sequence[Said]) -> Iterator[Said]:
    """ "One survivor gave evidence last week: “...”": a quotation that no verb of saying brings in is the subject's."""
    for colon in range(2, read.size - 1):
        if read.words[colon] != ":" or read.marks.get(colon + 1) != "open" or any(each.after == colon + 1 for each in said):
            continue
        low, high = read.bounds(colon)
        subject = main_subject(read, low, colon)
        if subject is None or any(read.within(each, "be") or read.within(each, "breaking") for each in range(subject.at.end, colon)):
            continue
        verb = next((each for each in range(subject.at.end, colon) if read.finite(each)), None)
        if verb is not None:
            yield Said(
                subject, Span(verb, verb + 1), "asserts", "label", subject.at.start, colon, None, colon + 1, high, None, subject.role
            )
