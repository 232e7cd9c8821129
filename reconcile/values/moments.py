"""Dates, times, durations and ages in, the same on one line out: zones and spans led together."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from reconcile.model import Interval
from reconcile.records import evolve
from reconcile.values import sets, steps
from reconcile.values.calendar import local_second
from reconcile.values.meeting import Apart, Days, Meeting, Meetings, Side, moved, named, swap
from reconcile.values.telling import interval_words, moment
from reconcile.values.zones import utc_words

#: hedges that name a day as one end of a span: two of them are compared by the day they name
_NAMING: Final = frozenset(("since", "until", "from", "exactly"))
#: hedges that name a last day
_LAST_DAYS: Final = frozenset(("by", "until", "through"))
#: ends that are not told to the day, and how many days they may lie off
_LOOSE_ENDS: Final = frozenset(("period", "season"))
_LOOSE_DAYS: Final = 10
#: times whose name is narrower than what they leave open
_LOOSE: Final = frozenset(("part of day", "fiscal year"))
_DAY: Final = Decimal(86_400)
_YEAR_LOW: Final = Decimal(365 * 86_400)
_YEAR_HIGH: Final = Decimal(366 * 86_400)
#: by which share of a span two spans may miss each other; of a life, which is widened by years
_SLACK: Final = Decimal("0.01")
_SLACK_OF_BIRTHS: Final = Decimal("0.0005")
_WEEK_DAYS: Final = 7
#: a clock time whose day nobody tells agrees with one no more days away; farther off it fits
_FAR_DAYS: Final = 14
_DAY_MINUTES: Final = 24 * 60
_WEEK_MINUTES: Final = _WEEK_DAYS * _DAY_MINUTES
_EPOCH: Final = datetime.datetime(1970, 1, 1)
#: every offset from UTC that a clock on land shows, in minutes, the likely ones first
_OFFSETS: Final = tuple(
    sorted((*range(-720, 841, 60), -210, 210, 270, 330, 345, 390, 570, 630), key=abs)
)
_CALENDAR_MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
}


def dates(a: Side, b: Side, days: Days) -> Meetings:
    """Two dates or times, by the day or moment that they name; zones converted.

    A clock time whose day is only supposed may be on that of the other; where it fits nowhere, that
    is the day on which the two are told apart.
    """
    found = _dates(a, b, days)
    if isinstance(found, Apart):
        return found
    if a.value.day_supposed:
        return (*_on_one_day(a, b, days), *found)
    if b.value.day_supposed:
        turned = swap(tuple(_on_one_day(b, a, days.swapped())))
        return found if isinstance(turned, Apart) else (*turned, *found)
    return found


def _on_one_day(clock: Side, other: Side, days: Days) -> Iterator[Meeting]:
    """A clock time, moved by whole days to where it lies nearest to the other."""
    low, high, start = other.figure.low, other.figure.high, clock.figure.low
    if low is None or high is None or start is None or not 0 < high - low <= _DAY:
        return
    middle = (low + high) / 2
    whole_days = ((middle - start) / _DAY).to_integral_value(ROUND_HALF_EVEN)
    far = abs(whole_days) > _FAR_DAYS
    if not whole_days or far and high - low == _DAY:
        return
    if days.a is not None and middle > local_second(days.a) + _DAY:
        return  # what is told of had happened, or was near
    there = _shifted(clock, int(whole_days) * _DAY_MINUTES)
    words = f"“{clock.words}” is {interval_words(there.whole, 'date', 'date')} on the other's day"
    there = evolve(there, step=steps.spoken(there.step, words))
    found = _dates(there, other, days)
    for each in () if isinstance(found, Apart) else found:
        assumed = f"no words tell the day of “{clock.words}”"
        yield evolve(each, assumed=assumed, exact=each.exact and not far)


def _dates(a: Side, b: Side, days: Days) -> Meetings:
    deadlines = _two_deadlines(a, b, days)
    if deadlines is not None:
        return (deadlines,)
    a, b = _by_its_day(a), _by_its_day(b)
    a, b = _by_its_evening(a, b), _by_its_evening(b, a)
    offset_a, offset_b = a.value.offset_minutes, b.value.offset_minutes
    if offset_a == offset_b:
        if a.hedge == b.hedge == "not_before":
            a, b = named(a), named(b)
        if _at_other_ends(a, b):
            reason = "one begins or ends when the other does not"
            return Apart(reason, conflict=True, rule="other ends")
        plain = Meeting(a, b, "date", "date", exact=not _loosely(a, b))
        return (plain, *_other_weeks(a, b, days), *_at_the_earliest(a, b))
    if offset_a is not None and offset_b is not None:
        there = _shifted(b, offset_a - offset_b)
        return (Meeting(a, there, "date", "date", changed=True, told=there.step.words),)
    if offset_a is None:
        return swap(_dates(b, a, days.swapped()))
    return _one_zone(a, b, days, offset_a)


def _two_deadlines(a: Side, b: Side, days: Days) -> Meeting | None:
    """Two last days: what must be done by the first is not due by the second; else ``None``.

    They may be one all the same where they are not told to the day, or where one closes with the
    day before the other: "until Tuesday" is "through Monday".
    """
    hedges = ((a, days.due_a), (b, days.due_b))
    if not all(one.hedge in _LAST_DAYS or one.hedge is None and due for one, due in hedges):
        return None
    if a.hedge is None and b.hedge is None or a.value.offset_minutes != b.value.offset_minutes:
        return None
    one, other = named(a), named(b)
    loose = any(side.value.stated.unit in _LOOSE_ENDS for side in (a, b))
    apart = sets.distance(one.whole, other.whole)
    if not sets.disjoint(one.whole, other.whole) or loose and apart <= _LOOSE_DAYS * _DAY:
        return None
    if not apart and len({a.hedge, b.hedge}) == 2 and None not in (a.hedge, b.hedge):
        return Meeting(a, b, "date", "date")
    return Meeting(one, other, "date", "date")


def _by_its_day(one: Side) -> Side:
    """A day that opens or closes a span stands for itself."""
    if one.hedge not in _NAMING:
        return one
    if one.figure.low is None and one.figure.high is None:
        return evolve(one, hedge=None)
    return named(one)


def _by_its_evening(one: Side, other: Side) -> Side:
    """A night runs into the next day, but beside another day it is the day's that it begins on."""
    night = one.value.stated.unit == "part of day" and sets.contains(one.whole, one.figure)
    day = other.value.stated.unit == "day" and sets.width(other.whole) == _DAY
    return evolve(named(one), hedge=one.hedge) if night and day else one


def _at_other_ends(a: Side, b: Side) -> bool:
    """Whether two ranges, told equally closely, do not have both ends in common."""
    unit = a.value.stated.unit
    if not unit.endswith("range") or unit != b.value.stated.unit:
        return False
    return (a.figure.low, a.figure.high) != (b.figure.low, b.figure.high)


def _loosely(a: Side, b: Side) -> bool:
    """Whether two times are one in name or in extent only: "late on Tuesday", "Tuesday night"."""
    if {a.hedge, b.hedge} - {None, "by"}:
        return False
    same_name, same_extent = sets.same(a.figure, b.figure), sets.same(a.whole, b.whole)
    if same_name and not same_extent:
        return bool({a.value.stated.unit, b.value.stated.unit} & _LOOSE)
    years = "year" in (a.value.stated.unit, b.value.stated.unit)  # counted, they name a year
    return same_extent and not same_name and not years


def _other_weeks(a: Side, b: Side, days: Days) -> tuple[Meeting, ...]:
    """Which Tuesday a bare "Tuesday" is may be misread by a week; two such days are one.

    It is none that lies more than a week from the day on which it was printed.
    """
    if any(None in (one.whole.low, one.whole.high) for one in (a, b)):
        return ()  # a week earlier a bound would leave open any day at all
    if not sets.disjoint(a.whole, b.whole):
        return ()
    assumed = "the weekday does not say which week is meant"
    return (
        *(Meeting(one, b, "date", "date", assumed=assumed) for one in _weeks(a, days.a)),
        *(Meeting(a, one, "date", "date", assumed=assumed) for one in _weeks(b, days.b)),
    )


def _weeks(one: Side, published: datetime.datetime | None) -> Iterator[Side]:
    """A bare weekday as the one a week earlier and a week later, where it can be meant."""
    if not _bare_weekday(one):
        return
    for minutes in (-_WEEK_MINUTES, _WEEK_MINUTES):
        there = _other_week(one, minutes)
        if published is None or _is_within_a_week(there.whole, published):
            yield there


def _is_within_a_week(day: Interval, published: datetime.datetime) -> bool:
    if day.low is None:
        return False
    printed = Decimal((published.replace(tzinfo=None) - _EPOCH).days) * _DAY
    return abs(day.low - printed) < (_WEEK_DAYS + 1) * _DAY


def _other_week(one: Side, minutes: int) -> Side:
    there = _shifted(one, minutes)
    words = f"“{one.words}” is {interval_words(there.whole, 'date', 'date')}, a week away"
    return evolve(there, step=steps.spoken(there.step, words))


def _at_the_earliest(a: Side, b: Side) -> tuple[Meeting, ...]:
    """As in "not before the end of December" names that day as well as all that follow it."""
    if "not_before" not in (a.hedge, b.hedge) or a.hedge == b.hedge:
        return ()
    a, b = (named(one) if one.hedge == "not_before" else one for one in (a, b))
    return (Meeting(a, b, "date", "date"),)


def _bare_weekday(one: Side) -> bool:
    words = one.words.casefold()
    named = any(day.casefold() in words for day in calendar.day_name)
    return named and not any(char.isdigit() for char in words)


#: numbers that may be the year that a date is held against
_YEARS: Final = (1000, 9999)


def year_against_date(year: Side, date: Side, days: Days) -> Meetings:
    """A bare "1462" beside a date is a year."""
    number = year.nominal
    if (
        number is None
        or number != number.to_integral_value()
        or not _YEARS[0] <= number < _YEARS[1]
    ):
        return Apart("a number and a date cannot be compared")
    start, end = (
        Decimal((datetime.datetime(int(number) + more, 1, 1) - _EPOCH).days) * _DAY
        for more in (0, 1)
    )
    there = Interval(start, end)
    words = f"“{year.words}” is {interval_words(there, 'date', 'date')}"
    led = moved(year, "year", lambda _: there, None, words, unit="date")
    return (Meeting(evolve(led, hedge=None), _by_its_day(date), "date", "date"),)


def _shifted(one: Side, minutes: int) -> Side:
    if not minutes:
        return one
    offset = Decimal(minutes * 60)
    opened = interval_words(sets.shift(one.whole, offset), "date", "date")
    return moved(
        one, "shift", lambda interval: sets.shift(interval, offset), one.nominal,
        f"“{one.words}” is {opened} on the other's clock", numbers=(offset,),
    )  # fmt: skip


def _one_zone(a: Side, b: Side, days: Days, offset: int) -> Meetings:
    """Only one side says its zone: the other's may be the same, or that of its publisher."""
    likely = [offset, *(_published_offset(day) for day in (days.b, days.a))]
    found: list[Meeting] = []
    seen: set[int] = set()
    for place, minutes in enumerate((*likely, *_OFFSETS)):
        if minutes is None or minutes in seen:
            continue
        seen.add(minutes)
        there = _shifted(a, minutes - offset)
        assumed = None if minutes == offset else f"clocks there run at {utc_words(minutes)}"
        found.append(
            Meeting(
                there,
                b,
                "date",
                "date",
                changed=minutes != offset,
                assumed=assumed,
                likely=place < len(likely),
                told="" if minutes == offset else there.step.words,
            )
        )
    return tuple(found)


def _published_offset(published: datetime.datetime | None) -> int | None:
    offset = None if published is None else published.utcoffset()
    return None if offset is None else int(offset.total_seconds() // 60)


# --- durations and ages ---------------------------------------------------------------------------


def durations(a: Side, b: Side, days: Days) -> Meetings:
    """Two durations; months, years and decades by the calendar's own count where both are such."""
    one_unit = _is_special(a) == _is_special(b)  # academic years are not those of the calendar
    plain = Meeting(a, b, "duration", "second", exact=one_unit)
    if _counts_days(a, b) or _counts_days(b, a):
        return (evolve(plain, a=_with_last_day(a), b=_with_last_day(b)),)
    months_a, months_b = _months(a), _months(b)
    if months_a is None or months_b is None:
        return (plain,)
    return (evolve(plain, a=_in_months(a, months_a), b=_in_months(b, months_b)),)


def _with_last_day(one: Side) -> Side:
    """A range of dates by the number of days it counts, its first and last one counted in."""
    if one.nominal is not None:
        return one
    return moved(one, "both ends", lambda interval: interval, one.figure.high)


def _in_months(one: Side, months: Decimal) -> Side:
    return moved(one, "months", lambda interval: interval, months)


def _is_special(one: Side) -> bool:
    return " " in one.value.stated.unit


def _counts_days(one: Side, other: Side) -> bool:
    """Whether a number of days is that of a range of dates, its first and last day counted in."""
    days = one.value.stated.unit == "day" and not one.hedge
    return days and other.nominal is None and one.nominal in (other.figure.high,)


def _months(one: Side) -> Decimal | None:
    months = _CALENDAR_MONTHS.get(one.value.stated.unit)
    figure = one.value.stated.number
    return None if months is None or figure is None else figure * months


def age_against_duration(age: Side, duration: Side, days: Days) -> Meetings:
    """An age of six against six years: on the line of seconds."""
    number = duration.value.stated.number
    same = duration.value.stated.unit == "year" and number is not None and number == age.nominal
    nominal = number if same else None
    there = moved(age, "calendar", _years_as_seconds, nominal, unit="second")
    there = evolve(there, step=steps.spoken(there.step, _span_words(there)))
    length = evolve(duration, step=evolve(duration.step, number=None))
    if nominal is not None:
        length = moved(duration, "years", lambda interval: interval, nominal)
    return (
        Meeting(
            there,
            length,
            "duration",
            "second",
            changed=not same,
        ),
    )


def _span_words(one: Side) -> str:
    return f"“{one.words}” is {interval_words(one.whole, 'second', 'duration')}"


def _years_as_seconds(interval: Interval) -> Interval:
    low = None if interval.low is None else interval.low * _YEAR_LOW
    high = None if interval.high is None else interval.high * _YEAR_HIGH
    return Interval(low, high, interval.low_closed, interval.high_closed)


# --- spans counted from the day of publication ---------------------------------------------------


def duration_against_date(duration: Side, date: Side, days: Days) -> Meetings:
    """Eleven years against "since 2014": the span between the date and publication."""
    if any(other.unresolved for other in duration.value.alternatives):
        return Apart("the length is counted from an event whose day is not given")
    return _span(duration, _by_its_day(date), days)


def age_against_date(age: Side, date: Side, days: Days) -> Meetings:
    """A 42-year-old dam against "built in 1983": the years since, a birthday more or less."""
    years = moved(age, "calendar", _years_as_seconds, None, unit="second")
    wide = evolve(years, step=steps.widen(years.step, _YEAR_HIGH, _YEAR_HIGH))
    wide = evolve(wide, step=steps.spoken(wide.step, f"{_span_words(wide)}, a birthday either way"))
    return _span(wide, _by_its_day(date), days, slack=_SLACK_OF_BIRTHS)


def _span(span: Side, date: Side, days: Days, *, slack: Decimal = _SLACK) -> Meetings:
    published = days.b if days.b is not None else days.a
    if published is None:
        return Apart("a span and a date cannot be compared without the day of publication")
    today = _second(published)
    since = _mirror_around(date.whole, today)
    ahead = sets.shift(date.whole, -today)
    elapsed = since if _is_past(date.whole, today) else ahead
    step = (
        f"between “{date.words}” and {moment(today)} lie "
        f"{interval_words(elapsed, 'second', 'duration')}"
    )
    lapse = moved(date, "elapsed", lambda _: elapsed, None, step, unit="second", numbers=(today,))
    there = evolve(lapse, hedge=None)
    ours = _give_or_take(span)
    return (
        Meeting(
            ours,
            there,
            "duration",
            "second",
            changed=True,
            exact=False,
            derived=True,
            derived_exactly=_exactly(span, date, today),
            slack=slack,
            told=step,
        ),
    )


def _give_or_take(span: Side) -> Side:
    """A length of weeks or more need not begin on the very day of publication."""
    if span.whole.low is None or span.whole.low < 10 * _DAY:
        return span
    wide = steps.widen(span.step, 3 * _DAY, 3 * _DAY)
    there = evolve(span, step=wide)
    words = f"{_span_words(there)}, give or take three days"
    return evolve(span, step=steps.spoken(wide, words))


def _exactly(span: Side, date: Side, today: Decimal) -> bool:
    """Whether years or days counted off the day of publication give the very year or day named."""
    number, unit = span.value.stated.number, span.value.stated.unit
    if span.hedge or number is None or date.whole.low is None or date.whole.high is None:
        return False
    width = date.whole.high - date.whole.low
    if unit == "day" and width == _DAY:
        return abs(date.whole.low - today) == number * _DAY
    whole_year = _YEAR_LOW <= width <= _YEAR_HIGH
    return unit == "year" and whole_year and abs(_year(date.whole.low) - _year(today)) == number


def _year(second: Decimal) -> int:
    return (_EPOCH + datetime.timedelta(seconds=int(second))).year


def _second(published: datetime.datetime) -> Decimal:
    day = datetime.datetime.combine(published.date(), datetime.time())
    return Decimal((day - _EPOCH).days) * _DAY


def _is_past(interval: Interval, today: Decimal) -> bool:
    end = interval.low if interval.low is not None else interval.high
    return end is not None and end <= today


def _mirror_around(interval: Interval, today: Decimal) -> Interval:
    """The distance back from the end of the day of publication."""
    tomorrow = today + _DAY
    low = None if interval.high is None else max(today - interval.high, Decimal(0))
    high = None if interval.low is None else tomorrow - interval.low
    return Interval(low, high, True, True)
