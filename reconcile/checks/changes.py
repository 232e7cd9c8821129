"""A line in, the changes in it out that do not lead from the old figure to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.checks import arithmetic
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import check, told
from reconcile.checks.vocabulary import pattern, rules, words
from reconcile.model import Check, Interval, Value
from reconcile.values import sets

_FILE: Final = "changes"
_ONE: Final = sets.exactly(Decimal(1))
#: a multiple of at least this is "times", below it a share ("halved")
_TIMES: Final = Decimal(2)


def check_changes(line: Line) -> Iterator[Check]:
    """A finding for each stated change that the two figures around it do not bear out."""
    seen: set[int] = set()
    for rule in rules(_FILE)["change"]:
        for match in pattern(rule["pattern"], _FILE).finditer(line.masked):
            by, old, new = (line.figure(match[name]) for name in ("by", "old", "new"))
            if by.index in seen or not _is_one_measure(old.value, new.value):
                continue
            seen.add(by.index)
            yield from _check(by, old, new, rule.get("way") or _way(match, by), line)


def _way(match: re.Match[str], by: Figure) -> str | None:
    """Whether the words say that it rises or falls."""
    said = match.group()
    rises, falls = (bool(words(way, _FILE).search(said)) for way in ("rise", "fall"))
    if rises == falls:
        return None
    return "rise" if rises else "fall"


def _is_one_measure(old: Value, new: Value) -> bool:
    """Whether two figures can be the same thing at two times."""
    if old.kind != new.kind or old.nominal is None or new.nominal is None:
        return False
    same_unit = old.unit == new.unit and old.per == new.per
    return same_unit or old.kind == "count" and not (old.unit and new.unit)


def _check(by: Figure, old: Figure, new: Figure, way: str | None, line: Line) -> Iterator[Check]:
    ways = [way] if way else ["rise", "fall"]
    readings = [by.value, *(each for each in by.value.alternatives if each.kind == "percent")]
    made = [
        (reading, computed)
        for reading in readings
        for each in ways
        for computed in _computed(reading, old.value, new.value, each, by.text)
    ]
    if not made or any(not arithmetic.apart(value.interval, computed) for value, computed in made):
        return
    reading, computed = made[0]
    yield _wrong(by, old, new, reading, computed)


def _computed(by: Value, old: Value, new: Value, way: str, text: str) -> Iterator[Interval]:
    """What the change should have been, in each way that its unit can be meant."""
    before, after = old.interval, new.interval
    low, high = (before, after) if way == "rise" else (after, before)
    if by.unit == "fraction":
        yield from _relative(by, before, after, way, text)
        if old.unit == "fraction":
            yield arithmetic.difference(high, low)
    elif by.unit == "percentage_point" and old.unit == "fraction":
        yield _scaled(arithmetic.difference(high, low), 100)
    elif by.kind == old.kind and (by.unit == old.unit or by.kind == "count"):
        yield arithmetic.difference(high, low)


def _scaled(interval: Interval, factor: int) -> Interval:
    return sets.scale(interval, Decimal(factor))


def _relative(
    by: Value, before: Interval, after: Interval, way: str, text: str
) -> Iterator[Interval]:
    times = arithmetic.ratio(after, before)
    if times is None:
        return
    if _is_multiple(by, text):
        yield times
        back = arithmetic.ratio(before, after)
        if way == "fall" and back is not None:
            yield back
        return
    yield (
        arithmetic.difference(times, _ONE) if way == "rise" else arithmetic.difference(_ONE, times)
    )


def _is_multiple(by: Value, text: str) -> bool:
    """As in "tripled", "halved", "sixfold", against "rose 300 percent"."""
    return bool(words("multiple", _FILE).search(text))


def _wrong(by: Figure, old: Figure, new: Figure, reading: Value, computed: Interval) -> Check:
    turned = computed.high is not None and computed.high < 0
    between = f"From {old.text} to {new.text}"
    if turned:
        direction = "down" if (old.value.nominal or 0) > (new.value.nominal or 0) else "up"
        said = f"{between} is {direction}; the article has it the other way ({by.text})."
    else:
        amount = _amount(computed, reading, by)
        said = f"{between} is {amount}; the article says {by.text}."
    steps = (
        f"the change from {old.text} to {new.text} is {told(computed, reading)}",
        f"“{by.text}” is {told(reading.interval, reading)}",
    )
    return check("change", (by, old, new), f"{by.text}: {old.text} to {new.text}", said, steps,
                 kind=by.value.kind)  # fmt: skip


def _amount(computed: Interval, reading: Value, by: Figure) -> str:
    if _is_multiple(reading, by.text):
        low, high = computed.low, computed.high
        if low is not None and high is not None:
            return f"about {(low + high) / 2:.3g} times as much"
    return told(computed, reading)
