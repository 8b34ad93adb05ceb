"""Actors: who can do a deed of war, by the names of `bodies.py` and the common nouns of `actors.yml`, in noun phrases built of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from atodds.model.text import Span
from atodds.vocab import load
from atodds.vocab.bodies import Sort, bodies
from atodds.vocab.gazetteer import state_at, states, written
from atodds.vocab.lexicon import Phrases
from atodds.vocab.placenames import where_words
from atodds.vocab.shortened import short_names

_CLOCK = 4  # digits of an hour in a telegram: "0300"
_ASIDE = 10  # tokens of "(ELN)" and its like
_LONGEST = 12  # tokens of an agent's name, as the claim record has it
_JOINS = frozenset(("and", ",", "&"))
_CLOSED = frozenset(("actor", "owner", "name", "join"))  # parts behind which no unlisted name goes on


class Actor(NamedTuple):
    """A name of the list: its first spelling, and what sort of body it is; `head` is a common noun as "police"."""

    key: str
    sort: Sort
    only_as: str | None = None  # an acronym, read in capitals
    proper: bool = True


class Doer(NamedTuple):
    """A noun phrase that can name who did a deed."""

    start: int  # with article, count and hedge
    at: Span  # the name as an agent bears it: "US" of "two US drones"
    end: int  # with its weapon
    kind: Literal["force", "state", "adjective", "carrier", "person", "joint"]


def actor_at(lower: Sequence[str], place: int, words: Sequence[str] | None = None) -> tuple[int, Actor] | None:
    """The longest listed actor that begins at a token: where it ends, and who it is.

    >>> actor_at(["al", "qaeda", "fighters"], 0)[1].key
    'Al-Qaeda'
    """
    found = _actors().at(lower, place)
    if found is None:
        return None
    actor = found[1]
    if actor.only_as is not None and words is not None and _shouted_word(actor.only_as, words, place):
        return None
    if actor.only_as is not None or (actor.proper and words is not None):
        return found if written(actor.only_as, words, place) or (words is not None and words[place] in ("al", "anti-balaka")) else None
    return found


def _shouted_word(acronym: str, words: Sequence[str], place: int) -> bool:
    """ "IS" in a text all in capitals is a verb."""
    if acronym.lower() not in actor_words("words_in_capitals"):
        return False
    around = [word for word in (*words[max(0, place - 2) : place], *words[place + 1 : place + 3]) if len(word) > 1 and word.isalpha()]
    return bool(around) and all(word.isupper() for word in around)


def doers(words: Sequence[str], lower: Sequence[str], text: str = "") -> list[Doer]:
    """Every noun phrase of a sentence that can name a doer, from left to right; `text` is the report, which may explain names itself."""
    found: list[Doer] = []
    learnt = names_learnt(text) if text else None
    if _names().isdisjoint(lower) and (learnt is None or learnt.absent(lower)):
        return found
    end = 0
    for place in _starts(words, lower, learnt):
        if place < end:
            continue
        nobody = _nobody().at(lower, place)
        doer = None if nobody is not None else _person(words, lower, place) or _doer_at(words, lower, place)
        if doer is None and learnt is not None and words[place][0].isupper() and (hit := learnt.at(lower, place)) is not None:
            doer = Doer(place, Span(place, hit[0]), hit[0], "force") if words[place].isupper() or hit[0] > place + 1 else None
        if doer is None or not _marked(lower, doer):
            end = place + 1 if nobody is None else nobody[0]
            continue
        doer = _in_full(words, lower, doer)
        found.append(doer._replace(start=_with_article(lower, doer.start)))
        end = doer.end
    return found


def _starts(words: Sequence[str], lower: Sequence[str], learnt: Phrases[bool] | None) -> list[int]:
    """Where a doer may begin, or a phrase that names nobody: at a listed word, or at a capital that has one right behind it."""
    beginnings, listed, linked, nobody = _beginnings(), _actors(), _linked(), _nobody()
    return [
        place
        for place, word in enumerate(lower)
        if word in beginnings
        or (
            words[place][0].isupper()
            and (word in nobody or not listed.absent(lower[place + 1 : place + 3]) or (learnt is not None and word in learnt))
        )
        or ("-" in word and word.endswith(linked))
    ]


@lru_cache(maxsize=64)
def names_learnt(text: str) -> Phrases[bool] | None:
    """Names of bodies that fight which a report spells out and shortens: "the National Coast Front (NCF)"."""
    armed = actor_words("armed_nouns")
    names = [pair for pair in short_names(text).items() if not armed.isdisjoint(pair[1].lower().split())]
    return Phrases({name.lower(): True for pair in names for name in pair}) if names else None


def _marked(lower: Sequence[str], doer: Doer) -> bool:
    """Is it more than any man? "Armed men", "two individuals", "a man"; "men" alone are no doer."""
    if doer.at.end - doer.at.start > 1 or lower[doer.at.start] not in actor_words("anybody"):
        return True
    before = lower[doer.at.start - 1] if doer.at.start else ""
    if lower[doer.end : doer.end + 1] == ["who"] and lower[doer.at.start] not in actor_words("anyone"):
        return True  # "the people who kidnapped him"
    if lower[doer.at.start] in actor_words("often_victims"):
        return before == "by"  # "four people killed" are no doers
    counted = before == "of" and lower[doer.at.start - 2] in actor_words("marking")
    return counted or before[:1].isdigit() or before in actor_words("marking")


def _in_full(words: Sequence[str], lower: Sequence[str], doer: Doer) -> Doer:
    """With its short name behind it, and what it is a part of: "the Front [NCF] | fighters", "guerrillas | of the Front"."""
    if doer.kind != "force":
        return doer
    end = _over_aside(lower, doer.end)
    while end > doer.end and end < len(lower) and (head := actor_at(lower, end, words)) is not None and head[1].sort == "head":
        doer, end = doer._replace(end=head[0]), head[0]
    doer = doer._replace(end=max(end, doer.end))
    link = _links().at(lower, doer.end) if doer.end < len(lower) else None
    if link is None or doer.end != doer.at.end:
        return doer
    place = link[0] + (lower[link[0] : link[0] + 1] == ["the"])
    whole = _doer_at(words, lower, place) if place < len(lower) else None
    if whole is None or whole.kind != "force" or whole.at.end - doer.at.start > _LONGEST:
        return doer
    return doer._replace(at=Span(doer.at.start, whole.at.end), end=_over_aside(lower, whole.end))


def _over_aside(lower: Sequence[str], end: int) -> int:
    """Behind a short name in brackets: "(ELN)"."""
    if end + 2 >= len(lower) or lower[end] not in ("(", "["):
        return end
    close = next((place for place in range(end + 2, min(len(lower), end + _ASIDE)) if lower[place] in (")", "]")), None)
    return end if close is None else close + 1


@cache
def _names() -> frozenset[str]:
    """First words of actors, states, peoples and titles: no doer is without one."""
    return frozenset((*_actors().openers, *states().openers, *_titles().openers))


@cache
def _beginnings() -> frozenset[str]:
    """Words that a doer can begin with, but for capitals and for what ends as `linked` has it."""
    return _names() | actor_words("modifiers")


@cache
def _building() -> frozenset[str]:
    """Words that the parts of a doer begin with, but for unlisted names and for what ends as `linked` has it."""
    return frozenset((*_actors().openers, *states().openers, *actor_words("modifiers"), *_JOINS, "'s", "'"))


@cache
def _linked() -> tuple[str, ...]:
    return tuple(actor_words("linked"))


def together(lower: Sequence[str], crew: Sequence[Doer]) -> list[Doer]:
    """The same doers, those that "and" makes one subject taken together: "Russia and the army".

    >>> words = "Russia and the army".split()
    >>> [doer.at for doer in together(words, doers(words, [word.lower() for word in words]))]
    [Span(start=0, end=4)]
    """
    found: list[Doer] = []
    for doer in crew:
        found.append(doer)
        while (pair := _pair(lower, found)) is not None:
            found[-2:] = [pair]
    return found


def own_weapons(lower: Sequence[str], crew: Sequence[Doer]) -> list[Doer]:
    """The same doers, and the weapons that "its" gives to the one named before: "Israel said its | warplanes" are Israel's.

    >>> words = "Israel said its warplanes killed six".split()
    >>> [doer.at for doer in own_weapons(words, doers(words, [word.lower() for word in words]))]
    [Span(start=0, end=1), Span(start=0, end=1)]
    """
    found = list(crew)
    for place, word in enumerate(lower) if not actor_words("own").isdisjoint(lower) else ():
        end = _carrier_end(lower, place + 1) if word in actor_words("own") and place + 1 < len(lower) else None
        owner = next((each for each in reversed(crew) if each.end < place and each.kind in ("force", "state")), None) if end else None
        if end is not None and owner is not None and actor_words("leading_to_own").issuperset(lower[owner.end : place]):
            found.append(Doer(place, owner.at, end, "carrier"))
    return sorted(found, key=lambda doer: doer.start)


def _pair(lower: Sequence[str], found: Sequence[Doer]) -> Doer | None:
    """The last two doers as one: two joined by "and", or one more before their comma, "police, soldiers and rebels"."""
    if len(found) < 2:
        return None
    first, second = found[-2:]
    link = lower[first.end : second.start]
    joined = len(link) == 1 and link[0] in actor_words("pairing")
    listed = link == [","] and second.kind == "joint" and _begins(lower, first.start)
    fitting = "adjective" not in (first.kind, second.kind) and second.end - first.at.start <= _LONGEST
    return Doer(first.start, Span(first.at.start, second.end), second.end, "joint") if fitting and (joined or listed) else None


def _begins(lower: Sequence[str], start: int) -> bool:
    """May a row begin here? Not behind a preposition: "in Syria, Russia and Iran"."""
    return start == 0 or lower[start - 1] in actor_words("before_rows")


def _with_article(lower: Sequence[str], start: int) -> int:
    dropped = actor_words("dropped")
    while start > 0:
        before = lower[start - 1]
        if before == "of" and start > 1 and lower[start - 2] in dropped:
            start -= 1  # "a band of six rebels"
        elif before[0].isdigit() and len(before) == _CLOCK and start > 1 and lower[start - 2] in ("at", "by", "around"):
            break  # "at 0300 | rebel units attacked"
        elif before in dropped or before[0].isdigit() or f"{before} {lower[start]}" in dropped:  # "at least nine", not "aimed at police"
            start -= 1
        else:
            break
    return start


@cache
def actor_words(name: str) -> frozenset[str]:
    """A list of `actors.yml`."""
    return frozenset(load("actors")[name])


def _doer_at(words: Sequence[str], lower: Sequence[str], start: int) -> Doer | None:
    if lower[start] in actor_words("dropped"):
        return None
    strong, owner, noun = 0, 0, False
    for kind, end in _parts(words, lower, start):
        if kind == "actor":
            strong = end
        elif kind in ("state", "people"):
            owner, noun = end, kind == "state"
    carrier = _carrier_end(lower, max(strong, owner)) if strong or owner else None
    if carrier is not None and carrier > strong:
        return Doer(start, Span(start, max(strong, owner)), carrier, "carrier")
    if strong and strong - start <= _LONGEST:
        return Doer(start, Span(start, strong), strong, "force")
    if owner and start + 1 <= owner:
        first = _states_alone(words, lower, start, owner)
        if first is not None and not noun and _is_party(words, lower, first, owner):
            noun = True
        return None if first is None else Doer(first, Span(first, owner), owner, "state" if noun else "adjective")
    return None


def _states_alone(words: Sequence[str], lower: Sequence[str], start: int, end: int) -> int | None:
    """Where the state begins that ends a phrase without a head: "Israel" of "central Israel", and both of "Russia and Iran"."""
    first = next((place for place in range(start, end) if (found := state_at(lower, place, words)) and found.end == end), None)
    if first is None or first - 1 <= start:
        return first
    listed = lower[first - 1] == "," and any(word in actor_words("pairing") for word in lower[end : end + 1])
    before = _states_alone(words, lower, start, first - 1) if lower[first - 1] in actor_words("pairing") or listed else None
    return first if before is None or (listed and not _begins(lower, start)) else before


def _is_party(words: Sequence[str], lower: Sequence[str], start: int, end: int) -> bool:
    """Is this the plural of a people with its article, "the Americans"?"""
    if end != start + 1 or start == 0 or lower[start - 1] not in actor_words("before_peoples"):
        return False
    singular = lower[start].removesuffix("s")
    return singular != lower[start] and state_at([singular], 0, [words[start]]) is not None


def _parts(words: Sequence[str], lower: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
    """The parts that an actor's noun phrase may be built of, one after another, each with the token behind it."""
    place, last = start, ""
    modifiers, linked, building = actor_words("modifiers"), _linked(), _building()
    while place < len(lower) and place - start < _LONGEST:
        if last in _CLOSED and lower[place] not in building and "-" not in lower[place]:
            return
        found = actor_at(lower, place, words)
        state = None if found is not None else state_at(lower, place, words)
        if found is not None:
            last, place = "actor", found[0]
            yield last, place
            if found[1].sort == "head" and place < len(lower) and lower[place] in _JOINS:
                return
        elif state is not None:
            last, place = "state" if state.noun else "people", state.end
            yield last, place
        elif lower[place] in modifiers or lower[place].endswith(linked):
            last, place = "modifier", place + 1
            yield last, place
        elif lower[place] in ("'s", "'") and last in ("state", "actor", "name"):
            last, place = "owner", place + 1
            yield last, place
        elif lower[place] in _JOINS and last in ("state", "people", "modifier", "actor") and _goes_on(words, lower, place + 1, last):
            last, place = "join", place + 1
            yield last, place
        elif last in ("", "state", "people", "modifier") and (end := _before_head(words, lower, place, start)):
            last, place = "name", end
            yield last, place
        else:
            return


def _goes_on(words: Sequence[str], lower: Sequence[str], place: int, last: str) -> bool:
    """Behind "Afghan and": another adjective of the same forces, not the next clause."""
    if place >= len(lower):
        return False
    if lower[place] in actor_words("modifiers"):
        return last != "state"
    return state_at(lower, place, words) is not None or actor_at(lower, place, words) is not None


def _before_head(words: Sequence[str], lower: Sequence[str], place: int, start: int) -> int:
    """The end of one or two capitals, no name on any list, right before a head: "Musharraf" of "the Musharraf regime"."""
    unlisted, heads = _unlisted(), _actors()
    if heads.absent(lower[place + 1 : place + 3]):
        return 0
    for end in (place + 1, place + 2):
        if end >= len(words) or not words[end - 1][0].isupper() or lower[end - 1] in unlisted or state_at(lower, end - 1, words):
            return 0
        if words[end - 1].isupper() and words[end].isupper() and lower[end] not in actor_words("named_for"):
            return 0  # text all in capitals: "FIERCE GUERRILLA ATTACK"
        found = actor_at(lower, end, words)
        if found is not None and found[1].sort == "head":
            return end
    return 0


@cache
def _unlisted() -> frozenset[str]:
    """ "After troops came" begins with no name."""
    return where_words()["never"] | actor_words("followers")


def _carrier_end(lower: Sequence[str], place: int) -> int | None:
    """Behind an owner: the end of its weapon: "US | Predator drone"."""
    carried, end = actor_words("carried"), place
    while end < len(lower) and (lower[end] in carried or lower[end] == "'s"):
        end += 1
    carriers = _carriers()
    for begin in range(end, place - 1, -1):
        found = carriers.at(lower, begin) if begin < len(lower) else None
        if found is not None:
            return _carriers_end(lower, found[0])
    return None


def _carriers_end(lower: Sequence[str], end: int) -> int:
    """Behind two weapons of one owner as well: "warplanes and helicopters"."""
    if end + 1 >= len(lower) or lower[end] not in actor_words("pairing"):
        return end
    second = _carriers().at(lower, end + 1)
    return end if second is None else second[0]


def _person(words: Sequence[str], lower: Sequence[str], start: int) -> Doer | None:
    """A title and the capitals behind it: "President Obama"."""
    titles, place = _titles(), start
    while place < len(lower) and words[place][0].isupper() and (found := titles.at(lower, place)) is not None:
        place = found[0]
    end = place
    while place > start and end < len(words) and end - place < 4 and words[end][0].isupper() and lower[end] not in where_words()["never"]:
        if words[end].isupper() and (lower[end] in _behind_names() or lower[end].endswith("ed")):
            break  # text all in capitals
        end += 1
    return Doer(start, Span(start, end), end, "person") if end > place else None


@cache
def _behind_names() -> frozenset[str]:
    return frozenset(load("grammar")["noun_phrase_ends"]) | frozenset(load("clauses")["finite"])


@cache
def _nobody() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["nobody"], True))


@cache
def _links() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["of_forces"], True))


@cache
def _titles() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["titles"], True))


@cache
def _carriers() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["carriers"], True))


@cache
def _actors() -> Phrases[Actor]:
    found = {head: Actor(head, "head", proper=False) for head in load("actors")["heads"]}
    for name, body in bodies().items():
        if body.sort != "voice":
            found[name] = Actor(body.name, body.sort, body.only_as, body.proper)
    return Phrases(found)
