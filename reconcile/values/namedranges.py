"""Both ends of a range in, the stretch from one to the other out, put in order."""

from __future__ import annotations

from typing import Final

from reconcile.values import calendar, timespans
from reconcile.values.calendar import DAY, Stretch
from reconcile.values.calendardays import with_year
from reconcile.values.reckoning import Now, Resolve, Resolved
from reconcile.values.timenames import At, Calendar, Name, Portion, Range

#: a range between two days told without a year is no more days long
_YEAR: Final = 366


def range_between(name: Range, now: Now, resolve: Resolve) -> Resolved:
    """From the first end to the last, both included."""
    low, high = resolve(name.low, now), resolve(name.high, now)
    first, last = low.stretch, high.stretch
    if first is None or last is None:
        return low if first is None else high
    if first.start > last.end and not isinstance(name.low, At):
        low, high = _in_order(name, low, high, now)
    elif _is_leap_day(name.low) and last.start - first.start > _YEAR * DAY:
        high = _behind(name.high, first) or high
    assert high.stretch is not None
    assert low.stretch is not None
    end = high.stretch
    if isinstance(name.low, At) and end.end <= low.stretch.start:  # "between 9pm and 5am"
        end = Stretch(end.start + DAY, end.end + DAY)
    return Resolved(timespans.hull(low.stretch, end))


def _is_leap_day(name: Name) -> bool:
    """As in "29 February to 2 March": its year, where none is told, may be years ago."""
    return isinstance(name, Calendar) and (name.year, name.month, name.day) == (None, 2, 29)


def _in_order(name: Range, low: Resolved, high: Resolved, now: Now) -> tuple[Resolved, Resolved]:
    """Ends of a range whose last lies before its first: one of them is moved by a year."""
    assert low.stretch is not None
    assert high.stretch is not None
    earlier, later = _before(name.low, high.stretch), _behind(name.high, low.stretch)
    if earlier is None or later is None or later.stretch is None or now.second is None:
        return earlier or low, high
    running = high.stretch.end > now.second
    begun = low.stretch.start < now.second
    holds = not begun or now.second < later.stretch.end
    return (low, later) if holds and now.direction >= 0 and not running else (earlier, high)


def _behind(name: Name, start: Stretch) -> Resolved | None:
    """The reading of a range's last end that lies behind its first: "June to February"."""
    year = calendar.civil(calendar.day_of(start.start))[0]
    if _returns_yearly(name):
        for one in (year, year + 1):
            found = _in_year(one, name)
            if found.stretch is not None and found.stretch.start >= start.start:
                return found
    return None


def _before(name: Name, end: Stretch) -> Resolved | None:
    """The reading of a range's first end that lies before its last: "Nov 18 to Feb 2"."""
    year = calendar.civil(calendar.day_of(end.start))[0]
    if _returns_yearly(name):
        for one in (year, year - 1):
            found = _in_year(one, name)
            if found.stretch is not None and found.stretch.start <= end.start:
                return found
    if isinstance(name, Calendar) and name.weekday is not None and name.month is None:
        first = calendar.day_of(end.start)
        return Resolved(calendar.days(first - (calendar.weekday(first) - name.weekday) % 7))
    return None


def _returns_yearly(name: Name) -> bool:
    """Whether a month or day without a year is named, or a portion of one: "mid-May"."""
    if isinstance(name, Portion):
        return ":" not in name.which and _returns_yearly(name.of)
    return isinstance(name, Calendar) and name.month is not None and name.year is None


def _in_year(year: int, name: Name) -> Resolved:
    if isinstance(name, Portion):
        of = _in_year(year, name.of).stretch
        return Resolved(None if of is None else timespans.portion(name.which, of))
    assert isinstance(name, Calendar)
    return with_year(year, name)
