"""Tokens in, one day of a list out: "3" of "3, 5 and 9 December", "19" of "May 12, 13 and 19"."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.tuples import NamedTuple
from reconcile.values.dayfields import (
    DASHES,
    Named,
    NameReader,
    day_at,
    full_year_at,
    month_at,
    year_behind,
)
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import Calendar, Whole
from reconcile.values.timewords import time_words

#: so many days, or ranges of days, a list holds at most
_MOST: Final = 12
#: and so many tokens a list reaches back
_LONGEST: Final = 4 * _MOST
_LINKS: Final = frozenset(("and", "or", "&"))
#: words in front of a list of two days
_CUES: Final = frozenset(("on", "for", "the", "between", "(", "of", "from", "dates"))
#: marks and words behind a list that begins with its month: nothing is counted by its last day
_ENDS: Final = frozenset(".,;:)!?—–”\"'’")
_GOES_ON: Final = frozenset(
    (
        *("at", "in", "with", "for", "by", "to", "as", "but", "when", "after", "before"),
        *("from", "over", "because", "while", "this", "next", "last", "respectively"),
    )
)


class _Item(NamedTuple):
    """A day, or a range of days, of a list; ``last`` is the token behind it."""

    first: int
    day: int
    until: int
    last: int
    ordinal: bool


def listed_at(stream: Stream, index: int, read: NameReader) -> Named | None:
    """The day at a token, where it is one of a list of days of one month.

    Days that all follow each other are left to the ranges.
    """
    if day_at(stream, index) is None:
        return None
    return _before_month(stream, index, read) or _behind_month(stream, index)


def may_be_listed(stream: Stream, index: int) -> bool:
    """Whether a comma or "and" stands at a number: a quick look."""
    beside = (word_at(stream, index - 1), word_at(stream, index + 1))
    return any(word == "," or word in _LINKS for word in beside)


def year_of_list(stream: Stream, index: int, day: int) -> int | None:
    """The year that stands behind the list whose first day ends at a token: "May 3 and 9, 2027"."""
    items = _items(stream, index, day)
    if not items or not _is_end(stream, items[-1].last):
        return None
    year = _year_at_end(stream, items[-1].last)
    return None if year is None else year[0]


# --- the month behind -------------------------------------------------------------------------


def _before_month(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "3, 5 and 9 December", "the 14th and 15th of last month"."""
    first = _item(stream, index)
    rest = [] if first is None else _items(stream, first.last, first.until)
    if first is None or not rest:
        return None
    month = _month_behind(stream, rest[-1], read)
    if month is None or month.within is None and _adjacent([first, *rest]):
        return None
    start = _first_of_list(stream, first)
    two, ordinals = start is first and len(rest) == 1, all(item.ordinal for item in rest)
    if not _is_sure(stream, start, two=two, ordinals=ordinals):
        return None
    return Named(evolve(month, day=first.day), _end_of_day(stream, index))


def _first_of_list(stream: Stream, item: _Item) -> _Item:
    """The first day of the list that a day before its month belongs to."""
    for at in range(item.first - 2, max(-1, item.first - 2 - _LONGEST), -1):
        before = _item(stream, at)
        if before is None or not _starts_day(stream, at):
            continue
        if word_at(stream, before.last) != "," or before.last + 1 != item.first:
            return item
        if before.until >= item.day:
            return item
        item = before
    return item


def _starts_day(stream: Stream, index: int) -> bool:
    """Whether no range of days begins before a day: "25" of "25-27", not "27"."""
    return not (word_at(stream, index - 1) in DASHES and joined(stream, index))


def _month_behind(stream: Stream, item: _Item, read: NameReader) -> Calendar | None:
    """The month, its year with it, behind the last day of a list."""
    of = word_at(stream, item.last) == "of"
    at = item.last + of
    month = month_at(stream, at)
    if month is not None and is_capitalised(stream, at):
        year = year_behind(stream, month[1])
        return Calendar(year=None if year is None else year[0], month=month[0])
    if not (of and item.ordinal) or word_at(stream, at) not in time_words().which:
        return None
    found = read(stream, at)
    whole = found is not None and isinstance(found.name, Whole) and found.name.unit == "month"
    return Calendar(within=found.name) if whole and found is not None else None


def _is_sure(stream: Stream, first: _Item, *, two: bool, ordinals: bool) -> bool:
    """Whether figures before a month are days: "on 3 and 9 May", "3rd and 9th of May"."""
    before = word_at(stream, first.first - 1)
    opens = kind_at(stream, first.first - 1) in ("", "newline")
    return first.ordinal and ordinals or (opens and not two) or before in _CUES


# --- the month in front -----------------------------------------------------------------------


def _behind_month(stream: Stream, index: int) -> Named | None:
    """As in "May 12, 13 and 19": the month stands before the first day."""
    start = _start_of_list(stream, index)
    if start is None:
        return None
    month, at = start
    first = _item(stream, at)
    if first is None:
        return None
    rest = _items(stream, first.last, first.until)
    here = next((item for item in rest if item.first == index), None)
    if here is None or not _is_end(stream, rest[-1].last):
        return None
    year = _year_at_end(stream, rest[-1].last)
    last = _end_of_day(stream, index)
    if year is not None and last == rest[-1].last:
        last = year[1]
    return Named(Calendar(None if year is None else year[0], month, here.day), last)


def _start_of_list(stream: Stream, index: int) -> tuple[int, int] | None:
    """The month before a list, and where its first day stands."""
    at = index - 1
    for _ in range(_LONGEST):
        word = word_at(stream, at)
        if word in time_words().month:
            month = month_at(stream, at)
            return (
                (month[0], month[1]) if month is not None and is_capitalised(stream, at) else None
            )
        point = word == "." and word_at(stream, at - 1) in time_words().month
        in_list = word == "," or word in _LINKS or word in DASHES or point
        if not in_list and day_at(stream, at) is None and word not in ("st", "nd", "rd", "th"):
            return None
        at -= 1
    return None


def _is_end(stream: Stream, index: int) -> bool:
    """Whether nothing is counted by the last day of a list that its month begins."""
    if _year_at_end(stream, index) is not None:
        return True
    word = word_at(stream, index)
    if kind_at(stream, index) in ("", "newline"):
        return True
    dashed = word in DASHES and joined(stream, index)
    return not dashed and (word in _ENDS or word in _GOES_ON)


def _year_at_end(stream: Stream, index: int) -> tuple[int, int] | None:
    return full_year_at(stream, index + (word_at(stream, index) == ","))


# --- the days ---------------------------------------------------------------------------------


def _items(stream: Stream, index: int, until: int) -> list[_Item]:
    """The further days of a list, as far as "and" and one more: ", 5 and 9"."""
    items: list[_Item] = []
    at = index
    while len(items) < _MOST:
        comma = word_at(stream, at) == ","
        linked = word_at(stream, at + comma) in _LINKS
        if not (comma or linked):
            return []
        item = _item(stream, at + comma + linked)
        if item is None or item.day <= until:
            return []
        items.append(item)
        if linked:
            return items
        until, at = item.until, item.last
    return []


def _item(stream: Stream, index: int) -> _Item | None:
    """A day, or days as "25-27", at a token."""
    day = day_at(stream, index)
    if day is None:
        return None
    number, last, ordinal = day
    if word_at(stream, last) in DASHES:
        until = day_at(stream, last + 1)
        if until is None or until[0] <= number:
            return None
        return _Item(index, number, until[0], until[1], ordinal)
    return _Item(index, number, number, last, ordinal)


def _end_of_day(stream: Stream, index: int) -> int:
    day = day_at(stream, index)
    assert day is not None
    return day[1]


def _adjacent(items: list[_Item]) -> bool:
    """Whether single days all follow each other: the range from the first to the last."""
    days = [item.day for item in items]
    single = all(item.day == item.until for item in items)
    return single and days == list(range(days[0], days[0] + len(days)))
