"""Two readings that an assertion found unequal in, what differs between them in plain words out."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Value
from reconcile.report.reading import in_words
from reconcile.testing.discrepancies import gap_between
from reconcile.values import sets
from reconcile.values.relation import relate
from reconcile.values.telling import interval_words

_VERDICTS = {
    "agree": "they agree all the same",
    "compatible": "both can be true, though they are not the same",
    "conflict": "they cannot both be true",
}


def explain_difference(left: Value, right: Value) -> list[str]:
    """Why two readings are not equal: their sets, units and hedges, and what these mean."""
    lines = [f"“{left}” == “{right}”", *_parts(left, right)]
    judgement = relate(left, right, words_a=str(left), words_b=str(right))
    lines.append(f"{_VERDICTS.get(judgement.verdict, judgement.verdict)}: {judgement.explanation}")
    gap = gap_between((left, right))
    if gap:
        lines.append(f"gap: {gap}")
    if judgement.verdict != "conflict":
        lines.append("reconcile.testing.within(left, right) asks whether the one fits the other")
    return lines


def _parts(left: Value, right: Value) -> Iterator[str]:
    if left.kind != right.kind:
        yield f"kinds differ: {left.kind} and {right.kind}"
    if left.unit != right.unit:
        yield f"units differ: {left.unit or 'none'} and {right.unit or 'none'}"
    if left.hedge != right.hedge:
        yield f"hedges differ: {_named(left.hedge)} and {_named(right.hedge)}"
    yield f"left leaves open   {in_words(left)}"
    yield f"right leaves open  {in_words(right)}"
    if (left.kind, left.unit) == (right.kind, right.unit):
        shared = sets.intersect(left.interval, right.interval)
        if sets.is_empty(shared):
            yield "no value lies in both"
        elif sets.same(left.interval, right.interval):
            yield "the sets are the same; the printed forms differ"
        else:
            yield f"both hold          {interval_words(shared, left.unit, left.kind)}"


def _named(hedge: str | None) -> str:
    return hedge.replace("_", " ") if hedge else "none"
