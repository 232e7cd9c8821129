"""A figure with a currency to a sum of money, in the currency that its text means."""

from __future__ import annotations

import attrs

from reconcile.model import Value
from reconcile.values import settling
from reconcile.values.figures import Figure
from reconcile.values.markers import Marker
from reconcile.values.stream import Reading, Stream
from reconcile.values.valuing import value_of


def read_money(stream: Stream, figure: Figure, marker: Marker) -> Reading:
    """The sum; currencies that it may also be in are its ``alternatives``."""
    unit, others, settled = settling.settle(stream, marker)
    value = value_of(figure, "money", unit, factor=marker.factor, stated=marker.stated)
    alternatives = tuple(attrs.evolve(value, unit=code) for code in others)
    if marker.stated == "pound":
        alternatives += _weight(figure)
    value = attrs.evolve(
        value,
        alternatives=alternatives,
        unresolved=None if settled else f"which {marker.stated} is not said",
    )
    return Reading(figure.first, figure.last, value)


def _weight(figure: Figure) -> tuple[Value, ...]:
    """Pounds of weight, where the sum is neither signed nor scaled."""
    if figure.low.signed or figure.low.number.power:
        return ()
    return (value_of(figure, "quantity", "pound"),)
