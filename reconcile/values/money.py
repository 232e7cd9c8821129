"""A figure with a currency to a sum of money, in the currency that its text means."""

from __future__ import annotations

from typing import Final

from reconcile.model import Value
from reconcile.records import evolve
from reconcile.values import settling
from reconcile.values.figures import Figure
from reconcile.values.lexicon import word_set
from reconcile.values.markers import Marker, suffix_at
from reconcile.values.nouns import lemma_of
from reconcile.values.stream import Reading, Stream, word_at
from reconcile.values.terms import price_of
from reconcile.values.valuing import value_of

#: links between small coins and the whole that they are paid on
_PER_WHOLE: Final = frozenset(
    (
        ("on", "the"), ("in", "the"), ("to", "the"), ("of", "every"), ("of", "each"),
        ("for", "every"), ("for", "each"), ("on", "every"), ("on", "each"), ("in", "every"),
    )
)  # fmt: skip


def read_money(stream: Stream, figure: Figure, marker: Marker) -> Reading:
    """The sum; currencies that it may also be in are its ``alternatives``."""
    unit, others, settled = settling.settle(stream, marker)
    value = value_of(figure, "money", unit, factor=marker.factor, stated=marker.stated)
    value = evolve(value, per=price_of(stream, figure.last))
    alternatives = tuple(evolve(value, unit=code) for code in others)
    if marker.stated == "pound":
        alternatives += _weight(figure)
    alternatives += _other_readings(stream, figure, marker)
    value = evolve(
        value,
        alternatives=alternatives,
        unresolved=None if settled else f"which {marker.stated} is not said",
    )
    return Reading(figure.first, figure.last, value)


def _other_readings(stream: Stream, figure: Figure, marker: Marker) -> tuple[Value, ...]:
    """Coins that may be counted as things, and "24 cents on the dollar", a share."""
    others: tuple[Value, ...] = ()
    last_word = word_at(stream, figure.bare_last - 1)
    if last_word in word_set("currencies", "coin"):
        others += (value_of(figure, "count", lemma_of(last_word), counted=True),)
    if marker.factor < 1 and (_of_the_whole(stream, figure.bare_last) or _pays_back(stream)):
        others += (value_of(figure, "percent", "fraction", factor=marker.factor, floor=None),)
    return others


def _of_the_whole(stream: Stream, index: int) -> bool:
    """Whether "on the dollar", "of every lev" stands behind a small coin."""
    link = word_at(stream, index), word_at(stream, index + 1)
    if link not in _PER_WHOLE:
        return False
    whole = suffix_at(stream, index + 2)
    return whole is not None and whole[1].kind == "money"


def _pays_back(stream: Stream) -> bool:
    """Whether a text tells somewhere how many cents on the dollar creditors get."""
    if stream.cents_on_the_dollar is None:
        coins = word_set("currencies", "part_coin")
        stream.cents_on_the_dollar = not coins.isdisjoint(stream.vocabulary) and any(
            word in coins and _of_the_whole(stream, index + 1)
            for index, word in enumerate(stream.words)
        )
    return stream.cents_on_the_dollar


def _weight(figure: Figure) -> tuple[Value, ...]:
    """Pounds of weight, where the sum is neither signed nor scaled."""
    if figure.low.signed or figure.low.number.power:
        return ()
    return (value_of(figure, "quantity", "pound"),)
