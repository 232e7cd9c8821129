"""Fields of the calendar and holidays in, the days, months and years that they name out."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.values import calendar
from reconcile.values.calendar import Stretch
from reconcile.values.reckoning import (
    NEEDS_PUBLICATION,
    NO_SUCH_DAY,
    Now,
    Resolve,
    Resolved,
    lacking,
)
from reconcile.values.timenames import Calendar, Holiday

#: a month named without cue of its tense is the coming one where it is no farther than this
_MONTHS_AHEAD: Final = 2
#: under a verb of the future a month is the one just past where it is no farther than this
_MONTHS_BACK: Final = 2
#: a month with a day is the nearest, unless the tense speaks against it and it is farther than this
_DAYS_AGAINST_TENSE: Final = 45
#: a deed done is not told before its day, but for the clocks of other places
_DAYS_OF_CLOCKS: Final = 1
#: so far from publication a weekday may still choose the year of its date
_DAYS_BY_WEEKDAY: Final = 185


def calendar_days(name: Calendar, now: Now, resolve: Resolve) -> Resolved:
    """The day, month or year that fields of the calendar name; both readings of "10/02"."""
    found = _fields(name, now, resolve)
    if name.other is None or found.stretch is None:
        return found if found.stretch or name.other is None else _fields(name.other, now, resolve)
    other = _fields(name.other, now, resolve).stretch
    if other is None or other == found.stretch:
        return found
    if now.second is not None and abs(other.start - now.second) < abs(
        found.stretch.start - now.second
    ):
        return Resolved(other, (found.stretch,))
    return Resolved(found.stretch, (other,))


def _fields(name: Calendar, now: Now, resolve: Resolve) -> Resolved:
    if name.within is not None:
        return _inside(name, now, resolve)
    if name.year is not None:
        return with_year(name.year, name)
    if now.second is None:
        return lacking(NEEDS_PUBLICATION)
    if name.month is not None:
        return _month_day(name, now) if name.day is not None else _month(name, now)
    if name.day is not None:
        return _day_of_month(name, now)
    return _weekday(name, now)


def with_year(year: int, name: Calendar) -> Resolved:
    """The year, month or day of fields whose year is known."""
    if name.month is None:
        return Resolved(calendar.years(year))
    if name.day is None:
        return Resolved(calendar.months(year, name.month))
    if not calendar.is_date(year, name.month, name.day):
        return lacking(NO_SUCH_DAY)
    return Resolved(calendar.day(year, name.month, name.day))


def _inside(name: Calendar, now: Now, resolve: Resolve) -> Resolved:
    """As in "11 December last year", "Wednesday of last week", "the 5th of next month"."""
    assert name.within is not None
    within = resolve(name.within, now)
    if within.stretch is None:
        return within
    year, month, _ = calendar.civil(calendar.day_of(within.stretch.start))
    if name.month is not None:
        return with_year(year, name)
    if name.day is not None:
        return with_year(year, evolve(name, month=month))
    assert name.weekday is not None
    first = calendar.day_of(within.stretch.start)
    return Resolved(calendar.days(first + (name.weekday - calendar.weekday(first)) % 7))


def _month(name: Calendar, now: Now) -> Resolved:
    assert now.second is not None
    assert name.month is not None
    if name.which in ("following", "that", "same", "previous") and now.thread is not None:
        base = now.thread.start
    else:
        base = now.second
    year, month, _ = calendar.civil(calendar.day_of(base))
    back = (month - name.month) % 12
    if name.which in ("last", "previous"):
        if back == 1:  # of the month just past one would say "last month"
            near = calendar.months(year, month - 1)
            return Resolved(calendar.months(year, month - 13), (near,))
        back = back or 12
    elif name.which in ("next", "following"):
        back -= 12
    elif name.which == "this":
        return Resolved(calendar.months(year, name.month))
    elif now.direction > 1 or name.which == "coming" or (now.direction > 0 and back > _MONTHS_BACK):
        back = back - 12 if back else 0
    elif now.direction == 0 and 12 - back <= _MONTHS_AHEAD:
        back -= 12
    return Resolved(calendar.months(year, month - back))


def _month_day(name: Calendar, now: Now) -> Resolved:
    assert now.second is not None
    assert name.month is not None
    assert name.day is not None
    today = calendar.day_of(now.second)
    this = calendar.civil(today)[0]
    found = [
        calendar.day_number(year, name.month, name.day)
        for year in range(this - 4, this + 5)
        if calendar.is_date(year, name.month, name.day)
    ]
    if not found:
        return lacking(NO_SUCH_DAY)
    on_weekday = [day for day in found if calendar.weekday(day) == name.weekday]
    near = [day for day in on_weekday if abs(day - today) < _DAYS_BY_WEEKDAY]
    return _chosen(near or found, today, _direction(name.which, now))


def _chosen(found: list[int], today: int, direction: int) -> Resolved:
    """The day that is meant; under a verb of the past, where it is to come, also the last."""
    day = _nearest(found, today, direction)
    before = [one for one in found if one < day]
    to_come = direction < 0 and day > today + _DAYS_OF_CLOCKS
    return Resolved(calendar.days(day), (calendar.days(max(before)),) if to_come and before else ())


def _direction(which: str | None, now: Now) -> int:
    asked = {"last": -2, "previous": -2, "next": 2, "following": 2}
    return asked.get(which or "", min(now.direction, 1))


def _nearest(found: list[int], today: int, direction: int) -> int:
    nearest = min(found, key=lambda day: (abs(day - today), day))
    against = (nearest - today) * direction < 0
    if direction == -2 and nearest - today <= _DAYS_OF_CLOCKS:
        return nearest
    if against and (abs(nearest - today) > _DAYS_AGAINST_TENSE or abs(direction) == 2):
        right = [day for day in found if (day - today) * direction > 0]
        return min(right, key=lambda day: abs(day - today)) if right else nearest
    return nearest


def _day_of_month(name: Calendar, now: Now) -> Resolved:
    """As in "the 18th": of the month last named, or of this one."""
    assert now.second is not None
    assert name.day is not None
    base = now.thread.start if now.thread is not None else now.second
    year, month, _ = calendar.civil(calendar.day_of(base))
    reach = 1 if name.weekday is None else 14
    months = [year * 12 + month - 1 + move for move in range(-reach, reach + 1)]
    days = [
        calendar.day_number(one // 12, one % 12 + 1, name.day)
        for one in months
        if calendar.is_date(one // 12, one % 12 + 1, name.day)
    ]
    found = [day for day in days if name.weekday in (None, calendar.weekday(day))]
    if not found:
        return lacking(NO_SUCH_DAY)
    return Resolved(calendar.days(_nearest(found, calendar.day_of(base), 0)))


def _weekday(name: Calendar, now: Now) -> Resolved:
    assert now.second is not None
    if name.weekday is None:
        return lacking(NEEDS_PUBLICATION)
    threaded = name.which in ("following", "that", "same") and now.thread is not None
    base = now.thread.start if threaded and now.thread is not None else now.second
    today = calendar.day_of(base)
    back = (calendar.weekday(today) - name.weekday) % 7
    ahead = (name.weekday - calendar.weekday(today)) % 7
    if name.which in ("last", "previous"):
        return Resolved(
            calendar.days(today - (back or 7)), _week_off(today - (back or 7), -1, back)
        )
    if name.which in ("next", "following"):
        return Resolved(
            calendar.days(today + (ahead or 7)), _week_off(today + (ahead or 7), 1, ahead)
        )
    coming = now.direction > 0 or (name.which == "this" and now.direction == 0)
    return Resolved(calendar.days(today + ahead if coming else today - back))


def _week_off(day: int, sign: int, away: int) -> tuple[Stretch, ...]:
    """As in "next Friday" may mean the week after where the coming one is near."""
    return (calendar.days(day + 7 * sign),) if 0 < away < 5 else ()


def holiday_day(name: Holiday, now: Now, resolve: Resolve) -> Resolved:
    """The day of a holiday: of its year, or the one that is near."""
    if name.year is not None:
        return Resolved(calendar.days(_holiday_in(name, name.year)))
    if name.within is not None:
        within = resolve(name.within, now)
        if within.stretch is None:
            return within
        year = calendar.civil(calendar.day_of(within.stretch.start))[0]
        return Resolved(calendar.days(_holiday_in(name, year)))
    if now.second is None:
        return lacking(NEEDS_PUBLICATION)
    today = calendar.day_of(now.second)
    this = calendar.civil(today)[0]
    found = [_holiday_in(name, year) for year in range(this - 2, this + 3)]
    return _chosen(found, today, _direction(name.which, now))


def _holiday_in(name: Holiday, year: int) -> int:
    if name.on is not None:
        return calendar.day_number(year, *name.on)
    if name.from_easter is not None:
        return calendar.easter(year) + name.from_easter
    assert name.nth is not None
    return calendar.nth_weekday(year, *name.nth) + name.after
