"""Tokens in, the name of a date of any sort out, with what stands behind it."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.values import daytimes
from reconcile.values.calendarwords import calendar_at
from reconcile.values.dayfields import DASHES, Named, NameReader, as_named, day_at
from reconcile.values.daylists import listed_at
from reconcile.values.modifiers import modified
from reconcile.values.periodwords import holiday_at, season_at, span_at
from reconcile.values.portionwords import (
    counted_portion_at,
    fiscal_span_at,
    portion_at,
    to_date,
    weekday_beside,
    year_end_at,
)
from reconcile.values.relativewords import shifted_at
from reconcile.values.stream import Stream, is_capitalised, kind_at, text_at, word_at
from reconcile.values.timenames import Calendar, Whole
from reconcile.values.timewords import time_words
from reconcile.values.whichwords import recent_at, which_at
from reconcile.values.yearwords import year_at

_ARTICLES: Final = frozenset(("the", "its", "a", "an", "their", "his", "her", "our", "that"))
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))


def name_at(stream: Stream, index: int, depth: int = 0) -> Named | None:
    """The name of a date that begins at a token, with what stands behind it.

    Names hold names ("the end of the week after next"); ``depth`` is how many hold this one.
    """
    if depth > _DEEPEST:
        return None
    read = functools.partial(name_at, depth=depth + 1)
    found = _core(stream, index, read)
    return modified(stream, found, read) if found is not None else None


#: so deep may names hold each other
_DEEPEST: Final = 3


def _core(stream: Stream, index: int, read: NameReader) -> Named | None:
    word = word_at(stream, index)
    words = time_words()
    if word in words.never_first:
        return None
    if (
        word in words.ordinal
        or word in ("week", "weekend", "twenty", "thirty")
        or (word_at(stream, index + 1) in _ORDINAL_ENDINGS)
    ):
        counted = counted_portion_at(stream, index, read)
        if counted is not None:
            return counted
    if kind_at(stream, index) == "number":
        return _figure(stream, index, read)
    if word in _ARTICLES:
        return _behind_article(stream, index, read)
    if word in words.portion:
        found = portion_at(stream, index, read, functools.partial(_core, read=read))
        if found is not None:
            return found
    if word in words.which:
        found = which_at(stream, index, read)
        if found is not None:
            return found
    if word in words.deictic:
        return (
            None
            if _is_masthead(stream, index)
            else Named(Whole("day", words.deictic[word]), index + 1)
        )
    return (
        daytimes.part_at(stream, index, read)
        or daytimes.clock_phrase(stream, index, read, cued=False)
        or shifted_at(stream, index, read)
        or holiday_at(stream, index)
        or as_named(calendar_at(stream, index))
        or span_at(stream, index)
        or season_at(stream, index)
        or year_at(stream, index)
        or year_end_at(stream, index)
        or to_date(stream, index)
        or fiscal_span_at(stream, index)
        or recent_at(stream, index)
    )


def _is_masthead(stream: Stream, index: int) -> bool:
    """As in "USA Today", or "HARBOR TODAY" on a line of its own: the name of a newspaper."""
    before = index - 1
    if not is_capitalised(stream, index) or not is_capitalised(stream, before):
        return False
    if word_at(stream, before) in time_words().name_before:
        return True
    first = max(
        (at for at in range(max(0, index - 4), index) if _ends_line(stream, at)), default=-1
    )
    capitals = all(text_at(stream, at).isupper() for at in range(first + 1, index + 1))
    return capitals and (first >= 0 or index <= 4) and kind_at(stream, index + 1) != "word"


def _ends_line(stream: Stream, index: int) -> bool:
    return kind_at(stream, index) == "newline"


def _figure(stream: Stream, index: int, read: NameReader) -> Named | None:
    return (
        shifted_at(stream, index, read)
        or listed_at(stream, index, read)
        or _day_of_which(stream, index, read)
        or as_named(calendar_at(stream, index))
        or daytimes.clock_phrase(stream, index, read, cued=False)
        or span_at(stream, index)
        or year_at(stream, index)
    )


def _behind_article(stream: Stream, index: int, read: NameReader) -> Named | None:
    article = word_at(stream, index)
    behind = word_at(stream, index + 1)
    found = shifted_at(stream, index, read) if article in ("a", "an", "the") else None
    if found is not None:
        return found
    if article in ("a", "an"):
        if article == "a" and behind in ("quarter", "half"):
            return daytimes.clock_phrase(stream, index, read, cued=False)
        return _some_weekday(stream, index + 1, read)
    if article == "that":
        return which_at(stream, index, read)
    if behind == "weekend" and word_at(stream, index + 2) not in DASHES:
        return Named(Whole("weekend"), index + 2)
    weekday = time_words().weekday.get(behind)
    if weekday is not None and word_at(stream, index + 2) in ("before", "after"):
        beside = weekday_beside(stream, weekday, 1, index + 2, read)
        if beside is not None:
            return beside
    period = (
        _day_of_which(stream, index + 1, read)
        or to_date(stream, index + 1)
        or _the_period(stream, index)
    )
    if period is not None:
        return period
    if behind in time_words().month and _is_adjective_month(stream, index + 1):
        return Named(Calendar(month=time_words().month[behind]), index + 2)
    return _core(stream, index + 1, read) if behind not in _ARTICLES else None


def _day_of_which(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "the tenth of next month", "the 5th of this month"."""
    day = day_at(stream, index)
    if day is None or not day[2] or word_at(stream, day[1]) != "of":
        return None
    month = which_at(stream, day[1] + 1, read)
    if month is None or not isinstance(month.name, Whole) or month.name.unit != "month":
        return None
    return Named(Calendar(day=day[0], within=month.name), month.last)


def _the_period(stream: Stream, index: int) -> Named | None:
    """As in "ended the day", "in the quarter", "for the full year": the period spoken of."""
    last, full = index + 1, False
    while word_at(stream, last) in ("full", "entire", "whole", "rest", "remainder", "of", "the"):
        last, full = last + 1, True
    unit = time_words().unit.get(word_at(stream, last))
    cues = time_words().day_cue if unit == "day" else time_words().period_cue
    if unit not in _PERIODS or word_at(stream, last).endswith("s"):
        return None
    if not (full or word_at(stream, index - 1) in cues) or word_at(stream, last + 1) in (
        *DASHES,
        "of",
        "when",
        "that",
    ):
        return None
    return Named(Whole(unit, 0, "thread"), last + 1)


_PERIODS: Final = frozenset(("day", "week", "month", "quarter", "year", "season"))


def _is_adjective_month(stream: Stream, index: int) -> bool:
    """As in "the June vote": a month in front of a common noun."""
    behind = index + 1
    return (
        is_capitalised(stream, index)
        and kind_at(stream, behind) == "word"
        and not is_capitalised(stream, behind)
        and word_at(stream, behind)
        not in ("of", "on", "and", "is", "was", "said", "in", "at", "to", "s")
    )


def _some_weekday(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "a Sunday in mid-September" names the middle of September."""
    if word_at(stream, index) in time_words().weekday and word_at(stream, index + 1) in (
        "in",
        "of",
    ):
        return read(stream, index + 2)
    return None
