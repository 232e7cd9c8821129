"""Tokens in, dates counted from elsewhere out: "three days ago", "a year earlier"."""

from __future__ import annotations

from typing import Final

from reconcile.records import evolve
from reconcile.values import hedges, tense
from reconcile.values.countedlengths import Length, length_at
from reconcile.values.dayfields import DASHES, Named, NameReader
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS
from reconcile.values.stream import Stream, kind_at, word_at
from reconcile.values.timenames import (
    At,
    Calendar,
    Ending,
    Holiday,
    Name,
    Portion,
    Shifted,
    Whole,
)
from reconcile.values.timewords import time_words

#: how many words in front of "in six years" what is first in them may stand
_RECORD_REACH: Final = 12
#: lengths that are told by their last day, and how many months or weeks each is
_ENDING: Final = {"week": 1, "fortnight": 2, "month": 1, "quarter": 3, "year": 12}
_WEEKLY: Final = frozenset(("week", "fortnight"))


def shifted_at(stream: Stream, index: int, read: NameReader) -> Named | None:
    """As in "three weeks ago yesterday", "a year earlier", "a week on Saturday"."""
    length = length_at(stream, index) or _bare_unit(stream, index)
    if length is None:
        return None
    last = length.last
    while word_at(stream, last) in ("or",) and word_at(stream, last + 1) in ("so", "more", "two"):
        last += 2
    word = word_at(stream, last)
    relation = time_words().ago.get(word)
    if relation == "ago":
        return _ago(stream, length, last + 1, read)
    if relation in ("earlier", "later", "hence"):
        return _earlier_or_later(stream, length, relation, last + 1)
    if relation in ("before", "after") and _is_stretch(stream, index, length):
        return None
    if relation in ("before", "after") and _allowed(length, word):
        return _before_or_after(stream, index, length, relation, last + 1, read)
    if word in ("from", "on", "since", "following") and not length.article:
        found = _onward(stream, length, word, last + 1, read)
        if found is not None and not (word == "from" and _lasts(stream, index, found.last, read)):
            return found
    if word_at(stream, index - 1) == "in" and _lies_ahead(stream, index, last, word):
        last += 2 if word in ("'", "’") and word_at(stream, last + 1) in ("s", "time") else 0
        last += word_at(stream, last) == "time"
        return Named(_name(length, 1, "now"), last)
    return _ending(stream, length, last, read)


def _bare_unit(stream: Stream, index: int) -> Length | None:
    """As in "quarter ended September 30", "week ending 4 July": no article stands before it."""
    unit = time_words().unit.get(word_at(stream, index), "")
    if unit not in _ENDING or word_at(stream, index + 1) not in ("ended", "ending"):
        return None
    return Length(1, 1, unit, index + 1, article=True)


def _is_stretch(stream: Stream, index: int, length: Length) -> bool:
    """As in "in the ten years before": how long it was, not when."""
    the = word_at(stream, index - 1) == "the"
    return the and length.high > 1 and word_at(stream, index - 2) in time_words().during


def _lies_ahead(stream: Stream, index: int, last: int, word: str) -> bool:
    """As in "will open in two weeks": a length behind "in" under a verb of the future is a date."""
    if word_at(stream, index - 2) in time_words().times or is_record(stream, index - 1):
        return False
    if kind_at(stream, last) == "word" and word not in (
        "and",
        "but",
        "or",
        "when",
        "at",
        "with",
        "on",
        "s",
        "time",
    ):
        return False
    return tense.direction(stream, index, last) > 0


def is_record(stream: Stream, index: int) -> bool:
    """As in "its lowest level in six years", "the driest start to a summer in a decade".

    What is first of the years before stands in front, with no verb of what is to come between.
    """
    ahead = (time_words().modal - {"to"}) | word_set("ranks", "first_is")
    for at in range(index - 1, max(-1, index - 1 - _RECORD_REACH), -1):
        word = stream.words[at]
        if word in word_set("ranks", "superlative") or word in word_set("ranks", "first_of"):
            return True
        if word in word_values("ranks", "ordinal") and "to" in stream.words[at + 2 : at + 4]:
            return True  # "the fourth plant to close in five years"
        if word in ahead or kind_at(stream, at) == "mark" and word not in HYPHENS:
            return False
    return False


def _allowed(length: Length, word: str) -> bool:
    return not length.article or length.low == 1


def _name(length: Length, sign: int, start: str, base: Name | None = None) -> Shifted:
    return Shifted(length.unit, length.low, length.high, sign, start, base, length.half)


def _ago(stream: Stream, length: Length, last: int, read: NameReader) -> Named:
    if length.article:
        length = length._replace(article=False)
    word = word_at(stream, last)
    weekday = word in time_words().weekday and length.unit in ("week", "fortnight")
    if word in time_words().deictic or weekday or word in ("this", "on", "last"):
        skipped = 1 if word == "on" else 0
        base = read(stream, last + skipped)
        if base is not None and isinstance(base.name, At) and base.name.day is not None:
            if _is_day(base.name.day):  # "a week ago today, at 18:10"
                day = _name(length, -1, "now", base.name.day)
                return Named(evolve(base.name, day=day), base.last)
        elif base is not None and _is_day(base.name):
            return Named(_name(length, -1, "now", base.name), base.last)
    return Named(_name(length, -1, "now"), last)


def _is_day(name: Name) -> bool:
    """Whether a count of time can be told closer by it: "today", "Tuesday", "this week"."""
    if isinstance(name, Whole):
        return name.unit in ("day", "week", "month")
    return isinstance(name, Calendar) and name.weekday is not None


def _earlier_or_later(stream: Stream, length: Length, relation: str, last: int) -> Named | None:
    if word_at(stream, last) == "than":
        return Named(_name(length, 1 if relation == "later" else -1, "event"), last + 1)
    if relation == "hence":
        away_from = word_at(stream, last) in ("from",)
        return None if away_from else Named(_name(length, 1, "now"), last)
    return Named(_name(length, 1 if relation == "later" else -1, "thread"), last)


def _before_or_after(
    stream: Stream, index: int, length: Length, relation: str, last: int, read: NameReader
) -> Named | None:
    sign = -1 if relation == "before" else 1
    word = word_at(stream, last)
    if word in time_words().not_event:
        return None
    if word in ("last", "next") and kind_at(stream, last + 1) != "word":  # "the week before last"
        return Named(Whole(length.unit, 2 * (1 if word == "next" else -1)), last + 1)
    if word == "that" and kind_at(stream, last + 1) != "word":
        return Named(_name(length, sign, "thread"), last + 1)
    if kind_at(stream, last) != "word" and kind_at(stream, last) != "number":
        return Named(_name(length, sign, "thread"), last)
    base = read(stream, last)
    if base is not None and word_at(stream, index - 1) in ("in", "within", "over", "for", "of"):
        return None  # "in nine days after June 4" is a length and a date
    if base is not None:
        return Named(_name(length, sign, "now", base.name), base.last)
    if word in time_words().goes_on:
        return Named(_name(length, sign, "thread"), last)
    return Named(_name(length, sign, "event"), last)


def _onward(stream: Stream, length: Length, word: str, last: int, read: NameReader) -> Named | None:
    """As in "two weeks from now", "three days from Monday", "a week on Saturday"."""
    if word == "from" and word_at(stream, last) == "now":
        return Named(_name(length, 1, "now"), last + 1)
    if word == "since" or word == "following":
        return None
    base = read(stream, last)
    if base is None:
        return None
    weekday = (
        isinstance(base.name, Calendar)
        and base.name.weekday is not None
        and base.name.month is None
    )
    if word == "on" and not (weekday and length.unit in ("week", "fortnight")):
        return None
    if word == "from" and length.unit in ("hour", "minute") and not weekday:
        return None
    today = isinstance(base.name, Whole) and base.name.unit == "day"
    if not (weekday or today or isinstance(base.name, (Calendar, Holiday))):
        return None
    name = base.name
    if isinstance(name, Calendar) and name.month is None and not weekday:
        return None  # "50 million doses a year from 2027"
    if weekday and isinstance(name, Calendar) and name.which is None:
        name = evolve(name, which="next")
    return Named(_name(length, 1, "now", name), base.last)


def _lasts(stream: Stream, index: int, last: int, read: NameReader) -> bool:
    """As in "for 48 hours from Thursday", "28 days from 24 June to 21 July": a length, a start."""
    first = hedges.before(stream, index)[0]
    if word_at(stream, index - 1) == "over":  # "will vote over three weeks from 9 February"
        return word_at(stream, index - 2) not in word_set("durations", "over")
    while word_at(stream, first - 1) in ("the", "a", "next", "first", "up", "to"):
        first -= 1
    if word_at(stream, first - 1) in time_words().lasting:
        return True
    to = word_at(stream, last) in ("to", "until", "till", "through", *DASHES)
    return to and read(stream, last + 1) is not None


def _ending(stream: Stream, length: Length, last: int, read: NameReader) -> Named | None:
    """As in "the year to March", "13 weeks ended June 30", "the quarter ending in May"."""
    each = _ENDING.get(length.unit)
    last += word_at(stream, last) == "period"  # "the 12-month period to June"
    word = word_at(stream, last)
    if each is None or length.low != length.high or length.half:
        return None
    if word not in ("to", "through", "ended", "ending", "until", "till"):
        return None
    last += 1
    while word_at(stream, last) in ("on", "in", "next", "the", "at") and read(stream, last) is None:
        last += 1
    end = read(stream, last)
    if end is None:
        return None
    if length.unit in _WEEKLY:
        weekly = _is_last_day(end.name) and word not in ("through", "until", "till")
        return Named(Ending(0, end.name, weeks=each * length.low), end.last) if weekly else None
    if not isinstance(end.name, (Calendar, Portion, Whole)):
        return None
    if isinstance(end.name, Calendar) and end.name.month is None:
        return None
    return Named(Ending(each * length.low, end.name), end.last)


def _is_last_day(name: Name) -> bool:
    """Whether weeks can be told by a name: "30 October", "Friday", "Christmas"."""
    if isinstance(name, Calendar):
        return name.day is not None or name.weekday is not None
    return isinstance(name, Holiday)
