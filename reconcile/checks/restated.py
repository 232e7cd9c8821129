"""A line in, values out that a second unit or currency beside them does not bear out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import about, apart, contradiction, read, told
from reconcile.model import Check, Interval, Step, Value
from reconcile.values import steps
from reconcile.values.conversion import Conversion, conversions
from reconcile.values.exchanging import is_bare_currency
from reconcile.values.rates import Rate, rate

#: an article's own rate may be that of another day or another market, by this share of the day's
MARKET_SLACK: Final = Decimal("0.25")
#: two names that several countries share ("kroner", "$"): which ones are meant is a guess
BARE_SLACK: Final = Decimal(3)
_ALL: Final = Decimal("0.7")
#: a unit's figure may be rounded more than it looks, by this share
UNIT_SLACK: Final = Decimal("0.03")
#: signs that make the second figure another spelling of the first
_BESIDE: Final = patterns.compile(r"[(\[/=]")


def check_restatements(line: Line) -> Iterator[Check]:
    """A finding for each second statement of a value, "24 miles (38 km)", that is another value."""
    by_place = {(figure.start, figure.end): figure for figure in line.figures}
    for second in line.figures:
        restates = second.claim.focus.restates
        first = by_place.get((restates.start, restates.end)) if restates else None
        # "193 metres, or 42 centimetres over the mark" says two things
        if first is None or not _BESIDE.search(line.article.text[first.end : second.start]):
            continue
        if second.value.kind == "money":
            yield from _currency(first, second, line.article.published)
        else:
            yield from _unit(first, second)


def _title(first: Figure, second: Figure) -> str:
    return f"{first.text} ({second.text})"


# --- units ----------------------------------------------------------------------------------------


def _unit(first: Figure, second: Figure) -> Iterator[Check]:
    ways = conversions(first.value.unit, second.value.unit)
    rises = [way._replace(offset=Decimal(0)) for way in ways if way.offset]  # "5C (9F) warmer"
    made = [_converted(first, way) for way in (*ways, *rises)]
    stated = read(second)
    if made and all(apart(each, stated) for each in made):
        number = first.value.nominal
        value = second.value
        amount = told(made[0], value) if number is None else about(ways[0].number(number), value)
        words = steps.spoken(made[0], f"{first.text} is {amount}")
        yield contradiction("unit", (first, second), _title(first, second), words, stated)


def _converted(first: Figure, way: Conversion) -> Step:
    made = steps.convert(read(first), way.factor, way.target, "", offset=way.offset)
    if made.result is None or made.result.low is None or made.result.high is None:
        return made
    most = max(abs(made.result.low), abs(made.result.high)) * UNIT_SLACK
    return steps.widen(made, most, most)


# --- currencies -----------------------------------------------------------------------------------


def _currency(first: Figure, second: Figure, when: datetime.datetime | None) -> Iterator[Check]:
    """Two currencies at the rate of the day, give or take what markets differ by."""
    a, b = first.value, second.value
    if a.per != b.per:
        return
    slack = BARE_SLACK if is_bare_currency(a) and is_bare_currency(b) else MARKET_SLACK
    day = when.date() if when else None
    prices = [rate(one, other, day) for one in _currencies(a) for other in _currencies(b)]
    known = [price for price in prices if price is not None and price.source != price.target]
    if len(known) < len(prices):
        return
    made, stated = [_exchanged(first, price, slack) for price in known], read(second)
    if not all(apart(each, stated) for each in made):
        return
    amount = _at_the_middle(first, second, known[0])
    words = f"{first.text} is about {amount} {known[0].words}".rstrip()
    step = steps.spoken(made[0], words)
    yield contradiction("currency", (first, second), _title(first, second), step, stated)


def _currencies(value: Value) -> list[str]:
    """Every currency that the words leave open."""
    found = [value.unit, *(each.unit for each in value.alternatives if each.kind == "money")]
    return list(dict.fromkeys(found))


def _exchanged(first: Figure, price: Rate, slack: Decimal) -> Step:
    low, high = price.interval.low, price.interval.high
    assert low is not None
    assert high is not None

    def there(interval: Interval) -> Interval:
        return Interval(
            None if interval.low is None else interval.low * low,
            None if interval.high is None else interval.high * high,
            interval.low_closed,
            interval.high_closed,
        )

    made = steps.led(
        read(first), "exchange", there, None, unit=price.target, numbers=(low, high)
    )  # fmt: skip
    result = made.result
    least = Decimal(0) if result is None or result.low is None else result.low * min(slack, _ALL)
    most = Decimal(0) if result is None or result.high is None else result.high * slack
    return steps.widen(made, least, most)


def _at_the_middle(first: Figure, second: Figure, price: Rate) -> str:
    number = first.value.nominal or first.value.interval.low or first.value.interval.high
    assert number is not None
    assert price.interval.low is not None
    assert price.interval.high is not None
    return about(number * (price.interval.low + price.interval.high) / 2, second.value)
