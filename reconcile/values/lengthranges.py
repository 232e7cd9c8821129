"""Two lengths in units of their own in, one range out: "90 minutes to two hours"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.tuples import NamedTuple
from reconcile.values import hedges
from reconcile.values.dayfields import DASHES
from reconcile.values.figures import MOVED_FAR
from reconcile.values.lengthvalues import ZERO, Part, length_of, value_of_parts
from reconcile.values.lengthwords import chain, counted, find_part, is_other, part_at
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.looselengths import plural_at, single_at
from reconcile.values.shifts import tells_shift
from reconcile.values.stream import Reading, Stream, joined, kind_at, word_at

#: how many tokens of hedges may stand before the upper end
_HEDGE_REACH: Final = 4
_ARTICLES: Final = frozenset(("a", "an", "one"))
_LEADS: Final = frozenset(("between", "from"))


class End(NamedTuple):
    """One end of a range, and the hedges in front of it."""

    parts: list[Part]
    classes: tuple[str, ...] = ()


def length_range(stream: Stream, index: int) -> Reading | None:
    """The range whose lower end holds the trigger token."""
    part = find_part(stream, index) or _single_around(stream, index)
    if part is None or is_other(stream, part) or (part.low != part.high and not part.vague):
        return None
    first, classes = hedges.before(stream, part.first)
    between = word_at(stream, first - 1) == "between"
    for parts in ([part], chain(stream, part)):
        high = _upper_end(stream, parts, between=between)
        if high is not None:
            last = high.parts[-1].last
            takes = word_at(stream, first - 1) in word_set("durations", "over")
            if not between and not takes and tells_shift(stream, first, last):
                return None
            far = _most(high.parts) >= MOVED_FAR * _most(parts)
            if far and word_at(stream, first - 1) == "by":
                return None  # "rose by 3 weeks to 18 weeks"
            first -= word_at(stream, first - 1) in _LEADS
            return Reading(first, last, _value(End(parts, classes), high))
    return None


def _single_around(stream: Stream, index: int) -> Part | None:
    """As in "a week to ten days": the range makes it a length."""
    for start in range(max(0, index - 2), index):
        one = single_at(stream, start) if stream.words[start] in _ARTICLES else None
        if one is not None and one.last > index:
            return one
    return None


def _link(stream: Stream, index: int, *, between: bool) -> int | None:
    """The index behind "to", "and" after "between", or a dash that is set tight or loose."""
    word = word_at(stream, index)
    if word == "and" and between:
        return index + 1
    dash = word in DASHES
    to = index + dash
    if word_at(stream, to) == "to":
        return to + 1 + (word_at(stream, to + 1) in DASHES)
    return index + 1 if dash and joined(stream, index) == joined(stream, index + 1) else None


def _upper_end(stream: Stream, low: list[Part], *, between: bool) -> End | None:
    start = _link(stream, low[-1].last, between=between)
    if start is None:
        return None
    for at in range(start, start + _HEDGE_REACH):
        part = _part(stream, at)
        if part is None:
            continue
        first, classes = hedges.before(stream, part.first)
        if first > start or not _is_end(stream, part):
            return None
        high = End(chain(stream, part), classes if first == start else ())
        return high if _most(high.parts) > _most(low) else None
    return None


def _part(stream: Stream, index: int) -> Part | None:
    """The number of units at a token, its article or its plural enough."""
    if kind_at(stream, index) == "number":
        return counted(stream, index)
    single = single_at(stream, index) if word_at(stream, index) in _ARTICLES else None
    if single is not None and not single.hyphened:
        return single
    return part_at(stream, index) or plural_at(stream, index)


def _is_end(stream: Stream, part: Part) -> bool:
    """Whether a length can end a range: "two years ago" tells when, "two hours a day" a rate."""
    behind = word_at(stream, part.last)
    if behind in word_set("durations", "no_end"):
        return False
    if behind in DASHES and joined(stream, part.last):
        return False
    return part.unit in word_values("durations", "length") and not is_other(stream, part)


def _most(parts: list[Part]) -> Decimal:
    return sum((part.high * length_of(part.unit).usual for part in parts), ZERO)


def _value(low: End, high: End) -> Value:
    """All that lies from the lower end to the upper one."""
    least = value_of_parts(low.parts, ())
    most = value_of_parts(high.parts, high.classes)
    end = most.interval
    named = Interval(least.named.low, end.high, True, end.high_closed)
    interval = hedges.apply(low.classes, named)
    hedge = hedges.name_of(low.classes)
    return Value("duration", "second", interval, named, None, hedge, Stated(None, most.stated.unit))
