"""Statements: what somebody says, writes, thinks or wants, in whose words and through whom, as a claim of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from atodds.extract.context.chains import told
from atodds.extract.context.contents import Content, contents, sentence_at
from atodds.extract.mentions.speech.forms import rule_of
from atodds.extract.page import Page
from atodds.model.claim import Claim, Extract
from atodds.model.ids import claim_id
from atodds.model.text import Span


def statements(page: Page) -> list[Claim]:
    """Every statement of a document; an interrupted quotation is one, from its first word to its last."""
    return [claim for content in contents(page) if (claim := _claim(page, content)) is not None]


def _claim(page: Page, content: Content) -> Claim | None:
    document, sentence = page.document, page.sentences[content.home]
    parts = [sentence.flow.span(*part) for part in content.parts]
    said = told(page, content.home, content.speech)
    if not said.links:
        return None
    quote = Span(parts[0].start, parts[-1].end)
    spans = {f"statement.{number}": part for number, part in enumerate(parts)} if len(parts) > 1 else {}
    claim = Claim(
        id="", document=document.id, kind="statement", quote=quote.of(document.text), start=quote.start, end=quote.end, spans=spans,
        sentence=_around(page, content), attribution=said.links, stance=said.stance, author="neutral",
        rule=rule_of(content.speech.form),
    )  # fmt: skip
    return msgspec.structs.replace(claim, id=claim_id(claim, document.sha256))


def _around(page: Page, content: Content) -> Extract:
    """From the sentence of the first word said to that of the last."""
    first = sentence_at(page, content.home, content.parts[0].start).whole
    last = sentence_at(page, content.home, content.parts[-1].end - 1).whole
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
