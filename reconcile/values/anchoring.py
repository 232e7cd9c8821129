"""Mentions in, the same out, with the dates that hang on one named before counted from it."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.model import Mention, Value
from reconcile.records import define, evolve, field
from reconcile.values import calendar, timespans
from reconcile.values.businessyears import of_business_year, year_end
from reconcile.values.calendar import Stretch
from reconcile.values.clockdays import (
    ClockThread,
    day_beside,
    day_supposed,
    is_told_nearby,
    lacks_day,
    later,
    parts_named,
    with_other_days,
)
from reconcile.values.datephrases import Phrase
from reconcile.values.dates import find_phrase
from reconcile.values.datevalues import needs_thread, value_of
from reconcile.values.standpoints import hedges_of, now_at, publication
from reconcile.values.stream import Stream
from reconcile.values.timenames import At, Calendar, DayPart, Name, Portion, Shifted, Whole
from reconcile.values.yearless import (
    NEAR_DAYS,
    day_of,
    lacks_year,
    with_other_years,
    with_year_told,
    years_named,
    years_told,
)

#: a weekday behind a day of long ago is counted from it where it stands no more characters behind,
#: and the day lies no farther back
_NEAR_CHARACTERS = 200
_FARTHEST_DAYS = 3 * 366
#: characters behind a weekday in which "before" would turn it round
_WORD_BEHIND = 10
#: a text's event lies no more days before its publication than this
_RECENT = 10


@define
class _Thread(ClockThread):
    """The days, moments and periods that a text has named so far."""

    moment: Stretch | None = None
    period: Stretch | None = None
    #: the last period of each length in months
    periods: dict[int, Stretch] = field(factory=dict)
    #: the last of each length in months that had begun when the text was published
    past_periods: dict[int, Stretch] = field(factory=dict)
    #: the month with which the business year of the text ends; 12 where nothing else is said
    year_end: int = 12
    #: the day last named with its year, and where it ends
    dated: tuple[int, int] | None = None


def anchor(mentions: Sequence[Mention], stream: Stream) -> tuple[Mention, ...]:
    """Dates relative to the date that the text last named, counted from it."""
    starts = [token.start for token in stream.tokens]
    phrases = [_phrase_of(mention, stream, starts) for mention in mentions]
    parts = parts_named(mentions, phrases, publication(stream))
    thread = _Thread(_main_day(mentions, phrases, stream), parts)
    thread.year_end = year_end(phrases, stream)
    years, today = years_named(phrases), _publication_day(stream)
    told = years_told(mentions, phrases)
    printed = () if today is None else (today - 1, today)
    days = sorted({*_days_named(mentions, phrases), *printed})
    anchored: list[Mention] = []
    for index, (mention, phrase) in enumerate(zip(mentions, phrases, strict=True)):
        if phrase is not None:
            said = of_business_year(phrase.name, thread.year_end, publication(stream))
            if said is not None:
                mention = _counted_from(mention, evolve(phrase, name=said), stream, None, thread)
            elif (
                dated := with_year_told(phrase.name, mention, thread.dated, years, today)
            ) is not None:
                mention = _counted_from(mention, evolve(phrase, name=dated), stream, None, thread)
            elif (behind := _weekday_behind(phrase.name, mention, thread, stream)) is not None:
                mention = _counted_from(mention, evolve(phrase, name=behind), stream, None, thread)
            elif lacks_day(phrase.name):
                beside = day_beside(index, mentions, phrases, anchored, stream)
                day = beside or day_supposed(mention, phrase, stream, thread)
                nearby = is_told_nearby(mention, phrase, stream, thread)
                mention = _counted_from(mention, phrase, stream, day, thread)
                if beside is None:
                    mention = with_other_days(mention, day, days, is_nearby=nearby)
            elif needs_thread(phrase.name):
                day = _day_for(phrase.name, thread)
                mention = _counted_from(mention, phrase, stream, day, thread)
            if lacks_year(phrase.name):
                mention = with_other_years(mention, phrase.name, today, told)
            if anchored and _ends_before(anchored[-1], mention, phrase, stream):
                mention = _week_on(mention)
            _remember(thread, mention, phrase, stream)
        anchored.append(mention)
    return tuple(anchored)


def _days_named(mentions: Sequence[Mention], phrases: Sequence[Phrase | None]) -> Iterator[int]:
    """The days that a text names by themselves, and not as the bound of a time."""
    for mention, phrase in zip(mentions, phrases, strict=True):
        if phrase is None or mention.value is None or needs_thread(phrase.name) or phrase.bound:
            continue
        stretch = _stretch_of(mention.value, phrase.name)
        if stretch is not None and timespans.is_day(stretch):
            yield calendar.day_of(stretch.start)


def _weekday_behind(
    name: Name, mention: Mention, thread: _Thread, stream: Stream
) -> Calendar | None:
    """As in "on 14 June she was seen for the last time; on the Monday", long after: the 16th."""
    if not isinstance(name, Calendar) or name.weekday is None:
        return None
    if not mention.text.lower().startswith("the "):
        return None
    if (name.year, name.month, name.day, name.which, name.within) != (None,) * 5:
        return None
    before, today = thread.past, _publication_day(stream)
    between = stream.text[thread.past_at : mention.start]
    if before is None or today is None or "\n" in between or len(between) > _NEAR_CHARACTERS:
        return None
    day = calendar.day_of(before.start)
    behind = stream.text[mention.end : mention.end + _WORD_BEHIND].lower()
    if not NEAR_DAYS < today - day <= _FARTHEST_DAYS or "before" in behind:
        return None
    day += (name.weekday - calendar.weekday(day) - 1) % 7 + 1
    year, month, number = calendar.civil(day)
    return evolve(name, year=year, month=month, day=number, weekday=None)


def _ends_before(before: Mention, mention: Mention, phrase: Phrase, stream: Stream) -> bool:
    """As in "begins on Monday and lasts until Friday": a Friday that lies before that Monday."""
    name, value = phrase.name, mention.value
    bare = isinstance(name, Calendar) and name.weekday is not None and name.month is None
    if phrase.bound not in ("until", "through") or not bare or value is None:
        return False
    between = stream.text[before.end : mention.start]
    if before.kind != "date" or before.value is None or "\n" in between or ". " in between:
        return False
    start, end = before.value.named.low, value.named.low
    return start is not None and end is not None and 0 < start - end < calendar.WEEK


def _week_on(mention: Mention) -> Mention:
    value = mention.value
    assert value is not None
    return evolve(mention, value=evolve(later(value, 7), alternatives=value.alternatives))


def _main_day(
    mentions: Sequence[Mention], phrases: Sequence[Phrase | None], stream: Stream
) -> Stretch | None:
    """The day up to publication that the text names most often; the first named counts double."""
    counts: Counter[int] = Counter()
    today = _publication_day(stream)
    for mention, phrase in zip(mentions, phrases, strict=True):
        if (
            phrase is None
            or mention.value is None
            or needs_thread(phrase.name)
            or phrase.bound is not None
        ):
            continue
        stretch = _stretch_of(mention.value, phrase.name)
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
    past = [day for day in counts if today is None or today - _RECENT <= day <= today]
    if past:  # a story names the day of its event first of all
        counts[past[0]] += 1
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


def _day_for(name: Name, thread: _Thread) -> Stretch | None:
    """The day, or for minutes and hours the moment, last named."""
    fine = isinstance(name, Shifted) and name.unit in timespans.SHORT
    return (thread.moment or thread.day) if fine else thread.day


def _counted_from(
    mention: Mention, phrase: Phrase, stream: Stream, day: Stretch | None, thread: _Thread
) -> Mention:
    now = now_at(stream, phrase)
    now = evolve(now, thread=day, period=_period_for(phrase.name, thread, now.direction))
    return evolve(mention, value=value_of(phrase, hedges_of(stream, phrase)[1], now))


def _period_for(name: Name, thread: _Thread, direction: int) -> Stretch | None:
    """The period that "the quarter" or "that month" takes up is the last of its length."""
    if isinstance(name, Portion) and isinstance(name.of, Whole) and name.of.start == "thread":
        name = name.of  # "later that month"
    if isinstance(name, Whole) and name.count == 0 and name.within is None:
        known = thread.past_periods if direction < 0 else thread.periods
        return known.get(timespans.MONTHS.get(name.unit, 0))
    return thread.period


def _remember(thread: _Thread, mention: Mention, phrase: Phrase, stream: Stream) -> None:
    value = mention.value
    stretch = _stretch_of(value, phrase.name) if value is not None else None
    if stretch is None or value is None or value.unresolved is not None:
        return
    if isinstance(phrase.name, Shifted) and phrase.name.unit in timespans.SHORT:
        thread.moment = stretch
    elif timespans.is_day(stretch):
        day = calendar.day_of(stretch.start)
        thread.day = calendar.days(day)
        thread.day_at = mention.end
        fields = day_of(phrase.name)
        if fields is not None and fields.year is not None:
            thread.dated = day, mention.end
        today = _publication_day(stream)
        if today is None or day <= today:
            thread.past, thread.past_at = thread.day, mention.end
        thread.moment = stretch
        thread.clock = stretch if isinstance(phrase.name, At) else None
    elif stretch.end - stretch.start < 370 * calendar.DAY and not _is_aside(phrase.name):
        thread.period = stretch
        months = round((stretch.end - stretch.start) / (30.44 * calendar.DAY))
        if not isinstance(phrase.name, Calendar) or phrase.name.month is not None:
            _keep(thread, stream, months, stretch)
        if isinstance(phrase.name, Portion) and _is_month(phrase.name.of):
            year, month, _ = calendar.civil(calendar.day_of(stretch.start))
            _keep(thread, stream, 1, calendar.months(year, month, 1))


def _keep(thread: _Thread, stream: Stream, months: int, stretch: Stretch) -> None:
    """Keep a period as the last named of its length, and of those that had begun."""
    thread.periods[months] = stretch
    today = _publication_day(stream)
    if today is None or calendar.day_of(stretch.start) <= today:
        thread.past_periods[months] = stretch


def _is_month(name: Name) -> bool:
    """Whether a name is that of a month: "January" of "mid-January"."""
    return isinstance(name, Calendar) and name.month is not None and name.day is None


def _is_aside(name: Name) -> bool:
    """Whether a period is named only to be compared with: "the same period of 2024"."""
    return isinstance(name, Shifted) or (isinstance(name, Whole) and name.within is not None)


def _stretch_of(value: Value, name: Name) -> Stretch | None:
    """What a value names; of a count of time, all that it leaves open."""
    named = value.interval if isinstance(name, Shifted) else value.named
    if named.low is None or named.high is None:
        return None
    return Stretch(int(named.low), int(named.high))
