"""What every record of the domain is: frozen, by keyword, absent where it says nothing."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value that never changes. Fields at their default are left out of JSON: absent and null mean the same."""
