"""Who says what: every attribution of a sentence, with its speaker, its cue and the words it covers.

Reads "X said (on Monday in a statement) that ...", "..., X said", "“...,” said X", "according to X, quoting Y", "X told Reuters",
"X was quoted as saying", "X's claim that", "X put the toll at", "X blamed Y for" and the citation "(AP, Oct. 29)". The nearest cue with
a subject of its own wins: what X says ends at ", but Y put". `form` "opinion" (wants, condemns, calls for) and "thought" (believes) tell
how weakly a voice stands behind what it covers: an opinion on a thing does not assert that it happened. A speech without a speaker is a
"charge" ("was accused of"), a "denial" ("there is no evidence that") or "told" ("parliament was told that"): only its stance counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from atodds.extract.base import extractor
from atodds.extract.mentions.speech.charges import charges
from atodds.extract.mentions.speech.citations import Citation, citation
from atodds.extract.mentions.speech.labels import label
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.reading import read as make_ready
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.settling import settled
from atodds.extract.mentions.speech.sources import other_voices, riders
from atodds.extract.mentions.speech.verbs import verbs_of_speech
from atodds.extract.mentions.speech.words import lexicon, may_speak
from atodds.model.mention import Marks, Speech
from atodds.model.text import Document, Sentence, Span

_OF_OBJECTS = frozenset(
    ("counted", "accuse", "opinion", "infinitive", "named", "question", "told", "charge")
)  # forms whose content is a thing, which no new clause prolongs


@extractor(assigns="speeches", requires=("times",))
def speeches(sentence: Sentence, marks: Marks, document: Document) -> Iterable[Speech]:
    """Every attribution in one sentence; those whose contents hold a token make its chain."""
    if not may_speak(sentence):
        return
    lex = lexicon()
    read = make_ready(sentence, marks, document)
    credit = None if lex.citing.isdisjoint(read.lower) else citation(read, document.published)
    limit = read.size if credit is None else credit.at.start
    said = [*voices(read), *label(read, sentence, document)]
    found = [speech for each in said for speech in _speeches(read, each, said, limit)]
    yield from settled(read, found, limit)
    if credit is not None:
        yield from _cited(read, credit)


def voices(read: Reading) -> list[Said]:
    """Every voice of the sentence, each cue once."""
    found = verbs_of_speech(read)
    others = [*other_voices(read, found), *charges(read)]
    riding = list(riders(read, [*found, *others]))
    taken = {each.cue.start for each in (*others, *riding)}
    return sorted((*(each for each in found if each.cue.start not in taken), *others, *riding), key=lambda each: each.left)


def _speeches(read: Reading, said: Said, others: Sequence[Said], limit: int) -> Iterator[Speech]:
    content = tuple(span for span in (_before(read, said), _after(read, said, others, limit)) if span is not None)
    if not content and not said.leads:
        return
    outlet = said.heard is not None and _outlet(read, said.heard.speaker)
    if outlet and not said.voice.named and said.heard is not None:
        said, outlet = said._replace(voice=said.heard), False  # "Reuters was told that"
    yield _speech(said, content, said.depth + outlet)
    if outlet and said.heard is not None:
        yield _speech(said._replace(voice=said.heard, stance="asserts", role=None, form="heard"), content, said.depth)


def _speech(said: Said, content: tuple[Span, ...], depth: int) -> Speech:
    at = said.cue.cover(said.voice.speaker)
    for span in content:
        at = at.cover(span)
    return Speech(
        at=at, speaker=said.voice.speaker if said.voice.named else None, content=content, cue=said.cue,
        heard=said.heard.speaker if said.heard is not None else None, role=said.role, stance=said.stance,
        carrier=said.voice.carrier, depth=depth, form=said.form,
    )  # fmt: skip


def _outlet(read: Reading, speaker: Span) -> bool:
    """Is the one told a paper, an agency, a broadcaster?"""
    if read.capital(speaker.start) and read.within(speaker.end - 1, "outlet_heads"):
        return True  # "the Meridian News Agency", "Radio Lakeside Tribune"
    if any(read.lex.outlets.at(read.lower, place) for place in range(*speaker)):
        return True
    known = read.lex.cited.at(read.lower, speaker.start)
    if known is not None and known[0] == speaker.end and read.within(speaker.start - 1, "articles"):
        return True  # "the Guardian"
    return read.lower[speaker.end - 1] in read.lex.sets["outlet_nouns"] and read.lower[speaker.end - 1] not in read.lex.sets["unnamed"]


def _before(read: Reading, said: Said) -> Span | None:
    return None if said.before is None else read.trim(*said.before)


def _after(read: Reading, said: Said, others: Sequence[Said], limit: int) -> Span | None:
    """What is said behind the cue, up to the next voice with a subject of its own."""
    if said.after is None:
        return None
    start, end = said.after, min(said.high or read.size, limit)
    home = read.region[said.cue.start]
    for other in others:
        if other is not said and start < other.left < end and read.region[other.cue.start] == home:
            end = min(end, _cut(read, said, other, start, end))
    if _in_relative(read, said.cue.start):
        end = next((each for each in range(start + 1, end - 1) if _resumes(read, each, home)), end)
    if "where" in read.lower:
        end = next((each for each in range(start + 1, end - 2) if _turns_away(read, each, home)), end)
    if said.form in _OF_OBJECTS:
        end = next(
            (
                each
                for each in range(start + 1, end)
                if read.within(each, "breaking") and read.words[each - 1] == "," and read.region[each] == home
            ),
            end,
        )
    if read.marks.get(start) == "open":
        end = min(end, _quotation_end(read, start, end))
    found = read.trim(start, end)
    empty = found is not None and all(read.within(place, "prepositions") for place in range(*found))
    return None if empty else found  # "said in | an attack claimed by the rebels"


def _turns_away(read: Reading, comma: int, home: int) -> bool:
    """ ", and where she has expressed regret": a clause of its own beside the one in which somebody says it."""
    return read.words[comma] == "," and read.region[comma] == home and read.lower[comma + 1 : comma + 3] == ["and", "where"]


def _in_relative(read: Reading, cue: int) -> bool:
    """Is the cue the verb of an aside, "Rao, who knew that ..., | left"?"""
    place = cue - 1
    while place > 1 and (read.within(place, "auxiliaries") or read.adverb(place)):
        place -= 1
    return place > 1 and read.within(place, "relatives") and read.words[place - 1] == ","


def _resumes(read: Reading, comma: int, home: int) -> bool:
    """Does the sentence's own verb stand behind this comma?"""
    if read.words[comma] != "," or read.region[comma] != home:
        return False
    verb = comma + 1
    while verb < read.size - 1 and read.adverb(verb):
        verb += 1
    return read.finite(verb) and not read.within(verb, "pronouns")


def _cut(read: Reading, said: Said, other: Said, start: int, end: int) -> int:
    """Where the words of `said` end for `other`; `end` where `other` speaks inside them."""
    if other.form == "charge" and not other.voice.named:
        return end  # "the man, accused of killing four, was shot"
    place = other.left
    while place - 1 > start and read.adverb(place - 1):
        place -= 1
    if other.before is not None and other.depth == 0 and other.form != "by":
        return _behind_break(read, other.before.start) if other.before.start > start else place
    before = place - 1
    if read.within(before, "pairing") and other.voice != said.voice and not read.has_finite(start, before):
        return end  # "said hospitals and rescuers have counted"
    if read.within(before, "coordinators"):
        return before
    if read.words[before] == "," and (
        read.within(before - 1, "coordinators") or other.voice == said.voice or other.cue.start == other.left
    ):
        return before
    return end


def _behind_break(read: Reading, place: int) -> int:
    """Back over ", but" to the end of the clause before."""
    while place > 0 and (read.words[place - 1] == "," or read.within(place - 1, "coordinators")):
        place -= 1
    return place


def _quotation_end(read: Reading, mark: int, end: int) -> int:
    """The end of the quotation opened at `mark`, or of the clause where the speech goes on behind it."""
    close = next((span.end for span in read.quotes[1:] if span.start == mark + 1), end)
    following = close + 1
    if following >= end:
        return end
    inner = read.words[close - 1]
    goes_on = read.words[following][0].isalnum() and inner not in (",", ".", "!", "?") and not read.within(following, "asides")
    return end if goes_on else close + 1


def _cited(read: Reading, credit: Citation) -> Iterator[Speech]:
    content = read.trim(0, credit.at.start)
    if content is not None:
        start = credit.outlet.start + (read.lower[credit.outlet.start] == "the" and read.words[credit.outlet.start] == "the")
        outlet = Span(start, credit.outlet.end)
        yield Speech(
            at=content.cover(credit.at), speaker=outlet, content=(content,), date=credit.day, citation=True, depth=-1, form="citation"
        )
