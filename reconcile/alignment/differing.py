"""Two figures that cannot both be true in, what tells them apart as two facts out: named levels.

Each of these says little where the values are equal, and much where they are not: "up from 260"
tells what was before, and "a forecast of 300" what may come.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.profiles import Profile
from reconcile.alignment.traits import Family, evidence_of_family

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

DIFFERING_LEVELS: Final = (
    "one is what it changed from", "a period on one side, values far apart",
    "more on one side, values apart", "a status on one side, values apart",
    "the later one counts more", "the later one counts fewer",
)  # fmt: skip
#: prepositions in front of the figure that something is held against
_BEFORE: Final = frozenset(("from", "than", "against"))
#: scope slots that speak where one side alone fills them
_SLOTS: Final = ("period", "increment", "status")


def differing_between(
    profiles: Sequence[Profile],
    first: NDArray[int64],
    second: NDArray[int64],
    *,
    far: NDArray[bool_],
) -> NDArray[float64]:
    """The numbers of ``DIFFERING_LEVELS`` by pair; ``far`` tells whose values lie far apart."""
    import numpy

    evidence = numpy.zeros((len(first), len(DIFFERING_LEVELS)))
    evidence[:, :4] = evidence_of_family(_SIDES, profiles, first, second)
    evidence[:, 1] *= far
    evidence[:, 4:] = _in_time(profiles, first, second)
    return evidence


def _sides(profile: Profile) -> tuple[bool, ...]:
    return profile.role in _BEFORE, *(slot in profile.scope for slot in _SLOTS)


def _on_one_side(a: Profile, b: Profile) -> list[float]:
    return [float(one != other) for one, other in zip(_sides(a), _sides(b), strict=True)]


_SIDES: Final = Family(DIFFERING_LEVELS[:4], _sides, _on_one_side)


def _in_time(
    profiles: Sequence[Profile], first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """Whether the count that was published later is the greater, or the smaller: tolls grow."""
    import numpy

    counted = numpy.array([_counted(profile) for profile in profiles], numpy.float64)
    days, counts = counted.reshape(len(profiles), 2).T
    day, other_day = days[first], days[second]
    moved = ~numpy.isnan(day) & ~numpy.isnan(other_day) & (day != other_day)
    grew = (day < other_day) == (counts[first] < counts[second])
    return numpy.stack([moved & grew, moved & ~grew], axis=1).astype(float)


def _counted(profile: Profile) -> tuple[float, float]:
    """When a count was published, and the count; nan of what is no count, or of no known day."""
    is_count = profile.claim.focus.kind == "count"
    if not is_count or profile.published is None or profile.position is None:
        return math.nan, math.nan
    return profile.published, profile.position.middle
