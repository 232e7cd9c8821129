"""Firsts of all: superlatives, records, "the most since 2015", "never before"."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.values.lexicon import Phrases, by_first, load, word_set
from reconcile.values.ranks import FIRST, is_one_of_many, rank_value
from reconcile.values.stream import Reading, Stream, kind_at, matches, word_at
from reconcile.values.terms import is_figure

#: how many words behind "never" the word "before" may stand
_NEVER_REACH: Final = 5
#: how many words behind "the most" the time may stand that it holds over, and the words of that
_HELD_REACH: Final = 10
_LENGTH_REACH: Final = 5


def read_superlative(stream: Stream, index: int) -> Reading | None:
    """As in "the highest", "deadliest crash since": the first place."""
    if is_one_of_many(stream, index):
        return None
    behind = kind_at(stream, index + 1) == "word" and word_at(stream, index + 1) not in word_set(
        "nouns", "stop"
    )
    return Reading(index, index + 2 if behind else index + 1, rank_value(FIRST, "superlative"))


@functools.cache
def _records() -> Phrases:
    return by_first((phrase, 1) for rule in load("ranks")["record"] for phrase in rule["phrases"])


def record_starts() -> frozenset[str]:
    """The words at which a phrase for the first place begins."""
    return frozenset(_records())


def read_record(stream: Stream, index: int) -> Reading | None:
    """As in "an all-time high", "a record": the first place of all time."""
    not_behind = load("ranks")["record"][0]["not_behind"]
    for words, _ in _records().get(stream.words[index], ()):
        last = index + len(words)
        other = words[-1] == "record" and word_at(stream, last) in not_behind
        if matches(stream, index, words) and not other:
            return Reading(index, last, rank_value(FIRST, "superlative"))
    return None


def read_most(stream: Stream, index: int) -> Reading | None:
    """As in "the most since 2015", "the best in a decade": the first place in a time."""
    if word_at(stream, index - 1) != "the":
        return None
    link, behind = word_at(stream, index + 1), word_at(stream, index + 2)
    told = behind in word_set("ranks", "most_in") or is_figure(stream, index + 2)
    if link in ("since", "ever") or link in ("in", "for", "on") and told:
        return Reading(index - 1, index + 1, rank_value(FIRST, "superlative"))
    held = _holds_over(stream, index + 1)
    return Reading(index - 1, index + 1, rank_value(FIRST, "superlative")) if held else None


def _holds_over(stream: Stream, index: int) -> bool:
    """As in "the most | people killed in a day in 20 years", "| serious leak since 2009"."""
    for at in range(index, index + _HELD_REACH):
        if kind_at(stream, at) not in ("word", "number"):
            return False
        word = word_at(stream, at)
        if word in word_set("ranks", "most_verb"):
            return False
        near = stream.words[at + 1 : at + 1 + _LENGTH_REACH]
        if word in ("in", "for") and any(one in word_set("ranks", "most_over") for one in near):
            return "the" not in near[:1]
        if word == "since":
            return True
    return False


def read_never_before(stream: Stream, index: int) -> Reading | None:
    """As in "had never won before", "never before seen": it is the first time."""
    for at in range(index + 1, index + _NEVER_REACH):
        if word_at(stream, at) == "before":
            plain = kind_at(stream, at + 1) != "word"
            first = at == index + 1 or plain or word_at(stream, at + 1) in ("in", "at", "on")
            return Reading(index, at + 1, rank_value(FIRST)) if first else None
        if kind_at(stream, at) != "word":
            return None
    return None
