"""Shares of a whole: percents and points behind a figure, "one in five", "most of"."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.figures import Figure
from reconcile.values.lengthvalues import HALF, Part, unit_at, value_of_parts
from reconcile.values.lexicon import Phrases, by_first, word_set, word_values
from reconcile.values.markers import Marker, suffix_at
from reconcile.values.nouns import lemma_of, noun_behind
from reconcile.values.numbers import NumberExpression, number_at
from reconcile.values.parts import ratio, share_reading
from reconcile.values.stream import Reading, Stream, kind_at, word_at
from reconcile.values.terms import is_figure
from reconcile.values.valuing import value_of

#: wholes that "one in five" is said of
_ROUND_WHOLES: Final = frozenset(
    (15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 300, 400, 500, 1000, 10_000)
)
_OWN: Final = frozenset("'’-")
#: the most that a slight change is
_SLIGHT: Final = Decimal("0.02")
_SMALL_WHOLES: Final = range(2, 31)
#: "one in 1,972" may be of a year
_MOST_OF_ODDS: Final = 1_000
#: how many tokens a noun and its adjectives may take between "one" and "in five"
_NOUN_REACH: Final = 7


def read_percent(stream: Stream, figure: Figure, marker: Marker) -> Reading:
    """A figure in percent, percentage points or basis points."""
    value = value_of(
        figure, "percent", marker.unit, factor=marker.factor, stated=marker.stated, floor=None
    )
    return Reading(figure.first, figure.last, value)


# --- one in five ------------------------------------------------------------------------------


@functools.cache
def _links() -> Phrases:
    return by_first(word_values("shares", "one_in").items())


def read_one_in(stream: Stream, index: int) -> Reading | None:
    """As in "one in five", "two out of three", "one train in three", by its first number."""
    top = number_at(stream, index)
    if top is None or not _is_small(top):
        return None
    link = _link(stream, top.last) or _link(stream, top.last + 1, behind_noun=True)
    link = link or _link_behind_one(stream, top)
    if link is None:
        return None
    bottom = number_at(stream, link) if is_figure(stream, link) else _hundreds(stream, link)
    if bottom is None or _is_time(stream, bottom.last):
        return None
    is_one = top.number == 1 and _link(stream, top.last) is not None
    if not _is_whole(top, bottom) and not (is_one and _is_odds(bottom)):
        return None
    if _link(stream, top.last) is None and noun_behind(stream, bottom.last) is not None:
        return None  # "one company in 12 countries"
    share = ratio(top.number, bottom.number)
    reading = share_reading(stream, top.first, bottom.last, share)
    unit = _unit_between(stream, top.last, link)
    exact = sets.exactly(top.number)
    count = Value("count", unit, exact, exact, top.number, None, Stated(top.number, unit))
    return reading._replace(value=evolve(reading.value, alternatives=(count,)))


def _link(stream: Stream, index: int, *, behind_noun: bool = False) -> int | None:
    """The index behind "in", "out of", "in every" at a token; behind a noun "of" links too."""
    if behind_noun and (kind_at(stream, index - 1) != "word" or index < 1):
        return None
    for words, _ in _links().get(word_at(stream, index), ()):
        if tuple(stream.words[index : index + len(words)]) == words:
            return index + len(words)
    return None


def _link_behind_one(stream: Stream, top: NumberExpression) -> int | None:
    """As in "one long-distance train | in five"."""
    if word_at(stream, top.first) not in word_set("shares", "one_in_noun"):
        return None
    noun = noun_behind(stream, top.last, single=True)
    for at in range(top.last + 2, top.last + _NOUN_REACH if noun is not None else 0):
        if word_at(stream, at) != "in":
            continue
        return at + 1 if is_figure(stream, at + 1) else None
    return None


def _unit_between(stream: Stream, index: int, link: int) -> str:
    """The noun of "one train in three", that of "one young doctor in ten"; "" of "one in five"."""
    words = [at for at in range(index, link - 1) if kind_at(stream, at) == "word"]
    if not words or link <= index + 2:
        return ""
    return lemma_of(stream.words[index if len(words) == 1 else _head(stream, words)])


def _head(stream: Stream, words: list[int]) -> int:
    """The last word before the link "in", "out of"."""
    links = {word for phrase in _links() for word in phrase.split()}
    return next((at for at in reversed(words) if stream.words[at] not in links), words[0])


def _hundreds(stream: Stream, index: int) -> NumberExpression | None:
    return number_at(stream, index) if word_at(stream, index) in ("a", "an") else None


def _is_small(number: NumberExpression) -> bool:
    return (
        number.power == 0 and number.most is None and 0 < number.number < 1000 and number.step <= 1
    )


def _is_whole(top: NumberExpression, bottom: NumberExpression) -> bool:
    whole = bottom.number
    if bottom.most is not None or whole <= top.number or whole != whole.to_integral_value():
        return False
    return int(whole) in _SMALL_WHOLES or int(whole) in _ROUND_WHOLES or bottom.power > 0


def _is_odds(bottom: NumberExpression) -> bool:
    """Whether one of so many is a share, as in "one in 72"."""
    whole = bottom.number
    return bottom.most is None and 1 < whole < _MOST_OF_ODDS and whole == whole.to_integral_value()


def _is_time(stream: Stream, index: int) -> bool:
    """Whether the whole is a length of time or a measure: "five in 10 days"."""
    word = word_at(stream, index)
    return (
        word in word_values("ages", "unit")
        or word in _TIMES
        or suffix_at(stream, index) is not None
    )


_TIMES: Final = frozenset(
    ("hours", "hour", "minutes", "seconds", "decades", "games", "matches", "-")
)


# --- most of ----------------------------------------------------------------------------------


def read_slight(stream: Stream, index: int) -> Reading | None:
    """As in "a touch lower", "a shade up on the year": a change of two percent at most."""
    if word_at(stream, index - 1) != "a":
        return None
    if word_at(stream, index + 1) not in word_set("shares", "slight_behind"):
        return None
    bounds = Interval(Decimal(0), _SLIGHT, False, True)
    value = Value("percent", "fraction", bounds, bounds, None, None, Stated(None, "slight"))
    return Reading(index - 1, index + 2, value)


@functools.cache
def _mostly() -> Phrases:
    return by_first(word_values("shares", "mostly").items())


def read_mostly(stream: Stream, index: int) -> Reading | None:
    """As in "most of", "a majority of": more than half, of which no figure is given."""
    for words, (low, high) in _mostly().get(stream.words[index], ()):
        if tuple(stream.words[index : index + len(words)]) == words:
            if words[0] in ("majority", "minority") and is_figure(stream, index + len(words)):
                return None  # "a majority of 23": by how many
            bounds = Interval(Decimal(low), Decimal(high), False, True)
            stated = Stated(None, "part")
            value = Value("percent", "fraction", bounds, bounds, None, None, stated)
            length = _most_of_length(stream, index, index + len(words))
            if length is not None:
                return length._replace(value=evolve(length.value, alternatives=(value,)))
            return Reading(index, index + len(words), value)
    return None


def _most_of_length(stream: Stream, first: int, index: int) -> Reading | None:
    """As in "most of a day", "for most of the week": half of it or more."""
    unit, article = unit_at(stream, index + 1), word_at(stream, index)
    lasting = word_at(stream, first - 1) in word_set("durations", "lasting")
    if unit is None or stream.words[first] != "most" or word_at(stream, index + 2) in _OWN:
        return None
    if article not in ("a", "an") and not (article == "the" and lasting):
        return None
    part = Part(first, index + 2, HALF, Decimal(1), unit, HALF, vague=True)
    return Reading(first, index + 2, value_of_parts([part], ()))
