"""What quantities add up to in, whether all of it can hold out: by elimination, on fractions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from reconcile.model import Step
from reconcile.verification.ranges import Range, range_of
from reconcile.verification.sources import Sources

#: rows beyond which nothing is said
_MOST: Final = 5000
#: the quantities with their factors, the most that they add up to, whether less than that
Row = tuple[tuple[tuple[str, Fraction], ...], Fraction, bool]


def cannot_all_hold(step: Step, sources: Sources) -> Iterator[str]:
    """No numbers meet all relations, and without any one of them some do."""
    relations = [_relation(each) for each in step.of]
    known = [each for each in relations if each is not None]
    if len(known) < 2 or len(known) != len(relations):
        yield "it rests on relations, and one is missing"
        return
    if can_hold(known):
        yield "they can all hold"
    for place, each in enumerate(step.of):
        if not can_hold([*known[:place], *known[place + 1 :]]):
            yield f"they cannot hold even without “{each.words or each.rule}”"


def _relation(step: Step) -> tuple[dict[str, Fraction], Range] | None:
    while step.rule == "assumed" and step.of:
        step = step.of[0]
    there = range_of(step.result)
    if step.rule != "relation" or there is None:
        return None
    terms: dict[str, Fraction] = {}
    for name, factor in step.terms:
        terms[name] = terms.get(name, Fraction(0)) + factor
    return terms, there


def can_hold(relations: Sequence[tuple[dict[str, Fraction], Range]]) -> bool:
    """Whether numbers exist that meet all of them."""
    rows = {row for terms, there in relations for row in _rows(terms, there)}
    names = sorted({name for terms, _ in relations for name in terms})
    for name in names:
        rows = _without(rows, name)
        if len(rows) > _MOST:
            return True
    return all(most > 0 or most == 0 and not less for _, most, less in rows)


def _rows(terms: dict[str, Fraction], there: Range) -> Iterator[Row]:
    if there.high is not None:
        yield _row(terms, there.high, less=not there.high_closed)
    if there.low is not None:
        turned = {name: -factor for name, factor in terms.items()}
        yield _row(turned, -there.low, less=not there.low_closed)


def _row(terms: dict[str, Fraction], most: Fraction, *, less: bool) -> Row:
    return tuple(sorted((name, factor) for name, factor in terms.items() if factor)), most, less


def _without(rows: set[Row], name: str) -> set[Row]:
    """The rows that follow when one quantity may be any number."""
    kept = {row for row in rows if name not in dict(row[0])}
    above = [row for row in rows if dict(row[0]).get(name, 0) > 0]
    below = [row for row in rows if dict(row[0]).get(name, 0) < 0]
    return kept | {_added(one, other, name) for one in above for other in below}


def _added(one: Row, other: Row, name: str) -> Row:
    first, second = 1 / dict(one[0])[name], -1 / dict(other[0])[name]
    terms = {each: factor * first for each, factor in one[0]}
    for each, factor in other[0]:
        terms[each] = terms.get(each, Fraction(0)) + factor * second
    return _row(terms, one[1] * first + other[1] * second, less=one[2] or other[2])
