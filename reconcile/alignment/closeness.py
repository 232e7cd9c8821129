"""Candidate pairs in, how each pair's values stand among the other values of its articles out.

Two figures that differ may still be one fact told twice, and are the likelier so where neither
article has a figure that is closer: 74 and 61 injured.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.crossing import DATE_LEVELS, dates_around
from reconcile.alignment.elapsed import DAY_SECONDS
from reconcile.alignment.likeness import meet_as_named, on_one_line
from reconcile.alignment.profiles import Profile
from reconcile.alignment.traits import Family, evidence_of_family
from reconcile.alignment.wordsets import distinct

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

CLOSENESS_LEVELS: Final = (
    "closest to each other", "closest of one", "distance", "distance of the closest",
    "within a twentieth", "within an eighth",
    *DATE_LEVELS,
)  # fmt: skip
#: distances beyond this are alike
FARTHEST: Final = 5.0
#: the gap between values that cannot be held together; between dates that do not meet, at least
UNLIKE: Final = 99.0
DAYS_APART: Final = 20.0


def closeness_of(
    profiles: Sequence[Profile], first: NDArray[int64], second: NDArray[int64]
) -> tuple[NDArray[float64], NDArray[float64]]:
    """The numbers of ``CLOSENESS_LEVELS`` by pair, a row a pair; and by pair the gap."""
    import numpy

    far = evidence_of_family(_APART, profiles, first, second)
    article = numpy.array([profile.article for profile in profiles], numpy.int64)
    is_date = numpy.array([_is_date(profile) for profile in profiles], bool)[first]
    closest = _closest(far[:, 0], first, second, article)
    both, either = closest.all(axis=0), closest.any(axis=0)
    distance = numpy.where(is_date, 0.0, numpy.minimum(far[:, 0], FARTHEST))
    told = distance > 0.0
    columns = (
        both,
        either,
        distance,
        distance * both,
        told & (distance < 0.05),
        told & (distance < 0.12),
    )
    dates = dates_around(profiles, first, second)
    return numpy.hstack([numpy.stack(columns, axis=1), dates]), far[:, 1]


def _closest(
    distance: NDArray[float64],
    first: NDArray[int64],
    second: NDArray[int64],
    article: NDArray[int64],
) -> NDArray[bool_]:
    """Whether no other value of the second's article is closer to the first's, and the reverse.

    Of pairs that lie apart at all.
    """
    import numpy

    apart = distance > 0.0
    found = numpy.zeros((2, len(distance)), bool)
    sides = numpy.stack([first, second])[:, apart]
    keys = sides * (article.max(initial=0) + 1) + article[sides[::-1]]
    _, group = distinct(keys.ravel())
    far = numpy.tile(distance[apart], 2)
    least = numpy.full(len(far), math.inf)
    numpy.minimum.at(least, group, far)
    found[:, apart] = (far <= least[group]).reshape(2, -1)
    return found


def _gaps(a: Profile, b: Profile) -> list[float]:
    return [_distance(a, b) or 0.0, gap_between(a, b)]


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


def _is_date(profile: Profile) -> bool:
    return profile.position is not None and profile.position.line == "date"


_APART: Final = Family(("distance", "gap"), lambda profile: profile.readings, _gaps)
