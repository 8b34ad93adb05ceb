"""Two short reports of ours and their claims, made by hand: what the views print must not depend on what the rules find."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from atodds.model.claim import Claim, Extract, Scope
from atodds.model.figure import Figure
from atodds.model.ids import claim_id, text_digest
from atodds.model.source import Link
from atodds.model.text import Document, Span
from atodds.model.when import When
from atodds.model.where import Place

GAZETTE = (
    "The ministry told parliament on Monday that only 12 civilians\n"
    "had been killed by drones in Pakistan since 2009. That count is absurd.\n\n"
    "Hill Watch, a group of lawyers, put the number at no fewer than 90 civilians.\n"
    "In one raid on 3 May 2012, 31 people died, among them 6 children."
)
COURIER = "Villagers reportedly counted dozens of dead after a strike near Miran Shah on Thursday, the Frontier Wire said."


def document(name: str, text: str, **fields: Any) -> Document:
    return Document(id=text_digest(text), text=text, sha256=text_digest(text), path=name, **fields)


@dataclass
class Maker:
    """Makes claims of one document; spans are looked up by the words that they hold."""

    document: Document
    made: list[Claim] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def claim(self, quote: str, sentence: str, figure: Figure | None, spans: dict[str, str] | None = None, **fields: Any) -> Claim:
        at, around = self.span(quote), self.span(sentence)
        content: dict[str, Any] = {
            "id": "", "document": self.document.id, "kind": "figure", "quote": quote, "start": at.start, "end": at.end,
            "attribution": (), "stance": "asserts", "author": "neutral", "figure": figure, "rule": "figure",
            "sentence": Extract(start=around.start, end=around.end), "scope": Scope(aggregate=False),
            "spans": {name: self.span(words) for name, words in (spans or {}).items()},
        }  # fmt: skip
        claim = Claim(**(content | fields))
        claim = msgspec.structs.replace(claim, id=claim_id(claim, self.document.sha256))
        self.made.append(claim)
        return claim


def gazette() -> Maker:
    maker = Maker(document("gazette.txt", GAZETTE, outlet="Hillside Gazette", published=date(2013, 11, 4), language="en"))
    pakistan = Place(text="Pakistan", country="PAK", precision="country")
    first = GAZETTE[: GAZETTE.index(" That count")]
    ministry = Link(speaker="The ministry", start=0, end=12, cue="told")
    maker.claim(
        "only 12 civilians\nhad been killed by drones in Pakistan since 2009", first,
        Figure(measure="killed", unit="people", low=12, high=12, text="only 12", modality="exact", category="civilian"),
        {
            "figure.text": "only 12", "figure.category": "civilians", "scope.time": "since 2009", "scope.place": "Pakistan",
            "scope.means": "drones",
        },
        attribution=(ministry,), author="rejects",
        scope=Scope(
            time=When(earliest=date(2009, 1, 1), latest=date(2013, 11, 4), precision="span", text="since 2009", from_="words"),
            place=pakistan, means="drone", means_from="words", extent="total", aggregate=True,
        ),
    )  # fmt: skip
    maker.claim(
        "no fewer than 90 civilians", "Hill Watch, a group of lawyers, put the number at no fewer than 90 civilians.",
        Figure(measure="killed", unit="people", low=90, text="no fewer than 90", modality="at_least", category="civilian"),
        {"figure.text": "no fewer than 90", "figure.category": "civilians"},
        attribution=(Link(speaker="Hill Watch", role="a group of lawyers"),),
        scope=Scope(
            place=Place(text="Pakistan", country="PAK", precision="country", from_="previous"), means="drone", means_from="previous",
            extent="total", aggregate=True,
        ),
    )  # fmt: skip
    last = GAZETTE[GAZETTE.index("In one raid") :]
    day = When(earliest=date(2012, 5, 3), latest=date(2012, 5, 3), precision="day", text="on 3 May 2012")
    whole = maker.claim(
        "31 people died", last, Figure(measure="killed", unit="people", low=31, high=31, text="31", modality="exact", category="unknown"),
        {"figure.text": "31", "scope.time": "on 3 May 2012"}, scope=Scope(time=day, means="raid", extent="incident", aggregate=False),
    )  # fmt: skip
    maker.claim(
        "among them 6 children", last, Figure(measure="killed", unit="people", low=6, high=6, text="6", modality="exact", category="child"),
        {"figure.text": "6"}, part_of=whole.id,
        scope=Scope(time=msgspec.structs.replace(day, from_="whole"), means="raid", means_from="whole", extent="incident", aggregate=False),
    )  # fmt: skip
    return maker


def courier() -> Maker:
    maker = Maker(document("courier.html", COURIER, title="Strike near Miran Shah", media_type="text/html", language="en"))
    maker.claim(
        "dozens of dead after a strike near Miran Shah on Thursday", COURIER,
        Figure(measure="killed", unit="people", low=24, text="dozens of", modality="vague"),
        {"figure.text": "dozens of", "scope.place": "Miran Shah", "scope.time": "Thursday", "hedge": "reportedly"},
        attribution=(Link(speaker="Villagers"), Link(speaker="the Frontier Wire", cue="said")), hedge="reportedly",
        scope=Scope(
            time=When(precision="day", text="Thursday", unresolved=True), place=Place(text="Miran Shah", country="PAK", precision="town"),
            means="drone", extent="incident", aggregate=False,
        ),
    )  # fmt: skip
    return maker
