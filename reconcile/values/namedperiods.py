"""Quarters, seasons, decades and "last month" in, the stretches that they name out."""

from __future__ import annotations

from typing import Final

from reconcile.values import calendar, timespans
from reconcile.values.calendar import DAY, Stretch
from reconcile.values.reckoning import (
    NEEDS_PUBLICATION,
    NEEDS_THREAD,
    Now,
    Resolve,
    Resolved,
    lacking,
)
from reconcile.values.timenames import Era, Season, Span, Whole

#: what is said to come of a quarter may be its figures, so long after its end
_MONTHS_UNTIL_FIGURES: Final = 2
#: a quarter without cue of its tense is the coming one where it begins within so many months
_QUARTER_AHEAD: Final = 2
#: in so many months figures of the year before come out
_MONTHS_OF_FIGURES: Final = 2
#: a season without cue of its tense is the coming one where it begins within so many days
_SEASON_AHEAD: Final = 60 * DAY


def span_months(name: Span, now: Now, resolve: Resolve) -> Resolved:
    """The months of a counted part of a year: "the third quarter"."""
    year = name.year
    if name.within is not None:
        within = resolve(name.within, now)
        if within.stretch is None:
            return within
        year = calendar.civil(calendar.day_of(within.stretch.start))[0]
    if year is None and now.second is None:
        return lacking(NEEDS_PUBLICATION)
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


def era_years(name: Era, now: Now, resolve: Resolve) -> Resolved:
    """The years of a decade, a century, a fiscal year."""
    if name.paired:
        return _of_two_years(name.first, now)
    if name.fiscal:  # its twelve months may begin in April before, or end in March behind
        return Resolved(calendar.years(name.first), (calendar.months(name.first - 1, 4, 24),))
    return Resolved(calendar.years(name.first, name.count))


def _of_two_years(year: int, now: Now) -> Resolved:
    """A business year told by both of its years, the second given: from April or July on."""
    from_april, from_july = (calendar.months(year - 1, month, 12) for month in (4, 7))
    return Resolved(from_july, (from_april,)) if now.south else Resolved(from_april, (from_july,))


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def season_months(name: Season, now: Now, resolve: Resolve) -> Resolved:
    """The months of a season, of its year or the one that is meant."""
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
        return lacking(NEEDS_PUBLICATION)
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


def whole_unit(name: Whole, now: Now, resolve: Resolve) -> Resolved:
    """The unit that holds now, or the date last named, moved by whole units: "last month"."""
    if name.within is not None:
        return _same_period(name, now, resolve)
    base = now.second
    if name.start == "thread" and name.count == 0 and name.unit not in timespans.DAYS:
        return _period_spoken_of(name, now)
    if name.start == "thread" and (now.thread is not None or now.period is not None):
        known = thread_for(name.unit, now)
        base = (known.end - 1) if name.count > 0 and not timespans.is_day(known) else known.start
    if base is None:
        return lacking(NEEDS_PUBLICATION)
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
        return lacking(NEEDS_THREAD)
    month = calendar.civil(calendar.day_of(now.second))[1]
    if name.unit == "year" and month <= _MONTHS_OF_FIGURES and now.direction <= 0:
        return Resolved(timespans.whole("year", now.second, -1))
    if name.unit == "quarter":  # that which figures are out for
        return Resolved(timespans.whole("quarter", now.second, -1))
    return Resolved(timespans.whole(name.unit, now.second, 0))


def thread_for(unit: str, now: Now) -> Stretch:
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


def _same_period(name: Whole, now: Now, resolve: Resolve) -> Resolved:
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
