"""Denials: acts, harm and allegations that a report, or whoever speaks in it, says were not so, or were not shown; each an event denied."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from atodds.extract.charges.deed import Told
from atodds.extract.charges.denied import denied_acts, subjects, triggers
from atodds.extract.context import elsewhere
from atodds.extract.context.case import Case
from atodds.extract.context.chains import around, chain
from atodds.extract.context.scopes import scope
from atodds.extract.kinds.charged import claim_of
from atodds.extract.page import Page
from atodds.model.claim import Claim

_TELLING = ("asserts", "concedes")


def denial_cases(page: Page) -> list[Case[Told]]:
    """Everything that a document says was not so, with who says it, and where and when it would have been."""
    cases = [case for index in range(len(page.sentences)) for case in _cases(page, index)]
    elsewhere.go_on(page, cases)
    return cases


def denials(page: Page) -> list[Claim]:
    """The same as claims."""
    return [claim_of(page, case) for case in denial_cases(page)]


def _cases(page: Page, index: int) -> Iterator[Case[Told]]:
    reading = page.readings[index]
    if triggers().isdisjoint(reading.words) or subjects().isdisjoint(reading.words) or reading.asks:
        return
    for told in denied_acts(reading.sentence):
        said = chain(page, index, told.tokens)
        inner = around(reading, told.tokens)[:1]
        if said.stance in _TELLING or (inner and inner[0].form == "denial"):  # who denies a denial is no witness of it
            found = scope(page, index, told)
            yield Case(told, reading, said, found, msgspec.structs.replace(found.scope, agent=None), review=found.review)
