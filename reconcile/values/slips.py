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
    return _same_number(meeting) or _scale(meeting) or _transposed(meeting)


def _same_number(meeting: Meeting) -> str | None:
    a, b = meeting.a.value, meeting.b.value
    if not meeting.changed or a.nominal is None or a.nominal != b.nominal or a.unit == b.unit:
        return None
    what = "currency" if meeting.kind == "money" else "unit"
    return f"the same number in another {what}"


def _scale(meeting: Meeting) -> str | None:
    a, b = meeting.a.nominal, meeting.b.nominal
    if not a or not b or meeting.changed:
        return None
    return _SCALES.get(max(a, b) / min(a, b))


def _transposed(meeting: Meeting) -> str | None:
    a, b = meeting.a.nominal, meeting.b.nominal
    if a is None or b is None or meeting.changed:
        return None
    one, other = (str(number.normalize().as_tuple().digits) for number in (a, b))
    digits_a, digits_b = a.normalize().as_tuple().digits, b.normalize().as_tuple().digits
    if len(digits_a) != len(digits_b) or one == other or len(digits_a) < 2:
        return None
    differ = [place for place, pair in enumerate(zip(digits_a, digits_b, strict=True)) if
              pair[0] != pair[1]]  # fmt: skip
    swapped = len(differ) == 2 and (
        digits_a[differ[0]] == digits_b[differ[1]] and digits_a[differ[1]] == digits_b[differ[0]]
    )
    return "two digits are transposed" if swapped else None


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
