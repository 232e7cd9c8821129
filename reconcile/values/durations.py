"""A trigger token in, the duration around it out: "just over two weeks", "a year and a half"."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.model import Value
from reconcile.records import evolve
from reconcile.values import hedges, sets
from reconcile.values.dayfields import DASHES
from reconcile.values.lengthdates import stretch_around
from reconcile.values.lengthranges import length_range
from reconcile.values.lengthvalues import Part, value_of_parts
from reconcile.values.lengthwords import (
    chain,
    elided,
    find_part,
    is_other,
    may_be_elided,
    may_be_length,
    part_at,
)
from reconcile.values.lexicon import Phrases, by_last, load, word_set, word_values
from reconcile.values.lifeterms import is_to_life, read_life
from reconcile.values.shortlengths import short_parts
from reconcile.values.stream import Reading, Stream, ends_with, kind_at, word_at
from reconcile.values.timewords import time_words

#: how far before a length the word may stand that makes it the longest
_CAP_REACH: Final = 11
#: units of another length, which the word before them makes the longest
_CAPPED: Final = frozenset(("years", "months", "weeks", "days", "hours", "minutes"))
_LOWER: Final = (("over",), ("at_least",))
_UPPER: Final = (("under",), ("at_most",))


@functools.cache
def duration_triggers() -> frozenset[str]:
    """The words, besides numbers, at which a duration can begin or by which it is known."""
    lengths = word_values("durations", "length")
    units = (word for word, unit in time_words().unit.items() if unit in lengths)
    return frozenset((*units, "half", "quarter", "life", *word_values("durations", "vague")))


def read_short_length(stream: Stream, index: int) -> Reading | None:
    """As in "2h 15m", "9.79s": the length whose first figure stands at a token."""
    parts = short_parts(stream, index)
    return None if parts is None else reading_of_parts(stream, parts)


def read_duration(stream: Stream, index: int) -> Reading | None:
    """The duration around a trigger token, its hedges included."""
    word = stream.words[index]
    figure = stream.tokens[index].kind == "number"
    if figure and not (may_be_length(stream, index) or may_be_elided(stream, index)):
        return None
    if word == "life":
        return read_life(stream, index)
    between = length_range(stream, index)
    if between is not None:
        return between
    part = find_part(stream, index) or elided(stream, index)
    if part is None or is_other(stream, part) or _ends_saying(stream, part.first):
        return None
    parts = chain(stream, part)
    if len(parts) == 1 and part.unit not in word_values("durations", "length"):
        return None
    return reading_of_parts(stream, parts)


@functools.cache
def _sayings() -> Phrases:
    rules = load("durations")["saying"]
    return by_last((phrase, 1) for rule in rules for phrase in rule["phrases"])


def _ends_saying(stream: Stream, index: int) -> bool:
    """As in "Rome was not built in a day"."""
    phrases = _sayings().get(word_at(stream, index - 1), ())
    return any(ends_with(stream, index, words) for words, _ in phrases)


def reading_of_parts(stream: Stream, parts: list[Part]) -> Reading:
    """The length that some parts make up, with the hedges around it."""
    first, classes = _hedged(stream, parts[0].first)
    if classes == ("over",) and _is_during(stream, first, parts):
        first, classes = parts[0].first, ()
    last, behind = hedges.after(stream, parts[-1].last)
    if not classes and _is_cap(stream, first):
        classes = ("at_most",)
    if is_to_life(stream, last):
        last, classes = last + 2, ("at_least",)
    often = word_at(stream, first - 1) == "in" and word_at(stream, first - 2) in time_words().times
    if often and not classes:  # "twice in a month" is within it
        classes = ("at_most",)
    long = word_at(stream, last) in DASHES and word_at(stream, last + 1) == "long"
    value = value_of_parts(parts, (*behind, *classes))
    upper = _upper_bound(stream, last) if classes in _LOWER else None
    if upper is not None:
        return upper._replace(first=first, value=_between(value, upper.value))
    around = stretch_around(stream, parts, value)
    if around is not None:
        value = evolve(value, alternatives=(around,))
    return Reading(first, last + 2 if long else last, value)


def _upper_bound(stream: Stream, index: int) -> Reading | None:
    """The second bound of "at least two weeks and less than three weeks"."""
    if word_at(stream, index) not in ("and", "but"):
        return None
    for start in range(index + 2, index + 5):
        part = part_at(stream, start) if kind_at(stream, start) in ("number", "word") else None
        if part is None:
            continue
        first, classes = hedges.before(stream, part.first)
        parts = chain(stream, part)
        fits = first == index + 1 and classes in _UPPER
        return Reading(first, parts[-1].last, value_of_parts(parts, classes)) if fits else None
    return None


def _between(lower: Value, upper: Value) -> Value:
    """What lies above one bound and below the other."""
    both = sets.intersect(lower.interval, upper.interval)
    return evolve(lower, interval=both, named=both, nominal=None, hedge="between")


def _hedged(stream: Stream, index: int) -> tuple[int, tuple[str, ...]]:
    """The hedges before a length; "took over" and "faced up to" take no word from it."""
    first, classes = hedges.before(stream, index)
    if classes:
        return first, classes
    if word_at(stream, index - 1) == "over":
        return index - 1, ("over",)
    if (word_at(stream, index - 2), word_at(stream, index - 1)) == ("up", "to"):
        return index - 2, ("at_most",)
    return first, classes


def _is_cap(stream: Stream, index: int) -> bool:
    """As in "the maximum penalty is 15 years": it may be less."""
    for at in range(index - 1, max(-1, index - 1 - _CAP_REACH), -1):
        if stream.words[at] in (".", ";", "\n") or stream.words[at] in _CAPPED:
            return False
        if stream.words[at] in word_set("durations", "cap"):
            return True
    return False


def _is_during(stream: Stream, index: int, parts: list[Part]) -> bool:
    """As in "pay 3 million over five years": the length of it, not more than that."""
    if word_at(stream, index) != "over" or index + 1 != parts[0].first or index == 0:
        return False
    if kind_at(stream, index - 1) in ("word", "number"):
        return word_at(stream, index - 1) not in word_set("durations", "over")
    closing = word_at(stream, index - 1) in (")", "]", ",", "%", "”")
    return closing or word_at(stream, parts[-1].last) == ","
