"""Chains: who says a figure, through whom. The innermost speaker first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from atodds.extract.context.antecedents import antecedent
from atodds.extract.context.cues import with_whole_cue
from atodds.extract.context.who import actor_of
from atodds.extract.page import Page, Reading
from atodds.extract.turns import flowing
from atodds.model.claim import Stance
from atodds.model.mention import Speech
from atodds.model.source import Link
from atodds.model.text import Sentence, Span
from atodds.vocab import load
from atodds.vocab.people import nouns

_LONGEST_NAME = 12  # words; the contract of docs/claim.md
_ASSERTS_NOTHING = ("opinion", "infinitive", "named", "question")  # "condemned the killing of 12": the twelve are the report's own


class Chain(NamedTuple):
    """An attribution chain with what its innermost speaker does with the claim."""

    links: tuple[Link, ...] = ()
    stance: Stance = "asserts"


def chain(page: Page, index: int, tokens: Span) -> Chain:
    """Who says the words at `tokens` of sentence `index`: the speeches around them, or the speech whose quotation runs on."""
    reading = page.readings[index]
    speeches = around(reading, tokens)
    if any(speech.speaker is not None for speech in speeches):
        return _chain(page, index, speeches)
    outer = running(page, index, tokens)
    return outer._replace(stance=speeches[0].stance) if speeches else outer  # "was accused of killing four": nobody's word for it


def told(page: Page, index: int, speech: Speech) -> Chain:
    """Who says what a speech covers: its speaker, and the voices around it in its sentence or in the quotation that it stands in."""
    inner = _chain(page, index, outward(page.readings[index], speech))
    at = speech.cue if speech.cue is not None else speech.at
    outer = [link for link in running(page, index, at).links if all(not _same(link, each) for each in inner.links)]
    first, *others = inner.links or (None,)
    if first is None:
        return Chain(tuple(outer), speech.stance)
    return Chain((with_whole_cue(page.sentences[index], speech, first), *others, *outer), speech.stance)


def _same(link: Link, other: Link) -> bool:
    return link.speaker.lower() == other.speaker.lower()


def around(reading: Reading, tokens: Span) -> list[Speech]:
    """The speeches whose content holds the tokens, the innermost first; citations are outermost."""
    holding = [speech for speech in reading.speeches if speech.form not in _ASSERTS_NOTHING and holds(speech.content, tokens)]
    if len(holding) < 2:
        return holding
    return sorted(holding, key=lambda speech: (speech.citation, sum(end - start for start, end in speech.content), -speech.depth))


def holds(content: Sequence[Span], tokens: Span) -> bool:
    """Asked for every speech of a sentence again and again: a plain loop is quickest."""
    start, end = tokens
    for first, last in content:  # noqa: SIM110 - see above
        if first <= start and end <= last:
            return True
    return False


def _chain(page: Page, index: int, speeches: list[Speech]) -> Chain:
    reading = page.readings[index]
    cited = any(speech.citation for speech in speeches)
    links: list[Link] = []
    for speech in speeches:
        if speech.speaker is None or (speech.carrier and cited):
            continue  # "one news account said ... (AP, Oct. 29)" is one link, the outlet
        link = _link(page, index, speech)
        if all(link.speaker.lower() != other.speaker.lower() for other in links):
            links.append(link)
    inner = next((speech for speech in speeches if not speech.citation), speeches[0])
    return Chain(_with_carriers_cue(reading.sentence, speeches, links), inner.stance)


def _with_carriers_cue(sentence: Sentence, speeches: list[Speech], links: list[Link]) -> tuple[Link, ...]:
    """The outlet that stands for a carrier noun takes over its cue."""
    carrier = next((speech for speech in speeches if speech.carrier and speech.cue is not None), None)
    if carrier is None or carrier.cue is None or len(links) != 1 or links[0].cue is not None:
        return tuple(links)
    span = sentence.span(carrier.cue)
    link = links[0]
    return (Link(speaker=link.speaker, start=link.start, end=link.end, actor=link.actor, role=link.role, date=link.date,
                 cue=sentence.words(carrier.cue), cue_start=span.start, cue_end=span.end),)  # fmt: skip


def _link(page: Page, index: int, speech: Speech) -> Link:
    """The link that a speech is, made once: figures, events and the statement itself have it in their chains."""
    key = (index, id(speech))
    if key not in page.links:
        page.links[key] = _made(page, index, speech)
    return page.links[key]


def _made(page: Page, index: int, speech: Speech) -> Link:
    sentence = page.sentences[index]
    assert speech.speaker is not None
    titled = _name_behind(sentence, speech)
    speaker = _within_limit(sentence, titled or speech.speaker)
    span = sentence.span(speaker)
    cue = sentence.span(speech.cue) if speech.cue is not None else None
    words = sentence.words(speaker)
    return Link(
        speaker=words, start=span.start, end=span.end,
        actor=(antecedent(page, index, speech) if titled is None else None) or actor_of(words, page.document.text),
        role=_role(page.readings[index], speech) if titled is None else _without_article(sentence, speech.speaker),
        date=speech.date,
        cue=sentence.words(speech.cue) if speech.cue is not None else None,
        cue_start=cue.start if cue else None, cue_end=cue.end if cue else None,
    )  # fmt: skip


def _name_behind(sentence: Sentence, speech: Speech) -> Span | None:
    """ "said the village elder, Haji Gul": the name behind the title is the speaker's."""
    if speech.speaker is None or speech.cue is None or speech.cue.start > speech.speaker.start:
        return None
    words, lower = sentence.tokens.words, sentence.tokens.lower
    start = speech.speaker.end + 1
    if (
        lower[start - 1 : start] != [","]
        or lower[speech.speaker.start] not in load("grammar")["articles"]
        or words[speech.speaker.end - 1][:1].isupper()
    ):
        return None
    end = start
    while end < len(words) and words[end][:1].isupper():
        end += 1
    return Span(start, end) if end - start > 1 and (end == len(words) or lower[end] in load("grammar")["apposition_ends"]) else None


def _without_article(sentence: Sentence, span: Span) -> str:
    return sentence.words((span.start + (sentence.tokens.lower[span.start] in load("grammar")["articles"]), span.end))


def _role(reading: Reading, speech: Speech) -> str | None:
    """The title or office before the name; a time ("last week") is none."""
    if speech.role is None:
        return _apposition(reading.sentence, speech)
    if any(time.at.meets(speech.role) for time in reading.marks.times):
        return None
    return reading.sentence.words(speech.role)


def _apposition(sentence: Sentence, speech: Speech) -> str | None:
    """ "said Amal Haddad, a nurse in Taiz": what stands behind the name between commas and says who speaks."""
    if speech.speaker is None:
        return None
    lower, start = sentence.tokens.lower, speech.speaker.end + 1
    if lower[start - 1 : start] != [","] or start >= len(lower) or lower[start] not in load("grammar")["articles"]:
        return None
    end = next(
        (place for place in range(start, min(len(lower), start + _LONGEST_NAME)) if lower[place] in load("grammar")["apposition_ends"]),
        None,
    )
    if end is None or not any(nouns().at(lower, place) for place in range(start, end)):
        return None
    return sentence.words((start, end))


def _within_limit(sentence: Sentence, speaker: Span) -> Span:
    """At most twelve words: a longer phrase ends with the name it leads up to."""
    while len(sentence.words(speaker).split()) > _LONGEST_NAME:
        speaker = Span(speaker.start + 1, speaker.end)
    return speaker


def running(page: Page, index: int, tokens: Span) -> Chain:
    """Who says the quotation that holds words of a sentence without its speaker: the smallest one around them."""
    if not page.runs:
        return Chain()
    at = flowing(page.sentences[index], tokens)
    holding = [run for run in page.running(at) if run.home != index]
    if not holding:
        return Chain()
    run = min(holding, key=lambda each: each.at.end - each.at.start)
    return _chain(page, run.home, outward(page.readings[run.home], run.speech))


def outward(reading: Reading, speech: Speech) -> list[Speech]:
    """A speech, and those of its sentence in whose words it stands, the innermost first."""
    if not speech.content:
        return [speech]
    holding = around(reading, speech.content[0])
    place = next((place for place, each in enumerate(holding) if each is speech), None)
    return [speech, *(holding if place is None else holding[place + 1 :])]


def same_voice(first: Chain, second: Chain) -> bool:
    """Do two chains begin with the same speaker, or are both the report's own voice? "The Ministry of Defence" is the one named before."""
    if not first.links or not second.links:
        return not first.links and not second.links
    words, others = _names(first.links[0]), _names(second.links[0])
    return bool(words) and (words <= others or others <= words)


def _names(link: Link) -> set[str]:
    grammar = load("grammar")
    said = link.actor.replace("-", " ") if link.actor is not None and link.speaker.lower() in grammar["pronouns"] else link.speaker
    return {word for word in said.lower().replace("’s", "").replace("'s", "").split() if word not in grammar["name_fillers"]}
