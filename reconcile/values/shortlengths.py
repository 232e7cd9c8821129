"""Figures with the letters of their units in, a length out: "2h 15m", "1m10.166s", "9.79s"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.values.lengthvalues import Part
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.numbers import number_at
from reconcile.values.stream import Stream, joined, kind_at, text_at, word_at
from reconcile.values.timewords import time_words

_ORDER: Final = ("day", "hour", "minute", "second")
_SIXTY: Final = 60
_OPENERS: Final = frozenset(("(", "+", "[", '"', "“", "‘"))


def short_parts(stream: Stream, index: int) -> list[Part] | None:
    """The parts of a length told in letters whose first figure stands at a token."""
    first = _part(stream, index)
    tied = joined(stream, index) and word_at(stream, index - 1) not in _OPENERS
    if first is None or tied:
        return None
    parts = [first]
    while parts[-1].step == 1:
        following = _part(stream, parts[-1].last)
        if following is None or following.low >= _SIXTY or not _finer(parts[-1], following):
            break
        parts.append(following)
    if joined(stream, parts[-1].last) and kind_at(stream, parts[-1].last) in ("word", "number"):
        return None
    if len(parts) > 1:
        return parts if first.unit != "minute" or first.low < _SIXTY else None
    return parts if _stands_alone(stream, first) else None


def _part(stream: Stream, index: int) -> Part | None:
    """One figure and its letters, which touch it where they are few."""
    unit = word_values("durations", "letters").get(word_at(stream, index + 1))
    if unit is None or kind_at(stream, index) != "number":
        return None
    letter = len(stream.words[index + 1]) == 1
    if letter and not (joined(stream, index + 1) and text_at(stream, index + 1).islower()):
        return None
    number = number_at(stream, index)
    if number is None or number.last != index + 1 or number.number < 0:
        return None
    if word_at(stream, number.first) in ("-", "−", "–", "minus"):
        return None
    return Part(number.first, index + 2, number.number, number.number, unit, number.step)


def _finer(one: Part, other: Part) -> bool:
    return _ORDER.index(one.unit) < _ORDER.index(other.unit)


def _stands_alone(stream: Stream, part: Part) -> bool:
    """As in "9.79s", "in 58s", "open 24h": no decade, no plural of a name, no hour of the day."""
    figure, letter = stream.words[part.last - 2 : part.last]
    before = word_at(stream, part.last - 3)
    dashed = word_at(stream, part.last) in ("-", "–", "/") and joined(stream, part.last)
    if dashed or len(letter) > 1:
        return False
    if letter == "h":
        return before not in time_words().at
    if letter != "s":
        return False
    timed = before in word_set("durations", "clocked") | {"+", "by"}
    return "." in figure or timed and part.low % 10 != Decimal(0)
