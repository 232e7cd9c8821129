"""Profiles and pairs in, whether two counts of people of one fate count all of them out.

Of the dead that an article counts, those in all are the most: "31 people killed, ten of them
children". Two reports that differ are one fact told twice where both tell the most, and hardly
where one tells a part.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.profiles import Profile
from reconcile.alignment.traits import numbered

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

TOLL_LEVELS: Final = ("both are the most", "one is the most", "neither is the most")


def tolls_of(
    profiles: Sequence[Profile], first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """The numbers of ``TOLL_LEVELS`` for each pair of profiles, a row a pair."""
    import numpy

    fates, _ = numbered(profiles, lambda profile: profile.fate)
    told = numpy.array([bool(profile.fate) for profile in profiles], bool)
    most = _most(profiles)
    is_most = numpy.array(
        [_number(each) >= most.get((each.article, each.fate), 0.0) for each in profiles], bool
    )
    of_one_fate = told[first] & (fates[first] == fates[second])
    one, other = is_most[first], is_most[second]
    levels = one & other, one != other, ~one & ~other
    return numpy.stack([of_one_fate & level for level in levels], axis=1).astype(float)


def _most(profiles: Sequence[Profile]) -> dict[tuple[int, str], float]:
    """By article and fate, the most people that it counts; those of an earlier event left aside."""
    most: dict[tuple[int, str], float] = {}
    for profile in profiles:
        number = _number(profile)
        if profile.fate and profile.scope.get("event") != "past" and math.isfinite(number):
            key = profile.article, profile.fate
            most[key] = max(number, most.get(key, 0.0))
    return most


def _number(profile: Profile) -> float:
    return profile.position.middle if profile.position is not None else math.nan
