"""Mentions of a text in, the day that stands alone on one of its first lines out: its date."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from reconcile.model import Mention
from reconcile.values import calendar

#: among the first so many lines a text bears its date
_LINES: Final = 8
#: words that may stand beside it on its line ("Published:", "By", a weekday is part of the date)
_MOST_BESIDE: Final = 12


def stamped(text: str, mentions: Sequence[Mention]) -> datetime.datetime | None:
    """The day that a text bears on a line of its own, where it is written out with its year."""
    head = _head(text)
    for mention in mentions:
        if mention.start >= head:
            return None
        day = _day_of(mention)
        if day is not None and _is_alone(text, mention):
            return day
    return None


def _head(text: str) -> int:
    """Where the first lines end."""
    end = 0
    for _ in range(_LINES):
        following = text.find("\n", end)
        if following < 0:
            return len(text)
        end = following + 1
    return end


def _day_of(mention: Mention) -> datetime.datetime | None:
    value = mention.value
    if mention.kind != "date" or value is None or value.unresolved or value.hedge:
        return None
    low, high = value.named.low, value.named.high
    if low is None or high is None or high - low != calendar.DAY or value.alternatives:
        return None
    year, month, day = calendar.civil(calendar.day_of(int(low)))
    return datetime.datetime(year, month, day) if 1900 <= year < 2200 else None


def _is_alone(text: str, mention: Mention) -> bool:
    """Whether next to nothing but the date stands on its line."""
    before = text[max(0, mention.start - _MOST_BESIDE - 1) : mention.start]
    behind = text[mention.end : mention.end + _MOST_BESIDE]
    opens = "\n" in before or len(before) == mention.start
    closes = not behind.partition("\n")[0].strip(" .|\r\t")
    one_line = "\n" not in before and "\n" not in behind
    return opens and closes and not one_line
