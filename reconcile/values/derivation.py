"""A Value to the steps of its reading, plain sentences: figure, unit, rounding, hedge, set."""

from __future__ import annotations

from typing import Final

from reconcile.model import Value
from reconcile.values import sets
from reconcile.values.telling import interval_words

#: what each class of hedge does to the figure
_EFFECTS: Final = {
    "over": "excludes the figure and lies above it",
    "well_over": "excludes the figure and lies above it",
    "at_least": "includes the figure and lies above it",
    "from": "includes the figure and lies above it",
    "under": "excludes the figure and lies below it",
    "well_under": "excludes the figure and lies below it",
    "at_most": "includes the figure and lies below it",
    "about": "widens the figure by a tenth either way",
    "nearly": "reaches from a tenth below up to the figure",
    "just_under": "reaches from a tenth below up to the figure",
    "just_over": "reaches from the figure to a tenth above",
    "exactly": "leaves the figure alone",
    "between": "runs from the lower figure to the upper",
}


def explain(value: Value) -> tuple[str, ...]:
    """The derivation of a value, in the order in which it was read."""
    if value.steps:
        return (*value.steps, *_outcome(value))
    return (*_figure(value), *_named(value), *_hedge(value), *_outcome(value))


def _figure(value: Value) -> tuple[str, ...]:
    stated = value.stated
    if stated.number is None:
        return (f"read as {_kind_words(value)}",)
    unit = stated.unit or "nothing named"
    printed = f"the figure is {stated.number.normalize():f}, counted in {unit}"
    steps: tuple[str, ...] = (f"{printed}: {_kind_words(value)}",)
    converted = value.nominal is not None and value.unit != "second"
    if value.nominal is not None and converted and value.nominal != stated.number:
        steps += (f"in {value.unit.replace('_', ' ')} that is {value.nominal.normalize():f}",)
    return steps


def _kind_words(value: Value) -> str:
    if value.kind == "money":
        return "money"
    article = "an" if value.kind[0] in "aeiou" else "a"
    return f"{article} {value.kind}"


def _named(value: Value) -> tuple[str, ...]:
    if value.unresolved:
        return (f"not settled: {value.unresolved}",)
    width = sets.width(value.named)
    if not width:
        return ("the figure is exact",) if value.nominal is not None else ()
    return (f"by itself it stands for {interval_words(value.named, value.unit, value.kind)}",)


def _hedge(value: Value) -> tuple[str, ...]:
    if value.hedge is None:
        return ()
    words = value.hedge.replace("_", " ")
    effect = _EFFECTS.get(value.hedge, "bounds it")
    if value.kind == "duration":
        effect = effect.replace("a tenth", "a tenth or half a unit")
    return (f'"{words}" {effect}',)


def _outcome(value: Value) -> tuple[str, ...]:
    if value.interval == value.named and not value.alternatives:
        return ()
    steps: tuple[str, ...] = ()
    if value.interval != value.named:
        steps += (f"the set: {interval_words(value.interval, value.unit, value.kind)}",)
    others = sorted({_other_reading(value, other) for other in value.alternatives})
    if others:
        steps += (f"it may also be read {', or '.join(others)}",)
    return steps


def _other_reading(value: Value, other: Value) -> str:
    """What tells another reading from the first: its kind, its unit, or its set."""
    if other.kind != value.kind:
        return f"as {_kind_words(other)}"
    if other.unit != value.unit:
        return f"in {other.unit.replace('_', ' ')}"
    return f"as {interval_words(other.interval, other.unit, other.kind)}"
