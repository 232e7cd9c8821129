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
    for mention in mentions:
        if text.count("\n", 0, mention.start) >= _LINES:
            return None
        day = _day_of(mention)
        if day is not None and _is_alone(text, mention):
            return day
    return None


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
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    if not start and end < 0:  # a text of one line
        return False
    before = text[start : mention.start]
    behind = text[mention.end : len(text) if end < 0 else end]
    return len(before.strip()) <= _MOST_BESIDE and not behind.strip(" .|\r\t")
