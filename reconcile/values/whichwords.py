"""Tokens in, periods told from now out: "last month", "next May", "the following day"."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.values.calendarwords import calendar_at
from reconcile.values.dayfields import DASHES, Named, NameReader, as_named
from reconcile.values.periodwords import holiday_at, season_at, span_at
from reconcile.values.stream import Stream, is_capitalised, joined, word_at
from reconcile.values.timenames import (
    Calendar,
    DayPart,
    Holiday,
    Name,
    Range,
    Season,
    Shifted,
    Span,
    Whole,
)
from reconcile.values.timewords import time_words

_FROM_NOW: Final = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0}
_ADJECTIVES: Final = frozenset(
    (
        "fiscal",
        "financial",
        "business",
        "tax",
        "calendar",
        "full",
        "whole",
        "entire",
        "school",
        "academic",
        "trading",
        "very",
    )
)
_FISCAL: Final = frozenset(("fiscal", "financial", "business", "tax"))


def which_at(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "last month", "next May", "the following day", "the same month of 2024"."""
    words = time_words()
    which = words.which.get(word_at(stream, index))
    if which is None:
        return None
    last = index + 1
    if which == "this" and word_at(stream, last) in ("past", "coming"):
        which, last = ("last" if stream.words[last] == "past" else "next"), last + 1
    fiscal = False
    while word_at(stream, last) in _ADJECTIVES:
        fiscal = fiscal or stream.words[last] in _FISCAL
        last += 1
    unit = words.unit.get(word_at(stream, last))
    if word_at(stream, last) == "period" and which in ("same", "that"):
        return _same(stream, "month", last + 1, read)
    if unit is not None:
        return _which_unit(stream, index, which, unit, last, fiscal=fiscal, read=read)
    part = word_at(stream, last)
    if part in words.part:
        return _which_part(stream, which, part, last)
    return _which_named(stream, which, last)


def _which_unit(
    stream: Stream, index: int, which: str, unit: str, last: int, *, fiscal: bool, read: NameReader
) -> Named | None:
    plural = stream.words[last].endswith("s") and unit != "century"
    behind = word_at(stream, last + 1)
    if plural or unit in ("second", "minute") or (behind in DASHES and joined(stream, last + 1)):
        return None
    if stream.words[index] == "this" and unit == "day":  # "we have waited years for this day"
        return None
    if unit == "term" and (which not in ("last", "next", "this") or behind in ("of", "as")):
        return None
    if unit == "hour":
        return _hour(which, last + 1)
    if unit == "night":
        return _which_part(stream, which, "night", last)
    if which == "same":
        return _same(stream, unit, last + 1, read)
    if which == "that":
        return Named(Whole(unit, 0, "thread"), last + 1)
    threaded = which in ("following", "previous") or (
        which == "next"
        and word_at(stream, index - 1) == "the"
        and unit in ("day", "week", "month", "year")
    )
    if stream.words[index] == "past" and unit != "quarter":
        return Named(_trailing(unit), last + 1)
    before = word_at(stream, index - 2) if word_at(stream, index - 1) == "the" else ""
    if which == "last" and before in time_words().trailing and unit in ("week", "month", "year"):
        return Named(_trailing(unit), last + 1)
    if unit == "decade" and which == "next":  # the ten years to come
        today = Whole("day")
        return Named(Range(today, Shifted(unit, 1, 1, 1, base=today)), last + 1)
    return Named(Whole(unit, _FROM_NOW[which], "thread" if threaded else "now", fiscal), last + 1)


def _hour(which: str, last: int) -> Named | None:
    """As in "in the last hour", "in the next hour": sixty minutes up to now, or from now on."""
    sign = _FROM_NOW.get(which, 0)
    if not sign:
        return None
    ends = Shifted("second", 0, 0, sign), Shifted("second", 3600, 3600, sign)
    return Named(Range(*ends[::sign]), last)


def recent_at(stream: Stream, index: int) -> Named | None:
    """As in "in recent years", "recent weeks": from up to ten such units ago on."""
    if word_at(stream, index) != "recent":
        return None
    unit = time_words().unit.get(word_at(stream, index + 1))
    if unit not in ("year", "month", "week", "day", "decade") or not stream.words[
        index + 1
    ].endswith("s"):
        return None
    today = Whole("day")
    return Named(Range(Shifted(unit, 10, 10, -1, base=today), today), index + 2)


def _trailing(unit: str) -> Name:
    """As in "the past year": from a year before today on."""
    today = Whole("day")
    return Range(Shifted(unit, 1, 1, -1, base=today), today)


def _same(stream: Stream, unit: str, last: int, read: NameReader) -> Named:
    """As in "the same month of 2024", "the same period a year earlier", "the same day"."""
    skipped = 1 if word_at(stream, last) in ("of", "in") else 0
    within = read(stream, last + skipped)
    if within is not None and unit in ("month", "quarter", "week", "day"):
        return Named(Whole(unit, 0, "thread", within=within.name), within.last)
    return Named(Whole(unit, 0, "thread"), last)


def _which_part(stream: Stream, which: str, part: str, last: int) -> Named | None:
    """As in "last night", "this morning", "the next morning", "that evening"."""
    if part in ("rush", "breakfast") or which == "previous" and part == "rush":
        return None
    if which == "last":
        return (
            Named(DayPart(part, Whole("day", -1)), last + 1)
            if part in ("night", "evening")
            else None
        )
    count = {"this": 0, "next": 1, "following": 1, "previous": -1, "that": 0, "same": 0}[which]
    return Named(
        DayPart(part, Whole("day", count, "now" if which == "this" else "thread")), last + 1
    )


def _which_named(stream: Stream, which: str, last: int) -> Named | None:
    if word_at(stream, last) in time_words().wary and not is_capitalised(stream, last):
        return None
    day = as_named(calendar_at(stream, last))
    found = day or season_at(stream, last) or holiday_at(stream, last)
    if found is None and which in ("this", "last", "next"):
        found = span_at(stream, last) if word_at(stream, last) != "half" else None
    if found is None:
        return None
    name = found.name
    if isinstance(name, Calendar) and name.year is None and name.day is None:
        return Named(evolve(name, which=which), found.last)
    if isinstance(name, (Season, Holiday, Span)) and name.year is None:
        return Named(evolve(name, which=which), found.last)
    if isinstance(name, Calendar) and name.weekday is not None and name.day is not None:
        return found
    return None
