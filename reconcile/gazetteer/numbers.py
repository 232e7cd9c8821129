"""Numbers and points as the file of places writes them: digits to the base of 64."""

from __future__ import annotations

from typing import Final

#: tenths of a degree, from the south pole and from the date line
Point = tuple[int, int]

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-"
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)}


def write_number(number: int, width: int) -> str:
    """A number in so many digits."""
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, 64)
        digits = _DIGITS[digit] + digits
    return digits


def read_number(digits: str) -> int:
    """The number that ``write_number`` wrote."""
    number = 0
    for digit in digits:
        number = number * 64 + _VALUES[digit]
    return number


def write_point(point: Point, centre: Point | None = None) -> str:
    """A point, in two digits where it lies near a centre and in four elsewhere."""
    if centre is not None:
        north, east = (here - there + 32 for here, there in zip(point, centre, strict=True))
        if 0 <= north < 64 and 0 <= east < 64:
            return write_number(north, 1) + write_number(east, 1)
    return write_number(point[0], 2) + write_number(point[1], 2)


def read_point(digits: str, centre: Point = (0, 0)) -> Point:
    """The point that ``write_point`` wrote."""
    if len(digits) == 2:
        north, east = (read_number(digit) - 32 for digit in digits)
        return centre[0] + north, centre[1] + east
    return read_number(digits[:2]), read_number(digits[2:])
