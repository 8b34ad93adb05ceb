"""Who says how many, as a picture to print and to cite: a lane a claim, in groups of what is comparable, on one axis.

The picture stands alone: its words are in it, its colours follow the reader's screen, and the ids of its claims lead back to the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from atodds.model.ids import text_digest
from atodds.views.axis import Axis, tick_words
from atodds.views.compare import Compared, Odds
from atodds.views.cuts import Shown, cut
from atodds.views.lanes import Lane
from atodds.views.marks import HEADROOM, Tone, Track, mark, sample, sample_width
from atodds.views.names import short
from atodds.views.said import (
    beside,
    counts,
    heading_of,
    hidden_words,
    lane_sentence,
    legend_of,
    more_words,
    odds_counts,
    odds_head,
    odds_told,
    scale_words,
)
from atodds.views.scales import axes_of, unit_of
from atodds.views.svg import FONTS, Point, broken, element, shown, text, width, words
from atodds.vocab import load

WIDTH, NARROWEST = 960, 360  # user units, as pixels of a screen
_AMOUNT = 128.0  # room for "at least 1,000"
_NARROW = 680  # below it a lane's words stand above its mark

# Okabe and Ito's blue and vermilion keep apart for every kind of colour blindness; text is at least 4.5:1 on its page, marks 3:1.
_STYLE = """
text{font-family:%s}
.page{fill:#fff}.ink{fill:#1a1a1a}.soft{fill:#565656}.warn{fill:#9c3900}
.rule{stroke:#dcdcdc;fill:none}.edge{stroke:#8a8a8a;fill:none}
.mark{stroke-width:2}.line{fill:none}
.told{stroke:#0072b2;fill:#0072b2}.odds{stroke:#d55e00;fill:#d55e00}.aside{stroke:#767676;fill:#767676}
.mark .hollow{fill:#fff}.mark .line{fill:none}.seal{fill:#9c3900}.calm{fill:#565656}.letter{fill:#fff}
@media screen and (prefers-color-scheme:dark){
.page{fill:#15181b}.ink{fill:#f1f1f1}.soft{fill:#b3b7ba}.warn{fill:#ffab73}
.rule{stroke:#34393d}.edge{stroke:#7d8387}
.told{stroke:#56b4e9;fill:#56b4e9}.odds{stroke:#ff8c3a;fill:#ff8c3a}.aside{stroke:#979c9f;fill:#979c9f}
.mark .hollow{fill:#15181b}.mark .line{fill:none}.seal{fill:#ffab73}.calm{fill:#b3b7ba}.letter{fill:#15181b}
}
"""


class _Plan(NamedTuple):
    """Where things stand across the page."""

    width: float
    margin: float
    label: float  # where a lane's words begin
    room: float  # how wide they may be
    amount: float  # where its number ends
    left: float  # where the axis begins and ends
    right: float
    narrow: bool

    @property
    def whole(self) -> float:
        return self.width - 2 * self.margin


class _Page:
    """What has been drawn so far, and how far down."""

    def __init__(self, plan: _Plan) -> None:
        self.plan = plan
        self.y = plan.margin
        self.drawn: list[str] = []

    def draw(self, *parts: str) -> None:
        self.drawn += parts

    def say(self, line: str, size: float, kind: str, *, x: float | None = None, room: float | None = None, bold: bool = False) -> None:
        """A paragraph at the left edge, broken to fit."""
        start = self.plan.margin if x is None else x
        for each in broken(line, self.plan.whole - (start - self.plan.margin) if room is None else room, size, bold=bold):
            self.y += size * 1.35
            self.draw(text(Point(start, self.y - size * 0.3), each, size, kind, bold=bold))

    def skip(self, height: float) -> None:
        self.y += height


def svg(compared: Compared, *, cited: Sequence[str] = (), wide: float = WIDTH) -> str:
    """The whole picture as one file. `cited`: the lines under it that say where it comes from; `wide`: its width in pixels.

    Raises ValueError for a width below `NARROWEST`.
    """
    if wide < NARROWEST:
        raise ValueError(f"{wide:g} is too narrow for words and an axis")
    page = _Page(_plan(wide))
    shown_of = cut(compared.groups)
    _opening(page, compared)
    _legend(page, [each for group in shown_of.groups for each in group.lanes])
    axes = axes_of(compared)
    for group in shown_of.groups:
        _group(page, group, axes[unit_of(group.group)], compared)
    for line in more_words(shown_of):
        page.skip(14)
        page.say(line, 12, "warn", bold=True)
    _odds(page, compared.odds)
    _closing(page, compared, cited)
    return _file(page, compared, shown_of.groups)


def _plan(wide: float) -> _Plan:
    if wide < _NARROW:
        margin = 16.0
        label, end = margin + 30, wide - margin
        return _Plan(wide, margin, label, end - _AMOUNT - 12 - label, end, margin + 8, end - HEADROOM - 4, True)
    margin, room = 24.0, wide * 0.36
    amount = margin + 34 + room + 10 + _AMOUNT
    return _Plan(wide, margin, margin + 34, room, amount, amount + 22, wide - margin - HEADROOM - 4, False)


def _opening(page: _Page, compared: Compared) -> None:
    page.say(compared.title, 21, "ink", bold=True)
    page.skip(4)
    for line in counts(compared):
        page.say(line, 13, "soft")
    for line in odds_counts(compared.odds):
        page.say(line, 13, "warn" if _in_dispute(compared) else "soft", bold=True)
    for each in compared.unread:
        page.say(load("shown")["compared"]["unread"].format(words=shown(each)), 13, "warn", bold=True)
    page.skip(10)


def _in_dispute(compared: Compared) -> bool:
    return any(each.relation != "agreement" for each in compared.odds)


def _legend(page: _Page, lanes: Iterable[Lane]) -> None:
    """Every mark that the picture uses, with its meaning."""
    x, plan = page.plan.margin, page.plan
    for shape, soft, told in legend_of(lanes):
        drawn = sample_width(shape)
        wide = drawn + 8 + width(told, 12)
        if x > plan.margin and x + wide > plan.width - plan.margin:
            x = plan.margin
            page.skip(22)
        page.draw(sample(shape, soft, Point(x, page.y + 8)), text(Point(x + drawn + 8, page.y + 12), told, 12, "soft"))
        x += wide + 14
    page.skip(24)


def _group(page: _Page, group: Shown, scale: Axis, compared: Compared) -> None:
    """A group: its heading beside the numbers of its axis, then its lanes."""
    plan, track = page.plan, Track(scale, page.plan.left, page.plan.right)
    room = plan.whole if plan.narrow else plan.amount - plan.margin
    page.skip(18)
    page.say(group.group.title, 15, "ink", bold=True, room=room)
    told = heading_of(group.group)
    if told:
        page.say(told, 12, "soft", room=room)
    if group.lanes:
        page.skip(22 if plan.narrow else 0)
        _ticks(page, track)
        page.skip(7)
        for each in group.lanes:
            _lane(page, each, track, group.group.comparable, compared)
    if group.hidden:
        page.skip(4)
        page.say(hidden_words(group), 12, "warn", bold=True)


def _ticks(page: _Page, track: Track) -> None:
    """The numbers over an axis: as many as have room, the first and the last before all, then the powers of ten."""
    taken: list[tuple[float, float]] = []
    for tick in track.axis.by_weight:
        half = width(tick_words(tick), 11) / 2 + 3
        x = min(track.x(tick), page.plan.width - 4 - half)
        if all(x + half < left or x - half > right for left, right in taken):
            taken.append((x - half, x + half))
            page.draw(text(Point(x, page.y - 1), tick_words(tick), 11, "soft", anchor="middle"))


def _grid(track: Track, top: float, bottom: float) -> Iterator[str]:
    for tick in track.axis.ticks:
        kind = "edge" if tick == track.axis.ticks[0] else "rule"
        yield element("path", {"class": kind, "d": f"M{track.x(tick):.2f} {top:.2f}V{bottom:.2f}"})


class _Line(NamedTuple):
    """A line of text that fits already."""

    words: str
    size: float
    kind: str
    bold: bool = False


def _lane(page: _Page, lane: Lane, track: Track, comparable: bool, compared: Compared) -> None:
    """One claim: its number, who says it and through whom, how many, and the mark; its words, where a reader points at it."""
    plan, top, first = page.plan, page.y, len(page.drawn)
    page.draw(element("path", {"class": "rule", "d": f"M{plan.margin:.2f} {page.y:.2f}H{plan.width - plan.margin:.2f}"}))
    page.skip(5)
    page.draw(text(Point(plan.label - 8, page.y + 14), str(lane.number), 11.5, "soft", anchor="end"))
    middle = page.y + 10
    right = _column(page, plan.amount, "end", _amount(lane))
    left = _column(page, plan.label, "start", _words(lane, plan.room, comparable, compared))
    page.skip(max(left, right))
    if plan.narrow:
        middle, top = page.y + 14, page.y + 3
        page.skip(24)
    page.skip(5)
    page.draw(*_grid(track, top, page.y), mark(lane, track, middle, _tone(lane, comparable, compared)))
    quoted = element("title", None, words(f"“{lane.quote}”"))
    page.drawn[first:] = [element("g", {"class": "lane", "data-claim": lane.claim}, quoted, *page.drawn[first:])]


def _column(page: _Page, x: float, anchor: str, lines: Iterable[_Line]) -> float:
    """Lines under one another from the top of a lane; how high they are."""
    y = page.y
    for line in lines:
        y += line.size * 1.3
        page.draw(text(Point(x, y - line.size * 0.28), line.words, line.size, line.kind, anchor=anchor, bold=line.bold))
    return y - page.y


def _amount(lane: Lane) -> Iterator[_Line]:
    """How many, and under it the id that leads to the words."""
    yield from (_Line(each, 14, "ink", True) for each in broken(lane.amount, _AMOUNT, 14, bold=True, most=3))
    yield _Line(short(lane.claim), 11, "soft")


def _words(lane: Lane, room: float, comparable: bool, compared: Compared) -> Iterator[_Line]:
    """Who says it, through whom and when, what to mind."""
    yield from (_Line(each, 14, "ink", True) for each in broken(lane.speaker, room, 14, bold=True, most=3))
    for said, kind in beside(lane, comparable=comparable, compared=compared):
        yield from (_Line(each, 12, kind, kind == "warn") for each in broken(said, room, 12, bold=kind == "warn", most=4))


def _tone(lane: Lane, comparable: bool, compared: Compared) -> Tone:
    if not comparable or not lane.binds:
        return "aside"
    return "odds" if any(each.relation == "contradiction" and lane.number in each.touches for each in compared.odds) else "told"


def _odds(page: _Page, odds: Sequence[Odds]) -> None:
    """What cannot all be true, each with its sentence under its letter."""
    if not odds:
        return
    page.skip(22)
    page.say(load("shown")["compared"]["odds"], 16, "ink", bold=True)
    told, more = odds_told(odds)
    for each in told:
        page.skip(8)
        x, y = page.plan.margin, page.y
        wide = max(22.0, width(each.letter, 12, bold=True) + 8)
        kind = "calm" if each.relation == "agreement" else "seal"
        page.draw(element("rect", {"class": kind, "x": x, "y": y + 2, "width": wide, "height": 20, "rx": 4}))
        page.draw(text(Point(x + wide / 2, y + 16), each.letter, 12, "letter", anchor="middle", bold=True))
        page.say(odds_head(each), 13, "ink", x=x + wide + 10, bold=True)
        page.say(each.reason, 13, "ink", x=x + wide + 10)
        if each.resolves:
            page.say(each.resolves, 12.5, "soft", x=x + wide + 10)
    if more:
        page.skip(6)
        page.say(more, 12, "warn", bold=True)


def _closing(page: _Page, compared: Compared, cited: Sequence[str]) -> None:
    """Where it comes from, and what the axis is."""
    page.skip(20)
    page.draw(element("path", {"class": "edge", "d": f"M{page.plan.margin:.2f} {page.y:.2f}H{page.plan.width - page.plan.margin:.2f}"}))
    page.skip(6)
    for line in (*scale_words(axes_of(compared).values()), *cited):
        page.say(line, 11.5, "soft")
    page.skip(page.plan.margin)


def _file(page: _Page, compared: Compared, groups: Sequence[Shown]) -> str:
    wide, high = page.plan.width, page.y
    key = text_digest("".join(page.drawn))[:8]  # two pictures in one page must not share an id
    told = [sentence for group in groups for sentence in (f"{group.group.title}.", *map(lane_sentence, group.lanes))]
    described = " ".join([*counts(compared), *told, *(f"{odds_head(each)}: {each.reason}" for each in odds_told(compared.odds)[0])])
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg", "width": wide, "height": round(high, 1), "viewBox": f"0 0 {wide:g} {high:.1f}",
            "role": "img", "aria-labelledby": f"t-{key} d-{key}", "lang": "en",
        },
        "\n" + element("title", {"id": f"t-{key}"}, words(compared.title)),
        "\n" + element("desc", {"id": f"d-{key}"}, words(described)),
        "\n" + element("style", None, _STYLE % FONTS),
        "\n" + element("rect", {"class": "page", "width": wide, "height": round(high, 1)}) + "\n",
        "\n".join(page.drawn), "\n",
    ) + "\n"  # fmt: skip
