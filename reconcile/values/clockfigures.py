"""Tokens in, a clock time told in figures out: "2:15 a.m.", "16.48 UTC", "1800 hours"."""

from __future__ import annotations

import re
from typing import Final

from reconcile import patterns
from reconcile.records import evolve
from reconcile.tuples import NamedTuple
from reconcile.values import hedges
from reconcile.values.dayfields import DASHES
from reconcile.values.lexicon import word_set
from reconcile.values.markers import suffix_at
from reconcile.values.scaling import scale_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timenames import Clock
from reconcile.values.timewords import time_words
from reconcile.values.zonewords import zone_at

_DOTTED: Final = patterns.compile(r"(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)", re.VERBOSE)
_MILITARY: Final = patterns.compile(r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)", re.VERBOSE)
#: behind figures, what makes them hours of a clock: "1800 hours", "21:47 hrs"
_HOURS: Final = frozenset(("hours", "hrs", "hr"))
_TO: Final = frozenset(("to", "and", "until", "till"))
_DOTTED_LENGTH: Final = len("20.40")
#: how many words before figures what they are of may stand
_NEAR: Final = 4
_APOSTROPHES: Final = frozenset("'’‘`")
#: how many words before "at" the noun of a number may stand: "the toll stood at"
_TALLY_REACH: Final = 10


class ReadClock(NamedTuple):
    """A clock time before token ``last``; ``sure`` where nothing else can be meant."""

    clock: Clock
    last: int
    sure: bool


class Figures(NamedTuple):
    """Hour, minute and second as printed, before token ``last``."""

    hour: int
    minute: int
    second: int | None
    last: int
    #: "plain" (a bare hour), "colon", "dot" or "military"
    form: str


def figures_at(stream: Stream, index: int) -> Figures | None:
    """Hour, minute and second as printed at a token."""
    word = stream.words[index]
    if joined(stream, index) and word_at(stream, index - 1) in ("$", "£", "€", ".", ":", "/"):
        again = word_at(stream, index - 1) == "/" and kind_at(stream, index - 2) == "word"
        if not again:  # "7 PM ET/4 PM PT"
            return None
    if word.isdecimal() and len(word) <= 2:
        if (
            word_at(stream, index + 1) in (":", "h")
            and joined(stream, index + 1)
            and joined(stream, index + 2)
        ):
            return _colon(stream, index)
        return Figures(int(word), 0, None, index + 1, "plain")
    dotted = _DOTTED.fullmatch(word)
    if dotted:
        return Figures(int(dotted["hour"]), int(dotted["minute"]), None, index + 1, "dot")
    military = _MILITARY.fullmatch(word)
    if military:
        return Figures(int(military["hour"]), int(military["minute"]), None, index + 1, "military")
    if word.isdecimal() and len(word) == 3 and int(word[1:]) < 60:  # "230 p.m."
        found = Figures(int(word[0]), int(word[1:]), None, index + 1, "short")
        return found if meridiem_at(stream, index + 1) is not None else None
    return None


def _colon(stream: Stream, index: int) -> Figures | None:
    minute = word_at(stream, index + 2)
    if not (minute.isdecimal() and len(minute) == 2 and int(minute) < 60):
        return None
    hour, last = int(stream.words[index]), index + 3
    second = word_at(stream, last + 1)
    if word_at(stream, last) == ":" and joined(stream, last) and joined(stream, last + 1):
        if not (second.isdecimal() and len(second) == 2 and int(second) < 60):
            return None
        return Figures(hour, int(minute), int(second), last + 2, "colon")
    return Figures(hour, int(minute), None, last, "colon")


def minutes_at(stream: Stream, index: int) -> ReadClock | None:
    """Hours and minutes with a colon, where what stands around makes them a clock time."""
    plain = kind_at(stream, index) == "number"
    figures = figures_at(stream, index) if plain else None
    if figures is None or figures.form != "colon" or figures.hour > 24:
        return None
    meridiem = meridiem_at(stream, figures.last)
    if meridiem is not None:
        return _twelve_hours(stream, figures, *meridiem)
    last = _past_hours(stream, figures)
    return _finish(stream, figures, last, sure=True, open_=_is_open(stream, index, figures))


def from_figures(stream: Stream, index: int, figures: Figures) -> ReadClock | None:
    """The clock time that printed figures tell, where one is meant by them."""
    meridiem = meridiem_at(stream, figures.last)
    if meridiem is not None:
        return _twelve_hours(stream, figures, *meridiem)
    if figures.hour > 24 or (figures.hour == 24 and figures.minute):
        return None
    last = past_clock_word(stream, figures.last)
    if last is not None and figures.form in ("plain", "dot"):
        return _finish(stream, figures, last, sure=True, open_=figures.hour <= 12)
    if figures.form == "military" and word_at(stream, figures.last) in _HOURS:
        return _finish(stream, figures, figures.last + 1, sure=True)
    if figures.form == "colon" and _past_hours(stream, figures) > figures.last:
        last = _past_hours(stream, figures)
        return _finish(stream, figures, last, sure=True, open_=_is_open(stream, index, figures))
    if figures.form == "dot" and _is_dotted_clock(stream, index, figures):
        return _finish(stream, figures, figures.last + 1, sure=True)
    zone = zone_at(stream, figures.last)
    if figures.form != "plain" and zone is not None:
        return _finish(stream, figures, figures.last, sure=True)
    if figures.form == "plain" and zone is not None and _is_hour_with_zone(stream, figures):
        return _finish(stream, figures, figures.last, sure=True)
    if figures.form == "colon" and not _is_ratio(stream, index, figures):
        return _finish(
            stream, figures, figures.last, sure=True, open_=_is_open(stream, index, figures)
        )
    if figures.form == "military" and (
        word_at(stream, index - 1) == "at" or led_by_zero(stream, index)
    ):
        return _finish(
            stream,
            figures,
            figures.last,
            sure=stream.words[index][0] == "0" or led_by_zero(stream, index),
        )
    scaled = scale_at(stream, figures.last)[0] or suffix_at(stream, figures.last) is not None
    if scaled or _is_tally(stream, index):
        return None  # "stood at 1.02 trillion yen"
    if figures.form in ("dot", "plain") and figures.hour < 24:
        open_ = figures.hour <= 12 and not stream.words[index].startswith("0")
        return _finish(stream, figures, figures.last, sure=False, open_=open_)
    return None


def _past_hours(stream: Stream, figures: Figures) -> int:
    """The index behind "hrs" in "21:47 hrs": the hours of a clock, and no length."""
    return figures.last + (figures.second is None and word_at(stream, figures.last) in _HOURS)


def led_by_zero(stream: Stream, index: int) -> bool:
    """Whether figures are a time of day by the zero that leads them: "by 0630", "from 22.00 to"."""
    if _are_hours(stream, index) or _are_hours(stream, index - 2):
        return True
    cued = word_at(stream, index - 1) in word_set("clock", "zero_cue")
    return cued and stream.words[index].startswith("0")


def _are_hours(stream: Stream, index: int) -> bool:
    """As in "0600-1700", "between 06.00 and 22.30": from one time of day to another."""
    first, link, second = (word_at(stream, index + step) for step in range(3))
    if len(first) != len(second) or not (first.startswith("0") or second.startswith("0")):
        return False
    if link in DASHES:
        tight = joined(stream, index + 1) and joined(stream, index + 2)
        cued = tight and first[-1:] in ("0", "5") and second[-1:] in ("0", "5")
    else:
        cued = link in _TO and word_at(stream, index - 1) in ("from", "between", "hours")
    return cued and all(
        _DOTTED.fullmatch(each) or _MILITARY.fullmatch(each) for each in (first, second)
    )


def _is_tally(stream: Stream, index: int) -> bool:
    """As in "the toll stood at eight on Sunday", "is put at nine": how many, not when."""
    at = hedges.before(stream, index)[0] - 1
    if word_at(stream, at) != "at":
        return False
    verb = at - 2 if word_at(stream, at - 1).endswith("ly") else at - 1
    if word_at(stream, verb) not in word_set("clock", "tally_verb"):
        return False
    told = stream.words[max(0, at - _TALLY_REACH) : at]
    return any(word in word_set("clock", "tally") for word in told)


def _is_dotted_clock(stream: Stream, index: int, figures: Figures) -> bool:
    """As in "at 20.40 hours", "6 March, 00.00 hours"; "it took 20.40 hours" is a length."""
    if len(stream.words[index]) != _DOTTED_LENGTH or word_at(stream, figures.last) not in _HOURS:
        return False
    return stream.words[index][0] == "0" or word_at(stream, index - 1) in (",", "at", "by", "until")


def _is_hour_with_zone(stream: Stream, figures: Figures) -> bool:
    """As in "10 GMT", not "10 pt" or "5 Eastern powers"."""
    word = word_at(stream, figures.last)
    return word in ("gmt", "utc") or word_at(stream, figures.last + 1) == "time"


def _is_open(stream: Stream, index: int, figures: Figures) -> bool:
    """Whether "9:40" may be in the evening too; "09:40" and "14:10" may not."""
    return 1 <= figures.hour <= 12 and not stream.words[index].startswith("0")


def _is_ratio(stream: Stream, index: int, figures: Figures) -> bool:
    """Whether "3:16" is a verse, a ratio or a race time."""
    if figures.hour > 23 and not (figures.hour == 24 and figures.minute == 0):
        return True
    before = word_at(stream, index - 1)
    if before in time_words().at or figures.hour > 12 or stream.words[index].startswith("0"):
        capital = kind_at(stream, index - 1) == "word" and is_capitalised(stream, index - 1)
        return capital and before not in time_words().at and figures.hour < 13
    behind = word_at(stream, figures.last)
    if before in ("a", "an"):
        return behind not in time_words().service
    near = stream.words[max(0, index - _NEAR) : index]
    if before in word_set("clock", "ratio") or any(
        word in word_set("clock", "proportion") for word in near
    ):
        return True
    if behind in ("on", "that", "this", "yesterday", "today", "tomorrow"):
        return False
    if is_capitalised(stream, index - 1):  # "John 3:16"
        return not any(word in time_words().timetable for word in near)
    return behind in word_set("clock", "ratio_behind")


def meridiem_at(stream: Stream, index: int) -> tuple[str, int] | None:
    """As in "am", "p.m.", "a m": which half of the day, and the index behind it."""
    word = word_at(stream, index)
    if word in ("am", "pm"):
        point = word_at(stream, index + 1) == "." and joined(stream, index + 1)
        return word, index + 1 + (point and _is_abbreviation(stream, index + 1))
    if word not in ("a", "p"):
        return None
    last = index + 1
    if word_at(stream, last) == ".":
        last += 1
    if word_at(stream, last) != "m" or last == index + 1 and not _stands_alone(stream, last):
        return None
    last += 1
    if word_at(stream, last) == "." and joined(stream, last):
        last += 1
    return word + "m", last


def _is_abbreviation(stream: Stream, index: int) -> bool:
    return kind_at(stream, index + 1) == "word" and not is_capitalised(stream, index + 1)


def _stands_alone(stream: Stream, index: int) -> bool:
    return kind_at(stream, index + 1) != "word" or not joined(stream, index + 1)


def _twelve_hours(stream: Stream, figures: Figures, half: str, last: int) -> ReadClock | None:
    if figures.hour > 12 and not (half == "pm" and figures.hour < 24):
        return None
    hour = figures.hour if figures.hour > 12 else figures.hour % 12 + (12 if half == "pm" else 0)
    return _finish(stream, figures._replace(hour=hour), last, sure=True)


def past_clock_word(stream: Stream, index: int) -> int | None:
    """The index behind "o'clock"."""
    if word_at(stream, index) == "oclock":
        return index + 1
    if word_at(stream, index) == "o" and word_at(stream, index + 1) in _APOSTROPHES:
        return index + 3 if word_at(stream, index + 2) == "clock" else None
    return None


def _finish(
    stream: Stream, figures: Figures, last: int, *, sure: bool, open_: bool = False
) -> ReadClock:
    """The clock time with the zone and the part of the day that stand behind it."""
    seconds = figures.hour * 3600 + figures.minute * 60 + (figures.second or 0)
    clock = Clock(seconds, 60 if figures.second is None else 1, open_)
    return with_part(stream, with_zone(stream, ReadClock(clock, last, sure)))


def with_zone(stream: Stream, found: ReadClock) -> ReadClock:
    """The clock time with the zone behind it."""
    zone = zone_at(stream, found.last)
    if zone is None:
        return found
    return ReadClock(evolve(found.clock, zone=zone[0]), zone[1], True)


def with_part(stream: Stream, found: ReadClock) -> ReadClock:
    """As in "in the morning", "at night" settle an open hour."""
    last = found.last
    if word_at(stream, last) == "in" and word_at(stream, last + 1) == "the":
        part, last = word_at(stream, last + 2), last + 3
    elif word_at(stream, last) == "at" and word_at(stream, last + 1) == "night":
        part, last = "night", last + 2
    else:
        return found
    if part not in ("morning", "afternoon", "evening", "night"):
        return found
    return ReadClock(_in_part(found.clock, part), last, True)


def _in_part(clock: Clock, part: str) -> Clock:
    """An open clock time put into a part of the day."""
    if not clock.open:
        return clock
    hour = clock.second // 3600
    later = part in ("afternoon", "evening") or (part == "night" and hour >= 6 and hour != 12)
    hour = hour % 12 + (12 if later else 0)
    return evolve(clock, second=hour * 3600 + clock.second % 3600, open=False)


def settle(clock: Clock, part: str) -> Clock:
    """An open clock time, settled by a part of the day that stands beside it."""
    return _in_part(clock, part) if part in ("morning", "afternoon", "evening", "night") else clock
