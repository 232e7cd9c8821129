"""A value in, its place on a common line out, where any two values can be held together."""

from __future__ import annotations

import datetime
import functools
from decimal import Decimal
from typing import Final

from attrs import frozen

from reconcile.model import Interval, Value
from reconcile.values.conversion import conversions
from reconcile.values.rates import rate

_UNBOUNDED: Final = float("inf")
#: what a moment named to the minute spans at least
MOMENT_SECONDS: Final = 60.0
#: quantities are led to the first of these that they convert to
_BASES: Final = (
    "meter", "kilogram", "meter ** 2", "meter ** 3", "meter / second", "degree_Celsius", "watt",
    "joule", "pascal", "meter ** 3 / second", "bit", "hertz", "liter / second",
)  # fmt: skip


@frozen
class Position:
    """Where a value lies: the line's name and the ends of its set, in the line's unit."""

    line: str
    low: float
    high: float
    #: the middle of what the figure alone stands for; nan where there is none
    middle: float
    #: significant digits of the printed figure, and its digits without trailing zeros
    digits: str = ""
    #: ends are only as sure as a rate of the day
    converted: bool = False
    #: of a date, the ends of what is named, as wide as a moment at least: 14 November is a day
    named_low: float = 0.0
    named_high: float = 0.0


@functools.lru_cache(maxsize=4096)
def _base(unit: str) -> tuple[str, float, float]:
    for base in _BASES:
        found = conversions(unit, base) if unit != base else ()
        if unit == base:
            return base, 1.0, 0.0
        if found and found[0].assumed is None:
            return base, float(found[0].factor), float(found[0].offset)
    return unit, 1.0, 0.0


@functools.lru_cache(maxsize=4096)
def _dollars(currency: str, day: datetime.date | None) -> tuple[str, float]:
    if currency == "USD":
        return "money", 1.0
    found = rate(currency, "USD", day)
    if found is None or found.interval.low is None or found.interval.high is None:
        return f"money {currency}", 1.0
    return "money", float(found.interval.low + found.interval.high) / 2


def _ends(interval: Interval) -> tuple[float, float]:
    low = -_UNBOUNDED if interval.low is None else float(interval.low)
    high = _UNBOUNDED if interval.high is None else float(interval.high)
    return low, high


def _significant(number: Decimal | None) -> str:
    if number is None:
        return ""
    digits = "".join(map(str, number.as_tuple().digits))
    return digits.strip("0")


def place_value(value: Value, published: datetime.date | None) -> Position:
    """The position of a value on its line; money is led to dollars at the rate of ``published``."""
    low, high = _ends(value.interval)
    named_low, named_high = _ends(value.named)
    middle = (named_low + named_high) / 2 if named_high - named_low < _UNBOUNDED else float("nan")
    digits = _significant(value.stated.number if value.stated.number is not None else value.nominal)
    if value.kind == "money":
        line, factor = _dollars(value.unit, published)
        return Position(line, low * factor, high * factor, middle * factor, digits, factor != 1.0)
    if value.kind == "quantity":
        base, factor, offset = _base(value.unit)
        return Position(
            base, low * factor + offset, high * factor + offset, middle * factor + offset, digits
        )
    if value.kind == "percent":
        return Position(value.unit, low, high, middle, digits)
    if value.kind == "date":
        named_high = max(named_high, named_low + MOMENT_SECONDS)
        return Position(
            "date", low, high, middle, digits, named_low=named_low, named_high=named_high
        )
    return Position(value.kind, low, high, middle, digits)
