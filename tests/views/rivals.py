"""Rival accounts of one country and two years, made by hand: totals, incidents, a zero, a denial, a part, a revision, hostile names."""

from __future__ import annotations

from datetime import date
from typing import Any

from atodds.model.claim import Claim, Scope
from atodds.model.dispute import Agreement, Dispute, Findings
from atodds.model.figure import Figure
from atodds.model.ids import text_digest
from atodds.model.incident import Grouping, Incident
from atodds.model.origin import Revision
from atodds.model.source import Link
from atodds.model.text import Document
from atodds.model.when import When
from atodds.model.where import Place

PAKISTAN = Place(text="Pakistan", country="PAK", geoname=1168579, precision="country")
WAZIRISTAN = Place(
    text="North Waziristan", country="PAK", geoname=1168875, admin1="Khyber Pakhtunkhwa", admin2="North Waziristan", precision="admin2"
)
MIR_ALI = Place(text="Mir Ali", country="PAK", geoname=1169684, admin1=WAZIRISTAN.admin1, admin2=WAZIRISTAN.admin2, precision="town")
YEMEN = Place(text="Yemen", country="YEM", precision="country")
DAY = date(2012, 7, 6)
_PRINTED = date(2013, 11, 4)


def report(name: str, published: date | None = _PRINTED) -> Document:
    return Document(id=text_digest(name), text=name, sha256=text_digest(name), outlet=name, published=published)


GAZETTE, WIRE, REGISTER = report("Hillside Gazette"), report("Frontier Wire"), report("Register of Harm", date(2017, 1, 20))
DOCUMENTS = {each.id: each for each in (GAZETTE, WIRE, REGISTER)}


def span(first: int, last: int | None) -> When:
    """Whole years; without an end, up to the day on which the reports of 2013 came out."""
    return When(earliest=date(first, 1, 1), latest=date(last, 12, 31) if last is not None else _PRINTED, precision="span")


def on(day: date) -> When:
    return When(earliest=day, latest=day, precision="day")


def claim(
    quote: str, low: float | None, high: float | None, document: Document = GAZETTE, *, modality: Any = "exact", category: Any = "civilian",
    says: str | None = None, via: tuple[str, ...] = (), measure: Any = "killed", time: When | None = None, place: Place | None = PAKISTAN,
    means: str | None = "drone", extent: Any = "total", unit: str = "people", agent: str | None = None, **fields: Any,
) -> Claim:  # fmt: skip
    """One claim; its id is that of its words and report."""
    figure = Figure(measure=measure, low=low, high=high, text=str(low), modality=modality, unit=unit, category=category)
    scope = Scope(time=time, place=place, means=means, agent=agent, extent=extent, aggregate=extent == "total")
    content: dict[str, Any] = {
        "id": text_digest(f"{document.id} {quote} {says}"), "document": document.id, "kind": "figure", "quote": quote, "start": 0,
        "end": len(quote), "attribution": tuple(Link(speaker=each) for each in ((says,) if says else ()) + via), "stance": "asserts",
        "author": "neutral", "figure": figure, "scope": scope, "rule": "figure",
    }  # fmt: skip
    return Claim(**(content | fields))


MINISTRY = "Pakistan’s Ministry of Defence"
SINCE_2008 = claim("67 civilians were killed since 2008", 67, 67, says=MINISTRY, time=span(2008, None))
AGAIN = claim("the ministry's 67", 67, 67, WIRE, says=MINISTRY, time=span(2008, None), author="rejects")
AT_LEAST = claim("at least 300 since 2008", 300, None, WIRE, modality="at_least", says="Bureau of Strikes", time=span(2008, None))
NONE_IN_2012 = claim("none in 2012", 0, 0, REGISTER, modality="none", says=MINISTRY, time=span(2012, 2012))
NO_PLACE = claim("dozens in 2012", 24, None, WIRE, modality="vague", time=span(2012, 2012), place=None)
TWO_ATTACKS = claim("19 in two attacks", 19, 19, REGISTER, says="Hill Watch", time=span(2012, 2012), place=WAZIRISTAN, extent="incidents")
FIRST = claim("12 died at Mir Ali", 12, 12, says="officials", via=("Frontier Wire",), time=on(DAY), place=MIR_ALI, extent="incident")
LATER = claim(
    "between 18 and 22 died", 18, 22, WIRE, says="officials", time=on(DAY), place=MIR_ALI, extent="incident", means=None, modality="about"
)
DENIED = claim("did not kill 18", 18, 18, says="the army", stance="denies", time=on(DAY), place=MIR_ALI, extent="incident")
MILITANTS = claim("up to 25 militants", None, 25, modality="at_most", category="combatant", time=on(DAY), place=MIR_ALI, extent="incident")
ELSEWHERE = claim("31 in Yemen", 31, 31, time=span(2012, 2012), place=YEMEN)
EARLIER = claim("40 in 2006", 40, 40, time=span(2006, 2006))
WOUNDED = claim("5 wounded", 5, 5, measure="wounded", category="child", time=on(DAY), place=MIR_ALI, extent="incident")
ALL = [
    SINCE_2008, AGAIN, AT_LEAST, NONE_IN_2012, NO_PLACE, TWO_ATTACKS, FIRST, LATER, DENIED, MILITANTS, ELSEWHERE, EARLIER, WOUNDED,
]  # fmt: skip

_MEMBERS = tuple(sorted(each.id for each in (FIRST, LATER, DENIED, MILITANTS, WOUNDED)))
INCIDENT = Incident(id=_MEMBERS[0], claims=_MEMBERS, documents=(), time=on(DAY), place=MIR_ALI, means="drone")
GROUPING = Grouping(incidents=(INCIDENT,))
REVISIONS = (Revision(earlier=FIRST.id, later=LATER.id, incident=INCIDENT.id, reason="later the same day"),)
FINDINGS = Findings(
    disputes=(
        Dispute(
            id="2", relation="at_odds", dimension="count", question="q", claims=tuple(sorted((SINCE_2008.id, AT_LEAST.id))),
            reason="at least 300 since 2008 (Bureau of Strikes) are more than 67", resolves="if the Bureau counts others as civilians",
        ),
        Dispute(
            id="9", relation="contradiction", dimension="count", question="q", claims=tuple(sorted((NONE_IN_2012.id, TWO_ATTACKS.id))),
            reason="19 civilians in North Waziristan in 2012 (Hill Watch) lie in 2012, for which Pakistan’s Ministry of Defence claims 0",
        ),
        Dispute(
            id="5", relation="contradiction", dimension="count", question="q", claims=tuple(sorted((ELSEWHERE.id, NONE_IN_2012.id))),
            reason="no dispute of this page: one of the two is about Yemen",
        ),
    ),
    agreements=(Agreement(id="1", question="q", claims=tuple(sorted((SINCE_2008.id, AGAIN.id))), reason="67 = 67"),),
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", "\" onload='x'", "]]><svg/onload=x>", "&amp;&#x1f;", "\u202egnilims\u202c", "\x00\x1b[31mred",
    "وزارة الدفاع", "משרד הביטחון", "国防部" * 20, "W" * 300, "Z" + "\u0301" * 60, "\ufdfd" * 5, "\ufffe\uffff\ud800", "<!--", "👩‍👩‍👧" * 9,
)  # fmt: skip
