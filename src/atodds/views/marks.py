"""Marks: how one figure is drawn on an axis. Shape and dash say everything; colour only says it again.

A dot is a number, ticks are bounds, an arrow is a side left open, a hollow dot is a claimed zero, a cross is a figure that somebody
denies; dashes and diamonds are numbers that are only about or vague.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from atodds.views.axis import Axis
from atodds.views.lanes import Lane, Shape
from atodds.views.svg import Point, element

Tone = Literal["told", "odds", "aside"]  # stands by itself; cannot be true with another one; history, or not comparable

DOT = 5.5  # radius, in user units
_TICK, _HEAD, _CROSS = 6.5, 7.0, 5.0
HEADROOM = 16.0  # behind the axis, for the head of an arrow
_APART = 5.0  # between the two ends of a range, at least
_DASHES = "5 4"


class Track(NamedTuple):
    """Where an axis lies on the page."""

    axis: Axis
    left: float
    right: float

    def x(self, value: float) -> float:
        return self.left + self.axis.at(value) * (self.right - self.left)


def mark(lane: Lane, track: Track, y: float, tone: Tone) -> str:
    """The figure of a lane, drawn around the height `y`; nothing for one without any number."""
    drawn = "".join(_shapes(lane.shape, lane, track, y))
    return element("g", {"class": f"mark {tone}"}, drawn) if drawn else ""


def sample_width(shape: Shape) -> float:
    """How wide the legend shows a mark."""
    return 40.0 if shape in ("range", "from", "upto") else 2 * _TICK + 2


def sample(shape: Shape, soft: bool, at: Point) -> str:
    """The mark as the legend shows it, `at` its left end."""
    left, right = at.x, at.x + sample_width(shape)
    middle, tick_left, tick_right = Point((left + right) / 2, at.y), _tick(left, at.y), _tick(right, at.y)
    drawn: dict[Shape, tuple[str, ...]] = {
        "zero": (_hollow(middle),),
        "point": (_diamond(middle) if soft else _dot(middle),),
        "range": (_line(left, right, at.y, soft=soft), tick_left, tick_right),
        "from": (_line(left, right - 2, at.y, soft=soft), tick_left, _head(right, at.y, 1)),
        "upto": (_line(left + 2, right, at.y, soft=soft), tick_right, _head(left, at.y, -1)),
        "denied": (_cross(middle),),
        "nothing": (),
    }
    return element("g", {"class": "mark told"}, *drawn[shape])


def _shapes(shape: Shape, lane: Lane, track: Track, y: float) -> Iterator[str]:
    ends = [track.x(each) for each in lane.bounds]
    if shape == "zero":
        yield _hollow(Point(track.x(0), y))
    elif shape == "denied":
        yield from (_cross(Point(x, y)) for x in dict.fromkeys(ends))
    elif shape == "point":
        yield (_diamond if lane.soft else _dot)(Point(ends[0], y))
    elif shape == "range":
        ends = _spread(ends[0], ends[1], track)
        yield from (_line(ends[0], ends[1], y, soft=lane.soft), _tick(ends[0], y), _tick(ends[1], y))
    elif shape == "from":
        end = track.right + HEADROOM
        yield from (_line(ends[0], end - 2, y, soft=lane.soft), _tick(ends[0], y), _head(end, y, 1))
    elif shape == "upto":
        yield from (_line(track.left + 2, ends[0], y, soft=lane.soft), _tick(ends[0], y), _head(track.left, y, -1))


def _spread(left: float, right: float, track: Track) -> list[float]:
    """Two ends that can be told apart, however close they lie."""
    grown = max(0.0, _APART - (right - left)) / 2
    start = min(max(left - grown, track.left), track.right - _APART)
    return [min(start, left), max(start + _APART, right)]


def _dot(at: Point) -> str:
    return element("circle", {"cx": at.x, "cy": at.y, "r": DOT})


def _hollow(at: Point) -> str:
    return element("circle", {"class": "hollow", "cx": at.x, "cy": at.y, "r": DOT})


def _diamond(at: Point) -> str:
    size = DOT + 1.5
    return element("path", {"d": f"M{_n(at.x - size)} {_n(at.y)}l{size} {-size} {size} {size} {-size} {size}z"})


def _line(left: float, right: float, y: float, *, soft: bool) -> str:
    return element("path", {"class": "line", "d": f"M{_n(left)} {_n(y)}H{_n(right)}", "stroke-dasharray": _DASHES if soft else None})


def _tick(x: float, y: float) -> str:
    return element("path", {"class": "line", "d": f"M{_n(x)} {_n(y - _TICK)}v{2 * _TICK}"})


def _head(x: float, y: float, way: int) -> str:
    return element("path", {"d": f"M{_n(x)} {_n(y)}l{-way * 9} {-_HEAD + 2}v{2 * _HEAD - 4}z"})


def _cross(at: Point) -> str:
    x, y = _n(at.x - _CROSS), _n(at.y - _CROSS)
    return element("path", {"class": "line", "d": f"M{x} {y}l{2 * _CROSS} {2 * _CROSS}m0 {-2 * _CROSS}l{-2 * _CROSS} {2 * _CROSS}"})


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
