"""Times of saying: whether a time dates what is said to have happened, or only the saying and printing of it."""

from __future__ import annotations

from functools import cache

from atodds.model.text import Tokens
from atodds.vocab import load
from atodds.vocab.attacks import attack_nouns
from atodds.vocab.bounds import leads
from atodds.vocab.calendar import listed, words
from atodds.vocab.deeds import deeds
from atodds.vocab.parts import DASHES, is_noun, word

_HEARERS_AWAY = 8  # tokens between "told" and its time: "told reporters at the UN in Geneva on"
_LED = 3  # tokens before a time that opens a sentence: "Also | on Tuesday"
_FRONTED = 14  # tokens between a time that opens a sentence and the verb that it dates
_CREDIT = 8  # tokens from the date of a dateline to its dash: "(RADIO NACIONAL DE HONDURAS) --"
_DATELINE = 10  # tokens of the longest dateline before its date: "NEW YORK, United Nations, Friday ("


def dates_saying(tokens: Tokens, start: int, end: int) -> bool:
    """Does a time plainly date the act of saying or publishing, and not what is said to have happened?

    "said in his report last month", "told reporters Thursday", "Friday's report", "(AP, Oct. 29)", a dateline. Where words of
    the deed stand nearer ("said 12 people were killed on Thursday") it is the deed's.
    """
    left = start - 1 if word(tokens, start - 1) in ("on", "in") else start
    if word(tokens, start) in leads():
        return False  # "since then we have said"
    return (
        _in_brackets(tokens, start, end)
        or _behind_saying(tokens, left, end)
        or _before_document(tokens, start, end)
        or _before_saying(tokens, left, end)
        or (_opens(tokens, left) and _fronted(tokens, end))
    )


def _opens(tokens: Tokens, left: int) -> bool:
    """Does a sentence begin here, or go on behind its dateline: "LIMA, 9 JAN 90 -- [TEXT] TODAY ..."?"""
    if left <= _LED and all(not text[0].isalnum() or text in listed("leading_in") for text in tokens.lower[:left]):
        return True
    return word(tokens, left - 1) in ("]", "--", "—", "–")


def _is_capital(tokens: Tokens, place: int) -> bool:
    """Does a capital set this word apart? In text all in capitals none does."""
    text = tokens.words[place]
    named = text[0].isupper() or (text[:3].lower() == "al-" and text[3:4].isupper())
    return named and not all(text == text.upper() for text in tokens.words)


def _is_deed(tokens: Tokens, place: int) -> bool:
    return deeds().at(tokens.lower, place) is not None


@cache
def _happenings() -> frozenset[str]:
    return listed("happenings") | attack_nouns()


def _is_document(tokens: Tokens, place: int) -> bool:
    """A report, a statement; "release" only of the press."""
    text = word(tokens, place)
    return text in listed("documents") or (text == "release" and word(tokens, place - 1) in listed("releasing"))


def _in_brackets(tokens: Tokens, start: int, end: int) -> bool:
    """A credit "(AP, Oct. 29)", or the date of a dateline: "KABUL, Afghanistan (Jan. 25, 2013)", "KABUL, Jan. 25 (AP) -"."""
    if word(tokens, end) == ")" and word(tokens, start - 1) == ",":
        names = start - 2
        while names > 0 and _is_capital(tokens, names):
            names -= 1
        return names < start - 2 and tokens.lower[names] == "("
    if not (0 < start <= _DATELINE and tokens.words[0].isupper() and all(_in_place_line(tokens, each) for each in range(start))):
        return False
    if word(tokens, start - 1) == "(" and word(tokens, end) == ")":
        return True
    return any(text in DASHES for text in tokens.lower[end : end + _CREDIT])


def _in_place_line(tokens: Tokens, place: int) -> bool:
    name = tokens.words[place][0].isupper() and tokens.lower[place] not in words().functions and not _is_deed(tokens, place)
    return name or tokens.lower[place] in (",", "(", ")", "/", "-")


def _behind_saying(tokens: Tokens, left: int, end: int) -> bool:
    """ "said on Wednesday", "said in his report last month", "told reporters in Geneva Thursday", "a report published in May"."""
    if left == 0 or (end < len(tokens.lower) and _is_deed(tokens, end) and word(tokens, left - 1) not in listed("say")):
        return False
    place = left - 1
    text = tokens.lower[place]
    if word(tokens, end) == "'s" or text in listed("determiners"):
        return False  # "said the late Monday strike", "released video on Monday's shooting"
    if text in listed("say") or text in listed("publish"):
        return True
    if text in listed("react"):
        return _has_object(tokens, end)
    if text in listed("issue"):
        return any(_is_document(tokens, each) for each in range(max(0, place - 4), place))
    if _is_document(tokens, place) and not _names_deed(tokens, end):
        return _told(tokens, place - 1)
    return _said_to(tokens, place)


def _has_object(tokens: Tokens, end: int) -> bool:
    """ "condemned on Friday the killing of nine"; not "thousands protested on Friday in the port"."""
    return word(tokens, end) in load("grammar")["determiners"] or word(tokens, end) in ("that", "for", "against") or is_noun(tokens, end)


def _names_deed(tokens: Tokens, end: int) -> bool:
    """ "a report on the May 3 attack": the time is the attack's."""
    return word(tokens, end) in _happenings() or (end < len(tokens.lower) and _is_deed(tokens, end))


def _told(tokens: Tokens, place: int) -> bool:
    """Leftwards in the clause: is the nearest verb one of saying, or none? "killed at a briefing on Friday" dates the killing."""
    while place >= 0 and tokens.lower[place] not in (",", ";", ":", "—", "–", "(", "that"):
        if tokens.lower[place] in listed("say") or tokens.lower[place] == "according":
            return True
        if _is_deed(tokens, place) or tokens.lower[place] in _happenings() or tokens.lower[place] in ("who", "which"):
            return False
        place -= 1
    return True


def _said_to(tokens: Tokens, place: int) -> bool:
    """From the time back to the verb over hearers, places and documents only: "told a news conference in Geneva on"."""
    walk, free = load("grammar"), 0
    for each in range(place, max(-1, place - _HEARERS_AWAY), -1):
        text = tokens.lower[each]
        if text in listed("say"):
            return True
        if text in listed("hearers") or _is_document(tokens, each):
            free = 2  # "a crowded news conference"
        elif text in walk["prepositions"]:
            free = 0
        elif _is_capital(tokens, each) or text in walk["determiners"] or text == "'s" or text.endswith("ly"):
            continue  # "wrote the Times bluntly on"
        elif free and text.isalpha() and not _is_deed(tokens, each):
            free -= 1
        else:
            return False
    return False


def _before_document(tokens: Tokens, start: int, end: int) -> bool:
    """ "Friday's report", "the October 24 Post report", "its 2013 survey"."""
    owned = word(tokens, end) == "'s"
    if not owned and word(tokens, start - 1) not in listed("determiners"):
        return False
    for place in range(end + owned, min(end + owned + 4, len(tokens.lower))):
        if _is_document(tokens, place):
            return True
        named = tokens.lower[place].isalpha() and tokens.lower[place] not in words().functions and (owned or _is_capital(tokens, place))
        if not named or _is_deed(tokens, place):
            return False
    return False


def _before_saying(tokens: Tokens, left: int, end: int) -> bool:
    """ "officials on Thursday said". Not "the blast on Thursday claimed 12 lives"."""
    end += word(tokens, end) in load("grammar")["adverbs"]  # "this morning also condemned"
    if word(tokens, end) not in listed("say") | listed("react") or left == 0 or word(tokens, end + 1) == "by":
        return False
    return _told(tokens, left - 1) and not _claims_lives(tokens, end)


def _claims_lives(tokens: Tokens, place: int) -> bool:
    return tokens.lower[place] in listed("taking_lives") and word(tokens, place + 1)[:1].isdigit()


def _fronted(tokens: Tokens, end: int) -> bool:
    """ "On Wednesday, the government released new figures": the first verb behind the time is one of saying."""
    grammar = load("grammar")
    start = end + 1 if word(tokens, end) == "," else end
    for place in range(start, min(start + _FRONTED, len(tokens.lower))):
        text = tokens.lower[place]
        if (text in listed("say") or text in listed("react")) and not _is_deed(tokens, place):
            # "On Wednesday, police said, a bomb went off": in brackets, as it were
            return word(tokens, place + 1) not in (",", ".", "") and not _claims_lives(tokens, place)
        if text in listed("publish"):
            return True
        if text in listed("issue"):
            return any(_is_document(tokens, each) for each in range(place + 1, min(place + 9, len(tokens.lower))))
        stopped = text in grammar["be"] or text in grammar["modals"] or text in grammar["relatives"] or text in _happenings()
        if stopped or not (text[0].isalnum() or text == "'s") or _is_deed(tokens, place):
            return False
    return False
