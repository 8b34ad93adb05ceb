"""Charged: an act that somebody is held responsible for, or that is denied, as a claim."""

from __future__ import annotations

from atodds.extract.charges.deed import Told
from atodds.extract.context.case import Case
from atodds.extract.context.scopes import spans_of
from atodds.extract.kinds.making import made
from atodds.extract.page import Page
from atodds.model.claim import Claim, Event, Kind
from atodds.model.text import Span


def claim_of(page: Page, case: Case[Told]) -> Claim:
    """An act that is charged or denied, as a claim."""
    sentence, told = case.reading.sentence, case.act
    parts = {
        "event.type": told.at, "event.agent": told.agent, "event.recipient": told.recipient, "event.accused": told.accused,
        "hedge": told.hedge,
    }  # fmt: skip
    spans: dict[str, Span] = {name: sentence.span(at) for name, at in parts.items() if at is not None}
    spans.update(spans_of(sentence, case.found._replace(agent=None)))
    named = {name: None if at is None else sentence.words(at) for name, at in parts.items()}
    charged = told.accused is not None
    event = Event(
        type=told.type, mode=told.mode, agent=named["event.agent"], recipient=named["event.recipient"], accused=named["event.accused"],
        status="denied" if told.stance == "denies" and not charged else None,
    )  # fmt: skip
    kind: Kind = "responsibility" if charged else "event"
    return made(page.document, case, kind, told.tokens, spans, rule=told.rule, stance=told.stance, hedge=told.hedge, event=event)
