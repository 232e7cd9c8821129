"""Two figures that contradict each other in, the slip that may lie behind it out."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Final

from reconcile.values.meeting import Meeting

_SCALES: Final = {
    Decimal(1000): "a thousand times apart: million for billion, or the like",
    Decimal(1_000_000): "a million times apart",
    Decimal(10): "ten times apart",
    Decimal(100): "a hundred times apart",
}
_EPOCH: Final = datetime.datetime(1970, 1, 1)


def slip(meeting: Meeting) -> str | None:
    """What may have gone wrong, in a few words; ``None`` where nothing stands out."""
    if meeting.kind == "date":
        return _swapped_day(meeting)
    if meeting.changed:
        return _same_number(meeting)
    if meeting.a.nominal is None or meeting.b.nominal is None:
        return None
    return figures_slip(meeting.a.nominal, meeting.b.nominal)


def _same_number(meeting: Meeting) -> str | None:
    a, b = meeting.a.value, meeting.b.value
    if a.nominal is None or a.nominal != b.nominal or a.unit == b.unit:
        return None
    return f"the same number in another {'currency' if meeting.kind == 'money' else 'unit'}"


def figures_slip(a: Decimal, b: Decimal) -> str | None:
    """The slip of the pen that leads from one figure to the other, if one does."""
    if a > 0 and b > 0 and max(a, b) / min(a, b) in _SCALES:
        return _SCALES[max(a, b) / min(a, b)]
    return "two digits are transposed" if _transposed(a, b) else None


def _transposed(a: Decimal, b: Decimal) -> bool:
    """Whether two neighbouring digits changed places ("412" and "421")."""
    one, other = a.normalize().as_tuple(), b.normalize().as_tuple()
    if one.exponent != other.exponent or len(one.digits) != len(other.digits):
        return False
    pairs = list(zip(one.digits, other.digits, strict=True))
    differ = [place for place, (left, right) in enumerate(pairs) if left != right]
    if len(differ) != 2 or differ[1] - differ[0] != 1:
        return False
    return pairs[differ[0]] == pairs[differ[1]][::-1]


def _swapped_day(meeting: Meeting) -> str | None:
    low_a, low_b = meeting.a.whole.low, meeting.b.whole.low
    if low_a is None or low_b is None:
        return None
    try:
        a = _EPOCH + datetime.timedelta(seconds=int(low_a))
        b = _EPOCH + datetime.timedelta(seconds=int(low_b))
    except OverflowError:
        return None
    if a.day == b.month and a.month == b.day and a.day != a.month:
        return "day and month are swapped"
    return None
