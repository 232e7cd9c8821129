"""Mentions in, the same mentions out, those that say the one before them again marked as such."""

from __future__ import annotations

from typing import Final

from reconcile.model import Mention, Value
from reconcile.records import evolve
from reconcile.values import hedges
from reconcile.values.markers import dimensions

#: what may stand between a value and its restatement
_OPENINGS: Final = frozenset(
    (
        "(", "(about", "[", "(around", "(=", "(or", "or", ", or", "(roughly", "(approx.", "(some",
        "/", ", about", "(nearly", "=", "(over", ", or about",
    )
)  # fmt: skip


def mark_restatements(mentions: list[Mention], text: str) -> list[Mention]:
    """As in "24 miles (38 kilometers)": the second restates the first, and shares its hedge."""
    for index in range(1, len(mentions)):
        first, second = mentions[index - 1], mentions[index]
        gap = second.start - first.end
        if gap > 12 or gap < 1 or first.value is None or second.value is None:
            continue
        if _opens(text[first.end : second.start].strip(), second.text) and _restates(
            first.value, second.value
        ):
            value = _with_hedge(first.value, second.value)
            mentions[index] = evolve(second, value=value, restates=first.span)
    return mentions


def _opens(between: str, words: str) -> bool:
    """Whether what stands between leads to a restatement; ", or about" may be part of its words."""
    return between in _OPENINGS or between in ("", ",") and words.lower().startswith("or ")


def _restates(first: Value, second: Value) -> bool:
    """Whether two values can say one thing in two units or currencies."""
    if first.kind != second.kind or first.unit == second.unit:
        return False
    if first.kind == "money":
        return True
    return first.kind == "quantity" and dimension_of(first.unit) == dimension_of(second.unit)


def dimension_of(unit: str) -> str:
    """What a unit measures; a compound of units by its parts."""
    known = dimensions().get(unit)
    if known is not None:
        return known
    return "/".join(dimensions().get(part, part) for part in unit.split("/"))


def _with_hedge(first: Value, second: Value) -> Value:
    if first.hedge is None or first.hedge == "between" or second.hedge is not None:
        return second
    interval = hedges.apply((first.hedge,), second.named, second.nominal)
    return evolve(second, interval=interval, hedge=first.hedge)
