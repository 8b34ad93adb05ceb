"""Claims: everything that a document claims, of every kind, in the order of its words. The last step of extraction."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.kinds.denials import denials
from atodds.extract.kinds.events import events
from atodds.extract.kinds.figures import figure_cases, figures
from atodds.extract.kinds.responsibility import responsibility
from atodds.extract.kinds.statements import placed, statements
from atodds.extract.page import Page
from atodds.model.claim import Claim
from atodds.model.text import Document, Sentence


def claims(document: Document, sentences: Sequence[Sentence]) -> list[Claim]:
    """Every claim of a document, in the order of its words; ids are unique."""
    page = Page(document, sentences)
    counted = figure_cases(page)
    denied = denials(page)
    made = [*figures(page, counted), *denied, *events(page, denied), *responsibility(page), *statements(page)]
    return sorted(placed(list({claim.id: claim for claim in made}.values())), key=lambda claim: (claim.start, claim.end, claim.id))
