"""How many of so many: "1.2 per 100,000", "34 murders for every million people", as a share."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Stated, Value
from reconcile.records import evolve
from reconcile.values import hedges, rounding, sets
from reconcile.values.counts import exact_count
from reconcile.values.lexicon import Phrases, by_first, load, word_set
from reconcile.values.markers import suffix_at
from reconcile.values.nouns import lemma_of
from reconcile.values.numbers import number_at
from reconcile.values.parts import ratio
from reconcile.values.signs import sign_before
from reconcile.values.stream import Reading, Stream, kind_at, matches, word_at

#: how many words of a noun may stand before "per 100,000"
_NOUN_REACH: Final = 3
_WHOLES: Final = frozenset((1000, 10_000, 100_000, 1_000_000))
_SCALES: Final = {"thousand": 1000, "million": 1_000_000}


def read_per_round(stream: Stream, index: int) -> Reading | None:
    """As in "31.1 per 100,000 people", "12 deaths per million" by its first number."""
    top = number_at(stream, index)
    if top is None or top.power or top.most is not None or top.number < 0:
        return None
    link = _link(stream, top.last)
    if link is None or sign_before(stream, top.first) is not None:
        return None
    found = _whole(stream, link[1])
    if found is None or suffix_at(stream, top.last) or not top.number < found[1]:
        return None
    last, whole = found
    if suffix_at(stream, last) is not None or word_at(stream, last) in word_set("shares", "goods"):
        return None
    share = ratio(top.number, whole)
    named = sets.scale(rounding.measured(top), 1 / Decimal(whole))
    first, classes = hedges.before(stream, top.first)
    interval = hedges.apply(classes, named, share) if classes else named
    printed = Stated(share, "part")
    value = Value(
        "percent", "fraction", interval, named, share, hedges.name_of(classes), printed
    )  # fmt: skip
    noun = lemma_of(stream.words[link[0] - 1]) if link[0] > top.last else ""
    count = exact_count(top.number, noun)
    count = evolve(count, interval=sets.scale(interval, Decimal(whole)), hedge=value.hedge)
    return Reading(first, last, evolve(value, alternatives=(count,)))


@functools.cache
def _links() -> Phrases:
    return by_first((phrase, 1) for rule in load("shares")["per"] for phrase in rule["phrases"])


def _link(stream: Stream, index: int) -> tuple[int, int] | None:
    """Where "per", "for every" stands at a token or behind a noun, and the index behind it."""
    for at in range(index, index + _NOUN_REACH + 1):
        for words, _ in _links().get(word_at(stream, at), ()):
            if matches(stream, at, words):
                return at, at + len(words)
        if kind_at(stream, at) != "word" or word_at(stream, at) in word_set("nouns", "stop"):
            return None
    return None


def _whole(stream: Stream, index: int) -> tuple[int, int] | None:
    """The index behind a round whole at a token, and the whole."""
    if word_at(stream, index) in _SCALES:
        return index + 1, _SCALES[word_at(stream, index)]
    number = number_at(stream, index)
    if number is None or number.first != index or number.number not in _WHOLES:
        return None
    return number.last, int(number.number)
