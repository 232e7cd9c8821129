"""Two profiles in, how their times stand to the day of their articles out: named levels.

What one article still expects, another may have seen; what one calls long past is not what the
other has of today. And a length counted from the day of its article may end at the date that
the other article names: "on the run for three years", "since August 2023".
"""

from __future__ import annotations

import math
from typing import Final

from reconcile.alignment.profiles import Profile

DAY_SECONDS: Final = 86_400.0
YEAR_SECONDS: Final = 365.25 * DAY_SECONDS
#: days before its article within which what it tells is news
NEWS_DAYS: Final = 3
#: how much wider than the length's own margins a date may be and still be told by it
WIDEST: Final = 3.0

ELAPSED_LEVELS: Final = (
    "both still ahead", "both long past", "both of these days", "one ahead, one long past",
    "length reaches back to the date", "age reaches back to the date",
    "length reaches on to the date", "length of the date's own span",
    "length does not reach the date",
)  # fmt: skip

Ends = tuple[float, float]


def elapsed_evidence(a: Profile, b: Profile) -> dict[str, float]:
    """The levels of ``ELAPSED_LEVELS`` that hold of two profiles."""
    kinds = a.claim.kind, b.claim.kind
    if kinds == ("date", "date"):
        return _by_side(_side(a), _side(b))
    if "date" in kinds and ("duration" in kinds or "age" in kinds):
        date, length = (a, b) if kinds[0] == "date" else (b, a)
        return _reached(date, length)
    return {}


def _by_side(a: str, b: str) -> dict[str, float]:
    if not (a and b):
        return {}
    if a == b:
        return {
            {"ahead": "both still ahead", "past": "both long past"}.get(
                a, "both of these days"
            ): 1.0
        }
    return {"one ahead, one long past": 1.0} if {a, b} == {"ahead", "past"} else {}


def _side(profile: Profile) -> str:
    """Whether a date lies ahead of the day of its article, long past, or neither."""
    ends, published = _date(profile), profile.published
    if ends is None or published is None:
        return ""
    today = published // DAY_SECONDS * DAY_SECONDS
    if ends[0] >= today + DAY_SECONDS:
        return "ahead"
    return "past" if ends[1] <= today - NEWS_DAYS * DAY_SECONDS else "now"


def _date(profile: Profile) -> Ends | None:
    place = profile.position
    if place is None or place.line != "date" or not place.named_high - place.named_low < math.inf:
        return None
    return place.named_low, place.named_high


def _reached(date: Profile, length: Profile) -> dict[str, float]:
    named, ends, published = _date(date), _length(length), length.published
    if named is None or ends is None or published is None:
        return {"length does not reach the date": 1.0}
    is_age = length.claim.kind == "age"
    slack = 0.0 if is_age else (ends[1] - ends[0]) / 2
    low, high, width = ends[0] - slack, ends[1] + slack, named[1] - named[0]
    if width <= WIDEST * (high - low):
        if _meet(named, (published - high, published - low)):
            return {f"{'age' if is_age else 'length'} reaches back to the date": 1.0}
        if _meet(named, (published + low, published + high + DAY_SECONDS)):
            return {"length reaches on to the date": 1.0}
    if width > DAY_SECONDS and low <= width <= high:
        return {"length of the date's own span": 1.0}
    return {"length does not reach the date": 1.0}


def _length(profile: Profile) -> Ends | None:
    """The seconds that a length or an age names."""
    value = profile.claim.focus.value
    if value is None or value.named.low is None or value.named.high is None:
        return None
    unit = YEAR_SECONDS if value.unit == "year" else 1.0
    return float(value.named.low) * unit, float(value.named.high) * unit


def _meet(a: Ends, b: Ends) -> bool:
    return a[0] < b[1] and b[0] < a[1]
