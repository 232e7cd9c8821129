"""How strong an earthquake is, where a letter says so: "M5.9", "Mw 7.1", "a 5.9M earthquake"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.values.lexicon import word_set
from reconcile.values.markers import Marker
from reconcile.values.stream import Stream, joined, kind_at, text_at, word_at

MAGNITUDE: Final = Marker("quantity", "magnitude", Decimal(1), "magnitude", "magnitude")
_LETTERS: Final = frozenset(("M", "Mw", "ML", "Mb", "MW"))
_STRONGEST: Final = 10


def magnitude_letter(stream: Stream, index: int) -> int | None:
    """Where the letter in front of a figure as "M5.9" stands."""
    letter = text_at(stream, index - 1) in _LETTERS and not joined(stream, index - 1)
    return index - 1 if letter and _is_strength(stream, index) else None


def quake_behind(stream: Stream, index: int) -> int | None:
    """The index behind the letter of "5.9M earthquake", for the index of its letter."""
    quake = word_at(stream, index + 1) in word_set("units", "quake")
    letter = text_at(stream, index) in ("M", "m") and _is_strength(stream, index - 1)
    return index + 1 if quake and letter else None


def _is_strength(stream: Stream, index: int) -> bool:
    word = word_at(stream, index)
    return kind_at(stream, index) == "number" and "." in word and _below(word)


def _below(word: str) -> bool:
    whole, _, part = word.partition(".")
    return whole.isdecimal() and part.isdecimal() and int(whole) < _STRONGEST
