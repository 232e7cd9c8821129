"""Tokens in, a day, month or weekday of the calendar out: "Jun. 12", "8 January 2026", "10/02"."""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import evolve

from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import Calendar, Name
from reconcile.values.timewords import time_words

DASHES: Final = frozenset("-‐‑–—")
_QUOTES: Final = frozenset("'’‘`")
#: months whose names in lower case are other words
_VERBS: Final = frozenset(("may", "march", "mar"))
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))


class Named(NamedTuple):
    """A name that ends before token ``last``."""

    name: Name
    last: int


class NamedDay(NamedTuple):
    """A day, month or weekday that ends before token ``last``."""

    name: Calendar
    last: int


def as_named(found: NamedDay | None) -> Named | None:
    """A day among the names of any sort."""
    return Named(found.name, found.last) if found is not None else None


def month_at(stream: Stream, index: int) -> tuple[int, int] | None:
    """The month whose name stands at a token, and the index behind its point."""
    month = time_words().month.get(word_at(stream, index))
    if month is None:
        return None
    short = word_at(stream, index) in time_words().abbreviated or word_at(stream, index) == "sept"
    if short and word_at(stream, index + 1) == "." and joined(stream, index + 1):
        return month, index + 2
    return month, index + 1


def day_at(stream: Stream, index: int) -> tuple[int, int, bool] | None:
    """A day of the month: the number, the index behind it, whether it is an ordinal."""
    word = word_at(stream, index)
    if kind_at(stream, index) == "number":
        if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
            return None
        if word_at(stream, index + 1) in _SUFFIXES and joined(stream, index + 1):
            return int(word), index + 2, True
        return int(word), index + 1, False
    ordinals = time_words().ordinal
    if word in ("twenty", "thirty"):
        last = index + 1 + (word_at(stream, index + 1) in DASHES)
        unit = ordinals.get(word_at(stream, last), 0)
        tens = 20 if word == "twenty" else 30
        return (tens + unit, last + 1, True) if 1 <= unit <= 9 and tens + unit <= 31 else None
    number = ordinals.get(word, 0)
    if number >= 1 and word not in ("opening", "final", "closing"):
        return number, index + 1, True
    return None


def full_year_at(stream: Stream, index: int) -> tuple[int, int] | None:
    """Four digits, or two behind an apostrophe, beside a month: a year."""
    word = word_at(stream, index)
    if (
        kind_at(stream, index) == "number"
        and word.isdecimal()
        and len(word) == 4
        and 1000 <= int(word) < 2200
        and not _goes_on(stream, index)
    ):
        return int(word), index + 1
    short = word_at(stream, index + 1)
    if word in _QUOTES and short.isdecimal() and len(short) == 2 and joined(stream, index + 1):
        return _century(int(short)), index + 2
    return None


def _century(short: int) -> int:
    return 2000 + short if short < 50 else 1900 + short


def _goes_on(stream: Stream, index: int) -> bool:
    """Whether a number is only part of a longer figure or word."""
    behind = word_at(stream, index + 1)
    if (
        not joined(stream, index + 1)
        or kind_at(stream, index + 1) == "newline"
        or behind in ("", ".", ",", ")", ";", ":", "'", "’", '"', "”")
    ):
        return (
            behind == ":" and joined(stream, index + 1) and kind_at(stream, index + 2) == "number"
        )
    return behind not in DASHES and behind != "/" or kind_at(stream, index + 2) == "number"


def year_behind(stream: Stream, index: int) -> tuple[int, int] | None:
    """The year behind a month or day: "2025", ", 2025", "of 2025"."""
    skipped = 1 if word_at(stream, index) in (",", "of", "in") else 0
    found = full_year_at(stream, index + skipped)
    if found is None and word_at(stream, index) == "of" and word_at(stream, index + 1) == "the":
        found = None
    if found is not None and word_at(stream, found[1]) in time_words().not_year_behind:
        return None if skipped else found
    return found


def calendar_at(stream: Stream, index: int) -> NamedDay | None:
    """The day, month or weekday that begins at a token, as far as it goes."""
    kind = kind_at(stream, index)
    if kind == "number":
        return numeric_at(stream, index) or _day_first(stream, index)
    if kind != "word":
        return None
    words = time_words()
    word = stream.words[index]
    if word in words.weekday:
        return _weekday_first(stream, index)
    if word in words.month:
        return _month_first(stream, index)
    if word in words.ordinal or word in ("twenty", "thirty"):
        return _day_first(stream, index)
    return None


# --- month first ------------------------------------------------------------------------------


def _month_first(stream: Stream, index: int) -> NamedDay | None:
    found = month_at(stream, index)
    assert found is not None
    month, last = found
    day = _day_of_month(stream, last)
    capital = is_capitalised(stream, index)
    ordinal = day is not None and word_at(stream, day[1] - 1) in _SUFFIXES
    if day is not None and (capital or ordinal or stream.words[index] not in _VERBS):
        number, behind = day
        year = year_behind(stream, behind)
        name = Calendar(month=month, day=number)
        if year is not None:
            return _with_weekday(stream, NamedDay(evolve(name, year=year[0]), year[1]))
        return _with_weekday(stream, NamedDay(name, behind))
    year = year_behind(stream, last)
    if year is not None and (capital or stream.words[index] not in ("may", "march", "mar")):
        return NamedDay(Calendar(year=year[0], month=month), year[1])
    if _in_range(stream, last):
        return NamedDay(Calendar(month=month), last) if capital else None
    if stream.words[index] in time_words().abbreviated and not _cued(stream, index):
        return None
    if not _is_month(stream, index, capital):
        return None
    return NamedDay(Calendar(month=month), last)


def _day_of_month(stream: Stream, index: int) -> tuple[int, int] | None:
    """The day behind a month's name: "12", "12th", "the 12th", "twenty-first"."""
    skipped = 1 if word_at(stream, index) == "the" else 0
    found = day_at(stream, index + skipped)
    if found is None:
        return None
    number, last, ordinal = found
    if skipped and not ordinal:
        return None
    behind = word_at(stream, last)
    if not ordinal:
        if behind in time_words().not_year_behind and behind not in (
            "am",
            "pm",
            "local",
            "gmt",
            "utc",
        ):
            return None
        if behind in ("%", "°", "p", "c") and joined(stream, last) and behind != "p":
            return None
        if behind == "/" or (behind == ":" and joined(stream, last)):
            return None
    elif (
        kind_at(stream, index + skipped) == "word"
        and kind_at(stream, last) == "word"
        and behind not in time_words().bound
        and behind
        not in (
            "at",
            "in",
            "on",
            "to",
            "and",
            "with",
        )
    ):
        return None
    return number, last


def _in_range(stream: Stream, index: int) -> bool:
    """Whether another month follows: "June-August 1992", "May to March"."""
    word = word_at(stream, index)
    if word not in DASHES and word not in ("to", "through"):
        return False
    return word_at(stream, index + 1) in time_words().month and is_capitalised(stream, index + 1)


def _cued(stream: Stream, index: int) -> bool:
    return word_at(stream, index - 1) in time_words().month_cue


def _is_month(stream: Stream, index: int, capital: bool) -> bool:
    """Whether a bare month's name is a month and not a person, a verb or an adjective."""
    words = time_words()
    word, before, behind = (
        stream.words[index],
        word_at(stream, index - 1),
        word_at(stream, index + 1),
    )
    if before in words.name_before and before not in ("black",):
        return False
    if word not in words.wary:
        return capital or _cued(stream, index)
    if not capital:
        return word in ("april", "june", "august") and before in time_words().month_cue - {"the"}
    if is_capitalised(stream, index - 1) and before not in time_words().month_cue:
        return False
    if behind in words.person_cue and before not in ("in", "last", "since", "until"):
        return False
    possessive = behind in _QUOTES and word_at(stream, index + 2) == "s"
    if before in time_words().month_cue:
        return not (is_capitalised(stream, index + 1) and kind_at(stream, index + 1) == "word") or (
            before not in ("to", "by", "for", "with", "and", "as")
        )
    return (
        possessive
        and word in ("march", "april", "june", "august", "may")
        and (word_at(stream, index + 3) in time_words().month_measured)
    )


# --- day first --------------------------------------------------------------------------------


def _day_first(stream: Stream, index: int) -> NamedDay | None:
    """As in "8 January 2026", "the 8th of January", "first of December"."""
    found = day_at(stream, index)
    if found is None:
        return None
    number, last, ordinal = found
    if joined(stream, index) and kind_at(stream, index - 1) == "word":
        return None
    if word_at(stream, index - 1) in ("$", "£", "€", "¥"):
        return None
    if word_at(stream, index - 1) == ":" and joined(stream, index):  # "12:30 December 27"
        return None
    if ordinal and word_at(stream, last) == "day":
        last += 1
    of = word_at(stream, last) == "of"
    if of and not (ordinal or number <= 31):
        return None
    if word_at(stream, last) in DASHES and joined(stream, last):  # 23-Sep-2020
        last += 1
    month = month_at(stream, last + of)
    if month is None:
        return None
    name_index = last + of
    if word_at(stream, month[1]) in time_words().name_behind and is_capitalised(stream, month[1]):
        return None
    if not is_capitalised(stream, name_index) and stream.words[name_index] in ("may", "march"):
        return None
    behind = month[1]
    if (
        word_at(stream, behind) in DASHES
        and joined(stream, behind)
        and full_year_at(stream, behind + 1)
    ):
        behind += 1
    if of and kind_at(stream, index) == "word" and number not in range(1, 32):
        return None
    year = year_behind(stream, behind)
    name = Calendar(month=month[0], day=number)
    if year is not None:
        return _with_weekday(stream, NamedDay(evolve(name, year=year[0]), year[1]))
    return _with_weekday(stream, NamedDay(name, behind))


def _with_weekday(stream: Stream, found: NamedDay) -> NamedDay:
    """As in "21 November 2025 (Saturday)", "June 12, a Thursday"."""
    if word_at(stream, found.last) == "(" and word_at(stream, found.last + 2) in (")", "."):
        weekday = time_words().weekday.get(word_at(stream, found.last + 1))
        if weekday is not None:
            point = word_at(stream, found.last + 2) == "."
            return NamedDay(evolve(found.name, weekday=weekday), found.last + (4 if point else 3))
    return found


# --- weekday first ----------------------------------------------------------------------------


def _weekday_first(stream: Stream, index: int) -> NamedDay | None:
    words = time_words()
    word = stream.words[index]
    weekday = words.weekday[word]
    last = index + 1
    if word in words.abbreviated and word_at(stream, last) == "." and joined(stream, last):
        last += 1
    dated = _date_behind(stream, last)
    if dated is not None:
        return NamedDay(evolve(dated.name, weekday=weekday), dated.last)
    if word in words.abbreviated or not is_capitalised(stream, index):
        return None if word in words.abbreviated else _lower_weekday(stream, index, weekday)
    before, behind = word_at(stream, index - 1), word_at(stream, index + 1)
    if _is_name(stream, index):
        return None
    if is_capitalised(stream, index + 1) and (behind in words.name_behind or before == "the"):
        return None
    if (
        behind == "."
        and joined(stream, index + 2)
        and joined(stream, index + 1)
        and kind_at(stream, index + 2) == "word"
    ):
        return None
    return NamedDay(Calendar(weekday=weekday), last)


def _is_name(stream: Stream, index: int) -> bool:
    """Whether a weekday is somebody's name: "Judge Friday Okoro", "Saturday Night Live"."""
    before_capital = is_capitalised(stream, index - 1) and kind_at(stream, index - 1) == "word"
    if before_capital and word_at(stream, index - 1) in time_words().name_before:
        return True
    capital = is_capitalised(stream, index + 1) and kind_at(stream, index + 1) == "word"
    if not capital:
        return False
    if before_capital and is_capitalised(stream, index - 2):
        return False
    if word_at(stream, index + 1) in time_words().part:
        return is_capitalised(stream, index + 2)
    possessive = word_at(stream, index + 2) in _QUOTES and word_at(stream, index + 3) == "s"
    if before_capital:
        return (
            word_at(stream, index - 1) not in time_words().bound
            and word_at(stream, index - 1) != "on"
        )
    return possessive and kind_at(stream, index - 1) != "word"


def _lower_weekday(stream: Stream, index: int, weekday: int) -> NamedDay | None:
    return NamedDay(Calendar(weekday=weekday), index + 1)


def _date_behind(stream: Stream, index: int) -> NamedDay | None:
    """The date behind a weekday: "Thursday, June 12", "Thursday (Sept 18)", "Friday the 13th"."""
    skipped = index + 1 if word_at(stream, index) in (",", "(") else index
    the = word_at(stream, skipped) == "the"
    found = None
    if kind_at(stream, skipped + the) == "number" or word_at(stream, skipped) in time_words().month:
        found = calendar_at(stream, skipped + the)
    if found is not None and found.name.month is not None and found.name.day is not None:
        closes = word_at(stream, index) == "(" and word_at(stream, found.last) == ")"
        if word_at(stream, index) == "(" and not closes:
            return None
        return NamedDay(found.name, found.last + closes)
    if word_at(stream, index) in (",", "("):
        return None
    day = day_at(stream, skipped + the)
    if (day is not None and day[2] and (kind_at(stream, skipped + the) == "number" or the)) and (
        kind_at(stream, day[1]) != "word"
        or word_at(stream, day[1])
        in (
            "at",
            "of",
            "in",
            "and",
        )
    ):
        return NamedDay(Calendar(day=day[0]), day[1])
    return None


# --- digits only ------------------------------------------------------------------------------


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
        return _either(stream, first, second, _century(third), last, padded=padded)
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
