"""Voices: by whose name an account or a charge is quoted in a proof."""

from __future__ import annotations

from atodds.model.claim import Claim
from atodds.model.origin import Origin
from atodds.vocab.bodies import key_of
from atodds.vocab.shown import folded


def voice(claim: Claim, origin: Origin) -> str:
    """The innermost speaker as written, and the origin where that is another: "survivors, through New York Times"."""
    whose = folded(origin.name)
    speaker = folded(claim.attribution[0].speaker) if claim.attribution else whose
    return speaker if key_of(speaker) == key_of(whose) or whose in speaker else f"{speaker}, through {whose}"
