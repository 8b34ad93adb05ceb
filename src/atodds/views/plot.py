"""Who says how many, as text of eighty columns: marks on an axis, understood without colour, copied into a mail as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from atodds.views.axis import Axis, tick_words
from atodds.views.columns import cut as cut_off
from atodds.views.compare import Compared, Odds
from atodds.views.cuts import Shown, cut
from atodds.views.lanes import Lane, Shape
from atodds.views.names import short
from atodds.views.said import (
    beside,
    counts,
    heading_of,
    hidden_words,
    legend_of,
    more_words,
    odds_counts,
    odds_head,
    odds_told,
    scale_words,
)
from atodds.views.scales import axes_of, unit_of
from atodds.vocab import load
from atodds.vocab.shown import folded

WIDTH = 80  # columns
_LABEL = 36  # columns of number, speaker and figure
_PLOT = WIDTH - _LABEL - 2  # columns of the axis; one for the head of an arrow
_MARGIN = 5  # columns of "[12] "
_DOT, _SOFT_DOT, _ZERO, _DENIED, _BEGIN, _END, _UP, _DOWN = "●", "◆", "○", "×", "├", "┤", "►", "◄"
_KEPT = "\N{NO-BREAK SPACE}"
_FIRM, _SOFT, _GRID = "─", "╌", "·"


def plot(compared: Compared, *, cited: Sequence[str] = ()) -> str:
    """The comparison as lines: a lane a claim, its mark beside it, what to mind under it."""
    shown_of = cut(compared.groups)
    asked = load("shown")["compared"]["understood"].format(words=compared.understood)
    lines = [*_told(compared.title), *_told(asked), *(each for line in counts(compared) for each in _told(line))]
    lines += [*odds_counts(compared.odds), *_unread(compared), *_legend([each for group in shown_of.groups for each in group.lanes])]
    axes = axes_of(compared)
    for group in shown_of.groups:
        lines += ["", *_group(group, axes[unit_of(group.group)], compared)]
    lines += [each for line in more_words(shown_of) for each in ("", *_told(line))]
    lines += _odds(compared.odds)
    lines += ["", *(each for line in (*scale_words(axes.values()), *cited) for each in _told(line))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _unread(compared: Compared) -> Iterator[str]:
    for each in compared.unread:
        yield from _told(load("shown")["compared"]["unread"].format(words=folded(each)))


def _legend(lanes: Sequence[Lane]) -> Iterator[str]:
    """The marks in use, as many in a line as it holds."""
    parts = [f"{_sample(shape, soft)} {told}" for shape, soft, told in legend_of(lanes) if shape != "nothing"]
    line = ""
    for part in parts:
        if line and len(line) + 3 + len(part) > WIDTH:
            yield line
            line = ""
        line = f"{line}   {part}" if line else part
    if line:
        yield line


def _sample(shape: Shape, soft: bool) -> str:
    bar = (_SOFT if soft else _FIRM) * 2
    return {
        "zero": _ZERO, "point": _SOFT_DOT if soft else _DOT, "denied": _DENIED, "nothing": "",
        "range": f"{_BEGIN}{bar}{_END}", "from": f"{_BEGIN}{bar}{_UP}", "upto": f"{_DOWN}{bar}{_END}",
    }[shape]  # fmt: skip


def _group(group: Shown, scale: Axis, compared: Compared) -> Iterator[str]:
    """Heading, axis, lanes."""
    yield from _told(group.group.title)
    told = heading_of(group.group)
    if group.lanes:
        heads = wrap(told, _LABEL - 1) or [""]
        yield f"{heads[0]:<{_LABEL}}{_ticks(scale)}"
        yield from heads[1:]
    for lane in group.lanes:
        yield from _lane(lane, scale, group.group.comparable, compared)
    if group.hidden:
        yield from _told(hidden_words(group))


def _lane(lane: Lane, scale: Axis, comparable: bool, compared: Compared) -> Iterator[str]:
    """Who and how many beside the mark, the rest under it."""
    head = wrap(
        f"{folded(lane.speaker)}: {lane.amount}", _LABEL - 1, initial_indent=f"{f'[{lane.number}]':<{_MARGIN}}",
        subsequent_indent=" " * _MARGIN, break_on_hyphens=False,
    )  # fmt: skip
    yield f"{head[0]:<{_LABEL}}{marked(lane, scale)}"
    yield from head[1:]
    for place, (said, _) in enumerate(beside(lane, comparable=comparable, compared=compared)):
        line = f"{folded(said)} · claim {short(lane.claim)}" if place == 0 else folded(said)
        yield from _told(line, _MARGIN)
    yield cut_off(f'{" " * _MARGIN}"{lane.quote}"', WIDTH)


def marked(lane: Lane, scale: Axis) -> str:
    """The figure of a lane on the axis, one character a step."""
    cells = list(_grid(scale))
    ends = [_column(scale, each) for each in lane.bounds]
    bar = _SOFT if lane.soft else _FIRM
    if lane.shape == "zero":
        cells[_column(scale, 0)] = _ZERO
    elif lane.shape == "denied":
        for end in ends:
            cells[end] = _DENIED
    elif lane.shape == "point":
        cells[ends[0]] = _SOFT_DOT if lane.soft else _DOT
    elif lane.shape == "range":
        ends = ends if ends[0] < ends[1] else [min(ends[0], _PLOT - 2), min(ends[0], _PLOT - 2) + 1]  # ends that can be told apart
        cells[ends[0] : ends[1] + 1] = [_BEGIN, *[bar] * (ends[1] - ends[0] - 1), _END]
    elif lane.shape == "from":
        cells[ends[0] :] = [_BEGIN, *[bar] * (len(cells) - ends[0] - 1), _UP]
    elif lane.shape == "upto":
        cells[: ends[0] + 1] = [_DOWN, *[bar] * (ends[0] - 1), _END] if ends[0] else [_END]
    return "".join(cells)


def _column(scale: Axis, value: float) -> int:
    return round(scale.at(value) * (_PLOT - 1))


def _grid(scale: Axis) -> str:
    places = {_column(scale, tick) for tick in scale.ticks}
    return "".join(_GRID if place in places else " " for place in range(_PLOT))


def _ticks(scale: Axis) -> str:
    """The numbers over the axis, each around its place, none touching another."""
    cells = [" "] * (_PLOT + 2)
    for tick in scale.by_weight:
        words = tick_words(tick)
        start = min(max(_column(scale, tick) - len(words) // 2, 0), len(cells) - len(words))
        around = cells[max(0, start - 1) : start + len(words) + 1]
        if all(each == " " for each in around):
            cells[start : start + len(words)] = words
    return "".join(cells)


def _odds(odds: Sequence[Odds]) -> Iterator[str]:
    """Each dispute under its letter, with its sentence and what would resolve it."""
    if odds:
        yield from ("", load("shown")["compared"]["odds"])
    told, more = odds_told(odds)
    for each in told:
        head = wrap(f"{odds_head(each)}: {folded(each.reason)}", WIDTH, initial_indent=f"{each.letter:<3}", subsequent_indent="   ")
        yield from head
        if each.resolves:
            yield from wrap(folded(each.resolves), WIDTH, initial_indent="   ", subsequent_indent="   ")
    yield from _told(more)


def _told(line: str, margin: int = 0) -> list[str]:
    """A line broken to fit; no line begins with the dot between two parts."""
    parts = folded(line).replace(" · ", f"{_KEPT}· ")
    indent = " " * margin
    found = wrap(parts, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    return [each.replace(_KEPT, " ") for each in found]
