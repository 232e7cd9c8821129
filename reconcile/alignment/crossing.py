"""Pairs of dates in, how many other dates of both articles fall within them out: named levels.

Two dates of unlike fineness are the likelier one where the wider holds no other date: November,
and 14 November.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.profiles import Profile
from reconcile.alignment.wordsets import spread, totals
from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

DATE_LEVELS: Final = (
    "other dates within the wider", "other dates of the story within the wider",
    "dates at the time",
)  # fmt: skip
#: dates that are counted, at most
MANY: Final = 20


@frozen(eq=False)
class _Dates:
    """The ends of the dates of all claims, by claim; nan of what is no bounded date."""

    low: NDArray[float64]
    high: NDArray[float64]

    def meet(self, some: NDArray[int64], others: NDArray[int64]) -> NDArray[bool_]:
        """Whether each date and the one beside it have something in common."""
        meet: NDArray[bool_] = (self.low[some] < self.high[others]) & (
            self.low[others] < self.high[some]
        )
        return meet

    def width(self, some: NDArray[int64]) -> NDArray[float64]:
        """How wide each of some dates is."""
        width: NDArray[float64] = self.high[some] - self.low[some]
        return width


def dates_around(
    profiles: Sequence[Profile], first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """The numbers of ``DATE_LEVELS`` for each pair of profiles; of pairs of dates that meet."""
    import numpy

    numbers = numpy.zeros((len(first), len(DATE_LEVELS)))
    dates = _read_dates(profiles)
    meeting = dates.meet(first, second)
    first, second = first[meeting], second[meeting]
    swap = dates.width(second) > dates.width(first)
    wide, narrow = numpy.where(swap, second, first), numpy.where(swap, first, second)
    article = numpy.array([profile.article for profile in profiles], numpy.int64)
    own = _count(dates, article, narrow, (narrow, wide))
    other = _count(dates, article, wide, (narrow, wide))
    counts = numpy.stack([own[0], own[0] + other[0], own[1] + other[1]], axis=1)
    logs = numpy.array([math.log1p(count) for count in range(MANY + 1)])
    numbers[meeting] = logs[numpy.minimum(counts, MANY).astype(numpy.int64)]
    return numbers


def _count(
    dates: _Dates,
    article: NDArray[int64],
    beside: NDArray[int64],
    pair: tuple[NDArray[int64], NDArray[int64]],
) -> tuple[NDArray[float64], NDArray[float64]]:
    """By pair of a narrow and a wide date: how many of one article fall within the wide alone.

    And how many within the narrow; of the article of the claim ``beside`` them.
    """
    import numpy

    narrow, wide = pair
    dated = numpy.flatnonzero(~numpy.isnan(dates.low))
    dated = dated[numpy.argsort(article[dated], kind="stable")]
    begins = numpy.searchsorted(article[dated], article[beside])
    ends = numpy.searchsorted(article[dated], article[beside], side="right")
    owner, place = spread(begins, ends - begins)
    at_the_time = dates.meet(dated[place], narrow[owner])
    within = dates.meet(dated[place], wide[owner]) & ~at_the_time
    return (
        totals(owner, within.astype(float), len(beside)),
        totals(owner, at_the_time.astype(float), len(beside)),
    )


def _read_dates(profiles: Sequence[Profile]) -> _Dates:
    import numpy

    ends = [_ends(profile) for profile in profiles]
    columns = numpy.array(ends, numpy.float64).reshape(len(ends), 2)
    return _Dates(columns[:, 0], columns[:, 1])


def _ends(profile: Profile) -> tuple[float, float]:
    place = profile.position
    if place is None or place.line != "date" or profile.said_before is not None:
        return math.nan, math.nan
    bounded = 0.0 < place.named_high - place.named_low < math.inf
    return (place.named_low, place.named_high) if bounded else (math.nan, math.nan)
