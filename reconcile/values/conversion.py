"""Two unit names in, the line from one to the other out; pint is loaded late and once."""

from __future__ import annotations

import functools
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final

from reconcile.model import Interval
from reconcile.tables import read_tables
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from pint import UnitRegistry

#: digits that are kept: enough for any figure, few enough to drop the noise of a division
_KEPT: Final = Context(prec=18)


class Conversion(NamedTuple):
    """``number * factor + offset`` turns a number in ``source`` into one in ``target``."""

    source: str
    target: str
    factor: Decimal
    offset: Decimal = Decimal(0)
    #: what had to be assumed ("a bushel of maize is 25.4 kg"), or ``None``
    assumed: str | None = None

    def number(self, number: Decimal) -> Decimal:
        """The number in the target unit."""
        return _KEPT.plus(number * self.factor + self.offset)

    def interval(self, interval: Interval) -> Interval:
        """The interval on the target's line."""
        low = None if interval.low is None else self.number(interval.low)
        high = None if interval.high is None else self.number(interval.high)
        return Interval(low, high, interval.low_closed, interval.high_closed)


@functools.cache
def _registry() -> UnitRegistry[Any]:
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)


@functools.cache
def _table() -> dict[str, Any]:
    return read_tables("values", "tables/conversion.toml")


def _line(source: str, target: str, assumed: str | None = None) -> Conversion | None:
    """The conversion between two pint units; ``None`` where they measure different things."""
    from pint.errors import PintError

    registry = _registry()
    try:
        at_zero = Decimal(registry.Quantity(Decimal(0), source).to(target).magnitude)
        at_one = Decimal(registry.Quantity(Decimal(1), source).to(target).magnitude)
    except (PintError, AssertionError, AttributeError, TypeError, ValueError):
        return None
    return Conversion(source, target, _KEPT.subtract(at_one, at_zero), _KEPT.plus(at_zero), assumed)


def _senses(unit: str) -> list[str]:
    return [unit, *_table()["senses"].get(unit, ())]


def _by_weight(source: str, target: str) -> list[Conversion]:
    """Conversions from a measure to a weight, one for each good that is sold by that measure."""
    found = []
    for entry in _table()["weight"]:
        weight = _line("kilogram", target)
        if entry["unit"] != source or weight is None:
            continue
        kilograms = Decimal(entry["kilograms"])
        factor = kilograms * weight.factor
        assumed = f"a {_said(source)} of {entry['of']} weighs {kilograms:.4} kg"
        found.append(Conversion(source, target, factor, assumed=assumed))
    return found


def _inverse(conversion: Conversion) -> Conversion:
    factor = 1 / conversion.factor
    offset = -conversion.offset * factor
    return Conversion(conversion.target, conversion.source, factor, offset, conversion.assumed)


@functools.cache
def conversions(source: str, target: str) -> tuple[Conversion, ...]:
    """Every way from one unit to another, the plain one first; empty where there is none."""
    found: list[Conversion] = []
    for one in _senses(source):
        for other in _senses(target):
            line = _line(one, other)
            if line is not None and not any(line.factor == known.factor for known in found):
                plain = not found
                assumed = None if plain else f"{_said(one)} against {_said(other)}"
                found.append(Conversion(source, target, line.factor, line.offset, assumed))
    if not found:
        found += _by_weight(source, target)
        found += [_inverse(line) for line in _by_weight(target, source)]
    return tuple(found)


def label(unit: str) -> str:
    """How a unit is written in an explanation."""
    return str(_table()["labels"].get(unit, _said(unit)))


def _said(unit: str) -> str:
    return unit.replace("_", " ")
