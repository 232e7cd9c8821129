"""Mentions in, the same out, with the dates that hang on one named before counted from it."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from reconcile.model import Mention, Value
from reconcile.values import calendar, hedges, timespans
from reconcile.values.calendar import Stretch
from reconcile.values.dates import find_phrase, needs_thread, now_at, value_of
from reconcile.values.datewords import Phrase
from reconcile.values.resolving import Now, resolve
from reconcile.values.stream import Stream
from reconcile.values.timenames import At, Calendar, DayPart, Name, Shifted, Whole

#: a text's event lies no more days before its publication than this
_RECENT = 10


class _Thread:
    """The days and the period named so far while the text is walked."""

    __slots__ = ("day", "day_at", "main", "moment", "past", "past_at", "period", "periods")

    def __init__(self, main: Stretch | None) -> None:
        #: the day that the text names most often: that of its event
        self.main = main
        #: the day last named, and where
        self.day: Stretch | None = None
        self.day_at = 0
        #: the last day named that had come when the text was published
        self.past: Stretch | None = None
        self.past_at = 0
        self.moment: Stretch | None = None
        self.period: Stretch | None = None
        #: the last period of each length in months
        self.periods: dict[int, Stretch] = {}


def anchor(mentions: Sequence[Mention], stream: Stream) -> tuple[Mention, ...]:
    """Dates relative to the date that the text last named, counted from it."""
    starts = [token.start for token in stream.tokens]
    phrases = [_phrase_of(mention, stream, starts) for mention in mentions]
    thread = _Thread(_main_day(mentions, phrases, stream))
    anchored = []
    for index, (mention, phrase) in enumerate(zip(mentions, phrases, strict=True)):
        if phrase is not None:
            mention = _anchored(
                mention, phrase, stream, thread, _day_ahead(index, mentions, phrases, stream)
            )
            _remember(thread, mention, phrase, stream)
        anchored.append(mention)
    return tuple(anchored)


def _main_day(
    mentions: Sequence[Mention], phrases: Sequence[Phrase | None], stream: Stream
) -> Stretch | None:
    """The day up to publication that the text names most often, the first of equals."""
    counts: Counter[int] = Counter()
    for mention, phrase in zip(mentions, phrases, strict=True):
        if (
            phrase is None
            or mention.value is None
            or needs_thread(phrase.name)
            or phrase.bound is not None
        ):
            continue
        stretch = _stretch_of(mention.value)
        uncertain = isinstance(phrase.name, Shifted) or (
            isinstance(phrase.name, DayPart)
            and (phrase.name.name == "overnight" or isinstance(phrase.name.of, Shifted))
        )
        if (
            stretch is not None
            and timespans.is_day(stretch)
            and not (uncertain or _is_stamp(phrase.name))
        ):
            counts[calendar.day_of(stretch.start)] += 1
    today = _publication_day(stream)
    past = [day for day in counts if today is None or today - _RECENT <= day <= today]
    return calendar.days(max(past, key=lambda day: counts[day])) if past else None


def _is_stamp(name: Name) -> bool:
    """Whether a date is written out with its year, as bylines and datelines are."""
    day = name.day if isinstance(name, At) else name
    return isinstance(day, Calendar) and day.year is not None


def _publication_day(stream: Stream) -> int | None:
    if stream.published is None:
        return None
    return calendar.day_number(stream.published.year, stream.published.month, stream.published.day)


def _phrase_of(mention: Mention, stream: Stream, starts: list[int]) -> Phrase | None:
    if mention.kind != "date":
        return None
    first = bisect.bisect_left(starts, mention.start)
    last = bisect.bisect_left(starts, mention.end)
    for index in range(first, last):
        phrase = find_phrase(stream, index)
        if phrase is not None and phrase.last == last:
            return phrase
    return None


def _anchored(
    mention: Mention, phrase: Phrase, stream: Stream, thread: _Thread, ahead: Phrase | None
) -> Mention:
    if not needs_thread(phrase.name):
        return mention
    now = now_at(stream, phrase)
    if _lacks_day(phrase.name):
        day = _day_of_clock(mention, stream, thread, now, ahead)
    else:
        fine = isinstance(phrase.name, Shifted) and phrase.name.unit in timespans.SHORT
        day = (thread.moment or thread.day) if fine else thread.day
    value = value_of(
        phrase, _classes(phrase, stream), _threaded(now, day, _period_for(phrase.name, thread))
    )
    return evolve(mention, value=value)


def _day_of_clock(
    mention: Mention, stream: Stream, thread: _Thread, now: Now, ahead: Phrase | None
) -> Stretch | None:
    """The day of a clock time: of its sentence, of its paragraph, or that of the text's event."""
    if ahead is not None:
        return resolve(ahead.name, now_at(stream, ahead)).stretch
    day, at = (thread.day, thread.day_at) if now.direction > 0 else (thread.past, thread.past_at)
    if day is not None and "\n" not in stream.text[at : mention.start]:
        return day
    return thread.day if now.direction > 0 and thread.day is not None else thread.main


def _threaded(now: Now, day: Stretch | None, period: Stretch | None) -> Now:
    return evolve(now, thread=day, period=period)


def _period_for(name: Name, thread: _Thread) -> Stretch | None:
    """The period that "the quarter" or "that month" takes up is the last of its length."""
    if isinstance(name, Whole) and name.count == 0 and name.within is None:
        return thread.periods.get(timespans.MONTHS.get(name.unit, 0))
    return thread.period


def _classes(phrase: Phrase, stream: Stream) -> tuple[str, ...]:
    return hedges.before(stream, phrase.first)[1] if isinstance(phrase.name, Shifted) else ()


def _lacks_day(name: Name) -> bool:
    return (
        isinstance(name, (At, DayPart)) and (name.day if isinstance(name, At) else name.of) is None
    )


def _day_ahead(
    index: int, mentions: Sequence[Mention], phrases: Sequence[Phrase | None], stream: Stream
) -> Phrase | None:
    """The day named next in the same sentence, for a clock time that has none before it there."""
    phrase = phrases[index]
    if phrase is None or not _lacks_day(phrase.name):
        return None
    for step in (-1, 1, -2, 2, -3, 3):
        other = index + step
        if not 0 <= other < len(mentions):
            continue
        near = phrases[other]
        if near is None or not _names_day(near.name):
            continue
        low, high = sorted((mentions[index].start, mentions[other].start))
        between = stream.text[low:high]
        if "\n" not in between and ". " not in between.replace("a.m. ", "").replace("p.m. ", ""):
            return near
    return None


def _names_day(name: Name) -> bool:
    if isinstance(name, Calendar):
        return name.day is not None or name.weekday is not None
    return isinstance(name, Whole) and name.unit == "day" and name.start == "now"


def _remember(thread: _Thread, mention: Mention, phrase: Phrase, stream: Stream) -> None:
    value = mention.value
    stretch = _stretch_of(value) if value is not None else None
    if stretch is None or value is None or value.unresolved is not None:
        return
    if isinstance(phrase.name, Shifted) and phrase.name.unit in timespans.SHORT:
        thread.moment = stretch
    elif timespans.is_day(stretch):
        day = calendar.day_of(stretch.start)
        thread.day = calendar.days(day)
        thread.day_at = mention.end
        today = _publication_day(stream)
        if today is None or day <= today:
            thread.past, thread.past_at = thread.day, mention.end
        thread.moment = stretch
    elif stretch.end - stretch.start < 370 * calendar.DAY and not isinstance(phrase.name, Shifted):
        thread.period = stretch
        months = round((stretch.end - stretch.start) / (30.44 * calendar.DAY))
        if not isinstance(phrase.name, Calendar) or phrase.name.month is not None:
            thread.periods[months] = stretch


def _stretch_of(value: Value) -> Stretch | None:
    named = value.named
    if named.low is None or named.high is None:
        return None
    return Stretch(int(named.low), int(named.high))
