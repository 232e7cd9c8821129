"""Units and stretches in, stretches of time out: whole units, shifted ones, portions."""

from __future__ import annotations

from typing import Final

from reconcile.values import calendar
from reconcile.values.calendar import DAY, HOUR, Stretch

#: units shorter than a day, in seconds
SHORT: Final = {"second": 1, "minute": 60, "hour": HOUR}
#: units counted in days
DAYS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
#: units counted in months
MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "term": 4,
    "season": 12,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_FOUR_DAYS: Final = 4 * DAY


def whole(unit: str, second: int, count: int) -> Stretch:
    """The calendar's unit that holds a second, moved by whole units: this week, last month."""
    number = calendar.day_of(second)
    year, month, _ = calendar.civil(number)
    if unit in ("week", "weekend", "fortnight"):
        monday = number - calendar.weekday(number) + DAYS[unit] * count
        return (
            calendar.days(monday + 5, 2) if unit == "weekend" else calendar.days(monday, DAYS[unit])
        )
    if unit in DAYS:
        return calendar.days(number + count)
    if unit in SHORT:
        length = SHORT[unit]
        first = second // length * length + count * length
        return Stretch(first, first + length)
    if unit == "quarter":
        return calendar.months(year, (month - 1) // 3 * 3 + 1 + 3 * count, 3)
    if unit == "month":
        return calendar.months(year, month + count)
    if unit == "season":  # of a sport: it may begin in any month
        return calendar.months(year + count - 1, 7, 25 if count else 24)
    if unit == "term":
        return calendar.months(year, month - 3 + 4 * count, 7)
    length = MONTHS[unit] // 12
    return calendar.years(year // length * length + count * length, length)


def shifted(unit: str, base: Stretch, count: int, *, exact: bool) -> Stretch:
    """A stretch moved by a count of units, as wide as the unit says."""
    if unit in SHORT:
        length = SHORT[unit]
        margin = 0 if exact else length // 2
        return Stretch(base.start + count * length - margin, base.end + count * length + margin)
    if unit in DAYS:
        moved = Stretch(base.start + count * DAYS[unit] * DAY, base.end + count * DAYS[unit] * DAY)
        margin = 0 if exact or unit == "day" or count == 0 else DAYS[unit] // 2 * DAY
        return Stretch(moved.start - margin, moved.end + margin)
    return _by_months(unit, base, count, exact=exact)


def _by_months(unit: str, base: Stretch, count: int, *, exact: bool) -> Stretch:
    months = MONTHS[unit] * count
    first = calendar.shift_months(calendar.day_of(base.start), months)
    if exact or base.end - base.start > 2 * DAY:  # a period keeps its length
        last = calendar.shift_months(calendar.day_of(base.end - 1), months)
        if exact:
            return Stretch(first * DAY, (last + 1) * DAY)
        end = calendar.shift_months(calendar.day_of(base.end), months)
        return Stretch(first * DAY, end * DAY)
    year, month, _ = calendar.civil(first)
    if unit == "month":
        return calendar.months(year, month)
    if unit in ("quarter", "term", "season"):
        return calendar.months(year, month - 1, 3)
    if unit == "year":
        return calendar.years(year)
    half = MONTHS[unit] // 24
    return calendar.years(year - half, 2 * half + 1)


def portion(which: str, of: Stretch) -> Stretch:
    """A portion of a stretch: the late part of May is the 21st to its end."""
    length = of.end - of.start
    if length <= 2 * DAY:
        return _of_day(which, of)
    if 27 * DAY < length < 32 * DAY:
        return _of_month(which, of)
    if length > 300 * DAY:
        return _of_years(which, of)
    return _thirds(which, of)


def _of_day(which: str, of: Stretch) -> Stretch:
    hours = {
        "early": (0, 10),
        "start": (0, 10),
        "mid": (10, 15),
        "late": (17, 24),
        "end": (17, 24),
        "later": (12, 24),
        "earlier": (0, 18),
    }[which]
    return Stretch(of.start + hours[0] * HOUR, of.start + hours[1] * HOUR)


def _of_month(which: str, of: Stretch) -> Stretch:
    tenth, twentieth = of.start + 10 * DAY, of.start + 20 * DAY
    return {
        "early": Stretch(of.start, tenth),
        "start": Stretch(of.start, tenth),
        "mid": Stretch(tenth, twentieth),
        "late": Stretch(twentieth, of.end),
        "end": Stretch(twentieth, of.end),
    }.get(which, of)


def _of_years(which: str, of: Stretch) -> Stretch:
    """Of a year in months; of more years, as many months of each twelfth."""
    year, month, _ = calendar.civil(calendar.day_of(of.start))
    count = max(1, round((of.end - of.start) / (365.2425 * DAY)))
    first, length = {
        "early": (0, 4),
        "start": (0, 2),
        "mid": (5, 2),
        "late": (8, 4),
        "end": (10, 2),
    }.get(which, (0, 12))
    if count > 1:
        first, length = {"mid": (4, 4), "end": (8, 4), "start": (0, 4)}.get(which, (first, length))
    return calendar.months(year, month + first * count, length * count)


def _thirds(which: str, of: Stretch) -> Stretch:
    days = (of.end - of.start) // DAY
    third = -(-days // 3) * DAY
    return {
        "early": Stretch(of.start, of.start + third),
        "start": Stretch(of.start, of.start + third),
        "mid": Stretch(of.start + third, of.end - third),
        "late": Stretch(of.end - third, of.end),
        "end": Stretch(of.end - third, of.end),
    }.get(which, of)


def last_day(of: Stretch) -> Stretch:
    """The day with which a stretch ends."""
    return Stretch(max(of.start, of.end - DAY), of.end)


def first_day(of: Stretch) -> Stretch:
    """The day with which a stretch begins."""
    return Stretch(of.start, min(of.end, of.start + DAY))


def hull(*stretches: Stretch) -> Stretch:
    """The smallest stretch that holds all."""
    return Stretch(min(one.start for one in stretches), max(one.end for one in stretches))


def is_day(of: Stretch) -> bool:
    """Whether a stretch lies on one day, a night included."""
    return of.end - of.start <= 36 * HOUR
