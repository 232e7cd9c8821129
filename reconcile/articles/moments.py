"""A line of a page in, the dates printed in it out: day, clock time and zone, with spans."""

from __future__ import annotations

import datetime
import functools
import re
from typing import Final

from reconcile import patterns
from reconcile.articles.vocabulary import rules_of
from reconcile.articles.zones import offset_minutes, zone_pattern
from reconcile.tuples import NamedTuple

#: zones in which 3/12 is the twelfth of March
_MONTH_FIRST: Final = patterns.compile(r"\b(?:[ECMP][SD]?T|AK[SD]T|HST)\b")


class Moment(NamedTuple):
    """A printed date: what it names, and where it stands."""

    start: int
    end: int
    #: ``None`` where the year is not printed
    year: int | None
    month: int
    day: int
    time: datetime.time | None = None
    offset_minutes: int | None = None
    #: whether 3/12 could have been read the other way round
    ambiguous: bool = False

    @property
    def published(self) -> datetime.datetime | None:
        """The moment with its offset (0 where no zone is printed); ``None`` without a year."""
        if self.year is None:
            return None
        zone = datetime.timezone(datetime.timedelta(minutes=self.offset_minutes or 0))
        clock = self.time or datetime.time()
        return datetime.datetime.combine(
            datetime.date(self.year, self.month, self.day), clock, tzinfo=zone
        )


@functools.cache
def month_numbers() -> dict[str, int]:
    """Every spelling of a month's name, in lower case, to its number."""
    return {
        name: number
        for number, names in enumerate(rules_of("published")["months"], 1)
        for name in names
    }


@functools.cache
def _date_pattern() -> re.Pattern[str]:
    month = "|".join(sorted(month_numbers(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"""
          (?<![\d/.-]) (?P<y1>(?:19|20)\d\d) [-/.] (?P<m1>\d\d?) [-/.] (?P<d1>\d\d?) (?![\d/])
        | (?<![\d/.-]) (?P<n1>\d\d?) (?P<sep>[/.-]) (?P<n2>\d\d?) (?P=sep)
          (?P<y2>(?:19|20)\d\d) (?![\d/])
        | (?<!\w) (?P<d3>\d\d?)(?:st|nd|rd|th)? (?:\s+of)? [\s-]+ (?P<m3>{month})\b \.?
          (?: ,? [\s-]+ (?P<y3>(?:19|20)\d\d) \b (?!\s*-?%) )?
        | \b (?P<m4>{month})\b \.? \s+ (?P<d4>\d\d?)(?:st|nd|rd|th)? (?![\d:]|[.]\d)
          (?: ,? \s+ (?P<y4>(?:19|20)\d\d) (?:\b|(?=\d\d?:\d\d\s*[ap]\.?m)) )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@functools.cache
def _clock_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: (?<![\d.,/-]) | (?<=,\s20\d\d) | (?<=\d\s20\d\d) )
        (?: (?P<h1>\d\d?) [:.h] (?P<min1>\d\d) (?::(?P<s1>\d\d)(?:\.\d+)?)?
          | (?P<h2>\d\d?) (?=\s*[ap]\.?m)
          | (?P<h3>[0-2]\d)(?P<min3>[0-5]\d) (?=\s*(?:hrs\b|hours\b|UTC|GMT|Z\b)) )
        (?! \d | [.:]\d )
        \s* (?: (?P<half>[ap])\.?m\b\.? )?
        (?: \s*(?:hrs|hours)\b )?
        (?: \s* [(,]? \s* (?P<zone> (?:UTC|GMT)\s*[+−-]\s*\d{{1,2}}(?::?\d\d)?
                 | (?:{zone_pattern()})\b | [+−-]\d\d:?\d\d\b ) \s*\)? )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _clock(match: re.Match[str]) -> datetime.time | None:
    hour = int(match["h1"] or match["h2"] or match["h3"])
    minute = int(match["min1"] or match["min3"] or 0)
    half = (match["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    second = int(match["s1"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return datetime.time(hour, minute, second)


def _year_month_day(match: re.Match[str], line: str) -> tuple[int | None, int, int, bool]:
    if match["y1"]:
        return int(match["y1"]), int(match["m1"]), int(match["d1"]), False
    if match["n1"]:
        first, second = int(match["n1"]), int(match["n2"])
        ambiguous = first <= 12 and second <= 12 and first != second
        month_first = second > 12 or (ambiguous and _MONTH_FIRST.search(line) is not None)
        month, day = (first, second) if month_first else (second, first)
        return int(match["y2"]), month, day, ambiguous
    named = ("y3", "m3", "d3") if match["m3"] else ("y4", "m4", "d4")
    printed_year, name, printed_day = match.group(*named)
    year = int(printed_year) if printed_year else None
    return year, month_numbers()[name.lower()], int(printed_day), False


def _is_day(year: int | None, month: int, day: int) -> bool:
    try:
        datetime.date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _beside(line: str, date: re.Match[str], clocks: list[re.Match[str]]) -> re.Match[str] | None:
    """The clock time that stands right behind a date, or else right in front of it."""
    behind = [c for c in clocks if 0 <= c.start() - date.end() <= 12 and _is_joint(line, date, c)]
    before = [c for c in clocks if 0 <= date.start() - c.end() <= 18 and _is_joint(line, c, date)]
    return behind[0] if behind else before[-1] if before else None


def _is_joint(line: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether nothing but marks, "at" or a weekday stands between a date and a clock time."""
    between = re.findall(r"\w+", line[left.end() : right.start()].lower())
    allowed = rules_of("published")["weekdays"]
    return all(word in ("at", "t", "on") or word in allowed for word in between)


def find_moments(line: str) -> list[Moment]:
    """The dates of a line in order, each with the clock time and zone beside it."""
    dates = list(_date_pattern().finditer(line))
    if not dates:
        return []
    clocks = [match for match in _clock_pattern().finditer(line) if _clock(match) is not None]
    moments = []
    for date in dates:
        year, month, day, ambiguous = _year_month_day(date, line)
        if not _is_day(year, month, day):
            continue
        free = [c for c in clocks if c.end() <= date.start() or c.start() >= date.end()]
        clock = _beside(line, date, free)
        offset = None
        if clock is not None and clock["zone"]:
            offset = offset_minutes(clock["zone"], datetime.date(year or 2024, month, day))
        moments.append(
            Moment(
                start=min(date.start(), clock.start()) if clock else date.start(),
                end=max(date.end(), clock.end()) if clock else date.end(),
                year=year,
                month=month,
                day=day,
                time=_clock(clock) if clock else None,
                offset_minutes=offset,
                ambiguous=ambiguous,
            )
        )
    return moments
