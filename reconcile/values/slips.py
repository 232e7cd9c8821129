"""Two figures in, the slip of the pen that leads from the one to the other out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_SCALES: Final = {
    Decimal(1000): "a thousand times apart: million for billion, or the like",
    Decimal(1_000_000): "a million times apart",
    Decimal(10): "ten times apart",
    Decimal(100): "a hundred times apart",
}
#: places that a figure is shifted by where one scale is written for another, or a nought is lost
_SHIFTS: Final = frozenset((0, *(scale.adjusted() for scale in _SCALES)))


def figures_slip(a: Decimal, b: Decimal) -> str | None:
    """The slip of the pen that leads from one figure to the other, if one does."""
    if a > 0 and b > 0 and max(a, b) / min(a, b) in _SCALES:
        return _SCALES[max(a, b) / min(a, b)]
    return "two digits are transposed" if has_transposed(a, b) else None


def same_digits(a: Decimal, b: Decimal) -> bool:
    """Whether two figures of two digits and more differ in their scale at most: "1.2m", "120"."""
    one, other = (number.normalize() for number in (a, b))
    digits = one.as_tuple().digits
    if len(digits) < 2 or digits != other.as_tuple().digits:
        return False
    return abs(one.adjusted() - other.adjusted()) in _SHIFTS


def has_transposed(a: Decimal, b: Decimal) -> bool:
    """Whether two neighbouring digits changed places ("412" and "421")."""
    one, other = a.normalize().as_tuple(), b.normalize().as_tuple()
    if one.exponent != other.exponent or len(one.digits) != len(other.digits):
        return False
    pairs = list(zip(one.digits, other.digits, strict=True))
    differ = [place for place, (left, right) in enumerate(pairs) if left != right]
    if len(differ) != 2 or differ[1] - differ[0] != 1:
        return False
    return pairs[differ[0]] == pairs[differ[1]][::-1]
