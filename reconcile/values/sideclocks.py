"""Mentions in, the same out, each clock time that another zone's stands beside with its own zone.

"6:26 p.m. local time (2126 GMT)" is one moment on two clocks: the first runs three hours behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile.model import Mention, Value
from reconcile.records import evolve
from reconcile.values.zones import utc_words

#: what stands between a clock time and the same moment by another zone's clocks
BESIDE: Final = frozenset(("(", "[", "/", "or", ", or", "–", "—"))
#: the longest of them, with spaces around
_REACH: Final = 6
#: a time that names more than this many seconds is no clock time
CLOCK_SECONDS: Final = 3600
_DAY_MINUTES: Final = 24 * 60
#: offsets from UTC go by quarters of an hour, from -12 to 14 hours
_QUARTER: Final = 15
_HIGHEST: Final = 14 * 60


def tell_zones(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions of a text, the zone told of each clock time whose moment stands beside it."""
    told = list(mentions)
    for index in range(1, len(told)):
        first, second = told[index - 1], told[index]
        if not stand_beside(first, second, text):
            continue
        assert first.value is not None
        assert second.value is not None
        if second.value.offset_minutes is not None:
            zone = _ahead(first.value, second.value, second.value.offset_minutes)
            told[index - 1] = _in_zone(first, zone, second)
        elif first.value.offset_minutes is not None:
            zone = _ahead(second.value, first.value, first.value.offset_minutes)
            told[index] = _in_zone(second, zone, first)
    return told


def stand_beside(first: Mention, second: Mention, text: str) -> bool:
    """Whether two mentions are clock times of which the second may tell the first again."""
    if not first.kind == second.kind == "date" or second.start - first.end > _REACH:
        return False
    if text[first.end : second.start].strip() not in BESIDE:
        return False
    return all(each.value is not None and is_clock(each.value) for each in (first, second))


def is_clock(value: Value) -> bool:
    """Whether a value names a moment of the day."""
    low, high = value.named.low, value.named.high
    return low is not None and high is not None and high - low <= CLOCK_SECONDS


def _ahead(one: Value, other: Value, offset: int) -> int | None:
    """Minutes that the clock of one is ahead of UTC, where it and another tell one moment."""
    if one.offset_minutes is not None or one.named.low is None or other.named.low is None:
        return None
    ahead = int(one.named.low - other.named.low) // 60 + offset
    if ahead % _QUARTER:
        return None
    ahead %= _DAY_MINUTES
    return ahead if ahead <= _HIGHEST else ahead - _DAY_MINUTES


def _in_zone(mention: Mention, zone: int | None, other: Mention) -> Mention:
    """A clock time in the zone that the moment of another beside it tells."""
    value = mention.value
    if zone is None or value is None:
        return mention
    step = f"“{other.text}” beside it says that clocks there run at {utc_words(zone)}"
    others = tuple(
        evolve(each, offset_minutes=zone) if each.kind == "date" and is_clock(each) else each
        for each in value.alternatives
    )
    told = evolve(value, offset_minutes=zone, alternatives=others, steps=(*value.steps, step))
    return evolve(mention, value=told)
