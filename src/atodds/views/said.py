"""The sentences of a comparison, the same in the terminal, in the picture and for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from atodds.views.axis import Axis
from atodds.views.compare import Compared, Group, Odds
from atodds.views.cuts import Cut, Shown
from atodds.views.lanes import Lane, Shape, voices_of
from atodds.views.names import short
from atodds.vocab import load
from atodds.vocab.shown import listed, many


def counts(compared: Compared) -> Iterator[str]:
    """How many claims, by how many voices, in how many reports; how many of them are not comparable, or left out."""
    told = _words()
    answers = [each for group in compared.groups if group.comparable for each in group.lanes]
    aside = len(compared.lanes) - len(answers)
    reports = len({each.document for each in answers})
    parts = [
        f"{many(len(answers), 'claim')} by {many(voices_of(answers), 'voice')} in {many(reports, 'report')}",
        told["not_comparable"].format(number=aside) if aside else "",
        told["left_out"].format(number=compared.left_out) if compared.left_out else "",
    ]
    yield "; ".join(part for part in parts if part) + "."


def odds_counts(odds: Sequence[Odds]) -> Iterator[str]:
    """ "1 contradiction (A) · 1 at odds (B)": the letters lead to the sentences."""
    told = load("shown")["relations"]
    letters = {relation: [each.letter for each in odds if each.relation == relation] for relation in told}
    if any(letters.values()):
        parts = [f"{many(len(found), told[relation])} ({_few(found)})" for relation, found in letters.items() if found]
        yield " · ".join(parts)


def heading_of(group: Group) -> str:
    """Under a group's title: how many claims and voices, where there is more than one, and what holds for all of them."""
    counted = [many(len(group.lanes), "claim"), many(group.voices, "voice")] if len(group.lanes) > 1 else []
    return " · ".join([*counted, *group.notes])


def beside(lane: Lane, *, comparable: bool, compared: Compared) -> Iterator[tuple[str, str]]:
    """The lines under a speaker with their kind: through whom and when; what it is about, where that differs; what to mind; its odds."""
    yield _through(lane), "soft"
    if not comparable:
        yield f"{lane.counted} · {lane.scope}", "soft"
    minded = [*lane.notes, *_history(lane, compared)]
    if minded:
        yield " · ".join(minded), "soft"
    told = _words()["beside_odds"]
    for kind, relations in (("warn", ("contradiction", "at_odds")), ("soft", ("agreement",))):
        parts = [told[each].format(letters=_few(letters)) for each in relations if (letters := _letters(lane, each, compared))]
        if parts:
            yield " · ".join(parts), kind


def _letters(lane: Lane, relation: str, compared: Compared) -> list[str]:
    return [each.letter for each in compared.odds if each.relation == relation and lane.number in each.touches]


def lane_sentence(lane: Lane) -> str:
    """A lane in a sentence, for whoever cannot see it."""
    notes = f" ({'; '.join(lane.notes)})" if lane.notes else ""
    return f"{lane.number}: {lane.speaker}, {_through(lane)}: {lane.counted}{notes}."


def hidden_words(group: Shown) -> str:
    """How many lanes of a group are not shown, and which those are that are."""
    return str(_words()["hidden"].format(number=group.hidden, all=len(group.group.lanes)))


def more_words(shown: Cut) -> Iterator[str]:
    """How many groups are not shown at all."""
    if shown.more_groups:
        yield str(_words()["more"].format(groups=many(shown.more_groups, "group"), claims=many(shown.more_lanes, "claim")))


def legend_of(lanes: Iterable[Lane]) -> Iterator[tuple[Shape, bool, str]]:
    """The marks that these lanes use, in the order of the vocabulary, with what they mean."""
    told = _words()["legend"]
    used = {(each.shape, each.soft and each.shape not in ("zero", "denied")) for each in lanes}
    for shape, forms in told.items():
        for soft, meaning in zip((False, True), forms, strict=False):
            if (shape, soft) in used:
                yield shape, soft, meaning


def scale_words(axes: Iterable[Axis]) -> Iterator[str]:
    """What kind of axis it is, where it is not an even one."""
    found = [each for each in axes if each.log]
    if found:
        yield str(_words()["log_zero" if any(0 in each.ticks for each in found) else "log"])


def odds_told(odds: Sequence[Odds]) -> tuple[Sequence[Odds], str]:
    """The disputes whose sentences are shown, the contradictions first, and how many are not."""
    rest = len(odds) - _SENTENCES
    return odds[:_SENTENCES], str(_words()["more_odds"].format(number=rest)) if rest > 0 else ""


def odds_head(odds: Odds) -> str:
    """ "8, 10 and 16 cannot all be true"."""
    return f"{listed(map(str, odds.lanes))} {_words()['relations'][odds.relation]}"


def _through(lane: Lane) -> str:
    """ "via Al Jazeera America via The Courier · 2013-10-31"."""
    told = _words()
    through = told["own"] if lane.own else " ".join(f"via {each}" for each in lane.via)
    printed = lane.published.isoformat() if lane.published is not None else told["undated"]
    if lane.made is None or lane.made == lane.published:
        day = printed
    else:
        day = told["said_on" if lane.published is not None else "said_undated"].format(day=lane.made, printed=printed)
    return " · ".join(part for part in (through, day) if part)


def _history(lane: Lane, compared: Compared) -> Iterator[str]:
    """That the same voice says it elsewhere, that it was revised since, of which figure it is a part."""
    told, places = _words(), {each.claim: each.number for each in compared.lanes}
    if lane.same_voice is not None:
        yield told["same_voice"].format(number=lane.same_voice)
    if lane.revised is not None:
        later = places.get(lane.revised)
        yield told["revised"].format(later=f"{later}" if later is not None else f"claim {short(lane.revised)}")
    if lane.part_of in places:
        yield told["part"].format(number=places[lane.part_of])


def _few(letters: list[str]) -> str:
    return ", ".join(letters[:_LETTERS]) + (f" and {len(letters) - _LETTERS} more" if len(letters) > _LETTERS else "")


_SENTENCES = 12  # of disputes under one comparison; `atodds disputes` has all
_LETTERS = 8  # of the disputes of one lane; the table names all of them


def _words() -> Any:
    return load("shown")["compared"]
