"""Arithmetic on the local calendar: years, months, days and clock times to stretches of seconds."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Final

from reconcile.model import Interval
from reconcile.tuples import NamedTuple

MINUTE: Final = 60
HOUR: Final = 3600
DAY: Final = 86400
WEEK: Final = 7 * DAY

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Stretch(NamedTuple):
    """A stretch of time, half-open, in seconds since 1970-01-01T00:00 on the local calendar."""

    start: int
    end: int


def is_leap(year: int) -> bool:
    """Whether a year of the Gregorian calendar has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01, for any year; Howard Hinnant's ``days_from_civil``."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def civil(number: int) -> tuple[int, int, int]:
    """The year, month and day of a day number; Howard Hinnant's ``civil_from_days``."""
    number += 719468
    era = number // 146097
    of_era = number - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(number: int) -> int:
    """The weekday of a day number, Monday is 0."""
    return (number + 3) % 7


def local_second(moment: datetime.datetime) -> int:
    """A moment as the second that its own clock shows."""
    return int((moment.replace(tzinfo=None) - _EPOCH).total_seconds())


def day_of(second: int) -> int:
    """The day number on which a second lies."""
    return second // DAY


def days(first: int, count: int = 1) -> Stretch:
    """The stretch of some whole days from a day number on."""
    return Stretch(first * DAY, (first + count) * DAY)


def day(year: int, month: int, day: int) -> Stretch:
    """The stretch of one day."""
    return days(day_number(year, month, day))


def months(year: int, month: int, count: int = 1) -> Stretch:
    """The stretch of some whole months; ``month`` may lie outside 1 to 12."""
    first = year * 12 + month - 1
    last = first + count
    return Stretch(
        day_number(first // 12, first % 12 + 1, 1) * DAY,
        day_number(last // 12, last % 12 + 1, 1) * DAY,
    )


def years(year: int, count: int = 1) -> Stretch:
    """The stretch of some whole years."""
    return months(year, 1, 12 * count)


def shift_months(number: int, count: int) -> int:
    """A day number moved by whole months; the day is cut to the month's length."""
    year, month, day = civil(number)
    moved = year * 12 + month - 1 + count
    year, month = moved // 12, moved % 12 + 1
    return day_number(year, month, min(day, month_length(year, month)))


def nth_weekday(year: int, month: int, weekday_number: int, nth: int) -> int:
    """The day number of the nth (from 1; -1 is the last) such weekday of a month."""
    if nth > 0:
        first = day_number(year, month, 1)
        return first + (weekday_number - weekday(first)) % 7 + 7 * (nth - 1)
    last = day_number(year, month, month_length(year, month))
    return last - (weekday(last) - weekday_number) % 7 + 7 * (nth + 1)


def easter(year: int) -> int:
    """The day number of Easter Sunday; the anonymous Gregorian computus (Meeus)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    total = epact + to_sunday - 7 * correction + 114
    return day_number(year, total // 31, total % 31 + 1)


def to_interval(stretch: Stretch) -> Interval:
    """The stretch as a set on the line of seconds."""
    return Interval(Decimal(stretch.start), Decimal(stretch.end))


def write_second(second: int) -> str:
    """A second in plain ISO form: the day, and the clock time where it is not midnight."""
    number, rest = divmod(second, DAY)
    year, month, day = civil(number)
    written = f"{year:04d}-{month:02d}-{day:02d}"
    if not rest:
        return written
    clock = f"{rest // HOUR:02d}:{rest % HOUR // MINUTE:02d}"
    return f"{written}T{clock}" + (f":{rest % MINUTE:02d}" if rest % MINUTE else "")
