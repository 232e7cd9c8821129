"""Two readings in, the slips of the pen out that would have turned the one into the other.

Each edit is a reading as it would be without the slip. Nothing is tested here: ``slips`` holds the
edited reading against the other one.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Context, Decimal
from typing import Final

from reconcile.comparison.dateedits import date_edits
from reconcile.comparison.digitedits import digit_edits
from reconcile.comparison.vocabulary import rules
from reconcile.model import Value
from reconcile.records import evolve
from reconcile.tuples import NamedTuple
from reconcile.values import sets
from reconcile.values.conversion import conversions

_THOUSANDS: Final = tuple(Decimal(10) ** power for power in (3, 6))
_FIGURES: Final = frozenset(("money", "count", "quantity", "percent", "rank", "duration", "age"))
#: from here on figures are told with a scale word
_LARGE: Final = 100_000
_SHARE: Final = Decimal(100)
#: digits that are kept: the noise of a division is dropped
_KEPT: Final = Context(prec=18)
_NEAR: Final = Decimal("0.01")
#: a scale word and a currency are both mistaken only where the figure itself is told at length
_TELLING_DIGITS: Final = 2
#: fewer of a unit of time are too common to tell anything
_FEWEST: Final = 3
_STEPS: Final = frozenset(Decimal(10) ** power for power in (-6, -3, 3, 6))


class Edit(NamedTuple):
    """A reading without a slip."""

    #: the name of the slip
    rule: str
    value: Value
    #: what is said of the slip in the question
    words: str


def edits_of(value: Value, other: Value, text: str, known: Sequence[Value] = ()) -> Iterator[Edit]:
    """The readings that a slip may have turned into ``value``, printed as ``text``.

    ``known`` are other readings of the same fact, which an edit may also aim at.
    """
    value = as_points(value, other)
    plain = evolve(value, alternatives=(), steps=())
    if value.kind == "date" or value.since is not None:
        for rule, edited in date_edits(plain, text):
            yield Edit(rule, edited, _words(rule))
        return
    if value.kind not in _FIGURES or value.nominal is None:
        yield from _of_range(plain, other)
        return
    yield from _other_unit(plain, other)
    yield from _other_scale(plain, other)
    yield from _other_currency_and_scale(plain, other)
    for rule, factor in digit_edits(value, text):
        part = rule == "hearing" and "part" in (value.stated.unit, other.stated.unit)
        if not part and _may_meet(value, factor, (other, *known)):
            yield Edit(rule, with_factor(plain, factor), _hearing(rule, value, factor))


def _may_meet(value: Value, factor: Decimal, others: Iterable[Value]) -> bool:
    """Whether a figure so many times as large comes near another one."""
    assert value.nominal is not None
    edited = value.nominal * factor
    return any(_comes_near(edited, value, each) for each in others if each.nominal is not None)


def _comes_near(edited: Decimal, value: Value, other: Value) -> bool:
    assert other.nominal is not None
    if value.kind == other.kind == "quantity" and value.unit != other.unit:
        lines = conversions(value.unit, other.unit) if value.unit and other.unit else ()
        edited = lines[0].number(edited) if lines else edited
    return abs(other.nominal - edited) <= _NEAR * abs(other.nominal)


def _of_range(value: Value, other: Value) -> Iterator[Edit]:
    if value.kind in ("money", "quantity", "percent") and value.interval != sets.EVERYTHING:
        yield from _other_unit(value, other)


# --- units ------------------------------------------------------------------------------------


def _other_unit(value: Value, other: Value) -> Iterator[Edit]:
    if value.kind == "percent" and other.kind == "percent" and value.unit != other.unit:
        yield Edit("points", _as_points(value, other.unit), _words("points"))
    elif value.kind == "duration":
        yield from _other_length(value, other)
    elif value.kind == "count" and other.kind == "count" and value.unit != other.unit:
        if value.nominal == other.nominal and other.unit:
            yield Edit("noun", evolve(value, unit=other.unit), _words("noun"))
    elif value.kind in ("money", "quantity"):
        rule, table = {"money": ("currency", "currencies"), "quantity": ("unit", "units")}[
            value.kind
        ]
        for unit in _units(value, other, table):
            yield Edit(rule, evolve(value, unit=unit), _words(rule))


def _units(value: Value, other: Value, table: str) -> Iterator[str]:
    """The units that a figure may have been meant in: the other's, and those easily confused."""
    rows = rules("slips")[table]["rows"]
    found = [unit for row in rows if value.unit in row for unit in row]
    if other.kind == value.kind and other.unit:
        found = [other.unit, *found]
    return (unit for unit in dict.fromkeys(found) if unit != value.unit)


def _other_currency_and_scale(value: Value, other: Value) -> Iterator[Edit]:
    """The figure that belongs to another currency: "$4.9 billion" for 4.9 trillion won."""
    if value.kind != "money" or other.kind != "money" or value.unit == other.unit:
        return
    if not value.nominal or not other.nominal or value.nominal == other.nominal:
        return
    factor = other.nominal / value.nominal
    few = len(value.nominal.normalize().as_tuple().digits) < _TELLING_DIGITS
    if factor not in _STEPS or few:
        return
    edited = evolve(with_factor(value, factor), unit=other.unit)
    yield Edit("currency and scale", edited, _words("currency and scale"))


def as_points(value: Value, other: Value) -> Value:
    """Bare points beside a share are percentage points."""
    if value.unit != "point" or other.kind != "percent":
        return value
    return evolve(value, kind="percent", unit="percentage_point")


def _as_points(value: Value, unit: str) -> Value:
    factor = _SHARE if unit == "percentage_point" else 1 / _SHARE
    return evolve(with_factor(value, factor), unit=unit)


def _other_length(value: Value, other: Value) -> Iterator[Edit]:
    """The same number of other units of time."""
    number, same = value.stated.number, other.stated.number
    if value.nominal is None or not value.nominal or number is None or number != same:
        return
    if other.kind != "duration" or other.nominal is None or number < _FEWEST:
        return
    order: list[str] = rules("slips")["lengths"]["order"]
    units = (value.stated.unit, other.stated.unit)
    if not all(unit in order for unit in units):
        return
    if abs(order.index(units[0]) - order.index(units[1])) != 1:
        return
    yield Edit("unit", with_factor(value, other.nominal / value.nominal), _words("unit"))


# --- scale ------------------------------------------------------------------------------------


def _other_scale(value: Value, other: Value) -> Iterator[Edit]:
    """The figure a thousand or a million times as large, or as small."""
    if value.nominal is None or value.kind not in ("money", "count", "quantity"):
        return
    for factor in _THOUSANDS if value.unit == other.unit else _THOUSANDS[:1]:
        for by in (factor, 1 / factor):
            words = _scale_words(value.nominal, value.nominal * by)
            if words is not None and _has_scale(value, value.nominal * by, other):
                yield Edit("scale", with_factor(value, by), words)
    for row in rules("slips")["scales"]["rows"]:
        if value.unit in row["currencies"] and abs(value.nominal) >= row["least"]:
            for by in (Decimal(row["factor"]), 1 / Decimal(row["factor"])):
                yield Edit("scale", with_factor(value, by), "a scale word mistranslated")


def _has_scale(value: Value, edited: Decimal, other: Value) -> bool:
    """Whether the figures are large enough to be told with scale words, across units above all."""
    assert value.nominal is not None
    small, large = sorted((abs(value.nominal), abs(edited)))
    if value.unit == other.unit or value.kind == "count":
        return value.kind != "quantity" or large >= _LARGE
    if value.kind == "quantity" and not conversions(value.unit, other.unit):
        return False
    return small >= _LARGE


def _scale_words(number: Decimal, edited: Decimal) -> str | None:
    """As in "million for billion"; ``None`` where a lone figure would be a coincidence."""
    one, other = _scale_word(number), _scale_word(edited)
    if not one and not other:
        return None
    if one and other:
        return _words("scale").format(one=one, other=other)
    bare = min(abs(number), abs(edited))
    return f"“{one or other}” left out or added" if bare >= 10 else None


def _scale_word(number: Decimal) -> str:
    words: dict[str, str] = rules("slips")["scales"]["words"]
    reached = [word for least, word in words.items() if abs(number) >= int(least)]
    return reached[-1] if reached else ""


def with_factor(value: Value, factor: Decimal) -> Value:
    """The reading of a figure so many times as large."""
    if factor <= 0:
        return value
    number = value.stated.number
    return evolve(
        value,
        nominal=None if value.nominal is None else _KEPT.plus(value.nominal * factor),
        stated=evolve(value.stated, number=None if number is None else _KEPT.plus(number * factor)),
        interval=sets.scale(value.interval, factor),
        named=sets.scale(value.named, factor),
    )


# --- words ------------------------------------------------------------------------------------


@functools.cache
def _words(rule: str) -> str:
    return next(str(entry["words"]) for entry in rules("slips")["rule"] if entry["name"] == rule)


def _hearing(rule: str, value: Value, factor: Decimal) -> str:
    if rule != "hearing" or value.nominal is None:
        return _words(rule)
    one, other = value.nominal, value.nominal * factor
    return _words(rule).format(one=f"{one.normalize():f}", other=f"{other.normalize():f}")
