"""A date phrase in its text in; where it is counted from, its tense and its hedges out."""

from __future__ import annotations

from typing import Final

from reconcile.values import calendar, hedges, tense
from reconcile.values.clock import clock_at
from reconcile.values.datephrases import Phrase, is_at_least
from reconcile.values.dayfields import QUOTES
from reconcile.values.markers import suffix_at
from reconcile.values.numbers import is_number_word, number_at
from reconcile.values.reckoning import Now
from reconcile.values.stream import Stream, is_capitalised, kind_at, word_at
from reconcile.values.timenames import Calendar, Ending, Range, Shifted
from reconcile.values.timewords import time_words

#: how many words the figure in front of "more than a year ago" may take
_FIGURE_REACH: Final = 4
#: how far behind "Sunday's" the verb of what it is the day of may stand
_FIXTURE_REACH: Final = 5
#: how far before "to Thursday" the verb may stand that moves something there
_MOVED_REACH: Final = 6


def now_at(stream: Stream, phrase: Phrase) -> Now:
    """Where a phrase's words are counted from, no date named before."""
    published = stream.published
    south = any(word in time_words().south for word in (stream.place or "").lower().split())
    return Now(
        publication(stream),
        has_hour=published is not None and (published.hour, published.minute) != (0, 0),
        direction=_direction(stream, phrase),
        south=south,
    )


def publication(stream: Stream) -> int | None:
    """The local second at which a text was published."""
    published = stream.published
    if published is None:
        return None
    day = calendar.day_number(published.year, published.month, published.day)
    return day * calendar.DAY + published.hour * 3600 + published.minute * 60 + published.second


def _direction(stream: Stream, phrase: Phrase) -> int:
    found = tense.direction(stream, phrase.first, phrase.last)
    if phrase.bound in ("until", "by", "through"):
        return -1 if phrase.bound == "by" and _is_over(stream, phrase) else 2
    if phrase.bound == "not_before" and is_at_least(stream, phrase.first):
        return 2
    if isinstance(phrase.name, Ending) and "ended" in stream.words[phrase.first : phrase.last]:
        return -2
    if phrase.bound == "since" or tense.behind_since(stream, phrase.first):
        return -2
    if word_at(stream, phrase.first) in time_words().beginning or (
        phrase.bound == "from" and word_at(stream, phrase.first) == "as"
    ):
        return 1
    whole = not isinstance(phrase.name, Range)
    if _is_fixture(stream, phrase):
        return 1
    if whole and (_is_moved(stream, phrase.first) or _is_set(stream, phrase.first)):
        return 1
    opening = phrase.bound in ("before", "after", "from", "not_before")
    if found < 0 and not opening and tense.is_over(stream, phrase.first):
        return -2
    return 1 if found == 0 and opening else found


def _is_moved(stream: Stream, index: int) -> bool:
    """As in "was put back to Thursday"."""
    near = stream.words[max(0, index - _MOVED_REACH) : index]
    return word_at(stream, index - 1) == "to" and any(word in time_words().moved for word in near)


def _is_set(stream: Stream, index: int) -> bool:
    """As in "the vote is on Friday", "kick-off is at 19:45 on Friday"."""
    at = index - 1
    at -= word_at(stream, at) in ("at", "on")
    return word_at(stream, at) in ("is", "are")


def _is_fixture(stream: Stream, phrase: Phrase) -> bool:
    """As in "Sunday's derby is at 15:00", "Friday's talks are in Geneva", told in the present."""
    name, last = phrase.name, phrase.last
    bare = isinstance(name, Calendar) and name.weekday is not None and name.month is None
    if not bare or word_at(stream, last) not in QUOTES or word_at(stream, last + 1) != "s":
        return False
    for at in range(last + 2, last + 2 + _FIXTURE_REACH):
        if kind_at(stream, at) != "word" or word_at(stream, at) in time_words().past:
            return False
        if word_at(stream, at) in ("is", "are"):
            return _is_arranged(stream, at + 1)
    return False


def _is_arranged(stream: Stream, index: int) -> bool:
    """Whether what stands behind "is" tells where or when something will be: "at 15:00"."""
    word = word_at(stream, index)
    if word in time_words().planned or word in ("due", "scheduled", "live", "against"):
        return True
    clock = clock_at(stream, index + 1)
    timed = clock is not None and clock.sure
    return word in ("at", "in", "on") and (timed or is_capitalised(stream, index + 1))


def _is_over(stream: Stream, phrase: Phrase) -> bool:
    """As in "By Monday there were 40", "had recorded 41 by Friday", "reached 193 by Monday"."""
    if is_capitalised(stream, phrase.first):
        return tense.direction(stream, phrase.last, phrase.last) < 0
    return tense.perfect(stream, phrase.first) or tense.reached(stream, phrase.first)


def hedges_of(stream: Stream, phrase: Phrase) -> tuple[int, tuple[str, ...]]:
    """Hedges in front of a count of time ("more than two years ago") and where they begin."""
    if not isinstance(phrase.name, Shifted) or _compares(stream, phrase):
        return phrase.first, ()
    return hedges.before(stream, phrase.first)


def _compares(stream: Stream, phrase: Phrase) -> bool:
    """As in "lower than a year ago", "9% more than a year before": the date is no bound."""
    if word_at(stream, phrase.first - 1) != "than":
        return False
    at = phrase.first - 2
    if word_at(stream, at) not in time_words().more or word_at(stream, phrase.first) == "the":
        return True
    return word_at(stream, at - 1) in ("far", "much") or _ends_figure(stream, at)


def _ends_figure(stream: Stream, last: int) -> bool:
    """Whether a figure, with its unit, ends before a token: "9% | more", "€3m | less"."""
    for first in range(last - 1, max(-1, last - 1 - _FIGURE_REACH), -1):
        if kind_at(stream, first) != "number" and not is_number_word(word_at(stream, first)):
            continue
        number = number_at(stream, first)
        if number is None:
            continue
        unit = suffix_at(stream, number.last)
        behind = number.last + (word_at(stream, number.last) in time_words().unit)
        return last in (behind, unit[0] if unit is not None else None)
    return False
