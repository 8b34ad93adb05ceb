"""Names: whom the words of a speaker or a doer name, read without the report that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from atodds.incidents.known import (
    FORCES,
    GOVERNMENT,
    Hit,
    Named,
    Sort,
    body_at,
    hits_in,
    is_place,
    joined_office,
    local_offices,
    local_state,
    office_alone,
    office_behind,
    offices,
    rulers,
    told,
)  # fmt: skip
from atodds.incidents.wording import Words, core_of, holds, is_shouted, is_title_case, kinds, listed, person_in, undescribed, words_in
from atodds.vocab import load, words_of
from atodds.vocab.bodies import key_of
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import nouns

_OF_ROLES = ("spokesmen", "heads", "links", "articles", "described")
_REMEMBERED = 1 << 16  # names; the same few speak in most reports


@lru_cache(maxsize=_REMEMBERED)
def named(name: str) -> Named:
    """Whom a name names, as far as its own words and the lists tell.

    >>> named("a source at the CIA")
    Named(sort='of', key='source-at-cia', side='usa')
    >>> named("Pakistan’s Ministry of Defence").key, named("the Pakistani government").key, named("Islamabad").key
    ('pak-ministry-of-defence', 'pak', 'pak')
    """
    words = words_in(name)
    if not words.lower:
        return Named("nobody", key_of(name), key_of(name))
    listed = _listed(words)
    if listed is not None:
        return listed
    parts = list(_joined(words)) or [words]
    return _together([_one(part) for part in parts], words.key())


@lru_cache(maxsize=_REMEMBERED)
def several(name: str) -> tuple[str, ...]:
    """The names of a pair or row that speaks or acts as one: "the army and the police".

    >>> several("Russia and the Syrian army"), several("Organization for Security and Co-operation in Europe")
    (('Russia', 'the Syrian army'), ('Organization for Security and Co-operation in Europe',))
    """
    words = words_in(name)
    if not words.lower or _listed(words) is not None:
        return (name,)
    parts = list(_joined(words))
    if len(parts) == 1 and len(parts[0].lower) == len(words.lower):
        return (name,)
    return tuple(" ".join(part.written).replace(" 's", "'s") for part in parts) or (name,)


class Post(NamedTuple):
    """What a person is to a body, by the words of his role: its mouth, or only of it. `whose` is what the words leave of its name."""

    named: Named | None
    mouth: bool  # a spokesman of anybody, the head of a body that watches and counts
    head: bool
    whose: str


def post(role: str) -> Post:
    """The body that a role is in, and what the role is there.

    >>> post("TTP Spokesman").mouth, post("French Foreign Minister").named.side, post("Observatory head").whose
    (True, 'fra', 'Observatory')
    """
    words = words_in(role)
    hits = hits_in(words)
    around = [word for word, lower in zip(words.written, words.lower, strict=True) if not any(lower in listed(each) for each in _OF_ROLES)]
    chief = _chief(hits) if hits else None
    mouth, head = holds(words, "spokesmen"), holds(words, "heads")
    if chief is None or (chief.of_many and not mouth):  # an envoy of the UN is his own man
        return Post(None, mouth, head, " ".join(around) if chief is None else "")
    return Post(chief.named, mouth or (head and chief.watches), head, " ".join(around))


def _listed(words: Words) -> Named | None:
    """A body of the lists, named from end to end."""
    start = 1 if words.lower[0] in listed("articles") and len(words.lower) > 1 else 0
    hit = body_at(words, start)
    if hit is not None and hit.end == len(words.lower):
        return hit.named
    key = words.part(start, len(words.lower)).key()
    return Named("body", key, key) if key in _outlets() and words.written[-1][0].isupper() else None


def _joined(words: Words) -> Iterator[Words]:
    """The members of a row, without the company that is no name: "the army | and its allies"."""
    hits, start = hits_in(words), 0
    joints = [place for place, word in enumerate(words.lower) if word in listed("joining")]
    for end in (*(place for place in joints if not any(hit.start < place < hit.end for hit in hits)), len(words.lower)):
        part = words.part(start, end)
        if part.lower and not all(each in listed("company") for each in part.lower):
            yield part
        start = end + 1


def _together(found: Sequence[Named], whole: str) -> Named:
    """Two who act as one are a third: nothing follows for either."""
    if len(found) == 1:
        return found[0]
    if any(each.sort in ("nobody", "of") for each in found):
        return Named("nobody", whole, whole)
    keys, sides = sorted({each.key for each in found}), sorted({each.side for each in found})
    return found[0] if len(keys) == 1 else Named("body", "+".join(keys), "+".join(sides))


def _one(words: Words) -> Named:
    start = 0
    while start < len(words.lower) - 1 and words.lower[start] in listed("articles"):
        start += 1
    pointed = is_shouted(words) and words.lower[0] in listed("pointing")
    words = words.part(start, len(words.lower))
    hits = hits_in(words)
    link = _link(words, hits)
    head, tail = words.part(0, link), words.part(link + 1, len(words.lower))
    inner = [hit for hit in hits if hit.end <= link]
    outer = [hit for hit in hits if hit.start > link]
    if inner:
        return _with(head, _chief(inner), words, tail)
    if outer and link < len(words.lower):
        found = _linked(head, words.lower[link], outer[0], words, tail)
        if found is not None:
            return found
    whose = tail if link < len(words.lower) and words.lower[link] in listed("naming") else words.part(0, 0)
    office = _office(head, words)
    if office is not None:
        return office
    if pointed and head.lower and not _is_house_or_acronym(head):
        return Named("nobody", words.key(), words.key())  # "THE CALLER": where all is in capitals, a capital names nobody
    return _unlisted(head, words, whose)


def _is_house_or_acronym(head: Words) -> bool:
    """Does a name in capitals end in a noun of bodies, or is it one acronym: "THE HARBOUR PATRIOTIC FRONT", "THE HPF"?"""
    return head.lower[-1] in words_of("speakers", "bodies") or (len(head.lower) == 1 and not is_shouted(head))


def _chief(hits: Sequence[Hit]) -> Hit:
    """Of the names in one head, the one that it is about: a body before the state of its seat, but "Norland's UN envoy" is Norland's."""
    first = hits[0]
    bodies_told = (hit for hit in hits if (hit.named.sort == "body" and not (hit.of_many and first.named.sort == "state")) or told(hit))
    return next(bodies_told, first)


def _link(words: Words, hits: Sequence[Hit]) -> int:
    """Where the head of the words ends: "a spokesman | for the Front"."""
    whole = [(hit.start, hit.end) for hit in hits]
    whole += [(at.start, at.end) for phrases in (offices(), local_offices(), _titles()) for at, _ in phrases.find(words.lower)]
    for place, word in enumerate(words.lower):
        if place and word in listed("links") and not any(start < place < end for start, end in whole):
            return place
    return len(words.lower)


def _with(head: Words, hit: Hit, words: Words, tail: Words) -> Named:
    """A name in whose head a body or state stands."""
    before, after = head.part(0, hit.start), head.part(hit.end, len(head.lower))
    if hit.named.sort == "state":
        return _of_state(before, hit.named.key, after, words, tail)
    if _mouth(head, hit):
        return hit.named
    person = person_in(after) or person_in(before)
    if person is not None:
        return _of_body(person, hit)
    return Named("of", words.key(), hit.named.side) if _some_of(before, after) else hit.named


def _of_body(person: str, hit: Hit) -> Named:
    """A person of a body, on its side; an envoy of the United Nations, or one of a police whose state is not told, is on his own."""
    own = hit.of_many or (hit.named.sort == "office" and not told(hit))
    return Named("person", person, person if own else hit.named.side)


def _some_of(before: Words, after: Words) -> bool:
    """Do the words name somebody of a body, "Taliban officials" or "Taliban prisoners", and not the body, "Taliban fighters"?"""
    last = (after.lower or before.lower or ("",))[-1]
    if last in listed("unnamed"):
        return True
    return bool(after.lower) and _is_somebody(last)


def _is_somebody(word: str) -> bool:
    """A noun of persons, but not one that a body consists of or speaks through."""
    if word in listed("parts") or word in kinds() or word in listed("mouths"):
        return False
    return word in listed("heads") or word in words_of("speakers", "people") or nouns().at((word,), 0) is not None


def _linked(head: Words, link: str, hit: Hit, words: Words, tail: Words) -> Named | None:
    """A name whose body or state stands behind "of", "for", "at": "the head of the Observatory"."""
    if hit.named.sort == "state" and hit.end == len(words.lower) and link in listed("seats") and (office := office_alone(head)) is not None:
        return joined_office(hit.named.key, office)
    if link not in listed("belonging"):
        return None
    if _of_parts(head):
        return _one(tail)
    if hit.named.sort == "state":
        whole = _one(tail) if holds(head, "unnamed") and len(tail.lower) > 1 else None  # "members of the Saudi government"
        return Named("of", words.key(), whole.side) if whole is not None and whole.sort in ("state", "office") else None
    if _mouth(head, hit):
        return hit.named
    person = person_in(head)
    if person is not None:
        return _of_body(person, hit)
    return Named("of", words.key(), hit.named.side) if holds(head, "unnamed") else None


def _of_parts(head: Words) -> bool:
    """Do the words name only what a body consists of: "units of", "terrorists from"?"""
    return all(word in listed("parts") or word in kinds() for word in head.lower)


def _mouth(head: Words, hit: Hit) -> bool:
    return holds(head, "mouths") or (hit.watches and holds(head, "heads"))


def _of_state(before: Words, state: str, after: Words, words: Words, tail: Words) -> Named:
    """A name in whose head a state stands: its government, an office of it, an official, a person of office, or somebody of the people."""
    start = 1 if after.lower[:1] == ("'s",) else 0
    person = person_in(after) or person_in(before)
    if person is not None and (before.lower or holds(after, "titles")):
        return Named("person", person, state)
    office = office_behind(after)
    if office is not None:
        end, key = office
        rest = after.part(end, len(after.lower))
        if holds(rest, "unnamed"):
            return Named("of", words.key(), state)
        if all(word in listed("parts") for word in rest.lower):
            return joined_office(state, FORCES if rest.lower and key == GOVERNMENT else key)
        if all(word in listed("mouths") for word in rest.lower):
            return joined_office(state, key)
    if len(after.lower) == start:
        crowd = any(word in words_of("speakers", "indefinites", "before_names") for word in before.lower)
        people = words.lower[len(before.lower)] in _peoples()
        return Named("nobody", words.key(), words.key()) if people or crowd else Named("state", state, state)
    if holds(after, "of_states") or (holds(after, "unnamed") and holds(after, "of_offices")):
        return Named("of", words.key(), state)
    local = local_state(words)
    if local is not None:
        return Named("of" if holds(after, "unnamed") else "office", words.key(), local)
    whole = is_title_case(after.part(start, len(after.lower)), tail)
    sort: Sort = "name" if whole else "nobody"
    return Named(sort, words.key(), words.key())


def _office(head: Words, words: Words) -> Named | None:
    """An office of a town or province, or one whose state the words do not tell."""
    local = local_state(words)
    if local is not None:
        return Named("of" if holds(head, "unnamed") else "office", words.key(), local)
    office = office_alone(head)
    return Named("office", office, office) if office is not None else None


def _unlisted(head: Words, words: Words, tail: Words) -> Named:
    """A name that no list knows, or common nouns, which name nobody; `tail` is whom the head speaks for or belongs to."""
    core = core_of(head)
    whole = undescribed(words)
    if not core.lower and is_title_case(whole, words.part(0, 0)) and not is_shouted(words):
        core = whole
    if not core.lower and tail.lower and (holds(head, "mouths") or _of_parts(head)):
        core = core_of(tail.part(0, _link(tail, ())))
    if not core.lower or is_place(core):
        return Named("nobody", words.key(), words.key())
    person = person_in(head)
    if core.lower[-1] in listed("unnamed") or (person is None and head.lower[-1:] != core.lower[-1:] and _is_somebody(head.lower[-1])):
        return Named("of", words.key(), core.key())  # "Harbour activists", "Clinton's lawyer"
    if person is None or core.lower[-1] in words_of("speakers", "bodies"):
        return Named("name", core.key(), core.key())
    ruled = rulers().at(tuple(person.split("-")), 0)
    return Named("person", person, person if ruled is None else ruled[1])


@cache
def _peoples() -> frozenset[str]:
    """The names of whole peoples: "Iraqis"."""
    return frozenset(name.lower() for country in load("countries").values() for name in country.get("of", ()) if name.endswith("s"))


@cache
def _outlets() -> frozenset[str]:
    """The keys of outlets whose names need no citation around them: "The Hindu"."""
    data = load("outlets")
    listed = (name for sort in ("wire", "paper", "broadcaster", "monitor", "web") for name in data[sort] if name not in data["only_cited"])
    return frozenset(key_of(str(name)).removeprefix("the-") for name in listed)


@cache
def _titles() -> Phrases[str]:
    return Phrases({str(title): str(title) for title in load("speakers")["titles"]})
