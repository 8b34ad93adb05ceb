"""Making claims: what a claim of every kind has in common - its quote, the sentence around it, its chain, its scope and its id."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from atodds.extract.act import Act
from atodds.extract.context.case import Case
from atodds.extract.context.clauses import clause_of, gap
from atodds.model.claim import Claim, Event, Extract, Kind, Stance
from atodds.model.figure import Figure
from atodds.model.ids import claim_id
from atodds.model.text import Document, Sentence, Span


def identified(document: Document, claim: Claim) -> Claim:
    """A claim with the id that its content gives it."""
    return msgspec.structs.replace(claim, id=claim_id(claim, document.sha256))


def made(
    document: Document,
    case: Case[Act],
    kind: Kind,
    quote: Span,
    spans: dict[str, Span],
    *,
    rule: str,
    stance: Stance | None = None,
    hedge: Span | None = None,
    figure: Figure | None = None,
    event: Event | None = None,
    part_of: str | None = None,
) -> Claim:
    """A case as a claim. `quote` and `hedge` are tokens of its sentence; `stance` is its speaker's unless told otherwise."""
    sentence, said = case.reading.sentence, case.said
    span = sentence.span(quote)
    if hedge is not None:
        spans = {**spans, "hedge": sentence.span(hedge)}
    claim = Claim(
        id="", document=document.id, kind=kind, quote=span.of(document.text), start=span.start, end=span.end, spans=spans,
        sentence=_around(sentence, span), attribution=said.links, stance=stance or said.stance, author=case.author,
        hedge=sentence.words(hedge) if hedge is not None else None, figure=figure, event=event, scope=case.scope,
        part_of=part_of, rule=rule, review=case.review,
    )  # fmt: skip
    return identified(document, claim)


def _around(sentence: Sentence, quote: Span) -> Extract:
    """The sentence, with all of the quote."""
    whole = sentence.whole
    return Extract(start=min(whole.start, quote.start), end=max(whole.end, quote.end))


def spoken(case: Case[Act], tokens: Span) -> bool:
    """May a quote be these tokens? It never takes in a speaker, nor what tells of the speaking."""
    outside = [part for speech in case.reading.marks.speeches for part in (speech.speaker, speech.cue) if part is not None]
    return not any(part.meets(tokens) for part in outside)


def hedging(case: Case[Act], tokens: Span, serves: Callable[[Span], bool]) -> Span | None:
    """The hedging words nearest to these tokens in the clause of the act, of those that serve."""
    hedges = case.reading.marks.hedges
    if not hedges:
        return None
    clause = clause_of(case.reading.sentence, case.act.at)
    near = [each.at for each in hedges if clause.holds(each.at) and serves(each.at)]
    return min(near, key=lambda at: gap(at, tokens), default=None)
