"""Scores and votes: "2-1", "6-3, 4-6", "52 to 48", as printed beside the first figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.lexicon import word_set
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.numbers import NumberExpression, number_at
from reconcile.values.stream import (
    Reading,
    Stream,
    is_capitalised,
    joined,
    kind_at,
    matches,
    word_at,
)
from reconcile.values.terms import is_figure

Figures = tuple[Interval, Interval]
_MOST_GOALS: Final = 200
_WINDOW: Final = 6
#: a bowler takes no more of them
_WICKETS: Final = 10
#: how many words the name of a side may take
_LONGEST_NAME: Final = 3
#: marks that go on to another figure
_TIES: Final = frozenset("-–.:/%")


def read_score(stream: Stream, index: int) -> Reading | None:
    """The two figures of a score or a vote by the first of them."""
    first = number_at(stream, index)
    if first is None or first.power or first.form == "loose" or first.first != index:
        return None
    told = _level(stream, first) or _voted(stream, first) or _result_line(stream, first)
    if told is not None:
        return told
    second = _second(stream, first)
    if second is None or not _are_points(stream, first, second):
        return None
    if not _is_score(stream, first, second):
        return None
    return Reading(index, second.last, score_value(first.number, second.number))


def _level(stream: Stream, first: NumberExpression) -> Reading | None:
    """As in "2-all"."""
    at = first.last
    all_ = word_at(stream, at) in HYPHENS and word_at(stream, at + 1) == "all"
    if not (all_ and joined(stream, at) and joined(stream, at + 1) and _whole(first)):
        return None
    return Reading(first.first, at + 2, score_value(first.number, first.number))


def _voted(stream: Stream, first: NumberExpression) -> Reading | None:
    """As in "138 in favour, 12 against", "12 votes for and nine against"."""
    at = _behind_phrase(stream, first.last + (word_at(stream, first.last) == "votes"), "for_it")
    if at is None:
        return None
    while word_at(stream, at) in (",", "and", ";", "to", "with", "but", "versus"):
        at += 1
    second = number_at(stream, at) if is_figure(stream, at) else None
    if second is None or not (_whole(first) and _whole(second)):
        return None
    last = _behind_phrase(
        stream, second.last + (word_at(stream, second.last) == "votes"), "against_it"
    )
    if last is None or _goes_on(stream, last):
        return None
    return Reading(first.first, last, score_value(first.number, second.number))


def _goes_on(stream: Stream, index: int) -> bool:
    """As in "16 in favour, nine against and five abstentions": three figures that make a sum."""
    while word_at(stream, index) in (",", "and", ";", "with"):
        index += 1
    return is_figure(stream, index) or word_at(stream, index) == "a"


def _behind_phrase(stream: Stream, index: int, section: str) -> int | None:
    for words in (tuple(phrase.split()) for phrase in sorted(word_set("scores", section))):
        if matches(stream, index, words):
            return index + len(words)
    return None


def _result_line(stream: Stream, first: NumberExpression) -> Reading | None:
    """As in "Celtic 2 Rangers 1", where the line or the clause begins with the first side."""
    start = _names_before(stream, first.first)
    at = first.last
    while _is_name(stream, at):
        at += 1
    if start is None or not first.last < at <= first.last + _LONGEST_NAME:
        return None
    second = number_at(stream, at) if kind_at(stream, at) == "number" else None
    if second is None or not (_whole(first) and _whole(second)):
        return None
    ends = kind_at(stream, second.last) in ("mark", "newline", "")
    tied = joined(stream, second.last) and word_at(stream, second.last) in _TIES
    if not ends or tied or max(first.number, second.number) > _MOST_GOALS:
        return None
    return Reading(first.first, second.last, score_value(first.number, second.number))


def _names_before(stream: Stream, index: int) -> int | None:
    """Where the name before a figure begins, if a line or a clause does there."""
    start = index
    while start > index - _LONGEST_NAME and _is_name(stream, start - 1):
        start -= 1
    opens = word_at(stream, start - 1) in ("", "\n", ".", ":", ";", ",")
    return start if start < index and opens else None


def _is_name(stream: Stream, index: int) -> bool:
    if kind_at(stream, index) != "word" or not is_capitalised(stream, index):
        return False
    return word_at(stream, index) not in word_set("scores", "no_side")


def _are_points(stream: Stream, first: NumberExpression, second: NumberExpression) -> bool:
    """Whether two figures are whole, or both of them a half more: "15½-12½"."""
    if _whole(first) and _whole(second):
        return True
    ends = [word_at(stream, number.last - 1) for number in (first, second)]
    return ends == ["½", "½"] and not (first.power or second.power)


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


def both_figures(value: Value) -> Figures | None:
    """The two figures of a score, or of a vote as in "31 votes to 26"; ``None`` of any other."""
    second = [each.interval for each in value.alternatives if each.unit == "against"]
    return (value.interval, second[0]) if second else None


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
    return falls or _told_as_score(stream, first.first) or _stands_by_name(stream, first, second)


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


def _stands_by_name(stream: Stream, first: NumberExpression, second: NumberExpression) -> bool:
    """As in "Brazil 1-7 Germany", "Donegal 0-19", "Bell (4-57)": beside the name of a side."""
    before = first.first - 1
    if word_at(stream, before) == "(" and word_at(stream, second.last) == ")":
        return _is_name(stream, before - 1)
    closes = kind_at(stream, second.last) != "word"
    closes = closes or word_at(stream, second.last) in word_set("nouns", "stop")
    if word_at(stream, before) in word_set("scores", "bowled") and closes:
        return first.number <= _WICKETS
    if not _is_name(stream, before):
        return False
    return _is_name(stream, second.last) or first.number == 0
