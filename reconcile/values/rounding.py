"""A printed figure to the set that it stands for by the rounding rule, hedges left aside."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Value
from reconcile.values import sets
from reconcile.values.numbers import NumberExpression

_HALF: Final = Decimal("0.5")
#: the step of a figure with a scale: "1.6 billion", "318m"
_SCALED: Final = Decimal(100_000)
#: counts below this are exact
EXACT_BELOW: Final = 100
#: how far a spoken part ("two-thirds", "half") may lie from the share it stands for
PART_MARGIN: Final = Decimal("0.025")


def around(number: Decimal, step: Decimal) -> Interval:
    """All that rounds to a number at a step, half-open: 73 at 1 is 72.5 to 73.5."""
    half = step * _HALF
    if number < 0:
        return Interval(number - half, number + half, False, True)
    return Interval(number - half, number + half, True, False)


def measured(expression: NumberExpression) -> Interval:
    """What a figure of something measured stands for: each figure is rounded."""
    if expression.most is not None:
        return Interval(expression.number, expression.most, True, False)
    if expression.form == "fraction":
        margin = min(PART_MARGIN, expression.number / 10)
        return Interval(expression.number - margin, expression.number + margin, True, True)
    return around(expression.number, expression.step)


def counted(expression: NumberExpression) -> Interval:
    """What a figure of things counted stands for: exact below a hundred and to the last digit."""
    if expression.most is not None or expression.form == "fraction":
        return measured(expression)
    exact = expression.power == 0 and (abs(expression.number) < EXACT_BELOW or expression.step == 1)
    if exact and expression.number == expression.number.to_integral_value():
        return sets.exactly(expression.number)
    return around(expression.number, expression.step)


def states_last_digit(value: Value) -> bool:
    """Whether a figure's last digit is told, and no zero that may only fill up: 318m, 6, not 40."""
    number, low, high = value.stated.number, value.interval.low, value.interval.high
    if number is None:
        return False
    if number % 10 != 0 or low is None or high is None:
        return number % 10 != 0
    step = high - low
    return step >= _SCALED and number % step == 0 and number // step % 10 != 0


def is_no_rounding(
    fine: Decimal, coarse: Decimal, low: Decimal | None, high: Decimal | None
) -> bool:
    """Whether a figure half a step away from another has no digit more, as 500,000 has from 1m.

    ``low`` and ``high`` are the ends of what the coarse figure stands for.
    """
    if low is None or high is None or coarse - low != high - coarse or low == high:
        return False
    half_away = fine in (low, high)
    return half_away and significant_digits(fine) <= significant_digits(coarse)


def significant_digits(number: Decimal) -> int:
    """The digits of a figure but for the zeros at its end: 1 of 500,000, 2 of 4.5."""
    return len(number.normalize().as_tuple().digits)


def between(low: Interval, high: Interval) -> Interval:
    """From the low end of one set to the high end of another."""
    return sets.hull(low, high)
