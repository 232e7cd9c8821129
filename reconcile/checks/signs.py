"""A kind of figure and its number in a line in, the one character that stands for it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: the kinds of figures, each with a stretch of signs of its own
KINDS: Final = ("money", "count", "quantity", "percent", "rank", "date", "duration", "age")
#: no line has more figures that are looked at
MOST_FIGURES: Final = 1000
#: the first of the signs, in a plane that no text uses
_FIRST: Final = 0xF0000


def sign(kind: str, index: int) -> str:
    """The sign of a figure."""
    return chr(_FIRST + KINDS.index(kind) * MOST_FIGURES + index)


def is_sign(character: str) -> bool:
    """Whether a character of masked words is a figure."""
    return ord(character) >= _FIRST


def kind_of(sign: str) -> str:
    """The kind of the figure that a sign stands for."""
    return KINDS[(ord(sign) - _FIRST) // MOST_FIGURES]


def index_of(sign: str) -> int:
    """The number in its line of the figure that a sign stands for."""
    return (ord(sign) - _FIRST) % MOST_FIGURES


def signs_of(kinds: Sequence[str]) -> str:
    """The signs of figures of some kinds, as ranges for a class of a regular expression."""
    starts = [_FIRST + KINDS.index(kind) * MOST_FIGURES for kind in kinds]
    return "".join(f"{chr(start)}-{chr(start + MOST_FIGURES - 1)}" for start in starts)
