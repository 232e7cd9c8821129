"""A figure with a unit of measure to a quantity; heat and points keep their other readings."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Stated, Value
from reconcile.records import evolve
from reconcile.values import settling
from reconcile.values.figures import Figure
from reconcile.values.lexicon import word_set
from reconcile.values.markers import HYPHENS, Marker
from reconcile.values.stream import Reading, Stream, is_capitalised, joined, text_at, word_at
from reconcile.values.valuing import value_of

#: how far "about" reaches on a scale whose zero means nothing
_DEGREES: Final = Decimal(2)
#: how many words around degrees are looked at
_NEAR: Final = 4
#: how many words around a plain "m" or "kt" are looked at
_AROUND: Final = 14
_MILLION: Final = Decimal(1_000_000)
#: larger figures before a plain "m" are of metres
_MOST_MILLIONS: Final = 1000
_ENDS: Final = frozenset((".", "!", "?", "\n"))
_TON_OR_KNOT: Final = ("kilometric_ton", "knot")
_POINTS_ARE_SHARES_BELOW: Final = 100


def read_quantity(stream: Stream, figure: Figure, marker: Marker) -> Reading:
    """The quantity, in the unit that is printed."""
    marker = _tonnes_of_knots(stream, figure, marker)
    figure = _below_zero(stream, figure, marker)
    hot = marker.dimension in ("temperature", "degree", "magnitude")
    value = value_of(
        figure,
        "quantity",
        marker.unit,
        factor=marker.factor,
        stated=marker.stated,
        floor=None if hot else Decimal(0),
        margin=_margin(figure, hot=hot),
    )
    return Reading(figure.first, figure.last, _with_alternatives(stream, figure, marker, value))


def _below_zero(stream: Stream, figure: Figure, marker: Marker) -> Figure:
    """As in "17 degrees below zero": the figure, with the sign that is told behind it."""
    told = marker.dimension in ("temperature", "degree") and figure.last == figure.bare_last
    behind = f"{word_at(stream, figure.last)} {word_at(stream, figure.last + 1)}"
    if not told or behind not in word_set("units", "below_zero") or figure.high is not None:
        return figure
    number = figure.low.number
    if number.number < 0:
        return figure
    turned = number._replace(number=-number.number, mantissa=-number.mantissa)
    return figure._replace(low=figure.low._replace(number=turned), last=figure.last + 2)


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
        if _counts_millions(stream, figure):
            return evolve(_millions(figure), alternatives=(value,))
        others = (_millions(figure),)
    elif marker.unit in _TON_OR_KNOT and _printed_kt(stream, figure):
        others = tuple(evolve(value, unit=unit) for unit in _TON_OR_KNOT if unit != marker.unit)
    elif marker.unit == "metric_ton" and text_at(stream, figure.bare_last - 1) == "mt":
        others = (evolve(value, unit="megametric_ton"),)
    elif marker.unit == "millibar" and word_at(stream, figure.bare_last - 1) == "mb":
        others = tuple(evolve(value, unit=unit) for unit in ("megabyte", "megabit"))
    return evolve(value, alternatives=others) if others else value


def _tonnes_of_knots(stream: Stream, figure: Figure, marker: Marker) -> Marker:
    """The marker; "kt" is knots where wind or speed is told, else kilotonnes."""
    if not _printed_kt(stream, figure):
        return marker
    windy = not word_set("units", "windy").isdisjoint(_around(stream, figure))
    unit, dimension = ("knot", "speed") if windy else ("kilometric_ton", "mass")
    return marker._replace(unit=unit, stated=unit, dimension=dimension)


def _printed_kt(stream: Stream, figure: Figure) -> bool:
    return text_at(stream, figure.bare_last - 1) == "kt"


def _counts_millions(stream: Stream, figure: Figure) -> bool:
    """Whether a plain "2.7m" is a million first: a small figure, and nothing spatial told near."""
    number = (figure.high or figure.low).number
    if number.number >= _MOST_MILLIONS or not joined(stream, figure.bare_last - 1):
        return False
    if word_at(stream, figure.last) in word_set("units", "place_behind"):
        return False
    if word_at(stream, figure.bare_last - 2) in HYPHENS:
        return False  # "a 472-m bridge"
    return word_set("units", "spatial").isdisjoint(_around(stream, figure))


def _around(stream: Stream, figure: Figure) -> list[str]:
    """The words near a figure, as far as its sentence goes."""
    before = stream.words[max(0, figure.first - _AROUND) : figure.first]
    behind = stream.words[figure.last : figure.last + _AROUND]
    start = max((at + 1 for at, word in enumerate(before) if word in _ENDS), default=0)
    end = next((at for at, word in enumerate(behind) if word in _ENDS), len(behind))
    return before[start:] + behind[:end]


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
