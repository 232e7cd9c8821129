"""Tokens in, portions of periods out: "late May", "the first week of April", "year-end"."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.values import daytimes
from reconcile.values.countedlengths import length_at
from reconcile.values.dayfields import DASHES, Named, NameReader, day_at
from reconcile.values.daylists import listed_at
from reconcile.values.modifiers import modified
from reconcile.values.periodwords import span_at
from reconcile.values.stream import Stream, joined, kind_at, word_at
from reconcile.values.timenames import (
    At,
    Calendar,
    DayPart,
    Era,
    Holiday,
    Portion,
    Range,
    Season,
    Shifted,
    Span,
    Whole,
)
from reconcile.values.timewords import time_words
from reconcile.values.whichwords import which_at

_NEEDS_OF: Final = frozenset(("end", "start", "mid"))
_OF_THE: Final = frozenset(
    ("day", "week", "month", "quarter", "year", "decade", "century", "season", "weekend")
)


def day_only(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "by the 18th", "on the 10th of last month", "on the 3rd and 9th of May"."""
    listed = listed_at(stream, index + 1, read) if word_at(stream, index) == "the" else None
    if listed is not None:
        return listed
    found = daytimes.bare_day_at(stream, index)
    if found is None:
        return _of_month(stream, index, read)
    if word_at(stream, found.last) != "of":
        return found
    within = which_at(stream, found.last + 1, read)
    month = within is not None and isinstance(within.name, Whole) and within.name.unit == "month"
    if within is None or not month or not isinstance(found.name, Calendar):
        return None
    return Named(evolve(found.name, within=within.name), within.last)


def _of_month(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "on the 14th last month"."""
    day = day_at(stream, index + 1) if word_at(stream, index) == "the" else None
    if day is None or not day[2] or word_at(stream, day[1]) not in ("last", "this", "next"):
        return None
    month = which_at(stream, day[1], read)
    if month is None or not isinstance(month.name, Whole) or month.name.unit != "month":
        return None
    return Named(Calendar(day=day[0], within=month.name), month.last)


def portion_at(stream: Stream, index: int, read: NameReader, core: NameReader) -> Named | None:
    """As in "late May", "mid-2027", "the end of the year", "early on Tuesday"."""
    which = time_words().portion[word_at(stream, index)]
    start = index + 1
    dashed = word_at(stream, start) in DASHES and joined(stream, start)
    if dashed:
        start += 1
    part = word_at(stream, start)
    if part in time_words().part and which in ("early", "late", "mid"):
        return daytimes.part_at(stream, start, read, portion=which)
    link = word_at(stream, start)
    if (
        which in _NEEDS_OF
        and not dashed
        and link != "of"
        and (
            word_at(stream, index) not in ("end", "mid", "start")
            or kind_at(stream, start) != "number"
        )
        and word_at(stream, index) != "mid"
    ):
        return None
    if link in ("of", "in", "on"):
        start += 1
    if (
        word_at(stream, index - 2) == "at"
        and tuple(stream.words[start : start + 2])
        == (
            "the",
            "day",
        )
        and word_at(stream, index) == "end"
    ):  # "at the end of the day, it is about trust"
        return None
    nested = word_at(stream, start + (word_at(stream, start) == "the")) in time_words().portion
    inner = of_the(stream, start) or (read(stream, start) if nested else core(stream, start))
    if inner is None or isinstance(inner.name, (At, Shifted)):
        return None
    if isinstance(inner.name, DayPart):
        return Named(evolve(inner.name, portion=which), inner.last)
    inner = modified(stream, inner, read, clock=False)
    return Named(Portion(which, inner.name), inner.last)


_WEEK_OF: Final = frozenset(("of", "beginning", "starting", "commencing"))


def counted_portion_at(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "first week of April", "the last three weeks of May", "week of March 3"."""
    word = word_at(stream, index)
    if word in ("week", "weekend") and word_at(stream, index + 1) in _WEEK_OF:
        day = daytimes.day_name(stream, index + 2, read) or day_only(stream, index + 2, read)
        if day is not None and isinstance(day.name, (Calendar, Holiday)):
            return Named(Portion("of:1", day.name), day.last)
        return None
    ordinal = _ordinal(stream, index)
    if ordinal is None or word_at(stream, index - 1) in time_words().owner:
        return None  # "sold 300,000 copies in its first week in September"
    number, last = ordinal
    weekday = time_words().weekday.get(word_at(stream, last))
    if weekday is not None and -2 < number < 6:
        return _nth_weekday(stream, weekday, number, last + 1, read)
    full = word_at(stream, last) in ("full", "whole")
    length = length_at(stream, last + full)
    count = 1
    if length is not None and length.low > 1 and number in (1, -1):
        unit, count, last = length.unit, length.low, length.last
    else:
        noun = word_at(stream, last + full)
        unit = "half" if noun == "half" else time_words().unit.get(noun, "")
        last += full + 1
    if unit not in ("week", "day", "month", "weekend", "half") or word_at(stream, last) not in (
        "of",
        "in",
    ):
        return None
    of = of_the(stream, last + 1) or read(stream, last + 1)
    if of is None or not isinstance(of.name, (Calendar, Whole, Span, Era, Season)):
        return None
    monthly = isinstance(of.name, Calendar) and of.name.month is not None
    if unit == "half" and not (monthly or isinstance(of.name, Era) and of.name.count > 1):
        return None  # halves of years are read elsewhere
    if unit == "month" and (count > 1 or number < 0):
        return None if number < 0 else Named(Span(count, 1, within=of.name), of.last)
    key = "full" if full and unit == "week" else "week" if unit == "weekend" else unit
    return Named(Portion(f"{key}:{number}", of.name, count), of.last)


def _nth_weekday(
    stream: Stream, weekday: int, number: int, last: int, read: NameReader
) -> Named | None:
    """As in "the first Monday of September", "the last Thursday of the month"."""
    if word_at(stream, last) in ("before", "after") and number > 0:
        return weekday_beside(stream, weekday, number, last, read)
    if word_at(stream, last) not in ("of", "in"):
        return None
    of = of_the(stream, last + 1) or read(stream, last + 1)
    month = isinstance(of.name, Calendar) and of.name.month is not None if of else False
    whole = of is not None and isinstance(of.name, Whole) and of.name.unit == "month"
    if of is None or not (month or whole):
        return None
    return Named(Portion(f"weekday{weekday}:{number}", of.name), of.last)


def weekday_beside(
    stream: Stream, weekday: int, number: int, last: int, read: NameReader
) -> Named | None:
    """As in "the first Sunday after Easter", "the Saturday before 25 December"."""
    of = read(stream, last + 1)
    dated = of is not None and isinstance(of.name, Calendar) and None not in (
        of.name.month, of.name.day,
    )  # fmt: skip
    counted = of is not None and isinstance(of.name, Portion) and "weekday" in of.name.which
    if of is None or not (dated or counted or isinstance(of.name, Holiday)):
        return None
    return Named(Portion(f"{stream.words[last]}{weekday}:{number}", of.name), of.last)


def _ordinal(stream: Stream, index: int) -> tuple[int, int] | None:
    found = day_at(stream, index)
    if found is not None and found[2]:
        return found[0], found[1]
    number = time_words().ordinal.get(word_at(stream, index))
    return (number, index + 1) if number is not None else None


def of_the(stream: Stream, index: int) -> Named | None:
    """As in "of the year", "in the day": the unit that holds now, or the day last named."""
    the = word_at(stream, index) == "the"
    if not the and word_at(stream, index - 1) != "of":
        return None
    last = index + the
    fiscal = word_at(stream, last) in time_words().fiscal
    last += fiscal
    if word_at(stream, last) in ("same", "following", "previous"):
        return None
    unit = time_words().unit.get(word_at(stream, last))
    if unit not in _OF_THE or word_at(stream, last).endswith("s"):
        return None
    start = "thread" if unit == "day" else "now"
    return Named(Whole(unit, 0, start, fiscal), last + 1)


def fiscal_span_at(stream: Stream, index: int) -> Named | None:
    """As in "fiscal first quarter", "fiscal third-quarter results"."""
    if word_at(stream, index) not in time_words().fiscal:
        return None
    found = span_at(stream, index + 1)
    if found is None or not isinstance(found.name, Span):
        return None
    return Named(evolve(found.name, fiscal=True), found.last)


def to_date(stream: Stream, index: int) -> Named | None:
    """As in "year to date", "in the year-to-date": from its beginning to today."""
    unit = time_words().unit.get(word_at(stream, index))
    between = [word for word in stream.words[index + 1 : index + 5] if word not in DASHES][:2]
    if unit not in ("year", "month", "quarter") or between != ["to", "date"]:
        return None
    last = index + 1 + stream.words[index + 1 : index + 5].index("date") + 1
    return Named(Range(Portion("start", Whole(unit)), Whole("day")), last)


def year_end_at(stream: Stream, index: int) -> Named | None:
    """As in "year-end", "month-end"."""
    unit = time_words().unit.get(word_at(stream, index))
    possessive = word_at(stream, index + 1) in ("'", "’") and word_at(stream, index + 2) == "s"
    if unit in ("year", "month") and possessive and word_at(stream, index + 3) == "end":
        return Named(Portion("end", Whole(unit)), index + 4)
    if (
        unit in ("year", "month", "quarter")
        and word_at(stream, index + 1) in DASHES
        and (
            word_at(stream, index + 2) == "end"
            and joined(stream, index + 1)
            and joined(stream, index + 2)
        )
    ):
        return Named(Portion("end", Whole(unit)), index + 3)
    return None
