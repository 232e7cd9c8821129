"""The word "life" in, a sentence without an end out: "life in prison", "a whole-life order"."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.values import sets
from reconcile.values.dayfields import DASHES
from reconcile.values.lengthvalues import ZERO
from reconcile.values.lexicon import Phrases, by_first, load, word_set
from reconcile.values.stream import Reading, Stream, kind_at, matches, word_at

_JAILED: Final = frozenset(("jailed", "imprisoned", "prison", "locked", "incarcerated"))
#: before a length and behind "to", "life" leaves it open: "25 years to life"
_TO_LIFE: Final = ("to", "life")


def read_life(stream: Stream, index: int) -> Reading | None:
    """As in "serving life", "a life sentence", "life without parole": no end is stated."""
    behind = word_at(stream, index + 1)
    term = behind in word_set("durations", "life_term")
    whole = _whole(stream, index)
    if not (
        term
        or whole < index
        or _is_served(stream, index)
        or _is_told_behind(stream, index)
        or _is_given(stream, index)
    ):
        return None
    everything = Interval(ZERO, None, False, False)
    value = Value(
        "duration", "second", everything, sets.EVERYTHING, None, "life", Stated(None, "life")
    )
    return Reading(whole, index + 1 + term, value)


def _whole(stream: Stream, index: int) -> int:
    """Where "whole-life (order)" begins at its "life"."""
    at = index - 2 if word_at(stream, index - 1) in DASHES else index - 1
    order = word_at(stream, index + 1) in word_set("durations", "life_order")
    return at if order and word_at(stream, at) == "whole" else index


def _is_served(stream: Stream, index: int) -> bool:
    """As in "serving life", "jailed for life", "sentenced to life", "got life."."""
    before, earlier = word_at(stream, index - 1), word_at(stream, index - 2)
    if before in ("serving", "doing", "jailed", "imprisoned"):
        return True
    if before == "for":
        return earlier in _JAILED or earlier == "up" and word_at(stream, index - 3) in _JAILED
    if before == "to":
        return earlier in word_set("durations", "life_to")
    closes = kind_at(stream, index + 1) != "word" and word_at(stream, index + 1) not in DASHES
    return before in word_set("durations", "life") and closes


def _is_told_behind(stream: Stream, index: int) -> bool:
    """As in "life without parole", and "faces life in prison" behind what gives a sentence."""
    if any(matches(stream, index + 1, words) for words in _sure()):
        return True
    found = _phrases("life_behind").get(word_at(stream, index + 1), ())
    last = next((index + 1 + len(w) for w, _ in found if matches(stream, index + 1, w)), None)
    if last is None:
        return False
    cues = word_set("durations", "life") | word_set("durations", "life_given") | {"to", "mandatory"}
    return word_at(stream, index - 1) in cues or word_at(stream, last) == "for"


def _is_given(stream: Stream, index: int) -> bool:
    """As in "given life for murder", "got life with a minimum of 25 years"."""
    given = word_at(stream, index - 1) in word_set("durations", "life_given")
    return given and word_at(stream, index + 1) in ("for", "after", "with", "plus")


@functools.cache
def _phrases(section: str) -> Phrases:
    return by_first((p, 1) for rule in load("durations")[section] for p in rule["phrases"])


@functools.cache
def _sure() -> tuple[tuple[str, ...], ...]:
    return tuple(words for group in _phrases("life_sure").values() for words, _ in group)


def is_to_life(stream: Stream, index: int) -> bool:
    """As in "25 years to life", at the index behind the length."""
    return matches(stream, index, _TO_LIFE)
