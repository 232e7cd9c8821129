"""The ends of readings in, an axis out: where a number lies on the picture, and its round marks."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.records import frozen
from reconcile.values.telling import number

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_HOUR, _DAY = 3600.0, 86_400.0
#: what a duration is counted in, with its seconds; and from how many seconds on
_DURATION_UNITS: Final = (
    (31_556_952.0, "years", 2 * 31_556_952.0),
    (_DAY, "days", 2 * _DAY),
    (_HOUR, "hours", 2 * _HOUR),
    (60.0, "minutes", 120.0),
    (1.0, "seconds", 0.0),
)
#: the ends of the calendar that can be written: from year 1 to year 9999
_FIRST_SECOND: Final = (datetime.datetime(1, 1, 2) - _EPOCH).total_seconds()
_LAST_SECOND: Final = (datetime.datetime(9999, 12, 30) - _EPOCH).total_seconds()
_MARKS: Final = 5
_MARGIN_SHARE: Final = 0.08


@frozen
class Axis:
    """A stretch of the line that the readings lie on."""

    low: float
    high: float
    kind: str
    #: what the marks are counted in: "USD", "days", ""
    unit: str
    #: how much of the readings' own unit one of those is
    step_unit: float = 1.0

    def place(self, value: float, left: float, right: float) -> float:
        """Where a value lies between two edges of the picture; beyond them, at the edge."""
        share = (value - self.low) / (self.high - self.low)
        return left + (right - left) * min(max(share, 0.0), 1.0)

    def marks(self) -> list[tuple[float, str]]:
        """Round values on the axis, with their words."""
        if self.kind == "date":
            return list(_date_marks(self.low, self.high))
        return list(_number_marks(self))


def axis_over(ends: Sequence[float], kind: str, unit: str) -> Axis:
    """The axis that holds all of these ends, with a little room."""
    low, high = min(ends), max(ends)
    room = (high - low) * _MARGIN_SHARE or _room_for_one(low, kind)
    low, high = low - room, high + room
    if kind == "date":
        low, high = max(low, _FIRST_SECOND), min(high, _LAST_SECOND)
        low, high = (low, high) if low < high else (_FIRST_SECOND, _LAST_SECOND)
    if kind == "duration":
        furthest = max(map(abs, ends))
        seconds, name = next(
            (seconds, name) for seconds, name, least in _DURATION_UNITS if furthest >= least
        )
        return Axis(low, high, kind, name, seconds)
    if kind == "percent" and unit == "fraction":
        return Axis(low, high, kind, "percent", 0.01)
    return Axis(low, high, kind, unit)


def _room_for_one(value: float, kind: str) -> float:
    return _DAY if kind == "date" else abs(value) * _MARGIN_SHARE or 1.0


def _number_marks(axis: Axis) -> Iterator[tuple[float, str]]:
    low, high = axis.low / axis.step_unit, axis.high / axis.step_unit
    step = _round_step((high - low) / _MARKS)
    if axis.kind in ("count", "rank", "age"):
        step = max(step, 1.0)
    for index in range(math.ceil(low / step), math.floor(high / step) + 1):
        told = number(Decimal(repr(step)) * index)
        yield index * step * axis.step_unit, told


def _round_step(rough: float) -> float:
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(each * power for each in (1.0, 2.0, 5.0, 10.0) if each * power >= rough * 0.999)


def _date_marks(low: float, high: float) -> Iterator[tuple[float, str]]:
    span = high - low
    if span <= 3 * _DAY:
        yield from _even_marks(low, high, _hours(span), "%H:%M")
    elif span <= 75 * _DAY:
        yield from _even_marks(low, high, _days(span), "")
    else:
        yield from _month_marks(low, high)


def _hours(span: float) -> float:
    rough = span / _MARKS / _HOUR
    return next((each for each in (1, 2, 3, 6, 12) if each >= rough), 24) * _HOUR


def _days(span: float) -> float:
    rough = span / _MARKS / _DAY
    return next((each for each in (1, 2, 7) if each >= rough), 14) * _DAY


def _even_marks(low: float, high: float, step: float, form: str) -> Iterator[tuple[float, str]]:
    for index in range(math.ceil(low / step), math.floor(high / step) + 1):
        when = _EPOCH + datetime.timedelta(seconds=index * step)
        day = f"{when.day} {when:%b}"
        is_midnight = when.hour == when.minute == 0
        yield index * step, f"{when:{form}}" if form and not is_midnight else day


def _month_marks(low: float, high: float) -> Iterator[tuple[float, str]]:
    start, end = (_EPOCH + datetime.timedelta(seconds=each) for each in (low, high))
    first, last = start.year * 12 + start.month, end.year * 12 + end.month - 1
    rough = (last - first + 1) / _MARKS
    sizes = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
    step = next((each for each in sizes if each >= rough), 24000)
    for month in range(-(-first // step) * step, last + 1, step):
        when = datetime.datetime(month // 12, month % 12 + 1, 1)
        told = str(when.year) if step >= 12 else f"{when:%b} {when.year}"
        yield (when - _EPOCH).total_seconds(), told
