"""Tokens in, a length of time in whole units out: what "ago" or "later" may follow."""

from __future__ import annotations

import functools

from reconcile.tuples import NamedTuple
from reconcile.values.dayfields import DASHES
from reconcile.values.lexicon import word_values
from reconcile.values.numbers import is_number_word, number_at
from reconcile.values.stream import Stream, joined, kind_at, word_at
from reconcile.values.timewords import time_words


class Length(NamedTuple):
    """A length of time before token ``last``: "two to three years", "a year and a half"."""

    low: int
    high: int
    unit: str
    last: int
    half: bool = False
    #: whether "the" stands for the number: "the day before"
    article: bool = False


@functools.cache
def _starts() -> frozenset[str]:
    """The words, besides numbers, at which a length can begin."""
    vague = word_values("durations", "vague")
    return frozenset(("a", "an", "one", "the", "half", *vague, *time_words().unit))


def length_at(stream: Stream, index: int) -> Length | None:
    """As in "three days", "a year and a half", "two to three weeks", "half an hour", "the day"."""
    words = time_words()
    word = word_at(stream, index)
    if word not in _starts() and kind_at(stream, index) != "number" and not is_number_word(word):
        return None
    if word in ("a", "an", "one", "the") and word_at(stream, index + 1) in words.unit:
        return _with_half(
            stream,
            Length(1, 1, words.unit[stream.words[index + 1]], index + 2, article=word == "the"),
        )
    if word == "half" and word_at(stream, index + 1) in ("a", "an"):
        unit = words.unit.get(word_at(stream, index + 2))
        return _half_of(unit, index + 3) if unit is not None else None
    if tuple(stream.words[index : index + 5]) == ("a", "quarter", "of", "a", "century"):
        return Length(25, 25, "year", index + 5)
    if (
        word == "a"
        and word_at(stream, index + 1) == "half"
        and word_at(stream, index + 2) in ("hour",)
    ):
        return _half_of("hour", index + 3)
    vague = _vague(stream, index)
    if vague is not None:
        return vague
    number = number_at(stream, index)
    if number is None or number.number < 0 or number.first < index:
        return None
    last, low = number.last, number.number
    high = low
    if word_at(stream, last) in ("to", "or", *DASHES):
        second = number_at(stream, last + 1)
        if second is not None and second.number > low:
            last, high = second.last, second.number
    if word_at(stream, last) in DASHES and joined(stream, last):
        last += 1
    while word_at(stream, last) in (
        "full",
        "trading",
        "working",
        "business",
        "calendar",
        "more",
        "whole",
    ):
        last += 1
    unit = words.unit.get(word_at(stream, last))
    if unit is None or (word_at(stream, last) == "m"):
        return None
    half = (
        low != low.to_integral_value() and low == high and low * 2 == (low * 2).to_integral_value()
    )
    if half and unit in ("hour", "minute", "day", "week"):
        return _fraction(low, unit, last + 1)
    if high > 100000:
        return None
    return _with_half(stream, Length(int(low), int(high), unit, last + 1, half=half))


def _fraction(count: object, unit: str, last: int) -> Length:
    smaller = {
        "hour": ("minute", 60),
        "minute": ("second", 60),
        "day": ("hour", 24),
        "week": ("day", 7),
    }[unit]
    number = int(count * smaller[1])  # type: ignore[operator]
    return Length(number, number, smaller[0], last)


def _half_of(unit: str | None, last: int) -> Length | None:
    halves = {
        "hour": (30, "minute"),
        "minute": (30, "second"),
        "year": (6, "month"),
        "decade": (5, "year"),
        "century": (50, "year"),
        "day": (12, "hour"),
    }
    if unit not in halves:
        return None
    number, smaller = halves[unit]
    return Length(number, number, smaller, last)


def _with_half(stream: Stream, length: Length) -> Length:
    """As in "an hour and a half", "two years and a half"."""
    if tuple(stream.words[length.last : length.last + 3]) != ("and", "a", "half"):
        return length
    last = length.last + 3
    if length.unit == "hour":
        return Length(length.low * 60 + 30, length.high * 60 + 30, "minute", last)
    return length._replace(half=True, last=last)


def _vague(stream: Stream, index: int) -> Length | None:
    """As in "several years", "a few days", "a couple of weeks", "decades"."""
    words = time_words()
    start = index + 1 if word_at(stream, index) == "a" else index
    word = word_at(stream, start)
    bounds = word_values("durations", "vague").get(word)
    if bounds is not None:
        last = start + 1
        if word_at(stream, last) == "of":
            last += 1
        unit = words.unit.get(word_at(stream, last))
        return Length(bounds[0], bounds[1], unit, last + 1) if unit is not None else None
    unit = words.unit.get(word)
    if (
        unit is not None
        and word.endswith("s")
        and start == index
        and unit not in ("second", "season")
    ):
        return Length(2, 20, unit, start + 1)
    return None
