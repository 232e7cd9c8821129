"""Dates that meet, and on which side of their articles they lie in, named levels out.

Many things happen on the days around a story. A day long past that two articles name is likelier
one thing's, and so is one far ahead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

SIDED_LEVELS: Final = (
    "same day, long past", "same day, still ahead", "same day, of these days",
    "dates meet, long past", "dates meet, still ahead",
)  # fmt: skip
_SIDES: Final = ("both long past", "both still ahead", "both of these days")
_FINENESS: Final = (
    "dates equally fine", "dates a step apart in fineness", "dates two steps apart in fineness",
    "dates far apart in fineness",
)  # fmt: skip
#: the logarithm of the days that a date spans which names a day, and one that names a month
_A_DAY: Final = math.log(1.2)
_A_MONTH: Final = math.log(32.0)


def sided_evidence(values: NDArray[float64], levels: Sequence[str]) -> NDArray[float64]:
    """The numbers of ``SIDED_LEVELS``, a row a pair, from those of other levels of values."""
    import numpy

    def column(level: str) -> NDArray[float64]:
        found: NDArray[float64] = values[:, levels.index(level)]
        return found

    past, ahead, today = map(column, _SIDES)
    span = column("span of the wider date")
    bounded: NDArray[bool_] = numpy.logical_or.reduce([*map(column, _FINENESS)])
    same = (column("value same as a date") > 0.0) & bounded & (span <= _A_DAY)
    meet = bounded & ~same & (span <= _A_MONTH)
    return numpy.stack([same * past, same * ahead, same * today, meet * past, meet * ahead], axis=1)
