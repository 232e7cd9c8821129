"""Names as in "two weeks ago", "late May" and "the year to March" in, their stretches out."""

from __future__ import annotations

from typing import Final

from reconcile.values import calendar, timespans
from reconcile.values.calendar import DAY, WEEK, Stretch
from reconcile.values.namedperiods import thread_for
from reconcile.values.reckoning import (
    NEEDS_EVENT,
    NEEDS_PUBLICATION,
    NEEDS_THREAD,
    Now,
    Resolve,
    Resolved,
    lacking,
)
from reconcile.values.timenames import Ending, Portion, Shifted, Whole

#: halves of what is longer are counted in years
_LONG: Final = 400 * DAY
#: from this day on a month counts as over in "the year to 28 June"
_NEAR_MONTH_END: Final = 24


def shifted_time(name: Shifted, now: Now, resolve: Resolve, *, exact: bool = False) -> Resolved:
    """A length of time away from now, from a base or the date last named; ``exact`` to the day."""
    if name.start == "event" and name.base is None:
        return lacking(NEEDS_EVENT)
    base = _base_of(name, now, resolve)
    if base.stretch is None:
        return base
    exact = exact or name.base is not None
    low, high = sorted((name.sign * name.low, name.sign * name.high))
    unit, times = ("month", 12) if name.half and name.unit == "year" else (name.unit, 1)
    move = 6 * name.sign if times == 12 else 0
    first = timespans.shifted(unit, base.stretch, low * times + move, exact=exact)
    last = timespans.shifted(unit, base.stretch, high * times + move, exact=exact)
    found = timespans.hull(first, last)
    if times == 12:
        found = Stretch(found.start - 75 * DAY, found.end + 75 * DAY)
    return Resolved(found)


def _base_of(name: Shifted, now: Now, resolve: Resolve) -> Resolved:
    if name.base is not None:
        return resolve(name.base, now)
    short = name.unit in timespans.SHORT  # hours are not counted from a year
    known = now.thread if short else now.thread or now.period
    if name.start == "thread" and known is not None:
        return Resolved(known if short else thread_for(name.unit, now))
    if now.second is None:
        return lacking(NEEDS_PUBLICATION)
    if name.start == "thread" and name.sign > 0 and now.direction <= 0:
        return lacking(NEEDS_THREAD)
    if name.unit in timespans.SHORT and now.has_hour:
        return Resolved(Stretch(now.second, now.second + 1))
    return Resolved(calendar.days(calendar.day_of(now.second)))


def portion_of(name: Portion, now: Now, resolve: Resolve) -> Resolved:
    """A portion of what another name stands for: "late May"."""
    of = resolve(name.of, now)
    if of.stretch is None:
        return of
    stretch = of.stretch
    if _is_over(name, stretch, now):
        stretch = timespans.whole("month", stretch.start, -1)
    if name.which in ("later", "earlier"):
        return Resolved(_before_or_behind_now(name.which, stretch, now))
    if ":" in name.which:
        return Resolved(_counted_portion(name.which, stretch, name.count))
    return Resolved(
        timespans.portion(name.which, stretch),
        tuple(timespans.portion(name.which, other) for other in of.others),
    )


def _is_over(name: Portion, of: Stretch, now: Now) -> bool:
    """As in "there were 33,610 homes for sale at the end of the month", told before it ends."""
    month = isinstance(name.of, Whole) and name.of.unit == "month" and name.of.count == 0
    told = name.which == "end" and now.direction < 0 and now.second is not None
    return month and told and now.second is not None and of.end - 3 * DAY > now.second


def _before_or_behind_now(which: str, of: Stretch, now: Now) -> Stretch:
    if now.second is None or not of.start <= now.second < of.end:
        return timespans.portion(which, of)
    today = calendar.days(calendar.day_of(now.second))
    if timespans.is_day(of):
        return (
            timespans.portion(which, of)
            if not now.has_hour
            else (
                Stretch(of.start, now.second) if which == "earlier" else Stretch(now.second, of.end)
            )
        )
    return Stretch(of.start, today.end) if which == "earlier" else Stretch(today.start, of.end)


def _counted_portion(which: str, of: Stretch, count: int) -> Stretch:
    """As in "week:1" is the first seven days, "week:-1" the last, "full:1" the first whole week."""
    unit, _, printed = which.partition(":")
    number = int(printed)
    if unit == "half" and of.end - of.start > _LONG:
        return _half_of_years(of, number)
    if unit == "half":
        middle = of.start + (of.end - of.start) // 2 // DAY * DAY
        return Stretch(of.start, middle) if number == 1 else Stretch(middle, of.end)
    if unit.startswith("weekday"):
        year, month, _ = calendar.civil(calendar.day_of(of.start))
        return calendar.days(calendar.nth_weekday(year, month, int(unit[-1]), number))
    if unit.startswith(("before", "after")):  # "the first Sunday after Easter"
        return _weekday_beside(unit, number, calendar.day_of(of.start))
    if unit == "of":  # "the week of March 3"
        return timespans.whole("week", of.start, 0)
    if unit == "month":
        year, month, _ = calendar.civil(calendar.day_of(of.start))
        return calendar.months(year, month + number - 1)
    length = WEEK if unit in ("week", "full") else DAY
    start = of.start
    if unit == "full":
        start += (-calendar.weekday(calendar.day_of(start)) % 7) * DAY
    if number < 0:
        return Stretch(of.end + (number + 1 - count) * length, of.end + (number + 1) * length)
    return Stretch(start + (number - 1) * length, start + (number - 1 + count) * length)


def _half_of_years(of: Stretch, number: int) -> Stretch:
    """The first or second half of a decade or century, in whole years."""
    first, end = (calendar.civil(calendar.day_of(second))[0] for second in (of.start, of.end))
    middle = first + (end - first) // 2
    return calendar.years(*((first, middle - first) if number == 1 else (middle, end - middle)))


def _weekday_beside(unit: str, number: int, day: int) -> Stretch:
    """The first such weekday, or a further one, before or after a day."""
    sign = 1 if unit.startswith("after") else -1
    away = (sign * (int(unit[-1]) - calendar.weekday(day)) - 1) % 7 + 1
    return calendar.days(day + sign * (away + 7 * (number - 1)))


def ending_months(name: Ending, now: Now, resolve: Resolve) -> Resolved:
    """The months or weeks that end with what another name stands for: "the year to March".

    A day near its month's end stands for the month, as business years are told.
    """
    end = resolve(name.end, now)
    if end.stretch is None:
        return end
    last = calendar.day_of(end.stretch.end - 1)
    if name.weeks:
        return Resolved(calendar.days(last + 1 - 7 * name.weeks, 7 * name.weeks))
    year, month, day = calendar.civil(last)
    if timespans.is_day(end.stretch) and day < _NEAR_MONTH_END:
        first = calendar.shift_months(last, -name.months) + 1
        return Resolved(calendar.days(first, last + 1 - first))
    return Resolved(calendar.months(year, month - name.months + 1, name.months))
