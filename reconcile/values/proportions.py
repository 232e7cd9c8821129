"""Two shares, multiples or differences of shares in, the ways to lay them on one line out."""

from __future__ import annotations

from decimal import Decimal

from reconcile.model import Interval, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.meeting import Apart, Days, Meeting, Meetings, Side, moved
from reconcile.values.telling import interval_words, number


def percent(a: Side, b: Side, days: Days) -> Meetings:
    """Two shares, multiples or differences of shares."""
    if a.value.unit != b.value.unit:
        return _share_against_points(a, b)
    if _is_multiple(a.value) != _is_multiple(b.value):
        return (*_plain_percent(a, b), *_multiple_against_rise(a, b))
    return _plain_percent(a, b)


def _plain_percent(a: Side, b: Side) -> tuple[Meeting, ...]:
    """The sign is often in the verb ("fell 0.4 percent"): a minus on one side says the same."""
    plain = Meeting(a, b, "percent", a.value.unit)
    if _negative(a) == _negative(b):
        return (plain,)
    unsigned = evolve(plain, a=_unsigned(a), b=_unsigned(b))
    return (plain, unsigned)


def _negative(one: Side) -> bool:
    return one.nominal is not None and one.nominal < 0


def _unsigned(one: Side) -> Side:
    if not (_negative(one) and one.nominal):
        return one
    opened = interval_words(_mirrored(one.whole), one.step.unit, "percent")
    words = f"“{one.words}” is {opened}, the direction left aside"
    return moved(one, "unsigned", _mirrored, -one.nominal, words)


def _mirrored(interval: Interval) -> Interval:
    low = None if interval.high is None else -interval.high
    high = None if interval.low is None else -interval.low
    return Interval(low, high, interval.high_closed, interval.low_closed)


def _is_multiple(value: Value) -> bool:
    return value.stated.unit == "multiple"


def _multiple_against_rise(a: Side, b: Side) -> tuple[Meeting, ...]:
    """A doubling is a rise of 100 percent: the multiple less one; a fall, one less it."""
    rise = Meeting(_as_rise(a), _as_rise(b), "percent", "fraction", changed=True)
    if not (_negative(rise.a) or _negative(rise.b)):
        return (rise,)
    return (rise, evolve(rise, a=_unsigned(rise.a), b=_unsigned(rise.b)))


def _as_rise(one: Side) -> Side:
    if not _is_multiple(one.value):
        return one
    opened = interval_words(_less_one(one.whole), "fraction", "percent")
    nominal = None if one.nominal is None else one.nominal - 1
    return moved(one, "rise", _less_one, nominal, f"“{one.words}” is a change by {opened}")


def _less_one(interval: Interval) -> Interval:
    return sets.shift(interval, Decimal(-1))


def _share_against_points(a: Side, b: Side) -> Apart:
    """Percent and percentage points are not the same thing; the same number in both is a slip."""
    share, points = (a, b) if a.value.unit == "fraction" else (b, a)
    if share.nominal is None or points.nominal is None:
        return Apart("percent and percentage points measure different things")
    said = number(share.nominal * 100)
    near = abs(share.nominal * 100 - points.nominal) <= abs(points.nominal) / 2
    reason = f"{said} percent and {number(points.nominal)} percentage points are different things"
    return Apart(reason, conflict=near, rule="other unit" if near else "incomparable")
