"""Profiles and pairs in, how their values stand to each other out: named levels, each a number.

They are for the steps after the first: what two claims are about is settled without their values.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from reconcile.alignment.differing import DIFFERING_LEVELS, differing_between
from reconcile.alignment.elapsed import DAY_SECONDS, ELAPSED_LEVELS, elapsed_between
from reconcile.alignment.lines import Position
from reconcile.alignment.profiles import Profile
from reconcile.alignment.sided import SIDED_LEVELS, sided_evidence
from reconcile.alignment.slips import SLIP_LEVELS, slip_evidence
from reconcile.alignment.swapped import SWAPPED_LEVELS, swapped_between
from reconcile.alignment.traits import Family, evidence_of_family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float64, int64
    from numpy.typing import NDArray

#: slips after which the gap between the figures says nothing more
_SLIPS_BY_DIGITS: Final = frozenset(("same digits, other size", "digits transposed"))
#: lines of values that no change, plan or period tells apart
_OF_ONE_THING: Final = frozenset(("date", "age", "rank"))
#: figures whose ratio is greater lie far apart
FAR: Final = 3.0

#: the levels that look at how the two values can be read, and at nothing else
READ_LEVELS: Final = (
    "value same", "value same and rare", "value same and common", "values overlap",
    "one holds the other",
    "values apart", "value close", "value far", "value out of proportion",
    *SLIP_LEVELS,
    "same number, other unit", "read otherwise",
    "value same as a date", "value overlaps as a date",
    "dates equally fine", "dates a step apart in fineness", "dates two steps apart in fineness",
    "dates far apart in fineness", "fineness apart", "span of the wider date",
    "days between", "dates a day apart", "days apart", "dates apart and equally fine",
)  # fmt: skip
#: figures apart that time, plan or period may tell apart, and whether they lie far apart
_FIGURES: Final = ("figures apart", "figures far apart")
#: how many of them stand in front of what tells differing figures apart
_DIFFERING: Final = READ_LEVELS.index("same number, other unit")
#: the levels, in the order of the numbers that ``values_between`` returns
VALUE_LEVELS: Final = (
    *READ_LEVELS[:_DIFFERING], *DIFFERING_LEVELS, *READ_LEVELS[_DIFFERING:], *ELAPSED_LEVELS,
    *SIDED_LEVELS, *SWAPPED_LEVELS,
)  # fmt: skip

#: how many times one date may be as wide as another: an hour and a day, a day and a month; a year
STEP: Final = math.exp(3.6)
TWO_STEPS: Final = math.exp(6.0)
#: and how many times, if both name a month, or both a year: leap years and months of 28 days
EQUALLY_FINE: Final = 1.3


def on_one_line(a: Profile, b: Profile) -> tuple[Position, Position] | None:
    """Where the two values lie on one line, as they are likeliest read; ``None`` if on none."""
    for place, first in enumerate(a.readings):
        for second in b.readings[: 1 if place else None]:
            if first.line == second.line:
                return first, second
    for first in a.readings[1:]:
        for second in b.readings[1:]:
            if first.line == second.line:
                return first, second
    return None


def values_between(
    profiles: Sequence[Profile], first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """The numbers of ``VALUE_LEVELS`` for each pair of profiles, a row a pair."""
    import numpy

    read = evidence_of_family(_READINGS, profiles, first, second)
    apart, far = read[:, -2] > 0, read[:, -1] > 0
    differing = numpy.zeros((len(first), len(DIFFERING_LEVELS)))
    differing[apart] = differing_between(profiles, first[apart], second[apart], far=far[apart])
    elapsed = elapsed_between(profiles, first, second)
    values = numpy.hstack([read[:, :_DIFFERING], differing, read[:, _DIFFERING:-2], elapsed])
    sided = sided_evidence(values, VALUE_LEVELS)
    return numpy.hstack([values, sided, swapped_between(profiles, first, second)])


def _read_evidence(a: Profile, b: Profile) -> list[float]:
    """The numbers of ``READ_LEVELS`` and ``_FIGURES`` for two profiles."""
    numbers = dict.fromkeys((*READ_LEVELS, *_FIGURES), 0.0)
    found = on_one_line(a, b)
    if found is None or found != (a.position, b.position):
        digits = a.position and b.position and _same_digits(a.position, b.position)
        numbers["same number, other unit"] = float(bool(digits))
    if found is None:
        return list(numbers.values())
    first, second = found
    numbers["read otherwise"] = float(found != (a.position, b.position))
    slack = 0.03 if first.converted != second.converted else 0.0
    dated = first.line == "date"
    if is_same(first, second, slack):
        numbers["value same"] = 1.0
        rare = a.figure_count + b.figure_count <= 6 and len(first.digits) >= 2
        numbers["value same and rare"] = float(rare and not dated)
        numbers["value same and common"] = float(len(first.digits) <= 1 and not dated)
        numbers["value same as a date"] = float(dated)
    elif _overlap(first, second, slack):
        numbers["values overlap"] = 1.0
        numbers["one holds the other"] = float(_holds(first, second) or _holds(second, first))
        numbers["value overlaps as a date"] = float(dated)
    else:
        numbers["values apart"] = 1.0
        _apart(numbers, first, second)
    if dated:
        _dates(numbers, first, second)
    return list(numbers.values())


def is_same(a: Position, b: Position, slack: float = 0.0) -> bool:
    """Whether two values of one line are equal, as far as rates of the day can tell."""
    if a.middle != a.middle or b.middle != b.middle:
        return a.low == b.low and a.high == b.high
    return abs(a.middle - b.middle) <= slack * max(abs(a.middle), abs(b.middle))


def meet_as_named(a: Position, b: Position) -> bool:
    """Whether what the two figures alone name has something in common."""
    return a.named_low < b.named_high and b.named_low < a.named_high


def _apart(numbers: dict[str, float], first: Position, second: Position) -> None:
    slips = slip_evidence(first, second)
    numbers.update(slips)
    if first.line not in _OF_ONE_THING:
        numbers["figures apart"] = 1.0
        numbers["figures far apart"] = float(_ratio(first.middle, second.middle) > FAR)
    if first.line == "date":
        gap = abs(first.middle - second.middle) / DAY_SECONDS
        numbers["value close"] = float(gap <= 7.0)
        numbers["value far"] = float(gap > 45.0)
        return
    if not _SLIPS_BY_DIGITS.isdisjoint(slips):
        return
    ratio = _ratio(first.middle, second.middle)
    numbers["value close"] = float(ratio < 1.25)
    numbers["value far"] = float(FAR < ratio <= 30.0)
    numbers["value out of proportion"] = float(ratio > 30.0)


def _dates(numbers: dict[str, float], first: Position, second: Position) -> None:
    """How fine the two dates are, and how far they lie apart; nothing where an end is open."""
    widths = sorted((first.named_high - first.named_low, second.named_high - second.named_low))
    if not 0.0 < widths[0] <= widths[1] < math.inf:
        return
    if not meet_as_named(first, second):
        gap = max(first.named_low - second.named_high, second.named_low - first.named_high)
        numbers["days between"] = math.log1p(gap / DAY_SECONDS)
        numbers["dates a day apart"] = float(gap < 1.1 * DAY_SECONDS)
        numbers["days apart"] = float(widths[1] < 1.5 * DAY_SECONDS)
        numbers["dates apart and equally fine"] = float(widths[1] < EQUALLY_FINE * widths[0])
        return
    ratio = widths[1] / widths[0]
    numbers["fineness apart"] = math.log(ratio)
    numbers["dates equally fine"] = float(ratio < 1.01)
    numbers["dates a step apart in fineness"] = float(1.01 <= ratio < STEP)
    numbers["dates two steps apart in fineness"] = float(STEP <= ratio < TWO_STEPS)
    numbers["dates far apart in fineness"] = float(ratio >= TWO_STEPS)
    numbers["span of the wider date"] = math.log(widths[1] / DAY_SECONDS + 0.02)


def _ratio(a: float, b: float) -> float:
    if not (a > 0 and b > 0) or math.inf in (a, b):
        return 1.0 if a == b else 10.0
    return max(a, b) / min(a, b)


def _overlap(a: Position, b: Position, slack: float) -> bool:
    margin = slack * max(abs(a.middle), abs(b.middle)) if slack else 0.0
    return a.low < b.high + margin and b.low < a.high + margin


def _holds(outer: Position, inner: Position) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


def _same_digits(a: Position, b: Position) -> bool:
    return bool(a.digits) and a.digits == b.digits


_READINGS: Final = Family(
    (*READ_LEVELS, *_FIGURES),
    lambda profile: (profile.readings, profile.figure_count),
    _read_evidence,
)
