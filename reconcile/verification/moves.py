"""Steps that lead one set to another line: each is led there again, by the same numbers."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from reconcile.model import Step, Value
from reconcile.values.conversion import conversions
from reconcile.values.rates import rate
from reconcile.values.scores import both_figures
from reconcile.verification.ranges import (
    EVERYTHING,
    Range,
    all_meet,
    hull,
    moved,
    near,
    point,
    product,
    range_of,
    same,
    times,
)
from reconcile.verification.sources import Sources, value_below

_EPOCH: Final = datetime.datetime(1970, 1, 1)
_DAY: Final = Fraction(86_400)
_QUARTER_HOUR: Final = 900
_FURTHEST_ZONES: Final = 26 * 3600
_WEEK: Final = 7 * _DAY
#: the seconds of a unit of time, at least and at most
_TIMES: Final[dict[str, tuple[Fraction, Fraction]]] = {
    name: (Fraction(low), Fraction(high))
    for name, low, high in (
        ("second", 1, 1), ("minute", 60, 60), ("hour", 3600, 3600), ("day", 86_400, 86_400),
        ("night", 86_400, 86_400), ("week", 604_800, 604_800), ("fortnight", 1_209_600, 1_209_600),
        ("month", 28 * 86_400, 31 * 86_400), ("quarter", 90 * 86_400, 92 * 86_400),
        ("year", 365 * 86_400, 366 * 86_400), ("decade", 3652 * 86_400, 3653 * 86_400),
    )
}  # fmt: skip
#: what else a sum is paid for by measure
_PRICED: Final = (
    "kilometer", "mile", "meter", "foot", "square_meter", "square_foot", "acre", "hectare",
    "gram", "kilogram", "ounce", "troy_ounce", "pound", "short_ton", "long_ton", "metric_ton",
    "bushel", "liter", "gallon", "barrel",
)  # fmt: skip
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_THOUSANDS: Final = frozenset(Fraction(10) ** power for power in (3, 6, 9, 12))
#: seconds of a minute, an hour and a day
_LENGTHS: Final = frozenset(map(Fraction, (60, 3600, 86400)))
_HUNDREDTHS: Final = frozenset((Fraction(100),))
Move = Callable[[Range], Range]


def _leads(step: Step, move: Move) -> Iterator[str]:
    """Whether the sets are those of the step before, led on; those left out are not missed."""
    if not step.of:
        yield "it rests on a step before, and here is none"
        return
    before = step.of[0]
    start = range_of(before.result)
    if start is None or not same(range_of(step.result), move(start)):
        yield "the set does not come out like that"
    figure = range_of(before.figure)
    if step.figure is not None and (
        figure is None or not same(range_of(step.figure), move(figure))
    ):
        yield "what the figure stands for does not come out like that"
    number = None if before.number is None else move(point(before.number)).low
    if step.number is not None and (number is None or not near(Fraction(step.number), number)):
        yield "the figure does not come out like that"


def _keeps_unit(step: Step) -> Iterator[str]:
    if step.of and step.unit != step.of[0].unit:
        yield "the set lies on another line"


def _numbers(step: Step, count: int) -> tuple[Fraction, ...] | None:
    return tuple(map(Fraction, step.numbers)) if len(step.numbers) == count else None


# --- units ----------------------------------------------------------------------------------------


def convert(step: Step, sources: Sources) -> Iterator[str]:
    """Times an exact factor between two units, and an offset added."""
    numbers = _numbers(step, 2)
    if numbers is None or not step.of:
        yield "a factor and an offset are missing"
        return
    factor, offset = numbers
    if not _is_factor(step, factor, offset):
        yield f"that is not how {step.of[0].unit or 'a number'} becomes {step.unit or 'a number'}"
    yield from _leads(step, lambda one: moved(times(one, factor), offset))


def _is_factor(step: Step, factor: Fraction, offset: Fraction) -> bool:
    source, target = step.of[0].unit, step.unit
    value = value_below(step)
    if not offset and _is_time_factor(source, target, value, factor):
        return True
    if source == target:
        return not offset and (factor in (-1, 1) or _is_per_factor(value, factor))
    if {source, target} == {"fraction", "percentage_point"}:
        return not offset and factor == (100 if source == "fraction" else Fraction(1, 100))
    if "/" in source or "/" in target:
        (source, _, per), (target, _, other) = source.partition("/"), target.partition("/")
        if source.strip() == target.strip():
            source, target = other.strip(), per.strip()
    return any(
        near(one, factor) and near(other, offset)
        for one, other in (*_lines(source, target), *map(_back, _lines(target, source)))
    )


def _lines(source: str, target: str) -> list[tuple[Fraction, Fraction]]:
    """The factors and offsets of the tables."""
    lines = conversions(source, target)
    return [(Fraction(line.factor), Fraction(line.offset)) for line in lines if line.factor]


def _back(line: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    factor, offset = line
    return 1 / factor, -offset / factor


def _is_time_factor(source: str, target: str, value: Value | None, factor: Fraction) -> bool:
    """Whether a unit of time, perhaps a printed one, has so many seconds."""
    if not source and value is not None:
        source = value.stated.unit
    if source not in _TIMES or target not in _TIMES or source == target or factor <= 0:
        return False
    (low, high), (least, most) = _TIMES[source], _TIMES[target]
    return low / most <= factor <= high / least or near(factor, low / most)


def _is_per_factor(value: Value | None, factor: Fraction) -> bool:
    """Whether a sum for one stretch of time or road may be that for another."""
    if value is None or not value.per or factor <= 0:
        return False
    if value.per in _TIMES:
        low, high = _TIMES[value.per]
        return any(least / high <= factor <= most / low for least, most in _TIMES.values())
    return any(
        near(factor, Fraction(line.factor))
        for other in _PRICED
        for line in conversions(other, value.per)
    )


def same_unit(step: Step, sources: Sources) -> Iterator[str]:
    """A bare number in the unit, or the thousands, of the other figure."""
    numbers, value = _numbers(step, 1), value_below(step)
    if numbers is None or value is None:
        yield "a factor is missing"
        return
    stated = value.stated.number
    ratio = Fraction(stated) / Fraction(value.nominal) if stated and value.nominal else None
    scaled = numbers[0] in _THOUSANDS or numbers[0] in _scales_of(step, value)
    if not scaled and not near(numbers[0], ratio):
        yield "the number as printed is another one"
    yield from _leads(step, lambda one: times(one, numbers[0]))


def _scales_of(step: Step, value: Value) -> frozenset[Fraction]:
    """What a bare number may count a length in, in seconds; and the hundredths of a share."""
    if step.unit == "second" and not value.unit:
        return _LENGTHS
    return _HUNDREDTHS if value.unit == "fraction" and value.nominal is None else frozenset()


# --- money ----------------------------------------------------------------------------------------


def exchange(step: Step, sources: Sources) -> Iterator[str]:
    """At the rates of the days on which the articles were published, as a set."""
    numbers = _numbers(step, 2)
    if numbers is None or not step.of:
        yield "the two ends of a rate are missing"
        return
    band = Range(numbers[0], numbers[1], True, True)
    if not same(band, _rates(step.of[0].unit, step.unit, sources)):
        yield f"these are not the rates of {step.of[0].unit} in {step.unit} of those days"
    yield from _leads(step, lambda one: _exchanged(one, band))


def _rates(source: str, target: str, sources: Sources) -> Range | None:
    joined: Range | None = None
    for day in sources.days or (None,):
        found = rate(source, target, day)
        there = None if found is None else range_of(found.interval)
        if there is not None:
            joined = there if joined is None else hull(joined, there)
    return joined


def _exchanged(one: Range, band: Range) -> Range:
    """Each end by the rate that leads it furthest out."""
    there = product(one, band)
    if there is None and one.low is None and one.high is not None and band.high is not None:
        return Range(None, one.high * band.high, False, one.high_closed)
    if there is None:
        return EVERYTHING
    return Range(there.low, there.high, one.low_closed, one.high_closed)


def other_currency(step: Step, sources: Sources) -> Iterator[str]:
    """A name that several currencies share, read as another of them."""
    value = value_below(step)
    if len(step.unit) != 3 or not step.unit.isupper():
        yield "that is no currency"
    open_to = {step.unit} if value is None else {each.unit for each in value.alternatives}
    if value is None or not (value.stated.unit.islower() or step.unit in open_to):
        yield "the words name their currency"
    yield from _leads(step, lambda one: one)


# --- shares and counts ----------------------------------------------------------------------------


def unsigned(step: Step, sources: Sources) -> Iterator[str]:
    """The direction left aside: a fall by 3 percent is 3 percent."""
    yield from _keeps_unit(step)
    if not step.of or step.of[0].number is None or step.of[0].number >= 0:
        yield "there is no minus to leave aside"
    yield from _leads(step, lambda one: times(one, Fraction(-1)))


def rise(step: Step, sources: Sources) -> Iterator[str]:
    """A multiple less one: a doubling is a rise by 100 percent."""
    yield from _keeps_unit(step)
    value = value_below(step)
    if value is None or value.stated.unit != "multiple":
        yield "that is no multiple"
    yield from _leads(step, lambda one: moved(one, Fraction(-1)))


def turned(step: Step, sources: Sources) -> Iterator[str]:
    """A score told from the other side."""
    value = value_below(step)
    figures = None if value is None else both_figures(value)
    if figures is None:
        yield "that is no score"
    yield from _keeps_unit(step)
    others = (premise.value for premise in sources.premises)
    if not any(
        other is not None
        and figures is not None
        and (told := both_figures(other)) is not None
        and all_meet(told, figures[::-1])
        and same(range_of(step.result), range_of(other.interval))
        and (step.figure is None or step.figure == step.result)
        and step.number in (None, other.nominal)
        for other in others
    ):
        yield "no other score is this one turned round"


# --- times ----------------------------------------------------------------------------------------


def named(step: Step, sources: Sources) -> Iterator[str]:
    """What the words name alone."""
    yield from _keeps_unit(step)
    if step.of[0].result == step.result:
        yield "there is nothing to leave aside"
    figure = range_of(step.of[0].figure) if step.of else None
    if figure is None or not same(range_of(step.result), figure):
        yield "the words name something else"
    if step.figure is not None and not same(range_of(step.figure), figure):
        yield "the words name something else"
    if step.number is not None and (not step.of or step.number != step.of[0].number):
        yield "another figure is named"


def shift(step: Step, sources: Sources) -> Iterator[str]:
    """A clock in another zone or on another day, or a weekday of the week before or after."""
    yield from _keeps_unit(step)
    if step.unit != "date":
        yield "only times are told by clocks"
    numbers = _numbers(step, 1)
    if numbers is None:
        yield "the hours between the two clocks are missing"
        return
    value = value_below(step)
    on_any_day = value is not None and value.day_supposed and numbers[0] % _DAY == 0
    if abs(numbers[0]) != _WEEK and not on_any_day and not _are_zones(numbers[0], sources):
        yield "no two clocks of these articles are so far apart"
    yield from _leads(step, lambda one: moved(one, numbers[0]))


def _are_zones(seconds: Fraction, sources: Sources) -> bool:
    known = sources.offsets
    if len(known) > 1:
        return any(seconds == 60 * (one - other) for one in known for other in known)
    return seconds % _QUARTER_HOUR == 0 and abs(seconds) <= _FURTHEST_ZONES


def year(step: Step, sources: Sources) -> Iterator[str]:
    """A bare number as the year of that number."""
    number = step.of[0].number if step.of else None
    if number is None or number != int(number) or not 1 <= number < 9999:
        yield "that is no year"
        return
    ends = [datetime.datetime(int(number) + more, 1, 1) - _EPOCH for more in (0, 1)]
    first, last = (Fraction(end.days) * _DAY for end in ends)
    if not same(range_of(step.result), Range(first, last, True, False)):
        yield "that is another year"
    if step.number is not None or step.figure not in (None, step.result) or step.unit != "date":
        yield "that is another year"


def calendar(step: Step, sources: Sources) -> Iterator[str]:
    """Years as seconds: each has 365 or 366 days."""
    before = range_of(step.of[0].result) if step.of else None
    if before is None or step.of[0].unit != "year":
        yield "these are no years"
        return
    low = None if before.low is None else before.low * 365 * _DAY
    high = None if before.high is None else before.high * 366 * _DAY
    if not same(range_of(step.result), Range(low, high, before.low_closed, before.high_closed)):
        yield "years are not so long"
    if step.unit != "second":
        yield "the set lies on another line"


def years(step: Step, sources: Sources) -> Iterator[str]:
    """A length by the number of years that is printed."""
    yield from _counted(step, {"year": 1})


def months(step: Step, sources: Sources) -> Iterator[str]:
    """A length by its months."""
    yield from _counted(step, _MONTHS)


def _counted(step: Step, units: dict[str, int]) -> Iterator[str]:
    value = value_below(step)
    number = None if value is None else value.stated.number
    count = None if value is None else units.get(value.stated.unit)
    if number is None or count is None or step.number != number * count:
        yield "the words count something else"
    yield from _keeps_sets(step)


def _keeps_sets(step: Step) -> Iterator[str]:
    """Only the figure is another one."""
    yield from _keeps_unit(step)
    before = step.of[0]
    if step.result != before.result or step.figure not in (None, before.figure):
        yield "the set does not come out like that"


def both_ends(step: Step, sources: Sources) -> Iterator[str]:
    """A range of dates by its days, the first and the last counted in."""
    figure = range_of(step.of[0].figure)
    if step.unit != "second" or step.of[0].number is not None:
        yield "that is no range of dates"
    if figure is None or step.number is None or figure.high != Fraction(step.number):
        yield "so many days are not counted"
    yield from _keeps_sets(step)


def elapsed(step: Step, sources: Sources) -> Iterator[str]:
    """The time between a date and the day of publication."""
    numbers = _numbers(step, 1)
    date = range_of(step.of[0].result) if step.of else None
    today = {Fraction((day - _EPOCH.date()).days) * _DAY for day in sources.days}
    if numbers is None or date is None or numbers[0] not in today:
        yield "no article was published on that day"
        return
    now = numbers[0]
    ahead = moved(date, -now)
    high = None if date.low is None else now + _DAY - date.low
    low = None if date.high is None else max(now - date.high, Fraction(0))
    since = Range(low, high, low is not None, high is not None)
    if not any(same(range_of(step.result), each) for each in (ahead, since)):
        yield "so much time does not lie between the two"
    if step.number is not None or step.figure not in (None, step.result) or step.unit != "second":
        yield "so much time does not lie between the two"


def at_least(step: Step, sources: Sources) -> Iterator[str]:
    """All that is no less than the least: what holds parts is no less than they are together."""
    yield from _keeps_unit(step)
    before = range_of(step.of[0].result)
    if before is None or before.low is None or step.of[0].rule != "sum":
        yield "there are no parts that it can be no less than"
    elif not same(range_of(step.result), Range(before.low, None, before.low_closed, False)):
        yield "the set does not come out like that"
    if step.number is not None or step.figure is not None:
        yield "no figure is printed"


def widen(step: Step, sources: Sources) -> Iterator[str]:
    """The set with some room below and above."""
    yield from _keeps_unit(step)
    numbers = _numbers(step, 2)
    if numbers is None or min(numbers) < 0:
        yield "the room below and above is missing"
        return
    low, high = numbers
    yield from _leads(step, lambda one: hull(moved(one, -low), moved(one, high)))
