"""A trigger token in, the date, moment or range of dates around it out."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from attrs import evolve

from reconcile.model import Interval, Stated, Value
from reconcile.values import calendar, hedges, tense, timespans
from reconcile.values.calendar import Stretch
from reconcile.values.calendarwords import DASHES, numeric_at
from reconcile.values.clock import clock_at
from reconcile.values.datewords import Phrase, phrase_at
from reconcile.values.numbers import is_number_word
from reconcile.values.periodwords import span_at
from reconcile.values.resolving import NEEDS_THREAD, Now, Resolved, counted, resolve
from reconcile.values.stream import Reading, Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.telling import interval_words, moment
from reconcile.values.timenames import (
    At,
    Calendar,
    DayPart,
    Ending,
    Holiday,
    Name,
    Portion,
    Range,
    Season,
    Shifted,
    Whole,
)
from reconcile.values.timewords import time_words
from reconcile.values.yearwords import year_at
from reconcile.values.zones import offset

#: how many tokens before its trigger a date may begin
_LEAD: Final = 9
#: how far before "to Thursday" the verb may stand that moves something there
_MOVED_REACH: Final = 6
_EVERYTHING: Final = Interval(None, None, False, False)
#: seconds that one end of a range takes up at most
_WIDTHS: Final = {
    "minute": calendar.MINUTE,
    "month": 31 * calendar.DAY,
    "year": 366 * calendar.DAY,
    "fiscal year": 366 * calendar.DAY,
    "season": 114 * calendar.DAY,
}


@functools.cache
def date_triggers() -> frozenset[str]:
    """The words, besides numbers, at which a date can begin or by which it is known."""
    words = time_words()
    return frozenset(
        (
            *words.month,
            *words.weekday,
            *words.unit,
            *words.deictic,
            *words.season,
            *words.holidays,
            *words.named_time,
            *words.part,
            *words.tonight,
            *words.ordinal,
            *words.decade,
            *words.era,
            *words.fiscal,
            "q",
            "h",
            "half",
            "quarter",
            "century",
            "hours",
            "period",
            "couple",
            "several",
            "few",
        )
    )


@functools.cache
def _lead_words() -> frozenset[str]:
    words = time_words()
    return time_words().lead | frozenset(
        (
            *words.which,
            *words.portion,
            *words.bound,
            *words.hedge,
            *words.nearby,
            *words.small_hours,
        )
    )


@functools.cache
def _neighbours() -> frozenset[str]:
    """The words and marks that stand behind a number where it is part of a date."""
    words = time_words()
    return frozenset(
        (
            *words.unit,
            *words.month,
            *words.meridiem,
            *words.zone,
            *words.zone_place,
            *words.era,
            *words.service,
            ":",
            "/",
            "-",
            "–",
            "—",
            "'",
            "’",
            "~",
            "(",
            "st",
            "nd",
            "rd",
            "th",
            "s",
            "q",
            "h",
            "o",
            "oclock",
            "past",
            "to",
            "and",
            "or",
            "until",
            "till",
            "through",
            "in",
            "of",
            "at",
            "local",
            "hours",
            "full",
            "trading",
            "working",
            "business",
            "more",
            "whole",
            "calendar",
            "hundred",
            "thousand",
            "minute",
            "minutes",
            "on",
            "that",
            "this",
            "yesterday",
            "today",
        )
    )


def _may_be_date(stream: Stream, index: int) -> bool:
    """Whether a number could be part of a date at all: a quick look before any reader is tried."""
    word = stream.words[index]
    if (
        word_at(stream, index + 1) in _neighbours()
        or word_at(stream, index - 1) in time_words().before_hour
    ):
        return True
    digits = word.isdecimal() and word.isascii()
    if digits and word_at(stream, index + 1) == "," and kind_at(stream, index + 2) == "number":
        return True
    return (digits and 3 <= len(word) <= 4) or word.count(".") == 2


def is_written_date(stream: Stream, index: int) -> bool:
    """Whether joined figures are a date and no code: "04/07/2025", "1Q26", "0935Z", "end-2026"."""
    if not (joined(stream, index + 1) or joined(stream, index)):
        return "." in stream.words[index] and numeric_at(stream, index) is not None
    if word_at(stream, index - 1) in DASHES and word_at(stream, index - 2) in time_words().portion:
        return year_at(stream, index) is not None
    behind = word_at(stream, index + 1)
    if behind in ("/", "-", ".") or "." in stream.words[index]:
        return numeric_at(stream, index) is not None
    dash = behind in DASHES and word_at(stream, index + 2) == "q"
    if behind in ("q", "h") or dash:
        return span_at(stream, index) is not None
    return behind == "z" and clock_at(stream, index) is not None


def find_phrase(stream: Stream, index: int) -> Phrase | None:
    """The date phrase that holds a token, from as far to the left as it goes."""
    lead = _lead_words()
    first = index
    while first > 0 and index - first < _LEAD and stream.words[first - 1] in lead:
        first -= 1
    if stream.words[index] == "century" and first == index:
        first = max(0, first - 1)
    for start in range(first, index + 1):
        phrase = phrase_at(stream, start)
        if phrase is not None and phrase.last > index:
            return phrase
    return None


def read_date(stream: Stream, index: int) -> Reading | None:
    """The date around a trigger token, counted from publication alone."""
    number = stream.tokens[index].kind == "number" or is_number_word(stream.words[index])
    if number and not _may_be_date(stream, index):
        return None
    phrase = find_phrase(stream, index)
    if phrase is None or word_at(stream, phrase.first - 1) in time_words().recurring:
        return None
    first, classes = hedges_of(stream, phrase)
    value = value_of(phrase, classes, now_at(stream, phrase))
    if isinstance(phrase.name, Shifted) and phrase.name.start == "event" and value.alternatives:
        value = _from_event(value)
    return Reading(first, phrase.last, value)


def _from_event(value: Value) -> Value:
    """As in "two days after taking office" tells a length; its date hangs on an event."""
    length = value.alternatives[0]
    return evolve(length, alternatives=(evolve(value, alternatives=()),))


def now_at(stream: Stream, phrase: Phrase) -> Now:
    """Where a phrase's words are counted from, no date named before."""
    published = stream.published
    south = any(word in time_words().south for word in (stream.place or "").lower().split())
    return Now(
        publication(stream),
        has_hour=published is not None and (published.hour, published.minute) != (0, 0),
        direction=_direction(stream, phrase),
        south=south,
    )


def publication(stream: Stream) -> int | None:
    """The local second at which a text was published."""
    published = stream.published
    if published is None:
        return None
    day = calendar.day_number(published.year, published.month, published.day)
    return day * calendar.DAY + published.hour * 3600 + published.minute * 60 + published.second


def _direction(stream: Stream, phrase: Phrase) -> int:
    found = tense.direction(stream, phrase.first, phrase.last)
    if phrase.bound in ("until", "by", "through"):
        return -1 if phrase.bound == "by" and _is_over(stream, phrase) else 2
    if phrase.bound == "since":
        return -1
    if word_at(stream, phrase.first) in time_words().beginning or (
        phrase.bound == "from" and word_at(stream, phrase.first) == "as"
    ):
        return 1
    if _is_moved(stream, phrase.first) or _is_set(stream, phrase.first):
        return 1
    opening = phrase.bound in ("before", "after", "from", "not_before")
    return 1 if found == 0 and opening else found


def _is_moved(stream: Stream, index: int) -> bool:
    """As in "was put back to Thursday"."""
    near = stream.words[max(0, index - _MOVED_REACH) : index]
    return word_at(stream, index - 1) == "to" and any(word in time_words().moved for word in near)


def _is_set(stream: Stream, index: int) -> bool:
    """As in "the vote is on Friday", "kick-off is at 19:45 on Friday"."""
    at = index - 1
    return word_at(stream, at) in ("at", "on") and word_at(stream, at - 1) in ("is", "are")


def _is_over(stream: Stream, phrase: Phrase) -> bool:
    """As in "By Monday there were 40", "had recorded 41 aftershocks by 10 a.m. Friday"."""
    if is_capitalised(stream, phrase.first):
        return tense.direction(stream, phrase.last, phrase.last) < 0
    return tense.perfect(stream, phrase.first)


def hedges_of(stream: Stream, phrase: Phrase) -> tuple[int, tuple[str, ...]]:
    """Hedges in front of a count of time ("more than two years ago") and where they begin."""
    if not isinstance(phrase.name, Shifted) or _compares(stream, phrase):
        return phrase.first, ()
    return hedges.before(stream, phrase.first)


def _compares(stream: Stream, phrase: Phrase) -> bool:
    """As in "lower than a year ago", "900 more than a year before": the date is no bound."""
    if word_at(stream, phrase.first - 1) != "than":
        return False
    comparative = word_at(stream, phrase.first - 2)
    if comparative not in time_words().more or word_at(stream, phrase.first) == "the":
        return True
    before = phrase.first - 3
    return kind_at(stream, before) == "number" or is_number_word(word_at(stream, before))


# --- the value --------------------------------------------------------------------------------


def value_of(phrase: Phrase, classes: tuple[str, ...], now: Now) -> Value:
    """The value of a phrase."""
    exact = _without_blur(phrase.name)
    resolved = resolve(exact, now)
    if resolved.stretch is None:
        return _unresolved(phrase, resolved.lacks, classes, now)
    stretch = resolved.stretch
    named = _named_for_bound(phrase, stretch)
    wide = timespans.hull(named, *resolved.others) if _is_fiscal(phrase.name) else named
    blurred = resolve(phrase.name, now).stretch if exact != phrase.name else stretch
    assert blurred is not None
    interval = _bounded(phrase.bound, wide if phrase.bound or wide != named else blurred)
    interval = _hedged(classes, phrase, interval, stretch, now)
    if phrase.bound is None and _from_midnight(phrase.name):
        interval = evolve(interval, low=Decimal(named.start - named.start % calendar.DAY))
    zone = _zone(phrase.name)
    day = counted(phrase.name, now) if isinstance(phrase.name, Shifted) else None
    return Value(
        kind="date",
        unit="date",
        interval=interval,
        named=calendar.to_interval(day or named),
        hedge=phrase.bound or phrase.hedge or hedges.name_of(classes),
        stated=Stated(None, stated_unit(phrase.name)),
        alternatives=_alternatives(phrase, resolved, classes),
        offset_minutes=offset(zone, named.start) if zone is not None else None,
        steps=(_step(phrase, named, now),),
    )


def _from_midnight(name: Name) -> bool:
    """Whether a part of a day may reach back to midnight: "on Saturday morning"."""
    part = isinstance(name, DayPart) and name.portion is None
    return part and isinstance(name, DayPart) and name.name in time_words().from_midnight


def _is_fiscal(name: Name) -> bool:
    """Whether a name's months depend on when somebody's business year begins."""
    return getattr(name, "fiscal", False) or (isinstance(name, Portion) and _is_fiscal(name.of))


def _unresolved(phrase: Phrase, reason: str, classes: tuple[str, ...], now: Now) -> Value:
    others = _lengths(phrase.name, classes)
    if isinstance(phrase.name, Shifted) and phrase.name.start == "thread":  # or from publication
        again = evolve(phrase, name=evolve(phrase.name, start="now"))
        if resolve(again.name, now).stretch is not None:
            others = (*others, evolve(value_of(again, classes, now), alternatives=()))
    return Value(
        kind="date",
        unit="date",
        interval=_EVERYTHING,
        named=_EVERYTHING,
        hedge=phrase.bound or phrase.hedge,
        stated=Stated(None, stated_unit(phrase.name)),
        alternatives=others,
        unresolved=reason or NEEDS_THREAD,
    )


def _without_blur(name: Name) -> Name:
    if isinstance(name, At) and name.clock.near is not None:
        return evolve(name, clock=evolve(name.clock, near=None))
    if isinstance(name, DayPart) and name.portion in ("before", "after"):
        return name
    return name


def _named_for_bound(phrase: Phrase, stretch: Stretch) -> Stretch:
    """As in "by the end of June" names 30 June, "from the start of next month" its first day."""
    if isinstance(phrase.name, DayPart) and phrase.name.name == "night":  # the evening is named
        return Stretch(stretch.start, min(stretch.end, stretch.start + 7 * calendar.HOUR))
    if isinstance(phrase.name, Portion) and phrase.bound is not None:
        if phrase.name.which == "end":
            return timespans.last_day(stretch)
        if phrase.name.which == "start":
            return timespans.first_day(stretch)
    return stretch


def _bounded(bound: str | None, named: Stretch) -> Interval:
    low, high = Decimal(named.start), Decimal(named.end)
    if bound in ("since", "from", "not_before"):
        return Interval(low, None, True, False)
    if bound == "after":
        return Interval(high, None, True, False)
    if bound in ("until", "by", "through"):
        return Interval(None, high, False, False)
    if bound == "before":
        return Interval(None, low, False, False)
    return Interval(low, high)


def _hedged(
    classes: tuple[str, ...], phrase: Phrase, interval: Interval, stretch: Stretch, now: Now
) -> Interval:
    """As in "more than two years ago" lies before, "about a year ago" a little to either side."""
    if not classes or not isinstance(phrase.name, Shifted) or phrase.bound is not None:
        if phrase.hedge == "about" and isinstance(phrase.name, Calendar) and phrase.name.year:
            return _about_year(stretch)
        return interval
    back = phrase.name.sign < 0
    width = Decimal(stretch.end - stretch.start)
    low, high = Decimal(stretch.start), Decimal(stretch.end)
    if phrase.name.unit in ("decade", "century") and (day := counted(phrase.name, now)):
        year = calendar.civil(calendar.day_of(day.start))[0]
        low, high = (Decimal(end) for end in calendar.years(year))
    outer = classes[-1]
    if outer == "just_over":
        return Interval(low - width / 2, high) if back else Interval(low, high + width / 2)
    if outer in ("over", "at_least", "well_over"):
        return Interval(None, high, False, False) if back else Interval(low, None, True, False)
    if outer in ("under", "at_most", "nearly", "just_under", "well_under"):
        reach = None if outer in ("under", "at_most", "well_under") else width
        if back:
            return Interval(low, None if reach is None else high + reach, True, False)
        return Interval(None if reach is None else low - reach, high, reach is not None, False)
    if outer == "about":
        return Interval(low - width / 2, high + width / 2)
    return interval


def _about_year(stretch: Stretch) -> Interval:
    """As in "about 985": five years either way, ten in old times."""
    margin = Decimal(5 * 366 * calendar.DAY)
    return Interval(stretch.start - margin, stretch.end + margin)


def _zone(name: Name) -> tuple[int, int, str] | None:
    return name.clock.zone if isinstance(name, At) else None


def stated_unit(name: Name) -> str:
    """How finely a name is stated: "minute", "day", "month", "year" ..."""
    if isinstance(name, At):
        return "minute" if name.clock.step == 60 else "second"
    if isinstance(name, DayPart):
        return "part of day"
    if isinstance(name, Calendar):
        day = name.day is not None or name.weekday is not None
        return "day" if day else ("month" if name.month is not None else "year")
    if _is_fiscal(name):
        return "fiscal year"
    if isinstance(name, Range):
        low, high = stated_unit(name.low), stated_unit(name.high)
        return f"{low} range" if low == high and isinstance(name.low, Calendar) else "period"
    if isinstance(name, (Shifted, Whole)):
        return name.unit
    if isinstance(name, Holiday):
        return "day"
    return "season" if isinstance(name, Season) else "period"


# --- other readings ---------------------------------------------------------------------------


def _alternatives(
    phrase: Phrase, resolved: Resolved, classes: tuple[str, ...]
) -> tuple[Value, ...]:
    others = tuple(
        Value("date", "date", _bounded(phrase.bound, other), calendar.to_interval(other))
        for other in resolved.others
    )
    return (*others, *_lengths(phrase.name, classes, resolved.stretch))


def _lengths(
    name: Name, classes: tuple[str, ...], stretch: Stretch | None = None
) -> tuple[Value, ...]:
    """The length that a count of time or a range also tells, as a duration."""
    from reconcile.values.durations import length_value, stretch_value

    if isinstance(name, Shifted) and name.unit not in ("term", "season"):
        return (length_value(name.low, name.high, name.unit, half=name.half, classes=classes),)
    if isinstance(name, Ending):
        return (length_value(name.months, name.months, "month"),)
    if isinstance(name, Whole) and name.count and name.unit in ("decade", "century"):
        return (length_value(1, 1, name.unit),)
    if isinstance(name, Range) and isinstance(name.low, Shifted | Whole):
        counted_end = name.low if isinstance(name.low, Shifted) else name.high
        if isinstance(counted_end, Shifted):  # "the past decade", "the next decade"
            return _lengths(counted_end, classes)
    if isinstance(name, Range) and stretch is not None:
        ends = [_WIDTHS.get(stated_unit(end), calendar.DAY) for end in (name.low, name.high)]
        return (stretch_value(stretch, sum(ends)),)
    return ()


def _step(phrase: Phrase, named: Stretch, now: Now) -> str:
    written = interval_words(Interval(Decimal(named.start), Decimal(named.end)), "date", "date")
    if now.second is None or not is_relative(phrase.name):
        return f"names {written}"
    base = now.thread.start if now.thread is not None and needs_thread(phrase.name) else now.second
    day = moment(Decimal(base - base % calendar.DAY))
    return f"counted from {day}, names {written}"


def is_relative(name: Name) -> bool:
    """Whether a name is counted from somewhere."""
    if isinstance(name, Calendar):
        return name.year is None
    if isinstance(name, (Portion,)):
        return is_relative(name.of)
    return not hasattr(name, "year") or name.year is None


def needs_thread(name: Name) -> bool:
    """Whether a name is counted from the date last named."""
    if isinstance(name, Whole):
        return name.start == "thread"
    if isinstance(name, Shifted):
        return name.start == "thread" or (name.base is not None and needs_thread(name.base))
    if isinstance(name, At):
        return name.day is None or needs_thread(name.day)
    if isinstance(name, DayPart):
        return (name.of is None and name.name != "overnight") or (
            name.of is not None and needs_thread(name.of)
        )
    if isinstance(name, Portion):
        return needs_thread(name.of)
    if isinstance(name, Calendar):
        within = name.within is not None and needs_thread(name.within)
        bare = name.day is not None and name.month is None
        return within or bare or name.which in ("following", "that", "same", "previous")
    if isinstance(name, Range):
        return needs_thread(name.low) or needs_thread(name.high)
    return False
