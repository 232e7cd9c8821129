"""Multiples of what was before: "doubled", "sixfold", "three times as many", "twice the price"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import hedges, sets
from reconcile.values.figures import Figure
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS
from reconcile.values.stream import Reading, Stream, word_at
from reconcile.values.valuing import value_of


def read_multiple(stream: Stream, index: int) -> Reading | None:
    """As in "doubled", "trebled", "sixfold", "halved" with their hedges."""
    word = stream.words[index]
    factor = word_values("shares", "multiple")[word]
    if word in word_set("shares", "multiple_noun") and word_at(stream, index + 1) not in (
        "the",
        "its",
        "that",
    ):
        return None
    number = Decimal(str(factor))
    first, classes = hedges.before(stream, index)
    return Reading(first, index + 1, multiple_value(number, classes))


def multiple_value(
    number: Decimal, classes: tuple[str, ...], named: Interval | None = None
) -> Value:
    """So many times as much, as a fraction."""
    exact = named if named is not None else sets.exactly(number)
    interval = hedges.apply(classes, exact, number) if classes else exact
    return Value(
        "percent", "fraction", interval, exact, number, hedges.name_of(classes),
        Stated(number, "multiple"),
    )  # fmt: skip


def read_times(stream: Stream, figure: Figure) -> Reading | None:
    """As in "three times the price", "10-fold" by its figure; a count of occasions too."""
    at = figure.bare_last
    if word_at(stream, at) in HYPHENS:
        at += 1
    if word_at(stream, at) not in word_set("shares", "times"):
        return None
    if figure.low.number.power:
        return None
    multiple = value_of(figure, "percent", "fraction", stated="multiple", counted=True)
    count = value_of(figure, "count", "time", counted=True)
    ratio = value_of(figure, "quantity", "time")
    if _compares(stream, at):
        value = evolve(multiple, alternatives=(count, ratio))
    else:
        value = evolve(count, alternatives=(multiple, ratio))
    return Reading(figure.first, at + 1, value)


def read_half_again(stream: Stream, index: int) -> Reading | None:
    """As in "half as many again", "half again as much": one and a half times."""
    words = tuple(stream.words[index + 1 : index + 4])
    first_form = words[:1] == ("as",) and words[2:] == ("again",)
    if not (first_form or words[:2] == ("again", "as")):
        return None
    first, classes = hedges.before(stream, index)
    return Reading(first, index + 4, multiple_value(Decimal("1.5"), classes))


def _compares(stream: Stream, index: int) -> bool:
    if stream.words[index] != "times":
        return True
    return word_at(stream, index + 1) in word_set("shares", "compared")


def read_twice(stream: Stream, index: int) -> Reading | None:
    """As in "twice as many", "struck twice", "once": an occasion, or a multiple."""
    number = Decimal(2 if stream.words[index] == "twice" else 3)
    first, classes = hedges.before(stream, index)
    exact = sets.exactly(number)
    interval = hedges.apply(classes, exact, number) if classes else exact
    count = Value(
        "count", "time", interval, exact, number, hedges.name_of(classes), Stated(number, "time")
    )
    multiple = multiple_value(number, classes)
    compared = word_at(stream, index + 1) in word_set("shares", "compared")
    value = (
        evolve(multiple, alternatives=(count,))
        if compared
        else evolve(count, alternatives=(multiple,))
    )
    return Reading(first, index + 1, value)
