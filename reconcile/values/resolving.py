"""A named date and where it is counted from in, the stretch of time that it names out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from reconcile.values import timespans
from reconcile.values.calendar import MINUTE, Stretch
from reconcile.values.calendardays import calendar_days, holiday_day
from reconcile.values.countedtimes import ending_months, portion_of, shifted_time
from reconcile.values.daymoments import clock_moment, part_of_a_day
from reconcile.values.namedperiods import era_years, season_months, span_months, whole_unit
from reconcile.values.namedranges import range_between
from reconcile.values.reckoning import Now, Resolve, Resolved
from reconcile.values.timenames import (
    At,
    Calendar,
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


def resolve(name: Name, now: Now) -> Resolved:
    """What a name stands for, counted from ``now``."""
    return _RESOLVERS[type(name)](name, now, resolve)


def counted(name: Shifted, now: Now) -> Stretch | None:
    """What a count of time names to the day: two weeks ago is one day, told less closely."""
    vague = name.low != name.high or name.half
    if name.unit in timespans.SHORT:  # as close as the moment that it is counted from
        moment = now.thread if name.start == "thread" else None
        vague = vague or moment is None or moment.end - moment.start > MINUTE
    return None if vague else shifted_time(name, now, resolve, exact=True).stretch


_RESOLVERS: Final[dict[type, Callable[[Any, Now, Resolve], Resolved]]] = {
    Calendar: calendar_days,
    Span: span_months,
    Era: era_years,
    Season: season_months,
    Holiday: holiday_day,
    Whole: whole_unit,
    Shifted: shifted_time,
    Portion: portion_of,
    Ending: ending_months,
    Range: range_between,
    DayPart: part_of_a_day,
    At: clock_moment,
}
