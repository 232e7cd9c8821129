"""What every number expression shares: its shape, its scale words, and "and a half" behind it."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.tuples import NamedTuple
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.stream import Stream, joined, kind_at, word_at

HYPHENS: Final = frozenset("-‐‑–")
ONE: Final = Decimal(1)
TEN: Final = Decimal(10)
#: digits that a part is added to are smaller; the larger ones are years, routes and houses
_LARGE: Final = 1000


class NumberExpression(NamedTuple):
    """A number as printed, at tokens ``first`` to ``last`` (half-open)."""

    first: int
    last: int
    #: the figure; for a loose one ("dozens") its least
    number: Decimal
    #: what one unit of the last stated digit is worth
    step: Decimal
    #: "digits", "words", "fraction" (a part of one) or "loose" ("dozens", "a few hundred")
    form: str
    #: the scale word's power of ten; 0 where there is none
    power: int = 0
    #: the figure before its scale
    mantissa: Decimal = Decimal(0)
    #: the upper end of a loose number
    most: Decimal | None = None


@functools.cache
def tables() -> tuple[dict[str, int], ...]:
    return (
        word_values("numbers", "cardinal"),
        word_values("numbers", "scale"),
        {**word_values("numbers", "scale"), **word_values("numbers", "scale_short")},
        word_values("numbers", "group"),
        word_values("numbers", "fraction"),
    )


def scale_at(stream: Stream, index: int) -> tuple[int, int]:
    """The power of ten of the scale words at a token (0 without), and the index behind them."""
    scales = tables()[2]
    power = scales.get(word_at(stream, index))
    if power is None and word_at(stream, index) in HYPHENS and joined(stream, index):
        power = tables()[1].get(word_at(stream, index + 1))
        index += 1 if power is not None else 0
    if power is None:
        return _hundred(stream, index)
    second = scales.get(word_at(stream, index + 1))
    if second is not None and second >= power and power <= 5:  # "lakh crore", "thousand billion"
        return power + second, index + 2
    return power, index + 1


def _hundred(stream: Stream, index: int) -> tuple[int, int]:
    """As in "3 hundred", "1.5 hundred thousand"."""
    if word_at(stream, index) != "hundred":
        return 0, index
    second = tables()[1].get(word_at(stream, index + 1))
    return (2 + second, index + 2) if second is not None else (2, index + 1)


def scaled(
    first: int, last: int, number: Decimal, step: Decimal, power: int, form: str
) -> NumberExpression:
    if power == 0:
        return NumberExpression(first, last, number, step, form, 0, number)
    factor = TEN**power
    # behind a scale word every digit counts: "100 trillion" is 99.5 to 100.5 trillion
    return NumberExpression(
        first, last, number * factor, min(step, ONE) * factor, form, power, number
    )


def and_a_half(stream: Stream, expression: NumberExpression) -> NumberExpression:
    """As in "a million and a half", "two and a half (million)", "one and three quarters"."""
    part = _part_behind(stream, expression.last)
    if part is None:
        return expression
    share, step, last = part
    plain = expression.form != "words" and expression.power == 0
    if plain and not _adds_to_digits(stream, expression, last):
        return expression
    factor = TEN**expression.power
    if expression.power == 0:
        power, last = scale_at(stream, last)
        return scaled(
            expression.first, last, expression.number + share, step, power, expression.form
        )
    power, behind = scale_at(stream, last)
    if 0 < power < expression.power:  # "one billion and a half million"
        factor, last = TEN**power, behind
    number = expression.number + share * factor
    return expression._replace(last=last, number=number, step=step * factor)


def _adds_to_digits(stream: Stream, expression: NumberExpression, behind: int) -> bool:
    """As in "22 and a half hours"; in "Route 22 and a half hour later" the part begins anew."""
    if expression.number != expression.number.to_integral_value() or expression.number >= _LARGE:
        return False
    if kind_at(stream, behind) != "word":
        return word_at(stream, behind) not in HYPHENS
    word = word_at(stream, behind)
    return word not in word_set("numbers", "part_anew") and word not in tables()[3]


def _part_behind(stream: Stream, index: int) -> tuple[Decimal, Decimal, int] | None:
    """The part in "and a half", "and three quarters", with the worth of its last digit."""
    if word_at(stream, index) != "and":
        return None
    fractions, cardinals = tables()[4], tables()[0]
    count = word_at(stream, index + 1)
    top = 1 if count in ("a", "an") else cardinals.get(count)
    under = index + 2
    if word_at(stream, under) in HYPHENS and joined(stream, under):
        under += 1
    bottom = fractions.get(word_at(stream, under))
    if top is None or bottom is None or not 0 < top < bottom:
        return None
    return Decimal(top) / bottom, ONE / (2 * bottom), under + 1
