"""Places: where a sentence says that something happened, and which names of places say something else.

Only a place behind a word of place ("in Karachi", "the town of Sam", "strikes on Gaza") has the role "in". A nationality, a part of
a body's name, a state that acts ("Islamabad said") and a dateline are kept apart: none of them is the place of an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from atodds.extract.base import extractor
from atodds.extract.mentions.place_finding import Clues, placed
from atodds.extract.mentions.place_points import pointed
from atodds.extract.mentions.place_rows import containers, row, shared_class
from atodds.extract.mentions.place_settings import JOINS, Setting, setting
from atodds.extract.mentions.place_wholes import whole
from atodds.model.mention import Marks, Where
from atodds.model.text import Document, Sentence, Span
from atodds.model.where import Place, PlacePrecision
from atodds.vocab.forms import Sort
from atodds.vocab.gazetteer import State, name_openers, place_at, state_at
from atodds.vocab.placelines import Line, tells_what_happened
from atodds.vocab.placenames import Placename, country_of, is_capital, of_class, only_one, where_words
from atodds.vocab.shouting import in_capitals

Role = Literal["in", "nationality", "name", "dateline"]
Taken = tuple[int, list[Where]]  # where reading goes on, and what was found

_DASHES = frozenset("-–—") | {"--"}
_DATELINE = 12  # tokens from a dateline's place to its dash: "KABUL, Afghanistan (March 2, 2013) —"
_TITLE = 12  # words; a longer quotation is speech, not the title of a report
_HEADLINE = 0.7  # share of capitals; above it they name nothing: "Clash in Northern Valley Kills Ten"
_OPENING = Sort(lambda word: is_capital(word) or word.lower() in where_words()["first"])  # a name can begin with it


@extractor(assigns="places")
def places(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Where]:
    """Names of places with their role: where it happened, whose it is, whose name it is part of, where it was written."""
    yield from pointed(sentence, _Reader(sentence).read())


class _Reader:
    """One reading of a sentence's names, from left to right."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words, self.lower = sentence.tokens.words, sentence.tokens.lower
        self.where = where_words()
        self.upper = sentence.once(in_capitals)
        self.line = Line(self.words, self.lower, sentence.flow.text, self.upper)
        self.titles = tuple(_quoted_titles(self.words)) if "“" in self.words or '"' in self.words else ()

    def read(self) -> Iterator[Where]:
        place, openers = 0, name_openers()
        for here in [here for here, word in enumerate(self.words) if _OPENING[word]]:
            if here < place:
                continue
            if self.upper and here and not self.line.may_begin(here):
                continue
            place = here
            listed = self.lower[place] in openers or "-" in self.lower[place]
            found = self._dateline(place) or (self._state(place) or self._owned(place) if listed else None) or self._place(place)
            if found is None:
                place = self._past(place)
                continue
            place = found[0]
            yield from found[1]

    def _past(self, place: int) -> int:
        """Behind a run of capitals that names no place here: never over a name that a list knows."""
        name = None if self.lower[place] in self.where["never"] else self.line.name(place)
        if name is None or name.known:
            return place + 1
        return next((inner for inner in range(place + 1, name.end) if place_at(self.lower, inner, self.words)), name.end)

    # -- roles that are no place of an event

    def _dateline(self, place: int) -> Taken | None:
        """ "KABUL, Afghanistan (March 2, 2013) —" at the start, or in capitals behind a page's head."""
        shouted = not self.upper and len(self.words[place]) > 2 and self.words[place].isupper()
        if place > 0 and not shouted:
            return None
        name = self.line.name(place)
        if name is None or not name.known:
            name = self._shouted(place) if shouted else None
        if name is None:
            return None
        container = self.line.name(name.end + 1) if self.line.at(name.end) == "," else None
        listed = container is not None and bool(container.known)
        end = container.end if container is not None and listed else name.end
        if not self._ends_dateline(end, bare=shouted):
            return None
        country = country_of(container.known) if container is not None else None
        return end, [self._where(name, "dateline", country)]

    def _shouted(self, place: int) -> Placename | None:
        """A place in capitals that no list knows, before its country: "LOGAR PROVINCE, Afghanistan"."""
        end = place
        while end < len(self.words) and self.words[end].isupper() and self.words[end].isalpha():
            end += 1
        if any(place_at(self.lower, inner, self.words) for inner in range(place + 1, end)):
            return None
        container = self.line.name(end + 1) if self.line.at(end) == "," else None
        return Placename(Span(place, end)) if container is not None and container.known else None

    def _ends_dateline(self, end: int, *, bare: bool) -> bool:
        ahead = self.words[end : end + _DATELINE]
        if not ahead:
            return False
        if ahead[0] in _DASHES or (bare and ahead[0] == ":"):
            return True
        if ahead[0] == "(" and ")" in ahead:
            return bare or (ahead.index(")") + 1 < len(ahead) and ahead[ahead.index(")") + 1] in _DASHES)
        dated = len(ahead) > 2 and (ahead[1].lower() in self.where["calendar"] or ahead[1].isdigit())
        return ahead[0] == "," and dated and not _DASHES.isdisjoint(ahead)  # "BOGOTA, 3 MAR 89 (EFE) --"

    def _state(self, place: int) -> Taken | None:
        """A nationality: "Pakistani", "U.S. drones", "the Pakistan army", "the Islamabad government"."""
        state = state_at(self.lower, place, self.words)
        if state is None:
            return self._seat(place)
        longer = place_at(self.lower, place, self.words)
        if longer is not None and longer.end > state.end:
            return None
        at, before = Span(place, state.end), self.line.at(place - 1)
        if before == "on" and self.line.at(state.end) in self.where["soil"]:
            at = Span(place, state.end + 1)  # "on Pakistani soil": the one adjective that is a place
            return at.end, [self._mention(at, "in", state.name, state.country, "country")]
        if not state.noun:
            return None if self._is_language(place, state) else (at.end, [self._nationality(at, state)])
        modifies = self.line.at(state.end) in self.where["modified"]
        if state.adjective and not modifies and (before in self.where["prepositions"] or self._reached(place - 1)):
            modifies = self._plain_noun(state.end)
        return (at.end, [self._nationality(at, state)]) if modifies else None

    def _reached(self, place: int) -> bool:
        """ "Attacked the U.S. compound": behind the article of an object."""
        before = self.line.at(place - 1)
        return self.line.at(place) == "the" and (before in self.where["reaching"] or before in self.where["upon"])

    def _nationality(self, at: Span, state: State) -> Where:
        return self._mention(at, "nationality", state.name if state.country else None, state.country, "country")

    def _is_language(self, place: int, state: State) -> bool:
        """ "in English," "in French": spoken or written so."""
        following = self.line.at(state.end)
        return self.line.at(place - 1) in ("in", "into") and (not following[:1].isalnum() or following in JOINS)

    def _plain_noun(self, place: int) -> bool:
        """ "in U.S. airspace", not "in U.S. and", "in the U.S. on"."""
        return place < len(self.words) and self.words[place].islower() and self.lower[place] not in self.where["closed"]

    def _seat(self, place: int) -> Taken | None:
        """A capital that stands for its state: "the Islamabad government"."""
        found = place_at(self.lower, place, self.words)
        if found is None or self.line.at(found.end) not in self.where["rules"]:
            return None
        return found.end, [self._where(Placename(Span(place, found.end), found.places), "nationality", None)]

    # -- places

    def _owned(self, place: int) -> Taken | None:
        """ "in Pakistan's tribal areas", "in Sweden's north": a part of a state by its class word alone."""
        found = place_at(self.lower, place, self.words)
        if found is None or not self.line.possessive(found.end):
            return None
        end = self._part_of_state(found.end + 1)
        if end is None:
            return None
        if setting(self.line, place).role != "in":
            return None
        return end, [self._mention(Span(place, end), "in", None, country_of(found.places), "area")]

    def _part_of_state(self, place: int) -> int | None:
        """The end of "northern tribal areas" or "far north", behind a possessive."""
        while True:
            phrase = self.where.classes.at(self.lower, place) if place < len(self.lower) else None
            if phrase is not None:
                return phrase[0] if " ".join(self.lower[place : phrase[0]]) in self.where["owned"] else None
            if self.line.at(place) not in self.where["between"] or self.line.capital(place):
                break
            place += 1
        ends = not self.line.at(place)[:1].isalnum() or self.line.at(place) in self.where["closed"]
        return place if ends and self.line.at(place - 1) in self.where["compass"] else None

    def _place(self, place: int) -> Taken | None:
        name = self.line.name(place)
        if name is None:
            return None
        here = setting(self.line, place)
        if self._is_body(name, here) or any(title.start <= place < title.end for title in self.titles):
            return (name.end, [self._where(name, "name", None)]) if name.known else None
        if here.role != "in" and self._stands_alone(name):
            here = Setting("in")
        name = _classed(name, shared_class(self.line, name) or here.precision)
        if not self._acceptable(name, here):
            return None
        if self.line.possessive(name.end):
            return self._possessed(name, here) if name.known else None
        country, end, outers = containers(self.line, name, here.country)
        found = [self._where(name, here.role, country, outers, close=here.close)]
        if here.role == "in":
            for other in row(self.line, name, end):
                own, end, outers = containers(self.line, other, None)
                found.append(self._where(other, "in", own or (None if other.known else country), outers, close=here.close))
            found = whole(self.sentence, found)
        return end, found

    def _is_body(self, name: Placename, here: Setting) -> bool:
        """ "the Kabul Times", "the Pakistan Senate"; yet "in Pakistan Prime Minister Aziz said" has a place."""
        country = bool(name.known) and all(each.precision == "country" for each in name.known)
        return name.body and not (country and here.role == "in" and self.line.at(name.at.start - 1) != "the")

    def _acceptable(self, name: Placename, here: Setting) -> bool:
        """A name of our list always; another only where the words say that it is a place."""
        if name.gazetted and (here.role != "in" or name.body):
            return False  # GeoNames knows more people than places
        if (name.known and not name.gazetted) or here.role != "in" or name.body:
            return bool(name.known)
        if name.class_word is None and tells_what_happened(self.lower[name.at.start : name.end]):
            return False
        if name.precision is not None or containers(self.line, name, None).end > name.end:
            return True
        if name.gazetted and (here.naming or here.entering):
            return True
        return here.naming and not self.upper and not self._headline() and not self.line.possessive(name.end)

    def _headline(self) -> bool:
        letters = sum(word[0].isalpha() for word in self.words)
        return letters > 3 and sum(map(is_capital, self.words)) > letters * _HEADLINE

    def _possessed(self, name: Placename, here: Setting) -> Taken:
        """ "in Pakistan's Swat Valley": the state only says whose the place is; "in Pakistan's view" it is no place."""
        inner = name.end + 1
        while self.line.at(inner) in self.where["between"]:
            inner += 1
        owned = self.line.name(inner) if here.role == "in" and self.line.capital(inner) else None
        if owned is not None and not owned.body and (owned.known or owned.class_word is not None):
            country, end, outers = containers(self.line, owned, country_of(name.known))
            return end, [self._where(owned, "in", country, outers)]
        site = name.precision != "country" and self.line.at(inner) in self.where["sites"]  # "in Karachi's streets"
        return name.end, [self._where(name, "in" if site and here.role == "in" else "name", here.country)]

    def _stands_alone(self, name: Placename) -> bool:
        """ "Datta Khel, North Waziristan." as a sentence; "Aug. 4, 2016, al Kashma, Syria, by phone"."""
        start = name.at.start
        if start > 0 and self.line.at(start - 1) not in (",", ":"):
            return False
        end = containers(self.line, name, None).end
        if end == name.end or self.words[name.end] != ",":
            return False
        if start == 0:
            return all(not word[0].isalnum() for word in self.lower[end:])
        dated = self.line.at(start - 2)[:1].isdigit() or self.line.at(start - 2) in self.where["calendar"]
        return dated and self.line.at(end) in ("", ".", ",", ";", "(", "via", *_DASHES)

    # -- what is yielded

    def _where(self, name: Placename, role: Role, country: str | None, outers: Sequence[Placename] = (), *, close: bool = False) -> Where:
        known, own = name.known, country_of(name.known)
        if country is not None and any(each.country == country for each in known):
            known, own = tuple(each for each in known if each.country == country), country
        elif country is not None and own not in (country, None):
            known, own = (), country  # "Paris, Texas": what the words say outweighs the list
        if close:
            known = of_class(known, "town")
        precision = name.precision or only_one({each.precision for each in known})
        place = Place(
            text=self.sentence.words(name.at), name=only_one({each.name for each in known}) or None, country=own or country,
            precision=precision,
        )  # fmt: skip
        if role == "in":
            clues = Clues(self.line, name, outers, close=close)
            place = placed(place, clues)
        return Where(at=name.at, place=place, role=role)

    def _mention(self, at: Span, role: Role, name: str | None, country: str | None, precision: PlacePrecision | None) -> Where:
        return Where(at=at, place=Place(text=self.sentence.words(at), name=name, country=country, precision=precision), role=role)


def _classed(name: Placename, precision: PlacePrecision | None) -> Placename:
    """The name with a class word that stands apart from it: "the province of Herat"."""
    if precision is None or name.precision is not None or any(each.precision == "country" for each in name.known):
        return name
    return name._replace(known=of_class(name.known, precision), precision=precision)


def _quoted_titles(words: Sequence[str]) -> Iterator[Span]:
    """Short quotations most of whose words have capitals: "Death From Above in Pakistan" is a report, not a place of one."""
    opened: int | None = None
    for place, word in enumerate(words):
        if word == "“" or (word == '"' and opened is None):
            opened = place
        elif word in ("”", '"') and opened is not None:
            inner = [each for each in words[opened + 1 : place] if each[0].isalpha()]
            if 1 < len(inner) <= _TITLE and sum(map(is_capital, inner)) * 5 >= len(inner) * 3 and is_capital(inner[0]):
                yield Span(opened + 1, place)
            opened = None
