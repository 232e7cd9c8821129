"""Ranks: ordinals, "second-largest", "No. 3", "Level IV", "the top 30", a run's length."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.birthdays import age_by_birthday
from reconcile.values.lexicon import (
    Phrases,
    by_first,
    by_last,
    load,
    word_set,
    word_values,
    words_of,
)  # fmt: skip
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.nouns import noun_behind
from reconcile.values.numbers import is_number_word, number_at
from reconcile.values.parts import part_set, ratio
from reconcile.values.stream import (
    Reading,
    Stream,
    is_capitalised,
    joined,
    kind_at,
    matches,
    text_at,
    word_at,
)  # fmt: skip

_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
FIRST: Final = Decimal(1)
_MOST_PLACE: Final = 10_000
#: how many words behind an ordinal "in a row" may stand
_ROW_REACH: Final = 4
_STRAIGHT: Final = frozenset(("straight", "consecutive", "successive"))


def rank_value(place: Decimal, printed: str = "place") -> Value:
    """One place in an order."""
    exact = sets.exactly(place)
    return Value("rank", "place", exact, exact, place, None, Stated(place, printed))


# --- ordinals ---------------------------------------------------------------------------------


def read_ordinal(stream: Stream, index: int) -> Reading | None:
    """As in "third", "twenty-first", "second-largest" at the ordinal word."""
    if _is_set_phrase(stream, index) or _is_time(stream, index) or _opens_group(stream, index):
        return None
    place = word_values("ranks", "ordinal")[stream.words[index]]
    first = index
    if place < 10:
        tens, start = _tens_before(stream, index)
        place, first = place + tens, start
    last = _behind(stream, index + 1)
    return Reading(first, last, _ordinal_value(stream, first, index + 1, Decimal(place)))


def _ordinal_value(stream: Stream, first: int, last: int, place: Decimal) -> Value:
    """The place; of occasions ("her second visit") there have then been so many."""
    value = rank_value(place, _order_of(stream, last))
    noun = word_at(stream, last)
    bare = kind_at(stream, last) != "word" or noun in word_set("nouns", "stop")
    before = word_at(stream, first - 1)
    if bare and before in ("a", "an", "one") and place > 2:
        share = part_set(ratio(1, place))
        part = Value("percent", "fraction", share, share, ratio(1, place))
        return evolve(value, alternatives=(part,))
    if value.stated.unit == "streak":
        return evolve(value, alternatives=_run_of(stream, last, place))
    if noun == "birthday" and (age := age_by_birthday(stream, first - 1, place)) is not None:
        return evolve(value, alternatives=(age,))
    own = before in ("her", "his", "its", "their")
    if noun not in word_set("ranks", "occasion") and not (bare and own):
        return value
    exact = sets.exactly(place)
    unit = "" if bare else noun
    count = Value("count", unit, exact, exact, place, None, Stated(place, unit))
    return evolve(value, alternatives=(count,))


def _run_of(stream: Stream, index: int, place: Decimal) -> tuple[Value, ...]:
    """The run that has now come to so many: five days for "the fifth straight day"."""
    at = index + 1 if word_at(stream, index) in _STRAIGHT else index
    found = noun_behind(stream, at, single=True)
    noun = word_at(stream, at) if found is None else found[1]
    exact = sets.exactly(place)
    count = Value("count", noun, exact, exact, place, None, Stated(place, noun))
    seconds = word_values("ranks", "session").get(noun)
    if seconds is None:
        return (count,)
    length = sets.exactly(place * seconds)
    span = Value("duration", "second", length, length, place * seconds, None, Stated(place, noun))
    return (count, span)


def _order_of(stream: Stream, index: int) -> str:
    """What sort of order the words behind an ordinal tell of: a run, sizes, or places."""
    if word_at(stream, index) in _STRAIGHT:
        return "streak"
    at = index + 1 if word_at(stream, index) in HYPHENS else index
    if word_at(stream, at) in word_set("ranks", "superlative"):
        return "superlative"
    row = range(index, index + _ROW_REACH)
    rows = _rows()
    return "streak" if any(matches(stream, n, words) for n in row for words in rows) else "place"


@functools.cache
def _rows() -> tuple[tuple[str, ...], ...]:
    """The phrases that make a run of what an ordinal counts."""
    return tuple(words_of(phrase) for rule in load("ranks")["row"] for phrase in rule["phrases"])


def _is_time(stream: Stream, index: int) -> bool:
    """Whether "a second" is a length of time: nothing stands behind it that it could rank."""
    if stream.words[index] != "second" or word_at(stream, index - 1) not in ("a", "per"):
        return False
    return kind_at(stream, index + 1) != "word" or word_at(stream, index + 1) in word_set(
        "nouns", "stop"
    )


def _opens_group(stream: Stream, index: int) -> bool:
    """As in "the first eleven", "her first 100 days": so many of them, none of which is ranked."""
    if stream.words[index] != "first" or joined(stream, index + 1):
        return False
    number = number_at(stream, index + 1)
    whole = number is not None and number.number == number.number.to_integral_value()
    return whole and word_at(stream, index + 2) not in HYPHENS


def _tens_before(stream: Stream, index: int) -> tuple[int, int]:
    """The tens of "twenty-first" before its ordinal."""
    at = index - 1
    if word_at(stream, at) in HYPHENS and joined(stream, index):
        at -= 1
    tens = word_values("numbers", "cardinal").get(word_at(stream, at), 0)
    return (tens, at) if tens >= 20 else (0, index)


def read_spelled_ordinal(stream: Stream, index: int) -> Reading | None:
    """As in "twenty-fifth", "one hundred and third", "two hundredth" at the first number word."""
    number = number_at(stream, index) if kind_at(stream, index) == "word" else None
    if number is None or number.most is not None or number.first != index:
        return None
    at = number.last + 1 if word_at(stream, number.last) in HYPHENS | {"and"} else number.last
    unit = word_values("ranks", "ordinal").get(word_at(stream, at))
    if unit is None:
        return None
    whole = int(number.number)
    if unit >= 100:
        place = whole * unit if number.power == 0 else 0
    else:
        place = (
            whole + unit if whole >= 20 and whole % 10 == 0 and unit < 10 or whole % 100 == 0 else 0
        )
    if not place:
        return None
    value = _ordinal_value(stream, index, at + 1, Decimal(place))
    return Reading(index, _behind(stream, at + 1), value)


def read_numeral_ordinal(stream: Stream, index: int) -> Reading | None:
    """As in "20th", "1,000th" at the digits."""
    if word_at(stream, index + 1) not in _ENDINGS or not joined(stream, index + 1):
        return None
    number = number_at(stream, index)
    if number is None or number.number != number.number.to_integral_value():
        return None
    if word_at(stream, index + 1) != _ending(int(number.number)):
        return None
    value = _ordinal_value(stream, index, index + 2, number.number)
    return Reading(index, _behind(stream, index + 2), value)


def _ending(place: int) -> str:
    """The letters behind an ordinal in digits."""
    return (
        "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    )


#: how many words behind "one of" the superlative may stand
_PICKED_WITHIN: Final = 5
_CLAUSE_ENDS: Final = frozenset(("", ".", ",", ";", ":", "that", "who", "which"))


def _behind(stream: Stream, index: int) -> int:
    """The index behind what an ordinal ranks by: "-largest", "straight", or its noun."""
    if word_at(stream, index) in HYPHENS and joined(stream, index):
        return index + 2 if kind_at(stream, index + 1) == "word" else index
    if word_at(stream, index) in word_set("ranks", "superlative"):
        return index + 1
    word = word_at(stream, index)
    plain = kind_at(stream, index) == "word" and word not in word_set("nouns", "stop")
    return index + 1 if plain and not is_number_word(word) else index


@functools.cache
def _not_ranks() -> tuple[Phrases, Phrases]:
    phrases = [(phrase, 1) for rule in load("ranks")["ordinal_not"] for phrase in rule["phrases"]]
    return by_first(phrases), by_last(phrases)


def _is_set_phrase(stream: Stream, index: int) -> bool:
    """Whether the ordinal belongs to a phrase that ranks nothing."""
    starting, ending = _not_ranks()
    word = stream.words[index]
    if any(matches(stream, index, words) for words, _ in starting.get(word, ())):
        return True
    return any(
        index + 1 >= len(words) and matches(stream, index + 1 - len(words), words)
        for words, _ in ending.get(word, ())
    )


# --- numbered places --------------------------------------------------------------------------


def read_numbered(stream: Stream, index: int) -> Reading | None:
    """As in "Level 4", "Gate 3", "No. 3", "the top 30" at the number."""
    number = number_at(stream, index)
    if number is None or number.power or number.most is not None or number.number > _MOST_PLACE:
        return None
    if number.number != number.number.to_integral_value():
        return None
    sign = _number_sign(stream, number.first)
    if sign is not None:
        return Reading(sign, number.last, rank_value(number.number))
    noun = word_at(stream, number.first - 1)
    if noun in HYPHENS and word_at(stream, number.first - 2) == "top":
        return _top(number.first - 2, number.last, number.number)
    if noun == "top" and _opens_phrase(stream, number.first - 1):
        if suffix_at(stream, number.last) is not None:  # "the top 1%"
            return None
        return _top(number.first - 1, number.last, number.number)
    if suffix_at(stream, number.last) is not None:  # "a shaft 66 centimetres wide"
        return None
    if noun in word_set("ranks", "numbered") and _names_place(stream, number.first, number.last):
        first = number.first - 1
        return Reading(first, number.last, rank_value(number.number, noun))
    return None


def _names_place(stream: Stream, index: int, last: int) -> bool:
    """Whether a number behind "level", "gate" is its name, not a count of what follows."""
    if is_capitalised(stream, index - 1):
        return True
    return word_at(stream, index - 1) not in ("seeds", "ranks", "top", "place", "step", "position")


def _number_sign(stream: Stream, index: int) -> int | None:
    """The first token of "No.", "number" before a figure."""
    at = index - 1
    if word_at(stream, at) == "." and word_at(stream, at - 1) in ("no", "nr", "nos"):
        at -= 1
    word = word_at(stream, at)
    if word not in word_set("ranks", "number_sign") or word == "#":
        return None
    if word in ("no", "nr", "nos"):
        return at if text_at(stream, at)[0] == "N" and kind_at(stream, index) == "number" else None
    before = word_at(stream, at - 1)
    if word == "number" and before in word_set("ranks", "who_number"):
        return None
    if word == "number" and before in word_set("ranks", "the_number"):
        return None if word_at(stream, at - 2) in ("the", "our", "its", "their") else at
    if word == "number" and word_at(stream, at - 1) in ("the", "a", "phone", "record", "total"):
        return at if word_at(stream, at - 1) == "the" else None
    return at


def _top(first: int, last: int, number: Decimal) -> Reading:
    """As in "the top 30": one of the first thirty."""
    places = Interval(FIRST, number, True, True)
    value = Value("rank", "place", places, places, None, "at_most", Stated(number, "top"))
    return Reading(first, last, value)


def _opens_phrase(stream: Stream, index: int) -> bool:
    """Whether "top" goes with the number, and is no verb: "the top 30", not "deaths top 30"."""
    before = word_at(stream, index - 1)
    return before in word_set("ranks", "before_top") or before in (".", "\n", ":", "")


def read_roman(stream: Stream, index: int) -> Reading | None:
    """As in "Level IV", "Phase II" at the noun."""
    place = word_values("ranks", "roman").get(word_at(stream, index + 1))
    if place is None or not text_at(stream, index + 1).isupper():
        return None
    return Reading(index, index + 2, rank_value(Decimal(place), stream.words[index]))


def heads_many(stream: Stream, index: int) -> int | None:
    """For "one" in "one of the world's largest": where what they are picked by stands, else None.

    Who is one of many such is neither a number of things nor the first of them.
    """
    if word_at(stream, index) != "one" or word_at(stream, index + 1) != "of":
        return None
    for at in range(index + 2, index + 2 + _PICKED_WITHIN):
        word = word_at(stream, at)
        if word in word_set("ranks", "superlative") or word in word_set("ranks", "pick"):
            return at
        if word in _CLAUSE_ENDS:
            return None
    return None


def is_one_of_many(stream: Stream, index: int) -> bool:
    """Whether the superlative at a token is what one of many is picked by."""
    return any(
        heads_many(stream, at) == index for at in range(max(0, index - _PICKED_WITHIN - 1), index)
    )
