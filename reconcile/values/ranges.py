"""Tokens in, a range of dates out: "June 17 to 19", "between 2018 and 2023", "9am to 5pm"."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.values import clockfigures
from reconcile.values.clock import clock_at
from reconcile.values.dayfields import DASHES, Named, NameReader, day_at, full_year_at, year_behind
from reconcile.values.numbers import is_number_word
from reconcile.values.stream import Stream, joined, kind_at, word_at
from reconcile.values.timenames import At, Calendar, Holiday, Name, Range, Span, Whole
from reconcile.values.yearwords import is_old, year_number

#: a range does not end so few months before it begins
_MONTHS_BACK: Final = 3
_TO: Final = frozenset(("to", "until", "till", "through", "thru"))


def range_at(
    stream: Stream, index: int, low: Named | None, read: NameReader, *, between: bool = False
) -> Named | None:
    """The range that begins at a token, ``low`` its first name; ``between`` asks for "and"."""
    if low is None and between and word_at(stream, index) == "now":
        low = Named(Whole("day"), index + 1)
    if low is None:
        return _from_number(stream, index, read, between=between)
    return _joined(stream, low, read, between)


def _joint(stream: Stream, index: int, *, between: bool) -> int | None:
    """The index behind "to", a dash, or "and" after "between"."""
    word = word_at(stream, index)
    if word in _TO or (between and word == "and"):
        return index + 1
    return index + 1 if word in DASHES and not between else None


def _joined(stream: Stream, low: Named, read: NameReader, between: bool) -> Named | None:
    start = _joint(stream, low.last, between=between)
    name = low.name
    if start is None:
        return _next_day(stream, name, low.last)
    if isinstance(name, Calendar) and name.month is not None and name.day is not None:
        day = day_at(stream, start)
        if (
            day is not None
            and word_at(stream, day[1]) != "/"
            and (kind_at(stream, start) == "number" or day[2])
            and not _is_month_next(stream, day[1], read, start)
        ):
            return _same_month(stream, name, day)
    high = read(stream, start)
    if high is None and word_at(stream, start) == "now":
        high = Named(Whole("day"), start + 1)
    if high is None or not _fit(name, high.name) or _goes_back(name, high.name):
        return None
    if word_at(stream, low.last) in DASHES and _is_aside(name, high.name):
        return None
    high = _with_year_behind(stream, name, high)
    return Named(_unify(name, high.name), high.last)


def _with_year_behind(stream: Stream, low: Name, high: Named) -> Named:
    """As in "the July-September quarter of 2026", "the January to March period of 2026"."""
    name, last = high.name, high.last
    months = isinstance(low, Calendar) and (low.year, low.day) == (None, None)
    if not (months and isinstance(name, Calendar)) or (name.year, name.day) != (None, None):
        return high
    if word_at(stream, last) not in ("quarter", "period") or name.month is None:
        return high
    year = year_behind(stream, last + 1)
    return high if year is None else Named(evolve(name, year=year[0]), year[1])


def _is_aside(low: Name, high: Name) -> bool:
    """As in "born in 1947 – the same year as": behind a dash the sentence goes on, but to now."""
    now = isinstance(high, Whole) and (high.unit, high.count, high.start) == ("day", 0, "now")
    return type(low) is not type(high) and isinstance(high, Whole) and not now


def _goes_back(low: Name, high: Name) -> bool:
    """As in "brought forward from 14 June to 12 June": no stretch of time."""
    if not (isinstance(low, Calendar) and isinstance(high, Calendar)):
        return False
    if low.year or high.year or not (low.month and low.day and high.month and high.day):
        return False
    back = (low.month, low.day) > (high.month, high.day)
    return back and low.month - high.month < _MONTHS_BACK


def _next_day(stream: Stream, name: Name, last: int) -> Named | None:
    """As in "April 8 and 9": two days that follow each other."""
    if not isinstance(name, Calendar) or name.month is None or name.day is None:
        return None
    listed = _listed(stream, (name.day, last, False)) or (last, name.day)
    if word_at(stream, listed[0]) != "and" or kind_at(stream, listed[0] + 1) != "number":
        return None
    day = day_at(stream, listed[0] + 1)
    if day is None or day[0] != listed[1] + 1 or kind_at(stream, day[1]) == "word":
        return None
    if word_at(stream, day[1]) in DASHES and kind_at(stream, day[1] + 1) == "number":
        return None  # "12 and 13-15 December"
    return _same_month(stream, name, day)


def _is_month_next(stream: Stream, last: int, read: NameReader, start: int) -> bool:
    """Whether the second day has a month of its own: "28 July to 9 August"."""
    found = read(stream, start)
    return found is not None and isinstance(found.name, Calendar) and found.name.month is not None


def _same_month(stream: Stream, name: Calendar, day: tuple[int, int, bool]) -> Named | None:
    """As in "June 17 to 19", "June 17-19, 2025"."""
    if not day[0] > (name.day or 0):
        return None
    last = day[1]
    year = full_year_at(stream, last + (word_at(stream, last) == ","))
    found = year[0] if year is not None and name.year is None else name.year
    low = evolve(name, year=found)
    return Named(
        Range(low, Calendar(year=found, month=name.month, day=day[0])), year[1] if year else last
    )


def _from_number(stream: Stream, index: int, read: NameReader, *, between: bool) -> Named | None:
    """As in "27 to 29 April", "between 960 and 1020", "5 to 6pm"."""
    if (
        kind_at(stream, index) != "number"
        and word_at(stream, index) not in ("the",)
        and day_at(stream, index) is None
        and not is_number_word(word_at(stream, index))
    ):
        return None
    start = index + 1 if word_at(stream, index) == "the" else index
    if joined(stream, start) and word_at(stream, start - 1) not in ("(", '"', "“"):
        return None
    day = day_at(stream, start)
    last = day[1] if day is not None else start + 1
    if word_at(stream, last) == ":" and joined(stream, last):
        return _from_clock(stream, start, read, between=between)
    joint = _joint(stream, last, between=between)
    listed = _listed(stream, day) if joint is None and day is not None else None
    if listed is not None:
        last, day_last = listed
    pair = joint is None and word_at(stream, last) == "and" and day is not None
    joint = last + 1 if pair else joint
    if joint is None:
        return None
    high = read(stream, joint)
    if pair and not (
        high is not None
        and isinstance(high.name, Calendar)
        and day is not None
        and high.name.month is not None
        and high.name.day == (day[0] if listed is None else day_last) + 1
    ):
        return _apart(stream, start, day, high)
    if high is None:
        return _old_years(stream, start, joint, between=between)
    if isinstance(high.name, Calendar):
        return _days_or_years(stream, start, high, day)
    if isinstance(high.name, At):
        return _hours(stream, start, high)
    return None


def _apart(
    stream: Stream, start: int, day: tuple[int, int, bool] | None, high: Named | None
) -> Named | None:
    """As in "on 3 and 17 June": the first of two days that do not follow each other."""
    name = None if high is None else high.name
    if day is None or not isinstance(name, Calendar) or name.day is None or name.month is None:
        return None
    cued = word_at(stream, start - 1) in ("on", "for") and day[0] < name.day
    return Named(Calendar(year=name.year, month=name.month, day=day[0]), day[1]) if cued else None


def _listed(stream: Stream, day: tuple[int, int, bool]) -> tuple[int, int] | None:
    """The index behind days that follow one another, and the last: "15, 16" in "15, 16 and 17"."""
    number, last, _ = day
    while word_at(stream, last) == "," and kind_at(stream, last + 1) == "number":
        following = day_at(stream, last + 1)
        if following is None or following[0] != number + 1:
            return None
        number, last = following[0], following[1]
    return (last, number) if number != day[0] else None


def _from_clock(stream: Stream, start: int, read: NameReader, *, between: bool) -> Named | None:
    """As in "3:00 to 4:00 p.m.", "from 9:30 to noon"."""
    low = clockfigures.minutes_at(stream, start)
    joint = None if low is None else _joint(stream, low.last, between=between)
    high = None if joint is None else read(stream, joint)
    if high is None and joint is not None:
        second = clockfigures.minutes_at(stream, joint)
        high = None if second is None else Named(At(second.clock), second.last)
    return _hours(stream, start, high) if high is not None and isinstance(high.name, At) else None


def _days_or_years(
    stream: Stream, start: int, high: Named, day: tuple[int, int, bool] | None
) -> Named | None:
    name = high.name
    assert isinstance(name, Calendar)
    if name.day is not None and name.month is not None and day is not None and name.other is None:
        low = Calendar(year=name.year, month=name.month, day=day[0])
        return Named(Range(low, name), high.last) if day[0] <= name.day else None
    if name.year is not None and name.year < 1:
        ago = year_number(word_at(stream, start), before_christ=True)
        earlier = ago is not None and 1 - ago < name.year
        return Named(Range(Calendar(year=1 - ago), name), high.last) if earlier and ago else None
    year = _plain_year(stream, start)
    if (
        name.month is None
        and name.weekday is None
        and name.year is not None
        and year is not None
        and year < name.year
    ):
        return Named(Range(Calendar(year=year), name), high.last)
    return None


def _plain_year(stream: Stream, index: int) -> int | None:
    word = word_at(stream, index)
    return int(word) if word.isdecimal() and len(word) in (3, 4) and word[0] != "0" else None


def _old_years(stream: Stream, start: int, joint: int, *, between: bool) -> Named | None:
    """As in "between 960 and 1020": two bare years, where nothing is counted by them."""
    low, high = _plain_year(stream, start), _plain_year(stream, joint)
    if low is None or high is None or not low < high < 2200 or high - low > 400:
        return None
    behind = word_at(stream, joint + 1)
    if kind_at(stream, joint + 1) in ("word", "number") and behind not in (
        "and",
        "or",
        "but",
        "when",
        "by",
        "in",
        "with",
    ):
        return None
    if behind in ("%", "°", *DASHES) or joined(stream, joint + 1) and behind in (":", "/"):
        return None
    if not (low >= 1000 or is_old(stream, start)):
        return None
    if low >= 1000 and not (low >= 1000 and high < 2100 and (low % 100 or high % 100)):
        return None
    return Named(Range(Calendar(year=low), Calendar(year=high)), joint + 1)


def _hours(stream: Stream, start: int, high: Named) -> Named | None:
    """As in "5 to 6pm": the first hour takes its half of the day from the second."""
    assert isinstance(high.name, At)
    low = clockfigures.minutes_at(stream, start) or clock_at(stream, start)
    if low is None or low.clock.second > 13 * 3600:
        return None
    second = low.clock.second
    if high.name.clock.second >= 12 * 3600 and low.clock.open:
        moved = second % (12 * 3600) + 12 * 3600
        second = moved if moved <= high.name.clock.second else second
    open_ = low.clock.open and high.name.clock.open
    at = At(evolve(low.clock, second=second, open=open_), high.name.day)
    return Named(Range(at, high.name), high.last)


def _same_half(low: At, high: At) -> At:
    """As in "2:00 to 2:30 pm": an open hour lies in the half of the day that the second names."""
    second = low.clock.second
    if not low.clock.open or high.clock.open:
        return low
    later = second % (12 * 3600) + 12 * 3600
    if later <= high.clock.second:
        return evolve(low, clock=evolve(low.clock, second=later, open=False))
    return evolve(low, clock=evolve(low.clock, open=False))


# --- two names --------------------------------------------------------------------------------


def _fit(low: Name, high: Name) -> bool:
    """Whether two names are of a sort that a range can join."""
    if isinstance(low, Calendar) and isinstance(high, Calendar):
        if low.weekday is not None and low.month is None:
            return high.weekday is not None or high.day is not None
        if low.month is None:
            dated = high.month is None or (low.year is not None and high.year is not None)
            return dated and high.weekday is None
        return high.month is not None or high.year is not None
    if isinstance(low, At):
        return isinstance(high, At)
    dates = (Calendar, Span, Whole, Holiday)
    same = type(low) is type(high)
    return same or (isinstance(low, dates) and isinstance(high, dates)) or _is_portion(low, high)


def _is_portion(low: Name, high: Name) -> bool:
    return type(low).__name__ == "Portion" or type(high).__name__ == "Portion"


def _unify(low: Name, high: Name) -> Range:
    """What one end lacks it takes from the other: "January to September 2025"."""
    if isinstance(low, Calendar) and isinstance(high, Calendar):
        if low.year is None and high.year is not None and low.month is not None:
            after = (low.month, low.day or 0) > (high.month or 12, high.day or 31)
            low = evolve(low, year=high.year - after)
        elif high.year is None and low.year is not None and high.month is not None:
            before = (high.month, high.day or 31) < (low.month or 1, low.day or 0)
            high = evolve(high, year=low.year + before)
    if isinstance(low, At) and isinstance(high, At):
        low = _same_half(low, high)
        if low.day is None and high.day is not None:
            low = evolve(low, day=high.day)
        elif high.day is None and low.day is not None:
            high = evolve(high, day=low.day)
    return Range(low, high)
