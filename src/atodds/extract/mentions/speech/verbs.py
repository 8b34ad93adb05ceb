"""Speakers with a verb of saying: "X said that", "..., adding", "confirmed by X"; those behind their words are in `speech_behind`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atodds.extract.mentions.speech.behind import clause_start, resumed, run_on, said_before, turned
from atodds.extract.mentions.speech.clauses import Group, group, second_verb
from atodds.extract.mentions.speech.denials import rejected_claim
from atodds.extract.mentions.speech.openings import Opening, clause_at, opening
from atodds.extract.mentions.speech.phrases import phrase_after, phrase_before, speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.subjects import clause_subject, free, main_subject, opens_clause, outlet_before, speaker_before
from atodds.extract.mentions.speech.tellings import telling
from atodds.extract.mentions.speech.voices import Voice, head_of, voice
from atodds.extract.mentions.speech.words import Verb
from atodds.model.claim import Stance
from atodds.model.text import Span
from atodds.vocab import load
from atodds.vocab.people import nouns

_LIVES = 6  # tokens within which "claimed" takes its "lives"
_SPOKEN = frozenset(("free", "that", "told", "clause"))  # frames of verbs that a clause follows
_DEEDS = ("opinion", "infinitive")
_ALL_TOLD = ("all", "told")  # "40 men, all told"


def verbs_of_speech(read: Reading) -> list[Said]:
    """Every voice whose cue is a verb, from left to right."""
    found: list[Said] = []
    for cue, verb in read.lex.verbs.find(read.lower):
        low, high = read.bounds(cue.start)
        if (read.capital(cue.start) and cue.start > low) or _guarded(read, cue, verb, high):
            continue
        said = _said(read, cue, verb, low, high, found)
        if said is not None:
            found.append(said)
    return found


def _guarded(read: Reading, cue: Span, verb: Verb, high: int) -> bool:
    """Words that look like a cue and are none: "claimed 12 lives", "all told", "his claims", "reports of"."""
    before = read.lower[cue.start - 1] if cue.start else ""
    after = read.lower[cue.end] if cue.end < high else ""
    if verb.form == "base" and before == "to" and read.within(cue.start - 2, "refusals"):
        return False  # "declined to comment on whether"
    if verb.form == "s" and "counted" in verb.frames and read.within(cue.start - 1, "pairing"):
        return True  # "the time and details"
    if read.within(cue.start, "taking") and any(read.within(each, "lives") for each in range(cue.end, min(high, cue.end + _LIVES))):
        return True
    if tuple(read.lower[max(0, cue.start - 1) : cue.end]) == _ALL_TOLD:
        return True
    if verb.form in ("base", "s") and (
        read.lower[cue.start] in read.lex.nouns or read.within(cue.start, "carriers") or read.within(cue.start, "counted_nouns")
    ):
        noun = (
            before in read.lex.sets["determiners"]
            or before == "'s"
            or before in read.lex.sets["prepositions"]
            or before in read.lex.sets["possessives"]
        )
        return (
            noun
            or after in read.lex.sets["behind_nouns"]
            or (cue.end < high and (read.lex.verbs.at(read.lower, cue.end) is not None or read.finite(cue.end)))
        )
    if read.within(cue.start, "adjectives") and cue.end < high and not read.capital(cue.end) and read.noun_like(cue.end):
        return True  # "five alleged militants"
    if read.within(cue.start, "adjectives") and after[:1].isalpha() and after != "that" and (before.isdecimal() or before in _units()):
        return True  # "five alleged Haqqani militants"
    return verb.form in ("ed", "en") and (before in read.lex.sets["articles"] or before in read.lex.sets["possessives"])


@cache
def _units() -> frozenset[str]:
    """Numbers in words."""
    return frozenset(load("numbers")["units"])


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
        return _by(read, cue, verb, verbs, low, high, earlier)
    if verbs.passive:
        return telling(read, cue, verb, verbs.start, low, high)
    if verb.form == "en" and not verbs.helped:
        return None
    if verb.form == "ing" and not verbs.helped:
        return _gerund(read, cue, verb, low, high, earlier)
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
    if speaker is None or not _agrees(read, speaker, verb, verbs):
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
    form = _form(verb, begun)
    if form == "opinion" and begun.start is not None:
        form = "infinitive" if read.lower[begun.start] == "to" else "question" if read.within(begun.start, "questions") else form
    if (
        verb.form == "ed"
        and not verbs.helped
        and _bare_participle(read, cue.end, form, high)
        and second_verb(read, cue.start, cue.start, high) < high
    ):
        return None  # "fighters called “martyrs” were buried"
    if verb.base in read.lex.sets["interrogating"] and _asks_people(read, begun, high):
        return None  # "the patrol questioned the residents"
    if form in _DEEDS and read.within(verbs.start - 1, "relatives") and not free(read, speaker.at.start, low):
        return None  # "arrested two men who planned attacks"
    if form == "thought" and read.region[cue.start] and read.within(speaker.speaker.start, "parties"):
        return None  # "“I think ten died,” she said": hers is the only voice
    if read.within(speaker.speaker.start, "negative"):
        if form not in ("accuse", "thought"):
            return None  # "nobody said a word"
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
    if (before is None and after is None) or (before is not None and not _sayable(verb, read, before)):
        return None
    stop = max(cue.end, begun.stop if before is not None or after is None else cue.end)
    return Said(speaker, cue, stance, form, left, stop, before, after, high, begun.heard, speaker.role)


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


def _bare_participle(read: Reading, place: int, form: str, high: int) -> bool:
    """Is nothing behind the cue that could be its object? "fighters called “martyrs” ...", "a man accused of ..."."""
    return (
        form in ("opinion", "infinitive", "accuse", "counted")
        and place < high
        and (place in read.marks or read.within(place, "prepositions"))
    )


def _sayable(verb: Verb, read: Reading, before: Span) -> bool:
    """Can this verb follow what is said? "..., he wanted" cannot."""
    if verb.frames & {"free", "that", "told"}:
        return True
    if read.within(before.start, "prepositions") and before.end not in read.marks:
        return False  # "At the last house, the patrol noticed a wire"
    return bool(verb.frames & {"quoted", "clause"}) and (before.end in read.marks or read.has_finite(*before))


def _form(verb: Verb, begun: Opening) -> str:
    """The name of the pattern, by what the verb does: only an opinion does not assert its content."""
    if begun.opinion:
        return "opinion"
    if "free" in verb.frames or "told" in verb.frames or (begun.marked and "that" in verb.frames):
        return "told" if "told" in verb.frames else "say"
    if "invented" in verb.frames:
        return "counted"
    for frame in ("responsible", "counted", "accuse", "told of", "that", "quoted", "clause"):
        if frame in verb.frames:
            return {"that": "say", "quoted": "say", "clause": "thought", "told of": "told", "responsible": "say"}.get(frame, frame)
    return "opinion"


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


def _by(read: Reading, cue: Span, verb: Verb, verbs: Group, low: int, high: int, earlier: Sequence[Said]) -> Said | None:
    """ "The deaths were confirmed by the ministry", "12 deaths reported by medics"."""
    if verb.frames & {"told"} and verbs.passive and "free" not in verb.frames:
        return telling(read, cue, verb, verbs.start, low, high)
    phrase = phrase_after(read, cue.end + 1, high)
    speaker = voice(read, phrase) if phrase is not None else None
    if speaker is None or not speaker.sure or phrase is None:
        return None
    start = clause_start(read, low, cue.start, earlier)
    if not verbs.helped:
        if read.within(verbs.start - 1, "headless"):
            return None  # "several attacks, including those claimed by the rebels"
        start = max(start, next((each + 1 for each in range(verbs.start - 2, low, -1) if read.words[each] == ","), start))
    end = verbs.start
    if verb.base in read.lex.sets["owning"]:  # "the attack that killed 12 was claimed by the rebels": the twelve are not theirs
        end = next((each for each in range(start + 1, end) if read.within(each, "relatives") or read.words[each] == ","), end)
    before = read.trim(start, end)
    judged = verbs.helped and verb.base in read.lex.sets["judged_by"]  # "the raid was condemned by the council"
    if before is None or not (verb.frames & {"free", "counted"} or judged or _claimed(read, verb, before)):
        return None
    resumed = phrase.end + 1 if phrase.end < high and read.lower[phrase.end] == "that" else None
    form = "opinion" if judged and not verb.frames & {"free", "counted"} and verb.stance == "asserts" else "by"
    return Said(speaker, cue, verb.stance, form, cue.start, phrase.end, before, resumed, high, None, speaker.role)


def _claimed(read: Reading, verb: Verb, before: Span) -> bool:
    """Is a claim the thing rejected, or a harm the thing invented? "reports of 30 dead were dismissed by the army"."""
    if "invented" in verb.frames:
        return any(read.within(each, "counted_nouns") for each in range(*before))
    said = (each for each in range(*before) if read.within(each, "denied_nouns"))
    return verb.stance == "denies" and any(read.lower[each + 1] in ("that", "of") for each in said)


def _gerund(read: Reading, cue: Span, verb: Verb, low: int, high: int, earlier: Sequence[Said]) -> Said | None:
    """ "..., adding that", "Declaring the war over, the general said"."""
    begun = opening(read, cue.end, high, verb.frames)
    if begun.start is None:
        return None
    place = cue.start
    while place > low and read.adverb(place - 1):
        place -= 1
    if read.within(place - 1, "joining") and read.lower[place - 2].endswith("ing"):
        return None  # "was responsible for planning and reporting attacks"
    form = _form(verb, begun)
    if place == low or (place - 1 == low and read.within(low, "before_gerunds") and not read.within(low, "joining")):
        return _fronted(read, cue, verb, begun, high, form)
    if (
        read.words[place - 1] in (",", "—", "–", "--")
        or read.marks.get(place - 1) == "close"
        or read.within(place - 1, "before_gerunds")
        or _besides(read, place)
    ):
        speaker = _last_voice(read, cue.start, low, earlier) or main_subject(read, low, cue.start)
    else:
        phrase = phrase_before(read, place, low) if begun.marked else None
        # "rejected by the minister saying", "footage of the minister saying"
        agent = phrase is not None and phrase.start > 0 and read.within(phrase.start - 1, "before_speakers")
        if phrase is None and "free" in verb.frames:
            phrase = phrase_before(read, place, low)
            comma = next((each for each in range(begun.start, high) if read.words[each] == ","), high)
            # "..., with the agency saying nine had died", but "with the mayor saying nothing, ..."
            beside = phrase is not None and phrase.start - 1 > low and read.within(phrase.start - 1, "accompanying")
            agent = beside and read.has_finite(begun.start, comma)
        speaker = voice(read, phrase) if phrase is not None and agent else None
        speaker = speaker or (_last_voice(read, cue.start, low, earlier) if begun.marked else None)
    if speaker is None or not speaker.sure:
        return None
    return Said(speaker, cue, verb.stance, form, place, cue.end, None, begun.start, high, begun.heard, speaker.role)


def _besides(read: Reading, place: int) -> bool:
    """ "He named nobody, aside from saying that"."""
    return read.within(place - 1, "besides_from") and read.within(place - 2, "besides")


def _fronted(read: Reading, cue: Span, verb: Verb, begun: Opening, high: int, form: str) -> Said | None:
    for comma in range(cue.end + 1, high - 1):
        if read.words[comma] != "," or not read.same(comma, cue.start):
            continue
        phrase = phrase_after(read, comma + 1, high)
        speaker = voice(read, phrase) if phrase is not None else None
        if phrase is None or speaker is None or not speaker.sure:
            continue
        if phrase.end < high and (read.finite(phrase.end) or read.adverb(phrase.end)):
            return Said(speaker, cue, verb.stance, form, cue.start, cue.end, None, begun.start, comma, None, speaker.role)
    return None


def _shared(read: Reading, start: int, low: int, earlier: Sequence[Said]) -> Voice | None:
    """The speaker of the verb before: "denied the raid and said that ..."."""
    before = start - 1
    if before <= low or not read.within(before, "joining"):
        return None
    return _last_voice(read, start, low, earlier) or main_subject(read, low, start)


def _last_voice(read: Reading, place: int, low: int, earlier: Sequence[Said]) -> Voice | None:
    """Who spoke last in the same sentence or quotation, but for one deeper inside what is said."""
    for said in reversed(earlier):
        if said.cue.start >= low and read.same(said.cue.start, place) and said.form != "by" and said.voice.named:
            return said.voice
    return None
