"""A date or a duration in, the words out that read back to the same set."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Value
from reconcile.values import calendar
from reconcile.values.calendar import DAY, MINUTE

#: what a hedge is called in front of a length
_HEDGES: Final = {
    "over": "more than", "well_over": "well over", "at_least": "at least", "from": "at least",
    "under": "less than", "well_under": "well under", "at_most": "up to", "about": "about",
    "nearly": "nearly", "just_under": "just under", "just_over": "just over",
    "exactly": "exactly",
}  # fmt: skip
#: the usual seconds of the units that a length is told in, the longest first
_UNITS: Final = {
    "century": Decimal(3155695200),
    "decade": Decimal(315569520),
    "year": Decimal(31556952),
    "month": Decimal(2629746),
    "week": Decimal(604800),
    "day": Decimal(86400),
    "hour": Decimal(3600),
    "minute": Decimal(60),
    "second": Decimal(1),
}
_PLURALS: Final = {"century": "centuries", "millennium": "millennia"}
_MOST_PARTS: Final = 4
_HALF: Final = Decimal("0.5")


# --- dates ------------------------------------------------------------------------------------


def date_words(interval: Interval) -> str:
    """A day, a moment or a stretch of them in the ISO form, its last one included."""
    low = None if interval.low is None else int(interval.low)
    high = None if interval.high is None else int(interval.high)
    if low is None and high is None:
        return "a day that is not known"
    if low is None:
        assert high is not None
        return f"before {_written(high, _step(high))}"
    if high is None:
        return f"since {_written(low, _step(low))}"
    step = min(_step(low), _step(high))
    if high - low == step:
        return _written(low, step)
    if _is_years(low, high) and calendar.civil(low // DAY)[0] < 1:
        return _era_years(low, high)
    return f"from {_written(low, step)} to {_written(high - step, step)}"


def _step(second: int) -> int:
    """How closely a moment has to be written: to the day, the minute or the second."""
    if second % DAY == 0:
        return DAY
    return MINUTE if second % MINUTE == 0 else 1


def _written(second: int, step: int) -> str:
    number, rest = divmod(second, DAY)
    year, month, day = calendar.civil(number)
    written = f"{year:04d}-{month:02d}-{day:02d}"
    if step == DAY:
        return written
    clock = f"{rest // 3600:02d}:{rest % 3600 // 60:02d}"
    return f"{written} {clock}" + (f":{rest % 60:02d}" if step == 1 else "")


def _is_years(low: int, high: int) -> bool:
    """Whether a stretch is of whole years."""
    ends = [calendar.civil(second // DAY) for second in (low, high)]
    return all((month, day) == (1, 1) for _, month, day in ends) and not (low % DAY or high % DAY)


def _era_years(low: int, high: int) -> str:
    """Years before our era: "44 BC", "from 100 BC to 51 BC"."""
    first, last = calendar.civil(low // DAY)[0], calendar.civil(high // DAY)[0] - 1
    words = [f"{1 - year} BC" if year < 1 else f"AD {year}" for year in (first, last)]
    return words[0] if first == last else f"from {words[0]} to {words[1]}"


# --- durations --------------------------------------------------------------------------------


def duration_words(value: Value) -> Iterator[str]:
    """Ways to say a length, the plainest first; the last says its set by its ends."""
    hedge = _HEDGES.get(value.hedge or "", "")
    if value.hedge == "life":
        yield "a life sentence"
    if value.stated.number is not None:
        yield f"{hedge} {_counted(value.stated.number, value.stated.unit)}".strip()
    if value.nominal is not None:
        yield f"{hedge} {_in_parts(value.nominal)}".strip()
    yield from _in_units(value.interval)
    yield _by_ends(value.interval)


def _in_units(interval: Interval) -> Iterator[str]:
    """As in "12 to 15 years", whose ends are rounded, and "at least 5 and less than 8 weeks"."""
    if interval.low is None or interval.high is None:
        return
    for unit, length in _UNITS.items():
        low, high = interval.low / length, interval.high / length
        if low * 10 % 1 or high * 10 % 1:
            continue
        units = _PLURALS.get(unit, unit + "s")
        first, last = low + _HALF, high - _HALF
        if first % 1 == last % 1 == 0 and first < last:
            yield f"{_figure(first)} to {_figure(last)} {units}"
        ends = "at most" if interval.high_closed else "less than"
        yield f"at least {_figure(low)} {units} and {ends} {_figure(high)} {units}"
        return


def _figure(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _counted(number: Decimal, unit: str) -> str:
    return f"{_figure(number)} {unit if number == 1 else _PLURALS.get(unit, unit + 's')}"


def _in_parts(seconds: Decimal) -> str:
    """As in "11 years and 4 months"."""
    parts = []
    for unit, length in _UNITS.items():
        count = seconds // length
        if count and unit not in ("century", "decade", "week"):
            parts.append(_counted(count, unit))
            seconds -= count * length
    return " and ".join(parts[:_MOST_PARTS]) or "0 seconds"


def _by_ends(interval: Interval) -> str:
    """As in "at least 100 seconds and less than 200 seconds"."""
    if interval.low is not None and interval.low == interval.high:
        return f"exactly {interval.low:f} seconds"
    bounds = []
    if interval.low is not None and not (interval.high is not None and _is_floor(interval)):
        word = "at least" if interval.low_closed else "more than"
        bounds.append(f"{word} {interval.low:f} seconds")
    if interval.high is not None:
        word = "at most" if interval.high_closed else "less than"
        bounds.append(f"{word} {interval.high:f} seconds")
    return " and ".join(bounds) or "any length of time"


def _is_floor(interval: Interval) -> bool:
    """Whether the lower end is that of every length: none is shorter than nothing."""
    return interval.low == 0 and interval.low_closed
