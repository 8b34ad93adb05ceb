"""The speaker before a cue: over appositions, relative clauses and a report's title."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.mentions.speech.naming import is_name, named_before, of_a_town
from atodds.extract.mentions.speech.phrases import maker_after, phrase_after, phrase_before, speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.voices import LONGEST, Voice, bare, head_of, name_part, voice
from atodds.model.text import Span
from atodds.vocab.people import nouns

_FAR = 40  # tokens that an apposition may hold between a speaker and its verb


def speaker_before(read: Reading, end: int, low: int) -> Voice | None:
    """Who stands before a cue's verb group, over an apposition or a relative clause where there is one."""
    last = end - 1
    if last < low:
        return None
    if read.words[last] in (",", "—", "–", "--") or (read.words[last] == ")" and last - 2 > low):
        return _over_aside(read, last, low) or _titled(read, end, low)
    if read.lower[last] == "whom" and last - 2 >= low and read.lower[last - 1] == "of":
        return Voice(Span(last - 2, last - 1), Span(last - 2, end)) if read.within(last - 2, "indefinites") else None  # "many of whom say"
    if read.lower[last] in read.lex.sets["relatives"] and read.lower[last] != "that":
        head = last - 1 if read.words[last - 1 : last] != [","] else last - 2
        phrase = phrase_before(read, head + 1, low)
        return _with_lost_role(read, voice(read, phrase), low) if phrase is not None else None
    if last in read.marks:
        return _titled(read, end, low)
    return _found(read, end, low, low) or _titled(read, end, low)


def clause_subject(read: Reading, end: int, low: int) -> Voice | None:
    """ "Experts on Norland and its arms said", "those close to him say", "73 percent said": a clause's first noun."""
    start = end
    while start > low and end - start < _FAR and not _bounds_clause(read, start - 1, end):
        start -= 1
    if start > low and read.finite(start - 1) and read.lex.verbs.at(read.lower, start - 1) is None:
        return None  # the object of another verb
    while start < end and (read.within(start, "openers") or read.adverb(start)):
        start += 1
    if start >= end:
        return None
    if read.lower[end - 1] in ("percent", "%") and end - start == 2:
        return Voice(Span(start, end), Span(start, end))
    phrase = phrase_after(read, start, end)
    if read.within(start, "collective") and (phrase is None or not read.lower[phrase.end - 1].endswith("s")):
        return Voice(_short(read, Span(start, end)), Span(start, end))
    if phrase is None or (phrase.end < end and not read.within(phrase.end, "prepositions") and not read.within(phrase.end, "pairing")):
        return None
    found = voice(read, phrase)
    return found._replace(at=Span(found.at.start, end)) if found is not None and found.sure else None


def _short(read: Reading, phrase: Span) -> Span:
    return Span(phrase.start, min(phrase.end, phrase.start + LONGEST))


def opens_clause(read: Reading, start: int, low: int) -> bool:
    """Does nothing of its clause stand before the phrase at `start`?"""
    while start > low and (read.within(start - 1, "openers") or read.adverb(start - 1)):
        start -= 1
    return start <= low or _bounds_clause(read, start - 1, start)


def _bounds_clause(read: Reading, place: int, end: int) -> bool:
    """Can no subject reach back over this word?"""
    if not read.same(place, end - 1) or place in read.marks or read.words[place] in (",", ";", ":", "—", "–", "--", "(", ")"):
        return True
    if read.within(place, "relatives") or read.finite(place):
        return True
    return read.within(place, "subordinators") and not read.within(place, "pairing") and not read.within(place, "prepositions")


def outlet_before(read: Reading, end: int, low: int) -> Voice | None:
    """An agency or a paper right before its verb, where no noun phrase is free: "hit the market in Tamar Reuters said"."""
    for place in range(end - 1, max(low, end - LONGEST) - 1, -1):
        known = read.lex.outlets.at(read.lower, place)
        if known is not None and known[0] == end and read.capital(place) and not read.within(place - 1, "prepositions"):
            return Voice(Span(place, end), Span(place, end))
    return None


def _found(read: Reading, end: int, low: int, clause: int) -> Voice | None:
    while end - 1 > low and read.within(end - 1, "reflexives"):
        end -= 1  # "Rao herself said"
    if end - 2 > low and read.within(end - 1, "issuing") and read.within(end - 2, "carriers"):
        end -= 1  # "a poll released (on Friday) shows"
    if end - 3 > low and read.words[end - 1] == ")":
        end = next((each for each in range(end - 2, low, -1) if read.words[each] == "("), end)  # "Lund (JP), head of"
    phrase = phrase_before(read, end, low)
    if phrase is not None and (told_of := _told_of(read, phrase, low)) is not None:
        return told_of
    if phrase is None or not free(read, phrase.start, clause):
        return _over_relative(read, end, clause)
    together = _together(read, phrase, clause)
    if together is not None:
        return together
    resident = of_a_town(read, end, low)
    if resident is not None:
        return Voice(resident, Span(resident.start, end))
    found = _with_lost_role(read, voice(read, phrase), low)
    return found if found is None else named_before(read, found, low)


def _told_of(read: Reading, phrase: Span, low: int) -> Voice | None:
    """ "The body that represents estate agents (said)": the noun before the relative clause whose verb no list knows."""
    relative, verb = phrase.start - 1, phrase.start
    if relative - 1 <= low or phrase.end - verb < 2 or not read.within(relative, "relatives") or not read.lower[verb].endswith("s"):
        return None
    plain = read.words[verb].islower() and read.words[verb].isalpha()
    if not plain or speaks(read, verb) or read.verb_like(relative - 1) or nouns().at(read.lower, verb) is not None:
        return None
    head = relative - (read.words[relative - 1] == ",")
    before = phrase_before(read, head, low)
    if before is None or not free(read, before.start, low):
        return None
    found = voice(read, before)
    return found._replace(at=Span(found.at.start, phrase.end)) if found is not None and found.sure else None


def _together(read: Reading, last: Span, low: int) -> Voice | None:
    """ "Residents, a medic and the mayor of Tamar said": all who speak together, where they are the subject of the clause."""
    start = last.start
    while (mark := start - 1) > low and (read.within(mark, "pairing") or (read.words[mark] == "," and start != last.start)):
        other = phrase_before(read, mark, low)
        found = voice(read, other) if other is not None else None
        if other is None or found is None or not (found.role is not None or speaks(read, head_of(read, other)) or _known(read, other)):
            break
        start = other.start
    opens = start == low or read.words[start - 1] == "," or read.within(start - 1, "subordinators") or read.within(start - 1, "openers")
    whole = voice(read, last)
    if start == last.start or not opens or whole is None or not whole.sure:
        return None
    if last.end - start > LONGEST:
        return None
    article = read.within(start, "articles") and read.capital(start + 1)
    return Voice(Span(start + article, last.end), Span(start, last.end))


def _known(read: Reading, phrase: Span) -> bool:
    return any(read.lex.outlets.at(read.lower, place) is not None for place in range(*phrase))


def _over_relative(read: Reading, end: int, low: int) -> Voice | None:
    """ "A study that appeared in March found", "research done by the centre found": the first noun of the clause speaks."""
    low = next((each + 1 for each in range(end - 1, low, -1) if read.words[each] == ","), low)
    phrase = phrase_after(read, low, end)
    if phrase is None or phrase.end >= end or read.marks or not read.same(low, end - 1):
        return None
    maker = maker_after(read, phrase, end)
    if maker is not None and maker.end == end and (issuer := voice(read, maker)) is not None and issuer.sure:
        return issuer._replace(at=Span(phrase.start, end), text=True)  # "a statement issued by the army says"
    relative = read.within(phrase.end, "relatives")
    verbs = sum(
        read.lower[place].endswith("ed") or (read.finite(place) and not read.finite(place - 1))
        for place in range(phrase.end + relative, end)
    )
    reduced = read.lower[phrase.end].endswith("ed") and read.within(phrase.end + 1, "prepositions")
    if not (relative or reduced) or verbs != 1 or any(word in ",;:" for word in read.words[low:end]):
        return None
    found = voice(read, phrase)
    return found._replace(at=Span(found.at.start, end)) if found is not None and speaks(read, head_of(read, phrase)) else None


def free(read: Reading, start: int, low: int) -> bool:
    """Is the phrase at `start` the object of nothing before it?"""
    before = start - 1
    if before < low:
        return True
    if read.within(before, "prepositions") and not read.within(before, "subordinators"):
        return read.within(before, "situating") and (before == low or not read.words[before - 1][0].isalnum())
    if read.verb_like(before):
        if read.lower[before].endswith("ing") and (before == low or _bounds_clause(read, before - 1, start)):
            return True  # "where restructuring experts say"
        return read.lex.verbs.at(read.lower, before) is not None
    return not read.within(before, "be")


def _with_lost_role(read: Reading, found: Voice | None, low: int) -> Voice | None:
    """A role that holds a comma: "envoy on detention, torture or enforced disappearance Lena Holt"."""
    if found is None or found.role is None or found.at.start - 1 <= low:
        return found
    before = found.at.start - 1
    if not (read.words[before] == "," or read.within(before, "pairing")) or any(
        read.lower[place] in read.lex.sets["people"] for place in range(*found.role)
    ):
        return found
    opened = [place for place in range(low, before) if read.lower[place] in read.lex.sets["people"]]
    if not opened or read.has_finite(low, before):
        return found
    return found._replace(role=Span(low, found.role.end), at=Span(low, found.at.end))


def _over_aside(read: Reading, closing: int, low: int) -> Voice | None:
    """ "Rao, who was there, said": the phrase before the aside that ends at `closing`."""
    mark = read.words[closing]
    opener = {")": "("}.get(mark, mark)
    for place in range(closing - 1, max(low, closing - _FAR), -1):
        if read.words[place] != opener or not read.same(place, closing):
            continue
        inner = place + 1
        opens = mark != "," or read.within(inner, "brackets") or read.words[inner].isdigit() or not read.has_finite(inner, closing)
        if not opens or inner == closing:
            continue
        found = _found(read, place, low, low)
        if found is None or not found.sure:
            continue
        if (named := _name_in_aside(read, found, Span(inner, closing))) is not None:
            return named
        role = None if found.role is not None or not _role_only(read, inner, closing) else bare(read, Span(inner, closing))
        return found._replace(
            role=found.role or (role if role is not None and len(range(*role)) <= LONGEST * 2 else None), at=Span(found.at.start, closing)
        )
    return None


def _name_in_aside(read: Reading, found: Voice, aside: Span) -> Voice | None:
    """ "The state's top lawyer, Attorney General Rao, told": the name is the speaker, the noun before it the role."""
    if read.within(aside.start, "determiners") or found.speaker.start == found.at.end:
        return None
    if read.capital(found.speaker.end - 1) and (found.role is not None or not is_name(read, aside, found.at)):
        return None
    named = voice(read, aside)
    if named is None or not all(name_part(read, place) for place in range(*named.speaker)) or read.has_finite(*aside):
        return None
    return named._replace(role=named.role or bare(read, found.speaker), at=Span(found.at.start, aside.end))


def _role_only(read: Reading, start: int, end: int) -> bool:
    """An apposition that names a role: "a spokesman for the army", "president of the court"."""
    if not (read.noun_like(start) or read.within(start, "determiners")):
        return False
    return not read.has_finite(start, end) and any(read.lower[place] in read.lex.sets["people"] for place in range(start, end))


def _titled(read: Reading, end: int, low: int) -> Voice | None:
    """ "The Airwars study “Who Counts?” Air War in Review, documented ...": the title behind a carrier noun is skipped."""
    for place in range(low + 1, end - 1):
        if read.marks.get(place) != "open" or read.lower[place - 1] not in read.lex.sets["carriers"]:
            continue
        outside = [each for each in range(low, end) if read.region[each] == read.region[place - 1]]
        if any(read.finite(each) for each in outside if each not in read.marks):
            return None
        found = _found(read, place, low, low)
        return found._replace(at=Span(found.at.start, end)) if found is not None else None
    return None


def main_subject(read: Reading, low: int, place: int) -> Voice | None:
    """The subject of the sentence, behind what is fronted: "On Monday, the ministry rejected ..., saying"."""
    for start in _starts(read, low, place):
        phrase = phrase_after(read, start, place)
        if phrase is None:
            continue
        after = phrase.end
        while after < place and read.adverb(after):
            after += 1
        if after + 1 < place and read.words[after] == "," and read.within(after + 1, "pronouns"):
            continue  # "United, we go on"
        if after < place and (read.finite(after) or read.words[after] == ",") and not read.time_word(phrase.end - 1):
            found = voice(read, phrase)
            if found is not None and found.sure:
                return found
            return None
    return None


def _starts(read: Reading, low: int, place: int) -> Iterator[int]:
    start = low
    while start < place and (read.within(start, "openers") or read.words[start] == ","):
        start += 1
    yield start
    for comma in range(start, place):
        if read.words[comma] == "," and read.same(comma, low):
            yield comma + 1
            return
