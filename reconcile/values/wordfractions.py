"""Fractions in words at a token: "three twenty-fifths", "two and fifty-four hundredths".

The words of a fraction are a numerator (a cardinal), then a denominator (an ordinal, in the plural
unless the numerator is one). Where they can be cut in several ways, the shortest numerator that
leaves a well-formed ordinal is taken: "one hundred thirty-fifths" is 100/35, "one hundred
thirty-two fifths" is 132/5. Behind "and", a part smaller than one is added to the whole before it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile.tuples import NamedTuple
from reconcile.values.lexicon import word_values
from reconcile.values.scaling import HYPHENS, tables
from reconcile.values.stream import Stream, joined, word_at

_LONGEST: Final = 20
_ONES: Final = frozenset(("a", "an", "one"))


class WordFraction(NamedTuple):
    """A fraction at tokens ``first`` to ``last``, with the whole number before it."""

    first: int
    last: int
    whole: int
    top: int
    bottom: int

    @property
    def number(self) -> Decimal:
        return self.whole + Decimal(self.top) / self.bottom


class _Words(NamedTuple):
    """Number words with hyphens left out, and the token index behind each."""

    words: list[str]
    #: whether a hyphen joins the word to the one before it
    hyphened: list[bool]
    last: int


@functools.cache
def _denominators() -> dict[str, tuple[int, bool]]:
    """Each word of a part, with what it divides by and whether it is a plural."""
    found: dict[str, tuple[int, bool]] = {}
    for word, number in word_values("ranks", "ordinal").items():
        if number != 2:  # seconds are a time
            found[word] = (number, False)
            found[f"{word}s"] = (number, True)
    for word, number in word_values("numbers", "fraction").items():
        found[word] = (number, word.endswith(("s", "lves")))
    return found


@functools.cache
def _inside() -> frozenset[str]:
    """The words that may follow the first of a fraction's."""
    return frozenset((*_denominators(), *tables()[0], *tables()[1], *HYPHENS, "hundred", "and"))


def fraction_at(stream: Stream, index: int) -> WordFraction | None:
    """The fraction whose first word is at a token; None where there is none."""
    going_on = word_at(stream, index + 1) in _inside()
    phrase = _phrase(stream, index) if going_on else None
    if phrase is None:
        return None
    words = phrase.words[:-1]
    bottom, plural = _denominators()[phrase.words[-1]]
    behind = _last_and(words)
    if behind is None:
        cut = _cut(phrase, 0, bottom, plural=plural)
        return None if cut is None else WordFraction(index, phrase.last, 0, *cut)
    return _mixed(index, phrase, behind, bottom, plural=plural)


def _phrase(stream: Stream, index: int) -> _Words | None:
    """Number words from a token up to the word of a part."""
    denominators, cardinals, scales = _denominators(), tables()[0], tables()[1]
    words: list[str] = []
    hyphened: list[bool] = []
    hyphen = False
    for at in range(index, min(index + _LONGEST, len(stream.words))):
        word = stream.words[at]
        if word in HYPHENS and words:
            hyphen = joined(stream, at) == joined(stream, at + 1)
            continue
        if word in denominators and words:
            return _Words([*words, word], [*hyphened, hyphen], at + 1)
        known = word in cardinals or word in scales or word == "hundred"
        article = word in ("a", "an") and (not words or words[-1] == "and")
        if not (known or article or word == "and" and words and words[-1] != "and"):
            return None
        words.append(word)
        hyphened.append(hyphen)
        hyphen = False
    return None


def _last_and(words: Sequence[str]) -> int | None:
    """The position of the last "and" with something behind it."""
    found = [position for position, word in enumerate(words[:-1]) if word == "and"]
    return found[-1] if found else None


def _mixed(
    index: int, phrase: _Words, behind: int, bottom: int, *, plural: bool
) -> WordFraction | None:
    """As in "two hundred and fifty-four hundredths", "one hundred and thirty fifths"."""
    words = phrase.words[:-1]
    whole = cardinal_of(words[:behind])
    cut = _cut(phrase, behind + 1, bottom, plural=plural)
    if whole is None or cut is None or words[behind - 1] in tables()[1]:
        return None  # "two million and three fifths" is a part of the million
    if cut[0] < cut[1]:
        return WordFraction(index, phrase.last, whole, *cut)
    top = cardinal_of(words)
    return None if top is None else WordFraction(index, phrase.last, 0, top, bottom)


def _cut(phrase: _Words, start: int, unit: int, *, plural: bool) -> tuple[int, int] | None:
    """Numerator and denominator of the words from a position on, the shortest numerator first."""
    words = phrase.words[:-1]
    for end in range(start + 1, len(words) + 1):
        if end < len(words) and phrase.hyphened[end] and end + 1 < len(words):
            continue  # "ninety-five" is one
        top = cardinal_of(words[start:end])
        hyphen = phrase.hyphened[-1]
        bottom = _ordinal_of(words[end:], unit, times=hyphen or words[start:end] == ["one"])
        if top and bottom and bottom > 1 and (top == 1) != plural:
            return top, bottom
    return None


def _ordinal_of(words: Sequence[str], unit: int, *, times: bool) -> int | None:
    """What an ordinal divides by: its cardinals, and its last word's number."""
    if not words:
        return unit
    before = cardinal_of([word for word in words if word != "and"])
    if before is None or words[0] in ("hundred", *tables()[1]):
        return None
    if unit >= 100:
        return before * unit if times and before < 1000 else None
    tens = unit < 10 and before % 10 == 0 and before % 100 >= 20
    return before + unit if tens or before % 100 == 0 else None


def cardinal_of(words: Sequence[str]) -> int | None:
    """The number that words make by the grammar of cardinals; None where they make none."""
    total, power = 0, 99
    group: int | None = None
    for position, word in enumerate(words):
        if word == "and" and position:
            continue
        if word in tables()[1]:
            scale = tables()[1][word]
            if not group or scale >= power:
                return None
            total, group, power = total + group * 10**scale, None, scale
            continue
        group = _grown(group, word)
        if group is None:
            return None
    return total + group if group is not None else total or None


def _grown(group: int | None, word: str) -> int | None:
    """A number below a thousand with its next word; None where that cannot follow."""
    if word == "hundred":
        return 100 if group is None else group * 100 if 0 < group < 100 else None
    number = 1 if word in _ONES else tables()[0].get(word)
    if number is None or group is None:
        return number
    if number < 10 and group % 10 == 0 and group % 100 >= 20:
        return group + number
    return group + number if group % 100 == 0 and group and number < 100 else None
