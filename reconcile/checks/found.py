"""Figures and reasons in, a Check out: what every family of checks ends in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from reconcile.checks.figures import Figure, cite
from reconcile.model import Check, Citation, Interval, Kind, Value
from reconcile.values.telling import amount, interval_words

#: figures within this share of each other are told as one
_NOISE: Final = Decimal("1e-9")
#: a set no wider than this share of its middle is told by its middle
_TOLD_AS_ONE: Final = Decimal("0.1")


def check(
    rule: str,
    figures: Sequence[Figure],
    title: str,
    explanation: str,
    steps: Sequence[str] = (),
    kind: Kind | None = None,
) -> Check:
    """A finding on figures, not yet numbered."""
    ordered = sorted(figures, key=lambda figure: figure.start)
    return Check(
        id="",
        rule=rule,
        kind=kind or ordered[-1].value.kind,
        title=title,
        citations=tuple(cite(figure) for figure in ordered),
        explanation=explanation,
        steps=tuple(steps),
    )


def check_words(
    rule: str, kind: Kind, citations: Sequence[Citation], title: str, explanation: str,
    steps: Sequence[str] = (),
) -> Check:  # fmt: skip
    """A finding on any words, not yet numbered."""
    return Check("", rule, kind, title, tuple(citations), explanation, tuple(steps))


def numbered(checks: Sequence[Check], first: int = 1) -> tuple[Check, ...]:
    """The checks by where they begin, none about the same words as one before, with their ids."""
    kept: list[Check] = []
    for each in sorted(checks, key=lambda one: (one.citations[0].start, -len(one.citations))):
        spans = {(cited.start, cited.end) for cited in each.citations}
        if not any(_covers(other, spans) for other in kept):
            kept.append(each)
    return tuple(evolve(each, id=f"i{first + index}") for index, each in enumerate(kept))


def _covers(check: Check, spans: set[tuple[int, int]]) -> bool:
    """Whether a check is about two of these words already, or about the only ones."""
    shared = spans & {(cited.start, cited.end) for cited in check.citations}
    return len(shared) >= min(2, len(spans))


def told(interval: Interval, value: Value) -> str:
    """A computed set in words, in the unit of a value: one figure where rounding leaves little."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return interval_words(interval, value.unit, value.kind)
    middle = (low + high) / 2
    if high - low <= abs(middle) * _TOLD_AS_ONE:
        return amount(_rounded(middle, high - low), value.unit, value.kind)
    return interval_words(interval, value.unit, value.kind)


def _rounded(number: Decimal, width: Decimal) -> Decimal:
    """The number with no more digits than its width allows."""
    if width <= abs(number) * _NOISE:
        return number
    return round(number, -(width.adjusted()))


def about(number: Decimal, value: Value) -> str:
    """A converted number, to three figures, in the unit of a value."""
    return amount(round(number, 2 - number.adjusted()), value.unit, value.kind)


def joined(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
