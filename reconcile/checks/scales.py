"""The figures of an article in, pairs out that are one in two scales: million for billion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import check, read
from reconcile.model import Check
from reconcile.values import steps

#: figures that print fewer digits meet by chance
_FEWEST_DIGITS: Final = 3
_STEPS: Final = frozenset((3, 6, -3, -6))


def check_scales(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each sum or quantity that stands there in two scales with the same digits."""
    figures = [figure for line in lines for figure in line.figures if _is_telling(figure)]
    for index, first in enumerate(figures):
        for second in figures[index + 1 :]:
            if _is_scaled(first, second) and not _is_told_again(first, second, figures):
                yield _wrong(first, second)
                break


def _is_telling(figure: Figure) -> bool:
    value = figure.value
    if value.kind not in ("money", "quantity") or not value.nominal:
        return False
    return len(_digits(value.nominal)) >= _FEWEST_DIGITS


def _digits(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits)).strip("0")


def _is_scaled(first: Figure, second: Figure) -> bool:
    a, b = first.value, second.value
    if (a.kind, a.unit, a.per) != (b.kind, b.unit, b.per) or not a.nominal or not b.nominal:
        return False
    if _digits(a.nominal) != _digits(b.nominal):
        return False
    return a.nominal.normalize().adjusted() - b.nominal.normalize().adjusted() in _STEPS


def _is_told_again(first: Figure, second: Figure, figures: Sequence[Figure]) -> bool:
    """Whether both scales are restated, each by its own rate: then they may be two sums."""
    return (
        sum(each.value.nominal == second.value.nominal for each in figures) > 1
        and sum(each.value.nominal == first.value.nominal for each in figures) > 1
    )


def _wrong(first: Figure, second: Figure) -> Check:
    last = steps.conclude("other scale", (read(first), read(second)), "the digits are the same")
    told = f"The article has {first.text} and then {second.text}: the same digits in another scale."
    return check("scale", (first, second), f"{first.text} and {second.text}", told, last)
