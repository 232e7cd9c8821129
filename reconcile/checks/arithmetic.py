"""Sets of numbers in, what they make of each other out: sums, differences and ratios of intervals.

The sets are taken to vary freely: a ratio of two sets holds every ratio of their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Final

from reconcile.model import Interval
from reconcile.values import sets

_KEPT: Final = Context(prec=18)


def total(parts: Iterable[Interval]) -> Interval:
    """The sums of one number of each set."""
    result = sets.exactly(Decimal(0))
    for part in parts:
        low = None if result.low is None or part.low is None else result.low + part.low
        high = None if result.high is None or part.high is None else result.high + part.high
        result = Interval(
            low,
            high,
            result.low_closed and part.low_closed,
            result.high_closed and part.high_closed,
        )
    return result


def difference(a: Interval, b: Interval) -> Interval:
    """What is left of ``a`` where ``b`` is taken away."""
    turned = Interval(
        None if b.high is None else -b.high,
        None if b.low is None else -b.low,
        b.high_closed,
        b.low_closed,
    )
    return total((a, turned))


def ratio(a: Interval, b: Interval) -> Interval | None:
    """How many times ``b`` goes into ``a``; ``None`` unless both are positive."""
    if a.low is None or a.low < 0 or b.low is None or b.low <= 0:
        return None
    low = Decimal(0) if b.high is None else _KEPT.divide(a.low, b.high)
    high = None if a.high is None else _KEPT.divide(a.high, b.low)
    return Interval(low, high, a.low_closed and b.high_closed, a.high_closed and b.low_closed)


def widened(interval: Interval) -> Interval:
    """The interval with both ends in it: what is rounded may lie on either."""
    return Interval(interval.low, interval.high, True, True)


def apart(a: Interval, b: Interval) -> bool:
    """Whether no number lies in both, an end that they share counted as one."""
    return sets.disjoint(widened(a), widened(b))
