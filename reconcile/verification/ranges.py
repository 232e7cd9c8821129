"""Intervals as fractions, and what can be done with them: the arithmetic of the verifier."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from reconcile.model import Interval
from reconcile.tuples import NamedTuple

#: ends nearer than this share of themselves differ by the digits that a division kept
_NOISE: Final = Fraction(1, 10**11)


class Range(NamedTuple):
    """All numbers between two ends; ``None`` is an end that is not bounded."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool


EVERYTHING: Final = Range(None, None, False, False)
ZERO: Final = Fraction(0)


def range_of(interval: Interval | None) -> Range | None:
    """The same set as fractions; an open side is open, whatever its flag says."""
    if interval is None:
        return None
    low = None if interval.low is None else Fraction(interval.low)
    high = None if interval.high is None else Fraction(interval.high)
    return Range(
        low,
        high,
        low is not None and interval.low_closed,
        high is not None and interval.high_closed,
    )


def point(number: Fraction | Decimal | int) -> Range:
    """The set of one number."""
    return Range(Fraction(number), Fraction(number), True, True)


def near(one: Fraction | None, other: Fraction | None) -> bool:
    """Whether two ends or numbers are the same but for noise."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _NOISE * max(abs(one), abs(other))


def same(one: Range | None, other: Range | None) -> bool:
    """Whether two sets have the same ends."""
    if one is None or other is None:
        return one is other
    closed = one.low_closed == other.low_closed and one.high_closed == other.high_closed
    return closed and near(one.low, other.low) and near(one.high, other.high)


def is_empty(one: Range) -> bool:
    if one.low is None or one.high is None:
        return False
    return one.low > one.high or one.low == one.high and not (one.low_closed and one.high_closed)


def has(one: Range, number: Fraction) -> bool:
    """Whether a number lies in the set."""
    return not is_empty(intersection(one, point(number)))


def intersection(one: Range, other: Range) -> Range:
    """What lies in both."""
    low, low_closed = _later(one.low, one.low_closed, other.low, other.low_closed)
    high, high_closed = _later(
        _minus(one.high), one.high_closed, _minus(other.high), other.high_closed
    )
    return Range(low, _minus(high), low_closed, high_closed)


def all_meet(one: Sequence[Interval], other: Sequence[Interval]) -> bool:
    """Whether the intervals of one meet those of the other, each the one in its place."""
    pairs = ((range_of(a), range_of(b)) for a, b in zip(one, other, strict=True))
    return all(a is None or b is None or not is_empty(intersection(a, b)) for a, b in pairs)


def _minus(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end


def _later(
    one: Fraction | None, one_closed: bool, other: Fraction | None, other_closed: bool
) -> tuple[Fraction | None, bool]:
    """The higher of two low ends."""
    if one is None or other is not None and other > one:
        return other, other_closed
    if other is None or one > other:
        return one, one_closed
    return one, one_closed and other_closed


def hull(one: Range, other: Range) -> Range:
    """The smallest set without gaps that holds both."""
    low, low_closed = _earlier(one.low, one.low_closed, other.low, other.low_closed)
    high, high_closed = _earlier(
        _minus(one.high), one.high_closed, _minus(other.high), other.high_closed
    )
    return Range(low, _minus(high), low_closed, high_closed)


def _earlier(
    one: Fraction | None, one_closed: bool, other: Fraction | None, other_closed: bool
) -> tuple[Fraction | None, bool]:
    if one is None or other is None:
        return None, False
    if one == other:
        return one, one_closed or other_closed
    return (one, one_closed) if one < other else (other, other_closed)


def holds(outer: Range, inner: Range) -> bool:
    """Whether all of the inner set lies in the outer one."""
    return same(intersection(outer, inner), inner)


def gap(one: Range, other: Range) -> Fraction:
    """How far apart two sets lie; 0 where they meet."""
    for left, right in ((one, other), (other, one)):
        if left.high is not None and right.low is not None and left.high < right.low:
            return right.low - left.high
    return ZERO


def size(one: Range, other: Range) -> Fraction:
    """The largest of the ends, its sign left aside."""
    ends = (one.low, one.high, other.low, other.high)
    return max((abs(end) for end in ends if end is not None), default=ZERO)


def width(one: Range) -> Fraction | None:
    return None if one.low is None or one.high is None else one.high - one.low


def times(one: Range, factor: Fraction) -> Range:
    """Every number times a factor; a negative one turns the ends round."""
    low = None if one.low is None else one.low * factor
    high = None if one.high is None else one.high * factor
    if factor >= 0:
        return Range(low, high, one.low_closed, one.high_closed)
    return Range(high, low, one.high_closed, one.low_closed)


def moved(one: Range, offset: Fraction) -> Range:
    """Every number with an offset added."""
    return plus(one, point(offset))


def plus(one: Range, other: Range) -> Range:
    """Every sum of a number of the one and a number of the other."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    low_closed = low is not None and one.low_closed and other.low_closed
    return Range(low, high, low_closed, high is not None and one.high_closed and other.high_closed)


def product(one: Range, other: Range) -> Range | None:
    """Every product; ``None`` where a factor may be below 0 and an end is open."""
    if _is_positive(one) and _is_positive(other):
        low = _joined(one.low, other.low)
        high = _joined(one.high, other.high)
        low_closed = low is not None and one.low_closed and other.low_closed
        high_closed = high is not None and one.high_closed and other.high_closed
        return Range(low, high, low_closed, high_closed)
    corners = [
        (left * right, left_closed and right_closed)
        for left, left_closed in ((one.low, one.low_closed), (one.high, one.high_closed))
        for right, right_closed in ((other.low, other.low_closed), (other.high, other.high_closed))
        if left is not None and right is not None
    ]
    if len(corners) < 4:
        return None
    low_corner = min(corners, key=lambda each: (each[0], not each[1]))
    high_corner = max(corners)
    return Range(low_corner[0], high_corner[0], low_corner[1], high_corner[1])


def _joined(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _is_positive(one: Range) -> bool:
    return one.low is not None and one.low >= 0


def inverse(one: Range) -> Range | None:
    """One over every number; ``None`` where the set reaches 0 from below."""
    if not _is_positive(one):
        if one.high is None or one.high >= 0:
            return None
        turned = inverse(times(one, Fraction(-1)))
        return None if turned is None else times(turned, Fraction(-1))
    low = ZERO if one.high is None else 1 / one.high
    high = None if not one.low else 1 / one.low
    return Range(low, high, one.high_closed, high is not None and one.low_closed)
