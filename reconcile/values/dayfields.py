"""Tokens in, single fields of the calendar out: a month, a day of the month, a year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reconcile.tuples import NamedTuple
from reconcile.values.stream import Stream, joined, kind_at, word_at
from reconcile.values.timenames import Calendar, Name
from reconcile.values.timewords import time_words

DASHES: Final = frozenset("-‐‑–—")
QUOTES: Final = frozenset("'’‘`")
SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))


class Named(NamedTuple):
    """A name that ends before token ``last``."""

    name: Name
    last: int


class NamedDay(NamedTuple):
    """A day, month or weekday that ends before token ``last``."""

    name: Calendar
    last: int


#: how a name is read at a token; handed to readers whose names hold other names
NameReader = Callable[[Stream, int], Named | None]


def as_named(found: NamedDay | None) -> Named | None:
    """A day among the names of any sort."""
    return Named(found.name, found.last) if found is not None else None


def month_at(stream: Stream, index: int) -> tuple[int, int] | None:
    """The month whose name stands at a token, and the index behind its point."""
    month = time_words().month.get(word_at(stream, index))
    if month is None:
        return None
    short = word_at(stream, index) in time_words().abbreviated or word_at(stream, index) == "sept"
    if short and word_at(stream, index + 1) == "." and joined(stream, index + 1):
        return month, index + 2
    return month, index + 1


def day_at(stream: Stream, index: int) -> tuple[int, int, bool] | None:
    """A day of the month: the number, the index behind it, whether it is an ordinal."""
    word = word_at(stream, index)
    if kind_at(stream, index) == "number":
        if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
            return None
        if word_at(stream, index + 1) in SUFFIXES and joined(stream, index + 1):
            return int(word), index + 2, True
        return int(word), index + 1, False
    ordinals = time_words().ordinal
    if word in ("twenty", "thirty"):
        last = index + 1 + (word_at(stream, index + 1) in DASHES)
        unit = ordinals.get(word_at(stream, last), 0)
        tens = 20 if word == "twenty" else 30
        return (tens + unit, last + 1, True) if 1 <= unit <= 9 and tens + unit <= 31 else None
    number = ordinals.get(word, 0)
    if number >= 1 and word not in ("opening", "final", "closing"):
        return number, index + 1, True
    return None


def full_year_at(stream: Stream, index: int) -> tuple[int, int] | None:
    """Four digits, or two behind an apostrophe, beside a month: a year."""
    word = word_at(stream, index)
    if (
        kind_at(stream, index) == "number"
        and word.isdecimal()
        and len(word) == 4
        and 1000 <= int(word) < 2200
        and not _goes_on(stream, index)
    ):
        return int(word), index + 1
    short = word_at(stream, index + 1)
    if word in QUOTES and short.isdecimal() and len(short) == 2 and joined(stream, index + 1):
        return century_of(int(short)), index + 2
    return None


def century_of(short: int) -> int:
    """The year that two digits stand for."""
    return 2000 + short if short < 50 else 1900 + short


def _goes_on(stream: Stream, index: int) -> bool:
    """Whether a number is only part of a longer figure or word."""
    behind = word_at(stream, index + 1)
    if (
        not joined(stream, index + 1)
        or kind_at(stream, index + 1) == "newline"
        or behind in ("", ".", ",", ")", ";", ":", "'", "’", '"', "”")
    ):
        return (
            behind == ":" and joined(stream, index + 1) and kind_at(stream, index + 2) == "number"
        )
    return behind not in DASHES and behind != "/" or kind_at(stream, index + 2) == "number"


def year_behind(stream: Stream, index: int) -> tuple[int, int] | None:
    """The year behind a month or day: "2025", ", 2025", "of 2025"."""
    skipped = 1 if word_at(stream, index) in (",", "of", "in") else 0
    found = full_year_at(stream, index + skipped)
    if found is None and word_at(stream, index) == "of" and word_at(stream, index + 1) == "the":
        found = None
    if found is not None and word_at(stream, found[1]) in time_words().not_year_behind:
        return None if skipped else found
    return found
