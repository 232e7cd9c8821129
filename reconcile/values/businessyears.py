"""Date phrases of a text in, the end of its business year out, and the parts of that year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile.values import calendar
from reconcile.values.datephrases import Phrase
from reconcile.values.stream import Stream
from reconcile.values.timenames import Calendar, Ending, Name, Span, Whole
from reconcile.values.timewords import time_words

_DECEMBER: Final = 12
#: how far before "the year to March" a word of business may stand
_REACH: Final = 20


def year_end(phrases: Sequence[Phrase | None], stream: Stream) -> int:
    """The month with which the business year that a text speaks of ends, 12 unless it says so.

    It is said by "the fiscal first quarter ended June 30" or, of profits, "the year to March".
    """
    for phrase in phrases:
        if phrase is None or not isinstance(phrase.name, Ending):
            continue
        month = phrase.name.end.month if isinstance(phrase.name.end, Calendar) else None
        if month is None:
            continue
        if phrase.name.number > 0:
            return (month + 12 - phrase.name.months * phrase.name.number - 1) % 12 + 1
        if phrase.name.months == 12 and _of_business(stream, phrase.first):
            return month
    return _DECEMBER


def _of_business(stream: Stream, index: int) -> bool:
    near = stream.words[max(0, index - _REACH) : index]
    return any(word in time_words().business for word in near)


def of_business_year(name: Name, end: int, published: int | None) -> Ending | None:
    """A part of the text's business year, or one such year, by the month with which it ends.

    As in "the first-quarter result", "this fiscal year" of a firm whose year runs to March.
    """
    if end == _DECEMBER:
        return None
    if isinstance(name, Whole) and published is not None:
        return _whole_year(name, end, published)
    bare = isinstance(name, Span) and name.year is None and name.within is None and not name.which
    if not bare or not isinstance(name, Span) or name.number < 1:
        return None
    return Ending(name.months, Calendar(month=(end + name.months * name.number - 1) % 12 + 1))


def _whole_year(name: Whole, end: int, published: int) -> Ending | None:
    """The business year that holds publication, moved by whole years."""
    if name.unit != "year" or not name.fiscal or name.start != "now":
        return None
    year, month, _ = calendar.civil(calendar.day_of(published))
    last = year + (month > end) + name.count
    return Ending(12, Calendar(year=last, month=end))
