"""The name of a time zone and a day in, minutes east of UTC out."""

from __future__ import annotations

import datetime
import functools
import re

from reconcile.articles.vocabulary import rules_of


def _nth_sunday(year: int, month: int, nth: int) -> datetime.date:
    """The nth Sunday of a month; -1 is the last."""
    first = datetime.date(year, month, 1)
    sundays = [
        day
        for day in (first + datetime.timedelta(days=offset) for offset in range(31))
        if day.month == month and day.weekday() == 6
    ]
    return sundays[nth - 1] if nth > 0 else sundays[nth]


def is_summer_time(day: datetime.date, rule: str) -> bool:
    """Whether clocks are an hour ahead on a day, by the rule of the "us" or the "eu"."""
    if rule == "us":
        return _nth_sunday(day.year, 3, 2) <= day < _nth_sunday(day.year, 11, 1)
    return _nth_sunday(day.year, 3, -1) <= day < _nth_sunday(day.year, 10, -1)


@functools.cache
def _zones() -> dict[str, tuple[int, str | None]]:
    entries = rules_of("published")["zones"]
    return {
        name.casefold(): (entry["minutes"], entry.get("summer")) for name, entry in entries.items()
    }


@functools.cache
def zone_pattern() -> str:
    """An alternative of every zone's name, longest first, for a larger pattern."""
    names = sorted(rules_of("published")["zones"], key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in names)


def offset_minutes(name: str, day: datetime.date) -> int | None:
    """Minutes east of UTC of a named zone or of "GMT+7", "+09:00"; ``None`` if unknown."""
    match = re.fullmatch(r"(?:UTC|GMT)?\s*([+\-−])\s*(\d{1,2}):?(\d{2})?", name.strip(), re.I)
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return minutes if match[1] == "+" else -minutes
    zone = _zones().get(" ".join(name.split()).casefold())
    if zone is None:
        return None
    minutes, summer = zone
    return minutes + (60 if summer and is_summer_time(day, summer) else 0)
