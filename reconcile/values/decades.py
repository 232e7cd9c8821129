"""A ten of years or degrees in, its set out: "the upper 30s", "his mid to late 60s"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.tuples import NamedTuple
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.stream import Reading, Stream, joined, kind_at, word_at

#: how many words before "the 60s" what is measured in them may stand
_NEAR: Final = 10
_SENTENCE_ENDS: Final = frozenset((".", "\n", ";", "!", "?"))


class Tens(NamedTuple):
    """From ``low`` up to ``high``, at tokens ``first`` to ``last``."""

    first: int
    last: int
    low: int
    high: int
    #: "upper", "mid"; "" for a whole ten
    part: str = ""


def tens_at(stream: Stream, index: int) -> Tens | None:
    """As in "seventies", "early 30s", "mid-to-late 60s" at the word or figure of the ten."""
    word = stream.words[index]
    if word in word_values("ages", "decade"):
        low, high = word_values("ages", "decade")[word]
        return _part_of(stream, Tens(index, index + 1, low, high))
    if len(word) == 2 and word[1] == "0" and word.isdecimal() and word_at(stream, index + 1) == "s":
        tens = Tens(index, index + 2, int(word), int(word) + 10)
        return _part_of(stream, tens) if joined(stream, index + 1) else None
    return None


def _part_of(stream: Stream, tens: Tens) -> Tens:
    """The part of a ten that the words in front of it leave: "early", "mid to late"."""
    parts = word_values("ages", "part")
    at = _past_hyphen(stream, tens.first - 1)
    part = word_at(stream, at)
    if part not in parts:
        return tens
    low, high = parts[part]
    first = at
    at = _past_hyphen(stream, at - 1)
    if word_at(stream, at) in ("to", "and", "or"):
        at = _past_hyphen(stream, at - 1)
        if word_at(stream, at) in parts:
            low, first = min(low, parts[word_at(stream, at)][0]), at
    return Tens(first, tens.last, tens.low + low, tens.low + high, part)


def _past_hyphen(stream: Stream, index: int) -> int:
    return index - 1 if word_at(stream, index) in HYPHENS else index


def read_tens(stream: Stream, index: int) -> Reading | None:
    """As in "highs in the upper 30s Celsius", "winds in the 60s": no years, and no age."""
    tens = tens_at(stream, index)
    if tens is None or word_at(stream, tens.first - 1) in word_set("ages", "possessive"):
        return None
    bounds = Interval(Decimal(tens.low), Decimal(tens.high), True, False)
    found = suffix_at(stream, tens.last)
    if found is not None and found[1].kind == "quantity":
        last, marker = found
        value = _quantity(bounds, marker.unit, marker.stated)
        return Reading(tens.first, last, value)
    measure = _measured_before(stream, tens)
    if measure is not None:
        return Reading(tens.first, tens.last, _quantity(bounds, measure, measure))
    if tens.part not in word_set("ages", "count_part"):
        return None
    count = Value("count", "", bounds, bounds, stated=Stated(None, "tens"))
    return Reading(tens.first, tens.last, evolve(count, alternatives=(_quantity(bounds, "", ""),)))


def _quantity(bounds: Interval, unit: str, stated: str) -> Value:
    value = Value("quantity", unit, bounds, bounds, stated=Stated(None, stated))
    if unit != "degree":
        return value
    scales = ("degree_Celsius", "degree_Fahrenheit")
    return evolve(value, alternatives=tuple(evolve(value, unit=scale) for scale in scales))


def _measured_before(stream: Stream, tens: Tens) -> str | None:
    """The unit of what is "in the 60s": heat in degrees, wind in a unit that is not said."""
    if word_at(stream, tens.first - 1) != "the":
        return None
    if word_at(stream, tens.first - 2) not in word_set("ages", "tens_lead"):
        return None
    for at in range(tens.first - 3, max(-1, tens.first - 3 - _NEAR), -1):
        word = stream.words[at]
        if word in _SENTENCE_ENDS or word == "since":
            return None
        if kind_at(stream, at) == "word" and word in word_values("ages", "measured"):
            return str(word_values("ages", "measured")[word])
    return None
