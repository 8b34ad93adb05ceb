"""A case: a figure with everything read of it, while the claims of its document are put together."""

from __future__ import annotations

from dataclasses import dataclass

from atodds.extract.context.chains import Chain
from atodds.extract.context.scopes import Found
from atodds.extract.figures.draft import Draft
from atodds.extract.page import Reading
from atodds.model.claim import Author, Scope


@dataclass
class Case:
    """`said`, `scope` and `whole` may be completed from the sentences around; `found` keeps what its own sentence gave."""

    draft: Draft
    reading: Reading
    said: Chain
    found: Found
    scope: Scope
    author: Author = "neutral"
    whole: Case | None = None
    review: str | None = None
