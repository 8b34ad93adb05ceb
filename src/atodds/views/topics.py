"""Topics: the words by which a recorder asks for some questions of the sheet, and for some of its charges."""

from __future__ import annotations

from collections.abc import Iterable

from atodds.model.claim import Claim
from atodds.views.charges import charge_words
from atodds.views.questions import asked, question


def about(claims: Iterable[Claim], topic: str) -> list[Claim]:
    """The claims whose question, or whose charge, holds every word of the topic, and the parts of those claims."""
    words, every = topic.casefold().split(), list(claims)
    fitting = {(claim.document, claim.id) for claim in every if _holds(claim, words)}
    return [claim for claim in every if (claim.document, claim.id) in fitting or (claim.document, claim.part_of) in fitting]


def _holds(claim: Claim, words: Iterable[str]) -> bool:
    own = question(claim)
    if claim.kind == "responsibility":
        sentence = charge_words(claim).casefold()
    else:
        sentence = asked(own, [claim]).casefold() if own is not None else ""
    return all(word in sentence for word in words)
