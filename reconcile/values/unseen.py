"""A time and the words around it in, the rank that they tell out: "not seen in 30 years".

What was not so for years, or was last so in a year that is named, is the first of its kind since.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Mention, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.lexicon import word_set
from reconcile.values.ranks import FIRST, rank_value

#: how many characters in front of a time the words may take that make it a rank
REACH: Final = 40
_DAY: Final = Decimal(86_400)
#: the least seconds of a year
_YEAR: Final = 365 * _DAY


def as_last_seen(mention: Mention, text: str) -> Mention:
    """As in "a level last seen in 2008": the first of its kind since that year."""
    value = mention.value
    if value is None or value.unresolved or mention.kind != "date" or value.hedge:
        return mention
    width = sets.width(value.named)
    before = _behind_noun("last_seen", text[max(mention.start - REACH, 0) : mention.start])
    if before is None or width is None or width < _YEAR:
        return mention
    return rank_from(mention, text, before["told"], value.named)


def as_unseen(mention: Mention, text: str, today: Decimal | None) -> Mention:
    """As in "not seen in 30 years", "seventeen years without its like"."""
    value = mention.value
    if value is None or (value.interval.low or FIRST) < _YEAR:
        return mention
    before = led_by("unseen", text[max(mention.start - REACH, 0) : mention.start])
    if before is not None:
        return rank_from(mention, text, before["told"], ago(value.interval, today))
    behind = _led_to("nothing_like").match(text, mention.end)
    if behind is None:
        return mention
    rank = rank_of(value, ago(value.interval, today))
    return Mention(mention.start, behind.end(), text[mention.start : behind.end()], "rank", rank)


def rank_of(value: Value, since: Interval | None) -> Value:
    """The first place since a time, with the time's own reading beside it."""
    return evolve(rank_value(FIRST, "superlative"), since=since, alternatives=(value,))


def rank_from(mention: Mention, text: str, told: str, since: Interval | None) -> Mention:
    """A time with the words in front of it that make it a rank."""
    assert mention.value is not None
    start = mention.start - len(told)
    value = rank_of(mention.value, since)
    return Mention(start, mention.end, text[start : mention.end], "rank", value)


def _listed(section: str) -> str:
    """The phrases of a list, "not" also where it is joined to its verb."""
    phrases = sorted(word_set("ranks", section), key=lambda phrase: (-len(phrase), phrase))
    forms = (re.escape(phrase).replace("not\\ ", r"(?:not|\w+n['’]t)\ ") for phrase in phrases)
    return "|".join(form.replace("\\ ", r"\s+") for form in forms)


@functools.cache
def _last_words(section: str) -> frozenset[str]:
    return frozenset(phrase.split()[-1].lower() for phrase in word_set("ranks", section))


def _may_hold(text: str, section: str) -> bool:
    """Whether a text has what any phrase of a list ends with: most texts settle it by that."""
    small = text.lower()
    return any(word in small for word in _last_words(section))


def led_by(section: str, before: str) -> re.Match[str] | None:
    """The phrases of a list in front of "in 30 years", "since 2008"."""
    return _leading(section).search(before) if _may_hold(before, section) else None


@functools.cache
def _leading(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<told>(?:{_listed(section)})\s+(?:(?:in|for)\s+)?)\Z", re.IGNORECASE)


def _behind_noun(section: str, before: str) -> re.Match[str] | None:
    """The same behind a noun, and no form of "be"."""
    return _following_noun(section).search(before) if _may_hold(before, section) else None


@functools.cache
def _following_noun(section: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\bwas)(?<!\bwere)(?<!\bis)(?<!\bbeen)(?<!\bare)\s(?P<told>(?:{_listed(section)})\s+(?:in\s+)?)\Z",
        re.IGNORECASE,
    )


@functools.cache
def _led_to(section: str) -> re.Pattern[str]:
    """The phrases of a list right behind."""
    return re.compile(rf"\s+(?:{_listed(section)})\b", re.IGNORECASE)


def is_since_event(between: str) -> bool:
    """Whether a text ends as in "since the crash of | 2008"."""
    return _may_hold(between, "since_event") and _since_event().search(between) is not None


@functools.cache
def _since_event() -> re.Pattern[str]:
    events = _listed("since_event")
    return re.compile(rf"\bsince\s+the\s+(?:{events})(?:\s+(?:of|in))?\s+\Z", re.IGNORECASE)


def ago(length: Interval, today: Decimal | None) -> Interval | None:
    """The days that lie a length of time before publication, closed at their ends."""
    if today is None:
        return None
    low, high = (None if end is None else today - end for end in (length.high, length.low))
    return Interval(_midnight(low), _midnight(high), True, True)


def _midnight(second: Decimal | None) -> Decimal | None:
    return None if second is None else second - second % _DAY
