"""Calendar arithmetic against the standard library, and holidays against known days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values import calendar
from reconcile.values.calendar import DAY, Stretch
from reconcile.values.timespans import portion

EPOCH = datetime.date(1970, 1, 1)
DATES = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 1))


@given(DATES)
def test_day_numbers_are_those_of_the_standard_library(date: datetime.date) -> None:
    number = calendar.day_number(date.year, date.month, date.day)
    assert number == (date - EPOCH).days
    assert calendar.civil(number) == (date.year, date.month, date.day)
    assert calendar.weekday(number) == date.weekday()


@given(DATES, st.integers(-300, 300))
def test_moving_by_months_keeps_or_cuts_the_day(date: datetime.date, count: int) -> None:
    number = calendar.day_number(date.year, date.month, date.day)
    year, month, day = calendar.civil(calendar.shift_months(number, count))
    assert year * 12 + month == date.year * 12 + date.month + count
    assert day == min(date.day, calendar.month_length(year, month))


@given(DATES)
def test_months_follow_each_other(date: datetime.date) -> None:
    this = calendar.months(date.year, date.month)
    assert calendar.months(date.year, date.month + 1).start == this.end
    assert this.end - this.start == calendar.month_length(date.year, date.month) * DAY


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1961, 4, 2), (1999, 4, 4), (2000, 4, 23), (2008, 3, 23), (2025, 4, 20), (2038, 4, 25)],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert calendar.civil(calendar.easter(year)) == (year, month, day)


@pytest.mark.parametrize(
    ("month", "weekday", "nth", "day"), [(11, 3, 4, 27), (9, 0, 1, 1), (5, 0, -1, 26)]
)
def test_nth_weekday_of_2025(month: int, weekday: int, nth: int, day: int) -> None:
    assert calendar.civil(calendar.nth_weekday(2025, month, weekday, nth)) == (2025, month, day)


@pytest.mark.parametrize("which", ["early", "start", "mid", "late", "end"])
@pytest.mark.parametrize(
    "of",
    [calendar.day(2025, 5, 6), calendar.months(2025, 2), calendar.years(2025),
     calendar.years(1990, 10), calendar.days(20_000, 7), calendar.months(2025, 4, 3)],
)  # fmt: skip
def test_a_portion_lies_within(which: str, of: Stretch) -> None:
    part = portion(which, of)
    assert of.start <= part.start < part.end <= of.end
