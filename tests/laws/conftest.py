"""The laws are about results, not about speed: a busy machine breaks none of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
