"""A birth and a day in, how old somebody born then is on that day, out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.checks.figures import Figure
from reconcile.checks.lengths import DAY, YEAR
from reconcile.model import Step
from reconcile.values import steps

#: how far a calendar year may be from the mean, in years
_UNEVEN: Final = 2 * DAY / YEAR


def years_since(birth: Step, day: Step) -> Step:
    """The years from a birth to a day."""
    seconds = steps.subtract(day, birth, "", unit="second")
    return steps.widen(steps.convert(seconds, 1 / YEAR, "year", ""), _UNEVEN, _UNEVEN)


def age_told(made: Step, days_before: Decimal) -> str:
    """The whole years of ``years_since`` in words; its day may be so many seconds earlier."""
    result = made.result
    assert result is not None
    assert result.low is not None
    assert result.high is not None
    least, greatest = int(result.low + _UNEVEN + days_before / YEAR), int(result.high - _UNEVEN)
    if least >= greatest:
        return str(greatest)
    return f"{least} {'to' if greatest - least > 1 else 'or'} {greatest}"


def born(birth: Figure) -> str:
    """Somebody by a birth: "someone born in 1970"."""
    return f"someone born {'on' if birth.value.stated.unit == 'day' else 'in'} {birth.text}"
