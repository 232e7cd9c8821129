"""Mentions in, the same mentions out, with dates that hang on a date named before counted from it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from attrs import evolve

from reconcile.model import Mention, Value
from reconcile.values import calendar, hedges, timespans
from reconcile.values.calendar import Stretch
from reconcile.values.dates import find_phrase, needs_thread, now_at, value_of
from reconcile.values.datewords import Phrase
from reconcile.values.resolving import Now, resolve
from reconcile.values.stream import Stream
from reconcile.values.timenames import At, Calendar, DayPart, Name, Shifted, Span, Whole

#: how many characters back a day still gives a clock time its day
_FAR: int = 600


class _Thread:
    """The day and the period last named while the text is walked."""

    __slots__ = ("day", "day_at", "moment", "period")

    def __init__(self) -> None:
        self.day: Stretch | None = None
        self.day_at = 0
        self.moment: Stretch | None = None
        self.period: Stretch | None = None


def anchor(mentions: Sequence[Mention], stream: Stream) -> tuple[Mention, ...]:
    """Dates relative to the date that the text last named, counted from it."""
    starts = [token.start for token in stream.tokens]
    phrases = [_phrase_of(mention, stream, starts) for mention in mentions]
    thread = _Thread()
    anchored = []
    for index, (mention, phrase) in enumerate(zip(mentions, phrases, strict=True)):
        if phrase is not None:
            mention = _anchored(mention, phrase, stream, thread, _day_ahead(index, mentions, phrases, stream))
            _remember(thread, mention, phrase)
        anchored.append(mention)
    return tuple(anchored)


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
    near = thread.day if mention.start - thread.day_at < _FAR else None
    if _lacks_day(phrase.name):
        if ahead is not None:
            near = resolve(ahead.name, now_at(stream, ahead)).stretch or near
        day = near
    else:
        fine = isinstance(phrase.name, Shifted) and phrase.name.unit in timespans.SHORT
        day = (thread.moment or thread.day) if fine else thread.day
    value = value_of(phrase, _classes(phrase, stream), _threaded(now, day, thread.period))
    return evolve(mention, value=value)


def _threaded(now: Now, day: Stretch | None, period: Stretch | None) -> Now:
    return evolve(now, thread=day, period=period)


def _classes(phrase: Phrase, stream: Stream) -> tuple[str, ...]:
    return hedges.before(stream, phrase.first)[1] if isinstance(phrase.name, Shifted) else ()


def _lacks_day(name: Name) -> bool:
    return isinstance(name, (At, DayPart)) and (name.day if isinstance(name, At) else name.of) is None


def _day_ahead(
    index: int, mentions: Sequence[Mention], phrases: Sequence[Phrase | None], stream: Stream
) -> Phrase | None:
    """The day named next in the same sentence, for a clock time that has none before it there."""
    phrase = phrases[index]
    if phrase is None or not _lacks_day(phrase.name):
        return None
    for step in (-1, 1):
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


def _remember(thread: _Thread, mention: Mention, phrase: Phrase) -> None:
    value = mention.value
    stretch = _stretch_of(value) if value is not None else None
    if stretch is None or value is None or value.unresolved is not None:
        return
    if timespans.is_day(stretch):
        day = calendar.day_of(stretch.start)
        thread.day = calendar.days(day)
        thread.day_at = mention.end
        thread.moment = stretch
    elif stretch.end - stretch.start < 370 * calendar.DAY:
        thread.period = stretch
        if not isinstance(phrase.name, (Span, Whole)):
            thread.moment = None
    elif isinstance(phrase.name, Calendar):
        thread.period = stretch


def _stretch_of(value: Value) -> Stretch | None:
    named = value.named
    if named.low is None or named.high is None:
        return None
    return Stretch(int(named.low), int(named.high))
