"""What every record of the domain is: frozen, by keyword, absent where it says nothing."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A value that never changes. Fields at their default are left out of JSON: absent and null mean the same.

    Records hold records and no cycles, so the garbage collector need not look at them.
    """
