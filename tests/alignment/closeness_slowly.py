"""How the values of pairs stand among the others, one pair at a time: as ``closeness`` does it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.alignment.closeness import FARTHEST
from reconcile.alignment.crossing import MANY
from reconcile.alignment.elapsed import DAY_SECONDS
from reconcile.alignment.likeness import meet_as_named, on_one_line
from reconcile.alignment.lines import Position
from reconcile.alignment.profiles import Profile

Pair = tuple[int, int]


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
