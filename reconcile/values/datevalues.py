"""A date phrase and where it is counted from in, its Value out: bounds, hedges, other readings."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import calendar, hedges, timespans
from reconcile.values.calendar import Stretch
from reconcile.values.datephrases import Phrase
from reconcile.values.lengthvalues import length_value, stretch_value
from reconcile.values.reckoning import NEEDS_THREAD, Now, Resolved
from reconcile.values.resolving import counted, resolve
from reconcile.values.telling import interval_words, moment
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
    Whole,
)
from reconcile.values.timewords import time_words
from reconcile.values.zones import offset

_EVERYTHING: Final = Interval(None, None, False, False)
#: seconds that one end of a range takes up at most
#: years of a decade and of a century
_ROUND: Final = (10, 100)
_WIDTHS: Final = {
    "minute": calendar.MINUTE,
    "month": 31 * calendar.DAY,
    "year": 366 * calendar.DAY,
    "fiscal year": 366 * calendar.DAY,
    "season": 114 * calendar.DAY,
}


def value_of(phrase: Phrase, classes: tuple[str, ...], now: Now) -> Value:
    """The value of a phrase."""
    exact = _without_blur(phrase.name)
    resolved = resolve(exact, now)
    if resolved.stretch is None:
        return _unresolved(phrase, resolved.lacks, classes, now)
    stretch = resolved.stretch
    named = _named_for_bound(phrase, stretch)
    wide = timespans.hull(named, *resolved.others) if _is_open(phrase.name) else named
    told = resolve(phrase.name, now) if exact != phrase.name else resolved
    blurred = told.stretch
    assert blurred is not None
    interval = _bounded(phrase.bound, wide if phrase.bound or wide != named else blurred)
    interval = _hedged(classes, phrase, interval, stretch, now)
    if phrase.bound is None and _from_midnight(phrase.name):
        interval = evolve(interval, low=Decimal(named.start - named.start % calendar.DAY))
    zone = _zone(phrase.name)
    day = counted(phrase.name, now) if isinstance(phrase.name, Shifted) else None
    return Value(
        kind="date",
        unit="date",
        interval=interval,
        named=calendar.to_interval(day or named),
        hedge=phrase.bound or phrase.hedge or hedges.name_of(classes),
        stated=Stated(None, stated_unit(phrase.name)),
        alternatives=_alternatives(phrase, told, classes),
        offset_minutes=offset(zone, named.start) if zone is not None else None,
        steps=(_step(phrase, named, now),),
    )


def _from_midnight(name: Name) -> bool:
    """Whether a part of a day may reach back to midnight: "on Saturday morning"."""
    part = isinstance(name, DayPart) and name.portion is None
    return part and isinstance(name, DayPart) and name.name in time_words().from_midnight


def _is_fiscal(name: Name) -> bool:
    """Whether a name's months depend on when somebody's business year begins."""
    return getattr(name, "fiscal", False) or (isinstance(name, Portion) and _is_fiscal(name.of))


def _is_open(name: Name) -> bool:
    """Whether a part of a business year is as wide as all the months that it may be."""
    return _is_fiscal(name) and not isinstance(name, Era)


def _unresolved(phrase: Phrase, reason: str, classes: tuple[str, ...], now: Now) -> Value:
    others = _lengths(phrase.name, classes)
    if isinstance(phrase.name, Shifted) and phrase.name.start == "thread":  # or from publication
        again = evolve(phrase, name=evolve(phrase.name, start="now"))
        if resolve(again.name, now).stretch is not None:
            others = (*others, evolve(value_of(again, classes, now), alternatives=()))
    return Value(
        kind="date",
        unit="date",
        interval=_EVERYTHING,
        named=_EVERYTHING,
        hedge=phrase.bound or phrase.hedge,
        stated=Stated(None, stated_unit(phrase.name)),
        alternatives=others,
        unresolved=reason or NEEDS_THREAD,
    )


def _without_blur(name: Name) -> Name:
    if isinstance(name, At) and name.clock.near is not None:
        return evolve(name, clock=evolve(name.clock, near=None))
    if isinstance(name, DayPart) and name.portion in ("before", "after"):
        return name
    return name


def _named_for_bound(phrase: Phrase, stretch: Stretch) -> Stretch:
    """As in "by the end of June" names 30 June, "from the start of next month" its first day."""
    if isinstance(phrase.name, DayPart) and phrase.name.name == "night":  # the evening is named
        return Stretch(stretch.start, min(stretch.end, stretch.start + 7 * calendar.HOUR))
    if isinstance(phrase.name, Portion) and phrase.bound is not None:
        if phrase.name.which == "end":
            return timespans.last_day(stretch)
        if phrase.name.which == "start":
            return timespans.first_day(stretch)
    return stretch


def _bounded(bound: str | None, named: Stretch) -> Interval:
    low, high = Decimal(named.start), Decimal(named.end)
    if bound in ("since", "from", "not_before"):
        return Interval(low, None, True, False)
    if bound == "after":
        return Interval(high, None, True, False)
    if bound in ("until", "by", "through"):
        return Interval(None, high, False, False)
    if bound == "before":
        return Interval(None, low, False, False)
    return Interval(low, high)


def _hedged(
    classes: tuple[str, ...], phrase: Phrase, interval: Interval, stretch: Stretch, now: Now
) -> Interval:
    """As in "more than two years ago" lies before, "about a year ago" a little to either side."""
    if not classes or not isinstance(phrase.name, Shifted) or phrase.bound is not None:
        if phrase.hedge == "about" and isinstance(phrase.name, Calendar) and phrase.name.year:
            return _about_year(stretch)
        return interval
    back = phrase.name.sign < 0
    width = Decimal(stretch.end - stretch.start)
    low, high = Decimal(stretch.start), Decimal(stretch.end)
    if phrase.name.unit in ("decade", "century") and (day := counted(phrase.name, now)):
        year = calendar.civil(calendar.day_of(day.start))[0]
        low, high = (Decimal(end) for end in calendar.years(year))
    outer = classes[-1]
    if outer == "just_over":
        return Interval(low - width / 2, high) if back else Interval(low, high + width / 2)
    if outer in ("over", "at_least", "well_over"):
        return Interval(None, high, False, False) if back else Interval(low, None, True, False)
    if outer in ("under", "at_most", "nearly", "just_under", "well_under"):
        reach = None if outer in ("under", "at_most", "well_under") else width
        if back:
            return Interval(low, None if reach is None else high + reach, True, False)
        return Interval(None if reach is None else low - reach, high, reach is not None, False)
    if outer == "about":
        return Interval(low - width / 2, high + width / 2)
    return interval


def _about_year(stretch: Stretch) -> Interval:
    """As in "about 985": five years either way, ten in old times."""
    margin = Decimal(5 * 366 * calendar.DAY)
    return Interval(stretch.start - margin, stretch.end + margin)


def _zone(name: Name) -> tuple[int, int, str] | None:
    return name.clock.zone if isinstance(name, At) else None


def stated_unit(name: Name) -> str:
    """How finely a name is stated: "minute", "day", "month", "year" ..."""
    if isinstance(name, At):
        return "minute" if name.clock.step == 60 else "second"
    if isinstance(name, DayPart):
        return "part of day"
    if isinstance(name, Calendar):
        day = name.day is not None or name.weekday is not None
        return "day" if day else ("month" if name.month is not None else "year")
    if _is_fiscal(name) or getattr(name, "paired", False):
        return "fiscal year"
    if isinstance(name, Range):
        low, high = stated_unit(name.low), stated_unit(name.high)
        return f"{low} range" if low == high and isinstance(name.low, Calendar) else "period"
    if isinstance(name, (Shifted, Whole)):
        return name.unit
    if isinstance(name, Holiday):
        return "day"
    return "season" if isinstance(name, Season) else "period"


def _alternatives(
    phrase: Phrase, resolved: Resolved, classes: tuple[str, ...]
) -> tuple[Value, ...]:
    others = tuple(
        Value("date", "date", _bounded(phrase.bound, other), calendar.to_interval(other))
        for other in resolved.others
    )
    return (*others, *_lengths(phrase.name, classes, resolved.stretch))


def _lengths(
    name: Name, classes: tuple[str, ...], stretch: Stretch | None = None
) -> tuple[Value, ...]:
    """The length that a count of time or a range also tells, as a duration."""
    if isinstance(name, Shifted) and name.unit not in ("term", "season"):
        return (length_value(name.low, name.high, name.unit, half=name.half, classes=classes),)
    if isinstance(name, Ending):
        count, unit = (name.weeks, "week") if name.weeks else (name.months, "month")
        return (length_value(count, count, unit),)
    if isinstance(name, Whole) and name.count and name.unit in ("decade", "century"):
        return (length_value(1, 1, name.unit),)
    if isinstance(name, Range) and isinstance(name.low, Shifted | Whole):
        counted_end = name.low if isinstance(name.low, Shifted) else name.high
        if isinstance(counted_end, Shifted):  # "the past decade", "the next decade"
            return _lengths(counted_end, classes)
    if isinstance(name, Era) and name.count > 2 and name.count not in _ROUND and stretch:
        return (stretch_value(stretch, 2 * _WIDTHS["year"]),)
    if isinstance(name, Range) and stretch is not None:
        ends = [_WIDTHS.get(stated_unit(end), calendar.DAY) for end in (name.low, name.high)]
        return (stretch_value(stretch, sum(ends)),)
    return ()


def _step(phrase: Phrase, named: Stretch, now: Now) -> str:
    written = interval_words(Interval(Decimal(named.start), Decimal(named.end)), "date", "date")
    if now.second is None or not is_relative(phrase.name):
        return f"names {written}"
    base = now.thread.start if now.thread is not None and needs_thread(phrase.name) else now.second
    day = moment(Decimal(base - base % calendar.DAY))
    return f"counted from {day}, names {written}"


def is_relative(name: Name) -> bool:
    """Whether a name is counted from somewhere."""
    if isinstance(name, Calendar):
        return name.year is None
    if isinstance(name, (Portion,)):
        return is_relative(name.of)
    return not hasattr(name, "year") or name.year is None


def needs_thread(name: Name) -> bool:
    """Whether a name is counted from the date last named."""
    if isinstance(name, Whole):
        return name.start == "thread"
    if isinstance(name, Shifted):
        return name.start == "thread" or (name.base is not None and needs_thread(name.base))
    if isinstance(name, At):
        return name.day is None or needs_thread(name.day)
    if isinstance(name, DayPart):
        return (name.of is None and name.name != "overnight") or (
            name.of is not None and needs_thread(name.of)
        )
    if isinstance(name, Portion):
        return needs_thread(name.of)
    if isinstance(name, Calendar):
        within = name.within is not None and needs_thread(name.within)
        bare = name.day is not None and name.month is None
        return within or bare or name.which in ("following", "that", "same", "previous")
    if isinstance(name, Range):
        return needs_thread(name.low) or needs_thread(name.high)
    return False
