"""Voices: who each speaker of one document is, shortened names and pronouns led back to the full ones (rules 3.1, 3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from atodds.incidents.known import hits_in
from atodds.incidents.naming import Post, post, several
from atodds.incidents.parties import Party, party
from atodds.incidents.wording import kinds, listed, tied, words_in
from atodds.model.claim import Claim
from atodds.model.source import Link
from atodds.model.text import Document
from atodds.vocab import load, words_of
from atodds.vocab.bodies import bodies, key_of

_Said = tuple[str, str | None, str | None]  # speaker, actor, role


class Voices:
    """The speakers of one document. A name is one voice there, however it is shortened, where one fuller name fits."""

    def __init__(self, document: Document, claims: Iterable[Claim]) -> None:
        self._document = document
        every = {said for claim in claims for link in claim.attribution for said in _each(link)}
        self._said = sorted(every, key=lambda said: [each or "" for each in said])

    def of(self, link: Link) -> Party:
        """Who a link of a chain is, by the fullest of his names here; of two who speak as one, the first that is a name."""
        found = [self._settled[said] for said in _each(link)]
        voice = next((each for each in found if each.identified), found[0])
        return voice._replace(name=self._names[voice.key]) if voice.identified else voice

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """For each voice the name that says most of who it is: "Pakistan's Ministry of Defence", and not "Ministry of Defence"."""
        found: dict[str, str] = {}
        for said in self._said:
            voice = self._settled[said]
            if voice.identified:
                written = (voice.name, found.get(voice.key, voice.name))
                found[voice.key] = max(written, key=lambda name: (_tells(name, voice.key), -len(name), name))
        return found

    @cached_property
    def _settled(self) -> Mapping[_Said, Party]:
        return {said: self._office(said, self._full(self._raw[said], said[0])) for said in self._said}

    @cached_property
    def _raw(self) -> Mapping[_Said, Party]:
        """Each speaker by his own words."""
        return {said: party(said[0], said[1], self._document.text) for said in self._said}

    @cached_property
    def _named(self) -> Mapping[str, Party]:
        """All who are named here as speakers, or as those for whom one speaks, by key."""
        found = {each.key: each for each in self._raw.values() if each.identified}
        for said in self._said:
            named = self._post(said).named
            if named is not None and named.sort == "body":
                found.setdefault(named.key, Party(named.key, named.side, self._post(said).whose, True))
        return found

    @cached_property
    def _mentioned(self) -> Mapping[str, Party]:
        """The listed bodies that the text names anywhere."""
        words = words_in(self._document.text)
        found = (hit for hit in hits_in(words) if hit.named.sort == "body")
        return {hit.named.key: Party(hit.named.key, hit.named.side, " ".join(words.written[hit.start : hit.end]), True) for hit in found}

    def _full(self, raw: Party, speaker: str) -> Party:
        """The fuller name of a shortened one, where exactly one fits; else the voice as it is."""
        if raw.identified and (raw.key in listed_keys() or raw.side != raw.key):
            return raw
        if raw.identified and raw.key.upper() in load("countries"):
            return self._namesake(raw, speaker)
        if not raw.identified and raw.side != raw.key:
            return raw  # an official of a body stays somebody
        for words in _ways(raw, speaker):
            for among in (self._named, self._mentioned):
                fuller = self._fuller(raw, speaker, words, among)
                if fuller is not None:
                    return fuller
        return raw if raw.identified else self._same_noun(raw, speaker, _content(speaker))

    def _namesake(self, state: Party, speaker: str) -> Party:
        """The person whose last name is a country's, where he speaks in full: "Jordan" of "Jim Jordan"."""
        persons = (key for key in self._named if key.count("-") == 1 and key not in listed_keys())
        return _longest({key: self._named[key] for key in persons if key.endswith(f"-{speaker.lower()}")}) or state

    def _fuller(self, raw: Party, speaker: str, words: Sequence[str], among: Mapping[str, Party]) -> Party | None:
        """The one party of some that the words shorten, or that is what they call it: "the Observatory", "a monitor", "the group"."""
        noun, found = " ".join(words), dict[str, Party]()
        if words and (raw.identified or _definite(speaker)):
            found = {key: each for key, each in among.items() if key != raw.key and _holds(each, words, within=raw.identified)}
        if not found and not raw.identified and among is self._named:
            if noun in listed("watchers"):
                found = {key: each for key, each in among.items() if key in _counting()}
            elif _definite(speaker) and noun in _sectors():
                found = {key: each for key, each in among.items() if listed_keys().get(key) in _sectors()[noun]}
        return _longest(found)

    def _same_noun(self, raw: Party, speaker: str, words: Sequence[str]) -> Party:
        """ "The source" is the one source that spoke before, by whatever more it is called."""
        if len(words) != 1 or not _definite(speaker):
            return raw
        unnamed = (each for each in self._raw.values() if not each.identified and each.key != raw.key)
        others = {each.key: each for each in unnamed if _noun(each.name) == words[0]}
        return next(iter(others.values())) if len(others) == 1 else raw

    def _office(self, said: _Said, full: Party) -> Party:
        """A spokesman is the body's voice; another person of office stays a voice of his own, on the side of his body."""
        roles = self._roles.get(self._raw[said].key) or self._roles.get(full.key)
        if roles is None or not full.identified:
            return full
        body, mouth = roles
        if mouth:
            return Party(body.key, body.side, full.name, True)
        return full if full.side != full.key else Party(full.key, body.side, full.name, True)

    @cached_property
    def _roles(self) -> Mapping[str, tuple[Party, bool]]:
        """Whose each person is, by the role that the document gives him once."""
        found: dict[str, tuple[Party, bool]] = {}
        for said in self._said:
            at, raw = self._post(said), self._raw[said]
            body = self._body(at)
            if body is None or not raw.identified or raw.key in listed_keys():
                continue
            mouth = at.mouth or (at.head and body.key in _watching())
            if raw.key not in found or (mouth and not found[raw.key][1]):
                found[raw.key] = (body, mouth)
        return found

    def _body(self, at: Post) -> Party | None:
        if at.named is not None:
            return Party(at.named.key, at.named.side, at.whose, True)
        words = tuple(word for word in _content(at.whose) if word not in listed("titles"))
        if not words or not at.whose[0].isupper():
            return None
        for among in (self._named, self._mentioned):
            longest = _longest({key: each for key, each in among.items() if _holds(each, words)})
            if longest is not None:
                return longest
        return None

    def _post(self, said: _Said) -> Post:
        return post(said[2]) if said[2] is not None else Post(None, mouth=False, head=False, whose="")


def _each(link: Link) -> list[_Said]:
    """A link's speakers, one by one."""
    return [(name, link.actor, link.role) for name in several(link.speaker)]


def _content(name: str) -> tuple[str, ...]:
    """The words of a name, without articles and descriptions: "The UK-based Observatory" is "observatory"."""
    words = list(words_in(name).lower)
    while len(words) > 1 and words[1] not in listed("links") and (words[0] in _before_names() or tied(words[0])):
        del words[0]
    return tuple(word for word in words if word != "'s")


@cache
def _before_names() -> frozenset[str]:
    return listed("articles") | listed("definite") | listed("titles") | words_of("speakers", "honorifics")


def _definite(speaker: str) -> bool:
    """Does the name point back: with "the", or with a capital and no article?"""
    first = speaker.split()[0].lower()
    return first in listed("definite") or (speaker[0].isupper() and first not in listed("articles"))


def _tells(name: str, key: str) -> int:
    """How many parts of a key a name has, its state counted as one."""
    words = words_in(name)
    state = any(hit.named.sort == "state" and key.startswith(f"{hit.named.key}-") for hit in hits_in(words))
    return state + len(set(words.lower) & set(key.split("-")))


def _noun(name: str) -> str | None:
    """The noun that heads a voice's words: "source" of "a source at the command"."""
    words = _content(name)
    end = next((place for place, word in enumerate(words) if place and word in listed("links")), len(words))
    return words[end - 1] if words else None


def _holds(each: Party, words: Sequence[str], *, within: bool = False) -> bool:
    """Are the words some of the name's, in a row, and not all of them? `within`: not its first, as "Clinton" is of "Clinton campaign"."""
    names = [tuple(each.key.split("-"))]
    if each.key not in listed_keys():
        names += [_content(each.name), tuple(word for word in words_in(each.name).lower if word not in listed("articles"))]
    size = len(words)
    return any(len(full) > size and tuple(words) in {full[at : at + size] for at in range(within, len(full) - size + 1)} for full in names)


def _longest(found: Mapping[str, Party]) -> Party | None:
    """The one party that fits; of a name and its shortened forms, the full one; None where two differ."""
    if not found:
        return None
    longest = max(found.values(), key=lambda each: (len(each.key), each.key))
    short = (each for each in found.values() if each.key != longest.key)
    same = all(_holds(longest, _content(each.name)) or _holds(longest, each.key.split("-")) for each in short)
    return longest if same else None


def _ways(raw: Party, speaker: str) -> Iterator[tuple[str, ...]]:
    """The words by which a shorter name may be found in a fuller one: "the observatory group", "observatory", "the head of the monitor"."""
    words = _content(speaker if speaker.lower() not in words_of("speakers", "pronouns") else raw.key.replace("-", " "))
    yield words
    if not raw.identified and len(words) > 1:
        if words[-1] in kinds():
            yield words[:-1]
        at = post(speaker)
        if at.named is None and (at.head or at.mouth):
            yield _content(at.whose)


@cache
def listed_keys() -> Mapping[str, str]:
    """The sector of every listed body, by key."""
    return {body.key: body.sector for _, body in bodies().items()}


@cache
def _sectors() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = load("parties")["bodies"]
    return found


@cache
def _watching() -> frozenset[str]:
    """The bodies of the lists that watch and count."""
    return frozenset(body.key for _, body in bodies().items() if body.sector == "NGO")


@cache
def _counting() -> frozenset[str]:
    """Those of them that count the dead day by day."""
    return frozenset(key_of(name) for name in load("parties")["counting"])
