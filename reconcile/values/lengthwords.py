"""Tokens in, numbers of units out: "two and a half years", "11-year, four-month", "within two"."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.values.dayfields import DASHES
from reconcile.values.lengthdates import AHEAD, BACK, way_of
from reconcile.values.lengthvalues import HALF, Part, special_units, unit_at, whole_words
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.looselengths import long_at, one_at, share_at, vague_at, with_half
from reconcile.values.numbers import is_number_word, number_at
from reconcile.values.shifts import tells_shift
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.terms import with_letter
from reconcile.values.timewords import time_words

#: how far before a bare figure the length may stand whose unit it takes
_UNIT_REACH: Final = 45
#: a smaller unit behind a larger is counted to less than this
_MOST_PARTS: Final = 100
_YEAR_DAYS: Final = 366


@functools.cache
def _neighbours() -> frozenset[str]:
    return frozenset(
        (
            *time_words().unit,
            *whole_words(),
            *BACK,
            *AHEAD,
            *DASHES,
            "and",
            "to",
            "or",
            "1",
            "½",
            "¼",
            "¾",
            "hundred",
            "thousand",
            "million",
            "billion",
            *word_values("numbers", "scale_short"),
            *word_values("numbers", "scale_letter"),
        )
    )


def may_be_length(stream: Stream, index: int) -> bool:
    """Whether a unit could follow a figure: a quick look before anything is read."""
    behind = word_at(stream, index + 1)
    return behind in _neighbours() or kind_at(stream, index + 1) == "number"


def find_part(stream: Stream, index: int) -> Part | None:
    """The first part that holds the trigger token."""
    for start in range(max(0, index - 3), index + 1):
        part = part_at(stream, start)
        if part is not None and part.last > index:
            return part
    return None


def may_be_elided(stream: Stream, index: int) -> bool:
    """Whether a figure without a unit could take that of the length before it."""
    before = word_at(stream, index - 1)
    return before in word_set("durations", "elided") | word_set("durations", "elided_years")


def elided(stream: Stream, index: int) -> Part | None:
    """As in "can wait four years; there it is done within two": the unit of the length before."""
    cue, behind = word_at(stream, index - 1), word_at(stream, index + 1)
    firm = cue in word_set("durations", "elided")
    if not firm and cue not in word_set("durations", "elided_years"):
        return None
    if cue == "of" and word_at(stream, index - 2) not in word_set("durations", "term"):
        return None
    if behind not in (".", ",", ";", "for", "\n", ""):
        return None
    number = number_at(stream, index)
    if number is None or number.last != index + 1 or number.power or not 0 < number.number < 100:
        return None
    unit = _unit_before(stream, index)
    if unit is None or not (firm or unit in ("month", "year")):
        return None
    return Part(index, index + 1, number.number, number.number, unit, number.step)


def _unit_before(stream: Stream, index: int) -> str | None:
    """The unit of the last length counted before a token in its paragraph."""
    for at in range(index - 1, max(0, index - _UNIT_REACH), -1):
        if kind_at(stream, at) == "newline":
            return None
        unit = unit_at(stream, at)
        counted = at - 2 if word_at(stream, at - 1) in DASHES else at - 1
        if unit is not None and (
            kind_at(stream, counted) == "number" or is_number_word(word_at(stream, counted))
        ):
            return unit
    return None


def part_at(stream: Stream, index: int) -> Part | None:
    """The number of units that begins at a token."""
    kind = kind_at(stream, index)
    if kind not in ("word", "number"):
        return None
    if joined(stream, index) and word_at(stream, index - 1) in DASHES and kind == "number":
        return None
    word = stream.words[index]
    if word in ("half", "three", "quarter"):
        share = share_at(stream, index)
        if share is not None:
            return share
    if word in ("a", "an", "one"):
        found = one_at(stream, index)
        if found is not None:
            return found
    vague = vague_at(stream, index) or long_at(stream, index)
    return vague or counted(stream, index)


def counted(stream: Stream, index: int) -> Part | None:
    """As in "14 months", "90-minute", "between 60 and 90 days", "two to three weeks"."""
    number = number_at(stream, index)
    if number is None or number.number < 0:
        return None
    number = with_letter(stream, number, money=False)
    first, last, low, high = number.first, number.last, number.number, number.most or number.number
    if first < index and stream.words[first] in ("+", "minus", "-", "–"):
        return None
    if word_at(stream, last) in DASHES and word_at(stream, last + 1) in ("to", "or"):
        last += 1  # "a two- to three-week delay"
    joint = word_at(stream, last)
    if joint in ("to", "or", "and", *DASHES):
        second = number_at(stream, last + 1)
        between = word_at(stream, index - 1) == "between"
        fits = second is not None and second.number > low and (joint != "and" or between)
        moved = joint == "to" and word_at(stream, first - 1) == "from"
        if second is not None and moved and tells_shift(stream, first, second.last + 1):
            unit = unit_at(stream, second.last)  # "extended from 12 to 18 months"
            return None if unit is None else Part(first, last, low, low, unit, number.step)
        if fits and second is not None:
            last, high = second.last, second.most or second.number
            first = first - 1 if word_at(stream, first - 1) in ("between", "from") else first
    if tuple(stream.words[last : last + 6]) == ("-", "and", "-", "a", "-", "half"):
        low, high, last = low + HALF, high + HALF, last + 6
    dash = word_at(stream, last) in DASHES and joined(stream, last) and joined(stream, last + 1)
    last += dash
    way = 0 if dash else way_of(word_at(stream, last))
    last += way != 0
    special = ""
    while word_at(stream, last) in whole_words() and not dash:
        special = stream.words[last] if stream.words[last] in special_units() else special
        last += 1
    unit = unit_at(stream, last)
    if unit is None or (way and not stream.words[last].endswith("s")):
        return None
    part = Part(
        first, last + 1, low, high, unit, number.step, hyphened=dash, way=way, special=special
    )
    if number.form == "loose":
        part = part._replace(vague=True)
    return with_half(stream, part)


def is_other(stream: Stream, part: Part) -> bool:
    """Ages, ranks, clock words and names that only look like a duration."""
    behind = word_at(stream, part.last)
    if behind in DASHES and word_at(stream, part.last + 1) in ("old", "olds"):
        return True
    if (
        behind in ("a", "per", "each", "every")
        and word_at(stream, part.last + 1) in time_words().unit
    ):
        return True  # "seven days a week"
    if behind in ("old", "older") or (behind == "of" and word_at(stream, part.last + 1) == "age"):
        return True
    if part.unit == "second" and not (
        part.hyphened or part.low < 1 or stream.words[part.last - 1] in ("seconds", "secs", "sec")
    ):
        return True
    if part.unit in ("day", "night") and not part.hyphened and part.low != 1:
        single = stream.words[part.last - 1] in ("day", "night")
        if single and behind in word_set("durations", "by_day"):
            return True  # "two night guards"
    if part.hyphened and part.unit in ("year", "month", "week") and is_tenor(stream, part.last):
        return True
    if part.unit == "quarter" and not stream.words[part.last - 1].endswith("s"):
        return True
    name = is_capitalised(stream, part.last - 1) and not stream.words[part.first].isdecimal()
    if (
        name
        and part.first != part.last - 1
        and is_capitalised(stream, part.first)
        and (kind_at(stream, part.last) == "word" and is_capitalised(stream, part.last))
    ):
        return True
    short = stream.words[part.last - 1] in ("min", "sec", "hr")
    return short and not stream.words[part.first][:1].isdecimal()


#: words for a time behind which a clause may stand: "five years and four months before he left"
_TIED: Final = frozenset(("before", "after"))


def is_tenor(stream: Stream, index: int) -> bool:
    """As in "10-year bonds", "the 10-year is at 2.87%": the name of a loan."""
    names = word_set("durations", "tenor")
    if kind_at(stream, index) == "word" and word_at(stream, index) in names:
        return True
    alone = kind_at(stream, index) != "word" or word_at(stream, index) in word_set(
        "durations", "tenor_behind"
    )
    return alone and not stream.vocabulary.isdisjoint(word_set("durations", "loan"))


_ORDER: Final = (
    "century",
    "decade",
    "year",
    "quarter",
    "month",
    "fortnight",
    "week",
    "day",
    "hour",
    "minute",
    "second",
)


def _most_of(part: Part, following: Part) -> int:
    """How many of a unit may stand behind a longer one: "70 years and 214 days"."""
    return _YEAR_DAYS if (part.unit, following.unit) == ("year", "day") else _MOST_PARTS


def _stands_alone(stream: Stream, part: Part, following: Part) -> bool:
    """As in "four and a half hours, 22 minutes short of the record": the 22 are of their own."""
    if part.low != part.low.to_integral_value():
        return True
    behind = word_at(stream, following.last), word_at(stream, following.last + 1)
    return " ".join(behind) in word_set("durations", "held_against")


def chain(stream: Stream, part: Part) -> list[Part]:
    """As in "six minutes and nine seconds", "11-year, four-month", "3 hours 12 minutes"."""
    parts = [part]
    while len(parts) < 4 and not part.vague and part.low == part.high and part.unit in _ORDER:
        start = part.last
        linked = word_at(stream, start) in ("and", ",") or kind_at(stream, start) == "number"
        start += word_at(stream, start) in ("and", ",")
        start += word_at(stream, start) == "and"
        following = counted(stream, start) if linked and kind_at(stream, start) != "mark" else None
        if following is None or following.first != start or following.low != following.high:
            break
        if following.unit not in _ORDER or _ORDER.index(following.unit) <= _ORDER.index(part.unit):
            break
        if following.hyphened != part.hyphened or following.low >= _most_of(part, following):
            break
        if word_at(stream, part.last) == "," and _stands_alone(stream, part, following):
            break
        behind = word_at(stream, following.last)
        if behind in time_words().ago and behind not in _TIED:  # "for 3 months and 2 days ago it"
            break
        parts.append(following)
        part = following
    return parts
