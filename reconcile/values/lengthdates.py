"""A length in its text in, the dates that it also tells out: "the past eight years"."""

from __future__ import annotations

from typing import Final

from reconcile.model import Stated, Value
from reconcile.values import relativewords, tense, timespans
from reconcile.values.calendar import DAY, Stretch, day_number, to_interval
from reconcile.values.lengthvalues import Part
from reconcile.values.stream import Stream, word_at
from reconcile.values.timewords import time_words

BACK: Final = frozenset(("last", "past", "previous", "preceding"))
AHEAD: Final = frozenset(("next", "coming", "following", "upcoming"))


def way_of(word: str) -> int:
    """Whether a length reaches back from publication (-1), on from it (1), or neither."""
    return 1 if word in AHEAD else -1 if word in BACK else 0


def stretch_around(stream: Stream, parts: list[Part], value: Value) -> Value | None:
    """The dates of "the past eight years", "the next two weeks", "within 60 days", "in an hour"."""
    published, length = stream.published, value.nominal
    if published is None or length is None:
        return None
    today = day_number(published.year, published.month, published.day) * DAY
    first = parts[0].first
    before = word_at(stream, first - 1)
    way = parts[0].way or way_of(before)
    if way and parts[0].unit == "quarter":
        return _dates(_whole_quarters(today, int(parts[0].low), way))
    if way < 0:
        return _dates(Stretch(today - int(length), today + DAY))
    if way or before == "within":
        return _dates(Stretch(today, today + int(length) + DAY))
    often = word_at(stream, first - 2) in time_words().times
    often = often or relativewords.is_record(stream, first - 1)
    if before == "in" and not often and tense.direction(stream, first, parts[-1].last) == 0:
        second = today + published.hour * 3600 + published.minute * 60
        return _moment_ahead(second, parts[-1].unit, int(length))
    return None


def _dates(stretch: Stretch) -> Value:
    whole = to_interval(Stretch(stretch.start // DAY * DAY, stretch.end // DAY * DAY))
    return Value("date", "date", whole, whole, stated=Stated(None, "period"))


def _whole_quarters(today: int, count: int, way: int) -> Stretch:
    """The quarters of the calendar that are over, or are to come."""
    quarters = [timespans.whole("quarter", today, way * step) for step in (1, count)]
    return timespans.hull(*quarters)


def _moment_ahead(second: int, unit: str, length: int) -> Value:
    """When a length from publication on will be over, as closely as its unit tells."""
    moment = second + length
    if unit in timespans.SHORT:
        near = to_interval(Stretch(moment, moment + timespans.SHORT[unit]))
        return Value("date", "date", near, near, stated=Stated(None, unit))
    return _dates(Stretch(moment, moment // DAY * DAY + DAY))
