"""The closed set algebra on intervals: intersect, contains, disjoint, same, distance, width, hull.

An end that is not bounded is open, whatever its flag says; results say so.
"""

from __future__ import annotations

from decimal import Decimal

from reconcile.model import Interval

EVERYTHING = Interval(None, None, False, False)


def exactly(number: Decimal) -> Interval:
    """The set of one number."""
    return Interval(number, number, True, True)


def is_empty(interval: Interval) -> bool:
    """Whether no number lies between the ends."""
    if interval.low is None or interval.high is None:
        return False
    if interval.low == interval.high:
        return not (interval.low_closed and interval.high_closed)
    return interval.low > interval.high


def contains_number(interval: Interval, number: Decimal) -> bool:
    """Whether a number lies in the interval."""
    above = interval.low is None or number > interval.low
    above = above or (number == interval.low and interval.low_closed)
    below = interval.high is None or number < interval.high
    below = below or (number == interval.high and interval.high_closed)
    return above and below


def _low(interval: Interval) -> tuple[Decimal | None, bool]:
    return interval.low, interval.low is not None and interval.low_closed


def _high(interval: Interval) -> tuple[Decimal | None, bool]:
    return interval.high, interval.high is not None and interval.high_closed


def _higher_low(a: Interval, b: Interval) -> tuple[Decimal | None, bool]:
    if a.low is None or (b.low is not None and b.low > a.low):
        return _low(b)
    if b.low is None or a.low > b.low:
        return _low(a)
    return a.low, a.low_closed and b.low_closed


def _lower_high(a: Interval, b: Interval) -> tuple[Decimal | None, bool]:
    if a.high is None or (b.high is not None and b.high < a.high):
        return _high(b)
    if b.high is None or a.high < b.high:
        return _high(a)
    return a.high, a.high_closed and b.high_closed


def intersect(a: Interval, b: Interval) -> Interval:
    """The numbers that lie in both; may be empty."""
    low, low_closed = _higher_low(a, b)
    high, high_closed = _lower_high(a, b)
    return Interval(low, high, low_closed, high_closed)


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether no number lies in both."""
    return is_empty(intersect(a, b))


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every number of ``inner`` lies in ``outer``."""
    if is_empty(inner):
        return True
    shared = intersect(outer, inner)
    return _low(shared) == _low(inner) and _high(shared) == _high(inner)


def same(a: Interval, b: Interval) -> bool:
    """Whether the two hold the same numbers; all empty sets are the same."""
    return contains(a, b) and contains(b, a)


def width(interval: Interval) -> Decimal | None:
    """The length from end to end; ``None`` where it is not bounded, 0 where it is empty."""
    if interval.low is None or interval.high is None:
        return None
    return max(interval.high - interval.low, Decimal(0))


def distance(a: Interval, b: Interval) -> Decimal:
    """How far apart the nearest ends of two sets that are not empty lie; 0 where they meet."""
    if a.high is not None and b.low is not None and a.high < b.low:
        return b.low - a.high
    if b.high is not None and a.low is not None and b.high < a.low:
        return a.low - b.high
    return Decimal(0)


def hull(a: Interval, b: Interval) -> Interval:
    """The smallest interval that holds both."""
    if is_empty(a):
        return b
    if is_empty(b):
        return a
    low, low_closed = _lower_low(a, b)
    high, high_closed = _higher_high(a, b)
    return Interval(low, high, low_closed, high_closed)


def _lower_low(a: Interval, b: Interval) -> tuple[Decimal | None, bool]:
    if a.low is None or b.low is None:
        return None, False
    if a.low == b.low:
        return a.low, a.low_closed or b.low_closed
    return _low(a) if a.low < b.low else _low(b)


def _higher_high(a: Interval, b: Interval) -> tuple[Decimal | None, bool]:
    if a.high is None or b.high is None:
        return None, False
    if a.high == b.high:
        return a.high, a.high_closed or b.high_closed
    return _high(a) if a.high > b.high else _high(b)


def scale(interval: Interval, factor: Decimal) -> Interval:
    """The interval with each end multiplied by a positive factor; raises ValueError on another."""
    if factor <= 0:
        raise ValueError(f"a set is scaled by a positive factor, not by {factor}")
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return Interval(low, high, interval.low_closed, interval.high_closed)


def shift(interval: Interval, offset: Decimal) -> Interval:
    """The interval moved along the line."""
    low = None if interval.low is None else interval.low + offset
    high = None if interval.high is None else interval.high + offset
    return Interval(low, high, interval.low_closed, interval.high_closed)
