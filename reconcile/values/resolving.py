"""A named date and where it is counted from in, the stretch of time that it names out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from attrs import evolve, frozen

from reconcile.values import calendar, timespans
from reconcile.values.calendar import DAY, HOUR, MINUTE, WEEK, Stretch
from reconcile.values.timenames import (
    At,
    Calendar,
    Clock,
    DayPart,
    Ending,
    Era,
    Holiday,
    Name,
    Portion,
    Range,
    Season,
    Shifted,
    Span,
    Whole,
)
from reconcile.values.timewords import time_words

#: a month named without cue of its tense is the coming one where it is no farther than this
_MONTHS_AHEAD: Final = 2
#: under a verb of the future a month is the one just past where it is no farther than this
_MONTHS_BACK: Final = 2
#: a month with a day is the nearest, unless the tense speaks against it and it is farther than this
_DAYS_AGAINST_TENSE: Final = 45
#: so far from publication a weekday may still choose the year of its date
_DAYS_BY_WEEKDAY: Final = 185
#: what is said to come of a quarter may be its figures, so long after its end
_MONTHS_UNTIL_FIGURES: Final = 2
#: a quarter without cue of its tense is the coming one where it begins within so many months
_QUARTER_AHEAD: Final = 2
#: in so many months figures of the year before come out
_MONTHS_OF_FIGURES: Final = 2
#: a season without cue of its tense is the coming one where it begins within so many days
_SEASON_AHEAD: Final = 60 * DAY
NEEDS_PUBLICATION: Final = "it is counted from the day of publication, which is not known"
NEEDS_THREAD: Final = "it is counted from a date named before, and none was found"
NEEDS_EVENT: Final = "it is counted from an event whose date is not given"
NO_SUCH_DAY: Final = "there is no such day"


@frozen
class Now:
    """Where words are counted from: publication (a local second), tense, the date last named."""

    second: int | None
    #: whether the hour of publication is known
    has_hour: bool = False
    #: -1 under a verb of the past, 1 of the future, 2 under "until" or "by", 0 unknown
    direction: int = 0
    thread: Stretch | None = None
    #: the month, quarter or year last named
    period: Stretch | None = None
    south: bool = False


class Resolved(NamedTuple):
    """The stretch that is named, other readings, or what is lacking."""

    stretch: Stretch | None
    others: tuple[Stretch, ...] = ()
    lacks: str = ""


def resolve(name: Name, now: Now) -> Resolved:
    """What a name stands for, counted from ``now``."""
    return _RESOLVERS[type(name)](name, now)


def _lacking(reason: str) -> Resolved:
    return Resolved(None, (), reason)


# --- fields of the calendar -------------------------------------------------------------------


def _calendar(name: Calendar, now: Now) -> Resolved:
    found = _fields(name, now)
    if name.other is None or found.stretch is None:
        return found if found.stretch or name.other is None else _fields(name.other, now)
    other = _fields(name.other, now).stretch
    if other is None or other == found.stretch:
        return found
    if now.second is not None and abs(other.start - now.second) < abs(
        found.stretch.start - now.second
    ):
        return Resolved(other, (found.stretch,))
    return Resolved(found.stretch, (other,))


def _fields(name: Calendar, now: Now) -> Resolved:
    if name.within is not None:
        return _inside(name, now)
    if name.year is not None:
        return _with_year(name.year, name)
    if now.second is None:
        return _lacking(NEEDS_PUBLICATION)
    if name.month is not None:
        return _month_day(name, now) if name.day is not None else _month(name, now)
    if name.day is not None:
        return _day_of_month(name, now)
    return _weekday(name, now)


def _with_year(year: int, name: Calendar) -> Resolved:
    if name.month is None:
        return Resolved(calendar.years(year))
    if name.day is None:
        return Resolved(calendar.months(year, name.month))
    if not calendar.is_date(year, name.month, name.day):
        return _lacking(NO_SUCH_DAY)
    return Resolved(calendar.day(year, name.month, name.day))


def _inside(name: Calendar, now: Now) -> Resolved:
    """As in "11 December last year", "Wednesday of last week", "the 5th of next month"."""
    assert name.within is not None
    within = resolve(name.within, now)
    if within.stretch is None:
        return within
    year, month, _ = calendar.civil(calendar.day_of(within.stretch.start))
    if name.month is not None:
        return _with_year(year, name)
    if name.day is not None:
        return _with_year(year, evolve(name, month=month))
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
    elif now.direction > 1 or (now.direction > 0 and back > _MONTHS_BACK):
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
        return _lacking(NO_SUCH_DAY)
    on_weekday = [day for day in found if calendar.weekday(day) == name.weekday]
    near = [day for day in on_weekday if abs(day - today) < _DAYS_BY_WEEKDAY]
    return Resolved(calendar.days(_nearest(near or found, today, _direction(name.which, now))))


def _direction(which: str | None, now: Now) -> int:
    asked = {"last": -2, "previous": -2, "next": 2, "following": 2}
    return asked.get(which or "", min(now.direction, 1))


def _nearest(found: list[int], today: int, direction: int) -> int:
    nearest = min(found, key=lambda day: (abs(day - today), day))
    against = (nearest - today) * direction < 0
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
        return _lacking(NO_SUCH_DAY)
    return Resolved(calendar.days(_nearest(found, calendar.day_of(base), 0)))


def _weekday(name: Calendar, now: Now) -> Resolved:
    assert now.second is not None
    if name.weekday is None:
        return _lacking(NEEDS_PUBLICATION)
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


# --- periods ----------------------------------------------------------------------------------


def _span(name: Span, now: Now) -> Resolved:
    year = name.year
    if name.within is not None:
        within = resolve(name.within, now)
        if within.stretch is None:
            return within
        year = calendar.civil(calendar.day_of(within.stretch.start))[0]
    if year is None and now.second is None:
        return _lacking(NEEDS_PUBLICATION)
    of_year = 12 // name.months
    number = name.number if name.number > 0 else of_year
    if year is None:
        assert now.second is not None
        year = _year_of_span(name, number, now)
    stretch = calendar.months(year, (number - 1) * name.months + 1, name.months)
    if name.fiscal:
        others = (calendar.months(year - 1, (number - 1) * name.months + 4, name.months),)
        return Resolved(stretch, others)
    return Resolved(stretch)


def _year_of_span(name: Span, number: int, now: Now) -> int:
    """Of a quarter or half without a year: the last that has begun, or the coming one."""
    assert now.second is not None
    year, month, _ = calendar.civil(calendar.day_of(now.second))
    begins = (number - 1) * name.months + 1
    if name.which == "last":
        return year if begins + name.months <= month else year - 1
    if name.which == "next":
        return year if begins > month else year + 1
    if now.direction > 0:  # figures of a quarter come out after its end
        return year if begins + name.months + _MONTHS_UNTIL_FIGURES > month else year + 1
    if begins <= month:
        return year
    soon = now.direction == 0 and begins - month <= _QUARTER_AHEAD
    return year if name.which == "this" or soon else year - 1


def _era(name: Era, now: Now) -> Resolved:
    if name.fiscal:  # its twelve months may begin in April before, or end in March behind
        return Resolved(calendar.years(name.first), (calendar.months(name.first - 1, 4, 24),))
    return Resolved(calendar.years(name.first, name.count))


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def _season(name: Season, now: Now) -> Resolved:
    first = _SEASONS[name.name]
    if now.south:
        first = (first + 5) % 12 + 1
    year = name.year
    if name.within is not None:
        within = resolve(name.within, now)
        if within.stretch is None:
            return within
        year = calendar.civil(calendar.day_of(within.stretch.start))[0]
    if year is not None:
        stretch = _season_of(year, first)
        return Resolved(stretch, (_season_of(year - 1, first),) if first == 12 else ())
    if now.second is None:
        return _lacking(NEEDS_PUBLICATION)
    this = calendar.civil(calendar.day_of(now.second))[0]
    found = [_season_of(one, first) for one in (this - 2, this - 1, this, this + 1, this + 2)]
    return Resolved(_choose(found, name.which, now))


def _season_of(year: int, first: int) -> Stretch:
    """Three months, and three weeks more, since calendar and stars differ."""
    season = calendar.months(year, first, 3)
    return Stretch(season.start, season.end + 21 * DAY)


def _choose(found: list[Stretch], which: str | None, now: Now) -> Stretch:
    """Of yearly returning stretches, the one that is meant."""
    assert now.second is not None
    past = [one for one in found if one.end <= now.second]
    current = [one for one in found if one.start <= now.second < one.end]
    ahead = [one for one in found if one.start > now.second]
    if which in ("last", "previous"):
        return past[-1]
    if which in ("next", "following"):
        return ahead[0]
    if current:
        return current[0]
    if which == "this":
        year = calendar.civil(calendar.day_of(now.second))[0]
        same = [one for one in found if calendar.civil(calendar.day_of(one.start))[0] == year]
        return same[0]
    soon = now.direction == 0 and ahead[0].start - now.second <= _SEASON_AHEAD
    return ahead[0] if now.direction > 0 or soon else past[-1]


def _holiday(name: Holiday, now: Now) -> Resolved:
    if name.year is not None:
        return Resolved(calendar.days(_holiday_in(name, name.year)))
    if now.second is None:
        return _lacking(NEEDS_PUBLICATION)
    today = calendar.day_of(now.second)
    this = calendar.civil(today)[0]
    found = [_holiday_in(name, year) for year in range(this - 2, this + 3)]
    return Resolved(calendar.days(_nearest(found, today, _direction(name.which, now))))


def _holiday_in(name: Holiday, year: int) -> int:
    if name.on is not None:
        return calendar.day_number(year, *name.on)
    if name.from_easter is not None:
        return calendar.easter(year) + name.from_easter
    assert name.nth is not None
    return calendar.nth_weekday(year, *name.nth) + name.after


# --- counted from somewhere -------------------------------------------------------------------


def _whole(name: Whole, now: Now) -> Resolved:
    if name.within is not None:
        return _same_period(name, now)
    base = now.second
    if name.start == "thread" and name.count == 0 and name.unit not in timespans.DAYS:
        return _period_spoken_of(name, now)
    if name.start == "thread" and (now.thread is not None or now.period is not None):
        known = _thread_for(name.unit, now)
        base = (known.end - 1) if name.count > 0 and not timespans.is_day(known) else known.start
    if base is None:
        return _lacking(NEEDS_PUBLICATION)
    if name.fiscal:
        year, month, _ = calendar.civil(calendar.day_of(base))
        return Resolved(calendar.months(year + name.count, month - 11, 24))
    if name.unit == "weekend" and name.start == "now" and name.count == 0:
        return Resolved(_weekend(calendar.day_of(base), now.direction))
    return Resolved(timespans.whole(name.unit, base, name.count))


def _period_spoken_of(name: Whole, now: Now) -> Resolved:
    """As in "the quarter", "that month": the last one of that length named, or the present one."""
    months = timespans.MONTHS.get(name.unit, 12)
    period = now.period
    if period is not None and months * 28 <= (period.end - period.start) // DAY <= months * 31 + 1:
        return Resolved(period)
    if now.thread is not None and name.unit in ("month", "week"):
        return Resolved(timespans.whole(name.unit, now.thread.start, 0))
    if now.second is None:
        return _lacking(NEEDS_THREAD)
    month = calendar.civil(calendar.day_of(now.second))[1]
    if name.unit == "year" and month <= _MONTHS_OF_FIGURES and now.direction <= 0:
        return Resolved(timespans.whole("year", now.second, -1))
    if name.unit == "quarter":  # that which figures are out for
        return Resolved(timespans.whole("quarter", now.second, -1))
    return Resolved(timespans.whole(name.unit, now.second, 0))


def _thread_for(unit: str, now: Now) -> Stretch:
    """Days are counted from the day last named, longer units from the last period or day."""
    known = now.thread if timespans.DAYS.get(unit) or now.period is None else now.period
    found = known or now.thread or now.period
    assert found is not None
    return found


def _weekend(today: int, direction: int) -> Stretch:
    saturday = today - (calendar.weekday(today) - 5) % 7
    if (
        calendar.weekday(today) < 5
        and direction > 0
        or calendar.weekday(today) == 4
        and direction == 0
    ):
        saturday += 7
    return calendar.days(saturday, 2)


def _same_period(name: Whole, now: Now) -> Resolved:
    """As in "the same period of 2024": the period last named, moved into that year."""
    assert name.within is not None
    within = resolve(name.within, now)
    period = now.period or now.thread
    if within.stretch is None or period is None:
        return within if within.stretch is None else Resolved(within.stretch)
    year = calendar.civil(calendar.day_of(within.stretch.start))[0]
    moved = 12 * (year - calendar.civil(calendar.day_of(period.start))[0])
    first = calendar.shift_months(calendar.day_of(period.start), moved)
    end = calendar.shift_months(calendar.day_of(period.end), moved)
    return Resolved(Stretch(first * DAY, end * DAY))


def counted(name: Shifted, now: Now) -> Stretch | None:
    """What a count of time names to the day: two weeks ago is one day, told less closely."""
    vague = name.low != name.high or name.half
    if (
        name.unit in timespans.SHORT
    ):  # "92 minutes later" is as close as the moment it is counted from
        moment = now.thread if name.start == "thread" else None
        vague = vague or moment is None or moment.end - moment.start > MINUTE
    return None if vague else _shifted(name, now, exact=True).stretch


def _shifted(name: Shifted, now: Now, *, exact: bool = False) -> Resolved:
    if name.start == "event" and name.base is None:
        return _lacking(NEEDS_EVENT)
    base = _base_of(name, now)
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


def _base_of(name: Shifted, now: Now) -> Resolved:
    if name.base is not None:
        return resolve(name.base, now)
    if name.start == "thread" and (now.thread is not None or now.period is not None):
        return Resolved(_thread_for(name.unit, now))
    if now.second is None:
        return _lacking(NEEDS_PUBLICATION)
    if name.start == "thread" and name.sign > 0 and now.direction <= 0:
        return _lacking(NEEDS_THREAD)
    if name.unit in timespans.SHORT and now.has_hour:
        return Resolved(Stretch(now.second, now.second + 1))
    return Resolved(calendar.days(calendar.day_of(now.second)))


def _portion(name: Portion, now: Now) -> Resolved:
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
    if unit == "half":
        middle = of.start + (of.end - of.start) // 2 // DAY * DAY
        return Stretch(of.start, middle) if number == 1 else Stretch(middle, of.end)
    if unit.startswith("weekday"):
        year, month, _ = calendar.civil(calendar.day_of(of.start))
        return calendar.days(calendar.nth_weekday(year, month, int(unit[-1]), number))
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


def _ending(name: Ending, now: Now) -> Resolved:
    end = resolve(name.end, now)
    if end.stretch is None:
        return end
    last = calendar.civil(calendar.day_of(end.stretch.end - 1))
    return Resolved(calendar.months(last[0], last[1] - name.months + 1, name.months))


def _range(name: Range, now: Now) -> Resolved:
    low, high = resolve(name.low, now), resolve(name.high, now)
    if low.stretch is None or high.stretch is None:
        return low if low.stretch is None else high
    if low.stretch.start > high.stretch.end and not isinstance(name.low, At):
        low, high = _in_order(name, low, high, now)
    assert high.stretch is not None
    assert low.stretch is not None
    end = high.stretch
    if isinstance(name.low, At) and end.end <= low.stretch.start:  # "between 9pm and 5am"
        end = Stretch(end.start + DAY, end.end + DAY)
    return Resolved(timespans.hull(low.stretch, end))


def _in_order(name: Range, low: Resolved, high: Resolved, now: Now) -> tuple[Resolved, Resolved]:
    """Ends of a range whose last lies before its first: one of them is moved by a year."""
    assert low.stretch is not None
    assert high.stretch is not None
    earlier, later = _before(name.low, high.stretch), _behind(name.high, low.stretch)
    if earlier is None or later is None or later.stretch is None or now.second is None:
        return earlier or low, high
    running = high.stretch.end > now.second
    ahead = low.stretch.start >= now.second and now.direction >= 0
    return (low, later) if ahead and not running else (earlier, high)


def _behind(name: Name, start: Stretch) -> Resolved | None:
    """The reading of a range's last end that lies behind its first: "June to February"."""
    year = calendar.civil(calendar.day_of(start.start))[0]
    if isinstance(name, Calendar) and name.month is not None and name.year is None:
        for one in (year, year + 1):
            found = _with_year(one, name)
            if found.stretch is not None and found.stretch.start >= start.start:
                return found
    return None


def _before(name: Name, end: Stretch) -> Resolved | None:
    """The reading of a range's first end that lies before its last: "Nov 18 to Feb 2"."""
    year = calendar.civil(calendar.day_of(end.start))[0]
    if isinstance(name, Calendar) and name.month is not None and name.year is None:
        for one in (year, year - 1):
            found = _with_year(one, name)
            if found.stretch is not None and found.stretch.start <= end.start:
                return found
    if isinstance(name, Calendar) and name.weekday is not None and name.month is None:
        first = calendar.day_of(end.start)
        return Resolved(calendar.days(first - (calendar.weekday(first) - name.weekday) % 7))
    return None


# --- parts of days and clock times ------------------------------------------------------------


def _day_part(name: DayPart, now: Now) -> Resolved:
    day = _day_for(name.of, now)
    if day.stretch is None:
        return day
    start = calendar.day_of(day.stretch.start) * DAY
    if name.name == "overnight":
        begins = start if name.of is not None else start - DAY
        return Resolved(Stretch(begins + 18 * HOUR, begins + DAY + 9 * HOUR))
    first, last = time_words().part[name.name]
    return Resolved(_part_of_day(name.portion, start + first * HOUR, start + last * HOUR, start))


def _part_of_day(portion: str | None, first: int, last: int, start: int) -> Stretch:
    if portion == "before":
        return Stretch(min(start, first), first + 2 * HOUR)
    if portion == "after":
        return Stretch(first, last + 4 * HOUR)
    if portion in ("early", "start", "small"):
        early = start if first - start <= 4 * HOUR else first
        return Stretch(early, (first + last) // 2 + HOUR)
    if portion in ("late", "end") and last - first > 12 * HOUR:  # a night
        return Stretch(first + 4 * HOUR, last)
    if portion in ("late", "end"):
        return Stretch((first + last) // 2 - HOUR // 2, last)
    if portion == "mid":
        return Stretch(first + (last - first) // 4, last - (last - first) // 4)
    return Stretch(first, last)


def _day_for(name: Name | None, now: Now) -> Resolved:
    """The day of a clock time: the one named with it, else the thread's, else publication's."""
    if name is not None:
        return resolve(name, now)
    if now.thread is not None and timespans.is_day(now.thread):
        return Resolved(now.thread)
    if now.second is None:
        return _lacking(NEEDS_PUBLICATION)
    return Resolved(calendar.days(calendar.day_of(now.second)))


def _at(name: At, now: Now) -> Resolved:
    day = _day_for(name.day, now)
    if day.stretch is None:
        return day
    start = day.stretch.start
    if isinstance(name.day, DayPart) and start % DAY >= 16 * HOUR and name.clock.second < 12 * HOUR:
        start += DAY  # "2 a.m. on Thursday night" is on Friday
    start = calendar.day_of(start) * DAY
    found = _moment(name.clock, start)
    others: tuple[Stretch, ...] = ()
    if name.clock.open:
        others = (_moment(evolve(name.clock, second=(name.clock.second + 12 * HOUR) % DAY), start),)
    elif name.clock.second == DAY:  # midnight: with which the day ends, or begins
        others = (_moment(evolve(name.clock, second=0), start),)
    return Resolved(found, others)


def _moment(clock: Clock, start: int) -> Stretch:
    first = start + clock.second
    reach = clock.minutes * MINUTE
    if clock.near == "before":
        return Stretch(first - reach, first)
    if clock.near == "after":
        return Stretch(first + 1, first + clock.step + reach)
    if clock.near == "nearly":
        return Stretch(first - reach, first + clock.step)
    if clock.near == "about":
        return Stretch(first - reach, first + clock.step + reach)
    return Stretch(first, first + clock.step)


_RESOLVERS: Final[dict[type, Callable[[Any, Now], Resolved]]] = {
    Calendar: _calendar,
    Span: _span,
    Era: _era,
    Season: _season,
    Holiday: _holiday,
    Whole: _whole,
    Shifted: _shifted,
    Portion: _portion,
    Ending: _ending,
    Range: _range,
    DayPart: _day_part,
    At: _at,
}
