"""A birthday in, an age out: "a week after his 95th birthday", "days before her 40th birthday"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Value
from reconcile.records import evolve
from reconcile.values.ages import age_value
from reconcile.values.lexicon import word_set
from reconcile.values.stream import Stream, word_at

#: how many words before "after his" say how long after
_REACH: Final = 3
_OLDEST: Final = 115


def age_by_birthday(stream: Stream, index: int, years: Decimal) -> Value | None:
    """How old someone is whose birthday it is, where a token says whose: the year on either side.

    "After" leaves the year from then on, and "before" the one up to it, but not years later.
    """
    if word_at(stream, index) not in word_set("ages", "celebrant") or years > _OLDEST:
        return None
    value = age_value(years, years + 1, years, "year")
    link = word_at(stream, index - 1)
    if {"year", "years", "decade", "decades"} & set(stream.words[max(0, index - _REACH) : index]):
        return None
    if link in word_set("ages", "past_birthday"):
        return value
    if link == "of":
        link = f"{word_at(stream, index - 2)} of"
    if link in word_set("ages", "short_of_birthday"):
        return age_value(years - 1, years, years - 1, "year")
    return evolve(value, interval=Interval(years - 1, years + 1, True, False))
