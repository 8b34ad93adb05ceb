"""Small worlds of attacks, of those killed, wounded and driven out in them, and true claims about them, as the laws draw them.

A claim is made from what it truly means - a set of attacks, kinds of people, a number - and only then written down as a record, which
may say less than is meant: a period, an area, a party that the report leaves out is lost in the record and stays in the meaning.
What binds nothing (a denial of a figure that is false, a doubt, a plan, a hedged or a soft number, a figure revised since) may be false.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple, TypeVar

from hypothesis import strategies as st
from msgspec.structs import replace

from atodds.model.claim import Claim, Extent, Scope
from atodds.model.figure import OF_PEOPLE, Category, Figure, Measure
from atodds.model.incident import Grouping, Pair
from atodds.model.origin import Origin
from atodds.model.source import Link
from atodds.model.when import From, When
from atodds.model.where import Place
from tests.disputes.claims import Told, apart, claim, incident, origin, revision
from tests.laws.lands import AGENTS, BESIDES, PLACES, THEATRES, TOWNS, VICTIMS, WITHIN, Theatre, counts
from tests.laws.rules import kinds_under

T = TypeVar("T")
FIRST = date(2013, 1, 1)
DAYS = 6
SPEAKERS: tuple[tuple[str, str], ...] = (  # a voice and its side
    ("the ministry", "pak"), ("the army", "pak"), ("Amnesty", "amnesty"), ("the rapporteur", "rapporteur"), ("the bureau", "bureau"),
)  # fmt: skip
STOCKS: tuple[Measure, ...] = ("displaced", "detained", "missing")
SOFT_WORDS = ("reportedly", "allegedly", "believed")


class Attack(NamedTuple):
    """One event of a world."""

    day: int
    town: str
    parties: frozenset[str]
    means: frozenset[str]


class Harmed(NamedTuple):
    """So many people of the same kinds, killed in one attack; the wounded can be wounded in two."""

    measure: Measure
    kinds: frozenset[Category]
    count: int
    attacks: frozenset[int]


class World(NamedTuple):
    attacks: tuple[Attack, ...]
    harmed: tuple[Harmed, ...]

    def number(self, measure: Measure, kinds: Sequence[tuple[Category, ...]], attacks: frozenset[int]) -> int:
        """How many were harmed in these attacks who are of one of each of these kinds; how many attacks, if that is asked."""
        if measure == "attacks":
            return len(attacks)
        return sum(
            each.count
            for each in self.harmed
            if each.measure == measure and each.attacks & attacks and all(counts(kind, each.kinds) for kind in kinds)
        )


class Meant(NamedTuple):
    """What a claim means: `number` of those harmed in these attacks who are of one of each of these kinds."""

    measure: Measure
    kinds: tuple[tuple[Category, ...], ...]
    attacks: frozenset[int]
    number: int
    free: bool = False  # some of them, nobody says which: "5 of them in the second strike"


@dataclass
class Teller:
    """Tells of a world, claim by claim, and keeps what each of them means."""

    chance: Random
    theatre: Theatre
    world: World
    lies: bool = False  # numbers are made up, more often than not
    plain: bool = False  # every claim states all its sides, more often than not
    scale: int = 6  # the largest number that is made up of one attack
    claims: list[Claim] = field(default_factory=list)
    meant: dict[str, Meant] = field(default_factory=dict)
    voices: dict[str, tuple[str, str]] = field(default_factory=dict)
    made: dict[str, int | None] = field(default_factory=dict)
    events: dict[str, frozenset[int]] = field(default_factory=dict)  # of a claim about certain events: which
    lone: set[str] = field(default_factory=set)  # claims that nobody has joined to their incident
    revised: list[tuple[str, str]] = field(default_factory=list)
    stocks: dict[object, tuple[tuple[frozenset[Category], int], ...]] = field(default_factory=dict)

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.chance.randrange(len(choices))]

    def upto(self, most: int, least: int = 0) -> int:
        return self.chance.randint(least, max(least, most))

    def plainly(self) -> bool:
        return self.plain and not self.one_in(5)

    def one_in(self, chances: int) -> bool:
        return self.chance.randrange(chances) == 0

    # -- what is meant

    def days(self, first: int, last: int) -> frozenset[int]:
        return frozenset(number for number, each in enumerate(self.world.attacks) if first <= each.day <= last)

    def towns(self, towns: frozenset[str]) -> frozenset[int]:
        return frozenset(number for number, each in enumerate(self.world.attacks) if each.town in towns)

    def by(self, agent: str | None) -> frozenset[int]:
        return frozenset(
            number
            for number, each in enumerate(self.world.attacks)
            if agent is None or any(agent in WITHIN[party] for party in each.parties)
        )

    def with_(self, means: str | None) -> frozenset[int]:
        return frozenset(
            number for number, each in enumerate(self.world.attacks) if means is None or any(means in BESIDES[one] for one in each.means)
        )

    # -- how it is written down

    def written(
        self, each: Claim, *, made: int | None, voice: tuple[str, str] | None = None, events: frozenset[int] | None = None
    ) -> Claim:
        """Put a claim on record, in somebody's voice."""
        name = f"{self.pick('abcdef')}{len(self.claims)}"
        speaker = voice or self.pick(SPEAKERS)
        each = replace(each, id=name, attribution=(Link(speaker=speaker[0], date=on(made)),), document=self.pick(("r1", "r2", "r3")))
        self.claims.append(each)
        self.voices[name], self.made[name] = speaker, made
        if events is not None:
            self.events[name] = events
            if self.one_in(6):
                self.lone.add(name)
        return each

    def number(self, meant: Meant, invented: int) -> tuple[Figure, str | None]:
        """A figure that is true of a number, and a hedge; one that is only about or vague, or hedged, need not be true."""
        form = self.pick(HARD if self.lies and not self.one_in(4) else FORMS)
        most = self.upto(3) if form in SLACK else 0
        number = meant.number if not self.lies or self.one_in(3) else self.upto(invented, 1)
        hedge = None
        if form in ("about", "vague", "hedged"):
            number = self.upto(number + 9)
            hedge = self.pick(SOFT_WORDS) if form == "hedged" else None
        words = {
            "exact": f"{number}", "hedged": f"{number}", "about": f"about {number}", "vague": self.pick(("several", "dozens")),
            "at least": f"at least {max(0, number - most)}", "more than": f"more than {number - 1 - most}",
            "up to": f"up to {number + most}", "fewer than": f"fewer than {number + 1 + most}",
            "between": f"{max(0, number - most)}-{number + self.upto(3)}",
        }[form]  # fmt: skip
        if words == "0" or (form == "more than" and number - 1 - most < 0):
            words = "no" if number == 0 else f"at least {number}"
        kinds = meant.kinds[-1] if meant.kinds else ()
        one = kinds[0] if len(kinds) == 1 else None
        told = claim("", words, one, measure=meant.measure, kinds=kinds if len(kinds) > 1 else ()).figure
        assert told is not None
        return told, hedge

    def kinds(self, measure: Measure, attacks: frozenset[int] = frozenset()) -> tuple[Category, ...]:
        """A kind of people, more often one that somebody harmed there is of."""
        if measure not in OF_PEOPLE:
            return ()
        there = [each for each in self.theatre.counted if self.world.number(measure, (each,), attacks)]
        return self.pick(there if there and not self.one_in(4) else self.theatre.counted)


FORMS = (
    "exact", "exact", "exact", "exact", "at least", "at least", "at least", "more than", "up to", "up to", "fewer than", "between",
    "between", "about", "vague", "hedged",
)  # fmt: skip
HARD = ("exact", "exact", "exact", "at least", "up to")
SLACK = ("at least", "more than", "up to", "fewer than", "between")


def on(day: int | None) -> date | None:
    return None if day is None else FIRST + timedelta(days=day)


def between(first: int | None, last: int | None, from_: From | None = "words") -> When:
    if first is None and last is None:
        return When(precision="open")
    return When(
        earliest=on(first), latest=on(last), precision="day" if first == last else "span", from_=from_, text=f"{on(first)}/{on(last)}"
    )


UNRESOLVED = When(precision="day", unresolved=True, text="Thursday")
MEASURES: tuple[Measure, ...] = ("killed",) * 21 + ("wounded", "attacks", "casualties")
LENT: tuple[From | None, ...] = ("words", "words", "words", "document", "previous", "speaker", None)


# -- totals


class Period(NamedTuple):
    """A time as it is written down, and the days that it truly spans. Where the record names no end, nobody can know it."""

    written: When | None
    first: int
    last: int


def period(teller: Teller, near: int, made: int | None, *, wide: bool) -> Period:
    """Rule 1.5: whatever the period says, nothing is counted that came after the day on which the claim was made."""
    first, last = (0, DAYS) if wide else (teller.upto(near), teller.upto(DAYS, near))
    end = last if made is None else min(last, made)
    form = "closed" if teller.plainly() else teller.pick(("closed",) * 12 + ("since", "since", "until", "open", "none", "unresolved"))
    lent = teller.pick(LENT)
    if form == "closed":
        return Period(between(first, last, lent), first, end)
    if form == "since":
        return Period(between(first, None, lent), first, last if made is None else made)
    if form == "until":
        return Period(between(None, last, lent), first, end)
    return Period({"open": When(precision="open"), "none": None, "unresolved": UNRESOLVED}[form], first, end)


def total(teller: Teller, *, wide: bool = False) -> None:
    """Everything in a box; of who and by what, what is not stated is any, unless neither is stated (rule 2.6)."""
    near = teller.pick(teller.world.attacks)
    made = None if teller.one_in(4) else DAYS + 1 if teller.plainly() else teller.upto(DAYS + 2, 0 if teller.one_in(3) else near.day)
    wide = wide or teller.one_in(2)
    when = period(teller, near.day, made, wide=wide)
    around = [name for name in teller.theatre.places if near.town in PLACES[name][1]]
    place, towns = PLACES[max(around, key=lambda name: len(PLACES[name][1])) if wide else teller.pick(around)]
    form = "means" if teller.plainly() else teller.pick(("means",) * 5 + ("agent", "agent", "both", "neither"))
    agent = teller.pick(parties_of(teller, (near,))) if form != "means" else None
    means = (means_of((near,))[-1] if wide else teller.pick(means_of((near,)))) if form != "agent" else None
    attacks = teller.days(when.first, when.last) & teller.towns(towns) & teller.by(agent) & teller.with_(means)
    measure: Measure = "killed" if teller.plainly() else teller.pick(MEASURES)
    kinds = () if wide and not teller.one_in(3) else teller.kinds(measure, attacks)
    meant = Meant(measure, (kinds,), attacks, teller.world.number(measure, (kinds,), attacks))
    scope = Scope(
        time=when.written, place=None if teller.one_in(8) else lent(teller, place), extent="total", aggregate=True,
        agent=None if form == "neither" else agent, means=None if form == "neither" else means,
        agent_from=teller.pick(LENT) if form in ("agent", "both") else None,
    )  # fmt: skip
    write(teller, meant, scope, made)


def lent(teller: Teller, place: Place) -> Place:
    return replace(place, from_=teller.pick(LENT))


def write(
    teller: Teller, meant: Meant, scope: Scope, made: int | None, events: frozenset[int] | None = None, part_of: str | None = None
) -> Claim:
    """A figure on record, asserted or conceded."""
    figure, hedge = teller.number(meant, teller.scale * 2 if scope.extent == "total" else teller.scale)
    each = Claim(
        id="", document="", kind="figure", quote=figure.text, start=0, end=len(figure.text), attribution=(), rule="by hand",
        stance=teller.pick(("asserts", "asserts", "asserts", "concedes", "blames", "claims")),
        author=teller.pick(("neutral", "neutral", "rejects")),
        hedge=hedge, figure=figure, scope=scope, part_of=part_of,
    )  # fmt: skip
    each = teller.written(each, made=made, events=events)
    teller.meant[each.id] = meant
    return each


# -- certain events


def whereabouts(teller: Teller, events: frozenset[int], made: int | None, extent: Extent | None) -> Scope:
    """A box in which these attacks lie, with any of its sides unsaid."""
    attacks = [teller.world.attacks[number] for number in sorted(events)]
    plain = teller.plainly()
    first, last = min(each.day for each in attacks), max(each.day for each in attacks)
    early, late = first, last
    if not plain and teller.one_in(3):
        early, late = max(0, first - teller.upto(3)), last + teller.upto(4)
    time = "closed" if plain else teller.pick(("closed",) * 12 + ("since", "until", "open", "none", "unresolved"))
    written = {
        "closed": between(early, late, teller.pick(LENT)), "since": between(early, None), "until": between(None, late),
        "open": When(precision="open"), "none": None, "unresolved": UNRESOLVED,
    }[time]  # fmt: skip
    places = [place for place, towns in map(PLACES.__getitem__, teller.theatre.places) if all(each.town in towns for each in attacks)]
    agents, means = parties_of(teller, attacks), means_of(attacks)
    closest = places[:1] if plain or teller.one_in(2) else places
    return Scope(
        time=written, extent=extent, aggregate=False,
        place=None if not places or (not plain and teller.one_in(10)) else lent(teller, teller.pick(closest)),
        agent=None if not agents or teller.one_in(8) else teller.pick(agents),
        means=None if not means or (not plain and teller.one_in(8)) else teller.pick(means), means_from=teller.pick(LENT),
    )  # fmt: skip


def parties_of(teller: Teller, attacks: Sequence[Attack]) -> list[str]:
    """Who can be said to have done all of these."""
    return [agent for agent in AGENTS if all(any(agent in WITHIN[party] for party in each.parties) for each in attacks)]


def means_of(attacks: Sequence[Attack]) -> list[str]:
    return [key for key in BESIDES if all(any(key in BESIDES[one] for one in each.means) for each in attacks)]


def some_events(teller: Teller, most: int = 2) -> frozenset[int]:
    return frozenset(teller.upto(len(teller.world.attacks) - 1) for _ in range(1 + (teller.upto(most - 1) if teller.one_in(3) else 0)))


def made_after(teller: Teller, events: frozenset[int]) -> int | None:
    last = max(teller.world.attacks[number].day for number in events)
    return None if teller.one_in(4) else teller.upto(DAYS + 3, last)


def happened(teller: Teller) -> None:
    """A figure about one attack, or a set of attacks, or about one kind of its victims."""
    events = some_events(teller)
    made = made_after(teller, events)
    measure: Measure = "killed" if teller.plainly() else teller.pick((*MEASURES, "displaced"))
    kinds = teller.kinds(measure, events)
    extent: Extent = "incident" if len(events) == 1 else "incidents"
    number = in_event(teller, measure, kinds, events)
    write(teller, Meant(measure, (kinds,), events, number), whereabouts(teller, events, made, extent), made, events)


def in_event(teller: Teller, measure: Measure, kinds: tuple[Category, ...], events: frozenset[int]) -> int:
    return stock(teller, (measure, events), kinds) if measure in STOCKS else teller.world.number(measure, (kinds,), events)


def open_extent(teller: Teller) -> None:
    """A figure of which the report does not say what it is about: any number is true of something."""
    events = some_events(teller)
    made = made_after(teller, events)
    number = teller.upto(12)
    write(teller, Meant("killed", ((),), events, number, free=True), whereabouts(teller, events, made, None), made)


# -- parts


def part(teller: Teller) -> None:
    """Some of those whom an earlier figure counts: of a kind, on a day, or nobody says which."""
    wholes = [each for each in teller.claims if each.id in teller.meant and teller.meant[each.id].measure == "killed" and not soft(each)]
    if not wholes:
        return
    whole = teller.pick(wholes)
    meant, scope = teller.meant[whole.id], whole.scope
    assert scope is not None
    kinds = teller.pick(((), meant.kinds[-1], ("child",), ("woman",), ("civilian",), ("security_forces",)))
    attacks, number, free = meant.attacks, meant.number, meant.free
    if not free and teller.one_in(3) and attacks:
        chosen = teller.world.attacks[teller.pick(sorted(attacks))]
        attacks = attacks & (teller.towns(frozenset((chosen.town,))) if teller.one_in(2) else teller.days(chosen.day, chosen.day))
        scope = narrowed(teller, scope, chosen, attacks, kinds)
    if not free:
        number = teller.world.number("killed", (*meant.kinds, kinds), attacks)
    marked = bool(kinds) and kinds != meant.kinds[-1] and kinds_under(kinds, meant.kinds[-1])
    if free or (not marked and teller.one_in(2)):  # "5 of them in the second strike": nobody says which
        number, free = teller.upto(number), True
    if teller.one_in(4) and scope.extent != "total":
        scope = replace(scope, time=None, place=None)
    made = teller.made[whole.id]
    events = attacks if scope.extent in ("incident", "incidents") and attacks else None
    each = write(teller, Meant("killed", (*meant.kinds, kinds), attacks, number, free), scope, made, events, part_of=whole.id)
    if whole.id in teller.lone:
        teller.lone.add(each.id)


def soft(each: Claim) -> bool:
    return each.hedge is not None or (each.figure is not None and each.figure.modality in ("about", "vague"))


def narrowed(teller: Teller, scope: Scope, chosen: Attack, attacks: frozenset[int], kinds: tuple[Category, ...]) -> Scope:
    """The scope of the whole, or what the part says of its own: its town or its day."""
    if not kinds and teller.one_in(3):
        return scope  # "including 12 in Dor", of which the record lost the town
    if len({teller.world.attacks[number].town for number in attacks}) == 1:
        return replace(scope, place=TOWNS[chosen.town])
    return replace(scope, time=between(chosen.day, chosen.day))


# -- stocks


def standing(teller: Teller) -> None:
    """People displaced, detained or missing in a box: what is true of one box says nothing of another, not even of one inside it."""
    measure = teller.pick(STOCKS)
    made = teller.upto(DAYS + 3, DAYS - 4)
    first = teller.upto(2)
    last = first + teller.upto(3)
    place, _ = PLACES[teller.pick(teller.theatre.places)]
    agent = teller.pick((None, "Taliban"))
    means = teller.pick((None, "shooting")) if agent else "shooting"
    kinds = teller.pick(((), (), ("child",), ("woman",)))
    number = stock(teller, (measure, first, min(last, made), place.text, agent, means), kinds)
    scope = Scope(time=between(first, last), place=place, agent=agent, means=means, extent="total", aggregate=True)
    write(teller, Meant(measure, (kinds,), frozenset(), number), scope, made)


def stock(teller: Teller, of: object, kinds: tuple[Category, ...]) -> int:
    if of not in teller.stocks:
        teller.stocks[of] = tuple((kind, teller.upto(9)) for kind in (frozenset[Category](), frozenset[Category](("child",))))
    return sum(count for kind, count in teller.stocks[of] if counts(kinds, kind))


# -- what binds nothing


def denial(teller: Teller) -> None:
    """A figure that is false, denied by somebody; he says no other number."""
    meant, scope, made, events = subject(teller)
    number = meant.number
    above = number + 1 + teller.upto(9)
    words = teller.pick((f"{above}", f"at least {above}", f"{number + 1}-{above + 1}", "below"))
    if words == "below":
        words = f"up to {number - 1}" if number else f"{number + 2}"
    refused(teller, meant, scope, made, events, words, {"stance": "denies"})


def doubt(teller: Teller) -> None:
    """Any figure, doubted, planned or told as what might be."""
    meant, scope, made, events = subject(teller)
    how = teller.pick(("doubts", "doubts", "planned", "threatened", "conditional", "generic", "historical"))
    said = {"stance": how} if how == "doubts" else {"status": how}
    refused(teller, meant, scope, made, events, f"{teller.upto(12)}", said)


def subject(teller: Teller) -> tuple[Meant, Scope, int | None, frozenset[int] | None]:
    known = [each for each in teller.claims if each.id in teller.meant and not teller.meant[each.id].free and each.scope is not None]
    if known and not teller.one_in(3):
        each = teller.pick(known)
        assert each.scope is not None
        return teller.meant[each.id], each.scope, teller.made[each.id], teller.events.get(each.id)
    events = some_events(teller)
    made = made_after(teller, events)
    kinds = teller.kinds("killed")
    meant = Meant("killed", (kinds,), events, teller.world.number("killed", (kinds,), events))
    return meant, whereabouts(teller, events, made, "incident" if len(events) == 1 else "incidents"), made, events


def refused(
    teller: Teller, meant: Meant, scope: Scope, made: int | None, events: frozenset[int] | None, words: str, said: dict[str, object]
) -> Claim:
    kinds = meant.kinds[-1] if meant.kinds else ()
    who = kinds[0] if len(kinds) == 1 else None
    each = claim("", words, who, measure=meant.measure, kinds=kinds if len(kinds) > 1 else (), **said)  # type: ignore[arg-type]
    return teller.written(replace(each, scope=scope), made=made, events=events)


def revise(teller: Teller) -> None:
    """An earlier figure of the same voice, which was false."""
    known = [each for each in teller.claims if each.id in teller.events and each.id in teller.meant and each.part_of is None]
    if not known:
        return
    later = teller.pick(known)
    made = teller.made[later.id]
    if made is None or made == 0 or later.scope is None:
        return
    meant = teller.meant[later.id]
    number = f"{teller.upto(meant.number + 9)}"
    kinds = meant.kinds[-1]
    who = kinds[0] if len(kinds) == 1 else None
    each = claim("", number, who, measure=meant.measure, kinds=kinds if len(kinds) > 1 else ())
    earlier = teller.written(
        replace(each, scope=later.scope), voice=teller.voices[later.id], made=teller.upto(made - 1), events=teller.events[later.id]
    )
    teller.lone.discard(earlier.id)
    teller.lone.discard(later.id)
    teller.revised.append((earlier.id, later.id))


# -- the same again


def repeat(teller: Teller) -> None:
    """The same words in another report: the same claim; or the same figure in other words or another's mouth: another claim."""
    if not teller.claims:
        return
    each = teller.pick(teller.claims)
    if teller.one_in(2):
        teller.claims.append(replace(each, document="r4"))
        return
    voice = teller.voices[each.id] if teller.one_in(2) else None
    if voice is None and any(each.id in pair for pair in teller.revised):
        return
    if any(each.id == earlier for earlier, _ in teller.revised):
        return  # who repeats a figure that has been revised says what is false
    made = teller.made[each.id]
    if teller.lies and made is not None and teller.one_in(2):
        made = teller.upto(DAYS + 4, made)  # the same number on a later day
    again = teller.written(each, voice=voice, made=made, events=teller.events.get(each.id))
    if each.id in teller.meant:
        teller.meant[again.id] = teller.meant[each.id]


# -- who did it, and whether it happened at all


def accusation(teller: Teller) -> None:
    """Somebody is held responsible, truly, or says truly that he is not; hedged, anybody."""
    events = some_events(teller, most=1)
    made = made_after(teller, events)
    (attack,) = (teller.world.attacks[number] for number in events)
    guilty = [agent for agent in AGENTS if any(agent in WITHIN[party] for party in attack.parties)]
    innocent = [agent for agent in AGENTS if agent not in guilty]
    form = teller.pick(("blames", "claims", "asserts", "denies", "denies", "hedged"))
    accused = teller.pick(innocent if form == "denies" else AGENTS if form == "hedged" else guilty)
    hedge = "reportedly" if form == "hedged" else None
    stance = "blames" if form == "hedged" else form
    each = claim("", accused=accused, stance=stance, hedge=hedge)  # type: ignore[arg-type]
    teller.written(replace(each, scope=whereabouts(teller, events, made, "incident")), made=made, events=events)


def occurrence(teller: Teller) -> None:
    """An event that happened, asserted; or one that did not, denied, doubted, planned or hedged."""
    made = teller.upto(DAYS)
    if teller.one_in(2):
        events = some_events(teller, most=1)
        each = claim("", stance=teller.pick(("asserts", "concedes")))
        teller.written(
            replace(each, scope=whereabouts(teller, events, made, "incident")), made=made_after(teller, events), events=events
        )
        return
    form = teller.pick(("denies", "denies", "doubts", "hedged", "planned"))
    each = claim(
        "", stance=form if form in ("denies", "doubts") else "asserts", hedge="reportedly" if form == "hedged" else None,
        status="planned" if form == "planned" else None, during=between(3, 3), place=TOWNS["Arin"],
    )  # type: ignore[arg-type]  # fmt: skip
    teller.written(each, made=made, events=frozenset((-1,)))


# What a world is mostly told of, so that what is rare meets what it could contradict.
_ANY = (total, happened, part, standing, open_extent, denial, doubt, revise, repeat, accusation, occurrence)
TALES: tuple[tuple[Callable[[Teller], None], ...], ...] = (
    *((total,) * 8 + (happened,) * 10 + (part,) * 4 + (repeat,) * 2 + _ANY,) * 3,
    *((total,) * 6 + (happened,) * 10 + (repeat, repeat, doubt),) * 4,
    *((total,) * 4 + (happened,) * 8 + (repeat,) * 3,) * 3,
    *((happened,) * 6 + (part,) * 8 + (total,) * 4 + (repeat, open_extent),) * 2,
    (standing,) * 8 + (repeat, happened),
    (accusation,) * 8 + (happened, occurrence, occurrence),
    *((happened,) * 8 + (denial,) * 4 + (revise,) * 4 + (repeat,) * 3 + (part,),) * 2,
)


# -- strategies


def attack(chance: Random, theatre: Theatre) -> Attack:
    """In one of eight attacks two parties meet, in another two means."""
    towns = [name for name in theatre.places if name in TOWNS]
    pick = chance.randrange(8)
    parties = frozenset(theatre.parties[:2]) if pick == 7 else frozenset((chance.choice(theatre.parties),))
    means = frozenset(("bomb", "shooting")) if pick == 6 else frozenset((chance.choice(theatre.means),))
    return Attack(chance.randint(0, DAYS), chance.choice(towns), parties, means)


def world(chance: Random, theatre: Theatre) -> World:
    happened = tuple(attack(chance, theatre) for _ in range(chance.randint(2, 5)))
    harmed = []
    for number in range(len(happened)):
        for _ in range(chance.randint(1, 2)):
            measure: Measure = "killed" if chance.randrange(6) else "wounded"
            where = frozenset((number, chance.randrange(len(happened)))) if measure == "wounded" else frozenset((number,))
            harmed.append(Harmed(measure, chance.choice(VICTIMS), chance.randint(1, 9), where))
    harmed += [each._replace(measure="casualties") for each in harmed]
    return World(happened, tuple(harmed))


def tale(chance: Random, most: int, *, lies: bool = False) -> Told:
    theatre = chance.choice(THEATRES)
    teller = Teller(chance, theatre, world(chance, theatre), lies)
    tales = teller.pick(TALES)
    teller.plain = teller.one_in(2)
    for _ in range(teller.upto(most, min(4, most))):
        teller.pick(tales)(teller)
    return papers(teller)


def ledger(chance: Random, most: int) -> Told:
    """A total of a whole war and a ledger of its attacks, with most numbers made up: what together says more than somebody admits."""
    theatre = chance.choice(THEATRES)
    teller = Teller(chance, theatre, world(chance, theatre), lies=True, plain=True, scale=3)
    total(teller, wide=True)
    for _ in range(teller.upto(most, 3)):
        teller.pick((happened,) * 8 + (total, part))(teller)
    return papers(teller)


# Worlds are drawn by a seed each: no two are alike, and it takes a tenth of the time. The laws find the claims that matter.
seeds = st.integers(0, 2**48)


def true_claims(most: int = 12) -> st.SearchStrategy[Told]:
    """What is told of one world, all of it true but for what binds nothing."""
    return seeds.map(lambda seed: tale(Random(seed), most))


def rumours(most: int = 10) -> st.SearchStrategy[Told]:
    """What is told of one world, with most of the numbers made up."""
    return seeds.map(lambda seed: ledger(Random(seed), most) if seed % 2 else tale(Random(seed), most, lies=True))


def papers(teller: Teller) -> Told:
    """The claims with the origins, incidents, decisions and revisions that belong to them."""
    groups: dict[frozenset[int], list[str]] = {}
    for id, events in teller.events.items():
        if id not in teller.lone:
            groups.setdefault(events, []).append(id)
    sides = dict(SPEAKERS)
    return Told(
        tuple(teller.claims),
        {each.id: voiced(each, sides) for each in teller.claims},
        Grouping(incidents=tuple(incident(*ids) for ids in groups.values()), different=decided(teller)),
        tuple(revision(*pair) for pair in dict.fromkeys(teller.revised)),
    )


def voiced(each: Claim, sides: dict[str, str]) -> Origin:
    return origin(each, sides)


def decided(teller: Teller) -> tuple[Pair, ...]:
    """Pairs that a person keeps apart: claims about events of which none is the same."""
    known = [id for id in teller.events if id in teller.meant and teller.meant[id].attacks == teller.events[id]]
    pairs = []
    for _ in range(teller.upto(2) if len(known) > 1 else 0):
        one, other = teller.pick(known), teller.pick(known)
        if not teller.events[one] & teller.events[other]:
            pairs.append(apart(one, other))
    return tuple({(pair.one, pair.other): pair for pair in pairs}.values())
