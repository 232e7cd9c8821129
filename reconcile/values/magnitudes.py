"""Orders of magnitude: "a six-figure sum", "in the low seven figures", "double-digit growth"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS
from reconcile.values.nouns import lemma_of
from reconcile.values.settling import evidence_of
from reconcile.values.stream import Reading, Stream, kind_at, word_at

_TEN: Final = Decimal(10)
#: the most figures that a number is said to have
_MOST: Final = 15
#: how many words behind "figure" its noun may stand
_NOUN_REACH: Final = 3


def read_magnitude(stream: Stream, index: int) -> Reading | None:
    """As in "a six-figure sum", "five figures", "double-digit inflation", at the first word."""
    figures = _figures(stream.words[index])
    hyphen = word_at(stream, index + 1) in HYPHENS
    at = index + 2 if hyphen else index + 1
    unit = word_at(stream, at)
    if figures is None or unit not in word_set("magnitudes", "figure"):
        return None
    if not hyphen and not _spelt_out(stream, index, unit):
        return None
    counted = stream.words[index] not in word_values("magnitudes", "count")
    if counted and unit.startswith("digit"):  # "a four-digit code" has four digits
        return None
    low, high = _TEN ** (figures - 1), _TEN**figures
    part = word_values("magnitudes", "third").get(word_at(stream, index - 1))
    if part is not None:  # "low six figures"
        low, high = low * part[0], high * Decimal(part[1]) / 10
    return _reading(stream, index - (part is not None), at + 1, Interval(low, high, True, False))


def _spelt_out(stream: Stream, index: int, unit: str) -> bool:
    """Whether "six figures" is a magnitude: behind "in", "low", "into", and not of persons."""
    before = word_at(stream, index - 1)
    return unit == "figures" and (
        before in word_set("magnitudes", "before") or before in word_values("magnitudes", "third")
    )


def _figures(word: str) -> int | None:
    """How many figures: "six", "6", "double"."""
    told = word_values("magnitudes", "count").get(word)
    if told is not None:
        return int(told)
    short = word.isdecimal() and len(word) <= 2  # thousands of digits are no count of figures
    number = int(word) if short else word_values("numbers", "cardinal").get(word, 0)
    return number if 0 < number <= _MOST else None


def _reading(stream: Stream, first: int, last: int, bounds: Interval) -> Reading | None:
    """The set in what the noun behind is told in: a sum, a share, or so many things."""
    nouns = [
        stream.words[at]
        for at in range(last, min(last + _NOUN_REACH, len(stream.words)))
        if kind_at(stream, at) == "word"
    ]
    stated = Stated(None, "magnitude")
    if not word_set("magnitudes", "share").isdisjoint(nouns):
        share = Interval(_hundredth(bounds.low), _hundredth(bounds.high), True, False)
        return Reading(first, last, Value("percent", "fraction", share, share, stated=stated))
    noun = nouns[0] if nouns and nouns[0] not in word_set("nouns", "stop") else ""
    small = bounds.low is not None and bounds.low < _TEN**3
    if small or noun and word_set("magnitudes", "sum").isdisjoint(nouns):
        return Reading(first, last, Value("count", lemma_of(noun), bounds, bounds, stated=stated))
    code = next((code for code, _ in evidence_of(stream).most_common(1)), "")
    unresolved = None if code else "which currency is not said"
    value = Value("money", code, bounds, bounds, stated=stated, unresolved=unresolved)
    return Reading(first, last, value)


def _hundredth(end: Decimal | None) -> Decimal | None:
    return None if end is None else end / 100
