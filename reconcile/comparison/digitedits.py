"""A printed figure in, the figures that it becomes when a digit or two are put right out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.comparison.vocabulary import rules
from reconcile.model import Value

_TEN: Final = Decimal(10)
_THOUSAND: Final = Decimal(1000)
#: figures of fewer digits are too likely to differ by one digit by chance
_TYPED_DIGITS: Final = 3
_FEWEST: Final = 2
_COUNTED: Final = frozenset(("count", "money"))
_MARK: Final = patterns.compile(r"(?<!\d)\d{1,3}[.,](?!000)\d{3}(?![\d.,]*\d)")
_FIGURE: Final = patterns.compile(r"\d[\d.,\u00a0\u202f]*")


def digit_edits(value: Value, text: str) -> Iterator[tuple[str, Decimal]]:
    """The slip's name and the factor that puts it right."""
    number = value.stated.number if value.stated.number else value.nominal
    if number is None or number <= 0 or value.unit == "score":
        return
    seen: set[Decimal] = set()
    for rule, edited in _edited(value, number, text):
        if edited > 0 and edited != number and edited not in seen:
            seen.add(edited)
            yield rule, edited / number


def _edited(value: Value, number: Decimal, text: str) -> Iterator[tuple[str, Decimal]]:
    if _MARK.search(text):
        yield "separator", number * _THOUSAND
        yield "separator", number / _THOUSAND
    printed = _printed(number, text)
    if printed is not None:
        digits, exponent = printed
        for rule, found in (*_transposed(digits), *_dropped(digits), *_typed(digits)):
            yield rule, Decimal((0, found, exponent))
    elif value.kind in _COUNTED and len(number.normalize().as_tuple().digits) >= _FEWEST:
        yield "magnitude", number * _TEN
        yield "magnitude", number / _TEN
    for one, other in rules("slips")["hearing"]["pairs"]:
        if number in (one, other):
            yield "hearing", Decimal(other if number == one else one)


def _printed(number: Decimal, text: str) -> tuple[tuple[int, ...], int] | None:
    """The digits of a figure as they are printed, and the power of ten of the last one."""
    for match in _FIGURE.finditer(text):
        digits = tuple(int(char) for char in match.group() if char.isdigit())
        bare = Decimal((0, digits, 0))
        exponent = number.adjusted() - bare.adjusted() if bare else 0
        if bare and bare.scaleb(exponent) == number:
            return digits, exponent
    return None


def _transposed(digits: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Two neighbouring digits change places."""
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other and not (place == 0 and other == 0):
            yield "transposed", (*digits[:place], other, one, *digits[place + 2 :])


def _dropped(digits: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """A digit that was left out, or one too many; of few digits only a double one or a zero."""
    for place, digit in enumerate(digits):
        kept = (*digits[:place], *digits[place + 1 :])
        if len(kept) >= _FEWEST and kept[0] != 0 and _may_go(kept, place, digit):
            yield "magnitude", kept
    if len(digits) >= _FEWEST:
        for place in range(len(digits) + 1):
            for digit in range(10):
                if (digit or place) and _may_go(digits, place, digit):
                    yield "magnitude", (*digits[:place], digit, *digits[place:])


def _may_go(rest: tuple[int, ...], place: int, digit: int) -> bool:
    """Whether a digit at a place is easily lost from, or added to, the others."""
    double = digit in rest[max(place - 1, 0) : place + 1]
    return len(rest) >= _TYPED_DIGITS or double or (digit == 0 and place == len(rest))


def _typed(digits: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """One digit that is another, but not the last: a figure may have been counted anew."""
    told = len(Decimal((0, digits, 0)).normalize().as_tuple().digits)
    if told < _TYPED_DIGITS:
        return
    for place in range(told - 1):
        for digit in range(10):
            if digit != digits[place] and (digit or place):
                yield "digit", (*digits[:place], digit, *digits[place + 1 :])
