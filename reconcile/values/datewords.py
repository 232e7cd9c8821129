"""Tokens in, a whole date phrase out: its name, what modifies it, its bound and its range."""

from __future__ import annotations

import functools
from typing import Final

from attrs import evolve, frozen

from reconcile.values import daytimes, ranges
from reconcile.values.calendarwords import DASHES, Named, as_named, calendar_at, day_at
from reconcile.values.periodwords import holiday_at, season_at, span_at
from reconcile.values.relativewords import NameReader, length_at, recent_at, shifted_at, which_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, text_at, word_at
from reconcile.values.timenames import (
    At,
    Calendar,
    DayPart,
    Ending,
    Era,
    Holiday,
    Name,
    Portion,
    Range,
    Season,
    Shifted,
    Span,
    Whole,
)
from reconcile.values.timewords import time_words
from reconcile.values.yearwords import year_at

_ARTICLES: Final = frozenset(("the", "its", "a", "an", "their", "his", "her", "our", "that"))
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_NEEDS_OF: Final = frozenset(("end", "start", "mid"))
_OF_THE: Final = frozenset(
    ("day", "week", "month", "quarter", "year", "decade", "century", "season", "weekend")
)


@frozen
class Phrase:
    """A date phrase, tokens ``first`` to ``last`` (half-open)."""

    first: int
    last: int
    name: Name
    #: "since", "until", "by", "before", "after", "from", "through"
    bound: str | None = None
    #: "about" or "nearly"
    hedge: str | None = None


def phrase_at(stream: Stream, index: int) -> Phrase | None:
    """The date phrase that begins at a token, its bound included."""
    word = word_at(stream, index)
    words = time_words()
    if word in ("from", "between"):
        low = name_at(stream, index + 1)
        found = ranges.range_at(stream, index + 1, low, name_at, between=word == "between")
        if found is not None:
            return Phrase(index, found.last, found.name)
        return _bounded(stream, index, index + 1, "from") if word == "from" else None
    if tuple(stream.words[index : index + 3]) in (("on", "or", "before"), ("no", "later", "than")):
        return _bounded(stream, index, index + 3, "by")
    if word in time_words().than and word_at(stream, index + 1) == "than":
        return _bounded(stream, index, index + 2, time_words().than[word])
    if tuple(stream.words[index : index + 3]) == ("as", "late", "as"):
        return _bounded(stream, index, index + 3, "until")
    if tuple(stream.words[index : index + 3]) in (("as", "early", "as"), ("as", "soon", "as")):
        return _bounded(stream, index, index + 3, "from")
    if word in words.bound:
        return _bounded(stream, index, index + 1, words.bound[word])
    if word == "the" and word_at(stream, index - 1) == "on":
        alone = _day_only(stream, index)
        if alone is not None:
            return Phrase(index, alone.last, alone.name)
    if word in words.nearby or (word == "a" and word_at(stream, index + 1) in ("little", "bit")):
        return _nearby(stream, index)
    if word in words.hedge:
        return _hedged(stream, index)
    low = name_at(stream, index)
    found = ranges.range_at(stream, index, low, name_at) or low
    if found is None:
        return None
    bound = _bound_behind(stream, found)
    return Phrase(index, found.last + bound[1], found.name, bound[0])


def _bound_behind(stream: Stream, found: Named) -> tuple[str | None, int]:
    """As in "2030 or later", "from 2027 onwards": the bound, and how many words it takes."""
    if isinstance(found.name, (Shifted, Portion)):
        return None, 0
    word, behind = word_at(stream, found.last), word_at(stream, found.last + 1)
    if word in ("onward", "onwards"):
        return "from", 1
    if word in ("or", "and") and behind in ("later", "after", "onwards", "beyond"):
        return "from", 2
    if word == "or" and behind in ("earlier", "before", "sooner"):
        return "until", 2
    return None, 0


def _bounded(stream: Stream, index: int, start: int, bound: str) -> Phrase | None:
    if word_at(stream, start) == "on" and bound == "from":
        start += 1
    if tuple(stream.words[start : start + 2]) == ("at", "least"):
        start += 2
    dating = bound == "from" and word_at(stream, index - 1) in time_words().dating
    inner = _hedged(stream, start) or _nearby(stream, start)
    if inner is not None:
        return inner if dating else evolve(inner, first=index, bound=bound)
    found = name_at(stream, start) or _uncertain_clock(stream, start)
    if found is None:
        found = _day_only(stream, start)
    if found is None:
        return None
    if (
        isinstance(found.name, DayPart)
        and bound in ("before", "after")
        and found.name.portion is None
    ):
        return Phrase(index, found.last, evolve(found.name, portion=bound))
    compared = word_at(stream, index - 1) in time_words().month  # "fell in April from March"
    if bound == "from" and (
        compared or dating or not _opens(found.name) or _belongs(stream, start, found)
    ):
        return Phrase(start, found.last, found.name)
    if (
        bound in ("after", "before")
        and isinstance(found.name, Shifted)
        and found.name.start == "thread"
    ):
        return None
    return Phrase(index, found.last, found.name, _denied(stream, index, bound))


def _opens(name: Name) -> bool:
    """Whether "from" before a name opens a stretch; in "up from last year" it compares."""
    return not isinstance(name, (Shifted, Whole)) or (isinstance(name, Whole) and name.count >= 0)


def _belongs(stream: Stream, start: int, found: Named) -> bool:
    """As in "ash from the 14 October eruption": the date is the noun's, and opens nothing."""
    noun = kind_at(stream, found.last) == "word" and not is_capitalised(stream, found.last)
    going_on = time_words().goes_on | time_words().bound.keys() | time_words().year_goes_on
    return (
        noun
        and word_at(stream, start) == "the"
        and isinstance(found.name, Calendar)
        and word_at(stream, found.last) not in going_on
    )


def _denied(stream: Stream, index: int, bound: str) -> str:
    """As in "will not reopen before Friday" opens with Friday, or later."""
    words = stream.words[max(0, index - 4) : index]
    if bound in ("before", "until") and any(word in time_words().negation for word in words):
        return "not_before"
    return bound


def _uncertain_clock(stream: Stream, index: int) -> Named | None:
    return daytimes.clock_phrase(stream, index, name_at, cued=True)


def _day_only(stream: Stream, index: int) -> Named | None:
    """As in "by the 18th", "on the 10th of last month"."""
    found = daytimes.bare_day_at(stream, index)
    if found is None or word_at(stream, found.last) != "of":
        return found
    within = which_at(stream, found.last + 1, name_at)
    month = within is not None and isinstance(within.name, Whole) and within.name.unit == "month"
    if within is None or not month or not isinstance(found.name, Calendar):
        return None
    return Named(evolve(found.name, within=within.name), within.last)


# --- hedges -----------------------------------------------------------------------------------


def _hedged(stream: Stream, index: int) -> Phrase | None:
    """As in "around 1.15pm", "about 985", "nearly midnight"."""
    hedge = time_words().hedge.get(word_at(stream, index))
    if hedge is None:
        return None
    start = index + 1
    if word_at(stream, start) == "." and joined(stream, start):
        start += 1
    found = daytimes.clock_phrase(stream, start, name_at, cued=True)
    if found is not None and isinstance(found.name, At):
        return Phrase(index, found.last, daytimes.blurred(found.name, hedge), hedge=hedge)
    named = name_at(stream, start)
    if named is None or isinstance(named.name, (Shifted, DayPart)):
        return None
    return Phrase(index, named.last, named.name, hedge=hedge)


def _nearby(stream: Stream, index: int) -> Phrase | None:
    """As in "shortly after 2 a.m.", "a little before nine", "just before dawn"."""
    words = time_words()
    start = index + 1 if word_at(stream, index) == "a" else index
    minutes = words.nearby.get(word_at(stream, start))
    side = word_at(stream, start + 1)
    if minutes is None or side not in ("before", "after", "past"):
        return None
    side = "after" if side == "past" else side
    found = daytimes.clock_phrase(stream, start + 2, name_at, cued=True)
    if found is not None and isinstance(found.name, At):
        clock = evolve(found.name.clock, near=side, minutes=minutes)
        return Phrase(index, found.last, evolve(found.name, clock=clock), hedge=side)
    named = name_at(stream, start + 2)
    if named is None:
        return None
    if isinstance(named.name, DayPart):
        return Phrase(index, named.last, evolve(named.name, portion=side))
    return Phrase(index, named.last, named.name, bound=side)


# --- names ------------------------------------------------------------------------------------


def name_at(stream: Stream, index: int, depth: int = 0) -> Named | None:
    """The name of a date that begins at a token, with what stands behind it.

    Names hold names ("the end of the week after next"); ``depth`` is how many hold this one.
    """
    if depth > _DEEPEST:
        return None
    read = functools.partial(name_at, depth=depth + 1)
    found = _core(stream, index, read)
    return _modified(stream, found, read) if found is not None else None


#: so deep may names hold each other
_DEEPEST: Final = 3


def _core(stream: Stream, index: int, read: NameReader) -> Named | None:
    word = word_at(stream, index)
    words = time_words()
    if word in words.never_first:
        return None
    if (
        word in words.ordinal
        or word in ("week", "weekend", "twenty", "thirty")
        or (word_at(stream, index + 1) in _ORDINAL_ENDINGS)
    ):
        counted = _counted_portion(stream, index, read)
        if counted is not None:
            return counted
    if kind_at(stream, index) == "number":
        return _figure(stream, index, read)
    if word in _ARTICLES:
        return _behind_article(stream, index, read)
    if word in words.portion:
        found = _portion(stream, index, read)
        if found is not None:
            return found
    if word in words.which:
        found = which_at(stream, index, read)
        if found is not None:
            return found
    if word in words.deictic:
        return (
            None
            if _is_masthead(stream, index)
            else Named(Whole("day", words.deictic[word]), index + 1)
        )
    return (
        daytimes.part_at(stream, index, read)
        or daytimes.clock_phrase(stream, index, read, cued=False)
        or shifted_at(stream, index, read)
        or holiday_at(stream, index)
        or as_named(calendar_at(stream, index))
        or span_at(stream, index)
        or season_at(stream, index)
        or year_at(stream, index)
        or _year_end(stream, index)
        or _to_date(stream, index)
        or _fiscal_span(stream, index)
        or recent_at(stream, index)
    )


def _is_masthead(stream: Stream, index: int) -> bool:
    """As in "USA Today", or "HARBOR TODAY" on a line of its own: the name of a newspaper."""
    before = index - 1
    if not is_capitalised(stream, index) or not is_capitalised(stream, before):
        return False
    if word_at(stream, before) in time_words().name_before:
        return True
    first = max(
        (at for at in range(max(0, index - 4), index) if _ends_line(stream, at)), default=-1
    )
    capitals = all(text_at(stream, at).isupper() for at in range(first + 1, index + 1))
    return capitals and (first >= 0 or index <= 4) and kind_at(stream, index + 1) != "word"


def _ends_line(stream: Stream, index: int) -> bool:
    return kind_at(stream, index) == "newline"


def _figure(stream: Stream, index: int, read: NameReader) -> Named | None:
    return (
        shifted_at(stream, index, read)
        or as_named(calendar_at(stream, index))
        or daytimes.clock_phrase(stream, index, read, cued=False)
        or span_at(stream, index)
        or year_at(stream, index)
    )


def _behind_article(stream: Stream, index: int, read: NameReader) -> Named | None:
    article = word_at(stream, index)
    behind = word_at(stream, index + 1)
    found = shifted_at(stream, index, read) if article in ("a", "an", "the") else None
    if found is not None:
        return found
    if article in ("a", "an"):
        if article == "a" and behind in ("quarter", "half"):
            return daytimes.clock_phrase(stream, index, read, cued=False)
        return _some_weekday(stream, index + 1, read)
    if article == "that":
        return which_at(stream, index, read)
    if behind == "weekend" and word_at(stream, index + 2) not in DASHES:
        return Named(Whole("weekend"), index + 2)
    period = _to_date(stream, index + 1) or _the_period(stream, index)
    if period is not None:
        return period
    if behind in time_words().month and _is_adjective_month(stream, index + 1):
        return Named(Calendar(month=time_words().month[behind]), index + 2)
    return _core(stream, index + 1, read) if behind not in _ARTICLES else None


def _the_period(stream: Stream, index: int) -> Named | None:
    """As in "ended the day", "in the quarter", "for the full year": the period spoken of."""
    last, full = index + 1, False
    while word_at(stream, last) in ("full", "entire", "whole", "rest", "remainder", "of", "the"):
        last, full = last + 1, True
    unit = time_words().unit.get(word_at(stream, last))
    cues = time_words().day_cue if unit == "day" else time_words().period_cue
    if unit not in _PERIODS or word_at(stream, last).endswith("s"):
        return None
    if not (full or word_at(stream, index - 1) in cues) or word_at(stream, last + 1) in (
        *DASHES,
        "of",
        "when",
        "that",
    ):
        return None
    return Named(Whole(unit, 0, "thread"), last + 1)


_PERIODS: Final = frozenset(("day", "week", "month", "quarter", "year", "season"))


def _is_adjective_month(stream: Stream, index: int) -> bool:
    """As in "the June vote": a month in front of a common noun."""
    behind = index + 1
    return (
        is_capitalised(stream, index)
        and kind_at(stream, behind) == "word"
        and not is_capitalised(stream, behind)
        and word_at(stream, behind)
        not in ("of", "on", "and", "is", "was", "said", "in", "at", "to", "s")
    )


def _some_weekday(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "a Sunday in mid-September" names the middle of September."""
    if word_at(stream, index) in time_words().weekday and word_at(stream, index + 1) in (
        "in",
        "of",
    ):
        return read(stream, index + 2)
    return None


def _portion(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "late May", "mid-2027", "the end of the year", "early on Tuesday"."""
    which = time_words().portion[word_at(stream, index)]
    start = index + 1
    dashed = word_at(stream, start) in DASHES and joined(stream, start)
    if dashed:
        start += 1
    part = word_at(stream, start)
    if part in time_words().part and which in ("early", "late", "mid"):
        return daytimes.part_at(stream, start, read, portion=which)
    link = word_at(stream, start)
    if (
        which in _NEEDS_OF
        and not dashed
        and link != "of"
        and (
            word_at(stream, index) not in ("end", "mid", "start")
            or kind_at(stream, start) != "number"
        )
        and word_at(stream, index) != "mid"
    ):
        return None
    if link in ("of", "in", "on"):
        start += 1
    if (
        word_at(stream, index - 2) == "at"
        and tuple(stream.words[start : start + 2])
        == (
            "the",
            "day",
        )
        and word_at(stream, index) == "end"
    ):  # "at the end of the day, it is about trust"
        return None
    nested = word_at(stream, start + (word_at(stream, start) == "the")) in time_words().portion
    inner = _of_the(stream, start) or (
        read(stream, start) if nested else _core(stream, start, read)
    )
    if inner is None or isinstance(inner.name, (At, Shifted)):
        return None
    if isinstance(inner.name, DayPart):
        return Named(evolve(inner.name, portion=which), inner.last)
    inner = _modified(stream, inner, read, clock=False)
    return Named(Portion(which, inner.name), inner.last)


_WEEK_OF: Final = frozenset(("of", "beginning", "starting", "commencing"))


def _counted_portion(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "first week of April", "the last three weeks of May", "week of March 3"."""
    word = word_at(stream, index)
    if word in ("week", "weekend") and word_at(stream, index + 1) in _WEEK_OF:
        day = daytimes.day_name(stream, index + 2, read) or _day_only(stream, index + 2)
        if day is not None and isinstance(day.name, (Calendar, Holiday)):
            return Named(Portion("of:1", day.name), day.last)
        return None
    ordinal = _ordinal(stream, index)
    if ordinal is None or word_at(stream, index - 1) in time_words().owner:
        return None  # "sold 300,000 copies in its first week in September"
    number, last = ordinal
    weekday = time_words().weekday.get(word_at(stream, last))
    if weekday is not None and -2 < number < 6:
        return _nth_weekday(stream, weekday, number, last + 1, read)
    full = word_at(stream, last) in ("full", "whole")
    length = length_at(stream, last + full)
    count = 1
    if length is not None and length.low > 1 and number in (1, -1):
        unit, count, last = length.unit, length.low, length.last
    else:
        noun = word_at(stream, last + full)
        unit = "half" if noun == "half" else time_words().unit.get(noun, "")
        last += full + 1
    if unit not in ("week", "day", "month", "weekend", "half") or word_at(stream, last) not in (
        "of",
        "in",
    ):
        return None
    of = _of_the(stream, last + 1) or read(stream, last + 1)
    if of is None or not isinstance(of.name, (Calendar, Whole, Span, Era, Season)):
        return None
    if unit == "half" and not (isinstance(of.name, Calendar) and of.name.month is not None):
        return None  # halves of years are read elsewhere
    if unit == "month" and (count > 1 or number < 0):
        return None if number < 0 else Named(Span(count, 1, within=of.name), of.last)
    key = "full" if full and unit == "week" else "week" if unit == "weekend" else unit
    return Named(Portion(f"{key}:{number}", of.name, count), of.last)


def _nth_weekday(
    stream: Stream, weekday: int, number: int, last: int, read: NameReader
) -> Named | None:
    """As in "the first Monday of September", "the last Thursday of the month"."""
    if word_at(stream, last) not in ("of", "in"):
        return None
    of = _of_the(stream, last + 1) or read(stream, last + 1)
    month = isinstance(of.name, Calendar) and of.name.month is not None if of else False
    whole = of is not None and isinstance(of.name, Whole) and of.name.unit == "month"
    if of is None or not (month or whole):
        return None
    return Named(Portion(f"weekday{weekday}:{number}", of.name), of.last)


def _ordinal(stream: Stream, index: int) -> tuple[int, int] | None:
    found = day_at(stream, index)
    if found is not None and found[2]:
        return found[0], found[1]
    number = time_words().ordinal.get(word_at(stream, index))
    return (number, index + 1) if number is not None else None


def _of_the(stream: Stream, index: int) -> Named | None:
    """As in "of the year", "in the day": the unit that holds now, or the day last named."""
    the = word_at(stream, index) == "the"
    if not the and word_at(stream, index - 1) != "of":
        return None
    last = index + the
    fiscal = word_at(stream, last) in time_words().fiscal
    last += fiscal
    if word_at(stream, last) in ("same", "following", "previous"):
        return None
    unit = time_words().unit.get(word_at(stream, last))
    if unit not in _OF_THE or word_at(stream, last).endswith("s"):
        return None
    start = "thread" if unit == "day" else "now"
    return Named(Whole(unit, 0, start, fiscal), last + 1)


def _fiscal_span(stream: Stream, index: int) -> Named | None:
    """As in "fiscal first quarter", "fiscal third-quarter results"."""
    if word_at(stream, index) not in time_words().fiscal:
        return None
    found = span_at(stream, index + 1)
    if found is None or not isinstance(found.name, Span):
        return None
    return Named(evolve(found.name, fiscal=True), found.last)


def _to_date(stream: Stream, index: int) -> Named | None:
    """As in "year to date", "in the year-to-date": from its beginning to today."""
    unit = time_words().unit.get(word_at(stream, index))
    between = [word for word in stream.words[index + 1 : index + 5] if word not in DASHES][:2]
    if unit not in ("year", "month", "quarter") or between != ["to", "date"]:
        return None
    last = index + 1 + stream.words[index + 1 : index + 5].index("date") + 1
    return Named(Range(Portion("start", Whole(unit)), Whole("day")), last)


def _year_end(stream: Stream, index: int) -> Named | None:
    """As in "year-end", "month-end"."""
    unit = time_words().unit.get(word_at(stream, index))
    possessive = word_at(stream, index + 1) in ("'", "’") and word_at(stream, index + 2) == "s"
    if unit in ("year", "month") and possessive and word_at(stream, index + 3) == "end":
        return Named(Portion("end", Whole(unit)), index + 4)
    if (
        unit in ("year", "month", "quarter")
        and word_at(stream, index + 1) in DASHES
        and (
            word_at(stream, index + 2) == "end"
            and joined(stream, index + 1)
            and joined(stream, index + 2)
        )
    ):
        return Named(Portion("end", Whole(unit)), index + 3)
    return None


# --- what stands behind a name ----------------------------------------------------------------


def _modified(stream: Stream, found: Named, read: NameReader, *, clock: bool = True) -> Named:
    name = found.name
    if isinstance(name, (Calendar, Span, Season, Holiday)):
        found = _within(stream, found, read)
    if isinstance(found.name, Span):
        return _ended(stream, found, read)
    if isinstance(found.name, Whole) and found.name.unit == "week":
        found = _day_of_week(stream, found)
    if isinstance(found.name, (Calendar, Whole, Holiday, DayPart, Shifted, Portion)) and clock:
        found = daytimes.with_part(stream, found, read)
        found = daytimes.with_clock(stream, found, read)
    return found


def _day_of_week(stream: Stream, found: Named) -> Named:
    """As in "next week on Tuesday", "last week's Friday"."""
    start = found.last
    if word_at(stream, start) in ("on", ","):
        start += 1
    named = word_at(stream, start) in time_words().weekday
    weekday = calendar_at(stream, start) if named else None
    if weekday is None or weekday.name.month is not None or weekday.name.day is not None:
        return found
    return Named(evolve(weekday.name, within=found.name), weekday.last)


def _ended(stream: Stream, found: Named, read: NameReader) -> Named:
    """As in "the first quarter ended June 30": the months that end with that day."""
    if word_at(stream, found.last) not in ("ended", "ending") or not isinstance(found.name, Span):
        return found
    start = found.last + 1 + (word_at(stream, found.last + 1) in ("on", "in"))
    end = read(stream, start)
    if end is None or not isinstance(end.name, Calendar) or end.name.month is None:
        return found
    return Named(Ending(found.name.months, end.name, found.name.number), end.last)


def _within(stream: Stream, found: Named, read: NameReader) -> Named:
    """As in "May last year", "Wednesday of last week", "the first quarter of next year"."""
    name = found.name
    if getattr(name, "year", None) is not None or getattr(name, "which", None) in (
        "following",
        "that",
    ):
        return found
    weekday = (
        isinstance(name, Calendar)
        and name.weekday is not None
        and name.month is None
        and name.day is None
    )
    if weekday and word_at(stream, found.last) == "week" and isinstance(name, Calendar):
        return Named(Shifted("week", 1, 1, 1, "now", evolve(name, which="this")), found.last + 1)
    if (
        weekday
        and word_at(stream, found.last + 1) in ("last", "next")
        and isinstance(name, Calendar)
    ):
        shifted = _before_last(stream, name, found.last)
        if shifted is not None:
            return shifted
    start = found.last
    if word_at(stream, start) == ",":
        start += 1
    if word_at(stream, start) in ("of", "in"):
        start += 1
    if word_at(stream, start) == "the":
        start += 1
    if word_at(stream, start) not in time_words().which:
        return found
    within = which_at(stream, start, read)
    if within is None or not isinstance(within.name, Whole) or within.name.within is not None:
        return found
    fits = ("week",) if weekday else ("year",)
    if isinstance(name, Calendar) and name.day is not None and name.month is None:
        fits = ("month",)
    if within.name.unit not in fits or not isinstance(name, (Calendar, Span, Season)):
        return found
    return Named(evolve(name, within=within.name), within.last)


def _before_last(stream: Stream, name: Calendar, last: int) -> Named | None:
    """As in "the Saturday before last", "the Monday after next"."""
    side, which = word_at(stream, last), word_at(stream, last + 1)
    if (side, which) == ("before", "last"):
        return Named(Shifted("week", 1, 1, -1, "now", evolve(name, which="last")), last + 2)
    if (side, which) == ("after", "next"):
        return Named(Shifted("week", 1, 1, 1, "now", evolve(name, which="next")), last + 2)
    return None
