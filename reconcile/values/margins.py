"""Margins of error: "plus or minus three points", "±3.1", "a margin of error of 3 percent"."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.records import evolve
from reconcile.values.figures import Figure
from reconcile.values.lexicon import Phrases, by_first, by_last, load, word_set
from reconcile.values.markers import HYPHENS
from reconcile.values.stream import Reading, Stream, ends_with, matches, word_at
from reconcile.values.valuing import value_of

#: how many tokens around "plus or minus" a poll may be named
_NEAR: Final = 16
#: how many small words may stand between "margin of error" and its figure
_LINKS: Final = 4


def as_margin(stream: Stream, figure: Figure, reading: Reading) -> Reading:
    """The reading of a figure, which as a margin of error is one of percentage points."""
    value = reading.value
    if value.unit not in ("", "point", "fraction") or figure.high is not None:
        return reading
    if not _is_margin(stream, figure):
        return reading
    points = value_of(figure, "percent", "percentage_point", stated="percentage point", floor=None)
    if value.unit == "fraction":
        both = evolve(value, alternatives=(points, *value.alternatives))
    else:
        both = evolve(points, alternatives=(evolve(value, alternatives=()),))
    return reading._replace(value=both)


def _is_margin(stream: Stream, figure: Figure) -> bool:
    if stream.vocabulary.isdisjoint(word_set("shares", "poll")):
        return False
    sign = _plus_minus(stream, figure.low.first)
    if sign is not None:
        around = stream.words[max(0, sign - _NEAR) : figure.last + _NEAR]
        return not word_set("shares", "poll").isdisjoint(around)
    return _told_behind(stream, figure.bare_last) or _told_before(stream, figure.first)


def _plus_minus(stream: Stream, index: int) -> int | None:
    """Where the "plus or minus" begins that ends just before a token."""
    for words, _ in _signs().get(word_at(stream, index - 1), ()):
        if ends_with(stream, index, words):
            return index - len(words)
    return None


def _told_behind(stream: Stream, index: int) -> bool:
    """As in "a 3-point | margin of error"."""
    at = index + 1 if word_at(stream, index) in HYPHENS else index
    return any(matches(stream, at, words) for words, _ in _names().get(word_at(stream, at), ()))


def _told_before(stream: Stream, index: int) -> bool:
    """As in "the margin of error was about | three points"."""
    for at in range(index, index - _LINKS - 1, -1):
        if any(ends_with(stream, at, words) for ends in _names().values() for words, _ in ends):
            return True
        if word_at(stream, at - 1) not in word_set("shares", "error_link"):
            return False
    return False


@functools.cache
def _signs() -> Phrases:
    return by_last(
        (phrase, 1) for rule in load("shares")["plus_minus"] for phrase in rule["phrases"]
    )


@functools.cache
def _names() -> Phrases:
    return by_first((phrase, 1) for rule in load("shares")["error"] for phrase in rule["phrases"])
