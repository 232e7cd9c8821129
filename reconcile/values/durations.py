"""A trigger token in, the duration around it out: "just over two weeks", "a year and a half"."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final, NamedTuple

from attrs import evolve

from reconcile.model import Interval, Stated, Value
from reconcile.values import hedges, relativewords, sets, tense, timespans
from reconcile.values.calendar import DAY, Stretch, day_number, to_interval
from reconcile.values.calendarwords import DASHES
from reconcile.values.lexicon import Phrases, by_last, load, word_set, word_values
from reconcile.values.numbers import is_number_word, number_at
from reconcile.values.stream import (
    Reading,
    Stream,
    ends_with,
    is_capitalised,
    joined,
    kind_at,
    word_at,
)
from reconcile.values.timewords import time_words

_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_ZERO: Final = Decimal(0)
_BACK: Final = frozenset(("last", "past", "previous", "preceding"))
_AHEAD: Final = frozenset(("next", "coming", "following", "upcoming"))
#: how far before a length the word may stand that makes it the longest
_CAP_REACH: Final = 11
#: how far before a bare figure the length may stand whose unit it takes
_UNIT_REACH: Final = 45


_LOWER: Final = (("over",), ("at_least",))
_UPPER: Final = (("under",), ("at_most",))


class Part(NamedTuple):
    """A number of units before token ``last``: "two and a half years"."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    unit: str
    #: what the number is exact to, in units
    step: Decimal
    #: "months" without a number
    vague: bool = False
    #: "90-minute", in front of a noun
    hyphened: bool = False
    #: -1 for "the 10 previous weeks", 1 for "the two upcoming months"
    way: int = 0
    #: "academic", "working": no unit of the calendar
    special: str = ""


class Length(NamedTuple):
    """Seconds: the shortest and longest that one unit allows, and the usual."""

    shortest: Decimal
    longest: Decimal
    usual: Decimal


@functools.cache
def _length(unit: str) -> Length:
    shortest, longest, usual = word_values("durations", "length")[unit]
    return Length(Decimal(shortest), Decimal(longest), Decimal(usual))


@functools.cache
def duration_triggers() -> frozenset[str]:
    """The words, besides numbers, at which a duration can begin or by which it is known."""
    lengths = word_values("durations", "length")
    units = (word for word, unit in time_words().unit.items() if unit in lengths)
    return frozenset((*units, "half", "quarter", "life", *word_values("durations", "vague")))


def read_duration(stream: Stream, index: int) -> Reading | None:
    """The duration around a trigger token, its hedges included."""
    word = stream.words[index]
    figure = stream.tokens[index].kind == "number"
    if figure and not (_may_be_length(stream, index) or _may_be_elided(stream, index)):
        return None
    if word == "life":
        return _life(stream, index)
    part = _find(stream, index) or _elided(stream, index)
    if part is None or _is_other(stream, part) or _ends_saying(stream, part.first):
        return None
    parts = _chain(stream, part)
    if len(parts) == 1 and part.unit not in word_values("durations", "length"):
        return None
    return _reading(stream, parts)


@functools.cache
def _sayings() -> Phrases:
    rules = load("durations")["saying"]
    return by_last((phrase, 1) for rule in rules for phrase in rule["phrases"])


def _ends_saying(stream: Stream, index: int) -> bool:
    """As in "Rome was not built in a day"."""
    phrases = _sayings().get(word_at(stream, index - 1), ())
    return any(ends_with(stream, index, words) for words, _ in phrases)


def _reading(stream: Stream, parts: list[Part]) -> Reading:
    first, classes = _hedged(stream, parts[0].first)
    if classes == ("over",) and _is_during(stream, first, parts):
        first, classes = parts[0].first, ()
    last, behind = hedges.after(stream, parts[-1].last)
    if not classes and _is_cap(stream, first):
        classes = ("at_most",)
    often = word_at(stream, first - 1) == "in" and word_at(stream, first - 2) in time_words().times
    if often and not classes:  # "twice in a month" is within it
        classes = ("at_most",)
    long = word_at(stream, last) in DASHES and word_at(stream, last + 1) == "long"
    value = _value(parts, (*behind, *classes))
    upper = _upper_bound(stream, last) if classes in _LOWER else None
    if upper is not None:
        return upper._replace(first=first, value=_between(value, upper.value))
    around = _stretch_around(stream, parts, value)
    if around is not None:
        value = evolve(value, alternatives=(around,))
    return Reading(first, last + 2 if long else last, value)


def _upper_bound(stream: Stream, index: int) -> Reading | None:
    """The second bound of "at least two weeks and less than three weeks"."""
    if word_at(stream, index) not in ("and", "but"):
        return None
    for start in range(index + 2, index + 5):
        part = _part(stream, start) if kind_at(stream, start) in ("number", "word") else None
        if part is None:
            continue
        first, classes = hedges.before(stream, part.first)
        parts = _chain(stream, part)
        fits = first == index + 1 and classes in _UPPER
        return Reading(first, parts[-1].last, _value(parts, classes)) if fits else None
    return None


def _between(lower: Value, upper: Value) -> Value:
    """What lies above one bound and below the other."""
    both = sets.intersect(lower.interval, upper.interval)
    return evolve(lower, interval=both, named=both, nominal=None, hedge="between")


def _hedged(stream: Stream, index: int) -> tuple[int, tuple[str, ...]]:
    """The hedges before a length; "took over" and "faced up to" take no word from it."""
    first, classes = hedges.before(stream, index)
    if classes:
        return first, classes
    if word_at(stream, index - 1) == "over":
        return index - 1, ("over",)
    if (word_at(stream, index - 2), word_at(stream, index - 1)) == ("up", "to"):
        return index - 2, ("at_most",)
    return first, classes


def _is_cap(stream: Stream, index: int) -> bool:
    """As in "the maximum penalty is 15 years": it may be less."""
    for at in range(index - 1, max(-1, index - 1 - _CAP_REACH), -1):
        if stream.words[at] in (".", ";", "\n"):
            return False
        if stream.words[at] in word_set("durations", "cap"):
            return True
    return False


def _is_during(stream: Stream, index: int, parts: list[Part]) -> bool:
    """As in "pay 3 million over five years": the length of it, not more than that."""
    if word_at(stream, index) != "over" or index + 1 != parts[0].first or index == 0:
        return False
    if kind_at(stream, index - 1) in ("word", "number"):
        return word_at(stream, index - 1) not in word_set("durations", "over")
    closing = word_at(stream, index - 1) in (")", "]", ",", "%", "”")
    return closing or word_at(stream, parts[-1].last) == ","


@functools.cache
def _neighbours() -> frozenset[str]:
    return frozenset(
        (
            *time_words().unit,
            *_whole_words(),
            *_BACK,
            *_AHEAD,
            *DASHES,
            "and",
            "to",
            "or",
            "1",
            "½",
            "¼",
            "¾",
            "hundred",
            "thousand",
            "million",
            "billion",
        )
    )


def _may_be_length(stream: Stream, index: int) -> bool:
    """Whether a unit could follow a figure: a quick look before anything is read."""
    behind = word_at(stream, index + 1)
    return behind in _neighbours() or kind_at(stream, index + 1) == "number"


# --- finding ----------------------------------------------------------------------------------


def _find(stream: Stream, index: int) -> Part | None:
    """The first part that holds the trigger token."""
    for start in range(max(0, index - 3), index + 1):
        part = _part(stream, start)
        if part is not None and part.last > index:
            return part
    return None


def _may_be_elided(stream: Stream, index: int) -> bool:
    before = word_at(stream, index - 1)
    return before in word_set("durations", "elided") | word_set("durations", "elided_years")


def _elided(stream: Stream, index: int) -> Part | None:
    """As in "can wait four years; there it is done within two": the unit of the length before."""
    cue, behind = word_at(stream, index - 1), word_at(stream, index + 1)
    firm = cue in word_set("durations", "elided")
    if not firm and cue not in word_set("durations", "elided_years"):
        return None
    if cue == "of" and word_at(stream, index - 2) not in word_set("durations", "term"):
        return None
    if behind not in (".", ",", ";", "for", "\n", ""):
        return None
    number = number_at(stream, index)
    if number is None or number.last != index + 1 or number.power or not 0 < number.number < 100:
        return None
    unit = _unit_before(stream, index)
    if unit is None or not (firm or unit in ("month", "year")):
        return None
    return Part(index, index + 1, number.number, number.number, unit, number.step)


def _unit_before(stream: Stream, index: int) -> str | None:
    """The unit of the last length counted before a token in its paragraph."""
    for at in range(index - 1, max(0, index - _UNIT_REACH), -1):
        if kind_at(stream, at) == "newline":
            return None
        unit = _unit_at(stream, at)
        counted = at - 2 if word_at(stream, at - 1) in DASHES else at - 1
        if unit is not None and (
            kind_at(stream, counted) == "number" or is_number_word(word_at(stream, counted))
        ):
            return unit
    return None


def _part(stream: Stream, index: int) -> Part | None:
    kind = kind_at(stream, index)
    if kind not in ("word", "number"):
        return None
    if joined(stream, index) and word_at(stream, index - 1) in DASHES and kind == "number":
        return None
    word = stream.words[index]
    if word in ("half", "three", "quarter"):
        share = _share(stream, index)
        if share is not None:
            return share
    if word in ("a", "an", "one"):
        found = _one(stream, index)
        if found is not None:
            return found
    vague = _vague(stream, index)
    return vague or _counted(stream, index)


def _unit_at(stream: Stream, index: int) -> str | None:
    unit = time_words().unit.get(word_at(stream, index))
    return unit if unit in word_values("durations", "length") else None


def _share(stream: Stream, index: int) -> Part | None:
    """As in "half a decade", "half an hour", "three-quarters of an hour"."""
    word = stream.words[index]
    last, share = index + 1, {"half": _HALF, "quarter": Decimal("0.25")}.get(word)
    if word == "three":
        dash = word_at(stream, last) in DASHES
        if word_at(stream, last + dash) != "quarters":
            return None
        last, share = last + dash + 1, Decimal("0.75")
    if word_at(stream, last) in DASHES and joined(stream, last):
        last += 1
    if word_at(stream, last) == "of":
        last += 1
    article = word_at(stream, last) in ("a", "an")
    unit = _unit_at(stream, last + article)
    bare = not article and unit is None or (not article and word != "half")
    if unit is None or bare or unit in ("night", "weekend") or share is None:
        return None
    first = index - 1 if word != "half" and word_at(stream, index - 1) == "a" else index
    return Part(first, last + article + 1, share, share, unit, Decimal("0.2"))


def _one(stream: Stream, index: int) -> Part | None:
    """As in "an hour", "a week": with a cue in front, else it is a rate or an article."""
    dash = word_at(stream, index + 1) in DASHES and joined(stream, index + 1)
    last = index + 1 + dash
    while word_at(stream, last) in _whole_words() and not dash:
        last += 1
    unit = _unit_at(stream, last)
    if unit is None:
        return None
    if stream.words[last].endswith("s") or (unit == "second" and stream.words[index] != "one"):
        return None
    if unit in ("minute", "quarter") and stream.words[index] == "a" and unit == "quarter":
        return None
    one = Part(index, last + 1, Decimal(1), Decimal(1), unit, Decimal(1), hyphened=dash)
    half = _with_half(stream, one)
    if half is not one or stream.words[index] == "one" and not _is_some_day(stream, index, unit):
        return half
    return one if _is_length(stream, index, last + 1, unit) else None


def _is_some_day(stream: Stream, index: int, unit: str) -> bool:
    """As in "one day he will": no length."""
    return unit in ("day", "night") and word_at(stream, index - 1) not in word_set(
        "durations", "before_one"
    )


def _is_length(stream: Stream, index: int, last: int, unit: str) -> bool:
    before = word_at(stream, index - 1)
    behind = word_at(stream, last)
    if behind in DASHES and joined(stream, last):
        return word_at(stream, last + 1) in ("long", "old")
    if before not in word_set("durations", "before_one"):
        return behind in ("long",)
    counted = unit in ("day", "night", "week", "month", "year") and kind_at(stream, last) == "word"
    if (
        counted
        and before in ("for", "about", "over", "by", "just", "only")
        and (
            behind
            in ("of", "when", "that", "like", "which", "off", "out", "trip", "job", "event", "pass")
        )
    ):
        return False
    return not (before in ("some", "every") and unit in ("day", "night") and before == "some")


@functools.cache
def _whole_words() -> frozenset[str]:
    return word_set("durations", "whole")


def _with_half(stream: Stream, part: Part) -> Part:
    """As in "an hour and a half", "one year and a quarter"."""
    words = tuple(stream.words[part.last : part.last + 2])
    share = {"half": _HALF, "quarter": Decimal("0.25")}.get(word_at(stream, part.last + 2))
    if share is None or words != ("and", "a"):
        return part
    return part._replace(
        last=part.last + 3, low=part.low + share, high=part.high + share, step=share
    )


def _vague(stream: Stream, index: int) -> Part | None:
    """As in "several weeks", "a few hours", "a couple of days", "weeks", "decades-long"."""
    start = index + 1 if stream.words[index] == "a" else index
    word = word_at(stream, start)
    bounds = word_values("durations", "vague").get(word)
    if bounds is not None:
        last = start + 1
        while word_at(stream, last) in ("of", "more", "long", "full", "short"):
            last += 1
        unit = _unit_at(stream, last)
        if (
            unit is None
            or not stream.words[last].endswith(("s", "ia"))
            or word == "some"
            and unit == "second"
        ):
            return None
        return Part(
            index, last + 1, Decimal(bounds[0]), Decimal(bounds[1]), unit, Decimal(1), vague=True
        )
    if start != index:
        return None
    unit = _unit_at(stream, index)
    days = word == "days" and word_at(stream, index - 1) in word_set("durations", "before_days")
    plural = unit is not None and word.endswith(("s", "ia")) and (len(word) > 4 or days)
    if not plural or not _is_alone(stream, index):
        return None
    assert unit is not None
    return Part(index, index + 1, Decimal(2), Decimal(20), unit, Decimal(1), vague=True)


def _is_alone(stream: Stream, index: int) -> bool:
    """Whether "weeks", "hours" without a number tell a length."""
    behind = word_at(stream, index + 1)
    if behind in DASHES and word_at(stream, index + 2) == "long":
        return True
    before = word_at(stream, index - 1)
    if before == "of" and word_at(stream, index - 2) == "matter":
        return True
    if behind in ("of", "later", "earlier", "ago", "before", "after", "long", "in", "to"):
        return before not in (
            "the",
            "these",
            "those",
            "business",
            "opening",
            "early",
            "small",
            "working",
        )
    if stream.words[index] == "days":
        return True
    return before in (
        "for",
        "in",
        "within",
        "took",
        "lasted",
        "spent",
        "after",
        "takes",
        "lasting",
        "last",
    ) and (stream.words[index] not in ("seconds", "seasons", "quarters"))


def _counted(stream: Stream, index: int) -> Part | None:
    """As in "14 months", "90-minute", "between 60 and 90 days", "two to three weeks"."""
    number = number_at(stream, index)
    if number is None or number.number < 0:
        return None
    first, last, low, high = number.first, number.last, number.number, number.most or number.number
    if first < index and stream.words[first] in ("+", "minus", "-", "–"):
        return None
    joint = word_at(stream, last)
    if joint in ("to", "or", "and", *DASHES):
        second = number_at(stream, last + 1)
        between = word_at(stream, index - 1) == "between"
        fits = second is not None and second.number > low and (joint != "and" or between)
        if fits and second is not None:
            last, high = second.last, second.most or second.number
            first = first - 1 if word_at(stream, first - 1) in ("between", "from") else first
    if tuple(stream.words[last : last + 6]) == ("-", "and", "-", "a", "-", "half"):
        low, high, last = low + _HALF, high + _HALF, last + 6
    dash = word_at(stream, last) in DASHES and joined(stream, last) and joined(stream, last + 1)
    last += dash
    way = 0 if dash else _way(word_at(stream, last))
    last += way != 0
    special = ""
    while word_at(stream, last) in _whole_words() and not dash:
        special = stream.words[last] if stream.words[last] in _special() else special
        last += 1
    unit = _unit_at(stream, last)
    if unit is None or (way and not stream.words[last].endswith("s")):
        return None
    part = Part(
        first, last + 1, low, high, unit, number.step, hyphened=dash, way=way, special=special
    )
    if number.form == "loose":
        part = part._replace(vague=True)
    return _with_half(stream, part)


# --- the dates that a length also tells ---------------------------------------------------------


def _way(word: str) -> int:
    """Whether a length reaches back from publication (-1), on from it (1), or neither."""
    return 1 if word in _AHEAD else -1 if word in _BACK else 0


def _stretch_around(stream: Stream, parts: list[Part], value: Value) -> Value | None:
    """The dates of "the past eight years", "the next two weeks", "within 60 days", "in an hour"."""
    published, length = stream.published, value.nominal
    if published is None or length is None:
        return None
    today = day_number(published.year, published.month, published.day) * DAY
    first = parts[0].first
    before = word_at(stream, first - 1)
    way = parts[0].way or _way(before)
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


# --- what is no duration ----------------------------------------------------------------------


def _is_other(stream: Stream, part: Part) -> bool:
    """Ages, ranks, clock words and names that only look like a duration."""
    behind = word_at(stream, part.last)
    if behind in DASHES and word_at(stream, part.last + 1) in ("old", "olds"):
        return True
    if (
        behind in ("a", "per", "each", "every")
        and word_at(stream, part.last + 1) in time_words().unit
    ):
        return True  # "seven days a week"
    if behind in ("old", "older") or (behind == "of" and word_at(stream, part.last + 1) == "age"):
        return True
    if part.unit == "second" and not (
        part.hyphened or stream.words[part.last - 1] in ("seconds", "secs")
    ):
        return True
    if part.unit == "quarter" and not stream.words[part.last - 1].endswith("s"):
        return True
    name = is_capitalised(stream, part.last - 1) and not stream.words[part.first].isdecimal()
    if (
        name
        and part.first != part.last - 1
        and is_capitalised(stream, part.first)
        and (kind_at(stream, part.last) == "word" and is_capitalised(stream, part.last))
    ):
        return True
    if (
        stream.words[part.last - 1] in ("min", "sec", "hr")
        and not stream.words[part.first].isdecimal()
    ):
        return True
    return stream.words[part.last - 1] in ("min", "sec") and behind == "." and False


# --- several parts ----------------------------------------------------------------------------

_ORDER: Final = (
    "century",
    "decade",
    "year",
    "quarter",
    "month",
    "fortnight",
    "week",
    "day",
    "hour",
    "minute",
    "second",
)


def _chain(stream: Stream, part: Part) -> list[Part]:
    """As in "six minutes and nine seconds", "11-year, four-month", "3 hours 12 minutes"."""
    parts = [part]
    while len(parts) < 4 and not part.vague and part.low == part.high and part.unit in _ORDER:
        start = part.last
        linked = word_at(stream, start) in ("and", ",") or kind_at(stream, start) == "number"
        start += word_at(stream, start) in ("and", ",")
        start += word_at(stream, start) == "and"
        following = _counted(stream, start) if linked and kind_at(stream, start) != "mark" else None
        if following is None or following.first != start or following.low != following.high:
            break
        if following.unit not in _ORDER or _ORDER.index(following.unit) <= _ORDER.index(part.unit):
            break
        if following.hyphened != part.hyphened or following.low >= 100:
            break
        if word_at(stream, following.last) in time_words().ago:  # "for 3 months and 2 days ago it"
            break
        parts.append(following)
        part = following
    return parts


# --- values -----------------------------------------------------------------------------------


@functools.cache
def _special() -> dict[str, int]:
    return word_values("durations", "special")


def _value(parts: list[Part], classes: tuple[str, ...]) -> Value:
    last = parts[-1]
    nominal = sum(((part.low * _length(part.unit).usual) for part in parts), _ZERO)
    named = _named(parts)
    is_range = last.low != last.high
    margin = _margin(parts, near="nearly" in classes or "just_under" in classes)
    interval = hedges.apply(classes, named, None if is_range else nominal, margin=margin)
    unit = f"{last.special} {last.unit}".strip()
    stated = Stated(last.low, unit) if len(parts) == 1 and not is_range else Stated(None, unit)
    return Value(
        kind="duration",
        unit="second",
        interval=interval,
        named=named,
        nominal=None if is_range or last.vague else nominal,
        hedge=hedges.name_of(classes),
        stated=stated,
    )


def _named(parts: list[Part]) -> Interval:
    """As wide as the calendar makes it, and as the last unit is rounded."""
    last = parts[-1]
    shortest = sum((part.low * _length(part.unit).shortest for part in parts), _ZERO)
    longest = sum((part.high * _length(part.unit).longest for part in parts), _ZERO)
    if last.vague:
        return Interval(shortest, longest, True, True)
    reach = _rounding(last) * _length(last.unit).usual
    low = sum((part.low * _length(part.unit).usual for part in parts), _ZERO) - reach
    high = sum((part.high * _length(part.unit).usual for part in parts), _ZERO) + reach
    if last.unit == "day" and last.special:  # ten working days are two weeks
        high *= Decimal(_special()[last.special]) / 10
    return Interval(max(min(shortest, low), _ZERO), max(longest, high), True, False)


def _rounding(part: Part) -> Decimal:
    """Half of what the number is exact to; a single small unit is taken a little closer."""
    if part.low < 1:
        return part.low * Decimal("0.2")
    if part.low == 1 and part.step == 1:
        return Decimal("0.25")
    return part.step * _HALF


def _margin(parts: list[Part], *, near: bool) -> Decimal:
    """How far "about", "nearly" and "just over" reach: a tenth, or up to half a unit."""
    last = parts[-1]
    total = sum((part.low * _length(part.unit).usual for part in parts), _ZERO)
    half = _rounding(last) if near or last.low < 1 else last.step * _HALF
    return max(total * _TENTH, half * _length(last.unit).usual)


def length_value(
    low: int, high: int, unit: str, *, half: bool = False, classes: tuple[str, ...] = ()
) -> Value:
    """A number of units as a duration: what "two weeks ago" also tells."""
    extra = _HALF if half else _ZERO
    part = Part(
        0, 0, Decimal(low) + extra, Decimal(high) + extra, unit, _HALF if half else Decimal(1)
    )
    return _value([part], classes)


def stretch_value(stretch: Stretch, ends: int) -> Value:
    """The length of a range of dates, from its first end or behind it, to its last or before it.

    ``ends`` are the seconds that both ends take up.
    """
    length = Decimal(stretch.end - stretch.start)
    named = Interval(max(length - ends, _ZERO), length, True, True)
    return Value("duration", "second", named, named, None, None, Stated(None, "second"))


# --- life -------------------------------------------------------------------------------------


def _life(stream: Stream, index: int) -> Reading | None:
    """As in "serving life", "a life sentence", "life imprisonment": no end is stated."""
    before, behind = word_at(stream, index - 1), word_at(stream, index + 1)
    term = behind in ("sentence", "sentences", "imprisonment", "term", "terms")
    verb = (
        before in word_set("durations", "life")
        and before != "for"
        and kind_at(stream, index + 1) != "word"
    )
    verb = verb or before in ("serving", "doing", "jailed", "imprisoned")
    if not (
        term
        or verb
        or (before == "for" and word_at(stream, index - 2) in ("jailed", "prison", "imprisoned"))
    ):
        return None
    everything = Interval(_ZERO, None, False, False)
    value = Value(
        "duration", "second", everything, sets.EVERYTHING, None, "life", Stated(None, "life")
    )
    return Reading(index, index + 1 + term, value)
