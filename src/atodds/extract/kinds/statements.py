"""Statements: what somebody says, writes, thinks or wants, in whose words and through whom, as a claim of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from atodds.extract.context.chains import Chain, told
from atodds.extract.context.contents import Content, contents, sentence_at
from atodds.extract.kinds.making import identified
from atodds.extract.mentions.speech.forms import rule_of
from atodds.extract.page import Page
from atodds.model.claim import Claim, Extract
from atodds.model.text import Span


def statements(page: Page) -> list[Claim]:
    """Every statement of a document; what its speaker interrupts is one for each stretch of words, and each knows of the others."""
    return [claim for content in contents(page) for claim in _claims(page, content)]


def _claims(page: Page, content: Content) -> Iterator[Claim]:
    sentence, said = page.sentences[content.home], told(page, content.home, content.speech)
    parts = [sentence.flow.span(*part) for part in content.parts]
    spans = {f"statement.{number}": part for number, part in enumerate(parts)} if len(parts) > 1 else {}
    if content.speech.heard is not None:
        spans["statement.addressee"] = sentence.span(content.speech.heard)
    if said.links:
        yield from (_claim(page, content, said, number, quote, spans) for number, quote in enumerate(parts))


def _claim(page: Page, content: Content, said: Chain, number: int, quote: Span, spans: dict[str, Span]) -> Claim:
    """One stretch of what is said."""
    document = page.document
    claim = Claim(
        id="", document=document.id, kind="statement", quote=quote.of(document.text), start=quote.start, end=quote.end, spans=spans,
        sentence=_around(page, content, number), attribution=said.links, stance=said.stance, author="neutral",
        rule=rule_of(content.speech.form),
    )  # fmt: skip
    return identified(document, claim)


def _around(page: Page, content: Content, number: int) -> Extract:
    """From the sentence of the first word said to that of the last."""
    first = sentence_at(page, content.home, content.parts[number].start).whole
    last = sentence_at(page, content.home, content.parts[number].end - 1).whole
    return Extract(start=first.start, end=last.end)


def placed(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Every claim with the smallest statement that holds it and whose speaker is in its chain as its `within`."""
    held: list[Claim] = []
    for claim in sorted(claims, key=lambda each: (each.start, -each.end, each.kind != "statement")):
        held = [each for each in held if each.end > claim.start]
        around = [each for each in held if each.end >= claim.end and each is not claim and _speaks_in(each, claim)]
        within = min(around, key=lambda each: each.end - each.start, default=None)
        if claim.kind == "statement":
            held.append(claim)
        yield claim if within is None else msgspec.structs.replace(claim, within=within.id)


def _speaks_in(statement: Claim, claim: Claim) -> bool:
    """Is the speaker of the statement a link of the claim's chain, by the very words that name it there?"""
    speaker = statement.attribution[0]
    links: Iterable[tuple[int | None, str]] = ((link.start, link.speaker) for link in claim.attribution)
    inner = claim.attribution[0].speaker if claim.kind == "statement" and claim.attribution else None
    if inner is not None and claim.attribution[0].start == speaker.start:
        return False  # a statement is not within another of the same voice
    return (speaker.start, speaker.speaker) in links
