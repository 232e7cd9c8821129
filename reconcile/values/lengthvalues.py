"""Numbers of units of time in, a length as a Value out: as wide as the calendar makes it."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.tuples import NamedTuple
from reconcile.values import hedges
from reconcile.values.calendar import Stretch
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.stream import Stream, word_at
from reconcile.values.timewords import time_words

HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
ZERO: Final = Decimal(0)


class Part(NamedTuple):
    """A number of units before token ``last``: "two and a half years"."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    unit: str
    #: what the number is exact to, in units
    step: Decimal
    #: "months" without a number
    vague: bool = False
    #: "90-minute", in front of a noun
    hyphened: bool = False
    #: -1 for "the 10 previous weeks", 1 for "the two upcoming months"
    way: int = 0
    #: "academic", "working": no unit of the calendar
    special: str = ""


class Length(NamedTuple):
    """Seconds: the shortest and longest that one unit allows, and the usual."""

    shortest: Decimal
    longest: Decimal
    usual: Decimal


@functools.cache
def length_of(unit: str) -> Length:
    """The seconds that one unit takes."""
    shortest, longest, usual = word_values("durations", "length")[unit]
    return Length(Decimal(shortest), Decimal(longest), Decimal(usual))


def unit_at(stream: Stream, index: int) -> str | None:
    """The unit of time whose word stands at a token, where lengths are told in it."""
    unit = time_words().unit.get(word_at(stream, index))
    return unit if unit in word_values("durations", "length") else None


@functools.cache
def whole_words() -> frozenset[str]:
    """Words between a number and its unit that leave the length as it is: "straight", "full"."""
    return word_set("durations", "whole")


@functools.cache
def special_units() -> dict[str, int]:
    """Words that make a unit another, with the days of the calendar that ten of it take."""
    return word_values("durations", "special")


def value_of_parts(parts: list[Part], classes: tuple[str, ...]) -> Value:
    """The length that some parts make up, its hedges applied, the innermost first."""
    last = parts[-1]
    nominal = sum(((part.low * length_of(part.unit).usual) for part in parts), ZERO)
    named = _named(parts)
    is_range = last.low != last.high
    margin = _margin(parts, near="nearly" in classes or "just_under" in classes)
    interval = hedges.apply(classes, named, None if is_range else nominal, margin=margin)
    unit = f"{last.special} {last.unit}".strip()
    stated = Stated(last.low, unit) if len(parts) == 1 and not is_range else Stated(None, unit)
    return Value(
        kind="duration",
        unit="second",
        interval=interval,
        named=named,
        nominal=None if is_range or last.vague else nominal,
        hedge=hedges.name_of(classes),
        stated=stated,
    )


def _named(parts: list[Part]) -> Interval:
    """As wide as the calendar makes it, and as the last unit is rounded."""
    last = parts[-1]
    shortest = sum((part.low * length_of(part.unit).shortest for part in parts), ZERO)
    longest = sum((part.high * length_of(part.unit).longest for part in parts), ZERO)
    if last.vague:
        return Interval(shortest, longest, True, True)
    reach = _rounding(last) * length_of(last.unit).usual
    low = sum((part.low * length_of(part.unit).usual for part in parts), ZERO) - reach
    high = sum((part.high * length_of(part.unit).usual for part in parts), ZERO) + reach
    if last.unit == "day" and last.special:  # ten working days are two weeks
        high *= Decimal(special_units()[last.special]) / 10
    return Interval(max(min(shortest, low), ZERO), max(longest, high), True, False)


def _rounding(part: Part) -> Decimal:
    """Half of what the number is exact to; a single small unit is taken a little closer."""
    if part.low < 1 and part.unit != "second":
        return part.low * Decimal("0.2")
    if part.low == 1 and part.step == 1:
        return Decimal("0.25")
    return part.step * HALF


def _margin(parts: list[Part], *, near: bool) -> Decimal:
    """How far "about", "nearly" and "just over" reach: a tenth, or up to half a unit."""
    last = parts[-1]
    total = sum((part.low * length_of(part.unit).usual for part in parts), ZERO)
    half = _rounding(last) if near or last.low < 1 else last.step * HALF
    return max(total * _TENTH, half * length_of(last.unit).usual)


def length_value(
    low: int, high: int, unit: str, *, half: bool = False, classes: tuple[str, ...] = ()
) -> Value:
    """A number of units as a duration: what "two weeks ago" also tells."""
    extra = HALF if half else ZERO
    part = Part(
        0, 0, Decimal(low) + extra, Decimal(high) + extra, unit, HALF if half else Decimal(1)
    )
    return value_of_parts([part], classes)


def stretch_value(stretch: Stretch, ends: int) -> Value:
    """The length of a range of dates, from its first end or behind it, to its last or before it.

    ``ends`` are the seconds that both ends take up.
    """
    length = Decimal(stretch.end - stretch.start)
    named = Interval(max(length - ends, ZERO), length, True, True)
    return Value("duration", "second", named, named, None, None, Stated(None, "second"))
