"""Does a reading have the resolution of a Recognizers number, range, currency, age or dimension?"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from benchmarks.values.found import Found
from reconcile.model import Interval
from reconcile.values import sets

Item = dict[str, Any]

#: relative difference up to which two figures are one: the data prints thirds to 15 digits
CLOSE = Decimal("0.000001")
#: relative difference allowed at the ends of a range, which our readings widen by rounding
ROUNDED = Decimal("0.06")


def decimal(text: str | None) -> Decimal | None:
    """A figure of the data; ``None`` where it is none."""
    try:
        return None if text is None else Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def close(a: Decimal | None, b: Decimal | None, *, within: Decimal = CLOSE) -> bool:
    """Whether two figures are the same, up to a relative difference."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= within * max(abs(a), abs(b))


def _figures(one: Found) -> list[Decimal]:
    figures = [one.nominal, one.number]
    if one.value is not None:
        figures += [reading.nominal for reading in one.value.alternatives]
        figures += [reading.stated.number for reading in one.value.alternatives]
    return [figure for figure in figures if figure is not None]


def _has_figure(one: Found, text: str | None, *, factor: int = 1) -> bool:
    wanted = decimal(text)
    if wanted is None:
        return False
    if any(close(figure * factor, wanted) for figure in _figures(one)):
        return True
    # "eight to 10 feet": the data has the last figure alone
    ends = (one.named.low, one.named.high) if one.nominal is None else ()
    return factor == 1 and any(_is_rounded(end, wanted) for end in ends)


def _is_rounded(end: Decimal | None, wanted: Decimal | None) -> bool:
    """Whether an end is a figure, give or take the rounding that our readings add."""
    if end is None or wanted is None:
        return end is wanted
    unit = Decimal(1).scaleb(wanted.adjusted()) if wanted else Decimal(1)
    return abs(end - wanted) <= max(unit / 2, ROUNDED * abs(wanted))


def number_is_right(one: Found, item: Item) -> bool:
    """The figure, whatever kind the words around it make of it."""
    return _has_figure(one, item["value"]["value"])


def range_is_right(one: Found, item: Item) -> bool:
    """Both ends, give or take the rounding that our readings add; 0 may stand for no lower end."""
    return any(_is_range(interval, item) for interval in (one.interval, one.named))


def ranges_are_right(near: Sequence[Found], item: Item) -> bool:
    """Two bounds that the data joins ("above 10 and below 20"): what lies in both readings."""
    if not near:
        return False
    return _is_range(functools.reduce(sets.intersect, (one.interval for one in near)), item)


def _is_range(interval: Interval, item: Item) -> bool:
    text = item["value"]["value"].strip("[]()")
    low, high = (decimal(end.strip() or None) for end in text.split(",", 1))
    zero_floor = low is None and interval.low == 0
    return (zero_floor or _is_rounded(interval.low, low)) and _is_rounded(interval.high, high)


def ordinal_is_right(one: Found, item: Item) -> bool:
    """The place; a date or a fraction that the ordinal belongs to is not one."""
    return one.kind == "rank" and _has_figure(one, item["value"]["value"])


def percentage_is_right(one: Found, item: Item) -> bool:
    """The share, in percent."""
    text = item["value"]["value"].rstrip("%")
    return one.kind == "percent" and _has_figure(one, text, factor=100)


def age_is_right(one: Found, item: Item) -> bool:
    """The figure and its unit."""
    value = item["value"]
    same_unit = value["unit"].lower() == one.printed_unit.rstrip("s") or value["unit"] == "Age"
    same_unit = same_unit or (value["unit"] == "Year" and one.unit == "year")
    return one.kind == "age" and same_unit and _has_figure(one, value["value"])


def currency_is_right(one: Found, item: Item) -> bool:
    """The amount, in any currency that the data's name can mean ("Dollar": any of the dollars)."""
    value = item["value"]
    if one.kind != "money":
        return False
    code = value.get("isoCurrency")
    codes = {code} if code else _codes(value["unit"])
    named = bool(codes & one.units) if codes else True
    amount = decimal(value["value"])
    if value["unit"] in ("Cent", "Pence", "Penny", "Sen"):
        return named and (
            _has_figure(one, str(amount)) or _has_figure(one, str(amount), factor=100)
        )
    return named and _has_figure(one, value["value"])


@functools.cache
def _codes(unit: str) -> frozenset[str]:
    from babel import Locale

    word = {"pence": "pound", "penny": "pound", "sen": ""}.get(unit.lower(), unit.lower())
    if word in ("", "cent"):
        return frozenset()
    names = Locale("en").currencies
    return frozenset(code for code, name in names.items() if word in name.lower().split())


_ALIASES = {
    "C": "degree_Celsius",
    "F": "degree_Fahrenheit",
    "Ton": "ton",
    "Metric ton": "metric_ton",
    "Cubic foot": "foot ** 3",
    "Square meter": "meter ** 2",
    "Square kilometer": "kilometer ** 2",
    "Barrel": "oil_bbl",
    "Kilometer per hour": "kilometer / hour",
    "Mile per hour": "mile / hour",
    "Meter per millisecond": "meter / millisecond",
    "Centimeter per millisecond": "centimeter / millisecond",
    "Kilometer per millisecond": "kilometer / millisecond",
}


def dimension_is_right(one: Found, item: Item) -> bool:
    """The figure as printed, in a unit of the same size; "degrees" alone may be of any scale."""
    value = item["value"]
    if one.kind != "quantity" or not _has_figure(one, value["value"]):
        return False
    if value["unit"] == "Degree":
        return True
    names = {name for unit in one.units | {one.printed_unit} for name in (unit, unit.split("/")[0])}
    return any(
        _same_size(name.strip(), theirs) for name in names for theirs in _names(value["unit"])
    )


def _names(unit: str) -> tuple[str, ...]:
    return ("Ton", "Metric ton") if unit == "Ton" else (unit,)


def is_temperature(one: Found) -> bool:
    """Whether a quantity is a temperature, as Recognizers tells it from a dimension."""
    return any("celsius" in unit.lower() or "fahrenheit" in unit.lower() for unit in one.units)


def _same_size(ours: str, theirs: str) -> bool:
    return same_unit(ours, _ALIASES.get(theirs, theirs.lower()))


@functools.cache
def same_unit(ours: str, wanted: str) -> bool:
    """Whether two unit names are of one dimension and size."""
    return _unit(wanted) is not None and _unit(ours) == _unit(wanted)


@functools.cache
def _unit(name: str) -> object:
    try:
        unit = _registry().parse_units(name)
    except Exception:  # the registry raises half a dozen kinds of errors on words that are no unit
        return None
    return (str(unit.dimensionality), f"{_factor(unit):.6g}") if name else None


def _factor(unit: Any) -> float:
    quantity = _registry().Quantity(2, unit)
    return float(quantity.to_base_units().magnitude)


@functools.cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()
