"""The set algebra against a slow oracle: sets of points on a grid, compared point by point.

Ends are whole numbers, the grid has the halves between them as well, and reaches well beyond every
end: on it, two intervals hold the same points exactly when they hold the same numbers.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Interval
from reconcile.values import sets

LIMIT = 6
GRID = tuple(Decimal(half) / 2 for half in range(-4 * LIMIT, 4 * LIMIT + 1))
BEYOND = (GRID[0], GRID[-1])

ends = st.one_of(st.none(), st.integers(-LIMIT, LIMIT).map(Decimal))
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
numbers = st.sampled_from(GRID)


def points(interval: Interval) -> frozenset[Decimal]:
    """The oracle: every grid point, tested against each end on its own."""
    held = set(GRID)
    if interval.low is not None:
        held -= {p for p in GRID if p < interval.low}
        held -= set() if interval.low_closed else {interval.low}
    if interval.high is not None:
        held -= {p for p in GRID if p > interval.high}
        held -= set() if interval.high_closed else {interval.high}
    return frozenset(held)


def is_interval(held: frozenset[Decimal]) -> bool:
    """Whether a set of grid points has no gap."""
    return not held or held == frozenset(p for p in GRID if min(held) <= p <= max(held))


non_empty = intervals.filter(lambda interval: bool(points(interval)))


# --- "a closed set algebra": every operation gives an interval that holds the right points -------


@given(intervals)
def test_empty_is_what_holds_no_point(a: Interval) -> None:
    assert sets.is_empty(a) == (not points(a))


@given(intervals, numbers)
def test_number_is_contained_where_the_point_is(a: Interval, number: Decimal) -> None:
    assert sets.contains_number(a, number) == (number in points(a))


@given(intervals, intervals)
def test_intersection_holds_the_points_of_both(a: Interval, b: Interval) -> None:
    assert points(sets.intersect(a, b)) == points(a) & points(b)


@given(intervals, intervals)
def test_disjoint_is_no_point_in_common(a: Interval, b: Interval) -> None:
    assert sets.disjoint(a, b) == points(a).isdisjoint(points(b))


@given(intervals, intervals)
def test_containment_is_that_of_the_points(a: Interval, b: Interval) -> None:
    assert sets.contains(a, b) == (points(b) <= points(a))


@given(intervals, intervals)
def test_same_is_the_same_points(a: Interval, b: Interval) -> None:
    assert sets.same(a, b) == (points(a) == points(b))


@given(non_empty, non_empty)
def test_hull_is_the_smallest_interval_around_both(a: Interval, b: Interval) -> None:
    both = points(a) | points(b)
    assert points(sets.hull(a, b)) == frozenset(p for p in GRID if min(both) <= p <= max(both))


@given(intervals, intervals)
def test_hull_with_an_empty_set_is_the_other(a: Interval, b: Interval) -> None:
    if sets.is_empty(a):
        assert points(sets.hull(a, b)) == points(b) == points(sets.hull(b, a))


@given(non_empty)
def test_width_is_the_spread_of_the_points(a: Interval) -> None:
    held = points(a)
    spread = max(held) - min(held)
    width = sets.width(a)
    bounded = a.low is not None and a.high is not None
    assert (width is not None) == bounded
    if width is not None:
        assert 0 <= width - spread <= 1  # an open end lies half a step beyond its last point


@given(intervals)
def test_empty_sets_have_no_width(a: Interval) -> None:
    if sets.is_empty(a):
        assert sets.width(a) == 0


@given(non_empty, non_empty)
def test_distance_is_that_of_the_nearest_points(a: Interval, b: Interval) -> None:
    nearest = min(abs(p - q) for p in points(a) for q in points(b))
    distance = sets.distance(a, b)
    assert 0 <= nearest - distance <= 1
    if nearest == 0:
        assert distance == 0


@given(non_empty, numbers, numbers)
def test_shift_moves_every_point(a: Interval, number: Decimal, offset: Decimal) -> None:
    assert sets.contains_number(sets.shift(a, offset), number + offset) == (number in points(a))


@given(non_empty, numbers, st.integers(1, 9).map(Decimal))
def test_scale_stretches_every_point(a: Interval, number: Decimal, factor: Decimal) -> None:
    assert sets.contains_number(sets.scale(a, factor), number * factor) == (number in points(a))


# --- "comparison is symmetric" -------------------------------------------------------------------


@given(intervals, intervals)
def test_order_does_not_matter(a: Interval, b: Interval) -> None:
    assert sets.intersect(a, b) == sets.intersect(b, a)
    assert sets.disjoint(a, b) == sets.disjoint(b, a)
    assert sets.same(a, b) == sets.same(b, a)
    assert points(sets.hull(a, b)) == points(sets.hull(b, a))


@given(non_empty, non_empty)
def test_distance_is_the_same_both_ways(a: Interval, b: Interval) -> None:
    assert sets.distance(a, b) == sets.distance(b, a)


@given(intervals, intervals, intervals)
def test_grouping_does_not_matter(a: Interval, b: Interval, c: Interval) -> None:
    left = sets.intersect(sets.intersect(a, b), c)
    assert left == sets.intersect(a, sets.intersect(b, c))


# --- "widening a set never makes a conflict" -----------------------------------------------------


@given(intervals, intervals, intervals)
def test_wider_sets_meet_what_narrower_ones_met(a: Interval, b: Interval, c: Interval) -> None:
    if not sets.disjoint(a, b):
        assert not sets.disjoint(sets.hull(a, c), b)


@given(intervals, intervals)
def test_hull_contains_both(a: Interval, b: Interval) -> None:
    assert sets.contains(sets.hull(a, b), a)
    assert sets.contains(sets.hull(a, b), b)


@given(intervals, intervals)
def test_intersection_is_contained_in_both(a: Interval, b: Interval) -> None:
    assert sets.contains(a, sets.intersect(a, b))
    assert sets.contains(b, sets.intersect(a, b))


# --- corners -------------------------------------------------------------------------------------


def interval(low: str | None, high: str | None, marks: str) -> Interval:
    ends_of = [None if end is None else Decimal(end) for end in (low, high)]
    return Interval(ends_of[0], ends_of[1], marks[0] == "[", marks[1] == "]")


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        pytest.param(("1", "2", "[)"), ("2", "3", "[)"), False, id="half-open-neighbours"),
        pytest.param(("1", "2", "[]"), ("2", "3", "[)"), True, id="closed-ends-touch"),
        pytest.param(("1", "2", "[]"), ("2", "3", "()"), False, id="one-open-end"),
        pytest.param((None, "2", "[)"), ("2", None, "[)"), False, id="rays-apart"),
        pytest.param((None, None, "()"), ("2", "2", "[]"), True, id="everything-holds-a-point"),
        pytest.param(("3", "1", "[]"), (None, None, "()"), False, id="inverted-is-empty"),
    ],
)
def test_touching_ends(
    a: tuple[str | None, str | None, str], b: tuple[str | None, str | None, str], meet: bool
) -> None:
    assert sets.disjoint(interval(*a), interval(*b)) != meet


def test_the_flag_of_an_unbounded_end_does_not_matter() -> None:
    open_ray, closed_ray = interval(None, "2", "()"), interval(None, "2", "[)")
    assert sets.same(open_ray, closed_ray)
    assert sets.intersect(open_ray, closed_ray) == sets.intersect(closed_ray, open_ray)


@pytest.mark.parametrize("factor", ["0", "-1"])
def test_only_positive_factors_scale(factor: str) -> None:
    with pytest.raises(ValueError, match="positive factor"):
        sets.scale(interval("1", "2", "[]"), Decimal(factor))


def test_truth_is_refused() -> None:
    with pytest.raises(TypeError, match="ambiguous"):
        bool(sets.EVERYTHING)


@pytest.mark.parametrize("number", ["0", "-3.5", "1e30", "0.0000001"])
def test_exactly_holds_one_number(number: str) -> None:
    one = sets.exactly(Decimal(number))
    assert sets.contains_number(one, Decimal(number))
    assert sets.width(one) == 0
    assert not sets.is_empty(one)
