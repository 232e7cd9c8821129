"""A figure with a unit of measure to a quantity; heat and points keep their other readings."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Stated, Value
from reconcile.records import evolve
from reconcile.values import settling
from reconcile.values.figures import Figure
from reconcile.values.lexicon import word_set
from reconcile.values.markers import Marker
from reconcile.values.stream import Reading, Stream, is_capitalised, word_at
from reconcile.values.valuing import value_of

#: how far "about" reaches on a scale whose zero means nothing
_DEGREES: Final = Decimal(2)
#: how many words around degrees are looked at
_NEAR: Final = 4
_MILLION: Final = Decimal(1_000_000)
_POINTS_ARE_SHARES_BELOW: Final = 100


def read_quantity(stream: Stream, figure: Figure, marker: Marker) -> Reading:
    """The quantity, in the unit that is printed."""
    hot = marker.dimension in ("temperature", "degree", "magnitude")
    value = value_of(
        figure,
        "quantity",
        marker.unit,
        stated=marker.stated,
        floor=None if hot else Decimal(0),
        margin=_margin(figure, hot=hot),
    )
    return Reading(figure.first, figure.last, _with_alternatives(stream, figure, marker, value))


def _margin(figure: Figure, *, hot: bool) -> Decimal | None:
    return figure.low.number.step * _DEGREES if hot else None


def _with_alternatives(stream: Stream, figure: Figure, marker: Marker, value: Value) -> Value:
    """Degrees may be of either scale; points may be percentage points; a plain m a million."""
    others: tuple[Value, ...] = ()
    if marker.unit == "degree" and not _turns(stream, figure):
        scales = ("degree_Celsius", "degree_Fahrenheit")
        others = tuple(evolve(value, unit=scale) for scale in scales)
    elif marker.unit == "point" and abs(figure.low.number.number) < _POINTS_ARE_SHARES_BELOW:
        share = value_of(figure, "percent", "percentage_point", stated="point", floor=None)
        count = value_of(figure, "count", "point", counted=True)
        others = (share, count)
    elif marker.unit == "meter" and word_at(stream, figure.bare_last - 1) == "m":
        others = (_millions(figure),)
    elif marker.unit == "millibar" and word_at(stream, figure.bare_last - 1) == "mb":
        others = tuple(evolve(value, unit=unit) for unit in ("megabyte", "megabit"))
    return evolve(value, alternatives=others) if others else value


def _millions(figure: Figure) -> Value:
    """A plain "8.4m" as a number in millions."""
    millions = value_of(figure, "count", "", factor=_MILLION)
    return evolve(millions, stated=Stated(millions.nominal, ""))


def _turns(stream: Stream, figure: Figure) -> bool:
    """Whether the degrees are of an angle or a place on the globe; "River Bend" is none."""
    near = range(max(0, figure.first - _NEAR), min(figure.last + _NEAR, len(stream.words)))
    angular = word_set("units", "angular")
    return any(stream.words[at] in angular and not is_capitalised(stream, at) for at in near)


def read_pounds(stream: Stream, figure: Figure) -> Reading:
    """Pounds of weight, or of money where the text counts in them or in millions of them."""
    weight = value_of(figure, "quantity", "pound")
    code, _, _ = settling.settle(stream, _POUNDS)
    money = value_of(figure, "money", code, stated="pound")
    coins = figure.low.number.form == "words" and figure.low.number.step < 1
    plain = figure.low.number.power == 0 and not coins
    as_weight = plain or word_at(stream, figure.bare_last) == "of"
    if as_weight and not _counts_in_pounds(stream):
        return Reading(figure.first, figure.last, evolve(weight, alternatives=(money,)))
    return Reading(figure.first, figure.last, evolve(money, alternatives=(weight,)))


def _counts_in_pounds(stream: Stream) -> bool:
    return settling.evidence_of(stream)["GBP"] > 0 and not any(
        word in stream.words for word in word_set("units", "weighing")
    )


_POUNDS: Final = Marker(
    "money", "", Decimal(1), "pound", "", ("GBP", "EGP", "LBP", "SYP", "SDG", "SSP"), "GBP"
)
