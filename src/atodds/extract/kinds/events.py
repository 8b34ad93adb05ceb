"""Events: each act that a report tells of, once, in its best wording, with its chain and its scope, as a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from atodds.extract.context import elsewhere
from atodds.extract.context.case import Case
from atodds.extract.context.chains import chain
from atodds.extract.context.clauses import clause_of, gap
from atodds.extract.context.scopes import NO_PERIOD, Found, scope
from atodds.extract.context.story import year_of_the_story
from atodds.extract.events.draft import EventDraft
from atodds.extract.events.sentences import acts_told
from atodds.extract.events.telling import EventCase, placed, told_once
from atodds.extract.kinds.making import hedging, made, spoken
from atodds.extract.page import Page, Reading
from atodds.model.claim import Claim, Event, Scope, Status
from atodds.model.mention import Means
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load
from atodds.vocab.events import event_list

_QUOTED_ALONG = 10  # tokens between an act and a word of its scope that is quoted with it
_GOING_ON = ("ASSAULT", "COERCE")  # told on over sentences; a meeting is not on the day of the attack told before it
_FLOWN = 6  # tokens from "aircraft" to what they did
_ONE_ACT = 62  # days: what is told of a longer time is no single act
_SPOKEN = 3  # tokens from "condemned" to the day on which that was
_ARMED = 12  # tokens between an act and the weapon that it was done with
_LONG_AGO = 400  # days before publication: background, no news


def events(page: Page, denied: Sequence[Claim] = ()) -> list[Claim]:
    """The acts of a document as claims, each told once; sentences that deny acts are read elsewhere."""
    left_out = {each.sentence.start for each in denied if each.sentence is not None}
    told = [index for index, sentence in enumerate(page.sentences) if not left_out or sentence.whole.start not in left_out]
    cases = [case for index in told for case in _cases(page, index)]
    kept = told_once(cases)
    _lend(page, kept)
    return [_claim(page.document, case) for case in kept if case.scope.extent != "total"]


def _lend(page: Page, kept: list[EventCase]) -> None:
    """Acts that say neither when nor where take it from the sentences before; by what means another was done says nothing of them."""
    elsewhere.go_on(page, [case for case in kept if _goes_on(case) and not placed(case)])
    for case in kept:
        if case.scope.means_from == "previous":
            case.scope = msgspec.structs.replace(case.scope, means=None, means_from=None)


def _goes_on(case: EventCase) -> bool:
    """Is it an act that stories tell on over sentences? A break-in into a computer is nowhere."""
    return case.act.word.type in _GOING_ON and case.act.rule != "noun" and case.act.word.mode != "cyber"


def _cases(page: Page, index: int) -> Iterator[EventCase]:
    reading = page.readings[index]
    for draft in acts_told(reading):
        found = _of_words(scope(page, index, draft), draft)
        said = chain(page, index, draft.at)
        if draft.spoken and not said.links:
            continue
        narrowed = _own_scope(found, reading.sentence, draft)
        if _of_a_period(narrowed, draft):
            continue  # "67 were killed since 2008": a figure of many acts, none of them told
        draft.recipient = _victim(reading, draft)
        case = Case[EventDraft](draft, reading, said, found, narrowed, review=found.review)
        year_of_the_story(page, case)
        draft.status = _status(page.document, case)
        yield case


def _of_words(found: Found, draft: EventDraft) -> Found:
    """ "Condemned the attack in Jos", "urged them to resume talks broken off in 2009": the words were spoken elsewhere."""
    if draft.word.type not in event_list("only_words"):
        return found
    if found.place is not None and found.place.at.start >= draft.at.end:
        found = found._replace(place=None, scope=msgspec.structs.replace(found.scope, place=None))
    if found.time is not None and found.time.at.start > draft.at.end + _SPOKEN:
        found = found._replace(time=None, scope=msgspec.structs.replace(found.scope, time=NO_PERIOD))
    return found


def _of_a_period(scope: Scope, draft: EventDraft) -> bool:
    """Is what is told of a long time no single act: "since 2008", "from May to October", for mere harm a year as well?"""
    time = scope.time
    if scope.extent == "total":
        return True
    if time is None or time.earliest is None or (time.latest is not None and (time.latest - time.earliest).days <= _ONE_ACT):
        return False
    return time.precision == "span" or time.latest is None or (time.precision == "year" and bool(draft.word.trait("effect")))


def _victim(reading: Reading, draft: EventDraft) -> Span | None:
    """ "A raid killed nine, including commander Omar Gul": whom an attack struck is who is named among its dead, else whoever they were."""
    toll = draft.recipient is None or draft.struck or draft.word.trait("effect")
    if draft.word.type != "ASSAULT" or draft.status is not None or not toll:
        return draft.recipient
    named = [each.names[0] for each in reading.drafts if each.measure == "killed" and each.names]
    return named[0] if named else draft.recipient


def _own_scope(found: Found, sentence: Sentence, draft: EventDraft) -> Scope:
    """The scope of the act: its means those that the word or its clause tells; who did it stands with the act, not here."""
    means = draft.word.means if draft.word.type == "ASSAULT" else None
    if means is None and found.means is not None and _armed(found.means, sentence, draft):
        means = found.means.means
    if means in (None, "bomb") and draft.word.type == "ASSAULT" and _from_the_air(sentence, draft):
        means = "airstrike"
    return msgspec.structs.replace(found.scope, agent=None, means=means)


def _from_the_air(sentence: Sentence, draft: EventDraft) -> bool:
    """ "Coalition aircraft conducted a strike": who strikes in aircraft strikes from the air."""
    before = sentence.tokens.lower[max(0, draft.at.start - _FLOWN) : draft.at.start]
    return not event_list("aircraft").isdisjoint(before) and event_list("parting").isdisjoint(before)


def _armed(means: Means, sentence: Sentence, draft: EventDraft) -> bool:
    """Was it done with this weapon: near it in its clause, and no part of whom it was done to?"""
    if draft.word.type != "ASSAULT" or draft.word.mode == "abduct" or gap(means.at, draft.at) > _ARMED:
        return False
    if draft.recipient is not None and draft.recipient.meets(means.at):
        return False
    between = sentence.tokens.lower[min(means.at.end, draft.at.end) : max(means.at.start, draft.at.start)]
    return event_list("parting").isdisjoint(between) and (
        means.at.end > draft.at.start or draft.word.form not in ("noun", "nouns") or not between
    )


def _status(document: Document, case: EventCase) -> Status | None:
    """What its own words make of it; else what its speaker does, or how long ago it was."""
    if case.act.status is not None:
        return case.act.status
    if case.said.stance == "denies":
        return "denied"
    time, published = case.scope.time, document.published
    if published is None or time is None or time.latest is None:
        return None
    return "historical" if (published - time.latest).days > _LONG_AGO else None


def _claim(document: Document, case: EventCase) -> Claim:
    event, spans = _event(case)
    spans.update(_scope_spans(case.reading.sentence, case))
    return made(document, case, "event", _quote(case), spans, rule=f"event_{case.act.rule}", hedge=_hedge(case), event=event)


def _event(case: EventCase) -> tuple[Event, dict[str, Span]]:
    """The act itself, and where its words stand in the document."""
    sentence, draft = case.reading.sentence, case.act
    spans = {"event.type": sentence.span(draft.at)}
    for name, words in (("agent", draft.agent), ("recipient", draft.recipient)):
        if words is not None:
            spans[f"event.{name}"] = sentence.span(words)
    agent = sentence.words(draft.agent) if draft.agent is not None else None
    if draft.spoken:
        agent, where = _speaker(case)
        if where is not None:
            spans["event.agent"] = where
    flown = draft.word.mode == "explosives" and case.scope.means == "airstrike"  # "planes bombed the village"
    mode = _mode(case) if flown else draft.word.mode or _mode(case)
    recipient = sentence.words(draft.recipient) if draft.recipient is not None else None
    return Event(type=draft.word.type, mode=mode, agent=agent, recipient=recipient, status=draft.status), spans


def _speaker(case: EventCase) -> tuple[str | None, Span | None]:
    """Who makes a threat in the first person: the innermost speaker, without an article; nobody where a pronoun speaks."""
    link = case.said.links[0]
    article, _, rest = link.speaker.partition(" ")
    if link.speaker.lower() in load("speakers")["pronouns"]:
        return None, None
    cut = len(article) + 1 if article.lower() in load("clauses")["articles"] and rest else 0
    return link.speaker[cut:], Span(link.start + cut, link.end) if link.start is not None and link.end is not None else None


def _mode(case: EventCase) -> str | None:
    """The mode that the means of an attack, or the blast that is its subject, gives it."""
    if case.act.word.type != "ASSAULT":
        return None
    mode: str | None = load("events")["modes"].get(case.scope.means)
    along = case.act.along
    blast = along is not None and not event_list("blasts").isdisjoint(case.reading.sentence.tokens.lower[along.start : along.end])
    return mode or ("explosives" if blast else None)


def _scope_spans(sentence: Sentence, case: EventCase) -> Iterator[tuple[str, Span]]:
    for name, mention in (("time", case.found.time), ("place", case.found.place)):
        if mention is not None:
            yield f"scope.{name}", sentence.span(mention.at)
    if case.found.means is not None and case.found.means.means == case.scope.means:
        yield "scope.means", sentence.span(case.found.means.at)


def _quote(case: EventCase) -> Span:
    """The word of action with who did it and to whom, and the words of its scope that stand near in its clause."""
    draft, tokens = case.act, case.act.at
    for words in (draft.agent, draft.recipient, draft.along):
        if words is not None and gap(words, tokens) <= _QUOTED_ALONG * 2:
            tokens = tokens.cover(words)
    clause = clause_of(case.reading.sentence, draft.at)
    for mention in (case.found.time, case.found.place):
        near = mention is not None and clause.holds(mention.at) and gap(mention.at, tokens) <= _QUOTED_ALONG
        if near and mention is not None and spoken(case, tokens.cover(mention.at)):
            tokens = tokens.cover(mention.at)
    return tokens


def _hedge(case: EventCase) -> Span | None:
    """The hedging word nearest to the act in its clause."""
    return hedging(case, case.act.at, lambda at: gap(at, case.act.at) <= _QUOTED_ALONG and not _of_whom(case, at))


def _of_whom(case: EventCase, hedge: Span) -> bool:
    """ "Arrested two suspected bombers", "men suspected of murder": what they did is in doubt, not what was done to them."""
    lower, whom = case.reading.sentence.tokens.lower, case.act.recipient
    before = whom is not None and hedge.start < whom.end and whom.start <= hedge.end
    return before or (hedge.end < len(lower) and lower[hedge.end] == "of")
