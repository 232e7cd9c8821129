"""Profiles and pairs in, how their times stand to the day of their articles out: named levels.

What one article still expects, another may have seen; what one calls long past is not what the
other has of today. And a length counted from the day of its article may end at the date that
the other article names: "on the run for three years", "since August 2023".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from reconcile.alignment.profiles import Profile
from reconcile.alignment.traits import Family, evidence_of_family

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from numpy import float64, int64
    from numpy.typing import NDArray

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

#: kinds of lengths of time that may reach from the day of an article to a date
_LENGTHS: Final = frozenset(("duration", "age"))

Ends = tuple[float, float]


def elapsed_between(
    profiles: Sequence[Profile], first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """The numbers of ``ELAPSED_LEVELS`` for each pair of profiles, a row a pair."""
    import numpy

    evidence = numpy.zeros((len(first), len(ELAPSED_LEVELS)))
    is_date = numpy.array([profile.claim.kind == "date" for profile in profiles], bool)
    is_length = numpy.array([profile.claim.kind in _LENGTHS for profile in profiles], bool)
    dates = is_date[first] & is_date[second]
    reached = is_date[first] & is_length[second] | is_length[first] & is_date[second]
    for family, some in ((_SIDES, dates), (_REACHES, reached)):
        evidence[some] = evidence_of_family(family, profiles, first[some], second[some])
    return evidence


def elapsed_evidence(a: Profile, b: Profile) -> dict[str, float]:
    """The levels of ``ELAPSED_LEVELS`` that hold of two profiles."""
    kinds = a.claim.kind, b.claim.kind
    if kinds == ("date", "date"):
        return _by_side(_side(a), _side(b))
    if "date" in kinds and ("duration" in kinds or "age" in kinds):
        date, length = (a, b) if kinds[0] == "date" else (b, a)
        return _reached(date, length)
    return {}


def _numbers(a: Profile, b: Profile) -> list[float]:
    found = elapsed_evidence(a, b)
    return [found.get(level, 0.0) for level in ELAPSED_LEVELS]


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


def _reach(profile: Profile) -> Hashable:
    """What of a date or a length decides whether one reaches the other."""
    ends = _date(profile) if profile.claim.kind == "date" else _length(profile)
    return profile.claim.kind, ends, profile.published


_SIDES: Final = Family(ELAPSED_LEVELS, _side, _numbers)
_REACHES: Final = Family(ELAPSED_LEVELS, _reach, _numbers)
