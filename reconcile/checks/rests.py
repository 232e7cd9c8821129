"""A line in, wholes out that are not what was taken from them and what remains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import apart, contradiction, nominal_sum, read, told
from reconcile.checks.vocabulary import matches, rules
from reconcile.model import Check
from reconcile.values import steps

#: what makes less, or more, than this share of the whole is hardly of it
_LEAST, _MOST = Decimal("0.75"), Decimal("1.34")


def check_rests(line: Line) -> Iterator[Check]:
    """A finding for each part and rest that together are another whole than the one stated."""
    for rule in rules("sums")["rest"]:
        for match in _matches(rule["pattern"], line):
            total, part, rest = (line.figure(match[name]) for name in ("total", "part", "rest"))
            between = line.figures_in(match.group())[1:-1]
            alike = [each for each in between if each.value.kind == total.value.kind]
            if len(alike) <= 1 and _are_of_one(total, part) and _are_of_one(total, rest):
                yield from _check(total, part, rest)


def _matches(text: str, line: Line) -> Iterator[re.Match[str]]:
    """Where the pattern reads figures of one kind, for each kind."""
    for kind in ("money", "count", "quantity"):
        one = text.replace("{same:", f"{{{kind}:")
        yield from matches(one, "sums", line.masked)


def _are_of_one(total: Figure, part: Figure) -> bool:
    """Whether a part can be of the total: the same measure, or things that are not named."""
    a, b = total.value, part.value
    if a.kind != b.kind or not a.nominal or not b.nominal or b.nominal >= a.nominal:
        return False
    return a.unit == b.unit or a.kind == "count" and b.unit == ""


def _check(total: Figure, part: Figure, rest: Figure) -> Iterator[Check]:
    made, stated = steps.add([read(part), read(rest)], ""), read(total)
    share = ((part.value.nominal or 0) + (rest.value.nominal or 0)) / (total.value.nominal or 1)
    if apart(made, stated) and _LEAST <= share <= _MOST:
        words = (
            f"{part.text} and {rest.text} make {told(made, total.value, nominal_sum((part, rest)))}"
        )
        made = steps.spoken(made, words)
        title = f"{total.text}: {part.text} and {rest.text}"
        figures = (total, part, rest)
        yield contradiction("sum", figures, title, made, stated, total.value.kind)
