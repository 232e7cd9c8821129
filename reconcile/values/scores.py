"""Scores and votes: "2-1", "6-3, 4-6", "52 to 48", as printed beside the first figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Stated, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.lexicon import word_set
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.numbers import NumberExpression, number_at
from reconcile.values.stream import Reading, Stream, joined, kind_at, word_at
from reconcile.values.terms import is_figure

_MOST_GOALS: Final = 200
_WINDOW: Final = 6


def read_score(stream: Stream, index: int) -> Reading | None:
    """The two figures of a score or a vote by the first of them."""
    first = number_at(stream, index)
    if first is None or first.power or first.form == "loose" or first.first != index:
        return None
    second = _second(stream, first)
    if second is None or not _whole(first) or not _whole(second):
        return None
    if not _is_score(stream, first, second):
        return None
    return Reading(index, second.last, score_value(first.number, second.number))


def score_value(first: Decimal, second: Decimal) -> Value:
    """A score as a count of its first figure, both kept in what was stated.

    Its other readings are the second figure, and the margin between the two.
    """
    value = _count(first, "score")
    others = against(first, second)
    return evolve(value, stated=Stated(first, f"{first}-{second}"), alternatives=others)


def against(first: Decimal, second: Decimal) -> tuple[Value, Value]:
    """What the first figure of a vote also tells: the second, and the margin between the two."""
    return _count(second, "against"), _count(abs(first - second), "margin")


def votes_against(stream: Stream, index: int) -> Decimal | None:
    """The second figure of "31 votes to 26", "three goals to one"; the token is the noun's."""
    if word_at(stream, index) not in word_set("scores", "counted"):
        return None
    if word_at(stream, index + 1) != "to" or not is_figure(stream, index + 2):
        return None
    second = number_at(stream, index + 2)
    return second.number if second is not None and _whole(second) else None


def _count(number: Decimal, unit: str) -> Value:
    exact = sets.exactly(number)
    return Value("count", unit, exact, exact, number, None, Stated(number, unit))


def read_unanimous(stream: Stream, index: int) -> Reading:
    """As in "the vote was unanimous": none against."""
    return Reading(index, index + 1, _count(Decimal(0), "against"))


def _second(stream: Stream, first: NumberExpression) -> NumberExpression | None:
    at = first.last
    link = word_at(stream, at)
    if (link in HYPHENS or link == ":") and joined(stream, at) and joined(stream, at + 1):
        if link == ":" and len(word_at(stream, at + 1)) > 1:  # "3:15" is a time
            return None
    elif link != "to":
        return None
    return number_at(stream, at + 1) if is_figure(stream, at + 1) else None


def _whole(number: NumberExpression) -> bool:
    return (
        number.power == 0
        and number.most is None
        and 0 <= number.number == number.number.to_integral_value()
    )


def _is_score(stream: Stream, first: NumberExpression, second: NumberExpression) -> bool:
    if suffix_at(stream, second.last) is not None:
        return False
    dashed = word_at(stream, first.last) != "to"
    if word_at(stream, second.last) in HYPHENS and joined(stream, second.last):
        return False
    falls = first.number >= second.number
    if not dashed:
        return falls and not _moves(stream, first.first)
    if max(first.number, second.number) > _MOST_GOALS and not falls:
        return False
    return falls or _told_as_score(stream, first.first)


def _moves(stream: Stream, index: int) -> bool:
    """Whether "X to Y" tells of a fall: "down from 60 to 52", "cut from 9 to 6"."""
    return any(
        word in word_set("changes", "verb") or word == "from"
        for word in stream.words[max(0, index - _WINDOW) : index]
    )


def _told_as_score(stream: Stream, index: int) -> bool:
    """Whether a word of winning, or another score, stands before."""
    before = stream.words[max(0, index - _WINDOW) : index]
    if any(word in word_set("changes", "contest") for word in before):
        return True
    at = index - 2 if word_at(stream, index - 1) in (",", "and") else index - 1
    if word_at(stream, at) in (",",):
        at -= 1
    return (
        kind_at(stream, at) == "number"
        and word_at(stream, at - 1) in HYPHENS
        and kind_at(stream, at - 2) == "number"
    )
