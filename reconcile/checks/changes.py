"""A line in, the changes in it out that do not lead from the old figure to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.checks.figures import Figure, Line, cite
from reconcile.checks.found import apart, check, contradiction, nominal_ratio, read, told
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check, Step, Value
from reconcile.records import evolve
from reconcile.values import sets, steps

_FILE: Final = "changes"
#: so many characters before a change may say that it is one of prices
_BESIDE: Final = 40
#: a price from here on is rounded
_LARGE_PRICE: Final = 1000
#: a multiple of at least this is "times", below it a share ("halved")
_TIMES: Final = Decimal(2)


def check_changes(line: Line) -> Iterator[Check]:
    """A finding for each stated change that the two figures around it do not bear out."""
    seen: set[int] = set()
    for rule in rules(_FILE)["change"]:
        for match in matches(rule["pattern"], _FILE, line.masked):
            by, old, new = (line.figure(match[name]) for name in ("by", "old", "new"))
            if by.index in seen or not is_one_measure(old.value, new.value):
                continue
            seen.add(by.index)
            if rule.get("gap"):
                yield from _check_gap(by, old, new)
            else:
                way = rule.get("way") or way_of(match)
                yield from check_change(by, old, new, way, priced=_is_of_prices(match, line))


def _is_of_prices(match: re.Match[str], line: Line) -> bool:
    """Whether what changes is a price, whose printed sum is no rounding."""
    said = line.masked[max(0, match.start() - _BESIDE) : match.end()]
    return bool(words("price", _FILE).search(said))


def way_of(match: re.Match[str]) -> str | None:
    """Whether the words say that it rises or falls."""
    said = match.group()
    rises, falls = (bool(words(way, _FILE).search(said)) for way in ("rise", "fall"))
    if rises == falls:
        return None
    return "rise" if rises else "fall"


def is_one_measure(old: Value, new: Value) -> bool:
    """Whether two figures can be the same thing at two times."""
    if old.kind != new.kind or old.nominal is None or new.nominal is None:
        return False
    same_unit = old.unit == new.unit and (old.per == new.per or not (old.per and new.per))
    return same_unit or old.kind == "count" and not (old.unit and new.unit)


# --- gaps -----------------------------------------------------------------------------------------


def _check_gap(by: Figure, old: Figure, new: Figure) -> Iterator[Check]:
    """A margin, whichever of the two is the higher."""
    high, low = (old, new) if (old.value.nominal or 0) >= (new.value.nominal or 0) else (new, old)
    readings = [
        each for each in (by.value, *by.value.alternatives) if _tells_a_gap(each, old.value)
    ]
    pairs = [(_gap(high, low, each), read(by, each)) for each in readings]
    if not pairs or not all(apart(made, stated) for made, stated in pairs):
        return
    made, stated = pairs[0]
    words = f"between {old.text} and {new.text} lie {told(made, readings[0])}"
    title = f"{by.text}: {old.text} to {new.text}"
    made = steps.spoken(made, words)
    yield contradiction("difference", (old, new, by), title, made, stated, old.value.kind)


def _gap(high: Figure, low: Figure, by: Value) -> Step:
    """The higher less the lower, in the unit of the change; shares differ by so many points."""
    points = high.value.unit == "fraction" and by.unit != "fraction"
    made = steps.subtract(read(high), read(low), "", unit="fraction" if points else by.unit)
    return steps.convert(made, Decimal(100), "percentage_point", "") if points else made


def _tells_a_gap(by: Value, old: Value) -> bool:
    """Whether a reading of a margin can be one between values of such a kind."""
    if old.unit == "fraction":
        return by.unit in ("fraction", "percentage_point") or by.kind == "count" and not by.unit
    return by.kind == old.kind and (by.kind == "count" or by.unit == old.unit)


# --- changes --------------------------------------------------------------------------------------


def check_change(
    by: Figure, old: Figure, new: Figure, way: str | None, *, priced: bool = False
) -> Iterator[Check]:
    """A finding where the change is not what leads from the old figure to the new one."""
    ways = [way] if way else ["rise", "fall"]
    readings = [by.value, *(each for each in by.value.alternatives if each.kind == "percent")]
    made = [
        (reading, step)
        for reading in readings
        for each in ways
        for step in _made(reading, old, new, each, by.text, priced)
    ]
    if made and all(apart(step, read(by, reading)) for reading, step in made):
        yield _wrong(by, old, new, *made[0])


def _made(by: Value, old: Figure, new: Figure, way: str, text: str, priced: bool) -> Iterator[Step]:
    """What the change should have been, in each way that its unit can be meant."""
    low, high = (old, new) if way == "rise" else (new, old)
    if by.unit == "fraction":
        yield from _relative(old, new, way, text, priced)
        if old.value.unit == "fraction":
            yield _gap(high, low, by)
    elif _tells_a_gap(by, old.value):
        yield _gap(high, low, by)


def _relative(old: Figure, new: Figure, way: str, text: str, priced: bool) -> Iterator[Step]:
    if min(old.value.interval.low or 0, new.value.interval.low or 0) <= 0:
        return
    if not _is_multiple(text):
        first, last = (_price(each) if priced else read(each) for each in (old, new))
        made = steps.change(first, last, "")
        yield made if way == "rise" else steps.convert(made, Decimal(-1), "fraction", "")
        return
    yield steps.divide(read(new), read(old), "")
    if way == "fall":
        yield steps.divide(read(old), read(new), "")


def _price(figure: Figure) -> Step:
    """A price to the last coin, where it is printed so."""
    value = figure.value
    if value.hedge or value.kind != "money" or value.stated.number != value.nominal:
        return read(figure)
    small = value.nominal is not None and value.nominal < _LARGE_PRICE
    return steps.printed(cite(figure)) if small else read(figure)


def _is_multiple(text: str) -> bool:
    """As in "tripled", "halved", "sixfold", against "rose 300 percent"."""
    return bool(words("multiple", _FILE).search(text))


def _wrong(by: Figure, old: Figure, new: Figure, reading: Value, made: Step) -> Check:
    between, stated = f"from {old.text} to {new.text}", read(by, reading)
    title = f"{by.text}: {old.text} to {new.text}"
    if made.result is None or made.result.high is None or made.result.high >= 0:
        ratio = nominal_ratio(new, old)
        made = steps.spoken(made, f"{between} is {_amount(made, reading, by, ratio)}")
        found = contradiction("change", (by, old, new), title, made, stated, by.value.kind)
        return evolve(found, explanation=found.explanation[:-1] + _base(reading, ratio, stated))
    way = "down" if (old.value.nominal or 0) > (new.value.nominal or 0) else "up"
    said = f"F{between[1:]} is {way}; the article has it the other way ({by.text})."
    last = steps.conclude("disjoint", (steps.spoken(made, f"{between} is {way}"), stated), "")
    return check("change", (by, old, new), title, said, last, by.value.kind)


def _base(reading: Value, ratio: Decimal | None, stated: Step) -> str:
    """What ends the sentence: that the change was taken of the new figure, if it was."""
    there = stated.result
    if not ratio or there is None or reading.unit != "fraction" or reading.hedge:
        return "."
    of_the_new = abs(1 - 1 / ratio)
    return (
        ", which is its share of the new figure."
        if sets.contains(there, sets.exactly(of_the_new))
        else "."
    )


def _amount(made: Step, reading: Value, by: Figure, ratio: Decimal | None) -> str:
    """The change in words; ``ratio`` is that of the two printed figures."""
    if ratio is None or reading.unit != "fraction":
        return told(made, reading)
    if _is_multiple(by.text):
        return f"{ratio:.3g} times as much"
    return told(made, reading, abs(ratio - 1))
