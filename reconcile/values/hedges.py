"""Hedges and bounds: the words around a figure, and what they do to the set it stands for."""

from __future__ import annotations

import functools
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from reconcile.model import Interval
from reconcile.values import sets
from reconcile.values.lexicon import (
    Phrases,
    by_first,
    by_last,
    load,
    word_set,
    word_values,
    words_of,
)
from reconcile.values.numbers import number_at
from reconcile.values.stream import Stream, joined, kind_at, word_at

#: classes that add words to a mention and leave its set alone
NEUTRAL: Final = "neutral"
#: how many hedges may stand one before the other
MOST_STACKED: Final = 4
_TENTH: Final = Decimal("0.1")
_ZERO: Final = Decimal(0)
#: the least number that something passes on its way up
_THOUSAND: Final = 1000


@functools.cache
def _before() -> Phrases:
    return by_last(
        (phrase, rule["class"]) for rule in load("hedges")["hedge"] for phrase in rule["before"]
    )


@functools.cache
def _after() -> Phrases:
    return by_first(
        (phrase, rule["class"])
        for rule in load("hedges")["hedge"]
        for phrase in rule.get("after", ())
    )


def before(stream: Stream, index: int) -> tuple[int, tuple[str, ...]]:
    """Where the hedges in front of a token begin, and their classes, the innermost first."""
    classes: list[str] = []
    phrases, words = _before(), stream.words
    while index > 0 and len(classes) < MOST_STACKED:
        for phrase, name in phrases.get(words[index - 1], ()):
            first = index - len(phrase)
            if (
                first >= 0
                and tuple(words[first:index]) == phrase
                and not _is_particle(stream, first, phrase)
                and not _only_passes(stream, index, phrase)
                and not (classes and _is_position(stream, first, phrase, classes[-1]))
            ):
                index, name = _denied(stream, first, name)
                classes.append(name)
                break
        else:
            break
    return index, tuple(classes)


def _is_position(stream: Stream, index: int, phrase: tuple[str, ...], inner: str) -> bool:
    """As in "lies under nearly 700 feet of mud": where something is, not another bound."""
    return inner in _BOUNDING and len(phrase) == 1 and phrase[0] in word_set("hedges", "position")


def _only_passes(stream: Stream, index: int, phrase: tuple[str, ...]) -> bool:
    """As in "passed 40 exams", which bounds nothing, where "passed $40m" and "passed 4,000" do."""
    if " ".join(phrase) not in word_set("hedges", "passing"):
        return False
    if kind_at(stream, index) not in ("number", "word"):  # a sign of a currency
        return False
    number = number_at(stream, index)
    return number is None or number.number < _THOUSAND


def _denied(stream: Stream, index: int, name: str) -> tuple[int, str]:
    """A bound turned round by what stands in front: "did not exceed 40", "none of them above 5"."""
    opposite = _OPPOSITE.get(name)
    before = stream.words[index - 1] if index > 0 else ""
    if opposite is None or not before:
        return index, name
    if before in word_set("hedges", "denying"):
        return index - 1, opposite
    short = before == "t" and index > 1 and stream.words[index - 2] in ("'", "’")
    if short or before in word_set("hedges", "denied_them") and _tells_none(stream, index - 1):
        return index, opposite
    return index, name


def _tells_none(stream: Stream, index: int) -> bool:
    """Whether "none of" or "neither of" stands before "them"."""
    return tuple(stream.words[max(0, index - 2) : index]) in (("none", "of"), ("neither", "of"))


@functools.cache
def _particles() -> dict[tuple[str, ...], frozenset[str]]:
    values = word_values("hedges", "particle")
    return {words_of(phrase): frozenset(words) for phrase, words in values.items()}


def _is_particle(stream: Stream, index: int, phrase: tuple[str, ...]) -> bool:
    """Whether the word before takes the hedge for its own: "handed over 41", "inched up to 3%"."""
    if phrase == _UP_TO and _has_risen(stream, index - 1):
        return True
    own = _particles().get(phrase)
    if own is None or index < 1 or stream.words[index - 1] not in own:
        return False
    may = index > 1 and stream.words[index - 2] in word_set("hedges", "modal")
    return not (may and stream.words[index - 1] == "add")  # "it may add up to 3% to prices"


_UP_TO: Final = ("up", "to")
#: what may stand between the noun of a number and "up to"
_SINCE: Final = frozenset(("now", "is", "was", "s", "'", "’", "already", "has", "gone"))


def _has_risen(stream: Stream, index: int) -> bool:
    """As in "Toll up to 14", "the toll is now up to 31": what it has come to, not its bound."""
    while index > 0 and stream.words[index] in _SINCE:
        index -= 1
    return index >= 0 and stream.words[index] in word_set("hedges", "risen")


def after(stream: Stream, index: int) -> tuple[int, tuple[str, ...]]:
    """The index behind the hedge at a token ("or so", "-odd"), and its classes."""
    if index >= len(stream.words):
        return index, ()
    for phrase, name in _after().get(stream.words[index], ()):
        last = index + len(phrase)
        if tuple(stream.words[index:last]) != phrase or _opens_figure(stream, last):
            continue
        if phrase != _PLUS or not _adds(stream, last):
            return last, (name,)
    return index, ()


def _adds(stream: Stream, index: int) -> bool:
    """As in "£69m plus | £3m in add-ons": what stands behind "plus" is another figure."""
    if stream.words[index : index + 1] and stream.words[index] in word_set("hedges", "added"):
        return True
    while kind_at(stream, index) not in ("number", "") and joined(stream, index + 1):
        index += 1
    number = kind_at(stream, index) == "number"
    return number or word_at(stream, index) in word_values("numbers", "cardinal")


def _opens_figure(stream: Stream, index: int) -> bool:
    """Whether a hedge behind a figure belongs to the next one: "40 and more than 10"."""
    if index >= len(stream.words):
        return False
    bound = stream.words[index] in ("than", "to") and stream.words[index - 1] != "so"
    return bound or stream.tokens[index].kind == "number"


_PLUS: Final = ("plus",)
#: hedges that lie on one side of a figure
_BOUNDING: Final = frozenset(("nearly", "just_under", "just_over", "over", "at_least"))
_OPPOSITE: Final = {"over": "at_most", "at_least": "under", "under": "at_least"}


def name_of(classes: tuple[str, ...]) -> str | None:
    """The class that a value carries: the outermost one that does something."""
    told = [name for name in classes if name != NEUTRAL]
    return told[-1] if told else None


def apply(
    classes: tuple[str, ...],
    named: Interval,
    nominal: Decimal | None = None,
    *,
    margin: Decimal | None = None,
    floor: Decimal | None = _ZERO,
) -> Interval:
    """The set that a figure stands for once its hedges, the innermost first, have their say.

    ``named`` is the figure's own set, ``nominal`` the figure (None for a range). ``margin`` is how
    far "about", "nearly" and "just over" reach (a tenth where not given), ``floor`` the least that
    such a thing can be (None where it has none): "under 40 people" is 0 to 40.
    """
    anchor = sets.exactly(nominal) if nominal is not None else named
    reach = margin if margin is not None else _a_tenth(anchor)
    if floor is not None and anchor.low is not None and anchor.low < floor:
        floor = None
    interval = named
    for name in classes:
        widen = _EFFECTS.get(name)
        if widen is not None:
            interval = anchor = widen(anchor, interval, reach, floor)
    if floor is not None and interval.low is not None and interval.low < floor:
        return Interval(floor, interval.high, True, interval.high_closed)
    return interval


def _a_tenth(anchor: Interval) -> Decimal:
    ends = [abs(end) for end in (anchor.low, anchor.high) if end is not None]
    return max(ends, default=_ZERO) * _TENTH


def _plus(end: Decimal | None, reach: Decimal) -> Decimal | None:
    return None if end is None else end + reach


def _over(anchor: Interval, _: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    return Interval(anchor.low, None, False, False)


def _at_least(anchor: Interval, _: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    return Interval(anchor.low, None, True, False)


def _under(anchor: Interval, _: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    return Interval(floor, anchor.high, floor is not None, False)


def _at_most(anchor: Interval, _: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    return Interval(floor, anchor.high, floor is not None, True)


def _about(anchor: Interval, named: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    wide = Interval(_plus(anchor.low, -reach), _plus(anchor.high, reach), True, True)
    return sets.hull(named, wide)


def _nearly(anchor: Interval, _: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    return Interval(_plus(anchor.low, -reach), anchor.high, True, False)


def _just_over(anchor: Interval, _: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    return Interval(anchor.low, _plus(anchor.high, reach), False, True)


def _exactly(anchor: Interval, _: Interval, reach: Decimal, floor: Decimal | None) -> Interval:
    return anchor


_EFFECTS: Final[dict[str, Callable[[Interval, Interval, Decimal, Decimal | None], Interval]]] = {
    "over": _over,
    "well_over": _over,
    "at_least": _at_least,
    "from": _at_least,
    "under": _under,
    "well_under": _under,
    "at_most": _at_most,
    "about": _about,
    "nearly": _nearly,
    "just_under": _nearly,
    "just_over": _just_over,
    "exactly": _exactly,
}
