"""Two printed figures in, whether a slip of the pen or of the ear makes the one the other out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

#: "14" and "40": a teen and the tens that sound like it
_TEENS: Final = frozenset(range(13, 20))
_SCALES: Final = frozenset(Decimal(10) ** power for power in (-6, -3, -1, 1, 3, 6))
_FEWEST: Final = 2


def is_slip(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two figures differ by a scale, by two digits turned round, or by what is heard."""
    if not one or not other or one == other:
        return False
    return _is_scaled(one, other) or _is_turned(one, other) or _is_misheard(one, other)


def is_scale_slip(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two figures differ by thousands or millions: million for billion."""
    return bool(one and other) and one / other in _SCALES - {Decimal(10), Decimal("0.1")}  # type: ignore[operator]


def _is_scaled(one: Decimal, other: Decimal) -> bool:
    return one / other in _SCALES


def _is_turned(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits changed places."""
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
