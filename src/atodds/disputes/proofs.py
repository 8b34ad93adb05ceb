"""Proofs about numbers: which accounts refute which bound, and how; and the dispute that a proof is, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from atodds.disputes import words
from atodds.disputes.accounts import Account
from atodds.disputes.boxes import SIDES, Box, Side, kinds_within
from atodds.model.dispute import Dimension, Dispute, Relation, Step
from atodds.model.ids import canonical, digest
from atodds.model.incident import Incident
from atodds.vocab.shown import folded, number_words

Ground = Literal["inside", "same_events", "part", "open"]


class Proof(NamedTuple):
    """Accounts whose lows together exceed an upper bound. `ground`: why they bind it."""

    bound: Account
    lows: tuple[Account, ...]  # one: a pair; several: a sum, each apart from the others
    ground: Ground
    granted: tuple[Side, ...] = ()
    apart: tuple[str, ...] = ()  # by what the lows of a sum are proved apart

    @property
    def accounts(self) -> tuple[Account, ...]:
        return (*self.lows, self.bound)

    @property
    def relation(self) -> Relation:
        soft = any(each.soft is not None for each in self.accounts)
        return "at_odds" if self.granted or soft or self.early else "contradiction"

    @property
    def early(self) -> bool:
        """Was the bound counted before a low, of one incident? More may have died, or been found, in between (rule 1.5)."""
        made = self.bound.origin.made
        return self.ground == "same_events" and made is not None and any(_later(each, made) for each in self.lows)


def _later(account: Account, made: date) -> bool:
    return account.origin.made is not None and account.origin.made > made


def dispute(proof: Proof, incidents: Mapping[str, Incident]) -> Dispute:
    """The proof as a dispute, with its sentence."""
    claims = tuple(sorted(each.id for each in proof.accounts))
    incident = incidents.get(proof.bound.events or "")
    return Dispute(
        id=dispute_id("count", claims), relation=proof.relation, dimension="count", question=_question(proof, incident), claims=claims,
        reason=_reason(proof, incident), steps=tuple(_steps(proof)), resolves=_resolves(proof),
        incident=incident.id if incident is not None and proof.ground == "same_events" else None,
        also=tuple(sorted({claim for each in proof.accounts for claim in each.claims}.difference(claims))),
    )  # fmt: skip


def dispute_id(dimension: Dimension, claims: tuple[str, ...]) -> str:
    """SHA-256 over what is at odds: the same dispute has the same id on every machine."""
    return digest(canonical(("dispute", dimension, claims)))


def _question(proof: Proof, incident: Incident | None) -> str:
    if proof.ground == "open":
        one, other = proof.lows[0].box, proof.bound.box
        return words.question(proof.bound, box=_stated(one, other))
    if proof.ground == "same_events" and incident is not None:
        about = words.about(incident)
        return f"{words.question(proof.bound, box=Box(), bare=True)}: {about}" if about else words.question(proof.bound)
    return words.question(proof.bound)


def _stated(one: Box, other: Box) -> Box:
    """The sides that either box states, those of the second first."""
    timed = other if other.first is not None or other.last is not None else one
    return Box(first=timed.first, last=timed.last, place=other.place or one.place)


def _reason(proof: Proof, incident: Incident | None) -> str:
    bound, lows = proof.bound, proof.lows
    owed = [*_early(proof), *words.softened(proof.accounts), *(says for each in proof.accounts for says in words.lent(each, _used(proof)))]
    return "; ".join((_sum(proof, incident) if len(lows) > 1 else _pair(proof, incident, bound, lows[0]), *owed))


def _one(incident: Incident | None) -> str:
    about = words.about(incident)
    return f"one incident ({about})" if about else "one incident"


def _early(proof: Proof) -> list[str]:
    bound = proof.bound
    return [f"if the count of {bound.origin.made} ({words.name(bound)}) was complete"] if proof.early else []


def _pair(proof: Proof, incident: Incident | None, bound: Account, low: Account) -> str:
    if proof.ground == "open":
        equal = f"if both speak of the same {words.granted(proof.granted)}"
        return f"{words.said(low)} are more than {words.said(bound)}, {equal}"
    if proof.ground == "part":
        return f"{words.said(low)} are a part of {words.said(bound)}, and more than it"
    if proof.ground == "same_events":
        least = f"{words.claimed(bound)} ({words.name(bound)})" if low.topic == bound.topic else words.counted_by(bound)
        return f"{_one(incident)}: {words.counted_by(low)} are more than {least}"
    return f"{words.said(low)} {_lie(low)} inside {words.inside(bound.box)}, for which {words.name(bound)} claims {words.claimed(bound)}"


def _lie(low: Account) -> str:
    return "lies" if low.low == low.high == 1 else "lie"


def _sum(proof: Proof, incident: Incident | None) -> str:
    bound, lows = proof.bound, proof.lows
    added = " + ".join(number_words(each.low) for each in lows)
    together = f"{added} = {number_words(sum(each.low or 0 for each in lows))}"
    voices = "; ".join(dict.fromkeys(words.name(each) for each in lows))
    ways = " and ".join(dict.fromkeys(_APART[each] for each in proof.apart))
    what = words.question(lows[0], box=Box())
    if proof.ground == "part":
        return f"{together} {what}, apart by {ways}, are parts of {words.said(bound)}, and more than it"
    if proof.ground == "same_events":
        return f"{_one(incident)}: {together} {what} ({voices}), apart by {ways}, are more than {words.counted_by(bound)}"
    where = words.inside(bound.box)
    claims = f"for which {words.name(bound)} claims {words.claimed(bound)}"
    return f"{together} {what} ({voices}), apart by {ways}, lie inside {where}, {claims}"


_APART = {"time": "day", "place": "place", "kinds": "kind of people", "parts": "the words of the report", "decision": "a person's decision"}


def _steps(proof: Proof) -> list[Step]:
    bound = proof.bound
    steps = [
        Step(move="low", claims=(each.id,), says=f"{number_words(each.low)} <= {words.question(each)} ({words.name(each)})", rule="1.1")
        for each in proof.lows
    ]
    upper = f"{words.question(bound)} <= {number_words(bound.high)} ({words.name(bound)})"
    steps.append(Step(move="high", claims=(bound.id,), says=upper, rule="1.1"))
    steps += [step for low in proof.lows for step in _ground(proof, low)]
    if len(proof.lows) > 1:
        ids = tuple(each.id for each in proof.lows)
        ways = " and ".join(dict.fromkeys(_APART[each] for each in proof.apart))
        steps.append(Step(move="apart", claims=ids, says=f"each is apart from the others by {ways}", rule="5.2"))
        total = number_words(sum(each.low or 0 for each in proof.lows))
        steps.append(Step(move="sum", claims=ids, says=f"together at least {total}, more than {number_words(bound.high)}", rule="5.2"))
    steps += [
        Step(move="soft", claims=(each.id,), says=f"“{folded(each.soft)}” is taken at its word", rule="1.6")
        for each in proof.accounts
        if each.soft is not None
    ]
    owed = ((each, says) for each in proof.accounts for says in words.lent(each, _used(proof)))
    return steps + [Step(move="lent", claims=(each.id,), says=says, rule="2.7") for each, says in owed]


def _used(proof: Proof) -> tuple[Side, ...]:
    """The sides on which the proof rests: those that the bound's box states, and by which the lows of a sum are apart."""
    if proof.ground in ("same_events", "part"):
        return tuple(side for side in SIDES if side in proof.apart)
    box = proof.bound.box
    stated: dict[Side, object] = {"time": box.first, "place": box.place, "who": box.who, "means": box.means}
    return tuple(side for side in SIDES if (stated[side] is not None or side in proof.apart) and side not in proof.granted)


def _ground(proof: Proof, low: Account) -> list[Step]:
    """Why one of the lower accounts binds the bound."""
    bound, both = proof.bound, (low.id, proof.bound.id)
    if proof.ground == "part":
        return [Step(move="part", claims=both, says="the report counts the one as a part of the other", rule="5.2")]
    if proof.ground == "same_events":
        steps = [Step(move="same_events", claims=both, says="both are about one incident", rule="5.1"), *_of_kind(low, bound)]
        made = [f"the bound was counted on {bound.origin.made}, the other on {low.origin.made}"] if proof.early else []
        return steps + [Step(move="until", claims=both, says=says, rule="1.5") for says in made]
    sides = ((words.days(low.box), words.days(bound.box), "2.1"), (_place(low), _place(bound), "2.2"))
    steps = [
        Step(move="inside", claims=both, says=f"{inner} lies in {outer}", rule=rule)
        for inner, outer, rule in sides
        if inner is not None and outer is not None
    ]
    if bound.origin.made is not None and bound.box.last == bound.origin.made.toordinal():
        steps.append(Step(move="until", claims=(bound.id,), says=f"a count made on {bound.origin.made} ends there", rule="1.5"))
    if proof.granted:
        says = f"granted: both speak of the same {words.granted(proof.granted)}"
        steps.append(Step(move="granted", claims=both, says=says, rule="5.3"))
    return steps + _of_kind(low, bound)


def _of_kind(low: Account, bound: Account) -> list[Step]:
    if low.kinds == bound.kinds or not kinds_within(low.kinds, bound.kinds):
        return []
    mine, its = (", ".join(sorted(each)) or "people" for each in (low.kinds, bound.kinds))
    return [Step(move="kinds", claims=(low.id, bound.id), says=f"{mine} are {its}", rule="2.5")]


def _place(account: Account) -> str | None:
    return folded(account.box.place.text) if account.box.place is not None else None


def _resolves(proof: Proof) -> str | None:
    """What would leave nothing of it, where something was granted."""
    if proof.granted:
        return f"if the two do not speak of the same {words.granted(proof.granted)}, nothing is left of it"
    if proof.early:
        return "if more died or were found after the earlier count, nothing is left of it"
    soft = [each.soft for each in proof.accounts if each.soft is not None]
    if soft:
        return f"if “{folded(soft[0])}” stands for a number that fits, nothing is left of it"
    return None
