"""A name of a date in, the same with what stands behind it out: its year, its part of the day."""

from __future__ import annotations

from reconcile.records import evolve
from reconcile.values import daytimes
from reconcile.values.calendarwords import calendar_at
from reconcile.values.countedlengths import length_at
from reconcile.values.dayfields import DASHES, Named, NameReader, year_behind
from reconcile.values.stream import Stream, joined, word_at
from reconcile.values.timenames import (
    Calendar,
    DayPart,
    Ending,
    Holiday,
    Portion,
    Season,
    Shifted,
    Span,
    Whole,
)
from reconcile.values.timewords import time_words
from reconcile.values.whichwords import which_at


def modified(stream: Stream, found: Named, read: NameReader, *, clock: bool = True) -> Named:
    """The name with the year, week, part of the day or clock time behind it."""
    name = found.name
    if isinstance(name, Calendar) and _is_contract(stream, name, found.last):
        return Named(evolve(name, which="coming"), found.last)
    if isinstance(name, Calendar) and (quarter := _quarter_to(stream, name, found.last)):
        return quarter
    if isinstance(name, (Calendar, Span, Season, Holiday)):
        found = _within(stream, found, read)
    if isinstance(found.name, Span):
        return _ended(stream, found, read)
    if isinstance(found.name, Whole) and found.name.unit == "week":
        found = _day_of_week(stream, found)
    if isinstance(found.name, (Calendar, Whole, Holiday, DayPart, Shifted, Portion)) and clock:
        found = daytimes.with_part(stream, found, read)
        found = daytimes.with_clock(stream, found, read)
    return found


def _day_of_week(stream: Stream, found: Named) -> Named:
    """As in "next week on Tuesday", "last week's Friday"."""
    start = found.last
    if word_at(stream, start) in ("on", ","):
        start += 1
    named = word_at(stream, start) in time_words().weekday
    weekday = calendar_at(stream, start) if named else None
    if weekday is None or weekday.name.month is not None or weekday.name.day is not None:
        return found
    return Named(evolve(weekday.name, within=found.name), weekday.last)


def _is_contract(stream: Stream, name: Calendar, last: int) -> bool:
    """As in "December wheat rose", "Brent for January delivery": what is traded is to come."""
    if name.month is None or (name.day, name.year, name.which) != (None, None, None):
        return False
    word, behind = word_at(stream, last), word_at(stream, last + 1)
    if word == "delivery":
        return word_at(stream, last - 2) == "for"
    words = time_words()
    moved = behind in words.change or behind in words.past or behind == "futures"
    return word == "futures" or (word in words.traded and moved)


def _quarter_to(stream: Stream, name: Calendar, last: int) -> Named | None:
    """As in "the June quarter", "the September 2026 quarter": three months that end with it."""
    if _ends_months(stream, last):
        return None
    last += word_at(stream, last) in DASHES and joined(stream, last) and joined(stream, last + 1)
    if name.month is None or name.day is not None or word_at(stream, last) != "quarter":
        return None
    if word_at(stream, last + 1) in DASHES and joined(stream, last + 1):
        return None  # "the June quarter-final"
    year = year_behind(stream, last + 1) if name.year is None else None
    end = evolve(name, year=year[0]) if year is not None else name
    return Named(Ending(3, end), year[1] if year is not None else last + 1)


def _ends_months(stream: Stream, last: int) -> bool:
    """As in "the April-June quarter", "April to June 2026": the last of the months is no other."""
    months = time_words().month
    at = next((at for at in range(last - 1, last - 4, -1) if word_at(stream, at) in months), last)
    before = at - 1 - (word_at(stream, at - 1) in (*DASHES, "to", "through"))
    return before < at - 1 and any(word_at(stream, near) in months for near in (before, before - 1))


def _ended(stream: Stream, found: Named, read: NameReader) -> Named:
    """As in "the first quarter ended June 30": the months that end with that day."""
    if word_at(stream, found.last) not in ("ended", "ending") or not isinstance(found.name, Span):
        return found
    start = found.last + 1 + (word_at(stream, found.last + 1) in ("on", "in"))
    end = read(stream, start)
    if end is None or not isinstance(end.name, Calendar) or end.name.month is None:
        return found
    return Named(Ending(found.name.months, end.name, found.name.number), end.last)


def _within(stream: Stream, found: Named, read: NameReader) -> Named:
    """As in "May last year", "Wednesday of last week", "the first quarter of next year"."""
    name = found.name
    if getattr(name, "year", None) is not None or getattr(name, "which", None) in (
        "following",
        "that",
    ):
        return found
    weekday = (
        isinstance(name, Calendar)
        and name.weekday is not None
        and name.month is None
        and name.day is None
    )
    if weekday and word_at(stream, found.last) == "week" and isinstance(name, Calendar):
        return Named(Shifted("week", 1, 1, 1, "now", evolve(name, which="this")), found.last + 1)
    if (
        weekday
        and word_at(stream, found.last + 1) in ("last", "next")
        and isinstance(name, Calendar)
    ):
        shifted = _before_last(stream, name, found.last)
        if shifted is not None:
            return shifted
    ago = _years_ago(stream, found)
    if ago is not None:
        return ago
    start = found.last
    if word_at(stream, start) == ",":
        start += 1
    if word_at(stream, start) in ("of", "in"):
        start += 1
    if word_at(stream, start) == "the":
        start += 1
    if word_at(stream, start) not in time_words().which:
        return found
    within = which_at(stream, start, read)
    if within is None or not isinstance(within.name, Whole) or within.name.within is not None:
        return found
    fits = ("week",) if weekday else ("year",)
    if isinstance(name, Calendar) and name.day is not None and name.month is None:
        fits = ("month",)
    if within.name.unit not in fits or not isinstance(name, (Calendar, Span, Season, Holiday)):
        return found
    return Named(evolve(name, within=within.name), within.last)


def _years_ago(stream: Stream, found: Named) -> Named | None:
    """As in "February two years ago", "June 12 a year ago", "in the spring three years ago"."""
    name = found.name
    if not isinstance(name, Calendar | Season | Holiday):
        return None
    if isinstance(name, Calendar) and (name.month is None or name.weekday is not None):
        return None
    length = length_at(stream, found.last)
    whole = length is not None and length.unit == "year" and length.low == length.high
    if length is None or not whole or length.half or word_at(stream, length.last) != "ago":
        return None
    return Named(evolve(name, within=Whole("year", -length.low)), length.last + 1)


def _before_last(stream: Stream, name: Calendar, last: int) -> Named | None:
    """As in "the Saturday before last", "the Monday after next"."""
    side, which = word_at(stream, last), word_at(stream, last + 1)
    if (side, which) == ("before", "last"):
        return Named(Shifted("week", 1, 1, -1, "now", evolve(name, which="last")), last + 2)
    if (side, which) == ("after", "next"):
        return Named(Shifted("week", 1, 1, 1, "now", evolve(name, which="next")), last + 2)
    return None
