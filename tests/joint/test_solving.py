"""Promises about what can hold together: against brute force, and of the smallest conflict."""

from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.checks.joint.constraints import Constraint, satisfiable
from reconcile.checks.joint.minimal import minimal_conflict
from reconcile.checks.joint.network import Edge, consistent, gap_between
from reconcile.model import Interval
from reconcile.values import sets

_NAMES = ("a", "b", "c")
_SMALL = st.integers(-4, 4)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(_SMALL), draw(_SMALL)))
    ends = (draw(st.booleans()), draw(st.booleans()))
    bounded = (draw(st.integers(0, 4)) > 0, draw(st.integers(0, 4)) > 0)
    return Interval(
        Decimal(low) if bounded[0] else None, Decimal(high) if bounded[1] else None, *ends
    )


@st.composite
def edges(draw: st.DrawFn) -> Edge:
    before, after = draw(st.permutations(_NAMES))[:2]
    return Edge(before, after, draw(intervals()))


@st.composite
def sums(draw: st.DrawFn) -> Constraint:
    terms = [(name, draw(st.integers(-1, 1))) for name in _NAMES]
    return Constraint(tuple(terms), draw(intervals()))


def _as_sum(edge: Edge) -> Constraint:
    return Constraint(((edge.after, 1), (edge.before, -1)), edge.gap)


def _met(constraint: Constraint, numbers: dict[str, Decimal]) -> bool:
    total = sum((numbers[name] * factor for name, factor in constraint.terms), Decimal(0))
    return sets.contains_number(constraint.interval, total)


@settings(max_examples=25)
@given(st.lists(edges(), max_size=5))
def test_a_network_holds_where_some_moments_meet_every_edge(listed: list[Edge]) -> None:
    # with ends on whole numbers and strict ends, fractions of a quarter are fine enough for three
    grid = [Decimal(step) / 4 for step in range(-40, 41)]
    found = any(
        all(_met(_as_sum(edge), {"a": Decimal(0), "b": b, "c": c}) for edge in listed)
        for b, c in itertools.product(grid, grid)
        if listed
    )
    assert consistent(listed) == (found or not listed)


@given(st.lists(edges(), max_size=6))
def test_networks_and_sums_agree(listed: list[Edge]) -> None:
    assert consistent(listed) == satisfiable([_as_sum(edge) for edge in listed])


@given(st.lists(sums(), max_size=5), st.lists(_SMALL, min_size=3, max_size=3))
def test_what_some_numbers_meet_is_satisfiable(listed: list[Constraint], at: list[int]) -> None:
    numbers = dict(zip(_NAMES, map(Decimal, at), strict=True))
    assert satisfiable([each for each in listed if _met(each, numbers)])


@given(st.lists(sums(), max_size=6))
def test_any_proper_part_of_a_minimal_conflict_can_hold(listed: list[Constraint]) -> None:
    """Without any one of them the others can hold; together they cannot."""
    found = minimal_conflict((), listed, satisfiable)
    assert bool(found) == (not satisfiable(listed))
    if found:
        assert not satisfiable(found)
        for size in range(len(found)):
            assert all(satisfiable(part) for part in itertools.combinations(found, size))


@given(st.lists(edges(), max_size=7))
def test_any_proper_part_of_a_conflict_of_times_can_hold(listed: list[Edge]) -> None:
    found = minimal_conflict((), listed, consistent)
    assert bool(found) == (not consistent(listed))
    assert all(consistent([*found[:index], *found[index + 1 :]]) for index in range(len(found)))


@given(st.lists(edges(), max_size=6), st.randoms())
def test_the_order_of_edges_changes_nothing(listed: list[Edge], random: object) -> None:
    turned = list(listed)
    random.shuffle(turned)  # type: ignore[attr-defined]
    events = sorted({name for edge in listed for name in (edge.before, edge.after)})
    for before, after in itertools.permutations(events, 2):
        assert gap_between(listed, before, after) == gap_between(turned, before, after)


@given(st.lists(edges(), min_size=1, max_size=5))
def test_what_follows_for_two_events_is_no_wider_than_what_is_said(listed: list[Edge]) -> None:
    for edge in listed:
        gap = gap_between(listed, edge.before, edge.after)
        if gap is not None:
            assert sets.contains(edge.gap, gap)


def test_a_background_that_cannot_hold_blames_nothing() -> None:
    never = Constraint((("a", 1),), Interval(Decimal(1), Decimal(1), True, False))
    assert minimal_conflict((never,), (never,), satisfiable) == ()
