"""Comparison: claims of several reports set against each other, from incidents to disputes, in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from atodds.disputes.find import find
from atodds.incidents.grouping import group
from atodds.incidents.origins import origins
from atodds.incidents.revisions import revisions
from atodds.model.claim import Claim
from atodds.model.dispute import Findings
from atodds.model.incident import Grouping, Pair
from atodds.model.origin import Origin, Revision
from atodds.model.record import Record
from atodds.model.text import Document


class Comparison(Record, frozen=True, kw_only=True):
    """What some claims are to each other. `origins` has one for every claim, by its id."""

    origins: dict[str, Origin]
    grouping: Grouping
    revisions: tuple[Revision, ...]
    findings: Findings


def compare(claims: Sequence[Claim], documents: Mapping[str, Document], judgements: Iterable[Pair] = ()) -> Comparison:
    """Which claims speak of one event, whose they are, which were revised, and which cannot all be true.

    The result depends on the claims and on what people decided, not on their order.
    """
    voices = origins(claims, documents)
    grouping = group(claims, documents, judgements)
    revised = revisions(claims, voices, grouping)
    return Comparison(origins=voices, grouping=grouping, revisions=revised, findings=find(claims, voices, grouping, revised))
