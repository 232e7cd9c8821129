"""Parts of a whole in words: "two-thirds", "a quarter of", "half", "half a percentage point"."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.tuples import NamedTuple
from reconcile.values import hedges, sets
from reconcile.values.durations import reading_of_parts
from reconcile.values.figures import Figure
from reconcile.values.lengthvalues import Part as Length
from reconcile.values.lengthvalues import unit_at
from reconcile.values.lexicon import Phrases, by_first, load, word_set, word_values
from reconcile.values.loosenumbers import parts_of_scale
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.nouns import is_plural
from reconcile.values.numbers import NumberExpression
from reconcile.values.quantities import read_quantity
from reconcile.values.rounding import PART_MARGIN
from reconcile.values.shifts import tells_shift
from reconcile.values.stream import Reading, Stream, joined, kind_at, word_at
from reconcile.values.terms import Term
from reconcile.values.wordfractions import fraction_at

_PLACES: Final = Decimal("0.000000000001")
_TENTH: Final = Decimal("0.1")
_ARTICLES: Final = frozenset(("a", "an", "one"))
_OWN: Final = frozenset("'’-")


class Part(NamedTuple):
    """A part at tokens ``first`` to ``last``."""

    first: int
    last: int
    share: Decimal
    #: whether the word may be a rank instead ("a third helicopter")
    doubtful: bool


def read_part(stream: Stream, index: int) -> Reading | None:
    """The part whose first number word or only part word stands at a token."""
    part = part_at(stream, index)
    if part is None:
        return None
    point = _of_a_point(stream, part.last)
    if point is not None:
        return _point_reading(stream, part.first, part.share, part.share * _TENTH * 2, point)
    measured = _of_a_unit(stream, part)
    if measured is not None:
        return measured
    upper = _upper_part(stream, part)
    if upper is not None:
        return _between(stream, part, upper)
    if part.doubtful and not _is_share(stream, part):
        return None
    last = part.last + 1 if word_at(stream, part.last) == "of" else part.last
    if word_at(stream, part.first - 1) in ("minus", "negative"):
        return share_reading(stream, part.first - 1, last, -part.share)
    return share_reading(stream, part.first, last, part.share)


def _of_a_unit(stream: Stream, part: Part) -> Reading | None:
    """As in "a hundredth of a second", "two tenths of a mile": so much, and no share."""
    at = part.last + 2
    if word_at(stream, part.last) != "of" or word_at(stream, part.last + 1) not in _ARTICLES:
        return None
    if word_at(stream, at + 1) in _OWN:
        return None
    unit, found = unit_at(stream, at), suffix_at(stream, at)
    if unit is not None:
        length = Length(part.first, at + 1, part.share, part.share, unit, part.share * _TENTH * 2)
        return reading_of_parts(stream, [length])
    if found is None or found[1].kind != "quantity" or found[1].unit == "point":
        return None
    first, classes = hedges.before(stream, part.first)
    step = part.share * _TENTH * 2
    number = NumberExpression(part.first, at, part.share, step, "words", 0, part.share)
    term = Term(part.first, found[0], number, found[1])
    figure = Figure(first, found[0], term, None, found[1], classes, found[0])
    return read_quantity(stream, figure, found[1])


def _upper_part(stream: Stream, low: Part) -> Part | None:
    """The second part of "between a third and a half", "a quarter to a third of"."""
    link = word_at(stream, low.last)
    between = word_at(stream, hedges.before(stream, low.first)[0] - 1) == "between"
    if link != "to" and not (between and link == "and"):
        return None
    at = low.last + 1
    article = word_at(stream, at) in _ARTICLES
    high = part_at(stream, at) or (part_at(stream, at + 1) if article else None)
    if high is None or high.first > at or not low.share < high.share:
        return None
    moved = link == "to" and tells_shift(stream, low.first, high.last)
    return None if moved or word_at(stream, low.first - 1) in ("from", "by") else high


def _between(stream: Stream, low: Part, high: Part) -> Reading:
    """The shares from one part to another."""
    first, classes = hedges.before(stream, low.first)
    first -= word_at(stream, first - 1) == "between"
    last = high.last + 1 if word_at(stream, high.last) == "of" else high.last
    named = sets.hull(part_set(low.share), part_set(high.share))
    interval = hedges.apply(classes, named) if classes else named
    value = Value(
        "percent", "fraction", interval, named, None, hedges.name_of(classes) or "between",
        Stated(None, "part"),
    )  # fmt: skip
    return Reading(first, last, value)


def share_reading(stream: Stream, first: int, last: int, share: Decimal) -> Reading:
    """A share spoken as a part, with the hedges in front."""
    start, classes = hedges.before(stream, first)
    end, behind = hedges.after(stream, last)
    if behind and word_at(stream, end) not in _ARTICLES | {"half"}:  # "and below a half"
        last, classes = end, (*behind, *classes)
    named = part_set(share)
    interval = hedges.apply(classes, named, share) if classes else named
    value = Value(
        "percent", "fraction", interval, named, share, hedges.name_of(classes),
        Stated(share, "part"),
    )  # fmt: skip
    return Reading(start, last, value)


def ratio(top: Decimal | int, bottom: Decimal | int) -> Decimal:
    """A part as a share, to twelve places."""
    return (Decimal(top) / Decimal(bottom)).quantize(_PLACES).normalize()


def part_set(share: Decimal) -> Interval:
    """What a spoken part stands for: 2.5 points either way, less for a small one."""
    margin = min(PART_MARGIN, abs(share) * _TENTH)
    return Interval(share - margin, share + margin, True, True)


# --- finding ----------------------------------------------------------------------------------


def part_at(stream: Stream, index: int) -> Part | None:
    """The part at a token: its number word, "half", or the word of the part behind "a"."""
    word = stream.words[index]
    if word in ("half", "halves"):
        return _half(stream, index)
    if word in word_values("numbers", "fraction"):
        return _single(stream, index)
    if word in word_values("numbers", "vulgar"):
        top, bottom = word_values("numbers", "vulgar")[word]
        if suffix_at(stream, index + 1) is not None:
            return None
        return Part(index, index + 1, ratio(top, bottom), False)
    return _several(stream, index)


def _half(stream: Stream, index: int) -> Part | None:
    words = word_set_of("half_not", "before")
    if word_at(stream, index - 1) in words or stream.words[index] == "halves":
        return None
    behind = word_at(stream, index + 1)
    if behind in word_set_of("half_not", "after") and _of_a_point(stream, index + 1) is None:
        return None
    first = index - 1 if word_at(stream, index - 1) in ("a", "one") else index
    return Part(first, index + 1, Decimal("0.5"), False)


def _single(stream: Stream, index: int) -> Part | None:
    """As in "a third", "an eighth", "one quarter"; "quarter-point" without an article."""
    share = ratio(1, word_values("numbers", "fraction")[stream.words[index]])
    before = word_at(stream, index - 1)
    if before in _ARTICLES:
        return Part(index - 1, index + 1, share, before != "one")
    if stream.words[index] == "quarter" and _of_a_point(stream, index + 1) is not None:
        return Part(index, index + 1, share, False)
    return None


def _several(stream: Stream, index: int) -> Part | None:
    """As in "two-thirds", "three quarters", "one-fifth", "three twenty-fifths"."""
    if stream.words[index] == "hundred":  # "a hundred thousandths"
        index -= 1
    fraction = fraction_at(stream, index)
    if fraction is None or fraction.whole:
        return None
    top, bottom = fraction.top, fraction.bottom
    if top >= bottom and bottom < 5 or _is_spaced(stream, fraction.last - 1):
        return None
    if bottom == 4 and _counts_periods(stream, index, fraction.last - 1):
        return None
    if parts_of_scale(stream, index, fraction.last - 1, top) is not None:
        return None
    return Part(index, fraction.last, ratio(top, bottom), False)


def _is_spaced(stream: Stream, index: int) -> bool:
    """Whether a dash apart from both words makes two phrases of them: "three - fifths of all"."""
    return word_at(stream, index - 1) in "–—" and not joined(stream, index)


def _counts_periods(stream: Stream, index: int, last: int) -> bool:
    """Whether "three quarters" are quarters of a year or of an hour."""
    if word_at(stream, last + 1) == "of" and word_at(stream, last + 2) in ("a", "an"):
        return word_at(stream, last + 3) in word_set("nouns", "period")
    apart = word_at(stream, last - 1) not in HYPHENS
    return apart and word_at(stream, index - 1) in word_set("nouns", "period_before")


@functools.cache
def word_set_of(section: str, key: str) -> frozenset[str]:
    """The words under one key of a section of the share rules."""
    return frozenset(word for rule in load("shares")[section] for word in rule[key])


def _is_share(stream: Stream, part: Part) -> bool:
    """Whether "a third" is a part, and not the third of a row: "a third helicopter"."""
    behind = word_at(stream, part.last)
    if behind in word_set("shares", "part_not") or behind in HYPHENS and joined(stream, part.last):
        return False
    if behind in word_set("shares", "part_behind"):
        return True
    around = (*hedges.before(stream, part.first)[1], *hedges.after(stream, part.last)[1])
    if hedges.name_of(around) is not None:
        return True
    ends = kind_at(stream, part.last) != "word" or behind in word_set("nouns", "stop")
    return ends and word_at(stream, part.first - 1) in word_set("shares", "part_before")


# --- every second ---------------------------------------------------------------------------------


def read_every_second(stream: Stream, index: int) -> Reading | None:
    """As in "every second farm", "every third voter": a half, a third."""
    at = index + 1
    bottom = word_values("numbers", "fraction").get(word_at(stream, at))
    bottom = 2 if word_at(stream, at) == "second" else bottom
    if bottom is None or word_at(stream, at) in ("half", "quarter"):
        return None
    behind = word_at(stream, at + 1)
    thing = kind_at(stream, at + 1) == "word" and behind not in word_set("nouns", "stop")
    if behind in word_set("nouns", "period") or is_plural(behind) or not thing:
        return None
    return share_reading(stream, index, at + 1, ratio(1, bottom))


# --- parts of a point -------------------------------------------------------------------------


@functools.cache
def _point_phrases() -> Phrases:
    return by_first(word_values("shares", "of_a_point").items())


def _of_a_point(stream: Stream, index: int) -> tuple[int, str, Decimal] | None:
    """As in "(of) a percentage point" at a token: the index behind it, the unit, and its worth."""
    at = index
    while word_at(stream, at) in ("of", "a", "an") or word_at(stream, at) in HYPHENS:
        at += 1
    for words, (unit, worth) in _point_phrases().get(word_at(stream, at), ()):
        if tuple(stream.words[at : at + len(words)]) == words:
            return at + len(words), unit, Decimal(worth)
    return None


def read_of_a_point(stream: Stream, figure: Figure) -> Reading | None:
    """As in "0.4 of a percentage point", behind a figure."""
    if word_at(stream, figure.bare_last) != "of":
        return None
    point = _of_a_point(stream, figure.bare_last)
    if point is None:
        return None
    number = figure.low.number
    return _point_reading(stream, figure.low.first, number.number, number.step, point)


def _point_reading(
    stream: Stream, first: int, number: Decimal, step: Decimal, point: tuple[int, str, Decimal]
) -> Reading:
    last, unit, worth = point
    start, classes = hedges.before(stream, first)
    nominal, half = number * worth, step * worth / 2
    named = Interval(nominal - half, nominal + half, True, False)
    interval = hedges.apply(classes, named, nominal) if classes else named
    stated = Stated(number, "percentage point" if unit == "percentage_point" else "percent")
    value = Value("percent", unit, interval, named, nominal, hedges.name_of(classes), stated)
    return Reading(start, last, value)
