"""Doers: every noun phrase of a sentence that can name who did a deed, in full, alone or as a crew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from atodds.model.text import Span
from atodds.vocab import load
from atodds.vocab.actors import actor_at, actor_words, listed_actors
from atodds.vocab.doer_phrases import LONGEST, Doer, begins_row, carrier_end, doer_at, is_linked, person_at, person_titles
from atodds.vocab.gazetteer import states
from atodds.vocab.lexicon import Phrases
from atodds.vocab.shortened import short_names

_CLOCK = 4  # digits of an hour in a telegram: "0300"
_ASIDE = 10  # tokens of "(ELN)" and its like


def doers(words: Sequence[str], lower: Sequence[str], text: str = "") -> list[Doer]:
    """Every noun phrase of a sentence that can name a doer, from left to right; `text` is the report, which may explain names itself."""
    found: list[Doer] = []
    learnt = names_learnt(text) if text else None
    if _names().isdisjoint(lower) and (learnt is None or learnt.absent(lower)):
        return found
    end, nobodies, titles = 0, _nobody(), person_titles()
    for place in _starts(words, lower, learnt):
        if place < end:
            continue
        word = lower[place]
        nobody = nobodies.at(lower, place) if word in nobodies else None
        doer = person_at(words, lower, place) if nobody is None and word in titles else None
        doer = doer_at(words, lower, place) if doer is None and nobody is None else doer
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
    beginnings, listed, nobody = _beginnings(), listed_actors(), _nobody()
    return [
        place
        for place, word in enumerate(lower)
        if word in beginnings
        or (
            words[place][0].isupper()
            and (word in nobody or not listed.absent(lower[place + 1 : place + 3]) or (learnt is not None and word in learnt))
        )
        or is_linked(word)
    ]


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
    whole = doer_at(words, lower, place) if place < len(lower) else None
    if whole is None or whole.kind != "force" or whole.at.end - doer.at.start > LONGEST:
        return doer
    return doer._replace(at=Span(doer.at.start, whole.at.end), end=_over_aside(lower, whole.end))


def _over_aside(lower: Sequence[str], end: int) -> int:
    """Behind a short name in brackets: "(ELN)"."""
    if end + 2 >= len(lower) or lower[end] not in ("(", "["):
        return end
    close = next((place for place in range(end + 2, min(len(lower), end + _ASIDE)) if lower[place] in (")", "]")), None)
    return end if close is None else close + 1


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


@lru_cache(maxsize=64)
def names_learnt(text: str) -> Phrases[bool] | None:
    """Names of bodies that fight which a report spells out and shortens: "the National Coast Front (NCF)"."""
    armed = actor_words("armed_nouns")
    names = [pair for pair in short_names(text).items() if not armed.isdisjoint(pair[1].lower().split())]
    return Phrases({name.lower(): True for pair in names for name in pair}) if names else None


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
        end = carrier_end(lower, place + 1) if word in actor_words("own") and place + 1 < len(lower) else None
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
    listed = link == [","] and second.kind == "joint" and begins_row(lower, first.start)
    fitting = "adjective" not in (first.kind, second.kind) and second.end - first.at.start <= LONGEST
    return Doer(first.start, Span(first.at.start, second.end), second.end, "joint") if fitting and (joined or listed) else None


@cache
def _names() -> frozenset[str]:
    """First words of actors, states, peoples and titles: no doer is without one."""
    return frozenset((*listed_actors().openers, *states().openers, *person_titles().openers))


@cache
def _beginnings() -> frozenset[str]:
    """Words that a doer can begin with, but for capitals and for what `is_linked` knows."""
    return _names() | actor_words("modifiers")


@cache
def _nobody() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["nobody"], True))


@cache
def _links() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("actors")["of_forces"], True))
