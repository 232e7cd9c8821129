"""Tokens in, dates counted from elsewhere out: "last month", "three days ago", "a year earlier"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from attrs import evolve

from reconcile.values import tense
from reconcile.values.calendarwords import DASHES, Named, as_named, calendar_at
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.numbers import number_at
from reconcile.values.periodwords import holiday_at, season_at, span_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import (
    Calendar,
    DayPart,
    Ending,
    Holiday,
    Name,
    Portion,
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
_FISCAL: Final = frozenset(("fiscal", "financial", "business"))
#: how a name is read at a token; handed in by the reader of whole dates
NameReader = Callable[[Stream, int], Named | None]


class Length(NamedTuple):
    """A length of time before token ``last``: "two to three years", "a year and a half"."""

    low: int
    high: int
    unit: str
    last: int
    half: bool = False
    #: whether "the" stands for the number: "the day before"
    article: bool = False


# --- last, next, this -------------------------------------------------------------------------


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
        return Named(
            _before_last(stream, evolve(name, which=which)), _behind_last(stream, found.last)
        )
    if isinstance(name, (Season, Holiday, Span)) and name.year is None:
        return Named(evolve(name, which=which), found.last)
    if isinstance(name, Calendar) and name.weekday is not None and name.day is not None:
        return found
    return None


def _before_last(stream: Stream, name: Calendar) -> Name:
    return name


def _behind_last(stream: Stream, last: int) -> int:
    return last


# --- lengths ----------------------------------------------------------------------------------


def length_at(stream: Stream, index: int) -> Length | None:
    """As in "three days", "a year and a half", "two to three weeks", "half an hour", "the day"."""
    words = time_words()
    word = word_at(stream, index)
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


# --- ago, earlier, later ----------------------------------------------------------------------


def shifted_at(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "three weeks ago yesterday", "a year earlier", "a week on Saturday"."""
    length = length_at(stream, index)
    if length is None:
        return None
    last = length.last
    while word_at(stream, last) in ("or",) and word_at(stream, last + 1) in ("so", "more", "two"):
        last += 2
    word = word_at(stream, last)
    relation = time_words().ago.get(word)
    if relation == "ago":
        return _ago(stream, length, last + 1, read)
    if relation in ("earlier", "later", "hence"):
        return _earlier_or_later(stream, length, relation, last + 1)
    if relation in ("before", "after") and _is_stretch(stream, index, length):
        return None
    if relation in ("before", "after") and _allowed(length, word):
        return _before_or_after(stream, index, length, relation, last + 1, read)
    if word in ("from", "on", "since", "following") and not length.article:
        found = _onward(stream, length, word, last + 1, read)
        if found is not None:
            return found
    if word_at(stream, index - 1) == "in" and _lies_ahead(stream, index, last, word):
        last += 2 if word in ("'", "’") and word_at(stream, last + 1) in ("s", "time") else 0
        last += word_at(stream, last) == "time"
        return Named(_name(length, 1, "now"), last)
    return _ending(stream, length, last, read)


def _is_stretch(stream: Stream, index: int, length: Length) -> bool:
    """As in "in the ten years before": how long it was, not when."""
    the = word_at(stream, index - 1) == "the"
    return the and length.high > 1 and word_at(stream, index - 2) in time_words().during


def _lies_ahead(stream: Stream, index: int, last: int, word: str) -> bool:
    """As in "will open in two weeks": a length behind "in" under a verb of the future is a date."""
    if word_at(stream, index - 2) in time_words().times or is_record(stream, index - 1):
        return False
    if kind_at(stream, last) == "word" and word not in (
        "and",
        "but",
        "or",
        "when",
        "at",
        "with",
        "on",
        "s",
        "time",
    ):
        return False
    return tense.direction(stream, index, last) > 0


def is_record(stream: Stream, index: int) -> bool:
    """As in "its lowest level in six years", "the first loss in a decade": the years before."""
    near = stream.words[max(0, index - 3) : index]
    return any(word in word_set("ranks", "superlative") or word == "first" for word in near)


def _allowed(length: Length, word: str) -> bool:
    return not length.article or length.low == 1


def _name(length: Length, sign: int, start: str, base: Name | None = None) -> Shifted:
    return Shifted(length.unit, length.low, length.high, sign, start, base, length.half)


def _ago(stream: Stream, length: Length, last: int, read: NameReader) -> Named:
    if length.article:
        length = length._replace(article=False)
    word = word_at(stream, last)
    weekday = word in time_words().weekday and length.unit in ("week", "fortnight")
    if word in time_words().deictic or weekday or word in ("this", "on", "last"):
        skipped = 1 if word == "on" else 0
        base = read(stream, last + skipped)
        if base is not None and isinstance(base.name, (Whole, Calendar)):
            same = isinstance(base.name, Whole) and base.name.unit in ("day", "week", "month")
            if same or (isinstance(base.name, Calendar) and base.name.weekday is not None):
                return Named(_name(length, -1, "now", base.name), base.last)
    return Named(_name(length, -1, "now"), last)


def _earlier_or_later(stream: Stream, length: Length, relation: str, last: int) -> Named | None:
    if word_at(stream, last) == "than":
        return Named(_name(length, 1 if relation == "later" else -1, "event"), last + 1)
    if relation == "hence":
        away_from = word_at(stream, last) in ("from",)
        return None if away_from else Named(_name(length, 1, "now"), last)
    return Named(_name(length, 1 if relation == "later" else -1, "thread"), last)


def _before_or_after(
    stream: Stream, index: int, length: Length, relation: str, last: int, read: NameReader
) -> Named | None:
    sign = -1 if relation == "before" else 1
    word = word_at(stream, last)
    if word in ("last", "next") and kind_at(stream, last + 1) != "word":  # "the week before last"
        return Named(Whole(length.unit, 2 * (1 if word == "next" else -1)), last + 1)
    if word == "that" and kind_at(stream, last + 1) != "word":
        return Named(_name(length, sign, "thread"), last + 1)
    if kind_at(stream, last) != "word" and kind_at(stream, last) != "number":
        return Named(_name(length, sign, "thread"), last)
    base = read(stream, last)
    if base is not None and word_at(stream, index - 1) in ("in", "within", "over", "for", "of"):
        return None  # "in nine days after June 4" is a length and a date
    if base is not None:
        return Named(_name(length, sign, "now", base.name), base.last)
    if word in time_words().goes_on:
        return Named(_name(length, sign, "thread"), last)
    return Named(_name(length, sign, "event"), last)


def _onward(stream: Stream, length: Length, word: str, last: int, read: NameReader) -> Named | None:
    """As in "two weeks from now", "three days from Monday", "a week on Saturday"."""
    if word == "from" and word_at(stream, last) == "now":
        return Named(_name(length, 1, "now"), last + 1)
    if word == "since" or word == "following":
        return None
    base = read(stream, last)
    if base is None:
        return None
    weekday = (
        isinstance(base.name, Calendar)
        and base.name.weekday is not None
        and base.name.month is None
    )
    if word == "on" and not (weekday and length.unit in ("week", "fortnight")):
        return None
    if word == "from" and length.unit in ("hour", "minute") and not weekday:
        return None
    today = isinstance(base.name, Whole) and base.name.unit == "day"
    if not (weekday or today or isinstance(base.name, (Calendar, Holiday))):
        return None
    name = base.name
    if weekday and isinstance(name, Calendar) and name.which is None:
        name = evolve(name, which="next")
    return Named(_name(length, 1, "now", name), base.last)


def _ending(stream: Stream, length: Length, last: int, read: NameReader) -> Named | None:
    """As in "the year to March", "six months ended June 30", "the quarter ending in May"."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(length.unit)
    word = word_at(stream, last)
    if months is None or length.low != length.high or length.half:
        return None
    if word not in ("to", "through", "ended", "ending", "until", "till"):
        return None
    last += 1
    while word_at(stream, last) in ("on", "in", "next", "the", "at") and read(stream, last) is None:
        last += 1
    end = read(stream, last)
    if end is None or not isinstance(end.name, (Calendar, Portion, Whole)):
        return None
    if isinstance(end.name, Calendar) and end.name.month is None:
        return None
    return Named(Ending(months * length.low, end.name), end.last)
