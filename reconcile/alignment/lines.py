"""A value in, its place on a common line out, where any two values can be held together."""

from __future__ import annotations

import datetime
import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Value
from reconcile.records import frozen
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
#: units of figures that are read as quantities by their form alone: 3,468.20
_BARE: Final = frozenset(("", "dimensionless"))


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
    #: the ends of what the figure alone stands for; of a date a moment apart at least
    named_low: float = 0.0
    named_high: float = 0.0


@functools.lru_cache(maxsize=4096)
def _base(unit: str) -> tuple[str, float, float]:
    if unit in _BARE:
        return "count", 1.0, 0.0
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


def place_readings(
    value: Value, published: datetime.date | None, clock: int | None
) -> tuple[Position, ...]:
    """The positions of all that a value may mean, what is likeliest first, one on each line."""
    found: dict[str, Position] = {}
    for reading in (value, *value.alternatives):
        position = place_value(reading, published, clock)
        found.setdefault(position.line, position)
    return tuple(found.values())


def place_value(
    value: Value, published: datetime.date | None, clock: int | None = None
) -> Position:
    """The position of a value on its line.

    Money is led to dollars at the rate of ``published``, times with a stated zone to ``clock``,
    minutes ahead of UTC; percentage points stand on the line of shares.
    """
    if value.kind == "money":
        return _placed(value, *_dollars(value.unit, published), converts=value.unit != "USD")
    if value.kind == "quantity":
        return _placed(value, *_base(value.unit))
    if value.kind == "percent":
        points = value.unit == "percentage_point"
        return _placed(value, "fraction", 0.01 if points else 1.0)
    if value.kind == "date":
        shift = 0.0
        if clock is not None and value.offset_minutes is not None:
            shift = (clock - value.offset_minutes) * 60.0
        return _placed(value, "date", 1.0, shift)
    return _placed(value, value.kind)


def _placed(
    value: Value, line: str, factor: float = 1.0, offset: float = 0.0, *, converts: bool = False
) -> Position:
    """The position of a value whose numbers are led to the line's unit."""
    low, high = (end * factor + offset for end in _ends(value.interval))
    named_low, named_high = (end * factor + offset for end in _ends(value.named))
    middle = (named_low + named_high) / 2 if named_high - named_low < _UNBOUNDED else float("nan")
    if line == "date":
        named_high = max(named_high, named_low + MOMENT_SECONDS)
    stated = value.stated.number
    digits = _significant(stated if stated is not None else value.nominal)
    return Position(line, low, high, middle, digits, converts, named_low, named_high)
