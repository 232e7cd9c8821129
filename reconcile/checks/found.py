"""Figures and steps in, a Check out: what every family of checks ends in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.figures import Figure, cite
from reconcile.checks.lengths import SECONDS
from reconcile.model import Check, Citation, Interval, Kind, Step, Value
from reconcile.records import evolve
from reconcile.values import sets, steps
from reconcile.values.telling import amount, interval_words

#: figures within this share of each other are told as one
_NOISE: Final = Decimal("1e-9")
#: a set wider than this share of its middle is told as about that
_TOLD_AS_ONE: Final = Decimal("0.03")
_FIGURES: Final = 3
#: shorter lengths are told in days and hours
_FEWEST_MONTHS: Final = 2


def check(
    rule: str, figures: Sequence[Figure], title: str, explanation: str, derivation: Step,
    kind: Kind | None = None,
) -> Check:  # fmt: skip
    """A finding on figures, not yet numbered."""
    ordered = sorted(figures, key=lambda figure: figure.start)
    citations = tuple(map(cite, ordered))
    return Check(
        "", rule, kind or ordered[-1].value.kind, title, citations, explanation, derivation
    )


def contradiction(
    rule: str, figures: Sequence[Figure], title: str, made: Step, stated: Step,
    kind: Kind | None = None,
) -> Check:  # fmt: skip
    """A finding on what some figures make and another that says something else."""
    said = stated.premises[0].text if stated.premises else stated.of[0].premises[0].text
    said = " ".join(said.split())
    explanation = f"{made.words[:1].upper()}{made.words[1:]}; the article says {said}."
    last = steps.conclude("disjoint", (made, stated), "")
    return check(rule, figures, title, explanation, last, kind)


def denied(
    rule: str, citations: Sequence[Citation], title: str, explanation: str, kind: Kind
) -> Check:
    """A finding on two quotes of which the one denies what the other says."""
    last = steps.conclude(
        "denied", tuple(map(steps.worded, citations)), "the one denies what the other says"
    )
    ordered = tuple(sorted(citations, key=lambda each: each.start))
    return Check("", rule, kind, title, ordered, explanation, last)


def apart(made: Step, stated: Step) -> bool:
    """Whether two steps have no number in common, an end that they share counted as one."""
    if made.result is None or stated.result is None:
        return False
    return sets.disjoint(widened(made.result), widened(stated.result))


def widened(interval: Interval) -> Interval:
    """The interval with both ends in it: what is rounded may lie on either."""
    return Interval(interval.low, interval.high, True, True)


def read(figure: Figure, value: Value | None = None) -> Step:
    """What a figure's words leave open, or one of the other readings that they have."""
    return steps.reading(cite(figure, value))


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


def told(made: Step | Interval, value: Value, exact: Decimal | None = None) -> str:
    """A computed set in words, in the unit of a value: "41 percent".

    ``exact`` is what the printed figures make, without their rounding; else it is the middle.
    """
    interval = made.result if isinstance(made, Step) else made
    if interval is None or interval.low is None or interval.high is None:
        known = sets.EVERYTHING if interval is None else interval
        return interval_words(known, value.unit, value.kind)
    low, high = interval.low, interval.high
    middle = (low + high) / 2 if exact is None else exact
    if value.kind == "duration":
        return _length(middle)
    near = "about " if exact is None and high - low > abs(middle) * _TOLD_AS_ONE else ""
    return near + amount(
        _rounded(middle, high - low, exact=exact is not None), value.unit, value.kind
    )


def _rounded(number: Decimal, width: Decimal, *, exact: bool) -> Decimal:
    """The number with no more digits than its width allows; an exact one with three."""
    if exact or width <= abs(number) * _NOISE:
        whole = number == number.to_integral_value()
        return number if whole else round(number, _FIGURES - 1 - number.adjusted())
    return round(number, -(width.adjusted()))


def _length(seconds: Decimal) -> str:
    """A length of time as a court tells it: "10 years and 4 months"."""
    months = round(seconds / SECONDS["month"])
    if abs(seconds) < SECONDS["month"] * _FEWEST_MONTHS:
        return amount(seconds, "second", "duration")
    counted = zip(divmod(months, 12), ("year", "month"), strict=True)
    return " and ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in counted if n)


def about(number: Decimal, value: Value) -> str:
    """A converted number, to three figures, in the unit of a value."""
    return amount(round(number, _FIGURES - 1 - number.adjusted()), value.unit, value.kind)


def nominal_sum(figures: Sequence[Figure]) -> Decimal | None:
    """What the printed figures add up to; ``None`` where one of them is hedged."""
    if any(figure.value.hedge or figure.value.nominal is None for figure in figures):
        return None
    return sum((figure.value.nominal or Decimal(0) for figure in figures), Decimal(0))


def nominal_ratio(a: Figure, b: Figure) -> Decimal | None:
    """How often the second printed figure goes into the first, unless one of them is hedged."""
    if a.value.hedge or b.value.hedge or a.value.nominal is None or not b.value.nominal:
        return None
    return a.value.nominal / b.value.nominal


def joined(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def quotes(citations: Sequence[Citation]) -> str:
    """Quotes as a list in a sentence."""
    return joined([steps.quoted(each) for each in citations])
