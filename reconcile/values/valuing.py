"""A figure to its Value: the set that it stands for, hedges applied, in the unit of its marker."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value, ValueKind
from reconcile.values import hedges, rounding, sets
from reconcile.values.figures import Figure
from reconcile.values.numbers import NumberExpression

_ONE: Final = Decimal(1)
_ZERO: Final = Decimal(0)


def named_of(number: NumberExpression, *, counted: bool) -> Interval:
    """What a number stands for by rounding alone."""
    return rounding.counted(number) if counted else rounding.measured(number)


def value_of(
    figure: Figure,
    kind: ValueKind,
    unit: str,
    *,
    factor: Decimal = _ONE,
    stated: str = "",
    counted: bool = False,
    floor: Decimal | None = _ZERO,
    margin: Decimal | None = None,
) -> Value:
    """The value of a figure; ``factor`` is what one of the printed unit is worth in ``unit``."""
    low = figure.low.number
    named = named_of(low, counted=counted)
    nominal: Decimal | None = low.number if low.most is None else None
    printed = nominal
    if figure.high is not None:
        named = sets.hull(named, named_of(figure.high.number, counted=counted))
        nominal = printed = None
    if factor != _ONE:
        named = sets.scale(named, factor)
        nominal = None if nominal is None else nominal * factor
    interval = named
    if figure.hedges:
        interval = hedges.apply(figure.hedges, named, nominal, margin=margin, floor=floor)
    return Value(
        kind=kind,
        unit=unit,
        interval=interval,
        named=named,
        nominal=nominal,
        hedge=hedges.name_of(figure.hedges) or ("between" if figure.high is not None else None),
        stated=Stated(printed, stated or unit),
    )
