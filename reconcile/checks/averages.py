"""A line in, averages out that the sum and the number beside them do not make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import apart, contradiction, nominal_ratio, read, told
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check
from reconcile.values import steps

_FILE: Final = "averages"


def check_averages(line: Line) -> Iterator[Check]:
    """A finding for each average that is not the sum by the number."""
    seen: set[int] = set()
    for rule in rules(_FILE)["average"]:
        for match in matches(rule["pattern"], _FILE, line.masked):
            each, whole, number = (line.figure(match[name]) for name in ("each", "whole", "number"))
            same = each.value.kind == whole.value.kind and each.value.unit == whole.value.unit
            if not same or each.index in seen or words("silent", _FILE).search(match.group()):
                continue
            seen.add(each.index)
            yield from _check(each, whole, number)


def _check(each: Figure, whole: Figure, number: Figure) -> Iterator[Check]:
    if (number.value.interval.low or 0) <= 0 or (whole.value.interval.low or 0) <= 0:
        return
    made = steps.divide(read(whole), read(number), "", unit=each.value.unit)
    stated = read(each)
    if apart(made, stated):
        amount = told(made, each.value, nominal_ratio(whole, number))
        made = steps.spoken(made, f"{whole.text} over {number.text} is {amount}")
        title = f"{each.text} each: {whole.text}, {number.text}"
        figures = (each, whole, number)
        yield contradiction("average", figures, title, made, stated, each.value.kind)
