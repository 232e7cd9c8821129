"""Readings in groups in, a dot-and-range drawing out: one lane a reading, over one axis."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.model import Interval
from reconcile.records import frozen
from reconcile.report.pictures import svg
from reconcile.report.pictures.axis import Axis, axis_over

WIDTH: Final = 720.0
_LABEL_SHARE: Final = 0.34
_LANE, _GROUP_GAP, _TOP, _BOTTOM, _RIGHT, _LEFT = 24.0, 8.0, 12.0, 40.0, 20.0, 14.0
#: a float tells no two neighbours apart from here on
_FURTHEST: Final = 1e18
#: two marks of the axis stand this far from each other, at least
_MARK_GAP: Final = 14.0


@frozen
class Lane:
    """One reading: whose, in which words, and the set that they leave open."""

    letters: str
    text: str
    reading: str
    low: float | None
    high: float | None
    low_closed: bool
    high_closed: bool
    tone: str

    @property
    def told(self) -> str:
        return f"{self.letters}: “{self.text}” is {self.reading}" if self.text else self.reading


@frozen
class Group:
    """Lanes that belong together, with what they are about; "" where the lanes name themselves."""

    title: str
    lanes: tuple[Lane, ...]
    tone: str = "ink"
    sign: str = ""


def lane_of(interval: Interval, letters: str, text: str, reading: str, tone: str) -> Lane | None:
    """The lane of a set; ``None`` where it is no stretch of a line that can be drawn."""
    try:
        low = None if interval.low is None else float(interval.low)
        high = None if interval.high is None else float(interval.high)
    except OverflowError:
        return None
    ends = [each for each in (low, high) if each is not None]
    if not ends or not all(abs(each) < _FURTHEST for each in ends):
        return None
    return Lane(letters, text, reading, low, high, interval.low_closed, interval.high_closed, tone)


def ends_of(groups: Sequence[Group]) -> list[float]:
    """Every bounded end."""
    lanes = [lane for group in groups for lane in group.lanes]
    return [end for lane in lanes for end in (lane.low, lane.high) if end is not None]


def draw(
    groups: Sequence[Group], *, kind: str, unit: str, title: str, told: str, paper: bool
) -> str:
    """The drawing as SVG."""
    axis = axis_over(ends_of(groups), kind, unit)
    left, right = _LEFT + WIDTH * _LABEL_SHARE, WIDTH - _RIGHT
    lanes = sum(len(group.lanes) for group in groups)
    bottom = _TOP + lanes * _LANE + (len(groups) - 1) * _GROUP_GAP
    body = [*_axis(axis, left, right, bottom), *_groups(groups, axis, left, right)]
    height = bottom + _BOTTOM
    return svg.picture(body, width=WIDTH, height=height, title=title, told=told, paper=paper)


def _axis(axis: Axis, left: float, right: float, bottom: float) -> Iterator[str]:
    taken = -math.inf
    for value, told in axis.marks():
        x = axis.place(value, left, right)
        half = svg.width_of(told, size=11) / 2
        if x - half < taken + _MARK_GAP or x + half > WIDTH:
            continue
        taken = x + half
        yield svg.element("line", x1=x, x2=x, y1=_TOP, y2=bottom + 4, **svg.drawn("line"))
        yield svg.words(told, x, bottom + 18, "faint", text_anchor="middle", font_size=11)
    if axis.unit and axis.kind not in ("date", "count", "rank"):
        yield svg.words(axis.unit, right, bottom + 33, "faint", text_anchor="end", font_size=11)


def _groups(groups: Sequence[Group], axis: Axis, left: float, right: float) -> Iterator[str]:
    y = _TOP + _LANE / 2
    room = left - _LEFT - 16
    for group in groups:
        if group.title:
            if group.sign:
                yield svg.words(group.sign, _LEFT, y + 4, group.tone, font_weight="bold")
            label = svg.fit(group.title, room - 16)
            yield svg.words(label, _LEFT + 16, y + 4)
        for lane in group.lanes:
            if not group.title:
                yield from _label(lane, y, room)
            yield from _lane(lane, axis, y, left, right, lettered=bool(group.title))
            y += _LANE
        y += _GROUP_GAP


def _label(lane: Lane, y: float, room: float) -> Iterator[str]:
    yield svg.words(lane.letters, _LEFT, y + 4, font_weight="bold")
    used = svg.width_of(lane.letters) + 12
    yield svg.words(svg.fit(lane.text, room - used), _LEFT + used, y + 4)


def _lane(
    lane: Lane, axis: Axis, y: float, left: float, right: float, *, lettered: bool
) -> Iterator[str]:
    start = left if lane.low is None else axis.place(lane.low, left, right)
    end = right if lane.high is None else axis.place(lane.high, left, right)
    parts = [svg.tip(lane.told)]
    if end - start < 6:
        middle = (start + end) / 2
        parts.append(svg.element("circle", cx=middle, cy=y, r=5, **svg.filled(lane.tone)))
    else:
        line = {"y1": y, "y2": y, "stroke_width": 6, "stroke_opacity": 0.45}
        parts.append(svg.element("line", x1=start, x2=end, **line, **svg.drawn(lane.tone)))
        parts.append(_end(lane.low, lane.low_closed, start, y, lane.tone, -1))
        parts.append(_end(lane.high, lane.high_closed, end, y, lane.tone, 1))
    yield svg.element("g", "".join(parts))
    if lettered:
        yield from _beside(lane, start, end, y, left, right)


def _beside(
    lane: Lane, start: float, end: float, y: float, left: float, right: float
) -> Iterator[str]:
    """Who says it, and in which words, where there is more room: behind the mark or before it."""
    is_behind = right - end >= start - left
    letters_width = svg.width_of(lane.letters, size=12) + 6
    room = (right - end if is_behind else start - left) - 10
    x, anchor = (end + 10, "start") if is_behind else (start - 10, "end")
    bold = {"font_weight": "bold", "font_size": 12, "text_anchor": anchor}
    yield svg.words(lane.letters, min(x, right - 4), y + 4, **bold)
    shown = svg.fit(lane.text, room - letters_width, size=11)
    if shown.rstrip("…"):
        x += letters_width if is_behind else -letters_width
        yield svg.words(shown, x, y + 4, "faint", font_size=11, text_anchor=anchor)


def _end(end: float | None, closed: bool, x: float, y: float, tone: str, way: int) -> str:
    """An arrow where the set is open-ended, a full dot where its end belongs to it, else a ring."""
    if end is None:
        points = f"{x + 2 * way:.1f},{y} {x - 7 * way:.1f},{y - 6} {x - 7 * way:.1f},{y + 6}"
        return svg.element("polygon", points=points, **svg.filled(tone))
    if closed:
        return svg.element("circle", cx=x, cy=y, r=4.5, **svg.filled(tone))
    ring = {**svg.drawn(tone), "class_": f"stroke-{tone} fill-paper", "fill": "#fdfcf9"}
    return svg.element("circle", cx=x, cy=y, r=4, stroke_width=1.5, **ring)
