"""Constraints on numbers in, whether all of them can hold together out, exactly.

A constraint says that a sum of variables, each times a whole number, lies in an interval. Whether
numbers exist that meet every one is decided by elimination (Fourier 1826, Motzkin 1936) on
fractions, ends open or closed as the intervals have them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from reconcile.model import Interval
from reconcile.records import frozen
from reconcile.tuples import NamedTuple

#: rows beyond which elimination gives up and says "they may"
_MOST_ROWS: Final = 2000


@frozen
class Constraint:
    """What a sum of variables, each times its factor, must lie in."""

    terms: tuple[tuple[str, int], ...]
    interval: Interval


class _Row(NamedTuple):
    """The sum of the terms is at most the bound, or less than it where ``strict``."""

    terms: tuple[tuple[str, Fraction], ...]
    bound: Fraction
    strict: bool


def satisfiable(constraints: Sequence[Constraint]) -> bool:
    """Whether numbers exist that meet every constraint."""
    rows = {row for constraint in constraints for row in _rows(constraint)}
    while rows:
        variables = {name for row in rows for name, _ in row.terms}
        if not variables:
            return not any(_fails(row) for row in rows)
        name = min(variables, key=lambda each: (_growth(rows, each), each))
        rows = _eliminated(rows, name)
        if any(_fails(row) for row in rows if not row.terms):
            return False
        rows = {row for row in rows if row.terms}
        if len(rows) > _MOST_ROWS:
            return True
    return True


def _rows(constraint: Constraint) -> list[_Row]:
    terms = _gathered(constraint.terms)
    interval, rows = constraint.interval, []
    if interval.high is not None:
        rows.append(_row(terms, Fraction(interval.high), strict=not interval.high_closed))
    if interval.low is not None:
        turned = {name: -factor for name, factor in terms.items()}
        rows.append(_row(turned, -Fraction(interval.low), strict=not interval.low_closed))
    return rows


def _gathered(terms: Sequence[tuple[str, int]]) -> dict[str, Fraction]:
    gathered: dict[str, Fraction] = {}
    for name, factor in terms:
        gathered[name] = gathered.get(name, Fraction(0)) + factor
    return gathered


def _row(terms: Mapping[str, Fraction], bound: Fraction, *, strict: bool) -> _Row:
    kept = sorted((name, factor) for name, factor in terms.items() if factor)
    if not kept:
        return _Row((), bound, strict)
    scale = abs(kept[0][1])
    return _Row(tuple((name, factor / scale) for name, factor in kept), bound / scale, strict)


def _fails(row: _Row) -> bool:
    return not row.terms and (row.bound < 0 or (row.bound == 0 and row.strict))


def _growth(rows: set[_Row], name: str) -> int:
    """How many rows more there are once a variable is gone."""
    factors = [factor for row in rows for each, factor in row.terms if each == name]
    above = sum(factor > 0 for factor in factors)
    return above * (len(factors) - above) - len(factors)


def _eliminated(rows: set[_Row], name: str) -> set[_Row]:
    above, below, others = [], [], set()
    for row in rows:
        factor = dict(row.terms).get(name)
        if factor is None:
            others.add(row)
        elif factor > 0:
            above.append((row, factor))
        else:
            below.append((row, -factor))
    return others | {
        _met(upper, 1 / factor, lower, 1 / other)
        for upper, factor in above
        for lower, other in below
    }


def _met(upper: _Row, times: Fraction, lower: _Row, others: Fraction) -> _Row:
    """The two rows added, each so often that the variable drops out."""
    terms = {name: factor * times for name, factor in upper.terms}
    for name, factor in lower.terms:
        terms[name] = terms.get(name, Fraction(0)) + factor * others
    bound = upper.bound * times + lower.bound * others
    return _row(terms, bound, strict=upper.strict or lower.strict)
