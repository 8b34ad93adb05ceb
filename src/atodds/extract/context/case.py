"""A case: a figure or an event with everything read of it, while the claims of its document are put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from atodds.extract.act import Act
from atodds.extract.context.chains import Chain
from atodds.extract.context.scopes import Found
from atodds.extract.figures.draft import Draft
from atodds.extract.page import Reading
from atodds.model.claim import Author, Scope

A_co = TypeVar("A_co", bound=Act, covariant=True)


@dataclass
class Case(Generic[A_co]):
    """`said`, `scope` and `whole` may be completed from the sentences around; `found` keeps what its own sentence gave."""

    act: A_co
    reading: Reading
    said: Chain
    found: Found
    scope: Scope
    author: Author = "neutral"
    whole: Case[Draft] | None = None
    review: str | None = None

    @property
    def index(self) -> int:
        """Which sentence of the document it stands in."""
        return self.reading.sentence.index
