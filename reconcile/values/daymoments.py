"""Parts of days and clock times in, the hours and minutes that they name out."""

from __future__ import annotations

from reconcile.records import evolve
from reconcile.values import calendar, timespans
from reconcile.values.calendar import DAY, HOUR, MINUTE, Stretch
from reconcile.values.reckoning import NEEDS_PUBLICATION, Now, Resolve, Resolved, lacking
from reconcile.values.timenames import At, Clock, DayPart, Name
from reconcile.values.timewords import time_words


def part_of_a_day(name: DayPart, now: Now, resolve: Resolve) -> Resolved:
    """The hours of a part of a day: "Saturday morning"."""
    day = _day_for(name.of, now, resolve)
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


def _day_for(name: Name | None, now: Now, resolve: Resolve) -> Resolved:
    """The day of a clock time: the one named with it, else the thread's, else publication's."""
    if name is not None:
        return resolve(name, now)
    if now.thread is not None and timespans.is_day(now.thread):
        return Resolved(now.thread)
    if now.second is None:
        return lacking(NEEDS_PUBLICATION)
    return Resolved(calendar.days(calendar.day_of(now.second)))


def clock_moment(name: At, now: Now, resolve: Resolve) -> Resolved:
    """The minute or second of a clock time on its day; both where its half is left open."""
    day = _day_for(name.day, now, resolve)
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
