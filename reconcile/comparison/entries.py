"""A claim and its article in, when it was printed out: a live page's entry, else the article.

A page that is written as the day goes ("7.40am - No deaths reported so far") says at the head of
each entry when it was written; what stands there was true then, and not when the page was closed.
"""

from __future__ import annotations

import bisect
import datetime
import functools
import itertools
import re
from typing import Final

from reconcile import patterns
from reconcile.model import Article, Claim
from reconcile.tuples import NamedTuple

#: a clock time at the head of a line, and a word or a dash behind it
_HEAD: Final = patterns.compile(
    r"""
    ^ [ \t*•–-]{0,4} (?P<hour> \d{1,2} ) [:.h] (?P<minute> \d{2} ) (?! \d | [:./] \d )
    [ ]? (?P<half> [ap]\.?m\b\.? )? (?: [ ] [A-Z]{2,4} \b )?
    [ \t]* (?: [-–—:|] | [ \t] (?= [^\W\d_] ) | $ )
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
#: fewer heads are no live page
_FEWEST: Final = 4
_NOON: Final = 12
_DAY: Final = datetime.timedelta(days=1)


class Entry(NamedTuple):
    """An entry of a live page."""

    start: int
    #: minutes from midnight
    minute: int


@functools.lru_cache(maxsize=4096)
def printed(claim: Claim, article: Article) -> datetime.datetime | None:
    """When a claim's words were written, as closely as the article says."""
    published = article.published
    if published is None:
        return None
    found = entries_of(article.text, published.hour * 60 + published.minute)
    at = bisect.bisect_right([entry.start for entry in found], claim.focus.start)
    if not at:
        return published
    midnight = published.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + datetime.timedelta(minutes=found[at - 1].minute)


@functools.lru_cache(maxsize=512)
def entries_of(text: str, published_minute: int) -> tuple[Entry, ...]:
    """The entries of a live page, none after its publication; minutes before midnight are negative.

    Empty where the page is none: too few heads, or heads that run neither up nor down.
    """
    heads = [
        (match.start(), minute)
        for match in _HEAD.finditer(text)
        if (minute := _minute(match)) is not None
    ]
    if len(heads) < _FEWEST:
        return ()
    falls = sum(b < a for (_, a), (_, b) in itertools.pairwise(heads))
    newest_first = 2 * falls > len(heads) - 1
    ordered = heads if newest_first else heads[::-1]
    days, found = 0, list[Entry]()
    last = published_minute
    for start, minute in ordered:
        if minute - days * 24 * 60 > last:
            days += 1
        last = minute - days * 24 * 60
        found.append(Entry(start, last))
    return tuple(sorted(found)) if days <= 1 else ()


def _minute(match: re.Match[str]) -> int | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    half = (match["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return hour * 60 + minute if hour < 2 * _NOON and minute < 60 else None
