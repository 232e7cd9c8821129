"""A figure at a token to the reading that its marker calls for: money, quantity, share or count."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import hedges, sets
from reconcile.values.counts import read_count
from reconcile.values.figures import Figure, figure_at
from reconcile.values.lexicon import Phrases, by_first, load, word_set
from reconcile.values.margins import as_margin
from reconcile.values.markers import Marker, suffix_at
from reconcile.values.money import read_money
from reconcile.values.multiples import read_times
from reconcile.values.numbers import NumberExpression
from reconcile.values.parts import read_of_a_point
from reconcile.values.quantities import read_pounds, read_quantity
from reconcile.values.shares import read_percent
from reconcile.values.stream import Reading, Stream, joined, matches, text_at, word_at
from reconcile.values.terms import Term, is_figure

_HALF: Final = Decimal("0.5")
_ONE: Final = Decimal(1)
#: which way a hedge bounds
_BOUNDS: Final = {
    "over": "low", "well_over": "low", "at_least": "low",
    "under": "high", "well_under": "high", "at_most": "high",
}  # fmt: skip
#: how many tokens behind "and" the second figure may stand
_BOUND_WORDS: Final = 8


def read_figure(stream: Stream, index: int) -> Reading | None:
    """The reading of the figure whose number stands at a token."""
    figure = figure_at(stream, index)
    if figure is None:
        return None
    reading = _by_marker(stream, figure)
    if reading is None:
        return None
    return as_margin(stream, figure, _with_second_bound(stream, reading))


def _with_second_bound(stream: Stream, reading: Reading) -> Reading:
    """As in "more than 10 but fewer than 20 people": both bounds as one set."""
    at = reading.last
    if word_at(stream, at) not in ("and", "but") or reading.value.hedge not in _BOUNDS:
        return reading
    figures = (n for n in range(at + 2, at + _BOUND_WORDS) if is_figure(stream, n))
    figure = figure_at(stream, next(figures, -1))
    if figure is None or figure.first != at + 1:
        return reading
    second = _by_marker(stream, figure)
    if second is None or not _completes(reading.value, second.value):
        return reading
    both = sets.intersect(reading.value.interval, second.value.interval)
    unit = second.value.unit or reading.value.unit
    value = evolve(
        second.value, unit=unit, interval=both, named=both, nominal=None, hedge="between",
        alternatives=(),
    )  # fmt: skip
    return Reading(reading.first, second.last, value)


def _completes(first: Value, second: Value) -> bool:
    """Whether a lower and an upper bound on one line leave something between them."""
    if second.hedge not in _BOUNDS or _BOUNDS[second.hedge] == _BOUNDS[first.hedge or ""]:
        return False
    if first.kind != second.kind or first.unit not in ("", second.unit):
        return False
    return not sets.is_empty(sets.intersect(first.interval, second.interval))


def _by_marker(stream: Stream, figure: Figure) -> Reading | None:
    marker = figure.marker
    if marker is None:
        return (
            read_of_a_point(stream, figure)
            or read_times(stream, figure)
            or read_count(stream, figure)
        )
    if marker.stated == "pound" and not figure.low.signed:
        return read_pounds(stream, figure)
    if marker.kind == "money":
        return read_money(stream, figure, marker)
    if marker.kind == "percent":
        return read_percent(stream, figure, marker)
    return read_quantity(stream, figure, marker)


def read_figure_first(stream: Stream, index: int) -> Reading | None:
    """As in "half a million", "half a mile": a figure, where the word of a part goes on to one."""
    return read_figure(stream, index) or _part_of_unit(stream, index)


def read_part_of_scale(stream: Stream, index: int) -> Reading | None:
    """As in "a third of a million" at the word of the part."""
    return read_figure(stream, index - 1) if word_at(stream, index - 1) == "a" else None


def _part_of_unit(stream: Stream, index: int) -> Reading | None:
    """As in "half a mile", "half-mile", "a quarter of an acre"."""
    share = _HALF if stream.words[index] == "half" else _HALF / 2
    at = index + 1
    while word_at(stream, at) in ("of", "a", "an", "-"):
        at += 1
    found = suffix_at(stream, at)
    if found is None or found[1].kind == "percent" or found[1].unit == "point":
        return None
    if at == index + 1 and found[1].kind != "quantity":
        return None
    first = index - 1 if word_at(stream, index - 1) in ("a", "one") else index
    number = NumberExpression(first, at, share, share / 5, "words", 0, share)
    term = Term(first, found[0], number, found[1])
    return _by_marker(stream, _with_hedges(stream, term))


def read_alone(stream: Stream, index: int) -> Reading | None:
    """As in "an inch of ash", "well over a foot": a unit with an article, at the unit."""
    if word_at(stream, index - 1) == "single" and word_at(stream, index - 2) == "a":
        found = suffix_at(stream, index)
        return None if found is None else _by_marker(stream, _figure_of_one(stream, index, found))
    if word_at(stream, index - 1) not in ("a", "an") or is_figure(stream, index - 2):
        return None
    if suffix_at(stream, index - 2) is not None:
        return None
    found = suffix_at(stream, index)
    if found is None:
        return None
    if word_at(stream, index - 1) in ("a", "an") and (half := _half_behind(stream, found[0])):
        return _by_marker(stream, _figure_of_one(stream, index, found, half))
    figure = _figure_of_one(stream, index, found)
    told = hedges.name_of(figure.hedges) is not None
    if not told and word_at(stream, found[0]) not in word_set("units", "alone_behind"):
        return None
    return _by_marker(stream, figure)


@functools.cache
def _cold() -> Phrases:
    return by_first((phrase, 1) for rule in load("units")["cold"] for phrase in rule["phrases"])


def cold_starts() -> frozenset[str]:
    """The words at which a phrase for frost begins."""
    return frozenset(_cold())


def read_cold(stream: Stream, index: int) -> Reading | None:
    """As in "freezing temperatures", "below freezing": no degree above zero."""
    for words, _ in _cold()[stream.words[index]]:
        if matches(stream, index, words):
            frost = Interval(None, Decimal(0), False, True)
            stated = Stated(None, "freezing")
            value = Value("quantity", "degree_Celsius", frost, frost, None, "at_most", stated)
            return Reading(index, index + len(words), value)
    return None


def read_flight_level(stream: Stream, index: int) -> Reading | None:
    """As in "FL420": a height in hundreds of feet."""
    figure = word_at(stream, index + 1)
    if not (joined(stream, index + 1) and len(figure) == 3 and figure.isdecimal()):
        return None
    if not text_at(stream, index).isupper():
        return None
    number = NumberExpression(index, index + 2, Decimal(figure) * 100, Decimal(100), "digits")
    marker = Marker("quantity", "foot", _ONE, "foot", "length")
    return _by_marker(stream, _with_hedges(stream, Term(index, index + 2, number, marker)))


def _half_behind(stream: Stream, index: int) -> Decimal | None:
    """What "and a half", "and a quarter" behind a unit add to it."""
    if not matches(stream, index, ("and", "a")):
        return None
    return {"half": _HALF, "quarter": _HALF / 2}.get(word_at(stream, index + 2))


def _figure_of_one(
    stream: Stream, index: int, found: tuple[int, Marker], more: Decimal | None = None
) -> Figure:
    first = index - 2 if word_at(stream, index - 1) == "single" else index - 1
    if more is not None:
        number = NumberExpression(first, index, _ONE + more, more, "words", 0, _ONE + more)
        return _with_hedges(stream, Term(first, found[0] + 3, number, found[1]))
    number = NumberExpression(first, index, _ONE, _ONE, "words", 0, _ONE)
    return _with_hedges(stream, Term(first, found[0], number, found[1]))


def _with_hedges(stream: Stream, term: Term) -> Figure:
    first, classes = hedges.before(stream, term.first)
    last, behind = hedges.after(stream, term.last)
    return Figure(first, last, term, None, term.marker, behind + classes, term.last)
