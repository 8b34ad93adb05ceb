"""What a sentence says did not happen: "no Coalition strikes were conducted", "no evidence that civilians were harmed", "not credible"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atodds.extract.charges.deed import Told
from atodds.model.claim import Stance
from atodds.model.text import Sentence, Span
from atodds.vocab import load
from atodds.vocab.doers import doers
from atodds.vocab.lexicon import Phrases

_NOUN = 7  # tokens of "no | Coalition air or artillery | strikes"
_FAR = 14  # tokens from "no evidence" to the harm that is not shown
_BACK = 10  # tokens from "allegation" to "not credible", from "casualties" to "did not occur"
_FRAGMENT = 6  # tokens of "Not credible."
_ENDS = frozenset((",", ";", ":", ".", "that", "which", "who", "but", "if", "(", ")"))


def denied_acts(sentence: Sentence) -> list[Told]:
    """Every act, harm or allegation that the sentence denies or leaves unproven, from left to right."""
    lower = sentence.tokens.lower
    denied, doubted = _phrases("denied"), _phrases("doubted")
    found: list[Told] = []
    for place, word in enumerate(lower):
        told: Told | None = None
        if word in words("none"):
            told = _none_were(sentence, place)
        elif word in words("not") and not words("past").isdisjoint(lower[max(0, place - 1) : place]):
            told = _did_not(sentence, place)
        elif word in words("did") and lower[place + 1 : place + 2] == ["no"]:
            told = _did_no(sentence, place)
        if told is None and word in words("proof"):
            told = _unproven(sentence, place) or _unweighed(sentence, place)
        if told is None and (word in denied or word in doubted):
            told = _judged(sentence, place)
        if told is not None and not any(told.tokens.meets(other.tokens) for other in found):
            found.append(told)
    return found


def _none_were(sentence: Sentence, no: int) -> Told | None:
    """ "No Coalition strikes were conducted", "no civilians were harmed"."""
    lower = sentence.tokens.lower
    noun = _first(lower, no + 1, min(len(lower), no + 1 + _NOUN))
    if noun is None or not words("unless").isdisjoint(lower[max(0, no - 2) : no]):
        return None
    at, what = noun
    verb = at.end
    while verb < len(lower) and (lower[verb] in words("was") or lower[verb].endswith("ly")):
        verb += 1
    done = "done" if what == "act" else "harmed"
    hit = _phrases(done).at(lower, verb) if at.end < verb < len(lower) else None
    if hit is None:
        return None
    whole = Span(no, hit[0])
    if what == "act":
        return _act(sentence, at, whole, _owner(sentence, no + 1, at), "act_denied")
    if what == "people" and words("responding").isdisjoint(lower):
        return None  # "no civilians were hurt" is a figure, and answers nobody
    return _harm(at, whole, _doer_behind(sentence, hit[0]), at if what == "people" else None)


def _did_not(sentence: Sentence, negation: int) -> Told | None:
    """ "Did not carry out any strikes", "did not occur", "did not cause civilian casualties", "did not show that civilians were hurt"."""
    lower = sentence.tokens.lower
    verb = negation + 1
    while verb < len(lower) and lower[verb].endswith("ly"):
        verb += 1
    if verb >= len(lower):
        return None
    start = negation - 1
    if (hit := _phrases("to_do").at(lower, verb)) is not None:
        noun = _first(lower, hit[0], min(len(lower), hit[0] + _NOUN), only="act")
        return None if noun is None else _act(sentence, noun[0], Span(start, noun[0].end), _doer_before(sentence, start), "act_denied")
    if (hit := _phrases("happen").at(lower, verb)) is not None:
        return _not_happened(sentence, start, hit[0])
    for name in ("cause", "harm"):
        if (hit := _phrases(name).at(lower, verb)) is not None:
            noun = _first(lower, hit[0], min(len(lower), hit[0] + _NOUN))
            if noun is None or words("people").isdisjoint(lower[noun[0].start : noun[0].end]):
                return None
            return _harm(noun[0], Span(start, noun[0].end), _doer_before(sentence, start), noun[0] if noun[1] == "people" else None)
    if lower[verb] in words("shown") and not words("showing").isdisjoint(lower[max(0, start - _BACK) : start]):
        return _not_shown(sentence, Span(start, verb + 1))
    return None


def _did_no(sentence: Sentence, verb: int) -> Told | None:
    """ "The army conducted no strikes in the area"."""
    lower = sentence.tokens.lower
    noun = _first(lower, verb + 2, min(len(lower), verb + 2 + _NOUN), only="act")
    return None if noun is None else _act(sentence, noun[0], Span(verb, noun[0].end), _doer_before(sentence, verb), "act_denied")


def _not_happened(sentence: Sentence, start: int, end: int) -> Told | None:
    """ "Civilian casualties | did not occur | as a result of a Coalition strike"."""
    lower = sentence.tokens.lower
    subjects = [noun for place in range(max(0, start - _BACK), start) if (noun := _noun_at(lower, place)) and noun[0].end <= start]
    if not subjects or subjects[-1][1] == "people" or not _ENDS.isdisjoint(lower[subjects[-1][0].end : start]):
        return None
    at, what = subjects[-1] if len(subjects) < 2 or subjects[-2][0].end < subjects[-1][0].end else subjects[-2]
    doer = _doer_behind(sentence, end)
    if what == "act":
        return _act(sentence, at, Span(at.start, end), _owner(sentence, max(0, at.start - _NOUN), at) or doer, "act_denied")
    return _harm(at, Span(at.start, end), doer, None)


def _unproven(sentence: Sentence, proof: int) -> Told | None:
    """ "Insufficient evidence to find civilians were harmed", "no evidence that civilians died"."""
    lower = sentence.tokens.lower
    lacking = next((place for place in range(max(0, proof - 4), proof) if _phrases("lacking").at(lower, place)), None)
    if lacking is None:
        return None
    for place in range(proof + 1, min(len(lower) - 1, proof + 4)):
        if lower[place] in words("leading") or (lower[place] == "to" and lower[place + 1] in words("proving")):
            return _not_shown(sentence, Span(lacking, place + 1))
    return None


def _not_shown(sentence: Sentence, cue: Span) -> Told | None:
    """The harm behind words that say it was not shown."""
    lower = sentence.tokens.lower
    if lower[cue.end : cue.end + 1] and lower[cue.end] in words("questions"):
        return None  # "did not show when the killings took place"
    limit = next((place for place in range(cue.end, len(lower)) if lower[place] in (";", "but", "while")), len(lower))
    noun = _first(lower, cue.end, min(limit, cue.end + _FAR), through=True)
    if noun is None or noun[1] == "act":
        return None
    at, end = noun[0], noun[0].end
    verb = next((place for place in range(end, min(limit, end + 5)) if lower[place] in words("harmed")), None)
    if noun[1] == "people" and verb is None:
        return None
    end = end if verb is None else verb + 1
    return _harm(at, Span(cue.start, end), _doer_behind(sentence, end), at if noun[1] == "people" else None, "doubts", "harm_unproven")


def _judged(sentence: Sentence, place: int) -> Told | None:
    """ "Allegations of civilian casualties were deemed not credible"; "Not credible." alone."""
    lower = sentence.tokens.lower
    denied = _phrases("denied").at(lower, place)
    hit = denied or _phrases("doubted").at(lower, place)
    if hit is None:
        return None
    stance: Stance = "denies" if denied is not None else "doubts"
    nouns = [each for each in range(max(0, place - _BACK), min(len(lower), hit[0] + 2)) if lower[each] in words("allegation")]
    if not nouns:
        short = len(lower) <= _FRAGMENT and place <= 1
        return _allegation(Span(place, hit[0]), Span(place, hit[0]), stance) if short else None
    noun = nouns[0]
    between = lower[min(noun, place) : place]
    if between[-1:] == ["("]:  # "allegation 31 (not credible)"
        between = ["is"]
    harmed = lower[noun] in words("alleging") or any(_noun_at(lower, each) for each in range(noun, place))
    if not harmed or (between and words("judged").isdisjoint(between)) or not _ENDS.isdisjoint(between[-3:]):
        return None
    return _allegation(Span(noun, noun + 1), Span(min(noun, place), max(hit[0], noun + 1)), stance)


def _unweighed(sentence: Sentence, detail: int) -> Told | None:
    """ "The report contains insufficient information to assess its credibility"."""
    lower = sentence.tokens.lower
    near = lower[max(0, detail - 2) : detail]
    little = next((place for place in range(max(0, detail - 2), detail) if _phrases("too_little").at(lower, place)), None)
    weighing = next((place for place in range(detail, min(len(lower), detail + 2 * _BACK)) if lower[place] in words("weighing")), None)
    noun = next((place for place in range(max(0, detail - _BACK), detail) if lower[place] in words("allegation")), None)
    if not near or little is None or weighing is None or noun is None:
        return None
    return _allegation(Span(noun, noun + 1), Span(noun, weighing + 1), "doubts")


# -- what a denied act is made of


def _act(sentence: Sentence, at: Span, whole: Span, agent: Span | None, rule: str) -> Told:
    said = " ".join(sentence.tokens.lower[at.start : at.end])
    mode = "drone" if said in words("drone") else "aerial" if said in words("aerial") else None
    return Told(at, whole if agent is None or agent.end > whole.start else whole.cover(agent), "ASSAULT", "denies", rule, mode, agent)


def _harm(at: Span, whole: Span, agent: Span | None, recipient: Span | None, stance: Stance = "denies", rule: str = "harm_denied") -> Told:
    return Told(at, whole, "ASSAULT", stance, rule, None, agent, recipient)


def _allegation(at: Span, whole: Span, stance: Stance) -> Told:
    rule = "allegation_dismissed" if stance == "denies" else "allegation_unproven"
    return Told(at, whole, "ACCUSE", stance, rule, "allege")


def _first(lower: Sequence[str], start: int, end: int, *, only: str = "", through: bool = False) -> tuple[Span, str] | None:
    """The first act, harm or people from a token on, before the phrase ends."""
    for place in range(start, end):
        noun = _noun_at(lower, place)
        if noun is not None and only in ("", noun[1]):
            return noun
        ends = lower[place] in _ENDS or lower[place] in words("was") or lower[place] in words("through")
        if not through and ends:
            return None
    return None


def _noun_at(lower: Sequence[str], place: int) -> tuple[Span, str] | None:
    hit = _nouns().at(lower, place)
    return None if hit is None else (Span(place, hit[0]), hit[1])


def _owner(sentence: Sentence, start: int, at: Span) -> Span | None:
    """Whose act it is: "Coalition" of "no Coalition strikes"."""
    tokens = sentence.tokens
    crew = doers(tokens.words[start : at.end], tokens.lower[start : at.end])
    return next((Span(start + each.at.start, start + each.at.end) for each in crew if start + each.at.end <= at.start), None)


def _doer_before(sentence: Sentence, place: int) -> Span | None:
    """Who stands right before "did not": "the army"; "a Coalition strike" is the Coalition's."""
    start = max(0, place - _NOUN)
    tokens = sentence.tokens
    for each in reversed(doers(tokens.words[start:place], tokens.lower[start:place])):
        between = tokens.lower[start + each.end : place]
        if not between or all(_nouns().at(tokens.lower, start + each.end + step) is not None for step in range(1)):
            return Span(start + each.at.start, start + each.at.end)
    return None


def _doer_behind(sentence: Sentence, end: int) -> Span | None:
    """Whose doing it would have been: "as a result of a Coalition strike", "by Coalition operations"."""
    tokens = sentence.tokens
    hit = _phrases("by").at(tokens.lower, end) if end < len(tokens.lower) else None
    if hit is None:
        return None
    crew = doers(tokens.words[hit[0] : hit[0] + _NOUN], tokens.lower[hit[0] : hit[0] + _NOUN])
    first = crew[0] if crew and crew[0].start <= 1 else None
    return None if first is None else Span(hit[0] + first.at.start, hit[0] + first.at.end)


@cache
def words(name: str) -> frozenset[str]:
    """A list of `denials.yml`."""
    return frozenset(load("denials")[name])


@cache
def _phrases(name: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("denials")[name], True))


@cache
def _nouns() -> Phrases[str]:
    kinds = {"acts": "act", "people": "people", "casualties": "harm"}
    return Phrases({phrase: kind for name, kind in kinds.items() for phrase in load("denials")[name]})


@cache
def triggers() -> frozenset[str]:
    """No denial without one of these words."""
    data = load("denials")
    verdicts = [phrase.split()[0] for phrase in (*data["denied"], *data["doubted"])]
    return frozenset((*data["none"], *data["not"], *data["lacking"], *data["too_little"], "not", "insufficient", *verdicts))


@cache
def subjects() -> frozenset[str]:
    """And none without one of these: what is denied."""
    data = load("denials")
    heads = [phrase.split()[-1] for name in ("acts", "people", "casualties", "allegation", "denied", "doubted") for phrase in data[name]]
    return frozenset(heads)
