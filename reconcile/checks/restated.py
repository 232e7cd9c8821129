"""A line in, values out that a second unit or currency beside them does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import about, check, told
from reconcile.model import Check, Interval, Value
from reconcile.values import sets
from reconcile.values.conversion import conversions
from reconcile.values.exchanging import is_bare_currency
from reconcile.values.rates import rate
from reconcile.values.relation import relate

#: an article's own rate may be that of another day or another market, by this share of the day's
MARKET_SLACK: Final = Decimal("0.25")
#: a unit's figure may be rounded more than it looks, by this share
UNIT_SLACK: Final = Decimal("0.06")

#: signs that make the second figure another spelling of the first
_BESIDE: Final = re.compile(r"[(\[/=]")


def check_restatements(line: Line) -> Iterator[Check]:
    """A finding for each second statement of a value, "24 miles (38 km)", that is another value."""
    by_place = {(figure.start, figure.end): figure for figure in line.figures}
    for second in line.figures:
        restates = second.claim.focus.restates
        first = by_place.get((restates.start, restates.end)) if restates else None
        if first is not None:
            family = _currency if second.value.kind == "money" else _unit
            yield from family(first, second, line)


def _unit(first: Figure, second: Figure, line: Line) -> Iterator[Check]:
    gap = line.article.text[first.end : second.start]
    if not _BESIDE.search(gap):  # "193 metres, or 42 centimetres over the mark" says two things
        return
    judgement = relate(first.value, second.value, words_a=first.text, words_b=second.text)
    if judgement.verdict != "conflict":
        return
    ways = conversions(first.value.unit, second.value.unit)
    made = [way.interval(first.value.interval) for way in ways]
    if not made or any(not sets.disjoint(_wide(each), second.value.interval) for each in made):
        return
    exact = first.value.nominal
    amount = (
        told(made[0], second.value) if exact is None else about(ways[0].number(exact), second.value)
    )
    yield check(
        "unit",
        (first, second),
        f"{first.text} ({second.text})",
        f"{_capital(first.text)} is {amount}; the article says {second.text}.",
        (
            f"“{first.text}” is {amount}",
            f"“{second.text}” is {told(second.value.interval, second.value)}",
        ),
    )


def _wide(interval: Interval) -> Interval:
    return _stretched(interval, UNIT_SLACK / 2)


def _stretched(interval: Interval, share: Decimal) -> Interval:
    low = None if interval.low is None else interval.low - abs(interval.low) * share
    high = None if interval.high is None else interval.high + abs(interval.high) * share
    return Interval(low, high, True, True)


def _currency(first: Figure, second: Figure, line: Line) -> Iterator[Check]:
    """Two currencies at the rate of the day, give or take what markets differ by."""
    a, b = first.value, second.value
    if a.per != b.per or is_bare_currency(a) and is_bare_currency(b):
        return
    published = line.article.published
    made: list[Interval] = []
    for one in _currencies(a):
        for other in _currencies(b):
            price = rate(one, other, published.date() if published else None)
            if price is None or one == other:
                return
            made.append(_stretched(_product(a.interval, price.interval), MARKET_SLACK))
    if not made or any(not sets.disjoint(each, b.interval) for each in made):
        return
    price = rate(a.unit, b.unit, published.date() if published else None)
    assert price is not None
    middle = _product(_figure(a), _middle(price.interval))
    amount = told(middle, b) if middle.low is None else about(middle.low, b)
    yield check(
        "currency",
        (first, second),
        f"{first.text} ({second.text})",
        f"{_capital(first.text)} is about {amount} {price.words}; the article says {second.text}.",
        (
            f"“{first.text}” is about {amount} {price.words}".strip(),
            f"“{second.text}” is far from that",
        ),
    )


def _currencies(value: Value) -> list[str]:
    """Every currency that the words leave open."""
    found = [value.unit, *(each.unit for each in value.alternatives if each.kind == "money")]
    return list(dict.fromkeys(found))


def _figure(value: Value) -> Interval:
    return value.interval if value.nominal is None else sets.exactly(value.nominal)


def _middle(interval: Interval) -> Interval:
    assert interval.low is not None
    assert interval.high is not None
    return sets.exactly((interval.low + interval.high) / 2)


def _product(a: Interval, b: Interval) -> Interval:
    low = None if a.low is None or b.low is None else a.low * b.low
    high = None if a.high is None or b.high is None else a.high * b.high
    return Interval(low, high, True, True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
