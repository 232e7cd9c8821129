"""A number expression at a token, digits or words, with its scale and its stated precision."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, cast

from reconcile.values import digits
from reconcile.values.lexicon import word_values
from reconcile.values.loosenumbers import loose_at, part_of_scale, parts_of_scale, vague_at
from reconcile.values.numberwords import cardinal_at
from reconcile.values.scaling import (
    ONE,
    TEN,
    NumberExpression,
    and_a_half,
    scale_at,
    scaled,
    tables,
)  # fmt: skip
from reconcile.values.stream import Stream, joined, kind_at, word_at

__all__ = ["NumberExpression", "is_number_word", "number_at"]

_MINUS: Final = frozenset("-−–")
_CENT: Final = Decimal("0.01")
#: the finest parts that markets trade in
_TICKS: Final = 8
_DOZENS: Final = frozenset(("dozen", "dozens", "doz", "dz", "dozs", "dzs"))


def is_number_word(word: str) -> bool:
    """Whether a word is a cardinal ("seven")."""
    return word in tables()[0]


def number_at(stream: Stream, index: int) -> NumberExpression | None:
    """The number that begins at a token (its sign, "a" or "half a" may stand before it)."""
    known = stream.numbers
    if index in known:
        return cast("NumberExpression | None", known[index])
    found = known[index] = _read(stream, index)
    return found


def _read(stream: Stream, index: int) -> NumberExpression | None:
    kind = kind_at(stream, index)
    if kind == "number":
        return _from_digits(stream, index)
    return _from_words(stream, index) if kind == "word" else None


# --- digits -----------------------------------------------------------------------------------


def _from_digits(stream: Stream, index: int) -> NumberExpression | None:
    figure = digits.figure_at(stream, index)
    if figure is None:
        return None
    negative, first = _sign(stream, index)
    number, step, last = figure
    number, step, last, form = _mixed(stream, number, step, last)
    power, behind = scale_at(stream, last)
    if power:
        added = _added(stream, number, power, behind)
        if added is not None:
            number, step, behind, power = added
    if power == 0 and word_at(stream, last) in _DOZENS:
        number, behind = number * 12, last + 1
    expression = scaled(first, behind, number, step, power, form)
    expression = and_a_half(stream, expression)
    if negative:
        expression = expression._replace(number=-expression.number)
    return expression


def _added(
    stream: Stream, number: Decimal, power: int, index: int
) -> tuple[Decimal, Decimal, int, int] | None:
    """What a smaller figure adds: "6 crore 20 lakh", "4 thousand 3 hundred", "3 hundred and 21"."""
    joins = word_at(stream, index) == "and"
    at = index + 1 if joins else index
    if kind_at(stream, at) != "number" and word_at(stream, at) not in tables()[0]:
        return None
    if joined(stream, at):
        return None
    more = number_at(stream, at)
    if more is None or more.most is not None or more.first != at or more.number >= TEN**power:
        return None
    if joins and power != 2 and not _ends_in_words(more):
        return None
    hundreds = word_at(stream, at + 1) == "hundred"
    if not joins and not more.power and not hundreds:
        return None
    return number * TEN**power + more.number, more.step, more.last, 0


def _ends_in_words(more: NumberExpression) -> bool:
    """As in "6 crore and two hundred": a smaller figure in words belongs to the sum."""
    return more.form == "words" and not more.power and 100 <= more.number < 1000


def _sign(stream: Stream, index: int) -> tuple[bool, int]:
    """Whether the number is negative, and where its sign stands."""
    before = word_at(stream, index - 1)
    if before in _MINUS and word_at(stream, index - 2) == "/" and word_at(stream, index - 3) == "+":
        return False, index
    if before in _MINUS and joined(stream, index) and not _joined_to_word(stream, index - 1):
        return (False, index) if kind_at(stream, index - 2) == "number" else (True, index - 1)
    if before == "+" and joined(stream, index):
        return False, index - 1
    if before in ("minus", "negative") and word_at(stream, index - 2) != "or":
        return True, index - 1
    return False, index


def _joined_to_word(stream: Stream, index: int) -> bool:
    """Whether a dash touches what stands before it: a word, a figure, or the sign of one."""
    before = kind_at(stream, index - 1) in ("word", "number") or word_at(stream, index - 1) in "%°"
    return joined(stream, index) and before


def _mixed(
    stream: Stream, number: Decimal, step: Decimal, last: int
) -> tuple[Decimal, Decimal, int, str]:
    """A whole number with a fraction behind it: "1 1/2", "2½"; and "3/4" alone."""
    whole = number == number.to_integral_value()
    vulgar = word_values("numbers", "vulgar").get(word_at(stream, last))
    if whole and vulgar is not None:
        part = Decimal(vulgar[0]) / vulgar[1]
        return number + part, ONE / vulgar[1], last + 1, "digits"
    if whole and (over := digits.slash_fraction(stream, last)) is not None:
        return number + Decimal(over[0]) / over[1], ONE / over[1], last + 3, "digits"
    if (tick := digits.market_fraction(stream, last)) is not None and (whole or step == _CENT):
        worth = ONE if whole else _CENT
        return number + tick * worth, worth / _TICKS, last + 4, "digits"
    if (under := digits.slash_fraction(stream, last - 1)) is not None:
        return Decimal(under[0]) / under[1], ONE / under[1], last + 2, "fraction"
    return number, step, last, "digits"


# --- words ------------------------------------------------------------------------------------


def _from_words(stream: Stream, index: int) -> NumberExpression | None:
    word = stream.words[index]
    if word in word_values("numbers", "vague"):
        return vague_at(stream, index)
    if word in word_values("numbers", "loose") or word in word_values("numbers", "collective"):
        return loose_at(stream, index)
    if word in ("half", "quarter"):
        return part_of_scale(stream, index)
    if word in ("a", "an"):
        return _article(stream, index)
    minus = word_at(stream, index - 1) in ("minus", "negative")
    if minus and word_at(stream, index - 2) != "or" and word in tables()[0]:
        return _signed_words(stream, index - 1)
    if word in word_values("numbers", "vulgar"):
        top, bottom = word_values("numbers", "vulgar")[word]
        share = Decimal(top) / bottom
        return NumberExpression(index, index + 1, share, ONE / bottom, "fraction", 0, share)
    if word in ("minus", "negative", "plus"):
        return _signed_words(stream, index)
    return cardinal_at(stream, index)


def _signed_words(stream: Stream, index: int) -> NumberExpression | None:
    if kind_at(stream, index + 1) == "number":
        return _from_digits(stream, index + 1)
    known = word_at(stream, index + 1) in tables()[0]
    inner = cardinal_at(stream, index + 1) if known else None
    if inner is None:
        return None
    negative = stream.words[index] != "plus"
    sign = -1 if negative and inner.number > 0 else 1
    return inner._replace(first=index, number=sign * inner.number)


def _article(stream: Stream, index: int) -> NumberExpression | None:
    """As in "a hundred", "a million and a half", "a few hundred", "a third of a million"."""
    behind = word_at(stream, index + 1)
    _, scales, _, groups, _ = tables()
    if behind in scales or behind in groups:
        return cardinal_at(stream, index + 1)
    if behind in tables()[4] and behind not in ("quarter", "half"):
        return parts_of_scale(stream, index, index + 1, 1)
    if behind in ("few", "couple", "quarter", "half"):
        inner = _from_words(stream, index + 1)
        return inner._replace(first=index) if inner is not None else None
    return None
