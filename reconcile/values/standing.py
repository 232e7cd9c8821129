"""Mentions in, the same out: a rank that holds since a day or over some years is told so.

"The highest since 2014" and "the highest in 11 years" say when something last stood as high; that
time becomes the rank's ``since``. "A three-year high" is such a rank by itself.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import attrs

from reconcile.model import Interval, Mention, Value
from reconcile.values import sets
from reconcile.values.lexicon import word_set
from reconcile.values.ranks import rank_value

#: how many characters may lie between a rank and the time it holds over
_REACH: Final = 70
_EPOCH: Final = datetime.datetime(1970, 1, 1)
_NOT_SINCE: Final = re.compile(
    r"\b(?: not | (?:at|in|for|of|on) \s+ any \s+ \w+ )\s+$", re.IGNORECASE | re.VERBOSE
)
_NOT_SINCE_REACH: Final = 40
_BREAKS: Final = frozenset(",;:.!?()\n")
_OVER: Final = frozenset(("in", "for"))
_DAY: Final = Decimal(86_400)
_FIRST: Final = Decimal(1)


def hold_ranks(
    mentions: Sequence[Mention], text: str, published: datetime.datetime | None
) -> tuple[Mention, ...]:
    """The mentions of a text, its ranks with the time that they hold over."""
    today = None if published is None else _seconds(published)
    found = list(mentions)
    for index, mention in enumerate(found):
        if mention.kind == "duration":
            found[index] = _as_high(mention, text, today)
        elif mention.kind == "date":
            found[index] = _as_not_since(mention, text)
        elif mention.kind == "rank" and index + 1 < len(found):
            _hold(found, index, text, today)
    return tuple(found)


def _seconds(moment: datetime.datetime) -> Decimal:
    return Decimal(int((moment.replace(tzinfo=None) - _EPOCH).total_seconds()))


def _hold(found: list[Mention], index: int, text: str, today: Decimal | None) -> None:
    """Give a rank the time behind it; the time's own words then tell of the rank as well."""
    rank, time = found[index], found[index + 1]
    if rank.value is None or time.value is None or rank.value.nominal != _FIRST:
        return
    between = text[rank.end : time.start]
    if len(between) > _REACH or not _BREAKS.isdisjoint(between):
        return
    since = _last_time(time, time.value, between, today)
    if since is None:
        return
    value = attrs.evolve(rank.value, since=since)
    others = (*time.value.alternatives, attrs.evolve(value, alternatives=()))
    found[index] = attrs.evolve(rank, value=value)
    found[index + 1] = attrs.evolve(time, value=attrs.evolve(time.value, alternatives=others))


def _last_time(time: Mention, value: Value, between: str, today: Decimal | None) -> Interval | None:
    """When something last stood as high, from "since 2014" or "in 11 years"."""
    if value.unresolved:
        return None
    if time.kind == "date" and time.text[:5].lower() == "since":
        return None if value.named == sets.EVERYTHING else value.named
    if time.kind == "duration" and between.split()[-1:] and between.split()[-1].lower() in _OVER:
        return _ago(value.interval, today)
    return None


def _ago(length: Interval, today: Decimal | None) -> Interval | None:
    """The days that lie a length of time before publication, closed at their ends."""
    if today is None:
        return None
    low, high = (None if end is None else today - end for end in (length.high, length.low))
    return Interval(_midnight(low), _midnight(high), True, True)


def _midnight(second: Decimal | None) -> Decimal | None:
    return None if second is None else second - second % _DAY


def _as_not_since(mention: Mention, text: str) -> Mention:
    """As in "not since 2019", "faster than at any time since May": a rank that holds since then."""
    value = mention.value
    if value is None or value.unresolved or mention.text[:5].lower() != "since":
        return mention
    before = _NOT_SINCE.search(text[: mention.start][-_NOT_SINCE_REACH:])
    if before is None or value.named == sets.EVERYTHING:
        return mention
    start = mention.start - len(before[0])
    rank = attrs.evolve(rank_value(_FIRST, "superlative"), since=value.named, alternatives=(value,))
    return Mention(start, mention.end, text[start : mention.end], "rank", rank)


def _as_high(mention: Mention, text: str, today: Decimal | None) -> Mention:
    """As in "a three-year high": the highest in three years; the length is kept beside it."""
    behind = text[mention.end : mention.end + 12].split()
    joined = text[mention.end : mention.end + 1].isspace() and "-" in mention.text
    word = behind[0].strip(".,;:!?)").lower() if behind else ""
    if not joined or mention.value is None or word not in word_set("ranks", "extreme"):
        return mention
    end = text.index(behind[0], mention.end) + len(word)
    value = attrs.evolve(
        rank_value(_FIRST, "superlative"),
        since=_ago(mention.value.interval, today),
        alternatives=(mention.value,),
    )
    return Mention(mention.start, end, text[mention.start : end], "rank", value)
