"""Tokens in, a time zone out: "UTC", "ET", "London time", "GMT +8"."""

from __future__ import annotations

from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timewords import time_words


def zone_at(stream: Stream, index: int) -> tuple[tuple[int, int, str] | None, int] | None:
    """The zone at a token and the index behind it; the zone is ``None`` for local time."""
    word = word_at(stream, index)
    if word == "(" and word_at(stream, index + 1) not in ("", "("):
        inner = zone_at(stream, index + 1)
        if inner is not None and word_at(stream, inner[1]) == ")":
            return inner[0], inner[1] + 1
        return None
    if word == "local" and word_at(stream, index + 1) == "time":
        return None, index + 2
    words = time_words()
    if word in words.zone:
        return _zone_letters(stream, index, words.zone[word])
    if word == "the" or not is_capitalised(stream, index):
        return None
    last = index + 1
    if word in words.zone_first and word_at(stream, last) != "time":
        word, last = word_at(stream, last), last + 1
    if word in words.zone_place:
        return _zone_place(stream, last, word, words.zone_place[word])
    if word_at(stream, last) == "time" and kind_at(stream, index) == "word":
        return None, last + 1  # a place whose zone the table lacks
    return None


def _zone_letters(
    stream: Stream, index: int, minutes: list[int | str]
) -> tuple[tuple[int, int, str], int] | None:
    word = stream.words[index]
    printed = stream.text[stream.tokens[index].start : stream.tokens[index].end]
    if (
        not printed.isupper()
        and word not in ("gmt", "utc")
        or (word == "z" and not joined(stream, index))
    ):
        return None
    last = index + 1
    zone = _zone(minutes)
    if word in ("gmt", "utc") and word_at(stream, last) in ("+", "-", "−", "–"):
        hours = word_at(stream, last + 1)
        if hours.isdecimal() and int(hours) <= 14:
            offset = int(hours) * 60 * (1 if word_at(stream, last) == "+" else -1)
            last += 2
            if word_at(stream, last) == ":" and word_at(stream, last + 1).isdecimal():
                offset += int(stream.words[last + 1])
                last += 2
            return (offset, offset, ""), last
    return zone, last


def _zone_place(
    stream: Stream, last: int, word: str, minutes: list[int | str]
) -> tuple[tuple[int, int, str], int] | None:
    behind = word_at(stream, last)
    if behind in ("standard", "daylight", "summer") and word_at(stream, last + 1) == "time":
        return _zone(minutes), last + 2
    if behind == "time":
        return _zone(minutes), last + 1
    bare = word in ("eastern", "central", "pacific") and kind_at(stream, last) != "word"
    return (_zone(minutes), last) if bare else None


def _zone(minutes: list[int | str]) -> tuple[int, int, str]:
    winter, summer, rule = (*minutes, minutes[0], "")[:3] if len(minutes) < 3 else minutes
    return int(winter), int(summer), str(rule) if len(minutes) == 3 else ""
