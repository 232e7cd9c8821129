"""A stretch of days or moments in, the words of a newsroom that name it out, the year included."""

from __future__ import annotations

import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from reconcile.model import Interval

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY: Final = Decimal(86_400)
_MINUTE: Final = Decimal(60)


def day_words(interval: Interval) -> str | None:
    """As in "on Thursday 12 June 2025", "in June 2025", "between 12 and 14 June 2025".

    The words cover the whole stretch, and of times of day no more than they must. ``None`` where an
    end is open.
    """
    if interval.low is None or interval.high is None:
        return None
    if interval.high - interval.low <= _MINUTE:
        start = _moment(interval.low)
        return None if start is None else f"at {start:%H:%M} {_on(start)}"
    low = _moment((interval.low / _DAY).to_integral_value(ROUND_FLOOR) * _DAY)
    high = _moment((interval.high / _DAY).to_integral_value(ROUND_CEILING) * _DAY)
    if low is None or high is None:
        return None
    return _named(low, high) or _between(low, high - datetime.timedelta(days=1))


def _moment(second: Decimal) -> datetime.datetime | None:
    try:
        return _EPOCH + datetime.timedelta(seconds=int(second))
    except OverflowError:
        return None


def _on(day: datetime.datetime) -> str:
    return f"on {day:%A} {day.day} {day:%B} {day.year}"


def _named(low: datetime.datetime, high: datetime.datetime) -> str | None:
    """A day, a month or years by their names."""
    if high - low == datetime.timedelta(days=1):
        return _on(low)
    if low.day != 1 or high.day != 1:
        return None
    months = (high.year - low.year) * 12 + high.month - low.month
    if months == 1:
        return f"in {low:%B} {low.year}"
    if low.month != 1 or months % 12:
        return None
    return f"in {low.year}" if months == 12 else f"between {low.year} and {high.year - 1}"


def _between(first: datetime.datetime, last: datetime.datetime) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {last.day} {last:%B} {last.year}"
    if first.year == last.year:
        return f"between {first.day} {first:%B} and {last.day} {last:%B} {last.year}"
    return f"between {first.day} {first:%B} {first.year} and {last.day} {last:%B} {last.year}"
