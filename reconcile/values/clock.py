"""Tokens in, a clock time out: "2:15 a.m.", "16.48 UTC", "half past nine", "noon London time"."""

from __future__ import annotations

from typing import Final

from reconcile.values.clockfigures import (
    Figures,
    ReadClock,
    figures_at,
    from_figures,
    meridiem_at,
    past_clock_word,
    with_part,
    with_zone,
)
from reconcile.values.dayfields import DASHES
from reconcile.values.numbers import is_number_word, number_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import Clock
from reconcile.values.timewords import time_words

_QUARTER_MINUTES: Final = {"quarter": 15, "half": 30}


def clock_at(stream: Stream, index: int) -> ReadClock | None:
    """The clock time that begins at a token."""
    word = word_at(stream, index)
    if kind_at(stream, index) == "number":
        figures = figures_at(stream, index)
        return _spoken(stream, index) or (from_figures(stream, index, figures) if figures else None)
    if word in time_words().named_time:
        return _named(stream, index)
    if is_number_word(word) or word in ("half", "quarter", "a"):
        return _spoken(stream, index) or _word_hour(stream, index)
    return None


def _named(stream: Stream, index: int) -> ReadClock | None:
    """Noon, midday, midnight: in lower case, or as a sentence begins."""
    if (
        is_capitalised(stream, index)
        and kind_at(stream, index + 1) == "word"
        and is_capitalised(stream, index + 1)
    ):
        return None
    behind = word_at(stream, index + 1)
    if is_capitalised(stream, index) and is_capitalised(stream, index - 1):
        return None
    if word_at(stream, index - 1) == "a" or behind in DASHES:
        return None
    clock = Clock(time_words().named_time[stream.words[index]] * 60, 60)
    return with_zone(stream, ReadClock(clock, index + 1, True))


def _spoken(stream: Stream, index: int) -> ReadClock | None:
    """As in "half past nine", "five past nine", "one minute to eight", "a quarter to nine"."""
    start = index + 1 if word_at(stream, index) == "a" else index
    word = word_at(stream, start)
    if word in _QUARTER_MINUTES:
        minutes, last = _QUARTER_MINUTES[word], start + 1
    else:
        number = number_at(stream, start) if start == index else None
        if number is None or not 1 <= number.number < 60 or number.number != int(number.number):
            return None
        minutes, last = int(number.number), number.last
    counted = word_at(stream, last) in ("minute", "minutes", "min")
    last += counted
    last += word_at(stream, last) in DASHES and joined(stream, last)  # "half-past six"
    side = word_at(stream, last)
    if side not in ("past", "to", "before", "after") or (
        side in ("before", "after") and not counted
    ):
        return None
    if side == "to" and not (
        counted or word == "quarter" or _is_before_hour(stream, index, minutes)
    ):
        return None
    return _around_hour(stream, last + 1, minutes if side in ("past", "after") else -minutes)


def _is_before_hour(stream: Stream, index: int, minutes: int) -> bool:
    """As in "at ten to nine" is a clock time, "ten to nine" a range."""
    return minutes in (5, 10, 20, 25) and word_at(stream, index - 1) in (
        "at",
        "about",
        "around",
        "until",
    )


def _around_hour(stream: Stream, index: int, minutes: int) -> ReadClock | None:
    word = word_at(stream, index)
    if word in ("noon", "midnight"):
        base = time_words().named_time[word] * 60
        return ReadClock(Clock((base + minutes * 60) % 86400, 60), index + 1, True)
    number = number_at(stream, index)
    if number is None or number.number not in range(1, 25) or number.last != index + 1:
        return None
    if word_at(stream, number.last) in time_words().unit:  # "45 minutes to two hours"
        return None
    if (
        kind_at(stream, number.last) == "word"
        and joined(stream, number.last)
        and (meridiem_at(stream, number.last) is None)
    ):
        return None
    hour, last = int(number.number), number.last
    last = past_clock_word(stream, last) or last
    second = (hour * 3600 + minutes * 60) % 86400
    meridiem = meridiem_at(stream, last)
    if meridiem is not None:
        second = second % 43200 + (43200 if meridiem[0] == "pm" else 0)
        return with_zone(stream, ReadClock(Clock(second, 60), meridiem[1], True))
    return with_part(
        stream, with_zone(stream, ReadClock(Clock(second, 60, hour <= 12), last, True))
    )


def _word_hour(stream: Stream, index: int) -> ReadClock | None:
    """As in "nine o'clock", "four in the afternoon", "two a.m."; a bare "nine" is not sure."""
    number = number_at(stream, index)
    if number is None or number.first != index or number.number not in range(1, 13):
        return None
    if number.last != index + 1:
        return None
    figures = Figures(int(number.number), 0, None, number.last, "plain")
    return from_figures(stream, index, figures)
