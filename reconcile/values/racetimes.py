"""A figure in, the running time or place that it begins out: "8:51.36", "2:04:17", "2. Rojas"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values.clockfigures import meridiem_at
from reconcile.values.ignored import item_at
from reconcile.values.lexicon import word_set
from reconcile.values.ranks import rank_value
from reconcile.values.stream import Reading, Stream, joined, word_at
from reconcile.values.timewords import time_words
from reconcile.values.zonewords import zone_at

#: minutes and seconds with a fraction: nothing but a running time is printed so
_SURE: Final = patterns.compile(r"(?<![\d:.]) \d{1,2} : [0-5]\d \. \d{1,3} (?![\d:])", re.VERBOSE)
_HALF: Final = Decimal("0.5")
_OPENERS: Final = frozenset(("(", "+", "[", '"', "“", "‘"))
#: how many figures hours, minutes and seconds take
_THREE: Final = 3
_ONE: Final = Decimal(1)
_SIXTY: Final = Decimal(60)
#: how many words before a gap the verb of it may stand
_VERB_REACH: Final = 4


def read_race_time(stream: Stream, index: int) -> Reading | None:
    """The running time whose first figure stands at a token, and the sign of a gap before it."""
    if word_at(stream, index + 1) != ":":
        return None
    figures = _figures(stream, index)
    if figures is None:
        return None
    last = index + 2 * len(figures) - 1
    if _lasts(stream, index):
        return Reading(index, last, _lasting(figures))
    if not (_is_gap(stream, index, last) or _is_running(stream, index, figures)):
        return None
    gap = word_at(stream, index - 1) == "+"
    return Reading(index - gap, last, _length(figures))


def read_standing(stream: Stream, index: int) -> Reading | None:
    """As in "1. Matic Oblak (SLO) 23:41:07; 2. Edwin Rojas": the place in a text of a race."""
    if not is_standing(stream, index):
        return None
    return Reading(index, index + 1, rank_value(Decimal(stream.words[index])))


def is_standing(stream: Stream, index: int) -> bool:
    """Whether the number of an item in a list is the place of who is named behind it."""
    return item_at(stream, index) is not None and _tells_race(stream)


def _lasting(figures: list[Decimal]) -> Value:
    """As in "the film lasts 2:14": minutes and seconds, or hours and minutes."""
    value = _length(figures)
    if len(figures) == _THREE or figures[-1] != figures[-1].to_integral_value():
        return value
    return evolve(value, alternatives=(_length(figures, _SIXTY),))


def _length(figures: list[Decimal], worth: Decimal = _ONE) -> Value:
    """Hours, minutes and seconds as seconds, as exact as the last of them is printed.

    ``worth`` is how many seconds one of the last is.
    """
    total = Decimal(0)
    for figure in figures:
        total = total * _SIXTY + figure
    total *= worth
    exponent = figures[-1].as_tuple().exponent
    reach = _HALF.scaleb(int(exponent)) * worth
    named = Interval(max(total - reach, Decimal(0)), total + reach, True, False)
    return Value("duration", "second", named, named, total, None, Stated(None, "second"))


def _figures(stream: Stream, index: int) -> list[Decimal] | None:
    """Two or three figures joined by colons, all but the first of two digits."""
    if joined(stream, index) and word_at(stream, index - 1) not in _OPENERS:
        return None
    if not _is_whole(stream.words[index]):
        return None
    found, at = [Decimal(stream.words[index])], index + 1
    while len(found) < _THREE and word_at(stream, at) == ":":
        whole, point, _ = (printed := word_at(stream, at + 1)).partition(".")
        close = joined(stream, at) and joined(stream, at + 1)
        if not (close and _is_whole(whole) and len(whole) == 2 and int(whole) < 60):
            return None
        found.append(Decimal(printed))
        at += 2
        if point:
            break
    more = joined(stream, at) and word_at(stream, at) in (":", "-", "/")
    return None if len(found) == 1 or more else found


def _is_whole(printed: str) -> bool:
    return printed.isascii() and printed.isdecimal() and len(printed) <= 2


def _lasts(stream: Stream, index: int) -> bool:
    """As in "the song lasts 3:42", "Running time: 2:14"."""
    at = index - 1 - (word_at(stream, index - 1) == ":")
    before = word_at(stream, at)
    if before == "time":
        return word_at(stream, at - 1) == "running"
    return before in word_set("durations", "lasts")


def _is_gap(stream: Stream, index: int, last: int) -> bool:
    """As in "leads by 1:14", "1:03 behind", "with 2:48 left", "2:48 of the ninth round"."""
    before, behind = word_at(stream, index - 1), word_at(stream, last)
    if before == "by":
        near = stream.words[max(0, index - 1 - _VERB_REACH) : index - 1]
        return any(word in word_set("durations", "led") for word in near)
    if behind in ("left", "remaining"):
        return "with" in stream.words[max(0, index - _VERB_REACH) : index]
    if behind == "of" and word_at(stream, last + 1) == "the":
        near = stream.words[last + 2 : last + 4]
        return any(word in word_set("durations", "spell") for word in near)
    if behind == "after":
        return before in word_set("durations", "came_in")
    apart = before not in word_set("durations", "o_clock") | time_words().timetable
    apart = apart and before not in time_words().opening
    return apart and behind in word_set("durations", "adrift")


def _is_running(stream: Stream, index: int, figures: list[Decimal]) -> bool:
    """Whether figures with colons count up from a start, and are no time of day."""
    last = index + 2 * len(figures) - 1
    if figures[-1] != figures[-1].to_integral_value():
        return True
    if meridiem_at(stream, last) is not None or zone_at(stream, last) is not None:
        return False
    before = word_at(stream, index - 1)
    if before == "+":
        return True
    gap = word_at(stream, last) in word_set("durations", "adrift")
    if gap or before in word_set("durations", "clocked"):
        return len(figures) == _THREE or _tells_race(stream)
    if before in word_set("durations", "o_clock"):
        return before == "at" and figures[0] == 0 and len(stream.words[index]) == 1
    if before in ("", "\n", "-", "–") or _tells_day(stream, last):
        return False
    listed = before == ")" or len(figures) == _THREE
    plain = not stream.words[index].startswith("0")
    if plain and len(figures) == _THREE and len(stream.words[index]) == 1:
        return True
    return plain and (_tells_race(stream) if listed else _tells_tenths(stream))


def _tells_day(stream: Stream, index: int) -> bool:
    """As in "14:30 on Sunday", "9:15 today"."""
    behind = word_at(stream, index)
    return behind in ("on", "today", "yesterday", "tomorrow") or behind in time_words().weekday


def _tells_race(stream: Stream) -> bool:
    """Whether words of a race, or running times beyond doubt, stand in the text."""
    return bool(stream.vocabulary & word_set("durations", "race")) or _tells_tenths(stream)


def _tells_tenths(stream: Stream) -> bool:
    if stream.raced is None:
        stream.raced = _SURE.search(stream.text) is not None
    return stream.raced
