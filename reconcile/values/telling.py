"""Numbers, sets and values in, the words for them in an explanation out."""

from __future__ import annotations

import datetime
import functools
import math
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from reconcile.model import Interval, Value
from reconcile.values.conversion import label

_SCALES: Final = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY: Final = 86_400
#: seconds in the units that a duration is told in, and from how many seconds on
_DURATIONS: Final = (
    (Decimal("31556952"), 2 * 31_556_952, "years"),
    (Decimal(_DAY), 2 * _DAY, "days"),
    (Decimal(3600), 2 * 3600, "hours"),
    (Decimal(60), 2 * 60, "minutes"),
)
_FIGURES: Final = 5


@functools.lru_cache(maxsize=4096)
def number(value: Decimal) -> str:
    """A number as a newsroom writes it: grouped, or with its scale word; at most five figures."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{_short(value / scale)} {word}"
    return _short(value)


def _short(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    places = max(_FIGURES - 1 - max(value.adjusted(), 0), 1)
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal, unit: str, kind: str) -> str:
    """A number with its unit."""
    if kind == "percent" and unit == "fraction":
        return f"{number(value * 100)} percent"
    if kind == "duration":
        return _seconds(value)
    if kind == "date":
        return moment(value)
    name = unit if kind == "money" else label(unit)
    if kind == "age":
        name = "years"
    if kind == "count":
        name = ""
    return f"{number(value)} {name}".strip()


def _seconds(value: Decimal) -> str:
    for seconds, least, word in _DURATIONS:
        if abs(value) >= least or (value and value % seconds == 0 and seconds < 10**6):
            told = number((value / seconds).quantize(Decimal("0.01")))
            return f"{told} {word[:-1] if told == '1' else word}"
    return f"{number(value)} seconds"


def moment(value: Decimal) -> str:
    """A second on the calendar's line: the day, and the time of day where it is not midnight."""
    try:
        when = _EPOCH + datetime.timedelta(seconds=int(value))
    except OverflowError:
        return "a far day"
    day = f"{when.day} {when:%B} {when.year}"
    return day if when.time() == datetime.time() else f"{when:%H:%M} on {day}"


def _days(interval: Interval) -> str:
    """A bounded set of days or moments."""
    assert interval.low is not None
    assert interval.high is not None
    low, high = interval.low, interval.high
    whole_days = low % _DAY == 0 and high % _DAY == 0 and high > low
    if not whole_days:
        if high - low <= 60:
            return moment(low)
        return f"{moment(low)} to {moment(high)}"
    last = high - _DAY
    if last == low:
        return moment(low)
    whole = _calendar(low, high)
    return whole or f"{moment(low)} to {moment(last)}"


def _calendar(low: Decimal, high: Decimal) -> str | None:
    """The name of a whole month or of whole years."""
    try:
        start = _EPOCH + datetime.timedelta(seconds=int(low))
        end = _EPOCH + datetime.timedelta(seconds=int(high))
    except OverflowError:
        return None
    if start.day != 1 or end.day != 1:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return f"{start:%B} {start.year}"
    if start.month != 1 or months % 12:
        return None
    if months == 12:
        return str(start.year)
    return f"{start.year} to {end.year - 1}"


@functools.lru_cache(maxsize=4096)
def interval_words(interval: Interval, unit: str, kind: str) -> str:
    """A set in words: "more than 14 days and at most 17.5 days"."""
    low, high = interval.low, interval.high
    if kind == "date":
        return _date_words(interval)
    if low is None and high is None:
        return "any value"
    if low is not None and low == high:
        return f"exactly {amount(low, unit, kind)}"
    if low is None:
        assert high is not None
        return f"{'at most' if interval.high_closed else 'less than'} {amount(high, unit, kind)}"
    lower = f"{'at least' if interval.low_closed else 'more than'} {amount(low, unit, kind)}"
    if high is None:
        return lower
    if low == 0 and interval.low_closed and not interval.high_closed and kind == "duration":
        return f"less than {amount(high, unit, kind)}"
    if kind == "age" and interval.low_closed and not interval.high_closed:
        return _age_words(low, high)
    if interval.low_closed:
        return f"{amount(low, unit, kind)} to {amount(high, unit, kind)}"
    upper = f"{'at most' if interval.high_closed else 'less than'} {amount(high, unit, kind)}"
    return f"{lower} and {upper}"


def _age_words(low: Decimal, high: Decimal) -> str:
    """An age as it is told, in whole years: 52 until the day before the next birthday."""
    youngest, oldest = int(low), math.ceil(high) - 1
    return f"aged {youngest}" if oldest <= youngest else f"aged {youngest} to {oldest}"


def _date_words(interval: Interval) -> str:
    if interval.low is None and interval.high is None:
        return "any day"
    if interval.low is None:
        assert interval.high is not None
        return f"before {moment(interval.high)}"
    if interval.high is None:
        return f"from {moment(interval.low)} on"
    return _days(interval)


def value_words(value: Value) -> str:
    """A value's words, rebuilt from its hedge and its figure, where the text is not known."""
    hedge = f"{value.hedge.replace('_', ' ')} " if value.hedge else ""
    if value.stated.number is not None and value.kind != "date":
        return hedge + _stated(value)
    if value.nominal is not None:
        return hedge + amount(value.nominal, value.unit, value.kind)
    return hedge + interval_words(value.named, value.unit, value.kind)


def _stated(value: Value) -> str:
    figure = value.stated.number
    assert figure is not None
    if value.kind in ("money", "count", "rank"):
        unit = value.unit if value.kind != "rank" else ""
        return f"{number(figure)} {unit}".strip()
    return f"{number(figure)} {label(value.stated.unit)}".strip()
