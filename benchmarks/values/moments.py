"""Does a reading have the resolution of a Recognizers date, time, range or duration?

Recognizers resolves for a calendar, we read for news; where the two differ by convention and not
in what was understood, either is right: a range may or may not include its last day, month or
year ("2014 to 2018"); parts of days and of periods ("morning", "late July") and weeks of a year
may be cut elsewhere, as long as the sets meet by half; "two months ago" may be a day, or a set
around it no wider than two months, "in two years" one no wider than a year; "next Friday" and
"last Wednesday" may be the nearest or the one a week on; a start with a length ("from 9:30am for
7 hours") may be read as a date and a duration. Any of the readings that the words leave open may
be the right one, as with figures.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from benchmarks.values.found import Found, from_value, seconds_of
from reconcile.model import Interval
from reconcile.values import sets

Item = dict[str, Any]
Resolution = dict[str, str]

DAY = Decimal(86400)
_PART = re.compile(r"T(?:MO|AF|EV|NI|DT|MI)|-WE|-(?:SP|SU|FA|WI)\b|PRESENT_REF")
_PART_WORDS = re.compile(
    r"\b(?:early|earlier|late|later|mid|middle|start|beginning|end|weeks?)\b", re.IGNORECASE
)
_NEAREST = re.compile(
    r"(?:on )?(?:next|last|previous|following|past|this|coming) "
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
_LENGTH = re.compile(r",P[^,)]*\)$")
_RELATIVE = re.compile(
    r"\b(?:ago|from|in|later|earlier|before|after|since|past|back|hence)\b", re.I
)


def is_right(one: Found, item: Item) -> bool:
    """Whether a reading, or another that its words leave open, meets a candidate resolution."""
    return any(
        _meets(reading, resolution, item["surface"])
        for reading in readings_of(one)
        for resolution in item["value"]
    )


def readings_of(one: Found) -> list[Found]:
    """A reading and the others that its words leave open: a length also tells its dates."""
    others = () if one.value is None else one.value.alternatives
    return [one, *(from_value(one, other) for other in others)]


def is_right_in_parts(near: Sequence[Found], item: Item) -> bool:
    """Whether a start with a length is read as a date that starts there and that duration."""
    return any(_in_parts(near, resolution) for resolution in item["value"])


def _in_parts(near: Sequence[Found], resolution: Resolution) -> bool:
    if not _LENGTH.search(resolution.get("timex", "")) or not {"start", "end"} <= resolution.keys():
        return False
    clock = resolution["type"] == "timerange"
    low, high = ((_clock if clock else _moment)(resolution[end]) for end in ("start", "end"))
    if low is None or high is None:
        return False
    starts = [one.named.low for one in near if one.kind == "date"]
    begun = any(
        start is not None and abs((start % DAY if clock else start) - low) < 60 for start in starts
    )
    return begun and any(one.kind == "duration" and _has_length(one, high - low) for one in near)


def _meets(one: Found, resolution: Resolution, surface: str) -> bool:
    kind = resolution["type"]
    if kind == "duration":
        return one.kind == "duration" and _has_length(one, Decimal(resolution["value"]))
    if one.kind != "date":
        return False
    if kind in ("time", "timerange"):
        return _meets_clock(one, resolution)
    if "value" in resolution:
        return _meets_point(one, resolution, surface)
    return _meets_range(one, resolution, surface)


def _has_length(one: Found, seconds: Decimal) -> bool:
    if sets.contains_number(one.named, seconds) or sets.contains_number(one.interval, seconds):
        return True
    near = sets.scale(sets.exactly(seconds), Decimal(1))
    slack = seconds / 50
    wide = Interval(near.low and near.low - slack, near.high and near.high + slack, True, True)
    return not sets.disjoint(wide, one.named)


def _moment(text: str) -> Decimal | None:
    try:
        return seconds_of(datetime.datetime.fromisoformat(text))
    except ValueError:
        return None


def _meets_point(one: Found, resolution: Resolution, surface: str) -> bool:
    wanted = _moment(resolution["value"])
    if wanted is None:
        return False
    for interval in (one.named, one.interval):
        width = sets.width(interval)
        days = (0, 7, -7) if _NEAREST.fullmatch(surface) else (0,)
        held = any(_holds(interval, wanted + day * DAY, resolution["type"]) for day in days)
        if width is None or not held:
            continue
        if width <= DAY or (_RELATIVE.search(surface) and width <= _widest(surface)):
            return True
    return False


def _widest(surface: str) -> Decimal:
    return 366 * DAY if "year" in surface else 62 * DAY


def _holds(interval: Interval, wanted: Decimal, kind: str) -> bool:
    if kind == "datetime":
        return sets.contains_number(interval, wanted) or interval.low == wanted
    return not sets.disjoint(interval, Interval(wanted, wanted + DAY))


def _meets_range(one: Found, resolution: Resolution, surface: str) -> bool:
    low = _moment(resolution["start"]) if "start" in resolution else None
    high = _moment(resolution["end"]) if "end" in resolution else None
    if low is None and high is None:
        return False
    if low is None or high is None:
        slack = 16 * DAY if _PART_WORDS.search(surface) else DAY
        return any(
            _same_end(interval.low, low, slack) and _same_end(interval.high, high, slack)
            for interval in (one.interval, one.named)
        )
    gold = Interval(low, high)
    loose = bool(_PART.search(resolution["timex"]) or _PART_WORDS.search(surface))
    return any(_same_range(i, gold, loose=loose) for i in (one.interval, one.named))


def _same_end(ours: Decimal | None, gold: Decimal | None, slack: Decimal) -> bool:
    if ours is None or gold is None:
        return ours is gold
    return abs(ours - gold) <= slack


def _same_range(ours: Interval, gold: Interval, *, loose: bool) -> bool:
    if ours.low is None or ours.high is None or gold.low is None or gold.high is None:
        return False
    if loose:
        return _half_shared(ours, gold)
    slack = DAY if gold.high - gold.low >= DAY else Decimal(60)
    unit = _unit_of(gold)
    return abs(ours.low - gold.low) <= slack and -slack <= ours.high - gold.high <= unit


def _unit_of(gold: Interval) -> Decimal:
    """How much longer a range that includes its last year, month, day or minute is."""
    assert gold.low is not None
    assert gold.high is not None
    low, high = (
        datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(end))
        for end in (gold.low, gold.high)
    )
    if gold.high - gold.low < DAY:
        return Decimal(3600)
    if (low.month, low.day, high.month, high.day) == (1, 1, 1, 1) and high.year - low.year > 1:
        return 366 * DAY
    if (low.day, high.day) == (1, 1) and gold.high - gold.low > 31 * DAY:
        return 31 * DAY
    return DAY


def _half_shared(a: Interval, b: Interval) -> bool:
    shared = sets.width(sets.intersect(a, b)) or Decimal(0)
    widths = [width for width in (sets.width(a), sets.width(b)) if width]
    return bool(widths) and not sets.disjoint(a, b) and 2 * shared >= min(widths)


def _meets_clock(one: Found, resolution: Resolution) -> bool:
    get: Callable[[str], Decimal | None] = lambda key: _clock(resolution.get(key))  # noqa: E731
    if "value" in resolution:
        wanted = get("value")
        return wanted is not None and any(
            i.low is not None and abs(i.low % DAY - wanted) < 60 for i in (one.named, one.interval)
        )
    low, high = get("start"), get("end")
    loose = bool(_PART.search(resolution["timex"])) or "Mod" in resolution
    return any(_same_clock(i, low, high, loose=loose) for i in (one.interval, one.named))


def _clock(text: str | None) -> Decimal | None:
    if text is None:
        return None
    hours, minutes, seconds = (int(part) for part in text.split(":"))
    return Decimal(hours * 3600 + minutes * 60 + seconds)


def _same_clock(ours: Interval, low: Decimal | None, high: Decimal | None, *, loose: bool) -> bool:
    if low is None or high is None:
        end, gold = (ours.low, low) if high is None else (ours.high, high)
        return end is not None and gold is not None and abs(end % DAY - gold) <= 60
    if ours.low is None or ours.high is None:
        return False
    start = ours.low % DAY
    moved = Interval(start, start + ours.high - ours.low)
    gold_set = Interval(low, high if high > low else high + DAY)
    return _half_shared(moved, gold_set) if loose else _same_range(moved, gold_set, loose=False)
