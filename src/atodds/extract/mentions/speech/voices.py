"""Speakers: what of a noun phrase is the name, what the role, and which text speaks for its maker."""

from __future__ import annotations

from typing import NamedTuple

from atodds.extract.mentions.speech.phrases import speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.model.text import Span

_COUNTING = ("numbers", "indefinites", "amounts")  # before "of", what they count speaks: "a majority of voters"
LONGEST = 12  # tokens of a speaker's name


class Voice(NamedTuple):
    """Who speaks: the name to print, the role beside it, and all of the words that tell it."""

    speaker: Span
    at: Span
    role: Span | None = None
    carrier: bool = False
    sure: bool = True  # a name, a pronoun or a noun that is known to speak
    text: bool = False  # a report, figures, a poll: it can "show 300 dead"
    named: bool = True  # False where something is said and nobody is named: "parliament was told"


def voice(read: Reading, phrase: Span) -> Voice | None:
    """Who speaks in a noun phrase: None where nobody does ("the blast", "which")."""
    start, end = phrase
    if end - start == 1 and (read.within(start, "pronouns") or read.within(start, "indefinites")):
        return Voice(phrase, phrase)
    head = head_of(read, phrase)
    if read.lower[head] in read.lex.sets["never"]:
        return None
    if _several(read, phrase):
        return _plain(read, phrase, head)
    for found in (_maker(read, phrase, head), _named(read, phrase)):
        if found is not None:
            return found
    return _plain(read, phrase, head)


def nobody(cue: Span) -> Voice:
    """The voice of what is said without a word of who says it."""
    return Voice(cue, cue, named=False)


def _several(read: Reading, phrase: Span) -> bool:
    """ "Residents and Mayor Omar Said": two speakers, and no name with a long role; "President and Defence Minister Omar Said" is one."""
    for place in range(phrase.start + 1, phrase.end - 1):
        if not read.within(place, "pairing"):
            continue
        plural = read.lower[place - 1].endswith("s") and speaks(read, place - 1)
        person = read.capital(place - 1) and not speaks(read, place - 1) and read.lex.titles.at(read.lower, phrase.start) is not None
        apart = read.within(place + 1, "determiners") or read.lex.titles.at(read.lower, place + 1) is not None
        if (plural and apart) or (person and read.words[place + 1].islower()):
            return True
    return False


def head_of(read: Reading, phrase: Span) -> int:
    """The last noun before the first preposition: "officials" of "officials in the town"."""
    for place in range(phrase.start + 1, phrase.end):
        if read.within(place, "prepositions") and read.lower[place] not in ("-",):
            return place - 1
    return phrase.end - 1


def _maker(read: Reading, phrase: Span, head: int) -> Voice | None:
    """Whose text it is: "the Amnesty International report", "a report by the UN", "figures from the ministry"."""
    if read.lower[head] not in read.lex.sets["carriers"] or (read.capital(head) and head > phrase.start):
        return None
    if head + 2 < phrase.end and read.within(head + 1, "makers"):
        made = bare(read, Span(head + 2, phrase.end))
        if read.lower[head + 1] != "of" and (inner := voice(read, made)) is not None and inner.sure:
            return inner._replace(at=phrase, text=True)
    owner = _owner(read, phrase.start, head)
    if owner is not None and owner.end - owner.start == 1 and read.within(owner.start, "origins"):
        owner = None  # "Western accounts"
    if owner is not None:
        return Voice(owner, phrase, text=True)
    return Voice(_short(read, phrase), phrase, carrier=read.lower[head] in read.lex.sets["dispatches"], text=True)


def _owner(read: Reading, start: int, head: int) -> Span | None:
    """The name before a carrier noun: "Herald" of "the June 3 Herald report"."""
    end = head
    while end > start and not read.possessive(end - 1):
        if read.within(end - 1, "generic") and (end == 1 or not read.capital(end - 1)):
            return None  # "Israeli media reports"
        if read.capital(end - 1):
            break
        if read.within(end - 1, "bodies"):
            return Span(end - 1, end)  # "a police report"
        end -= 1
    if end - 1 > start and read.possessive(end - 1):
        return _short(read, bare(read, Span(start, end - 1)))
    first = end
    while (
        first > start
        and (read.capital(first - 1) or read.within(first - 1, "always_inside") or read.within(first - 1, "pairing"))
        and not read.time_word(first - 1)
    ):
        first -= 1
    while first < end and (not read.capital(first) or read.lower[first] in read.lex.sets["articles"]):
        first += 1
    if first == 0 and end == 1 and read.lex.outlets.at(read.lower, 0) is None:
        return None  # "Open source video": any word has a capital there
    return Span(first, end) if first < end and read.lower[first] not in read.lex.sets["determiners"] else None


def _named(read: Reading, phrase: Span) -> Voice | None:
    """A personal name behind its titles: "Works Minister Omar Said", "enforced disappearance Lena Holt"."""
    start, end = phrase
    run = _name_run(read, start, end)
    title = 0  # where the last title ends
    place = start if not read.lex.titles.absent(read.lower[start:end]) else end
    while place < end:
        hit = read.lex.titles.at(read.lower, place)
        if hit is not None and hit[0] < end:
            title = hit[0]
        place = hit[0] if hit is not None else place + 1
    name = None
    if title and run < end:
        if title >= run and all(name_part(read, each) for each in range(title, end)):
            name = Span(title, end)
        elif title < run:
            name = _last_names(read, run, end)
    elif run > start and run < end and read.lower[run - 1].isalpha() and not read.within(run - 1, "prepositions"):
        if read.noun_like(run - 1) and not read.capital(run - 1) and (end - run > 1 or read.lower[run - 1] in read.lex.sets["bodies"]):
            name = Span(run, end)
        elif read.lower[run - 1] == "'s" and end - run > 1 and read.lex.outlets.at(read.lower, start):
            name = Span(run, end)  # "Dawn's Omar Said"
    name = _person(read, name) if name is not None else None
    if name is None:
        return None
    role = bare(read, Span(start, name.start))
    while role.end > role.start and (read.possessive(role.end - 1) or read.words[role.end - 1] == "-"):
        role = Span(role.start, role.end - 1)
    return Voice(name, phrase, role=role if role.end > role.start else None)


def _person(read: Reading, name: Span) -> Span | None:
    """What of a run of capitals is the person: nothing of "Tamar Police Command", the end of "Tamar Health Office Omar Said"."""
    start = name.start
    for place in range(*name):
        if read.within(place, "bodies"):
            start = place + 1
    return Span(start, name.end) if start < name.end else None


def name_part(read: Reading, place: int) -> bool:
    """Can the word stand in a personal name?"""
    return read.capital(place) or read.lower[place] in read.lex.sets["particles"] or read.words[place] == "-" or read.initial(place)


def _name_run(read: Reading, start: int, end: int) -> int:
    """Where the capitalised words that close a phrase begin."""
    first = end
    while first > start and name_part(read, first - 1):
        first -= 1
    while first < end and (not read.capital(first) or read.lower[first] in read.lex.sets["articles"]):
        first += 1
    return first


def _last_names(read: Reading, run: int, end: int) -> Span | None:
    """The person in "Ambassador to Norland Peter G. Lund": of three names or more the last two, with an initial between."""
    if not read.within(run - 1, "inside") and not read.within(run - 1, "determiners"):
        return Span(run, end) if end - run > 1 or read.noun_like(run - 1) else None
    if end - run < 3:
        return None
    first = end - 2
    if first - 2 > run and read.initial(first):
        first -= 2
    return Span(first, end)


def bare(read: Reading, phrase: Span) -> Span:
    """The phrase without its article."""
    start = phrase.start
    while start < phrase.end - 1 and read.within(start, "articles"):
        start += 1
    return Span(start, phrase.end)


def _plain(read: Reading, phrase: Span, head: int) -> Voice | None:
    """The phrase as it stands; a name loses its article, a noun keeps it."""
    short = bare(read, phrase)
    name = short if read.capital(short.start) and short.start > phrase.start else phrase
    capital = any(read.capital(place) for place in range(name.start, name.end) if place > 0) or bool(
        read.lex.outlets.at(read.lower, short.start) or (read.capital(0) and short.start == 0 and not _common(read, 0))
    )
    counted = head + 1 < phrase.end and read.lower[head + 1] == "of" and any(read.within(head, name) for name in _COUNTING)
    sure = capital or any(speaks(read, place) for place in range(phrase.start, phrase.end if counted else head + 1))
    return Voice(_short(read, name), phrase, sure=sure)


def _common(read: Reading, place: int) -> bool:
    """A word that only its place at the head of the sentence gives a capital, as far as one can see."""
    return place + 1 < read.size and read.words[place].istitle() and read.lower[place].endswith("s") and not read.capital(place + 1)


def _short(read: Reading, phrase: Span) -> Span:
    """At most twelve tokens: what goes beyond is cut before its last preposition."""
    end = phrase.end
    while end - phrase.start > LONGEST:
        cuts = [place for place in range(phrase.start + 1, end) if read.within(place, "prepositions")]
        end = cuts[-1] if cuts else phrase.start + LONGEST
    return Span(phrase.start, end)
