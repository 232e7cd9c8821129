"""The units that lengths of time are counted in, in seconds; months and years in the mean."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

DAY: Final = Decimal(86_400)
YEAR: Final = Decimal("365.2425") * DAY
SECONDS: Final = {
    "minute": Decimal(60),
    "hour": Decimal(3600),
    "day": DAY,
    "week": 7 * DAY,
    "month": YEAR / 12,
    "year": YEAR,
    "decade": 10 * YEAR,
}
