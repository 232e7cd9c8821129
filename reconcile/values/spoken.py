"""A Value in plain words that read back to the same set: bounds, figures and units spelt out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.errors import ValueNotRead
from reconcile.model import Value
from reconcile.values.derivation import explain
from reconcile.values.markers import unit_names
from reconcile.values.nouns import plural_of
from reconcile.values.reader import read_value
from reconcile.values.spokentimes import date_words, duration_words

__all__ = ["by_ends", "describe", "explain"]

_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
#: what a unit is called behind a figure, where its name alone would not be read
_UNIT_WORDS: Final = {
    "fraction": "percent",
    "percentage_point": "percentage points",
    "year": "years old",
}
_HEDGE_WORDS: Final = {
    "over": "more than", "well_over": "well over", "at_least": "at least", "from": "at least",
    "under": "less than", "well_under": "well under", "at_most": "up to", "about": "about",
    "nearly": "nearly", "just_under": "just under", "just_over": "just over",
    "exactly": "exactly",
}  # fmt: skip


def describe(value: Value) -> str:
    """The value in plain words: as a newsroom writes it where that says the set, or by its ends."""
    if value.kind == "date":
        return date_words(value.interval)
    if value.kind == "duration":
        ways = list(duration_words(value))
        return next((words for words in ways if _reads_back(words, value)), ways[-1])
    if value.kind == "rank" and value.interval.high is not None:
        return _place(value)
    if value.kind == "age" and value.interval.low is not None:
        ages = f"aged {value.interval.low:f} to {(value.interval.high or 0) - 1:f}"
        if _reads_back(ages, value):
            return ages
    ends = by_ends(value)
    told = (_as_printed(value), _by_nominal(value), ends, by_ends(value, grouped=True))
    return next((words for words in told if words is not None and _reads_back(words, value)), ends)


def _reads_back(words: str, value: Value) -> bool:
    try:
        read = read_value(words)
    except ValueNotRead:
        return False
    return (read.kind, read.unit, read.interval) == (value.kind, value.unit, value.interval)


def _place(value: Value) -> str:
    """A rank as its ordinal, or as "the top ten"."""
    place = int(value.interval.high or 0)
    if value.interval.low != value.interval.high:
        return f"the top {place}"
    ending = "th" if place % 100 in (11, 12, 13) else _ENDINGS.get(place % 10, "th")
    return f"{place}{ending} place"


# --- as printed -------------------------------------------------------------------------------


def _as_printed(value: Value) -> str | None:
    """The stated figure with its hedge and unit: "more than 40 people", "about 3.4 percent"."""
    if value.stated.number is None:
        return None
    figure = _scaled(value.stated.number)
    hedge = _HEDGE_WORDS.get(value.hedge or "", "")
    return " ".join(f"{hedge} {figure} {_unit_words(value, value.stated.unit)}".split())


def _by_nominal(value: Value) -> str | None:
    """The figure in its plain unit, all its digits written out."""
    if value.nominal is None:
        return None
    hedge = _HEDGE_WORDS.get(value.hedge or "", "")
    unit = _unit_words(value, value.unit)
    return " ".join(f"{hedge} {_in_unit(value.nominal, value)} {unit}".split())


def _scaled(number: Decimal) -> str:
    """A number with its scale word, where one was printed (its exponent tells)."""
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        mantissa = number.scaleb(-power)
        if 1 <= abs(mantissa) < 1000:
            return f"{mantissa.normalize():f} {word}"
    return f"{number:,f}"


# --- by the ends ------------------------------------------------------------------------------


def by_ends(value: Value, *, grouped: bool = False) -> str:
    """Both ends of the set in words: "at least 72.5 and less than 73.5 percent".

    ``grouped`` counts out of the things, where their name alone would be a measure: "exactly 2 of
    the points".
    """
    low, high = value.interval.low, value.interval.high
    unit = _unit_words(value, value.unit)
    if value.kind == "count" and value.unit and grouped:
        unit = f"of the {unit}"
    elif value.kind == "count" and low == high == 1:
        unit = value.unit
    if low is None and high is None:
        return f"any number of {value.unit or 'things'}"
    if low is not None and low == high:
        return f"exactly {_in_unit(low, value)} {unit}".strip()
    bounds = []
    if low is not None:
        word = "at least" if value.interval.low_closed else "more than"
        counted = "" if grouped and high is not None else unit
        bounds.append(f"{word} {_in_unit(low, value)} {counted}".strip())
    if high is not None:
        word = "at most" if value.interval.high_closed else "less than"
        bounds.append(f"{word} {_in_unit(high, value)} {unit}".strip())
    return " and ".join(bounds)


def _in_unit(number: Decimal, value: Value) -> str:
    scaled = number * 100 if value.unit == "fraction" else number
    text = f"{scaled:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unit_words(value: Value, unit: str) -> str:
    if value.kind == "count":
        return plural_of(value.unit)
    if unit in _UNIT_WORDS:
        return _UNIT_WORDS[unit]
    first, *under = unit.split("/")
    named = unit_names().get(unit) or unit_names().get(first, first.replace("_", " "))
    if unit in unit_names():
        return named
    return " per ".join((named, *(unit_names().get(part, part) for part in under)))
