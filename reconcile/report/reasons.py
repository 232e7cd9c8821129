"""The comparisons of a fact in, what there is to say of them out: nothing twice.

Four sources that have 52 and one that has 54 make four pairs and one conflict. It is told once,
between the first two that make it; the quotes beside it show who else has which.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from reconcile.model import Claim, Comparison, Fact, Judgement, Slip
from reconcile.report.excerpts import plain_words

#: units of these kinds are part of what is read; of others a noun that a text may leave out
_WITH_UNITS: Final = frozenset(("money", "quantity", "percent"))


def reasons_of(fact: Fact, comparisons: Sequence[Comparison]) -> tuple[Judgement, ...]:
    """The judgements worth telling, weightiest first; ``comparisons`` are in that order.

    Of conflicts one for each two readings, of the milder verdicts one for each reason; of
    agreements nothing beside something weightier.
    """
    told: dict[Hashable, Judgement] = {}
    conflicts = sorted(
        (each for each in comparisons if each.verdict == "conflict"),
        key=lambda each: each.judgement.about != "world",  # what is surely wrong comes first
    )
    for each in conflicts:
        told.setdefault(_readings(fact, each), each.judgement)
    weightiest = comparisons[0].verdict if comparisons else "agree"
    for each in comparisons:
        verdict, reason = each.verdict, each.judgement.reason
        if verdict != "conflict" and (verdict != "agree" or weightiest == "agree"):
            told.setdefault((verdict, reason), each.judgement)
    return tuple(told.values())


def slips_of(fact: Fact, comparisons: Sequence[Comparison]) -> tuple[Slip, ...]:
    """The slips that may lie behind conflicts, one of each rule for each two readings."""
    found: dict[Hashable, Slip] = {}
    for each in comparisons:
        if each.slip is not None:
            found.setdefault((each.slip.rule, _readings(fact, each)), each.slip)
    return tuple({slip.question: slip for slip in found.values()}.values())


def _readings(fact: Fact, comparison: Comparison) -> frozenset[Hashable]:
    """What two claims state, whichever of them comes first."""
    return frozenset(_reading(fact.claims[index]) for index in (comparison.a, comparison.b))


def _reading(claim: Claim) -> Hashable:
    value = claim.focus.value
    if value is None or value.unresolved is not None:
        return (claim.kind, plain_words(claim.focus.text))
    unit = value.unit if value.kind in _WITH_UNITS else ""
    return (value.kind, unit, value.interval, value.since)
