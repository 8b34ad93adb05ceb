"""Where an export goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from atodds.errors import UsageError


@contextmanager
def writing(path: str | None, otherwise: BinaryIO) -> Iterator[BinaryIO]:
    """A stream to write bytes to. A file takes its name only when all is written; only its owner may read it."""
    if path is None:
        yield otherwise
        return
    target = Path(path)
    beside = target.with_name(f".{target.name}.{uuid4().hex[:8]}")
    try:
        made = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror})", "name a file in a folder that you may write to") from None
    try:
        with os.fdopen(made, "wb") as out:
            yield out
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
