"""Where what is said begins with no mark of its own: "said at least 40", "believe the army did it"."""

from __future__ import annotations

from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.voices import Voice

_NEAR_FIGURE = 8  # tokens in which a counting verb must name what it counts
_ASIDE = 14  # tokens of a phrase between a cue and its quotation


def quote_ahead(read: Reading, place: int, high: int) -> int | None:
    """The quotation behind words that only tell of whom or where: "says of Lund, “...”", "said on the other hand, “...”"."""
    if not read.within(place, "prepositions"):
        return None
    for each in range(place + 1, min(high, place + _ASIDE)):
        if each in read.marks:
            return each if read.marks[each] == "open" and read.words[each - 1] in (",", ":") else None
        if read.finite(each) or read.words[each] in (";", ".", "—", "–"):
            return None
    return None


def unmarked(read: Reading, place: int, high: int, frames: frozenset[str], heard: Voice | None) -> tuple[int | None, bool]:
    """Where what is said begins with no mark of its own, and whether it is only wished or judged."""
    if place >= high or not (read.words[place][0].isalnum() or read.words[place] in "$£€"):
        return None, False
    word = read.lower[place]
    number = read.words[place][0].isdigit() or word in read.lex.sets["determiners"] - read.lex.sets["articles"]
    if read.within(place, "questions"):
        return (place, "free" not in frames) if frames & {"that", "free", "clause", "told"} else (None, False)
    if "free" in frames and _begins(read, place) and not _state(read, place):
        return place, False
    if "counted" in frames and not read.within(place, "object_pronouns") and _counts(read, place, high):
        return place, False
    if "invented" in frames:
        near = range(place, min(high, place + _NEAR_FIGURE))
        return (place if any(read.within(each, "counted_nouns") for each in near) else None), False
    if frames & {"that", "clause", "free", "told"} and clause_at(read, place, high):
        return place, False
    told = heard is not None or (read.within(place - 1, "told_pronouns") and word != "to")
    if "told" in frames and told and (number or word in ("about", "of", "to")):
        return place, word == "to"
    if "responsible" in frames:
        return (place + 1, False) if word == "for" and place + 1 < high else (None, False)
    if word == "to" and "to" in frames:
        return place, False  # "claimed to have seen"
    if "told of" in frames or "accuse" in frames:
        return (place, False) if read.noun_like(place) or read.within(place, "determiners") or number else (None, False)
    if "aims" in frames and word == "to" and infinitive(read, place):
        return (None, False) if read.within(place + 1, "answering") else (place, True)
    return (place, True) if "opinion" in frames and _judged(read, place, high) else (None, False)


def _judged(read: Reading, place: int, high: int) -> bool:
    """Does what is wished, planned or condemned begin here? "condemned the shelling", "vowed to fight", "deplored Sunday's raid"."""
    if read.lower[place] == "to" and infinitive(read, place):
        return True
    if read.noun_like(place) or read.within(place, "object_pronouns") or read.within(place, "determiners"):
        return True
    return read.lower[place].endswith("ing") or (read.time_word(place) and place + 1 < high and read.possessive(place + 1))


def _begins(read: Reading, place: int) -> bool:
    """Can what is said begin with this word? "said at least 40", not "said of the plane"."""
    if read.within(place, "prepositions"):
        return read.within(place, "fronting")
    return not read.within(place, "not_begun")


def _state(read: Reading, place: int) -> bool:
    """ "reported killed" says what became of someone."""
    return read.within(place, "states") or (read.within(place, "lives"))


def _counts(read: Reading, place: int, high: int) -> bool:
    words = range(place, min(high, place + _NEAR_FIGURE))
    sets = read.lex.sets
    return any(
        read.words[each][0].isdigit() or read.lower[each] in sets["counted_nouns"] or read.lower[each] in sets["numbers"] for each in words
    )


def clause_at(read: Reading, place: int, high: int) -> bool:
    """Does a subject with its verb begin here? "he was", "the army had"."""
    if read.within(place, "pronouns") or read.within(place, "demonstratives"):
        return place + 1 < high and (
            read.finite(place + 1) or read.adverb(place + 1) or read.within(place + 1, "clitics") or read.noun_like(place + 1)
        )
    phrase = phrase_after(read, place, high)
    if phrase is None:
        return False
    after = phrase.end
    while after < high and read.adverb(after):
        after += 1
    if after < high and read.within(after, "auxiliaries"):
        return read.lower[after] != "'s"
    return after < high and read.within(after, "finite")


def infinitive(read: Reading, to: int) -> bool:
    """ "to leave": not before an article, a name, or a noun in the plural."""
    following = to + 1
    if following >= read.size:
        return False
    return not (read.within(following, "determiners") or read.capital(following) or read.lower[following].endswith("s"))
