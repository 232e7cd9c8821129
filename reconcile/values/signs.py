"""The currency sign or letters in front of a figure: "US$", "£", "Rs", "P", as a look-up."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.tuples import NamedTuple
from reconcile.values.lettersigns import is_long, is_scale, looks_like_money, may_be_sum
from reconcile.values.lexicon import load, word_values, words_of
from reconcile.values.markers import Marker, is_word, printed_of
from reconcile.values.numbers import is_number_word
from reconcile.values.settling import evidence_of
from reconcile.values.stream import Stream, joined, kind_at, text_at, word_at

_ONE: Final = Decimal(1)
_CENT: Final = Decimal("0.01")
#: letters that make a name of a sign: "euro 1.70", "Rupees 500"
_NAME: Final = 4


class Sign(NamedTuple):
    """A sign printed before a figure."""

    words: tuple[str, ...]
    printed: str
    marker: Marker
    #: whether case is free: a sign with a mark in it, or three letters and more
    free: bool


def sign_before(stream: Stream, index: int) -> tuple[int, Marker] | None:
    """The first token of the currency sign that ends just before a token, and what it marks."""
    for sign in signs().get(word_at(stream, index - 1), ()):
        first = index - len(sign.words)
        if first < 0 or tuple(stream.words[first:index]) != sign.words:
            continue
        printed = printed_of(stream, first, index)
        same = sign.free and printed.upper() == sign.printed.upper()
        if (same or printed == sign.printed) and _stands(stream, first, index, sign):
            return first, sign.marker
    return _dollar_of_cents(stream, index)


def _dollar_of_cents(stream: Stream, index: int) -> tuple[int, Marker] | None:
    """As in "US|74c": letters that touch a figure of cents and name their dollar."""
    code = word_values("currencies", "before_cents").get(text_at(stream, index - 1))
    if code is None or not joined(stream, index) or joined(stream, index - 1):
        return None
    if word_at(stream, index + 1) not in ("c", "¢") or not joined(stream, index + 1):
        return None
    return index - 1, Marker("money", code, _CENT, f"{code} cent")


def _stands(stream: Stream, first: int, index: int, sign: Sign) -> bool:
    """Letters must stand by themselves; one letter must touch a figure that looks like money."""
    if sign.printed[-1] == "#":  # a pound sign that a wire could not print
        return looks_like_money(stream, index)
    if not sign.printed[0].isalpha():
        return True
    if joined(stream, first) and word_at(stream, first - 1) not in ("(", "/", "-", "—", "–", '"'):
        return False
    if any(not letter.isalpha() for letter in sign.printed):
        return _is_whole(stream, first, index, sign)
    if len(sign.printed) >= _NAME:
        level = sign.printed == "euro" and word_at(stream, first - 1) == "the"
        return not level and not _belongs_before(stream, first)
    if len(sign.printed) > 1:
        return True
    if not joined(stream, index):
        return False
    if looks_like_money(stream, index):
        return True
    told = 0 if is_long(stream, index) else 1
    return may_be_sum(stream, index) and _evidence(stream, sign.marker) > told


def _belongs_before(stream: Stream, index: int) -> bool:
    """Whether a name is the unit of the figure before it: "paid 500 rupees 12 times"."""
    before = word_at(stream, index - 1)
    figure = kind_at(stream, index - 1) == "number" or is_number_word(before)
    return figure or is_scale(before)


def _evidence(stream: Stream, marker: Marker) -> int:
    """How much the places and other sums of a text speak for a currency whose sign is a letter."""
    evidence = evidence_of(stream)
    return max(evidence[code] for code in (marker.codes or (marker.unit,)))


def _is_whole(stream: Stream, first: int, index: int, sign: Sign) -> bool:
    """Whether a letter touches its sign: "A$5", not "a $5 deal" or "the firm's $5"."""
    if len(sign.words[0]) > 1 or sign.words[0] == "c":
        return True
    return all(joined(stream, at) for at in range(first + 1, index))


@functools.cache
def signs() -> dict[str, tuple[Sign, ...]]:
    """Every sign by its last word, the longest first."""
    groups: dict[str, list[Sign]] = {}
    for sign in _all_signs():
        groups.setdefault(sign.words[-1], []).append(sign)
    return {
        word: tuple(sorted(group, key=lambda sign: -len(sign.words)))
        for word, group in groups.items()
    }


def _all_signs() -> list[Sign]:
    found = []
    for rule in load("currencies")["currency"]:
        marker = Marker("money", rule["code"], _ONE, rule["code"])
        found += [_sign(sign, marker) for sign in rule["signs"]]
        millions = marker._replace(factor=Decimal(1_000_000), stated=f"million {rule['code']}")
        found.append(_sign(f"M{rule['code']}", millions))
    for rule in load("currencies")["shared"]:
        codes, default = tuple(rule["codes"]), rule.get("default", "")
        marker = Marker("money", "", _ONE, rule["names"][0], "", codes, default)
        found += [_sign(sign, marker) for sign in (*rule["signs"], *rule["names"][:1])]
    return found


def _sign(printed: str, marker: Marker) -> Sign:
    plain = printed.replace(" ", "")
    marked = any(not letter.isalpha() for letter in plain)
    free = marked or plain == marker.unit and not is_word(plain)
    return Sign(words_of(printed), plain, marker, free)
