"""Tokens in, a date in digits out: "2025-06-12", "04/07/2025", "1.5.2025", "10/02"."""

from __future__ import annotations

from reconcile.records import evolve
from reconcile.values.dayfields import DASHES, NamedDay, century_of
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import Calendar
from reconcile.values.timewords import time_words


def numeric_at(stream: Stream, index: int) -> NamedDay | None:
    """As in "2025-06-12", "04/07/2025", "10/02", "1.5.2025"."""
    word = stream.words[index]
    if (
        joined(stream, index)
        and word_at(stream, index - 1) not in ("(", '"', "“", "[", "'")
        and kind_at(stream, index - 1) != "newline"
        and not _ends_range(stream, index)
    ):
        return None
    if word.count(".") == 2 and "," not in word:
        return _numeric(stream, word.split("."), index + 1, marked=True)
    mark = word_at(stream, index + 1)
    if mark not in ("/", "-") or not word.isdecimal() or not joined(stream, index + 1):
        return None
    parts, last = [word], index + 1
    while (
        len(parts) < 4
        and word_at(stream, last) == mark
        and joined(stream, last)
        and joined(stream, last + 1)
        and word_at(stream, last + 1).isdecimal()
    ):
        parts.append(stream.words[last + 1])
        last += 2
    if len(parts) == 3:
        if word_at(stream, last) == "t" and joined(stream, last):  # an ISO time stamp
            return _numeric(stream, parts, last, marked=True)
        glued = joined(stream, last) and kind_at(stream, last) in ("word", "number")
        return (
            None if glued else _numeric(stream, parts, last, marked=mark == "/" or len(word) == 4)
        )
    if len(parts) == 2 and mark == "/":
        return _short(stream, index, parts, last)
    if len(parts) == 2 and len(word) == 4 and len(parts[1]) == 2 and 1900 <= int(word) < 2100:
        month = int(parts[1])  # 2025-06, where it is not 2018-19
        if 1 <= month <= 12 and month <= int(word) % 100:
            return NamedDay(Calendar(year=int(word), month=month), last)
    return None


def _ends_range(stream: Stream, index: int) -> bool:
    """As in the second date of "10/1/2018-10/7/2018"."""
    dash = word_at(stream, index - 1) in DASHES and joined(stream, index - 1)
    return dash and word_at(stream, index - 3) == "/" and word_at(stream, index + 1) == "/"


def _numeric(stream: Stream, parts: list[str], last: int, *, marked: bool) -> NamedDay | None:
    if not all(part.isdecimal() and 1 <= len(part) <= 4 for part in parts):
        return None
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        return _checked(Calendar(year=first, month=second, day=third), last)
    if not marked and len(parts[2]) != 4 or len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    if len(parts[2]) == 4 and 1000 <= third < 2200:
        return _either(
            stream, first, second, third, last, padded=len(parts[0]) == len(parts[1]) == 2
        )
    if len(parts[2]) == 2 and marked:
        padded = len(parts[0]) == len(parts[1]) == 2
        return _either(stream, first, second, century_of(third), last, padded=padded)
    return None


def _checked(name: Calendar, last: int) -> NamedDay | None:
    right = 1 <= (name.month or 0) <= 12 and 1 <= (name.day or 0) <= 31
    return NamedDay(name, last) if right else None


def _either(
    stream: Stream, first: int, second: int, year: int | None, last: int, *, padded: bool = True
) -> NamedDay | None:
    """Day first or month first, as the text has it elsewhere; else both, where both can be.

    Figures without a nought are American first of all.
    """
    day_first = _checked(Calendar(year=year, month=second, day=first), last)
    month_first = _checked(Calendar(year=year, month=first, day=second), last)
    if day_first is None or month_first is None or first == second:
        return day_first or month_first
    order = _order(stream)
    if order:
        return day_first if order > 0 else month_first
    main, other = (day_first, month_first) if padded else (month_first, day_first)
    return NamedDay(evolve(main.name, other=other.name), last)


def _order(stream: Stream) -> int:
    """1 where the text writes "9 April" and never "April 9", -1 the other way round, else 0."""
    if stream.day_first is None:
        orders = {_order_at(stream, index) for index in range(len(stream.words))} - {0}
        stream.day_first = orders.pop() if len(orders) == 1 else 0
    return stream.day_first


def _order_at(stream: Stream, index: int) -> int:
    """Whether a month's name at a token has its day before it (1) or behind it (-1)."""
    if stream.words[index] not in time_words().month or not is_capitalised(stream, index):
        return 0
    before, behind = word_at(stream, index - 1), word_at(stream, index + 1)
    if behind == ".":
        behind = word_at(stream, index + 2)
    if before.isdecimal() and len(before) <= 2:
        return 1
    return -1 if behind.isdecimal() and len(behind) <= 2 else 0


def _short(stream: Stream, index: int, parts: list[str], last: int) -> NamedDay | None:
    """As in "10/02", "on 27/01": a day and month without a year; "24/7", "1/2", "9/11" are not."""
    if (
        not all(len(part) <= 2 for part in parts)
        or joined(stream, last)
        and (kind_at(stream, last) in ("word", "number") or word_at(stream, last) in ("%", "/"))
    ):
        return None
    padded = all(len(part) == 2 for part in parts) and (parts[0][0] == "0" or parts[1][0] == "0")
    before = word_at(stream, index - 1)
    cued = before in ("on", "since", "until", "from", "dated") or before in time_words().weekday
    if (parts[0], parts[1]) in (("24", "7"), ("9", "11"), ("50", "50")) or not (padded or cued):
        return None
    return _either(stream, int(parts[0]), int(parts[1]), None, last)
