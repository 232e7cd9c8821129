"""Steps that say how sets, figures or words stand to each other: each is decided again."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from reconcile import patterns
from reconcile.model import Citation, Step, Value
from reconcile.values.conversion import conversions
from reconcile.values.rounding import significant_digits, states_last_digit
from reconcile.values.scores import both_figures
from reconcile.values.slips import same_digits
from reconcile.verification.ranges import (
    Range,
    all_meet,
    gap,
    has,
    holds,
    intersection,
    is_empty,
    near,
    range_of,
    same,
    size,
    width,
)
from reconcile.verification.sources import Sources, is_other_reading, value_below

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY: Final = 86_400
_HOUR: Final = 3600
_NOISE: Final = Fraction(1, 10**11)
#: the share by which two sets may lie beside each other where one was led over by a rule
_LEAST_SLACK: Final = {"exchange": Fraction("0.005"), "elapsed": Fraction("0.01")}
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORD: Final = patterns.compile(r"[^\W_]+")
#: units that nothing but themselves can be held against
_LINES: Final = frozenset(("date", "second", "fraction", "percentage_point"))
#: rules by which a side is led over on an assumption
_ASSUMING: Final = frozenset(
    ("convert", "exchange", "other currency", "shift", "same unit", "assumed", "named", "widen")
)
#: rules of sides that were led nowhere
_BARE: Final = frozenset(("reading", "assumed"))
#: by how much two sets may lie beside each other: by noise, at quoted rates, over spans, at a band
_SLACKS: Final = frozenset(map(Fraction, ("1e-12", "0.005", "0.01", "0.15")))
_SCALES: Final = frozenset(Fraction(10) ** power for power in (3, 6, 9, 12))


def _two(step: Step) -> tuple[Step, Step] | None:
    """The two sides that a conclusion rests on."""
    return (step.of[0], step.of[1]) if len(step.of) >= 2 else None


def _sets(step: Step) -> tuple[Range, Range] | None:
    two = _two(step)
    if two is None:
        return None
    one, other = range_of(two[0].result), range_of(two[1].result)
    return None if one is None or other is None else (one, other)


def _on_one_line(step: Step) -> Iterator[str]:
    """Whether both sides are in one unit, where a unit is more than the name of what is counted."""
    units = {"" if _is_counted(side) else side.unit for side in step.of[:2]} - {""}
    if len(units) > 1 and any(unit in _LINES or _is_currency(unit) for unit in units):
        yield "the two sets do not lie on one line"


def _is_counted(side: Step) -> bool:
    """Whether a unit is the name of what is counted, if it be "date" or "second"."""
    value = value_below(side)
    return value is not None and value.kind == "count"


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _hedge(side: Step, value: Value | None) -> str | None:
    """What hedges a side; a step that takes what is named alone leaves the hedge aside."""
    hedge = None if value is None else value.hedge
    aside = hedge in (None, "exactly") or any(each.rule == "named" for each in side.every)
    return None if aside or hedge == "by" and value and value.kind == "date" else hedge


def _hedges(*sides: Step) -> list[str | None]:
    return [_hedge(side, value_below(side)) for side in sides]


# --- alike ----------------------------------------------------------------------------------------


def same_figure(step: Step, sources: Sources) -> Iterator[str]:
    """One figure, or one named day, on both sides."""
    two = _two(step)
    if two is None or not _is_same_figure(*two):
        yield "the two figures are not the same"
    yield from _on_one_line(step)


def _is_same_figure(a: Step, b: Step) -> bool:
    if a.number is not None and b.number is not None:
        return near(Fraction(a.number), Fraction(b.number))
    if a.number is not None or b.number is not None:
        return False
    one, other = range_of(a.figure), range_of(b.figure)
    if one is None or other is None or one == (None, None, False, False):
        return False
    return same(one, other) or _is_same_moment(one, other)


def _is_same_moment(one: Range, other: Range) -> bool:
    widths = (width(one), width(other))
    return one.low == other.low and all(each is not None and each <= _HOUR for each in widths)


def same_set(step: Step, sources: Sources) -> Iterator[str]:
    """The same numbers on both sides, though another figure is printed."""
    both = _sets(step)
    if both is None or not same(*both) or both[0].low is None and both[0].high is None:
        yield "the two do not leave the same open"
    two = _two(step)
    if two and _is_same_figure(*two) and _hedges(*two)[0] == _hedges(*two)[1]:
        yield "the two print the same figure"
    yield from _on_one_line(step)


def same_words(step: Step, sources: Sources) -> Iterator[str]:
    """The same words, but for capitals, accents and marks."""
    quotes = _quotes(step)
    if len(quotes) != 2 or _words(quotes[0].text) != _words(quotes[1].text):
        yield "the two do not use the same words"
    values = [value_below(side) for side in step.of[:2]]
    if any(value is not None and not value.unresolved for value in values):
        yield "their values decide, not their words"


def counts_to(step: Step, sources: Sources) -> Iterator[str]:
    """A length counted from publication, or back from it, gives the very time that is named."""
    two = _two(step)
    if two is None or not (_counts_to(*two) or _counts_to(two[1], two[0]) or _lies_in(*two)):
        yield "counted from the day of publication it is another time"


def _counts_to(span: Step, lapse: Step) -> bool:
    value = value_below(span)
    if lapse.rule != "elapsed" or not lapse.numbers or value is None:
        return False
    date, number = range_of(lapse.of[0].result), value.stated.number
    if date is None or date.low is None or date.high is None or number is None:
        return False
    today, length = Fraction(lapse.numbers[0]), date.high - date.low
    if value.stated.unit == "day" and length == _DAY:
        return abs(date.low - today) == Fraction(number) * _DAY
    whole = 365 * _DAY <= length <= 366 * _DAY
    years = abs(_year(date.low) - _year(today))
    return value.stated.unit == "year" and whole and years == number


def _year(second: Fraction) -> int:
    return (_EPOCH + datetime.timedelta(seconds=int(second))).year


def _lies_in(a: Step, b: Step) -> bool:
    """Of two times since when, the middle of one that is counted lies in the one that is named."""
    one, other = range_of(a.result), range_of(b.result)
    return a.rule == b.rule == "since" and any(
        left is not None
        and right is not None
        and left.low is not None
        and left.high is not None
        and left.high_closed
        and has(right, (left.low + left.high) / 2)
        for left, right in ((one, other), (other, one))
    )


# --- both can be true -----------------------------------------------------------------------------


def overlap(step: Step, sources: Sources) -> Iterator[str]:
    """Something lies in both, and that is the result."""
    both = _sets(step)
    common = None if both is None else intersection(*both)
    if common is None or is_empty(common):
        yield "nothing lies in both"
    elif not same(range_of(step.result), common):
        yield "something else lies in both"
    yield from _on_one_line(step)


def rounds_to(step: Step, sources: Sources) -> Iterator[str]:
    """Something lies in both, and the one figure is what the other, closer one rounds to."""
    yield from overlap(step, sources)
    two, both = _two(step), _sets(step)
    if two is None or both is None:
        return
    values = [value_below(each) for each in two]
    if two[0].number is None or two[1].number is None:
        yield "a figure is missing"
        return
    fits = [
        _rounds_to(two[fine], two[1 - fine], both[1 - fine], values[1 - fine]) for fine in (0, 1)
    ]
    if not any(fits) or any(_hedge(*side) for side in zip(two, values, strict=True)):
        yield "neither rounds to the other"


def within(step: Step, sources: Sources) -> Iterator[str]:
    """The first lies in what each of the others leaves open."""
    inner = range_of(step.of[0].result) if step.of else None
    others = [range_of(each.result) for each in step.of[1:]]
    outer = [each for each in others if each is not None]
    if inner is None or not outer or not all(holds(each, inner) for each in outer):
        yield "the one does not lie within the other"
    elif step.result is not None and not same(range_of(step.result), inner):
        yield "something else lies within"


def beside(step: Step, sources: Sources) -> Iterator[str]:
    """Nothing lies in both, but by no more than what was left to chance."""
    both, share = _sets(step), _share(step)
    if both is None or not is_empty(intersection(*both)):
        yield "the two sets meet"
    elif share not in _SLACKS:
        yield "no such room is left to chance"
    elif gap(*both) > size(*both) * share:
        yield "the two sets lie further apart"


def incomparable(step: Step, sources: Sources) -> Iterator[str]:
    """The two measure different things, or one of them could not be read to the end."""
    values = [value_below(each) for each in step.of[:2]]
    if len(values) != 2:
        yield "two sides are missing"
        return
    a, b = values
    if a is None or b is None or any(side.rule not in _BARE for side in step.of[:2]):
        yield "the two were led to one line"
    elif not (_is_open(a) or _is_open(b)) and _are_alike(a, b):
        yield "the two can be held against each other"


def _print_same_digits(step: Step) -> bool:
    """As in "$8.4 million" against "€8.4 million", for which no room is left beside the rates."""
    values = [value_below(each) for each in step.of[:2]]
    printed = [each.nominal for each in values if each is not None and each.nominal is not None]
    return len(printed) == 2 and same_digits(*printed)


def _is_open(value: Value) -> bool:
    """Whether a length or day of a reading could not be told."""
    return any(each.unresolved for each in (value, *value.alternatives))


def _are_alike(a: Value, b: Value) -> bool:
    if a.kind == b.kind == "count":
        return "score" not in (a.unit, b.unit) and bool(a.unit) == bool(b.unit)
    return (a.kind, a.unit) == (b.kind, b.unit) and a.kind != "rank"


# --- both cannot be true --------------------------------------------------------------------------


def disjoint(step: Step, sources: Sources) -> Iterator[str]:
    """No number lies in both sets, by more than what was left to chance."""
    both, share = _sets(step), max(_share(step), _NOISE)
    if both is None or not is_empty(intersection(*both)):
        yield "a number lies in both"
        return
    if len(step.of) > 2 and any(each.result is not None for each in step.of[2:]):
        yield "only two sets can be held apart"
    apart = gap(*both)
    if apart and apart <= size(*both) * share or not apart and _share(step):
        yield "they lie no further apart than was left to chance"
    if step.numbers and _share(step) not in _SLACKS:
        yield "no such room is left to chance"
    rules = {each.rule: each for each in step.every}
    for rule in rules:
        narrow = rule == "exchange" and ("widen" in rules or _print_same_digits(step))
        if share < _LEAST_SLACK.get(rule, 0) and not narrow:
            yield f"“{rule}” leaves more room than that"
    yield from _on_one_line(step)


def neither_rounds(step: Step, sources: Sources) -> Iterator[str]:
    """The sets touch, yet neither plain figure is the other's rounding."""
    two, both = _two(step), _sets(step)
    if two is None or both is None or is_empty(intersection(*both)):
        yield "the two sets do not touch"
        return
    values = [value_below(each) for each in two]
    if any(_hedge(side, value) for side, value in zip(two, values, strict=True)):
        yield "one of them is hedged"
    elif two[0].number is None or two[1].number is None:
        yield "a figure is missing"
    elif any(_rounds_to(two[i], two[1 - i], both[1 - i], values[1 - i]) for i in (0, 1)):
        yield "one is the rounding of the other"


def _rounds_to(fine: Step, coarse: Step, there: Range, value: Value | None) -> bool:
    """Half of a stated digit may be rounded either way, but for a round figure.

    Rounded it has fewer digits than before.
    """
    assert fine.number is not None
    number = Fraction(fine.number)
    if _has_no_digit_more(fine, coarse) and _is_half_away(number, coarse, there):
        return False
    if value is not None and states_last_digit(value):
        there = Range(there.low, there.high, there.low is not None, there.high is not None)
    return has(there, number)


def _has_no_digit_more(fine: Step, coarse: Step) -> bool:
    if fine.number is None or coarse.number is None:
        return False
    return significant_digits(fine.number) <= significant_digits(coarse.number)


def _is_half_away(number: Fraction, coarse: Step, there: Range) -> bool:
    """Whether a number is an end of a set that reaches as far up from its figure as down."""
    if there.low is None or there.high is None or there.low == there.high:
        return False
    even = coarse.number is not None and there.low + there.high == 2 * Fraction(coarse.number)
    return even and number in (there.low, there.high)


def other_unit(step: Step, sources: Sources) -> Iterator[str]:
    """The same number, or numbers that cannot be one, of things that are not the same."""
    two = _two(step)
    values = [] if two is None else [value_below(each) for each in two]
    if len(values) != 2 or values[0] is None or values[1] is None:
        yield "two readings are missing"
        return
    a, b = values[0], values[1]
    if any(side.rule not in _BARE for side in step.of[:2]):
        yield "the two were led to one line"
    one, other = both_figures(a), both_figures(b)
    if one is not None and other is not None:
        if all_meet(one, other) or all_meet(one, other[::-1]):
            yield "the two scores are the same"
    elif a.unit == b.unit or a.kind == b.kind == "quantity" and conversions(a.unit, b.unit):
        yield "both are in one unit"
    elif not _is_clash(a, b):
        yield "the two figures have nothing to do with each other"


def _is_clash(a: Value, b: Value) -> bool:
    if a.nominal is not None and a.nominal == b.nominal:
        return True
    one, other = range_of(a.interval), range_of(b.interval)
    if a.kind == b.kind == "count" and one is not None and other is not None:
        return is_empty(intersection(one, other))
    if {a.unit, b.unit} != {"fraction", "percentage_point"} or a.nominal is None:
        return False
    share, points = (a, b) if a.unit == "fraction" else (b, a)
    if share.nominal is None or points.nominal is None:
        return False
    return abs(share.nominal * 100 - points.nominal) <= abs(points.nominal) / 2


def other_ends(step: Step, sources: Sources) -> Iterator[str]:
    """Two ranges, told equally closely, do not have both ends in common."""
    two = _two(step)
    figures = [] if two is None else [range_of(each.figure) for each in two]
    if len(figures) != 2 or figures[0] is None or figures[1] is None:
        yield "two ranges are missing"
    elif (figures[0].low, figures[0].high) == (figures[1].low, figures[1].high):
        yield "they have both ends in common"
    units = {value.stated.unit for side in step.of[:2] if (value := value_below(side))}
    if len(units) != 1 or not all(unit.endswith("range") for unit in units):
        yield "they are no ranges, or not told equally closely"


def other_scale(step: Step, sources: Sources) -> Iterator[str]:
    """The same digits in another scale."""
    two = _two(step)
    numbers = [] if two is None else [each.number for each in two]
    if len(numbers) != 2 or not numbers[0] or not numbers[1]:
        yield "two figures are missing"
        return
    ratio = Fraction(numbers[0]) / Fraction(numbers[1])
    if ratio not in _SCALES and 1 / ratio not in _SCALES:
        yield "the digits are not the same"


def weekday(step: Step, sources: Sources) -> Iterator[str]:
    """A weekday that is named is not that of the day that is named."""
    dates = [range_of(each.figure) or range_of(each.result) for each in step.of]
    ends = [end for date in dates if date is not None for end in _days(date)]
    named = [
        place
        for cited in _quotes(step)
        for place, name in enumerate(_WEEKDAYS)
        if any(word.startswith(name) for word in _words(cited.text))
    ]
    if not ends or not named:
        yield "a weekday and a date are missing"
    elif {(day + 3) % 7 for day in ends} >= set(named):
        yield "the calendar has that day on that weekday"


def _days(date: Range) -> tuple[int, ...]:
    """The first and the last day, counted from 1970-01-01, a Thursday."""
    ends = () if date.low is None else (int(date.low // _DAY),)
    return ends if date.high is None else (*ends, -int(-date.high // _DAY) - 1)


# --- words ----------------------------------------------------------------------------------------


def worded(step: Step, sources: Sources) -> Iterator[str]:
    """Two quotes, by the words of the rules that the remarks beside them name."""
    if [side.rule for side in step.of[:2]] != ["words", "words"]:
        yield "two quotes are missing"
    elif step.rule == "rewording" and _words(step.of[0].premises[0].text) == _words(
        step.of[1].premises[0].text
    ):
        yield "the two use the same words"


def _quotes(step: Step) -> list[Citation]:
    """The first quote of each side."""
    found = []
    for side in step.of[:2]:
        premises = [cited for each in side.every for cited in each.premises if cited.text]
        found += premises[:1]
    return found


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return [word.casefold() for word in _WORD.findall(bare)]


def _share(step: Step) -> Fraction:
    return Fraction(step.numbers[0]) if step.numbers else Fraction(0)


# --- with something to say of it ------------------------------------------------------------------


def same_conclusion(step: Step, sources: Sources) -> Iterator[str]:
    """What is added says nothing of the sets."""
    before = step.of[0]
    if (step.result, step.figure, step.number) != (before.result, before.figure, before.number):
        yield "the step before gives something else"
    if step.unit != before.unit:
        yield "the step before gives something else"


def assumed(step: Step, sources: Sources) -> Iterator[str]:
    """Something beside the words was needed: a zone, a currency, a rate, the unit of a number."""
    yield from same_conclusion(step, sources)
    before = step.of[0]
    bare = before.rule == "reading" and not before.unit
    if not bare and not any(each.rule in _ASSUMING for each in before.every):
        yield "nothing had to be assumed"


def chosen(step: Step, sources: Sources) -> Iterator[str]:
    """One of the readings beside the first was taken."""
    yield from same_conclusion(step, sources)
    if not any(is_other_reading(cited, sources.articles) for cited in sources.premises):
        yield "the first reading of both was taken"


def later(step: Step, sources: Sources) -> Iterator[str]:
    """The figures differ, and the articles were published at different times."""
    yield from same_conclusion(step, sources)
    times = [each for each in step.of if each.rule == "published"]
    if len(times) != 2 or times[0].result is None or times[0].result == times[1].result:
        yield "neither article is the later one"
