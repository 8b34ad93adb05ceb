"""The question that a claim answers, and which claims answer the same one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Category, Figure, Measure
from atodds.model.when import When
from atodds.vocab import load
from atodds.vocab.places_shown import country_name
from atodds.vocab.shown import attacks_by, means_words, noun


class Question(NamedTuple):
    """Measure, victims, means and country: claims that share them are shown side by side, never added up."""

    measure: Measure
    category: Category | None
    unit: str
    means: str | None
    country: str | None

    @property
    def order(self) -> tuple[object, ...]:
        """By country, then means, so that one topic stands together, what is not said last; then as the vocabulary lists them."""
        shown = load("shown")
        categories = ("unknown", *shown["categories"])
        return (
            self.country is None, self.country or "", self.means is None, self.means or "",
            list(shown["measures"]).index(self.measure), categories.index(self.category or "unknown"), self.unit,
        )  # fmt: skip


def question(claim: Claim) -> Question | None:
    """The question behind a figure; None where the claim is no figure."""
    figure, scope = claim.figure, claim.scope
    if figure is None:
        return None
    category = None if figure.category == "unknown" else figure.category
    country = scope.place.country if scope is not None and scope.place is not None else None
    unit = "people" if figure.measure == "attacks" else figure.unit  # "59 strikes" and "60 attacks" answer one question
    return Question(figure.measure, category, unit, scope.means if scope is not None else None, country)


def asked(question: Question, claims: Iterable[Claim]) -> str:
    """The question as a sentence, with the years that its claims speak of.

    >>> asked(Question("killed", "civilian", "people", "drone", None), ())
    'How many civilians were killed by drone strikes?'
    """
    means = means_words(question.means) if question.means is not None else None
    country = country_name(question.country)
    years = _years(claim.scope.time for claim in claims if claim.scope is not None and claim.scope.time is not None)
    return str(load("shown")["questions"][question.measure]).format(
        who=attacks_by(question.means) if question.measure == "attacks" and question.means is not None else _who(question),
        how=f" by {means}" if means is not None else "",
        topic=f" ({means})" if means is not None else "",
        where=f" in {country}" if country is not None else "",
        when=f", {years}" if years else "",
    )


def _who(question: Question) -> str:
    return noun(Figure(measure=question.measure, text="", modality="none", unit=question.unit, category=question.category))


def _years(times: Iterable[When]) -> str:
    """ "2012-2013" from the first to the last year named; "since 2008" where no end is known."""
    known = [time for time in times if not time.unresolved]
    first = min((time.earliest.year for time in known if time.earliest is not None), default=None)
    last = max((time.latest.year for time in known if time.latest is not None), default=None)
    if first is not None and (last is None or any(time.latest is None and time.earliest is not None for time in known)):
        return f"since {first}"
    if first is None or last is None:
        return f"until {last}" if last is not None else ""
    return f"{first}" if first >= last else f"{first}-{last}"
