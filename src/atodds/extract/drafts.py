"""Drafts: figures of one sentence, before anyone is named as their source and before they have a scope."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import msgspec

from atodds.extract import rules
from atodds.extract.chunks import Chunks
from atodds.extract.names import named
from atodds.model.figure import Measure
from atodds.model.mention import Deed, Group
from atodds.model.text import Sentence, Span
from atodds.vocab import load
from atodds.vocab.people import nouns, plural_of

_MEMBERS = re.compile(r"(?P<number>[a-z]+(?:-[a-z]+)?|\d+)-(?P<unit>[a-z]+)")
# After "including": items in a row, each with what belongs to it: "three women and six children", "50 from her security detail".
_INCLUDED = re.compile(r"[i(][.aq]{0,3}[.aqopPtyM]{0,6}[GU]?(?:[.aqoptyMPr]{0,6}(?:,&|,|&)[.aq]{0,3}[GU.P]?)*")
_NEXT = re.compile(r"[.aopqtP]{0,4}?(?:,&|,|&)a*(?P<n>[GU])(?![.apt]{0,5}[bhKDIJk])")
_OWN_VERB = re.compile(r"[.at]{0,3}[bhKID]")
# Which rules may count one person by "the" or by a name.
_ONE_PERSON = {"definite": ("active", "passive", "left"), "name": ("active", "passive", "left", "death_of", "intransitive")}
_GATHERED = re.compile(rf"{rules.AFTER}{{0,6}}?[abhn]*C")
_GOVERNING = ("o", "p", "y", "z", "w", "v")  # prepositions: what follows is governed by them
_AMONG = re.compile(r"(?P<n>[GU])[.aoqpP,]{0,5}b?m[.aq]{0,2}(?P<e>G)")


@dataclass
class Draft:
    """A figure in the making: the counted group, what was done to it, and the words that carry it."""

    group: Group
    measure: Measure
    rule: str
    chunk: int  # which chunk the group is
    deed: Deed | None = None
    whole: Draft | None = None  # the figure that this one is a part of
    back: bool = False  # its whole stands in a sentence before: "four of the dead were women"
    names: list[Span] = field(default_factory=list)
    verb: Span | None = None  # the words that make it a figure where no deed of harm does: "had assembled", "sent"

    @property
    def tokens(self) -> Span:
        """From the group to the deed, whichever comes first."""
        at = self.group.at if self.deed is None else self.group.at.cover(self.deed.at)
        return at if self.verb is None else at.cover(self.verb)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule.name, rule.regex) for rule in rules.RULES)


def drafts(sentence: Sentence, found: Chunks) -> list[Draft]:
    """Every figure of the sentence, in the order of its words; each group gives one at most."""
    made: dict[int, Draft] = {}
    parts = _parts(found)
    inside = {place for places in parts.values() for place in places}
    for name, pattern in _compiled():
        for match in _matches(pattern, found.symbols):
            place = match.start("n")
            if place in inside or place in made or _unreal(match, found):
                continue
            if _governed(found, place, match, made):
                continue
            if name == "intransitive" and found.symbols[place] == "U" and not _violently(sentence):
                continue
            if name == "predicate" and not _linked(sentence, found, match):
                continue
            if name == "apposition" and not _is_name(sentence, found, match):
                continue
            draft = _draft(name, match, found)
            if draft is not None:
                made[place] = draft
                _coordinate(draft, found, made, inside)
                _coordinate_subject(draft, found, made, inside)
    _add_parts(parts, found, made)
    _add_names(sentence, parts, found, made)
    _add_among(found, made)
    _add_of_them(sentence, found, made)
    _add_of_the_dead(sentence, found, made)
    _add_things(sentence, found, made)
    return [made[place] for place in sorted(made)]


_OF_ANOTHER = re.compile(r"(?P<n>[GU])[.a]{0,2}[op]$")


def _governed(found: Chunks, place: int, match: re.Match[str], made: dict[int, Draft]) -> bool:
    """ "three of the five attackers were killed", "five children from one family died": the first count is the subject."""
    before = _OF_ANOTHER.search(found.symbols, 0, place)
    if before is None or before.start("n") not in made or "d" not in match.groupdict():
        return False
    return made[before.start("n")].deed == found.items[match.start("d")].deed


def _violently(sentence: Sentence) -> bool:
    """One person who "died" is a casualty only where the sentence says of what: an attack, a weapon, wounds, torture."""
    return not _violence().isdisjoint(sentence.tokens.lower)


@cache
def _violence() -> frozenset[str]:
    attacks = load("attacks")["nouns"]
    return frozenset((*attacks, *attacks.values(), *load("counted")["violent"]))


def _linked(sentence: Sentence, found: Chunks, match: re.Match[str]) -> bool:
    """ "five found dead", "12 feared dead"; in "another buries its dead" nobody is said to be dead."""
    linking = load("grammar")["linking"]
    between = found.items[match.start("n") + 1 : match.start("d")]
    return all(item.symbol != "." or sentence.words(item.span).lower() in linking for item in between)


def _is_name(sentence: Sentence, found: Chunks, match: re.Match[str]) -> bool:
    """Is what stands between the deed and the noun a person's name, all in capitals and no place?"""
    between = Span(found.items[match.start("d")].span.end, found.items[match.start("n")].span.start - 1)
    return all(word[:1].isupper() for word in sentence.tokens.words[between.start : between.end])


@cache
def _death_of() -> re.Pattern[str]:
    """The rule whose deed is a noun even where a verb is spelt alike: "the capture of ten men"."""
    return next(rule.regex for rule in rules.RULES if rule.name == "death_of")


def _matches(pattern: re.Pattern[str], symbols: str) -> Iterator[re.Match[str]]:
    """Matches from left to right; a match may begin inside the one before, so that two counts can share a word between them."""
    place = 0
    while match := pattern.search(symbols, place):
        yield match
        place = match.start() + 1


def _unreal(match: re.Match[str], found: Chunks) -> bool:
    """ "could be killed", "will die", "were not killed", "to kill ten": no occurrence."""
    aux = match.groupdict().get("x") or ""
    if ("V" in aux and "h" not in aux) or "n" in aux or (aux.startswith("z") and "h" not in aux):
        return True
    if "d" not in match.groupdict():
        return False
    deed = match.start("d")
    if found.symbols[deed] == "T" and "V" in found.symbols[deed : match.start("n")]:
        return True  # "the toll could rise to 100"
    before = found.symbols[max(0, deed - 3) : deed]
    if found.symbols[deed] == "k":
        return match.re.pattern != _death_of().pattern and bool(re.search(r"[Vzn]a?$", before))
    return bool(re.search(r"[Vn]a?h?a?$", before))


def _draft(name: str, match: re.Match[str], found: Chunks) -> Draft | None:
    place = match.start("n")
    group = found.items[place].group
    assert group is not None
    if name == "deaths":
        return Draft(group, group.deed or "killed", name, place) if group.by == "number" else None
    deed = found.items[match.start("d")].deed
    if deed is None:
        return None
    if group.by in ("definite", "name") and name not in _ONE_PERSON[group.by]:
        return None
    if group.by != "number" and place < match.start("d") and found.symbols[:place].rstrip("a")[-1:] in _GOVERNING:
        return None  # "50 from her security detail, were killed": the detail is no subject
    measure = deed.measure
    group = _kind_of_its_set(group, found, place)
    if "e" in match.groupdict():
        second = found.items[match.start("e")].deed
        both = {measure, second.measure if second else measure}
        measure = measure if len(both) == 1 else "casualties" if both == {"killed", "wounded"} else "other"
    elif symbols_after(found, match.start("d")) and name in ("passive", "headline"):
        measure = "casualties" if measure in ("killed", "wounded") else measure
    return Draft(group, measure, name, place, deed, names=_names_of(group))


def _kind_of_its_set(group: Group, found: Chunks, place: int) -> Group:
    """ "three of the five attackers": the three are attackers."""
    inner = found.items[place + 2].group if found.symbols[place + 1 : place + 3] == "oG" else None
    if group.of != "bare" or inner is None or inner.of != "people":
        return group
    return msgspec.structs.replace(group, category=inner.category, kinds=inner.kinds, as_claimed=inner.as_claimed)


def _names_of(group: Group) -> list[Span]:
    """The name of a person who is counted by it."""
    if group.by != "name" or group.head is None:
        return []
    return [group.at if group.head == group.at else Span(group.head.end, group.at.end)]


def symbols_after(found: Chunks, deed: int) -> bool:
    """Does "or wounded" follow at once, with no count of its own?"""
    return bool(re.match(r"&a*K(?!a*[GU])", found.symbols[deed + 1 :])) and found.items[deed + 2].deed is not None


def _coordinate(draft: Draft, found: Chunks, made: dict[int, Draft], inside: set[int]) -> None:
    """ "killed three soldiers and two children": counts in a row under one deed that stands before them."""
    if draft.deed is None or draft.deed.at.start > draft.group.at.start:
        return
    place = draft.chunk
    while match := _NEXT.match(found.symbols, place + 1):
        place = match.start("n")
        group = found.items[place].group
        if place in inside or place in made or group is None:
            return
        if group.by == "article" and draft.group.by in ("name", "definite") and found.symbols[place - 1] == ",":
            return  # "killed Karim Shah, a teacher": the noun behind the name counts nobody else
        made[place] = Draft(_same_people(group, draft.group), draft.measure, rules.COORDINATED.name, place, draft.deed)


def _same_people(group: Group, first: Group) -> Group:
    """ "no civilians in 2012 and none in 2013": a bare second count is of the same people as the first."""
    if group.of != "bare" or group.others:
        return group
    return msgspec.structs.replace(group, of=first.of, category=first.category, kinds=first.kinds, as_claimed=first.as_claimed)


_SUBJECT_BEFORE = re.compile(r"(?P<n>[GU])[.]{0,2},?&a*$")
_SUBJECT_IN_ROW = re.compile(r"(?P<n>[GU])[.]{0,2},a*$")


def _coordinate_subject(draft: Draft, found: Chunks, made: dict[int, Draft], inside: set[int]) -> None:
    """ "Four policemen and a passer-by died": counts in a row before the verb."""
    if draft.deed is None or draft.deed.at.start < draft.group.at.start:
        return
    place = draft.chunk
    while match := (_SUBJECT_BEFORE if place == draft.chunk else _SUBJECT_IN_ROW).search(found.symbols, 0, place):
        place = match.start("n")
        group = found.items[place].group
        if place in inside or place in made or group is None or group.by == "definite":
            return
        made[place] = Draft(_same_people(group, draft.group), draft.measure, rules.COORDINATED.name, place, draft.deed)


def _parts(found: Chunks) -> dict[int, list[int]]:
    """For each "including", the counted groups in the row behind it."""
    parts: dict[int, list[int]] = {}
    for place, symbol in enumerate(found.symbols):
        if symbol != "i":
            continue
        match = _INCLUDED.match(found.symbols, place)
        row = [] if match is None else [
            inner for inner in range(place, match.end())
            if found.symbols[inner] in "GU" and _heads_item(found, inner) and not _is_next_clause(found, inner, place)
        ]  # fmt: skip
        parts[place] = row
    return parts


def _heads_item(found: Chunks, place: int) -> bool:
    """Does the group open an item of the row? In "50 from her security detail" the detail does not."""
    before = found.symbols[:place].rstrip(".aq")
    return before.endswith(("i", ",", "&", "("))


def _is_next_clause(found: Chunks, place: int, including: int) -> bool:
    """ "including two women, and five others were hurt": a group behind a comma with a verb of its own is no part."""
    row = found.symbols[including:place]
    if not any(symbol in ",&" for symbol in row) or not _OWN_VERB.match(found.symbols, place + 1):
        return False
    # "five civilians including a child and a woman were killed": the verb is the whole's, which has none yet
    return any(symbol in "KJkIL" for symbol in found.symbols[:including])


def _add_parts(parts: dict[int, list[int]], found: Chunks, made: dict[int, Draft]) -> None:
    for including, places in parts.items():
        whole = _nearest(made, including)
        if whole is None:
            continue
        for place in places:
            group = found.items[place].group
            if group is not None and group.by in ("number", "article") and place not in made and _can_be_part(group, whole):
                made[place] = Draft(group, whole.measure, rules.INCLUDING.name, place, whole.deed, whole)


def _add_names(sentence: Sentence, parts: dict[int, list[int]], found: Chunks, made: dict[int, Draft]) -> None:
    """ "killed eight, including the commander Karim Shah": people named in the row behind including are among those counted."""
    for including in parts:
        whole = _nearest(made, including)
        if whole is None:
            continue
        row_symbols = re.sub(r"\([^()]*\)", lambda inner: "." * len(inner[0]), found.symbols[including + 1 :])  # "(TTP)" ends no row
        stop = re.search(r"[cKbhI)]|$", row_symbols)
        last = including + (stop.start() if stop else 0)
        row = Span(found.items[including].span.end, found.items[last].span.end)
        whole.names.extend(named(sentence, row))


def _nearest(made: dict[int, Draft], place: int) -> Draft | None:
    """The last figure of people whose group stands before a place and that is no part itself."""
    before = [each for chunk, each in made.items() if chunk < place and each.whole is None]
    return max(before, key=lambda each: each.chunk, default=None)


def _can_be_part(group: Group, whole: Draft) -> bool:
    """A part cannot be certain to be more than its whole."""
    top = whole.group.high
    return not (group.low is not None and top is not None and group.low > top) and not whole.group.low == whole.group.high == 0


def _add_among(found: Chunks, made: dict[int, Draft]) -> None:
    """ "Two commanders among 15 militants killed": the lesser count is part of the greater."""
    for match in _AMONG.finditer(found.symbols):
        part, whole = match.start("n"), made.get(match.start("e"))
        if part in made and whole is None and made[part].rule != rules.AMONG.name:
            # "two commanders were among 15 militants killed": the verb's subject is the part
            group = found.items[match.start("e")].group
            if group is not None:
                whole = made[match.start("e")] = Draft(group, made[part].measure, rules.AMONG.name, match.start("e"), made[part].deed)
        group = found.items[part].group
        if whole is not None and group is not None and _can_be_part(group, whole):
            made[part] = Draft(group, whole.measure, rules.AMONG.name, part, whole.deed, whole)


def _add_of_them(sentence: Sentence, found: Chunks, made: dict[int, Draft]) -> None:
    """ "14 people, seven of them children"."""
    partitive = load("counted")["of_them"]
    for place, item in enumerate(found.items):
        if item.group is None or item.group.quantity is None or item.symbol != "G":
            continue
        end = item.group.quantity.at.end
        if " ".join(sentence.tokens.lower[end : end + 2]) not in partitive:
            continue
        before = [each for chunk, each in made.items() if chunk < place]
        whole = max(before, key=lambda each: each.chunk, default=None)  # "15 children, five of them girls": of the children
        if whole is not None and _can_be_part(item.group, whole):
            part = Draft(item.group, whole.measure, rules.OF_THEM.name, place, whole.deed, whole)
            made[place] = _with_predicate(sentence, part, found)


def _add_of_the_dead(sentence: Sentence, found: Chunks, made: dict[int, Draft]) -> None:
    """ "Four of the dead were women", "Among the dead were two children", "Three of them were guards": parts of a figure told before."""
    counted = load("counted")
    opener = " ".join(sentence.tokens.lower[:5])
    whole_and_part = _OF_A_SET.match(found.symbols)
    if whole_and_part and whole_and_part.start("e") in made and whole_and_part.start("n") not in made:
        whole, place = made[whole_and_part.start("e")], whole_and_part.start("n")
        group = found.items[place].group
        if group is not None and _can_be_part(group, whole):
            made[place] = _with_predicate(sentence, Draft(group, whole.measure, rules.OF_THE_DEAD.name, place, whole.deed, whole), found)
    among = any(opener.startswith(phrase) for phrase in counted["among_the_dead"])
    for place, item in enumerate(found.items):
        if item.group is None or item.symbol not in "GU" or place in made:
            continue
        behind = sentence.tokens.lower[item.group.quantity.at.end :] if item.group.quantity is not None else []
        measure = _measured(behind[:5], counted["of_the_dead"])
        partitive = " ".join(behind[:2]) in counted["of_them"] and place <= 1 and _PREDICATE.match(found.symbols, place + 1) is not None
        if measure is not None or partitive or (among and re.search(r"[bi,&][a.]{0,2}$", found.symbols[:place])):
            draft = Draft(item.group, measure or "killed", rules.OF_THE_DEAD.name, place, back=True)
            made[place] = _with_predicate(sentence, draft, found)


_OF_A_SET = re.compile(r"^o(?P<e>G)[.K]{0,3},(?P<n>G)b")  # "Of the 60 people killed, 48 were civilians"
_PREDICATE = re.compile(r"[.oDKiq]{0,4}b[a.]{0,2}(?P<e>P)")


def _with_predicate(sentence: Sentence, draft: Draft, found: Chunks) -> Draft:
    """ "four of the dead were women": the noun behind the verb says who they were."""
    match = _PREDICATE.match(found.symbols, draft.chunk + 1)
    noun = nouns().at(sentence.tokens.lower, found.items[match.start("e")].span.start) if match else None
    if match is None or noun is None or draft.group.category != "unknown":
        return draft
    group = msgspec.structs.replace(draft.group, category=noun[1].category, kinds=noun[1].kinds if len(noun[1].kinds) > 1 else ())
    return replace(draft, group=group, verb=found.items[match.start("e")].span)


def _measured(words: list[str], nouns: dict[str, Measure]) -> Measure | None:
    """The measure that "of the dead", "of those wounded" names."""
    if words[:1] != ["of"]:
        return None
    text = " ".join(words[1:])
    return next((measure for phrase, measure in nouns.items() if text == phrase or text.startswith(phrase + " ")), None)


def _add_things(sentence: Sentence, found: Chunks, made: dict[int, Draft]) -> None:
    """Figures without a deed of harm: attacks, troops, crowds, materiel, money, members."""
    for place, item in enumerate(found.items):
        group = item.group
        if group is None or place in made:
            continue
        one = group.low == group.high == 1
        if item.symbol == "$":
            made[place] = Draft(group, "money", rules.MONEY.name, place)
        elif item.symbol == "A" and not one and group.by == "number":
            made[place] = Draft(group, "attacks", rules.ATTACKS.name, place)
        elif item.symbol == "M" and not one and group.by == "number":
            _add_materiel(group, place, found, made)
        elif item.symbol == "G" and group.head is not None and sentence.tokens.lower[group.head.end - 1] in load("counted")["bodies"]:
            made[place] = Draft(group, "killed", rules.BODIES.name, place)
        elif item.symbol == "G" and group.deed is not None and not group.harm:
            made[place] = Draft(group, group.deed, rules.ADJECTIVE.name, place)
        elif item.symbol == "G" and group.member:
            made[place] = Draft(group, "other", rules.MEMBERS.name, place)
        elif item.symbol == "G" and group.head is not None and group.modality != "none":
            _add_people(sentence, group, place, found, made)


@cache
def _infrastructure() -> frozenset[str]:
    return frozenset(plural_of(noun) for noun in load("counted")["infrastructure"])


def _add_materiel(group: Group, place: int, found: Chunks, made: dict[int, Draft]) -> None:
    if group.unit not in _infrastructure():
        made[place] = Draft(group, "materiel", rules.MATERIEL.name, place)
    elif any(item.symbol == "H" for item in found.items[max(0, place - 4) : place + 5]):
        made[place] = Draft(group, "other", rules.DESTROYED.name, place)


def _add_people(sentence: Sentence, group: Group, place: int, found: Chunks, made: dict[int, Draft]) -> None:
    """Troops that were sent, crowds that gathered."""
    assert group.head is not None
    lower, counted = sentence.tokens.lower, load("counted")
    head = lower[group.head.end - 1]
    sent = re.search(r"R[.ab]{0,2}$", found.symbols[:place]), re.match(r"[abhnz]*R", found.symbols[place + 1 :])
    gathered = _GATHERED.match(found.symbols, place + 1)
    if sent[0] and re.search(r"[Vz]a?$", found.symbols[: sent[0].start()]):
        return  # "will send 3,000 troops" sends none yet
    if head in counted["troop_nouns"] and (any(sent) or head == "troops"):
        verb = found.items[sent[0].start()] if sent[0] else found.items[place + sent[1].end()] if sent[1] else None
        made[place] = Draft(group, "troops", rules.TROOPS.name, place, verb=verb.span if verb else None)
    elif gathered or _crowd_before(lower, group.at.start):
        made[place] = Draft(group, "crowd", rules.CROWD.name, place, verb=found.items[gathered.end() - 1].span if gathered else None)


def _crowd_before(lower: list[str], start: int) -> bool:
    return " ".join(lower[max(0, start - 2) : start]) in load("counted")["crowd_nouns"]
