"""Candidate pairs in, how each pair's values stand among the other values of its articles out.

Two figures that differ may still be one fact told twice, and are the likelier so where neither
article has a figure that is closer: 74 and 61 injured. Two dates of unlike fineness are the
likelier one where the wider holds no other date: November, and 14 November.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.elapsed import DAY_SECONDS
from reconcile.alignment.likeness import meet_as_named, on_one_line
from reconcile.alignment.lines import Position
from reconcile.alignment.profiles import Profile

CLOSENESS_LEVELS: Final = (
    "closest to each other", "closest of one", "distance", "distance of the closest",
    "within a twentieth", "within an eighth",
    "other dates within the wider", "other dates of the story within the wider",
    "dates at the time",
)  # fmt: skip
#: distances beyond this are alike
FARTHEST: Final = 5.0
#: the gap between values that cannot be held together; between dates that do not meet, at least
UNLIKE: Final = 99.0
DAYS_APART: Final = 20.0
#: dates that are counted, at most
MANY: Final = 20


def closeness_of(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> list[list[float]]:
    """The numbers of ``CLOSENESS_LEVELS`` for every pair."""
    distances = [_distance(profiles[a], profiles[b]) for a, b in pairs]
    closest: dict[tuple[int, int], float] = {}
    for (a, b), distance in zip(pairs, distances, strict=True):
        if distance:
            for key in ((a, profiles[b].article), (b, profiles[a].article)):
                closest[key] = min(distance, closest.get(key, math.inf))
    dates = _dates_by_article(profiles)
    return [
        [
            *_closest(profiles[a], profiles[b], distance, closest),
            *_rivals(profiles[a], profiles[b], dates),
        ]
        for (a, b), distance in zip(pairs, distances, strict=True)
    ]


def _distance(a: Profile, b: Profile) -> float | None:
    """Days between dates, else the logarithm of the ratio; ``None`` between two lines."""
    found = on_one_line(a, b)
    if found is None:
        return None
    first, second = found
    if first.middle != first.middle or second.middle != second.middle:
        return None
    gap = abs(first.middle - second.middle)
    if first.line == "date":
        return gap / DAY_SECONDS
    if first.middle > 0 and second.middle > 0 and math.inf not in (first.middle, second.middle):
        return abs(math.log(first.middle / second.middle))
    return gap


def gap_between(a: Profile, b: Profile) -> float:
    """How far two values are from one: to order the rivals of a claim by.

    Dates that meet are the farther the less alike in fineness, and all closer than such as do not.
    """
    found = on_one_line(a, b)
    if found is None:
        return UNLIKE
    first, second = found
    if first.line != "date":
        distance = _distance(a, b)
        return UNLIKE if distance is None else distance
    widths = first.named_high - first.named_low, second.named_high - second.named_low
    if not (min(widths) > 0.0 and max(widths) < math.inf):
        return UNLIKE
    if meet_as_named(first, second):
        return abs(math.log(widths[0] / widths[1]))
    days = max(first.named_low - second.named_high, second.named_low - first.named_high)
    return DAYS_APART + math.log1p(days / DAY_SECONDS)


def _closest(
    a: Profile, b: Profile, distance: float | None, closest: Mapping[tuple[int, int], float]
) -> list[float]:
    if not distance:
        return [0.0] * 6
    of_a = distance <= closest[a.index, b.article]
    of_b = distance <= closest[b.index, a.article]
    both, either = float(of_a and of_b), float(of_a or of_b)
    if a.position is not None and a.position.line == "date":
        return [both, either, 0.0, 0.0, 0.0, 0.0]
    far = min(distance, FARTHEST)
    return [both, either, far, far * both, float(far < 0.05), float(far < 0.12)]


def _dates_by_article(profiles: Sequence[Profile]) -> Mapping[int, list[Position]]:
    dates: dict[int, list[Position]] = defaultdict(list)
    for profile in profiles:
        if profile.position is not None and _is_bounded_date(profile.position):
            dates[profile.article].append(profile.position)
    return dates


def _is_bounded_date(position: Position) -> bool:
    return position.line == "date" and 0.0 < position.named_high - position.named_low < math.inf


def _rivals(a: Profile, b: Profile, dates: Mapping[int, list[Position]]) -> list[float]:
    """How many dates the wider of two dates holds besides the narrower, and how many that has."""
    first, second = a.position, b.position
    if first is None or second is None or not _is_bounded_date(first):
        return [0.0] * 3
    if not _is_bounded_date(second) or not meet_as_named(first, second):
        return [0.0] * 3
    wide, narrow, article = first, second, b.article
    if second.named_high - second.named_low > first.named_high - first.named_low:
        wide, narrow, article = second, first, a.article
    rivals = at_the_time = 0
    for other in (a.article, b.article):
        for date in dates[other]:
            if meet_as_named(date, narrow):
                at_the_time += 1
            elif meet_as_named(date, wide):
                rivals += 1
    own = sum(
        meet_as_named(date, wide) and not meet_as_named(date, narrow) for date in dates[article]
    )
    return [
        math.log1p(min(own, MANY)),
        math.log1p(min(rivals, MANY)),
        math.log1p(min(at_the_time, MANY)),
    ]
