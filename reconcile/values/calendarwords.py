"""Tokens in, a day, month or weekday of the calendar out: "Jun. 12", "8 January 2026", "Monday"."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.values.dayfields import (
    DASHES,
    QUOTES,
    SUFFIXES,
    NamedDay,
    day_at,
    full_year_at,
    month_at,
    year_behind,
)
from reconcile.values.daylists import year_of_list
from reconcile.values.digitdates import numeric_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import Calendar
from reconcile.values.timewords import time_words

#: months whose names in lower case are other words
_VERBS: Final = frozenset(("may", "march", "mar"))


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


def _month_first(stream: Stream, index: int) -> NamedDay | None:
    found = month_at(stream, index)
    assert found is not None
    month, last = found
    day = _day_of_month(stream, last)
    capital = is_capitalised(stream, index)
    ordinal = day is not None and word_at(stream, day[1] - 1) in SUFFIXES
    if day is not None and (capital or ordinal or stream.words[index] not in _VERBS):
        number, behind = day
        year = year_behind(stream, behind)
        name = Calendar(month=month, day=number)
        if year is not None:
            return _with_weekday(stream, NamedDay(evolve(name, year=year[0]), year[1]))
        if (listed := year_of_list(stream, behind, number)) is not None:
            return NamedDay(evolve(name, year=listed), behind)
        return _with_weekday(stream, NamedDay(name, behind))
    year = year_behind(stream, last)
    if year is not None and (capital or stream.words[index] not in ("may", "march", "mar")):
        return NamedDay(Calendar(year=year[0], month=month), year[1])
    if _in_range(stream, last):
        return NamedDay(Calendar(month=month), last) if capital else None
    if stream.words[index] in time_words().abbreviated and (
        not _cued(stream, index) or _names_somebody(stream, last)
    ):
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
        if behind == "/" or (behind == ":" and joined(stream, last) and joined(stream, last + 1)):
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


def _names_somebody(stream: Stream, last: int) -> bool:
    """Whether a surname follows: "two drawings by Jan Roelants"."""
    return kind_at(stream, last) == "word" and is_capitalised(stream, last)


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
    if capital and "quarter" in (behind, behind in DASHES and word_at(stream, index + 2)):
        return True  # "June quarter", "June-quarter"
    if word not in words.wary:
        return capital or _cued(stream, index)
    if not capital:
        return word in ("april", "june", "august") and before in time_words().month_cue - {"the"}
    if is_capitalised(stream, index - 1) and before not in time_words().month_cue:
        return False
    if behind in words.person_cue and before not in ("in", "last", "since", "until"):
        return False
    possessive = behind in QUOTES and word_at(stream, index + 2) == "s"
    if before in time_words().month_cue:
        return not (is_capitalised(stream, index + 1) and kind_at(stream, index + 1) == "word") or (
            before not in ("to", "by", "for", "with", "and", "as")
        )
    return (
        possessive
        and word in ("march", "april", "june", "august", "may")
        and (word_at(stream, index + 3) in time_words().month_measured)
    )


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
    if word_at(stream, found.last) == "," and word_at(stream, found.last + 1) == "a":
        weekday = time_words().weekday.get(word_at(stream, found.last + 2))
        behind = word_at(stream, found.last + 3)
        if weekday is not None and behind in (",", ".", ";", ")", "\n", ""):
            return NamedDay(evolve(found.name, weekday=weekday), found.last + 3)
    return found


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
    possessive = word_at(stream, index + 2) in QUOTES and word_at(stream, index + 3) == "s"
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
