"""Two sides that exclude each other in, how far apart they lie out: "12 more, 40 percent above"."""

from __future__ import annotations

import datetime
from decimal import Context, Decimal
from typing import Final

from reconcile.values import sets
from reconcile.values.meeting import Meeting, Side, unmoved
from reconcile.values.telling import amount, number

#: figures of a share that are told
_TOLD: Final = Context(prec=2)
#: from how many times as much on a share is no help
_TIMES: Final = 3
_EPOCH: Final = datetime.datetime(1970, 1, 1)
_WEEK: Final = 7 * 86_400
_POINTS: Final = frozenset(("fraction", "percentage_point"))


def gap_words(meeting: Meeting) -> str | None:
    """The side that is more or later, and by how much; ``None`` where that says nothing."""
    low, high = sorted((_on_line(meeting.a), _on_line(meeting.b)), key=_place)
    if meeting.kind == "rank" or _place(low) == _place(high):
        return None
    apart, about = _apart(low, high, meeting)
    if apart is None or apart <= 0:
        return None
    if meeting.kind == "date":
        exact = None if about else _months(low, high)
        return f"“{high.words}” is {about}{exact or amount(apart, 'second', 'duration')} later"
    whole = None if about else _whole_months(meeting)
    told = f"“{high.words}” is {about}{whole or _size(apart, meeting)} {_more(meeting)}"
    share = _share(apart, low, high, meeting)
    return f"{told}, {share}" if share else told


def _on_line(one: Side) -> Side:
    """A side by its seconds, where its months were counted."""
    return unmoved(one) if one.step.rule == "months" else one


def _place(one: Side) -> Decimal:
    """Where a side lies on the line."""
    if one.nominal is not None:
        return one.nominal
    ends = [end for end in (one.whole.low, one.whole.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends) if ends else Decimal(0)


def _apart(low: Side, high: Side, meeting: Meeting) -> tuple[Decimal | None, str]:
    """How far apart the two are, and whether that is the least they can be."""
    if meeting.kind == "date":
        one, other = low.whole, high.whole
        alike = sets.width(one) is not None and sets.width(one) == sets.width(other)
        if alike and one.low is not None and other.low is not None:
            return other.low - one.low, ""
    elif not (low.hedge or high.hedge) and low.nominal is not None and high.nominal is not None:
        return high.nominal - low.nominal, ""
    return sets.distance(low.whole, high.whole), "at least "


def _months(low: Side, high: Side) -> str | None:
    """Whole months or years between the first days of two stretches of more than a week."""
    if low.whole.low is None or high.whole.low is None or (sets.width(low.whole) or 0) <= _WEEK:
        return None
    try:
        one, other = (
            _EPOCH + datetime.timedelta(seconds=int(end)) for end in (low.whole.low, high.whole.low)
        )
    except OverflowError:
        return None
    months = (other.year - one.year) * 12 + other.month - one.month
    if (one.day, one.time()) != (other.day, other.time()) or not months:
        return None
    return _counted(Decimal(months))


def _whole_months(meeting: Meeting) -> str | None:
    """Whole months or years between two lengths that are counted in such."""
    one, other = meeting.a.step, meeting.b.step
    if not one.rule == other.rule == "months" or one.number is None or other.number is None:
        return None
    months = abs(one.number - other.number)
    return _counted(months) if months == months.to_integral_value() else None


def _counted(months: Decimal) -> str:
    count, unit = (months, "month") if months % 12 else (months / 12, "year")
    return f"{number(count)} {unit}{'' if count == 1 else 's'}"


def _size(apart: Decimal, meeting: Meeting) -> str:
    if meeting.kind == "percent" and meeting.unit in _POINTS:
        points = apart * 100 if meeting.unit == "fraction" else apart
        return f"{number(points)} percentage point{'' if points == 1 else 's'}"
    if meeting.kind == "age":
        return f"{number(apart)} year{'' if apart == 1 else 's'}"
    return amount(apart, meeting.unit, meeting.kind)


def _more(meeting: Meeting) -> str:
    return {"age": "older", "duration": "longer"}.get(meeting.kind, "more")


def _share(apart: Decimal, low: Side, high: Side, meeting: Meeting) -> str | None:
    """How much more that is of the smaller one."""
    if meeting.kind in ("percent", "age", "quantity") and not _is_amount(meeting):
        return None
    base = low.nominal if low.nominal is not None and not low.hedge else low.whole.high
    if base is None or base <= 0:
        return None
    times = (base + apart) / base
    if times >= _TIMES:
        return f"{number(_TOLD.plus(times))} times as much"
    return f"{number(_TOLD.plus(apart / base * 100))} percent above"


def _is_amount(meeting: Meeting) -> bool:
    """Whether nothing of it is nothing: degrees and index points are no amounts."""
    unit = meeting.unit
    return meeting.kind == "quantity" and not (unit.startswith("degree") or "point" in unit)
