"""A zone and a moment in, minutes east of UTC out; clocks are changed by four rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reconcile.values.calendar import civil, day_of, nth_weekday

#: winter and summer minutes east of UTC, and whose rule says when it is summer
Zone = tuple[int, int, str]
_SUNDAY: Final = 6


def offset(zone: Zone, second: int) -> int:
    """Minutes east of UTC of a zone at a local moment."""
    winter, summer, rule = zone
    if not rule:
        return winter
    day = day_of(second)
    return summer if _RULES[rule](civil(day)[0], day) else winter


def utc_words(minutes: int) -> str:
    """An offset from UTC as it is written: "UTC-3", "UTC+5:30"."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _european(year: int, day: int) -> bool:
    return nth_weekday(year, 3, _SUNDAY, -1) <= day < nth_weekday(year, 10, _SUNDAY, -1)


def _american(year: int, day: int) -> bool:
    return nth_weekday(year, 3, _SUNDAY, 2) <= day < nth_weekday(year, 11, _SUNDAY, 1)


def _australian(year: int, day: int) -> bool:
    return not nth_weekday(year, 4, _SUNDAY, 1) <= day < nth_weekday(year, 10, _SUNDAY, 1)


def _zealandic(year: int, day: int) -> bool:
    return not nth_weekday(year, 4, _SUNDAY, 1) <= day < nth_weekday(year, 9, _SUNDAY, -1)


def _chilean(year: int, day: int) -> bool:
    return not nth_weekday(year, 4, _SUNDAY, 1) <= day < nth_weekday(year, 9, _SUNDAY, 1)


_RULES: Final[dict[str, Callable[[int, int], bool]]] = {
    "eu": _european,
    "us": _american,
    "au": _australian,
    "nz": _zealandic,
    "cl": _chilean,
}
