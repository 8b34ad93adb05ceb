"""Speeches settled against one another: whose mouth a "we" is in, who unsays a clause, which charge is itself denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from atodds.extract.mentions.speech.denials import Denial, denials
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.subjects import main_subject
from atodds.extract.mentions.speech.voices import Voice
from atodds.model.mention import Speech
from atodds.model.text import Span

_NO_CLAIM = ("opinion", "infinitive", "named", "question", "thought")  # forms in which nothing is told
_VERB = 4  # tokens: "(police) had so far found (no evidence)"
_TELLING = ("asserts", "concedes")


def settled(read: Reading, speeches: Sequence[Speech], limit: int) -> Iterator[Speech]:
    """The speeches of a sentence with those of "we" given to who is quoted, and one more for each clause that is unsaid."""
    for speech in speeches:
        if speech.form != "charge" or not _denied(speech, speeches):
            yield _in_mouth(read, speech, speeches)
    for denial in denials(read):
        yield from _unsaid(read, denial, speeches, limit)


def _denied(charge: Speech, speeches: Sequence[Speech]) -> bool:
    """ "Denied charges of killing four": what stands is the denial."""
    return any(each is not charge and each.stance in ("denies", "doubts") and _holds(each, charge.content[0]) for each in speeches)


def _in_mouth(read: Reading, speech: Speech, speeches: Sequence[Speech]) -> Speech:
    """ "“We counted nine bodies,” the nurse said": the nurse is the one source."""
    if speech.speaker is None or speech.cue is None or speech.form in _NO_CLAIM or not read.within(speech.speaker.start, "exclusive"):
        return speech
    holder = _innermost([each for each in speeches if each is not speech and each.speaker != speech.speaker and _holds(each, speech.cue)])
    if holder is not None:
        return msgspec.structs.replace(speech, speaker=holder.speaker, role=holder.role, carrier=holder.carrier)
    return msgspec.structs.replace(speech, speaker=None) if read.region[speech.cue.start] else speech


def _unsaid(read: Reading, denial: Denial, speeches: Sequence[Speech], limit: int) -> Iterator[Speech]:
    """The clause as unsaid by whoever says the sentence around it: by the report itself where nobody does."""
    around = [each for each in speeches if _holds(each, denial.cue) and each.form not in _NO_CLAIM]
    holder = _innermost(around)
    if holder is not None and holder.stance not in _TELLING:
        return
    if any(each not in around and _starts(each, denial.content) for each in speeches):
        return  # "the army's claim that": that is the army's voice
    end = next((part.end for part in holder.content if part.holds(denial.cue)), limit) if holder is not None else limit
    at = denial.content if holder is None else denial.whole
    content = read.trim(at.start, min(end, at.end))
    if content is None:
        return
    if holder is None:
        who = _who_finds(read, denial.cue)
        at = denial.cue.cover(content) if who is None else denial.cue.cover(content).cover(who.speaker)
        yield Speech(
            at=at, speaker=who.speaker if who is not None else None, role=who.role if who is not None else None,
            content=(content,), cue=denial.cue, stance=denial.stance, form="denial",
        )  # fmt: skip
    else:
        yield msgspec.structs.replace(holder, content=(content,), stance=denial.stance, depth=holder.depth + 1, form="denial")


def _who_finds(read: Reading, cue: Span) -> Voice | None:
    """ "Police found no evidence that": the subject, where nothing but its verb stands between."""
    low = read.bounds(cue.start).start
    subject = main_subject(read, low, cue.start)
    if subject is None or not 0 < cue.start - subject.at.end <= _VERB:
        return None
    between = range(subject.at.end, cue.start)
    own = all(read.verb_like(each) or read.adverb(each) or read.within(each, "auxiliaries") for each in between)
    return subject if own else None


def _innermost(speeches: Sequence[Speech]) -> Speech | None:
    """The one with the fewest words; of two with the same words the one further in."""
    named = [each for each in speeches if each.speaker is not None]
    return min(named, key=lambda each: (sum(end - start for start, end in each.content), -each.depth), default=None)


def _holds(speech: Speech, at: Span) -> bool:
    return any(part.holds(at) for part in speech.content)


def _starts(speech: Speech, content: Span) -> bool:
    return any(part.start == content.start for part in speech.content)
