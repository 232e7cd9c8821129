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

    Of what one article says as of one moment its body is told; a clock time only where two points
    are of one day, in universal time where the articles keep different clocks.
    """
    kept = _one_each(points, quotes)
    offsets = {_offset(quotes[point.claim]) for point in kept}
    moments = [_moment(point, quotes[point.claim], local=len(offsets) == 1) for point in kept]
    days = [moment.date() for moment in moments]
    zone = "" if len(offsets) == 1 else " UTC"
    words = [
        f"{one_line(quotes[point.claim].text)} {_when(point, moment, days, zone)}"
        for point, moment in zip(kept, moments, strict=True)
    ]
    return ", ".join(words) or None


def _one_each(points: Sequence[Point], quotes: Sequence[Quote]) -> list[Point]:
    """One point for each article and moment, from the body where there is one."""
    found: dict[tuple[str, Interval], Point] = {}
    for point in points:
        quote = quotes[point.claim]
        first = found.setdefault((quote.article, point.when), point)
        if quotes[first.claim].role != "body" and quote.role == "body":
            found[quote.article, point.when] = point
    return [point for point in points if point in found.values()]


def _offset(quote: Quote) -> datetime.timedelta:
    offset = quote.published.utcoffset() if quote.published is not None else None
    return offset or datetime.timedelta()


def _moment(point: Point, quote: Quote, *, local: bool) -> datetime.datetime:
    seconds = point.when.low if point.when.low is not None else point.when.high
    there = _EPOCH + datetime.timedelta(seconds=int(seconds or 0))
    return there if local else there - _offset(quote)


def _when(point: Point, moment: datetime.datetime, days: Sequence[datetime.date], zone: str) -> str:
    """When a reading is of: as the article says it, or else its publication."""
    if point.words is not None:
        return f"({one_line(point.words)})"
    day = f"on {moment.day} {moment:%B}"
    if days.count(moment.date()) == 1 or _is_day(point.when):
        return day
    return f"at {moment:%H:%M}{zone} {day}"


def _is_day(when: Interval) -> bool:
    return when.low is not None and when.high is not None and when.high - when.low >= _DAY_SECONDS
