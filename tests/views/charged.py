"""A report of ours that tells of an act, and of who blames, denies and claims it; its claims are made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from atodds.model.claim import Claim, Event, Scope
from atodds.model.source import Link
from atodds.model.when import When
from atodds.model.where import Place
from tests.views.invented import Maker, document

HERALD = (
    "Gunmen burned the ferry at Port Ansel on 3 May, the mayor said.\n"
    "The mayor blamed the Ridge Army for the attack; the Ridge Army denied it. The Shore League claimed responsibility.\n\n"
    "She also spoke of the weather. “It will rain. It always rains,” she said."
)
_DAY = When(earliest=date(2012, 5, 3), latest=date(2012, 5, 3), precision="day", text="on 3 May")
_PORT = Place(text="Port Ansel", name="Port Ansel", country="PAK", geoname=17, lat=25.5, lon=66.25, admin1="Balochistan", precision="town")


def herald() -> Maker:
    """The report: an event, three charges, a statement."""
    maker = Maker(document("herald.txt", HERALD, outlet="Shore Herald", published=date(2012, 5, 4), language="en"))
    deed = Scope(time=_DAY, place=_PORT, means="arson", extent="incident", aggregate=False)
    mayor = Link(speaker="the mayor", cue="said")
    said = _claim(maker, "Gunmen burned the ferry at Port Ansel on 3 May", kind="statement", attribution=(mayor,), scope=None)
    _claim(
        maker, "Gunmen burned the ferry at Port Ansel on 3 May", kind="event", attribution=(mayor,), scope=deed, within=said.id,
        event=Event(type="ASSAULT", mode="destroy", agent="Gunmen", recipient="ferry"),
        spans={"event.agent": "Gunmen", "event.recipient": "ferry", "scope.place": "Port Ansel", "scope.time": "on 3 May"},
    )  # fmt: skip
    for words, accused, stance, speaker in (
        ("The mayor blamed the Ridge Army for the attack", "the Ridge Army", "blames", Link(speaker="The mayor", cue="blamed")),
        ("the Ridge Army denied it", "the Ridge Army", "denies", Link(speaker="the Ridge Army", cue="denied")),
        ("The Shore League claimed responsibility", "The Shore League", "claims", Link(speaker="The Shore League")),
    ):
        accusing = Event(type="ASSAULT" if stance == "blames" else "ACCUSE", accused=accused)
        scope = deed if stance != "claims" else Scope(aggregate=False)
        _claim(maker, words, kind="responsibility", attribution=(speaker,), stance=stance, event=accusing, scope=scope)
    _claim(
        maker, "It will rain. It always rains,", kind="statement", attribution=(Link(speaker="she", actor="mayor", cue="said"),), scope=None
    )
    return maker


def _claim(maker: Maker, quote: str, spans: dict[str, str] | None = None, **fields: Any) -> Claim:
    return maker.claim(quote, quote, None, spans, rule=f"by_hand_{fields['kind']}", **fields)
