"""Figures: each draft with its chain, its scope and what the report does with it, as a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atodds.extract.context import elsewhere
from atodds.extract.context.authors import author, reach, rejections
from atodds.extract.context.case import Case
from atodds.extract.context.chains import chain
from atodds.extract.context.clauses import clause_of, gap
from atodds.extract.context.concessions import Concessions
from atodds.extract.context.scopes import scope, spans_of
from atodds.extract.figures.draft import Draft
from atodds.extract.kinds.making import hedging, made, spoken
from atodds.extract.page import Page
from atodds.model.claim import Claim
from atodds.model.figure import Figure
from atodds.model.mention import Group
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load
from atodds.vocab.deeds import deeds

_QUOTED_ALONG = 8  # tokens between a figure and a word of its scope that is quoted with it


def figure_cases(page: Page) -> list[Case[Draft]]:
    """Every figure of a document with its chain and scope, and what the report does with it, in the order of its words."""
    cases = [case for index in range(len(page.sentences)) for case in _cases(page, index)]
    elsewhere.complete(page, cases)
    conceded = Concessions(page)
    for case in cases:
        case.said = conceded.settle(case.reading, case.act, case.said)
    _judge(page, cases)
    return cases


def figures(page: Page, cases: Sequence[Case[Draft]]) -> list[Claim]:
    """The figures as claims; a part names its whole."""
    document = page.document
    made: dict[int, Claim] = {}
    taken: set[str] = set()
    told = [case for case in cases if case.whole is not None or not case.act.back]  # "four of the dead" of no figure says nothing
    for case in sorted(told, key=lambda each: each.whole is not None):  # wholes first: a part names its whole
        part_of = made[id(case.whole)].id if case.whole is not None and id(case.whole) in made else None
        claim = _claim(document, case, part_of)
        if claim.id not in taken:
            taken.add(claim.id)
            made[id(case)] = claim
    return list(made.values())


def _cases(page: Page, index: int) -> Iterator[Case[Draft]]:
    reading = page.readings[index]
    made: dict[int, Case[Draft]] = {}
    for draft in reading.drafts:
        found = scope(page, index, draft)
        case = Case(draft, reading, chain(page, index, draft.group.at), found, found.scope, review=found.review)
        made[id(draft)] = case
        yield case
    for case in made.values():
        if case.act.whole is not None:
            case.whole = made.get(id(case.act.whole))


def _judge(page: Page, cases: list[Case[Draft]]) -> None:
    """What the report does with each figure."""
    known = rejections(page)
    voices = {case.reading.sentence.index: case.said for case in cases} if known else {}
    blocks = {index: page.sentences[index].block for index in voices}
    reached = [reach(each, voices, blocks) for each in known]
    for case in cases:
        case.author = author(case.reading, case.act, case.said, known, reached)


def _claim(document: Document, case: Case[Draft], part_of: str | None) -> Claim:
    sentence, draft = case.reading.sentence, case.act
    spans = {"figure.text": sentence.span(_counting_words(draft.group))}
    for number, name in enumerate(draft.names):
        spans[f"figure.names.{number}"] = sentence.span(name)
    if draft.deed is not None:
        spans["figure.measure"] = sentence.span(draft.deed.at)
    spans.update(spans_of(sentence, case.found))
    figure = _figure(document, case)
    return made(document, case, "figure", _quote(case), spans, rule=draft.rule, hedge=_hedge(case), figure=figure, part_of=part_of)


def _figure(document: Document, case: Case[Draft]) -> Figure:
    group, sentence = case.act.group, case.reading.sentence
    words = _counting_words(group)
    text = sentence.span(words).of(document.text)
    people = group.of in ("people", "bare")
    return Figure(
        measure=case.act.measure, low=group.low, high=group.high, text=" ".join(text.split()), modality=group.modality, unit=group.unit,
        category=(group.category or "unknown") if people else None, kinds=group.kinds, as_claimed=group.as_claimed,
        names=tuple(sentence.words(name) for name in case.act.names),
    )  # fmt: skip


def _counting_words(group: Group) -> Span:
    """The words that count: the number, the article of "a grandmother", or the name of the one who is named."""
    if group.quantity is not None:
        return group.quantity.at
    return group.at if group.by == "name" else Span(group.at.start, group.at.start + 1)


def _quote(case: Case[Draft]) -> Span:
    """The figure and its deed, with the words of its scope that stand in the same clause."""
    tokens = case.act.tokens
    clause = clause_of(case.reading.sentence, case.act.group.at)
    for mention in (case.found.time, case.found.means, case.found.place):
        # a quote is what carries the claim, not the whole sentence
        if mention is not None and clause.holds(mention.at) and gap(tokens, mention.at) <= _QUOTED_ALONG:
            tokens = tokens.cover(mention.at) if spoken(case, case.act.tokens.cover(mention.at)) else tokens
    return tokens


def _hedge(case: Case[Draft]) -> Span | None:
    """The hedging word nearest to the figure in its clause."""
    nearest = hedging(case, case.act.tokens, lambda at: True)
    return _hedging_word(case.reading.sentence, nearest) if nearest is not None else None


def _hedging_word(sentence: Sentence, hedge: Span) -> Span:
    """ "believed" of "are believed to have": the word that hedges, without the verbs around it."""
    grammar = load("grammar")
    around = frozenset((*grammar["be"], *grammar["have"], *grammar["prepositions"], "to", "as"))
    start, end = hedge
    while end - start > 1 and sentence.tokens.lower[start] in around:
        start += 1
    while end - start > 1 and (sentence.tokens.lower[end - 1] in around or deeds().at(sentence.tokens.lower, end - 1) is not None):
        end -= 1
    return Span(start, end)
