"""ISO 8601 and TIMEX3 values in, sets on the line of seconds out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal

from benchmarks.values.found import seconds_of
from reconcile.model import Interval

DAY = Decimal(86400)
#: seconds that a unit of a TIMEX3 duration can have, shortest and longest
LENGTHS = {
    "Y": (365 * DAY, 366 * DAY),
    "M": (28 * DAY, 31 * DAY),
    "W": (7 * DAY, 7 * DAY),
    "D": (DAY, DAY),
    "H": (Decimal(3600), Decimal(3600)),
    "TM": (Decimal(60), Decimal(60)),
    "S": (Decimal(1), Decimal(1)),
    "E": (3650 * DAY, 3660 * DAY),
    "DE": (3650 * DAY, 3660 * DAY),
    "C": (36500 * DAY, 36600 * DAY),
    "CE": (36500 * DAY, 36600 * DAY),
    "Q": (90 * DAY, 92 * DAY),
}
PARTS = {
    "MO": (4, 12),
    "AF": (12, 18),
    "EV": (16, 24),
    "NI": (18, 30),
    "DT": (6, 20),
    "MI": (11, 14),
}
SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}

_SHAPES = re.compile(
    r"""
      (?P<day> (\d{4})-(\d\d)-(\d\d) )
      (?: T (?: (?P<hour>\d\d) (?: :(?P<minute>\d\d) )? (?: :\d\d )?
              | (?P<part>MO|AF|EV|NI|DT|MI) ) Z? )?
    | (?P<month> (\d{4})-(\d\d) )
    | (?P<quarter> (\d{4})-Q(\d) )
    | (?P<half> (\d{4})-H(\d) )
    | (?P<week> (\d{4})-W(\d\d) ) (?P<weekend> -WE )?
    | (?P<season> (\d{4})-(SP|SU|FA|WI) )
    | (?P<year> (\d{4}) )
    | (?P<decade> (\d{3}) ) X?
    | (?P<century> (\d{2}) ) (?: XX )?
    """,
    re.VERBOSE,
)
_DURATION = re.compile(r"P(?P<date>[^T]*)(?:T(?P<time>.*))?")
_COUNTED = re.compile(r"(\d+(?:\.\d+)?)(DE|CE|[A-Z])")


def _between(low: datetime.datetime, high: datetime.datetime) -> Interval:
    return Interval(seconds_of(low), seconds_of(high))


def _month(year: int, month: int) -> datetime.datetime:
    return datetime.datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _months(year: int, first: int, behind: int) -> Interval:
    return _between(_month(year, first), _month(year, behind))


def _day(match: re.Match[str]) -> Interval:
    day = datetime.datetime.fromisoformat(match["day"])
    hours: Callable[[int], datetime.timedelta] = lambda n: datetime.timedelta(hours=n)  # noqa: E731
    if match["part"]:
        low, high = PARTS[match["part"]]
        return _between(day + hours(low), day + hours(high))
    if match["hour"]:
        start = day + hours(int(match["hour"]))
        if match["minute"]:
            start += datetime.timedelta(minutes=int(match["minute"]))
            return _between(start, start + datetime.timedelta(minutes=1))
        return _between(start, start + hours(1))
    return _between(day, day + hours(24))


def _week(match: re.Match[str]) -> Interval:
    year, number = match["week"].split("-W")
    monday = datetime.datetime.fromisocalendar(int(year), max(int(number), 1), 1)
    days = datetime.timedelta(days=1)
    return _between(monday + 5 * days if match["weekend"] else monday, monday + 7 * days)


def date_set(value: str) -> Interval | None:
    """The set that a TIMEX3 date or time names; ``None`` where it names none ("PAST_REF")."""
    match = _SHAPES.fullmatch(value.removeprefix("FY").removesuffix("-XX"))
    if match is None:
        return None
    shape = next(name for name in ("day", "month", "quarter", "half", "week", "season", "year",
                                   "decade", "century") if match[name])  # fmt: skip
    try:
        return _SETS[shape](match)
    except (ValueError, OverflowError):
        return None


def _numbers(match: re.Match[str], shape: str) -> tuple[int, int]:
    year, _, part = match[shape].partition("-")
    return int(year), int(part.lstrip("QH") or 0) if part[-1:].isdigit() else 0


def _season(match: re.Match[str]) -> Interval:
    year, _, name = match["season"].partition("-")
    return _months(int(year), *SEASONS[name])


def _by(shape: str, months: int) -> Callable[[re.Match[str]], Interval]:
    def read(match: re.Match[str]) -> Interval:
        year, number = _numbers(match, shape)
        return _months(year, (number - 1) * months + 1, number * months + 1)

    return read


def _years(shape: str, years: int) -> Callable[[re.Match[str]], Interval]:
    def read(match: re.Match[str]) -> Interval:
        first = int(match[shape]) * years
        return _months(first, 1, years * 12 + 1)

    return read


_SETS: dict[str, Callable[[re.Match[str]], Interval]] = {
    "day": _day,
    "month": _by("month", 1),
    "quarter": _by("quarter", 3),
    "half": _by("half", 6),
    "week": _week,
    "season": _season,
    "year": _years("year", 1),
    "decade": _years("decade", 10),
    "century": _years("century", 100),
}


def duration_set(value: str) -> Interval | None:
    """The seconds that a TIMEX3 duration can last; ``None`` where it names no length ("PXY")."""
    match = _DURATION.fullmatch(value)
    if match is None:
        return None
    counted = [(n, unit) for n, unit in _COUNTED.findall(match["date"])]
    counted += [
        (n, "TM" if unit == "M" else unit) for n, unit in _COUNTED.findall(match["time"] or "")
    ]
    if not counted or any(unit not in LENGTHS for _, unit in counted):
        return None
    low = sum((Decimal(n) * LENGTHS[unit][0] for n, unit in counted), Decimal(0))
    high = sum((Decimal(n) * LENGTHS[unit][1] for n, unit in counted), Decimal(0))
    return Interval(low, high, True, True)
