"""Tokens in, parts of days and clock times on days out: "Tuesday night", "2 a.m. on Friday"."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.values import clockfigures, ranges
from reconcile.values.calendarwords import calendar_at
from reconcile.values.clock import clock_at
from reconcile.values.dayfields import DASHES, Named, NameReader, as_named, day_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import (
    At,
    Calendar,
    Clock,
    DayPart,
    Holiday,
    Name,
    Portion,
    Range,
    Shifted,
    Whole,
)
from reconcile.values.timewords import time_words

#: so near to "the 10th" a word of golf or a lift makes it a hole or a floor
_COURSE_REACH: Final = 30
_DOTTED: Final = len("06.00")
#: how many words before "at 14.05" a word of a timetable may stand
_TIMETABLE_REACH: Final = 9
#: behind figures with a point, these make them an amount
_MEASURED: Final = frozenset(
    ("percent", "per", "million", "billion", "points", "euros", "dollars", "pounds")
)


# --- parts of a day ---------------------------------------------------------------------------


def part_at(
    stream: Stream, index: int, read: NameReader, portion: str | None = None
) -> Named | None:
    """As in "overnight", "tonight", "at dawn", "the morning of June 3", "the small hours"."""
    words = time_words()
    word = word_at(stream, index)
    if word in words.tonight:
        return _tonight(stream, index, words.tonight[word], read)
    if word in words.small_hours and word_at(stream, index + 1) == "hours":
        return _on_day(stream, DayPart("dawn", portion="small"), index + 2, read, alone=True)
    if word not in words.part or word in ("breakfast", "rush"):
        return None
    if is_capitalised(stream, index) and is_capitalised(stream, index + 1):
        return None
    last = index + 1
    if word_at(stream, last) in DASHES and joined(stream, last):
        return None
    if (
        word == "night"
        and word_at(stream, last) == "to"
        and word_at(stream, last + 1) in words.weekday
    ):
        day = calendar_at(stream, last + 1)
        if day is not None:
            return Named(DayPart("night", Shifted("day", 1, 1, -1, base=day.name)), day.last)
    alone = (
        word in time_words().twilight and word_at(stream, index - 1) in time_words().twilight_cue
    )
    in_the = (
        word_at(stream, index - 1) == "the"
        and word_at(stream, index - 2) == "in"
        and word != "night"
    )
    early = portion is not None and word != "night"
    if word_at(stream, index - 1) == "the" and word_at(stream, last) in ("before", "after"):
        away = -1 if stream.words[last] == "before" else 1
        if not _goes_on(stream, last + 1):
            return Named(DayPart(word, Whole("day", away, "thread")), last + 1)
    return _on_day(
        stream, DayPart(word, portion=portion), last, read, alone=alone or in_the or early
    )


def _goes_on(stream: Stream, index: int) -> bool:
    """Whether what the part of a day lies before is told: "the night before the vote"."""
    return kind_at(stream, index) == "word" and word_at(stream, index) not in (
        "and",
        "but",
        "when",
        "in",
        "at",
    )


def _tonight(stream: Stream, index: int, meaning: str, read: NameReader) -> Named | None:
    last = index + 1
    if meaning == "night":
        show = is_capitalised(stream, index) and is_capitalised(stream, last)
        return None if show else Named(DayPart("night", Whole("day")), last)
    adjective = kind_at(stream, last) == "word" and word_at(stream, index - 1) in (
        "an",
        "the",
        "its",
        "of",
    )
    if adjective:
        return None
    return _on_day(stream, DayPart("overnight"), last, read, alone=True)


def _on_day(
    stream: Stream, name: DayPart, last: int, read: NameReader, *, alone: bool
) -> Named | None:
    """The part of a day with the day behind it: "of 14 September", "on Thursday", "yesterday"."""
    start = last
    if word_at(stream, start) in ("of", "on", ",", "into"):
        start += 1
    day = day_name(stream, start, read)
    if day is not None and (
        start == last or word_at(stream, last) != "," or isinstance(day.name, Calendar)
    ):
        return Named(evolve(name, of=day.name), day.last)
    return Named(name, last) if alone else None


def day_name(stream: Stream, index: int, read: NameReader) -> Named | None:
    """A name of one day at a token, nothing but the day: for what stands beside a clock time."""
    words = time_words()
    start = index + 1 if word_at(stream, index) == "the" else index
    word = word_at(stream, start)
    found: Named | None = None
    if word in words.deictic:
        found = Named(Whole("day", words.deictic[word]), start + 1)
    elif word in words.which or word in words.holidays:
        inner = read(stream, start)
        day = inner is not None and isinstance(inner.name, (Calendar, Whole, DayPart, Holiday))
        found = inner if day and inner is not None and _is_day(inner.name) else None
    else:
        found = as_named(calendar_at(stream, start))
    if found is None:
        found = bare_day_at(stream, index)
        if found is not None and word_at(stream, found.last) == "of":
            found = None
    return found if found is not None and _is_day(found.name) else None


#: ordinals up to here, spelled out, count attempts more often than days
_PLACES: Final = 3


def bare_day_at(stream: Stream, index: int) -> Named | None:
    """As in "the 18th", "on the tenth", with nothing behind it that it could rank."""
    if word_at(stream, index) != "the":
        return None
    day = day_at(stream, index + 1)
    if day is None or not day[2]:
        return None
    spelled = kind_at(stream, index + 1) == "word"
    if spelled and (word_at(stream, index - 1) != "on" or day[0] <= _PLACES):
        return None  # "on the third, he failed": what was counted
    near = stream.words[max(0, index - _COURSE_REACH) : index + _COURSE_REACH]
    if any(word in time_words().course for word in near):
        return None  # "a birdie on the 10th"
    behind = word_at(stream, day[1])
    goes_on = time_words().goes_on | time_words().year_goes_on | {"of", "from", "between"}
    if kind_at(stream, day[1]) == "word" and behind not in goes_on:
        return None
    return Named(Calendar(day=day[0]), day[1])


def _is_day(name: Name) -> bool:
    if isinstance(name, Calendar):
        return name.day is not None or name.weekday is not None
    if isinstance(name, Whole):
        return name.unit == "day"
    if isinstance(name, Portion):
        return _is_day(name.of)
    if isinstance(name, Shifted):
        return name.unit == "day" or (name.base is not None and _is_day(name.base))
    return isinstance(name, (DayPart, Holiday))


def with_part(stream: Stream, found: Named, read: NameReader) -> Named:
    """A day with the part of it behind: "Friday afternoon", "yesterday evening"."""
    name = found.name
    if isinstance(name, DayPart) or not _is_day(name):
        return found
    last = found.last
    if word_at(stream, last) in ("in", "during") and word_at(stream, last + 1) == "the":
        last += 2
    portion = time_words().portion.get(word_at(stream, last))
    if portion in ("early", "late", "mid"):
        last += 1
        if word_at(stream, last) in DASHES:
            last += 1
    part = word_at(stream, last)
    if part in ("overnight",):
        return Named(DayPart("overnight", name), last + 1)
    if (
        part not in time_words().part
        or part in ("rush", "breakfast", "dawn")
        or is_capitalised(stream, last)
    ):
        return found
    if isinstance(name, Portion):
        return Named(DayPart(part, name.of, name.which), last + 1)
    return Named(DayPart(part, name, portion), last + 1)


# --- clock times ------------------------------------------------------------------------------


def clock_phrase(stream: Stream, index: int, read: NameReader, *, cued: bool) -> Named | None:
    """A clock time with the day behind it; unsure ones only where a cue stands before them."""
    found = clock_at(stream, index)
    if found is None:
        return None
    if word_at(stream, index) == "midnight" and word_at(stream, found.last) == "between":
        between = _between_days(stream, found.clock, found.last + 1, read)
        if between is not None:
            return between
    day = _day_behind(stream, found.last, read)
    if not found.sure and not _is_certain(stream, index, found.last, day, cued=cued):
        return None
    clock, last = found.clock, found.last
    if day is None:
        return Named(At(clock), last)
    if isinstance(day.name, DayPart):
        clock = clockfigures.settle(clock, day.name.name)
    return Named(At(clock, day.name), day.last)


def _between_days(stream: Stream, clock: Clock, index: int, read: NameReader) -> Named | None:
    """As in "midnight between 31 March and 1 April": the instant with which the second begins."""
    days = ranges.range_at(stream, index, read(stream, index), read, between=True)
    if days is None or not isinstance(days.name, Range) or not _is_day(days.name.high):
        return None
    return Named(At(evolve(clock, second=0), days.name.high), days.last)


def _is_certain(stream: Stream, index: int, last: int, day: Named | None, *, cued: bool) -> bool:
    """Whether a bare hour is a clock time: "at 9 on Friday", "a little before nine."."""
    before = word_at(stream, index - 1)
    dotted = "." in stream.words[index]
    if day is not None and before in ("at", "around", "about", "by", "until", "before", "after"):
        return True
    if dotted and len(stream.words[index]) == _DOTTED and clockfigures.led_by_zero(stream, index):
        return word_at(stream, last) not in _MEASURED
    if dotted and before == "at" and _runs_by_timetable(stream, index, last):
        return True
    if dotted:
        return before == "the" and word_at(stream, last) in time_words().service
    if before in ("before", "after") and cued:
        return kind_at(stream, last) != "word" and word_at(stream, last) not in ("%", "-", "–", ":")
    return False


def _runs_by_timetable(stream: Stream, index: int, last: int) -> bool:
    """As in "left at 14.05", "was due in Bologna at 18.05"; "shares opened at 14.05" are priced."""
    if word_at(stream, index - 2) in time_words().timetable:
        return True
    near = stream.words[max(0, index - _TIMETABLE_REACH) : index]
    for at in range(len(near) - 1, -1, -1):
        if near[at] in (".", ";", "\n"):
            near = near[at + 1 :]
            break
    if kind_at(stream, last) in ("word", "number") and word_at(stream, last) in _MEASURED:
        return False
    timed = any(word in time_words().timetable | time_words().opening for word in near)
    return timed and not any(word in time_words().priced for word in near)


def _day_behind(stream: Stream, index: int, read: NameReader) -> Named | None:
    """The day behind a clock time: "on Friday", ", 20 November", "last night", "that afternoon"."""
    start = index
    if word_at(stream, start) in (",", "("):
        start += 1
    if word_at(stream, start) in ("on", "of"):
        start += 1
    elif start > index and word_at(stream, index) == "(":
        return None
    day = day_name(stream, start, read)
    if day is None and word_at(stream, start) in time_words().tonight:
        return (
            Named(DayPart("night", Whole("day")), start + 1)
            if word_at(stream, start) == "tonight"
            else None
        )
    if day is None:
        return None
    return with_part(stream, day, read)


def with_clock(stream: Stream, found: Named, read: NameReader) -> Named:
    """A day with the clock time behind it: "Sunday at 6 a.m.", "20 January at 03:52 local time"."""
    name = found.name
    if not _is_day(name):
        return found
    last = found.last
    if word_at(stream, last) == ",":
        last += 1
    cue = word_at(stream, last)
    cued = cue in ("at", "around", "about")
    if cued:
        last += 1
    hedge = time_words().hedge.get(cue) or time_words().hedge.get(word_at(stream, last))
    if cued and word_at(stream, last) in time_words().hedge:
        last += 1
    if _is_iso(stream, found.last):
        return _with_iso_clock(stream, found)
    if cue in ("from", "between"):
        return _with_hours(stream, found, last, read, between=cue == "between")
    clock = clock_at(stream, last)
    if clock is None or not (clock.sure or (cued and cue == "at" and _ends(stream, clock.last))):
        return found
    if last == found.last + 1 and not cued and "." in stream.words[last]:
        return found
    settled = (
        clockfigures.settle(clock.clock, name.name) if isinstance(name, DayPart) else clock.clock
    )
    at = At(settled, name)
    return Named(blurred(at, hedge) if hedge else at, clock.last)


def _is_iso(stream: Stream, index: int) -> bool:
    """Whether a day in the ISO form ends at a token, and figures follow."""
    last = index + 1 if word_at(stream, index) == "t" and joined(stream, index) else index
    marks = (word_at(stream, index - 2), word_at(stream, index - 4))
    return marks == ("-", "-") and kind_at(stream, last) == "number"


def _with_iso_clock(stream: Stream, found: Named) -> Named:
    """As in "2026-02-06 10:20", "2026-02-06T10:20:05Z": of 24 hours."""
    clock = clockfigures.minutes_at(stream, found.last + (word_at(stream, found.last) == "t"))
    if clock is None:
        return found
    return Named(At(evolve(clock.clock, open=False), found.name), clock.last)


def _with_hours(
    stream: Stream, found: Named, last: int, read: NameReader, *, between: bool
) -> Named:
    """A day with the hours behind it: "Tuesday from 2:00 to 2:30 pm"."""
    low = clock_phrase(stream, last + 1, read, cued=False)
    hours = ranges.range_at(stream, last + 1, low, read, between=between)
    if hours is None or not isinstance(hours.name, Range):
        return found
    begins, ends = hours.name.low, hours.name.high
    if not (
        isinstance(begins, At) and isinstance(ends, At) and begins.day is None and ends.day is None
    ):
        return found
    settled = [
        clockfigures.settle(at.clock, found.name.name)
        if isinstance(found.name, DayPart)
        else at.clock
        for at in (begins, ends)
    ]
    return Named(Range(At(settled[0], found.name), At(settled[1], found.name)), hours.last)


def _ends(stream: Stream, index: int) -> bool:
    return kind_at(stream, index) != "word" and word_at(stream, index) not in ("%", "-", "–")


def blurred(name: At, hedge: str) -> At:
    """A clock time under "about" or "nearly": the rounder it is, the farther it may lie."""
    minute = name.clock.second // 60 % 60
    reach = 30 if minute == 0 else 15 if minute % 15 == 0 else 10 if minute % 5 == 0 else 5
    return evolve(name, clock=evolve(name.clock, near=hedge, minutes=reach))
