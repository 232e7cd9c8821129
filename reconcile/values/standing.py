"""Mentions in, the same out: a rank that holds since a day or over some years is told so.

"The highest since 2014" and "the highest in 11 years" say when something last stood as high; that
time becomes the rank's ``since``. "A three-year high" is such a rank by itself.
"""

from __future__ import annotations

import datetime
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
_BREAKS: Final = frozenset(",;:.!?()\n")
_OVER: Final = frozenset(("in", "for"))
_DAY: Final = Decimal(86_400)
_FIRST: Final = Decimal(1)


def hold_ranks(
    mentions: Sequence[Mention], text: str, published: datetime.datetime | None
) -> tuple[Mention, ...]:
    """The mentions of a text, its ranks with the time that they hold over."""
    today = None if published is None else _seconds(published)
    found: list[Mention] = []
    for index, mention in enumerate(mentions):
        if mention.kind == "duration":
            mention = _as_high(mention, text, today)
        elif mention.kind == "rank" and index + 1 < len(mentions):
            mention = _held(mention, mentions[index + 1], text, today)
        found.append(mention)
    return tuple(found)


def _seconds(moment: datetime.datetime) -> Decimal:
    return Decimal(int((moment.replace(tzinfo=None) - _EPOCH).total_seconds()))


def _held(rank: Mention, time: Mention, text: str, today: Decimal | None) -> Mention:
    if rank.value is None or time.value is None or rank.value.nominal != _FIRST:
        return rank
    between = text[rank.end : time.start]
    if len(between) > _REACH or not _BREAKS.isdisjoint(between):
        return rank
    since = _last_time(time, time.value, between, today)
    return (
        rank if since is None else attrs.evolve(rank, value=attrs.evolve(rank.value, since=since))
    )


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
