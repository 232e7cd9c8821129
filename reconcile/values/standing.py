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

from reconcile import patterns
from reconcile.model import Interval, Mention, Stated, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.calendar import local_second
from reconcile.values.lexicon import word_set
from reconcile.values.ranks import FIRST
from reconcile.values.unseen import (
    REACH,
    ago,
    as_last_seen,
    as_unseen,
    is_since_event,
    led_by,
    rank_from,
    rank_of,
)

#: how many characters may lie between a rank and the time it holds over
_BETWEEN: Final = 70
_DAY: Final = 86_400
_NOT_SINCE: Final = patterns.compile(
    r"\b(?: not | (?:at|in|for|of|on) \s+ any \s+ \w+ )\s+$", re.IGNORECASE | re.VERBOSE
)
_BREAKS: Final = frozenset(",;:.!?()\n")
#: what leads from a rank to the length that it holds over
_LEADS: Final = patterns.compile(
    r"\b (?: in | for | (?:in|for|over|during) \s+ the \s+ (?:last|past) ) \s+ \Z",
    re.IGNORECASE | re.VERBOSE,
)
#: what may stand between two ways to tell one time
_AGAIN: Final = patterns.compile(
    r"[\s,;(–—-]* (?: that \s is (?: \s to \s say)? | i\.e\. | or | meaning | namely )? [\s,]*"
    r" (?: since \b [^,;:.!?()]* )? \Z",
    re.IGNORECASE | re.VERBOSE,
)


def hold_ranks(
    mentions: Sequence[Mention], text: str, published: datetime.datetime | None
) -> tuple[Mention, ...]:
    """The mentions of a text, its ranks with the time that they hold over."""
    today = None if published is None else Decimal(local_second(published))
    found = list(mentions)
    for index, mention in enumerate(found):
        if mention.kind == "duration":
            found[index] = _as_high(as_unseen(mention, text, today), text, today)
        elif mention.kind == "date":
            found[index] = as_last_seen(_as_not_since(mention, text), text)
        elif mention.kind == "rank" and index + 1 < len(found):
            _hold(found, index, text, today)
    return tuple(found)


def _hold(found: list[Mention], index: int, text: str, today: Decimal | None) -> None:
    """Give a rank the time behind it; the time's own words then tell of the rank as well."""
    rank, at = found[index], _time_behind(found, index)
    time = found[at]
    if rank.value is None or time.value is None or rank.value.nominal != FIRST:
        return
    between = text[rank.end : time.start]
    if len(between) > _BETWEEN or not _BREAKS.isdisjoint(between):
        return
    since = _last_time(time, time.value, between, today)
    if since is None:
        return
    value = evolve(rank.value, since=since)
    found[index] = evolve(rank, value=value)
    found[at] = _tells_too(time, value)
    if at + 1 < len(found):
        again = found[at + 1]
        found[at + 1] = _told_again(again, value, text[time.end : again.start])


def _time_behind(found: Sequence[Mention], index: int) -> int:
    """Where the time behind a rank stands; a figure may stand between them."""
    behind = range(index + 1, min(index + 3, len(found)))
    return next((at for at in behind if found[at].kind in ("date", "duration")), index + 1)


def _tells_too(time: Mention, rank: Value) -> Mention:
    """A time whose words tell of a rank as well."""
    assert time.value is not None
    others = (*time.value.alternatives, evolve(rank, alternatives=()))
    if time.kind == "duration" and rank.since is not None:
        others = (*others, _days(rank.since))
    return evolve(time, value=evolve(time.value, alternatives=others))


def _days(since: Interval) -> Value:
    """When it last was so, as days."""
    high = None if since.high is None else since.high + _DAY
    days = Interval(since.low, high, since.low is not None, False)
    return Value("date", "date", days, days, stated=Stated(None, "period"))


def _told_again(mention: Mention, rank: Value, between: str) -> Mention:
    """As in "the driest in 17 years, that is, since 2008": the time of the rank is told twice."""
    value = mention.value
    if value is None or value.unresolved or mention.kind != "date":
        return mention
    bound = mention.text[:5].lower() == "since" or is_since_event(between)
    if not bound or not _AGAIN.match(between) or value.named == sets.EVERYTHING:
        return mention
    return _tells_too(mention, evolve(rank, since=value.named))


def _last_time(time: Mention, value: Value, between: str, today: Decimal | None) -> Interval | None:
    """When something last stood as high, from "since 2014" or "in 11 years"."""
    if value.unresolved:
        return None
    if time.kind == "date" and (time.text[:5].lower() == "since" or is_since_event(between)):
        return None if value.named == sets.EVERYTHING else value.named
    if time.kind == "duration" and _LEADS.search(between):
        return ago(value.interval, today)
    return None


def _as_not_since(mention: Mention, text: str) -> Mention:
    """As in "not since 2019", "faster than at any time since May": a rank that holds since then."""
    value = mention.value
    if value is None or value.unresolved or mention.text[:5].lower() != "since":
        return mention
    before = _NOT_SINCE.search(text[max(mention.start - REACH, 0) : mention.start])
    told = None if before is None else before[0]
    if told is None:
        unseen = led_by("unseen", text[max(mention.start - REACH, 0) : mention.start])
        told = None if unseen is None else unseen["told"]
    if told is None or value.named == sets.EVERYTHING:
        return mention
    return rank_from(mention, text, told, value.named)


def _as_high(mention: Mention, text: str, today: Decimal | None) -> Mention:
    """As in "a three-year high": the highest in three years; the length is kept beside it."""
    behind = text[mention.end : mention.end + 12].split()
    joined = text[mention.end : mention.end + 1].isspace() and "-" in mention.text
    word = behind[0].strip(".,;:!?)").lower() if behind else ""
    if not joined or mention.value is None or word not in word_set("ranks", "extreme"):
        return mention
    end = text.index(behind[0], mention.end) + len(word)
    value = rank_of(mention.value, ago(mention.value.interval, today))
    return Mention(mention.start, end, text[mention.start : end], "rank", value)
