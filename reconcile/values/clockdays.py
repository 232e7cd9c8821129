"""A clock time without a day in, its day out: its sentence's, its paragraph's, the event's."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import Mention, Value
from reconcile.records import define, evolve, field
from reconcile.values import calendar, sets
from reconcile.values.calendar import DAY, HOUR, Stretch
from reconcile.values.datephrases import Phrase
from reconcile.values.resolving import resolve
from reconcile.values.standpoints import now_at
from reconcile.values.stream import Stream
from reconcile.values.timenames import At, Calendar, DayPart, Name, Portion, Range, Whole

#: what stands between a clock time and the same moment on another clock: "6:30 a.m. (0100 GMT)"
_RESTATED: Final = patterns.compile(r"\s* (?: \( | ,\ or\ | /\ ? | ;\ ) \s*", re.VERBOSE)
#: a mention that far away in the list is still looked at for a day of the same sentence
_STEPS: Final = (-1, 1, -2, 2, -3, 3)
#: so many parts of days before and behind a clock time are looked at
_PARTS_NEAR: Final = 12
_ABBREVIATED: Final = patterns.compile(r"\b[ap]\.m\.\ ", re.VERBOSE)
#: a clock time whose day is supposed may be on so many other days, so near
_OTHER_DAYS: Final = 4
_DAYS_AWAY: Final = 14
#: two clocks on land never show times farther apart
_FARTHEST: Final = 14 * HOUR


@define
class ClockThread:
    """The days and moments that a text has named so far."""

    #: the day of the text's event
    main: Stretch | None
    #: the parts of days that the text names ("early on Saturday"), with where they stand
    parts: list[tuple[int, Stretch]] = field(factory=list)
    #: the day last named, and where
    day: Stretch | None = None
    day_at: int = 0
    #: the last day named that had come when the text was published
    past: Stretch | None = None
    past_at: int = 0
    #: the clock time last told
    clock: Stretch | None = None


def lacks_day(name: Name) -> bool:
    """Whether a clock time or part of a day has no day of its own."""
    if isinstance(name, Range):
        return lacks_day(name.low) and lacks_day(name.high)
    if isinstance(name, At):
        return name.day is None
    return isinstance(name, DayPart) and name.of is None


def day_beside(
    index: int,
    mentions: Sequence[Mention],
    phrases: Sequence[Phrase | None],
    anchored: Sequence[Mention],
    stream: Stream,
) -> Stretch | None:
    """The day that is told beside the clock time that is mention ``index``.

    It is that of the same moment on another clock, or of the same sentence; the mentions before it
    are in ``anchored``.
    """
    phrase = phrases[index]
    assert phrase is not None
    second = _second_of(phrase.name)
    day = _restated(index, mentions, phrases, anchored, stream, second)
    if day is None:
        day = _in_sentence(index, mentions, phrases, stream, second)
    return None if day is None else calendar.days(day)


def day_supposed(
    mention: Mention, phrase: Phrase, stream: Stream, thread: ClockThread
) -> Stretch | None:
    """The day of a clock time that none is told beside: the last named, or that of the event."""
    second = _second_of(phrase.name)
    ahead = now_at(stream, phrase).direction > 0
    near = _in_paragraph(mention, thread, stream, ahead=ahead)
    if near is not None:
        return _next_if_earlier(near, second, thread.clock)
    if ahead and thread.day is not None:
        return thread.day
    return _of_part(mention.start, second, thread) or _not_to_come(stream, phrase, second, thread)


def is_told_nearby(mention: Mention, phrase: Phrase, stream: Stream, thread: ClockThread) -> bool:
    """Whether a day is named in front of a clock time in its paragraph."""
    ahead = now_at(stream, phrase).direction > 0
    return _in_paragraph(mention, thread, stream, ahead=ahead) is not None


def _in_paragraph(
    mention: Mention, thread: ClockThread, stream: Stream, *, ahead: bool
) -> Stretch | None:
    near, at = (thread.day, thread.day_at) if ahead else (thread.past, thread.past_at)
    return None if near is None or "\n" in stream.text[at : mention.start] else near


def with_other_days(
    mention: Mention, day: Stretch | None, days: Sequence[int], *, is_nearby: bool
) -> Mention:
    """A clock time whose day is supposed, which may also be on other days.

    ``day`` is ``None`` where it is that of the publication; ``days`` are those that its text
    names, the one of its publication and the one before; ``is_nearby`` says whether the supposed
    one is named in its paragraph.
    """
    value = mention.value
    if value is None or value.unresolved is not None or value.named.low is None:
        return mention
    supposed = calendar.day_of(int(value.named.low) if day is None else day.start)
    others = sorted(
        (each for each in days if 0 < abs(each - supposed) <= _DAYS_AWAY),
        key=lambda each: (abs(each - supposed), each),
    )
    moved = tuple(later(value, each - supposed) for each in others[:_OTHER_DAYS])
    told = evolve(value, alternatives=(*value.alternatives, *moved), day_supposed=not is_nearby)
    return evolve(mention, value=told)


def later(value: Value, days: int) -> Value:
    """A day or moment so many days later, or earlier; of its other readings none."""
    seconds = Decimal(days * DAY)
    return evolve(
        value,
        interval=sets.shift(value.interval, seconds),
        named=sets.shift(value.named, seconds),
        alternatives=(),
    )


def _not_to_come(
    stream: Stream, phrase: Phrase, second: int, thread: ClockThread
) -> Stretch | None:
    """The day of the text's event; the day before where the clock had not got so far."""
    now, day = now_at(stream, phrase), thread.main
    if day is None or now.second is None or not now.has_hour or now.direction >= 0:
        return day
    today = calendar.day_of(now.second) * DAY == day.start
    late = today and day.start + second > now.second + DAY // 2
    return Stretch(day.start - DAY, day.end - DAY) if late else day


def _second_of(name: Name) -> int:
    """Where on its day a clock time lies, in seconds from midnight."""
    if isinstance(name, Range):
        return _second_of(name.low)
    if not isinstance(name, At):
        return DAY // 2
    return name.clock.second - (name.clock.near in ("before", "nearly") or name.clock.second == DAY)


# --- the same moment on two clocks ------------------------------------------------------------


def _restated(
    index: int,
    mentions: Sequence[Mention],
    phrases: Sequence[Phrase | None],
    anchored: Sequence[Mention],
    stream: Stream,
    second: int,
) -> int | None:
    """The day on which a clock time lies nearest to the moment that it says again."""
    if index and _is_clock(phrases[index - 1]) and _adjoin(mentions, index - 1, stream):
        moment = _moment_of(anchored[index - 1].value)
        if moment is not None:
            return _nearest_day(moment, second)
    behind = phrases[index + 1] if index + 1 < len(phrases) else None
    if _is_clock(behind) and behind is not None and _adjoin(mentions, index, stream):
        moment = None if lacks_day(behind.name) else _moment_of(mentions[index + 1].value)
        return None if moment is None else _nearest_day(moment, second)
    return None


def _is_clock(phrase: Phrase | None) -> bool:
    return phrase is not None and isinstance(phrase.name, At)


def _adjoin(mentions: Sequence[Mention], first: int, stream: Stream) -> bool:
    between = stream.text[mentions[first].end : mentions[first + 1].start]
    return _RESTATED.fullmatch(between) is not None


def _moment_of(value: Value | None) -> int | None:
    return None if value is None or value.named.low is None else int(value.named.low)


def _nearest_day(moment: int, second: int) -> int | None:
    today = calendar.day_of(moment)
    day = min((today, today - 1, today + 1), key=lambda one: abs(one * DAY + second - moment))
    return day if abs(day * DAY + second - moment) <= _FARTHEST else None


# --- the day beside it ------------------------------------------------------------------------


def _in_sentence(
    index: int,
    mentions: Sequence[Mention],
    phrases: Sequence[Phrase | None],
    stream: Stream,
    second: int,
) -> int | None:
    """The day named nearest in the same sentence."""
    for step in _STEPS:
        other = index + step
        near = phrases[other] if 0 <= other < len(mentions) else None
        if near is None or not _names_day(near.name):
            continue
        low, high = sorted((mentions[index].start, mentions[other].start))
        between = stream.text[low:high]
        if "\n" in between or ". " in _ABBREVIATED.sub("", between):
            continue
        stretch = resolve(near.name, now_at(stream, near)).stretch
        if stretch is not None:
            return _holding(stretch, second) or calendar.day_of(stretch.start)
    return None


def _names_day(name: Name) -> bool:
    if isinstance(name, Calendar):
        return name.day is not None or name.weekday is not None
    if isinstance(name, DayPart):
        return name.of is not None and _names_day(name.of)
    return isinstance(name, Whole) and name.unit == "day" and name.start == "now"


def _holding(part: Stretch, second: int) -> int | None:
    """The day on which a clock time lies within a part of a day."""
    first = calendar.day_of(part.start)
    held = [day for day in (first, first + 1) if part.start <= day * DAY + second < part.end]
    return held[0] if held else None


def _next_if_earlier(day: Stretch, second: int, clock: Stretch | None) -> Stretch:
    """As in "left at 10.30pm on Friday. It missed a bend at 5.40am": the night is over."""
    evening = clock is not None and day.start + DAY // 2 < clock.start < day.end
    if evening and second < DAY // 2:
        return Stretch(day.start + DAY, day.end + DAY)
    return day


def _of_part(place: int, second: int, thread: ClockThread) -> Stretch | None:
    """The day of the part of a day, the shortest and then the nearest, that holds a clock time."""
    here = bisect.bisect(thread.parts, (place,))
    near = thread.parts[max(0, here - _PARTS_NEAR) : here + _PARTS_NEAR]
    held = [
        (part.end - part.start, abs(place - at), day)
        for at, part in near
        if (day := _holding(part, second)) is not None
    ]
    return calendar.days(min(held)[-1]) if held else None


def _names_part(name: Name) -> bool:
    """As in "Saturday morning", "early on Saturday"."""
    if isinstance(name, Portion):
        return _names_day(name.of)
    return isinstance(name, DayPart) and name.of is not None


def parts_named(
    mentions: Sequence[Mention], phrases: Sequence[Phrase | None], now: int | None
) -> list[tuple[int, Stretch]]:
    """The parts of days, begun when the text was published, that it names, and where."""
    return [
        (mention.start, Stretch(int(value.interval.low), int(value.interval.high)))
        for mention, phrase in zip(mentions, phrases, strict=True)
        for value in (mention.value,)
        if phrase is not None and value is not None
        if _names_part(phrase.name)
        if value.interval.low is not None and value.interval.high is not None
        if now is None or value.interval.low < now
    ]
