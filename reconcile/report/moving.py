"""Points of a figure that moved in, a line out: "at least 14 on 6 May, 18 on 9 May"."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from reconcile.model import Interval, Point
from reconcile.report.excerpts import one_line
from reconcile.report.quotes import Quote

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY_SECONDS: Final = 86_400


def moved_words(points: Sequence[Point], quotes: Sequence[Quote]) -> str | None:
    """Each reading with when it is of, the earliest first; ``None`` where none are known.

    Of the points of one moment with one reading the first is told; a clock time only where two
    points are of one day.
    """
    told: dict[tuple[str, str | None], Point] = {}
    for point in points:
        quote = quotes[point.claim]
        told.setdefault((quote.article, quote.reading), point)
    kept = list(told.values())
    days = [_moment(point.when).date() for point in kept]
    words = [
        f"{one_line(quotes[point.claim].text)} {_when(point, clock=days.count(day) > 1)}"
        for point, day in zip(kept, days, strict=True)
    ]
    return ", ".join(words) or None


def _when(point: Point, *, clock: bool) -> str:
    """When a reading is of: as the article says it, or else its publication."""
    if point.words is not None:
        return f"({one_line(point.words)})"
    when = _moment(point.when)
    day = f"on {when.day} {when:%B}"
    return f"at {when:%H:%M} {day}" if clock and not _is_day(point.when) else day


def _moment(when: Interval) -> datetime.datetime:
    seconds = when.low if when.low is not None else when.high
    return _EPOCH if seconds is None else _EPOCH + datetime.timedelta(seconds=int(seconds))


def _is_day(when: Interval) -> bool:
    return when.low is not None and when.high is not None and when.high - when.low >= _DAY_SECONDS
