"""Two values in, whether the one stated is what was expected out, with the reason and the gap."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.errors import ExpectationNotRead, ValueNotRead
from reconcile.model import Interval, Judgement, Stated, Value, Verdict
from reconcile.records import evolve, frozen
from reconcile.report.reading import in_words
from reconcile.testing.discrepancies import gap_between
from reconcile.values import read_value, sets
from reconcile.values.relation import relate

#: classes of hedges whose set has two ends and yet is all that is expected: zero is one of them
_BOUNDS: Final = frozenset(("at_most", "under", "well_under", "between"))
_POINTS: Final = ("percentage_point", "point")
_POINTS_OF_A_WHOLE: Final = 100


@frozen
class Fit:
    """Whether a stated value is what was expected; true where it is."""

    holds: bool
    #: one plain sentence
    explanation: str
    verdict: Verdict
    #: how far apart they are, where they are on one line and do not fit
    gap: str | None = None
    #: whether what is stated leaves open much besides what is expected: "at least 29" for 51
    is_loose: bool = False

    def __bool__(self) -> bool:
        return self.holds

    def __repr__(self) -> str:
        apart = f" The gap is {self.gap}." if self.gap and not self.holds else ""
        return f"<{'holds' if self.holds else 'does not hold'}: {self.explanation}{apart}>"


def fit(
    stated: Value, expected: Value, judgement: Judgement, tolerance: Value | None = None
) -> Fit:
    """Whether a stated value is what was expected, given how the two compare.

    A plain figure is met by what agrees with it or rounds to it; a bound only by what lies within:
    "at least 31" is met by 33 and by "more than 40", not by "more than 20". A tolerance widens
    what is expected on either side, by a share of it or by an amount.
    """
    gap = gap_between((stated, expected))
    widened = _widened(expected, tolerance) if tolerance is not None else expected
    if tolerance is not None and relate(stated, widened).verdict != "conflict":
        if _is_bound(expected) and not _lies_within(stated, widened):
            return Fit(False, _too_open(stated, expected), judgement.verdict, gap)
        why = _near_enough(stated, expected, judgement, tolerance)
        return Fit(True, why, judgement.verdict, gap, _is_loose(stated, widened))
    if judgement.verdict == "conflict":
        return Fit(False, judgement.explanation, judgement.verdict, gap)
    if _is_bound(expected) and not _lies_within(stated, expected):
        return Fit(False, _too_open(stated, expected), judgement.verdict, gap)
    return Fit(True, judgement.explanation, judgement.verdict, gap, _is_loose(stated, expected))


def _near_enough(stated: Value, expected: Value, judgement: Judgement, tolerance: Value) -> str:
    if judgement.verdict != "conflict":
        return judgement.explanation
    return f"“{stated}” is not “{expected}”, and within the tolerance of {tolerance}."


def _is_loose(stated: Value, expected: Value) -> bool:
    """Whether a limit is stated where none is expected, or a longer time around the one named."""
    if stated.kind == "date":
        spans = sets.width(stated.interval), sets.width(expected.interval)
        return (
            None not in spans
            and sets.contains(stated.interval, expected.interval)
            and (spans[0] != spans[1])
        )
    return _is_bound(stated) and not _is_bound(expected)


def can_meet(stated: Value, expected: Value, judgement: Judgement) -> bool:
    """Whether the two were held against each other: a bare 33 and two crew were not."""
    if judgement.verdict != "compatible":
        return True
    if stated.kind == expected.kind == "percent":
        return stated.unit == expected.unit
    if "" not in (stated.unit, expected.unit):
        return True
    readings = (stated, *stated.alternatives)
    return any(not sets.disjoint(each.interval, expected.interval) for each in readings)


def _is_bound(value: Value) -> bool:
    """Whether a value is a limit or a range: "at least 31", "under 5 percent", "20 to 30"."""
    ends = (value.interval.low, value.interval.high)
    return (None in ends and ends != (None, None)) or value.hedge in _BOUNDS


def _lies_within(stated: Value, expected: Value) -> bool:
    """Whether one of the readings lies within; where the units differ, that they meet is enough."""
    readings = [
        each for each in (stated, *stated.alternatives) if each.unit in (expected.unit, "")
    ] or [each for each in (stated, *stated.alternatives) if expected.unit == ""]
    return not readings or any(sets.contains(expected.interval, each.interval) for each in readings)


def _too_open(stated: Value, expected: Value) -> str:
    return (
        f"It leaves open {in_words(stated)}, which is not all within what is expected, "
        f"{in_words(expected)}."
    )


# --- tolerance ----------------------------------------------------------------------------------


def read_tolerance(words: str) -> Value:
    """A tolerance in words: "2 percent", "1 billion won", "3 days"; raises ExpectationNotRead."""
    try:
        value = read_value(words)
    except ValueNotRead:
        raise ExpectationNotRead(words, "it is no tolerance, such as “2 percent”") from None
    if value.nominal is None or value.nominal < 0:
        raise ExpectationNotRead(words, "it is no share and no amount, as a tolerance must be")
    return value


def _widened(expected: Value, tolerance: Value) -> Value:
    low, high = expected.interval.low, expected.interval.high
    return evolve(
        expected,
        interval=_between(low, high, expected, tolerance),
        named=_between(expected.named.low, expected.named.high, expected, tolerance),
        nominal=None,
        hedge=None,
        stated=Stated(None, ""),
        alternatives=(),
    )


def _between(
    low: Decimal | None, high: Decimal | None, expected: Value, tolerance: Value
) -> Interval:
    below = None if low is None else low - _margin(low, expected, tolerance)
    above = None if high is None else high + _margin(high, expected, tolerance)
    # the line of days is half-open: midnight is the next day's
    return Interval(below, above, low_closed=True, high_closed=expected.kind != "date")


def _margin(end: Decimal, expected: Value, tolerance: Value) -> Decimal:
    """How far an end may move; a share is one of the end, unless shares are compared as such."""
    assert tolerance.nominal is not None
    if tolerance.unit == "fraction" and expected.kind != "date":
        return abs(end) * tolerance.nominal
    if expected.unit == "fraction" and tolerance.unit in _POINTS:
        return tolerance.nominal / _POINTS_OF_A_WHOLE
    is_length = tolerance.kind == "duration" and expected.kind in ("date", "duration")
    is_count = tolerance.kind == "count" and expected.kind in ("count", "rank", "age")
    if is_length or is_count or tolerance.unit == expected.unit:
        return tolerance.nominal
    reason = f"{in_words(expected)} cannot be widened by it"
    raise ExpectationNotRead(f"a tolerance of {in_words(tolerance)}", reason)
