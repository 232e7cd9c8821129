"""Numbers that are no plain count of words: "half a million", "dozens", "a few hundred"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.values.lexicon import word_set, word_values
from reconcile.values.nouns import is_plural
from reconcile.values.scaling import HYPHENS, ONE, TEN, NumberExpression, tables
from reconcile.values.stream import Stream, word_at


def parts_of_scale(stream: Stream, first: int, index: int, number: int) -> NumberExpression | None:
    """As in "three quarters of a million", "two-thirds of a billion"."""
    if word_at(stream, index) in HYPHENS:
        index += 1
    bottom = tables()[4].get(word_at(stream, index))
    if bottom is None or not 0 < number < bottom:
        return None
    at = index + 1
    if word_at(stream, at) == "of":
        at += 1
    if word_at(stream, at) in ("a", "one"):
        at += 1
    power = tables()[1].get(word_at(stream, at), 0)
    if power < 6:
        return None
    factor = TEN**power
    share = Decimal(number) / bottom
    return NumberExpression(first, at + 1, share * factor, factor / 10, "words", power, share)


def part_of_scale(stream: Stream, index: int) -> NumberExpression | None:
    """As in "half a million", "a quarter of a million", "half a dozen", "half-dozen"."""
    bottom = 2 if stream.words[index] == "half" else 4
    at = index + 1
    if word_at(stream, at) == "of" and bottom == 4:
        at += 1
    while word_at(stream, at) in ("a", "an") or word_at(stream, at) in HYPHENS:
        at += 1
    word = word_at(stream, at)
    scales, groups = tables()[1], tables()[3]
    if word in groups and word != "score":
        number = Decimal(groups[word]) / bottom
        return NumberExpression(index, at + 1, number, ONE, "words", 0, number)
    if word not in scales or at == index + 1 and scales[word] < 6:
        return None
    factor = TEN ** scales[word]
    first = index - 1 if word_at(stream, index - 1) in ("a", "one") else index
    return NumberExpression(
        first, at + 1, factor / bottom, factor / 10, "words", scales[word], ONE / bottom
    )


def vague_at(stream: Stream, index: int) -> NumberExpression | None:
    """As in "dozens", "tens of thousands", "hundreds of millions"."""
    low, high = word_values("numbers", "vague")[stream.words[index]]
    last = index + 1
    if stream.words[index] == "scores" and not _befell(stream, last):
        return None
    while word_at(stream, last) == "of" and word_at(stream, last + 1) in word_values(
        "numbers", "vague"
    ):
        factor = word_values("numbers", "vague")[word_at(stream, last + 1)][0] // 2
        low, high, last = low * factor, high * factor, last + 2
    if stream.words[index] == "tens" and last == index + 1:
        return None
    low_number = Decimal(low)
    return NumberExpression(index, last, low_number, ONE, "loose", 0, low_number, Decimal(high))


def _befell(stream: Stream, index: int) -> bool:
    """As in "scores of", "scores died", "scores were killed": people, not points."""
    word = word_at(stream, index)
    if word in ("were", "are", "have", "remain", "remained"):
        at = index + 1 + (word_at(stream, index + 1) in ("been", "still", "also", "more"))
        return word_at(stream, at) in word_set("numbers", "befell")
    return word in word_set("numbers", "befell") or word in ("of", "more")


def _few_of(stream: Stream, index: int) -> NumberExpression | None:
    """As in "a handful of protesters", "a couple of boats", "a string of robberies"."""
    word = stream.words[index]
    if word not in word_values("numbers", "collective") or word_at(stream, index - 1) != "a":
        return None
    if word_at(stream, index + 1) != "of" or not _counts_plural(stream, index + 2):
        return None
    low, high = word_values("numbers", "collective")[word]
    most = Decimal(high)
    return NumberExpression(index - 1, index + 2, Decimal(low), ONE, "loose", 0, Decimal(low), most)


def _counts_plural(stream: Stream, index: int) -> bool:
    """Whether a plural stands at a token, or behind at most two adjectives."""
    return any(is_plural(word_at(stream, at)) for at in range(index, index + 3))


def loose_at(stream: Stream, index: int) -> NumberExpression | None:
    """As in "several hundred", "a few thousand", "a couple of million"."""
    if stream.words[index] not in word_values("numbers", "loose"):
        return _few_of(stream, index)
    low, high = (Decimal(str(end)) for end in word_values("numbers", "loose")[stream.words[index]])
    at = index + 1
    if word_at(stream, at) == "of" and stream.words[index] == "couple":
        at += 1
    scales, groups = tables()[1], tables()[3]
    word = word_at(stream, at)
    factor = 10 ** scales[word] if word in scales else groups.get(word)
    if factor is None:
        return _few_of(stream, index)
    power = scales.get(word, 0)
    second = scales.get(word_at(stream, at + 1))
    if word == "hundred" and second is not None:
        factor, power, at = factor * 10**second, second, at + 1
    first = index - 1 if word_at(stream, index - 1) == "a" else index
    return NumberExpression(
        first, at + 1, low * factor, Decimal(factor), "loose", power, low, high * factor,
    )  # fmt: skip
