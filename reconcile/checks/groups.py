"""Lines in, tolls out that the sorts of people who make them do not add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import apart, contradiction, joined, nominal_sum, read, told
from reconcile.checks.lists import figures_of, list_behind
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check, Step
from reconcile.values import steps

_FILE: Final = "groups"
#: so many characters beside a figure say of what it is the toll
_BESIDE: Final = 30
_BREAK: Final = patterns.compile(r"[.,;:()]")
#: sorts that are off the toll by more than this share are hardly all of it
_MOST_OFF: Final = Decimal("0.3")


def check_groups(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each list of sorts of people that no toll of the article fits."""
    for rule in rules(_FILE)["group"]:
        for line in lines:
            for match in matches(rule["told"], _FILE, line.masked):
                listed = list_behind(line, match.end())
                parts = figures_of(listed, line)
                if len(parts) > 1 and _are_sorts(parts) and not _is_partial(listed):
                    tolls = _tolls(rule["toll"], lines, parts)
                    yield from _check(parts, tolls, only="include" not in match.group())


def _are_sorts(parts: Sequence[Figure]) -> bool:
    return all(words("sorts", _FILE).search(part.text) for part in parts)


def _is_partial(listed: str) -> bool:
    return bool(words("partial", "sums").search(listed))


def _tolls(toll: str, lines: Sequence[Line], parts: Sequence[Figure]) -> list[Figure]:
    """The figures of the article that say how many there are in all."""
    found = []
    for line in lines:
        for figure in line.figures:
            value = figure.value
            counted = value.kind == "count" and value.nominal is not None and figure not in parts
            if counted and _is_toll(toll, figure, line):
                found.append(figure)
    return found


def _is_toll(toll: str, figure: Figure, line: Line) -> bool:
    """Whether the words beside a figure, or its own, are those of the toll."""
    text = line.article.text
    behind = re.split(r"[.,;:(]", text[figure.end : figure.end + _BESIDE])[0]
    before = re.split(
        r"[.,;:)]", text[max(line.segment.start, figure.start - _BESIDE) : figure.start]
    )[-1]
    if words("further", "masking").search(figure.text):
        return False
    return bool(re.search(toll, f"{before} {figure.text} {behind}", re.IGNORECASE))


def _check(parts: Sequence[Figure], tolls: Sequence[Figure], *, only: bool) -> Iterator[Check]:
    made = steps.add([read(part) for part in parts], "")
    near = [toll for toll in tolls if _off(parts, toll) <= _MOST_OFF]
    if not near or not all(_is_broken(made, read(toll), only=only) for toll in near):
        return
    nearest = min(near, key=lambda toll: (_off(parts, toll), toll.start))
    listed = joined([part.text for part in parts])
    made = steps.spoken(made, f"{listed} make {told(made, nearest.value, nominal_sum(parts))}")
    title = f"{nearest.text}: {listed}"
    yield contradiction("sum", (nearest, *parts), title, made, read(nearest), "count")


def _is_broken(made: Step, toll: Step, *, only: bool) -> bool:
    """Whether the sorts are more than the toll; or, where they are all, another number."""
    if made.result is None or toll.result is None or not apart(made, toll):
        return False
    low, high = made.result.low, toll.result.high
    return only or low is not None and high is not None and low > high


def _off(parts: Sequence[Figure], toll: Figure) -> Decimal:
    """How far the sorts are off a toll, as a share of it."""
    made = sum((part.value.nominal or Decimal(0) for part in parts), Decimal(0))
    nominal = toll.value.nominal or Decimal(1)
    return abs(made - nominal) / nominal
