"""Speakers with a verb of saying: "X said that", "..., adding", "confirmed by X"; those behind their words are in `speech_behind`."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.mentions.speech.behind import resumed, run_on, said_before, turned
from atodds.extract.mentions.speech.clauses import Group, group, second_verb
from atodds.extract.mentions.speech.denials import rejected_claim
from atodds.extract.mentions.speech.frames import bare_participle, form_of, sayable
from atodds.extract.mentions.speech.gerunds import gerund
from atodds.extract.mentions.speech.guards import guarded
from atodds.extract.mentions.speech.openings import Opening, opening
from atodds.extract.mentions.speech.passives import passive
from atodds.extract.mentions.speech.phrases import phrase_after, speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said, last_voice
from atodds.extract.mentions.speech.silent import deed_at, silent, turned_down
from atodds.extract.mentions.speech.subjects import clause_subject, free, main_subject, opens_clause, outlet_before, speaker_before
from atodds.extract.mentions.speech.tellings import telling
from atodds.extract.mentions.speech.unmarked import clause_at
from atodds.extract.mentions.speech.voices import Voice, head_of
from atodds.extract.mentions.speech.words import Verb
from atodds.model.claim import Stance
from atodds.model.text import Span
from atodds.vocab.people import nouns

_SPOKEN = frozenset(("free", "that", "told", "clause"))  # frames of verbs that a clause follows
_DEEDS = ("opinion", "infinitive")


def verbs_of_speech(read: Reading) -> list[Said]:
    """Every voice whose cue is a verb, from left to right."""
    found: list[Said] = []
    for cue, verb in read.lex.verbs.find(read.lower):
        low, high = read.bounds(cue.start)
        if (read.capital(cue.start) and cue.start > low) or guarded(read, cue, verb, high):
            continue
        said = _said(read, cue, verb, low, high, found)
        if said is not None:
            found.append(said)
    return found


def _said(read: Reading, cue: Span, verb: Verb, low: int, high: int, earlier: Sequence[Said]) -> Said | None:
    verbs = group(read, cue.start, low, verb)
    stance = verb.stance
    if verbs.negated:
        if read.within(cue.end, "joining_verbs") and cue.end + 1 < high and read.lex.verbs.at(read.lower, cue.end + 1) is not None:
            return None  # "would not confirm or deny": the second verb has what is said
        withheld = _open_question(read, cue.end, verb, high)
        unthought = "clause" in verb.frames and not verb.frames & {"free", "told"}  # "do not believe that", "does not know what"
        if not (withheld or verbs.paired or unthought or verb.base in read.lex.sets["doubted_with_not"]):
            return None
        stance = "doubts"
        verb = verb._replace(frames=verb.frames & {"clause", "that"}) if unthought and not withheld else verb
        verb = verb._replace(frames=verb.frames & {"told"} | {"free"}) if withheld else verb
    elif verbs.unsaid:
        return None
    if verb.form in ("ed", "en") and cue.end < high and read.lower[cue.end] == "by":
        return passive(read, cue, verb, verbs, low, high, earlier)
    if verbs.passive:
        return telling(read, cue, verb, verbs.start, low, high)
    if verb.form == "en" and not verbs.helped:
        return None
    if verb.form == "ing" and not verbs.helped:
        return gerund(read, cue, verb, low, high, earlier)
    behind = turned(read, cue, verb, low, high, earlier) if verbs.start == cue.start and verb.form in ("ed", "s") else None
    return behind or _straight(read, cue, verb, verbs, stance, low, high, earlier)


def _open_question(read: Reading, place: int, verb: Verb, high: int) -> bool:
    """Is what is not said left open? "would not say whether", "declined to comment on whether", "could not say how many of the dead"."""
    if "told" in verb.frames and (told := phrase_after(read, place, high)) is not None:
        place = told.end
    place += read.within(place, "leading_to_questions")
    amount = read.lower[place : place + 1] == ["how"] and read.within(place + 1, "open_amounts")
    return place < high and (read.within(place, "open_questions") or amount)


def _tells_of_the_occasion(read: Reading, cue: Span, begun: Opening, left: int, low: int) -> bool:
    """ "..., Amnesty said in a report that draws on 60 interviews": a "that" with a verb right behind it tells of the report."""
    if not begun.marked or begun.start is None or left == 0 or read.words[left - 1] != ",":
        return False
    that = begun.start if read.lower[begun.start] == "that" else begun.start - 1
    if read.lower[that] != "that" or that == cue.end or not read.within(that - 1, "occasions") or not read.has_finite(low, left - 1):
        return False
    if read.within(low, "subordinators") or read.within(low, "prepositions"):
        return False  # "After the raid, the army said in a statement that soldiers ..."
    named = nouns().at(read.lower, that + 1) is not None
    return read.has_finite(that + 1, that + 2) or (read.lower[that + 1].endswith("s") and not named)


def _straight(
    read: Reading, cue: Span, verb: Verb, verbs: Group, stance: Stance, low: int, high: int, earlier: Sequence[Said]
) -> Said | None:
    """ "X said that ...", "..., X said"."""
    shared = _shared(read, verbs.start, low, earlier)
    speaker = shared or speaker_before(read, verbs.start, low) or outlet_before(read, verbs.start, low)
    if (speaker is None or not speaker.sure) and verb.frames & _SPOKEN:
        speaker = _of_clause(read, verb, verbs, low) or speaker
    if speaker is None or not _agrees(read, speaker, verb, verbs) or silent(read, cue, verb, speaker, low, high, helped=verbs.helped):
        return None
    frames = verb.frames | {"free"} if speaker.text and "texts" in verb.frames else verb.frames
    left = verbs.start if shared is not None else min(speaker.at.start, cue.start)
    if (rejected := _rejected(read, cue.end, verb, verbs, speaker, high)) is not None:
        return Said(speaker, cue, "denies", "say", left, cue.end, None, rejected.start, rejected.end, None, speaker.role)
    place = cue.end + (verbs.negated and read.within(cue.end, "leading_to_questions"))
    begun = opening(read, _denied(read, place, high, stance), high, frames)
    if _tells_of_the_occasion(read, cue, begun, left, low):
        begun = Opening(None, high, heard=begun.heard)
    before = None if shared is not None or read.within(verbs.start - 1, "relatives") else said_before(read, left, low, begun, earlier)
    form = _form(read, verb, begun)
    if _no_voice(read, cue, verb, verbs, speaker, begun, form, low, high):
        return None
    if read.within(speaker.speaker.start, "negative"):
        stance = "doubts"  # "few blamed the army"
    speaks = verb.base in read.lex.sets["speaking"] and verb.form != "base" and opens_clause(read, speaker.at.start, low)
    if not speaker.sure and not speaks and (form not in ("say", "told") or not (begun.marked or before)):
        return None
    if before is None and begun.start is None and verb.base in read.lex.sets["run_on"]:
        before = run_on(read, speaker, low, begun, earlier)
    after = resumed(read, begun, before, high) if before is not None else begun.start
    if before is None and after is None:
        after = _over_comma(read, cue, verb, begun.stop, high)
    if before is None and after is None and _leads_on(read, cue, verb):
        return Said(speaker, cue, stance, form, left, read.size, heard=begun.heard, role=speaker.role, leads=True)
    if (before is None and after is None) or (before is not None and not sayable(verb, read, before)):
        return None
    if before is None and verb.base in read.lex.sets["owning"] and not begun.marked and deed_at(read, begun.start, high):
        stance = "claims"  # "the rebels claimed the bombing of the bridge"
    if form == "opinion" and stance == "denies" and turned_down(read, begun.start, high):
        stance = "asserts"  # "rejected the offer"
    stop = max(cue.end, begun.stop if before is not None or after is None else cue.end)
    return Said(speaker, cue, stance, form, left, stop, before, after, high, begun.heard, speaker.role)


def _form(read: Reading, verb: Verb, begun: Opening) -> str:
    """The pattern, with a wish to do something and an open question told from other opinions."""
    form = form_of(verb, begun)
    if form != "opinion" or begun.start is None:
        return form
    return "infinitive" if read.lower[begun.start] == "to" else "question" if read.within(begun.start, "questions") else form


def _no_voice(read: Reading, cue: Span, verb: Verb, verbs: Group, speaker: Voice, begun: Opening, form: str, low: int, high: int) -> bool:
    """Does the verb say nothing here, or nothing of its own?"""
    reduced = verb.form == "ed" and not verbs.helped and bare_participle(read, cue.end, form, high)
    if reduced and second_verb(read, cue.start, cue.start, high) < high:
        return True  # "fighters called “martyrs” were buried"
    if verb.base in read.lex.sets["interrogating"] and _asks_people(read, begun, high):
        return True  # "the patrol questioned the residents"
    if form in _DEEDS and read.within(verbs.start - 1, "relatives") and not free(read, speaker.at.start, low):
        return True  # "arrested two men who planned attacks"
    if form == "thought" and read.region[cue.start] and read.within(speaker.speaker.start, "parties"):
        return True  # "“I think ten died,” she said": hers is the only voice
    return read.within(speaker.speaker.start, "negative") and form not in ("accuse", "thought")  # "nobody said a word"


def _of_clause(read: Reading, verb: Verb, verbs: Group, low: int) -> Voice | None:
    """The subject of the clause, where its number agrees with the verb: "Norland via Airwars report" has no speaker."""
    found = clause_subject(read, verbs.start, low)
    if found is None or verb.form != "base" or verbs.helped:
        return found
    if read.within(found.speaker.start, "collective"):
        return found
    head = read.lower[head_of(read, found.speaker)]
    return found if head.endswith("s") or head in read.lex.sets["plurals"] else None


def _asks_people(read: Reading, begun: Opening, high: int) -> bool:
    """Is the object somebody?"""
    phrase = phrase_after(read, begun.start, high) if begun.start is not None else None
    return phrase is not None and (speaks(read, head_of(read, phrase)) or nouns().at(read.lower, head_of(read, phrase)) is not None)


def _leads_on(read: Reading, cue: Span, verb: Verb) -> bool:
    """ "The mayor continued:" closes a sentence, and what is said stands in the next one."""
    last = read.size - 1
    return read.words[last] == ":" and bool(verb.frames & {"free", "that", "told", "quoted"}) and not read.has_finite(cue.end, last)


def _rejected(read: Reading, place: int, verb: Verb, verbs: Group, speaker: Voice, high: int) -> Span | None:
    """What is denied where a claim is the object: "dismissed the report of 30 dead", "called the rumour a lie"."""
    outright = verb.stance == "denies"
    if verbs.negated or not speaker.sure or not (outright or "calls" in verb.frames) or read.within(speaker.speaker.start, "negative"):
        return None
    return rejected_claim(read, place, high, outright=outright)


def _over_comma(read: Reading, cue: Span, verb: Verb, stop: int, high: int) -> int | None:
    """ "The force confirmed today, a rebel leader was detained": a clause behind a time and a stray comma."""
    parted = "free" in verb.frames and stop > cue.end and read.words[stop : stop + 1] == [","]
    return stop + 1 if parted and stop + 1 < high and clause_at(read, stop + 1, high) else None


def _denied(read: Reading, place: int, high: int, stance: Stance) -> int:
    """Over the noun between a denial and what it denies: "rejected the claims that", "denied reports of"."""
    if stance not in ("denies", "doubts"):
        return place
    noun = place
    while noun < high and (read.within(noun, "determiners") or read.noun_like(noun)) and not read.within(noun, "denied_nouns"):
        noun += 1
    named = noun + 1 < high and read.within(noun, "denied_nouns") and read.lower[noun + 1] == "that"
    return noun + 1 if named else place


def _agrees(read: Reading, speaker: Voice, verb: Verb, verbs: Group) -> bool:
    """ "Officials say", "the army says": number tells the verb from the noun ("the army reports")."""
    if verb.form not in ("base", "s") or verbs.helped:
        return True
    if verb.form == "s":
        return not read.within(speaker.at.end - 1, "plural_pronouns")
    return any(
        read.lower[each].endswith("s") or read.within(each, "plurals") or read.within(each, "plural_pronouns")
        for each in range(*speaker.at)
    )


def _shared(read: Reading, start: int, low: int, earlier: Sequence[Said]) -> Voice | None:
    """The speaker of the verb before: "denied the raid and said that ..."."""
    before = start - 1
    if before <= low or not read.within(before, "joining"):
        return None
    return last_voice(read, start, low, earlier) or main_subject(read, low, start)
