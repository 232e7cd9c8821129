"""Two printed figures in, whether a slip of the pen or of the ear makes the one the other out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

#: "14" and "40": a teen and the tens that sound like it
_TEENS: Final = frozenset(range(13, 20))
_SCALES: Final = frozenset(Decimal(10) ** power for power in (-6, -3, -1, 1, 3, 6))
_FEWEST: Final = 2
#: figures of so many digits are hardly a slip away by chance
_TELLING: Final = 3


def is_slip(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two figures differ by a scale, by two digits turned round, or by what is heard."""
    if not one or not other or one == other:
        return False
    return _is_scaled(one, other) or _is_turned(one, other) or _is_misheard(one, other)


def is_telling_slip(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two figures are a slip away, of so many digits that it is hardly by chance."""
    if not one or not other or not (_is_turned(one, other) or _is_scaled(one, other)):
        return False
    return min(_digits(one), _digits(other)) >= _TELLING


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)


def _is_scaled(one: Decimal, other: Decimal) -> bool:
    return one / other in _SCALES


def _is_turned(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits changed places, a last zero counted: "102" and "120".

    Of a figure that moves that is no sign of a slip, so ``values.slips`` leaves such zeros out.
    """
    exponent = min(int(each.normalize().as_tuple().exponent) for each in (one, other))
    a, b = (f"{each.scaleb(-exponent):.0f}" for each in (one, other))
    if len(a) != len(b) or len(a) < _FEWEST:
        return False
    wrong = [at for at in range(len(a)) if a[at] != b[at]]
    return (
        len(wrong) == 2
        and wrong[1] - wrong[0] == 1
        and a[wrong[0]] == b[wrong[1]]
        and (a[wrong[1]] == b[wrong[0]])
    )


def _is_misheard(one: Decimal, other: Decimal) -> bool:
    small, large = sorted((one, other))
    return small in _TEENS and large == (small - 10) * 10
