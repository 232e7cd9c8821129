"""A trigger token in, the date, moment or range of dates around it out."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.model import Value
from reconcile.records import evolve
from reconcile.values.clock import clock_at
from reconcile.values.datephrases import Phrase, phrase_at
from reconcile.values.datevalues import value_of
from reconcile.values.datewords import name_at
from reconcile.values.dayfields import DASHES
from reconcile.values.daylists import listed_at, may_be_listed
from reconcile.values.digitdates import numeric_at
from reconcile.values.numbers import is_number_word
from reconcile.values.periodwords import span_at
from reconcile.values.standpoints import hedges_of, now_at
from reconcile.values.stream import Reading, Stream, joined, kind_at, word_at
from reconcile.values.timenames import Shifted
from reconcile.values.timewords import time_words
from reconcile.values.yearwords import year_at

#: how many tokens before its trigger a date may begin
_LEAD: Final = 9


@functools.cache
def date_triggers() -> frozenset[str]:
    """The words, besides numbers, at which a date can begin or by which it is known."""
    words = time_words()
    return frozenset(
        (
            *words.month,
            *words.weekday,
            *words.unit,
            *words.deictic,
            *words.season,
            *words.holidays,
            *words.named_time,
            *words.part,
            *words.tonight,
            *words.ordinal,
            *words.decade,
            *words.era,
            *words.fiscal,
            "q",
            "h",
            "half",
            "quarter",
            "century",
            "hours",
            "period",
            "couple",
            "several",
            "few",
        )
    )


@functools.cache
def _lead_words() -> frozenset[str]:
    words = time_words()
    return time_words().lead | frozenset(
        (
            *words.which,
            *words.portion,
            *words.bound,
            *words.hedge,
            *words.nearby,
            *words.small_hours,
        )
    )


@functools.cache
def _neighbours() -> frozenset[str]:
    """The words and marks that stand behind a number where it is part of a date."""
    words = time_words()
    return frozenset(
        (
            *words.unit,
            *words.month,
            *words.meridiem,
            *words.zone,
            *words.zone_place,
            *words.era,
            *words.service,
            ":",
            "/",
            "-",
            "–",
            "—",
            "'",
            "’",
            "~",
            "(",
            "st",
            "nd",
            "rd",
            "th",
            "s",
            "q",
            "h",
            "o",
            "oclock",
            "past",
            "to",
            "and",
            "or",
            "until",
            "till",
            "through",
            "in",
            "of",
            "at",
            "local",
            "hours",
            "full",
            "trading",
            "working",
            "business",
            "more",
            "whole",
            "calendar",
            "hundred",
            "thousand",
            "minute",
            "minutes",
            "on",
            "that",
            "this",
            "yesterday",
            "today",
        )
    )


def _may_be_date(stream: Stream, index: int) -> bool:
    """Whether a number could be part of a date at all: a quick look before any reader is tried."""
    word = stream.words[index]
    if (
        word_at(stream, index + 1) in _neighbours()
        or word_at(stream, index - 1) in time_words().before_hour
    ):
        return True
    digits = word.isdecimal() and word.isascii()
    if digits and word_at(stream, index + 1) == "," and kind_at(stream, index + 2) == "number":
        return True
    if (digits and 3 <= len(word) <= 4) or word.count(".") == 2:
        return True
    return may_be_listed(stream, index) and listed_at(stream, index, name_at) is not None


def is_written_date(stream: Stream, index: int) -> bool:
    """Whether joined figures are a date and no code: "04/07/2025", "1Q26", "0935Z", "end-2026"."""
    if not (joined(stream, index + 1) or joined(stream, index)):
        return "." in stream.words[index] and numeric_at(stream, index) is not None
    if word_at(stream, index - 1) in DASHES and word_at(stream, index - 2) in time_words().portion:
        return year_at(stream, index) is not None
    behind = word_at(stream, index + 1)
    if behind in ("/", "-", ".") or "." in stream.words[index]:
        return numeric_at(stream, index) is not None
    dash = behind in DASHES and word_at(stream, index + 2) == "q"
    if behind in ("q", "h") or dash:
        return span_at(stream, index) is not None or _is_sure_clock(stream, index)
    again = word_at(stream, index - 1) == "/"  # "7 PM ET/4 PM PT"
    return (again or behind == "z") and _is_sure_clock(stream, index)


def _is_sure_clock(stream: Stream, index: int) -> bool:
    """Whether a time of day that nothing else can be stands at a token: "14h30", "0935Z"."""
    found = clock_at(stream, index)
    return found is not None and found.sure


def find_phrase(stream: Stream, index: int) -> Phrase | None:
    """The date phrase that holds a token, from as far to the left as it goes."""
    lead = _lead_words()
    first = index
    while first > 0 and index - first < _LEAD and stream.words[first - 1] in lead:
        first -= 1
    if stream.words[index] == "century" and first == index:
        first = max(0, first - 1)
    known = stream.phrases
    for start in range(first, index + 1):
        if start not in known:
            known[start] = phrase_at(stream, start)
        phrase: Phrase | None = known[start]
        if phrase is not None and phrase.last > index:
            return phrase
    return None


def read_date(stream: Stream, index: int) -> Reading | None:
    """The date around a trigger token, counted from publication alone."""
    number = stream.tokens[index].kind == "number" or is_number_word(stream.words[index])
    if number and not _may_be_date(stream, index):
        return None
    phrase = find_phrase(stream, index)
    if phrase is None or _recurs(stream, phrase):
        return None
    first, classes = hedges_of(stream, phrase)
    value = value_of(phrase, classes, now_at(stream, phrase))
    if isinstance(phrase.name, Shifted) and phrase.name.start == "event" and value.alternatives:
        value = _from_event(value)
    return Reading(first, phrase.last, value)


def _recurs(stream: Stream, phrase: Phrase) -> bool:
    """As in "every Monday", "most Fridays"; "the most since 2008" is no recurrence."""
    return phrase.bound is None and word_at(stream, phrase.first - 1) in time_words().recurring


def _from_event(value: Value) -> Value:
    """As in "two days after taking office" tells a length; its date hangs on an event."""
    length = value.alternatives[0]
    return evolve(length, alternatives=(evolve(value, alternatives=()),))
