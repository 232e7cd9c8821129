"""A number in words at a token: "two hundred and fifty thousand", "a dozen", "five point five"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.values.lexicon import word_set
from reconcile.values.loosenumbers import parts_of_scale
from reconcile.values.scaling import (
    HYPHENS,
    ONE,
    NumberExpression,
    and_a_half,
    scale_at,
    scaled,
    tables,
)  # fmt: skip
from reconcile.values.stream import Stream, is_capitalised, joined, word_at
from reconcile.values.wordfractions import fraction_at


def cardinal_at(stream: Stream, index: int) -> NumberExpression | None:
    """Number words from a token on: "two hundred and fifty thousand", "a dozen"."""
    mixed = _mixed_at(stream, index)
    if mixed is not None:
        return mixed
    first = index
    cardinals, scales, _, groups, _ = tables()
    word = stream.words[index]
    number: int | None = None
    if word in cardinals:
        number, index = _below_hundred(stream, index)
    elif (word in scales or word in groups) and word_at(stream, index - 1) in ("a", "an", "one"):
        number, first = 1, index - 1
    elif _stands_for_one(stream, index):
        number = 1
    if number is None:
        return None
    part = parts_of_scale(stream, first, index, number)
    if part is not None:
        return part
    expression = _with_groups(stream, first, index, number)
    expression = _with_point(stream, expression) if expression is not None else None
    return and_a_half(stream, expression) if expression is not None else None


def _stands_for_one(stream: Stream, index: int) -> bool:
    """As in "another dozen", "hundred thousand": no number stands in front."""
    scales, groups = tables()[1], tables()[3]
    if stream.words[index] == "hundred" and word_at(stream, index + 1) in scales:
        return True
    before = word_set("numbers", "before_group")
    if stream.words[index] in ("hundred", "thousand"):
        opens = is_capitalised(stream, index) and word_at(stream, index - 1) in ("", ".", "\n")
        if word_at(stream, index - 1) == "some" or opens and word_at(stream, index + 1) == "and":
            return True
    return stream.words[index] in groups and word_at(stream, index - 1) in before


def _mixed_at(stream: Stream, index: int) -> NumberExpression | None:
    """A whole number and a part: "two and fifty-four hundredths", "three and a half (million)"."""
    mixed = fraction_at(stream, index)
    if mixed is None or not mixed.whole or word_at(stream, index - 1) in ("between", "point"):
        return None
    power, last = scale_at(stream, mixed.last)
    step = ONE / (2 * mixed.bottom)
    return scaled(index, last, mixed.number, step, power, "words")


def _with_point(stream: Stream, expression: NumberExpression) -> NumberExpression:
    """As in "five point five", "nine point nought four (million)": digits spoken behind a point."""
    cardinals = tables()[0]
    at = expression.last + 1
    if word_at(stream, at - 1) != "point" or word_at(stream, at) not in cardinals:
        return expression
    printed = ""
    while word_at(stream, at) in cardinals and len(printed) < 9:
        spoken, at = _below_hundred(stream, at)
        printed += str(spoken)
    step = ONE.scaleb(-len(printed))
    number = expression.number + int(printed) * step
    power, last = scale_at(stream, at)
    return scaled(expression.first, last, number, step, power, "digits")


def _below_hundred(stream: Stream, index: int) -> tuple[int, int]:
    """The number of "forty-six", "forty six", "seven", and the index behind it."""
    cardinals = tables()[0]
    number = cardinals[stream.words[index]]
    index += 1
    if number < 20 or number % 10:
        return number, index
    behind = index
    if word_at(stream, behind) in HYPHENS and _joins(stream, behind):
        behind += 1
    unit = cardinals.get(word_at(stream, behind), 0)
    return (number + unit, behind + 1) if 0 < unit < 10 else (number, index)


def _joins(stream: Stream, index: int) -> bool:
    """Whether a hyphen stands evenly between two words: "forty-six", "forty - six"."""
    return joined(stream, index) == joined(stream, index + 1)


def _with_groups(stream: Stream, first: int, index: int, number: int) -> NumberExpression | None:
    """Hundreds, dozens and scales behind a small number, added up."""
    groups, scales = tables()[3], tables()[1]
    total, current, power, scaled_number = 0, number, 0, number
    step = 1
    while True:
        at = index
        if word_at(stream, at) in HYPHENS and joined(stream, at):
            at += 1
        word = word_at(stream, at)
        if word == "dozens" and current and step == 1:
            hundreds, dozens = divmod(current, 100)
            current, index = hundreds * 100 + dozens * 12, at + 1
        elif word in groups and current:
            current, index, step = current * groups[word], at + 1, _group_step(word, current)
        elif word in scales and current:
            scaled_number, step = (
                current,
                step * 10 ** scales[word] if power else 10 ** scales[word],
            )
            power = scales[word]
            current, index = current * 10**power, at + 1
            if scales.get(word_at(stream, index), -1) >= power:  # "a thousand billion"
                continue
            total, current = total + current, 0
        else:
            more = _next_below(stream, index, step, total + current)
            if more is None:
                break
            current, index, step = current + more[0], more[1], 1
    return NumberExpression(
        first, index, Decimal(total + current), Decimal(step), "words", power,
        Decimal(scaled_number),
    )  # fmt: skip


def _group_step(word: str, count: int) -> int:
    """What a group noun leaves open: hundreds are as digits, dozens are exact."""
    if word != "hundred":
        return 1
    return 10 if count < 10 or count % 10 == 0 else 100


def _next_below(stream: Stream, index: int, step: int, so_far: int) -> tuple[int, int] | None:
    """A smaller number behind a hundred or scale: "and fifty", "twenty-five"."""
    if step == 1 or so_far % 100:
        return None
    at = index + 1 if word_at(stream, index) == "and" else index
    cardinals = tables()[0]
    if word_at(stream, at) not in cardinals:
        return None
    number, behind = _below_hundred(stream, at)
    if at > index and not _continues(stream, behind, so_far):
        return None
    if at > index and so_far >= 1000 and word_at(stream, behind) in tables()[4]:
        return None  # "two million and three fifths"
    return (number, behind) if number and so_far >= 100 else None


def _continues(stream: Stream, index: int, so_far: int) -> bool:
    """Whether "hundred and six" goes on as one number, not as "a hundred, and six others"."""
    return word_at(stream, index) not in ("others", "more", "other", "of")
