"""Short invented reports with claims made by hand: what the ledger keeps must not depend on what the rules find."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from atodds.ledger.ledger import Ledger, Recorded
from atodds.model.claim import Claim, Scope
from atodds.model.figure import exactly
from atodds.model.ids import claim_id, digest, text_digest
from atodds.model.source import Link
from atodds.model.text import Document
from atodds.model.when import When
from atodds.model.where import Place


class Report(NamedTuple):
    """A document with its original bytes and its claims."""

    document: Document
    original: bytes | None
    claims: tuple[Claim, ...]

    def into(self, ledger: Ledger) -> Recorded:
        return ledger.record(self.document, self.original, self.claims)

    def without(self, *left_out: int) -> Report:
        """The same report read by rules that miss some of its claims."""
        return self._replace(claims=tuple(each for place, each in enumerate(self.claims) if place not in left_out))


def report(number: int, deaths: Sequence[int] = (3, 8), **fields: Any) -> Report:
    """Report number so-and-so: a sentence for each count of deaths, said by the governor of the fictional Ostrel valley."""
    sentences = [f"{count} miners were killed in Ostrel valley, the governor said in report {number}." for count in deaths]
    text = "\n".join(sentences)
    original = text.encode()
    values: dict[str, Any] = {"outlet": "Valley Courier", "published": date(2012, 5, 4), "path": f"reports/{number}.txt"} | fields
    document = Document(id=digest(original), text=text, sha256=text_digest(text), bytes_sha256=digest(original), **values)
    found, start = [], 0
    for count, sentence in zip(deaths, sentences, strict=True):
        found.append(claim(document, start, f"{count} miners were killed", count))
        start += len(sentence) + 1
    return Report(document, original, tuple(found))


def claim(document: Document, start: int, quote: str, count: int, **fields: Any) -> Claim:
    """A claim of so many dead, made of a stretch of the document."""
    values: dict[str, Any] = {
        "kind": "figure",
        "figure": msgspec.structs.replace(exactly(count), category="civilian"),
        "attribution": (Link(speaker="the governor", cue="said"), Link(speaker="Valley\nCourier", date=date(2012, 5, 4))),
        "scope": Scope(
            time=When(earliest=date(2012, 5, 1), latest=date(2012, 5, 3), precision="span"),
            place=Place(text="Ostrel valley", country="PAK"),
            means="shelling",
            aggregate=False,
        ),
    } | fields
    draft = Claim(
        id="", document=document.id, quote=quote, start=start, end=start + len(quote), stance="asserts",
        author="neutral", rule="by hand", **values,
    )  # fmt: skip
    return msgspec.structs.replace(draft, id=claim_id(draft, document.sha256))
