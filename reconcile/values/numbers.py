"""A number expression at a token: digits, words, scales and fractions, with its stated precision."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final, NamedTuple

from reconcile.values import digits
from reconcile.values.lexicon import word_values
from reconcile.values.stream import Stream, joined, kind_at, word_at

_HYPHENS: Final = frozenset("-‐‑–")
_MINUS: Final = frozenset("-−–")
_ONE: Final = Decimal(1)
_TEN: Final = Decimal(10)
_DOZENS: Final = frozenset(("dozen", "dozens"))


class NumberExpression(NamedTuple):
    """A number as printed, at tokens ``first`` to ``last`` (half-open)."""

    first: int
    last: int
    #: the figure; for a loose one ("dozens") its least
    number: Decimal
    #: what one unit of the last stated digit is worth
    step: Decimal
    #: "digits", "words", "fraction" (a part of one) or "loose" ("dozens", "a few hundred")
    form: str
    #: the scale word's power of ten; 0 where there is none
    power: int = 0
    #: the figure before its scale
    mantissa: Decimal = Decimal(0)
    #: the upper end of a loose number
    most: Decimal | None = None


@functools.cache
def _tables() -> tuple[dict[str, int], ...]:
    return (
        word_values("numbers", "cardinal"),
        word_values("numbers", "scale"),
        {**word_values("numbers", "scale"), **word_values("numbers", "scale_short")},
        word_values("numbers", "group"),
        word_values("numbers", "fraction"),
    )


def is_number_word(word: str) -> bool:
    """Whether a word is a cardinal ("seven")."""
    return word in _tables()[0]


def number_at(stream: Stream, index: int) -> NumberExpression | None:
    """The number that begins at a token (its sign, "a" or "half a" may stand before it)."""
    known = stream.numbers
    if index in known:
        return known[index]
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
    power, behind = _scale(stream, last)
    if power:
        added = _added(stream, number, power, behind)
        if added is not None:
            number, step, behind, power = added
    if power == 0 and word_at(stream, last) in _DOZENS:
        number, behind = number * 12, last + 1
    expression = _scaled(first, behind, number, step, power, form)
    expression = _and_a_half(stream, expression)
    if negative:
        expression = expression._replace(number=-expression.number)
    return expression


def _added(
    stream: Stream, number: Decimal, power: int, index: int
) -> tuple[Decimal, Decimal, int, int] | None:
    """What a smaller figure adds: "6 crore 20 lakh", "4 thousand 3 hundred", "3 hundred and 21"."""
    joins = word_at(stream, index) == "and"
    at = index + 1 if joins else index
    if kind_at(stream, at) != "number" and word_at(stream, at) not in _tables()[0]:
        return None
    if joined(stream, at) or joins and power != 2:
        return None
    more = number_at(stream, at)
    if more is None or more.most is not None or more.first != at or more.number >= _TEN**power:
        return None
    if not joins and not more.power:
        return None
    return number * _TEN**power + more.number, more.step, more.last, 0


def _sign(stream: Stream, index: int) -> tuple[bool, int]:
    """Whether the number is negative, and where its sign stands."""
    before = word_at(stream, index - 1)
    if before in _MINUS and joined(stream, index) and not _joined_to_word(stream, index - 1):
        return (False, index) if kind_at(stream, index - 2) == "number" else (True, index - 1)
    if before == "+" and joined(stream, index):
        return False, index - 1
    if before in ("minus", "negative"):
        return True, index - 1
    return False, index


def _joined_to_word(stream: Stream, index: int) -> bool:
    return joined(stream, index) and kind_at(stream, index - 1) in ("word", "number")


def _mixed(
    stream: Stream, number: Decimal, step: Decimal, last: int
) -> tuple[Decimal, Decimal, int, str]:
    """A whole number with a fraction behind it: "1 1/2", "2½"; and "3/4" alone."""
    whole = number == number.to_integral_value()
    vulgar = word_values("numbers", "vulgar").get(word_at(stream, last))
    if whole and vulgar is not None:
        part = Decimal(vulgar[0]) / vulgar[1]
        return number + part, _ONE / vulgar[1], last + 1, "digits"
    if whole and (over := digits.slash_fraction(stream, last)) is not None:
        return number + Decimal(over[0]) / over[1], _ONE / over[1], last + 3, "digits"
    if (under := digits.slash_fraction(stream, last - 1)) is not None:
        return Decimal(under[0]) / under[1], _ONE / under[1], last + 2, "fraction"
    return number, step, last, "digits"


def _scale(stream: Stream, index: int) -> tuple[int, int]:
    """The power of ten of the scale words at a token (0 without), and the index behind them."""
    scales = _tables()[2]
    power = scales.get(word_at(stream, index))
    if power is None and word_at(stream, index) in _HYPHENS and joined(stream, index):
        power = _tables()[1].get(word_at(stream, index + 1))
        index += 1 if power is not None else 0
    if power is None:
        return _hundred(stream, index)
    second = scales.get(word_at(stream, index + 1))
    if second is not None and second >= power and power <= 5:  # "lakh crore", "thousand billion"
        return power + second, index + 2
    return power, index + 1


def _hundred(stream: Stream, index: int) -> tuple[int, int]:
    """"3 hundred", "1.5 hundred thousand"."""
    if word_at(stream, index) != "hundred":
        return 0, index
    second = _tables()[1].get(word_at(stream, index + 1))
    return (2 + second, index + 2) if second is not None else (2, index + 1)


def _scaled(
    first: int, last: int, number: Decimal, step: Decimal, power: int, form: str
) -> NumberExpression:
    if power == 0:
        return NumberExpression(first, last, number, step, form, 0, number)
    factor = _TEN**power
    # behind a scale word every digit counts: "100 trillion" is 99.5 to 100.5 trillion
    return NumberExpression(
        first, last, number * factor, min(step, _ONE) * factor, form, power, number
    )


def _and_a_half(stream: Stream, expression: NumberExpression) -> NumberExpression:
    """"a million and a half", "two and a half (million)", "one and three quarters"."""
    part = _part_behind(stream, expression.last)
    if part is None or expression.form != "words" and expression.power == 0:
        return expression
    share, step, last = part
    factor = _TEN**expression.power
    if expression.power == 0:
        power, last = _scale(stream, last)
        return _scaled(
            expression.first, last, expression.number + share, step, power, expression.form
        )
    number = expression.number + share * factor
    return expression._replace(last=last, number=number, step=step * factor)


def _part_behind(stream: Stream, index: int) -> tuple[Decimal, Decimal, int] | None:
    """The part in "and a half", "and three quarters", with the worth of its last digit."""
    if word_at(stream, index) != "and":
        return None
    fractions, cardinals = _tables()[4], _tables()[0]
    count = word_at(stream, index + 1)
    top = 1 if count in ("a", "an") else cardinals.get(count)
    under = index + 2
    if word_at(stream, under) in _HYPHENS and joined(stream, under):
        under += 1
    bottom = fractions.get(word_at(stream, under))
    if top is None or bottom is None or not 0 < top < bottom:
        return None
    return Decimal(top) / bottom, _ONE / (2 * bottom), under + 1


# --- words ------------------------------------------------------------------------------------


def _from_words(stream: Stream, index: int) -> NumberExpression | None:
    word = stream.words[index]
    if word in word_values("numbers", "vague"):
        return _vague(stream, index)
    if word in word_values("numbers", "loose"):
        return _loose(stream, index)
    if word in ("half", "quarter"):
        return _part_of_scale(stream, index)
    if word in ("a", "an"):
        return _article(stream, index)
    if word_at(stream, index - 1) in ("minus", "negative") and word in _tables()[0]:
        return _signed_words(stream, index - 1)
    if word in word_values("numbers", "vulgar"):
        top, bottom = word_values("numbers", "vulgar")[word]
        share = Decimal(top) / bottom
        return NumberExpression(index, index + 1, share, _ONE / bottom, "fraction", 0, share)
    if word in ("minus", "negative", "plus"):
        return _signed_words(stream, index)
    return _cardinal(stream, index)


def _signed_words(stream: Stream, index: int) -> NumberExpression | None:
    if kind_at(stream, index + 1) == "number":
        return _from_digits(stream, index + 1)
    known = word_at(stream, index + 1) in _tables()[0]
    inner = _cardinal(stream, index + 1) if known else None
    if inner is None:
        return None
    negative = stream.words[index] != "plus"
    sign = -1 if negative and inner.number > 0 else 1
    return inner._replace(first=index, number=sign * inner.number)


def _article(stream: Stream, index: int) -> NumberExpression | None:
    """"a hundred", "a million and a half", "a few hundred", "a quarter of a million"."""
    behind = word_at(stream, index + 1)
    cardinals, scales, _, groups, _ = _tables()
    if behind in scales or behind in groups:
        return _cardinal(stream, index + 1)
    if behind in ("few", "couple", "quarter", "half"):
        inner = _from_words(stream, index + 1)
        return inner._replace(first=index) if inner is not None else None
    return None


def _cardinal(stream: Stream, index: int) -> NumberExpression | None:
    """Number words from a token on: "two hundred and fifty thousand", "a dozen"."""
    first = index
    cardinals, scales, _, groups, _ = _tables()
    word = stream.words[index]
    number: int | None = None
    if word in cardinals:
        number, index = _below_hundred(stream, index)
    elif (word in scales or word in groups) and word_at(stream, index - 1) in ("a", "an", "one"):
        number, first = 1, index - 1
    elif word == "hundred" and word_at(stream, index + 1) in scales:
        number = 1
    if number is None:
        return None
    part = _parts_of_scale(stream, first, index, number)
    if part is not None:
        return part
    expression = _with_groups(stream, first, index, number)
    expression = _with_point(stream, expression) if expression is not None else None
    return _and_a_half(stream, expression) if expression is not None else None


def _parts_of_scale(
    stream: Stream, first: int, index: int, number: int
) -> NumberExpression | None:
    """"three quarters of a million", "two-thirds of a billion"."""
    if word_at(stream, index) in _HYPHENS:
        index += 1
    bottom = _tables()[4].get(word_at(stream, index))
    if bottom is None or not 0 < number < bottom:
        return None
    at = index + 1
    if word_at(stream, at) == "of":
        at += 1
    if word_at(stream, at) in ("a", "one"):
        at += 1
    power = _tables()[1].get(word_at(stream, at), 0)
    if power < 6:
        return None
    factor = _TEN**power
    share = Decimal(number) / bottom
    return NumberExpression(first, at + 1, share * factor, factor / 10, "words", power, share)


def _with_point(stream: Stream, expression: NumberExpression) -> NumberExpression:
    """"five point five", "nine point nought four (million)": digits spoken behind a point."""
    cardinals = _tables()[0]
    at = expression.last + 1
    if word_at(stream, at - 1) != "point" or word_at(stream, at) not in cardinals:
        return expression
    printed = ""
    while word_at(stream, at) in cardinals and len(printed) < 9:
        spoken, at = _below_hundred(stream, at)
        printed += str(spoken)
    step = _ONE.scaleb(-len(printed))
    number = expression.number + int(printed) * step
    power, last = _scale(stream, at)
    return _scaled(expression.first, last, number, step, power, "digits")


def _below_hundred(stream: Stream, index: int) -> tuple[int, int]:
    """The number of "forty-six", "forty six", "seven", and the index behind it."""
    cardinals = _tables()[0]
    number = cardinals[stream.words[index]]
    index += 1
    if number < 20 or number % 10:
        return number, index
    behind = index
    if word_at(stream, behind) in _HYPHENS and joined(stream, behind):
        behind += 1
    unit = cardinals.get(word_at(stream, behind), 0)
    return (number + unit, behind + 1) if 0 < unit < 10 else (number, index)


def _with_groups(
    stream: Stream, first: int, index: int, number: int
) -> NumberExpression | None:
    """Hundreds, dozens and scales behind a small number, added up."""
    groups, scales = _tables()[3], _tables()[1]
    total, current, power, scaled_number = 0, number, 0, number
    step = 1
    while True:
        at = index
        if word_at(stream, at) in _HYPHENS and joined(stream, at):
            at += 1
        word = word_at(stream, at)
        if word == "dozens" and current and step == 1:
            current, index = current * 12, at + 1
        elif word in groups and current:
            current, index, step = current * groups[word], at + 1, _group_step(word, current)
        elif word in scales and current:
            scaled_number, step = current, step * 10 ** scales[word] if power else 10 ** scales[word]
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


def _next_below(
    stream: Stream, index: int, step: int, so_far: int
) -> tuple[int, int] | None:
    """A smaller number behind a hundred or scale: "and fifty", "twenty-five"."""
    if step == 1 or so_far % 100:
        return None
    at = index + 1 if word_at(stream, index) == "and" else index
    cardinals = _tables()[0]
    if word_at(stream, at) not in cardinals:
        return None
    number, behind = _below_hundred(stream, at)
    if at > index and not _continues(stream, behind, so_far):
        return None
    if at > index and so_far >= 1000 and word_at(stream, behind) in _tables()[4]:
        return None  # "two million and three fifths"
    return (number, behind) if number and so_far >= 100 else None


def _continues(stream: Stream, index: int, so_far: int) -> bool:
    """Whether "hundred and six" goes on as one number, not as "a hundred, and six others"."""
    return word_at(stream, index) not in ("others", "more", "other", "of")


def _part_of_scale(stream: Stream, index: int) -> NumberExpression | None:
    """"half a million", "a quarter of a million", "half a dozen", "half-dozen"."""
    bottom = 2 if stream.words[index] == "half" else 4
    at = index + 1
    if word_at(stream, at) == "of" and bottom == 4:
        at += 1
    if word_at(stream, at) in ("a", "an") or word_at(stream, at) in _HYPHENS:
        at += 1
    word = word_at(stream, at)
    scales, groups = _tables()[1], _tables()[3]
    if word in groups and word != "score":
        number = Decimal(groups[word]) / bottom
        return NumberExpression(index, at + 1, number, _ONE, "words", 0, number)
    if word not in scales or at == index + 1 and scales[word] < 6:
        return None
    factor = _TEN ** scales[word]
    first = index - 1 if word_at(stream, index - 1) in ("a", "one") else index
    return NumberExpression(
        first, at + 1, factor / bottom, factor / 10, "words", scales[word], _ONE / bottom
    )


def _vague(stream: Stream, index: int) -> NumberExpression | None:
    """"dozens", "tens of thousands", "hundreds of millions"."""
    low, high = word_values("numbers", "vague")[stream.words[index]]
    last = index + 1
    if stream.words[index] == "scores" and word_at(stream, last) != "of":
        return None
    while word_at(stream, last) == "of" and word_at(stream, last + 1) in word_values(
        "numbers", "vague"
    ):
        factor = word_values("numbers", "vague")[word_at(stream, last + 1)][0] // 2
        low, high, last = low * factor, high * factor, last + 2
    if stream.words[index] == "tens" and last == index + 1:
        return None
    low_number = Decimal(low)
    return NumberExpression(
        index, last, low_number, _ONE, "loose", 0, low_number, Decimal(high)
    )


def _loose(stream: Stream, index: int) -> NumberExpression | None:
    """"several hundred", "a few thousand", "a couple of million"."""
    low, high = word_values("numbers", "loose")[stream.words[index]]
    at = index + 1
    if word_at(stream, at) == "of" and stream.words[index] == "couple":
        at += 1
    scales, groups = _tables()[1], _tables()[3]
    word = word_at(stream, at)
    factor = 10 ** scales[word] if word in scales else groups.get(word)
    if factor is None:
        return None
    power = scales.get(word, 0)
    second = scales.get(word_at(stream, at + 1))
    if word == "hundred" and second is not None:
        factor, power, at = factor * 10**second, second, at + 1
    first = index - 1 if word_at(stream, index - 1) == "a" else index
    return NumberExpression(
        first, at + 1, Decimal(low * factor), Decimal(factor), "loose", power, Decimal(low),
        Decimal(high * factor),
    )  # fmt: skip
