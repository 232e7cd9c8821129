"""The grammar of number words: cardinals, sums of scales, and fractions in full."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values import read_values
from reconcile.values.stream import Stream
from reconcile.values.wordfractions import cardinal_of, fraction_at

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "- ten twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def spelled(number: int) -> str:
    """A number below a billion in words, the slow and obvious way."""
    for scale, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" {spelled(number % scale)}" if number % scale else ""
            return f"{spelled(number // scale)} {word}{rest}"
    if number < 20:
        return UNITS[number]
    return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")


def ordinal(number: int) -> str:
    """The ordinal of a number below a hundred."""
    head, _, tail = spelled(number).rpartition("-")
    tail = ORDINALS.get(tail) or (f"{tail[:-1]}ieth" if tail.endswith("y") else f"{tail}th")
    return f"{head}-{tail}" if head else tail


@given(st.integers(1, 999_999_999))
def test_a_spelled_number_is_that_number(number: int) -> None:
    assert cardinal_of(spelled(number).replace("-", " ").split()) == number
    value = read_values(f"{spelled(number)} ships")[0].value
    assert value is not None
    assert value.nominal == number


@given(st.integers(2, 19), st.integers(3, 99))
def test_a_spelled_fraction_is_that_fraction(top: int, bottom: int) -> None:
    if bottom % 10 in (1, 2):  # "firsts" and "seconds" are other things
        return
    text = f"{spelled(top)} {ordinal(bottom)}s"
    found = fraction_at(Stream(text), 0)
    assert found is not None
    assert Fraction(found.top, found.bottom) == Fraction(top, bottom)


@pytest.mark.parametrize(
    ("text", "whole", "top", "bottom"),
    [
        ("one ten-thousandth", 0, 1, 10_000),
        ("five ten-thousandths", 0, 5, 10_000),
        ("one one-hundredth", 0, 1, 100),
        ("thirty-five thousandths", 0, 35, 1000),
        ("three forty-fifths", 0, 3, 45),
        ("two hundred fifty-fifths", 0, 200, 55),
        ("two hundred fifty-three fifths", 0, 253, 5),
        ("one one hundred and fifth", 0, 1, 105),
        ("four hundred and twenty thirds", 0, 420, 3),
        ("four hundred and two thirds", 400, 2, 3),
        ("eleven and thirty-one hundredths", 11, 31, 100),
        ("fifty-two and a twelfth", 52, 1, 12),
        ("three and a half", 3, 1, 2),
    ],
)
def test_a_fraction_in_words(text: str, whole: int, top: int, bottom: int) -> None:
    found = fraction_at(Stream(text), 0)
    assert found is not None
    assert (found.whole, found.top, found.bottom) == (whole, top, bottom)


@pytest.mark.parametrize(
    "text",
    ["one hundred and fifth", "twenty fifth", "forty seconds", "two firsts", "two and the third"],
)
def test_no_fraction(text: str) -> None:
    assert fraction_at(Stream(text), 0) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two hundred and three dozens", "236"),
        ("5 thousand 2 hundred and 11", "5211"),
        ("two billion and a half million", "2000500000"),
        ("three million and a quarter", "3250000"),
        ("three and a half million", "3500000"),
        ("2.75 k", "2750"),
        ("4 lakh and two hundred", "400200"),
        ("minus seven eighths", "-0.875"),
        ("three quarters of a billion", "750000000"),
    ],
)
def test_a_number_in_words(text: str, number: str) -> None:
    value = read_values(text)[0].value
    assert value is not None
    assert value.nominal == Decimal(number)
