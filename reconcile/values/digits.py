"""A printed figure in digits to its number, the worth of its last stated digit, and its end."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.values.stream import Stream, joined, kind_at, word_at

_ONE: Final = Decimal(1)
#: the parts of a cent that markets trade in
_TICKS: Final = (2, 4, 8)
#: longer figures are no numbers that a newsroom writes
MOST_DIGITS: Final = 40

_GROUPED: Final = patterns.compile(r"\d{1,3} (?: , \d{2,3} )* , \d{3} (?: [.] \d+ )?", re.VERBOSE)
_DOTTED: Final = patterns.compile(r"\d{1,3} (?: [.] \d{3} ){2,} (?: , \d+ )?", re.VERBOSE)
_EUROPEAN: Final = patterns.compile(r"\d{1,3} (?: [.] \d{3} )+ , \d{1,2}", re.VERBOSE)
_PLAIN: Final = patterns.compile(r"\d+ (?: [.] \d+ )?", re.VERBOSE)
_COMMA_DECIMAL: Final = patterns.compile(r"\d+ , \d{1,2}", re.VERBOSE)


def figure_at(stream: Stream, index: int) -> tuple[Decimal, Decimal, int] | None:
    """The number at a digit token, the worth of its last stated digit, and the index behind."""
    printed = stream.words[index]
    if (
        word_at(stream, index - 1) == "."
        and joined(stream, index)
        and not joined(stream, index - 1)
    ):
        printed = f"0.{printed}"
    plain = _ungrouped(printed)
    if plain is None:
        return None
    last = index + 1
    if printed.isdecimal() and len(printed) <= 3 and printed[0] != "0":
        plain, last = _spaced(stream, index, printed)
    return Decimal(plain), last_digit(plain), last


def _ungrouped(printed: str) -> str | None:
    """The figure with a point for decimals and no grouping; None for "1.2.3" and the like."""
    if len(printed) > MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(printed):
        return printed
    if _GROUPED.fullmatch(printed):
        return printed.replace(",", "")
    if _EUROPEAN.fullmatch(printed) or _DOTTED.fullmatch(printed):
        return printed.replace(".", "").replace(",", ".")
    return printed.replace(",", ".") if _COMMA_DECIMAL.fullmatch(printed) else None


def _spaced(stream: Stream, index: int, printed: str) -> tuple[str, int]:
    """Groups of three set apart by spaces: "2 900", "1 146 000"."""
    plain, last = printed, index + 1
    while is_group(stream, last) and len(plain) < MOST_DIGITS:
        plain, last = plain + stream.words[last], last + 1
        if "." in plain:
            break
    return plain, last


def is_group(stream: Stream, index: int) -> bool:
    """Whether three digits at a token go on with the figure before: "61 | 400"."""
    word = word_at(stream, index)
    whole, _, decimals = word.partition(".")
    return (
        len(whole) == 3
        and whole.isdecimal()
        and (not decimals or decimals.isdecimal())
        and stream.tokens[index].start == stream.tokens[index - 1].end + 1
        and not (joined(stream, index + 1) and word_at(stream, index + 1) in "-–/")
    )


def last_digit(plain: str) -> Decimal:
    """What one unit of the last stated digit is worth: "12.5" 0.1, "61400" 100, "300" 10.

    Trailing zeros of a whole number are not digits of precision, but the first two digits are.
    """
    if "." in plain:
        return _ONE.scaleb(-len(plain.partition(".")[2]))
    zeros = len(plain) - len(plain.rstrip("0"))
    return _ONE.scaleb(max(0, min(zeros, len(plain) - 2)))


def slash_fraction(stream: Stream, index: int) -> tuple[int, int] | None:
    """The two numbers of "1/2" at a token, where it is a proper fraction."""
    if word_at(stream, index + 1) not in ("/", "⁄") or kind_at(stream, index) != "number":
        return None
    top, bottom = word_at(stream, index), word_at(stream, index + 2)
    if not (joined(stream, index + 1) and joined(stream, index + 2)):
        return None
    if not (top.isdecimal() and bottom.isdecimal() and len(top) + len(bottom) < 6):
        return None
    proper = 0 < int(top) < int(bottom) and word_at(stream, index + 3) != "/"
    return (int(top), int(bottom)) if proper else None


def market_fraction(stream: Stream, index: int) -> Decimal | None:
    """The part behind a hyphen at a token, in "6-1/4 cents", "$5.68-3/4 a bushel"."""
    if word_at(stream, index) not in ("-", "‑", "–") or not joined(stream, index):
        return None
    over = slash_fraction(stream, index + 1) if joined(stream, index + 1) else None
    return Decimal(over[0]) / over[1] if over is not None and over[1] in _TICKS else None
