"""A reader killed at any moment loses nothing that was acknowledged, leaves nothing half-written, and can simply run again."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection

import pytest
from tests.ledger.reports import report

from atodds.ledger.ledger import Ledger, open_ledger

REPORTS, KILLS = 200, 15


def read_all(place: str, acknowledge: Connection) -> None:
    """In a child: record every report, and say so only once `record` has returned."""
    with open_ledger(place, create=True, actor="reader") as ledger:
        for number in range(REPORTS):
            report(number).into(ledger)
            acknowledge.send(number)


def read_until_killed(place: str, after: int, moment: float) -> list[int]:
    """Start a child, kill it without warning so many seconds after so many reports, and return what it had acknowledged."""
    receive, send = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=read_all, args=(place, send))
    child.start()
    send.close()
    done = [receive.recv() for _ in range(after)]
    time.sleep(moment)
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    try:
        while True:
            done.append(receive.recv())
    except EOFError:
        return done


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_what_was_acknowledged_is_there_whenever_the_reader_is_killed(place: str) -> None:
    chance, known = random.Random(20071018), 0
    open_ledger(place, create=True, actor="reader").close()
    for _ in range(KILLS):
        # Some reports further than the run before, and up to two of them later: within a transaction, between two, while opening.
        done = read_until_killed(place, min(known + chance.randint(0, 8), REPORTS), chance.uniform(0, 0.006))
        with open_ledger(place, actor="reader") as ledger:
            held = _numbers(ledger)
            assert set(done) <= held
            assert list(ledger.verify()) == []
            assert len(held) >= known  # nothing that was there before is gone
            known = len(held)
    assert 0 < known < REPORTS
    _finish(place)


def _finish(place: str) -> None:
    """A run that nobody kills completes the work, and adds each report once over all runs."""
    with open_ledger(place, actor="reader") as ledger:
        for number in range(REPORTS):
            report(number).into(ledger)
        assert _numbers(ledger) == set(range(REPORTS))
        assert ledger.counts().entries == 1 + REPORTS
        assert list(ledger.verify()) == []


def _numbers(ledger: Ledger) -> set[int]:
    """Which reports the ledger holds, each with both its claims."""
    claims = {each.found.document for each in ledger.claims()}
    assert ledger.counts().claims == 2 * ledger.counts().documents
    return {number for number in range(REPORTS) if report(number).document.id in claims}
