"""Two values that cannot both be true in, the slip that may part them out: named levels.

A figure that became another by one slip of the pen (a digit, a unit, a month for a day) is likelier
the same fact told wrongly than one of two facts: 305 million and 305 billion, 1 June and 6 January.
"""

from __future__ import annotations

import math
from typing import Final

from rapidfuzz.distance import OSA

from reconcile.alignment.lines import Position
from reconcile.values.calendar import DAY, HOUR, MINUTE, civil, day_of

SLIP_LEVELS: Final = (
    "same digits, other size", "same two digits, other size", "same digits and more, other size",
    "digits transposed", "a digit differs", "the last digit differs",
    "one more or less, of few",
    "day and month change places", "same day of another year", "same month of another year",
    "same minute of another hour", "a part of the length is the same",
)  # fmt: skip
_MONTH: Final = (27.9 * DAY, 31.1 * DAY)
#: digits from which one that differs is likelier a slip than chance
_MANY: Final = 3
#: what is counted up to here is counted one by one
_FEW: Final = 20.0
#: two figures farther apart than this differ by more than a digit
_TENFOLD: Final = 10.0
#: minutes of the hour that clocks are named by most
_ROUND_MINUTES: Final = 15
_COUNTED: Final = frozenset(("count", "rank", "age"))


def slip_evidence(a: Position, b: Position) -> dict[str, float]:
    """The levels that hold of two values of one line, apart from each other, each with 1."""
    if a.line == "date":
        return dict.fromkeys(_dates(a, b), 1.0)
    if a.digits and a.digits == b.digits:
        return dict.fromkeys(_sizes(len(a.digits)), 1.0)
    if a.line == "duration":
        return dict.fromkeys(_lengths(a, b), 1.0)
    return dict.fromkeys(_figures(a, b), 1.0)


def _sizes(digits: int) -> tuple[str, ...]:
    if digits == 1:
        return SLIP_LEVELS[:1]
    return (SLIP_LEVELS[0], SLIP_LEVELS[2 if digits >= _MANY else 1])


def _figures(a: Position, b: Position) -> tuple[str, ...]:
    one, other = a.digits, b.digits
    if len(one) >= 2 and sorted(one) == sorted(other):
        return ("digits transposed",)
    if not (a.middle > 0 and b.middle > 0):
        return ()
    if max(a.middle, b.middle) <= _FEW:
        near = a.line in _COUNTED and abs(a.middle - b.middle) == 1
        return ("one more or less, of few",) if near else ()
    if not len(one) == len(other) >= _MANY or OSA.distance(one, other) != 1:
        return ()
    if max(a.middle, b.middle) >= _TENFOLD * min(a.middle, b.middle):
        return ()
    return ("the last digit differs" if one[:-1] == other[:-1] else "a digit differs",)


def _lengths(a: Position, b: Position) -> tuple[str, ...]:
    """As in two hours and 12 minutes, and three hours and 12 minutes."""
    if not (math.isfinite(a.middle) and math.isfinite(b.middle)):
        return ()
    for unit in (MINUTE, HOUR, DAY):
        (more, rest), (other_more, other_rest) = divmod(a.middle, unit), divmod(b.middle, unit)
        if (rest == other_rest and rest) or (more == other_more and more):
            return ("a part of the length is the same",)
    return ()


def _dates(a: Position, b: Position) -> tuple[str, ...]:
    if not all(math.isfinite(end) for each in (a, b) for end in (each.named_low, each.named_high)):
        return ()
    (year, month, day), (other_year, other_month, other_day) = (
        civil(day_of(int(each.named_low // 1))) for each in (a, b)
    )
    widths = a.named_high - a.named_low, b.named_high - b.named_low
    if all(_MONTH[0] <= width <= _MONTH[1] for width in widths):
        return ("same month of another year",) if month == other_month else ()
    if max(widths) > DAY:
        return ()
    if (day, month) == (other_day, other_month):
        if year != other_year:
            return ("same day of another year",)
        fine = max(widths) < HOUR and _minute(a) == _minute(b)
        told = fine and _minute(a) % _ROUND_MINUTES != 0
        return ("same minute of another hour",) if told else ()
    if year == other_year and (day, month) == (other_month, other_day):
        return ("day and month change places",)
    return ()


def _minute(position: Position) -> int:
    """The minute of the hour that a moment is named by."""
    return int(position.named_low % HOUR // MINUTE)
