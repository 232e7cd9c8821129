"""Single letters that are currency signs: "R500", "K25", and not "the R12", "N95 masks"."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.values.digits import is_group
from reconcile.values.lexicon import load, word_set, word_values
from reconcile.values.markers import HYPHENS
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, text_at, word_at

#: letters that scale a figure behind a letter; not k, as in "Y2K"
_LETTERS: Final = frozenset(("m", "b"))
#: how many digits make a figure no road, and no model
_LONG: Final = 3


@functools.cache
def _scales() -> frozenset[str]:
    words = (*word_values("numbers", "scale"), *word_values("numbers", "scale_short"))
    return _LETTERS.union(words)


@functools.cache
def letter_codes() -> dict[str, str]:
    """The currency of each letter that is a sign of one alone."""
    rules = load("currencies")["currency"]
    signs = ((sign, rule["code"]) for rule in rules for sign in rule["signs"])
    return {sign: code for sign, code in signs if len(sign) == 1 and "A" <= sign <= "Z"}


def is_scale(word: str) -> bool:
    """Whether a word or letter scales a sum."""
    return word in _scales()


def looks_like_money(stream: Stream, index: int) -> bool:
    """A grouped figure, one with two decimals, or one with a scale: not "P5", "K9", "N95"."""
    figure = word_at(stream, index)
    if "," in figure or figure[-3:-2] == ".":
        return True
    if figure.isdecimal() and len(figure) <= _LONG and kind_at(stream, index + 1) == "number":
        return is_group(stream, index + 1)  # "R1 200"
    hyphen = word_at(stream, index + 1) in HYPHENS and joined(stream, index + 1)
    return is_scale(word_at(stream, index + 1 + hyphen))


def sum_of_letter(stream: Stream, index: int) -> str:
    """The currency of a letter at a token that touches a sum: "R5 million"; or ""."""
    code = letter_codes().get(text_at(stream, index), "")
    if not code or kind_at(stream, index + 1) != "number" or joined(stream, index):
        return ""
    return code if joined(stream, index + 1) and looks_like_money(stream, index + 1) else ""


def is_long(stream: Stream, index: int) -> bool:
    """Whether a figure has three digits, as most sums without a comma do."""
    return len(word_at(stream, index)) == _LONG and word_at(stream, index).isdecimal()


def may_be_sum(stream: Stream, index: int) -> bool:
    """Whether a short figure behind a letter is no road, mask or model: "paid R12 for bread"."""
    if word_at(stream, index + 1) in word_set("currencies", "letter_not_behind"):
        return False
    if f"{word_at(stream, index - 1)}{word_at(stream, index)}" in word_set("currencies", "code"):
        return False
    if is_long(stream, index):
        return True
    before = word_at(stream, index - 2)
    named = is_capitalised(stream, index - 2) and kind_at(stream, index - 3) in ("word", "number")
    return not named and before not in word_set("currencies", "letter_not_before")
