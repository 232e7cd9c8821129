"""Steps that make one set of several: each is computed again on fractions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import reduce

from reconcile.model import Step
from reconcile.verification.ranges import (
    Range,
    hull,
    intersection,
    inverse,
    moved,
    plus,
    point,
    product,
    range_of,
    same,
    times,
)
from reconcile.verification.sources import Sources

Join = Callable[[Range, Range], Range | None]


def sum_(step: Step, sources: Sources) -> Iterator[str]:
    """All parts together."""
    yield from _folded(step, plus)
    yield from _figure(step, (1,) * len(step.of))


def difference(step: Step, sources: Sources) -> Iterator[str]:
    """The first less the second."""
    yield from _of_two(step, lambda one, other: plus(one, times(other, Fraction(-1))))
    yield from _figure(step, (1, -1))


def _figure(step: Step, factors: Sequence[int]) -> Iterator[str]:
    """The printed figures, where one is made of them."""
    figures = [each.number for each in step.of]
    if step.number is None:
        return
    made = [
        Fraction(figure) * factor
        for figure, factor in zip(figures, factors, strict=False)
        if figure is not None
    ]
    if len(made) != len(factors) or sum(made) != Fraction(step.number):
        yield "the figures do not make that figure"


def multiplied(step: Step, sources: Sources) -> Iterator[str]:
    """The first times the second."""
    yield from _of_two(step, product)
    rate = step.of[1].unit.partition("/")
    if rate[1] and (step.unit, step.of[0].unit) != (rate[0], rate[2]):
        yield "at that rate it is another unit"


def quotient(step: Step, sources: Sources) -> Iterator[str]:
    """The first by the second."""
    yield from _of_two(step, _by)
    units = [each.unit for each in step.of]
    currencies = all(len(unit) == 3 and unit.isupper() for unit in units)
    if currencies and units[0] != units[1] and step.unit != "/".join(units):
        yield "two currencies make a rate"


def change(step: Step, sources: Sources) -> Iterator[str]:
    """By what share of the first the second is more."""
    yield from _of_two(step, _more)


def joined(step: Step, sources: Sources) -> Iterator[str]:
    """From the least to the most."""
    yield from _folded(step, hull)


def met(step: Step, sources: Sources) -> Iterator[str]:
    """What all have in common."""
    yield from _folded(step, intersection)


def days_apart(step: Step, sources: Sources) -> Iterator[str]:
    """From the beginning of one day to that of another."""
    first, last, *_ = *_sets(step), None, None
    if first is None or last is None or first.low is None or last.low is None:
        yield "two days are missing"
    elif not same(range_of(step.result), point(last.low - first.low)):
        yield "the two days are not so far apart"


def relation(step: Step, sources: Sources) -> Iterator[str]:
    """A set as what some quantities add up to."""
    if not step.terms or any(not factor for _, factor in step.terms):
        yield "it binds no quantities"
    elif not same(range_of(step.result), range_of(step.of[0].result)):
        yield "the step before gives another set"


def _by(one: Range, other: Range) -> Range | None:
    turned = inverse(other)
    return None if turned is None else product(one, turned)


def _more(old: Range, new: Range) -> Range | None:
    ratio = _by(new, old)
    return None if ratio is None else moved(ratio, Fraction(-1))


def _sets(step: Step) -> list[Range | None]:
    return [range_of(each.result) for each in step.of]


def _folded(step: Step, join: Callable[[Range, Range], Range]) -> Iterator[str]:
    parts = [each for each in _sets(step) if each is not None]
    if not parts or len(parts) != len(step.of):
        yield "a part is missing"
    elif not same(range_of(step.result), reduce(join, parts)):
        yield "the set does not come out like that"


def _of_two(step: Step, join: Join) -> Iterator[str]:
    parts = [each for each in _sets(step) if each is not None]
    if len(parts) != 2 or len(step.of) != 2:
        yield "it takes two sets"
        return
    there = join(parts[0], parts[1])
    if there is None or not same(range_of(step.result), there):
        yield "the set does not come out like that"
