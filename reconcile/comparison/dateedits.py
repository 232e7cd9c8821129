"""A date in, the dates that it becomes when day, month, year or weekday is put right out."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import Interval, Value
from reconcile.records import evolve
from reconcile.values import sets

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY: Final = 86_400
_WEEK: Final = 7 * _DAY
_YEAR: Final = 367 * _DAY
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY: Final = patterns.compile(
    r"\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.I
)
_CLOCK: Final = patterns.compile(r"\b[ap]\.?m\b", re.I)
_YEARS: Final = patterns.compile(r"\b(?:1\d|20)\d\d\b(?!\s*(?:GMT|UTC|h\b))|['’/-]\d\d\b")
_NUMBER: Final = patterns.compile(r"\d+")
_DECADE: Final = 10
Move = Callable[[datetime.datetime], datetime.datetime | None]


def date_edits(value: Value, text: str) -> Iterator[tuple[str, Value]]:
    """The slip's name and the date without it."""
    named = value.since if value.since is not None else value.named
    start, width = _moment(named.low), sets.width(named)
    if start is None or width is None:
        return
    for rule, move in _moves(start, width, text):
        edited = _moved(value, move)
        if edited is not None:
            yield rule, edited


def _moves(start: datetime.datetime, width: Decimal, text: str) -> Iterator[tuple[str, Move]]:
    if width <= _DAY and str(start.day) in _NUMBER.findall(text):
        yield from _other_day(start, text)
    if width <= _DAY and _CLOCK.search(text):
        hours = 12 if start.hour < 12 else -12
        yield "noon", functools.partial(_later, hours=hours)
    for years in (-1, 1, -_DECADE, _DECADE):
        if width <= _YEAR and (abs(years) == 1 or width > _WEEK) and _YEARS.search(text):
            yield "year", functools.partial(_in_other_year, years=years)
    named = _WEEKDAY.search(text)
    if width <= _DAY and named and _NUMBER.search(text):
        yield from _own_weekday(start, _WEEKDAYS.index(named[1].lower()[:3]))


def _other_day(start: datetime.datetime, text: str) -> Iterator[tuple[str, Move]]:
    if start.day != start.month:
        for year in (start.year, start.year - 1, start.year + 1):
            swapped = _replaced(start, year=year, month=start.day, day=start.month)
            yield from _to(start, swapped, "calendar")
    day = str(start.day)
    if len(day) > 1 and day[::-1] != day:
        yield from _to(start, _replaced(start, day=int(day[::-1])), "transposed")
    for months in (-1, 1):
        index = start.month - 1 + months
        year, month = start.year + index // 12, index % 12 + 1
        yield from _to(start, _replaced(start, year=year, month=month), "month")
    for days in (-7, 7):
        yield "week", functools.partial(_later, days=days)


def _own_weekday(start: datetime.datetime, weekday: int) -> Iterator[tuple[str, Move]]:
    """The nearest day that the weekday in the same words fits."""
    for days in (-3, -2, -1, 1, 2, 3):
        moved = start + datetime.timedelta(days=days)
        if moved.weekday() == weekday != start.weekday():
            yield "weekday", functools.partial(_later, days=days)


def _to(
    start: datetime.datetime, there: datetime.datetime | None, rule: str
) -> Iterator[tuple[str, Move]]:
    if there is not None:
        yield rule, functools.partial(_later, days=(there - start).days)


# --- moving -----------------------------------------------------------------------------------


def _later(when: datetime.datetime, *, days: int = 0, hours: int = 0) -> datetime.datetime | None:
    return when + datetime.timedelta(days=days, hours=hours)


def _in_other_year(when: datetime.datetime, *, years: int) -> datetime.datetime | None:
    return _replaced(when, year=when.year + years)


def _replaced(start: datetime.datetime, **fields: int) -> datetime.datetime | None:
    try:
        return start.replace(**fields)  # type: ignore[arg-type]
    except ValueError:
        return None


def _moment(second: Decimal | None) -> datetime.datetime | None:
    if second is None:
        return None
    try:
        return _EPOCH + datetime.timedelta(seconds=int(second))
    except OverflowError:
        return None


def _moved(value: Value, move: Move) -> Value | None:
    """The date with both ends of its sets moved; ``None`` where an end has nowhere to go."""
    if value.since is not None:
        since = _interval(value.since, move)
        return None if since is None else evolve(value, since=since)
    interval, named = _interval(value.interval, move), _interval(value.named, move)
    if interval is None or named is None:
        return None
    return evolve(value, interval=interval, named=named)


def _interval(interval: Interval, move: Move) -> Interval | None:
    ends = []
    for end in (interval.low, interval.high):
        moment = _moment(end)
        there = None if moment is None else move(moment)
        if end is not None and there is None:
            return None
        ends.append(None if there is None else Decimal(int((there - _EPOCH).total_seconds())))
    return evolve(interval, low=ends[0], high=ends[1])
