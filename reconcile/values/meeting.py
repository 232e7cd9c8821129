"""Two values in, the same two on one line out: units, currencies and bare numbers led together.

A meeting is one way to lay them side by side; where the words leave several (which ton, which zone)
there are several meetings. ``Apart`` says why there is none.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from reconcile.model import Citation, Interval, Rule, Step, Value
from reconcile.records import evolve, frozen
from reconcile.tables import read_tables
from reconcile.values import sets, steps
from reconcile.values.conversion import Conversion, conversions, label
from reconcile.values.scores import Figures, both_figures
from reconcile.values.telling import amount, interval_words, value_words

#: a bare number this many times another is not in the other's unit
_UNLIKE: Final = 4
#: so few are counted one by one, whatever they are called
_FEW: Final = 60
#: a bare number that its scale word is left off ("58" beside "61 million") is smaller
_SCALED: Final = 1000
#: seconds of the units that a bare number may count a length in: minutes, hours, days
UNITS_OF_LENGTH: Final = (Decimal(60), Decimal(3600), Decimal(86400))
HUNDRED: Final = Decimal(100)
_THOUSANDS: Final = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, 12))


@frozen
class Side:
    """One of two values, on the line that both were led to."""

    value: Value
    #: the words as printed, or rebuilt
    words: str
    #: how its sets come from the words
    step: Step
    #: the class of the hedging words, where it says something about the set
    hedge: str | None

    @property
    def whole(self) -> Interval:
        """All that the words leave open."""
        return sets.EVERYTHING if self.step.result is None else self.step.result

    @property
    def figure(self) -> Interval:
        """What the figure alone stands for."""
        return sets.EVERYTHING if self.step.figure is None else self.step.figure

    @property
    def nominal(self) -> Decimal | None:
        """The printed figure; ``None`` for dates and ranges."""
        return self.step.number


@frozen
class Meeting:
    """Two values on one line, and how they got there."""

    a: Side
    b: Side
    #: the line, for the words of the explanation
    kind: str
    unit: str
    #: whether a unit, currency or zone had to be changed
    changed: bool = False
    #: whether the figures can be held against each other to the last digit
    exact: bool = True
    #: how far apart two sets may lie, as a share, before that is a conflict
    slack: Decimal = Decimal(0)
    #: whether one side had to be derived ("11 years" from "2014")
    derived: bool = False
    #: whether the derived figure is the very one that is stated
    derived_exactly: bool = False
    #: what was assumed, in a sentence, where something was
    assumed: str | None = None
    #: whether the assumption is one that a reader would make at once
    likely: bool = True
    #: how one side was led to the other's line, in a sentence, where that must be told
    told: str = ""


@frozen
class Apart:
    """Why two values cannot be laid on one line."""

    reason: str
    #: whether that alone makes them contradict each other ("percent" for "points")
    conflict: bool = False
    #: the rule that says so
    rule: Rule = "incomparable"


@frozen
class Days:
    """When the two sides were published; ``None`` where that is not known."""

    a: datetime.datetime | None
    b: datetime.datetime | None
    #: whether something is due on the day that a side names
    due_a: bool = False
    due_b: bool = False

    def swapped(self) -> Days:
        return Days(self.b, self.a, self.due_b, self.due_a)


Meetings = tuple[Meeting, ...] | Apart


def side(value: Value, words: str | None, cited: Citation | None = None) -> Side:
    """A value on its own line; ``cited`` is where its words stand, if they stand anywhere."""
    hedge = None if value.hedge in (None, "exactly") else value.hedge
    told = words if words else value_words(value)
    if cited is None:
        cited = Citation("", 0, len(told), told)
    cited = evolve(cited, value=value)
    opened = f"“{told}” is {interval_words(value.interval, value.unit, value.kind)}"
    return Side(value, told, steps.reading(cited, opened), hedge)


def moved(
    one: Side,
    rule: Rule,
    move: Callable[[Interval], Interval],
    nominal: Decimal | None,
    words: str = "",
    *,
    unit: str | None = None,
    numbers: Sequence[Decimal] = (),
) -> Side:
    """A side whose sets were led to another line."""
    there = steps.led(one.step, rule, move, nominal, words, unit=unit, numbers=numbers)
    return evolve(one, step=there)


def unmoved(one: Side) -> Side:
    """A side as its words were read."""
    return evolve(one, step=one.step.every[0])


def named(one: Side) -> Side:
    """A side that stands for what it names, its bound left aside."""
    if one.step.figure is None or one.step.figure == one.step.result:
        return evolve(one, hedge=None)
    opened = interval_words(one.figure, one.step.unit, one.value.kind)
    there = steps.named(one.step, f"“{one.words}” names {opened}")
    return evolve(one, step=there, hedge=None)


def swap(meetings: Meetings) -> Meetings:
    """The same meetings with the sides exchanged."""
    if isinstance(meetings, Apart):
        return meetings
    return tuple(evolve(meeting, a=meeting.b, b=meeting.a) for meeting in meetings)


# --- one kind -------------------------------------------------------------------------------------


def same_line(a: Side, b: Side, days: Days) -> Meetings:
    """Two values of one kind and unit."""
    return (Meeting(a, b, a.value.kind, a.value.unit),)


def quantity(a: Side, b: Side, days: Days) -> Meetings:
    """Two measures: led to the finer of their units."""
    if a.value.unit == b.value.unit:
        return same_line(a, b, days)
    rates = _rates_of_goods(a, b)
    if rates is not None:
        return rates
    there = conversions(a.value.unit, b.value.unit)
    if not there:
        return _unlike(a, b)
    if abs(there[0].factor) < 1 or (there[0].factor == 1 and a.value.unit > b.value.unit):
        back = conversions(b.value.unit, a.value.unit)
        return swap(tuple(_converted(b, a, line) for line in back))
    return tuple(_converted(a, b, line) for line in there)


def _rates_of_goods(a: Side, b: Side) -> Meetings | None:
    """Goods by the month and by the year; a rate whose time is left out counts as the same rate."""
    (goods_a, _, time_a), (goods_b, _, time_b) = (side.value.unit.partition("/") for side in (a, b))
    if goods_a.strip() != goods_b.strip() or not (time_a or time_b):
        return None
    if not time_a or not time_b:
        return (Meeting(a, b, "quantity", a.value.unit or b.value.unit),)
    lines = conversions(time_b.strip(), time_a.strip())
    if not lines:
        return None
    line = Conversion(a.value.unit, b.value.unit, lines[0].factor)
    return (_converted(a, b, line),)


def _converted(a: Side, b: Side, line: Conversion) -> Meeting:
    """A meeting on b's line."""
    unit = b.value.unit
    nominal = None if a.nominal is None else line.number(a.nominal)
    opened = f"“{a.words}” is {interval_words(line.interval(a.whole), unit, 'quantity')}"
    told = "" if nominal is None else f"“{a.words}” is {amount(nominal, unit, 'quantity')}"
    there = moved(
        a, "convert", line.interval, nominal, opened, unit=unit, numbers=(line.factor, line.offset)
    )
    return Meeting(there, b, "quantity", unit, changed=True, assumed=line.assumed, told=told)


def _unlike(a: Side, b: Side) -> Apart:
    one, other = label(a.value.unit), label(b.value.unit)
    same = a.nominal is not None and a.nominal == b.nominal
    reason = f"{one or 'one'} and {other or 'the other'} measure different things"
    return Apart(reason, conflict=same, rule="other unit" if same else "incomparable")


def count(a: Side, b: Side, days: Days) -> Meetings:
    """Two counts: their nouns clash only where the table says so."""
    first, second = both_figures(a.value), both_figures(b.value)
    if first is not None and second is not None:
        return _scores(a, b, first, second, days)
    one, other = noun_class(a.value.unit), noun_class(b.value.unit)
    if one and other and sorted((one, other)) in _clashing():
        reason = f"one counts {one}, the other {other}"
        same = a.nominal is not None and a.nominal == b.nominal
        if same or sets.disjoint(a.whole, b.whole):
            return Apart(reason, conflict=True, rule="other unit")
    return same_line(a, b, days)


def _scores(a: Side, b: Side, one: Figures, other: Figures, days: Days) -> Meetings:
    """Two scores or votes, by both their figures; "2-1" to one side is "1-2" to the other."""
    if not any(map(sets.disjoint, one, other)):
        return same_line(a, b, days)
    if not any(map(sets.disjoint, one, other[::-1])) and a.nominal is not None:
        turned = moved(b, "turned", lambda _: a.whole, a.nominal)
        return (Meeting(a, turned, "count", "score"),)
    what = "scores" if a.value.unit == b.value.unit == "score" else "results"
    return Apart(f"the two {what} differ", conflict=True, rule="other unit")


@functools.cache
def _noun_classes() -> dict[str, str]:
    table: dict[str, Any] = read_tables("values", "tables/nouns.toml")
    return {word: entry["name"] for entry in table["class"] for word in entry["words"]}


@functools.cache
def _clashing() -> list[list[str]]:
    table: dict[str, Any] = read_tables("values", "tables/nouns.toml")
    return [sorted(pair) for pair in table["clash"]]


def noun_class(noun: str) -> str | None:
    """What sort of thing a noun counts, where two sorts are easily taken for each other."""
    return _noun_classes().get(noun.rsplit(" ", 1)[-1].lower())


def as_points(a: Side, b: Side) -> tuple[Side, Side]:
    """Bare "points" beside a share are percentage points."""
    return _points(a, b), _points(b, a)


def _points(one: Side, other: Side) -> Side:
    if one.value.unit != "point" or other.value.kind != "percent":
        return one
    return evolve(one, value=evolve(one.value, kind="percent", unit="percentage_point"))


# --- bare numbers ---------------------------------------------------------------------------------


def is_bare(value: Value) -> bool:
    """Whether a number stands without a unit or noun."""
    return value.kind in ("count", "quantity") and not value.unit


def bare(a: Side, b: Side, days: Days) -> Meetings:
    """A bare number ("6.6", "58") against a figure with a unit: on the line of what is printed."""
    printed, nominal = b.value.stated.number, b.nominal
    if a.nominal is not None and (printed is None or nominal is None):
        return _bare_beside_range(a, a.nominal, b, days)
    if a.nominal is None or printed is None or nominal is None or not nominal:
        return same_line(a, b, days)
    if b.value.kind == "count" and _are_few(a.nominal, printed):
        return same_line(a, b, days)
    if not _likely_unit(a.nominal, printed):
        return Apart(f"“{a.words}” is not in the unit of “{b.words}”")
    ratio = printed / nominal
    there = b
    if ratio > 0:
        there = _times(b, ratio, unit="")
        there = evolve(there, step=evolve(there.step, number=printed))
    told = f"“{a.words}” is taken to be in the unit of “{b.words}”"
    assumed = evolve(a, step=steps.beside(a.step, "assumed", told))
    return tuple(
        Meeting(_times(assumed, scale), there, "count", "", likely=scale == 1, told=told)
        for scale in _THOUSANDS
        if scale == 1 or a.nominal * scale == printed and abs(a.nominal) < _SCALED
    )


def _bare_beside_range(a: Side, number: Decimal, b: Side, days: Days) -> Meetings:
    """A bare number against "two hours 17 minutes" or "5 to 8 percent", of which none is one."""
    told = f"“{a.words}” is taken to be in the unit of “{b.words}”"
    assumed = evolve(a, step=steps.beside(a.step, "assumed", told))
    if b.value.kind == "duration":
        lengths = [(unit, _times(assumed, unit, unit="second")) for unit in UNITS_OF_LENGTH]
        fitting = [one for unit, one in lengths if sets.contains_number(b.whole, number * unit)]
        if not fitting:
            return Apart(f"“{a.words}” is not in the unit of “{b.words}”")
        return tuple(Meeting(one, b, "duration", "second", told=told) for one in fitting)
    if b.value.unit != "fraction":
        return same_line(a, b, days)
    there = moved(
        b, "same unit", lambda one: sets.scale(one, HUNDRED), None, unit="", numbers=(HUNDRED,)
    )
    return (Meeting(assumed, there, "count", "", told=told),)


def _are_few(bare_number: Decimal, printed: Decimal) -> bool:
    """As in "nobody is missing" beside "six workers"; a bare "one" may be one of them."""
    return bare_number != 1 and max(bare_number, printed) <= _FEW


def _likely_unit(bare_number: Decimal, printed: Decimal) -> bool:
    """Whether a bare number may be in the unit of a figure: of one size, but for its scale word."""
    small, large = sorted((abs(bare_number), abs(printed)))
    return large <= small * _UNLIKE or any(small * scale == large for scale in _THOUSANDS)


def _times(one: Side, scale: Decimal, unit: str | None = None) -> Side:
    """A side in thousands, or in the unit of the other."""
    if one.nominal is None or scale == 1 and unit is None:
        return one
    number = one.nominal * scale
    return moved(
        one, "same unit", lambda interval: sets.scale(interval, scale), number, unit=unit,
        numbers=(scale,),
    )  # fmt: skip
